/** Why a row of a ledger has its verdict, told from the row's own cells. */
import type { CatalogIndex } from "../core/catalog";
import type { Rules } from "../core/status";
import type { Commitment } from "../core/types";
import { zhSheets as zh } from "../strings/zhSheets";
import { headingOf, isByMonth, type LedgerColumn } from "./ledgerColumns";
import { entriesOf, readingOf } from "./ledgerEntries";
import { commitmentOf } from "./commitmentCalled";
import { addressOf, cell } from "./plan";
import { whyOf } from "./shortfalls";
import { settingOf, shownIn, type SheetCells, type StandingLedger } from "./standingLedger";

const ASKED_AT = zh.ledger.asOf;
/** The cells a verdict comes from, in the order in which it is worked out. */
const STEPS: readonly LedgerColumn[] = ["target", "baseline", "latest", "attainment", "share", "gap", "status"];
/** A cell that a verdict comes from. */
export interface Step {
  readonly heading: string;
  readonly text: string;
  readonly address: string;
  /** How it is worked out from the others, with their own figures. */
  readonly how?: string;
}

export interface RowExplanation {
  readonly department: string;
  readonly indicator: string;
  /** What the catalog knows of the row; null where it is a person's own. */
  readonly commitment: Commitment | null;
  /** The sentence behind the verdict; null where none is told. */
  readonly why: string | null;
  /** Whether there is a verdict at all, or should be. */
  readonly hasVerdict: boolean;
  readonly steps: readonly Step[];
}

/**
 * Explains the row of a ledger in which a cell stands.
 * @param ledger read from the head of its sheet and the row itself
 * @returns null where the cell is neither a row's nor a setting
 */
export function explainRow(
  index: CatalogIndex,
  rules: Rules,
  ledger: StandingLedger,
  place: { readonly row: number; readonly column: number },
): RowExplanation | null {
  const row = ledger.rows.find((each) => each.row === place.row);
  if (!row) return explainSetting(ledger, place);
  const reading = readingOf(ledger);
  const entry = entriesOf(ledger).find((each) => each.row === place.row);
  const commitment = commitmentOf(index, ledger, row) ?? null;
  const step = (heading: string, text: string, at: { row: number; column: number }) =>
    text === "" ? [] : [{ heading, text, address: addressOf(cell(at.row, at.column)) }];
  const { asOf } = ledger.settings;
  return {
    department: row.department,
    indicator: row.indicator,
    commitment,
    why: entry && entry.status !== null ? whyOf(index, rules, reading, entry) : null,
    hasVerdict: true,
    steps: [
      ...(asOf ? step(ASKED_AT, settingOf(ledger, "asOf")?.text ?? "", asOf) : []),
      ...STEPS.flatMap((each) => {
        const at = ledger.at[each];
        if (at === undefined) return [];
        const steps = step(headingOf(each, ledger.entry), shownIn(ledger, place.row, each).text, {
          row: place.row,
          column: at,
        });
        const how = howOf(ledger, place.row, each);
        return how === null ? steps : steps.map((shown) => ({ ...shown, how }));
      }),
    ],
  };
}

/** How a column is worked out from the row's own figures: told only where these figures do come to what the cell shows. */
function howOf(ledger: StandingLedger, row: number, column: LedgerColumn): string | null {
  const figure = (of: LedgerColumn) => shownIn(ledger, row, of);
  const [target, latest, baseline, share] = [figure("target"), figure("latest"), figure("baseline"), figure("share")];
  const { value, text } = figure(column);
  const comesTo = (amount: number) =>
    typeof value === "number" && Math.abs(amount - value) <= SAME * Math.max(1, Math.abs(value));
  const [whole, done, start, due] = [target.value, latest.value, baseline.value, share.value];
  if (text === "") return null;
  if (column === "share") {
    const months = settingOf(ledger, "asOfMonths");
    return months && typeof months.value === "number" && comesTo(months.value / 12) ? `${months.text} ÷ 12` : null;
  }
  if (column === "status") {
    const tolerance = settingOf(ledger, "shareTolerance");
    return tolerance && typeof due === "number" ? `${zh.ledger.toleranceShare} ${tolerance.text}` : null;
  }
  if (typeof whole !== "number" || typeof done !== "number") return null;
  if (column === "attainment") {
    if (comesTo(done / whole)) return `${latest.text} ÷ ${target.text}`;
    if (typeof start === "number" && comesTo((done - start) / (whole - start)))
      return `(${latest.text} − ${baseline.text}) ÷ (${target.text} − ${baseline.text})`;
  }
  if (column === "gap") {
    if (typeof due === "number" && comesTo(whole * due - done))
      return `${target.text} × ${share.text} − ${latest.text}`;
    if (comesTo(whole - done)) return `${target.text} − ${latest.text}`;
    if (comesTo(done - whole)) return `${latest.text} − ${target.text}`;
  }
  return null;
}
const SAME = 1e-9;

/** The cells above the rows: what they say, and what follows from them. */
function explainSetting(
  ledger: StandingLedger,
  place: { readonly row: number; readonly column: number },
): RowExplanation | null {
  const names = Object.keys(SETTINGS) as (keyof typeof SETTINGS)[];
  const chosen = names.find((name) => {
    const block = ledger.settings[name];
    return block?.row === place.row && block.column === place.column;
  });
  if (!chosen) return null;
  return {
    department: ledger.name,
    indicator: SETTINGS[chosen],
    commitment: null,
    why: chosen === "asOf" ? zh.ledger.asOfPrompt(isByMonth(ledger.entry)) : null,
    hasVerdict: false,
    steps: names.flatMap((name) => {
      const block = ledger.settings[name];
      const text = settingOf(ledger, name)?.text ?? "";
      return block && text !== "" ? [{ heading: SETTINGS[name], text, address: addressOf(block) }] : [];
    }),
  };
}
const SETTINGS = {
  asOf: zh.ledger.asOf,
  asOfDay: zh.ledger.asOfDay,
  asOfMonths: zh.ledger.asOfMonths,
  shareTolerance: zh.ledger.toleranceShare,
  pointTolerance: zh.ledger.tolerancePoints,
  shareGrace: zh.ledger.graceShare,
} as const;

/** Two pieces of a sheet as one grid: its head, and a row below it; what lies between is blank. */
export function withRow(head: SheetCells, row: SheetCells): SheetCells {
  if (row.row < head.row + head.texts.length) return head;
  const between = row.row - head.row - head.texts.length;
  const blank = <V>(value: V) => Array.from({ length: between }, () => (head.texts[0] ?? []).map(() => value));
  return {
    ...head,
    values: [...head.values, ...blank(""), ...row.values],
    texts: [...head.texts, ...blank(""), ...row.texts],
    ...(head.formulas && row.formulas ? { formulas: [...head.formulas, ...blank(""), ...row.formulas] } : {}),
  };
}
