/** The papers say what is so: the drawing equals the imports, links lead somewhere, what they cite exists, commands and files are there. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(__dirname, "../..");
const PAPERS = [
  "README.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  "src/README.md",
  "src/core/RULES.md",
  "test/README.md",
  "hosting/checklist.md",
  "hosting/README.md",
  "test/workbench/BELIEFS.md",
];
const read = (file: string) => readFileSync(path.join(root, file), "utf8");
const sources = readdirSync(path.join(root, "src"), { recursive: true, encoding: "utf8" })
  .map((name) => name.split(path.sep).join("/"))
  .filter((name) => /\.ts$/.test(name));
const everyFile = new Set(
  ["src", "test", "assets", ".ci"].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" }).map(
      (name) => `${folder}/${name.split(path.sep).join("/")}`,
    ),
  ),
);

it("the drawing of src/README.md has an arrow for each room another imports, and no other", () => {
  const drawn = [...read("src/README.md").matchAll(/^ {2}(\w+) --> (\w+)$/gm)].map(([, from, to]) => `${from} ${to}`);
  const imported = new Set(
    sources.flatMap((name) => {
      const room = name.split("/")[0];
      return [...read(`src/${name}`).matchAll(/(?:from|import\(|new URL\()\s*"\.\.\/(\w+)\//g)].map(
        ([, other]) => `${room} ${other}`,
      );
    }),
  );
  expect(drawn.sort()).toEqual([...imported].sort());
});

it("every room has its line in the table", () => {
  const rooms = new Set(sources.map((name) => name.split("/")[0]));
  const told = [...read("src/README.md").matchAll(/^\| `(\w+)` \|/gm)].map(([, room]) => room);
  expect(told.sort()).toEqual([...rooms].sort());
});

/** The heading a link's fragment means, as GitHub makes them. */
const slug = (heading: string) =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, "")
    .replace(/ /g, "-");

it.each(PAPERS)("links of %s lead somewhere", (paper) => {
  const links = [...read(paper).matchAll(/\]\(([^)\s]+)\)/g)].map(([, to = ""]) => to);
  const lost = links
    .filter((to) => !/^https?:/.test(to))
    .filter((to) => {
      const [file = "", part] = to.split("#");
      const target = file === "" ? paper : path.join(path.dirname(paper), file);
      if (!existsSync(path.join(root, target))) return true;
      return part !== undefined && ![...read(target).matchAll(/^#+ (.*)$/gm)].some(([, h = ""]) => slug(h) === part);
    });
  expect(lost).toEqual([]);
});

it.each(PAPERS)("files and folders %s names are there", (paper) => {
  const named = [
    ...read(paper).matchAll(/`([a-z.][\w./-]*\/[\w.-]*[A-Za-z][\w.-]*|[\w-]+\.(?:ts|md|json|mjs|cjs))`/g),
  ].map(([, name = ""]) => name.replace(/\/$/, ""));
  const made = /^(dist|build|help|test-results|node_modules|yyyy|text\/|functions\.json$)/;
  const packages = new Set(Object.keys({ ...packageJson.dependencies, ...packageJson.devDependencies }));
  const lost = named.filter(
    (name) =>
      !made.test(name) &&
      !packages.has(name) &&
      !existsSync(path.join(root, name)) &&
      ![...everyFile].some((file) => file.endsWith(`/${name}`)) &&
      ![...everyFile].some((file) => file.includes(`/${name}/`)),
  );
  expect(lost).toEqual([]);
});

const packageJson = JSON.parse(read("package.json")) as {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};

it.each(PAPERS)("commands %s names are there", (paper) => {
  const scripts = [...read(paper).matchAll(/npm run (?:--\w+ )?([\w:-]+)/g)].map(([, name = ""]) => name);
  expect(scripts.filter((name) => !(name in packageJson.scripts))).toEqual([]);
  const folders = [...read(paper).matchAll(/npx jest (test\/[\w./-]+)/g)].map(([, name = ""]) => name);
  expect(folders.filter((name) => !existsSync(path.join(root, name)))).toEqual([]);
});

it("every script has a line in README", () => {
  const silent = /^(lint:|build:workbench|format|types|generate:|manifest)/;
  const told = read("README.md");
  expect(
    Object.keys(packageJson.scripts).filter(
      (name) => !silent.test(name) && !new RegExp(`npm (run )?(--silent )?${name}\\b`).test(told),
    ),
  ).toEqual([]);
});

it("what the code cites of RULES.md is a section of it", () => {
  const sections = new Set([...read("src/core/RULES.md").matchAll(/^## (.*)$/gm)].map(([, heading = ""]) => heading));
  const cited = sources.flatMap((name) =>
    [...read(`src/${name}`).matchAll(/(?<!const )\bRULES: ([A-Z][a-z][^);.:<]*)/g)].flatMap(([, names = ""]) => {
      const whole = names.trim();
      return sections.has(whole) ? [] : whole.split(", ").filter((each) => !sections.has(each));
    }),
  );
  expect(cited).toEqual([]);
});
