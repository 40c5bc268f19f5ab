/**
 * The same promise with the same figure has the same verdict in any layout: by quarter and by month, with the year so far and with periods
 * alone, in the county table, in a marked sheet's TARGET.CHECK, and in the functions, for the city and for a place with the whole of it.
 */
import { statusAnswer } from "../../src/core/answers";
import { caseOf } from "../../src/core/case";
import { CatalogIndex } from "../../src/core/catalog";
import { checkAnswer } from "../../src/core/checkAnswer";
import { CatalogError, isRefusal } from "../../src/core/errors";
import { roundTo } from "../../src/core/expression";
import { validateCatalog } from "../../src/core/loadCatalog";
import { RULES } from "../../src/core/status";
import type { Commitment, Kind, Profile } from "../../src/core/types";
import { isAlone, isByMonth, periodsOf, type Entry } from "../../src/sheets/ledgerColumns";
import { zh } from "../../src/strings/zh";
import { generator } from "../bench/catalogs";
import { shapedFile, type Given } from "../core/shaped";
import { FilledLedger, type Typed } from "./filledLedger";
import { FilledPlaces } from "./filledPlaces";

jest.setTimeout(300_000);

const PROMISES = 48;
const PLACE = "songzi";
const ENTRIES: readonly Entry[] = ["cumulative", "perQuarter", "cumulativeByMonth", "perMonth"];
const DATES = [
  ["2024Q2", 6],
  ["2024Q4", 12],
] as const;
const random = generator(Number(process.env["AGREEMENT_SEED"] ?? 20241201));
const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;

/** A promise of one year whose only place has the whole of it. */
function promise(): Given {
  const kind = pick<Kind>(["flow", "flow", "stock", "growth", "ratio", "milestone"]);
  if (kind === "milestone") return { kind, parts: [{ place: PLACE }] };
  const unit = kind === "growth" || kind === "ratio" ? "%" : pick(["个", "亿元", "万人"]);
  const value = pick([8, 60, 142, 1883, 8310, -100, 0]);
  const comparator = pick(["plain", "atLeast", "moreThan", "about", "atMost", "lessThan", "range"] as const);
  const upper = comparator === "range" ? { valueMax: value + 20 } : {};
  const isLimit = comparator === "atMost" || comparator === "lessThan";
  const history =
    kind === "stock" && random() < 0.7
      ? { history: [{ period: "2023", value: roundTo(value * pick([0.5, 0.8, 1.3]) + 1, 2), state: "final" as const }] }
      : {};
  const shares = [0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];
  const profile = pick<Profile | null>([
    null,
    null,
    "atDue",
    { quarterShares: [0, 0.2, 0.4, 1] },
    { monthShares: shares },
  ]);
  const revisions =
    random() < 0.4
      ? {
          revisions: [pick(["2024-03-15", "2024-04-01", "2024-07-01"])].map((from) => {
            const after = roundTo(value * pick([0.8, 1.2]), 1) + 1;
            const ends = upper.valueMax === undefined ? {} : { valueMax: after + 20 };
            return { from, value: after, ...ends, basis: "市政府会议", by: "张三", recorded: from };
          }),
        }
      : {};
  return {
    kind,
    target: { comparator, value, ...upper, unit },
    ...(isLimit ? {} : { direction: pick(["up", "up", "down"] as const) }),
    ...(profile === null ? {} : { profile }),
    ...(random() < 0.08 ? { review: "unclear" as const, reviewReason: "两处不一" } : {}),
    ...history,
    ...revisions,
    parts: [{ place: PLACE, value, ...upper, ...history, ...revisions }],
  };
}

function made(): CatalogIndex {
  const promises: Given[] = [];
  while (promises.length < PROMISES) {
    const one = promise();
    try {
      validateCatalog(shapedFile(one));
      promises.push(one);
    } catch (error) {
      if (!(error instanceof CatalogError)) throw error; // some are no promise
    }
  }
  return new CatalogIndex(validateCatalog(shapedFile(...promises)));
}

/** What was reported until a date: mostly near what is due, now and then nothing. */
function actualOf(index: CatalogIndex, commitment: Commitment): Typed {
  if (random() < 0.1) return null;
  if (commitment.kind === "milestone") return pick(["已完成", "未完成"]);
  const { judged, terms } = caseOf(index, commitment);
  const value = judged instanceof CatalogError ? 10 : judged.value;
  const figure = roundTo(value * pick([0.1, 0.24, 0.25, 0.45, 0.5, 0.75, 0.97, 1, 1.1]), 2);
  if (random() < 0.7) return figure;
  return pick([`${figure}${terms.unit ?? ""}`, `${figure}${terms.unit ?? ""}（快报）`]);
}

const word = (ask: () => ReturnType<typeof statusAnswer>): string => {
  try {
    return zh.status[ask()];
  } catch (error) {
    if (isRefusal(error)) return zh.status.unverifiable;
    throw error;
  }
};

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
  const index = made();
  const { commitments } = index.catalog;
  const rules = RULES.standard;
  const found: unknown[] = [];
  const verdicts = new Map<string, number>();
  const actuals = new Map(
    DATES.map(([asOf]) => [asOf, new Map(commitments.map((each) => [each.id, actualOf(index, each)]))]),
  );
  const expected = (asOf: string, commitment: Commitment) => {
    const actual = actuals.get(asOf as (typeof DATES)[number][0])?.get(commitment.id) ?? null;
    return word(() => statusAnswer(index, rules, commitment, { actual, asOf }));
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
      compare(
        "part",
        asOf,
        commitment,
        word(() => statusAnswer(index, rules, part, { actual, asOf })),
      );
    }
  }
  expect(found.slice(0, 3)).toEqual([]);
  expect(found).toHaveLength(0);
  // Every verdict is among them, and none of them is nearly all there is.
  for (const status of Object.values(zh.status)) expect(verdicts.get(status) ?? 0).toBeGreaterThan(5);
});
