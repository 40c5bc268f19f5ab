/**
 * The importer on the command line: `npm run --silent extract -- FILE [--year 2025] [--department 市教育局] [--tense plan]` prints one JSON object
 * `{ document, drafts, issues, leftOut }`. Values and units are as written: 4.2 with 万人. Ends with 1 and a sentence on input it cannot read.
 */
import { readFile, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { parseArgs } from "node:util";
import { CatalogError } from "../core/errors";
import { readInTime } from "../files/timedReading";
import { importDocument, understandTables } from "../importer/importDocument";
import { LIMITS, type DocumentText } from "../importer/readDocument";
import { TEXT_KINDS, type TextKind } from "../importer/tense";
import { errorSentence, strings } from "../strings/strings";
import { startThread } from "./startThread";

async function main(): Promise<void> {
  const words = strings().commandLine;
  const { values, positionals } = optionsGiven();
  const [file, ...more] = positionals;
  if (values.help) {
    process.stdout.write(`${words.usage}\n`);
    return;
  }
  if (file === undefined || more.length > 0) throw new Usage(words.usage);
  const year = values.year === undefined ? undefined : Number(values.year);
  if (year !== undefined && !(Number.isInteger(year) && year >= 1990 && year <= 2100))
    throw new Usage(words.yearWrong(values.year ?? ""));
  const tense = values.tense === undefined ? undefined : kindOfText(values.tense);
  const bytes = await bytesOf(file);
  const name = path.basename(file);
  const document = await readInTime<DocumentText>(() => startThread(), {
    read: "document",
    name,
    bytes,
    characterMaps: characterMaps(),
  });
  const { text, grids, ...kind } = document;
  const readings = understandTables(text, grids, year);
  const report = importDocument(text, grids, readings, { year, department: values.department, tense });
  const drafts = report.drafts.map((draft) => ({ ...draft, sentence: undefined })); // what is undefined is not printed
  const issues = report.issues.map(({ code, span, indicator, figures }) => ({
    code,
    message: strings().importIssues[code](indicator, figures),
    span,
  }));
  const leftOut = report.leftOut.map(({ reason, value, unit, span, phrase, sentence }) => ({
    phrase,
    value,
    unit,
    span,
    reason,
    message: strings().leftOut[reason].why,
    sentence: text.slice(...sentence),
  }));
  const tables = readings.map(({ grid, headerRows, columns, unit }) => ({
    span: grid.span,
    rows: grid.rows.length,
    headerRows,
    ...(unit === null ? {} : { unit }),
    columns: columns.map(({ label, role, unit: counted, place, indicator }) => ({
      label,
      role,
      ...(counted === null ? {} : { unit: counted }),
      ...(place === null ? {} : { place }),
      ...(indicator === null ? {} : { indicator }),
    })),
  }));
  const about = {
    name: path.basename(file),
    ...kind,
    characters: text.length,
    year: report.year,
    ...(tables.length > 0 ? { tables } : {}),
  };
  process.stdout.write(`${JSON.stringify({ document: about, drafts, issues, leftOut }, null, 2)}\n`);
}

class Usage extends Error {}

/** An option that is not known, or lacks its value, is told of with what would do. */
function optionsGiven() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        year: { type: "string" },
        department: { type: "string" },
        tense: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch {
    throw new Usage(
      `${strings().commandLine.optionWrong(process.argv.slice(2).join(" "))}\n${strings().commandLine.usage}`,
    );
  }
}

/** What the text is, in either language: plan or 计划, review or 回顾, both or 都有. */
function kindOfText(given: string): TextKind {
  const words = strings().commandLine;
  const kind = TEXT_KINDS.find((each) => each === given || words.tense[each] === given);
  if (kind === undefined) throw new Usage(words.tenseWrong(given));
  return kind;
}

async function bytesOf(file: string): Promise<Uint8Array> {
  const words = strings().commandLine;
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) throw new Usage(words.noFile(file));
  if (found.size > LIMITS.fileMegabytes * 1024 * 1024)
    throw new CatalogError("documentRefused", {
      name: path.basename(file),
      reason: "tooLarge",
      limit: `${LIMITS.fileMegabytes} MB`,
    });
  return new Uint8Array(await readFile(file));
}

/** The tables of Chinese encodings lie beside the PDF reader. */
function characterMaps(): string {
  return `${path.dirname(createRequire(__filename).resolve("pdfjs-dist/package.json"))}/cmaps/`;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Usage ? error.message : errorSentence(error)}\n`);
  process.exitCode = 1;
});
