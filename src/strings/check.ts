/** The words of 检查: what was found of a row, filters, the picture, and the list as a sheet. */

import { counted } from "./counted";

/** What is wrong, and the cells' own words for it. */
export type FindingFacts =
  /** A formula of ours that was typed over. `heading` is null where the whole row is gone. */
  | { readonly is: "typedOver"; readonly heading: string | null; readonly shows: string }
  /** A number that is stored as text. */
  | { readonly is: "textNumber"; readonly heading: string; readonly shows: string }
  /** The row's unit is not the promise's. */
  | { readonly is: "unit"; readonly shows: string; readonly unit: string }
  /** A figure stands in a period that 截至期 has not reached. */
  | { readonly is: "newer"; readonly heading: string; readonly asOf: string; readonly means: string }
  /** The same promise stands in another row. */
  | { readonly is: "duplicate"; readonly place: string; readonly other: string; readonly own: string }
  /** A sum so far is less than the one of an earlier period. */
  | { readonly is: "falling"; readonly heading: string; readonly before: string }
  /** Nothing is filled in, and the promise has its figure in another row. */
  | { readonly is: "reportedElsewhere"; readonly place: string }
  /** What the sheet's own hint says. */
  | { readonly is: "hint"; readonly text: string };

const finding = (facts: FindingFacts): string => {
  switch (facts.is) {
    case "typedOver":
      if (facts.heading === null) return "整行不见了";
      return facts.shows === ""
        ? `“${facts.heading}”的公式被清空`
        : `“${facts.heading}”的公式被改写，现为 ${facts.shows}`;
    case "textNumber":
      return `“${facts.heading}”的 ${facts.shows} 是文字，不是数字`;
    case "unit":
      return `单位写成“${facts.shows}”，承诺的单位是“${facts.unit}”`;
    case "newer":
      return `已填“${facts.heading}”，截至期还是 ${facts.asOf}，这个数没有算进去`;
    case "duplicate":
      return facts.other === facts.own
        ? `与 ${facts.place} 是同一项承诺`
        : `与 ${facts.place} 是同一项承诺，数不同：这里 ${facts.own || "空"}，那里 ${facts.other || "空"}`;
    case "falling":
      return `“${facts.heading}”少于“${facts.before}”`;
    case "reportedElsewhere":
      return `这里没有填；同一项承诺在 ${facts.place} 有同期的数，按那里的判定算一次`;
    case "hint":
      return facts.text;
  }
};

export const checkZh = {
  finding,
  mend: (facts: FindingFacts) => {
    if (facts.is === "textNumber") return "改成数字";
    if (facts.is === "unit") return `单位改为“${facts.unit}”`;
    if (facts.is === "newer") return `截至期改为 ${facts.means}`;
    return facts.is === "hint" ? "按提示改" : "恢复";
  },
  goToCell: (address: string) => `到 ${address}`,
  allNumbers: (count: number) => `${count} 处文字都改成数字`,
  mending: "正在改…",
  mended: (cells: number, overtaken: number) =>
    `已改 ${cells} 处。${overtaken > 0 ? `另有 ${overtaken} 处又有变动，没有动。` : ""}`,
  byDepartment: "各单位状态",
  narrow: (chosen: readonly string[]) => (chosen.length === 0 ? "按单位看、筛选" : `只看：${chosen.join("、")}`),
  withoutVerdict: "没有判定",
  count: (count: number) => `${count}项`,
  filters: { department: "单位", status: "状态", sheet: "表" },
  all: "全部",
  onlyFindings: "有其他问题",
  rows: (count: number) => `需要处理的行（${count}）`,
  noRows: "按所选条件，没有需要处理的行。",
  errorCells: (count: number, text: string) => (count === 1 ? `显示 ${text}` : `${count} 个单元格出错，例如 ${text}`),
  seeCell: "原因要看所引用的单元格，点开可看",
  copy: "复制清单",
  copied: "清单已复制，可以粘贴到文档或邮件。",
  notCopied: "浏览器不允许复制，清单已放在下面的框里，请按 Ctrl+C。",
  listText: "清单文字",
  asSheet: "写成问题清单表",
  sheetMade: (name: string, rows: number) => `已写成工作表“${name}”，共 ${rows} 行。`,
  makingSheet: "正在写问题清单…",
  line: (row: { place: string; department: string; indicator: string; status: string; reasons: readonly string[] }) =>
    `${[row.department, row.indicator, row.status].filter((text) => text !== "").join("　")}（${row.place}）${row.reasons.length > 0 ? `：${row.reasons.join("；")}` : ""}`,
};

type CheckWords = typeof checkZh;

const findingEn = (facts: FindingFacts): string => {
  switch (facts.is) {
    case "typedOver":
      if (facts.heading === null) return "the whole row is gone";
      return facts.shows === ""
        ? `the formula of “${facts.heading}” was cleared`
        : `the formula of “${facts.heading}” was typed over: now ${facts.shows}`;
    case "textNumber":
      return `${facts.shows} in “${facts.heading}” is text, no number`;
    case "unit":
      return `the unit reads “${facts.shows}”, the commitment is in “${facts.unit}”`;
    case "newer":
      return `“${facts.heading}” is filled while the as-of date is ${facts.asOf}: the figure does not count`;
    case "duplicate":
      return facts.other === facts.own
        ? `the same commitment as ${facts.place}`
        : `the same commitment as ${facts.place}, with another figure: ${facts.own || "blank"} here, ${facts.other || "blank"} there`;
    case "falling":
      return `“${facts.heading}” is less than “${facts.before}”`;
    case "reportedElsewhere":
      return `nothing is filled in here; the same commitment has its figure of that date at ${facts.place}, whose verdict counts once`;
    case "hint":
      return facts.text;
  }
};

export const checkEn: CheckWords = {
  finding: findingEn,
  mend: (facts) => {
    if (facts.is === "textNumber") return "Make it a number";
    if (facts.is === "unit") return `Change the unit to “${facts.unit}”`;
    if (facts.is === "newer") return `Set the as-of date to ${facts.means}`;
    return facts.is === "hint" ? "Do as the hint says" : "Restore";
  },
  goToCell: (address) => `Go to ${address}`,
  allNumbers: (count) => (count === 1 ? "Make the text a number" : `Make all ${counted(count, "text")} numbers`),
  mending: "Mending…",
  mended: (cells, overtaken) =>
    `${cells} mended.${overtaken > 0 ? ` ${overtaken} changed meanwhile and were left alone.` : ""}`,
  byDepartment: "Verdicts by department",
  narrow: (chosen) => (chosen.length === 0 ? "By department, filters" : `Only: ${chosen.join(", ")}`),
  withoutVerdict: "No verdict",
  count: (count) => String(count),
  filters: { department: "Department", status: "Status", sheet: "Sheet" },
  all: "All",
  onlyFindings: "Other findings",
  rows: (count) => `Rows that ask for something (${count})`,
  noRows: "No row asks for anything under these filters.",
  errorCells: (count, text) => (count === 1 ? `shows ${text}` : `${count} cells in error, as ${text}`),
  seeCell: "the reason lies in the cells it refers to; open it to see",
  copy: "Copy the list",
  copied: "The list is copied.",
  notCopied: "The browser does not let it be copied; the list stands below: press Ctrl+C.",
  listText: "The list as text",
  asSheet: "Write as a sheet",
  sheetMade: (name, rows) => `Written as the sheet “${name}”, ${counted(rows, "row")}.`,
  makingSheet: "Writing the list…",
  line: ({ place, department, indicator, status, reasons }) =>
    `${[department, indicator, status].filter((text) => text !== "").join(" · ")} (${place})${reasons.length > 0 ? `: ${reasons.join("; ")}` : ""}`,
};

/** The words of the sheet 问题清单; sheets are always Chinese. */
export const issueSheetWords = {
  name: "问题清单",
  title: "问题清单",
  stamp: (madeAt: string, rows: number) => `检查于 ${madeAt}，共 ${rows} 行。这张表是当时的记录，不随工作簿变化。`,
  headings: ["序号", "工作表", "单元格", "责任单位", "指标", "状态", "差距", "原因和问题"],
} as const;
