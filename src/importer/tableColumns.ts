/** What each column of a table holds: by its labels, and where they leave it open by the cells below. */
import type { Grid, GridCell } from "./grid";
import { bareLabel, bracketUnit, DEPARTMENT, labelWithoutYear, PLACE, WHOLE_PLACE, yearIn } from "../core/tableWords";
import { isUnitWord } from "../core/unitWords";
import { yearsOfPlan } from "./periods";
import { readFigureCell } from "./tableFigure";
import type { TableColumn } from "./tableColumn";
import { cleanLabel, lastLabel, roleOf, unitAlone } from "./tableLabels";
import { withSentences } from "./tableSentences";
import { DONE_IN_YEAR, EITHER_TASK_OR_TARGET, LABELS, OWN_PLEDGE, PLACES_OVER, type ColumnRole } from "./tableWords";

const SAMPLE_ROWS = 40;

/** A table of tasks has figures or sentences that promise, and says of what. */
export function isTableOfTasks(columns: readonly TableColumn[]): boolean {
  const has = (role: ColumnRole) => columns.some((column) => column.role === role);
  const hasFigures = has("target") || has("place") || has("total") || has("growth");
  const isNamed = has("indicator") || columns.some(({ role, indicator }) => role === "target" && indicator !== null);
  return isNamed && (hasFigures || has("lead"));
}

const lastFound = <T>(found: readonly (T | null)[]): T | null => found.filter((each) => each !== null).at(-1) ?? null;

/** What each column's labels say. @param year the table's own */
export function columnsOf(paths: readonly (readonly string[])[], year: number | null): TableColumn[] {
  const placesBelow = paths.filter((path) =>
    path.some((label) => (PLACE.test(bareLabel(label)) ? roleOf(label) === null : placeIn(label) !== null)),
  ).length;
  const columns = paths.map((path): TableColumn => {
    const label = path.join("／");
    const unit = lastFound(path.map(bracketUnit)) ?? lastFound(path.map(unitAlone));
    const own = lastFound(path.map(yearOver));
    const last = path.at(-1) ?? "";
    const nothing = { label, unit, year: own, place: null, indicator: null };
    const placed = path.flatMap((each) => (isPlaceHeading(each) ? [] : (placeIn(each) ?? []))).at(-1);
    const isOver = path.slice(0, -1).some((each) => PLACES_OVER.test(each));
    const lowest = path.filter((each) => unitAlone(each) === null).map(roleOf);
    const role = lastFound(lowest);
    if (lowest.includes("otherPeriod")) return { ...nothing, role: "otherPeriod" };
    const isOwn = path.some((each) => OWN_PLEDGE.test(each));
    if (isOwn && (placed !== undefined || role === null || role === "target"))
      return { ...nothing, role: "ownPledge", place: placed === undefined ? null : cleanLabel(placed) };
    if (placed === undefined && WHOLE_PLACE.test(bareLabel(last))) return { ...nothing, role: "target" };
    if ((placed !== undefined && (placesBelow > 1 || isOver)) || (isOver && role === null)) {
      const isPast =
        path.some((each) => ["lastYear", "actual", "baseline"].includes(roleOf(each) ?? "")) ||
        (own !== null && year !== null && own < year);
      return { ...nothing, role: isPast ? "actual" : "place", place: cleanLabel(placed ?? last) };
    }
    if (own !== null && (role === null || role === "target" || role === "growth" || role === "indicator")) {
      const word = labelWithoutYear(path.find((each) => yearIn(each) !== null) ?? "") + labelWithoutYear(last);
      const isDone = DONE_IN_YEAR.test(word) && !/目标|计划|任务|预期/u.test(word);
      if (year !== null && own < year)
        return { ...nothing, role: own === year - 1 && (isDone || role === null) ? "lastYear" : "actual" };
      // 2026年 | 2030年: each is promised, in its own year.
      if (year !== null && own > year) return { ...nothing, role: role === "growth" ? "otherPeriod" : "target" };
      if (isDone && role === null && word !== "")
        return { ...nothing, role: /^(?:值|数|水平)$/u.test(word) ? "target" : "actual" };
      if (role === null) return { ...nothing, role: "target" };
    }
    if (role === "growth" && path.some((each) => roleOf(each) === "lastYear" || roleOf(each) === "actual"))
      return { ...nothing, role: "actual" };
    return { ...nothing, role: role ?? "ignored" };
  });
  return withBase(columns, year);
}

/** 2030年目标, “十五五”末: the year of a column. */
function yearOver(label: string): number | null {
  const plan = PLAN_END.exec(label);
  const years = plan?.[1] === undefined ? null : yearsOfPlan(`十${plan[1]}`);
  return yearIn(label) ?? (years === null ? null : plan?.[2] === "基期" ? years.first - 1 : years.last);
}
const PLAN_END = /十([一二三四五六])五[”"]?(?:规划|时期)?(期?末|目标|基期)/u;

/** 2020年 | 2025年 in a plan of 2022: where no column says what was there, the one year gone by does. */
function withBase(columns: readonly TableColumn[], year: number | null): TableColumn[] {
  const past = columns.filter(
    ({ role, year: own }) => role === "actual" && own !== null && year !== null && own < year,
  );
  const isKnown = columns.some(({ role }) => role === "lastYear" || role === "baseline");
  const isAhead = columns.some(({ role, year: own }) => role === "target" && own !== null);
  const [base] = past;
  const isBase = past.length === 1 && !isKnown && isAhead && base !== undefined && BARE_YEAR.test(base.label);
  return columns.map((column) => (isBase && column === base ? { ...column, role: "baseline" } : column));
}
const BARE_YEAR = /^20\d\d年(?:底|末)?$/u;

/** The county a label names, alone or with what its figure is: 青禾县, 青禾县下达数. */
function placeIn(label: string): string | null {
  if (PLACE.test(bareLabel(label))) return label;
  // 青禾县市下达 is 青禾县, 云岭市下达 is 云岭市.
  for (const ending of [GIVEN_BY_CITY, GIVEN_OR_PLEDGED]) {
    const named = bareLabel(label).replace(ending, "");
    if (named !== bareLabel(label) && PLACE.test(named) && !/^[全各本我]/u.test(named)) return named;
  }
  return null;
}
const GIVEN_BY_CITY = /市下达(?:任务|目标)?[数值]?$/u;
const GIVEN_OR_PLEDGED = /(?:下达|分解|自定|自报|任务|目标)+[数值]?$/u;

const isPlaceHeading = (label: string) =>
  roleOf(label) === "placeName" || WHOLE_PLACE.test(bareLabel(label)) || PLACES_OVER.test(label);

/** What the labels leave open, the cells below decide: 单位 over names of bureaus, 目标任务 over figures or sentences, figures below a name. */
export function namedByContent(grid: Grid, end: number, columns: readonly TableColumn[]): TableColumn[] {
  const body = grid.rows.slice(end, end + SAMPLE_ROWS);
  const share = (column: number, fits: (text: string) => boolean) => {
    const texts = body.map((row) => row[column]?.text ?? "").filter((text) => text !== "");
    return texts.length === 0 ? 0 : texts.filter(fits).length / texts.length;
  };
  const isFigure = (text: string) => typeof readFigureCell(text) === "object";
  const isMostly = (column: number, fits: (text: string) => boolean) => share(column, fits) > 0.5;
  const decided = columns.map((column, index): TableColumn => {
    const label = labelWithoutYear(lastLabel(column.label));
    const mayBeEither = column.role === "indicator" || column.role === "target" || column.role === "ignored";
    const isFilled = body.some((row) => (row[index]?.text ?? "") !== "");
    if (column.role === "unit" && isFilled && !isMostly(index, isUnitWord)) {
      if (isMostly(index, (text) => DEPARTMENT.test(text))) return { ...column, role: "lead" };
      if (isMostly(index, (text) => PLACE.test(text))) return { ...column, role: "placeName" };
    }
    if (column.role === "placeName" && !isMostly(index, (text) => PLACE.test(text) || text.length <= 6))
      return { ...column, role: "ignored" };
    // 责任科室 beside 责任单位: an office of the unit that answers.
    if (
      column.role === "lead" &&
      OFFICE.test(label) &&
      columns.some((other) => other.role === "lead" && !OFFICE.test(other.label))
    )
      return { ...column, role: "ignored" };
    // 各县区 below 责任单位 are those who answer, and no rows of theirs.
    if (
      column.role === "lead" &&
      isMostly(index, (text) => PLACE.test(text) && !DEPARTMENT.test(text) && !/^[各全]/u.test(text))
    )
      return { ...column, role: "placeName" };
    if (
      (mayBeEither && EITHER_TASK_OR_TARGET.test(label)) ||
      (column.role === "target" && isFilled && share(index, isFigure) < 0.3)
    ) {
      if (isMostly(index, isFigure)) return { ...column, role: "target" };
      if (isFilled && share(index, isFigure) < 0.3 && !isMostly(index, (text) => text.length < 3))
        return { ...column, role: column.role === "target" ? "target" : "indicator" };
    }
    // 名称 over bureaus, and what no label explains.
    if (
      column.role === "indicator" &&
      isMostly(index, (text) => DEPARTMENT.test(text) && text.length <= 16 && !/[建设改造]/u.test(text))
    )
      return { ...column, role: "lead" };
    return column;
  });
  const named = withBlankLabels(decided, isMostly, isFigure);
  return namedFigures(
    withSentences(body, oneIndicator(withUnlabelled(named, isMostly, isFigure, addsUp(body, named)))),
  );
}

const OFFICE = /科室|处室|股室/u;

/** Whether rows say that columns without a known label add up to 合计 or the target. */
function addsUp(body: Grid["rows"], columns: readonly TableColumn[]): boolean {
  const valueAt = (row: readonly GridCell[], index: number) => {
    const read = readFigureCell(row[index]?.text ?? "");
    return typeof read === "object" ? read.value : null;
  };
  const wholes = columns.flatMap(({ role }, index) => (role === "total" || role === "target" ? [index] : []));
  const shares = columns.flatMap(({ role, label }, index) => (role === "ignored" && isShortName(label) ? [index] : []));
  return body.some((row) => {
    const sum = shares.reduce((added, index) => added + (valueAt(row, index) ?? 0), 0);
    return shares.length > 1 && wholes.some((index) => Math.abs((valueAt(row, index) ?? NaN) - sum) < 1e-9);
  });
}

/** A blank label beside 指标 over more names is the same label, which reached over both before it was pasted. */
function withBlankLabels(
  columns: readonly TableColumn[],
  isMostly: Mostly,
  isFigure: (text: string) => boolean,
): TableColumn[] {
  const isText = (text: string) => !isFigure(text) && !isUnitWord(text);
  return columns.reduce<TableColumn[]>((done, column, index) => {
    const before = done[index - 1];
    const reaches = column.label === "" && before?.role === "indicator" && isMostly(index, isText);
    return [...done, reaches ? { ...before } : column];
  }, []);
}

type Mostly = (column: number, fits: (text: string) => boolean) => boolean;

/** Columns whose label is no known word: among counties a county, over figures a name of its own. */
function withUnlabelled(
  columns: readonly TableColumn[],
  isMostly: Mostly,
  isFigure: (text: string) => boolean,
  addUp: boolean,
): TableColumn[] {
  const places = columns.filter(({ role }) => role === "place").length;
  const hasPlaces = columns.some(({ role }) => role === "placeName");
  const hasRows = hasPlaces || columns.some(({ role }) => role === "lead");
  const hasNames = columns.some(({ role }) => role === "indicator");
  const hasTargets = columns.some(({ role }) => role === "target");
  const isOpen = ({ role, label }: TableColumn) =>
    role === "ignored" &&
    label !== "" &&
    LABELS.every(([each, words]) => each !== "ignored" || !words.test(labelWithoutYear(label)));
  const unlabelled = columns.filter((column, index) => isOpen(column) && isMostly(index, isFigure));
  // 合计, 松滋, 公安, 石首: names of no known word beside their sum.
  const areShares =
    !hasPlaces && unlabelled.length >= 2 && unlabelled.every(({ label }) => isShortName(label)) && addUp;
  return columns.map((column, index): TableColumn => {
    if (!isOpen(column)) return column;
    // 松滋 between 公安县 and 石首市.
    // Sentences under a label of no known word hold the figures where no column does.
    const isProse =
      hasNames && !hasTargets && places === 0 && isMostly(index, (text) => text.length > 6 && /\d/u.test(text));
    if (!isMostly(index, isFigure)) return isProse ? { ...column, role: "target" } : column;
    if ((places >= 2 || areShares) && isShortName(column.label))
      return { ...column, role: "place", place: cleanLabel(column.label) };
    if (hasRows && !hasNames) return { ...column, role: "target" };
    // 数 beside an indicator, without any other column of figures. Of several none is better than another.
    if (hasNames && !hasTargets && places === 0 && unlabelled.length === 1) return { ...column, role: "target" };
    return column;
  });
}

const isShortName = (label: string) => /^[\u4e00-\u9fff]{2,5}$/u.test(bareLabel(label));

/** Of several columns of names the last that is no sentence names the promise; those before group it. */
function oneIndicator(columns: readonly TableColumn[]): TableColumn[] {
  const named = columns.flatMap(({ role }, index) => (role === "indicator" ? [index] : []));
  if (named.length < 2) return [...columns];
  const [first = -1] = named;
  const areMerged = named.every((index) => columns[index]?.label === columns[first]?.label);
  const best =
    (areMerged ? named.at(-1) : undefined) ??
    named.find(
      (index) =>
        /指标|项目名|任务名|事项名|名称/u.test(labelWithoutYear(columns[index]?.label ?? "")) &&
        !/级/u.test(columns[index]?.label ?? ""),
    ) ??
    named.at(-1) ??
    -1;
  const isText = (label: string) => /内容|任务|目标|举措|要求/u.test(label);
  return columns.map((column, index): TableColumn => {
    if (column.role !== "indicator" || index === best) return column;
    // 项目名称 and beside it 建设内容, whose sentences hold the figures.
    return { ...column, role: index > best && isText(column.label) ? "target" : "group" };
  });
}

/** Where no column names indicators, each column of figures is one of its own. */
export function namedFigures(columns: readonly TableColumn[]): TableColumn[] {
  if (columns.some(({ role }) => role === "indicator"))
    return columns.map((column) => ({ ...column, indicator: null }));
  if (!columns.some(({ role }) => role === "placeName" || role === "lead")) return [...columns];
  return columns.map((column): TableColumn => {
    if (
      column.role !== "target" &&
      column.role !== "lastYear" &&
      column.role !== "baseline" &&
      column.role !== "growth"
    )
      return column;
    if (column.indicator !== null) return column;
    const labels = column.label
      .split("／")
      .filter((each) => unitAlone(each) === null && cleanLabel(each) !== "" && !PLACES_OVER.test(each))
      .map((each) => cleanLabel(each).replace(/20\d\d年(?:度)?/gu, ""));
    const [upper = "", ...lower] = labels.filter((each, at) => at === 0 || roleOf(each) === null);
    // 高标准农田 over 新建 and 提升.
    const name = (lower.join("") + upper).replace(/(?:目标|计划|任务)(?:值|数|量)?$/u, "");
    return name === "" ? column : { ...column, indicator: name };
  });
}
