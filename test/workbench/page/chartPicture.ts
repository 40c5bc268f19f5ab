/** A chart as it is to be drawn: its record and what its cells say now, in pixels and ready texts. */
import { numfmt } from "@univerjs/core";
import { stepsOf, type AxisEnds } from "../host/model/chartAxis";
import {
  categoriesOf,
  formatOf,
  pointsBefore,
  seriesName,
  titleOf,
  unnamed,
  valueAxisOf,
  valuesOf,
  type AxisRecord,
  type ChartRecord,
  type ChartType,
  type LabelsRecord,
  type LegendPosition,
} from "../host/model/chartData";
import type { Host } from "../host/model/host";

const PIXELS_PER_POINT = 4 / 3;
const GENERAL = "General";

export interface SeriesPicture {
  readonly name: string;
  /** One for each category; null where there is no figure. */
  readonly values: readonly (number | null)[];
  /** "#RRGGBB"; null for the next of Office's colours. */
  readonly colour: string | null;
  readonly hasFill: boolean;
  /** The text at each value, empty where none is shown. */
  readonly labels: readonly string[];
}

export interface AxisPicture {
  readonly title: string | null;
  readonly isVisible: boolean;
  readonly hasMajorGridlines: boolean;
  readonly isReversed: boolean;
  /** null leaves out names that would cover others. */
  readonly labelSpacing: number | null;
  /** In pixels; null is the chart's own. */
  readonly letters: number | null;
}

export interface ChartPicture {
  readonly type: ChartType;
  readonly title: string | null;
  /** null where there is no legend. */
  readonly legend: LegendPosition | null;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** What is free between categories, in percent of a column's thickness. */
  readonly gapWidth: number;
  readonly categories: readonly string[];
  readonly series: readonly SeriesPicture[];
  readonly categoryAxis: AxisPicture;
  /** `figures` are the texts at its steps, from the least on. */
  readonly valueAxis: AxisPicture & { readonly ends: AxisEnds; readonly figures: readonly string[] };
}

/** Pixels from the upper left corner of the sheet's first cell. */
export interface ChartPlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A number as a cell with this format shows it; a format that cannot be read shows the plain number. */
export function formatted(value: number, pattern: string): string {
  try {
    return numfmt.format(pattern || GENERAL, value, { locale: "zh-CN", throws: true });
  } catch {
    return String(value);
  }
}

export function placeOf(host: Host, chart: ChartRecord): ChartPlace {
  const { left, top } = pointsBefore(host.engine, chart.corner.cell);
  return {
    left: Math.round((left + chart.corner.right) * PIXELS_PER_POINT),
    top: Math.round((top + chart.corner.down) * PIXELS_PER_POINT),
    width: Math.round(chart.width * PIXELS_PER_POINT),
    height: Math.round(chart.height * PIXELS_PER_POINT),
  };
}

export function pictureOf(host: Host, chart: ChartRecord): ChartPicture {
  const categories = categoriesOf(host, chart);
  const { width, height } = placeOf(host, chart);
  const series = chart.series.map((each): SeriesPicture => {
    const name = seriesName(host, chart, each);
    const values = valuesOf(host, chart, each);
    const format = each.labels.numberFormat ?? formatOf(host, chart, each);
    const total = values.reduce<number>((sum, value) => sum + Math.abs(value ?? 0), 0);
    const labels = values.map((value, index) =>
      value === null ? "" : labelText(each.labels, { name, category: categories[index] ?? "", value, total, format }),
    );
    return { name, values, colour: each.colour, hasFill: each.hasFill, labels };
  });
  const ends = valueAxisOf(host, chart);
  const axisFormat = chart.axes.value.numberFormat ?? formatOf(host, chart, chart.series[0]);
  return {
    type: chart.type,
    title: chart.showsTitle ? titleOf(host, chart) : null,
    legend: chart.showsLegend ? chart.legendPosition : null,
    width,
    height,
    gapWidth: chart.gapWidth,
    categories,
    series,
    categoryAxis: axisPicture(host, chart.axes.category),
    valueAxis: {
      ...axisPicture(host, chart.axes.value),
      ends,
      // Steps such as 0.1 add up to 0.30000000000000004.
      figures: stepsOf(ends).map((value) => formatted(Number(value.toPrecision(12)), axisFormat)),
    },
  };
}

function axisPicture(host: Host, axis: AxisRecord): AxisPicture {
  const { isVisible, hasMajorGridlines, isReversed, labelSpacing, fontSize } = axis;
  const title = axis.showsTitle ? (axis.title ?? unnamed.axisTitle(host)) : null;
  const letters = fontSize === null ? null : fontSize * PIXELS_PER_POINT;
  return { title, isVisible, hasMajorGridlines, isReversed, labelSpacing, letters };
}

interface Labelled {
  readonly name: string;
  readonly category: string;
  readonly value: number;
  /** Of the whole series, for shares. */
  readonly total: number;
  readonly format: string;
}

function labelText(shows: LabelsRecord, { name, category, value, total, format }: Labelled): string {
  const share = total === 0 ? 0 : Math.abs(value) / total;
  return [
    shows.showsSeries ? name : "",
    shows.showsCategory ? category : "",
    shows.showsValue ? formatted(value, format) : "",
    shows.showsPercentage ? formatted(share, "0%") : "",
  ]
    .filter(Boolean)
    .join("; ");
}
