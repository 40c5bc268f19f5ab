/** Totals find their parts by 编号: whatever people do with the rows, the sum stays what it is, or there is none and the hint says why. */
import { RULES } from "../../../src/core/status";
import { zh } from "../../../src/strings/zh";
import { catalogOf, jingzhou } from "../../core/jingzhou";
import { columnAt, FilledLedger } from "./filledLedger";

const goal = (value: number, unit: string) => ({ kind: "flow", target: { comparator: "plain", value, unit } }) as const;
/** Two totals among their parts and others' rows, one of them of parts in unlike steps of a ladder. */
const index = catalogOf(
  goal(100, "个"),
  goal(200, "个"),
  { kind: "flow", sumOf: ["TT2024-001", "TT2024-002"] },
  goal(10, "亿斤"),
  goal(50, "万吨"),
  { kind: "flow", sumOf: ["TT2024-004", "TT2024-005"] },
  goal(7, "所"),
);
const TOTALS = ["TT2024-003", "TT2024-006"];

let ledger: FilledLedger;
beforeEach(() => {
  ledger = new FilledLedger(index, RULES.standard);
  ledger.fill(ledger.ids.map((_, at) => [at + 1, (at + 1) * 10, null, null]));
});
afterEach(() => ledger.close());

const COLUMNS = ["quarter1", "quarter2", "quarter3", "latest", "attainment", "gap", "status"] as const;
async function totals() {
  const rows = await ledger.rows();
  return TOTALS.map((id) => {
    const row = rows.find((each) => each.id === id)!;
    return [id, ...COLUMNS.map((column) => row[column])];
  });
}
const SUMS = [
  ["TT2024-003", 3, 30, "", 30, 0.1, 120, "严重滞后"],
  ["TT2024-006", 5, 50, "", 50, 50 / 20, -40, "已完成"],
];

it("adds up what its parts hold, each in its own unit", async () => {
  // 4 and 40 亿斤, 5 and 50 万吨, which are a tenth of 亿斤 and more: 1 亿斤 is 5 万吨.
  expect((await totals()).map((row) => row.slice(0, 5))).toEqual([
    ["TT2024-003", 3, 30, "", 30],
    ["TT2024-006", 4 + 5 / 5, 40 + 50 / 5, "", 50],
  ]);
  expect(await totals()).toEqual(SUMS);
});

it.each([
  ["from below", [6, 5, 4, 3, 2, 1, 0]],
  ["so that totals stand first", [2, 5, 0, 1, 3, 4, 6]],
  ["so that parts stand far from their total", [1, 6, 3, 2, 5, 4, 0]],
])("stays the same when rows are sorted %s, and again when they are sorted back", async (_, order) => {
  await ledger.sort(order);
  expect((await ledger.rows()).map(({ id }) => id)).toEqual(order.map((at) => ledger.ids[at]));
  expect(await totals()).toEqual(SUMS);
  await ledger.sort(order.map((_, place) => order.indexOf(place)));
  expect((await ledger.rows()).map(({ id }) => id)).toEqual(ledger.ids);
  expect(await totals()).toEqual(SUMS);
});

it("every total of the embedded catalog survives sorting", async () => {
  const city = new FilledLedger(jingzhou, RULES.standard);
  city.fill(city.ids.map((_, at) => [at, at * 7 + 1, null, null]));
  const wanted = async () =>
    new Map((await city.rows()).map((row) => [row.id, [row.quarter1, row.quarter2, row.latest, row.status]]));
  const before = await wanted();
  expect(before.get("JZ2024-016")?.[2]).toBeGreaterThan(0);
  await city.sort(
    city.ids.map((_, at) => ((at * 7) % city.ids.length === 0 && at > 0 ? at : city.ids.length - 1 - at)),
  );
  const order = city.ids.map((_, at) => city.ids.length - 1 - at);
  await city.sort(order);
  expect(await wanted()).toEqual(before);
  city.close();
});

it("goes along with inserted rows, and reads none of what people put into them", async () => {
  await ledger.insertRow(ledger.first + 1);
  await ledger.insertRow(ledger.first + 4);
  ledger.put(ledger.first + 1, columnAt("quarter2"), 99999);
  const rows = await ledger.cells({ row: ledger.first, column: 0, rows: 9, columns: columnAt("id") + 1 });
  const found = TOTALS.map((id) => rows.find((row) => row[columnAt("id")] === id)!);
  expect(found.map((row) => COLUMNS.map((column) => row[columnAt(column)]))).toEqual(SUMS.map((row) => row.slice(1)));
});

it.each([
  ["a part's row", [[0, 30]]],
  ["the total's row", [[2, 30]]],
  [
    "all of them, into each other's places",
    [
      [0, 30],
      [2, 0],
      [1, 2],
      [30, 1],
      [5, 31],
      [3, 5],
      [31, 3],
    ],
  ],
])("stays the same when people cut and paste %s", async (_, moves) => {
  for (const [from = 0, to = 0] of moves) await ledger.cutRow(ledger.first + from, ledger.first + to);
  const rows = await ledger.cells({ row: ledger.first, column: 0, rows: 32, columns: columnAt("id") + 1 });
  const found = TOTALS.map((id) => rows.find((row) => row[columnAt("id")] === id)!);
  expect(found.map((row) => COLUMNS.map((column) => row[columnAt(column)]))).toEqual(SUMS.map((row) => row.slice(1)));
  const parts = rows.filter((row) => String(row[columnAt("id")]).startsWith("TT2024"));
  expect(parts).toHaveLength(ledger.ids.length);
  for (const row of parts)
    expect([row[columnAt("id")], row[columnAt("hint")]]).not.toContain(zh.ledger.hints.partMissing);
});

it("is none, and says why, once a part has no row; and none while a part has no number", async () => {
  ledger.type("TT2024-001", "quarter2", "约10");
  let [row] = (await ledger.rows()).filter(({ id }) => id === "TT2024-003");
  expect([row?.quarter2, row?.latest, row?.status]).toEqual(["", "", zh.status.unreported]);
  ledger.type("TT2024-001", "id", null);
  [row] = (await ledger.rows()).filter(({ id }) => id === "TT2024-003");
  expect([row?.quarter1, row?.hint]).toEqual(["", zh.ledger.hints.partMissing]);
  expect(row?.status).not.toMatch(/^#/);
});
