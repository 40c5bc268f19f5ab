/** Column and bar charts as SVG, in a simple form: title, legend, axis, categories and values, from figures that are already read. */

export type ChartType = "columnClustered" | "columnStacked" | "barClustered" | "barStacked";

export interface ChartSeries {
  readonly name: string;
  /** One for each category; null where there is no figure. */
  readonly values: readonly (number | null)[];
  /** "#RRGGBB"; without it the next of Office's colours. */
  readonly colour?: string;
}

export interface ChartPicture {
  readonly type: ChartType;
  readonly title: string | null;
  readonly showsLegend: boolean;
  /** Pixels from the corner of the sheet's first cell. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
}

export const OFFICE_COLOURS = ["#4472C4", "#ED7D31", "#A5A5A5", "#FFC000", "#5B9BD5", "#70AD47"];

const TITLE_HEIGHT = 34;
const LEGEND_HEIGHT = 26;
const MARGIN = 14;
const LETTER = 12;
/** Where more values than this stand in a chart, their figures would cover each other. */
const MOST_LABELS = 40;
/** Figures stand above their columns and need room there. */
const HEADROOM = 1.06;
const STEPS = [1, 2, 2.5, 5, 10];

const NUMBERS = new Intl.NumberFormat("zh-CN", { maximumFractionDigits: 2 });
const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (letter) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[letter] ?? "&quot;");
const rounded = (pixels: number): string => String(Math.round(pixels * 10) / 10);
/** A Chinese character is as wide as it is high, others about half. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e7f ? LETTER : LETTER * 0.56), 0);
const shortened = (text: string, width: number): string => {
  if (widthOf(text) <= width) return text;
  let short = text;
  while (short.length > 1 && widthOf(`${short}…`) > width) short = short.slice(0, -1);
  return `${short}…`;
};

/** The ends of an axis and its step: round figures that take in all values and zero. @example axisFor([0, 83]) // { least: 0, most: 100, step: 20 } */
export function axisFor(values: readonly number[]): { least: number; most: number; step: number } {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values) || (low < 0 ? 0 : 1);
  const raw = (high - low) / 5;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = (STEPS.find((each) => each * power >= raw * 0.999) ?? 10) * power;
  return { least: Math.floor(low / step + 1e-9) * step, most: Math.ceil(high / step - 1e-9) * step, step };
}

/** What the axis has to reach: each value, or in a stack the sums of its positive and of its negative values. */
function extents({ type, series, categories }: ChartPicture): number[] {
  if (!type.endsWith("Stacked"))
    return series.flatMap(({ values }) => values.filter((value) => value !== null).map((value) => value * HEADROOM));
  return categories.flatMap((_, index) => {
    const values = series.map(({ values: all }) => all[index] ?? 0);
    const sum = (sign: number): number =>
      values.filter((value) => value * sign > 0).reduce((total, value) => total + value, 0);
    return [sum(1), sum(-1)];
  });
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const text = (x: number, y: number, words: string, anchor: "start" | "middle" | "end", more = ""): string =>
  `<text x="${rounded(x)}" y="${rounded(y)}" text-anchor="${anchor}"${more}>${escaped(words)}</text>`;

/** The chart as an `<svg>` element's text, of the chart's own size. */
export function drawChart(chart: ChartPicture): string {
  const { width, height, title } = chart;
  const isBar = chart.type.startsWith("bar");
  const names = chart.categories.map((name) => shortened(name, isBar ? width * 0.3 : Infinity));
  const axis = axisFor(extents(chart));
  const widestFigure = Math.max(...[axis.least, axis.most].map((value) => widthOf(NUMBERS.format(value))));
  const besides = (isBar ? Math.max(0, ...names.map(widthOf)) : widestFigure) + 10;
  const above = title === null ? MARGIN : TITLE_HEIGHT;
  const below = (chart.showsLegend ? LEGEND_HEIGHT : 0) + LETTER * 2;
  const plot: Box = {
    left: MARGIN + besides,
    top: above,
    width: Math.max(10, width - 2 * MARGIN - besides),
    height: Math.max(10, height - above - below - MARGIN / 2),
  };
  const parts = [
    `<rect width="${width}" height="${height}" fill="#FFFFFF" stroke="#D9D9D9"/>`,
    title === null ? "" : text(width / 2, 23, title, "middle", ' font-size="15" fill="#404040"'),
    ...(isBar ? barChart(chart, names, axis, plot) : columnChart(chart, names, axis, plot)),
    chart.showsLegend ? legend(chart) : "",
  ];
  const described = escaped(title ?? "图表");
  return `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${described}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Noto Sans SC, sans-serif" font-size="${LETTER}" fill="#595959">${parts.join("")}</svg>`;
}

type Axis = ReturnType<typeof axisFor>;

function ticks({ least, most, step }: Axis): number[] {
  return Array.from({ length: Math.round((most - least) / step) + 1 }, (_, index) => least + index * step);
}

const colourOf = (series: ChartSeries, index: number): string =>
  series.colour ?? OFFICE_COLOURS[index % OFFICE_COLOURS.length]!;

/** One value's place: along the axis from where to where, across it how far from the category's beginning and how thick. */
interface Piece {
  readonly from: number;
  readonly to: number;
  readonly across: number;
  readonly thickness: number;
  readonly value: number;
  readonly colour: string;
  readonly label: string;
}

function pieces(chart: ChartPicture, category: number, room: number): Piece[] {
  const isStacked = chart.type.endsWith("Stacked");
  const thickness = (room * 0.64) / (isStacked ? 1 : Math.max(1, chart.series.length));
  const reached = { up: 0, down: 0 };
  return chart.series.flatMap((series, index): Piece[] => {
    const value = series.values[category] ?? null;
    if (value === null) return [];
    const way = value < 0 ? "down" : "up";
    const from = isStacked ? reached[way] : 0;
    reached[way] = from + value;
    return [
      {
        from,
        to: from + value,
        across: room * 0.18 + (isStacked ? 0 : index * thickness),
        thickness,
        value,
        colour: colourOf(series, index),
        label: `${series.name} ${chart.categories[category] ?? ""}: ${NUMBERS.format(value)}`,
      },
    ];
  });
}

const showsFigures = (chart: ChartPicture): boolean => chart.series.length * chart.categories.length <= MOST_LABELS;

function rectangle(box: Box, { colour, label }: Piece): string {
  return `<rect x="${rounded(box.left)}" y="${rounded(box.top)}" width="${rounded(box.width)}" height="${rounded(box.height)}" fill="${colour}"><title>${escaped(label)}</title></rect>`;
}

function columnChart(chart: ChartPicture, names: readonly string[], axis: Axis, plot: Box): string[] {
  const bottom = plot.top + plot.height;
  const y = (value: number): number => bottom - ((value - axis.least) / (axis.most - axis.least)) * plot.height;
  const room = plot.width / Math.max(1, names.length);
  const isStacked = chart.type.endsWith("Stacked");
  return [
    ...ticks(axis).flatMap((value) => [
      `<line x1="${rounded(plot.left)}" x2="${rounded(plot.left + plot.width)}" y1="${rounded(y(value))}" y2="${rounded(y(value))}" stroke="${value === 0 ? "#A6A6A6" : "#E3E3E3"}"/>`,
      text(plot.left - 6, y(value) + 4, NUMBERS.format(value), "end"),
    ]),
    ...names.flatMap((name, category) => {
      const begin = plot.left + category * room;
      return [
        ...pieces(chart, category, room).flatMap((piece) => {
          const top = Math.min(y(piece.from), y(piece.to));
          const high = Math.abs(y(piece.from) - y(piece.to));
          const left = begin + piece.across;
          const figure = NUMBERS.format(piece.value);
          const fits = !isStacked || high > LETTER + 2;
          const place = isStacked ? top + high / 2 + 4 : piece.value < 0 ? top + high + LETTER : top - 4;
          return [
            rectangle({ left, top, width: piece.thickness, height: high }, piece),
            showsFigures(chart) && fits && widthOf(figure) < room
              ? text(left + piece.thickness / 2, place, figure, "middle", isStacked ? ' fill="#FFFFFF"' : "")
              : "",
          ];
        }),
        text(begin + room / 2, bottom + LETTER + 6, shortened(name, room - 4), "middle"),
      ];
    }),
  ];
}

function barChart(chart: ChartPicture, names: readonly string[], axis: Axis, plot: Box): string[] {
  const bottom = plot.top + plot.height;
  const x = (value: number): number => plot.left + ((value - axis.least) / (axis.most - axis.least)) * plot.width;
  const room = plot.height / Math.max(1, names.length);
  const isStacked = chart.type.endsWith("Stacked");
  return [
    ...ticks(axis).flatMap((value) => [
      `<line y1="${rounded(plot.top)}" y2="${rounded(bottom)}" x1="${rounded(x(value))}" x2="${rounded(x(value))}" stroke="${value === 0 ? "#A6A6A6" : "#E3E3E3"}"/>`,
      text(x(value), bottom + LETTER + 6, NUMBERS.format(value), "middle"),
    ]),
    ...names.flatMap((name, category) => {
      // As in Excel the first category stands at the bottom.
      const begin = bottom - (category + 1) * room;
      return [
        ...pieces(chart, category, room).flatMap((piece) => {
          const left = Math.min(x(piece.from), x(piece.to));
          const wide = Math.abs(x(piece.from) - x(piece.to));
          const top = begin + room - piece.across - piece.thickness;
          const figure = NUMBERS.format(piece.value);
          const fits = !isStacked || wide > widthOf(figure) + 4;
          const place = isStacked ? left + wide / 2 : piece.value < 0 ? left - 4 : left + wide + 4;
          const anchor = isStacked ? "middle" : piece.value < 0 ? "end" : "start";
          return [
            rectangle({ left, top, width: wide, height: piece.thickness }, piece),
            showsFigures(chart) && fits && piece.thickness > LETTER * 0.8
              ? text(place, top + piece.thickness / 2 + 4, figure, anchor, isStacked ? ' fill="#FFFFFF"' : "")
              : "",
          ];
        }),
        text(plot.left - 6, begin + room / 2 + 4, name, "end"),
      ];
    }),
  ];
}

function legend({ series, width, height }: ChartPicture): string {
  const widths = series.map(({ name }) => widthOf(name) + 34);
  let left = Math.max(MARGIN, (width - widths.reduce((sum, each) => sum + each, 0)) / 2);
  return series
    .map((each, index) => {
      const begin = left;
      left += widths[index]!;
      return `<rect x="${rounded(begin)}" y="${rounded(height - 22)}" width="10" height="10" fill="${colourOf(each, index)}"/>${text(begin + 15, height - 13, each.name, "start")}`;
    })
    .join("");
}
