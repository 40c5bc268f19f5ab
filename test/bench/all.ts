/**
 * Every bench beside its peers, one after the other, and one table of what they measured, with the machine and the versions it was measured on:
 * `npm run bench`, into test/bench/RESULTS.md. `-- lookUps search` runs those alone and prints the table only.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import path from "node:path";
import { buildSync } from "esbuild";
import { format } from "prettier";
import { projectFolder } from "../workbench/server/projectFolder";
import type { Measurement } from "./table";

/** The benches with a peer, in the order of the table. */
const PARTS = ["lookUps", "search", "extractThroughput", "paneReady"];
const RESULTS = path.join(projectFolder, "test/bench/RESULTS.md");
const LIBRARIES = [
  "hyperformula",
  "minisearch",
  "fuse.js",
  "@node-rs/jieba",
  "@microsoft/recognizers-text-number-with-unit",
  "pinyin-pro",
];

const versionOf = (name: string): string =>
  (
    JSON.parse(readFileSync(path.join(projectFolder, "node_modules", name, "package.json"), "utf8")) as {
      version: string;
    }
  ).version;

/** Three digits that count. */
const figure = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString("en-US") : String(Number(value.toPrecision(3)));

function lineOf({ what, ours, peer, theirs, unit, most }: Measurement): string {
  const limit = most === undefined ? "" : `≤ ${most}${ours > theirs * most ? " **above**" : ""}`;
  return `| ${[what, `${figure(ours)} ${unit}`, peer, `${figure(theirs)} ${unit}`, (ours / theirs).toFixed(2), limit].join(" | ")} |`;
}

async function main(): Promise<void> {
  const asked = process.argv.slice(2);
  const unknown = asked.filter((each) => !PARTS.includes(each));
  if (unknown.length > 0) throw new Error(`${unknown.join(", ")}: the benches are ${PARTS.join(", ")}`);
  const folder = mkdtempSync(path.join(tmpdir(), "bench-"));
  const lines = path.join(folder, "lines");
  const failed = (asked.length > 0 ? asked : PARTS).filter((part) => {
    console.log(`\n=== ${part}`);
    // Bundled first: what turns TypeScript into JavaScript on the way would be measured too.
    const { status } = spawnSync(process.execPath, [...scriptOf(part)], {
      cwd: projectFolder,
      stdio: "inherit",
      env: { ...process.env, BENCH_LINES: lines },
    });
    return status !== 0;
  });
  const measurements = existsSync(lines)
    ? readFileSync(lines, "utf8")
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as Measurement)
    : [];
  rmSync(folder, { recursive: true });
  const [processor] = cpus();
  const table = [
    "# What was measured",
    "",
    `Made by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: ${cpus().length} × ${processor?.model ?? "?"}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}, ${LIBRARIES.map((name) => `${name} ${versionOf(name)}`).join(", ")}.`,
    "Each line is measured beside its peer in one run; ratios carry over to other machines, times do not.",
    "",
    "| what | ours | peer | theirs | ratio | limit |",
    "| --- | --- | --- | --- | --- | --- |",
    ...measurements.map(lineOf),
    "",
  ].join("\n");
  if (asked.length > 0) console.log(`\n${table}`);
  else writeFileSync(RESULTS, await format(table, { parser: "markdown", printWidth: 120 }));
  if (failed.length > 0) {
    console.error(`above their limits, or broken: ${failed.join(", ")}`);
    process.exitCode = 1;
  }
}

/** How a bench is run. Look-ups take fractions of a microsecond: what tsx puts around functions would be measured too, so they are bundled. */
function scriptOf(part: string): readonly string[] {
  const source = path.join(projectFolder, "test/bench", `${part}.ts`);
  if (part !== "lookUps") return ["--import", "tsx", source];
  const script = path.join(projectFolder, ".cache/bench", `${part}.cjs`);
  buildSync({ entryPoints: [source], bundle: true, platform: "node", packages: "external", outfile: script });
  return ["--expose-gc", script];
}

void main();
