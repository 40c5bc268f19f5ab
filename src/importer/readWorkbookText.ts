/** An Excel workbook as text with its tables: each sheet that is not hidden is one, cells as they show, merged ones as merged. */
import { XMLParser } from "fast-xml-parser";
import { CatalogError } from "../core/errors";
import { partNamed, type Archive } from "../files/archive";
import { textOfXml } from "../files/xml";
import { TextWithTables, type CellFound, type Grid } from "./grid";
import { shownNumber } from "./numberFormat";
import { tidyText } from "./tidyText";

const MOST_CELLS = 300_000; // some six thousand tasks with fifty columns
const MOST_ROWS = 20_000;
const LONGEST_PART = 60_000_000; // characters

type Attributes = Readonly<Record<string, unknown>>;
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  isArray: (name: string) =>
    ["sheet", "Relationship", "si", "r", "xf", "numFmt", "row", "c", "mergeCell", "t"].includes(name),
});

/** @param parts the archive's, whose XML is known to be well-formed and within bounds @throws CatalogError documentRefused */
export function readWorkbookText(parts: Archive, name: string): { text: string; grids: readonly Grid[] } {
  const part = (path: string): Attributes | null => {
    const data = partNamed(parts, path);
    if (data === null) return null;
    const text = textOfXml(data);
    if (text.length > LONGEST_PART)
      throw new CatalogError("documentRefused", {
        name,
        reason: "tooLarge",
        limit: `${LONGEST_PART / 1_000_000} MB`,
      });
    try {
      return parser.parse(text) as Attributes;
    } catch {
      throw new CatalogError("documentRefused", { name, reason: "damaged" });
    }
  };
  const workbook = part("xl/workbook.xml");
  const relations = list(at(part("xl/_rels/workbook.xml.rels"), "Relationships", "Relationship"));
  const targets = new Map(relations.map((each) => [text(each["@Id"]), text(each["@Target"])]));
  const strings = list(at(part("xl/sharedStrings.xml"), "sst", "si")).map(richText);
  const formats = formatsOf(part("xl/styles.xml"));
  const is1904 = ["1", "true"].includes(text(record(at(workbook, "workbook", "workbookPr"))["@date1904"]));
  const written = new TextWithTables();
  let cells = 0;
  for (const sheet of list(at(workbook, "workbook", "sheets", "sheet"))) {
    if (!["", "visible"].includes(text(sheet["@state"]))) continue;
    const target = targets.get(text(sheet["@id"])) ?? "";
    const content = part(target.startsWith("/") ? target.slice(1) : `xl/${target}`);
    const rows = rowsOf(record(at(content, "worksheet")), { strings, formats, is1904 });
    cells += rows.reduce((sum, row) => sum + row.length, 0);
    if (cells > MOST_CELLS || rows.length > MOST_ROWS)
      throw new CatalogError("documentRefused", {
        name,
        reason: "tooLarge",
        limit: `${MOST_CELLS / 10_000}万格`,
      });
    if (rows.length === 0) continue;
    const title = tidyText(text(sheet["@name"])).trim();
    if (!/^(?:sheet|工作表)\s*\d*$/iu.test(title)) written.add(`${title}\n`);
    written.addTable(rows);
    written.add("\n");
  }
  return { text: written.text, grids: written.grids };
}

interface Book {
  readonly strings: readonly string[];
  readonly formats: readonly string[];
  readonly is1904: boolean;
}

/** The cells that begin in each row, from the first filled column to the last; blank rows at the end are left out. */
function rowsOf(sheet: Attributes, book: Book): CellFound[][] {
  const texts = new Map<number, Map<number, string>>();
  let last = 0;
  for (const [position, row] of list(at(sheet, "sheetData", "row")).entries()) {
    const number = Number(text(row["@r"])) || position + 1;
    if (number > MOST_ROWS * 2) break;
    const line = new Map<number, string>();
    for (const [index, cell] of list(row.c).entries()) {
      const shown = tidyText(shownIn(cell, book)).trim();
      const column = columnOf(text(cell["@r"])) ?? index;
      if (shown !== "") line.set(column, shown);
    }
    if (line.size > 0) last = Math.max(last, number);
    texts.set(number, line);
  }
  const filled = [...texts.values()].flatMap((line) => [...line.keys()]);
  if (filled.length === 0) return [];
  const left = filled.reduce((least, each) => Math.min(least, each), Infinity);
  const right = filled.reduce((most, each) => Math.max(most, each), 0);
  const merged = mergesOf(sheet);
  const first = [...texts].find(([, line]) => line.size > 0)?.[0] ?? 1;
  const rows: CellFound[][] = [];
  for (let number = first; number <= last; number++) {
    const line: CellFound[] = [];
    for (let column = left; column <= right; column++) {
      const range = merged.get(`${number}|${column}`);
      if (range === "covered") continue;
      line.push({ text: texts.get(number)?.get(column) ?? "", rows: range?.rows ?? 1, columns: range?.columns ?? 1 });
    }
    rows.push(line);
  }
  return rows;
}

type Merge = { readonly rows: number; readonly columns: number } | "covered";

function mergesOf(sheet: Attributes): Map<string, Merge> {
  const merged = new Map<string, Merge>();
  for (const each of list(at(sheet, "mergeCells", "mergeCell"))) {
    const found = /^([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)$/.exec(text(each["@ref"]));
    const [left, right] = [columnOf(found?.[1] ?? ""), columnOf(found?.[3] ?? "")];
    const [top, bottom] = [Number(found?.[2]), Number(found?.[4])];
    if (left === null || right === null || (right - left + 1) * (bottom - top + 1) > MOST_CELLS) continue;
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) merged.set(`${row}|${column}`, "covered");
    merged.set(`${top}|${left}`, { rows: bottom - top + 1, columns: right - left + 1 });
    if (merged.size > MOST_CELLS) break;
  }
  return merged;
}

function shownIn(cell: Attributes, { strings, formats, is1904 }: Book): string {
  const value = scalar(cell.v);
  switch (text(cell["@t"])) {
    case "s":
      return strings[Number(value)] ?? "";
    case "inlineStr":
      return richText(record(cell.is));
    case "str":
    case "e":
      return value;
    case "b":
      return value === "1" ? "是" : "否";
    default:
      return value === "" ? "" : shownNumber(Number(value), formats[Number(text(cell["@s"]) || 0)] ?? "", is1904);
  }
}

/** The number formats of the cell styles, by their positions. */
function formatsOf(styles: Attributes | null): string[] {
  const own = new Map(
    list(at(styles, "styleSheet", "numFmts", "numFmt")).map((each) => [
      text(each["@numFmtId"]),
      text(each["@formatCode"]),
    ]),
  );
  return list(at(styles, "styleSheet", "cellXfs", "xf")).map((each) => {
    const id = text(each["@numFmtId"]);
    return own.get(id) ?? (BUILT_IN_PERCENT.has(id) ? "0%" : BUILT_IN_DATES.has(Number(id)) ? "yyyy-mm-dd" : "");
  });
}
// ECMA-376 18.8.30: formats every Excel knows without their being written; 27 and on are the Chinese ones.
const BUILT_IN_PERCENT: ReadonlySet<string> = new Set(["9", "10"]);
const BUILT_IN_DATES: ReadonlySet<number> = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58,
]);

/** The text of a string item: its own, or that of its runs. What is said in 拼音 above them is no part of it. */
function richText(item: Attributes): string {
  const own = (item.t === undefined ? [] : asList(item.t)).map(scalar).join("");
  return (
    own +
    list(item.r)
      .map((run) => asList(run.t).map(scalar).join(""))
      .join("")
  );
}

function columnOf(reference: string): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0];
  return letters === undefined
    ? null
    : [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

const record = (value: unknown): Attributes =>
  typeof value === "object" && value !== null ? (value as Attributes) : {};
const asList = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];
const list = (value: unknown): Attributes[] => asList(value).map(record);
const text = (value: unknown): string => (typeof value === "string" ? value : "");
/** The text of an element, which the parser gives as an object where it has attributes. */
const scalar = (value: unknown): string =>
  typeof value === "object" && value !== null ? text(record(value)["#text"]) : text(value);
const at = (from: unknown, ...names: readonly string[]): unknown =>
  names.reduce<unknown>((value, name) => record(value)[name], from);
