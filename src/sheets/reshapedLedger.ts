/**
 * A ledger that goes on by another rhythm on the sheet where it stands: columns of months come in among those of the quarters, which
 * become the months at whose end they close; the other way round the months between step aside, with what was typed into them. So
 * whatever speaks of a cell goes on speaking of the same figure. Columns are counted from 0, rows too.
 */
import { STATUSES } from "../core/types";
import { zhSheets as zh } from "../strings/zhSheets";
import { placedBy, type ColumnsIn, type Move } from "./columnsIn";
import { headingStyle, settingLooks, settingValidations } from "./ledger";
import {
  EVERY_PERIOD_COLUMN,
  headingOf,
  isAlone,
  isByMonth,
  periodColumns,
  periodsOf,
  periodWidth,
  settingPeriods,
  type Entry,
  type LedgerColumn,
  type LedgerLayout,
  type PeriodColumn,
} from "./ledgerColumns";
import { dress, type Dress, type LedgerRow } from "./ledgerRow";
import type { UpdateWrite } from "./ledgerUpdateHead";
import { movedOn, widened, withTexts } from "./movedCells";
import { cell, type Block } from "./plan";
import {
  formulaAt,
  missingOf,
  plain,
  shownAt,
  standingLedger,
  wholeSettings,
  type SheetCells,
  type StandingLedger,
} from "./standingLedger";
import { STATUS_LOOKS } from "./statusColours";

const words = zh.ledger;

/** Whether the figures of one ledger mean the same in the other: running totals do at the end of a quarter; what a period brought alone does not. */
export const isReshapable = (from: Entry, to: Entry): boolean => from !== to && !isAlone(from) && !isAlone(to);

/** What happens to the columns. All places but those of the insertions are as they are afterwards. */
export interface Reshape {
  /** From right to left, each counted before any is inserted. */
  readonly insertions: readonly ColumnsIn[];
  /** The row of the headings. */
  readonly header: number;
  /** The columns whose headings become others, as they were counted before. */
  readonly renamed: readonly number[];
  /** Settings and the legend come to stand where a ledger of this rhythm has them; worked off in this order. */
  readonly moves: readonly Move[];
  /** Columns of periods that are on show, and those that step aside. */
  readonly shown: readonly number[];
  readonly hidden: readonly number[];
  /** Periods whose columns are new here, or come back. */
  readonly fresh: readonly PeriodColumn[];
  /** Those of them that come back. */
  readonly back: readonly number[];
  readonly paper: "A3" | "A4";
  /** How wide new columns are, in points. */
  readonly width: number;
  readonly headings: readonly UpdateWrite[];
  /** The headings of periods that step aside with figures typed into them. */
  readonly aside: readonly string[];
}

export type Reshaped =
  | { readonly reshape: Reshape; readonly ledger: StandingLedger }
  | { readonly refused: "noSettings" }
  | { readonly refused: "noPeriods"; readonly missing: readonly string[] }
  /** Columns of people's own are called what columns of ours would be. */
  | { readonly refused: "headingTaken"; readonly headings: readonly string[] };

/** What a ledger becomes: how its columns change, and the ledger as it reads once they have. */
export function reshaped(standing: StandingLedger, to: Entry): Reshaped {
  const { cells, entry: from, header } = standing;
  const missing = missingOf(standing, periodColumns(from));
  if (missing.length > 0) return { refused: "noPeriods", missing };
  if (!wholeSettings(standing)) return { refused: "noSettings" };
  const headings = headingsIn(cells, header);
  const before = new Map<number, number>(); // month to column
  for (const { column, month } of periodsOf(from)) before.set(month, standing.at[column] ?? 0);
  const own = new Set(before.values());
  const taken = periodsOf(to).filter(({ column }) =>
    [...headings].some(([place, text]) => !own.has(place) && text === plain(headingOf(column, to))),
  );
  if (taken.length > 0) return { refused: "headingTaken", headings: taken.map(({ column }) => headingOf(column, to)) };
  const backOf = new Map(
    periodsOf(to).flatMap(({ column, month }) => {
      const place = [...headings].find(([, text]) => text === plain(words.putBy(headingOf(column, to))))?.[0];
      return before.has(month) || place === undefined ? [] : [[month, place] as const];
    }),
  );
  const standsAt = (month: number) => before.get(month) ?? backOf.get(month);
  const insertions = insertionsOf(to, standsAt);
  const placed = placedBy(insertions);
  const wider = widened(cells, insertions);

  const stay = new Set(periodsOf(to).map(({ month }) => month));
  const places = placesOf(to, standsAt, insertions, placed);
  const aside = periodsOf(from).filter(({ month }) => !stay.has(month));
  const asidePlaces = aside.map(({ column }) => placed(standing.at[column] ?? 0));
  const writes = [
    ...periodColumns(to).map((column) => [places.get(column) ?? 0, headingOf(column, to)] as const),
    ...aside.map(({ column }, at) => [asidePlaces[at] ?? 0, words.putBy(headingOf(column, from))] as const),
  ].map(([place, text]): UpdateWrite => ({ block: cell(header, place), content: [[text]] }));
  const named = withTexts(wider, writes);
  const renamedLedger = standingLedger(named);
  if (renamedLedger?.entry !== to) return { refused: "noSettings" };
  const { moves, cells: moved } = movesOf(renamedLedger, to, new Set(asidePlaces));
  const ledger = standingLedger(moved);
  if (!ledger) return { refused: "noSettings" };
  const isHeadFree = (column: number) =>
    Array.from({ length: header }, (_, row) => shownAt(moved, row, column).text).every((text) => text === "");
  return {
    reshape: {
      insertions,
      header,
      renamed: [...before.values(), ...backOf.values()],
      moves,
      shown: [...places.values()],
      hidden: asidePlaces.filter(isHeadFree),
      fresh: periodsOf(to).flatMap(({ column, month }) => (before.has(month) ? [] : [column])),
      back: [...backOf.values()].map(placed),
      paper: isByMonth(to) ? "A3" : "A4",
      width: periodWidth(to),
      headings: writes,
      aside: aside.flatMap(({ column }) => {
        const place = standing.at[column] ?? 0;
        const isTyped = [...standing.rows, ...standing.helped].some(
          ({ row }) => shownAt(cells, row, place).value !== "" && formulaAt(cells, row, place) === null,
        );
        return isTyped ? [headingOf(column, from)] : [];
      }),
    },
    ledger,
  };
}

/** How cells look and warn that are new, or that settings have come to. @param rows those that stood before */
export function reshapedDress(
  year: number,
  { fresh, back, headings }: Reshape,
  rows: readonly LedgerRow[],
  layout: LedgerLayout,
): Dress {
  const added = dress(rows, layout, new Set(fresh));
  const come = new Set(
    fresh.map((column) => layout.at[column]).filter((place) => !back.some((each) => each === place)),
  );
  const newHeadings = headings.filter(({ block }) => come.has(block.column));
  return {
    ...added,
    styles: [
      ...newHeadings.map(({ block }) => headingStyle(block)),
      ...settingLooks(layout.entry, layout.settings),
      ...added.styles,
    ],
    // Of all periods together, as one rule a row.
    validations: [...settingValidations(year, layout.entry, layout.settings), ...dress(rows, layout).validations],
  };
}

/** The headings of a sheet as they are compared, by their columns. */
function headingsIn(cells: SheetCells, header: number): ReadonlyMap<number, string> {
  const texts = cells.texts[header - cells.row] ?? [];
  return new Map(texts.map((text, at) => [cells.column + at, plain(text)]));
}

type StandsAt = (month: number) => number | undefined;

/** Columns that are missing come in before the next period that stands, behind the last where none does. @returns that place by period */
function missingBefore(to: Entry, standsAt: StandsAt): ReadonlyMap<PeriodColumn, number> {
  const found = new Map<PeriodColumn, number>();
  const periods = periodsOf(to);
  let next = 1 + Math.max(...periods.map(({ month }) => standsAt(month) ?? -1));
  for (const { column, month } of [...periods].reverse()) {
    const stands = standsAt(month);
    if (stands === undefined) found.set(column, next);
    else next = stands;
  }
  return found;
}

function insertionsOf(to: Entry, standsAt: StandsAt): Reshape["insertions"] {
  const counts = new Map<number, number>();
  for (const before of missingBefore(to, standsAt).values()) counts.set(before, (counts.get(before) ?? 0) + 1);
  return [...counts].map(([before, columns]) => ({ before, columns })).sort((one, other) => other.before - one.before);
}

/** Where each period stands once the columns are in. */
function placesOf(
  to: Entry,
  standsAt: StandsAt,
  insertions: Reshape["insertions"],
  placed: (column: number) => number,
): ReadonlyMap<PeriodColumn, number> {
  const places = new Map<PeriodColumn, number>();
  // Those that come in stand side by side, before the column before which they came.
  const free = new Map(insertions.map(({ before, columns }) => [before, placed(before) - columns]));
  const missing = missingBefore(to, standsAt);
  for (const { column, month } of periodsOf(to)) {
    const before = missing.get(column);
    const place = before === undefined ? placed(standsAt(month) ?? 0) : (free.get(before) ?? 0);
    places.set(column, place);
    if (before !== undefined) free.set(before, place + 1);
  }
  return places;
}

/** Settings and the legend where a ledger of the rhythm has them. What a person wrote there keeps its place, and ours stays where it is. */
function movesOf(
  ledger: StandingLedger,
  to: Entry,
  aside: ReadonlySet<number>,
): { readonly moves: Reshape["moves"]; readonly cells: SheetCells } {
  const { at, settings } = ledger;
  const { asOfPeriod, asOfMonths, toleranceLabel, tolerance } = settingPeriods(to);
  const toColumn = (block: Block | undefined, column: LedgerColumn): Move[] =>
    block && at[column] !== undefined ? [{ from: block, to: { ...block, column: at[column] } }] : [];
  const ofTolerance = (block: Block | undefined, label: string): Move[] => [
    ...toColumn(block && labelIn(ledger.cells, block.row, label), toleranceLabel),
    ...toColumn(block, tolerance),
  ];
  return movedOn(ledger.cells, [
    ...toColumn(settings.asOfPeriod, asOfPeriod),
    ...toColumn(settings.asOfMonths, asOfMonths),
    ...ofTolerance(settings.shareTolerance, words.toleranceShare),
    ...ofTolerance(settings.pointTolerance, words.tolerancePoints),
    ...ofTolerance(settings.shareGrace, words.graceShare),
    ...legendMoves(ledger, aside),
  ]);
}

/** The cell of a row that holds the label of a setting. */
function labelIn(cells: SheetCells, row: number, label: string): Block | undefined {
  const place = cells.texts[row - cells.row]?.findIndex((text) => text.trim() === label) ?? -1;
  return place < 0 ? undefined : cell(row, cells.column + place);
}

/** The legend beside the title begins with the first period, a word a column on show. */
function legendMoves({ cells, at, header }: StandingLedger, aside: ReadonlySet<number>): Move[] {
  const row = cells.texts.findIndex((texts, line) => cells.row + line < header && texts.some((text) => isLegend(text)));
  if (row < 0) return [];
  const texts = cells.texts[row] ?? [];
  const from = STATUSES.map((status) => texts.findIndex((text) => text === legendWord(status)));
  if (from.some((place) => place < 0)) return [];
  const first = Math.min(...EVERY_PERIOD_COLUMN.flatMap((column) => at[column] ?? []));
  const room = Object.values(at)
    .filter((place) => place >= first && !aside.has(place))
    .sort((one, other) => one - other);
  return from.flatMap((place, position) => {
    const column = room[position];
    return column === undefined
      ? []
      : [{ from: cell(cells.row + row, cells.column + place), to: cell(cells.row + row, column) }];
  });
}
const legendWord = (status: (typeof STATUSES)[number]) => `${STATUS_LOOKS[status].shape} ${zh.status[status]}`;
const isLegend = (text: string) => STATUSES.some((status) => text === legendWord(status));
