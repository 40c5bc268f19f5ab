/** What holds for anything people may type and for any promise: checked on made-up cases, the failing one made as small as can be. */
import fc from "fast-check";
import {
  gapAnswer,
  paceAnswer,
  rateAnswer,
  reasonAnswer,
  runRateAnswer,
  statusAnswer,
  targetAnswer,
} from "../../src/core/answers";
import { checkAnswer } from "../../src/core/checkAnswer";
import { readActual } from "../../src/core/actual";
import { CatalogError } from "../../src/core/errors";
import { evaluate, roundTo } from "../../src/core/expression";
import { completedMonths, dayOfSerial, parsePeriod, serialOf } from "../../src/core/periods";
import { caseOf } from "../../src/core/case";
import { measuresOf } from "../../src/core/progress";
import { judge, PRESETS, RULES, type Rules } from "../../src/core/status";
import { chineseNumeral, nearestNames } from "../../src/core/text";
import { STATUSES, type Commitment, type Status } from "../../src/core/types";
import { areAlike, convert, parseQuantity } from "../../src/core/units";
import { reasonText } from "../../src/strings/reason";
import { catalogOf, first, jingzhou } from "./jingzhou";
import { decimal, promise } from "./promises";

// A change decides whether CI passes, not chance: there the cases are always the same. RUNS=20 tries twenty times as many.
fc.configureGlobal(process.env["CI"] ? { seed: 20241231 } : {});
// Mutation testing runs every property once for each mutant, so it has to do with few cases.
const portion = "__stryker__" in globalThis ? 0.02 : Number(process.env["RUNS"] ?? 1);
const runs = (count: number) => ({ numRuns: Math.ceil(count * portion) });

const day = fc.integer({ min: serialOf("2023-06-01"), max: serialOf("2025-06-30") }).map(dayOfSerial);
const rules = fc.constantFrom<Rules>(...PRESETS.map((preset) => RULES[preset]));
const amount = decimal(-1200, 2000);

type Index = ReturnType<typeof catalogOf>;
function standing(index: Index, actual: number | null, asOf: string, inForce: Rules) {
  return judge(caseOf(index, first(index), asOf), actual, asOf, inForce);
}

/** How good a verdict is, among those that judge. */
const RANK: Partial<Record<Status, number>> = { farBehind: 0, behind: 1, onPace: 2, notDue: 2, met: 3 };

describe("verdicts", () => {
  it("more actual never worsens a status, or never improves it where less is better", () => {
    fc.assert(
      fc.property(promise, amount, amount, day, rules, (index, one, other, asOf, inForce) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)];
        const isUp = caseOf(index, first(index)).terms.direction === "up";
        const [worse, better] = isUp ? [less, more] : [more, less];
        const rank = (actual: number) => RANK[standing(index, actual, asOf, inForce).status] ?? NaN;
        expect(rank(better)).toBeGreaterThanOrEqual(rank(worse));
      }),
      runs(3000),
    );
  });

  it("a blank is never red, and never judged", () => {
    fc.assert(
      fc.property(promise, day, rules, (index, asOf, inForce) => {
        const { from } = caseOf(index, first(index), asOf).terms;
        expect(standing(index, null, asOf, inForce).status).toBe(asOf < from ? "notDue" : "unreported");
      }),
    );
  });

  it("pace rises from 0 to 1 and never falls", () => {
    fc.assert(
      fc.property(promise, day, day, (index, one, other) => {
        const terms = caseOf(index, first(index)).terms;
        const share = (asOf: string) =>
          evaluate(measuresOf(terms).share, { asOfDay: serialOf(asOf), asOfMonths: completedMonths(asOf) }) ?? NaN;
        const [earlier, later] = [one, other].sort() as [string, string];
        expect(share(earlier)).toBeGreaterThanOrEqual(0);
        expect(share(later)).toBeLessThanOrEqual(1);
        expect(share(later)).toBeGreaterThanOrEqual(share(earlier));
        expect(share(terms.due)).toBe(1);
      }),
      runs(1000),
    );
  });

  it("rounding for display never changes a verdict: one judged on what is shown may differ, the one shown never does", () => {
    fc.assert(
      fc.property(promise, decimal(0, 2000, 4), day, rules, (index, actual, asOf, inForce) => {
        const commitment = first(index);
        const entered = { actual: `${actual}%`, asOf };
        const { status } = standing(index, actual, parsePeriod(asOf, 2024).to, inForce); // the first of a month is that month
        const reason = reasonAnswer(index, inForce, commitment, entered);
        expect(reason.standing.status).toBe(status);
        // What is short reads as short: the sentence never says 持平 or two like amounts beside a shortfall.
        const { gap } = reason.standing;
        if (gap !== null && gap !== 0) expect(reasonText(reason)).not.toContain("持平");
      }),
      runs(1000),
    );
  });

  it("compares decimals: a sum of tenths is what its digits say", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 9999 }), (one, other) => {
        const index = catalogOf({
          kind: "growth",
          target: { comparator: "atLeast", value: (one + other) / 10, unit: "%" },
        });
        const sum = one / 10 + other / 10; // what a cell with =A1+B1 holds
        expect(standing(index, roundTo(sum, 9), "2024-12-31", RULES.standard).status).toBe("met");
        expect(standing(index, sum, "2024-12-31", RULES.standard).lag).toBe(0);
      }),
    );
  });
});

describe("units", () => {
  const LADDERS = [
    ["个", "万个", "亿个", "千个", "百个"],
    ["元", "万元", "亿元", "千万元", "万亿元"],
    ["亩", "万亩", "公顷", "平方公里", "万公顷"],
    ["斤", "公斤", "吨", "万吨", "亿斤", "千克"],
    ["平方米", "万平方米", "㎡"],
    ["米", "公里", "千米", "万米"],
    ["%", "‰"],
  ];
  const pair = fc
    .constantFrom(...LADDERS)
    .chain((ladder) => fc.tuple(fc.constantFrom(...ladder), fc.constantFrom(...ladder)));

  it("there and back is exact, for anything of up to twelve digits", () => {
    fc.assert(
      fc.property(
        pair,
        fc.integer({ min: -999999999999, max: 999999999999 }),
        fc.integer({ min: 0, max: 6 }),
        ([from, to], whole, digits) => {
          const typed = Number(`${whole}e-${digits}`);
          expect(convert(convert(typed, from, to), to, from)).toBe(typed || 0);
        },
      ),
      runs(3000),
    );
  });

  it("units of two ladders never convert", () => {
    fc.assert(
      fc.property(fc.constantFrom(...LADDERS), fc.constantFrom(...LADDERS), (one, other) => {
        fc.pre(one !== other);
        expect(areAlike(one[0] ?? "", other[0] ?? "")).toBe(false);
        expect(() => convert(1, one[0] ?? "", other[0] ?? "")).toThrow(CatalogError);
      }),
    );
  });

  it("a number written with separators, units and full width reads back", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10 ** 9 }),
        fc.constantFrom("", "个", "万亩", "亿元", "%"),
        (whole, unit) => {
          const written = whole.toLocaleString("en-US");
          const wide = written.replace(/[\d,]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
          for (const typed of [`${written}${unit}`, `${wide} ${unit}`])
            expect(parseQuantity(typed)).toMatchObject({ amount: whole, unit: unit || null });
        },
      ),
    );
  });
});

describe("anything typed", () => {
  // Texts near the edge of what is read: pieces of names, figures and periods put together at random, and any characters at all.
  const piece = fc.constantFrom(
    ...[
      "教育局",
      "市",
      "新增学位",
      "学位",
      "JZ2024-012",
      "2024",
      "Q2",
      "季度",
      "前",
      "三",
      "月",
      "-",
      "—",
      "1",
      "9",
      ".",
      ",",
      "万",
      "亿",
      "个",
      "%",
    ],
    ...[
      "约",
      "余",
      "几",
      "百",
      "千",
      "十",
      "零",
      "成",
      "百分之",
      "负",
      "下降",
      "翻",
      "番",
      "倍",
      "半",
      "年",
      "日",
      " ",
      "　",
      "“",
      "（",
      "e",
      "+",
      "公顷",
    ],
  );
  const typed = fc.oneof(
    fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join("")),
    fc.string({ unit: "grapheme", maxLength: 20 }),
    fc.string({ unit: "binary", maxLength: 20 }),
  );
  const given = fc.oneof(typed, fc.double(), fc.constantFrom(null, undefined, "", true, false), fc.integer());

  /** The answer, or the refusal; anything else thrown fails the property. */
  function answerOf<T>(ask: () => T): T | CatalogError {
    try {
      return ask();
    } catch (error) {
      if (error instanceof CatalogError) return error;
      throw error;
    }
  }
  const isSound = (answer: unknown) => typeof answer !== "number" || Number.isFinite(answer);

  it("as a quantity, a period or a numeral is read or refused, never NaN", () => {
    fc.assert(
      fc.property(typed, (text) => {
        const quantity = answerOf(() => parseQuantity(text));
        if (!(quantity instanceof CatalogError)) {
          expect(Number.isFinite(quantity.amount)).toBe(true);
          expect(quantity.unit).not.toBe("");
        }
        const period = answerOf(() => parsePeriod(text, 2024));
        if (!(period instanceof CatalogError)) {
          expect(period.from <= period.to).toBe(true);
          expect(`${period.from} ${period.to}`).toMatch(/^\d{4}-\d\d-\d\d \d{4}-\d\d-\d\d$/);
        }
        expect(Number.isNaN(chineseNumeral(text))).toBe(false);
      }),
      runs(5000),
    );
  });

  it("as an actual is a finite number, a yes or no, nothing, or refused", () => {
    fc.assert(
      fc.property(promise, given, (index, actual) => {
        const terms = caseOf(index, first(index)).terms;
        const read = answerOf(() => readActual(actual, terms, 50));
        if (!(read instanceof CatalogError)) expect(read === null || Number.isFinite(read)).toBe(true);
      }),
      runs(2000),
    );
  });

  it("as a name finds a commitment or is refused", () => {
    fc.assert(
      fc.property(typed, typed, (department, indicator) => {
        const found = jingzhou.lookUp(department, indicator);
        if (!(found instanceof CatalogError)) expect(jingzhou.withId(found.id)).toBe(found);
        expect(nearestNames(department, ["市教育局", "市税务局"]).length).toBeLessThanOrEqual(2);
      }),
      runs(2000),
    );
  });

  it("into any function gives an answer or a refusal", () => {
    const commitment = fc.constantFrom<Commitment>(...jingzhou.catalog.commitments);
    fc.assert(
      fc.property(commitment, given, given, given, rules, (asked, actual, asOf, unit, inForce) => {
        const entered = { actual, asOf };
        expect(isSound(answerOf(() => targetAnswer(jingzhou, asked.id, "", asOf, unit)))).toBe(true);
        expect(isSound(answerOf(() => paceAnswer(jingzhou, inForce, asked, asOf, unit)))).toBe(true);
        expect(isSound(answerOf(() => gapAnswer(jingzhou, inForce, asked, entered, unit)))).toBe(true);
        expect(isSound(answerOf(() => rateAnswer(jingzhou, inForce, asked, { actual, asOf: null })))).toBe(true);
        expect(isSound(answerOf(() => runRateAnswer(jingzhou, asked, entered, unit)))).toBe(true);
        const status = answerOf(() => statusAnswer(jingzhou, inForce, asked, entered));
        if (!(status instanceof CatalogError)) expect(STATUSES).toContain(status);
        const reason = answerOf(() => reasonAnswer(jingzhou, inForce, asked, entered));
        if (!(reason instanceof CatalogError)) expect(reasonText(reason)).not.toMatch(/NaN|undefined|Infinity|null/);
        const columns = {
          departments: [asked.id, actual],
          indicators: [asked.indicator, asOf],
          actuals: [actual, unit],
        };
        const rows = answerOf(() => checkAnswer(jingzhou, inForce, columns, asOf));
        if (!(rows instanceof CatalogError)) expect(rows.length).toBeLessThanOrEqual(2);
      }),
      runs(3000),
    );
  });
});
