import { XMLParser } from "fast-xml-parser";
import { axisFor, drawChart, OFFICE_COLOURS, type ChartPicture, type ChartType } from "./page/chartDrawing";

const PICTURE: ChartPicture = {
  type: "columnClustered",
  title: "各部门完成情况 <一季度>",
  showsLegend: true,
  left: 0,
  top: 0,
  width: 480,
  height: 280,
  categories: ["教育局", "经信局"],
  series: [
    { name: "达进度", values: [3, 5], colour: "#70AD47" },
    { name: "滞后", values: [1, null] },
  ],
};

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill: string;
  readonly title?: string;
}

function drawn(change: Partial<ChartPicture>): { values: Rectangle[]; texts: string[] } {
  const svg = drawChart({ ...PICTURE, ...change });
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: "",
    parseAttributeValue: true,
    parseTagValue: false,
    isArray: (name) => ["rect", "text"].includes(name),
  });
  const root = (parser.parse(svg) as { svg: { rect: Rectangle[]; text: { "#text": string }[] } }).svg;
  return { values: root.rect.filter((each) => each.title), texts: root.text.map((each) => each["#text"]) };
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
  ["columnStacked", "y", "height"],
  ["barStacked", "x", "width"],
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
  const [above, below] = drawn({ series: [{ name: "差距", values: [10, -10] }] }).values;
  expect(above!.y + above!.height).toBeCloseTo(below!.y, 0);
});

it.each<ChartType>(["columnClustered", "columnStacked", "barClustered", "barStacked"])(
  "%s keeps all it draws inside",
  (type) => {
    const { values } = drawn({ type, title: null, categories: ["一个很长很长很长很长很长的指标名称", "二"] });
    for (const { x, y, width, height } of values) {
      expect(Math.min(x, y, width, height)).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(PICTURE.width);
      expect(y + height).toBeLessThanOrEqual(PICTURE.height);
    }
  },
);

it("draws a chart without series or categories", () => {
  expect(drawn({ series: [], categories: [] }).values).toEqual([]);
});
