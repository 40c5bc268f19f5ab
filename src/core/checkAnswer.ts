/** TARGET.CHECK: whole columns judged at once. */
import { asName, endIn, isBlank, periodGiven, readEntered, yearGiven, type Given } from "./asked";
import { caseAt, caseNamed } from "./case";
import type { Answering } from "./catalog";
import { CatalogError } from "./errors";
import { outsideOf, yearMeant } from "./promiseAsked";
import { judge, type Rules, type Standing } from "./status";
import type { Day, Figure } from "./types";

/** One row of TARGET.CHECK: its measures, or why it cannot be judged. Numbers are in the target's unit. */
export interface CheckedRow {
  /** The figure, or why there is none; null where the names fit nothing. */
  readonly figure: Figure | CatalogError | null;
  readonly standing: Standing | null;
  readonly refusal: CatalogError | null;
}

/**
 * Judges whole columns at once. A column of one cell counts for every row; rows after the last filled one are left out.
 * A row whose names or actual cannot be read says so and leaves the others alone; a row without names is null.
 * @param asOf blank: each row is judged at its due date. The year in it picks each row's catalog, as `promiseAsked` does
 * @param year the year itself; it goes before the one in `asOf`
 * @throws CatalogError columnsDiffer, periodUnreadable, notOneYear: then nothing can be said of any row
 */
export function checkAnswer(
  answering: Answering,
  rules: Rules,
  columns: {
    readonly departments: readonly Given[];
    readonly indicators: readonly Given[];
    readonly actuals: readonly Given[];
    /** What was last reported before, where nothing newer was: done stays done. */
    readonly earlier?: readonly Given[];
  },
  asOf: Given,
  year: Given = null,
): (CheckedRow | null)[] {
  const { departments, indicators, actuals, earlier = [null] } = columns;
  const rows = Math.max(departments.length, indicators.length, actuals.length);
  if ([departments, indicators, actuals, earlier].some(({ length }) => length !== rows && length !== 1))
    throw new CatalogError("columnsDiffer", {
      departments: departments.length,
      indicators: indicators.length,
      actuals: actuals.length,
    });
  // What nobody can read is no row's fault.
  const named = isBlank(year) ? null : yearGiven(year, answering.own.catalog.year);
  const dayIn = dayByYear(asOf);
  dayIn(answering.own.catalog.year);
  const time = { named, wanted: named ?? yearMeant(answering, asOf), dayIn };
  const at = (column: readonly Given[], row: number) => column[column.length === 1 ? 0 : row];
  const isFilled = (row: number) =>
    [departments, indicators, actuals].some((column) => column.length > 1 && !isBlank(column[row]));
  let last = rows;
  while (last > 1 && !isFilled(last - 1)) last -= 1;
  // A cell that stands for every row says nothing of a row without a name beside it, unless it is the id of a promise.
  const isOfAll = (column: readonly Given[]) => rows > 1 && column.length === 1 && !answering.withId(asName(column[0]));
  const [isAnyDepartment, isAnyIndicator] = [isOfAll(departments), isOfAll(indicators)];
  return Array.from({ length: last }, (_, row) => {
    const [department, indicator] = [at(departments, row), at(indicators, row)];
    const [isNoDepartment, isNoIndicator] = [isBlank(department), isBlank(indicator)];
    if (isNoDepartment ? isNoIndicator || isAnyIndicator : isNoIndicator && isAnyDepartment) return null;
    return checkedRow(answering, rules, department, indicator, at(actuals, row), time, at(earlier, row));
  });
}

/** The last day of a period as given, of the year of the catalog that answers a row; null where none was given. */
function dayByYear(asOf: Given): (year: number) => Day | null {
  const known = new Map<number, Day>();
  return (year) => {
    if (isBlank(asOf)) return null;
    let day = known.get(year);
    if (day === undefined) known.set(year, (day = periodGiven(asOf, year).to));
    return day;
  };
}

/** When the rows are judged. */
interface Time {
  /** The year that was named by itself. */
  readonly named: number | null;
  /** The year that picks the catalog. */
  readonly wanted: number | null;
  readonly dayIn: (year: number) => Day | null;
}

function checkedRow(
  answering: Answering,
  rules: Rules,
  department: Given,
  indicator: Given,
  actual: Given,
  { named, wanted, dayIn }: Time,
  earlier: Given,
): CheckedRow {
  if (department instanceof CatalogError) return { figure: null, standing: null, refusal: department };
  if (indicator instanceof CatalogError) return { figure: null, standing: null, refusal: indicator };
  const latest = caseNamed(answering, asName(department), asName(indicator), wanted);
  if (latest instanceof CatalogError) return { figure: null, standing: null, refusal: latest };
  const { commitment } = latest;
  const outside = named === null ? null : outsideOf(commitment, named);
  if (outside !== null) return { figure: null, standing: null, refusal: outside };
  const index = answering.indexOf(commitment);
  const day = dayIn(named ?? index.catalog.year) ?? endIn(commitment, named);
  const judged = day === null ? latest : caseAt(index, latest, day);
  const { terms, figure } = judged;
  const at = { judged, day: day ?? terms.due };
  try {
    const [read, lastKnown] = [readEntered(at, actual), readEntered(at, earlier)];
    return { figure, standing: judge(judged, read, at.day, rules, lastKnown), refusal: null };
  } catch (error) {
    if (error instanceof CatalogError) return { figure, standing: null, refusal: error };
    throw error;
  }
}
