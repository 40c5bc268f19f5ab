import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { findBrowser } from "./browser";
import { buildWorkbench } from "./build";
import { localhostCertificate } from "./certificates";
import { projectFolder } from "./projectFolder";
import { PortTakenError, startServer, type RunningServer, type ServerOptions } from "./server";

const BUILD_FOLDER = path.join(projectFolder, "build");
const USUAL_PORT = 3000; // the one manifest.xml names

/** `npm start`: builds the add-in and the workbench, serves both and opens them in a browser. */
async function start(): Promise<void> {
  // First the port, then the build: nobody should wait for a build to learn that the port is taken.
  mkdirSync(BUILD_FOLDER, { recursive: true });
  const certificate = await localhostCertificate();
  const server = await serveHere({ folder: BUILD_FOLDER, certificate });

  console.log("Building the add-in and the workbench …");
  console.log(`Built in ${buildWorkbench()} s.\n`);

  const address = `${server.url}/workbench/index.html`;
  console.log(`The workbench is at  ${address}`);
  const browser = openBrowser(address, certificate.publicKeyHash);
  console.log("Ctrl-C ends it.");

  const end = () => {
    browser?.kill();
    void server.close().then(() => process.exit(0));
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, end);
}

/** Serves on the port PORT names, else on 3000, and explains to the person at the terminal what to do when it is taken. */
async function serveHere(options: Omit<ServerOptions, "port">): Promise<RunningServer> {
  const port = Number(process.env["PORT"] || USUAL_PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`PORT=${process.env["PORT"]} is not a port.`);
  try {
    return await startServer({ ...options, port });
  } catch (error) {
    if (!(error instanceof PortTakenError)) throw error;
    const another = process.platform === "win32" ? `set PORT=3001&& npm start` : `PORT=3001 npm start`;
    throw new Error(
      `${error.message} Perhaps another npm start is running: end it, or take another port:\n  ${another}`,
      { cause: error },
    );
  }
}

/** Opens the address in a window of its own, or says why not: the server is useful without it. */
function openBrowser(address: string, publicKeyHash: string): ChildProcess | undefined {
  const hasDisplay = process.platform !== "linux" || Boolean(process.env["DISPLAY"] || process.env["WAYLAND_DISPLAY"]);
  if (!hasDisplay) {
    console.log("There is no display here, so no browser was opened.");
    return undefined;
  }
  try {
    const { executablePath, env, name } = findBrowser({ packaged: false });
    const browser = spawn(executablePath, windowFlags(address, publicKeyHash), { env, stdio: "ignore" });
    browser.once("error", (error) => console.log(`${name} could not be started (${error.message}).`));
    browser.once("exit", (code) => {
      if (code) console.log(`${name} ended with code ${code}. The workbench is still at ${address}`);
    });
    console.log(`Opening it in ${name}.`);
    return browser;
  } catch (error) {
    console.log(error instanceof Error ? error.message : String(error));
    return undefined;
  }
}

/** A window without tabs, in a profile of its own, that trusts the key of our certificate and no other. */
function windowFlags(address: string, publicKeyHash: string): string[] {
  const isRoot = process.getuid?.() === 0;
  return [
    `--app=${address}`,
    `--user-data-dir=${path.join(projectFolder, ".cache", "profile")}`,
    `--ignore-certificate-errors-spki-list=${publicKeyHash}`,
    "--test-type", // without it the browser shows a bar that warns of the flag above
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-features=Translate", // otherwise it offers to translate the Chinese page
    "--window-size=1440,900",
    ...(isRoot ? ["--no-sandbox"] : []), // Chromium refuses to run its sandbox as root
  ];
}

start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
