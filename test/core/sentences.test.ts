/** What is said of a row is one: verdict, sentence, gap, rate and the row of TARGET.CHECK, for made-up promises of every kind. */
import fc from "fast-check";
import { gapAnswer, paceAnswer, rateAnswer, reasonAnswer, statusAnswer } from "../../src/core/answers";
import { checkAnswer } from "../../src/core/checkAnswer";
import { caseOf } from "../../src/core/case";
import type { CatalogIndex } from "../../src/core/catalog";
import { CatalogError } from "../../src/core/errors";
import { roundTo } from "../../src/core/expression";
import { dayOfSerial, serialOf } from "../../src/core/periods";
import { PRESETS, RULES, type Rules } from "../../src/core/status";
import { reasonText } from "../../src/strings/reason";
import { zh } from "../../src/strings/zh";
import { decimal, promiseIn } from "./promises";

const portion = "__stryker__" in globalThis ? 0.02 : Number(process.env["RUNS"] ?? 1);
const runs = (count: number) => ({
  numRuns: Math.ceil(count * portion),
  ...(process.env["CI"] ? { seed: 20241231 } : {}),
});

const promise = promiseIn("亿元");
const day = fc.integer({ min: serialOf("2023-06-01"), max: serialOf("2025-06-30") }).map(dayOfSerial);
const rules = fc
  .record({
    preset: fc.constantFrom(...PRESETS),
    edited: fc.option(
      fc.record({ shareTolerance: decimal(0, 1), pointTolerance: decimal(0, 3), shareGrace: decimal(0, 1) }),
    ),
  })
  .map(({ preset, edited }): Rules => ({ ...RULES[preset], ...edited }));
/** Actuals where verdicts change: on the target, on what is due, a little beside it, and anywhere. */
const actual = fc.record({
  base: fc.constantFrom("target", "due", "anywhere" as const),
  off: fc.oneof(fc.constant(0), decimal(-1, 1, 1), decimal(-1200, 1500)),
});

function actualOf(
  index: CatalogIndex,
  { base, off }: { base: string; off: number },
  asOf: string,
  inForce: Rules,
): number {
  const commitment = index.catalog.commitments.at(-1)!;
  const { judged } = caseOf(index, commitment);
  if (base === "anywhere" || judged instanceof CatalogError) return off;
  if (base === "target") return judged.value + off; // binary digits and all, as a formula in a cell would have them
  const due = answerOf(() => paceAnswer(index, inForce, commitment, asOf, null));
  return (due instanceof CatalogError ? judged.value : due) + off;
}

function answerOf<T>(ask: () => T): T | CatalogError {
  try {
    return ask();
  } catch (error) {
    if (error instanceof CatalogError) return error;
    throw error;
  }
}
const codeOf = (answer: unknown): unknown => (answer instanceof CatalogError ? answer.code : answer);

describe("one row, asked in every way", () => {
  it("the sentence says what the verdict says", () => {
    fc.assert(
      fc.property(promise, actual, day, rules, (index, given, asOf, inForce) => {
        const commitment = index.catalog.commitments.at(-1)!;
        const entered = { actual: actualOf(index, given, asOf, inForce), asOf };
        const reason = answerOf(() => reasonAnswer(index, inForce, commitment, entered));
        if (reason instanceof CatalogError) return; // refused: nothing is said at all
        const sentence = reasonText(reason);
        const { status, gap } = reason.standing;
        expect(sentence.endsWith(`,${zh.status[status]}。`)).toBe(true);
        expect(sentence).not.toMatch(/NaN|undefined|Infinity|null|--|e-\d|\d{12}/);
        if (!reason.hasBegun) expect(sentence).toContain("尚未开始");
        expect(sentence.includes("尚未开始")).toBe(!reason.hasBegun);
        if (gap === null) return;
        const [isShort, isAhead, isEven] = [/,(欠|超出)/, /,(超(?!出)|少)/, /正好持平/].map((words) =>
          words.test(sentence.replace(/,[^,]*。$/, "")),
        );
        expect([isShort, isAhead, isEven]).toEqual([gap > 0, gap < 0, gap === 0]);
        // What lacks something is on pace only by what the sentence names; what lacks nothing is behind only by a strict word.
        const isGood = status === "met" || status === "onPace";
        if (isGood && isShort) expect(sentence).toMatch(/按±|规则未作规定|不算落后/);
        if (!isGood && status !== "notDue" && isEven) expect(sentence).toMatch(/须超过|须低于/);
        if (!isGood && status !== "notDue") expect(isAhead).toBe(false);
        // Points lie on the same side as the amounts.
        const limit =
          reason.terms.direction === "down" && reason.terms.kind === "flow" && reason.terms.sign === "positive";
        if (sentence.includes("低于序时")) expect(limit ? isAhead : isShort).toBe(true);
        if (sentence.includes("高于序时")) expect(limit ? isShort : isAhead).toBe(true);
        // Amounts that differ read differently, and what is printed adds up to more than nothing.
        const [, due, , done] = /应(?:达|不超过)(-?[\d,.]+)亿元(\([^)]*\))?,实际(-?[\d,.]+)亿元/.exec(sentence) ?? [];
        if (due !== undefined) expect(due === done).toBe(gap === 0);
      }),
      runs(3000),
    );
  });

  it("STATUS, GAP, RATE, WHY and CHECK agree", () => {
    fc.assert(
      fc.property(promise, actual, day, rules, (index, given, asOf, inForce) => {
        const commitment = index.catalog.commitments.at(-1)!;
        const entered = { actual: actualOf(index, given, asOf, inForce), asOf };
        const columns = { departments: ["教育局"], indicators: [commitment.indicator], actuals: [entered.actual] };
        const [row] = checkAnswer(index, inForce, columns, asOf);
        const status = answerOf(() => statusAnswer(index, inForce, commitment, entered));
        const gap = answerOf(() => gapAnswer(index, inForce, commitment, entered));
        const rate = answerOf(() => rateAnswer(index, inForce, commitment, entered));
        const reason = answerOf(() => reasonAnswer(index, inForce, commitment, entered));
        expect(row?.refusal?.code ?? row?.standing?.status).toBe(codeOf(status));
        if (reason instanceof CatalogError || status instanceof CatalogError) return;
        expect(reason.standing).toEqual(row?.standing);
        expect(row?.standing?.gap).toBe(gap instanceof CatalogError ? null : gap);
        if (!(rate instanceof CatalogError)) expect(row?.standing?.attainment).toBe(rate);
        // No binary digits: a gap has the decimals its size carries, what is due the digits a cell shows.
        const { expected, gap: short } = reason.standing;
        if (short !== null) expect(roundTo(short, reason.terms.digits)).toBe(short);
        if (expected !== null) expect(Number(expected.toPrecision(15))).toBe(expected);
      }),
      runs(2000),
    );
  });

  it("equal figures in different spellings get the same verdict", () => {
    fc.assert(
      fc.property(promise, decimal(0, 1500), day, rules, (index, figure, asOf, inForce) => {
        const commitment = index.catalog.commitments.at(-1)!;
        const wide = String(figure).replace(/[\d.]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
        const spelled = [figure, String(figure), `${figure}亿元`, `${figure}亿`, ` ${wide} 亿 元`, `¥${figure}亿`];
        spelled.push(`${(figure * 1e4).toFixed(0)}万元`, `完成${figure}亿元`, `${figure}亿元（快报）`, figure + 1e-14);
        const verdicts = spelled.map((actual) =>
          codeOf(answerOf(() => statusAnswer(index, inForce, commitment, { actual, asOf }))),
        );
        expect(new Set(verdicts)).toEqual(new Set([verdicts[0]]));
      }),
      runs(500),
    );
  });
});
