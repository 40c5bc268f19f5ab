/** Report text to draft commitments: scan, lay out, find who answers and when, read each clause. Time is linear in the length of the text. */
import { mended } from "./brokenFigures";
import { Responsibilities } from "./departments";
import type { ImportedReport } from "./drafts";
import { layOut } from "./layout";
import { yearOf } from "./periods";
import { ReportReading } from "./reportReading";
import { scan } from "./scan";
import { Tenses, type TextKind } from "./tense";

export interface ImportOptions {
  /** The year the report is about; found in the text where it is not given. */
  readonly year?: number | undefined;
  /** Who answers for what the text ascribes to nobody. */
  readonly department?: string | undefined;
  /** What the text is; found in the text itself where it is not given. */
  readonly tense?: TextKind | undefined;
}

/**
 * The promises of a report as drafts, in the order of the text. Facts about the past, thresholds, names and slogans are left out, and listed.
 * @example importReport("今年新建公办幼儿园8所。", { year: 2024 }).drafts[0]?.value // 8
 */
export function importReport(text: string, options: ImportOptions = {}): ImportedReport {
  const work = reading(text, options);
  let step = work.next();
  while (step.done !== true) step = work.next();
  return step.value;
}

/** The same, piece by piece, for a caller that shows progress and may stop: `step` does some of it and tells the share done. */
export function startImport(
  text: string,
  options: ImportOptions = {},
): { readonly step: () => number; readonly report: () => ImportedReport } {
  const work = reading(text, options);
  let report: ImportedReport | null = null;
  return {
    step: () => {
      if (report !== null) return 1;
      const step = work.next();
      if (step.done !== true) return step.value;
      report = step.value;
      return 1;
    },
    /** Asked before the last step, it does the rest at once. */
    report: () => report ?? importReport(text, options),
  };
}
const CLAUSES_AT_ONCE = 2000; // some ten milliseconds
const PREPARED = 0.4; // of the work, before the first clause is read

/** The work in steps, none of them long: each tells the share done. */
function* reading(text: string, options: ImportOptions): Generator<number, ImportedReport> {
  const { text: whole, restored } = mended(text);
  yield 0.05;
  const found = scan(whole);
  yield 0.15;
  const layout = layOut(whole, found);
  yield 0.2;
  const departments = new Responsibilities(whole, found, layout);
  yield 0.3;
  const year = options.year ?? yearOf(whole);
  const { voiceStarts } = departments;
  const tenses = new Tenses(whole, found, layout, year, voiceStarts, options.tense ?? "both");
  yield PREPARED;
  const report = new ReportReading(whole, { found, layout, departments, tenses, year }, options.department ?? null);
  const total = layout.clauseStarts.length;
  for (let next = 0; next < total;) {
    for (const end = Math.min(next + CLAUSES_AT_ONCE, total); next < end; next++) report.readClause(next);
    yield Math.min(0.99, PREPARED + (1 - PREPARED) * (next / total));
  }
  return restored(report.report());
}
