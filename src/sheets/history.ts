/** The history (历史): what a ledger said at each 截至期, as it was signed. Rows are copied into it once and never worked out again. */
import type { Preset } from "../core/status";
import { STATUSES } from "../core/types";
import { zhSheets as zh } from "../strings/zhSheets";
import type { Damage } from "./damage";
import type { LedgerColumn, LedgerSettings } from "./ledgerColumns";
import { minuteOf } from "./madeAt";
import { cell, type Content, type SheetPlan, type Style } from "./plan";
import { settingOf, shownAt, shownIn, type SheetCells, type StandingLedger } from "./standingLedger";
import { STATUS_LOOKS, statusRules } from "./statusColours";

const words = zh.ledger.history;

/** The name of the history's sheet, where it is free. */
export const HISTORY_NAME = words.sheetName;

/** The columns of the history, from A. Widths in points. */
const COLUMNS = [
  ["frozenAt", 104],
  ["asOf", 66],
  ["ledger", 60],
  ["department", 92],
  ["indicator", 150],
  ["target", 80],
  ["latest", 80],
  ["attainment", 62],
  ["share", 62],
  ["gap", 90],
  ["status", 70],
  ["reason", 140],
  ["measures", 140],
  ["rules", 220],
  ["id", 80],
] as const;
type Column = (typeof COLUMNS)[number][0];
const at = Object.fromEntries(COLUMNS.map(([name], index) => [name, index])) as Record<Column, number>;

const LEGEND_ROW = 2;
const HEADER_ROW = 3;
export const HISTORY_FIRST_ROW = 4;
const PAINTED_ROWS = 100_000; // more than any office freezes
const HEADER = { fill: "#1F3B63", fontColor: "#FFFFFF" };

/** The history as it is made, without rows. */
export function emptyHistory(name: string): SheetPlan {
  const whole = { row: HISTORY_FIRST_ROW, column: 0, rows: PAINTED_ROWS, columns: 1 };
  const legend: Content[] = COLUMNS.map(() => "");
  legend[at.department] = zh.ledger.legend;
  for (const [position, status] of STATUSES.entries())
    legend[at.indicator + position] = `${STATUS_LOOKS[status].shape} ${zh.status[status]}`;
  return {
    name,
    tabColor: "#8A8A8A",
    content: [[words.title], [words.note], legend, COLUMNS.map(([column]) => words.headings[column])],
    columnWidths: COLUMNS.map(([, width]) => width),
    styles: [
      { block: cell(0, 0), fontSize: 16, bold: true, fontColor: HEADER.fill, rowHeight: 28, middle: true },
      { block: cell(1, 0), fontSize: 9, fontColor: "#5A6472" },
      ...STATUSES.map((status, position): Style => {
        const { fill, fontColor } = STATUS_LOOKS[status];
        return { block: cell(LEGEND_ROW, at.indicator + position), fill, fontColor, fontSize: 9, align: "Center" };
      }),
      {
        block: { row: HEADER_ROW, column: 0, rows: 1, columns: COLUMNS.length },
        ...HEADER,
        bold: true,
        align: "Center",
        middle: true,
        rowHeight: 24,
      },
    ],
    numberFormats: [],
    validations: [],
    colourRules: statusRules({ ...whole, column: at.status }),
    names: [],
    frozen: { rows: HISTORY_FIRST_ROW, columns: 0 },
    print: {
      titleRows: { first: HEADER_ROW, last: HEADER_ROW },
      columns: at.measures + 1,
      footer: zh.ledger.printFooter,
      margin: 28,
    },
    start: cell(HISTORY_FIRST_ROW, 0),
  };
}

/** What is to be frozen of a ledger. */
export interface Frozen {
  /** As the ledger says it, such as 2024Q2. */
  readonly asOf: string;
  /** Rows for the history. */
  readonly rows: readonly (readonly Content[])[];
  /** What 历次状态 says from now on, by the row on the sheet. */
  readonly past: readonly { readonly row: number; readonly text: string }[];
}

/** Reads what is to be frozen; null where 截至期 cannot be read. */
export function frozenRows(ledger: StandingLedger, preset: Preset, frozenAt: Date): Frozen | null {
  if (typeof settingOf(ledger, "asOfDay")?.value !== "number") return null;
  const setting = (name: keyof LedgerSettings) => settingOf(ledger, name)?.text ?? "";
  const asOf = setting("asOf");
  const rules = words.rules(
    zh.presets[preset].name,
    setting("shareTolerance"),
    setting("pointTolerance"),
    setting("shareGrace"),
  );
  const shown = (row: number, column: LedgerColumn) => shownIn(ledger, row, column).text;
  const figure = (row: number, column: LedgerColumn): Content => {
    const { value, text } = shownIn(ledger, row, column);
    return typeof value === "number" ? value : text;
  };
  const judged = ledger.rows.filter(({ row }) => shown(row, "status") !== "");
  return {
    asOf,
    rows: judged.map(({ row, id }) => {
      const line: Record<Column, Content> = {
        frozenAt: minuteOf(frozenAt),
        asOf,
        ledger: ledger.name,
        department: shown(row, "department"),
        indicator: shown(row, "indicator"),
        target: shown(row, "target"),
        latest: shown(row, "latest"),
        attainment: figure(row, "attainment"),
        share: figure(row, "share"),
        gap: shown(row, "gap"),
        status: shown(row, "status"),
        reason: shown(row, "reason"),
        measures: shown(row, "measures"),
        rules,
        id,
      };
      return COLUMNS.map(([column]) => line[column]);
    }),
    past: judged.map(({ row }) => ({ row, text: pastWith(shown(row, "past"), asOf, shown(row, "status")) })),
  };
}

/** 历次状态 with one more period, in place of what it said of the same one. @example pastWith("2024Q1 欠进度", "2024Q2", "达进度") // "2024Q1 欠进度；2024Q2 达进度" */
export function pastWith(past: string, asOf: string, status: string): string {
  const others = past.split("；").filter((each) => each !== "" && !each.startsWith(`${asOf} `));
  return [...others, words.past(asOf, status)].join("；");
}

/** Whether a sheet may be the history by its name: 历史, or the next free one where that was somebody else's. */
export const isHistoryName = (name: string) =>
  name.startsWith(HISTORY_NAME) && /^\d*$/.test(name.slice(HISTORY_NAME.length));

/** A history that stands. */
export interface StandingHistory {
  readonly name: string;
  /** The first row below all that it holds. */
  readonly end: number;
  /** When it froze this period of this ledger last; null where it did not. */
  readonly frozenAt: string | null;
}

/** The history among some sheets, the one of the usual name before others; null where none has its headings from column A on. */
export function standingHistory(sheets: readonly SheetCells[], ledger: string, asOf: string): StandingHistory | null {
  const found = sheets.flatMap(({ name, row, column, texts }): StandingHistory[] => {
    const header = texts.findIndex((line) => COLUMNS.every(([each]) => line[at[each]] === words.headings[each]));
    if (column !== 0 || header < 0) return [];
    const same = texts.slice(header).filter((line) => line[at.asOf] === asOf && line[at.ledger] === ledger);
    return [{ name, end: row + texts.length, frozenAt: same.at(-1)?.[at.frozenAt] ?? null }];
  });
  return found.find(({ name }) => name === HISTORY_NAME) ?? found[0] ?? null;
}

/** The columns that tell an appended row: when it was frozen, and its 编号. */
export const HISTORY_KEYS = [at.frozenAt, at.id] as const;

/** What an appended row says in them. */
export function historyKey(row: readonly Content[]): readonly [string, string] {
  return [String(row[at.frozenAt] ?? ""), String(row[at.id] ?? "")];
}

/** How the appended rows stand in their columns, from `column` on. */
export const HISTORY_ALIGNMENTS: readonly { column: number; columns: number; align: "Right" | "Center" }[] = [
  { column: at.target, columns: at.gap - at.target + 1, align: "Right" },
  { column: at.status, columns: 1, align: "Center" },
];

/** How the appended rows are shown: shares are percentages. */
export const HISTORY_FORMATS: readonly string[] = COLUMNS.map(([column]) =>
  column === "attainment" || column === "share" ? "0.0%" : "General",
);

/** Rows as they were frozen, kept beside the sheet so that a change shows. */
export type KeptRows = readonly (readonly (string | number)[])[];

/** Where a history stands on its sheet: the row of its headings, and its columns. */
interface Ground {
  readonly cells: SheetCells;
  readonly header: number;
  readonly columns: readonly number[];
}
const TYPED_OVER = 3; // so many headings at most: what lacks more is another table

/** Where the history of a sheet stands, whatever people inserted above it or typed over a heading; null where there is none. */
function historyGround(cells: SheetCells): Ground | null {
  const known = (texts: readonly string[]) => COLUMNS.filter(([column]) => texts.includes(words.headings[column]));
  const line = cells.texts.findIndex((texts) => known(texts).length >= COLUMNS.length - TYPED_OVER);
  const texts = cells.texts[line];
  if (!texts) return null;
  const columns: number[] = [];
  for (const [column] of COLUMNS) {
    const place = texts.indexOf(words.headings[column]);
    // A heading that was typed over stands behind the one before it.
    columns.push(place < 0 ? (columns.at(-1) ?? cells.column - 1) + 1 : place + cells.column);
  }
  return { cells, header: cells.row + line, columns };
}

/** What marks a frozen row: when, of which period and ledger, and whose it is. */
const KEY: readonly Column[] = ["frozenAt", "asOf", "ledger", "indicator", "id"];
const keyOf = (value: (column: Column) => unknown) => KEY.map((column) => String(value(column))).join("\n");

/**
 * What no longer says what was frozen: cells of the histories, their headings, rows that are gone, or all of it where no sheet is a
 * history any more. @param sheets every sheet that was read @param taken the names of all sheets
 */
export function changedHistory(sheets: readonly SheetCells[], kept: KeptRows, taken: ReadonlySet<string>): Damage[] {
  if (kept.length === 0) return [];
  const grounds = sheets.flatMap((cells) => historyGround(cells) ?? []);
  const standing = new Map<string, { readonly ground: Ground; readonly row: number }>();
  const place = (ground: Ground, column: Column) => ground.columns[at[column]] ?? 0;
  const endOf = ({ cells }: Ground) => cells.row + cells.texts.length;
  for (const ground of grounds)
    for (let row = ground.header + 1; row < endOf(ground); row++)
      standing.set(
        keyOf((column) => shownAt(ground.cells, row, place(ground, column)).value),
        { ground, row },
      );
  const [first] = grounds;
  if (!first) return [goneHistory(kept, taken)];
  // A row whose own marks were changed is known by its place among its neighbours no more: it counts as gone.
  let gone = 0;
  const headings = grounds.flatMap((ground) =>
    COLUMNS.flatMap(([column]): Damage[] => {
      const heading = words.headings[column];
      const { value, text } = shownAt(ground.cells, ground.header, place(ground, column));
      if (value === heading) return [];
      const block = cell(ground.header, place(ground, column));
      const about = { sheet: ground.cells.name, department: words.sheetName, indicator: words.title };
      return [{ ...about, block, heading, shows: text, holds: String(value), content: [[heading]] }];
    }),
  );
  const rows = kept.flatMap((line): Damage[] => {
    const of = (column: Column) => line[at[column]] ?? "";
    const found = standing.get(keyOf(of));
    const names = { department: String(of("department")), indicator: String(of("indicator")) };
    if (!found) {
      const left = Math.min(...first.columns);
      const width = Math.max(...first.columns) - left + 1;
      const content: Content[] = Array.from({ length: width }, () => "");
      for (const [position, value] of line.entries()) content[(first.columns[position] ?? 0) - left] = value;
      const block = { row: endOf(first) + gone++, column: left, rows: 1, columns: width };
      return [{ sheet: first.cells.name, ...names, block, heading: null, shows: "", holds: "", content: [content] }];
    }
    const { ground, row } = found;
    return COLUMNS.flatMap(([column]): Damage[] => {
      const { value, text } = shownAt(ground.cells, row, place(ground, column));
      if (isUnchanged(value, of(column))) return [];
      const block = cell(row, place(ground, column));
      const about = { sheet: ground.cells.name, ...names, heading: words.headings[column] };
      return [{ ...about, block, shows: text, holds: String(value), content: [[of(column)]] }];
    });
  });
  return [...headings, ...rows];
}

/** A history that was deleted as a whole: it is made anew from what was kept, under its name or a free one. */
function goneHistory(kept: KeptRows, taken: ReadonlySet<string>): Damage {
  let name = HISTORY_NAME;
  for (let number = 2; taken.has(name); number++) name = `${HISTORY_NAME}${number}`;
  const rows = [...kept].sort((one, other) => (String(one[at.frozenAt]) < String(other[at.frozenAt]) ? -1 : 1));
  const block = { row: HISTORY_FIRST_ROW, column: 0, rows: rows.length, columns: COLUMNS.length };
  const empty = emptyHistory(name);
  const makes: SheetPlan = {
    ...empty,
    content: [...empty.content, ...rows],
    numberFormats: [{ block, formats: rows.map(() => HISTORY_FORMATS) }],
    styles: [
      ...empty.styles,
      ...HISTORY_ALIGNMENTS.map(({ column, columns, align }): Style => ({
        block: { ...block, column, columns },
        align,
      })),
    ],
  };
  const about = { sheet: name, department: words.sheetName, indicator: words.title };
  return { ...about, block, heading: null, shows: "", holds: "", content: rows, makes };
}

const isUnchanged = (value: unknown, frozen: string | number) =>
  typeof frozen === "number"
    ? typeof value === "number" && Math.abs(value - frozen) <= 1e-9 * Math.max(1, Math.abs(frozen))
    : String(value) === frozen;
