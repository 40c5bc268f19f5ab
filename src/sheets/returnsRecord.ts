/** The record of returns (填报记录): one row a value that came into the ledger, with when, who and which file. */
import { zh } from "../strings/zh";
import type { Entry } from "./ledgerColumns";
import { minuteOf } from "./madeAt";
import { addressOf, type Content, type SheetPlan } from "./plan";
import { columnHeading, type Value } from "./bids";
import type { PlacedWrite } from "./returns";

const words = zh.returns.record;

/** The name of the record's sheet, where it is free. */
export const RECORD_NAME = words.sheetName;

/** What heads the record's columns, from A. */
export const RECORD_HEADINGS: readonly string[] = words.headings;

/** How the record's first column shows a moment. */
export const MOMENT_FORMAT = "@";

/** Widths in points. */
const WIDTHS = [100, 150, 90, 160, 84, 74, 90, 90, 76];
const HEADER = { fill: "#1F3B63", fontColor: "#FFFFFF" };

/**
 * The record's rows for values that were written.
 * @param sheet the ledger's sheet
 * @param madeAt the moment, on the clock of the wall
 * @param undoing whether they took an earlier collection back
 */
export function recordRows(
  sheet: string,
  entry: Entry,
  writes: readonly PlacedWrite[],
  madeAt: Date,
  undoing = false,
): Content[][] {
  return writes.map(({ files, department, indicator, id, column, before, after, at }) => [
    minuteOf(madeAt), // a text: a number would be four years off where days count from 1904
    undoing ? words.undone(files) : words.files(files),
    department,
    indicator,
    id,
    columnHeading(column, entry),
    asContent(before),
    asContent(after),
    `${sheet}!${addressOf(at)}`,
  ]);
}

const asContent = (value: Value): Content => (typeof value === "boolean" ? String(value) : value);

/** The columns that tell a row of the record: when, and the ledger's cell. */
export const RECORD_KEYS = [0, RECORD_HEADINGS.length - 1] as const;

/** What a row says in them, once it is written. */
export function recordKey(row: readonly Content[]): readonly [string, string] {
  const [moment, place] = RECORD_KEYS.map((column) => String(row[column] ?? ""));
  return [moment ?? "", place ?? ""];
}

/** A new record with these rows. */
export function recordPlan(name: string, rows: readonly (readonly Content[])[]): SheetPlan {
  const columns = RECORD_HEADINGS.length;
  const header = { row: 0, column: 0, rows: 1, columns };
  return {
    name,
    tabColor: HEADER.fill,
    content: [RECORD_HEADINGS, ...rows],
    columnWidths: WIDTHS,
    styles: [{ block: header, ...HEADER, bold: true, align: "Center", middle: true, rowHeight: 24 }],
    numberFormats: [{ block: { row: 1, column: 0, rows: rows.length, columns: 1 }, formats: MOMENT_FORMAT }],
    validations: [],
    colourRules: [],
    names: [],
    frozen: { rows: 1, columns: 1 },
    print: { titleRows: { first: 0, last: 0 }, columns, footer: zh.ledger.printFooter },
    start: header,
  };
}
