/** The arrows between the rooms of src (who may import whom), read from the import lines; and what no room may mention. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

const source = path.resolve(__dirname, "../src");
const MAY_IMPORT: Record<string, readonly string[]> = {
  core: [],
  importer: ["core"],
  strings: ["core"],
  sheets: ["core", "strings"],
  excel: ["core", "sheets"],
  functions: ["core", "excel", "strings"],
  taskpane: ["core", "importer", "sheets", "excel", "strings"],
  commandLine: ["core", "importer", "strings"],
  commands: ["core", "importer", "sheets", "excel", "strings"],
};

function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const file = path.join(folder, name);
    return statSync(file).isDirectory() ? filesIn(file) : /\.(ts|js)$/.test(name) ? [file] : [];
  });
}
const files = filesIn(source).map((file) => ({ file, text: readFileSync(file, "utf8") }));
const roomOf = (file: string) => path.relative(source, file).split(path.sep)[0] ?? "";

function imports(file: string, text: string): string[] {
  return [...text.matchAll(/(?:from|import)\s*\(?\s*"(\.{1,2}\/[^"]+)"/g)].map((match) =>
    path.resolve(path.dirname(file), match[1] ?? ""),
  );
}
const resolved = (target: string) =>
  files.find(({ file }) => [target, `${target}.ts`, `${target}.js`, `${target}.d.ts`].includes(file))?.file;

it.each(files.map(({ file }) => path.relative(source, file)))("%s imports only what its room may", (name) => {
  const file = path.join(source, name);
  const text = readFileSync(file, "utf8");
  const room = roomOf(file);
  expect(Object.keys(MAY_IMPORT)).toContain(room);
  const wrong = imports(file, text)
    .filter((target) => target.startsWith(source))
    .map(roomOf)
    .filter((other) => other !== room && !MAY_IMPORT[room]?.includes(other));
  expect(wrong).toEqual([]);
});

it("no files import each other in a circle", () => {
  const arrows = new Map(
    files.map(({ file, text }) => [file, imports(file, text).flatMap((target) => resolved(target) ?? [])]),
  );
  const done = new Set<string>();
  const visit = (file: string, way: string[]): void => {
    if (way.includes(file))
      throw new Error([...way.slice(way.indexOf(file)), file].map((each) => path.relative(source, each)).join(" → "));
    if (done.has(file)) return;
    for (const next of arrows.get(file) ?? []) visit(next, [...way, file]);
    done.add(file);
  };
  expect(() => files.forEach(({ file }) => visit(file, []))).not.toThrow();
});

const code = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
const inRooms = (...rooms: string[]) => files.filter(({ file }) => rooms.includes(roomOf(file)));

it("Office's names stay at the edge", () => {
  const found = inRooms("core", "importer", "sheets", "strings").filter(({ text }) =>
    /\b(Excel|Office|OfficeRuntime|CustomFunctions)\s*\./.test(code(text)),
  );
  expect(found.map(({ file }) => file)).toEqual([]);
});

it("the clock and the network stay at the edge", () => {
  const found = inRooms("core", "importer", "sheets", "strings", "functions").filter(({ text }) =>
    /\bDate\.now\b|\bnew Date\(\s*\)|\bfetch\s*\(/.test(code(text)),
  );
  expect(found.map(({ file }) => file)).toEqual([]);
});

it("a worksheet formula is spelled in one place", () => {
  const found = files.filter(
    ({ file, text }) =>
      !file.endsWith(path.join("sheets", "formulas.ts")) &&
      /["'`]=[A-Z]+\(/.test(code(text)) &&
      roomOf(file) !== "strings",
  );
  expect(found.map(({ file }) => path.relative(source, file))).toEqual([]);
});

it("folders are named after what they make", () => {
  expect(
    files.filter(({ file }) => /\b(utils?|helpers?|common|services?|misc)\b/i.test(path.relative(source, file))),
  ).toEqual([]);
});
