/** How figures stand in cells: in groups of thousands, with the decimals they have, and beside their unit where there is room. */
import { numfmt } from "@univerjs/core";
import { caseOf } from "../../src/core/case";
import { markFormats, rowFormats } from "../../src/sheets/ledgerFormats";
import { amountText } from "../../src/strings/evidence";
import { shaped, type Given } from "../core/shaped";

const of = (kind: Given["kind"], value: number, unit: string, more: Partial<Given> = {}): Given => ({
  kind,
  target: { comparator: "plain", value, unit },
  ...more,
});
const judged = (given: Given) => {
  const index = shaped(given);
  return caseOf(index, index.catalog.commitments[0]!);
};
const shown = (format: string | undefined, figure: number) =>
  numfmt.format(format ?? "", figure, { locale: "zh-CN", throws: true });
const revision = { from: "2024-07-01", value: 128, basis: "决定", by: "李四", recorded: "2024-07-02" };
const PATH = { from: "2021-01-01", due: "2026-12-31", path: "linear", baseline: { value: 20 } } as const;

it.each<[string, Given, "target" | "latest" | "baseline" | "gap", number, string]>([
  ["a target of things", of("flow", 1500, "家"), "target", 1500, "1,500家"],
  ["what was reached of them", of("flow", 1500, "家"), "latest", 1300, "1,300家"],
  ["many of them", of("flow", 20_000, "户"), "latest", 12_500, "12,500户"],
  ["half a one", of("flow", 60, "座"), "latest", 2.5, "2.5座"],
  ["a gap where quarters and months are whole", of("flow", 12_000, "户"), "gap", 2300, "欠2,300户"],
  ["a gap of thirds", of("flow", 1300, "家"), "gap", 4.333333333, "欠4.33家"],
  ["a long unit", of("flow", 1300, "万立方米"), "target", 1300, "1,300.0"],
  ["its gap", of("flow", 1300, "万立方米"), "gap", -4.333333333, "超4.33"],
  ["a unit with room", of("flow", 142, "亿元"), "target", 142, "142.0亿元"],
  ["a figure set anew", of("flow", 142, "亿元", { revisions: [revision] }), "target", 128, "142→128.0"],
  ["a short one", of("flow", 60, "座", { revisions: [{ ...revision, value: 50 }] }), "target", 50, "60→50座"],
  ["what a path gives", of("stock", 60, "座", PATH), "target", 46.666666667, "46.67座"],
  ["where it starts", of("stock", 60, "座", { ...PATH, due: "2027-12-31" }), "baseline", 37.142857143, "37.14座"],
  ["what was reached on it", of("stock", 60, "座", PATH), "latest", 51, "51座"],
])("%s", (_, given, column, figure, text) => {
  expect(shown(rowFormats(judged(given), ["quarter1"])[column], figure)).toBe(text);
});

it.each<[number, number, string]>([
  [1300, 7, "758.33家"],
  [1300, 6, "650家"],
  [8310, 3, "2,077.5家"],
  [20_000, 9, "15,000家"],
])("what is due of %d things at the end of month %d stands with its own decimals", (value, month, text) => {
  expect(shown(markFormats(judged(of("flow", value, "家")), month).expected, (value * month) / 12)).toBe(text);
});

it("says what was worked out with two decimals, and what was written as it was written", () => {
  expect([53.333333333, 0.003333333333, 161.051, 0.325].map((value) => amountText(value, "座"))).toEqual([
    "53.33座",
    "0.0033333333座",
    "161.051座",
    "0.325座",
  ]);
});
