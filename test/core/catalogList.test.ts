/** Lists of catalogs: what is taken of one, and the place of what is wrong in it. */
import { isList, listOf, listOfText, shardFor, shardText } from "../../src/core/catalogList";
import type { CatalogError } from "../../src/core/errors";
import { refusal, refused } from "./jingzhou";

const SHA = "0123456789abcdef".repeat(4);
const listed = (more: object = {}) => ({
  id: "songzi-2024",
  title: "松滋市2024年承诺",
  region: "松滋市",
  year: 2024,
  version: "2024-03-01",
  url: "songzi-2024.json",
  sha256: SHA,
  size: 1200,
  ...more,
});
const shard = (more: object = {}) => ({ key: "0a", url: "shards/0a.json", sha256: SHA, size: 90, ...more });
const ADDRESS = "https://example.cn/index.json";
/** The place that a list is refused for. */
function wrongAt(value: unknown): string {
  const { code, facts } = refusal(() => listOf(value, ADDRESS)) as CatalogError<"sourceRefused">;
  expect({ code, address: facts.address, trouble: facts.trouble }).toEqual({
    code: "sourceRefused",
    address: ADDRESS,
    trouble: "noList",
  });
  return facts.detail;
}

it.each([
  ["a list of catalogs", { catalogs: [] }, true],
  ["a list of shards", { shards: [] }, true],
  ["a catalog", { commitments: [] }, false],
  ["what only inherits the word", Object.create({ catalogs: [] }) as unknown, false],
  ["a list without a head", [{ catalogs: [] }], false],
  ["nothing", null, false],
  ["a text", "catalogs", false],
])("tells a list from others: %s", (_, value, is) => {
  expect(isList(value)).toBe(is);
  if (!is) expect(wrongAt(value)).toBe("/");
});

it("takes what it knows of each catalog and shard, and nothing else", () => {
  const names = ["松滋市", "松滋"];
  const list = listOf({ catalogs: [listed({ names, extra: 1 }), listed()], shards: [shard({ extra: 1 })] }, ADDRESS);
  expect(list).toEqual({ catalogs: [listed({ names }), listed()], shards: [shard()] });
  expect(listOf({ catalogs: [listed()] }, ADDRESS).shards).toEqual([]);
  expect(listOf({ shards: [shard()] }, ADDRESS).catalogs).toEqual([]);
});

it("reads the text of a list, and says what is no JSON", () => {
  expect(listOfText(JSON.stringify({ catalogs: [listed()] }), ADDRESS).catalogs).toEqual([listed()]);
  expect(refused(() => listOfText("{", ADDRESS))).toBe("catalogInvalid");
});

const long = (length: number) => "一".repeat(length);
const addressOf = (length: number) => `https://x/${"a".repeat(length - 10)}`;

it.each([
  ...["id", "title", "region", "version"].flatMap((field) =>
    ([undefined, "", "  ", 7, long(401)] as unknown[]).map((value) => ({ [field]: value })),
  ),
  ...[undefined, "", 7, addressOf(2001)].map((url) => ({ url })),
  ...["2024", 2024.5, undefined].map((year) => ({ year })),
  ...[SHA.slice(1), `${SHA}0`, SHA.toUpperCase(), 7].map((sha256) => ({ sha256 })),
  ...[0, -1, 1.5, "9", 200_000_001].map((size) => ({ size })),
  ...["松滋", [7], [""], [long(401)], Array(401).fill("名"), null].map((names) => ({ names })),
])("refuses a catalog that says %j, by its place", (wrong) => {
  expect(wrongAt({ catalogs: [listed(), listed(wrong)] })).toBe("/catalogs/1");
});

it.each([
  ...["", "0123f", "g", "0A", 7, undefined].map((key) => ({ key })),
  ...["", addressOf(2001), undefined].map((url) => ({ url })),
  ...[SHA.slice(1), undefined].map((sha256) => ({ sha256 })),
  ...[0, undefined].map((size) => ({ size })),
])("refuses a shard that says %j, by its place", (wrong) => {
  expect(wrongAt({ shards: [shard(), shard(), shard(wrong)] })).toBe("/shards/2");
});

it.each([
  ["catalogs that are none", { catalogs: {} }, "/catalogs"],
  ["no catalogs", { catalogs: null }, "/catalogs"],
  ["shards that are none", { shards: "0a" }, "/shards"],
  ["a catalog that is a list", { catalogs: [[]] }, "/catalogs/0"],
  ["a catalog that is nothing", { catalogs: [null] }, "/catalogs/0"],
  ["a shard that is nothing", { shards: [null] }, "/shards/0"],
  ["too many catalogs", { catalogs: Array(20_001).fill(null) }, "/catalogs"],
  ["too many shards", { shards: Array(4097).fill(null) }, "/shards"],
])("refuses %s, by its place", (_, value, place) => {
  expect(wrongAt(value)).toBe(place);
});

it("takes the longest texts, names and sizes there may be, and as many", () => {
  const most = listed({
    title: long(400),
    url: addressOf(2000),
    size: 200_000_000,
    names: Array(400).fill(long(400)) as string[],
  });
  expect(listOf({ catalogs: [most, listed({ size: 1, names: [] })] }, ADDRESS).catalogs).toHaveLength(2);
  expect(listOf({ catalogs: Array(20_000).fill(listed()) }, ADDRESS).catalogs).toHaveLength(20_000);
  const shards = [shard({ key: "f" }), shard({ key: "0123" }), ...(Array(4094).fill(shard()) as object[])];
  expect(listOf({ shards }, ADDRESS).shards).toHaveLength(4096);
});

it("finds the shard by how a region's hash begins, whatever the letters' width", () => {
  const list = listOf({ shards: [shard({ key: "0b" }), shard({ key: "0a" })] }, ADDRESS);
  expect(shardFor(list, "0a77")?.key).toBe("0a");
  expect(shardFor(list, "7a0a")).toBeNull();
  expect(shardText(" 松滋市 ")).toBe(shardText("松滋市"));
  expect(shardText("松滋市")).not.toBe(shardText("沙市区"));
});
