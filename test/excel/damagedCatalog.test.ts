/** A workbook whose own catalog is damaged: nothing answers in its place until a person decides, and nothing is lost meanwhile. */
import { CatalogError } from "../../src/core/errors";
import { buildLedger } from "../../src/excel/buildLedger";
import { dropCatalog, keepCatalog, useWorkbookCatalog } from "../../src/excel/catalogSource";
import { session } from "../../src/excel/session";
import { PARTS, toXml } from "../../src/excel/workbookStore";
import { LEDGER_NAME } from "../../src/sheets/ledger";
import { errorSentence } from "../../src/strings/strings";
import { catalogFile } from "../core/jingzhou";
import type { OpenWorkbook } from "../workbench/node/openWorkbook";
import { closeWorkbooks, openForTheAddIn } from "./openForTheAddIn";

jest.setTimeout(120_000);
afterEach(() => {
  session.useEmbedded();
  closeWorkbooks();
});

const own = catalogFile({
  kind: "flow",
  indicator: "新增学位",
  target: { comparator: "plain", value: 77, unit: "个" },
});
const CALL = '=TARGET("教育局","新增学位")';

const partOf = ({ host }: OpenWorkbook) => [...host.xmlParts].find(([, xml]) => xml.includes(PARTS.catalog))!;

/** A cell as it stands, and what it says where it is in error. */
function shown({ engine, cell, functions }: OpenWorkbook, address: string) {
  const { value, isError } = cell(address);
  return { value, said: isError ? functions.message(engine.activeSheet(), Number(address.slice(1)) - 1, 0) : null };
}

/** A workbook with a catalog of its own and a call, opened again after somebody wrote into the part. */
async function openedDamaged(damage: (xml: string) => string) {
  const workbook = await openForTheAddIn();
  await workbook.run((context) => keepCatalog(context, own));
  await workbook.type("A1", CALL);
  await workbook.type("A2", 12);
  await workbook.idle();
  expect(workbook.cell("A1").value).toBe(77);
  const [id, xml] = partOf(workbook);
  const damaged = damage(xml);
  expect(damaged).not.toBe(xml);
  workbook.host.xmlParts.set(id, damaged);
  session.useEmbedded(); // as the add-in starts
  const found = await workbook.run((context) => useWorkbookCatalog(context));
  await workbook.idle();
  return { workbook, found, damaged };
}

it.each<[string, (xml: string) => string, string]>([
  ["half a text", (xml) => xml.replace(/^([^>]*>).{150}[^]*(<\/[^>]+>)$/, "$1{$2"), "不是 JSON"],
  ["nothing", () => `<catalog xmlns="${PARTS.catalog}"/>`, "不是 JSON"],
  ["other elements", (xml) => xml.replace(/>[^]*</, "><a/><b/><"), "不是 JSON"],
  ["another value", () => toXml("catalog", 7), "整份目录"],
  [
    "a figure as a text",
    (xml) => xml.replace('"value":77', '"value":"77"'),
    "第1项承诺的目标的数值：类型不对，应为（数字）",
  ],
  ["a unit nobody reads", (xml) => xml.replace('"unit":"个"', '"unit":"个/10"'), "第1项承诺的目标的单位"],
  ["a promise of nobody", (xml) => xml.replace('"department":"education"', '"department":"x"'), "第1项承诺的部门"],
])("%s: cells refuse with the reason, and the part stays as it was found", async (_name, damage, place) => {
  const { workbook, found, damaged } = await openedDamaged(damage);
  expect(found).toBe("damaged");
  const refused = shown(workbook, "A1");
  expect(refused).toMatchObject({
    value: "#VALUE!",
    said: expect.stringMatching(/^本工作簿自带的目录已损坏/) as unknown,
  });
  expect(refused.said).toContain(place);
  expect(refused.said!.length).toBeLessThan(400);
  expect(errorSentence(session.refusal)).toBe(refused.said);
  expect(() => session.inForce()).toThrow(CatalogError);
  expect(() => buildLedger(undefined as never, session.inForce(), ["education"], "ask")).toThrow(CatalogError);
  expect(workbook.engine.sheets().map(({ name }) => name)).not.toContain(LEDGER_NAME);
  expect(partOf(workbook)[1]).toBe(damaged);
  expect(workbook.cell("A1").formula).toBe(CALL);
  expect(workbook.cell("A2").value).toBe(12);
});

it("a person decides for the embedded catalog: it answers, and the damaged one is gone", async () => {
  const { workbook } = await openedDamaged(() => toXml("catalog", {}));
  await workbook.run((context) => dropCatalog(context));
  await workbook.idle();
  expect(session.refusal).toBeNull();
  expect(workbook.cell("A1").value).toBe(8310);
  expect(workbook.host.xmlParts.size).toBe(0);
});

it("a person decides for a file: it answers, in the place of the damaged one", async () => {
  const { workbook } = await openedDamaged(() => toXml("catalog", {}));
  await workbook.run((context) => keepCatalog(context, own));
  await workbook.idle();
  expect(session.refusal).toBeNull();
  expect(workbook.cell("A1").value).toBe(77);
  expect([...workbook.host.xmlParts.values()]).toHaveLength(1);
  expect(await workbook.run((context) => useWorkbookCatalog(context))).toBe("own");
});

it("a decision that cannot be kept changes nothing: cells go on refusing", async () => {
  const { workbook, damaged } = await openedDamaged(() => toXml("catalog", {}));
  workbook.faults.failAt("CustomXmlPart.delete", "GeneralException");
  await expect(workbook.run((context) => dropCatalog(context))).rejects.toMatchObject({ code: "GeneralException" });
  expect(session.refusal).not.toBeNull();
  expect(partOf(workbook)[1]).toBe(damaged);
  expect(shown(workbook, "A1").value).toBe("#VALUE!");
});
