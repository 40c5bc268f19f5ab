/** A workbook whose own catalog is damaged: nothing answers in its place until a person decides, and nothing is lost meanwhile. */
import { CatalogError } from "../../src/core/errors";
import { buildLedger } from "../../src/excel/buildLedger";
import { RULES } from "../../src/core/status";
import { dropCatalog, keepCatalog, useEmbeddedForNow, useWorkbookCatalog } from "../../src/excel/catalogSource";
import { openWorkbook } from "../../src/excel/openWorkbook";
import { session } from "../../src/excel/session";
import { keepPreset } from "../../src/excel/workbookSettings";
import { PARTS, toXml } from "../../src/excel/workbookStore";
import { LEDGER_NAME } from "../../src/sheets/ledger";
import { errorSentence } from "../../src/strings/strings";
import { catalogFile } from "../core/jingzhou";
import type { OpenWorkbook } from "../workbench/node/openWorkbook";
import { closeWorkbooks, openForTheAddIn } from "./openForTheAddIn";

afterEach(() => {
  session.useEmbedded();
  session.useRules(RULES.standard);
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
    "第1项承诺的目标的数值：类型不对，应为数字",
  ],
  ["a unit nobody reads", (xml) => xml.replace('"unit":"个"', '"unit":"个/10"'), "第1项承诺的目标的单位"],
  ["a promise of nobody", (xml) => xml.replace('"department":"education"', '"department":"x"'), "第1项承诺的部门"],
])("%s: cells refuse with the reason, and the part stays as it was found", async (_name, damage, place) => {
  const { workbook, found, damaged } = await openedDamaged(damage);
  expect(found).toMatchObject({ found: "damaged" });
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
  expect(await workbook.run((context) => useWorkbookCatalog(context))).toMatchObject({ found: "own" });
});

it("a decision that cannot be kept changes nothing: cells go on refusing", async () => {
  const { workbook, damaged } = await openedDamaged(() => toXml("catalog", {}));
  workbook.faults.failAt("CustomXmlPart.delete", "GeneralException");
  await expect(workbook.run((context) => dropCatalog(context))).rejects.toMatchObject({ code: "GeneralException" });
  expect(session.refusal).not.toBeNull();
  expect(partOf(workbook)[1]).toBe(damaged);
  expect(shown(workbook, "A1").value).toBe("#VALUE!");
});

describe("where Excel does not let the workbook be read as it is opened", () => {
  /** A workbook with a catalog of its own and a call, as the add-in starts anew. */
  async function withOwn() {
    const workbook = await openForTheAddIn();
    await workbook.run((context) => keepCatalog(context, own));
    await workbook.run((context) => keepPreset(context, "xuancheng"));
    await workbook.type("A1", CALL);
    await workbook.idle();
    session.useEmbedded();
    session.useRules(RULES.standard);
    return workbook;
  }
  const again = (workbook: OpenWorkbook) => workbook.type("A1", CALL).then(() => workbook.idle());

  it("cells refuse with the reason, and answer from the workbook's own catalog once it was read", async () => {
    const workbook = await withOwn();
    workbook.faults.failRequestsFrom("ServiceNotAvailable");
    expect(await openWorkbook()).toEqual({ found: "unread", cells: null });
    workbook.faults.clear();
    await again(workbook);
    expect(shown(workbook, "A1")).toEqual({
      value: "#VALUE!",
      said: "本工作簿自带的目录和设置没有读出来（Excel：ServiceNotAvailable），读出来之前不作答，请在任务窗格点“重试”，或暂用内置目录",
    });
    expect(() => session.inForce()).toThrow(CatalogError);

    expect(await openWorkbook()).toMatchObject({ found: "own", cells: { refreshed: { cells: 1 } } });
    await workbook.idle();
    expect(shown(workbook, "A1").value).toBe(77);
    expect(session.rules.preset).toBe("xuancheng");
  });

  it("a person takes the embedded catalog for now: the workbook's own stays, and answers at the next opening", async () => {
    const workbook = await withOwn();
    const parts = [...workbook.host.xmlParts];
    workbook.faults.failRequestsFrom("ServiceNotAvailable");
    await openWorkbook();
    workbook.faults.clear();
    await workbook.run((context) => useEmbeddedForNow(context));
    await workbook.idle();
    expect(shown(workbook, "A1").value).toBe(8310);
    expect([...workbook.host.xmlParts]).toEqual(parts);
    await openWorkbook();
    await workbook.idle();
    expect(shown(workbook, "A1").value).toBe(77);
  });

  it("is tried once more by itself, and nobody is asked where that is enough", async () => {
    const workbook = await withOwn();
    workbook.faults.failRequest("ServiceNotAvailable");
    expect(await openWorkbook()).toMatchObject({ found: "own" });
  });

  it("a workbook that turns out to have no catalog of its own is answered from the embedded one again", async () => {
    const workbook = await openForTheAddIn();
    workbook.faults.failRequestsFrom("InvalidOperationInCellEditMode");
    await openWorkbook();
    workbook.faults.clear();
    await again(workbook);
    expect(shown(workbook, "A1").value).toBe("#VALUE!");
    expect(await openWorkbook()).toMatchObject({ found: "none", cells: { refreshed: { cells: 1 } } });
    await workbook.idle();
    expect(shown(workbook, "A1").value).toBe(8310);
  });

  it("cells that could not be called anew from the workbook's own catalog are told of", async () => {
    const workbook = await withOwn();
    workbook.faults.failAt("Range.formulas", "GeneralException");
    const opened = await openWorkbook();
    expect(opened).toMatchObject({ found: "own", cells: { notRefreshed: { code: "GeneralException" } } });
  });
});
