/** Done stays done, and rules whose figure is only known in a cell judge as those whose figure is known. */
import fc from "fast-check";
import { statusAnswer } from "../../src/core/answers";
import { caseOf } from "../../src/core/case";
import { dayOfSerial, serialOf } from "../../src/core/periods";
import { judge, PRESETS, RULES, statusRule } from "../../src/core/status";
import { measuresOf } from "../../src/core/progress";
import type { Commitment, Status } from "../../src/core/types";
import { catalogOf, first } from "./jingzhou";
import { decimal, promiseIn } from "./promises";

type Promised = Partial<Commitment> & Pick<Commitment, "kind">;
const aim = (
  comparator: "plain" | "atLeast" | "moreThan" | "about" | "atMost" | "lessThan",
  value: number,
  unit = "个",
) => ({
  comparator,
  value,
  unit,
});
const flow = (more: Partial<Commitment>): Promised => ({ kind: "flow", ...more });

it.each<[string, Promised, unknown, Status]>([
  ["a flow that had met its target", flow({ target: aim("plain", 100) }), 100, "met"],
  ["in its own words", flow({ target: aim("atLeast", 100) }), "120个", "met"],
  ["one that lacked a little", flow({ target: aim("plain", 100) }), 99.9, "unreported"],
  ["in decimals, not in binary", flow({ target: aim("plain", 0.3) }), 0.1 + 0.2, "met"],
  ["超过 at its figure", flow({ target: aim("moreThan", 100) }), 100, "unreported"],
  ["超过 above it", flow({ target: aim("moreThan", 100) }), 100.1, "met"],
  ["左右 from half a digit below", flow({ target: aim("about", 9) }), 8.5, "met"],
  ["左右 below that", flow({ target: aim("about", 9) }), 8.4, "unreported"],
  [
    "a range from its lower end",
    flow({ target: { comparator: "range", value: 5, valueMax: 7, unit: "个" } }),
    5,
    "met",
  ],
  ["a limit: the count can still rise", flow({ target: aim("atMost", 100) }), 50, "unreported"],
  ["less is better without a word", flow({ target: aim("plain", 100), direction: "down" }), 50, "unreported"],
  ["not below nothing: a loss can still come", flow({ target: aim("atLeast", 0, "万元") }), 5, "unreported"],
  ["a loss held: it can still grow", flow({ target: aim("atLeast", -100, "万元") }), -50, "unreported"],
  [
    "a level can be lost again",
    { kind: "stock", target: aim("plain", 300), baseline: { value: 258 } },
    300,
    "unreported",
  ],
  ["a share can be lost again", { kind: "ratio", target: aim("plain", 95, "%") }, 96, "unreported"],
  ["growth can be lost again", { kind: "growth", target: aim("plain", 9, "%") }, 9, "unreported"],
  ["a deed that was done", { kind: "milestone" }, "已完成", "met"],
  ["a deed that was not", { kind: "milestone" }, "推进中", "unreported"],
  ["nothing said before", flow({ target: aim("plain", 100) }), "暂无", "unreported"],
])("nothing newer after %s", (_, promised, earlier, status) => {
  const index = catalogOf(promised);
  const at = (actual: unknown, asOf: string) =>
    statusAnswer(index, RULES.standard, first(index), { actual, asOf, earlier });
  expect(at(null, "2024Q3")).toBe(status);
  expect(at("—", "2024Q4")).toBe(status);
  expect(at(null, "2023Q4")).toBe("notDue"); // before it begins
});

it("a later figure says otherwise", () => {
  const index = catalogOf(flow({ target: aim("plain", 100) }));
  const entered = { actual: 60, asOf: "2024Q3", earlier: 100 };
  expect(statusAnswer(index, RULES.standard, first(index), entered)).toBe("farBehind");
});

it("a figure that is only known in a cell is judged as one that is known", () => {
  const day = fc.integer({ min: serialOf("2023-11-01"), max: serialOf("2025-02-28") }).map(dayOfSerial);
  const actual = fc.oneof(decimal(-1200, 2000), fc.constantFrom(0, null));
  fc.assert(
    fc.property(
      promiseIn("万元"),
      actual,
      actual,
      day,
      fc.constantFrom(...PRESETS),
      (index, now, before, asOf, preset) => {
        const judged = caseOf(index, index.catalog.commitments.at(-1)!, asOf);
        fc.pre(judged.terms.margin === 0); // what was last year's is a figure, and not about one
        const open = { ...judged, terms: { ...judged.terms, sign: "unknown" as const } };
        for (const value of [now, judged.judged instanceof Error ? null : judged.judged.value])
          expect(judge(open, value, asOf, RULES[preset], before)).toEqual(
            judge(judged, value, asOf, RULES[preset], before),
          );
      },
    ),
    { numRuns: "__stryker__" in globalThis ? 60 : 600, seed: 20241231 },
  );
});

it("a rule holds no case that can never hold, and none behind one that always does", () => {
  const verdicts = (promised: Promised) => {
    const index = catalogOf(promised);
    const { terms } = caseOf(index, first(index));
    const { cases, otherwise } = statusRule(terms, measuresOf(terms), RULES.standard);
    return [...cases.map(([, status]) => status), otherwise].join(" ");
  };
  expect(verdicts({ kind: "milestone" })).toBe("notDue met unreported met farBehind notDue");
  expect(verdicts(flow({ target: aim("plain", 100) }))).toBe(
    "notDue met unreported met farBehind notDue onPace behind farBehind",
  );
  // Less is better: nothing stays done, and what is not exceeded when it is over is met.
  expect(verdicts(flow({ target: aim("atMost", 100) }))).toBe(
    "notDue unreported farBehind met notDue onPace behind farBehind",
  );
  expect(verdicts(flow({ target: aim("atMost", -100) }))).toBe(
    "notDue unreported met farBehind notDue onPace behind farBehind",
  );
});
