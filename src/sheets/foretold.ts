/**
 * What another catalog would change in a workbook, told before anything is written: every call of ours in every formula is asked twice, of the
 * catalogs in force and of those to come; and the rows of ledgers whose promise differs.
 */
import { CatalogError, isRefusal } from "../core/errors";
import { differingFields } from "../core/compareCatalogs";
import type { Commitment } from "../core/types";
import { answererOf, type Asking } from "../strings/callAnswers";
import { errorSentence, strings } from "../strings/strings";
import { valueOfArgument } from "./argumentValues";
import { callsIn, isWhole, type Call } from "./calls";
import { isBusyText, isErrorValue } from "./errorValues";
import { rowChanges, type ForetoldPlace, type RowChange } from "./foretoldRows";
import { addressOf, cell } from "./plan";
import { formulaAt, shownAt, standingLedger, type CellValue, type SheetCells } from "./standingLedger";

/** A cell, or a row of a spilled result, that would show something else. */
export interface CellChange extends ForetoldPlace {
  /** TARGET, TARGET.GAP and so on. */
  readonly name: string;
  readonly before: string;
  readonly after: string;
  /** Whether the call is a part of a larger formula: then it is the call's answer that is told, not the cell's. */
  readonly isPart: boolean;
  /** Whether it is refused at present: then it is mended, and no figure changes under anybody's hand. */
  readonly isMended: boolean;
}

export interface Foretold {
  readonly cells: readonly CellChange[];
  readonly rows: readonly RowChange[];
  /** Cells whose promise changes, but whose arguments only Excel can work out. */
  readonly open: readonly CellChange[];
}

/** Whether nothing would change that answers now. */
export const isNothing = ({ cells, rows, open }: Foretold): boolean =>
  rows.length + open.length === 0 && cells.every(({ isMended }) => isMended);

/**
 * @param older what is in force; null where cells are only held against what they show, as before they are called anew. Then what is part
 *   of a larger formula, spills or shows an error is not told
 */
export function foretell(sheets: readonly SheetCells[], older: Asking | null, newer: Asking): Foretold {
  const byName = new Map(sheets.map((sheet) => [sheet.name.toLowerCase(), sheet]));
  const found: { cells: CellChange[]; rows: RowChange[]; open: CellChange[] } = { cells: [], rows: [], open: [] };
  for (const sheet of sheets) {
    const changes = [...changesIn(sheet, byName, older, newer)];
    const ledger = older === null ? null : standingLedger(sheet);
    const calls = new Map(changes.filter(({ isOpen }) => !isOpen).map(({ row, change }) => [row, change]));
    const rows = older !== null && ledger ? rowChanges(ledger, calls, older, newer) : [];
    found.rows.push(...rows.map(({ change }) => change));
    const inRows = new Set(rows.map(({ row }) => row));
    for (const { row, change, isOpen } of changes) {
      if (inRows.has(row)) continue;
      if (isOpen) found.open.push(change);
      else found.cells.push(change);
    }
  }
  return found;
}

/** A change and the row it stands in, from 0. */
interface Found {
  readonly row: number;
  readonly change: CellChange;
  readonly isOpen: boolean;
}

function* changesIn(
  sheet: SheetCells,
  byName: ReadonlyMap<string, SheetCells>,
  older: Asking | null,
  newer: Asking,
): Generator<Found> {
  for (let row = sheet.row; row < sheet.row + sheet.values.length; row++)
    for (let column = sheet.column; column < sheet.column + (sheet.values[row - sheet.row]?.length ?? 0); column++) {
      const formula = formulaAt(sheet, row, column);
      if (formula === null) continue;
      for (const call of callsIn(formula)) {
        const given = call.arguments.map((argument) => valueOfArgument(argument, sheet, byName));
        const asked = { sheet, row, column, formula, call, given };
        yield* older === null ? againstShown(asked, newer) : againstOlder(asked, older, newer);
      }
    }
}

interface AskedCell {
  readonly sheet: SheetCells;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  readonly call: Call;
  /** Values of cells, columns as lists; undefined for what Excel works out. */
  readonly given: readonly unknown[];
}

/** The answer beside what the cell shows: that it is not the same may be the catalog's doing or an earlier one's. */
function* againstShown(asked: AskedCell, newer: Asking): Generator<Found> {
  const { formula, call, given, sheet, row, column } = asked;
  const { value, text } = shownAt(sheet, row, column);
  if (given.includes(undefined) || !isWhole(formula, call) || isErrorValue(value) || isBusyText(text)) return;
  const after = answer(newer, call, given);
  if (Array.isArray(after) || isShown(after, value, formula)) return;
  yield told(asked, text, textOf(after, text), false);
}

function* againstOlder(asked: AskedCell, older: Asking, newer: Asking): Generator<Found> {
  const { formula, call, given, sheet, row, column } = asked;
  if (given.includes(undefined)) {
    if (isOpen(asked, older, newer)) yield { ...told(asked, "", "", !isWhole(formula, call)), isOpen: true };
    return;
  }
  const [before, after] = [answer(older, call, given), answer(newer, call, given)];
  if (Array.isArray(before) || Array.isArray(after)) {
    yield* spilled(asked, before, after);
    return;
  }
  const { value, text } = shownAt(sheet, row, column);
  const shows = isWhole(formula, call) && !isErrorValue(value) && !isBusyText(text);
  if (shows ? isShown(after, value, formula) : isSame(before, after)) return;
  const found = told(asked, shows ? text : textOf(before, text), textOf(after, text), !isWhole(formula, call));
  yield { ...found, change: { ...found.change, isMended: !shows && before instanceof CatalogError } };
}

/** Whether what only Excel can work out may come to something else: the promise is another one, or only Excel knows which it is. */
function isOpen({ call, given: [department, indicator] }: AskedCell, older: Asking, newer: Asking): boolean {
  const isOne = call.name !== "TARGET.LIST" && call.name !== "TARGET.CHECK";
  if (!isOne || department === undefined || indicator === undefined) return true;
  const [before, after] = [older, newer].map((from) => answer(from, { name: "TARGET" }, [department, indicator]));
  if (before instanceof CatalogError) return false; // refused now: what comes of it is no change
  if (!isSame(before, after)) return true;
  const named = [textIn(department), textIn(indicator)] as const;
  const [was, is] = [older, newer].map(({ answering }) => answering.lookUp(...named));
  return was && is && !isRefusal(was) && !isRefusal(is) ? differingFields(was, is).some(isOfFigures) : false;
}
const isOfFigures = (field: keyof Commitment) => !["aliases", "source", "passage"].includes(field);

/** The rows of what CHECK and LIST spill that come to something else. */
function* spilled(asked: AskedCell, before: unknown, after: unknown): Generator<Found> {
  const [older, newer] = [before, after].map((rows) => (Array.isArray(rows) ? (rows as CellValue[][]) : null));
  const words = strings().foretold;
  const one = (rows: CellValue[][] | null | undefined, refusal: unknown) =>
    rows ? words.rows(rows.length) : textOf(refusal, "");
  if (!older || !newer || asked.call.name === "TARGET.LIST") {
    const known = new Set((older ?? []).map((row) => row.join("\t")));
    const differing = (newer ?? []).filter((row) => !known.has(row.join("\t"))).length;
    if (older && newer && differing === 0 && older.length === newer.length) return;
    const text = newer ? words.differing(newer.length, differing) : one(newer, after);
    yield told(asked, one(older, before), text, false);
    return;
  }
  const [departments, indicators] = asked.given;
  const named = (column: unknown, at: number): unknown =>
    Array.isArray(column) ? (column as unknown[])[column.length === 1 ? 0 : at] : column;
  for (const [at, row] of newer.entries()) {
    const differing = row.flatMap((value, column) => (value === older[at]?.[column] ? [] : [column]));
    if (differing.length === 0) continue;
    const shown = (cells: readonly CellValue[] | undefined) =>
      differing
        .map((column) => textOf(cells?.[column] ?? "", column === ATTAINMENT ? "%" : "") || words.blank)
        .join(words.and);
    const place = { ...asked, row: asked.row + at, given: [named(departments, at), named(indicators, at)] };
    yield told(place, shown(older[at]), shown(row), false);
  }
}
const ATTAINMENT = 3; // of CHECK's five columns

function told(
  { sheet, row, column, call, given: [department, indicator] }: AskedCell,
  before: string,
  after: string,
  isPart: boolean,
): Found {
  const names = call.name === "TARGET.LIST" ? [textIn(department), ""] : [textIn(department), textIn(indicator)];
  const [of = "", what = ""] = names;
  const address = addressOf(cell(row, column));
  const change = {
    sheet: sheet.name,
    address,
    name: call.name,
    department: of,
    indicator: what,
    before,
    after,
    isPart,
    isMended: false,
  };
  return { row, change, isOpen: false };
}

const textIn = (given: unknown): string =>
  typeof given === "string" || typeof given === "number" ? String(given) : "";

function answer(from: Asking, { name }: Pick<Call, "name">, given: readonly unknown[]): unknown {
  try {
    return answererOf(name)?.(from, given);
  } catch (error) {
    if (error instanceof CatalogError) return error;
    throw error;
  }
}

const isSame = (before: unknown, after: unknown): boolean =>
  before === after || (before instanceof CatalogError && after instanceof CatalogError);

/** Whether a cell that holds a call and nothing else shows this answer; a text in IFERROR stands for every refusal. */
function isShown(after: unknown, value: CellValue, formula: string): boolean {
  if (!(after instanceof CatalogError)) return after === value;
  const inItsPlace = /,\s*"((?:[^"]|"")*)"\s*\)\s*$/.exec(formula)?.[1];
  return /^=\s*IFERROR/i.test(formula) && inItsPlace?.replaceAll('""', '"') === value;
}

/** An answer as a person reads it. @param shown what the cell shows: a percentage stays one, a unit stays behind it */
function textOf(given: unknown, shown: string): string {
  if (given instanceof CatalogError) return errorSentence(given);
  if (typeof given !== "number") return String(given);
  const percent = /(?:\.(\d+))?%$/.exec(shown);
  if (!percent) return given.toLocaleString("zh-CN", { maximumFractionDigits: 6 }) + unitShown(shown);
  const digits = shown === "%" ? 1 : (percent[1]?.length ?? 0);
  return given.toLocaleString("zh-CN", {
    style: "percent",
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

/** What a number format puts behind a number. @example unitShown("8310个") // "个" */
const unitShown = (shown: string): string => /^-?[\d,.]+([^\d,.%]+)$/.exec(shown)?.[1] ?? "";
