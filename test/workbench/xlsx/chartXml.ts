/** A chart as a file's part (ECMA-376 Part 1, 21.2): its cells by their addresses, and what they said when it was saved. */
import { addressOf, quotedSheet } from "../engine/address";
import type { Area } from "../engine/engine";
import {
  categoriesOf,
  formatOf,
  isStacked,
  seriesName,
  valuesOf,
  type AxisRecord,
  type ChartRecord,
  type LabelsRecord,
  type SeriesRecord,
} from "../host/model/chartData";
import type { Host } from "../host/model/host";
import { escaped } from "./xmlElements";

const CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";
const CATEGORY_AXIS = 1;
const VALUE_AXIS = 2;
const LEGEND = { Top: "t", Bottom: "b", Left: "l", Right: "r", Corner: "tr" } as const;

const flag = (name: string, on: boolean): string => `<c:${name} val="${on ? 1 : 0}"/>`;
const word = (name: string, value: string | number): string => `<c:${name} val="${value}"/>`;

export function chartXml(host: Host, chart: ChartRecord): string {
  const title = chart.showsTitle ? titleXml(chart.title) : "";
  const legend = chart.showsLegend
    ? `<c:legend>${word("legendPos", LEGEND[chart.legendPosition])}${flag("overlay", false)}</c:legend>`
    : "";
  return (
    `<c:chartSpace xmlns:c="${CHART}" xmlns:a="${DRAWING}">${flag("roundedCorners", false)}` +
    `<c:chart>${title}${flag("autoTitleDeleted", !chart.showsTitle)}` +
    `<c:plotArea><c:layout/>${plotXml(host, chart)}</c:plotArea>${legend}` +
    `${flag("plotVisOnly", chart.plotsVisibleOnly)}${word("dispBlanksAs", "gap")}</c:chart></c:chartSpace>`
  );
}

function plotXml(host: Host, chart: ChartRecord): string {
  const series = chart.series.map((each, index) => seriesXml(host, chart, each, index)).join("");
  if (chart.type === "Pie")
    return `<c:pieChart>${flag("varyColors", true)}${series}${word("firstSliceAng", 0)}</c:pieChart>`;
  const isBar = chart.type.startsWith("Bar");
  const { category, value } = chart.axes;
  return (
    `<c:barChart>${word("barDir", isBar ? "bar" : "col")}` +
    `${word("grouping", isStacked(chart.type) ? "stacked" : "clustered")}${flag("varyColors", false)}${series}` +
    `${word("gapWidth", chart.gapWidth)}${isStacked(chart.type) ? word("overlap", 100) : ""}` +
    `${word("axId", CATEGORY_AXIS)}${word("axId", VALUE_AXIS)}</c:barChart>` +
    `<c:catAx>${axisXml(category, CATEGORY_AXIS, isBar ? "l" : "b")}` +
    `${word("crossAx", VALUE_AXIS)}${word("crosses", "autoZero")}` +
    `${category.labelSpacing === null ? "" : word("tickLblSkip", category.labelSpacing)}</c:catAx>` +
    `<c:valAx>${axisXml(value, VALUE_AXIS, isBar ? "b" : "l")}` +
    `${word("crossAx", CATEGORY_AXIS)}${word("crosses", category.isReversed ? "max" : "autoZero")}` +
    `${word("crossBetween", "between")}${value.step === null ? "" : word("majorUnit", value.step)}</c:valAx>`
  );
}

function axisXml(axis: AxisRecord, id: number, side: string): string {
  const ends =
    (axis.most === null ? "" : word("max", axis.most)) + (axis.least === null ? "" : word("min", axis.least));
  const title = axis.showsTitle ? titleXml(axis.title) : "";
  const format = axis.numberFormat ?? "General";
  return (
    `${word("axId", id)}<c:scaling>${word("orientation", axis.isReversed ? "maxMin" : "minMax")}${ends}</c:scaling>` +
    `${flag("delete", !axis.isVisible)}${word("axPos", side)}` +
    `${axis.hasMajorGridlines ? "<c:majorGridlines/>" : ""}${title}` +
    `<c:numFmt formatCode="${escaped(format)}" sourceLinked="${axis.numberFormat === null ? 1 : 0}"/>` +
    `${word("majorTickMark", "out")}${word("minorTickMark", "none")}${word("tickLblPos", "nextTo")}${lettersXml(axis)}`
  );
}

/** Sizes in files count hundredths of a point. */
const lettersXml = ({ fontSize }: AxisRecord): string =>
  fontSize === null
    ? ""
    : `<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="${Math.round(fontSize * 100)}"/></a:pPr><a:endParaRPr/></a:p></c:txPr>`;

function seriesXml(host: Host, chart: ChartRecord, series: SeriesRecord, index: number): string {
  const name = seriesName(host, chart, series);
  const values = valuesOf(host, chart, series);
  const points = values.flatMap((value, at) => (value === null ? [] : [point(at, String(value))]));
  const format = `<c:formatCode>${escaped(formatOf(host, chart, series))}</c:formatCode>`;
  const counted = `<c:ptCount val="${values.length}"/>`;
  return (
    `<c:ser>${word("idx", index)}${word("order", index)}` +
    `<c:tx>${series.name === null && series.nameCell ? textsXml(host, series.nameCell, [name]) : `<c:v>${escaped(name)}</c:v>`}</c:tx>` +
    `${fillXml(series)}${chart.type === "Pie" ? "" : flag("invertIfNegative", false)}${labelsXml(series.labels)}` +
    (series.categories ? `<c:cat>${textsXml(host, series.categories, categoriesOf(host, chart))}</c:cat>` : "") +
    (series.values
      ? `<c:val><c:numRef><c:f>${place(host, series.values)}</c:f><c:numCache>${format}${counted}${points.join("")}</c:numCache></c:numRef></c:val>`
      : "") +
    "</c:ser>"
  );
}

function fillXml({ colour, hasFill }: SeriesRecord): string {
  if (!hasFill) return "<c:spPr><a:noFill/></c:spPr>";
  if (colour === null) return "";
  return `<c:spPr><a:solidFill><a:srgbClr val="${colour.slice(1)}"/></a:solidFill></c:spPr>`;
}

function labelsXml(labels: LabelsRecord): string {
  const format =
    labels.numberFormat === null ? "" : `<c:numFmt formatCode="${escaped(labels.numberFormat)}" sourceLinked="0"/>`;
  const { showsValue, showsCategory, showsSeries, showsPercentage } = labels;
  return (
    `<c:dLbls>${format}${flag("showLegendKey", false)}${flag("showVal", showsValue)}${flag("showCatName", showsCategory)}` +
    `${flag("showSerName", showsSeries)}${flag("showPercent", showsPercentage)}${flag("showBubbleSize", false)}</c:dLbls>`
  );
}

/** Without a text the title is the chart's own. */
function titleXml(text: string | null): string {
  const written =
    text === null ? "" : `<c:tx><c:rich><a:bodyPr/><a:p><a:r><a:t>${escaped(text)}</a:t></a:r></a:p></c:rich></c:tx>`;
  return `<c:title>${written}${flag("overlay", false)}</c:title>`;
}

const point = (index: number, text: string): string => `<c:pt idx="${index}"><c:v>${escaped(text)}</c:v></c:pt>`;

function textsXml(host: Host, area: Area, texts: readonly string[]): string {
  const points = texts.map((text, index) => point(index, text)).join("");
  return `<c:strRef><c:f>${place(host, area)}</c:f><c:strCache><c:ptCount val="${texts.length}"/>${points}</c:strCache></c:strRef>`;
}

/** @example "汇总!$B$5:$B$18" */
function place(host: Host, area: Area): string {
  const cells = addressOf(area).replace(/[A-Z]+|\d+/g, (part) => `$${part}`);
  return escaped(`${quotedSheet(host.sheetName(area.sheet))}!${cells}`);
}
