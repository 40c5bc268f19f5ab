/** Shares of counties and those who help, from a table into a catalog that the functions answer from. All places are invented. */
import { CatalogIndex } from "../../src/core/catalog";
import { validateCatalog } from "../../src/core/loadCatalog";
import type { Catalog } from "../../src/core/types";
import { yearOnYearAnswer } from "../../src/core/yearOnYear";
import { importReport } from "../../src/importer/importReport";
import { catalogOf, type Unserved } from "../../src/importer/promise";
import * as review from "../../src/importer/review";
import { readMerged, readPasted } from "./tableCases";
import type { ImportedReport } from "../../src/importer/drafts";

const FACTS = {
  region: "云江市",
  year: 2026,
  title: "云江市2026年工作承诺",
  version: "2026-02-01",
  sourceTitle: "分解表",
};

function accepted(report: ImportedReport): review.Review {
  const given = review.startReview(" ".repeat(5000), report, "分解表.docx");
  return given.items.reduce((all, _, index) => review.accept(all, index), given);
}
const kept = (
  report: ImportedReport,
  existing: Catalog | null = null,
  noteOf?: (unserved: Unserved) => string | null,
) => validateCatalog(catalogOf(accepted(report), noteOf ? { ...FACTS, noteOf } : FACTS, existing));

const ACROSS = `
指标 | 单位 | 全市目标 | 各县（市、区）分解任务 | < | < | 牵头单位 | 配合单位
^ | ^ | ^ | 青禾县 | 云岭市 | 高新区 | ^ | ^
新增学位 | 个 | 2340 | 1000 | 800 | 540 | 市教育局 | 市财政局、各县（市、区）人民政府
改造老旧小区 | 个 | 60 | 20 | 25 | 15 | 市住建局、市发改委 | 云岭市人民政府、有关部门
能耗强度 | % | 下降3.2% | 下降3% | 下降3.5% | 下降3% | 市发改委 | `;

it("gives each county its share, and answers for it by its name", () => {
  const catalog = kept(readMerged(ACROSS));
  expect(catalog.schemaVersion).toBe(2);
  expect(catalog.places?.map(({ name }) => name)).toEqual(["青禾县", "云岭市", "高新区"]);
  const [school] = catalog.commitments;
  expect(school?.parts?.map(({ place, value }) => [place, value])).toEqual([
    ["place-1", 1000],
    ["place-2", 800],
    ["place-3", 540],
  ]);
  const index = new CatalogIndex(catalog);
  expect(index.find("市教育局", "新增学位").target).toMatchObject({ value: 2340 });
  expect(index.find("青禾县", "新增学位").target).toMatchObject({ value: 1000, unit: "个" });
  expect(index.find("云岭", "改造老旧小区").target).toMatchObject({ value: 25 });
});

it("keeps a fall below nothing for the county as for the whole", () => {
  const catalog = kept(readMerged(ACROSS));
  const energy = catalog.commitments.find(({ indicator }) => indicator.includes("能耗"));
  expect(energy?.target).toMatchObject({ value: -3.2 });
  expect(energy?.parts?.map(({ value }) => value)).toEqual([-3, -3.5, -3]);
});

const LAST_YEAR = `
指标 | 单位 | 2025年完成 | 2026年目标 | 责任单位
新增学位 | 个 | 2100 | 2340 | 市教育局
财政收入增长 | % | 132亿元（预计） | 8 | 市财政局
能耗强度 | % | 下降3.5% | 下降3.2% | 市发改委`;

it("keeps last year's figures as history: of the promise's own unit, of growth the level it is taken of", () => {
  const noted: Unserved[] = [];
  const catalog = kept(readMerged(LAST_YEAR), null, (unserved) => {
    noted.push(unserved);
    return null;
  });
  expect(catalog.commitments.map(({ history }) => history)).toEqual([
    [{ period: "2025", value: 2100, state: "final" }],
    [{ period: "2025", value: 132, unit: "亿元", state: "preliminary" }],
    undefined,
  ]);
  expect(noted.map(({ lastYear }) => lastYear?.value)).toEqual([undefined, undefined, 3.5]);
  const index = new CatalogIndex(catalog);
  expect(yearOnYearAnswer(index, index.find("市财政局", "财政收入增长"), "142.56亿元", "2026", null)).toBe(8);
});

it("names who helps: departments, one county or all of them, and leaves the rest to the note", () => {
  const noteOf = ({ supporting }: Unserved) => (supporting.length === 0 ? null : supporting.join("、"));
  const catalog = kept(readMerged(ACROSS), null, noteOf);
  const nameOf = new Map([...catalog.departments, ...(catalog.places ?? [])].map(({ id, name }) => [id, name]));
  const helping = catalog.commitments.map(({ supporting }) => supporting?.map((id) => nameOf.get(id)));
  expect(helping).toEqual([["市财政局", "青禾县", "云岭市", "高新区"], ["市发改委", "云岭市"], undefined]);
  expect(catalog.commitments.map(({ note }) => note)).toEqual([undefined, "有关部门", undefined]);
});

it("adds to the places and departments of a catalog that stands, and keeps what else it says", () => {
  const before = kept(readMerged(ACROSS));
  const after = kept(
    readMerged(`
指标 | 单位 | 全市目标 | 各县（市、区）分解任务 | < | 牵头单位
^ | ^ | ^ | 云岭市 | 白水县 | ^
新建水库 | 座 | 5 | 2 | 3 | 市水利局`),
    before,
  );
  expect(after.places?.map(({ name }) => name)).toEqual(["青禾县", "云岭市", "高新区", "白水县"]);
  expect(after.commitments.slice(0, 3)).toEqual(before.commitments);
  expect(after.commitments[3]?.parts?.map(({ place }) => place)).toEqual(["place-2", "place-4"]);
  expect(new CatalogIndex(after).find("白水县", "新建水库").target).toMatchObject({ value: 3 });
});

it("needs no newer format where nobody helps and nothing is shared", () => {
  const catalog = kept(
    readPasted(`
指标 | 单位 | 目标 | 责任单位
新建水库 | 座 | 5 | 市水利局`),
  );
  expect(catalog.schemaVersion).toBe(1);
  expect(catalog.places).toBeUndefined();
});

it("keeps more of what stands around a phrase, where there is more", () => {
  const sentence =
    "市教育局负责人表示，围绕群众最关心的入学问题，全市将继续扩大供给，优化布局，今年计划新建改扩建公办幼儿园12所，增加学位2340个，同时改善农村学校的办学条件，让更多孩子在家门口上好学。";
  const begun = review.startReview(sentence, importReport(sentence, { year: 2026 }), "报告.docx");
  const all = begun.items.reduce((before, _, index) => review.accept(before, index), begun);
  const catalog = catalogOf(all, FACTS);
  const seats = catalog.commitments.find(({ target }) => target && "value" in target && target.value === 2340);
  const { phrase, passage = "" } = seats!.source;
  expect(passage).toContain(phrase);
  expect(passage.length).toBeGreaterThan(phrase.length);
  expect(passage.length).toBeLessThanOrEqual(600);
  expect(catalog.schemaVersion).toBe(2);
  expect(validateCatalog(JSON.parse(JSON.stringify(catalog)))).toEqual(catalog);
});

it("leaves a share to the note where a department goes by the county's name", () => {
  const report = readMerged(`
指标 | 单位 | 全市目标 | 各县（市、区）分解任务 | < | 牵头单位
^ | ^ | ^ | 高新区 | 白水县 | ^
新建水库 | 座 | 5 | 2 | 3 | 高新区
新建泵站 | 座 | 5 | | | 市水利局
新建水闸 | 座 | 5 | | | 市水利局`);
  const noteOf = ({ parts }: Unserved) => parts?.map(({ place, value }) => `${place}${value}`).join("、") ?? null;
  const [reservoir] = kept(report, null, noteOf).commitments;
  expect(reservoir?.parts?.map(({ value }) => value)).toEqual([3]);
  expect(reservoir?.note).toBe("高新区2");
});

describe.each([
  ["with merged cells", readMerged],
  ["pasted", readPasted],
] as const)("a county's own pledge beside its share, %s", (_, read) => {
  it("in columns of each county", () => {
    const report = read(`
指标 | 单位 | 全市目标 | 青禾县下达 | 青禾县自定 | 云岭市下达 | 云岭市自定 | 牵头单位
新增学位 | 个 | 1800 | 1000 | 1100 | 800 | 800 | 市教育局`);
    expect(report.drafts.map(({ value }) => value)).toEqual([1800]);
    expect(kept(report).commitments[0]?.parts).toEqual([
      { place: "place-1", value: 1000, ownPledge: 1100 },
      { place: "place-2", value: 800, ownPledge: 800 },
    ]);
  });
  it("in a column over counties below each other", () => {
    const report = read(`
县市区 | 指标 | 单位 | 市下达目标 | 自定目标 | 牵头单位
青禾县 | 新增学位 | 个 | 1000 | 1100 | 市教育局
云岭市 | 新增学位 | 个 | 800 | 900 | 市教育局`);
    expect(report.drafts.map(({ value }) => value)).toEqual([1800]);
    expect(report.drafts[0]?.parts?.map(({ place, ownPledge }) => [place, ownPledge?.value])).toEqual([
      ["青禾县", 1100],
      ["云岭市", 900],
    ]);
  });
});

it("reads a county's pledge under its two-row header", () => {
  const report = readMerged(`
指标 | 单位 | 全市目标 | 青禾县 | < | 云岭市 | < | 牵头单位
^ | ^ | ^ | 市下达 | 自定 | 市下达 | 自定 | ^
新增学位 | 个 | 1800 | 1000 | 1100 | 800 | 850 | 市教育局`);
  expect(report.drafts[0]?.parts?.map(({ place, value, ownPledge }) => [place, value, ownPledge?.value])).toEqual([
    ["青禾县", 1000, 1100],
    ["云岭市", 800, 850],
  ]);
  expect(report.leftOut).toEqual([]);
});
