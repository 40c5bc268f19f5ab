/** Number formats of a ledger row: figures carry their unit, a gap says 欠 or 超. */
import { PERCENT, type Case } from "../core/case";
import { CatalogError } from "../core/errors";
import { monthsIn, partsOf } from "../core/periods";
import type { Figure, Kind } from "../core/types";
import { parseUnit } from "../core/units";
import { amountText } from "../strings/evidence";
import type { LedgerColumn, PeriodColumn } from "./ledgerColumns";

// Grouped digits take a fixed least number of decimals; General shows half a one and no decimals where there are none. Up to four
// digits may stand ungrouped (GB/T 15835), so that only longer numbers of things counted show a decimal they may not need.
const GROUPED_FROM = 10_000;
const GROUPED = "#,##0.0#";
const SENTENCE_DIGITS = 2; // as many as the sentence behind a verdict gives a figure

/**
 * Figures carry their unit; a gap says 欠 or 超. Decimals that were typed show, as many as the sentence gives.
 * @param ends the months of the year at whose end the row is usually judged
 */
export function rowFormats(
  judged: Case,
  periods: readonly PeriodColumn[],
  ends: readonly number[] = EVERY_MONTH,
): Partial<Record<LedgerColumn, string>> {
  const { figure: found, terms } = judged;
  const unit = terms.unit ?? "";
  const decimals = found instanceof CatalogError ? 0 : decimalsOf(found, unit, terms.kind);
  const size = found instanceof CatalogError ? 0 : Math.abs(found.value);
  const number = `#,##0${decimals > 0 ? `.${"0".repeat(decimals)}` : ""}`;
  const isCounted = decimals === 0;
  const withUnit = (format: string) => (unit ? `${format}"${unit}"` : format);
  const short = unit === PERCENT ? "个百分点" : unit;
  const [behind, ahead] = terms.direction === "down" ? ["超出", "少"] : ["欠", "超"];
  const digits = isCounted && size < GROUPED_FROM && isShareOfWholes(judged, ends) ? "General" : GROUPED;
  const gap = `"${behind}"${digits}"${short}";"${ahead}"${digits}"${short}";"0${short}"`;
  const measured = number + "#".repeat(Math.max(0, SENTENCE_DIGITS - decimals));
  const typed = (of: (format: string) => string) =>
    isCounted ? `[<${GROUPED_FROM}]${of("General")};${of(GROUPED)}` : of(measured);
  const entry = terms.kind === "milestone" ? "General" : unit === PERCENT ? `0.0#"%"` : typed((format) => format);
  return {
    target: revisedFormat(judged, number, unit) ?? withUnit(number),
    baseline: isCounted ? typed(withUnit) : withUnit(number),
    ...Object.fromEntries(periods.map((column) => [column, entry])),
    latest: typed(withUnit),
    attainment: "0.0%",
    share: "0.0%",
    gap,
    due: "yyyy-mm-dd",
  };
}

/** The formats of a target, what is due of it and the gap side by side: short figures of things counted stand ungrouped in all three. @param month at whose end they are judged */
export function markFormats(judged: Case, month: number): Readonly<Record<"target" | "expected" | "gap", string>> {
  const { target = "General", latest = "General", gap = "General" } = rowFormats(judged, [], [month]);
  const [, unit] = /^#,##0("[^"]*")?$/.exec(target) ?? [];
  const isShort = unit !== undefined || target === "#,##0";
  return { target: isShort ? `[<${GROUPED_FROM}]General${unit ?? ""};${target}` : target, expected: latest, gap };
}

/** A revised figure with the one before it, while it is in force: 142→128亿元; null where nothing was revised. */
function revisedFormat({ commitment, revision }: Case, number: string, unit: string): string | null {
  const { target, revisions = [] } = commitment;
  if (!revision || !target || !("value" in target)) return null;
  const before = revisions.at(-2)?.value ?? target.value;
  if (before === revision.value) return null;
  return `[=${revision.value}]"${amountText(before, "")}→"${number}"${unit}";${number}"${unit}"`;
}

const EVERY_MONTH = Array.from({ length: 12 }, (_, at) => at + 1);

/**
 * Whether what is due of things counted one by one has at most the two decimals of the sentence whenever it is usually judged, so that
 * General shows it as it is: 255, or 1.5 where 2,077.5 are due. A third would show all its digits. Quarters of whole things always do.
 */
function isShareOfWholes({ judged, start, terms }: Case, ends: readonly number[]): boolean {
  if (terms.kind !== "flow" && terms.kind !== "stock") return true;
  if (judged instanceof CatalogError || terms.profile !== "linear") return terms.profile === "atDue";
  const way = (judged.value - (start ?? 0)) * 100;
  const months = monthsIn({ from: terms.from, to: terms.due });
  if (Number.isInteger(way / months)) return true;
  const before = partsOf(terms.from).month - 1;
  return Array.from({ length: months }, (_, at) => at + 1)
    .filter((passed) => passed === months || ends.includes(((before + passed - 1) % 12) + 1))
    .every((passed) => Number.isInteger((way * passed) / months));
}

/** Whether a unit measures, or counts in thousands and more: 4.2万人 is as usual as 4.2吨. */
export const isOfMeasure = (unit: string): boolean =>
  unit !== "" && (/[万亿%‰亩斤吨元米瓦度点/]/.test(unit) || parseUnit(unit).numerator !== 1);

/** Things counted one by one need no decimals; what is measured gets one, or as many as the target was written with. */
function decimalsOf(figure: Figure, unit: string, kind: Kind): number {
  const written = /\.(\d+)$/.exec(String(figure.value))?.[1]?.length ?? 0;
  const isMeasured = isOfMeasure(unit) || kind === "growth" || kind === "ratio";
  return Math.max(written, isMeasured ? 1 : 0);
}
