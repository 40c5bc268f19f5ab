/** The words of the sheet 承诺目录. */
import { catalogPlace } from "./catalogPlace";
import { catalogProblems } from "./catalogProblems";

interface SheetTrouble {
  readonly problem: string;
  readonly place: string;
  readonly detail: string;
}

/** The sheet 承诺目录 is a Chinese document in every language. */
export const catalogSheetZh = {
  name: "承诺目录",
  hint: "一行一项承诺。改完在任务窗格“设置”里点“检查承诺目录表”，“检查”一列说明哪一行有什么问题；都没有问题才能启用。“其他字段”请勿手改。",
  head: { title: "目录名称", region: "地区", year: "年份", version: "版本", id: "目录编号", format: "格式" },
  columns: {
    id: "编号",
    department: "责任单位",
    indicator: "指标",
    aliases: "别名",
    kind: "性质",
    modality: "语气",
    comparator: "比较",
    value: "目标值",
    valueMax: "上限",
    unit: "单位",
    sumOf: "构成",
    from: "起",
    due: "止",
    baseline: "基数",
    review: "核对",
    reviewReason: "待确认的原因",
    document: "文件",
    section: "章节",
    speaker: "讲话人",
    phrase: "原文",
    passage: "前后文",
    note: "备注",
    more: "其他字段",
  },
  check: "检查",
  plain: "无",
  ownDocument: "承诺目录表",
  noPhrase: "（表中未填原文）",
  review: { confirmed: "已确认", unclear: "待确认" },
  listWarning: "请从列表里选",
  /** What is wrong in a row; `place` is a heading, or a path within the commitment. */
  trouble: ({ problem, place, detail }: SheetTrouble) =>
    `${place.startsWith("/") ? catalogPlace(place) : place}${place === "" ? "" : "："}${sheetProblems[problem] ?? ""}${detail === "" ? "" : `（${detail}）`}`,
};
const sheetProblems: Readonly<Record<string, string>> = {
  ...catalogProblems,
  noHead: "找不到目录名称、地区、年份所在的一行，第一格应为",
  noHeadings: "找不到标题行，应有",
  wordUnknown: "没有这个词",
  numberUnreadable: "不是数字",
  dayUnreadable: "不是日期，请写 2024-06-30",
  noJsonInRow: "读不出，请从导出的表里复制",
  tooManyRows: "行数太多，最多",
  missingInRow: "没有填",
};
