/** Every verdict held against a second reading of the rules, in whole numbers: naiveVerdict.ts. */
import fc from "fast-check";
import { caseOf } from "../../src/core/case";
import { dayOfSerial, serialOf } from "../../src/core/periods";
import { judge, PRESETS, RULES, type Rules } from "../../src/core/status";
import type { Status } from "../../src/core/types";
import { first } from "./jingzhou";
import { naiveVerdict } from "./naiveVerdict";
import { decimal, promise } from "./promises";

fc.configureGlobal(process.env["CI"] ? { seed: 20241231 } : {});
const runs = "__stryker__" in globalThis ? 400 : 15_000 * Number(process.env["RUNS"] ?? 1);

const day = fc.oneof(
  fc.integer({ min: serialOf("2023-12-01"), max: serialOf("2025-01-31") }).map(dayOfSerial),
  fc.constantFrom("2024-03-31", "2024-06-30", "2024-09-30", "2024-12-28", "2024-12-31"),
);
const rules = fc.constantFrom<Rules>(...PRESETS.map((preset) => RULES[preset]));
/** What was reached: near what is due by the date, on a border as often as beside it, or anything. */
const reached = fc.oneof(
  fc
    .constantFrom(0, -10.1, -10, -9.99, -5, -1.01, -1, -0.5, -0.01, 0.01, 0.5, 1, 1.01, 5, 10, 10.01, 30)
    .map((points) => ({ points })),
  decimal(-50, 1200).map((amount) => ({ amount })),
);

it("the program judges as a naive reading of the rule book does", () => {
  const counts = new Map<Status, number>();
  fc.assert(
    fc.property(promise, day, rules, reached, (index, asOf, inForce, near) => {
      const commitment = first(index);
      const { target, profile, sumOf, annualTargets, kind } = commitment;
      const isPlain = !sumOf && !annualTargets && (profile === undefined || typeof profile === "string");
      if (!isPlain || commitment.from < "2024" || commitment.due > "2025" || !target || !("value" in target)) return;
      const judged = caseOf(index, commitment, asOf);
      const due = judge(judged, target.value, asOf, inForce).expected ?? target.value;
      // Ten points of a flow are a tenth of the whole, a point of a rate is one of its own.
      const point = kind === "growth" || kind === "ratio" ? 1 : target.value / 100;
      const actual = "amount" in near ? near.amount : Math.round((due + near.points * point) * 100) / 100;
      const expected = naiveVerdict(commitment, actual, asOf, inForce);
      if (expected === null) return;
      counts.set(expected, (counts.get(expected) ?? 0) + 1);
      const told = (status: Status) =>
        `${status} ${actual} on ${asOf}, ${inForce.preset}: ${JSON.stringify(commitment)}`;
      expect(told(judge(judged, actual, asOf, inForce).status)).toBe(told(expected));
    }),
    { numRuns: runs },
  );
  // Each verdict came up often enough to say something.
  const least = Math.min(
    ...(["met", "onPace", "behind", "farBehind", "notDue"] as const).map((status) => counts.get(status) ?? 0),
  );
  expect(least).toBeGreaterThan(runs / 400);
});
