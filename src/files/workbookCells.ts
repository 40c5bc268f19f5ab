/** The cells of a sheet of an .xlsx file as it was saved: numbers and texts, no formulas. */
import { openArchive, partNamed, type Archive } from "./archive";
import { beginningOf } from "./magic";
import { refusedFile } from "./refusal";
import { atOnce, partOf, type Steps } from "../core/steps";
import { elementsNamed, refusedXml, xmlSteps } from "./xml";

const MOST_CELLS = 3_000_000;
const MOST_COLUMNS = 16_384;
const HALF = 0.5; // texts, then cells

/**
 * A file as text, or as the cells of a sheet where it is a workbook. Text is UTF-8, or GB18030 as Excel in China saves CSV.
 * @param isWanted as of `workbookCells`
 * @throws CatalogError documentRefused
 */
export const textOrCells = (bytes: Uint8Array, name: string, isWanted: (sheet: string) => boolean): TextOrCells =>
  atOnce(textOrCellsSteps(bytes, name, isWanted));

export type TextOrCells = { readonly text: string } | { readonly cells: (string | number)[][] };

/** The same in steps. */
export function* textOrCellsSteps(
  bytes: Uint8Array,
  name: string,
  isWanted: (sheet: string) => boolean,
): Steps<TextOrCells> {
  if (bytes.length === 0) throw refusedFile(name, "empty");
  if (beginningOf(bytes) !== null) return { cells: yield* workbookCells(bytes, name, isWanted) };
  for (const encoding of ["utf-8", "gb18030"])
    try {
      return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
    } catch {
      continue;
    }
  throw refusedFile(name, "notText");
}

/**
 * @param isWanted which sheet, by its name; without one of that kind the first
 * @throws CatalogError documentRefused
 */
function* workbookCells(
  bytes: Uint8Array,
  name: string,
  isWanted: (sheet: string) => boolean,
): Steps<(string | number)[][]> {
  if (beginningOf(bytes) !== "zip") throw refusedFile(name, "notWorkbook");
  const parts = openArchive(bytes, name);
  try {
    const strings = yield* partOf(sharedStrings(partNamed(parts, "xl/sharedStrings.xml")), 0, HALF);
    const sheet = sheetPart(parts, isWanted);
    if (!sheet) throw refusedFile(name, "notWorkbook");
    return yield* partOf(rowsOf(sheet, strings, name), HALF, 1);
  } catch (error) {
    throw refusedXml(error, name) ?? error;
  }
}

function sheetPart(parts: Archive, isWanted: (sheet: string) => boolean): Uint8Array | null {
  const workbook = partNamed(parts, "xl/workbook.xml");
  const relations = partNamed(parts, "xl/_rels/workbook.xml.rels");
  if (!workbook || !relations) return null;
  const targets = new Map(
    elementsNamed(relations, "Relationship").map((each) => [each.get("Id"), each.get("Target") ?? ""]),
  );
  const sheets = elementsNamed(workbook, "sheet");
  const found = sheets.find((each) => isWanted(each.get("name") ?? "")) ?? sheets[0];
  const target = targets.get([...(found ?? [])].find(([key]) => key.endsWith(":id"))?.[1]) ?? "";
  return partNamed(parts, target.startsWith("/") ? target.slice(1) : `xl/${target}`);
}

function* sharedStrings(part: Uint8Array | null): Steps<string[]> {
  const strings: string[] = [];
  if (!part) return strings;
  let isText = false;
  let isReading = 0; // what is said to be read aloud is no part of the text
  yield* xmlSteps(part, {
    opened: (name) => {
      if (name === "si") strings.push("");
      if (name === "rPh") isReading += 1;
      isText = name === "t" && isReading === 0;
    },
    text: (piece) => {
      if (isText) strings.push((strings.pop() ?? "") + piece);
    },
    closed: (name) => {
      if (name === "rPh") isReading -= 1;
      isText = false;
    },
  });
  return strings.map(unescaped);
}

/** Signs that XML does not know are written _x000D_ in these files. */
const unescaped = (text: string) =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

function* rowsOf(sheet: Uint8Array, strings: readonly string[], name: string): Steps<(string | number)[][]> {
  const rows: (string | number)[][] = [];
  let [row, column, cells] = [-1, -1, 0];
  let [type, value] = ["", ""];
  let isValue = false;
  yield* xmlSteps(sheet, {
    opened: (element, attributes) => {
      if (element === "row") {
        row = Number(attributes.get("r") ?? row + 2) - 1;
        column = -1;
      } else if (element === "c") {
        column = columnOf(attributes.get("r")) ?? column + 1;
        [type, value] = [attributes.get("t") ?? "n", ""];
        cells += 1;
        if (cells > MOST_CELLS || column >= MOST_COLUMNS || !(row >= 0 && row < 1_048_576))
          throw refusedFile(name, "tooComplex", `${MOST_CELLS / 10_000}万`);
      }
      isValue = element === "v" || (element === "t" && type === "inlineStr");
    },
    text: (piece) => {
      if (isValue) value += piece;
    },
    closed: (element) => {
      isValue = false;
      if (element !== "c" || value === "") return;
      while (rows.length <= row && rows.length < MOST_CELLS) rows.push([]);
      const cells = rows[row];
      if (!cells) return;
      while (cells.length < column) cells.push("");
      cells[column] = valueOf(type, value, strings);
    },
  });
  return rows;
}

function valueOf(type: string, value: string, strings: readonly string[]): string | number {
  if (type === "s") return strings[Number(value)] ?? "";
  if (type === "n") return Number.isFinite(Number(value)) ? Number(value) : value;
  return unescaped(value);
}

/** @example columnOf("AB12") // 27 */
function columnOf(address: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(address ?? "")?.[0];
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
