/**
 * The sentence of TARGET.WHY: how a verdict comes about, with its figures. It stands in cells, so it is Chinese in every language.
 * Figures are rounded for reading only, and never so far that a difference disappears.
 */
import type { Reason } from "../core/answers";
import { hasPace, PERCENT, type Terms } from "../core/case";
import { SHARE_DIGITS } from "../core/progress";
import { RULES } from "../core/status";
import { CatalogError, type ErrorCode } from "../core/errors";
import { roundTo } from "../core/expression";
import { isSeveralYears } from "../core/paths";
import { partsOf, months, quarter, yearOf } from "../core/periods";
import { areAlike } from "../core/units";
import type { Figure, Period } from "../core/types";
import { amountText, fallText, figureText, isFallingRate } from "./evidence";
import { zhCells as zh } from "./zhCells";

const words = zh.reason;
const AMOUNT_DIGITS = 2;
const POINT_DIGITS = 1;
const MOST_DIGITS = 12;

/** @example reasonText(reason of 3900 at 2024Q2) // "截至二季度应达4,155个(50.0%),实际3,900个(46.9%),欠255个,低于序时3.1个百分点,欠进度。" */
export function reasonText(reason: Reason): string {
  const { figure } = reason;
  return `${[...clauses(reason, figure), zh.status[reason.standing.status]].join(",")}。`;
}

/** The gap as the sentence says it, for a column beside it; null where the sentence names none. @example "欠255个" */
export function gapText(reason: Reason): string | null {
  const { figure, standing, actual } = reason;
  if (figure instanceof CatalogError || standing.gap === null || typeof actual !== "number") return null;
  return gapClause(standing.gap, figure, reason);
}

/** How the figure that judges was set anew, as the sentence says it; null where it was not. */
export const revisedText = (reason: Reason): string | null =>
  reason.judged.revision === null ? null : (setAnew(reason)[0] ?? null);

/** What was reached, as the sentence says it; null where it names no amount. @example "3,900个" */
export function actualText(reason: Reason): string | null {
  const { figure, standing, actual } = reason;
  if (figure instanceof CatalogError || typeof actual !== "number") return null;
  return shownRate(reason, figure, actual, standing.expected ?? actual);
}

/** Whether a fall is promised: its rates read 下降3.2%, never −3.2%. */
const isFall = ({ terms }: Reason, figure: Figure): boolean =>
  terms.kind === "growth" && terms.direction === "down" && isFallingRate(figure);

/** The target in words. */
const targetText = (reason: Reason, figure: Figure): string =>
  isFall(reason, figure) ? fallText(figure) : figureText(figure);

/** An amount in words; of a promised fall 下降3% or 增长1%. */
function shownRate(reason: Reason, figure: Figure, value: number, other?: number): string {
  if (!isFall(reason, figure) || value === 0) return shownAmount(value, figure.unit, other);
  const amount = shownAmount(Math.abs(value), figure.unit, other === undefined ? undefined : Math.abs(other));
  return value < 0 ? words.falls(amount) : words.rises(amount);
}

function clauses(reason: Reason, figure: Figure | CatalogError): string[] {
  if (reason.terms.kind === "milestone") return milestoneClauses(reason, figure);
  if (figure instanceof CatalogError) return [shortSentence(figure)];
  const { standing, terms, actual, lastKnown, isOverdue } = reason;
  if (!reason.hasBegun) return [words.target(targetText(reason, figure)), words.notBegun(terms.from)];
  if (standing.status === "unreported") return [...dueClauses(reason, figure), words.noActual];
  if (typeof actual !== "number") {
    if (typeof lastKnown !== "number") return [];
    return [
      ...dueClauses(reason, figure),
      words.noNewer(shownRate(reason, figure, lastKnown, figure.value)),
      words.fullTargetMet(targetText(reason, figure)),
    ];
  }
  const isPaced = terms.kind === "flow" || terms.kind === "stock";
  const attainment = isPaced ? standing.attainment : null;
  const reached = words.actual(
    actualText(reason) ?? "",
    attainment === null ? null : percent(attainment, standing.share),
  );
  const remarks = [...(reason.remark === null ? [] : [words.remark(reason.remark)]), ...levelClauses(reason)];
  if (standing.gap === null) {
    const outcome =
      standing.status === "met"
        ? [words.fullTargetMet(targetText(reason, figure))]
        : standing.status === "farBehind"
          ? [gapClause(roundTo(actual - figure.value, terms.digits), figure, reason), words.limitExceeded]
          : [nothingDue(terms, figure)];
    return [
      ...setAnew(reason),
      words.target(targetText(reason, figure)),
      reached,
      ...remarks,
      ...outcome,
      ...aheadOfTime(reason),
    ];
  }
  return [
    ...dueClauses(reason, figure),
    reached,
    ...remarks,
    gapClause(standing.gap, figure, reason),
    ...(isPaced ? [...paceClauses(reason, figure), ...graceClauses(reason)] : []),
    ...comparisonClauses(reason, figure, actual),
    ...(standing.status === "met" && standing.share < 1 ? [words.fullTargetMet(targetText(reason, figure))] : []),
    ...aheadOfTime(reason),
    ...(isOverdue && standing.status === "farBehind" ? [words.overdue(terms.due)] : []),
    ...toleranceClauses(reason),
  ];
}

/** Why nothing is due: there is no pace before the last day, or nothing of it yet. */
const nothingDue = (terms: Terms, { baseline }: Figure): string =>
  hasPace(terms, baseline ?? null) ? words.nothingDue : words.noPace(terms.due);

/** 截至二季度应达4,155个(50.0%); without a pace the target and when it falls due. */
function dueClauses(reason: Reason, figure: Figure): string[] {
  const { standing, terms } = reason;
  const reached = typeof reason.actual === "number" ? reason.actual : undefined;
  const when = reason.asOf === null ? words.atDue(terms.due) : words.asOf(periodName(reason.asOf, reason.catalogYear));
  const set = setAnew(reason);
  if (standing.expected === null) return [...set, words.target(targetText(reason, figure)), nothingDue(terms, figure)];
  const isShared = terms.kind === "flow" || (terms.kind === "stock" && standing.expected !== figure.value);
  const share = isShared && figure.value !== 0 ? percent(standing.share, standing.attainment ?? standing.share) : null;
  if (isFall(reason, figure)) return [...set, when + words.due(shownRate(reason, figure, standing.expected, reached))];
  const due = terms.direction === "down" ? words.limit : words.expected;
  return [...set, when + due(shownAmount(standing.expected, figure.unit, reached), share)];
}

/** That the figure is not the one first promised: set anew since, or given by the path of several years. */
function setAnew({ judged: { revision, basis, commitment }, figure }: Reason): string[] {
  const { target, revisions = [] } = commitment;
  if (basis === "linear" || basis === "compound") return [words.onPath[basis]];
  if (!revision || !target || !("value" in target) || figure instanceof CatalogError) return [];
  const before = revisions[revisions.indexOf(revision) - 1]?.value ?? target.value;
  return [words.revised(amountText(before, ""), amountText(revision.value, figure.unit), revision.from)];
}

/** The level a rate was worked out from, and against what. */
function levelClauses({ fromLevel }: Reason): string[] {
  if (!fromLevel) return [];
  const { level, last, years } = fromLevel;
  const [now, before] = [amountText(level, last.unit), amountText(last.value, last.unit)];
  const state = words.states[last.state];
  return [years > 1 ? words.meanFromLevel(now, before, years, state) : words.fromLevel(now, before, state)];
}

/** 提前完成: what was promised for a later year is met. */
function aheadOfTime({ judged: { basis, commitment }, standing, asOf, terms }: Reason): string[] {
  if (
    !isSeveralYears(commitment) ||
    basis !== "promise" ||
    standing.status !== "met" ||
    asOf === null ||
    asOf.to >= terms.due
  )
    return [];
  return [words.aheadOfTime(terms.due)];
}

function gapClause(gap: number, figure: Figure, { terms }: Reason): string {
  if (gap === 0) return words.even;
  const isPoints = figure.unit === PERCENT;
  const amount = isPoints
    ? `${shownNumber(Math.abs(gap), AMOUNT_DIGITS)}个百分点`
    : shownAmount(Math.abs(gap), figure.unit);
  if (terms.direction === "down") return gap > 0 ? words.over(amount) : words.under(amount);
  return gap > 0 ? words.short(amount) : words.ahead(amount);
}

/** How many points lie between what was reached and what is due, on the same base as the amounts; said where there is a pace. */
function paceClauses({ standing }: Reason, figure: Figure): string[] {
  const { attainment, gap, share } = standing;
  if (gap === null || gap === 0 || share === 0 || share === 1 || figure.value === 0) return [];
  const ahead = roundTo(attainment === null ? -gap / Math.abs(figure.value) : attainment - share, SHARE_DIGITS);
  if (ahead === 0) return [];
  const points = shownNumber(Math.abs(ahead) * 100, POINT_DIGITS, POINT_DIGITS);
  return [ahead < 0 ? words.belowPace(points) : words.abovePace(points)];
}

/** That a shortfall is on pace because so little of it is no matter, where it is. */
function graceClauses({ standing: { lag, status }, rules }: Reason): string[] {
  if (status !== "onPace" || lag === null || lag <= 0 || lag >= rules.shareGrace) return [];
  const grace = shownNumber(rules.shareGrace * 100, POINT_DIGITS);
  return [rules.shareGrace === RULES[rules.preset].shareGrace ? words.graced(grace) : words.grace(grace)];
}

/** The tolerance a verdict was given with, where the workbook's is not the preset's; that a limit knows none, where that decided. */
function toleranceClauses({ standing: { status, lag }, terms, rules, isOverdue }: Reason): string[] {
  if (status !== "onPace" && status !== "behind" && status !== "farBehind") return [];
  const isRate = terms.kind === "growth" || terms.kind === "ratio";
  const isTolerable = lag !== null && lag > 0 && lag <= (isRate ? rules.pointTolerance : rules.shareTolerance);
  if (status === "farBehind" && terms.direction === "down" && isTolerable && !isOverdue) return [words.limitExceeded];
  const laidDown = RULES[rules.preset];
  if (isRate) {
    const tolerance = shownNumber(rules.pointTolerance, AMOUNT_DIGITS);
    const isBySign = terms.kind === "growth" && terms.direction === "up" && rules.growthBySign;
    // A point of a row in ‰ or /10万 is one of these: a hundredth of the whole would tolerate everything there.
    if (terms.unit !== null && terms.unit !== PERCENT && !areAlike(terms.unit, "百分点"))
      return status === "onPace" || isBySign ? [] : [words.unitTolerance(tolerance + terms.unit)];
    return rules.pointTolerance === laidDown.pointTolerance ? [] : [words.pointTolerance(tolerance)];
  }
  return rules.shareTolerance === laidDown.shareTolerance
    ? []
    : [words.shareTolerance(shownNumber(rules.shareTolerance * 100, AMOUNT_DIGITS))];
}

/** What the comparison asks beyond the figure: the half digit of 左右, the end of a range, more than the figure for 超过. */
function comparisonClauses(reason: Reason, figure: Figure, actual: number): string[] {
  const { terms, standing } = reason;
  const isFigureItself = roundTo(actual - figure.value, terms.digits) === 0;
  switch (terms.comparator) {
    case "about":
      return [words.tolerated(shownNumber(terms.margin, 10))];
    case "range":
      return [
        terms.direction === "up"
          ? words.fromLowerEnd(targetText(reason, figure))
          : words.fromUpperEnd(targetText(reason, figure)),
      ];
    case "moreThan":
      return isFigureItself && standing.status !== "met" ? [words.mustExceed(figureTextOf(figure))] : [];
    case "lessThan":
      return isFigureItself && standing.status !== "met"
        ? [
            isFall(reason, figure)
              ? words.mustExceed(shownRate(reason, figure, figure.value))
              : words.mustStayBelow(figureTextOf(figure)),
          ]
        : [];
    default:
      return [];
  }
}
const figureTextOf = (figure: Figure) => amountText(figure.value, figure.unit);

function milestoneClauses(reason: Reason, figure: Figure | CatalogError): string[] {
  const { terms, actual, lastKnown, remark, standing, hasBegun } = reason;
  if (standing.status === "unverifiable") return figure instanceof CatalogError ? [shortSentence(figure)] : [];
  const due = words.tobeDoneBy(terms.due);
  if (!hasBegun) return [due, words.notBegun(terms.from)];
  if (actual === null) return [due, lastKnown === true ? words.noNewerDone : words.noActual];
  return [due, actual === true ? words.isDone : words.isNotDone, ...(remark === null ? [] : [words.remark(remark)])];
}

function shortSentence<C extends ErrorCode>(error: CatalogError<C>): string {
  return zh.errors[error.code](error.facts);
}

/** A period in a circular's words. @example periodName(quarter(2024, 2), 2024) // "二季度" */
export function periodName(period: Period, year: number): string {
  const [from, to] = [partsOf(period.from), partsOf(period.to)];
  const ofYear = from.year === year ? "" : words.periods.year(from.year);
  const same = (other: Period) => other.from === period.from && other.to === period.to;
  if (from.year !== to.year) return `${period.from}至${period.to}`;
  if (same(yearOf(from.year))) return words.periods.year(from.year);
  for (const [position, name] of words.periods.quarters.entries())
    if (same(quarter(from.year, position + 1))) return ofYear + name;
  for (const [position, name] of words.periods.toQuarter.entries())
    if (same(months(from.year, 1, (position + 1) * 3))) return ofYear + name;
  if (same(months(from.year, from.month, to.month))) return ofYear + words.periods.months(from.month, to.month);
  return period.to;
}

/** An amount with at most two decimals, or with as many as keep it apart from the amount it is held against. */
function shownAmount(value: number, unit: string, other = value): string {
  return `${shownNumber(value, digitsApart(value, other, AMOUNT_DIGITS))}${unit}`;
}

/** A share in percent with one decimal, or with as many as keep it apart from the other share it is held against. */
function percent(share: number, other: number): string {
  const digits = digitsApart(inPercent(share), inPercent(other), POINT_DIGITS);
  return `${shownNumber(inPercent(share), digits, digits)}${PERCENT}`;
}

/** Shares are worked out to so many digits; two that agree in them are one: a sixth that is due, and a sixth that was reached. */
const inPercent = (share: number) => roundTo(share * 100, SHARE_DIGITS - 2);

/** How many decimals it takes so that two numbers that differ do not read alike. */
function digitsApart(value: number, other: number, least: number): number {
  let digits = least;
  while (digits < MOST_DIGITS && value !== other && roundTo(value, digits) === roundTo(other, digits)) digits += 1;
  return digits;
}

/** A number with thousands separators, rounded to so many decimals, or to as many as leave something of it. */
function shownNumber(value: number, digits: number, least = 0): string {
  const kept = digitsApart(value, 0, digits);
  return roundTo(value, kept).toLocaleString("en-US", { minimumFractionDigits: least, maximumFractionDigits: kept });
}
