/** TARGET.CHECK: whole columns judged at once. */
import { asName, isBlank, periodGiven, readEntered, type Given } from "./asked";
import { caseAt, caseNamed } from "./case";
import type { Answering } from "./catalog";
import { CatalogError } from "./errors";
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
 * @throws CatalogError columnsDiffer, periodUnreadable: then nothing can be said of any row
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
): (CheckedRow | null)[] {
  const { departments, indicators, actuals, earlier = [null] } = columns;
  const rows = Math.max(departments.length, indicators.length, actuals.length);
  if ([departments, indicators, actuals, earlier].some(({ length }) => length !== rows && length !== 1))
    throw new CatalogError("columnsDiffer", {
      departments: departments.length,
      indicators: indicators.length,
      actuals: actuals.length,
    });
  const dayIn = dayByYear(asOf);
  dayIn(answering.own.catalog.year); // what nobody can read is no row's fault
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
    return checkedRow(answering, rules, department, indicator, at(actuals, row), dayIn, at(earlier, row));
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

function checkedRow(
  answering: Answering,
  rules: Rules,
  department: Given,
  indicator: Given,
  actual: Given,
  dayIn: (year: number) => Day | null,
  earlier: Given,
): CheckedRow {
  if (department instanceof CatalogError) return { figure: null, standing: null, refusal: department };
  if (indicator instanceof CatalogError) return { figure: null, standing: null, refusal: indicator };
  const latest = caseNamed(answering, asName(department), asName(indicator));
  if (latest instanceof CatalogError) return { figure: null, standing: null, refusal: latest };
  const index = answering.indexOf(latest.commitment);
  const day = dayIn(index.catalog.year);
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
