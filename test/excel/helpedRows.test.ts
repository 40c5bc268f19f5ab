/** What several bureaus do together: a row under its lead, rows of 配合 under those who help, and what they send back. */
import { CatalogIndex } from "../../src/core/catalog";
import { validateCatalog } from "../../src/core/loadCatalog";
import { buildLedger } from "../../src/excel/buildLedger";
import { makeSummary } from "../../src/excel/makeSummary";
import { ledgerOn } from "../../src/excel/findLedger";
import { session } from "../../src/excel/session";
import { updateLedger } from "../../src/excel/updateLedger";
import { damageOf } from "../../src/sheets/damage";
import { LEDGER_NAME } from "../../src/sheets/ledger";
import { decided } from "../../src/sheets/bids";
import { collect } from "../../src/sheets/returns";
import { SUMMARY_NAME } from "../../src/sheets/summary";
import type { OpenWorkbook } from "../workbench/node/openWorkbook";
import { closeWorkbooks, openForTheAddIn } from "./openForTheAddIn";

afterEach(() => {
  closeWorkbooks();
  session.useEmbedded();
});

const promise = (number: number, department: string, indicator: string, value: number, supporting?: string[]) => ({
  id: `YZ2024-00${number}`,
  department,
  indicator,
  kind: "flow",
  modality: "plan",
  target: { comparator: "plain", value, unit: "个" },
  from: "2024-01-01",
  due: "2024-12-31",
  review: "confirmed",
  source: { document: "doc", section: "附件", phrase: `${indicator}${value}个` },
  ...(supporting ? { supporting } : {}),
});
/** 市发改委 promises something of the name of what it helps with. */
const catalog = (supporting: string[] = ["reform", "labour"]) =>
  new CatalogIndex(
    validateCatalog({
      schemaVersion: 2,
      id: "yunzhou-2024",
      title: "云州市2024年目标任务",
      region: "云州市",
      year: 2024,
      version: "1",
      documents: [{ id: "doc", title: "目标任务" }],
      departments: [
        { id: "reform", name: "市发改委" },
        { id: "education", name: "市教育局" },
        { id: "labour", name: "市人社局" },
      ],
      commitments: [
        promise(1, "education", "新增学位", 8000, supporting),
        promise(2, "reform", "新增学位", 500),
        promise(3, "education", "培训教师", 300),
      ],
    }),
  );

/** Rows as they are built for all three: 6 市发改委's own, 7 what it helps with, 8 and 9 市教育局, 10 市人社局's help. */
async function built(departments = ["reform", "education", "labour"], index = catalog()): Promise<OpenWorkbook> {
  session.useCatalog(index);
  const workbook = await openForTheAddIn();
  await workbook.run((context) => buildLedger(context, session.inForce(), departments, "ask"));
  await workbook.type(`${LEDGER_NAME}!C3`, "2024Q2");
  await workbook.idle();
  return workbook;
}
const texts = ({ engine, host }: OpenWorkbook, row: number, sheet = LEDGER_NAME) => {
  const area = { sheet: host.findSheet(sheet)!, row: row - 1, column: 0, rows: 1, columns: 24 };
  return engine.texts(area)[0]!;
};
const read = (workbook: OpenWorkbook) => workbook.run((context) => ledgerOn(context, LEDGER_NAME));

it("stand under each who helps, follow the lead's row, and are counted once", async () => {
  const workbook = await built();
  await workbook.type(`${LEDGER_NAME}!H8`, 3000);
  await workbook.type(`${LEDGER_NAME}!R8`, "用地未批");
  await workbook.type(`${LEDGER_NAME}!H6`, 250);
  await workbook.idle();
  expect([6, 7, 8, 9, 10].map((row) => texts(workbook, row).slice(0, 3))).toEqual([
    ["1", "市发改委", "新增学位"],
    ["配合", "市发改委", "新增学位"],
    ["2", "市教育局", "新增学位"],
    ["3", "市教育局", "培训教师"],
    ["配合", "市人社局", "新增学位"],
  ]);
  const lead = texts(workbook, 8);
  for (const row of [7, 10]) {
    const helped = texts(workbook, row);
    expect(helped.slice(3, 10)).toEqual(lead.slice(3, 10));
    expect(helped.slice(11, 15)).toEqual(lead.slice(11, 15));
    expect([helped[10], helped[15], helped[16], helped[17]]).toEqual([
      "牵头：市教育局",
      `配合·${lead[15]!}`,
      lead[16],
      "用地未批",
    ]);
  }
  expect(lead[15]).toBe("严重滞后");
  expect(texts(workbook, 6)[4]).toBe("500个");
  await workbook.run((context) => makeSummary(context, session.inForce(), "ask"));
  await workbook.idle();
  const tally = (name: string) => {
    for (let row = 1; row < 30; row++) {
      const cells = texts(workbook, row, SUMMARY_NAME);
      if (cells[0] === name) return cells[8];
    }
    return undefined;
  };
  expect(["市发改委", "市教育局", "市人社局", "合计"].map(tally)).toEqual(["1", "2", undefined, "3"]);
});

it("follow their lead wherever rows are moved, and a figure typed over them is told", async () => {
  const workbook = await built();
  await workbook.run(async (context) => {
    context.workbook.worksheets.getItem(LEDGER_NAME).getRange("7:7").insert("Down");
    await context.sync();
  });
  await workbook.type(`${LEDGER_NAME}!H9`, 4100);
  await workbook.idle();
  expect(texts(workbook, 8).slice(7, 8)).toEqual(["4,100"]);
  await workbook.type(`${LEDGER_NAME}!H8`, 4200);
  await workbook.idle();
  const { index, rules } = session.inForce();
  expect(damageOf(index, rules, (await read(workbook))!).map(({ department, holds }) => [department, holds])).toEqual([
    ["市发改委", "4200"],
  ]);
});

it("come into a standing ledger behind what a unit leads, and are marked once the catalog has them no more", async () => {
  const workbook = await built(undefined, catalog(["labour"]));
  const update = () =>
    workbook.run((context) => updateLedger(context, session.inForce(), LEDGER_NAME, ["reform", "education", "labour"]));
  session.useCatalog(catalog());
  expect(await update()).toMatchObject({ update: { added: [{ id: "YZ2024-001+reform" }], gone: [], changed: [] } });
  await workbook.type(`${LEDGER_NAME}!H8`, 4100);
  await workbook.idle();
  expect([6, 7, 8].map((row) => texts(workbook, row).slice(0, 2))).toEqual([
    ["1", "市发改委"],
    ["配合", "市发改委"],
    ["2", "市教育局"],
  ]);
  expect(texts(workbook, 7)[7]).toBe("4,100");
  expect(await update()).toMatchObject({ update: { added: [], gone: [], changed: [], kept: [] } });
  session.useCatalog(catalog(["reform"]));
  expect(await update()).toMatchObject({ update: { gone: [{ department: "市人社局", indicator: "新增学位" }] } });
});

it("are a unit's own to fill where the lead's row is not beside them, and compete with the lead's figure", async () => {
  const labour = await built(["labour"]);
  await labour.type(`${LEDGER_NAME}!H6`, 4300);
  await labour.idle();
  expect(texts(labour, 6).slice(0, 5)).toEqual(["配合", "市人社局", "新增学位", "个", "8,000个"]);
  expect(texts(labour, 6)[15]).toBe("配合·达进度");
  expect(texts(labour, 6)[16]).toBe("◆");
  const ofLabour = (await read(labour))!;
  expect([ofLabour.rows, ofLabour.helped.map(({ id }) => id)]).toEqual([[], ["YZ2024-001+labour"]]);
  const { index } = session;

  const education = await built(["education"]);
  await education.type(`${LEDGER_NAME}!H6`, 4200);
  await education.idle();
  const ofEducation = (await read(education))!;
  const master = (await read(await built()))!;
  const both = collect(index, master, [
    { file: "教育局.xlsx", ledgers: [ofEducation] },
    { file: "人社局.xlsx", ledgers: [ofLabour] },
  ]);
  expect(both.writes).toEqual([]);
  expect(both.conflicts).toMatchObject([
    {
      department: "市教育局",
      before: "",
      offers: [
        { value: 4200, sources: [{ file: "教育局.xlsx", supporter: null }] },
        { value: 4300, sources: [{ file: "人社局.xlsx", supporter: "市人社局" }] },
      ],
    },
  ]);
  expect(decided(both, new Map())).toEqual([]);
  // What only a supporter says goes nowhere unasked either; once the lead says the same there is nothing to decide.
  expect(collect(index, master, [{ file: "人社局.xlsx", ledgers: [ofLabour] }])).toMatchObject({
    writes: [],
    conflicts: [{ before: "", offers: [{ value: 4300 }] }],
  });
  await education.type(`${LEDGER_NAME}!H6`, 4300);
  await education.idle();
  const agreed = collect(index, master, [
    { file: "人社局.xlsx", ledgers: [ofLabour] },
    { file: "教育局.xlsx", ledgers: [(await read(education))!] },
  ]);
  expect([agreed.conflicts, agreed.writes.map(({ after }) => after)]).toEqual([[], [4300]]);
  // A whole ledger sent back follows itself: its rows of 配合 say nothing of their own.
  const whole = await built();
  await whole.type(`${LEDGER_NAME}!H8`, 4200);
  await whole.idle();
  const returned = collect(index, master, [{ file: "全表.xlsx", ledgers: [(await read(whole))!] }]);
  expect([returned.conflicts, returned.writes.map(({ id, after }) => [id, after])]).toEqual([
    [],
    [["YZ2024-001", 4200]],
  ]);
});
