/**
 * The same promise with the same figure has the same verdict in any layout: by quarter and by month, with the year so far and with periods
 * alone, in the county table, in a marked sheet's TARGET.CHECK, and in the functions, for the city and for a place with the whole of it.
 */
import { checkAnswer } from "../../../src/core/checkAnswer";
import { roundTo } from "../../../src/core/expression";
import { RULES } from "../../../src/core/status";
import type { Commitment } from "../../../src/core/types";
import { isAlone, isByMonth, periodsOf, type Entry } from "../../../src/sheets/ledgerColumns";
import { zh } from "../../../src/strings/zh";
import { generator } from "../../bench/catalogs";
import { AnyPromises, PLACE, verdictOf } from "./anyPromises";
import { FilledLedger, type Typed } from "./filledLedger";
import { FilledPlaces } from "./filledPlaces";

const PROMISES = 48;
const ENTRIES: readonly Entry[] = ["cumulative", "perQuarter", "cumulativeByMonth", "perMonth"];
const DATES = [
  ["2024Q2", 6],
  ["2024Q4", 12],
] as const;
const drawn = new AnyPromises(generator(Number(process.env["AGREEMENT_SEED"] ?? 20241201)));

/** What stands in the periods of a row so that its year so far is this at the end of a month. */
function inPeriods(entry: Entry, commitment: Commitment, actual: Typed, month: number): Typed[] {
  const periods = periodsOf(entry);
  const current = periods.findIndex((period) => period.month === month);
  const alone = isAlone(entry) && commitment.kind === "flow";
  return periods.map((_, at) => {
    if (at > current) return null;
    if (!alone) return at === current ? actual : null;
    // Parts of a sum: nothing but the last, unless it is a number, which comes in two.
    if (typeof actual !== "number") return at === current ? actual : actual === null ? null : 0;
    const first = roundTo(actual * 0.4, 2);
    return current === 0 ? actual : at === 0 ? first : at === current ? roundTo(actual - first, 2) : 0;
  });
}

it("the same promise has the same verdict in any layout", async () => {
  const index = drawn.index(PROMISES);
  const { commitments } = index.catalog;
  const rules = RULES.standard;
  const found: unknown[] = [];
  const verdicts = new Map<string, number>();
  const actuals = new Map(
    DATES.map(([asOf]) => [asOf, new Map(commitments.map((each) => [each.id, drawn.reported(index, each)]))]),
  );
  const expected = (asOf: string, commitment: Commitment) => {
    const actual = actuals.get(asOf as (typeof DATES)[number][0])?.get(commitment.id) ?? null;
    return verdictOf(index, rules, commitment, actual, asOf);
  };
  const compare = (layout: string, asOf: string, commitment: Commitment, shown: unknown) => {
    const status = expected(asOf, commitment);
    verdicts.set(status, (verdicts.get(status) ?? 0) + 1);
    if (shown !== status)
      found.push({ layout, asOf, commitment, actual: actuals.get(asOf as never)?.get(commitment.id), shown, status });
  };
  for (const entry of ENTRIES) {
    const ledger = new FilledLedger(index, rules, entry);
    for (const [asOf, month] of DATES) {
      if (isByMonth(entry) && month < 2) continue;
      ledger.set("asOf", asOf);
      ledger.fill(
        ledger.ids.map((id) => inPeriods(entry, index.withId(id)!, actuals.get(asOf)?.get(id) ?? null, month)),
      );
      for (const { id, status } of await ledger.rows()) {
        const commitment = index.withId(String(id))!;
        // A ledger adds up numbers; a text among periods alone is told, and not added.
        const isText = typeof actuals.get(asOf)?.get(commitment.id) === "string";
        if (isText && isAlone(entry) && commitment.kind === "flow") expect(status).toBe(zh.status.unverifiable);
        else compare(entry, asOf, commitment, status);
      }
    }
    ledger.close();
  }
  for (const [asOf] of DATES) {
    const table = new FilledPlaces(index, commitments, rules, asOf);
    for (const commitment of commitments) table.type(commitment, PLACE, actuals.get(asOf)?.get(commitment.id) ?? null);
    for (const commitment of commitments)
      compare("places", asOf, commitment, (await table.row(commitment, PLACE)).status);
    table.close();
    const ids = commitments.map(({ id }) => id);
    const checked = checkAnswer(
      index,
      rules,
      { departments: ids, indicators: ids, actuals: commitments.map(({ id }) => actuals.get(asOf)?.get(id) ?? null) },
      asOf,
    );
    for (const [at, commitment] of commitments.entries()) {
      const standing = checked[at]?.standing;
      compare("check", asOf, commitment, zh.status[standing?.status ?? "unverifiable"]);
      const part = index.partIn(commitment, PLACE)!;
      const actual = actuals.get(asOf)?.get(commitment.id) ?? null;
      compare("part", asOf, commitment, verdictOf(index, rules, part, actual, asOf));
    }
  }
  expect(found.slice(0, 3)).toEqual([]);
  expect(found).toHaveLength(0);
  // Every verdict is among them, and none of them is nearly all there is.
  for (const status of Object.values(zh.status)) expect(verdicts.get(status) ?? 0).toBeGreaterThan(5);
});
