/** Made-up promises of every kind, for properties: the failing one is made as small as can be. */
import fc from "fast-check";
import type { CatalogIndex } from "../../src/core/catalog";
import type { Comparator, Commitment, Kind, Profile } from "../../src/core/types";
import { catalogOf } from "./jingzhou";

const KINDS = ["flow", "stock", "growth", "ratio"] as const satisfies readonly Kind[];
const COMPARATORS = [
  "atLeast",
  "moreThan",
  "about",
  "atMost",
  "lessThan",
  "range",
  "plain",
] as const satisfies readonly Comparator[];

/** A number of so many decimals. */
export const decimal = (least: number, most: number, digits = 2) =>
  fc.integer({ min: least * 10 ** digits, max: most * 10 ** digits }).map((whole) => whole / 10 ** digits);

/** Values as they are promised: mostly above zero, now and then zero or below, now and then with decimals. */
const value = fc.oneof(
  { weight: 6, arbitrary: decimal(0, 1000) },
  { weight: 3, arbitrary: decimal(1, 200, 0) },
  { weight: 2, arbitrary: decimal(-500, -1) },
  { weight: 1, arbitrary: fc.constant(0) },
);

/** The target of a promise, with the way that is good. */
const target = fc
  .record({
    comparator: fc.constantFrom(...COMPARATORS),
    direction: fc.constantFrom("up" as const, "down" as const),
    value,
    width: decimal(0, 50),
  })
  .map(({ comparator, direction, value, width }) => {
    const isLimit = comparator === "atMost" || comparator === "lessThan";
    const isGoal = comparator === "atLeast" || comparator === "moreThan";
    return {
      direction: isLimit ? ("down" as const) : isGoal ? ("up" as const) : direction,
      target: { comparator, value, ...(comparator === "range" ? { valueMax: value + width } : {}) },
    };
  });

const months = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 })).map((chosen) => {
  const [first, last] = [...chosen].sort((a, b) => a - b).map((month) => String(month).padStart(2, "0"));
  return { from: `2024-${first ?? "01"}-01`, due: `2024-${last ?? "12"}-28` };
});
const years = fc
  .record({
    before: fc.integer({ min: 0, max: 4 }),
    after: fc.integer({ min: 0, max: 4 }),
    plan: fc.option(decimal(1, 300)),
  })
  .map(({ before, after, plan }) => ({
    from: `${2024 - before}-01-01`,
    due: `${2024 + after}-12-31`,
    ...(plan !== null && before + after > 0 ? { annualTargets: { "2024": plan } } : {}),
  }));

/** Promises with a figure: the last commitment of each catalog. Its unit is the one given, whatever its kind. */
export const promiseIn = (unit: string): fc.Arbitrary<CatalogIndex> =>
  fc
    .record({
      kind: fc.constantFrom(...KINDS),
      said: target,
      parts: fc.option(fc.tuple(value, value), { freq: 6 }),
      baseline: fc.option(decimal(0, 1000)),
      profile: fc.option(fc.constantFrom<Profile>("linear", "atDue", { quarterShares: [0, 0.2, 0.4, 1] })),
      period: fc.oneof({ weight: 4, arbitrary: months }, { weight: 1, arbitrary: years }),
    })
    .filter(({ kind, said, baseline }) => kind !== "stock" || baseline !== said.target.value)
    .map(({ kind, said, parts, baseline, profile, period }) => {
      const common = { ...period, ...(profile ? { profile } : {}) };
      const isSum =
        parts !== null && kind !== "growth" && kind !== "ratio" && unit !== "%" && said.target.comparator !== "range";
      const start = baseline === null ? {} : { baseline: { value: baseline } };
      if (!isSum) return catalogOf({ kind, ...common, ...start, ...said, target: { ...said.target, unit } });
      const part = (each: number): Partial<Commitment> & Pick<Commitment, "kind"> => ({
        kind,
        ...common,
        ...said,
        target: { ...said.target, value: each, unit },
      });
      return catalogOf(part(parts[0]), part(parts[1]), {
        kind,
        ...common,
        ...start,
        sumOf: ["TT2024-001", "TT2024-002"],
      });
    });

/** Promises in percent, one to a catalog. */
export const promise = promiseIn("%");
