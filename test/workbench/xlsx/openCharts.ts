/** Charts from a file's parts, of the types the workbench draws; others are left out. */
import type JSZip from "jszip";
import { parseCells, splitSheet } from "../engine/address";
import type { Area } from "../engine/engine";
import {
  CHART_TYPES,
  cornerAt,
  firstGapWidth,
  plainAxis,
  plainLabels,
  pointsBefore,
  type AxisRecord,
  type ChartRecord,
  type ChartType,
  type LegendPosition,
  type SeriesRecord,
} from "../host/model/chartData";
import type { Host } from "../host/model/host";
import { relatedParts } from "./relatedParts";
import { attributesOf, elementsOf, unescaped } from "./xmlElements";

const EMU_PER_POINT = 12_700;
const LEGEND: Readonly<Record<string, LegendPosition>> = { t: "Top", b: "Bottom", l: "Left", r: "Right", tr: "Corner" };

/** The charts that lie on a sheet; to be called when all sheets of the file are there, for a chart may show another's cells. */
export async function readCharts(host: Host, sheet: string, zip: JSZip, part: string): Promise<void> {
  for (const { target: drawing, type } of await relatedParts(zip, part)) {
    if (!type.endsWith("/drawing")) continue;
    const xml = (await zip.file(drawing)?.async("string")) ?? "";
    const related = await relatedParts(zip, drawing);
    for (const kind of ["xdr:oneCellAnchor", "xdr:twoCellAnchor"])
      for (const { content } of elementsOf(xml, kind)) {
        const id = attributesOf(elementsOf(content, "c:chart")[0]?.tag ?? "")["r:id"];
        const chart = related.find((each) => each.id === id);
        const chartXml = chart && (await zip.file(chart.target)?.async("string"));
        const record = chartXml && chartOf(host, sheet, content, chartXml);
        if (record) host.record(sheet).charts.push(record);
      }
  }
}

const first = (xml: string, name: string): string => elementsOf(xml, name)[0]?.content ?? "";
const value = (xml: string, name: string): string | undefined => attributesOf(elementsOf(xml, name)[0]?.tag ?? "").val;
const isOn = (xml: string, name: string): boolean => /^(1|true)$/.test(value(xml, name) ?? "0");
const figure = (xml: string, name: string): number | null => {
  const written = value(xml, name);
  return written === undefined ? null : Number(written);
};
const textOf = (xml: string): string =>
  elementsOf(xml, "a:t")
    .map(({ content }) => unescaped(content))
    .join("");

function chartOf(host: Host, sheet: string, anchor: string, xml: string): ChartRecord | null {
  const plot = first(xml, "c:plotArea");
  const type = typeOf(plot);
  if (!type) return null;
  const chart = first(xml, "c:chart");
  const title = elementsOf(chart.slice(0, chart.indexOf("<c:plotArea>")), "c:title")[0];
  const legend = elementsOf(chart, "c:legend")[0];
  const series = elementsOf(plot, "c:ser").map(({ content }) => seriesOf(host, sheet, content));
  const [shown] = series;
  const number = host.nextSerial();
  return {
    id: `{chart-${number}}`,
    name: attributesOf(elementsOf(anchor, "xdr:cNvPr")[0]?.tag ?? "").name ?? `图表 ${number}`,
    type,
    plotsBy: shown?.values && shown.values.columns > 1 ? "Rows" : "Columns",
    ...placeOf(host, sheet, anchor),
    title: title && textOf(title.content) ? textOf(title.content) : null,
    showsTitle: title !== undefined && !isOn(chart, "c:autoTitleDeleted"),
    showsLegend: legend !== undefined,
    legendPosition: LEGEND[value(legend?.content ?? "", "c:legendPos") ?? "r"] ?? "Right",
    plotsVisibleOnly: isOn(chart, "c:plotVisOnly"),
    gapWidth: figure(plot, "c:gapWidth") ?? firstGapWidth(type),
    series,
    axes: { category: axisOf(first(plot, "c:catAx"), false), value: axisOf(first(plot, "c:valAx"), true) },
  };
}

function typeOf(plot: string): ChartType | null {
  if (plot.includes("<c:pieChart>")) return "Pie";
  if (!plot.includes("<c:barChart>")) return null;
  const direction = value(plot, "c:barDir") === "bar" ? "Bar" : "Column";
  const grouping = value(plot, "c:grouping") === "stacked" ? "Stacked" : "Clustered";
  return CHART_TYPES.find((each) => each === direction + grouping) ?? null;
}

function seriesOf(host: Host, sheet: string, xml: string): SeriesRecord {
  const name = first(xml, "c:tx");
  const cells = (part: string): Area | null => areaOf(host, sheet, first(first(xml, part), "c:f"));
  const nameCell = areaOf(host, sheet, first(name, "c:f"));
  const look = first(xml, "c:spPr");
  const colour = value(first(look, "a:solidFill"), "a:srgbClr");
  const labels = first(xml, "c:dLbls");
  const format = attributesOf(elementsOf(labels, "c:numFmt")[0]?.tag ?? "");
  return {
    name: nameCell ? null : unescaped(first(name, "c:v")) || null,
    nameCell,
    values: cells("c:val"),
    categories: cells("c:cat"),
    colour: colour ? `#${colour.toUpperCase()}` : null,
    hasFill: !look.startsWith("<a:noFill"),
    labels: {
      ...plainLabels(),
      showsValue: isOn(labels, "c:showVal"),
      showsPercentage: isOn(labels, "c:showPercent"),
      showsCategory: isOn(labels, "c:showCatName"),
      showsSeries: isOn(labels, "c:showSerName"),
      numberFormat: format.sourceLinked === "0" ? (format.formatCode ?? null) : null,
    },
  };
}

function axisOf(xml: string, isValue: boolean): AxisRecord {
  if (xml === "") return plainAxis(isValue);
  const title = elementsOf(xml, "c:title")[0];
  const format = attributesOf(elementsOf(xml, "c:numFmt")[0]?.tag ?? "");
  return {
    ...plainAxis(isValue),
    least: figure(xml, "c:min"),
    most: figure(xml, "c:max"),
    step: figure(xml, "c:majorUnit"),
    title: title ? textOf(title.content) || null : null,
    showsTitle: title !== undefined,
    isVisible: !isOn(xml, "c:delete"),
    hasMajorGridlines: xml.includes("<c:majorGridlines"),
    isReversed: value(xml, "c:orientation") === "maxMin",
    numberFormat: format.sourceLinked === "0" ? (format.formatCode ?? null) : null,
    labelSpacing: figure(xml, "c:tickLblSkip"),
    fontSize: sizeOf(xml.replace(/<c:title>.*<\/c:title>/s, "")),
  };
}

function sizeOf(axis: string): number | null {
  const size = attributesOf(elementsOf(axis, "a:defRPr")[0]?.tag ?? "").sz;
  return size === undefined ? null : Number(size) / 100;
}

function areaOf(host: Host, sheet: string, reference: string): Area | null {
  const split = splitSheet(unescaped(reference));
  const cells = split && parseCells(split.cells);
  if (!cells) return null;
  const found = split.sheet === null ? sheet : host.findSheet(split.sheet);
  return found === null ? null : { sheet: found, ...cells };
}

function placeOf(host: Host, sheet: string, anchor: string): Pick<ChartRecord, "corner" | "width" | "height"> {
  const corner = (name: string): { left: number; top: number } => {
    const xml = first(anchor, name);
    const read = (part: string): number => Number(first(xml, part) || 0);
    const { left, top } = pointsBefore(host.engine, { sheet, row: read("xdr:row"), column: read("xdr:col") });
    return { left: left + read("xdr:colOff") / EMU_PER_POINT, top: top + read("xdr:rowOff") / EMU_PER_POINT };
  };
  const from = corner("xdr:from");
  const size = attributesOf(elementsOf(anchor, "xdr:ext")[0]?.tag ?? "");
  const to = size.cx === undefined ? corner("xdr:to") : null;
  return {
    corner: cornerAt(host.engine, sheet, from.left, from.top),
    width: to ? to.left - from.left : Number(size.cx) / EMU_PER_POINT,
    height: to ? to.top - from.top : Number(size.cy) / EMU_PER_POINT,
  };
}
