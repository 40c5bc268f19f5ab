/** What the functions answer about one commitment: the same path for a cell and for the pane that explains the cell. */
import { readActual, remarkOf, type Remark } from "./actual";
import {
  asked,
  enteredStanding,
  isBlank,
  levelEntered,
  periodGiven,
  readEntered,
  requireFigure,
  shown,
  unitGiven,
  type Asked,
  type Entered,
  type Given,
} from "./asked";
import { caseOf, hasPace, PERCENT, valueNamed, type Case, type Terms } from "./case";
import type { Answering, CatalogIndex } from "./catalog";
import { CatalogError } from "./errors";
import { roundTo, tidy } from "./expression";
import { figureOf } from "./figures";
import type { FromLevel } from "./history";
import { quartersIn, quartersLeft, yearOf } from "./periods";
import { sharesOf } from "./profiles";
import { promiseAsked } from "./promiseAsked";
import { judge, type Reported, type Rules, type Standing } from "./status";
import type { Commitment, Day, Figure, Period, Status } from "./types";
import { areAlike, convert } from "./units";

const QUARTERS_IN_YEAR = 4;
const POINTS = "百分点"; // the unit of a difference between percentages

/**
 * The target of a year or in force at a date, in the unit asked for.
 * @param year blank: the year the promise falls due, or the catalog's for a promise over several years
 * @param unit blank: the catalog's
 * @param asOf blank: the latest figure of the year; beside a year it must lie in it
 * @throws CatalogError what stands in the figure's place, notOneYear, yearOutside, unitMismatch, unitUnreadable
 */
export function targetAnswer(
  answering: Answering,
  department: string,
  indicator: string,
  year: Given,
  unit: Given,
  asOf: Given = null,
): number {
  if (isBlank(year) && isBlank(unit) && isBlank(asOf)) {
    const value = valueNamed(answering, department, indicator);
    if (typeof value === "number") return value;
    throw value;
  }
  const { index, commitment, year: wanted } = promiseAsked(answering, department, indicator, asOf, year);
  const figure = isBlank(asOf)
    ? wanted === null
      ? caseOf(index, commitment).figure
      : figureOf(index, commitment, wanted)
    : figureAt(index, commitment, wanted, asOf);
  if (figure instanceof CatalogError) throw figure;
  return isBlank(unit) ? figure.value : convert(figure.value, figure.unit, unitGiven(unit));
}

/** The figure in force at a date. @throws CatalogError yearOutside where the date lies in another year than the one asked for */
function figureAt(
  index: CatalogIndex,
  commitment: Commitment,
  wanted: number | null,
  asOf: Given,
): Figure | CatalogError {
  const { day, judged } = asked(index, commitment, asOf, wanted);
  if (wanted === null) return judged.figure;
  const { from, to } = yearOf(wanted);
  if (day < from || day > to)
    throw new CatalogError("yearOutside", {
      indicator: commitment.indicator,
      given: shown(asOf),
      from,
      due: to,
    });
  return figureOf(index, commitment, wanted, day);
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
  year: number | null = null,
): number {
  const { indicator } = commitment;
  if (requireFigure(caseOf(index, commitment)) === null) throw new CatalogError("noFigure", { indicator });
  if (isBlank(asOf)) throw new CatalogError("asOfMissing", { indicator });
  const { judged, day } = asked(index, commitment, asOf, year);
  const figure = requireFigure(judged);
  if (figure === null) throw new CatalogError("noFigure", { indicator });
  const { expected } = judge(judged, null, day, rules);
  if (expected === null) throw withoutPace({ judged, day });
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
  const at = asked(index, commitment, entered.asOf, entered.year);
  const figure = requireFigure(at.judged);
  if (figure === null) throw new CatalogError("noFigure", { indicator: commitment.indicator });
  const { gap } = enteredStanding(rules, at, entered.actual);
  if (gap === null) throw withoutPace(at);
  if (isBlank(unit)) return gap;
  const inUnit = unitGiven(unit);
  if (figure.unit !== PERCENT) return convert(gap, figure.unit, inUnit);
  return areAlike(inUnit, PERCENT) ? convert(gap, PERCENT, inUnit) : convert(gap, POINTS, inUnit);
}

/** 完成率 as a fraction, of the figure in force at the date. @throws CatalogError rateRefused for growth, ratio and milestone; and as `gapAnswer` */
export function rateAnswer(
  index: CatalogIndex,
  rules: Rules,
  commitment: Commitment,
  { actual, asOf, year }: Entered,
): number {
  const { indicator, kind } = commitment;
  const at = asked(index, commitment, asOf, year);
  requireFigure(at.judged);
  if (kind !== "flow" && kind !== "stock") throw new CatalogError("rateRefused", { indicator });
  const { attainment } = enteredStanding(rules, at, actual);
  if (attainment === null) throw new CatalogError("rateOfNone", { indicator });
  return attainment;
}

/** 状态. @throws CatalogError where an argument cannot be read; a missing figure is a status, not an error */
export function statusAnswer(index: CatalogIndex, rules: Rules, commitment: Commitment, entered: Entered): Status {
  const at = asked(index, commitment, entered.asOf, entered.year);
  return judge(at.judged, readEntered(at, entered.actual), at.day, rules, readEntered(at, entered.earlier)).status;
}

/** Why nothing is due at a day: the period has not begun, nothing of its pace is due by then, or it has none before it ends. */
function withoutPace({ judged: { commitment, terms, start }, day }: Asked): CatalogError {
  const { indicator } = commitment;
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
  { actual, asOf, year }: Entered,
  unit: Given = null,
): number {
  const { indicator } = commitment;
  const at = asked(index, commitment, asOf, year);
  const { terms } = at.judged;
  const figure = requireFigure(at.judged);
  if (figure === null || (terms.kind !== "flow" && terms.kind !== "stock"))
    throw new CatalogError("runRateRefused", { indicator });
  if (!isBlank(asOf) && at.day >= terms.due) throw new CatalogError("noQuartersLeft", { indicator, due: terms.due });
  if (terms.profile === "atDue") throw new CatalogError("noPace", { indicator, due: terms.due });
  if (isBlank(asOf)) throw new CatalogError("asOfMissing", { indicator });
  const reached = readActual(actual, terms, figure.value);
  if (typeof reached !== "number") throw new CatalogError("actualMissing", { indicator });
  const quarters = quartersThatBring(terms, at.day);
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
  const each = sharesOf(profile).length / QUARTERS_IN_YEAR;
  const shares = [0, ...sharesOf(profile).filter((_, at) => (at + 1) % each === 0)];
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
  /** The year that goes without saying: the workbook's. */
  readonly catalogYear: number;
  /** The figure, or why there is none. */
  readonly figure: Figure | CatalogError;
  readonly actual: Reported;
  /** 快报, 初步 or 预计, where the actual was given as such. */
  readonly remark: Remark | null;
  /** The level the actual was worked out from, 按现价倒算; null where it was given as a rate. */
  readonly fromLevel: FromLevel | null;
  /** The case that was judged: which figure held, and where it comes from. */
  readonly judged: Case;
  /** The last report before, where nothing newer was given. */
  readonly lastKnown: Reported;
  readonly standing: Standing;
  readonly rules: Rules;
}

/**
 * The facts behind a verdict.
 * @param ownYear the workbook's year: in the sentence another one is named
 * @throws CatalogError as `statusAnswer`
 */
export function reasonAnswer(
  index: CatalogIndex,
  rules: Rules,
  commitment: Commitment,
  entered: Entered,
  ownYear = index.catalog.year,
): Reason {
  const at = asked(index, commitment, entered.asOf, entered.year);
  const { judged, day } = at;
  const { terms } = judged;
  const asOf = isBlank(entered.asOf) ? null : periodGiven(entered.asOf, entered.year ?? index.catalog.year);
  const actual = readEntered(at, entered.actual);
  const lastKnown = readEntered(at, entered.earlier);
  return {
    commitment,
    terms,
    asOf,
    hasBegun: day >= terms.from,
    isOverdue: day > terms.due,
    catalogYear: ownYear,
    figure: judged.judged,
    actual,
    remark: remarkOf(entered.actual),
    fromLevel: levelEntered(at, entered.actual),
    judged,
    lastKnown,
    standing: judge(judged, actual, day, rules, lastKnown),
    rules,
  };
}
