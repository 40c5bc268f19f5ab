/** What the functions answer about one commitment: the same path for a cell and for the pane that explains the cell. */
import { readActual, remarkOf, type Remark } from "./actual";
import { caseNamed, caseOf, figureOf, hasPace, PERCENT, valueNamed, type Case, type Terms } from "./case";
import type { CatalogIndex } from "./catalog";
import { CatalogError } from "./errors";
import { roundTo, tidy } from "./expression";
import { parsePeriod, partsOf, quartersIn, quartersLeft, yearOf } from "./periods";
import { judge, type Reported, type Rules, type Standing } from "./status";
import type { Commitment, Day, Figure, Period, Status } from "./types";
import { areAlike, convert } from "./units";

const POINTS = "百分点"; // the unit of a difference between percentages

/** An argument of a function as a cell gives it: a number, text, true or false, nothing, or a refusal where the cell holds an error. */
export type Given = unknown;

/** An actual and the period it is judged at, as a cell gives them. */
export interface Entered {
  readonly actual: Given;
  /** Blank: at the due date, against the whole target. */
  readonly asOf: Given;
  /** What was last reported before, for where nothing newer was: done stays done. */
  readonly earlier?: Given;
}

/**
 * The target of a year, in the unit asked for.
 * @param year blank: the year the promise falls due, or the catalog's for a promise over several years
 * @param unit blank: the catalog's
 * @throws CatalogError what stands in the figure's place, notOneYear, yearOutside, unitMismatch, unitUnreadable
 */
export function targetAnswer(
  index: CatalogIndex,
  department: string,
  indicator: string,
  year: Given,
  unit: Given,
): number {
  if (isBlank(year) && isBlank(unit)) {
    const value = valueNamed(index, department, indicator);
    if (typeof value === "number") return value;
    throw value;
  }
  const commitment = index.find(department, indicator);
  const figure = isBlank(year)
    ? caseOf(index, commitment).figure
    : figureOf(index, commitment, yearGiven(year, index.catalog.year));
  if (figure instanceof CatalogError) throw figure;
  return isBlank(unit) ? figure.value : convert(figure.value, figure.unit, unitGiven(unit));
}

/**
 * 应达: what is due by a period's end, in the unit asked for; growth and ratio are never prorated.
 * @throws CatalogError what stands in the figure's place, asOfMissing, noPace, noFigure, and why an argument cannot be read
 */
export function paceAnswer(
  index: CatalogIndex,
  rules: Rules,
  commitment: Commitment,
  asOf: Given,
  unit: Given,
): number {
  const { indicator } = commitment;
  const judged = caseOf(index, commitment);
  const figure = requireFigure(judged);
  if (figure === null) throw new CatalogError("noFigure", { indicator });
  if (isBlank(asOf)) throw new CatalogError("asOfMissing", { indicator });
  const day = dayOf(asOf, judged.terms, index.catalog.year);
  const { expected } = judge(judged, null, day, rules);
  if (expected === null) throw withoutPace(judged, day);
  return isBlank(unit) ? expected : convert(expected, figure.unit, unitGiven(unit));
}

/**
 * 差距 in the target's unit or the one asked for, of growth and ratio in 百分点; positive is short.
 * @throws CatalogError what stands in the figure's place, actualMissing, noPace, or why an argument cannot be read
 */
export function gapAnswer(
  index: CatalogIndex,
  rules: Rules,
  commitment: Commitment,
  entered: Entered,
  unit: Given = null,
): number {
  const judged = caseOf(index, commitment);
  const figure = requireFigure(judged);
  if (figure === null) throw new CatalogError("noFigure", { indicator: commitment.indicator });
  const { gap } = enteredStanding(index, rules, judged, entered);
  if (gap === null) throw withoutPace(judged, dayOf(entered.asOf, judged.terms, index.catalog.year));
  if (isBlank(unit)) return gap;
  const asked = unitGiven(unit);
  if (figure.unit !== PERCENT) return convert(gap, figure.unit, asked);
  return areAlike(asked, PERCENT) ? convert(gap, PERCENT, asked) : convert(gap, POINTS, asked);
}

/** 完成率 as a fraction. @throws CatalogError rateRefused for growth, ratio and milestone; and as `gapAnswer` */
export function rateAnswer(index: CatalogIndex, rules: Rules, commitment: Commitment, actual: Given): number {
  const { indicator, kind } = commitment;
  const judged = caseOf(index, commitment);
  requireFigure(judged);
  if (kind !== "flow" && kind !== "stock") throw new CatalogError("rateRefused", { indicator });
  const { attainment } = enteredStanding(index, rules, judged, { actual, asOf: null });
  if (attainment === null) throw new CatalogError("rateOfNone", { indicator });
  return attainment;
}

/** 状态. @throws CatalogError where an argument cannot be read; a missing figure is a status, not an error */
export function statusAnswer(index: CatalogIndex, rules: Rules, commitment: Commitment, entered: Entered): Status {
  const judged = caseOf(index, commitment);
  const day = dayOf(entered.asOf, judged.terms, index.catalog.year);
  return judge(judged, readEntered(judged, entered.actual), day, rules, readEntered(judged, entered.earlier)).status;
}

/** Why nothing is due at a day: the period has not begun, nothing of its pace is due by then, or it has none before it ends. */
function withoutPace({ commitment: { indicator }, terms, start }: Case, day: Day): CatalogError {
  if (day < terms.from) return new CatalogError("notBegun", { indicator, from: terms.from });
  return hasPace(terms, start)
    ? new CatalogError("nothingDue", { indicator })
    : new CatalogError("noPace", { indicator, due: terms.due });
}

/**
 * 后续每季需完成: what is left of the target over the quarters left, in the target's unit or the one asked for; 0 once nothing is left.
 * Where less is better over a period it is what each quarter may still use.
 * @throws CatalogError runRateRefused for growth, ratio and milestone, noPace for annual figures, noQuartersLeft, asOfMissing,
 *   actualMissing; and as `gapAnswer`
 */
export function runRateAnswer(
  index: CatalogIndex,
  commitment: Commitment,
  { actual, asOf }: Entered,
  unit: Given = null,
): number {
  const { indicator } = commitment;
  const judged = caseOf(index, commitment);
  const { terms } = judged;
  const figure = requireFigure(judged);
  if (figure === null || (terms.kind !== "flow" && terms.kind !== "stock"))
    throw new CatalogError("runRateRefused", { indicator });
  if (terms.profile === "atDue") throw new CatalogError("noPace", { indicator, due: terms.due });
  if (isBlank(asOf)) throw new CatalogError("asOfMissing", { indicator });
  const reached = readActual(actual, terms, figure.value);
  if (typeof reached !== "number") throw new CatalogError("actualMissing", { indicator });
  const day = dayOf(asOf, terms, index.catalog.year);
  const quarters = day >= terms.due ? 0 : quartersThatBring(terms, day);
  if (quarters === 0) throw new CatalogError("noQuartersLeft", { indicator, due: terms.due });
  const isFall = terms.direction === "down" && terms.kind === "stock";
  const left = roundTo(isFall ? reached - figure.value : figure.value - reached, terms.digits);
  // Of a result to be kept above or below zero a step back may be left, and is said as such.
  const isSigned =
    terms.kind === "flow" && (terms.sign === "negative" || (terms.sign === "zero" && terms.direction === "up"));
  const perQuarter = tidy((isSigned ? left : Math.max(0, left)) / quarters) || 0;
  return isBlank(unit) ? perQuarter : convert(perQuarter, figure.unit, unitGiven(unit));
}

/** Quarters after a day in which something of the target falls due. */
function quartersThatBring({ profile, from, due }: Terms, asOf: Day): number {
  const all = quartersIn({ from, to: due });
  const left = Math.min(all, quartersLeft(asOf, due));
  if (typeof profile === "string") return left;
  const shares = [0, ...profile.quarterShares];
  return shares.filter((share, quarter) => quarter > all - left && share > (shares[quarter - 1] ?? 0)).length;
}

/** Why a verdict is what it is: the facts of the sentence that strings/reason.ts makes. */
export interface Reason {
  readonly commitment: Commitment;
  readonly terms: Terms;
  /** The period judged at; null where none was given, and the due date counts. */
  readonly asOf: Period | null;
  readonly hasBegun: boolean;
  readonly isOverdue: boolean;
  readonly catalogYear: number;
  /** The figure, or why there is none. */
  readonly figure: Figure | CatalogError;
  readonly actual: Reported;
  /** 快报, 初步 or 预计, where the actual was given as such. */
  readonly remark: Remark | null;
  /** The last report before, where nothing newer was given. */
  readonly lastKnown: Reported;
  readonly standing: Standing;
  readonly rules: Rules;
}

/** The facts behind a verdict. @throws CatalogError as `statusAnswer` */
export function reasonAnswer(index: CatalogIndex, rules: Rules, commitment: Commitment, entered: Entered): Reason {
  const judged = caseOf(index, commitment);
  const { terms } = judged;
  const year = index.catalog.year;
  const asOf = isBlank(entered.asOf) ? null : periodGiven(entered.asOf, year);
  const day = asOf?.to ?? terms.due;
  const actual = readEntered(judged, entered.actual);
  const lastKnown = readEntered(judged, entered.earlier);
  return {
    commitment,
    terms,
    asOf,
    hasBegun: day >= terms.from,
    isOverdue: day > terms.due,
    catalogYear: year,
    figure: judged.judged,
    actual,
    remark: remarkOf(entered.actual),
    lastKnown,
    standing: judge(judged, actual, day, rules, lastKnown),
    rules,
  };
}

/** One row of TARGET.CHECK: its measures, or why it cannot be judged. Numbers are in the target's unit. */
export interface CheckedRow {
  /** The figure, or why there is none; null where the names fit nothing. */
  readonly figure: Figure | CatalogError | null;
  readonly standing: Standing | null;
  readonly refusal: CatalogError | null;
}

/**
 * Judges whole columns at once. A column of one cell counts for every row; rows after the last filled one are left out.
 * A row whose names or actual cannot be read says so and leaves the others alone; a row without names is null.
 * @throws CatalogError columnsDiffer, periodUnreadable: then nothing can be said of any row
 */
export function checkAnswer(
  index: CatalogIndex,
  rules: Rules,
  columns: {
    readonly departments: readonly Given[];
    readonly indicators: readonly Given[];
    readonly actuals: readonly Given[];
    /** What was last reported before, where nothing newer was: done stays done. */
    readonly earlier?: readonly Given[];
  },
  asOf: Given,
): (CheckedRow | null)[] {
  const { departments, indicators, actuals, earlier = [null] } = columns;
  const rows = Math.max(departments.length, indicators.length, actuals.length);
  if ([departments, indicators, actuals, earlier].some(({ length }) => length !== rows && length !== 1))
    throw new CatalogError("columnsDiffer", {
      departments: departments.length,
      indicators: indicators.length,
      actuals: actuals.length,
    });
  const day = isBlank(asOf) ? null : periodGiven(asOf, index.catalog.year).to;
  const at = (column: readonly Given[], row: number) => column[column.length === 1 ? 0 : row];
  const isFilled = (row: number) =>
    [departments, indicators, actuals].some((column) => column.length > 1 && !isBlank(column[row]));
  let last = rows;
  while (last > 1 && !isFilled(last - 1)) last -= 1;
  // A cell that stands for every row says nothing of a row without a name beside it, unless it is the id of a promise.
  const isOfAll = (column: readonly Given[]) => rows > 1 && column.length === 1 && !index.withId(asName(column[0]));
  const [isAnyDepartment, isAnyIndicator] = [isOfAll(departments), isOfAll(indicators)];
  return Array.from({ length: last }, (_, row) => {
    const [department, indicator] = [at(departments, row), at(indicators, row)];
    const [isNoDepartment, isNoIndicator] = [isBlank(department), isBlank(indicator)];
    if (isNoDepartment ? isNoIndicator || isAnyIndicator : isNoIndicator && isAnyDepartment) return null;
    return checkedRow(index, rules, department, indicator, at(actuals, row), day, at(earlier, row));
  });
}

function checkedRow(
  index: CatalogIndex,
  rules: Rules,
  department: Given,
  indicator: Given,
  actual: Given,
  day: Day | null,
  earlier: Given,
): CheckedRow {
  if (department instanceof CatalogError) return { figure: null, standing: null, refusal: department };
  if (indicator instanceof CatalogError) return { figure: null, standing: null, refusal: indicator };
  const judged = caseNamed(index, asName(department), asName(indicator));
  if (judged instanceof CatalogError) return { figure: null, standing: null, refusal: judged };
  const { terms, figure } = judged;
  try {
    const [read, lastKnown] = [readEntered(judged, actual), readEntered(judged, earlier)];
    return { figure, standing: judge(judged, read, day ?? terms.due, rules, lastKnown), refusal: null };
  } catch (error) {
    if (error instanceof CatalogError) return { figure, standing: null, refusal: error };
    throw error;
  }
}

/** The figure an actual is held against; null for a milestone, which has none. @throws CatalogError what stands in its place */
export function requireFigure({ judged, isVerifiable }: Case): Figure | null {
  if (!(judged instanceof CatalogError)) return judged;
  if (isVerifiable) return null;
  throw judged;
}

/** How what was entered stands. @throws CatalogError actualMissing where nothing was, and why an argument cannot be read */
function enteredStanding(index: CatalogIndex, rules: Rules, judged: Case, { actual, asOf }: Entered): Standing {
  const read = readEntered(judged, actual);
  if (read === null && judged.isVerifiable)
    throw new CatalogError("actualMissing", { indicator: judged.commitment.indicator });
  return judge(judged, read, dayOf(asOf, judged.terms, index.catalog.year), rules);
}

/** An actual as given, read where there is something to hold it against. */
function readEntered({ terms, judged, isVerifiable }: Case, actual: Given): Reported {
  return isVerifiable ? readActual(actual, terms, judged instanceof CatalogError ? null : judged.value) : null;
}

/** Whether an argument was left out, or refers to an empty cell. */
function isBlank(given: Given): boolean {
  if (typeof given === "string") return given === "" || given.trim() === "";
  return given === null || given === undefined;
}

/** A name as a cell gives it: nothing is no name, a number the text of its digits. */
export const asName = (given: Given): string =>
  isBlank(given) ? "" : typeof given === "string" ? given : shown(given);
const shown = (given: Given) => (typeof given === "number" ? String(given) : JSON.stringify(given));

/** The day an asOf argument means: the end of its period; blank is the due date. */
function dayOf(asOf: Given, { due }: Terms, year: number): Day {
  return isBlank(asOf) ? due : periodGiven(asOf, year).to;
}

function periodGiven(given: Given, year: number): Period {
  if (given instanceof CatalogError) throw given;
  if (typeof given === "string" || typeof given === "number") return parsePeriod(given, year);
  throw new CatalogError("periodUnreadable", { given: shown(given) });
}

/** A year argument: 2024, 2024年. @throws CatalogError notOneYear for a quarter, a month or several years; periodUnreadable */
function yearGiven(given: Given, defaultYear: number): number {
  const period = periodGiven(given, defaultYear);
  const { year } = partsOf(period.from);
  const whole = yearOf(year);
  if (period.from !== whole.from || period.to !== whole.to)
    throw new CatalogError("notOneYear", { given: String(given) });
  return year;
}

function unitGiven(given: Given): string {
  if (given instanceof CatalogError) throw given;
  if (typeof given !== "string") throw new CatalogError("unitUnreadable", { given: shown(given) });
  return given;
}
