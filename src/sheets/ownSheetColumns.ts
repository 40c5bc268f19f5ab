/** What each column of a person's own table holds, how certain that is, and what else it may be. */
import { bracketUnit, yearIn } from "../core/tableWords";
import { byContent, contentOf } from "./ownSheetContent";
import type { OwnGrid } from "./ownSheetGrid";
import { labelsOver, type OwnHeader } from "./ownSheetHeader";
import { comparable, isUnitAlone, saidBy, saysOnlyAFigure } from "./ownSheetLabels";
import { withLabelColumn } from "./ownSheetLabelColumn";
import {
  sure,
  SURE_FROM,
  type Draft,
  type Found,
  type OwnColumn,
  type OwnColumns,
  type OwnSeries,
} from "./ownSheetTypes";
import { hasFiguresIn, measureColumn, measuredColumns, rowMeasures, type MeasuredColumns } from "./ownSheetMeasures";
import { oneFigureEach, oneNameEach, oneOfEach } from "./ownSheetPairs";
import { nameAcross, placesAcross, seriesOf } from "./ownSheetSeries";
import type { LabelWord, OwnRole } from "./ownSheetWords";

/** What stands around a table. */
export interface AboutTable {
  readonly year: number | null;
  /** The indicator that its title names; empty where it names none. */
  readonly title: string;
  /** Its title says that figures are of what was done. */
  readonly saysActuals: boolean;
}

/** The columns of a table; null where they are none of targets and actuals. @param chosen the role a person gave a column */
export function ownColumns(
  grid: OwnGrid,
  header: OwnHeader,
  to: number,
  about: AboutTable,
  chosen: (column: number) => OwnRole | undefined,
): OwnColumns | null {
  const { year, title } = about;
  const all = Array.from({ length: Math.max(0, header.to - header.from) }, (_, at) => header.from + at);
  const body = { from: header.row + header.rows, to };
  const given = all.find((column) => chosen(column) === "measure");
  const found =
    given ??
    measureColumn(
      grid,
      all.filter((column) => chosen(column) === undefined),
      body.from,
      to,
    );
  const measure = found === null ? null : { column: found, rows: rowMeasures(grid, found, body.from, to) };
  const isActual = (row: number) => measure?.rows[row - body.from] === "actual";
  const drafts = all.map((column): Draft => {
    const draft = draftOf(grid, header, to, column, year, measure ? isActual : null);
    const role = column === measure?.column ? "measure" : chosen(column);
    return role === undefined ? draft : { ...draft, role, certainty: 1, candidates: [], isChosen: true };
  });
  const named = withLabelColumn(drafts);
  const targets = measure?.rows.flatMap((is, at) => (is === "target" ? [body.from + at] : [])) ?? [];
  const { columns, series, isTransposed } = measure
    ? measuredColumns(
        oneNameEach(named),
        (column) => hasFiguresIn(grid, column, targets),
        ({ column }) => nameAcross(labelsOver(grid, header.row, header.rows, column)),
        title,
      )
    : inColumns(grid, header, named, about);
  const has = (role: OwnRole) => columns.some((column) => column.role === role);
  const isNamed = has("indicator") || (isTransposed && series.length > 0);
  const hasFigures =
    isTransposed ||
    columns.some(
      ({ role, certainty, candidates }) => isJudged(role) || (certainty < SURE_FROM && candidates.some(isJudged)),
    );
  if (!isNamed || !hasFigures) return null;
  return { columns: columns.map(asColumn), isTransposed, series };
}

function inColumns(
  grid: OwnGrid,
  header: OwnHeader,
  drafts: readonly Draft[],
  { year, title, saysActuals }: AboutTable,
): MeasuredColumns {
  const ofPlaces = placesAcross(drafts);
  if (ofPlaces.series.length > 0) {
    const taken = new Set(ofPlaces.columns.map(({ column }) => column));
    const rest = oneOfEach(
      drafts.filter(({ column }) => !taken.has(column)),
      year,
    );
    const columns = [...rest, ...ofPlaces.columns].sort((one, other) => one.column - other.column);
    return { columns, series: [...seriesOf(grid, header, rest).series, ...ofPlaces.series], isTransposed: false };
  }
  const columns = oneOfEach(drafts, year);
  const found = seriesOf(grid, header, columns);
  if (!found.isTransposed) return { columns, ...found };
  if (found.series.length > 0) return { ...found, columns: plainAcross(columns, found.series, saysActuals) };
  // Targets and actuals of places, and what of stands in the title.
  const pair = oneFigureEach(columns);
  const column = (role: OwnRole) => pair.find((each) => each.role === role)?.column ?? null;
  const series = { label: title, owner: null, labelCell: null, target: column("target"), actual: column("actual") };
  const isPair = series.actual !== null && (title !== "" || series.target !== null);
  return { columns: pair, series: isPair ? [series] : [], isTransposed: true };
}

/** Figures under the bare names of indicators are what was done, where the title says so; else a person is asked. */
function plainAcross(columns: readonly Draft[], series: readonly OwnSeries[], saysActuals: boolean): Draft[] {
  const judged = new Set(series.map(({ actual }) => actual));
  const isSaid = saysActuals || columns.some(({ role }) => isJudged(role));
  return columns.map((each): Draft => {
    if (!judged.has(each.column) || each.role === "actual") return each;
    return { ...each, role: "actual", certainty: isSaid ? 0.65 : 0.5, candidates: ["otherFigure"] };
  });
}

const isJudged = (role: OwnRole) => role === "target" || role === "actual";

function asColumn({ column, label, role, certainty, candidates, unit, year, samples }: Draft): OwnColumn {
  return { column, label, role, certainty, candidates, unit, year, samples };
}

function draftOf(
  grid: OwnGrid,
  header: OwnHeader,
  to: number,
  column: number,
  year: number | null,
  isActual: ((row: number) => boolean) | null,
): Draft {
  const path = labelsOver(grid, header.row, header.rows, column);
  const whole = contentOf(grid, header.row + header.rows, to, column);
  const { samples } = whole;
  // Where rows are targets and actuals, figures count in those of actuals, names in all.
  const content =
    isActual && (whole.content.figures >= 0.5 || whole.content.filled === 0)
      ? contentOf(grid, header.row + header.rows, to, column, isActual).content
      : whole.content;
  const words = new Set(path.flatMap((label) => [...saidBy(label)]));
  const units = path.map((label) => bracketUnit(label) ?? unitAlone(label)).filter((unit) => unit !== null);
  const years = path.map(yearIn).filter((each) => each !== null);
  const found = byContent(byLabel(path, words, years.at(-1) ?? null, year), path, content);
  return {
    column,
    label: path.join("／"),
    path,
    words,
    content,
    ...found,
    unit: units.at(-1) ?? null,
    year: years.at(-1) ?? null,
    samples,
    isChosen: false,
  };
}

function unitAlone(label: string): string | null {
  const inside = /^[（(]?([^（）()]{1,12})[）)]?$/u.exec(label.trim())?.[1] ?? "";
  return isUnitAlone(label) ? inside : null;
}

/** What the labels say. The lowest one decides where two say different things. */
function byLabel(
  path: readonly string[],
  words: ReadonlySet<LabelWord>,
  own: number | null,
  year: number | null,
): Found {
  const last = saidBy(path.at(-1) ?? "");
  const says = (word: LabelWord) => words.has(word);
  if (last.has("serial")) return sure("serial");
  if (last.has("remark") || says("remark")) return sure("ignored");
  if (says("supporting") || says("score") || last.has("person")) return sure("ignored", 0.8);
  if (last.has("unit")) return sure("unit");
  if (last.has("pace") && !says("rate")) return sure("otherFigure", 0.8, "target");
  if (says("growth")) return sure("growth");
  if (says("rate")) return sure("rate");
  if (says("lastYear") || (own !== null && year !== null && own < year)) return sure("lastYear", 0.85);
  if (says("gap")) return sure("gap");
  if (says("status")) return sure("status", 0.85);
  if (says("asOf")) return sure("asOf", 0.85);
  if (says("due")) return sure("ignored", 0.8);
  if (says("department") && !says("rate")) return sure("department");
  if (says("place") && !says("target") && !says("actual")) return sure("place", 0.8);
  if (own !== null && year !== null && own > year) return sure("otherFigure", 0.7);
  if (says("contract") || (says("forecast") && !says("target"))) return sure("otherFigure", 0.8);
  const [isTarget, isActual] = [says("target"), says("actual")];
  if (isTarget && isActual) {
    const pure = path.filter((label) => saysOnlyAFigure(label));
    const deciding = pure.length > 0 && pure.length < path.length ? pure : path;
    const lowest = [...deciding]
      .reverse()
      .map(saidBy)
      .find((each) => each.has("target") !== each.has("actual"));
    if (lowest) return lowest.has("target") ? sure("target", 0.8, "actual") : sure("actual", 0.8, "target");
    const label = comparable(path.at(-1) ?? "");
    // 目标完成数 is what was done, 应完成目标 what is to be; 累计目标 is a pace of their own.
    if (/(?:完成|实际|执行|支出|到位)[数值额量情况]*$/u.test(label)) return sure("actual", 0.7, "target");
    if (says("cumulative") && /(?:目标|计划|任务)[数值额量]*$/u.test(label)) return sure("otherFigure", 0.7, "target");
    return sure("target", 0.5, "actual");
  }
  if (isTarget) return last.has("indicator") && !last.has("annual") ? sure("target", 0.7, "indicator") : sure("target");
  if (last.has("group") && !isActual) return sure("group", 0.8, "indicator");
  // 截至9月完成 over 招商项目: what was done of what stands below.
  if (isActual && !last.has("actual")) return sure("actual", 0.8, "indicator");
  if (last.has("indicator")) return sure("indicator", isActual ? 0.7 : 0.9);
  if (isActual) return sure("actual");
  if (says("indicator")) return sure("indicator", 0.7);
  if (says("cumulative")) return sure("actual", 0.7, "otherFigure");
  if (says("thisPeriod") || says("namedPeriod")) return sure("otherFigure", 0.7, "actual");
  return sure("ignored", path.length === 0 ? 0.5 : 0.65);
}
