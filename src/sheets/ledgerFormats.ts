/** Number formats of a ledger row: figures carry their unit, a gap says 欠 or 超. */
import { PERCENT, type Case } from "../core/case";
import { CatalogError } from "../core/errors";
import { roundTo } from "../core/expression";
import { monthsIn, partsOf } from "../core/periods";
import { shareBy } from "../core/profiles";
import type { Figure } from "../core/types";
import { parseUnit } from "../core/units";
import { amountText } from "../strings/evidence";
import type { LedgerColumn, PeriodColumn } from "./ledgerColumns";

// Figures stand in groups of thousands, as in the sentence behind a verdict. Grouped digits take a fixed least number of decimals; General
// shows half a thing and no decimals where there are none, so that below a thousand things counted stand by it.
const GROUPED_FROM = 1000;
const LARGE = 10_000;
const WHOLE = "#,##0";
const WITH_DECIMALS = "#,##0.0#";
const SENTENCE_DIGITS = 2; // as many as the sentence behind a verdict gives a figure
/** How wide a figure may be beside its unit, in points: a number that is wider than its column shows as ####. */
const ROOM = 64;

/**
 * Figures carry their unit; a gap says 欠 or 超. Decimals that were typed show, as many as the sentence gives; of things counted one by one
 * only below a thousand, beyond it 填报提示 tells of them.
 * Where a figure with its unit has no room, the unit stands alone in its own column, or in the heading.
 * @param ends the months of the year at whose end the row is usually judged
 * @param room how wide a figure may be, in points
 */
export function rowFormats(
  judged: Case,
  periods: readonly PeriodColumn[],
  ends: readonly number[] = EVERY_MONTH,
  room = ROOM,
): Partial<Record<LedgerColumn, string>> {
  const { figure: found, terms } = judged;
  const unit = terms.unit ?? "";
  const decimals = found instanceof CatalogError ? 0 : decimalsOf(judged, found, unit);
  const number = withDecimals(decimals);
  const isCounted = isOfThings(judged) || decimals === 0;
  const size =
    amountText(found instanceof CatalogError ? 0 : found.value, "") + ".0".slice(0, isOfThings(judged) ? 0 : 2);
  const shownUnit = widthOf(size + unit) > room ? "" : unit;
  const withUnit = (format: string) => (shownUnit ? `${format}"${shownUnit}"` : format);
  const short = unit === PERCENT ? "个百分点" : shownUnit;
  const [behind, ahead] = terms.direction === "down" ? ["超出", "少"] : ["欠", "超"];
  const digits = isCounted ? countedDigits(judged, ends) : WITH_DECIMALS;
  const gap = `"${behind}"${digits}"${short}";"${ahead}"${digits}"${short}";"0${short}"`;
  const measured = number + "#".repeat(Math.max(0, SENTENCE_DIGITS - decimals));
  const typed = (of: (format: string) => string) =>
    isCounted ? `[<${GROUPED_FROM}]${of("General")};${of(WHOLE)}` : of(measured);
  const entry = terms.kind === "milestone" ? "General" : unit === PERCENT ? `0.0#"%"` : typed((format) => format);
  return {
    target: revisedFormat(judged, number, shownUnit, room) ?? withUnit(number),
    baseline: isWorkedOut(judged.start) ? withUnit(WITH_DECIMALS) : isCounted ? typed(withUnit) : withUnit(number),
    ...Object.fromEntries(periods.map((column) => [column, entry])),
    latest: typed(withUnit),
    attainment: "0.0%",
    share: "0.0%",
    gap,
    due: "yyyy-mm-dd",
  };
}

const withDecimals = (decimals: number) => `${WHOLE}${decimals > 0 ? `.${"0".repeat(decimals)}` : ""}`;

/** How a gap of things counted one by one stands: what is due of them may be half a one, or a third. */
function countedDigits(judged: Case, ends: readonly number[]): string {
  // Of a figure set anew the earlier one was due in other pieces.
  const most =
    judged.changes.length > 0 ? MOST_DECIMALS : Math.max(0, ...ends.map((month) => decimalsDue(judged, month)));
  const size = judged.judged instanceof CatalogError ? 0 : Math.abs(judged.judged.value);
  if (most === 0 && size >= GROUPED_FROM) return WHOLE;
  // 欠255个 where 2077.5 are due after a quarter: a gap of some thousands stands without groups there.
  return most <= SENTENCE_DIGITS && size < LARGE ? "General" : WITH_DECIMALS;
}

/** The formats of a target, what is due of it and the gap side by side, with the decimals of what is due. @param month at whose end they are judged */
export function markFormats(judged: Case, month: number): Readonly<Record<"target" | "expected" | "gap", string>> {
  const { target = "General", latest = "General", gap = "General" } = rowFormats(judged, [], [month]);
  if (!isOfThings(judged)) return { target, expected: latest, gap };
  const decimals = Math.min(SENTENCE_DIGITS, decimalsDue(judged, month));
  const [, unit = ""] = /("[^"]*")$/.exec(target) ?? [];
  return { target, expected: withDecimals(decimals) + unit, gap };
}

/** A revised figure with the one before it, while it is in force: 142→128亿元; null where nothing was revised. */
function revisedFormat({ commitment, revision }: Case, number: string, unit: string, room: number): string | null {
  const { target, revisions = [] } = commitment;
  if (!revision || !target || !("value" in target)) return null;
  const before = revisions.at(-2)?.value ?? target.value;
  if (before === revision.value) return null;
  const change = `${amountText(before, "")}→${amountText(revision.value, "")}.0`;
  const shown = widthOf(change + unit) > room + ARROW ? "" : unit;
  return `[=${revision.value}]"${amountText(before, "")}→"${number}"${shown}";${number}"${unit}"`;
}
const ARROW = 4; // a target's column is somewhat wider

/** About how wide a text is in letters of eleven points. */
const widthOf = (text: string) => [...text].reduce((sum, letter) => sum + (letter > "\u2000" ? 11 : 6), 0);

/** Whether a level is no figure anybody wrote: a path leads there. */
const isWorkedOut = (level: number | null) => level !== null && roundTo(level, WRITTEN_DIGITS) !== level;
const WRITTEN_DIGITS = 6; // nobody writes more

const EVERY_MONTH = Array.from({ length: 12 }, (_, at) => at + 1);

/** Below it a share of whole things has its last decimal; beyond it a third goes on. */
const MOST_DECIMALS = 3;

/** How many decimals what is due at the end of a month has: none of 4155 个, one of 2077.5, more than two of a third. */
function decimalsDue({ judged, start, terms }: Case, month: number): number {
  if (judged instanceof CatalogError || (terms.kind !== "flow" && terms.kind !== "stock")) return 0;
  const way = judged.value - (start ?? 0);
  const share = shareAt(terms, month);
  const due = (start ?? 0) + way * share;
  for (let decimals = 0; decimals < MOST_DECIMALS; decimals += 1)
    if (Math.abs(due - roundTo(due, decimals)) < NO_DECIMAL) return decimals;
  return MOST_DECIMALS;
}
const NO_DECIMAL = 1e-7;

/** The share due at the end of a month, by the profile; of a promise that runs over a turn of the year the month comes once. */
function shareAt({ profile, from, due }: Case["terms"], month: number): number {
  if (profile === "atDue") return 1;
  if (profile !== "linear") return shareBy(profile, month - 1, MONTHS_IN_YEAR);
  const all = monthsIn({ from, to: due });
  const passed = (((month - partsOf(from).month + 1) % MONTHS_IN_YEAR) + MONTHS_IN_YEAR) % MONTHS_IN_YEAR;
  return Math.min(1, (passed === 0 ? all : passed) / all);
}
const MONTHS_IN_YEAR = 12;

/** Whether things are counted one by one: what a path makes of them may have decimals, they have none. */
function isOfThings({ terms, commitment: { target } }: Case): boolean {
  if (terms.kind !== "flow" && terms.kind !== "stock") return false;
  return (
    !isOfMeasure(terms.unit ?? "") && (target === undefined || !("value" in target) || Number.isInteger(target.value))
  );
}

/** Whether a unit measures, or counts in thousands and more: 4.2万人 is as usual as 4.2吨. */
export const isOfMeasure = (unit: string): boolean =>
  unit !== "" && (/[万亿%‰亩斤吨元米瓦度点/]/.test(unit) || parseUnit(unit).numerator !== 1);

/**
 * Things counted one by one need no decimals; what is measured gets one, or as many as the target was written with. What a path makes of
 * a target was not written by anybody.
 */
function decimalsOf({ basis, terms: { kind } }: Case, { value }: Figure, unit: string): number {
  const written = /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;
  const isMeasured = isOfMeasure(unit) || kind === "growth" || kind === "ratio";
  const isWorkedOut = basis === "linear" || basis === "compound";
  return Math.max(isWorkedOut ? Math.min(written, SENTENCE_DIGITS) : written, isMeasured ? 1 : 0);
}
