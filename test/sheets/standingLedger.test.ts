/** The one reader of ledgers: what people rename, delete, insert and write around a ledger. */
import { session } from "../../src/excel/session";
import { entriesOf, readingOf } from "../../src/sheets/ledgerEntries";
import { emptyHistory } from "../../src/sheets/history";
import { ledger } from "../../src/sheets/ledger";
import { headingOf, columnsOf, REQUIRED_COLUMNS, type Entry } from "../../src/sheets/ledgerColumns";
import { columnName, Formula, type Content } from "../../src/sheets/plan";
import { leadersCopyStamp } from "../../src/sheets/leadersCopy";
import { planUpdate } from "../../src/sheets/ledgerUpdate";
import {
  formulaAt,
  readSheet,
  shownIn,
  standingLedger,
  wholeSettings,
  type CellValue,
  type SheetCells,
} from "../../src/sheets/standingLedger";

const { index, rules } = session;
type Grid = CellValue[][];

/** A ledger of the education bureau as a grid of contents. */
function grid(entry: Entry = "cumulative"): Grid {
  const { content } = ledger(index, ["education"], rules, "台账", "2024Q2", entry);
  return content.map((row) => columnsOf("cumulative").map((_, column): CellValue => plain(row[column] ?? "")));
}
const plain = (content: Content): CellValue => (content instanceof Formula ? String(content) : content);
const columnOf = (heading: string, rows: Grid) => rows[HEADER]!.indexOf(heading);
const HEADER = 4;

/** As Excel tells such cells: a formula shows a number. */
function cells(rows: Grid, from: readonly [row: number, column: number] = [0, 0], name = "台账"): SheetCells {
  const isFormula = (value: CellValue) => typeof value === "string" && value.startsWith("=");
  const values = rows.map((row) => row.map((value) => (isFormula(value) ? 7 : value)));
  return {
    name,
    row: from[0],
    column: from[1],
    formulas: rows,
    values,
    texts: values.map((row) => row.map(String)),
  };
}
/** A column taken out, and what formulas say of those behind it moved along, as Excel does. */
const without = (rows: Grid, column: number): Grid => {
  const moved = (value: CellValue): CellValue =>
    typeof value === "string" && value.startsWith("=")
      ? value.replace(/(?<![A-Z"])(\$?)([A-Z]{1,2})(\$?\d+)/g, (_, dollar: string, letters: string, row: string) => {
          const at = numberOf(letters);
          return `${dollar}${at > column ? columnName(at - 1) : letters}${row}`;
        })
      : value;
  return rows.map((row) => row.filter((_, at) => at !== column).map(moved));
};
const numberOf = (letters: string) => [...letters].reduce((sum, each) => sum * 26 + each.charCodeAt(0) - 64, 0) - 1;

const optional = columnsOf("cumulative")
  .map(([name]) => name)
  .filter((name) => !REQUIRED_COLUMNS.some((required) => required === name));

describe.each(optional)("a ledger without the column %s", (name) => {
  const rows = grid();
  const heading = headingOf(name, "cumulative");
  it.each([
    ["renamed", rows.map((row, at) => (at === HEADER ? row.map((cell) => (cell === heading ? "我改的" : cell)) : row))],
    ["taken out", without(rows, columnOf(heading, rows))],
  ])("that was %s is read whole", (_, changed) => {
    const read = standingLedger(cells(changed))!;
    expect(read.at[name]).toBeUndefined();
    expect(read.rows).toHaveLength(standingLedger(cells(rows))!.rows.length);
    expect(entriesOf(read).map(({ indicator }) => indicator)).toEqual(
      entriesOf(standingLedger(cells(rows))!).map(({ indicator }) => indicator),
    );
    expect(shownIn(read, read.rows[0]!.row, name)).toEqual({ value: "", text: "" });
    const plan = planUpdate(index, ["education", "tax"], session.inForce(), read);
    if (name.startsWith("quarter")) expect(plan).toEqual({ refused: "noPeriods", missing: [heading] });
    else {
      expect(plan).toMatchObject({ update: { gone: [] } });
      const written = "update" in plan ? plan.update.writes.flatMap(({ content }) => content.flat()) : [];
      expect(written.filter((each) => /undefined|NaN|#REF/.test(String(each)))).toEqual([]);
    }
  });
});

describe.each(REQUIRED_COLUMNS)("a ledger without the column %s", (name) => {
  it("is none, and what it lacks is told unless it could be any table", () => {
    const rows = grid();
    const reading = readSheet(cells(without(rows, columnOf(headingOf(name, "cumulative"), rows))));
    expect(reading).toEqual(
      name === "indicator" ? { is: "other" } : { is: "likeLedger", missing: [headingOf(name, "cumulative")] },
    );
  });
});

it("tells places on the sheet, wherever the grid begins", () => {
  const read = standingLedger(cells(grid(), [10, 2]))!;
  expect([read.header, read.rows[0]!.row, read.at.department]).toEqual([10 + HEADER, 10 + HEADER + 1, 3]);
  expect(read.settings.asOf).toMatchObject({ row: 12, column: 4 });
  expect(readingOf(read).columns.department).toBe(`$D$16:$D$${16 + read.rows.length}`);
});

it("finds settings behind inserted columns, and the counts of 截至期 among what people wrote between", () => {
  const rows = grid().map((row, at) => {
    const day = 4; // 截至日's own cell
    const changed = [...row];
    changed.splice(day, 0, at === 2 ? "" : "新");
    changed.splice(day + 2, 0, at === 2 ? "请核对" : "又新");
    return changed; // 截至日 stands at 5, its quarter behind 请核对 and 基数
  });
  const read = standingLedger(cells(rows))!;
  const settings = wholeSettings(read)!;
  expect([settings.asOfDay.column, settings.asOfPeriod.column, settings.asOfMonths.column]).toEqual([5, 8, 9]);
});

it.each<[string, (rows: Grid) => Grid, number]>([
  ["a row people added counts", (rows) => withRow(rows, ["", "市教育局", "自加事项"]), 11],
  ["a sum does not", (rows) => withRow(rows, ["", "合计", "", "", 8310]), 10],
  ["nor a sum in the indicator's place", (rows) => withRow(rows, ["", "", "小 计"]), 10],
  ["nor a note", (rows) => withRow(rows, ["", "", "注：数据为快报"]), 10],
  ["nor the legend without its heading", (rows) => rows.filter((row) => row[1] !== "图例与判定规则"), 10],
])("%s", (_, change, count) => {
  expect(standingLedger(cells(change(grid())))!.rows).toHaveLength(count);
});
const withRow = (rows: Grid, row: CellValue[]) => [
  ...rows.slice(0, HEADER + 11),
  columnsOf("cumulative").map((_, column): CellValue => row[column] ?? ""),
  ...rows.slice(HEADER + 11),
];

it("tells single quarters by their headings, with or without their line breaks", () => {
  const rows = grid("perQuarter").map((row) => row.map((each) => String(each).replace("\n", " ")));
  expect(standingLedger(cells(rows))?.entry).toBe("perQuarter");
});

it("takes neither a history nor a leader's copy for a ledger, whatever their sheets are called", () => {
  const history = emptyHistory("历史").content.map((row) => [
    ...row.map(plain),
    ...Array.from({ length: 15 }, () => ""),
  ]);
  expect(readSheet(cells(history)).is).toBe("other");
  const rows = grid();
  rows[1]![0] = leadersCopyStamp(new Date(2024, 6, 1), "目录");
  expect(readSheet(cells([[""], ...rows] as Grid, [0, 0], "给领导")).is).toBe("leadersCopy");
});

it("knows text that looks like a formula", () => {
  const looks = '=TARGET("教育局","新增学位")';
  const read: SheetCells = {
    name: "表",
    row: 0,
    column: 0,
    formulas: [[looks, looks]],
    values: [[looks, 8310]],
    texts: [[looks, "8310"]],
  };
  expect([formulaAt(read, 0, 0), formulaAt(read, 0, 1)]).toEqual([null, looks]);
});
