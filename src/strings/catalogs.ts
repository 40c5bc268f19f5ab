/** What a newer catalog changes and what the command line says of catalogs, in both languages. */
export const catalogCommandZh = {
  usage:
    "用法：npm run catalog -- check 文件或文件夹…｜diff 旧文件 新文件｜publish 输出文件夹 文件或文件夹…（.json、.csv、.xlsx）",
  noFile: (name: string) => `没有找到“${name}”`,
  fine: (file: string, title: string, departments: number, commitments: number) =>
    `${file}：可用。${title}，${departments} 个单位，${commitments} 项承诺`,
  row: (row: number) => `第${row}行 `,
  published: (catalogs: number, written: number, shards: number) =>
    `发布了 ${catalogs} 份目录，新写 ${written} 个文件，清单${shards > 0 ? `分成 ${shards} 份` : "一份"}`,
};
export const catalogCommandEn: typeof catalogCommandZh = {
  usage:
    "Usage: npm run catalog -- check FILES OR FOLDERS… | diff OLD NEW | publish FOLDER FILES OR FOLDERS… (.json, .csv, .xlsx)",
  noFile: (name) => `“${name}” was not found`,
  fine: (file, title, departments, commitments) =>
    `${file}: good. ${title}, ${counted(departments, "department")}, ${counted(commitments, "commitment")}`,
  row: (row) => `row ${row} `,
  published: (catalogs, written, shards) =>
    `${counted(catalogs, "catalog")} published, ${counted(written, "file")} new, the list ${shards > 0 ? `in ${counted(shards, "shard")}` : "in one piece"}`,
};

import { counted } from "./counted";

export const catalogChangesZh = {
  title: (title: string, older: string, newer: string) => `${title}：${older} → ${newer}`,
  counts: (added: number, removed: number, changed: number) =>
    `新增 ${added} 项，减少 ${removed} 项，改动 ${changed} 项`,
  arrow: (before: string, after: string) => `${before} → ${after}`,
  baseline: (before: number | null, after: number | null) => `基数 ${before ?? "无"} → ${after ?? "无"}`,
  review: (wasUnclear: boolean): string => (wasUnclear ? "待确认 → 已确认" : "已确认 → 待确认"),
  otherFields: (count: number) => `另有 ${count} 处说明不同`,
  total: (parts: number) => `${parts} 项合计`,
  deed: "事项",
  and: "，",
};
export const catalogChangesEn: typeof catalogChangesZh = {
  title: (title, older, newer) => `${title}: ${older} → ${newer}`,
  counts: (added, removed, changed) => `${added} added, ${removed} removed, ${changed} changed`,
  arrow: (before, after) => `${before} → ${after}`,
  baseline: (before, after) => `baseline ${before ?? "none"} → ${after ?? "none"}`,
  review: (wasUnclear) => (wasUnclear ? "unclear → confirmed" : "confirmed → unclear"),
  otherFields: (count) => `${counted(count, "other field")} ${count === 1 ? "differs" : "differ"}`,
  total: (parts) => `total of ${parts}`,
  deed: "milestone",
  and: ", ",
};

/** What another catalog would change in cells and rows, told before it is accepted. */
export const foretoldZh = {
  cells: "会变的单元格：现在 → 以后",
  ledgerRows: "受影响的台账行",
  open: "参数由公式算出，换用后才知道",
  part: (place: string) => `${place}（公式中的一部分）`,
  gone: "目录中没有这一项了",
  rows: (count: number) => `${count} 行`,
  differing: (count: number, differing: number) => `${count} 行，其中 ${differing} 行不同`,
  blank: "空",
  and: "、",
};
export const foretoldEn: typeof foretoldZh = {
  cells: "Cells that change: now → then",
  ledgerRows: "Ledger rows concerned",
  open: "Worked out by formulas: known once it is accepted",
  part: (place) => `${place} (a part of the formula)`,
  gone: "No longer in the catalog",
  rows: (count) => counted(count, "row"),
  differing: (count, differing) => `${counted(count, "row")}, ${differing} of them different`,
  blank: "blank",
  and: ", ",
};
