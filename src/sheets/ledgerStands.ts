/** What of the things made of a ledger stands in the workbook, read from what each sheet says of itself. */
import { zhSheets as zh } from "../strings/zhSheets";
import { HISTORY_NAME } from "./history";
import { leadersCopyName } from "./leadersCopy";
import { RECORD_NAME } from "./returnsRecord";
import { SCORES_NAME } from "./scoreSheet";
import { SUMMARY_NAME } from "./summary";

/** A thing that stands: its sheet, when it was made where that is written, and whether the ledger has gone on since. */
export interface Stands {
  readonly sheet: string;
  readonly madeAt: string | null;
  readonly isStale: boolean;
  /** Of the history the period frozen last. */
  readonly period: string | null;
}

export type Made = "summary" | "copy" | "scores" | "places" | "freeze" | "returns";
/** The sheets that grow downwards: the last row says when. */
export const RECORDS: ReadonlySet<Made> = new Set<Made>(["freeze", "returns"]);

/** A sheet to look at; `of` is the ledger it was made of, where its name says so. */
export interface SheetOfMade {
  readonly made: Made;
  readonly name: string;
  readonly of: string | null;
}

/** The sheets to look at, by what they hold; those that are there are read by their heads. */
export function sheetsOfMade(ledgers: readonly string[]): readonly SheetOfMade[] {
  const one = (made: Made, name: string): SheetOfMade => ({ made, name, of: null });
  return [
    one("summary", SUMMARY_NAME),
    one("scores", SCORES_NAME),
    one("places", zh.placesTable.sheet.name),
    one("freeze", HISTORY_NAME),
    one("returns", RECORD_NAME),
    ...ledgers.map((name): SheetOfMade => ({ made: "copy", name: leadersCopyName(name), of: name })),
  ];
}

type Texts = readonly (readonly string[])[];
const MOMENT = /\d{4}-\d{2}-\d{2} \d{2}:\d{2}/;

/**
 * Reads a sheet's head; of a record the last row says when.
 * @param texts what its first rows show
 * @param ledger what the first rows of the ledger show, of a copy that is to be held against it
 */
export function standsBy(made: Made, sheet: string, texts: Texts, ledger: Texts | null = null): Stands {
  const dated = texts.flatMap((row) => row.flatMap((text) => MOMENT.exec(text)?.map((at) => ({ at, row })) ?? []));
  const latest = RECORDS.has(made)
    ? dated.reduce<typeof dated>((last, each) => (last[0] && last[0].at > each.at ? last : [each]), [])
    : dated;
  const [found] = latest;
  return {
    sheet,
    madeAt: found?.at ?? null,
    isStale: texts.flat().includes(zh.summary.changed) || (ledger !== null && differs(ledger, texts)),
    period: made === "freeze" ? (found?.row[1] ?? null) : null,
  };
}

/** Whether a row of the ledger shows another actual or verdict than its copy, or the copy does not have it. */
function differs(ledger: Texts, copy: Texts): boolean {
  const [shown, copied] = [rowsOf(ledger), rowsOf(copy)];
  if (shown === null || copied === null) return false;
  return [...shown].some(([name, said]) => copied.get(name) !== said);
}

/** What each row below the headings says, by department and indicator. */
function rowsOf(texts: Texts): ReadonlyMap<string, string> | null {
  const { department, indicator, latest, status } = zh.ledger.headings;
  const header = texts.findIndex((row) => row.includes(indicator) && row.includes(status));
  const headings = texts[header];
  if (!headings) return null;
  const said = (row: readonly string[], ...names: readonly string[]) =>
    names.map((name) => row[headings.indexOf(name)] ?? "").join("\u0001");
  return new Map(
    texts
      .slice(header + 1)
      .filter((row) => (row[headings.indexOf(indicator)] ?? "") !== "")
      .map((row) => [said(row, department, indicator), said(row, latest, status)]),
  );
}
