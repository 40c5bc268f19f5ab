/** What of the things made of a ledger stands in the workbook, read from what each sheet says of itself. */
import { zhSheets as zh } from "../strings/zhSheets";
import { HISTORY_NAME } from "./history";
import { leadersCopyName } from "./leadersCopy";
import { SCORES_NAME } from "./scoreSheet";
import { SUMMARY_NAME } from "./summary";

/** A thing that stands: its sheet, when it was made where that is written, and whether the ledger has gone on since. */
export interface Stands {
  readonly sheet: string;
  readonly madeAt: string | null;
  readonly isStale: boolean;
}

export type Made = "summary" | "copy" | "scores" | "places" | "freeze";

/** The sheets to look at, by what they hold; those that are there are read by their heads. */
export function sheetsOfMade(ledgers: readonly string[]): readonly (readonly [made: Made, sheet: string])[] {
  return [
    ["summary", SUMMARY_NAME],
    ["scores", SCORES_NAME],
    ["places", zh.placesTable.sheet.name],
    ["freeze", HISTORY_NAME],
    ...ledgers.map((name) => ["copy", leadersCopyName(name)] as const),
  ];
}

const MOMENT = /\d{4}-\d{2}-\d{2} \d{2}:\d{2}/;

/** Reads a sheet's head; of the history the last row says when a period was frozen. @param texts what its first rows show */
export function standsBy(made: Made, sheet: string, texts: readonly (readonly string[])[]): Stands {
  const cells = texts.flat();
  const moments = cells.flatMap((text) => MOMENT.exec(text) ?? []);
  const isStale = cells.includes(zh.summary.changed);
  return { sheet, madeAt: (made === "freeze" ? moments.sort().at(-1) : moments[0]) ?? null, isStale };
}
