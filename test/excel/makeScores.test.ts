import { scoreAnswer } from "../../src/core/scores";
import { buildLedger } from "../../src/excel/buildLedger";
import { makePlacesTable } from "../../src/excel/makePlacesTable";
import { makeScores } from "../../src/excel/makeScores";
import { session } from "../../src/excel/session";
import { LEDGER_NAME } from "../../src/sheets/ledger";
import { PLACES_NAME } from "../../src/sheets/placesTable";
import { PLACES_SCORES_NAME, SCORES_NAME } from "../../src/sheets/scoreSheet";
import { zh } from "../../src/strings/zh";
import { CatalogIndex } from "../../src/core/catalog";
import { validateCatalog } from "../../src/core/loadCatalog";
import { jingzhou } from "../core/jingzhou";
import { yunzhou } from "../core/yunzhou";
import type { OpenWorkbook } from "../workbench/node/openWorkbook";
import { closeWorkbooks, openForTheAddIn, sheetNames } from "./openForTheAddIn";

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

it("adds up departments that share a hundred, and none that have a hundred each", async () => {
  const workbook = await withLedger({ C3: "2024Q4", J6: 4155 });
  await make(workbook);
  await workbook.idle();
  const rows = rowsOf(workbook);
  const first = (department: string) => rows.find(({ at }) => at(headings.department).text === department)!;
  const [one, other] = [first("市教育局"), first("市政务数据局")];
  await workbook.type(one.address(headings.weight), 60);
  await workbook.type(other.address(headings.weight), 40);
  await workbook.idle();
  const [, , note, weight, scored, score] = totalOf(workbook, zh.scores.total);
  expect([note, weight, scored]).toEqual(["按已评60分", "100", "60"]);
  expect(score).toBe(totalOf(workbook, "市教育局")[5]);
  await workbook.type(one.address(headings.weight), 100);
  await workbook.type(other.address(headings.weight), 100);
  await workbook.idle();
  const count = String(rows.length);
  expect(totalOf(workbook, zh.scores.total)).toEqual(["", "合计", zh.scores.notAdded, "", "", "", "", count]);
  expect(cellsOf(workbook)[2]![0]!.text).toBe("");
  await workbook.type(other.address(headings.weight), 95); // told, and shown as it is
  await workbook.idle();
  expect(totalOf(workbook, zh.scores.total)[3]).toBe("195");
  expect(cellsOf(workbook)[2]![0]!.text).toBe("权重合计195分，不是100分，请核对");
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

describe("by place", () => {
  const city = yunzhou();
  const INDICATORS = ["YZ2024-001", "YZ2024-002", "YZ2024-011"];
  beforeEach(() => {
    const commitments = city.catalog.commitments.map((each) =>
      INDICATORS.includes(each.id) ? { ...each, weight: each.id === "YZ2024-001" ? 50 : 25 } : each,
    );
    session.useCatalog(new CatalogIndex(validateCatalog({ ...city.catalog, commitments })));
  });
  afterEach(() => session.useEmbedded());

  it("the county table that is open is scored: each place by its own parts, ranked in its group, as the function does", async () => {
    const workbook = await openForTheAddIn();
    await workbook.run((context) => makePlacesTable(context, session.inForce(), INDICATORS, "ask"));
    const typed = async (address: string, value: string | number) => workbook.type(`${PLACES_NAME}!${address}`, value);
    await typed("B3", "2024Q4");
    const figures: Record<string, readonly (string | number | null)[]> = {
      E: [1500, null, 600, 1320, "650个", 900, 1000, null, 1100],
      J: [7.5, 7, 5.2, 8, 3.5, 7.2, 6.8, 7, 7.5],
      O: [2, 4, 1, 3, 2, 2, 3, 2, 6],
    };
    for (const [column, values] of Object.entries(figures))
      for (const [at, value] of values.entries()) if (value !== null) await typed(`${column}${8 + at}`, value);
    await workbook.idle();
    expect(await make(workbook)).toMatchObject({ made: { name: PLACES_SCORES_NAME, ledger: PLACES_NAME, rows: 26 } });
    await workbook.idle();
    const area = workbook.engine.usedArea(workbook.host.findSheet(PLACES_SCORES_NAME)!, true)!;
    const [cells, texts] = [workbook.engine.read(area), workbook.engine.texts(area)];
    expect(cells.flat().filter(({ isError }) => isError)).toEqual([]);
    const line = texts.findIndex((row) => row.includes(headings.id));
    const at = (heading: string) => texts[line]!.indexOf(heading);
    let scored = 0;
    for (const row of cells.slice(line + 1)) {
      const part = session.index.withId(String(row[at(headings.id)]?.value ?? ""));
      if (!part) continue;
      const actual = row[at(headings.actual)]?.value;
      const points = row[at(headings.points)]?.value;
      if (typeof actual !== "number") {
        expect(points ?? "").toBe("");
        continue;
      }
      scored += 1;
      expect(points).toBeCloseTo(scoreAnswer(session.index, part, { actual, asOf: "2024Q4" }, null), 6);
    }
    expect(scored).toBe(25); // 云禾县 has not reported one of its three
    const totals = texts.slice(5, 14).map((row) => row.slice(0, 6));
    expect(totals[0]).toEqual(["1", "青岩区", "市辖区", "100", "100", "100.00"]);
    expect(totals[1]?.slice(1, 5)).toEqual(["望江区", "市辖区", "50", "50"]); // 学位 is not split there: its weights come to 50
    expect(texts[2]![0]).toBe("1个县市区的权重合计不是100分，请核对"); // 望江区
    expect(totals.map(([rank, place]) => `${place}${rank}`)).toContain("石渡县1"); // of another group
    const together = ["", "合计", zh.scores.places.notAdded, "", "", "", "", "26"];
    expect(texts.find((row) => row[1] === zh.scores.total)?.slice(0, 8)).toEqual(together);
  });
});

it("a promise over several years without a figure of the year is scored against the whole, as the function does", async () => {
  const { catalog } = session.index;
  const [first] = session.index.commitmentsOf("education");
  const commitments = catalog.commitments.map((each) =>
    each.id === first?.id ? { ...each, due: "2026-12-31", weight: 10 } : each,
  );
  session.useCatalog(new CatalogIndex(validateCatalog({ ...catalog, schemaVersion: 2, commitments })));
  const workbook = await withLedger({ C3: "2024Q4", J6: 1000 });
  await make(workbook);
  await workbook.idle();
  const [row] = rowsOf(workbook);
  const answer = scoreAnswer(session.index, session.index.withId(first!.id)!, { actual: 1000, asOf: "2024Q4" }, null);
  expect(row!.at(headings.points).value).toBeCloseTo(answer, 6);
  expect(row!.at(headings.target).text).toBe("未设年度目标");
  session.useEmbedded();
});
