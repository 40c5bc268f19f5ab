/** Returns as real files, taken into a real workbook: what comes in, what is refused, and that nothing is left behind. */
import { Workbook } from "exceljs";
import JSZip from "jszip";
import { applyCollection, lastCollection, undoCollection, type ApplyOutcome } from "../../src/excel/applyCollection";
import { buildLedger } from "../../src/excel/buildLedger";
import { canCollect, collectReturns, type CollectOptions } from "../../src/excel/collectReturns";
import { VisitorsLeft } from "../../src/excel/visitorsLeft";
import { session } from "../../src/excel/session";
import type { ChosenFile } from "../../src/files/returnedWorkbook";
import { writePart } from "../../src/excel/workbookStore";
import { LEDGER_NAME } from "../../src/sheets/ledger";
import { RECORD_NAME } from "../../src/sheets/returnsRecord";
import type { OpenWorkbook } from "../workbench/node/openWorkbook";
import { workbookFile } from "../files/hostileFiles";
import { writeXlsx } from "../workbench/xlsx/writeXlsx";
import { closeWorkbooks, openForTheAddIn, sheetNames } from "./openForTheAddIn";

afterEach(closeWorkbooks);

const { index } = session;
const LARGEST = 3.6 * 1024 * 1024;
const FIRST_ROW = 6;
/** The row of a commitment in a ledger of the education bureau. */
const rowOf = (id: string) => FIRST_ROW + index.commitmentsOf("education").findIndex((each) => each.id === id);
const SCHOOLS = index.find("教育局", "中小学新增学位").id;
const KINDERGARTENS = index.find("教育局", "幼儿园新增学位").id;
const SECOND_QUARTER = "H";
const cellOf = (id: string, column = SECOND_QUARTER) => `${LEDGER_NAME}!${column}${rowOf(id)}`;

async function withLedger(office: "2021" | "2024" | "365" = "365"): Promise<OpenWorkbook> {
  const workbook = await openForTheAddIn({ office });
  await workbook.run((context) => buildLedger(context, session.inForce(), ["education"], "ask"));
  await workbook.idle();
  return workbook;
}

const chosen = (name: string, bytes: Uint8Array): ChosenFile => ({
  name,
  size: bytes.length,
  arrayBuffer: () => Promise.resolve(Uint8Array.from(bytes).buffer),
});

let emptyReturn: Uint8Array | null = null;
/** The ledger as a department gets it, saved as a file. */
async function ledgerFile(): Promise<Uint8Array> {
  if (emptyReturn) return emptyReturn;
  const workbook = await withLedger();
  const functions = workbook.engine.externalFunctionNames();
  emptyReturn = await writeXlsx(workbook.host, { functions });
  return emptyReturn;
}

/** What a department sends back. */
async function returned(
  name: string,
  cells: Readonly<Record<string, string | number>>,
  change?: (workbook: Workbook) => void,
): Promise<ChosenFile> {
  const workbook = new Workbook();
  await workbook.xlsx.load((await ledgerFile()) as never);
  for (const [address, value] of Object.entries(cells)) {
    const [sheet = "", at = ""] = address.split("!");
    workbook.getWorksheet(sheet)!.getCell(at).value = value;
  }
  change?.(workbook);
  return chosen(name, new Uint8Array(await workbook.xlsx.writeBuffer()));
}

const collectIn = (workbook: OpenWorkbook, files: readonly ChosenFile[], options: Partial<CollectOptions> = {}) =>
  workbook.run(async (context) => {
    const outcome = await collectReturns(context, index, files, { largest: LARGEST, takesObjects: false, ...options });
    if (!("collection" in outcome)) throw new Error("no ledger");
    return outcome;
  });

const write = async (workbook: OpenWorkbook, files: readonly ChosenFile[], take?: number): Promise<ApplyOutcome> => {
  const { collection } = await collectIn(workbook, files);
  const choices = new Map(take === undefined ? [] : collection.conflicts.map(({ key }) => [key, take] as const));
  return workbook.run((context) => applyCollection(context, collection, choices));
};

const record = (workbook: OpenWorkbook) => {
  const sheet = workbook.host.findSheet(RECORD_NAME)!;
  return workbook.engine.read(workbook.engine.usedArea(sheet, true)!).map((row) => row.map(({ value }) => value));
};
const allValues = (workbook: OpenWorkbook) => {
  const sheet = workbook.host.findSheet(LEDGER_NAME)!;
  return workbook.engine.read(workbook.engine.usedArea(sheet, true)!).map((row) => row.map(({ value }) => value));
};

describe.each(["2021", "365"] as const)("in Office %s", (office) => {
  it("brings figures in, judges them, notes who said so, and takes them back as a whole", async () => {
    const workbook = await withLedger(office);
    await workbook.type(`${LEDGER_NAME}!C3`, "2024Q2");
    const before = allValues(workbook);
    const outcome = await write(workbook, [
      await returned("教育局.xlsx", { [cellOf(SCHOOLS)]: 3200, [cellOf(SCHOOLS, "R")]: "进度正常" }),
    ]);
    await workbook.idle();
    expect(outcome).toEqual({ written: 2, overtaken: [], recordSheet: RECORD_NAME });
    expect(sheetNames(workbook)).toEqual(["Sheet1", LEDGER_NAME, RECORD_NAME]);
    expect(workbook.cell(cellOf(SCHOOLS)).value).toBe(3200);
    expect(workbook.cell(cellOf(SCHOOLS, "P")).value).toBe("达进度");
    const [headings, figure, reason] = record(workbook);
    expect(headings).toEqual(["时间", "文件", "责任单位", "指标", "编号", "栏目", "原值", "新值", "单元格"]);
    expect(figure!.slice(1)).toEqual([
      "教育局.xlsx",
      "市教育局",
      "中小学新增学位",
      SCHOOLS,
      "二季度",
      null,
      3200,
      cellOf(SCHOOLS),
    ]);
    expect(reason!.slice(5, 8)).toEqual(["原因说明", null, "进度正常"]);
    expect(workbook.cell(`${RECORD_NAME}!A2`).text).toMatch(/^20\d\d-\d\d-\d\d \d\d:\d\d$/);

    expect(await workbook.run(lastCollection)).toMatchObject({ sheet: LEDGER_NAME, writes: { length: 2 } });
    expect(await workbook.run(undoCollection)).toEqual({ restored: 2, overtaken: [], entry: "cumulative" });
    await workbook.idle();
    expect(allValues(workbook)).toEqual(before);
    expect(
      record(workbook)
        .slice(3)
        .map((row) => [row[1], row[6], row[7]]),
    ).toEqual([
      ["撤销：教育局.xlsx", 3200, null],
      ["撤销：教育局.xlsx", "进度正常", null],
    ]);
    expect(await workbook.run(undoCollection)).toEqual({ nothing: true });
  });
});

it("leaves no sheet, no name and no other selection behind, whatever the file brings along", async () => {
  const workbook = await withLedger();
  const names = () => workbook.engine.names().map(({ name, sheet }) => [name, sheet]);
  const before = [sheetNames(workbook), names(), workbook.engine.activeSheet()];
  const file = await returned("a.xlsx", { [cellOf(SCHOOLS)]: 1 }, (book) => {
    book.addWorksheet("说明").getCell("A1").value = 1;
    book.addWorksheet("藏", { state: "hidden" });
    book.addWorksheet("深藏", { state: "veryHidden" }).getCell("A1").value = 2;
    book.definedNames.add("说明!$A$1", "部门说明");
  });
  const outcome = await collectIn(workbook, [file]);
  expect(outcome).toMatchObject({ unread: [], leftBehind: 0, collection: { writes: [{ after: 1 }] } });
  expect([sheetNames(workbook), names(), workbook.engine.activeSheet()]).toEqual(before);
});

it("reads eight files one at a time and tells how far it is", async () => {
  const workbook = await withLedger();
  const file = await returned("a.xlsx", { [cellOf(SCHOOLS)]: 3200 });
  const told: number[] = [];
  const files = Array.from({ length: 8 }, (_, place) => ({ ...file, name: `${place}.xlsx` }));
  const { collection } = await collectIn(workbook, files, { progress: (done, total) => told.push(done / total) });
  expect(told).toEqual(files.map((_, place) => place / 8));
  expect(collection.writes).toMatchObject([{ after: 3200, files: files.map(({ name }) => name) }]);
  expect(sheetNames(workbook)).toEqual(["Sheet1", LEDGER_NAME]);
});

it("stops where it is cancelled, with nothing left behind", async () => {
  const workbook = await withLedger();
  const file = await returned("a.xlsx", { [cellOf(SCHOOLS)]: 3200 });
  const stop = new AbortController();
  const outcome = await collectIn(workbook, [file, file, file], {
    signal: stop.signal,
    progress: (done) => done === 1 && stop.abort(),
  });
  expect(outcome.cancelled).toBe(true);
  expect(outcome.collection.files.map(({ file: name }) => name)).toEqual(["a.xlsx", "a.xlsx (2)"]);
  expect(sheetNames(workbook)).toEqual(["Sheet1", LEDGER_NAME]);
});

describe("files that are no returns", () => {
  const utf16 = (text: string) => Buffer.from(text, "utf16le");
  const compound = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  const zip = async (...paths: string[]) => {
    const made = new JSZip();
    for (const path of paths) made.file(path, "<a/>");
    return made.generateAsync({ type: "uint8array" });
  };

  it("are named with the reason, and the rest goes on", async () => {
    const workbook = await withLedger();
    const good = await returned("好.xlsx", { [cellOf(SCHOOLS)]: 3200 });
    const goodBytes = new Uint8Array(await good.arrayBuffer());
    const files = [
      chosen("空.xlsx", new Uint8Array()),
      chosen("文字.xlsx", Buffer.from("指标,目标")),
      chosen("加密.xlsx", Buffer.concat([compound, Buffer.alloc(504), utf16("EncryptedPackage")])),
      chosen("旧.xls", Buffer.concat([compound, Buffer.alloc(504), utf16("Workbook")])),
      chosen("断.xlsx", goodBytes.slice(0, goodBytes.length / 2)),
      chosen("文档.docx", await zip("word/document.xml")),
      chosen("宏.xlsm", await zip("xl/workbook.xml", "xl/vbaProject.bin")),
      chosen("读不了.xlsx", await zip("xl/workbook.xml")),
      { ...good, name: "大.xlsx", size: LARGEST + 1 },
      chosen("无此字符.xlsx", workbookFile('<workbook><sheets><sheet name="&#xFFFFFFFF;"/></sheets></workbook>')),
      good,
      await returned("别的表.xlsx", {}, (book) => {
        book.removeWorksheet(book.getWorksheet(LEDGER_NAME)!.id);
      }),
    ];
    const { unread, collection } = await collectIn(workbook, files);
    expect(
      unread.map(({ file, trouble }) => [
        file,
        "facts" in trouble ? (trouble.facts as { reason: string }).reason : trouble.code,
      ]),
    ).toEqual([
      ["空.xlsx", "empty"],
      ["文字.xlsx", "notWorkbook"],
      ["加密.xlsx", "locked"],
      ["旧.xls", "oldWorkbook"],
      ["断.xlsx", "damaged"],
      ["文档.docx", "notWorkbook"],
      ["宏.xlsm", "macros"],
      ["读不了.xlsx", "InvalidArgument"],
      ["大.xlsx", "tooLarge"],
      ["无此字符.xlsx", "damaged"],
    ]);
    expect(collection.files).toEqual([
      { file: "好.xlsx", taken: 1, agreed: 0, conflicts: 0, leftOut: 0 },
      { file: "别的表.xlsx", refusal: { reason: "noLedger" } },
    ]);
    expect(sheetNames(workbook)).toEqual(["Sheet1", LEDGER_NAME]);
  });
});

describe("charts in a file, which Excel on the web does not take in", () => {
  /** A department's workbook with a chart on one of its sheets. */
  async function charted(sheet: string): Promise<ChosenFile> {
    const workbook = await withLedger();
    await workbook.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.getItem(LEDGER_NAME).getRange(`${SECOND_QUARTER}${rowOf(SCHOOLS)}`).values = [[3200]];
      const holder = worksheets.getItem(sheet);
      holder.charts.add("ColumnClustered", holder.getRange("A1:B3"));
      await context.sync();
    });
    await workbook.idle();
    const functions = workbook.engine.externalFunctionNames();
    return chosen("图.xlsx", await writeXlsx(workbook.host, { functions }));
  }

  it("leave the ledger beside them readable", async () => {
    const { collection, unread } = await collectIn(await withLedger(), [await charted("Sheet1")]);
    expect(unread).toEqual([]);
    expect(collection.writes).toMatchObject([{ after: 3200 }]);
  });

  it("are looked for past links that lead nowhere", async () => {
    const file = await returned("链接.xlsx", { [cellOf(SCHOOLS)]: 3200 }, (book) => {
      book.getWorksheet(LEDGER_NAME)!.getCell("Z1").value = { text: "网页", hyperlink: "http://[坏的地址" };
    });
    const { collection, unread } = await collectIn(await withLedger(), [file]);
    expect(unread).toEqual([]);
    expect(collection.writes).toMatchObject([{ after: 3200 }]);
  });

  it("are named where they lie on the ledger itself", async () => {
    const workbook = await withLedger();
    const { unread } = await collectIn(workbook, [await charted(LEDGER_NAME)]);
    expect(unread).toMatchObject([{ file: "图.xlsx", trouble: { facts: { reason: "objects" } } }]);
    expect(sheetNames(workbook)).toEqual(["Sheet1", LEDGER_NAME]);
  });

  it("make Excel refuse where it was thought to take them", async () => {
    const file = await charted(LEDGER_NAME);
    const { unread } = await collectIn(await withLedger(), [file], { takesObjects: true });
    expect(unread).toMatchObject([{ trouble: { code: "UnsupportedFeature" } }]);
  });
});

describe("when Excel refuses in the middle", () => {
  it.each(["Worksheet.delete", "Range.values", "Worksheet.visibility"])(
    "%s of one file fails: that file is named, the others are read, no sheet stays",
    async (member) => {
      const workbook = await withLedger();
      const file = await returned("a.xlsx", { [cellOf(SCHOOLS)]: 3200 });
      const master = 1; // the master is read as well
      workbook.faults.failAt(member, "GeneralException", member === "Range.values" ? master + 1 : 1);
      const { unread, collection, leftBehind } = await collectIn(workbook, [file, { ...file, name: "b.xlsx" }]);
      expect(unread).toEqual([{ file: "a.xlsx", trouble: { code: "GeneralException" } }]);
      expect(collection.writes).toMatchObject([{ files: ["b.xlsx"] }]);
      expect(leftBehind).toBe(0);
      expect(sheetNames(workbook)).toEqual(["Sheet1", LEDGER_NAME]);
    },
  );

  const REFUSALS = [0, 1, 5];
  it.each(REFUSALS)(
    "a lost answer and %i refusals after it: every sheet and name of the file is gone or told of, and a co-author's sheet stays",
    async (refusals) => {
      const workbook = await withLedger();
      const { engine, batches, faults } = workbook;
      const file = await returned("a.xlsx", { [cellOf(SCHOOLS)]: 3200 });
      const begun = batches.requests.length;
      await collectIn(workbook, [file]);
      const requests = batches.requests.slice(begun).filter(({ actions }) => actions > 0).length;
      await workbook.idle(); // or else the release of its ranges would be counted as the first request of the next
      const standing = engine.sheets().map(({ id }) => id);
      const names = () => engine.names().filter(({ sheet }) => sheet === null || standing.includes(sheet));
      const namesBefore = names();
      for (let nth = 1; nth <= requests; nth++) {
        // Each request has its turn with one number of refusals, or with all of them.
        if (process.env["EVERY_REQUEST"] !== "all" && nth % REFUSALS.length !== REFUSALS.indexOf(refusals)) continue;
        let theirs = "";
        faults.beforeRequest(nth, () => {
          theirs = engine.addSheet("同事的表", engine.sheets().length);
        });
        faults.loseAnswer("ResponsePayloadSizeLimitExceeded", nth);
        for (let after = 1; after <= refusals; after++) faults.failRequest("ServiceNotAvailable", nth + after);
        const outcome = await collectIn(workbook, [file]).catch((error: unknown) => error);
        faults.clear();
        await workbook.idle();
        const left = engine.sheets().filter(({ id }) => id !== theirs && !standing.includes(id));
        const told = outcome instanceof VisitorsLeft || (outcome as { isTidy?: boolean }).isTidy === false;
        expect({ nth, theirs: engine.sheets().some(({ id }) => id === theirs) }).toEqual({ nth, theirs: true });
        if (refusals < 3) expect({ nth, told }).toEqual({ nth, told: false });
        if (!told) expect({ nth, left, names: names() }).toEqual({ nth, left: [], names: namesBefore });
        for (const { id } of [...left, { id: theirs }]) engine.removeSheet(id);
        for (const { name, formula } of names()) if (formula === "=#REF!") engine.removeName(name, null);
        await workbook.idle();
      }
    },
  );

  it("a workbook whose structure is protected lets nothing in, and says so once", async () => {
    const workbook = await withLedger();
    await workbook.run(async (context) => {
      context.workbook.protection.protect();
      await context.sync();
    });
    const file = await returned("a.xlsx", { [cellOf(SCHOOLS)]: 3200 });
    await expect(collectIn(workbook, [file, file])).rejects.toMatchObject({ code: "AccessDenied" });
    expect(sheetNames(workbook)).toEqual(["Sheet1", LEDGER_NAME]);
  });

  it.each(["Range.values", "Range.formulas", "WorksheetCollection.add", "CustomXmlPartCollection.add"])(
    "%s fails in writing: cells, record and undo are as before",
    async (member) => {
      const workbook = await withLedger();
      const file = await returned("a.xlsx", { [cellOf(SCHOOLS)]: 3200, [cellOf(KINDERGARTENS)]: 7 });
      const before = allValues(workbook);
      const { collection } = await collectIn(workbook, [file]);
      const reads = { "Range.values": 2, "Range.formulas": 1 }; // the first of the two values is written
      workbook.faults.failAt(member, "GeneralException", ((reads as Record<string, number>)[member] ?? 0) + 1);
      const applying = workbook.run((context) => applyCollection(context, collection, new Map()));
      await expect(applying).rejects.toMatchObject({ code: "GeneralException" });
      await workbook.idle();
      expect(allValues(workbook)).toEqual(before);
      expect(sheetNames(workbook)).toEqual(["Sheet1", LEDGER_NAME]);
      expect(await workbook.run(lastCollection)).toBeNull();
    },
  );
});

describe("what stands against a return", () => {
  it("a conflict keeps the master without a choice, and takes the file's value with one", async () => {
    const workbook = await withLedger();
    await workbook.type(cellOf(SCHOOLS), 3100);
    const file = await returned("a.xlsx", { [cellOf(SCHOOLS)]: 3200 });
    expect(await write(workbook, [file])).toMatchObject({ written: 0 });
    expect(workbook.cell(cellOf(SCHOOLS)).value).toBe(3100);
    expect(await write(workbook, [file], 0)).toMatchObject({ written: 1 });
    expect(workbook.cell(cellOf(SCHOOLS)).value).toBe(3200);
    expect(await workbook.run(undoCollection)).toMatchObject({ restored: 1 });
    expect(workbook.cell(cellOf(SCHOOLS)).value).toBe(3100);
  });

  it("a cell a co-author fills while one decides is not overwritten", async () => {
    const workbook = await withLedger();
    const file = await returned("a.xlsx", { [cellOf(SCHOOLS)]: 3200, [cellOf(KINDERGARTENS)]: 7 });
    const { collection } = await collectIn(workbook, [file]);
    await workbook.faults.coAuthorWrites(cellOf(SCHOOLS), [[9]]);
    const outcome = await workbook.run((context) => applyCollection(context, collection, new Map()));
    expect(outcome).toMatchObject({ written: 1, overtaken: [{ id: SCHOOLS, now: 9 }] });
    expect(workbook.cell(cellOf(SCHOOLS)).value).toBe(9);
    expect(workbook.cell(cellOf(KINDERGARTENS)).value).toBe(7);
  });

  it("undoing leaves what was corrected since", async () => {
    const workbook = await withLedger();
    await write(workbook, [await returned("a.xlsx", { [cellOf(SCHOOLS)]: 3200, [cellOf(KINDERGARTENS)]: 7 })]);
    await workbook.type(cellOf(SCHOOLS), 3300);
    expect(await workbook.run(undoCollection)).toMatchObject({ restored: 1, overtaken: [{ id: SCHOOLS, now: 3300 }] });
    expect(workbook.cell(cellOf(SCHOOLS)).value).toBe(3300);
    expect(workbook.cell(cellOf(KINDERGARTENS)).value).toBeNull();
  });

  it("rows inserted between reading and writing move the values with them", async () => {
    const workbook = await withLedger();
    const { collection } = await collectIn(workbook, [await returned("a.xlsx", { [cellOf(SCHOOLS)]: 3200 })]);
    const row = rowOf(SCHOOLS);
    await workbook.run(async (context) => {
      context.workbook.worksheets.getItem(LEDGER_NAME).getRange(`${row}:${row}`).insert("Down");
      await context.sync();
    });
    await workbook.run((context) => applyCollection(context, collection, new Map()));
    expect(workbook.cell(`${LEDGER_NAME}!${SECOND_QUARTER}${row + 1}`).value).toBe(3200);
  });

  it("a protected ledger takes figures where people may type", async () => {
    const workbook = await withLedger();
    await workbook.run(async (context) => {
      context.workbook.worksheets.getItem(LEDGER_NAME).protection.protect();
      await context.sync();
    });
    expect(await write(workbook, [await returned("a.xlsx", { [cellOf(SCHOOLS)]: 3200 })])).toMatchObject({
      written: 1,
    });
    expect(workbook.cell(cellOf(SCHOOLS)).value).toBe(3200);
  });

  it("a text that looks like a formula or a number stays a text", async () => {
    const workbook = await withLedger();
    const file = await returned("=1.xlsx", { [cellOf(SCHOOLS)]: "3200", [cellOf(SCHOOLS, "R")]: "-待核" });
    await write(workbook, [file]);
    expect(workbook.cell(cellOf(SCHOOLS))).toMatchObject({ value: "3200", formula: null });
    expect(workbook.cell(cellOf(SCHOOLS, "R"))).toMatchObject({ value: "-待核", formula: null });
    expect(workbook.cell(`${RECORD_NAME}!B2`)).toMatchObject({ value: "=1.xlsx", formula: null });
  });
});

it("a second collection is added to the record, and a sheet of that name that is something else is left alone", async () => {
  const workbook = await withLedger();
  await write(workbook, [await returned("a.xlsx", { [cellOf(SCHOOLS)]: 3200 })]);
  await write(workbook, [await returned("b.xlsx", { [cellOf(KINDERGARTENS)]: 7 })]);
  expect(record(workbook).map((row) => row[1])).toEqual(["文件", "a.xlsx", "b.xlsx"]);

  const other = await withLedger();
  await other.run(async (context) => {
    context.workbook.worksheets.add(RECORD_NAME);
    await context.sync();
  });
  await other.type(`${RECORD_NAME}!A1`, "我的记录");
  expect(await write(other, [await returned("a.xlsx", { [cellOf(SCHOOLS)]: 1 })])).toMatchObject({
    recordSheet: `${RECORD_NAME}2`,
  });
  expect(other.cell(`${RECORD_NAME}!A1`).value).toBe("我的记录");
});

it("says where there is no ledger, and inserts nothing", async () => {
  const workbook = await openForTheAddIn();
  const file = await returned("a.xlsx", {});
  workbook.useGlobally();
  const outcome = await workbook.run((context) =>
    collectReturns(context, index, [file], { largest: LARGEST, takesObjects: false }),
  );
  expect(outcome).toEqual({ noLedger: true });
  expect(sheetNames(workbook)).toEqual(["Sheet1"]);
});

it.each([null, {}, { version: 1 }, { version: 1, at: "", sheet: "台账", writes: [{ id: 1 }] }])(
  "takes %j, which somebody else wrote into its place, for nothing to undo",
  async (kept) => {
    const workbook = await withLedger();
    await workbook.run((context) => writePart(context, "collected", kept));
    expect(await workbook.run(undoCollection)).toEqual({ nothing: true });
  },
);

it("asks Excel whether it can take sheets of other workbooks in", () => {
  const asked: string[][] = [];
  const isSetSupported = (...wanted: string[]) => asked.push(wanted) > 1;
  Object.assign(globalThis, { Office: { context: { requirements: { isSetSupported } } } });
  expect([canCollect(), canCollect()]).toEqual([false, true]);
  expect(asked[0]).toEqual(["ExcelApi", "1.13"]);
});
