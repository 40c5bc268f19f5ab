/** Stops of half width, as many pages and typists write them, tell the same as those of full width. */
import { importReport } from "../../src/importer/importReport";
import { foldStops } from "../../src/importer/characterForms";
import { ownPassages } from "./passages";

const NARROW: Readonly<Record<string, string>> = { "，": ",", "；": ";", "：": ":", "！": "!", "（": "(", "）": ")" };
const narrowed = (text: string) => text.replace(/[，；：！（）]/g, (stop) => NARROW[stop] ?? stop);

it.each<[string, string]>([
  ["更新公交25台;新增(含租赁)1,500辆,增长3%。", "更新公交25台；新增（含租赁）1,500辆，增长3%。"],
  ["责任单位:市教育局,市财政局", "责任单位：市教育局，市财政局"],
  ["9:30开会, Excel (2019) 与1:2.5不变", "9:30开会， Excel (2019) 与1:2.5不变"],
])("foldStops: %s", (text, folded) => {
  expect(foldStops(text)).toBe(folded);
  expect(folded).toHaveLength(text.length);
});

describe("passages with stops of half width are read as those of full width", () => {
  it.each(ownPassages().map(({ id, year, text }) => [id, year, text] as const))("%s", (_id, year, text) => {
    const read = (source: string) =>
      importReport(source, { year }).drafts.map(({ span, value, unit, indicator, department, period, kind }) => ({
        span,
        value,
        unit,
        indicator: indicator.replace(/[（）()]/g, ""),
        department,
        period,
        kind,
      }));
    expect(read(narrowed(text))).toEqual(read(text));
  });
});
