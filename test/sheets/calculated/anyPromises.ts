/** Promises of every kind whose only place has the whole of them, what was reported of them, and the verdict the function gives. */
import { statusAnswer } from "../../../src/core/answers";
import { caseOf } from "../../../src/core/case";
import { CatalogIndex } from "../../../src/core/catalog";
import { CatalogError, isRefusal } from "../../../src/core/errors";
import { roundTo } from "../../../src/core/expression";
import { validateCatalog } from "../../../src/core/loadCatalog";
import type { Rules } from "../../../src/core/status";
import type { Commitment, Kind, Profile } from "../../../src/core/types";
import { zh } from "../../../src/strings/zh";
import { shapedFile, type Given } from "../../core/shaped";
import type { Typed } from "./filledLedger";

/** The place that has the whole of each. */
export const PLACE = "songzi";

/** Draws promises and reports. @param random numbers from 0 to 1 */
export class AnyPromises {
  constructor(private readonly random: () => number) {}

  private pick<T>(values: readonly T[]): T {
    return values[Math.floor(this.random() * values.length)] as T;
  }

  /** A promise of one year whose only place has the whole of it. */
  promise(): Given {
    const kind = this.pick<Kind>(["flow", "flow", "stock", "growth", "ratio", "milestone"]);
    if (kind === "milestone") return { kind, parts: [{ place: PLACE }] };
    const unit = kind === "growth" || kind === "ratio" ? "%" : this.pick(["个", "亿元", "万人"]);
    const value = this.pick([8, 60, 142, 1883, 8310, -100, 0]);
    const comparator = this.pick(["plain", "atLeast", "moreThan", "about", "atMost", "lessThan", "range"] as const);
    const upper = comparator === "range" ? { valueMax: value + 20 } : {};
    const isLimit = comparator === "atMost" || comparator === "lessThan";
    const history =
      kind === "stock" && this.random() < 0.7
        ? {
            history: [
              { period: "2023", value: roundTo(value * this.pick([0.5, 0.8, 1.3]) + 1, 2), state: "final" as const },
            ],
          }
        : {};
    const shares = [0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];
    const profile = this.pick<Profile | null>([
      null,
      null,
      "atDue",
      { quarterShares: [0, 0.2, 0.4, 1] },
      { monthShares: shares },
    ]);
    const revisions =
      this.random() < 0.4
        ? {
            revisions: [this.pick(["2024-03-15", "2024-04-01", "2024-07-01"])].map((from) => {
              const after = roundTo(value * this.pick([0.8, 1.2]), 1) + 1;
              const ends = upper.valueMax === undefined ? {} : { valueMax: after + 20 };
              return { from, value: after, ...ends, basis: "市政府会议", by: "张三", recorded: from };
            }),
          }
        : {};
    return {
      kind,
      target: { comparator, value, ...upper, unit },
      ...(isLimit ? {} : { direction: this.pick(["up", "up", "down"] as const) }),
      ...(profile === null ? {} : { profile }),
      ...(this.random() < 0.08 ? { review: "unclear" as const, reviewReason: "两处不一" } : {}),
      ...history,
      ...revisions,
      parts: [{ place: PLACE, value, ...upper, ...history, ...revisions }],
    };
  }

  /** A catalog of so many promises. */
  index(count: number): CatalogIndex {
    const promises: Given[] = [];
    while (promises.length < count) {
      const one = this.promise();
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
  reported(index: CatalogIndex, commitment: Commitment): Typed {
    if (this.random() < 0.1) return null;
    if (commitment.kind === "milestone") return this.pick(["已完成", "未完成"]);
    const { judged, terms } = caseOf(index, commitment);
    const value = judged instanceof CatalogError ? 10 : judged.value;
    const figure = roundTo(value * this.pick([0.1, 0.24, 0.25, 0.45, 0.5, 0.75, 0.97, 1, 1.1]), 2);
    if (this.random() < 0.7) return figure;
    return this.pick([`${figure}${terms.unit ?? ""}`, `${figure}${terms.unit ?? ""}（快报）`]);
  }
}

/** The word for a function's verdict; 无法核验 where it refuses. */
export function verdictOf(
  index: CatalogIndex,
  rules: Rules,
  commitment: Commitment,
  actual: Typed,
  asOf: string,
): string {
  try {
    return zh.status[statusAnswer(index, rules, commitment, { actual, asOf })];
  } catch (error) {
    if (isRefusal(error)) return zh.status.unverifiable;
    throw error;
  }
}
