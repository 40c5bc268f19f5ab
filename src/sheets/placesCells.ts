/** The cells of a county table: what a place's part of an indicator shows, and what the city's figure shows below. */
import { caseOf, stretchesOf, type Case } from "../core/case";
import type { CatalogIndex } from "../core/catalog";
import { CatalogError } from "../core/errors";
import { monthsBefore } from "../core/periods";
import { measuresOf } from "../core/progress";
import type { Rules } from "../core/status";
import type { Commitment, Place } from "../core/types";
import { isRateUnit } from "../core/units";
import { zhSheets as zh } from "../strings/zhSheets";
import { textLiteral } from "./calls";
import { levelReadingOf, readingOf } from "./entryReading";
import { attainmentOf, gapOf, statusOf, type Cells } from "./formulas";
import { countedOf, deedOf, latestOf, type Periods } from "./formulasEntry";
import {
  againstCity,
  measureOf,
  onceAllReported,
  rankOf,
  reportedOf,
  rollUpOf,
  sumOfTargets,
  type InColumn,
} from "./formulasPlaces";
import { doubtOf, judgedStart, judgedTarget, rulesOf, targetContent } from "./ledgerFigure";
import { rowFormats } from "./ledgerFormats";
import { inRow, ID_ROW, overPlaces, PLACE_COLUMN, type IndicatorColumns, type PlacesLayout } from "./placesLayout";
import { columnName, type Content } from "./plan";

const words = zh.placesTable.sheet;

const ENTRY = ["quarter1"] as const; // one figure is typed, as into a ledger's quarter

/** How a place's figure is measured in the column beside it. */
export type MeasureKind = "attainment" | "gap" | "deed";

/** An indicator of the table with what its columns need to know. */
export interface ComparedIndicator {
  readonly whole: Commitment;
  readonly columns: IndicatorColumns;
  readonly measure: MeasureKind;
  /** Which figure of the measure comes first; null where the places' figures are no common measure. */
  readonly best: "most" | "least" | null;
  /** Whether what the places reported adds up to the city's: flows and counts, never rates. */
  readonly addsUp: boolean;
}

/** The cells of a row within one indicator's columns, with the number formats they need. */
export type IndicatorCells = Readonly<
  Record<Exclude<keyof IndicatorColumns, "ownPledge">, Content> & { ownPledge: Content }
> & { readonly formats: Readonly<Partial<Record<keyof IndicatorColumns, string>>>; readonly isTyped: boolean };

/** The cells that every formula of the table refers to. */
export interface SettingRefs {
  readonly asOfDay: string;
  readonly asOfMonths: string;
  readonly shareTolerance: string;
  readonly pointTolerance: string;
  readonly shareGrace: string;
}

/** How an indicator is measured and ranked over the places that have a part of it. */
export function comparedIndicator(
  index: CatalogIndex,
  whole: Commitment,
  columns: IndicatorColumns,
  places: readonly Place[],
): ComparedIndicator {
  const { kind } = whole;
  const { unit } = caseOf(index, whole).terms;
  const addsUp = (kind === "flow" || kind === "stock") && unit !== null && !isRateUnit(unit);
  if (kind === "milestone") return { whole, columns, measure: "deed", best: null, addsUp };
  if (kind === "growth" || kind === "ratio") return { whole, columns, measure: "gap", best: "least", addsUp };
  const parts = places.flatMap(({ id }) => index.partIn(whole, id) ?? []);
  const ways = new Set(parts.flatMap((part) => stretchesOf(index, part).map(({ judged }) => wayOf(judged))));
  const [only = null, ...others] = ways;
  // What was come of a way and what share of a level there is are not held against each other.
  const best = others.length > 0 || only === null ? null : only === "leastOfLevel" ? "least" : "most";
  return { whole, columns, measure: "attainment", best, addsUp };
}

/** What 完成率 is a share of, and which one is the better; null where there is no 完成率. Of a way that was come more always is better. */
function wayOf({ terms, start, judged }: Case): "way" | "mostOfLevel" | "leastOfLevel" | null {
  if (measuresOf(terms).attainment === null) return null;
  const isUp = terms.direction === "up";
  if (terms.kind === "stock" && terms.startsFromBaseline && start !== null && !(judged instanceof CatalogError)) {
    if (isUp ? judged.value > start : judged.value < start) return "way";
  }
  return isUp ? "mostOfLevel" : "leastOfLevel";
}

/** What one place shows of an indicator. @param typed what stands in its cell for typing */
export function placeCells(
  index: CatalogIndex,
  place: Place,
  compared: ComparedIndicator,
  row: number,
  layout: PlacesLayout,
  settings: SettingRefs,
  rules: Rules,
  typed: Content,
): IndicatorCells {
  const { whole, columns, best } = compared;
  const part = index.partIn(whole, place.id);
  const pledge = whole.parts?.find((each) => each.place === place.id)?.ownPledge;
  const formats = rowFormats(caseOf(index, part ?? whole), ENTRY);
  if (!part)
    return {
      target: words.notSplit,
      ownPledge: pledge ?? "",
      actual: "",
      measure: words.notSplit,
      rank: words.notSplit,
      status: words.notSplit,
      counted: "",
      read: "",
      formats: formatsOf(formats, compared.measure),
      isTyped: false,
    };
  const own = judgedCells(index, part, compared, row, inRow(PLACE_COLUMN, row), settings, rules);
  const column = (at: number): InColumn => ({ cell: inRow(at, row), cells: overPlaces(layout, at) });
  const group = layout.group === null ? null : column(layout.group);
  return {
    ...own,
    ownPledge: pledge ?? "",
    actual: typed,
    rank: best === null ? words.notSplit : rankOf(column(columns.measure), group, best),
    isTyped: true,
  };
}

/** The sum over the places: their targets, what they reported, how many did, and how the sum differs from the city's figure. */
export function sumCells(index: CatalogIndex, compared: ComparedIndicator, layout: PlacesLayout): IndicatorCells {
  const { whole, columns, addsUp, measure } = compared;
  const { terms } = caseOf(index, whole);
  const [targets, reads] = [overPlaces(layout, columns.target), overPlaces(layout, columns.read)];
  const formats = rowFormats(caseOf(index, whole), ENTRY);
  const against = terms.direction === "down" ? words.againstLimit : words.against;
  const at = (row: number) => inRow(columns.target, row);
  return {
    target: addsUp ? sumOfTargets(targets) : words.notSplit,
    ownPledge: "",
    actual: addsUp ? rollUpOf(reads) : words.notSplit,
    measure: reportedOf(reads, targets, measure === "deed"),
    rank: addsUp ? againstCity(at(layout.rows.sum), at(layout.rows.city), terms.unit ?? "", against) : "",
    status: "",
    counted: "",
    read: "",
    formats: { ...formatsOf(formats, measure), actual: formats.latest ?? "General" },
    isTyped: false,
  };
}

/** The city's own figure; where the places' figures add up, judged by their sum once all have reported, else by what is typed for it. */
export function cityCells(
  index: CatalogIndex,
  compared: ComparedIndicator,
  layout: PlacesLayout,
  settings: SettingRefs,
  rules: Rules,
  typed: Content,
): IndicatorCells {
  const { whole, columns, addsUp } = compared;
  const { city, sum } = layout.rows;
  const name = textLiteral(index.departmentOf(whole).name);
  const rolledUp = addsUp ? inRow(columns.actual, sum) : null;
  const own = judgedCells(index, whole, compared, city, name, settings, rules, rolledUp);
  const [targets, reads] = [overPlaces(layout, columns.target), overPlaces(layout, columns.read)];
  const status = addsUp ? onceAllReported(own.status, reads, targets) : own.status;
  return { ...own, ownPledge: "", actual: addsUp ? "" : typed, rank: "", status, isTyped: !addsUp };
}

/** What is judged of a promise by the figure in its row. @param reported the cell that holds its actual, where nobody types one */
function judgedCells(
  index: CatalogIndex,
  commitment: Commitment,
  { columns, measure }: ComparedIndicator,
  row: number,
  department: string,
  settings: SettingRefs,
  rules: Rules,
  reported: string | null = null,
) {
  const judged = caseOf(index, commitment);
  const { terms, isRelative, start, lastYear } = judged;
  const baseline = isRelative ? lastYear : start;
  const actual = reported ?? inRow(columns.read, row);
  const shown: Cells = {
    ...settings,
    actual,
    lastKnown: actual,
    target: inRow(columns.target, row),
    baseline: baseline === null ? textLiteral("") : String(baseline),
    monthsBefore: monthsBefore(`${index.catalog.year}-01-01`),
    department,
    indicator: `${columnName(columns.target)}$${ID_ROW + 1}`,
    attainment: "",
    share: "",
    status: "",
  };
  const refs = {
    ...shown,
    target: judgedTarget(index, judged, shown),
    baseline: judgedStart(index, judged, shown),
  };
  const rowRules = rulesOf(index, commitment, rules);
  const periods: Periods = {
    cells: [inRow(columns.actual, row)],
    names: [words.headings.actual],
    current: "1",
    counted: inRow(columns.counted, row),
  };
  const reading = readingOf(judged);
  const isDeed = terms.kind === "milestone";
  const level = levelReadingOf(judged, index.catalog.year);
  const levelAt = level && { reading: level, asOfDay: shown.asOfDay };
  const read = isDeed
    ? deedOf(periods, reading)
    : latestOf(periods, reading, doubtOf(terms, refs.target), null, levelAt);
  const attainment = attainmentOf(rowRules, refs);
  const measured = attainment ?? gapOf(rowRules, refs, false);
  const formats = rowFormats(judged, ENTRY);
  return {
    target: targetContent(index, judged, shown),
    measure: measured === null ? words.headings.deed : measureOf(actual, measured),
    status: statusOf(rowRules, refs, {
      target: commitment.review === "unclear" || !isDeed,
      kind: isDeed ? "deed" : "number",
      baseline: null,
      shareCell: false,
      notYet: null,
    }),
    counted: reported === null ? countedOf(periods, reading) : "",
    read: reported === null ? read : "",
    formats: formatsOf(formats, attainment === null && measure === "attainment" ? "gap" : measure),
  };
}

function formatsOf(
  { target, quarter1, attainment, gap, latest }: ReturnType<typeof rowFormats>,
  measure: MeasureKind,
): IndicatorCells["formats"] {
  return {
    target: target ?? "General",
    ownPledge: latest ?? "General",
    actual: quarter1 ?? "General",
    measure: (measure === "attainment" ? attainment : gap) ?? "General",
    read: latest ?? "General",
  };
}
