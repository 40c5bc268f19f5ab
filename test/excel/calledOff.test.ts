/** Long work that a person calls off: reading ends at the next request, and of what was written nothing is left. */
import { inspectWorkbook } from "../../src/excel/inspect";
import { makeIssueList } from "../../src/excel/makeIssueList";
import { runInExcel } from "../../src/excel/run";
import { CalledOff, follow, UnderWay } from "../../src/excel/underWay";
import { closeWorkbooks, openForTheAddIn, sheetNames } from "./openForTheAddIn";

afterEach(closeWorkbooks);

/** Two portions of what is written at once. */
const LONG_TEXT = "说".repeat(30_000);
const issues = Array.from({ length: 60 }, (_, at) => ({
  sheet: "台账",
  address: `A${at + 1}`,
  department: "市教育局",
  indicator: "新增学位",
  status: null,
  gap: "",
  reasons: [LONG_TEXT],
}));

/** Work that is called off at its first step. */
function calledOff<T>(work: (context: Excel.RequestContext) => Promise<T>) {
  const steps: (number | null)[] = [];
  const underWay: UnderWay = new UnderWay(() => {
    steps.push(underWay.done);
    if (!underWay.isCalledOff) underWay.callOff();
  });
  const done = runInExcel((context) => {
    follow(context, underWay);
    return work(context);
  });
  return { done, steps };
}

it("what was written is taken back, and the same can be done afterwards", async () => {
  const workbook = await openForTheAddIn();
  const { done, steps } = calledOff((context) => makeIssueList(context, issues, new Date(2026, 1, 1)));
  await expect(done).rejects.toBeInstanceOf(CalledOff);
  expect(steps[0]).toBeGreaterThan(0);
  expect(steps[0]).toBeLessThan(1);
  expect(sheetNames(workbook)).toEqual(["Sheet1"]);
  const { name } = await workbook.run((context) => makeIssueList(context, issues.slice(0, 2), new Date(2026, 1, 1)));
  expect(sheetNames(workbook)).toEqual(["Sheet1", name]);
});

it("a check of a large workbook ends at its next request", async () => {
  const workbook = await openForTheAddIn();
  await workbook.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A1").values = [[1]];
    sheet.getRange("Z1500").values = [[1]];
    await context.sync();
  });
  const { done, steps } = calledOff(inspectWorkbook);
  await expect(done).rejects.toBeInstanceOf(CalledOff);
  expect(steps[0]).toBeGreaterThan(0);
  expect(steps[0]).toBeLessThan(1);
});
