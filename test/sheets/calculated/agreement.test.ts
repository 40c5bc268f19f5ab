/**
 * The ledger's formulas, worked out by a real spreadsheet, against the functions, on made-up catalogs of every kind of promise: the same
 * verdict, gap, completion and pace of every row, or both refuse. AGREEMENT_ROUNDS=40 tries so many fillings of each ledger, and
 * AGREEMENT_SEED other catalogs, AGREEMENT_PRESETS=standard one preset only; the few of a usual run keep it short.
 */
import { gapAnswer, rateAnswer, reasonAnswer, statusAnswer } from "../../../src/core/answers";
import { caseOf } from "../../../src/core/case";
import type { CatalogIndex } from "../../../src/core/catalog";
import { isRefusal } from "../../../src/core/errors";
import { completedMonths, day, daysIn, parsePeriod, partsOf, serialOf } from "../../../src/core/periods";
import { PRESETS, RULES, type Preset, type Rules } from "../../../src/core/status";
import type { Commitment } from "../../../src/core/types";
import {
  ENTRIES,
  isAlone,
  isByMonth,
  periodsOf,
  type Entry,
  type LedgerColumn,
} from "../../../src/sheets/ledgerColumns";
import { zh } from "../../../src/strings/zh";
import { generator } from "../../bench/catalogs";
import { jingzhou } from "../../core/jingzhou";
import { FilledLedger, type Typed } from "./filledLedger";
import { figureFor, generatedCatalog, MUST_BE_READ, MUST_BE_READ_AS_SHARE, typedFor } from "./generatedPromises";

const SEED = Number(process.env["AGREEMENT_SEED"] ?? 20240630);
const ROUNDS = Number(process.env["AGREEMENT_ROUNDS"] ?? 3);
const TRIED = PRESETS.filter((preset) => (process.env["AGREEMENT_PRESETS"] ?? preset).includes(preset));
const AS_OF: readonly (string | number)[] = [
  ...[
    "2024Q1",
    "上半年",
    "前三季度",
    "2024",
    "2024年1-5月",
    "２０２４Ｑ３",
    "24年二季度",
    "2023Q4",
    "2025-03",
    "2025年6月底",
  ],
  ...["2026Q4", "202409", "2024-06-29"],
  202411,
  serialOf("2024-10-01"),
  serialOf("2024-08-15"),
];
const AS_OF_MONTHS: readonly (string | number)[] = [
  ...["2024年1月", "2024-01-15", "2024年1-2月", "1—2月", "4月", "2024年1-5月", "2024-06-15", "上半年", "2024年1-7月"],
  ...["前三季度", "2024年1-10月", "2024-12-15", "2024", "2023Q4", "2023-11", "2025-03", "2024Q3"],
  202408,
  serialOf("2024-11-01"),
];

/** What a function answers; the code of its refusal where it refuses. */
function answerOf<T>(ask: () => T): T | { readonly refusal: string } {
  try {
    return ask();
  } catch (error) {
    if (isRefusal(error)) return { refusal: error.code };
    throw error;
  }
}
const isRefused = (answer: unknown): answer is { refusal: string } => typeof answer === "object" && answer !== null;

/** How a row is filled in, and what a person would say was reported for 截至期. */
interface Filled {
  readonly typed: readonly Typed[];
  /** What 截至期 means for the row; null where nothing of it is due yet. */
  readonly asOf: string | number | null;
  /** The cumulative figure at 截至期; null where there is none, undefined where nobody can say. */
  readonly actual: Typed | undefined;
  /** The last figure before it, where nothing stands for 截至期. */
  readonly before: Typed;
}

/** Months between two reports, as a person reads the catalog. */
function between(index: CatalogIndex, { rhythm, sumOf = [] }: Commitment): number {
  if (rhythm) return { monthly: 1, quarterly: 3, halfYearly: 6, yearly: 12 }[rhythm];
  return Math.max(1, ...sumOf.map((id) => between(index, index.withId(id) as Commitment)));
}

/** Which of the periods of a ledger a row is reported in, which of those counts at 截至期, and the day it is judged at. */
function timeOf(step: number, entry: Entry, asOf: string | number) {
  const own = isByMonth(entry) ? 1 : 3;
  const { to } = parsePeriod(asOf, 2024);
  const { year, month } = partsOf(to);
  const months = (year - 2024) * 12 + month;
  const open = periodsOf(entry).flatMap((period, place) => (period.month % step === 0 ? [place] : []));
  if (step <= own) {
    const current = isByMonth(entry) ? months - 1 : Math.ceil(months / 3);
    const isJanuary = isByMonth(entry) && months === 1;
    const every = periodsOf(entry).map((_, place) => place);
    return { open: every, current: Math.max(0, Math.min(every.length, current)), asOf: isJanuary ? null : asOf };
  }
  const passed = completedMonths(to) - completedMonths("2023-12-31");
  const current = Math.floor(Math.max(0, Math.min(12, passed)) / step);
  if (months < 1 || passed >= 12) return { open, current, asOf };
  const closed = current * step;
  return { open, current, asOf: closed === 0 ? null : day(2024, closed, daysIn(2024, closed)) };
}

const isNumber = (typed: Typed | undefined): typed is number => typeof typed === "number";

function filledIn(typed: readonly Typed[], current: number, areAlone: boolean): Omit<Filled, "asOf"> {
  const upTo = typed.slice(0, current);
  if (!areAlone) {
    const actual = upTo.at(-1) ?? null;
    return {
      typed,
      actual,
      before:
        upTo
          .slice(0, -1)
          .filter((typed) => typed !== null)
          .at(-1) ?? null,
    };
  }
  const now = upTo.at(-1) ?? null;
  const sum = (some: readonly Typed[]) => some.filter(isNumber).reduce((all, each) => all + each, 0);
  if (now === null) return { typed, actual: null, before: upTo.length > 1 ? sum(upTo.slice(0, -1)) : null };
  if (upTo.every(isNumber)) return { typed, actual: sum(upTo), before: null };
  if (SAYS_NOTHING.has(now)) return { typed, actual: null, before: upTo.length > 1 ? sum(upTo.slice(0, -1)) : null };
  const isText = upTo.some((typed) => typed !== null && !isNumber(typed));
  return { typed, actual: isText ? undefined : null, before: null };
}

const SAYS_NOTHING: ReadonlySet<Typed> = new Set(["—", "暂无", "待定", "/", "无"]);

interface Compared {
  rows: number;
  refused: number;
  textsRead: number;
  stays: number;
  judged: number;
  notYet: number;
}

/** The differences between a ledger's rows and the functions. */
function differences(
  index: CatalogIndex,
  rules: Rules,
  givenAsOf: string | number,
  filled: ReadonlyMap<string, Filled>,
  rows: readonly Record<LedgerColumn, unknown>[],
  compared: Compared,
): unknown[] {
  const found: unknown[] = [];
  for (const row of rows) {
    const commitment = index.withId(String(row.id));
    const fill = filled.get(String(row.id));
    if (!commitment || !fill) continue;
    compared.rows += 1;
    if (/^#/.test(String(row.hint))) found.push({ why: "a hint is a sentence", row });
    if (fill.asOf === null) {
      const isRight = row.status === zh.status.notDue && typeof row.gap !== "number" && row.latest === "";
      if (!isRight) found.push({ why: "nothing is due yet", commitment: brief(commitment), givenAsOf, row });
      else compared.notYet += 1;
      continue;
    }
    const { asOf } = fill;
    const ask = (actual: Typed) => {
      const entered = { actual, asOf };
      const status = answerOf(() => zh.status[statusAnswer(index, rules, commitment, entered)]);
      return {
        status,
        gap: answerOf(() => gapAnswer(index, rules, commitment, entered)),
        rate: answerOf(() => rateAnswer(index, rules, commitment, { actual, asOf })),
        share: answerOf(() => reasonAnswer(index, rules, commitment, entered).standing.share),
      };
    };
    const report = (why: string, functions: unknown) =>
      found.push({
        why,
        commitment: brief(commitment),
        typed: fill.typed,
        asOf: [givenAsOf, asOf],
        rules: [rules.preset, rules.shareTolerance, rules.shareGrace, rules.pointTolerance],
        ledger: [row.status, row.gap, row.attainment, row.share, row.target, row.latest, row.hint],
        functions,
      });
    let actual = fill.actual;
    if (actual === undefined) {
      const isRight =
        row.status === zh.status.unverifiable && typeof row.gap !== "number" && typeof row.attainment !== "number";
      if (!isRight && !caseOf(index, commitment).isVerifiable) continue;
      if (!isRight) report("quarters that cannot be added up are no figure", null);
      compared.refused += 1;
      continue;
    }
    // Done stays done: a flow or a deed that was met before keeps its verdict though nothing newer was reported.
    const { kind, direction, sign } = caseOf(index, commitment).terms;
    if ((actual === null || isNothing(index, commitment, actual)) && fill.before !== null) {
      const canStay =
        kind === "milestone" || (kind === "flow" && direction === "up" && sign === "positive" && isNumber(fill.before));
      if (
        canStay &&
        ask(fill.before).status === zh.status.met &&
        (kind === "milestone" || isReached(index, commitment, fill.before, asOf))
      ) {
        actual = fill.before;
        compared.stays += 1;
      }
    }
    const functions = ask(actual);
    // A ledger holds the figures of its year: of another one it knows nothing.
    const latest = caseOf(index, commitment);
    const { year } = partsOf(parsePeriod(asOf, index.catalog.year).to);
    if (latest.years !== null && (year < latest.years.first || year > latest.years.last)) {
      if (row.status !== zh.status.unverifiable || typeof row.gap === "number") report("another year", functions);
      continue;
    }
    const isText = typeof actual === "string" && kind !== "milestone";
    if (isRefused(functions.status)) {
      compared.refused += 1;
      if (row.status !== zh.status.unverifiable || row.gap === 0 || typeof row.gap === "number")
        report("both refuse", functions);
      continue;
    }
    // A text may be more than a native formula can read: then it says so, and never another verdict.
    const isRate = caseOf(index, commitment).terms.unit === "%"; // where a bare number in words may mean two things
    const mustBeRead = MUST_BE_READ.test(String(actual)) && (!isRate || MUST_BE_READ_AS_SHARE.test(String(actual)));
    if (isText && row.status === zh.status.unverifiable && !mustBeRead) continue;
    if (isText && functions.status !== zh.status.unreported) compared.textsRead += 1;
    if (row.status !== functions.status) report("status", functions);
    else if (!agree(row.gap, functions.gap)) report("gap", functions);
    else if (!agree(row.attainment, functions.rate)) report("rate", functions);
    else if ((kind === "flow" || kind === "stock") && !agree(row.share, functions.share)) report("share", functions);
    else compared.judged += 1;
  }
  return found;
}

const isNothing = (index: CatalogIndex, commitment: Commitment, actual: Typed) =>
  typeof actual === "string" &&
  answerOf(() => statusAnswer(index, RULES.standard, commitment, { actual, asOf: commitment.due })) === "unreported";

/** Whether an amount meets the whole target that is in force. */
const isReached = (index: CatalogIndex, commitment: Commitment, actual: Typed, asOf: string | number) =>
  answerOf(() => statusAnswer(index, RULES.standard, commitment, { actual, asOf })) === "met";

function agree(cell: unknown, answer: number | string | { refusal: string }): boolean {
  if (typeof answer !== "number") return typeof cell !== "number";
  return typeof cell === "number" && Math.abs(cell - answer) <= 1e-9 * Math.max(1, Math.abs(answer));
}

const brief = ({
  id,
  kind,
  target,
  direction,
  sumOf,
  annualTargets,
  baseline,
  profile,
  rhythm,
  from,
  due,
  review,
  revisions,
  path,
  history,
}: Commitment) =>
  JSON.stringify({
    id,
    kind,
    target,
    direction,
    sumOf,
    annualTargets,
    baseline,
    profile,
    rhythm,
    from,
    due,
    review,
    revisions: revisions?.map(({ from: day, value }) => [day, value]),
    path,
    history,
  });

/** Tolerances as people edit them. */
function edited(preset: Preset, random: () => number): Rules {
  if (random() < 0.5) return RULES[preset];
  const pick = (values: readonly number[]) => values[Math.floor(random() * values.length)] ?? 0;
  return {
    ...RULES[preset],
    shareTolerance: pick([0, 0.05, 0.1, 0.25, 1]),
    shareGrace: pick([0, 0.02, 0.1]),
    pointTolerance: pick([0, 0.5, 1, 3]),
  };
}

async function compareLedger(
  index: CatalogIndex,
  preset: Preset,
  entry: Entry,
  rounds: number,
  random: () => number,
  compared: Compared,
): Promise<unknown[]> {
  const ledger = new FilledLedger(index, RULES[preset], entry);
  const found: unknown[] = [];
  for (let round = 0; round < rounds; round++) {
    const rules = edited(preset, random);
    ledger.set("shareTolerance", rules.shareTolerance);
    ledger.set("shareGrace", rules.shareGrace);
    ledger.set("pointTolerance", rules.pointTolerance);
    const all = isByMonth(entry) ? AS_OF_MONTHS : AS_OF;
    const asOf = all[Math.floor(random() * all.length)] ?? "2024Q2";
    ledger.set("asOf", asOf);
    const count = periodsOf(entry).length;
    const times = new Map(
      ledger.ids.map((id) => [id, timeOf(between(index, index.withId(id) as Commitment), entry, asOf)] as const),
    );
    const typed = new Map(
      ledger.ids.map((id) => {
        const commitment = index.withId(id) as Commitment;
        const open = times.get(id)?.open ?? [];
        // What stands where a row is not reported counts for nothing.
        const typed = typedFor(index, commitment, random, count).map((each, place) =>
          open.includes(place) || random() < 0.1 ? each : null,
        );
        return [id, typed] as const;
      }),
    );
    // A total's periods are the sums of its parts', once all of them are numbers.
    for (const id of ledger.ids) {
      const commitment = index.withId(id) as Commitment;
      if (!commitment.sumOf) continue;
      typed.set(
        id,
        periodsOf(entry).map((_, place) =>
          times.get(id)?.open.includes(place) ? figureFor(commitment, place, typed) : null,
        ),
      );
    }
    ledger.fill(ledger.ids.map((id) => typed.get(id) ?? []));
    const filled = new Map(
      ledger.ids.map((id) => {
        const areAlone = isAlone(entry) && index.withId(id)?.kind === "flow";
        const { open, current, asOf: own } = times.get(id) as ReturnType<typeof timeOf>;
        const all = typed.get(id) ?? [];
        const reported = open.map((place) => all[place] ?? null);
        return [id, { ...filledIn(reported, current, areAlone), asOf: own }] as const;
      }),
    );
    found.push(...differences(index, rules, asOf, filled, await ledger.rows(), compared));
  }
  ledger.close();
  return found;
}

const compared: Compared = { rows: 0, refused: 0, textsRead: 0, stays: 0, judged: 0, notYet: 0 };
const LEDGERS = TRIED.flatMap((preset) => ENTRIES.map((entry) => [preset, entry] as const));

describe("the ledger's formulas and the functions say the same of every promise, or both refuse", () => {
  it.each(LEDGERS)("of a made-up catalog judged by %s, filled %s", async (preset, entry) => {
    const random = generator(SEED + LEDGERS.findIndex(([one, other]) => one === preset && other === entry));
    const found = await compareLedger(generatedCatalog(random, true), preset, entry, ROUNDS, random, compared);
    expect(found.slice(0, 3)).toEqual([]);
  });

  it("of the embedded catalog", async () => {
    const found = await compareLedger(jingzhou, "standard", "cumulative", ROUNDS * 2, generator(SEED), compared);
    expect(found.slice(0, 3)).toEqual([]);
  });

  it("of enough rows, that were judged, refused, read from texts, and kept as done", () => {
    process.stdout.write(`${JSON.stringify(compared)}\n`);
    expect(compared.rows).toBeGreaterThan(450 * ROUNDS * TRIED.length);
    expect(compared.judged).toBeGreaterThan(compared.rows * 0.5);
    const { refused, textsRead, stays, notYet } = compared;
    for (const count of [refused, textsRead, stays, notYet])
      expect(count).toBeGreaterThan(1.25 * ROUNDS * TRIED.length);
  });
});
