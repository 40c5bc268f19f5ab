/** What falls short most in a ledger, and the sentence that says why. */
import { reasonAnswer, type Reason } from "../core/answers";
import type { CatalogIndex } from "../core/catalog";
import { CatalogError } from "../core/errors";
import { parsePeriod, partsOf } from "../core/periods";
import type { Rules } from "../core/status";
import type { Commitment } from "../core/types";
import type { Laggard } from "../strings/circular";
import { actualText, gapText, reasonText, revisedText } from "../strings/reason";
import { zhSheets as zh } from "../strings/zhSheets";
import type { LedgerEntry, LedgerReading, SettingCells } from "./ledgerEntries";
import type { Entry } from "./ledgerColumns";
import { judgedAt } from "./ledgerRhythm";
import type { CellValue, Shown } from "./standingLedger";

const { headings } = zh.ledger;
/** A deed left undone has no gap in figures: all of it is missing. */
const WHOLE = 1;
const SAME = 1e-6; // gaps further apart than this part of them differ: cells hold doubles, the catalog's answer may be rounded

/** A promise behind pace. */
export interface Shortfall extends Laggard {
  /** Why the verdict is what it is. */
  readonly why: string;
  /** 原因说明 as somebody typed it. */
  readonly reason: string;
}

/**
 * Everything behind pace, worst first: 约束性 before all others, 严重滞后 before 欠进度, then by how much of the target is lacking, then in the ledger's order.
 * Flows and stocks lack the points between 序时进度 and 完成率; growth and ratio the gap as a part of their target.
 */
export function shortfallsOf(index: CatalogIndex, rules: Rules, reading: LedgerReading): Shortfall[] {
  const inForce = rulesOf(reading.settings, rules);
  return reading.entries
    .filter(({ status }) => status === "farBehind" || status === "behind")
    .map((entry, order) => ({ entry, order, part: lackingPart(entry) }))
    .sort(
      (one, other) =>
        Number(isBinding(index, other.entry)) - Number(isBinding(index, one.entry)) ||
        Number(other.entry.status === "farBehind") - Number(one.entry.status === "farBehind") ||
        other.part - one.part ||
        one.order - other.order,
    )
    .map(({ entry }) => shortfallOf(index, inForce, reading, entry));
}

/** The rules a ledger is judged by: the tolerances its cells hold now. */
function rulesOf(settings: SettingCells, rules: Rules): Rules {
  const held = (cell: Shown | null, otherwise: number) => (typeof cell?.value === "number" ? cell.value : otherwise);
  return {
    ...rules,
    shareTolerance: held(settings.shareTolerance, rules.shareTolerance),
    pointTolerance: held(settings.pointTolerance, rules.pointTolerance),
    shareGrace: held(settings.shareGrace, rules.shareGrace),
  };
}

/** The commitment of a row, where the catalog knows it. */
function commitmentOf(index: CatalogIndex, { id, department, indicator }: LedgerEntry): Commitment | null {
  const found = index.lookUp(department, id === "" ? indicator : id);
  return found instanceof CatalogError ? null : found;
}

const isBinding = (index: CatalogIndex, entry: LedgerEntry) => commitmentOf(index, entry)?.binding === "binding";

function lackingPart({ attainment, share, gap, target }: LedgerEntry): number {
  if (typeof attainment.value === "number" && typeof share.value === "number")
    return Math.abs(share.value - attainment.value);
  if (typeof gap.value !== "number") return WHOLE;
  return typeof target.value === "number" && target.value !== 0 ? Math.abs(gap.value / target.value) : WHOLE;
}

function shortfallOf(index: CatalogIndex, rules: Rules, reading: LedgerReading, entry: LedgerEntry): Shortfall {
  const { department, indicator, latest, gap, reason } = entry;
  const facts = catalogsReason(index, rules, reading, entry);
  return {
    department,
    indicator,
    status: entry.status ?? "behind",
    // What stands beside the sentence is rounded as in it.
    actual: (facts && actualText(facts)) ?? latest.text,
    gap: (facts && gapText(facts)) ?? (typeof gap.value === "number" ? gap.text : ""),
    why: facts ? reasonText(facts) : shownReason(entry),
    reason,
    isBinding: isBinding(index, entry),
    revised: facts && revisedText(facts),
  };
}

/** Why a row has its verdict: the catalog's sentence, or what the row's cells say. @param rules of the session; the ledger's own tolerances go before them */
export function whyOf(index: CatalogIndex, rules: Rules, reading: LedgerReading, entry: LedgerEntry): string {
  const reason = catalogsReason(index, rulesOf(reading.settings, rules), reading, entry);
  return reason ? reasonText(reason) : shownReason(entry);
}

/** The facts behind TARGET.WHY; null where the catalog knows no such promise, or judges it otherwise than the ledger does. */
function catalogsReason(
  index: CatalogIndex,
  rules: Rules,
  { settings, entry: filled }: LedgerReading,
  entry: LedgerEntry,
): Reason | null {
  try {
    const commitment = commitmentOf(index, entry);
    if (!commitment) return null;
    const given = settings.asOf?.value ?? null;
    const asOf = rhythmDay(index, commitment, filled, given);
    const entered = { actual: entry.latest.value, asOf };
    const reason = reasonAnswer(index, rules, commitment, entered);
    const { status, gap } = reason.standing;
    const agrees = status === entry.status && isSameGap(gap, entry.gap.value);
    return agrees ? reason : null;
  } catch (error) {
    if (error instanceof CatalogError) return null;
    throw error;
  }
}

/** 截至期 as a row is judged by it: what is typed, or a day before where the row is reported more seldom than the ledger is filled. */
function rhythmDay(
  index: CatalogIndex,
  commitment: Commitment,
  entry: Entry,
  given: CellValue | null,
): CellValue | null {
  if (typeof given !== "string" && typeof given !== "number") return given;
  const day = parsePeriod(given, index.catalog.year).to;
  const judged = judgedAt(index, commitment, entry, day);
  if (judged === null || judged === day) return given;
  const { year, month } = partsOf(judged);
  return zh.ledger.months(year, month); // as a person writes it, so that the sentence says 一季度
}

function isSameGap(gap: number | null, shown: unknown): boolean {
  if (gap === null || typeof shown !== "number") return gap === null && typeof shown !== "number";
  return Math.abs(gap - shown) <= SAME * Math.max(1, Math.abs(gap));
}

/** What the ledger's own cells say, where somebody changed its target or baseline. */
function shownReason({ target, latest, attainment, share, gap, status }: LedgerEntry): string {
  const parts = [
    [headings.target, target],
    [headings.latest, latest],
    [headings.attainment, attainment],
    [headings.share, share],
    ["", gap],
  ] as const;
  const told = parts
    .filter(([, { value, text }]) => typeof value === "number" && text !== "")
    .map(([heading, { text }]) => [heading, text] as const);
  return zh.summary.shown(told, status === null ? "" : zh.status[status]);
}
