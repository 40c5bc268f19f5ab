/**
 * How long thirty pages of PDF and of Word take, from bytes to drafts, once the readers are loaded: `npm run bench:read`. The goal is
 * a second. The two files are generated; `-- report.pdf` reads others as well.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { importReport } from "../../src/importer/importReport";
import { readDocument } from "../../src/importer/readDocument";
import { pdfFile, wordFile } from "../importer/files";
import { ownPassages } from "../importer/passages";

const PAGES = 30;
const LINES = 34; // of a page in 三号 type
const CHARACTERS = 36; // of a line
const ROUNDS = 7;
const GOAL_MILLISECONDS = 1000;
const CHARACTER_MAPS = `${path.resolve(__dirname, "../../node_modules/pdfjs-dist/cmaps")}/`;

/** The lines of a report of thirty pages: the passages over and over, broken as a printed page breaks them. */
function printedLines(): string[] {
  const paragraphs = ownPassages().flatMap(({ text }) => text.split("\n"));
  const lines: string[] = [];
  for (let at = 0; lines.length < PAGES * LINES; at++) {
    const paragraph = paragraphs[at % paragraphs.length] ?? "";
    for (let from = 0; from < paragraph.length; from += CHARACTERS)
      lines.push(paragraph.slice(from, from + CHARACTERS));
  }
  return lines.slice(0, PAGES * LINES);
}

const lines = printedLines();
const pages = Array.from({ length: PAGES }, (_, page) =>
  lines.slice(page * LINES, (page + 1) * LINES).map((text, row) => ({ x: 60, y: 780 - 22 * row, text })),
);

async function measure(name: string, file: string, bytes: Uint8Array): Promise<void> {
  const times: number[] = [];
  let said = "";
  for (let round = 0; round <= ROUNDS; round++) {
    const begin = performance.now();
    const read = await readDocument(bytes, file, { characterMaps: CHARACTER_MAPS });
    const { drafts } = importReport(read.text, { year: 2025 });
    if (round > 0) times.push(performance.now() - begin); // the first round loads the reader
    said = `${read.pages ?? PAGES} pages, ${read.text.length} characters, ${drafts.length} drafts`;
  }
  times.sort((left, right) => left - right);
  const [best = 0, median = 0] = [times[0], times[Math.floor(times.length / 2)]];
  console.log(`${name.padEnd(18)} | ${best.toFixed(0).padStart(5)} | ${median.toFixed(0).padStart(6)} | ${said}`);
}

async function main(): Promise<void> {
  console.log("file               |  best | median | ms from bytes to drafts");
  await measure("PDF", "report.pdf", pdfFile(pages));
  await measure("Word", "report.docx", wordFile(lines));
  for (const file of process.argv.slice(2)) await measure(path.basename(file), file, readFileSync(file));
  console.log(`goal: ${PAGES} pages within ${GOAL_MILLISECONDS} ms`);
}

void main();
