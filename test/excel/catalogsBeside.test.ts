/** Catalogs that travel in the workbook: beside its own, damaged by hand, from two windows, from the sheet 承诺目录. */
import { CatalogIndex } from "../../src/core/catalog";
import type { Catalog } from "../../src/core/types";
import { dropBeside, dropDamaged, keepBeside, keepCatalog } from "../../src/excel/catalogSource";
import { openWorkbook } from "../../src/excel/openWorkbook";
import { session } from "../../src/excel/session";
import { catalogSheets, checkCatalogSheet, makeCatalogSheet } from "../../src/excel/sheetSource";
import { PARTS } from "../../src/excel/workbookStore";
import { fileSource } from "../../src/excel/fileSource";
import { TableRefused } from "../../src/sheets/catalogFile";
import { gridOf, HEADINGS } from "../../src/sheets/catalogGrid";
import { csvOf } from "../../src/sheets/csv";
import { catalogFile, jingzhou } from "../core/jingzhou";
import { closeWorkbooks, openForTheAddIn } from "./openForTheAddIn";
import type { OpenWorkbook } from "../workbench/node/openWorkbook";
import { writeXlsx } from "../workbench/xlsx/writeXlsx";

jest.setTimeout(120_000);
afterEach(() => {
  session.useEmbedded();
  session.useBeside([]);
  closeWorkbooks();
});

const CALL = '=TARGET("襄阳市教育局","新增学位")';
const beside = (value: number, id = "xiangyang-2024", region = "襄阳市"): Catalog => {
  const file = catalogFile({ kind: "flow", indicator: "新增学位", target: { comparator: "plain", value, unit: "个" } });
  return { ...file, id, region, commitments: file.commitments.map((each) => ({ ...each, id: "XY2024-001" })) };
};
const from = { origin: { kind: "web", address: "https://example.gov.cn/a.json" }, sourceSha256: null } as const;
const parts = ({ host }: OpenWorkbook) => [...host.xmlParts].filter(([, xml]) => xml.includes(PARTS.beside));

/** The add-in starts anew in the same workbook. */
async function openedAgain(workbook: OpenWorkbook) {
  session.useEmbedded();
  session.useBeside([]);
  const opened = await openWorkbook();
  await workbook.idle();
  return opened;
}

it("answers beside the embedded one, offline and at the next opening, with where it came from", async () => {
  const workbook = await openForTheAddIn();
  await workbook.type("A1", CALL);
  await workbook.type("A2", '=TARGET("教育局","新增学位")');
  await workbook.idle();
  expect(workbook.cell("A1").value).toBe("#N/A");
  await workbook.run((context) => keepBeside(context, beside(66), from));
  await workbook.idle();
  expect([workbook.cell("A1").value, workbook.cell("A2").value]).toEqual([66, 8310]);
  expect(await openedAgain(workbook)).toMatchObject({ found: "beside" });
  expect(workbook.cell("A1").value).toBe(66);
  expect(session.beside).toMatchObject([{ pin: { version: "1", origin: from.origin } }]);
  await workbook.run((context) => keepBeside(context, beside(67)));
  await workbook.idle();
  expect(workbook.cell("A1").value).toBe(67);
  expect(parts(workbook)).toHaveLength(1);
  expect(session.beside[0]?.pin?.origin).toEqual(from.origin); // corrected, it is still that one
  await workbook.run((context) => dropBeside(context, "xiangyang-2024"));
  await workbook.idle();
  expect(workbook.cell("A1").value).toBe("#N/A");
  expect(parts(workbook)).toEqual([]);
});

it.each<[string, (xml: string) => string]>([
  ["a figure changed by hand", (xml) => xml.replace('"value":66', '"value":6600')],
  ["cut off", (xml) => xml.replace(/^([^>]*>.{200})[^]*(<\/[^>]+>)$/, "$1$2")],
  ["another value", (xml) => xml.replace(/>[^]*</, ">7<")],
  ["without its pin", (xml) => xml.replace('"pin":', '"pen":')],
])("%s: it is not used, the others are, and a person clears it", async (_name, damage) => {
  const workbook = await openForTheAddIn();
  await workbook.run((context) => keepBeside(context, beside(66), from));
  await workbook.run((context) => keepBeside(context, beside(55, "yichang-2024", "宜昌市")));
  await workbook.type("A1", CALL);
  await workbook.type("A2", '=TARGET("宜昌市教育局","新增学位")');
  const [id, xml] = parts(workbook).find(([, each]) => each.includes("xiangyang"))!;
  expect(damage(xml)).not.toBe(xml);
  workbook.host.xmlParts.set(id, damage(xml));
  await openedAgain(workbook);
  expect([workbook.cell("A1").value, workbook.cell("A2").value]).toEqual(["#N/A", 55]);
  expect(session.damaged).toHaveLength(1);
  expect(workbook.host.xmlParts.get(id)).toBe(damage(xml));
  await workbook.run(dropDamaged);
  expect(session.damaged).toEqual([]);
  expect(parts(workbook)).toHaveLength(1);
});

it("the own catalog changed by hand is told from what was pinned: nothing answers", async () => {
  const workbook = await openForTheAddIn();
  await workbook.run((context) => keepCatalog(context, beside(66, "own-2024", "荆州市"), from));
  const [id, xml] = [...workbook.host.xmlParts].find(([, each]) => each.includes(PARTS.catalog))!;
  workbook.host.xmlParts.set(id, xml.replace('"value":66', '"value":67'));
  expect(await openedAgain(workbook)).toMatchObject({ found: "damaged" });
  expect(session.refusal).toMatchObject({ facts: { issues: [{ problem: "changedByHand" }] } });
});

it("of the same catalog from two windows the later one stands", async () => {
  const workbook = await openForTheAddIn();
  await workbook.run((context) => keepBeside(context, beside(66), from));
  const [, first] = parts(workbook)[0]!;
  await workbook.run((context) => keepBeside(context, beside(67), from));
  workbook.host.xmlParts.set("another window", first); // which had read the list before
  await openedAgain(workbook);
  expect(session.beside.map(({ index }) => index.catalog.commitments[0]?.target)).toMatchObject([{ value: 67 }]);
});

it.each(["CustomXmlPart.delete", "CustomXmlPartCollection.add"])(
  "where Excel fails at %s everything is as before",
  async (member) => {
    const workbook = await openForTheAddIn();
    await workbook.run((context) => keepBeside(context, beside(66), from));
    const before = parts(workbook);
    workbook.faults.failAt(member, "GeneralException");
    await expect(workbook.run((context) => keepBeside(context, beside(67)))).rejects.toMatchObject({
      code: "GeneralException",
    });
    workbook.faults.clear();
    expect(parts(workbook)).toEqual(before);
    expect(session.beside[0]?.index.catalog.commitments[0]?.target).toMatchObject({ value: 66 });
  },
);

describe("the sheet 承诺目录", () => {
  it("holds the whole catalog, is checked row by row, and gives it back", async () => {
    const workbook = await openForTheAddIn();
    const made = await workbook.run((context) => makeCatalogSheet(context, jingzhou.catalog, "ask"));
    expect(made).toEqual({ made: { name: "承诺目录", rows: 46 } });
    expect(await workbook.run(catalogSheets)).toEqual(["承诺目录"]);
    const checked = await workbook.run((context) => checkCatalogSheet(context, "承诺目录"));
    expect(checked.read.troubles).toEqual([]);
    expect(checked.read.catalog).toEqual(jingzhou.catalog);
    expect(await workbook.run((context) => makeCatalogSheet(context, jingzhou.catalog, "ask"))).toMatchObject({
      occupied: { freeName: "承诺目录2" },
    });
  });

  it("is read again from the .xlsx file it was saved in, and from CSV as Excel in China saves it", async () => {
    const workbook = await openForTheAddIn();
    await workbook.run((context) => makeCatalogSheet(context, jingzhou.catalog, "ask"));
    const bytes = await writeXlsx(workbook.host, { functions: [] });
    const taken = await fileSource(new File([bytes as BlobPart], "目录.xlsx")).take();
    expect(taken.catalog).toEqual(jingzhou.catalog);
    expect(taken.origin).toEqual({ kind: "file", name: "目录.xlsx" });
    const { catalog } = await fileSource(new File([csvOf(gridOf(jingzhou.catalog))], "目录.csv")).take();
    expect(catalog).toEqual(jingzhou.catalog);
    // 荆 in GB18030 begins with a byte that UTF-8 does not know.
    const foreign = new Uint8Array([0xbe, 0xa3, 0xd6, 0xdd]);
    await expect(fileSource(new File([foreign], "a.csv")).take()).rejects.toBeInstanceOf(TableRefused);
  });

  it("says beside a row what is wrong in it, and takes that back once it is right", async () => {
    const workbook = await openForTheAddIn();
    await workbook.run((context) => makeCatalogSheet(context, jingzhou.catalog, "ask"));
    const column = (heading: string) => String.fromCharCode(65 + HEADINGS.indexOf(heading));
    const [value, check] = [`承诺目录!${column("目标值")}4`, `承诺目录!${column("检查")}4`];
    const before = workbook.cell(value).value;
    await workbook.type(value, "十五左右");
    const wrong = await workbook.run((context) => checkCatalogSheet(context, "承诺目录"));
    expect(wrong.read.catalog).toBeNull();
    expect(workbook.cell(check).value).toBe("目标值：不是数字（十五左右）");
    await workbook.type(value, before!);
    expect((await workbook.run((context) => checkCatalogSheet(context, "承诺目录"))).read.catalog).toEqual(
      jingzhou.catalog,
    );
    expect(workbook.cell(check).value).toBeNull();
  });

  it("holds what begins like a formula as text", async () => {
    const workbook = await openForTheAddIn();
    const catalog = beside(1);
    const harm = ["=1+1", "+1", "-1+2", "@A1", "\t=1", "\r=1", "'=1"];
    const [first] = catalog.commitments;
    const hostile: Catalog = {
      ...catalog,
      title: '=HYPERLINK("https://x")',
      commitments: harm.map((text, at) => ({
        ...first!,
        id: `XY2024-00${at + 1}`,
        indicator: `${text}甲${at}`,
        aliases: [text],
        note: text,
        source: { ...first!.source, phrase: text, section: text },
      })),
    };
    await workbook.run((context) => makeCatalogSheet(context, hostile, "ask"));
    for (let row = 1; row <= 12; row += 1)
      for (let column = 0; column < HEADINGS.length; column += 1) {
        const { formula } = workbook.cell(`承诺目录!${String.fromCharCode(65 + column)}${row}`);
        expect(String(formula)).not.toMatch(/^=/);
      }
    const checked = await workbook.run((context) => checkCatalogSheet(context, "承诺目录"));
    expect(checked.read.catalog).toEqual(hostile);
    expect(new CatalogIndex(checked.read.catalog!).catalog.commitments).toHaveLength(harm.length);
  });
});
