/** Functions judge by the tolerances of the ledger that counts, as people edit them. */
import { RULES } from "../../src/core/status";
import { buildLedger } from "../../src/excel/buildLedger";
import { followTolerances, ToleranceWatch, type Followed } from "../../src/excel/ledgerTolerances";
import { session } from "../../src/excel/session";
import { keepPreset } from "../../src/excel/workbookSettings";
import { LEDGER_NAME } from "../../src/sheets/ledger";
import { errorSentence } from "../../src/strings/strings";
import type { OpenWorkbook } from "../workbench/node/openWorkbook";
import { closeWorkbooks, openForTheAddIn } from "./openForTheAddIn";

afterEach(() => {
  closeWorkbooks();
  session.useRules(RULES.standard);
  session.useLedgerRules(null);
});

const STATUS = '=TARGET.STATUS("教育局","新增学位",3000,"2024Q2")'; // 13.9 points below pace
const WHY = '=TARGET.WHY("教育局","新增学位",3000,"2024Q2")';
const GAP = '=TARGET.GAP("教育局","新增学位",3000,"2024Q2")';
const [SHARE, POINTS, GRACE] = ["J3", "J4", "J2"].map((cell) => `${LEDGER_NAME}!${cell}`) as [string, string, string];

/** A ledger, and beside it a sheet that asks the functions. */
async function asking(): Promise<OpenWorkbook> {
  const workbook = await openForTheAddIn();
  await workbook.run((context) => buildLedger(context, session.inForce(), ["education"], "ask"));
  await workbook.type("Sheet1!A1", STATUS);
  await workbook.type("Sheet1!A2", WHY);
  await workbook.type("Sheet1!A3", GAP);
  await workbook.idle();
  return workbook;
}

const shown = (workbook: OpenWorkbook, cell = "A1") => workbook.cell(`Sheet1!${cell}`);

/** The watch as the pane keeps it, and what it told; `until` waits for what it says next. */
async function watched(workbook: OpenWorkbook) {
  const told: Followed[] = [];
  let wake: () => void = () => undefined;
  const watch = new ToleranceWatch(
    (work) => workbook.run(work),
    (followed) => {
      told.push(followed);
      wake();
    },
    1,
  );
  await watch.start();
  const next = async (edit: () => Promise<unknown>) => {
    const heard = new Promise<void>((resolve) => (wake = resolve));
    await edit();
    await heard;
    await workbook.idle();
    return told.at(-1);
  };
  return { told, next };
}

it("stands where this test looks for it", async () => {
  const workbook = await asking();
  expect(["I3", "I4", "I2"].map((cell) => workbook.cell(`${LEDGER_NAME}!${cell}`).text)).toEqual([
    "完成率容差",
    "百分点容差",
    "起算线",
  ]);
});

it("judges by an edited tolerance at once, and WHY says so", async () => {
  const workbook = await asking();
  const { next } = await watched(workbook);
  expect(shown(workbook).value).toBe("严重滞后");
  expect(await next(() => workbook.type(SHARE, 0.15))).toEqual({ sheet: LEDGER_NAME, isChanged: true, cells: 2 });
  expect(shown(workbook).value).toBe("欠进度");
  expect(shown(workbook, "A2").value).toContain("台账容差15个百分点,欠进度");
  await next(() => workbook.type(GRACE, 0.14));
  expect(shown(workbook).value).toBe("达进度");
  await next(() => workbook.type(POINTS, 3));
  expect(session.judging).toMatchObject({ shareTolerance: 0.15, pointTolerance: 3, shareGrace: 0.14 });
});

it.each([
  ["十个点", "“十个点”读不出"],
  [10, "“1000%”读不出"],
  [-0.1, "“-10%”读不出"],
  [true, "“TRUE”读不出"],
  ["", "空着"],
  ["#N/A", "“#N/A”读不出"],
])("gives no verdict while a tolerance is %s, in a sentence, as the ledger does", async (typed, trouble) => {
  const workbook = await asking();
  const { next } = await watched(workbook);
  await workbook.type(`${LEDGER_NAME}!G6`, 3000);
  await next(() => workbook.type(SHARE, typed));
  expect(shown(workbook).value).toBe("#VALUE!");
  expect(shown(workbook, "A2").value).toBe("#VALUE!");
  expect(shown(workbook, "A3").value).toBe(1155); // a gap is not judged
  expect(errorSentence(session.noVerdict)).toContain(`工作表“台账”的完成率容差${trouble}`);
  const verdicts = Array.from({ length: 5 }, (_, row) => workbook.cell(`${LEDGER_NAME}!P${row + 6}`).value);
  expect(new Set(verdicts)).toEqual(new Set([""]));
  await next(() => workbook.type(SHARE, 0.1));
  expect(shown(workbook).value).toBe("严重滞后");
});

it("asks Excel nothing for edits elsewhere, and calls nothing anew for edits that change nothing", async () => {
  const workbook = await asking();
  const { told } = await watched(workbook);
  await workbook.idle();
  workbook.batches.requests.length = 0;
  await workbook.type("Sheet1!B7", 12);
  await workbook.type(`${LEDGER_NAME}!G6`, 900);
  await workbook.type(`${LEDGER_NAME}!R6`, "校舍验收推迟");
  await workbook.idle();
  expect(workbook.batches.requests.filter(({ actions }) => actions > 0)).toEqual([]);
  await workbook.run((context) => followTolerances(context));
  expect(told).toEqual([]);
});

it("takes over what a workbook brings when it is opened, without touching cells nobody asked for yet", async () => {
  const workbook = await asking();
  await workbook.type(SHARE, 0.15);
  session.useLedgerRules(null);
  const followed = await workbook.run((context) => followTolerances(context, { isOpening: true }));
  expect(followed).toMatchObject({ sheet: LEDGER_NAME, isChanged: true, cells: 0 });
  expect(session.judging.shareTolerance).toBe(0.15);
});

it("of several ledgers takes the one named 台账, else the first", async () => {
  const workbook = await asking();
  await workbook.run(async (context) => {
    const copy = context.workbook.worksheets.getItem(LEDGER_NAME).copy("Beginning");
    copy.name = "副本";
    copy.getRange("J3").values = [[0.2]];
    await context.sync();
  });
  expect(await workbook.run((context) => followTolerances(context))).toMatchObject({ sheet: LEDGER_NAME });
  expect(session.judging.shareTolerance).toBe(0.1);
  await workbook.run(async (context) => {
    context.workbook.worksheets.getItem(LEDGER_NAME).name = "教育口";
    await context.sync();
  });
  expect(await workbook.run((context) => followTolerances(context))).toMatchObject({ sheet: "副本" });
  expect(session.judging.shareTolerance).toBe(0.2);
});

it("judges by the ledger's own preset until the ledger is updated, and by the chosen one where there is no ledger", async () => {
  const workbook = await asking();
  const { next } = await watched(workbook);
  await workbook.run((context) => keepPreset(context, "tianjin"));
  expect(session.rules.preset).toBe("tianjin");
  expect(session.judging).toEqual(RULES.standard);
  await next(() =>
    workbook.run(async (context) => {
      context.workbook.worksheets.getItem(LEDGER_NAME).delete();
      await context.sync();
    }),
  );
  expect(session.judging).toEqual(RULES.tianjin);
});

it("leaves the calling to whoever edited, and says that 刷新 is needed", async () => {
  const workbook = await asking();
  await workbook.run((context) => followTolerances(context));
  await workbook.type(SHARE, 0.15);
  expect(await workbook.run((context) => followTolerances(context, { mayWrite: false }))).toMatchObject({
    isChanged: true,
    cells: null,
  });
  expect(session.judging.shareTolerance).toBe(0.15);
});
