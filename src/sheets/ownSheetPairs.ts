/** Of several columns of names, targets and actuals, the ones that are meant: the year's, not the month's. */
import { asOfIn } from "./ownSheetPeriod";
import { comparable, saidBy } from "./ownSheetLabels";
import type { Draft } from "./ownSheetTypes";
import type { LabelWord, OwnRole } from "./ownSheetWords";

/** The year's figure before one without a word, and both before a month's; of two alike the first, and a person is asked. */
const WEIGHTS: Readonly<Record<"target" | "actual", Partial<Record<LabelWord, number>>>> = {
  target: { annual: 2, thisPeriod: -4, namedPeriod: -4, cumulative: -1, forecast: -1 },
  actual: { cumulative: 3, annual: 1, thisPeriod: -4, namedPeriod: -1, forecast: -4 },
};

/** One indicator column, one department column, and of targets and actuals one each, unless indicators stand across. */
export function oneOfEach(drafts: readonly Draft[], year: number | null): Draft[] {
  let columns = oneNameEach(drafts);
  if (!columns.some(({ role }) => role === "indicator")) return columns;
  columns = yearsBesideEachOther(columns, year);
  return oneFigureEach(columns);
}

/** One target and one actual. */
export function oneFigureEach(drafts: readonly Draft[]): Draft[] {
  let columns = withDoubtful(oneFigure(drafts, "target"), "target");
  columns = oneFigure(columns, "actual");
  return columns.some(({ role }) => role === "actual") ? columns : withDoubtful(withActualOfPeriods(columns), "actual");
}

/** One column that names what is promised, one of units, one of departments. */
export const oneNameEach = (drafts: readonly Draft[]): Draft[] => oneUnitColumn(oneNameColumn(drafts));

const scoreOf = (draft: Draft, role: "target" | "actual") =>
  [...draft.words].reduce((sum, word) => sum + (WEIGHTS[role][word] ?? 0), 0) +
  (draft.content.figures >= 0.3 || draft.content.filled === 0 ? 0 : -2);

function oneFigure(columns: readonly Draft[], role: "target" | "actual"): Draft[] {
  const given = columns.filter((each) => each.role === role && each.isChosen);
  const rivals = columns.filter((each) => each.role === role && !each.isChosen);
  const first = [...rivals].sort((one, other) => scoreOf(other, role) - scoreOf(one, role))[0];
  const soFar = role === "actual" && first ? lastSoFar(first, columns) : null;
  const best = given[0] ?? soFar ?? first;
  if (!best) return [...columns];
  // Of a first budget and an adjusted one nobody but its owner knows which is meant.
  const isRival = (each: Draft) =>
    scoreOf(each, role) === scoreOf(best, role) ||
    (role === "target" && (each.words.has("adjusted") || best.words.has("adjusted")) && !isOfPeriod(each));
  const isTied = given.length === 0 && best !== soFar && rivals.some((each) => each !== best && isRival(each));
  return columns.map((each): Draft => {
    if (each === best) {
      if (scoreOf(each, role) <= WEIGHT_OF_PERIOD && !each.isChosen)
        // Only a month's: judged against the year it would look far behind.
        return { ...each, role: role === "actual" ? "otherFigure" : role, certainty: 0.5, candidates: [role] };
      if (each === soFar) return { ...each, role, certainty: SO_FAR_CERTAINTY, candidates: ["otherFigure"] };
      return isTied ? { ...each, certainty: Math.min(each.certainty, 0.5) } : each;
    }
    if (each.role !== role || each.isChosen)
      return each.isChosen && each.role === role ? { ...each, role: "otherFigure" } : each;
    const certainty = isTied && isRival(each) ? 0.5 : 0.75;
    return { ...each, role: "otherFigure", certainty, candidates: [role] };
  });
}
const WEIGHT_OF_PERIOD = -3;
const SO_FAR_CERTAINTY = 0.65;

/** 一季度, 上半年, 前三季度, 全年 beside each other are sums so far: the last one that is filled, whatever stands in those before it. */
function lastSoFar(best: Draft, columns: readonly Draft[]): Draft | null {
  const until = ({ path, words }: Draft): number | null => {
    const end = asOfIn([...path].reverse(), ANY_YEAR)?.slice(-2);
    if (end !== undefined) return words.has("cumulative") || end === "03" ? Number(end) : null;
    return words.has("annual") && !words.has("cumulative") ? 12 : null;
  };
  const mayBe = (each: Draft) =>
    !each.isChosen && !each.words.has("thisPeriod") && (each.role === "actual" || isPeriodOnly(each));
  const rivals = columns.flatMap((each) => {
    const end = mayBe(each) ? until(each) : null;
    return end === null ? [] : [{ each, end }];
  });
  if (rivals.length < 2 || !rivals.some(({ each }) => each === best)) return null;
  const filled = rivals.filter(({ each }) => each.content.figures > 0);
  return filled.sort((one, other) => other.end - one.end)[0]?.each ?? null;
}
const ANY_YEAR = 2000;
const isPeriodOnly = ({ role, words }: Draft) =>
  role === "otherFigure" && words.has("namedPeriod") && !words.has("target");
const isOfPeriod = ({ words }: Draft) => words.has("thisPeriod") || words.has("namedPeriod") || words.has("pace");

const SO_FAR: readonly LabelWord[] = ["actual", "cumulative", "namedPeriod"];

/** Where nothing else is a target or an actual: what is to be reached by now, or a growth that says which it is; a person is asked. */
function withDoubtful(columns: readonly Draft[], role: "target" | "actual"): Draft[] {
  if (columns.some((each) => each.role === role || each.candidates[0] === role)) return [...columns];
  const mayBe = ({ role: is, words, content, isChosen }: Draft) =>
    !isChosen &&
    (content.figures >= 0.5 || content.filled === 0) &&
    (role === "target"
      ? (is === "otherFigure" && words.has("pace")) || (is === "growth" && words.has("target"))
      : is === "growth" && !words.has("target") && SO_FAR.some((word) => words.has(word)));
  const found = columns.find(mayBe);
  return columns.map((each) => (each === found ? { ...each, role, certainty: 0.5, candidates: [each.role] } : each));
}

/** Months or quarters across without a column for the whole: the last that is filled, where they are cumulative; a person is asked. */
function withActualOfPeriods(columns: readonly Draft[]): Draft[] {
  const periods = columns.filter(
    ({ role, words, content }) =>
      role === "otherFigure" && words.has("namedPeriod") && !words.has("target") && content.lastFigure >= 0,
  );
  const last = periods.at(-1);
  if (!last || columns.some(({ role, isChosen }) => isChosen && role === "actual")) return [...columns];
  return columns.map((each) =>
    each === last ? { ...each, role: "actual", certainty: 0.45, candidates: ["otherFigure"] } : each,
  );
}

/** 2023年 beside 2024年 and nothing else: neither is a target. */
function yearsBesideEachOther(columns: readonly Draft[], year: number | null): Draft[] {
  return columns.map((each): Draft => {
    if (each.role !== "ignored" || each.year === null || each.content.figures < 0.5 || each.isChosen) return each;
    if (year !== null && each.year < year) return { ...each, role: "lastYear", certainty: 0.8, candidates: [] };
    return { ...each, role: "otherFigure", certainty: 0.5, candidates: ["actual", "target"] };
  });
}

/** How surely a label is over names: 指标名称 before 项目, 项目 before 建设内容; the last fits every label. */
const NAME_RANKS = [
  /(?:指标|项目|任务|事项|工作|科目)名|三级|指标$|\bkpi\b|indicator|metric|^(?:performance )?measure$/u,
  /项目|事项|任务|实事|科目|税种|险种|产品|品种|品名|account|line item|\bitem\b|programme|program\b|activity|\bname\b|名称/u,
  /(?:)/u,
] as const;

/** The column that names what is promised: 指标名称 or 三级指标, else the last; those before it group it. */
function oneNameColumn(drafts: readonly Draft[]): Draft[] {
  const named = drafts.filter(({ role }) => role === "indicator");
  const given = named.find(({ isChosen }) => isChosen);
  if (named.length === 0) {
    // 一级指标, 二级指标: the last of those that group names what is promised.
    const last = drafts.filter(({ role, content }) => role === "group" && content.figures < 0.3).at(-1);
    return drafts.map((each) =>
      each === last ? { ...each, role: "indicator", certainty: 0.75, candidates: ["group"] } : each,
    );
  }
  if (named.length < 2) return [...drafts];
  const firstFigure =
    drafts.find(({ content, role }) => content.figures >= 0.5 && role !== "serial")?.column ?? Infinity;
  const beforeFigures = named.filter(({ column }) => column < firstFigure);
  const rivals = beforeFigures.length > 0 ? beforeFigures : named;
  // 年度目标任务 over sentences holds the target where another column names it.
  const plain = rivals.filter(({ words }) => !words.has("target"));
  const rank = ({ path }: Draft) => NAME_RANKS.findIndex((says) => says.test(comparable(path.at(-1) ?? "")));
  const isName = (each: Draft) => rank(each) === 0;
  const ranked = [...(plain.length > 0 ? plain : rivals)].sort(
    (one, other) =>
      rank(one) - rank(other) || (rank(one) === 0 ? one.column - other.column : other.column - one.column),
  );
  const best = given ?? ranked[0];
  const doubt = given || rivals.filter(isName).length === 1 || rivals.length === 1 ? 1 : 0.7;
  return drafts.map((draft): Draft => {
    if (draft.role !== "indicator") return draft;
    if (draft === best) return { ...draft, certainty: Math.min(draft.certainty, doubt) };
    const isBefore = draft.column < (best?.column ?? 0);
    const role: OwnRole = draft.words.has("target") ? "target" : isBefore ? "group" : "ignored";
    return { ...draft, role, certainty: 0.7, candidates: ["indicator"] };
  });
}

/** 单位 twice is the unit and who is responsible; the same role twice, the first. */
function oneUnitColumn(columns: readonly Draft[]): Draft[] {
  const firstOf = (role: OwnRole) =>
    columns.find((each) => each.role === role && each.isChosen) ?? columns.find((each) => each.role === role);
  return columns.map((each): Draft => {
    if (!["unit", "department", "place"].includes(each.role) || each === firstOf(each.role)) return each;
    // 牵头单位 before 责任单位: the first that says it leads.
    return {
      ...each,
      role: saidBy(each.path.at(-1) ?? "").has("group") ? "group" : "ignored",
      certainty: 0.7,
      candidates: [each.role],
    };
  });
}
