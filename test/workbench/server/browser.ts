import { execFileSync } from "node:child_process";
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { projectFolder } from "./projectFolder";

export interface Browser {
  readonly executablePath: string;
  /** The environment to launch it with. */
  readonly env: Record<string, string>;
  /** For messages. @example "Google Chrome" */
  readonly name: string;
  /**
   * False for the packaged browser. Its encryption reads libsqlite3, which a bare machine lacks: there the browser ends at
   * the first https address.
   */
  readonly speaksHttps: boolean;
}

/**
 * What a browser under test needs: no window, no graphics card, and no traffic of its own. The last spares it three seconds a
 * page: a browser that is watched wants places in the source, and would parse the spreadsheet's megabytes again for them.
 */
export const TEST_FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--js-flags=--no-enable-lazy-source-positions",
] as const;

interface Candidate {
  readonly name: string;
  /** Names looked for on PATH. */
  readonly commands: readonly string[];
  /** Where installers put it. */
  readonly places: readonly string[];
}

/** A known browser's name, its usual places by system, and its commands. Chrome first: most people have it. */
function candidates(platform: NodeJS.Platform): Candidate[] {
  switch (platform) {
    case "win32":
      return [
        {
          name: "Google Chrome",
          commands: ["chrome.exe"],
          places: inProgramFolders("Google\\Chrome\\Application\\chrome.exe"),
        },
        {
          name: "Microsoft Edge",
          commands: ["msedge.exe"],
          places: inProgramFolders("Microsoft\\Edge\\Application\\msedge.exe"),
        },
        { name: "Chromium", commands: ["chromium.exe"], places: inProgramFolders("Chromium\\Application\\chrome.exe") },
      ];
    case "darwin":
      return ["Google Chrome", "Microsoft Edge", "Chromium"].map((name) => ({
        name,
        commands: [],
        places: ["/Applications", path.join(os.homedir(), "Applications")].map(
          (folder) => `${folder}/${name}.app/Contents/MacOS/${name}`,
        ),
      }));
    default:
      return [
        {
          name: "Google Chrome",
          commands: ["google-chrome", "google-chrome-stable"],
          places: ["/opt/google/chrome/chrome"],
        },
        {
          name: "Microsoft Edge",
          commands: ["microsoft-edge", "microsoft-edge-stable"],
          places: ["/opt/microsoft/msedge/msedge"],
        },
        {
          name: "Chromium",
          commands: ["chromium", "chromium-browser"],
          places: ["/usr/bin/chromium", "/usr/lib/chromium/chromium", "/snap/bin/chromium"],
        },
      ];
  }
}

function inProgramFolders(program: string): string[] {
  return ["ProgramFiles", "ProgramFiles(x86)", "LocalAppData"]
    .map((variable) => process.env[variable])
    .filter((folder) => folder !== undefined)
    .map((folder) => path.win32.join(folder, program));
}

export interface BrowserSearch {
  /** False looks past the browsers installed on this machine. */
  readonly installed?: boolean;
  /** False leaves out the browser that came with `npm ci`: it has no window. */
  readonly packaged?: boolean;
}

/**
 * The browser to use: the one CHROME_PATH names, else an installed Chrome, Edge or Chromium, else on Linux x64 the one
 * that came with `npm ci`.
 */
export function findBrowser({ installed = true, packaged = true }: BrowserSearch = {}): Browser {
  const named = process.env["CHROME_PATH"];
  if (named) {
    if (!isProgram(named)) throw new Error(`CHROME_PATH names ${named}, which is not a program that can be run.`);
    return { executablePath: named, env: environment(), name: path.basename(named), speaksHttps: true };
  }
  const known = installed ? candidates(process.platform) : [];
  for (const { name, commands, places } of known) {
    const executablePath = [...commands.flatMap(onPath), ...places].find(isProgram);
    if (executablePath) return { executablePath, env: environment(), name, speaksHttps: true };
  }
  if (packaged && process.platform === "linux" && process.arch === "x64") return packagedBrowser();
  const names = known.map(({ name, places }) => `  ${name} (${places.join(", ")})`).join("\n");
  throw new Error(
    `No browser was found. Looked for, on PATH and in the usual places:\n${names}\n` +
      "Install one of them, or set CHROME_PATH to the program of a browser built on Chromium.",
  );
}

function onPath(command: string): string[] {
  const folders = (process.env["PATH"] ?? "").split(path.delimiter).filter(Boolean);
  return folders.map((folder) => path.join(folder, command));
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/**
 * The browser inside the package @sparticuz/chromium, unpacked once into .cache. It is meant for a function service, so
 * the child process is told that it runs in one: only then are the libraries unpacked that a bare machine lacks.
 */
function packagedBrowser(): Browser {
  const description = require.resolve("@sparticuz/chromium").replace(/build[\\/].*$/, "package.json");
  const { version } = JSON.parse(readFileSync(description, "utf8")) as { version: string };
  const folder = path.join(projectFolder, ".cache", `chromium-${version}`);
  if (!existsSync(folder)) unpack(folder);
  const libraries = path.join(folder, "al2023", "lib");
  const env = environment();
  return {
    executablePath: path.join(folder, "chromium"),
    env: {
      ...env,
      LD_LIBRARY_PATH: [libraries, env["LD_LIBRARY_PATH"]].filter(Boolean).join(path.delimiter),
      ...(existsSync("/etc/fonts/fonts.conf") ? {} : { FONTCONFIG_FILE: packagedFonts(folder) }),
    },
    name: `Chromium ${version} (packaged)`,
    speaksHttps: false,
  };
}

/** For a machine without fonts: settings that name the packaged ones (those in the package name a function service's folders). */
function packagedFonts(folder: string): string {
  const fonts = path.join(folder, "fonts");
  const settings = path.join(fonts, "localhost.conf");
  writeFileSync(
    settings,
    '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n' +
      `<fontconfig><dir>${path.join(fonts, "fonts")}</dir><cachedir>${path.join(fonts, "cache")}</cachedir></fontconfig>\n`,
  );
  return settings;
}

/** Unpacked beside its place and moved there whole: an interrupted start leaves no half browser behind. */
function unpack(folder: string): void {
  mkdirSync(path.dirname(folder), { recursive: true });
  const draft = mkdtempSync(`${folder}-`);
  // The package is an ES module and unpacks into the system's temporary folder, hence a process of its own.
  const script = 'import("@sparticuz/chromium").then(({ default: chromium }) => chromium.executablePath())';
  try {
    execFileSync(process.execPath, ["--eval", script], {
      cwd: projectFolder,
      env: { ...process.env, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x", TMPDIR: draft },
      stdio: ["ignore", "ignore", "pipe"],
    });
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(folder))
      throw new Error(`The packaged browser could not be unpacked: ${String(error)}`, { cause: error });
  }
}
