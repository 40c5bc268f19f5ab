import { scoreAnswer } from "../../src/core/scores";
import { buildLedger } from "../../src/excel/buildLedger";
import { makeScores } from "../../src/excel/makeScores";
import { session } from "../../src/excel/session";
import { LEDGER_NAME } from "../../src/sheets/ledger";
import { SCORES_NAME } from "../../src/sheets/scoreSheet";
import { zh } from "../../src/strings/zh";
import { jingzhou } from "../core/jingzhou";
import type { OpenWorkbook } from "../workbench/node/openWorkbook";
import { closeWorkbooks, openForTheAddIn, sheetNames } from "./openForTheAddIn";

jest.setTimeout(60_000);
afterEach(closeWorkbooks);
const { headings, hints, rules } = zh.scores;

async function withLedger(typed: Record<string, string | number>) {
  const workbook = await openForTheAddIn();
  await workbook.run((context) => buildLedger(context, session.inForce(), ["education", "government-data"], "ask"));
  for (const [address, value] of Object.entries(typed)) await workbook.type(`${LEDGER_NAME}!${address}`, value);
  await workbook.idle();
  return workbook;
}
const make = (workbook: OpenWorkbook, placement: "ask" | "newSheet" | "replace" = "ask") =>
  workbook.run((context) => makeScores(context, session.inForce(), placement));

/** The texts and values of the sheet, row by row. */
function cellsOf({ engine, host }: OpenWorkbook) {
  const area = engine.usedArea(host.findSheet(SCORES_NAME)!, true)!;
  const [cells, texts] = [engine.read(area), engine.texts(area)];
  return cells.map((row, i) =>
    row.map((cell, j) => ({ value: cell.value, text: texts[i]![j]!, isError: cell.isError })),
  );
}

/** The rows below the headings, by what they are called. */
function rowsOf(workbook: OpenWorkbook) {
  const cells = cellsOf(workbook);
  const line = cells.findIndex((row) => row.some(({ text }) => text === headings.id));
  const heads = cells[line]!.map(({ text }) => text);
  const rows = cells.slice(line + 1).filter((row) => /^JZ/.test(row[heads.indexOf(headings.id)]?.text ?? ""));
  return rows.map((row, position) => {
    const at = (heading: string) => row[heads.indexOf(heading)]!;
    const address = (heading: string) =>
      `${SCORES_NAME}!${String.fromCharCode(65 + heads.indexOf(heading))}${line + 2 + position}`;
    return { at, address, id: at(headings.id).text };
  });
}
const totalOf = (workbook: OpenWorkbook, name: string) =>
  cellsOf(workbook)
    .find((row) => row[1]?.text === name)!
    .slice(0, 8)
    .map(({ text }) => text);

it("scores the rows of a ledger as the function does, adds them up by department, and tells weights of 95", async () => {
  const workbook = await withLedger({ C3: "2024Q4", J6: 4155, J7: 1170, J8: 5000, J9: 20 });
  expect(await make(workbook)).toMatchObject({ made: { name: SCORES_NAME, ledger: LEDGER_NAME } });
  await workbook.idle();
  expect(sheetNames(workbook)).toEqual(["Sheet1", LEDGER_NAME, SCORES_NAME]);
  const rows = rowsOf(workbook);
  for (const { address } of rows.slice(0, 10)) await workbook.type(address(headings.weight), 9.5);
  await workbook.idle();
  expect(
    cellsOf(workbook)
      .flat()
      .filter(({ isError }) => isError),
  ).toEqual([]);
  let sum = 0;
  for (const { at, id } of rowsOf(workbook).slice(0, 10)) {
    const commitment = jingzhou.withId(id)!;
    const actual = at(headings.actual).value;
    const points = at(headings.points).value;
    if (actual === "" || actual === null)
      expect([at(headings.points).text, at(headings.hint).text]).toEqual(["", hints.notScored]);
    else {
      expect(points).toBeCloseTo(scoreAnswer(jingzhou, commitment, { actual, asOf: "2024Q4" }, 9.5), 6);
      sum += points as number;
    }
  }
  expect(sum).toBeGreaterThan(5);
  expect(cellsOf(workbook)[2]![0]!.text).toBe("权重合计95分，不是100分，请核对");
  const [rank, , note, weight, scored, score, , count] = totalOf(workbook, "市教育局");
  expect([rank, weight, count]).toEqual(["1", "95", "10"]);
  expect(Number(scored)).toBeGreaterThan(0);
  expect(note).toBe(`按已评${scored}分`);
  expect(Number(score)).toBeCloseTo(sum, 1);
  expect(totalOf(workbook, "市政务数据局").slice(0, 3)).toEqual(["—", "市政务数据局", "尚未评分"]);
});

it("takes ranks, full marks or none, and what is added with its basis; made anew it keeps what was typed", async () => {
  const workbook = await withLedger({ C3: "2024Q4", J6: 4155, J7: 2340 });
  await make(workbook);
  await workbook.idle();
  const [first, second, third] = rowsOf(workbook);
  const type = async (row: typeof first, heading: string, value: string | number) =>
    workbook.type(row!.address(heading), value);
  for (const row of [first, second, third]) await type(row, headings.weight, 10);
  await type(first, headings.rule, rules.fullOrNone);
  await type(second, headings.bonus, 2);
  await type(third, headings.rule, rules.byRank);
  await workbook.idle();
  const seen = (position: number) => {
    const { at } = rowsOf(workbook)[position]!;
    return [at(headings.points).text, at(headings.score).text, at(headings.hint).text];
  };
  expect(seen(2)).toEqual(["", "", hints.noRank]);
  expect(seen(1)[2]).toBe(hints.noBasis);
  const before = Number(seen(1)[1]);
  await type(second, headings.basis, "省政府通报表扬");
  await type(third, headings.rank, 3);
  await workbook.idle();
  expect(Number(seen(1)[1])).toBeCloseTo(before + 2, 6);
  expect(seen(2)).toEqual(["9.00", "9.00", ""]);
  expect(await make(workbook)).toMatchObject({ occupied: { name: SCORES_NAME } });
  await make(workbook, "replace");
  await workbook.idle();
  expect(seen(2)).toEqual(["9.00", "9.00", ""]);
  expect(Number(seen(1)[1])).toBeCloseTo(before + 2, 6);
  expect(rowsOf(workbook)[0]!.at(headings.rule).text).toBe(rules.fullOrNone);
});
