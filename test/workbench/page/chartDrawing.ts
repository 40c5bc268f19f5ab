/** Column, bar and pie charts as SVG, in a simple form, from pictures whose figures and texts are already read. */
import { stepsOf } from "../host/model/chartAxis";
import { isStacked } from "../host/model/chartData";
import type { ChartPicture, SeriesPicture } from "./chartPicture";

export const OFFICE_COLOURS = ["#4472C4", "#ED7D31", "#A5A5A5", "#FFC000", "#5B9BD5", "#70AD47"];

const TITLE_HEIGHT = 34;
const AXIS_TITLE = 22;
const LEGEND_LINE = 20;
const LEGEND_MARK = 10;
const MARGIN = 14;
const LETTER = 12;
const LINE = LETTER + 3;
/** Names below columns are broken into so many lines at most. */
const MOST_LINES = 3;
/** Of a chart's width, at most, for the names beside bars and for a legend at its side. */
const WIDEST_NAMES = 0.34;
/** From this share on a slice has room for its label. */
const SMALLEST_LABELLED = 0.05;

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (letter) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[letter] ?? "&quot;");
const rounded = (pixels: number): string => String(Math.round(pixels * 10) / 10);
/** A Chinese character is as wide as it is high, others about half. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e7f ? LETTER : LETTER * 0.58), 0);
const shortened = (text: string, width: number): string => {
  if (widthOf(text) <= width) return text;
  const letters = [...text];
  while (letters.length > 1 && widthOf(`${letters.join("")}…`) > width) letters.pop();
  return `${letters.join("")}…`;
};

/** A name in lines of at most this width, the last one cut short. @example brokenInto("老旧小区改造", 36) // ["老旧小", "区改造"] */
export function brokenInto(text: string, width: number): string[] {
  const lines: string[] = [];
  let rest = [...text];
  while (rest.length > 0 && lines.length < MOST_LINES - 1 && widthOf(rest.join("")) > width) {
    let count = 1;
    while (count < rest.length && widthOf(rest.slice(0, count + 1).join("")) <= width) count += 1;
    lines.push(rest.slice(0, count).join("").trim());
    rest = rest.slice(count);
  }
  return rest.length > 0 ? [...lines, shortened(rest.join("").trim(), width)] : lines;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}
const right = (box: Box): number => box.left + box.width;
const bottom = (box: Box): number => box.top + box.height;

type Anchor = "start" | "middle" | "end";
const text = (x: number, y: number, words: string, anchor: Anchor, more = ""): string =>
  words === ""
    ? ""
    : `<text x="${rounded(x)}" y="${rounded(y)}" text-anchor="${anchor}"${more}>${escaped(words)}</text>`;
const line = (x1: number, y1: number, x2: number, y2: number, kind: "grid" | "axis"): string =>
  `<line class="chart__${kind}" x1="${rounded(x1)}" y1="${rounded(y1)}" x2="${rounded(x2)}" y2="${rounded(y2)}" stroke="${kind === "axis" ? "#A6A6A6" : "#E3E3E3"}"/>`;

/** Letters on a coloured ground: white on dark colours, dark on light ones. */
function lettersOn(colour: string): string {
  const [red = 255, green = 255, blue = 255] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  // What the eye makes of the three, by ITU-R BT.601.
  const isDark = 0.299 * red + 0.587 * green + 0.114 * blue < 150;
  return ` class="chart__on-colour" fill="${isDark ? "#FFFFFF" : "#262626"}"`;
}

/** The chart as an `<svg>` element's text, of the chart's own size. Colours can be changed by the classes of its parts. */
export function drawChart(chart: ChartPicture): string {
  const { width, height, title } = chart;
  const entries = legendEntries(chart);
  const whole: Box = { left: MARGIN, top: MARGIN, width: width - 2 * MARGIN, height: height - 2 * MARGIN };
  const below = title === null ? whole : cutTop(whole, TITLE_HEIGHT - MARGIN / 2);
  const { legend, plot } = withLegend(chart, entries, below);
  const parts = [
    `<rect class="chart__paper" x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" fill="#FFFFFF" stroke="#D9D9D9"/>`,
    title === null
      ? ""
      : text(width / 2, 25, shortened(title, whole.width * 0.8), "middle", ' class="chart__title" font-size="15"'),
    ...(chart.type === "Pie" ? pie(chart, plot) : withAxes(chart, plot)),
    ...legend,
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" class="chart" role="img" aria-label="${escaped(title ?? "图表")}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Noto Sans SC, sans-serif" font-size="${LETTER}" fill="#595959">${parts.join("")}</svg>`;
}

const cutTop = (box: Box, by: number): Box => ({ ...box, top: box.top + by, height: box.height - by });
const cutBottom = (box: Box, by: number): Box => ({ ...box, height: box.height - by });
const cutLeft = (box: Box, by: number): Box => ({ ...box, left: box.left + by, width: box.width - by });
const cutRight = (box: Box, by: number): Box => ({ ...box, width: box.width - by });

const officeColour = (index: number): string => OFFICE_COLOURS[index % OFFICE_COLOURS.length]!;
const colourOf = ({ colour, hasFill }: SeriesPicture, index: number): string =>
  hasFill ? (colour ?? officeColour(index)) : "none";

// ---- the legend

interface LegendEntry {
  readonly name: string;
  readonly colour: string;
}

/** A pie names its slices, other charts their series. */
function legendEntries({ type, categories, series }: ChartPicture): LegendEntry[] {
  if (type === "Pie") return categories.map((name, index) => ({ name, colour: sliceColour(series[0], index) }));
  return series.map((each, index) => ({ name: each.name, colour: colourOf(each, index) }));
}

function withLegend(
  { legend }: ChartPicture,
  entries: readonly LegendEntry[],
  room: Box,
): { legend: string[]; plot: Box } {
  if (legend === null || entries.length === 0) return { legend: [], plot: room };
  const entryWidth = (entry: LegendEntry): number => Math.min(room.width, widthOf(entry.name) + LEGEND_MARK + 24);
  if (legend === "Top" || legend === "Bottom") {
    const lines: LegendEntry[][] = [];
    let free = 0;
    for (const entry of entries) {
      if (entryWidth(entry) > free) {
        lines.push([]);
        free = room.width;
      }
      lines.at(-1)!.push(entry);
      free -= entryWidth(entry);
    }
    const most = Math.max(1, Math.floor((room.height * 0.4) / LEGEND_LINE));
    const shown = lines.slice(0, most);
    const high = shown.length * LEGEND_LINE;
    const top = legend === "Top" ? room.top : bottom(room) - high;
    const drawn = shown.flatMap((each, index) => {
      let left = room.left + (room.width - each.reduce((sum, entry) => sum + entryWidth(entry), 0)) / 2 + 6;
      return each.map((entry) => {
        const begin = left;
        left += entryWidth(entry);
        return legendEntry(entry, begin, top + index * LEGEND_LINE, entryWidth(entry));
      });
    });
    return { legend: drawn, plot: legend === "Top" ? cutTop(room, high + 8) : cutBottom(room, high + 6) };
  }
  const wide = Math.min(room.width * WIDEST_NAMES, Math.max(...entries.map(entryWidth)));
  const shown = entries.slice(0, Math.max(1, Math.floor(room.height / LEGEND_LINE)));
  const left = legend === "Left" ? room.left : right(room) - wide;
  const top = legend === "Corner" ? room.top : room.top + (room.height - shown.length * LEGEND_LINE) / 2;
  return {
    legend: shown.map((entry, index) => legendEntry(entry, left + 6, top + index * LEGEND_LINE, wide)),
    plot: legend === "Left" ? cutLeft(room, wide + 8) : cutRight(room, wide + 8),
  };
}

function legendEntry({ name, colour }: LegendEntry, left: number, top: number, width: number): string {
  const middle = top + LEGEND_LINE / 2;
  const words = shortened(name, width - LEGEND_MARK - 14);
  return `<rect x="${rounded(left)}" y="${rounded(middle - LEGEND_MARK / 2)}" width="${LEGEND_MARK}" height="${LEGEND_MARK}" fill="${colour}"/>${text(left + LEGEND_MARK + 5, middle + 4, words, "start")}`;
}

// ---- columns and bars

/** One value's place: along the value axis from where to where, across it how far from the category's beginning and how thick. */
interface Piece {
  readonly from: number;
  readonly to: number;
  readonly across: number;
  readonly thickness: number;
  readonly value: number;
  readonly colour: string;
  readonly label: string;
  /** What a pointer that rests on it is told. */
  readonly hint: string;
}

function pieces(chart: ChartPicture, category: number, room: number): Piece[] {
  const stacks = isStacked(chart.type);
  const abreast = stacks ? 1 : Math.max(1, chart.series.length);
  const thickness = room / (abreast + chart.gapWidth / 100);
  const before = (room - thickness * abreast) / 2;
  const reached = { up: 0, down: 0 };
  return chart.series.flatMap((series, index): Piece[] => {
    const value = series.values[category] ?? null;
    if (value === null) return [];
    const way = value < 0 ? "down" : "up";
    const from = stacks ? reached[way] : 0;
    reached[way] = from + value;
    return [
      {
        from,
        to: from + value,
        across: before + (stacks ? 0 : index * thickness),
        thickness,
        value,
        colour: colourOf(series, index),
        label: series.labels[category] ?? "",
        hint: `${series.name} ${chart.categories[category] ?? ""}: ${value}`,
      },
    ];
  });
}

function rectangle(box: Box, { colour, hint }: Piece): string {
  return `<rect class="chart__value" x="${rounded(box.left)}" y="${rounded(box.top)}" width="${rounded(box.width)}" height="${rounded(box.height)}" fill="${colour}"><title>${escaped(hint)}</title></rect>`;
}

/** The plot between its axes: names and figures at its sides, and what lies in it. */
function withAxes(chart: ChartPicture, room: Box): string[] {
  const isBar = chart.type.startsWith("Bar");
  const { categoryAxis, valueAxis, categories } = chart;
  const titles: string[] = [];
  // The axis at the foot and the one at the left side.
  const [foot, side] = isBar ? [valueAxis, categoryAxis] : [categoryAxis, valueAxis];
  let plot = room;
  if (side.title !== null) plot = cutLeft(plot, AXIS_TITLE);
  if (foot.title !== null) plot = cutBottom(plot, AXIS_TITLE);
  const mayBe = (wide: number): number => Math.min(wide, room.width * WIDEST_NAMES);
  const widestName = mayBe(Math.max(0, ...categories.map(widthOf)));
  const widestFigure = mayBe(Math.max(0, ...valueAxis.figures.map(widthOf)));
  const beside = isBar ? widestName : widestFigure;
  // Where the other axis runs backwards an axis stands at the far side.
  const isFar = { side: foot.isReversed, foot: side.isReversed };
  if (side.isVisible) plot = isFar.side ? cutRight(plot, beside + 8) : cutLeft(plot, beside + 8);
  const columnRoom = plot.width / Math.max(1, categories.length);
  const names = categories.map((name) =>
    isBar ? [shortened(name, widestName)] : brokenInto(name, Math.max(columnRoom, LETTER * 3) - 4),
  );
  const footHeight = isBar ? LINE : LINE * Math.max(1, ...names.map((lines) => lines.length));
  if (foot.isVisible) plot = isFar.foot ? cutTop(plot, footHeight + 6) : cutBottom(plot, footHeight + 6);
  plot = { ...plot, width: Math.max(10, plot.width), height: Math.max(10, plot.height) };

  if (side.title !== null) {
    const y = plot.top + plot.height / 2;
    const x = room.left + LETTER;
    titles.push(text(x, y, side.title, "middle", ` transform="rotate(-90 ${rounded(x)} ${rounded(y)})"`));
  }
  if (foot.title !== null) titles.push(text(plot.left + plot.width / 2, bottom(room) - 3, foot.title, "middle"));

  const along = alongAxis(chart, plot, isBar);
  return [
    ...valueMarks(chart, plot, along, isBar, isFar),
    ...categoryMarks(chart, plot, names, isBar, isFar),
    ...values(chart, plot, along, isBar),
    ...titles,
  ];
}

type Along = (value: number) => number;

/** Where a value stands in pixels; what lies beyond the axis's ends stops there. */
function alongAxis({ valueAxis }: ChartPicture, plot: Box, isBar: boolean): Along {
  const { least, most } = valueAxis.ends;
  return (value) => {
    const share = (Math.min(most, Math.max(least, value)) - least) / (most - least);
    const way = valueAxis.isReversed ? 1 - share : share;
    return isBar ? plot.left + way * plot.width : bottom(plot) - way * plot.height;
  };
}

interface Far {
  readonly side: boolean;
  readonly foot: boolean;
}

function valueMarks({ valueAxis }: ChartPicture, plot: Box, along: Along, isBar: boolean, isFar: Far): string[] {
  return stepsOf(valueAxis.ends).flatMap((value, index) => {
    const at = along(value);
    const isZero = Math.abs(value) < valueAxis.ends.step / 1000;
    const kind = isZero ? "axis" : "grid";
    const drawn = valueAxis.hasMajorGridlines || isZero;
    const figure = valueAxis.isVisible ? (valueAxis.figures[index] ?? "") : "";
    if (isBar)
      return [
        drawn ? line(at, plot.top, at, bottom(plot), kind) : "",
        text(at, isFar.foot ? plot.top - 6 : bottom(plot) + LINE, figure, "middle"),
      ];
    return [
      drawn ? line(plot.left, at, right(plot), at, kind) : "",
      text(isFar.side ? right(plot) + 6 : plot.left - 6, at + 4, figure, isFar.side ? "start" : "end"),
    ];
  });
}

/** A category's place among all, counted from the plot's left or upper side. */
function placeAmong({ categories, categoryAxis }: ChartPicture, index: number, isBar: boolean): number {
  // As in Excel the first bar stands at the foot, and the first column at the left.
  return categoryAxis.isReversed === isBar ? index : categories.length - 1 - index;
}

function categoryMarks(
  chart: ChartPicture,
  plot: Box,
  names: readonly (readonly string[])[],
  isBar: boolean,
  isFar: Far,
): string[] {
  if (!chart.categoryAxis.isVisible) return [];
  const room = (isBar ? plot.height : plot.width) / Math.max(1, names.length);
  // Names that would cover each other are left out, one after every so many.
  const letters = chart.categoryAxis.letters ?? LETTER;
  const every = chart.categoryAxis.labelSpacing ?? Math.max(1, Math.ceil((isBar ? letters + 3 : letters * 3) / room));
  const size = letters === LETTER ? "" : ` font-size="${rounded(letters)}"`;
  return names.flatMap((lines, index) => {
    if (index % every !== 0) return [];
    const middle = (placeAmong(chart, index, isBar) + 0.5) * room;
    if (isBar) {
      const x = isFar.side ? right(plot) + 6 : plot.left - 6;
      return [text(x, plot.top + middle + letters / 3, lines[0] ?? "", isFar.side ? "start" : "end", size)];
    }
    const top = isFar.foot ? plot.top - 6 - LINE * (lines.length - 1) : bottom(plot) + LINE;
    return lines.map((words, row) => text(plot.left + middle, top + row * LINE, words, "middle", size));
  });
}

function values(chart: ChartPicture, plot: Box, along: Along, isBar: boolean): string[] {
  const room = (isBar ? plot.height : plot.width) / Math.max(1, chart.categories.length);
  const stacks = isStacked(chart.type);
  return chart.categories.flatMap((_, category) => {
    const begin = placeAmong(chart, category, isBar) * room;
    return pieces(chart, category, room).flatMap((piece) => {
      const [from, to] = [along(piece.from), along(piece.to)];
      const low = Math.min(from, to);
      const long = Math.abs(from - to);
      // The first of several series stands where the axis of categories begins.
      const across = chart.categoryAxis.isReversed === isBar ? piece.across : room - piece.across - piece.thickness;
      const box: Box = isBar
        ? { left: low, top: plot.top + begin + across, width: long, height: piece.thickness }
        : { left: plot.left + begin + across, top: low, width: piece.thickness, height: long };
      return [rectangle(box, piece), valueLabel(piece, box, to < from, { isBar, stacks })];
    });
  });
}

/** In the middle of a stacked piece where it has room, else beyond the value's end. */
function valueLabel(
  { label, colour }: Piece,
  box: Box,
  goesBack: boolean,
  { isBar, stacks }: { isBar: boolean; stacks: boolean },
): string {
  const middle = { x: box.left + box.width / 2, y: box.top + box.height / 2 + 4 };
  if (stacks) {
    const fits = box.height >= LETTER && box.width >= widthOf(label);
    return fits ? text(middle.x, middle.y, label, "middle", lettersOn(colour)) : "";
  }
  if (isBar) return text(goesBack ? box.left - 4 : right(box) + 4, middle.y, label, goesBack ? "end" : "start");
  return text(middle.x, goesBack ? box.top - 4 : bottom(box) + LETTER, label, "middle");
}

// ---- pie

const sliceColour = (series: SeriesPicture | undefined, index: number): string =>
  series?.hasFill === false ? "none" : (series?.colour ?? officeColour(index));

/** A pie shows its first series, clockwise from the top; it knows no values below zero. */
function pie({ categories, series: [series] }: ChartPicture, plot: Box): string[] {
  const sizes = series?.values.map((value) => Math.abs(value ?? 0)) ?? [];
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (!series || total === 0) return [];
  const radius = Math.max(5, Math.min(plot.width, plot.height) / 2 - 4);
  const centre = { x: plot.left + plot.width / 2, y: plot.top + plot.height / 2 };
  const at = (share: number, from = radius): string => {
    const angle = share * 2 * Math.PI;
    return `${rounded(centre.x + Math.sin(angle) * from)} ${rounded(centre.y - Math.cos(angle) * from)}`;
  };
  let begin = 0;
  return sizes.flatMap((size, index) => {
    if (size === 0) return [];
    const [from, to] = [begin, begin + size / total];
    begin = to;
    const hint = `<title>${escaped(`${series.name} ${categories[index] ?? ""}: ${series.values[index] ?? ""}`)}</title>`;
    const look = `class="chart__value chart__slice" fill="${sliceColour(series, index)}" stroke="#FFFFFF"`;
    const slice =
      size === total
        ? `<circle ${look} cx="${rounded(centre.x)}" cy="${rounded(centre.y)}" r="${rounded(radius)}">${hint}</circle>`
        : `<path ${look} d="M${rounded(centre.x)} ${rounded(centre.y)}L${at(from)}A${rounded(radius)} ${rounded(radius)} 0 ${to - from > 0.5 ? 1 : 0} 1 ${at(to)}Z">${hint}</path>`;
    const [x, y] = at((from + to) / 2, radius * 0.66)
      .split(" ")
      .map(Number);
    const letters = lettersOn(sliceColour(series, index));
    const label = to - from >= SMALLEST_LABELLED ? (series.labels[index] ?? "") : "";
    return [slice, text(x ?? 0, (y ?? 0) + 4, shortened(label, radius * 0.9), "middle", letters)];
  });
}
