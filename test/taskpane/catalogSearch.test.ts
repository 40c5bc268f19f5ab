import embedded from "../../assets/catalogs/jingzhou-2024.json";
import { CatalogIndex } from "../../src/core/catalog";
import { validateCatalog } from "../../src/core/loadCatalog";
import type { Catalog } from "../../src/core/types";
import { CatalogSearch } from "../../src/taskpane/catalogSearch";
import { pinyinDictionary, saysSyllables } from "../../src/taskpane/pinyinNames";
import { LINEAR, timeGrowth } from "../timeGrowth";

const search = new CatalogSearch(new CatalogIndex(validateCatalog(embedded)));
const found = (typed: string) => search.find(typed).map(({ indicator }) => indicator);

describe("searching the catalog", () => {
  it("puts the shortest name first among those that contain what was typed", () => {
    expect(found("学位")).toEqual(["新增学位", "中小学新增学位", "幼儿园新增学位"]);
  });

  it("puts the exact name before names that contain it", () => {
    expect(found("新增学位")[0]).toBe("新增学位");
  });

  it.each(["教育局", "市教育局", "荆州市教育局", " “教育局” "])(
    "lists a department by %s in the catalog's order",
    (typed) => {
      expect(found(typed)).toHaveLength(10);
      expect(found(typed)[0]).toBe("中小学新增学位");
    },
  );

  it("takes several words together", () => {
    expect(found("教育局 学位")).toEqual(["新增学位", "中小学新增学位", "幼儿园新增学位"]);
    expect(found("教育局，粮食")).toEqual([]);
  });

  it.each([
    ["工业增加值增长", "工业增加值增速"],
    ["JZ2024-036", "粮食产量"],
    ["ｊｚ2024－036", "粮食产量"],
    ["5g", "新增5G全连接工厂"],
  ])("finds %s by another name, number or spelling", (typed, indicator) => {
    expect(found(typed)[0]).toBe(indicator);
  });

  it.each([
    ["学位 教育局", "新增学位"],
    ["学位教育局", "新增学位"],
    ["学位新增", "新增学位"],
    ["8,310", "新增学位"],
    ["8310个", "新增学位"],
    ["90亿斤", "粮食产量"],
    ["产量90亿斤以上", "粮食产量"],
  ])("finds by %s, whatever of it is said first", (typed, indicator) => {
    expect(found(typed)[0]).toBe(indicator);
  });

  it("finds nothing for nothing and for blanks", () => {
    expect(found("")).toEqual([]);
    expect(found("　 “”")).toEqual([]);
  });

  it("offers names like the one it could not find", () => {
    expect(found("新曾学位")).toEqual([]);
    expect(search.nearest("新曾学位")).toContain("新增学位");
  });

  it("searches ten thousand commitments without a stall", () => {
    const searched = (count: number) =>
      expect(
        new CatalogSearch(new CatalogIndex(manyCommitments(count))).find(`指标 ${count - 1}`).length,
      ).toBeGreaterThan(0);
    expect(timeGrowth(10_000, searched)).toBeLessThan(LINEAR);
  });
});

describe("searching by sound", () => {
  const sounding = new CatalogSearch(new CatalogIndex(validateCatalog(embedded)));
  const heard = (typed: string) => sounding.find(typed).map(({ indicator }) => indicator);
  beforeAll(async () => {
    await sounding.learnSounds(await pinyinDictionary(), () => Promise.resolve());
  });

  it("asks for the dictionary at the first Latin letter only", () => {
    expect(["xz", "ｘz", "学位xw"].map((typed) => CatalogSearch.asksForSounds(typed))).toEqual([true, true, true]);
    expect(["学位", "8,310", ""].map((typed) => CatalogSearch.asksForSounds(typed))).toEqual([false, false, false]);
  });

  it.each([
    ["xzxw", "新增学位"],
    ["xinzengxuewei", "新增学位"],
    ["XinZeng", "新增学位"],
    ["xinzxw", "新增学位"],
    ["xw jyj", "新增学位"],
    ["jyj xw", "新增学位"],
    ["教育局 xw", "新增学位"],
    ["lscl", "粮食产量"],
    ["liangshi", "粮食产量"],
    ["5gqljgc", "新增5G全连接工厂"],
  ])("hears %s", (typed, indicator) => {
    expect(heard(typed)[0]).toBe(indicator);
  });

  it("knows a syllable by the word it stands in", () => {
    expect(saysSyllables("zhongxue", ["zhong", "xiao", "xue"])).toBe(false);
    expect(heard("yinhang").some((indicator) => indicator.includes("银行"))).toBe(
      found("银行").some((indicator) => indicator.includes("银行")),
    );
  });

  it("offers what sounds like the one it could not find", () => {
    expect(heard("xinzengxuewai")).toEqual([]);
    expect(sounding.nearest("xinzengxuewai")).toContain("新增学位");
  });
});

function manyCommitments(count: number): Catalog {
  const [first] = validateCatalog(embedded).commitments;
  if (!first) throw new Error("the embedded catalog is empty");
  const commitments = Array.from({ length: count }, (_, number) => ({
    ...first,
    id: `JZ2024-${1000 + number}`,
    indicator: `第${number}项指标`,
  }));
  return { ...validateCatalog(embedded), commitments };
}
