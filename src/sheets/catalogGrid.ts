/**
 * A catalog as a grid of cells, as a statistician keeps it: a row a commitment. What has no column of its own stands as JSON in 其他字段, so
 * that nothing is lost; `catalogGridRead` reads it again.
 */
import type { Catalog, Commitment } from "../core/types";
import { zhSheets as zh } from "../strings/zhSheets";
import { GROUPS, HEADINGS, readCells, type Book } from "./catalogColumns";
import { ABOUT, bookOf, GOES_ON, LISTS, MARKS } from "./catalogMarks";
import type { CellValue } from "./standingLedger";

export { HEADINGS } from "./catalogColumns";

const PIECE = 30_000; // characters; a cell holds 32,767
/** The catalog as rows of cells, headings included. */
export function gridOf(catalog: Catalog): CellValue[][] {
  const words = zh.catalogSheet.head;
  const { title, region, year, version, id, schemaVersion, $schema } = catalog;
  const head: CellValue[] = [
    words.title,
    title,
    words.region,
    region,
    words.year,
    year,
    words.version,
    version,
    words.id,
    id,
    words.format,
    schemaVersion,
  ];
  const isTold = [title, region, version, id].every((word) => isPlain(word) && word === word.trim());
  const about = isTold && $schema === undefined ? [] : listedRows(ABOUT, { $schema, title, region, version, id });
  const book = bookOf(catalog);
  const rows = catalog.commitments.flatMap((commitment) => rowsOf(commitment, book));
  const listed = LISTS.flatMap((list) => (catalog[list] ?? []).flatMap((each) => listedRows(MARKS[list], each)));
  const wide = (row: readonly CellValue[]) => [...row, ...Array<CellValue>(HEADINGS.length - row.length).fill("")];
  return [head, [...HEADINGS], ...rows, ...about, ...listed].map(wide);
}

function rowsOf(commitment: Commitment, book: Book): CellValue[][] {
  let rest: Partial<Commitment> = commitment;
  const cells: CellValue[] = [];
  for (const group of GROUPS) {
    const written = group.write(commitment, book);
    const isKept = written !== null && written.every(isPlain) && group.fields.every((field) => sameField(field));
    function sameField(field: keyof Commitment): boolean {
      const read = written && readCells(group, written, book);
      return read !== null && "read" in read && JSON.stringify(read.read[field]) === JSON.stringify(commitment[field]);
    }
    cells.push(...(isKept ? written : group.headings.map(() => "")));
    if (isKept) rest = Object.fromEntries(Object.entries(rest).filter(([key]) => !group.fields.includes(key as never)));
  }
  const json = Object.keys(rest).length === 0 ? "" : asJson(rest);
  const [first = "", ...more] = pieces(json);
  return [[...cells, first], ...more.map((piece) => markedRow(GOES_ON, piece))];
}

/** Texts that stay what they are in every cell and in CSV: without line breaks and other signs nobody sees. */
const isPlain = (value: CellValue) => typeof value !== "string" || !/[\p{Cc}\p{Cs}\u2028\u2029\ufeff]/u.test(value);

const asJson = (value: unknown) =>
  JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

function pieces(text: string): string[] {
  return Array.from({ length: Math.ceil(text.length / PIECE) }, (_, at) => text.slice(at * PIECE, (at + 1) * PIECE));
}

function listedRows(mark: string, value: unknown): CellValue[][] {
  return pieces(asJson(value)).map((piece, at) => markedRow(at === 0 ? mark : GOES_ON, piece));
}

const markedRow = (mark: string, json: string): CellValue[] => [
  mark,
  ...Array<CellValue>(HEADINGS.length - 3).fill(""),
  json,
];
