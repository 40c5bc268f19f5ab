import catalogFile from "../../assets/catalogs/china-provinces-2026.json";
import { CatalogIndex } from "../../src/core/catalog";
import { CatalogError } from "../../src/core/errors";
import { inconsistencies } from "../../src/core/consistency";
import { validateCatalog } from "../../src/core/loadCatalog";
import { normaliseFigure } from "../../src/core/text";
import type { Commitment } from "../../src/core/types";
import { NEW_JOBS, TYPED } from "../fixtures/provinces2026";

const catalog = validateCatalog(catalogFile);
const index = new CatalogIndex(catalog);

const LONGEST_PHRASE = 25;

/** A commitment whose target is a figure. */
type Counted = Commitment & { readonly target: { value: number; valueMax?: number; unit: string; comparator: string } };
const isCounted = (commitment: Commitment): commitment is Counted =>
  commitment.target !== undefined && "value" in commitment.target;
const counted = catalog.commitments.filter(isCounted);

const told = (commitment: Commitment) => {
  if (!isCounted(commitment)) return commitment.kind;
  const { comparator, value, valueMax, unit } = commitment.target;
  return [comparator, value, valueMax, unit].filter((part) => part !== undefined).join(" ");
};

it("holds every province, each with a report of its own", () => {
  expect([...inconsistencies(catalog)]).toEqual([]);
  expect(catalog.departments).toHaveLength(31);
  expect(new Set(catalog.departments.map(({ id }) => id))).toEqual(
    new Set(catalog.commitments.map(({ department }) => department)),
  );
  expect(catalog.documents.map(({ title }) => title.replace("2026年政府工作报告", ""))).toEqual(
    catalog.departments.map(({ name }) => name),
  );
  for (const { date, publisher } of catalog.documents)
    expect([date, publisher]).toEqual([
      expect.stringMatching(/^2026-0[12]-\d\d$/),
      expect.stringMatching(/政府（.*2026-0[12]-\d\d.*）$/),
    ]);
  expect([catalog.commitments.length, counted.length]).toEqual([313, 256]);
});

it("speaks of each promise in its report's own short words, which carry the figure", () => {
  const digitsIn = (text: string) =>
    normaliseFigure(text)
      .match(/\d+(?:\.\d+)?/g)
      ?.map(Number) ?? [];
  for (const commitment of catalog.commitments) {
    const { phrase, document } = commitment.source;
    expect([commitment.id, document]).toEqual([commitment.id, `report-${commitment.department}`]);
    expect([commitment.id, phrase.length <= LONGEST_PHRASE]).toEqual([commitment.id, true]);
    if (!isCounted(commitment)) continue;
    const { value, valueMax } = commitment.target;
    const figures = valueMax === undefined ? [value] : [value, valueMax];
    expect([commitment.id, digitsIn(phrase)]).toEqual([commitment.id, expect.arrayContaining(figures)]);
  }
});

it("compares as the words behind each figure say", () => {
  const WORDS: Readonly<Record<string, RegExp>> = {
    about: /左右/,
    atLeast: /以上|达到|不少于/,
    atMost: /以内/,
    moreThan: /超/,
    range: /[—-]\d/,
    plain: /^(?!.*(?:以上|以内|超过|达到)).*$/,
  };
  for (const commitment of counted) {
    const { comparator } = commitment.target;
    expect([commitment.id, comparator, WORDS[comparator]?.test(commitment.source.phrase)]).toEqual([
      commitment.id,
      comparator,
      true,
    ]);
  }
});

it("names what is promised alike in every province, with the same kind and the same other names", () => {
  const names = new Map<string, unknown>();
  const kinds = new Map<string, string>();
  for (const { id, indicator, aliases, kind } of catalog.commitments) {
    const number = id.slice(-3); // the indicator's own, alike in all provinces
    const first = names.get(number) ?? { indicator, aliases };
    names.set(number, first);
    expect([id, { indicator, aliases }]).toEqual([id, first]);
    if (kind === "milestone") continue;
    kinds.set(number, kinds.get(number) ?? kind);
    expect([id, kind]).toEqual([id, kinds.get(number)]);
  }
});

it("finds each promise by every name it has", () => {
  for (const { id, department, indicator, aliases = [] } of catalog.commitments) {
    const owner = catalog.departments.find((each) => each.id === department);
    for (const typed of [indicator, ...aliases])
      for (const name of [owner?.name ?? "", ...(owner?.aliases ?? [])])
        expect([id, typed, index.find(name, typed).id]).toEqual([id, typed, id]);
  }
});

/** Between which figures a target of this name is no slip of a digit, and its unit. */
const USUAL: readonly (readonly [names: RegExp, from: number, to: number, units: RegExp])[] = [
  [/^地区生产总值增速$/, 4, 8, /^%$/],
  [/^居民消费价格涨幅$/, 1, 3, /^%$/],
  [/^城镇调查失业率$/, 3, 8, /^%$/],
  [/^一般公共预算收入增速$/, 0, 12, /^%$/],
  [/^单位地区生产总值二氧化碳排放降幅$/, 1, 6, /^%$/],
  [/增速$/, 0, 20, /^%$/],
  [/投入强度$/, 1, 6, /^%$/],
  [/^常住人口城镇化率$|占比$/, 30, 95, /^%$/],
  [/^常住人口城镇化率提升幅度$/, 0, 3, /^个百分点$/],
  [/^城镇新增就业$/, 3, 200, /^万人$/],
  [/^农牧区劳动力转移就业$/, 10, 1000, /^万人次$/],
  [/^粮食产量$/, 50, 2000, /^(?:亿斤|万吨)$/],
  [/^外贸进出口额$/, 1000, 100_000, /^亿元$/],
  [/^细颗粒物年均浓度$/, 10, 60, /^微克\/立方米$/],
];

it("holds no figure beyond what its name may reach, and no unit of another kind", () => {
  for (const { id, indicator, target } of counted) {
    const usual = USUAL.find(([names]) => names.test(indicator));
    const [, from = 0, to = 0, units = /^$/] = usual ?? [];
    const ends = [target.value, target.valueMax ?? target.value];
    expect([id, indicator, ends.every((end) => end >= from && end <= to), units.test(target.unit)]).toEqual([
      id,
      indicator,
      true,
      true,
    ]);
  }
});

it("takes less for better where prices, unemployment and dust are meant", () => {
  for (const { id, indicator, target, direction } of counted) {
    const isLess = /失业率|价格涨幅|浓度/.test(indicator);
    const isDown = direction === "down" || (direction === undefined && target.comparator === "atMost");
    expect([id, isDown]).toEqual([id, isLess]);
  }
});

it("says why where a promise has no figure or is not sure", () => {
  const others = catalog.commitments.filter((each) => !isCounted(each) || each.review === "unclear");
  expect(others).toHaveLength(58);
  for (const { id, kind, note, reviewReason } of others)
    expect([id, kind === "milestone" ? note : reviewReason]).toEqual([
      id,
      kind === "milestone" ? expect.stringMatching(/^报告没有给数字/) : expect.stringMatching(/没有写/),
    ]);
  const unclear = catalog.commitments.filter(({ review }) => review === "unclear");
  expect(unclear.map(({ id }) => id)).toEqual(["CN2026-44006", "CN2026-45016"]);
});

it.each(TYPED)("%s %s: %s", (province, indicator, figure) => {
  expect(told(index.find(province, indicator))).toBe(figure);
});

it.each(NEW_JOBS)("%s creates new jobs in its towns: %s", (province, figure) => {
  const found = index.lookUp(province, "城镇新增就业");
  if (found instanceof CatalogError) expect([found.code, figure]).toEqual(["indicatorNotFound", null]);
  else expect(isCounted(found) && [found.target.value, found.target.unit]).toEqual([figure, "万人"]);
});

it("asks which one is meant where only town and country are promised apart", () => {
  expect(index.lookUp("新疆", "居民人均可支配收入")).toMatchObject({ code: "indicatorAmbiguous" });
});
