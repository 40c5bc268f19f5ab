/** What would put a refused argument of a call right: a name, a period, a unit or a figure that could stand in its place. Pure. */
import type { CatalogIndex } from "../core/catalog";
import { CatalogError, type ErrorCode } from "../core/errors";
import { PROPERTIES } from "../core/evidence";
import { parsePeriod } from "../core/periods";
import { unitOfTarget } from "../core/targetUnit";
import { nearestNames } from "../core/text";
import type { Commitment } from "../core/types";
import { convert } from "../core/units";
import type { Call } from "../sheets/calls";
import type { OurFunction } from "../sheets/functionNames";

/** A text that would put an argument right. */
export interface Repair {
  readonly position: number;
  readonly name: string;
  /** Whether it goes behind the other arguments where it was left out. */
  readonly mayAppend?: true;
}

const DEPARTMENT = 0;
const INDICATOR = 1;
const PROPERTY = 2;
const ACTUAL = 2;

interface ArgumentPlaces {
  readonly asOf?: number;
  readonly unit?: number;
  readonly year: number;
}

/** Where each function takes the period it is asked at, the unit it answers in, and the year that picks the catalog. */
export const PLACES: Readonly<Record<string, ArgumentPlaces>> = {
  TARGET: { asOf: 4, unit: 3, year: 2 },
  "TARGET.PACE": { asOf: 2, unit: 3, year: 4 },
  "TARGET.GAP": { asOf: 3, unit: 4, year: 5 },
  "TARGET.RATE": { asOf: 3, year: 4 },
  "TARGET.STATUS": { asOf: 3, year: 5 },
  "TARGET.WHY": { asOf: 3, year: 5 },
  "TARGET.TOGO": { asOf: 3, unit: 4, year: 5 },
  "TARGET.YOY": { asOf: 3, year: 5 },
  "TARGET.SCORE": { asOf: 3, year: 5 },
  "TARGET.INFO": { year: 3 },
  "TARGET.LIST": { year: 1 },
  "TARGET.CHECK": { asOf: 3, year: 5 },
} satisfies Record<OurFunction, ArgumentPlaces>;

const MOST = 3;

/** @returns the likeliest first; none where only a person can know */
export function repairsFor(
  index: CatalogIndex,
  call: Call,
  commitment: Commitment | null,
  error: CatalogError,
): Repair[] {
  const called = call.name;
  const at = (position: number | undefined, names: readonly string[]): Repair[] =>
    position === undefined ? [] : names.map((name) => ({ position, name }));
  const { asOf, unit, year: yearAt } = PLACES[called] ?? {};
  const { year } = index.catalog;
  if (isRefusal(error, "departmentNotFound")) return at(DEPARTMENT, error.facts.nearest);
  if (isRefusal(error, "departmentAmbiguous")) return at(DEPARTMENT, error.facts.candidates);
  if (isRefusal(error, "catalogAmbiguous")) return at(DEPARTMENT, error.facts.titles);
  if (isRefusal(error, "indicatorNotFound")) return at(INDICATOR, error.facts.nearest);
  if (isRefusal(error, "indicatorAmbiguous")) return at(INDICATOR, error.facts.candidates);
  if (isRefusal(error, "propertyUnknown")) return at(PROPERTY, nearestNames(error.facts.given, PROPERTIES));
  if (isRefusal(error, "percentUnclear")) return at(ACTUAL, [error.facts.asPercent, error.facts.asTyped]);
  if (isRefusal(error, "levelInGrowth")) return at(ACTUAL, [error.facts.asRate]);
  if (isRefusal(error, "fallSignUnclear"))
    return at(ACTUAL, [`下降${error.facts.amount}`, `增长${error.facts.amount}`]);
  if (isRefusal(error, "quantityDoubtful")) return at(ACTUAL, [error.facts.bare]);
  if (isRefusal(error, "periodUnreadable")) {
    const { given } = error.facts;
    return [
      ...(mayHold(call, yearAt, given) ? at(yearAt, [String(year)]) : []),
      ...(mayHold(call, asOf, given) ? at(asOf, periodsLike(given, year)) : []),
    ];
  }
  if (isRefusal(error, "notOneYear")) return at(yearAt, [String(year)]);
  if (isRefusal(error, "otherYear"))
    return at(yearAt, error.facts.years).map((repair): Repair => ({ ...repair, mayAppend: true }));
  if (isRefusal(error, "noCatalogOfYear")) return at(yearAt, error.facts.years.map(String));
  if (isRefusal(error, "yearOutside")) {
    const { given, from, due } = error.facts;
    const years = [...new Set([from.slice(0, 4), due.slice(0, 4)])];
    const isWholeYear = /^\d{4}年?$/.test(given);
    return isWholeYear && yearAt !== undefined && call.arguments[yearAt] !== undefined
      ? at(yearAt, years)
      : at(
          asOf,
          years.map((each) => given.replace(/\d{4}/, each)).filter((text) => text !== given),
        );
  }
  if (isRefusal(error, "notBegun")) {
    const given = asOf === undefined ? undefined : call.arguments[asOf];
    const text = given?.kind === "value" ? String(given.value ?? "") : "";
    const [earlier] = /20\d{2}/.exec(text) ?? [];
    return earlier === undefined || Number(earlier) >= year ? [] : at(asOf, [text.replace(earlier, String(year))]);
  }
  if (isRefusal(error, "asOfMissing"))
    return at(asOf, quarters(year)).map((repair): Repair => ({ ...repair, mayAppend: true }));
  if (isRefusal(error, "unitMismatch") || isRefusal(error, "unitUnreadable")) {
    const asked = unit === undefined ? undefined : call.arguments[unit];
    // A total has no unit written beside it: the refusal names the one its parts have.
    const own = "expected" in error.facts ? error.facts.given : unitOfTarget(commitment?.target);
    // A unit behind the actual is the person's word for what was counted: only they know.
    const isOfArgument = asked?.kind === "reference" || (asked?.kind === "value" && asked.value === unitAsked(error));
    return own === null || !isOfArgument ? [] : at(unit, unitsLike(own));
  }
  return [];
}

/** Whether an argument is a text, or a cell that may hold it. */
function mayHold(call: Call, position: number | undefined, text: string): boolean {
  const argument = position === undefined ? undefined : call.arguments[position];
  return argument?.kind === "reference" || (argument?.kind === "value" && String(argument.value ?? "") === text);
}

const unitAsked = (error: CatalogError<"unitMismatch"> | CatalogError<"unitUnreadable">): string =>
  "expected" in error.facts ? error.facts.expected : error.facts.given;

const quarters = (year: number): string[] => [1, 2, 3, 4].map((quarter) => `${year}Q${quarter}`);

/** Periods that can be read, the nearest to what was typed first. */
function periodsLike(given: string, year: number): string[] {
  const months = Array.from({ length: 12 }, (_, month) => month + 1);
  const known = [
    ...["月", "季度", "年"].map((behind) => given + behind),
    ...quarters(year),
    ...["一季度", "二季度", "三季度", "四季度", "上半年", "前三季度", "全年"].map((word) => `${year}年${word}`),
    ...months.map((month) => `${year}年${month}月`),
    ...months.slice(1).map((month) => `${year}年1-${month}月`),
  ];
  const readable = known.filter((text) => isReadable(text, year));
  const near = nearestNames(given, readable);
  return (near.length > 0 ? near : quarters(year)).slice(0, MOST);
}

function isReadable(text: string, year: number): boolean {
  try {
    parsePeriod(text, year);
    return true;
  } catch (error) {
    if (error instanceof CatalogError) return false;
    throw error;
  }
}

const COMMON_UNITS = [
  "元",
  "万元",
  "亿元",
  "亩",
  "万亩",
  "公顷",
  "斤",
  "公斤",
  "吨",
  "万吨",
  "亿斤",
  "平方米",
  "万平方米",
  "公里",
  "%",
];

/** The target's own unit first, then others into which it converts, the nearest in size before others. */
function unitsLike(expected: string): string[] {
  const counted = expected.replace(/^[百千万亿]+/, "");
  const others = [...new Set([counted, `万${counted}`, ...COMMON_UNITS])].flatMap((unit) => {
    const amount = unit === expected || unit === "" ? null : inUnit(expected, unit);
    return amount === null ? [] : [{ unit, size: Math.abs(Math.log(amount)) }];
  });
  others.sort((one, other) => one.size - other.size);
  return [expected, ...others.map(({ unit }) => unit)].slice(0, MOST);
}

/** How much one of a unit is in another; null for unlike units. */
function inUnit(from: string, to: string): number | null {
  try {
    return convert(1, from, to);
  } catch (error) {
    if (error instanceof CatalogError) return null;
    throw error;
  }
}

function isRefusal<C extends ErrorCode>(error: CatalogError, code: C): error is CatalogError<C> {
  return error.code === code;
}
