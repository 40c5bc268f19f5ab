/** What of the things made of a ledger stands in the workbook, read from what each sheet says of itself. */
import { zhSheets as zh } from "../strings/zhSheets";
import { HISTORY_NAME } from "./history";
import { leadersCopyName } from "./leadersCopy";
import type { CatalogIndex } from "../core/catalog";
import { RECORD_NAME } from "./returnsRecord";
import { SCORES_NAME } from "./scoreSheet";
import type { SheetCells } from "./standingLedger";
import { standingPlaces } from "./standingPlaces";
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

/** What stands in a mark's place where a name of its row has changed. */
export const CHANGED_NAME = zh.ownSheet.sheet.changed;

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

/** Whether none of the ledgers has the rows that are scored, no more and no fewer. */
export function isScoredOtherwise(scores: Texts, ledgers: readonly Texts[]): boolean {
  const scored = judgedRows(scores);
  if (scored.size === 0 || ledgers.length === 0) return false;
  return !ledgers.some((ledger) => {
    const rows = judgedRows(ledger);
    return rows.size === scored.size && [...rows].every((name) => scored.has(name));
  });
}

/** The rows with a verdict, by department and indicator: legends and sums have none. */
function judgedRows(texts: Texts): ReadonlySet<string> {
  const { status } = zh.ledger.headings;
  const words = new Set<string>(Object.values(zh.status));
  const header = headerOf(texts);
  const at = texts[header]?.indexOf(status) ?? -1;
  const judged = texts.filter((row, line) => line === header || words.has(row[at] ?? ""));
  return new Set(rowsOf(judged)?.keys());
}

const headerOf = (texts: Texts): number =>
  texts.findIndex((row) => row.includes(zh.ledger.headings.indicator) && row.includes(zh.ledger.headings.status));

/** Whether a county table has other places than the catalog, or an indicator that the catalog has not. */
export function placesDiffer(cells: SheetCells, { catalog }: Pick<CatalogIndex, "catalog">): boolean {
  const table = standingPlaces(cells);
  if (table === null) return false;
  const places = new Set(catalog.places?.map(({ id }) => id));
  const promises = new Set(catalog.commitments.map(({ id }) => id));
  const isAll = table.places.length === places.size && table.places.every((id) => places.has(id));
  return !isAll || table.entries.some(({ id }) => !promises.has(id));
}

/** What each row below the headings says, by department and indicator. */
function rowsOf(texts: Texts): ReadonlyMap<string, string> | null {
  const { department, indicator, latest, status } = zh.ledger.headings;
  const header = headerOf(texts);
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
