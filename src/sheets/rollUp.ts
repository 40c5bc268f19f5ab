/**
 * What the county table's places reported together, as figures for the city's own rows of a ledger. Only counts and amounts are summed.
 * Until all places have reported the figure is a text that says so (7350（8/9已报）): shown, and judged by nobody.
 */
import { caseOf } from "../core/case";
import type { CatalogIndex } from "../core/catalog";
import { dayOfSerial, daysIn, partsOf } from "../core/periods";
import type { Day } from "../core/types";
import { isRateUnit } from "../core/units";
import { zhSheets as zh } from "../strings/zhSheets";
import {
  bid,
  isOutside,
  isSame,
  masterRows,
  settled,
  type Bid,
  type Collection,
  type LeftOut,
  type LeftOutReason,
  type Refusal,
} from "./bids";
import { isAlone, periodsOf } from "./ledgerColumns";
import { addressOf, cell } from "./plan";
import { cellBehind, standingPlaces } from "./standingPlaces";
import { formulaIn, shownAt, shownIn, type CellValue, type SheetCells, type StandingLedger } from "./standingLedger";

const words = zh.placesTable.sheet;

/** The figure for a city's row. @example rollUpText(7350, "8/9已报") // "7350（8/9已报）" */
const rollUpText = (sum: number, reported: string): CellValue => {
  const [, known, all] = /^(\d+)\/(\d+)/.exec(reported) ?? [];
  return known === all ? sum : `${sum}（${reported}）`;
};

/**
 * Sets what a county table adds up against a ledger, for the period of the table's 截至期.
 * @param table the table's sheet
 * @returns null where the sheet is none, or its 截至期 cannot be read
 */
export function rollUp(index: CatalogIndex, master: StandingLedger, table: SheetCells): Collection | null {
  const standing = standingPlaces(table);
  const day = standing && dayOf(table);
  if (!standing || day === null) return null;
  const rows = masterRows(master).byKey;
  const bids = new Map<string, Bid>();
  const leftOut: LeftOut[] = [];
  const refusals = new Map<string, Refusal>();
  const done = () => settled(master, [table.name], { bids, leftOut, refusals });
  if (isAlone(master.entry)) {
    refusals.set(table.name, { reason: "entryDiffers", theirs: "cumulative", ours: master.entry });
    return done();
  }
  const { year, month, date } = partsOf(day);
  const period = periodsOf(master.entry).find((each) => each.month === month);
  const isItsEnd = year === index.catalog.year && date === daysIn(year, month);
  const sum = lineOf(table, standing.names, words.sum);
  for (const { column, id } of standing.entries) {
    const commitment = index.withId(id);
    const row = rows.get(id);
    if (!commitment) continue;
    const { terms } = caseOf(index, commitment);
    const leave = (why: LeftOutReason) =>
      leftOut.push({
        file: table.name,
        row: (sum ?? 0) + 1,
        department: index.departmentOf(commitment).name,
        indicator: commitment.indicator,
        id,
        why,
        column: null,
      });
    const { value } = sum === null ? { value: "" } : shownAt(table, sum, column);
    if (value === "") continue;
    const addsUp = (terms.kind === "flow" || terms.kind === "stock") && terms.unit !== null && !isRateUnit(terms.unit);
    if (!addsUp || typeof value !== "number") leave("notSummed");
    else if (!row) leave("notInMaster");
    else if (!period || !isItsEnd) leave("noPeriod");
    else if (master.at[period.column] === undefined) leave("noColumnInMaster");
    else if (isOutside(index, commitment, master.entry, period.column)) leave("outsideRhythm");
    else {
      const figure = rollUpText(value, shownAt(table, sum ?? 0, column + 1).text);
      if (formulaIn(master, row.row, period.column) === null)
        bid(bids, row, period.column, figure, {
          file: table.name,
          address: addressOf(cell(sum ?? 0, column)),
          supporter: null,
        });
      else if (!isSame(shownIn(master, row.row, period.column).value, figure)) leave("formulaInMaster");
    }
  }
  return done();
}

/** The table's 截至日; null where it cannot be read. */
function dayOf(table: SheetCells): Day | null {
  const found = cellBehind(table, zh.ledger.asOfDay);
  const value = found && shownAt(table, found.row, found.column).value;
  return typeof value === "number" ? dayOfSerial(value) : null;
}

/** The row on the sheet that a name begins; null where there is none. */
function lineOf({ texts, row, column }: SheetCells, names: number, name: string): number | null {
  const line = texts.findIndex((cells) => cells[names - column]?.trim() === name);
  return line < 0 ? null : row + line;
}
