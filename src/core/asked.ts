/** What a cell hands to a function, read: names, periods, units and actuals, and the case that is asked about. */
import { levelGiven, rateBesideLevel, readActual } from "./actual";
import { caseAt, caseOf, type Case } from "./case";
import type { CatalogIndex } from "./catalog";
import { CatalogError } from "./errors";
import { isLevelUnit, rateFromLevel, type FromLevel } from "./history";
import { isSeveralYears, withinYear } from "./paths";
import { parsePeriod, partsOf, yearOf } from "./periods";
import { judge, type Reported, type Rules, type Standing } from "./status";
import type { Commitment, Day, Figure, Period } from "./types";

/** An argument of a function as a cell gives it: a number, text, true or false, nothing, or a refusal where the cell holds an error. */
export type Given = unknown;

/** An actual and the period it is judged at, as a cell gives them. */
export interface Entered {
  readonly actual: Given;
  /** Blank: at the due date, against the whole target. */
  readonly asOf: Given;
  /** What was last reported before, for where nothing newer was: done stays done. */
  readonly earlier?: Given;
  /** The year asked about, where one was named: of it is a period without a year, and a blank one its end. */
  readonly year?: number | null;
}

/** A case and the day it is judged at. */
export interface Asked {
  readonly judged: Case;
  readonly day: Day;
}

/** The case in force at the day an asOf argument means; blank: the latest figure, at its due date. @param year as of `Entered` */
export function asked(index: CatalogIndex, commitment: Commitment, asOf: Given, year: number | null = null): Asked {
  const latest = caseOf(index, commitment);
  const day = isBlank(asOf) ? endIn(commitment, year) : periodGiven(asOf, year ?? index.catalog.year).to;
  return day === null ? { judged: latest, day: latest.terms.due } : { judged: caseAt(index, latest, day), day };
}

/** The last day of a promise within a year of several that is asked about; null where the whole of it is. */
export function endIn(commitment: Commitment, year: number | null): Day | null {
  return year === null || !isSeveralYears(commitment) ? null : withinYear(commitment, year).due;
}

/** The figure an actual is held against; null for a milestone, which has none. @throws CatalogError what stands in its place */
export function requireFigure({ judged, isVerifiable }: Case): Figure | null {
  if (!(judged instanceof CatalogError)) return judged;
  if (isVerifiable) return null;
  throw judged;
}

/** How what was entered stands. @throws CatalogError actualMissing where nothing was, and why an argument cannot be read */
export function enteredStanding(rules: Rules, at: Asked, actual: Given): Standing {
  const read = readEntered(at, actual);
  const { commitment, isVerifiable } = at.judged;
  if (read === null && isVerifiable) throw new CatalogError("actualMissing", { indicator: commitment.indicator });
  return judge(at.judged, read, at.day, rules);
}

/** An actual as given, read where there is something to hold it against; a level in a growth row is worked out. */
export function readEntered(at: Asked, given: Given): Reported {
  const { terms, judged, isVerifiable } = at.judged;
  if (!isVerifiable) return null;
  const actual = terms.kind === "growth" ? rateBesideLevel(given) : given;
  const level = levelEntered(at, actual);
  return level ? level.rate : readActual(actual, terms, judged instanceof CatalogError ? null : judged.value);
}

/** The level with its unit that was entered in a growth row of which earlier levels are known, and the rate or fall it stands for; null for anything else. */
export function levelEntered({ judged: { commitment, terms }, day }: Asked, actual: Given): FromLevel | null {
  if (terms.kind !== "growth" || commitment.history === undefined) return null;
  const level = levelGiven(rateBesideLevel(actual));
  if (level === null || !isLevelUnit(commitment, level.unit)) return null;
  const found = rateFromLevel(commitment, level.amount, level.unit, day, "rate");
  // Against 降幅3.1% what fell by 3.5 has come 3.5, and what rose by 1 has come -1.
  return terms.statesFall ? { ...found, rate: -found.rate || 0 } : found;
}

/** Whether an argument was left out, or refers to an empty cell. */
export function isBlank(given: Given): boolean {
  if (typeof given === "string") return given === "" || given.trim() === "";
  return given === null || given === undefined;
}

/** A name as a cell gives it: nothing is no name, a number the text of its digits. */
export const asName = (given: Given): string =>
  isBlank(given) ? "" : typeof given === "string" ? given : shown(given);

/** The same, of an argument that may be a refusal. @throws CatalogError the refusal */
export function nameOf(given: Given): string {
  if (given instanceof CatalogError) throw given;
  return asName(given);
}

/** A value as a message names it. */
export const shown = (given: Given) => (typeof given === "number" ? String(given) : JSON.stringify(given));

/** The period an argument means. @throws CatalogError periodUnreadable */
export function periodGiven(given: Given, year: number): Period {
  if (given instanceof CatalogError) throw given;
  if (typeof given === "string" || typeof given === "number") return parsePeriod(given, year);
  throw new CatalogError("periodUnreadable", { given: shown(given) });
}

/** A year argument: 2024, 2024年. @throws CatalogError notOneYear for a quarter, a month or several years; periodUnreadable */
export function yearGiven(given: Given, defaultYear: number): number {
  const period = periodGiven(given, defaultYear);
  const { year } = partsOf(period.from);
  const whole = yearOf(year);
  if (period.from !== whole.from || period.to !== whole.to)
    throw new CatalogError("notOneYear", { given: String(given) });
  return year;
}

/** The year a period names; null where it is blank, names none (二季度) or cannot be read. */
export function yearWritten(given: Given, nearYear: number): number | null {
  if (typeof given !== "string" && typeof given !== "number") return null;
  const read = (year: number) => periodOrNull(given, year)?.to;
  const day = read(nearYear);
  return day !== undefined && read(nearYear + 1) === day ? partsOf(day).year : null;
}

function periodOrNull(given: string | number, year: number): Period | null {
  try {
    return parsePeriod(given, year);
  } catch (error) {
    if (error instanceof CatalogError) return null;
    throw error;
  }
}

/** A unit an argument names. @throws CatalogError unitUnreadable */
export function unitGiven(given: Given): string {
  if (given instanceof CatalogError) throw given;
  if (typeof given !== "string") throw new CatalogError("unitUnreadable", { given: shown(given) });
  return given;
}
