/** The fences hold: a violation of each kind is planted where it must be found. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import ts from "typescript";

const root = path.resolve(__dirname, "../..");

describe("who may import whom", () => {
  const PLANTED: Record<string, string> = {
    "src/core/reachesTest.ts": 'import { made } from "../../test/made";\nexport const use = made;',
    "src/core/reachesTestLater.ts": 'export const later = () => import(/* webpackChunkName: "x" */ "../../test/made");',
    "src/core/reachesSheets.ts": 'import { sheet } from "../sheets/sheet";\nexport const use = sheet;',
    "src/core/reachesSheetsLater.ts": 'export const later = () => import(/* a comment */ "../sheets/sheet");',
    "src/core/reachesSheetsTypes.ts": 'import type { Sheet } from "../sheets/sheet";\nexport type Use = Sheet;',
    "src/core/reachesPackage.ts": 'import JSZip from "jszip";\nexport const zip = JSZip;',
    "src/core/reachesPackageAsRequire.ts":
      'declare const require: (name: string) => unknown;\nexport const zip = require("jszip");',
    "src/core/reachesNode.ts": 'import { readFileSync } from "node:fs";\nexport const read = readFileSync;',
    "src/core/reachesAllowedPackage.ts":
      'import { distance } from "fastest-levenshtein";\nexport const use = distance;',
    "src/core/reachesNothing.ts": 'import { gone } from "./gone";\nexport const use = gone;',
    "src/core/circleOne.ts": 'import { two } from "./circleTwo";\nexport const one: number = two;',
    "src/core/circleTwo.ts": 'import { one } from "./circleOne";\nexport const two: number = one;',
    "src/excel/reachesStrings.ts": 'export * from "../strings/zh";',
    "src/excel/reachesPane.ts": 'export { pane } from "../taskpane/pane";',
    "src/attic/room.ts": "export const attic = 1;",
    "src/sheets/reachesAttic.ts": 'import { attic } from "../attic/room";\nexport const use = attic;',
    "src/sheets/sheet.ts": "export interface Sheet { name: string }\nexport const sheet = 1;",
    "src/strings/zh.ts": "export const zh = 1;",
    "src/taskpane/pane.ts": "export const pane = 1;",
    "test/made.ts": "export const made = 1;",
  };
  const broken = new Map<string, string[]>();

  beforeAll(() => {
    const folder = mkdtempSync(path.join(tmpdir(), "fences-"));
    try {
      for (const [name, text] of Object.entries(PLANTED)) {
        mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
        writeFileSync(path.join(folder, name), text);
      }
      symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules"));
      symlinkSync(path.join(root, "tsconfig.json"), path.join(folder, "tsconfig.json"));
      const cruise = path.join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
      const rules = path.join(root, "test/architecture/dependencies.cjs");
      const told = execFileSync(
        process.execPath,
        [cruise, "--config", rules, "--output-type", "json", "--preserve-symlinks", "src"],
        { cwd: folder, encoding: "utf8" },
      );
      const { summary } = JSON.parse(told) as {
        summary: { violations: { from: string; rule: { name: string } }[] };
      };
      for (const { from, rule } of summary.violations) broken.set(from, [...(broken.get(from) ?? []), rule.name]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it.each([
    ["reachesTest", "src-stands-alone"],
    ["reachesTestLater", "src-stands-alone"],
    ["reachesSheets", "core-rooms"],
    ["reachesSheetsLater", "core-rooms"],
    ["reachesSheetsTypes", "core-rooms"],
    ["reachesPackage", "core-packages"],
    ["reachesPackageAsRequire", "core-packages"],
    ["reachesNode", "core-node"],
    ["reachesNothing", "resolvable"],
    ["circleOne", "no-circle"],
  ])("core/%s.ts breaks %s", (file, rule) => {
    expect(broken.get(`src/core/${file}.ts`)).toContain(rule);
  });

  it("other rooms have fences of their own, and no room goes without", () => {
    expect(broken.get("src/excel/reachesStrings.ts")).toContain("excel-rooms");
    expect(broken.get("src/excel/reachesPane.ts")).toContain("excel-rooms");
    expect(broken.get("src/sheets/reachesAttic.ts")).toEqual(
      expect.arrayContaining(["sheets-rooms", "rooms-are-known"]),
    );
  });

  it("what is allowed passes", () => {
    expect(broken.get("src/core/reachesAllowedPackage.ts")).toBeUndefined();
    expect(broken.get("src/sheets/sheet.ts")).toBeUndefined();
  });
});

describe("what a room may mention", () => {
  const CLOCK = "no-restricted-syntax";
  const REACH = "no-restricted-globals";
  const CASES: [room: string, statement: string, rule: string | null][] = [
    ["core", "export const day = new Date();", CLOCK],
    ["core", "export const day = new globalThis.Date();", REACH],
    ["core", "export const day = Date.now();", CLOCK],
    ["core", 'export const day = Date["now"]();', CLOCK],
    ["core", "export const day = Date();", CLOCK],
    ["core", "export const title = document.title;", REACH],
    ["core", "export const mode = process.env.MODE;", REACH],
    ["core", 'export const answer = fetch("https://example.org");', REACH],
    ["core", "export const some = Math.random();", CLOCK],
    ["importer", "export const wait = setTimeout(() => 1, 5);", REACH],
    ["sheets", "export const book = Excel.run;", REACH],
    ["strings", "export const language = navigator.language;", REACH],
    ["functions", "export const day = new Date();", CLOCK],
    ["core", "export const day = new Date(2024, 0, 1);", null],
    ["core", "export const day = Date.UTC(2024, 0, 1);", null],
    ["taskpane", "export const day = new Date();", null],
    ["excel", "export const title = document.title;", null],
  ];
  let found: string[][] = [];
  beforeAll(() => {
    const input = CASES.map(([room, text], at) => ({ file: path.join(root, `src/${room}/planted${at}.ts`), text }));
    const told = execFileSync(process.execPath, [path.join(__dirname, "lintPlanted.mjs")], {
      cwd: root,
      encoding: "utf8",
      input: JSON.stringify(input),
    });
    found = JSON.parse(told) as string[][];
  });

  it.each(CASES.map(([room, text, rule], at) => ({ room, text, rule, at })))("$room: $text → $rule", ({ rule, at }) => {
    expect(found[at]).toEqual(rule === null ? [] : [rule]);
  });
});

describe("what a room knows by name", () => {
  /** The names TypeScript does not find in one line planted into a room. */
  function unknownNames(configuration: string, room: string, text: string): string[] {
    const read = ts.readConfigFile(path.join(root, configuration), (file) => ts.sys.readFile(file)) as {
      config: unknown;
    };
    const { options } = ts.parseJsonConfigFileContent(read.config, ts.sys, path.join(root, "src"));
    const planted = path.join(root, "src", room, "planted.ts");
    const real = ts.createCompilerHost(options);
    const host: ts.CompilerHost = {
      ...real,
      fileExists: (file) => file === planted || real.fileExists(file),
      getSourceFile: (file, ...rest) =>
        file === planted ? ts.createSourceFile(file, text, ts.ScriptTarget.ES2020) : real.getSourceFile(file, ...rest),
    };
    const program = ts.createProgram([planted], options, host);
    const CANNOT_FIND = [2304, 2503, 2580, 2582, 2584, 2591, 2593];
    return program
      .getSemanticDiagnostics(program.getSourceFile(planted))
      .filter(({ code }) => CANNOT_FIND.includes(code))
      .map(({ start = 0, length = 0 }) => text.slice(start, start + length));
  }

  it("rooms that reckon know neither page nor Node nor Office nor tests", () => {
    const text =
      "export const all = [document, window, process, Buffer, Excel, Office, setTimeout, fetch, it, expect];";
    expect(unknownNames("src/tsconfig.pure.json", "core", text)).toEqual([
      "document",
      "window",
      "process",
      "Buffer",
      "Excel",
      "Office",
      "setTimeout",
      "fetch",
      "it",
      "expect",
    ]);
  });

  it("what ships knows the page and Office, and neither Node nor tests", () => {
    const text = "export const all = [document, Excel, CustomFunctions, process, Buffer, it, expect];";
    expect(unknownNames("src/tsconfig.json", "excel", text)).toEqual(["process", "Buffer", "it", "expect"]);
  });
});
