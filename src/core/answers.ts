/** What the functions answer about one commitment: the same path for a cell and for the pane that explains the cell. */
import { readActual } from "./actual";
import type { CatalogIndex } from "./catalog";
import { CatalogError } from "./errors";
import { parsePeriod } from "./periods";
import { judgedFigure, termsOf } from "./progress";
import { judge, type Rules, type Standing } from "./status";
import type { Commitment, Day, Figure, Status } from "./types";

/** An actual and the period it is judged at, as a cell gives them: numbers, text, or nothing. */
export interface Entered {
  readonly actual: unknown;
  /** Blank: at the due date, against the whole target. */
  readonly asOf: unknown;
}

/**
 * 差距 in the target's unit, positive is short.
 * @throws CatalogError what stands in the figure's place, actualMissing, noPace, or why an argument cannot be read
 */
export function gapAnswer(index: CatalogIndex, rules: Rules, commitment: Commitment, entered: Entered): number {
  const { indicator, due } = commitment;
  requireFigure(index, commitment);
  const { status, gap } = standingOf(index, rules, commitment, entered);
  if (status === "unreported") throw new CatalogError("actualMissing", { indicator });
  if (gap === null) throw new CatalogError("noPace", { indicator, due });
  return gap;
}

/** 完成率 as a fraction. @throws CatalogError rateRefused for growth, ratio and milestone; and as `gapAnswer` */
export function rateAnswer(index: CatalogIndex, rules: Rules, commitment: Commitment, actual: unknown): number {
  const { indicator, kind } = commitment;
  requireFigure(index, commitment);
  if (kind !== "flow" && kind !== "stock") throw new CatalogError("rateRefused", { indicator });
  const { status, attainment } = standingOf(index, rules, commitment, { actual, asOf: null });
  if (status === "unreported") throw new CatalogError("actualMissing", { indicator });
  if (attainment === null) throw new CatalogError("rateRefused", { indicator });
  return attainment;
}

/** 状态. @throws CatalogError where an argument cannot be read; a missing figure is a status, not an error */
export function statusAnswer(index: CatalogIndex, rules: Rules, commitment: Commitment, entered: Entered): Status {
  return standingOf(index, rules, commitment, entered).status;
}

/** The figure an actual is held against; null for a milestone, which has none. @throws CatalogError what stands in its place */
export function requireFigure(index: CatalogIndex, commitment: Commitment): Figure | null {
  const figure = judgedFigure(index, commitment);
  if (!(figure instanceof CatalogError)) return figure;
  if (commitment.kind === "milestone") return null;
  throw figure;
}

function standingOf(index: CatalogIndex, rules: Rules, commitment: Commitment, { actual, asOf }: Entered): Standing {
  const terms = termsOf(index, commitment);
  const figure = judgedFigure(index, commitment);
  const target = figure instanceof CatalogError ? null : figure.value;
  const isVerifiable = target !== null || terms.kind === "milestone";
  return judge(
    {
      terms,
      target,
      baseline: commitment.baseline?.value ?? null,
      actual: isVerifiable ? readActual(actual, terms, target) : null,
      asOf: dayOf(asOf, commitment, index.catalog.year),
    },
    rules,
  );
}

/** The day an asOf argument means: the end of its period. */
function dayOf(asOf: unknown, commitment: Commitment, year: number): Day {
  if (asOf === null || asOf === undefined || asOf === "") return commitment.due;
  if (typeof asOf === "string" || typeof asOf === "number") return parsePeriod(asOf, year).to;
  throw new CatalogError("periodUnreadable", { given: JSON.stringify(asOf) });
}
