import { buildLedger } from "../../src/excel/buildLedger";
import { inspectWorkbook } from "../../src/excel/inspect";
import { makeLeadersCopy } from "../../src/excel/leadersCopy";
import { LEDGER_NAME } from "../../src/sheets/ledger";
import { STATUS_LOOKS } from "../../src/sheets/statusColours";
import { closeWorkbooks, openForTheAddIn, sheetNames } from "./openForTheAddIn";
import { session } from "../../src/excel/session";

jest.setTimeout(60_000);
afterEach(closeWorkbooks);
const COPY = `${LEDGER_NAME}（领导版）`;

/** A workbook with the ledger of the education bureau, judged at the half-year. */
async function withLedger(office: "2021" | "365" = "365") {
  const workbook = await openForTheAddIn({ office });
  await workbook.run((context) => buildLedger(context, session.inForce(), ["education"], "ask"));
  await workbook.type(`${LEDGER_NAME}!C3`, "2024Q2");
  await workbook.type(`${LEDGER_NAME}!H6`, 3200);
  await workbook.idle();
  const cells = (sheet: string) => {
    const id = workbook.host.findSheet(sheet)!;
    return workbook.engine.read(workbook.engine.usedArea(id, true)!);
  };
  return { ...workbook, cells };
}

it.each(["2021", "365"] as const)("keeps values, words and colours, and no formula, in Office %s", async (office) => {
  const workbook = await withLedger(office);
  const outcome = await workbook.run((context) => makeLeadersCopy(context, session.inForce(), "ask"));
  await workbook.idle();
  expect(outcome).toEqual({ made: { name: COPY, errors: 0 } });
  expect(sheetNames(workbook)).toEqual(["Sheet1", LEDGER_NAME, COPY]);
  const [original, copy] = [workbook.cells(LEDGER_NAME), workbook.cells(COPY)];
  expect(copy.flat().filter(({ formula }) => formula !== null)).toEqual([]);
  const rows = (cells: typeof copy) => cells.slice(2).map((row) => row.map(({ value }) => value ?? ""));
  expect(rows(copy)).toEqual(rows(original));
  const status = workbook.cell(`${COPY}!P6`);
  expect(status.value).toBe("达进度");
  const id = workbook.host.findSheet(COPY)!;
  expect(workbook.engine.painted(id, 5, 15)).toEqual({
    fill: STATUS_LOOKS.onPace.fill,
    fontColour: STATUS_LOOKS.onPace.fontColor,
  });
  expect(workbook.engine.inputRule(id, 5, 6)).toBeNull();
  expect(String(workbook.cell(`${COPY}!A2`).value)).toMatch(
    /^领导版，只含数值，不再重算　制作于\d{4}-\d\d-\d\d \d\d:\d\d　目录：/,
  );
});

it("says so where there is no ledger", async () => {
  const workbook = await openForTheAddIn();
  await workbook.type("A1", "别的表");
  expect(await workbook.run((context) => makeLeadersCopy(context, session.inForce(), "ask"))).toEqual({
    noLedger: true,
  });
});

it("is no ledger itself: neither copied again nor checked for laggards", async () => {
  const workbook = await withLedger();
  await workbook.run((context) => makeLeadersCopy(context, session.inForce(), "ask"));
  expect(await workbook.run((context) => makeLeadersCopy(context, session.inForce(), "ask"))).toMatchObject({
    occupied: { name: COPY },
  });
  const { verdicts } = await workbook.run(inspectWorkbook);
  expect(new Set(verdicts.map(({ sheet }) => sheet))).toEqual(new Set([LEDGER_NAME]));
});

it("asks before a second one, and can stand beside the first or take its place", async () => {
  const workbook = await withLedger();
  const make = (placement: "ask" | "newSheet" | "replace") =>
    workbook.run((context) => makeLeadersCopy(context, session.inForce(), placement));
  await make("ask");
  workbook.engine.activate(workbook.host.findSheet(LEDGER_NAME)!);
  expect(await make("ask")).toEqual({ occupied: { name: COPY, freeName: `${COPY}2` } });
  expect(await make("newSheet")).toEqual({ made: { name: `${COPY}2`, errors: 0 } });
  workbook.engine.activate(workbook.host.findSheet(LEDGER_NAME)!);
  expect(await make("replace")).toEqual({ made: { name: COPY, errors: 0 } });
  expect(sheetNames(workbook).sort()).toEqual(["Sheet1", LEDGER_NAME, COPY, `${COPY}2`].sort());
});

it("leaves no half copy, and the ledger as it was, when Excel refuses in the middle", async () => {
  const workbook = await withLedger();
  const before = workbook.cells(LEDGER_NAME);
  workbook.faults.failAt("Range.copyFrom", "GeneralException");
  await expect(workbook.run((context) => makeLeadersCopy(context, session.inForce(), "ask"))).rejects.toMatchObject({
    code: "GeneralException",
  });
  expect(sheetNames(workbook)).toEqual(["Sheet1", LEDGER_NAME]);
  expect(workbook.cells(LEDGER_NAME)).toEqual(before);
});

it("copies a protected ledger and leaves its protection on", async () => {
  const workbook = await withLedger();
  await workbook.run(async (context) => {
    context.workbook.worksheets.getItem(LEDGER_NAME).protection.protect();
    await context.sync();
  });
  expect(await workbook.run((context) => makeLeadersCopy(context, session.inForce(), "ask"))).toMatchObject({
    made: { name: COPY },
  });
  await workbook.run(async (context) => {
    const { protection } = context.workbook.worksheets.getItem(LEDGER_NAME);
    protection.load("protected");
    await context.sync();
    expect(protection.protected).toBe(true);
  });
});
