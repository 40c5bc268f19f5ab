/** What the sources of the add-in keep to and no tool knows. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const source = path.resolve(__dirname, "../../src");
const files = readdirSync(source, { recursive: true, encoding: "utf8" })
  .filter((name) => /\.(ts|js)$/.test(name))
  .map((name) => ({ name: name.split(path.sep).join("/"), text: readFileSync(path.join(source, name), "utf8") }));

const code = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");

it("a worksheet formula is spelled in one place", () => {
  const found = files.filter(
    ({ name, text }) =>
      !/^sheets\/formulas\w*\.ts$/.test(name) && !name.startsWith("strings/") && /["'`]=[A-Z]+\(/.test(code(text)),
  );
  expect(found.map(({ name }) => name)).toEqual([]);
});

it("folders are named after what they make", () => {
  expect(files.filter(({ name }) => /\b(utils?|helpers?|common|services?|misc)\b/i.test(name))).toEqual([]);
});

it("what reaches users stands under dependencies, where audits look", () => {
  const { dependencies } = JSON.parse(readFileSync(path.resolve(source, "../package.json"), "utf8")) as {
    dependencies: Record<string, string>;
  };
  const found = files
    .filter(({ name }) => name !== "core/catalogSchema.ts") // only what is generated from it ships
    .flatMap(({ name, text }) =>
      [...code(text).matchAll(/^(?:import|export) (?!type)[^;]*?from "((?:@[\w.-]+\/)?[\w:-][\w:.-]*)[/"]/gm)].map(
        ([, library = ""]) => ({ name, library }),
      ),
    )
    .filter(({ library }) => !library.startsWith("node:"));
  expect(found.length).toBeGreaterThan(10);
  expect(found.filter(({ library }) => !(library in dependencies))).toEqual([]);
});

it("no text is read as markup or as code", () => {
  const readers =
    /\b(?:innerHTML|outerHTML|insertAdjacentHTML|unsafeHTML|unsafeSVG|unsafeStatic|srcdoc|document\.write|eval|Function)\b\s*[(=]/;
  const found = files.filter(({ text }) => readers.test(code(text)));
  expect(found.map(({ name }) => name)).toEqual([]);
});
