/** Whatever is typed or pasted into a row, 状态 holds a verdict: what nobody can read is 无法核验, and never an error of Excel. */
import { caseOf } from "../../../src/core/case";
import { RULES } from "../../../src/core/status";
import { STATUSES } from "../../../src/core/types";
import { Formula } from "../../../src/sheets/plan";
import type { Entry, LedgerColumn } from "../../../src/sheets/ledgerColumns";
import { zh } from "../../../src/strings/zh";
import { generator } from "../../bench/catalogs";
import { FilledLedger, type Typed } from "./filledLedger";
import { generatedCatalog } from "./generatedPromises";

/** What nobody can take for a figure, and errors as they come along with what is pasted. */
const STRAY: readonly (Typed | Formula)[] = [
  "很多",
  "2024年6月30日",
  "2024/6/30",
  true,
  false,
  new Formula("=NA()"),
  new Formula('=1+"很"'),
  new Formula("=1/0"),
];
/** Of which the row at a place gets its own in each round. */
const strayAt = (row: number, round: number) => STRAY[(row + round) % STRAY.length] ?? null;
const ROUNDS = [0, 1];

const VERDICTS: ReadonlySet<unknown> = new Set(STATUSES.map((status) => zh.status[status]));
const VERDICT = new RegExp(`^(${STATUSES.map((status) => zh.status[status]).join("|")})$`);
const SHOWN: readonly LedgerColumn[] = ["status", "hint", "latest", "attainment", "share", "gap", "light"];
const errorsIn = (row: Record<LedgerColumn, unknown>) =>
  SHOWN.filter((column) => typeof row[column] === "string" && row[column].startsWith("#"));

describe.each<Entry>(["cumulative", "perQuarter"])("quarters typed %s", (entry) => {
  const index = generatedCatalog(generator(7));
  const ledger = new FilledLedger(index, RULES.standard, entry);
  beforeAll(() => ledger.rows()); // worked out as it was built, before anything is typed
  afterAll(() => ledger.close());

  it.each(ROUNDS)("in the quarter of 截至期 they are no figure and no error, round %d", async (round) => {
    ledger.fill(ledger.ids.map((_, at) => [1, strayAt(at, round * 2), null, null]));
    const rows = await ledger.rows();
    for (const [at, row] of rows.entries()) {
      const commitment = index.withId(String(row.id));
      const told = [String(strayAt(at, round * 2)), row.status, errorsIn(row)];
      expect(told).toEqual([told[0], expect.stringMatching(VERDICT), []]);
      if (!commitment || commitment.sumOf || caseOf(index, commitment).terms.kind === "milestone") continue;
      expect([told[0], row.id, row.status, typeof row.gap]).toEqual([
        told[0],
        row.id,
        zh.status.unverifiable,
        "string",
      ]);
      expect(row.hint).not.toBe("");
    }
  });

  it.each(ROUNDS)("in an earlier quarter they leave a verdict, and no error, round %d", async (round) => {
    ledger.fill(ledger.ids.map((_, at) => [strayAt(at, round * 2), at % 2 === 0 ? 1 : null, null, null]));
    const wrong = (await ledger.rows()).filter((row) => !VERDICTS.has(row.status) || errorsIn(row).length > 0);
    expect(wrong.map((row) => [row.id, row.quarter1, row.status, errorsIn(row)])).toEqual([]);
  });

  it.each(["baseline", "target", "share", "latest"] as const)(
    "over a row's %s they leave a verdict",
    async (column) => {
      const typed = new FilledLedger(index, RULES.standard, entry);
      typed.fill(typed.ids.map(() => [1, 2, null, null]));
      for (const [at, id] of typed.ids.entries()) typed.type(id, column, strayAt(at, 0));
      const wrong = (await typed.rows()).filter(({ status }) => !VERDICTS.has(status));
      typed.close();
      expect(wrong.map((row) => [row.id, row[column], row.status])).toEqual([]);
    },
  );

  it.each(["shareTolerance", "pointTolerance", "shareGrace", "asOf"] as const)(
    "for the setting %s they leave no verdict but words",
    async (setting) => {
      const set = new FilledLedger(index, RULES.standard, entry);
      set.fill(set.ids.map(() => [1, 2, null, null]));
      for (const stray of ["很多", new Formula("=NA()")]) {
        set.set(setting, stray);
        const wrong = (await set.rows()).filter(({ status }) => status !== "" && !VERDICTS.has(status));
        expect(wrong.map((row) => [row.id, row.status])).toEqual([]);
      }
      set.close();
    },
  );
});
