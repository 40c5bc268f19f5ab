/** Catalogs that travel in the workbook: beside its own, damaged by hand, from two windows, from the sheet 承诺目录. */
import { CatalogIndex } from "../../src/core/catalog";
import type { Catalog } from "../../src/core/types";
import {
  dropBeside,
  dropCatalog,
  dropDamaged,
  hasUnpinned,
  keepBeside,
  keepCatalog,
  pinUsed,
  repairPins,
} from "../../src/excel/catalogSource";
import { openWorkbook } from "../../src/excel/openWorkbook";
import { session } from "../../src/excel/session";
import { catalogSheets, checkCatalogSheet, makeCatalogSheet } from "../../src/excel/sheetSource";
import { writePinned } from "../../src/excel/pinnedParts";
import { PARTS } from "../../src/excel/workbookStore";
import { fileSource } from "../../src/excel/fileSource";
import { TableRefused } from "../../src/sheets/catalogFile";
import { gridOf, HEADINGS } from "../../src/sheets/catalogGrid";
import { csvOf } from "../../src/sheets/csv";
import { catalogFile, jingzhou } from "../core/jingzhou";
import { closeWorkbooks, openForTheAddIn } from "./openForTheAddIn";
import type { OpenWorkbook } from "../workbench/node/openWorkbook";
import { writeXlsx } from "../workbench/xlsx/writeXlsx";

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

describe("what the workbook uses is pinned in it", () => {
  const store = new Map<string, Uint8Array<ArrayBuffer>>();
  /** The browser's storage. */
  const browserStorage = {
    open: () =>
      Promise.resolve({
        match: (key: string) => Promise.resolve(store.has(key) ? new Response(store.get(key)) : undefined),
        put: async (key: string, response: Response) =>
          void store.set(key, new Uint8Array(await response.arrayBuffer())),
        keys: () => Promise.resolve([]),
      }),
  };
  beforeEach(() => {
    store.clear();
    Object.assign(globalThis, { caches: browserStorage });
  });
  afterEach(() => void Reflect.deleteProperty(globalThis, "caches"));

  it("a workbook with the embedded one pinned is opened without reading or calling anything", async () => {
    const workbook = await openForTheAddIn();
    await workbook.type("A2", '=TARGET("教育局","新增学位")');
    await workbook.run(pinUsed);
    expect(await openedAgain(workbook)).toEqual({ found: "own", cells: null });
    expect(session.own.pin).toMatchObject({ origin: { kind: "embedded" } });
  });

  it("the embedded one as well as those that ship and were asked for: the next version's changes nothing", async () => {
    const workbook = await openForTheAddIn();
    session.useShipped(new CatalogIndex(beside(66)), "a".repeat(64));
    await workbook.type("A1", CALL);
    await workbook.type("A2", '=TARGET("教育局","新增学位")');
    await workbook.idle();
    expect(hasUnpinned()).toBe(true);
    await workbook.run(pinUsed);
    expect(hasUnpinned()).toBe(false);
    expect([session.own.pin?.origin.kind, session.beside[0]?.pin?.origin.kind]).toEqual(["embedded", "embedded"]);
    expect(session.isEmbedded).toBe(true);
    session.useShipped(new CatalogIndex(beside(67)));
    expect(await openedAgain(workbook)).toMatchObject({ found: "own" });
    expect([workbook.cell("A1").value, workbook.cell("A2").value]).toEqual([66, 8310]);
    // Another version of the add-in has another one of the same id within it.
    const [id, xml] = [...workbook.host.xmlParts].find(([, each]) => each.includes(PARTS.catalog))!;
    expect(xml).toContain("JZ2024-012");
    await workbook.run(pinUsed); // nothing is left to be pinned
    expect([...workbook.host.xmlParts].find(([, each]) => each.includes(PARTS.catalog))).toEqual([id, xml]);
  });

  it.each<["catalog" | "beside", (xml: string) => string]>([
    ["catalog", (xml) => xml.replace('"value":66', '"value":6600')],
    ["catalog", (xml) => xml.slice(0, 400) + xml.slice(xml.lastIndexOf("<"))],
    ["beside", (xml) => xml.replace('"value":66', '"value":6600')],
  ])("damaged by hand (%s) it answers as it was pinned, and is written back", async (part, damage) => {
    const workbook = await openForTheAddIn();
    const keep = part === "catalog" ? keepCatalog : keepBeside;
    await workbook.run((context) => keep(context, beside(66), from));
    await workbook.type("A1", CALL);
    const [id, xml] = [...workbook.host.xmlParts].find(([, each]) => each.includes(PARTS[part]))!;
    expect(damage(xml)).not.toBe(xml);
    workbook.host.xmlParts.set(id, damage(xml));
    await openedAgain(workbook);
    expect(workbook.cell("A1").value).toBe(66);
    expect(session.restored).toMatchObject([{ place: part }]);
    expect([session.refusal, session.damaged]).toEqual([null, []]);
    expect(workbook.host.xmlParts.get(id)).toBe(damage(xml));
    await workbook.run(repairPins);
    store.clear();
    await openedAgain(workbook);
    expect([workbook.cell("A1").value, session.restored]).toEqual([66, []]);
  });

  it("what lies in the browser under its sha256 and is something else is not used", async () => {
    const workbook = await openForTheAddIn();
    await workbook.run((context) => keepCatalog(context, beside(66), from));
    for (const [key, bytes] of store)
      store.set(key, new TextEncoder().encode(new TextDecoder().decode(bytes).replace('"value":66', '"value":7')));
    const [id, xml] = [...workbook.host.xmlParts].find(([, each]) => each.includes(PARTS.catalog))!;
    workbook.host.xmlParts.set(id, xml.replace('"value":66', '"value":6600'));
    expect(await openedAgain(workbook)).toMatchObject({ found: "damaged" });
  });

  describe("a large one", () => {
    const bounds = { plain: 500, piece: 300, mostPieces: 8 };
    const keep = (context: Excel.RequestContext, catalog: Catalog) =>
      writePinned(context, "catalog", catalog, from, null, () => Promise.resolve(), bounds);
    /** Packed it is several pieces. */
    const large = (value: number, length = 300): Catalog => {
      const catalog = beside(value);
      const [first] = catalog.commitments;
      let state = value;
      const noise = Array.from({ length }, () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31).toString(36));
      return { ...catalog, commitments: [{ ...first!, note: noise.join("").slice(0, 1900) }] };
    };
    const pieces = ({ host }: OpenWorkbook) => [...host.xmlParts].filter(([, xml]) => xml.startsWith("<piece"));

    it("is cut into pieces and comes together again; taken away, all of it goes", async () => {
      const workbook = await openForTheAddIn();
      await workbook.run((context) => keep(context, large(66)));
      expect(pieces(workbook).length).toBeGreaterThan(3);
      for (const xml of workbook.host.xmlParts.values()) expect(xml.length).toBeLessThan(700);
      const before = [...workbook.host.xmlParts];
      await workbook.type("A1", CALL);
      await openedAgain(workbook);
      expect(workbook.cell("A1").value).toBe(66);
      expect([session.restored, session.own.index.catalog]).toEqual([[], large(66)]);

      for (let nth = 1; nth <= before.length; nth += 1) {
        workbook.faults.failAt("CustomXmlPartCollection.add", "RequestPayloadSizeLimitExceeded", nth);
        await expect(workbook.run((context) => keep(context, large(67)))).rejects.toMatchObject({
          code: "RequestPayloadSizeLimitExceeded",
        });
        workbook.faults.clear();
        expect([...workbook.host.xmlParts]).toEqual(before);
      }
      await workbook.run((context) => keep(context, large(68)));
      expect(await openedAgain(workbook)).toMatchObject({ found: "own" });
      expect(session.own.index.catalog).toEqual(large(68));
      expect(workbook.host.xmlParts.size).toBeLessThanOrEqual(before.length + 1); // nothing of the first is left

      const [id] = pieces(workbook)[0]!;
      workbook.host.xmlParts.delete(id);
      expect(await openedAgain(workbook)).toMatchObject({ found: "damaged" });
      expect(session.refusal).toMatchObject({ facts: { issues: [{ problem: "changedByHand" }] } });
      await workbook.run(dropCatalog);
      expect([...workbook.host.xmlParts]).toEqual([]);
    });

    it("beyond what a workbook may well carry is refused, and nothing is kept of it", async () => {
      const workbook = await openForTheAddIn();
      await expect(
        workbook.run((context) =>
          writePinned(context, "catalog", large(66), from, null, () => Promise.resolve(), { ...bounds, mostPieces: 2 }),
        ),
      ).rejects.toMatchObject({ code: "catalogTooLarge" });
      expect([...workbook.host.xmlParts]).toEqual([]);
    });
  });
});

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
