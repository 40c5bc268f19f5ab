/**
 * A co-author inserts a row, or changes two rows about, just before any request of a command: what a row holds goes on belonging to its
 * 编号, nothing is written beside another.
 */
import { freezePeriod } from "../../src/excel/freezePeriod";
import { refreshOurCells } from "../../src/excel/refresh";
import { session } from "../../src/excel/session";
import { applyCollection } from "../../src/excel/applyCollection";
import { updateLedger } from "../../src/excel/updateLedger";
import { LEDGER_NAME } from "../../src/sheets/ledger";
import { standingLedger } from "../../src/sheets/standingLedger";
import { MOST_COLUMNS } from "../workbench/engine/address";
import type { CellInput } from "../workbench/engine/engine";
import { Range } from "../workbench/host/model/range";
import type { OpenWorkbook } from "../workbench/node/openWorkbook";
import { collection } from "./everyRequest/commands";
import { DEPARTMENT, openSituation, SECOND } from "./everyRequest/situations";
import { closeWorkbooks } from "./openForTheAddIn";

afterEach(() => {
  closeWorkbooks();
  session.useEmbedded();
});

const FIRST = 5; // the first row of a commitment, from 0
const sheetOf = ({ host }: OpenWorkbook) => host.findSheet(LEDGER_NAME)!;

/** What each row holds, by its 编号; formulas without the number of their own row, and without 序号, which follows the order. */
function rowsById(workbook: OpenWorkbook): ReadonlyMap<string, string> {
  const { engine } = workbook;
  const used = engine.usedArea(sheetOf(workbook), true)!;
  const area = { ...used, row: 0, column: 0, rows: used.row + used.rows, columns: used.column + used.columns };
  const cells = engine.read(area);
  const ledger = standingLedger({
    name: LEDGER_NAME,
    row: 0,
    column: 0,
    values: cells.map((row) => row.map(({ value }) => value ?? "")),
    texts: engine.texts(area),
  });
  if (!ledger) throw new Error("the ledger is gone");
  return new Map(
    ledger.rows.map(({ row, id }) => [
      id,
      JSON.stringify(
        (cells[row] ?? [])
          .slice(1)
          .map(({ formula, value }) => formula?.replace(new RegExp(`(?<=[A-Z])${row + 1}\\b`, "g"), "#") ?? value),
      ),
    ]),
  );
}

const MOVES: Readonly<Record<string, (workbook: OpenWorkbook) => Promise<void> | void>> = {
  "inserts a row above": async (workbook) => {
    const row = { sheet: sheetOf(workbook), row: FIRST, column: 0, rows: 1, columns: MOST_COLUMNS };
    await new Range(workbook.host, row).insert("Down");
  },
  "changes two rows about": (workbook) => {
    const { engine } = workbook;
    const line = (row: number) => ({ sheet: sheetOf(workbook), row, column: 0, rows: 1, columns: 26 });
    const inputs = (row: number, by: number): CellInput[][] => [
      engine
        .read(line(row))[0]!
        .map(({ formula, value }): CellInput =>
          formula === null
            ? { value, isText: typeof value === "string" }
            : { formula: engine.shiftFormula(formula, by, 0) },
        ),
    ];
    const [upper, lower] = [inputs(FIRST, 1), inputs(FIRST + 1, -1)];
    engine.write(line(FIRST), lower);
    engine.write(line(FIRST + 1), upper);
  },
};

const COMMANDS: Readonly<Record<string, (context: Excel.RequestContext) => Promise<unknown>>> = {
  freezes: (context) => freezePeriod(context, session.inForce(), true),
  "updates the ledger": (context) => updateLedger(context, session.inForce(), LEDGER_NAME, [DEPARTMENT, SECOND]),
  "writes returns": (context) => applyCollection(context, collection(), new Map()),
  refreshes: refreshOurCells,
};

/** All of it takes ten seconds longer: otherwise every other request has the one move before it, and the rest the other. */
const IS_ALL = process.env["EVERY_REQUEST"] === "all";

describe.each(Object.entries(MOVES).map(([name, move], at) => [name, move, at] as const))(
  "while a co-author %s",
  (_, move, at) => {
    it.each(Object.entries(COMMANDS))("one %s", async (__, command) => {
      let workbook = await openSituation("livedIn");
      const requests = await requestsOf(workbook, command);
      const aim = rowsById(workbook);
      const wrong: string[] = [];
      for (let nth = 1; nth <= requests; nth++) {
        if (!IS_ALL && nth % 2 !== at) continue;
        workbook.close();
        workbook = await openSituation("livedIn");
        const base = rowsById(workbook);
        workbook.faults.beforeRequest(nth, () => move(workbook));
        const error = await workbook.run(command).then(
          // A ledger that is being calculated is not frozen: that is said, and nothing written.
          (outcome) => (typeof outcome === "object" && outcome && "refused" in outcome ? outcome.refused : null),
          (refusal: unknown) => refusal,
        );
        workbook.faults.clear();
        await workbook.idle();
        const now = rowsById(workbook);
        const wanted = error === null ? aim : base;
        for (const [id, row] of wanted)
          if (now.get(id) !== row)
            wrong.push(`before request ${nth}, ${String(error)}: ${id} was ${row} and is ${now.get(id)}`);
        if (now.size !== wanted.size) wrong.push(`before request ${nth}: ${now.size} rows instead of ${wanted.size}`);
      }
      expect(wrong).toEqual([]);
    });
  },
);

async function requestsOf(
  workbook: OpenWorkbook,
  command: (context: Excel.RequestContext) => Promise<unknown>,
): Promise<number> {
  const before = workbook.batches.requests.length;
  await workbook.run(command);
  await workbook.idle();
  return workbook.batches.requests.slice(before).filter(({ actions }) => actions > 0).length;
}
