/** What of a file the emulated Excel does not model: it is gone from the file that is saved, and is named before. */
import { relatedParts } from "./relatedParts";
import type { OpenedPackage } from "./openedPackage";
import { attributesOf, elementsOf } from "./xmlElements";

interface NotKept {
  /** null for what belongs to the workbook. */
  readonly sheet: string | null;
  readonly what: string;
}

/** What a sheet's part tells itself. */
const IN_SHEET: readonly (readonly [RegExp, string])[] = [
  [/<hyperlink\s/, "超链接"],
  [/<(?:filterColumn|sortState)[\s>]/, "筛选条件"],
  [/\soutlineLevel="[1-7]"/, "分级显示"],
  [
    /<cfRule[^>]*\stype="(?!cellIs|expression|containsText|notContainsText|beginsWith|endsWith|dataBar|iconSet)/,
    "其他条件格式",
  ],
  [/<(?:\w+:)?sparklineGroup[\s>]/, "迷你图"],
  [/<x14:dataValidation\s/, "引用其他工作表的数据验证"],
  [/<picture\s/, "背景图片"],
  [/<(?:rowBreaks|colBreaks)[\s>]/, "分页符"],
  [/<(?:oleObjects|controls)[\s>]/, "控件和嵌入对象"],
];
const RELATED: readonly (readonly [RegExp, string])[] = [
  [/\/pivotTable$/, "数据透视表"],
  [/\/slicer$/, "切片器"],
  [/\/threadedComment$/, "会话批注"],
];
const IN_WORKBOOK: readonly (readonly [RegExp, string])[] = [
  [/\/externalLink$/, "与其他工作簿的链接"],
  [/\/connections$/, "数据连接"],
  [/\/vbaProject$/, "宏"],
];

/** Everything of a file that is not kept, sheet by sheet. */
export async function notKeptOf({ zip, workbookPart, workbookXml, sheets }: OpenedPackage): Promise<NotKept[]> {
  const found: NotKept[] = [];
  for (const { name, part, xml } of sheets) {
    const add = (what: string): void => void found.push({ sheet: name, what });
    for (const [pattern, what] of IN_SHEET) if (pattern.test(xml)) add(what);
    const related = await relatedParts(zip, part);
    for (const [pattern, what] of RELATED) if (related.some(({ type }) => pattern.test(type))) add(what);
    for (const { target, type } of related) {
      const text = (await zip.file(target)?.async("string")) ?? "";
      if (type.endsWith("/drawing")) {
        if (/<xdr:(pic|sp|cxnSp)[\s>]/.test(text)) add("图片和形状");
        for (const each of await relatedParts(zip, target))
          if (/\/chart(Ex)?$/.test(each.type)) {
            const chart = (await zip.file(each.target)?.async("string")) ?? "";
            const isDrawn = (/<c:barChart>/.test(chart) || /<c:pieChart>/.test(chart)) && !OTHER_CHART.test(chart);
            if (!isDrawn) add("柱形图、条形图、饼图以外的图表");
          }
      }
      if (
        type.endsWith("/table") &&
        Number(attributesOf(elementsOf(text, "table")[0]?.tag ?? "").totalsRowCount ?? 0) > 0
      )
        add("表格的汇总行");
    }
  }
  const listed = elementsOf(workbookXml, "sheet").map(({ tag }) => attributesOf(tag).name ?? "");
  for (const name of listed.filter((each) => !sheets.some((sheet) => sheet.name === each)))
    found.push({ sheet: name, what: "没有单元格的工作表" });
  const related = await relatedParts(zip, workbookPart);
  for (const [pattern, what] of IN_WORKBOOK)
    if (related.some(({ type }) => pattern.test(type))) found.push({ sheet: null, what });
  return found.filter(
    (each, index) => found.findIndex(({ sheet, what }) => sheet === each.sheet && what === each.what) === index,
  );
}
const OTHER_CHART = /<c:(line|area|scatter|radar|doughnut|bubble|stock|surface|bar3D|pie3D|line3D|area3D|ofPie)Chart>/;

/** One sentence for people; "" where everything is kept. */
export function notKeptSentence(notKept: readonly NotKept[]): string {
  if (notKept.length === 0) return "";
  const bySheet = new Map<string, string[]>();
  for (const { sheet, what } of notKept) {
    const place = sheet === null ? "工作簿" : `“${sheet}”`;
    bySheet.set(place, [...(bySheet.get(place) ?? []), what]);
  }
  const parts = [...bySheet].map(([place, whats]) => `${place}的${whats.join("、")}`);
  return `保存时不会保留：${parts.join("；")}。`;
}
