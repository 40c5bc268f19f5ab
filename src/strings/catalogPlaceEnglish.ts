/** Where in a catalog something is wrong, in English: loaded with the other English words. */
import { FIELDS, isPosition, LONGEST } from "./catalogPlace";

/** The same in English; where a name stands in a list, what one entry of it is called. */
const ENGLISH: Readonly<Record<string, readonly [field: string, entry?: string]>> = {
  documents: ["documents", "document"],
  departments: ["departments", "department"],
  commitments: ["commitments", "commitment"],
  facts: ["facts", "fact"],
  places: ["places", "place"],
  corrections: ["corrections", "correction"],
  setAside: ["entries set aside", "entry set aside"],
  inFavourOf: ["entry in its place"],
  aliases: ["aliases", "alias"],
  supporting: ["supporting units", "supporting unit"],
  sumOf: ["parts of the total", "part of the total"],
  annualTargets: ["annual targets"],
  parts: ["shares of places", "share of a place"],
  revisions: ["revisions", "revision"],
  history: ["earlier figures", "earlier figure"],
  quarterShares: ["shares by quarter", "share by quarter"],
  monthShares: ["shares by month", "share by month"],
  alsoPromised: ["other commitments of it", "other commitment of it"],
  schemaVersion: ["version of the format"],
  valueMax: ["upper bound"],
  relativeTo: ["year compared with"],
  from: ["first day"],
  due: ["last day"],
  asOf: ["day"],
  ownPledge: ["own pledge"],
  by: ["recorder"],
  recorded: ["day of recording"],
  scoreRule: ["scoring rule"],
  reviewReason: ["reason for being unclear"],
};

/** @example catalogPlaceInEnglish("/commitments/3/target/unit") // "unit of the target of commitment 4" */
export function catalogPlaceInEnglish(path: string): string {
  const steps = path.split("/").filter((step) => step !== "");
  const places: string[] = [];
  for (const [at, step] of steps.entries()) {
    const [, entry] = ENGLISH[steps[at - 1] ?? ""] ?? [];
    if (isPosition(step, steps[at - 1]) && entry) places.splice(-1, 1, `${entry} ${Number(step) + 1}`);
    else places.push(ENGLISH[step]?.[0] ?? (step in FIELDS ? step : `“${step.slice(0, LONGEST)}”`));
  }
  if (places.length === 0) return "the whole catalog";
  return places.reverse().reduce((inner, outer) => `${inner} of ${/\d$/.test(outer) ? "" : "the "}${outer}`);
}
