/** Charts in Excel's words. What a chart shows is read from its cells whenever somebody asks. */
import { invalid, OfficeError } from "../errors";
import {
  CHART_TYPES,
  cornerAt,
  categoriesOf,
  firstGapWidth,
  formatOf,
  LEGEND_POSITIONS,
  plainAxis,
  plainLabels,
  pointsBefore,
  seriesName,
  splitSource,
  titleOf,
  unnamed,
  valueAxisOf,
  valuesOf,
  type AxisRecord,
  type ChartRecord,
  type ChartType,
  type LabelsRecord,
  type SeriesRecord,
} from "./chartData";
import { colour, common, flag, integer, number, text, word } from "./check";
import type { Host } from "./host";
import { NULL_OBJECT, OfficeCollection, OfficeObject, type NullObject } from "./object";
import { Range } from "./range";
import { Worksheet } from "./worksheets";

/** A new chart's size and place, in points. */
const FIRST_SIZE = { width: 360, height: 216 };
const FIRST_PLACE = { left: 108, top: 72 };
const MOST_GAP = 500;
const MOST_LABEL_SPACING = 31_999;
/** The letters beside an axis in a new chart, in points. */
const AXIS_FONT_SIZE = 9;
const MOST_FONT_SIZE = 409;

const isGiven = (value: unknown): boolean => value !== null && value !== undefined;

/** The type, refused where the workbench could not draw it. */
function drawnType(host: Host, value: unknown): ChartType {
  const type = word(value, host.members.words("Chart", "chartType"), "the chart's type");
  if (type === "Invalid") throw invalid("“Invalid” is no type of chart");
  if (!(CHART_TYPES as readonly string[]).includes(type))
    throw new OfficeError("NotImplemented", `the workbench draws ${CHART_TYPES.join(", ")}, not ${type}`);
  return type as ChartType;
}

function newSeries(part: Pick<SeriesRecord, "nameCell" | "values" | "categories">): SeriesRecord {
  return { name: null, ...part, colour: null, hasFill: true, labels: plainLabels() };
}

function plot(host: Host, source: unknown, seriesBy: unknown): Pick<ChartRecord, "plotsBy" | "series"> {
  if (!(source instanceof Range)) throw invalid("the chart's source must be a range");
  const by = isGiven(seriesBy) ? word(seriesBy, ["Auto", "Columns", "Rows"], "seriesBy") : "Auto";
  const { plotsBy, categories, series } = splitSource(host, source.area, by);
  return { plotsBy, series: series.map((each) => newSeries({ ...each, categories })) };
}

export class ChartCollection extends OfficeCollection<Chart> {
  readonly className = "ChartCollection";

  constructor(
    host: Host,
    private readonly sheet: string,
  ) {
    super(host);
  }

  get items(): Chart[] {
    return this.host.record(this.sheet).charts.map(({ id }) => new Chart(this.host, this.sheet, id));
  }
  get count(): number {
    return this.items.length;
  }
  getCount(): number {
    return this.items.length;
  }

  add(typeArgument: unknown, source: unknown, seriesBy: unknown): Chart {
    const type = drawnType(this.host, typeArgument);
    const plotted = plot(this.host, source, seriesBy);
    this.host.mustAllow(this.sheet, "allowEditObjects");
    const chart: ChartRecord = {
      id: `{chart-${this.host.nextSerial()}}`,
      name: this.freeName(),
      type,
      ...plotted,
      corner: cornerAt(this.host.engine, this.sheet, FIRST_PLACE.left, FIRST_PLACE.top),
      ...FIRST_SIZE,
      title: null,
      showsTitle: true,
      showsLegend: type === "Pie" || plotted.series.length > 1,
      legendPosition: "Bottom",
      plotsVisibleOnly: true,
      gapWidth: firstGapWidth(type),
      axes: { category: plainAxis(false), value: plainAxis(true) },
    };
    this.host.record(this.sheet).charts.push(chart);
    return new Chart(this.host, this.sheet, chart.id);
  }

  private freeName(): string {
    const taken = this.host.record(this.sheet).charts.map(({ name }) => name);
    for (let number = 1; ; number++) {
      const name = unnamed.chart(this.host, number);
      if (!taken.includes(name)) return name;
    }
  }

  /** By name, in any case, or by the id under which the library asks for items it has listed. */
  private find(key: unknown): Chart | null {
    const wanted = text(key, "the chart's name");
    const found = this.host
      .record(this.sheet)
      .charts.find(({ id, name }) => id === wanted || name.toLowerCase() === wanted.toLowerCase());
    return found ? new Chart(this.host, this.sheet, found.id) : null;
  }
  getItem(key: unknown): Chart {
    const found = this.find(key);
    if (!found) throw new OfficeError("ItemNotFound", `there is no chart “${String(key)}”`);
    return found;
  }
  getItemOrNullObject(key: unknown): Chart | NullObject {
    return this.find(key) ?? NULL_OBJECT;
  }
  getItemAt(index: unknown): Chart {
    const found = this.items[integer(index, "index", 0)];
    if (!found) throw invalid(`there is no chart number ${String(index)}`);
    return found;
  }
}

export class Chart extends OfficeObject {
  readonly className = "Chart";

  constructor(
    host: Host,
    readonly sheet: string,
    readonly id: string,
  ) {
    super(host);
  }

  override identity(): Record<string, unknown> {
    return { Id: this.id };
  }

  get record(): ChartRecord {
    const found = this.host.record(this.sheet).charts.find(({ id }) => id === this.id);
    if (!found) throw new OfficeError("ItemNotFound", "the chart has been deleted");
    return found;
  }

  mustBeChangeable(): void {
    this.host.mustAllow(this.sheet, "allowEditObjects");
  }
  /** The chart to be changed, where the sheet's protection allows it. */
  get changing(): ChartRecord {
    this.mustBeChangeable();
    return this.record;
  }

  get worksheet(): Worksheet {
    return new Worksheet(this.host, this.sheet);
  }

  get name(): string {
    return this.record.name;
  }
  set name(value: unknown) {
    const name = text(value, "the chart's name");
    if (name === "") throw invalid("a chart needs a name");
    this.changing.name = name;
  }

  get chartType(): string {
    return this.record.type;
  }
  set chartType(value: unknown) {
    const type = drawnType(this.host, value);
    this.changing.type = type;
  }

  get plotBy(): string {
    return this.record.plotsBy;
  }
  get plotVisibleOnly(): boolean {
    return this.record.plotsVisibleOnly;
  }
  set plotVisibleOnly(value: unknown) {
    this.changing.plotsVisibleOnly = flag(value, "plotVisibleOnly");
  }

  private get place(): { left: number; top: number } {
    const { corner } = this.record;
    const { left, top } = pointsBefore(this.host.engine, corner.cell);
    return { left: left + corner.right, top: top + corner.down };
  }
  get left(): number {
    return this.place.left;
  }
  set left(value: unknown) {
    this.changing.corner = cornerAt(this.host.engine, this.sheet, number(value, "left", 0), this.place.top);
  }
  get top(): number {
    return this.place.top;
  }
  set top(value: unknown) {
    this.changing.corner = cornerAt(this.host.engine, this.sheet, this.place.left, number(value, "top", 0));
  }
  get width(): number {
    return this.record.width;
  }
  set width(value: unknown) {
    this.changing.width = number(value, "width", 0);
  }
  get height(): number {
    return this.record.height;
  }
  set height(value: unknown) {
    this.changing.height = number(value, "height", 0);
  }

  /** From the start cell's corner; with an end cell the chart covers all cells up to it. */
  setPosition(startCell: unknown, endCell: unknown): void {
    const { area: start } = Range.from(this.host, startCell, this.sheet);
    const { area: end } = isGiven(endCell) ? Range.from(this.host, endCell, this.sheet) : { area: null };
    if (start.sheet !== this.sheet || (end && end.sheet !== this.sheet))
      throw invalid("a chart lies on cells of its own sheet");
    const chart = this.changing;
    if (end) {
      const first = { ...start, row: Math.min(start.row, end.row), column: Math.min(start.column, end.column) };
      const last = {
        ...start,
        row: Math.max(start.row + start.rows, end.row + end.rows),
        column: Math.max(start.column + start.columns, end.column + end.columns),
      };
      const from = pointsBefore(this.host.engine, first);
      const to = pointsBefore(this.host.engine, last);
      chart.width = to.left - from.left;
      chart.height = to.top - from.top;
      chart.corner = { cell: { ...first, rows: 1, columns: 1 }, right: 0, down: 0 };
    } else chart.corner = { cell: { ...start, rows: 1, columns: 1 }, right: 0, down: 0 };
  }

  setData(source: unknown, seriesBy: unknown): void {
    const plotted = plot(this.host, source, seriesBy);
    Object.assign(this.changing, plotted);
  }

  get title(): ChartTitle {
    return new ChartTitle(this.host, this);
  }
  get legend(): ChartLegend {
    return new ChartLegend(this.host, this);
  }
  get axes(): ChartAxes {
    return new ChartAxes(this.host, this);
  }
  get series(): ChartSeriesCollection {
    return new ChartSeriesCollection(this.host, this);
  }
  get dataLabels(): ChartDataLabels {
    return new ChartDataLabels(this.host, this, () => this.record.series);
  }

  delete(): void {
    const chart = this.changing;
    const { charts } = this.host.record(this.sheet);
    charts.splice(charts.indexOf(chart), 1);
  }
}

abstract class ChartPart extends OfficeObject {
  constructor(
    host: Host,
    protected readonly chart: Chart,
  ) {
    super(host);
  }
}

export class ChartTitle extends ChartPart {
  readonly className = "ChartTitle";

  get text(): string {
    return titleOf(this.host, this.chart.record);
  }
  set text(value: unknown) {
    const title = text(value, "the title");
    Object.assign(this.chart.changing, { title, showsTitle: true });
  }
  get visible(): boolean {
    return this.chart.record.showsTitle;
  }
  set visible(value: unknown) {
    this.chart.changing.showsTitle = flag(value, "visible");
  }
}

export class ChartLegend extends ChartPart {
  readonly className = "ChartLegend";

  get visible(): boolean {
    return this.chart.record.showsLegend;
  }
  set visible(value: unknown) {
    this.chart.changing.showsLegend = flag(value, "visible");
  }
  get position(): string {
    return this.chart.record.legendPosition;
  }
  set position(value: unknown) {
    this.chart.changing.legendPosition = word(value, LEGEND_POSITIONS, "the legend's position");
  }
}

/** The labels of one series, or of all the chart has. */
export class ChartDataLabels extends ChartPart {
  readonly className = "ChartDataLabels";

  constructor(
    host: Host,
    chart: Chart,
    private readonly labelled: () => readonly SeriesRecord[],
  ) {
    super(host, chart);
  }

  /** What all labels have in common, `mixed` where they differ. */
  shared<Value>(of: (labels: LabelsRecord) => Value, mixed: Value): Value {
    const values = this.labelled().map(({ labels }) => of(labels));
    return values.length ? common([values], mixed) : mixed;
  }
  change(patch: Partial<LabelsRecord>): void {
    this.chart.mustBeChangeable();
    for (const { labels } of this.labelled()) Object.assign(labels, patch);
  }

  get numberFormat(): string {
    const given = this.shared(({ numberFormat }) => numberFormat, null);
    return given ?? formatOf(this.host, this.chart.record, this.labelled()[0]);
  }
  set numberFormat(value: unknown) {
    this.change({ numberFormat: text(value, "numberFormat") });
  }
  get linkNumberFormat(): boolean {
    return this.shared(({ numberFormat }) => numberFormat === null, false);
  }
  set linkNumberFormat(value: unknown) {
    this.change({ numberFormat: flag(value, "linkNumberFormat") ? null : this.numberFormat });
  }
}

const LABEL_FLAGS = {
  showValue: "showsValue",
  showPercentage: "showsPercentage",
  showCategoryName: "showsCategory",
  showSeriesName: "showsSeries",
} as const;
for (const [name, part] of Object.entries(LABEL_FLAGS))
  Object.defineProperty(ChartDataLabels.prototype, name, {
    get(this: ChartDataLabels) {
      return this.shared<boolean | null>((labels) => labels[part], null);
    },
    set(this: ChartDataLabels, value: unknown) {
      this.change({ [part]: flag(value, name) });
    },
  });

export class ChartAxes extends ChartPart {
  readonly className = "ChartAxes";

  get categoryAxis(): ChartAxis {
    return new ChartAxis(this.host, this.chart, "category");
  }
  get valueAxis(): ChartAxis {
    return new ChartAxis(this.host, this.chart, "value");
  }

  getItem(type: unknown, group: unknown): ChartAxis {
    const wanted = word(type, ["Category", "Value", "Series"], "the axis's type");
    const of = isGiven(group) ? word(group, ["Primary", "Secondary"], "the axis's group") : "Primary";
    if (wanted === "Series" || of === "Secondary")
      throw new OfficeError("NotImplemented", `the workbench's charts have no ${of} ${wanted} axis`);
    return wanted === "Category" ? this.categoryAxis : this.valueAxis;
  }
}

export class ChartAxis extends ChartPart {
  readonly className = "ChartAxis";

  constructor(
    host: Host,
    chart: Chart,
    private readonly kind: "category" | "value",
  ) {
    super(host, chart);
  }

  private mustHaveAxes(): void {
    if (this.chart.record.type === "Pie") throw new OfficeError("InvalidOperation", "a pie chart has no axes");
  }
  get record(): AxisRecord {
    return this.chart.record.axes[this.kind];
  }
  get changing(): AxisRecord {
    this.mustHaveAxes();
    return this.chart.changing.axes[this.kind];
  }

  get type(): string {
    return this.kind === "category" ? "Category" : "Value";
  }
  get axisGroup(): string {
    return "Primary";
  }

  /** Where the axis ends now; an axis of categories has names and no numbers. */
  private end(which: "least" | "most" | "step"): number | string {
    return this.kind === "category" ? "" : valueAxisOf(this.host, this.chart.record)[which];
  }
  private setEnd(which: "least" | "most" | "step", value: unknown, what: string): void {
    if (this.kind === "category") throw new OfficeError("InvalidOperation", `an axis of categories has no ${what}`);
    const wanted = value === "" ? null : number(value, what, which === "step" ? Number.MIN_VALUE : -Infinity);
    const least = which === "least" ? wanted : this.record.least;
    const most = which === "most" ? wanted : this.record.most;
    if (least !== null && most !== null && least >= most) throw invalid("an axis's minimum lies below its maximum");
    this.changing[which] = wanted;
  }
  get maximum(): number | string {
    return this.end("most");
  }
  set maximum(value: unknown) {
    this.setEnd("most", value, "maximum");
  }
  get minimum(): number | string {
    return this.end("least");
  }
  set minimum(value: unknown) {
    this.setEnd("least", value, "minimum");
  }
  get majorUnit(): number | string {
    return this.end("step");
  }
  set majorUnit(value: unknown) {
    this.setEnd("step", value, "majorUnit");
  }

  get reversePlotOrder(): boolean {
    return this.record.isReversed;
  }
  set reversePlotOrder(value: unknown) {
    this.changing.isReversed = flag(value, "reversePlotOrder");
  }
  get visible(): boolean {
    return this.record.isVisible;
  }
  set visible(value: unknown) {
    this.changing.isVisible = flag(value, "visible");
  }
  get numberFormat(): string {
    if (this.record.numberFormat !== null) return this.record.numberFormat;
    return this.kind === "category" ? "General" : formatOf(this.host, this.chart.record, this.chart.record.series[0]);
  }
  set numberFormat(value: unknown) {
    this.changing.numberFormat = text(value, "numberFormat");
  }

  get tickLabelSpacing(): number {
    return this.record.labelSpacing ?? 1;
  }
  set tickLabelSpacing(value: unknown) {
    this.changing.labelSpacing = value === "" ? null : integer(value, "tickLabelSpacing", 1, MOST_LABEL_SPACING);
  }

  get format(): ChartAxisFormat {
    return new ChartAxisFormat(this.host, this);
  }
  get title(): ChartAxisTitle {
    return new ChartAxisTitle(this.host, this);
  }
  get majorGridlines(): ChartGridlines {
    return new ChartGridlines(this.host, this);
  }
}

export class ChartAxisFormat extends OfficeObject {
  readonly className = "ChartAxisFormat";

  constructor(
    host: Host,
    private readonly axis: ChartAxis,
  ) {
    super(host);
  }

  get font(): ChartFont {
    return new ChartFont(this.host, this.axis);
  }
}

export class ChartFont extends OfficeObject {
  readonly className = "ChartFont";

  constructor(
    host: Host,
    private readonly axis: ChartAxis,
  ) {
    super(host);
  }

  get size(): number {
    return this.axis.record.fontSize ?? AXIS_FONT_SIZE;
  }
  set size(value: unknown) {
    this.axis.changing.fontSize = number(value, "the font's size", 1, MOST_FONT_SIZE);
  }
}

export class ChartAxisTitle extends OfficeObject {
  readonly className = "ChartAxisTitle";

  constructor(
    host: Host,
    private readonly axis: ChartAxis,
  ) {
    super(host);
  }

  get text(): string {
    return this.axis.record.title ?? unnamed.axisTitle(this.host);
  }
  set text(value: unknown) {
    const title = text(value, "the axis's title");
    Object.assign(this.axis.changing, { title, showsTitle: true });
  }
  get visible(): boolean {
    return this.axis.record.showsTitle;
  }
  set visible(value: unknown) {
    this.axis.changing.showsTitle = flag(value, "visible");
  }
}

export class ChartGridlines extends OfficeObject {
  readonly className = "ChartGridlines";

  constructor(
    host: Host,
    private readonly axis: ChartAxis,
  ) {
    super(host);
  }

  get visible(): boolean {
    return this.axis.record.hasMajorGridlines;
  }
  set visible(value: unknown) {
    this.axis.changing.hasMajorGridlines = flag(value, "visible");
  }
}

export class ChartSeriesCollection extends OfficeCollection<ChartSeries> {
  readonly className = "ChartSeriesCollection";

  constructor(
    host: Host,
    private readonly chart: Chart,
  ) {
    super(host);
  }

  get items(): ChartSeries[] {
    return this.chart.record.series.map((series) => new ChartSeries(this.host, this.chart, series));
  }
  get count(): number {
    return this.items.length;
  }
  getCount(): number {
    return this.items.length;
  }
  getItemAt(index: unknown): ChartSeries {
    const found = this.items[integer(index, "index", 0)];
    if (!found) throw invalid(`the chart has no series number ${String(index)}`);
    return found;
  }
  /** Series have no key; the library asks for them by their number. */
  getItem(index: unknown): ChartSeries {
    return this.getItemAt(index);
  }

  /** A series without values until `setValues`. */
  add(name: unknown, index: unknown): ChartSeries {
    const { series: all } = this.chart.changing;
    const place = isGiven(index) ? integer(index, "index", 0, all.length) : all.length;
    const series = newSeries({ nameCell: null, values: null, categories: all[0]?.categories ?? null });
    if (isGiven(name)) series.name = text(name, "the series' name");
    all.splice(place, 0, series);
    return new ChartSeries(this.host, this.chart, series);
  }
}

export class ChartSeries extends ChartPart {
  readonly className = "ChartSeries";

  constructor(
    host: Host,
    chart: Chart,
    private readonly kept: SeriesRecord,
  ) {
    super(host, chart);
  }

  private mustExist(): void {
    if (!this.chart.record.series.includes(this.kept))
      throw new OfficeError("ItemNotFound", "the series has been deleted");
  }
  get record(): SeriesRecord {
    this.mustExist();
    return this.kept;
  }
  get changing(): SeriesRecord {
    this.chart.mustBeChangeable();
    return this.record;
  }

  get name(): string {
    return seriesName(this.host, this.chart.record, this.record);
  }
  set name(value: unknown) {
    this.changing.name = text(value, "the series' name");
  }
  get chartType(): string {
    this.mustExist();
    return this.chart.record.type;
  }
  set chartType(value: unknown) {
    if (drawnType(this.host, value) !== this.chart.record.type)
      throw new OfficeError("NotImplemented", "the workbench draws all series of a chart alike");
  }
  get plotOrder(): number {
    return this.chart.record.series.indexOf(this.record) + 1;
  }

  /** One for all series of the chart. */
  get gapWidth(): number {
    this.mustExist();
    return this.chart.record.gapWidth;
  }
  set gapWidth(value: unknown) {
    this.mustExist();
    this.chart.changing.gapWidth = integer(value, "gapWidth", 0, MOST_GAP);
  }

  get format(): ChartSeriesFormat {
    return new ChartSeriesFormat(this.host, this);
  }
  get dataLabels(): ChartDataLabels {
    return new ChartDataLabels(this.host, this.chart, () => [this.record]);
  }
  get hasDataLabels(): boolean {
    const { showsValue, showsPercentage, showsCategory, showsSeries } = this.record.labels;
    return showsValue || showsPercentage || showsCategory || showsSeries;
  }
  set hasDataLabels(value: unknown) {
    const has = flag(value, "hasDataLabels");
    const { numberFormat } = this.record.labels;
    this.changing.labels = { ...plainLabels(), numberFormat, showsValue: has };
  }

  setValues(source: unknown): void {
    if (!(source instanceof Range)) throw invalid("a series' values must be a range");
    this.changing.values = source.area;
  }
  setXAxisValues(source: unknown): void {
    if (!(source instanceof Range)) throw invalid("a series' categories must be a range");
    this.changing.categories = source.area;
  }
  getDimensionValues(dimension: unknown): unknown[] {
    const wanted = word(dimension, ["Categories", "Values", "XValues", "YValues", "BubbleSizes"], "the dimension");
    if (wanted === "Categories") return categoriesOf(this.host, this.chart.record);
    if (wanted !== "Values") throw invalid(`a ${this.chart.record.type} chart has no ${wanted}`);
    return valuesOf(this.host, this.chart.record, this.record);
  }

  delete(): void {
    const { series } = this.chart.changing;
    series.splice(series.indexOf(this.record), 1);
  }
}

export class ChartSeriesFormat extends OfficeObject {
  readonly className = "ChartSeriesFormat";

  constructor(
    host: Host,
    private readonly series: ChartSeries,
  ) {
    super(host);
  }

  get fill(): ChartFill {
    return new ChartFill(this.host, this.series);
  }
}

export class ChartFill extends OfficeObject {
  readonly className = "ChartFill";

  constructor(
    host: Host,
    private readonly series: ChartSeries,
  ) {
    super(host);
  }

  setSolidColor(value: unknown): void {
    Object.assign(this.series.changing, { colour: colour(value, "the fill's colour"), hasFill: true });
  }
  /** The fill's colour, empty where the chart chose it or there is none. */
  getSolidColor(): string {
    return this.series.record.colour ?? "";
  }
  clear(): void {
    Object.assign(this.series.changing, { colour: null, hasFill: false });
  }
}
