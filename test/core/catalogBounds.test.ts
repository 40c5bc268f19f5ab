/** A catalog of any size and shape is refused in short sentences that say where, or is one; never anything else. */
import fc from "fast-check";
import embedded from "../../assets/catalogs/jingzhou-2024.json";
import { CatalogIndex } from "../../src/core/catalog";
import { catalogOfText, validateCatalog } from "../../src/core/loadCatalog";
import { CatalogSchema } from "../../src/core/catalogSchema";
import { CatalogError } from "../../src/core/errors";
import { toXml, fromXml } from "../../src/excel/workbookStore";
import { errorSentence } from "../../src/strings/strings";
import { catalogFile, refusal } from "./jingzhou";
import { mutated } from "./mutatedCatalogs";
import { LINEAR, timeGrowth } from "../timeGrowth";

const flow = { kind: "flow", target: { comparator: "plain", value: 1, unit: "个" } } as const;
const sentence = (value: unknown) => errorSentence(refusal(() => validateCatalog(value)));

it("every size in the schema has a bound", () => {
  const unbounded: string[] = [];
  const look = (schema: Record<string, unknown>, path: string): void => {
    if (schema["type"] === "string" && !("enum" in schema) && !("const" in schema) && !("maxLength" in schema))
      unbounded.push(path);
    if (schema["type"] === "array" && !("maxItems" in schema)) unbounded.push(path);
    if (["number", "integer"].includes(String(schema["type"])) && !("const" in schema) && !("maximum" in schema))
      unbounded.push(path);
    for (const [key, part] of Object.entries(schema))
      if (typeof part === "object" && part !== null) look(part as Record<string, unknown>, `${path}/${key}`);
  };
  look(JSON.parse(JSON.stringify(CatalogSchema)) as Record<string, unknown>, "");
  expect(unbounded).toEqual([]);
});

it.each([
  [
    "a unit nobody can read",
    catalogFile({ ...flow, target: { ...flow.target, unit: "个/10" } }),
    "第1项承诺的目标的单位：单位看不懂",
  ],
  ["a name of ten megabytes", { ...catalogFile(flow), region: "州".repeat(10_000_000) }, "地区：太长"],
  [
    "a million aliases",
    {
      ...catalogFile(flow),
      departments: [{ id: "d", name: "局", aliases: Array.from({ length: 1_000_000 }, (_, at) => `局${at}`) }],
    },
    "第1项部门的别名：太多",
  ],
  [
    "a figure beyond numbers",
    catalogFile({ ...flow, target: { ...flow.target, value: 1e300 } }),
    "目标的数值：超出范围",
  ],
  ["a field of its own", { ...catalogFile(flow), ["x".repeat(5000)]: 1 }, "整份目录：有不认识的项"],
  ["no list of promises", { ...catalogFile(flow), commitments: undefined }, "承诺：缺少这一项，请补上"],
  [
    "a part twice",
    catalogFile(flow, flow, { kind: "flow", sumOf: ["TT2024-001", "TT2024-001"] }),
    "第3项承诺的构成：同一构成项写了两次",
  ],
])("names the place of %s, briefly", (_name, file, place) => {
  const said = sentence(file);
  expect(said).toContain(place);
  expect(said.length).toBeLessThan(300);
});

it("a thousand troubles are told by the first few", () => {
  const file = catalogFile(...Array.from({ length: 1000 }, () => ({ ...flow, indicator: "同名".repeat(90) })));
  expect(sentence(file).length).toBeLessThan(1000);
});

it("what a person typed comes back cut, and so do a thousand candidates", () => {
  const many = new CatalogIndex(
    validateCatalog(catalogFile(...Array.from({ length: 1000 }, (_, at) => ({ ...flow, indicator: `新增学位${at}` })))),
  );
  expect(errorSentence(refusal(() => many.find("教育局", "学位"))).length).toBeLessThan(300);
  expect(errorSentence(refusal(() => many.find("局".repeat(100_000), "学位"))).length).toBeLessThan(300);
});

it("an alias of ten thousand promises is indexed in no time", () => {
  const asked = (count: number) => {
    const file = catalogFile(
      ...Array.from({ length: count }, (_, at) => ({
        ...flow,
        id: `TT2024-${10_000 + at}`,
        indicator: `学位${at}`,
        aliases: ["同名"],
      })),
    );
    expect(refusal(() => new CatalogIndex(validateCatalog(file)).find("教育局", "同名")).code).toBe(
      "indicatorAmbiguous",
    );
  };
  expect(timeGrowth(10_000, asked)).toBeLessThan(LINEAR);
});

it.each(["", "{", "[", "[".repeat(1_000_000), "null", "\ufeffnull", "7"])("no catalog: %.8j", (text) => {
  const error = refusal(() => catalogOfText(text));
  expect(error.code).toBe("catalogInvalid");
  expect(errorSentence(error).length).toBeLessThan(200);
});

it("a workbook's part holds to the last character what a file holds", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (note) => {
      expect(fromXml(toXml("catalog", { note }))).toEqual({ note });
    }),
  );
});

it("two thousand mutated catalogs are catalogs, or refused in words", () => {
  for (const text of mutated(JSON.stringify(embedded), 2000, 7)) {
    try {
      const catalog = catalogOfText(text);
      new CatalogIndex(catalog);
    } catch (error) {
      if (!(error instanceof CatalogError))
        throw new Error(`${String(error)}\n${text.slice(0, 200)}`, { cause: error });
      expect(errorSentence(error).length).toBeLessThan(1500);
    }
  }
});
