import { XMLParser } from "fast-xml-parser";
import { axisFor, extents, stepsOf } from "./host/model/chartAxis";
import { isStacked, type ChartType } from "./host/model/chartData";
import { brokenInto, drawChart, OFFICE_COLOURS } from "./page/chartDrawing";
import type { ChartPicture, SeriesPicture } from "./page/chartPicture";

const AXIS = {
  title: null,
  isVisible: true,
  hasMajorGridlines: true,
  isReversed: false,
  labelSpacing: null,
  letters: null,
};

function series(name: string, values: readonly (number | null)[], change: Partial<SeriesPicture> = {}): SeriesPicture {
  return { name, values, colour: null, hasFill: true, labels: values.map((value) => String(value ?? "")), ...change };
}

type Change = Partial<Omit<ChartPicture, "valueAxis">> & { readonly reversesValues?: boolean };

function picture({ reversesValues = false, ...change }: Change): ChartPicture {
  const chart = {
    type: "ColumnClustered" as ChartType,
    title: "各部门完成情况 <一季度>",
    legend: "Bottom" as const,
    width: 480,
    height: 280,
    gapWidth: 150,
    categories: ["教育局", "经信局"],
    series: [series("达进度", [3, 5], { colour: "#70AD47" }), series("滞后", [1, null])],
    categoryAxis: { ...AXIS, hasMajorGridlines: false, labelSpacing: null, letters: null },
    ...change,
  };
  const values = chart.series.map((each) => each.values);
  const ends = axisFor(extents(values, isStacked(chart.type)));
  return { ...chart, valueAxis: { ...AXIS, isReversed: reversesValues, ends, figures: stepsOf(ends).map(String) } };
}

interface Rectangle {
  readonly class?: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill: string;
  readonly title?: string;
}
interface Words {
  readonly "#text": string;
  readonly x: number;
  readonly y: number;
  readonly "text-anchor": "start" | "middle" | "end";
}

function drawn(change: Change): { values: Rectangle[]; texts: string[]; words: Words[]; slices: { fill: string }[] } {
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: "",
    parseAttributeValue: true,
    parseTagValue: false,
    isArray: (name) => ["rect", "text", "path", "circle"].includes(name),
  });
  const { svg } = parser.parse(drawChart(picture(change))) as {
    svg: { rect: Rectangle[]; text?: Words[]; path?: { fill: string }[]; circle?: { fill: string }[] };
  };
  const words = svg.text ?? [];
  return {
    values: svg.rect.filter((each) => each.class === "chart__value"),
    texts: words.map((each) => each["#text"]),
    words,
    slices: [...(svg.path ?? []), ...(svg.circle ?? [])],
  };
}

it.each([
  [[0, 83], { least: 0, most: 100, step: 20 }],
  [[-215, 270], { least: -300, most: 300, step: 100 }],
  [[0.5], { least: 0, most: 0.5, step: 0.1 }],
  [[], { least: 0, most: 1, step: 0.2 }],
  [[8310], { least: 0, most: 10_000, step: 2000 }],
])("an axis for %j ends at round figures", (values, expected) => {
  const { least, most, step } = axisFor(values);
  expect([least, most, step].map((each) => Number(each.toFixed(9)))).toEqual(Object.values(expected));
});

it("draws a column for each value, in its colour, as high as the value", () => {
  const { values, texts } = drawn({});
  expect(values.map(({ title, fill }) => [title, fill])).toEqual([
    ["达进度 教育局: 3", "#70AD47"],
    ["滞后 教育局: 1", OFFICE_COLOURS[1]],
    ["达进度 经信局: 5", "#70AD47"],
  ]);
  expect(values[0]!.height / values[1]!.height).toBeCloseTo(3, 1);
  expect(texts).toEqual(expect.arrayContaining(["各部门完成情况 <一季度>", "教育局", "经信局", "达进度", "滞后", "5"]));
});

it.each<[ChartType, "x" | "y", "width" | "height"]>([
  ["ColumnStacked", "y", "height"],
  ["BarStacked", "x", "width"],
])("%s sets the values of a category one on the other", (type, along, size) => {
  const [first, second] = drawn({ type }).values;
  const ends = (each: Rectangle): number[] => [each[along], each[along] + each[size]];
  expect(Math.min(...ends(first!).flatMap((one) => ends(second!).map((other) => Math.abs(one - other))))).toBeLessThan(
    0.2,
  );
  const across = along === "x" ? "y" : "x";
  expect(first![across]).toBe(second![across]);
});

it("draws values below zero on the other side of the axis", () => {
  const [above, below] = drawn({ series: [series("差距", [10, -10])] }).values;
  expect(above!.y + above!.height).toBeCloseTo(below!.y, 0);
});

it("begins bars at the foot, and at the head where the axis of categories is reversed", () => {
  const heights = (isReversed: boolean): number[] =>
    drawn({ type: "BarClustered", series: [series("完成", [1, 2])], categoryAxis: { ...AXIS, isReversed } }).values.map(
      ({ y }) => y,
    );
  const [first, second] = heights(false);
  expect(first).toBeGreaterThan(second!);
  const [reversedFirst, reversedSecond] = heights(true);
  expect(reversedFirst).toBeLessThan(reversedSecond!);
});

it("names every category where it is told to, in smaller letters", () => {
  const categories = Array.from({ length: 40 }, (_, index) => `部门${index}`);
  const chart = {
    type: "BarClustered" as const,
    categories,
    series: [
      series(
        "完成",
        categories.map(() => 1),
      ),
    ],
  };
  const named = (labelSpacing: number | null): number =>
    drawn({ ...chart, categoryAxis: { ...AXIS, labelSpacing, letters: 8 } }).texts.filter((each) =>
      each.startsWith("部门"),
    ).length;
  expect(named(null)).toBeLessThan(40);
  expect(named(1)).toBe(40);
});

it("lets bars grow to the left where the axis of values is reversed", () => {
  const [short, long] = drawn({ type: "BarClustered", reversesValues: true, series: [series("完成", [1, 2])] }).values;
  expect(long!.x).toBeLessThan(short!.x);
  expect(long!.x + long!.width).toBeCloseTo(short!.x + short!.width, 0);
});

it("leaves as much free between columns as the gap says", () => {
  const [first] = drawn({ gapWidth: 0, series: [series("完成", [1, 1])] }).values;
  const [second] = drawn({ gapWidth: 100, series: [series("完成", [1, 1])] }).values;
  expect(first!.width / second!.width).toBeCloseTo(2, 1);
});

it("shows titles of axes, and labels only where there are any", () => {
  const plain = series("完成", [7, 7], { labels: ["", ""] });
  const { texts } = drawn({ series: [plain], categoryAxis: { ...AXIS, title: "部门" }, categories: ["甲", "乙"] });
  expect(texts).toContain("部门");
  expect(texts).not.toContain("7");
});

it("cuts a pie into slices by share, each in its own colour and named in the legend", () => {
  const { slices, texts } = drawn({
    type: "Pie",
    categories: ["达进度", "滞后", "未填报"],
    series: [series("项数", [30, 10, 0], { labels: ["75%", "25%", "0%"] })],
  });
  expect(slices.map(({ fill }) => fill)).toEqual(OFFICE_COLOURS.slice(0, 2));
  expect(texts).toEqual(expect.arrayContaining(["75%", "25%", "达进度", "滞后", "未填报"]));
  const alone = drawn({ type: "Pie", categories: ["达进度"], series: [series("项数", [5])] });
  expect(alone.slices).toHaveLength(1);
});

const TYPES: readonly ChartType[] = ["ColumnClustered", "ColumnStacked", "BarClustered", "BarStacked", "Pie"];
const PLACES = ["Top", "Bottom", "Left", "Right", "Corner", null] as const;

it.each(TYPES.flatMap((type) => PLACES.map((legend) => [type, legend] as const)))(
  "%s with the legend at %s keeps all it draws inside",
  (type, legend) => {
    const long = "一个很长很长很长很长很长很长很长很长的指标名称";
    const many = ["达进度", "欠进度", "严重滞后", "未到期", "未填报", "无法核验", long].map((name) =>
      series(name, [3, 1, 2]),
    );
    const { values, words } = drawn({ type, legend, categories: [long, "二", "三"], series: many });
    for (const { x, y, width, height } of values) {
      expect(Math.min(x, y, width, height)).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(480);
      expect(y + height).toBeLessThanOrEqual(280);
    }
    for (const each of words.filter(({ "#text": text }) => text.length > 2)) {
      const wide = [...each["#text"]].reduce((sum, letter) => sum + (letter > "⺀" ? 12 : 7), 0);
      const left = each.x - { start: 0, middle: wide / 2, end: wide }[each["text-anchor"]];
      expect([each["#text"], left >= -1, left + wide <= 481, each.y <= 280]).toEqual([each["#text"], true, true, true]);
    }
  },
);

it("draws a chart without series or categories", () => {
  for (const type of TYPES) expect(drawn({ type, series: [], categories: [] }).values).toEqual([]);
});

it.each([
  ["老旧小区改造", 36, ["老旧小", "区改造"]],
  ["新增学位", 60, ["新增学位"]],
  ["一二三四五六七八九十", 36, ["一二三", "四五六", "七八…"]],
  ["", 36, []],
])("breaks %s into lines", (name, width, lines) => {
  expect(brokenInto(name, width)).toEqual(lines);
});
