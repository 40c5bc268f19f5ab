/** Where in a catalog something is wrong, in words: the path that the validator gives, told to somebody who has never seen one. */

export const FIELDS: Readonly<Record<string, string>> = {
  id: "编号",
  title: "标题",
  region: "地区",
  year: "年份",
  version: "版本",
  schemaVersion: "格式版本",
  documents: "文件",
  departments: "部门",
  commitments: "承诺",
  facts: "事实",
  places: "县市区",
  corrections: "更正",
  setAside: "搁置",
  inFavourOf: "取代者",
  commitment: "承诺",
  what: "更正的内容",
  before: "原来的内容",
  why: "理由",
  publisher: "发布单位",
  date: "日期",
  name: "名称",
  aliases: "别名",
  department: "部门",
  supporting: "配合单位",
  indicator: "指标",
  kind: "性质",
  modality: "语气",
  direction: "方向",
  target: "目标",
  comparator: "比较",
  value: "数值",
  valueMax: "上限",
  relativeTo: "对照",
  coverage: "覆盖",
  unit: "单位",
  sumOf: "构成",
  annualTargets: "年度目标",
  parts: "分解",
  revisions: "调整",
  history: "历年数",
  from: "开始日",
  due: "到期日",
  baseline: "基数",
  asOf: "时点",
  phrase: "原文",
  passage: "前后文",
  url: "网址",
  profile: "进度安排",
  quarterShares: "各季份额",
  monthShares: "各月份额",
  place: "县市区",
  group: "分组",
  ownPledge: "自定数",
  basis: "依据",
  by: "记录人",
  recorded: "记录日",
  period: "期间",
  state: "核定情况",
  rhythm: "报送频次",
  path: "路径",
  binding: "约束性",
  weight: "权重",
  scoreRule: "计分办法",
  review: "核对",
  reviewReason: "待确认的原因",
  source: "来源",
  document: "文件",
  section: "章节",
  speaker: "讲话人",
  alsoPromised: "另见",
  note: "备注",
  label: "名目",
};
export const LONGEST = 20;
const BY_YEAR = "annualTargets"; // its entries are named by their year, and not counted

/** Whether a step of a path is the position in a list. */
export const isPosition = (step: string, holder: string | undefined) =>
  /^\d+$/.test(step) && holder !== undefined && holder !== BY_YEAR;

/** @example catalogPlace("/commitments/3/target/unit") // "第4项承诺的目标的单位" */
export function catalogPlace(path: string): string {
  const steps = path.split("/").filter((step) => step !== "");
  if (steps.length === 0) return "整份目录";
  let place = "";
  for (const [at, step] of steps.entries()) {
    const word = FIELDS[step] ?? `“${step.slice(0, LONGEST)}”`;
    if (isPosition(step, steps[at - 1])) {
      const listed = FIELDS[steps[at - 1] ?? ""] ?? "";
      place = `${place.slice(0, place.length - listed.length)}第${Number(step) + 1}项${listed}`;
    } else place += place === "" ? word : `的${word}`;
  }
  return place;
}
