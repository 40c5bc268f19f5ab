/** 问题清单: what a check found, as a sheet that stays as it was made. */
import { issueSheetWords as words } from "../strings/check";
import { zhSheets as zh } from "../strings/zhSheets";
import { minuteOf } from "./madeAt";
import type { Status } from "../core/types";
import { cell, type SheetPlan } from "./plan";
import { statusRules } from "./statusColours";

export const ISSUES_NAME = words.name;

/** One row of the list. Texts as people are to read them. */
export interface Issue {
  readonly sheet: string;
  readonly address: string;
  readonly department: string;
  readonly indicator: string;
  readonly status: Status | null;
  readonly gap: string;
  /** Why, and what else was found. */
  readonly reasons: readonly string[];
}

const WIDTHS = [34, 84, 50, 100, 170, 62, 80, 330];
const HEADER = 2;
const INK = "#1F3B63";
const BAND = "#E8EDF5";
const LINES = "#C9D1DE";

/** The plan of the sheet, one row an issue. */
export function issueSheet(issues: readonly Issue[], name: string, madeAt: Date): SheetPlan {
  const rows = issues.map(({ sheet, address, department, indicator, status, gap, reasons }, at) => [
    at + 1,
    sheet,
    address,
    department,
    indicator,
    status === null ? "" : zh.status[status],
    gap,
    reasons.join("；"),
  ]);
  const width = words.headings.length;
  const body = { row: HEADER + 1, column: 0, rows: Math.max(1, rows.length), columns: width };
  return {
    name,
    tabColor: INK,
    content: [[words.title], [words.stamp(minuteOf(madeAt), rows.length)], [...words.headings], ...rows],
    columnWidths: WIDTHS,
    styles: [
      { block: cell(0, 0), fontSize: 16, bold: true, fontColor: INK, rowHeight: 28 },
      { block: cell(1, 0), fontSize: 9, fontColor: "#5C5C5C" },
      {
        block: { row: HEADER, column: 0, rows: 1, columns: width },
        fill: BAND,
        bold: true,
        fontColor: INK,
        border: LINES,
        middle: true,
        rowHeight: 22,
      },
      { block: body, border: LINES, wrap: true, middle: true },
    ],
    numberFormats: [{ block: { ...body, column: 1, columns: width - 1 }, formats: "@" }],
    validations: [],
    colourRules: statusRules({ ...body, column: words.headings.indexOf("状态"), columns: 1 }),
    names: [],
    frozen: { rows: HEADER + 1, columns: 0 },
    print: { titleRows: { first: HEADER, last: HEADER }, columns: width },
    start: cell(HEADER + 1, 0),
  };
}
