/** Pins: what a workbook says of the catalog it holds, and what is none of it. */
import { CatalogError } from "../../src/core/errors";
import { validateCatalog } from "../../src/core/loadCatalog";
import { isRecord, isSha256, pinOf, textOfCatalog } from "../../src/core/pin";
import { pinnedOfText, textInSteps } from "../../src/core/pinnedText";
import { amount, shapedFile } from "./shaped";

const SHA = "0123456789abcdef".repeat(4);
const pin = (more: object = {}) => ({
  sha256: SHA,
  version: "2024-03-01",
  origin: { kind: "embedded" },
  sourceSha256: null,
  taken: "2024-03-02T08:00:00Z",
  ...more,
});
const long = (length: number) => "a".repeat(length);

it.each([
  { origin: { kind: "embedded" } },
  { origin: { kind: "workbook" } },
  { origin: { kind: "web", address: "https://example.cn/a.json" } },
  { origin: { kind: "web", address: "https://example.cn/a.json", index: "https://example.cn/index.json" } },
  { origin: { kind: "sheet", name: "目标表" } },
  { origin: { kind: "file", name: "目录.json" } },
  { sourceSha256: SHA, version: "", taken: long(2000) },
])("is read as it was written: %j", (more) => {
  expect(pinOf(pin(more))).toEqual(pin(more));
});

it("keeps of an origin what belongs to its kind, and of a source's hash only what is one", () => {
  const origin = { kind: "embedded", name: "目标表", address: "https://example.cn" };
  expect(pinOf(pin({ origin }))?.origin).toEqual({ kind: "embedded" });
  expect(pinOf(pin({ origin: { kind: "web", address: "a", index: 7 } }))?.origin).toEqual({
    kind: "web",
    address: "a",
  });
  expect(pinOf(pin({ sourceSha256: "abc" }))?.sourceSha256).toBeNull();
  expect(pinOf(pin({ sourceSha256: undefined }))?.sourceSha256).toBeNull();
});

it.each([
  null,
  "pin",
  pin({ sha256: SHA.slice(1) }),
  pin({ sha256: `${SHA}0` }),
  pin({ version: 7 }),
  pin({ version: long(2001) }),
  pin({ taken: undefined }),
  pin({ origin: undefined }),
  pin({ origin: null }),
  pin({ origin: { kind: "elsewhere", name: "a", address: "a" } }),
  pin({ origin: { kind: "web" } }),
  pin({ origin: { kind: "web", name: "a" } }),
  pin({ origin: { kind: "sheet", address: "a" } }),
  pin({ origin: { kind: "file", name: long(2001) } }),
])("is none where somebody wrote something else: %j", (value) => {
  expect(pinOf(value)).toBeNull();
});

it("tells a hash and an object by their look", () => {
  expect([SHA, SHA.toUpperCase(), `x${SHA}`, [SHA], null].map(isSha256)).toEqual([true, false, false, false, false]);
  expect([{}, [], null, "a", undefined].map(isRecord)).toEqual([true, true, false, false, false]);
});

describe("a workbook's part", () => {
  const catalog = shapedFile({ kind: "flow", target: amount(8) });
  const rested: number[] = [];
  const rest = async (share: number) => void rested.push(await Promise.resolve(share));
  const issuesOf = async (text: string, whole: string | null) => {
    const error: unknown = await pinnedOfText(text, whole, rest).catch((thrown: unknown) => thrown);
    return error instanceof CatalogError ? error : null;
  };

  it("of an earlier version holds the catalog alone", async () => {
    const text = JSON.stringify(catalog, null, 1);
    expect(await pinnedOfText(text, null, rest)).toEqual({ pin: null, catalog: validateCatalog(catalog), text });
  });

  it("holds the pin and the catalog, or names the catalog that stands elsewhere", async () => {
    const text = JSON.stringify(catalog);
    const wanted = { pin: pin(), catalog, text };
    expect(await pinnedOfText(JSON.stringify({ pin: pin(), catalog }), null, rest)).toEqual(wanted);
    expect(await pinnedOfText(JSON.stringify({ pin: pin(), packed: {} }), text, rest)).toEqual(wanted);
  });

  it.each([
    ["a pin nobody can read", JSON.stringify({ pin: { sha256: "?" }, catalog }), null],
    ["no pin", JSON.stringify({ catalog }), null],
    ["no pin beside a catalog elsewhere", "7", JSON.stringify(catalog)],
  ])("is refused with %s", async (_, text, whole) => {
    expect(await issuesOf(text, whole)).toMatchObject({
      code: "catalogInvalid",
      facts: { issues: [{ path: "/", problem: "pinUnreadable", detail: "" }] },
    });
  });

  it("is refused with what is no catalog", async () => {
    expect((await issuesOf("{", null))?.code).toBe("catalogInvalid");
    expect((await issuesOf("null", null))?.code).toBe("catalogInvalid");
    expect((await issuesOf('"catalog"', null))?.code).toBe("catalogInvalid");
    expect((await issuesOf(JSON.stringify({ pin: pin(), catalog: {} }), null))?.code).toBe("catalogInvalid");
  });

  it.each([[0], [1], [2000], [2001], [4500]])("has the same text in steps, of %i facts", async (count) => {
    const fact = { department: "education", label: "在校生", value: 3, unit: "人", asOf: "目前", phrase: "3人" };
    const facts = Array.from({ length: count }, (_, at) => ({ ...fact, value: at }));
    const whole = { ...catalog, facts, places: undefined } as unknown as typeof catalog;
    rested.length = 0;
    expect(await textInSteps(whole, rest)).toBe(textOfCatalog(whole));
    expect(rested).toEqual(
      count <= 2000 ? [] : Array.from({ length: Math.ceil(count / 2000) }, (_, at) => (at * 2000) / count),
    );
  });
});
