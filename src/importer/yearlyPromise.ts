/** Levels promised for several years of one indicator: a promise over the years, with what was planned for each. */
import { partsOf } from "../core/periods";
import type { Commitment } from "../core/types";

type Target = NonNullable<Commitment["target"]>;
type Figure = Extract<Target, { readonly value: number }>;

/** What a draft promises, as far as two of them may be one. */
export interface YearlyPromise {
  readonly department: string;
  readonly kind: Commitment["kind"];
  readonly target: Figure;
  readonly from: string;
  readonly due: string;
}

/**
 * A commitment that holds another year's level as well; null where both are not one promise: what flows is counted for each year, and a
 * growth is each year's own.
 * @example joinedYears(2026年41%, 2030年43%) // due 2030, annualTargets { "2026": 41 }
 */
export function joinedYears(known: Commitment, other: YearlyPromise): Commitment | null {
  const { target } = known;
  const isLevel = known.kind === "stock" || known.kind === "ratio";
  if (!isLevel || known.kind !== other.kind || known.department !== other.department || known.parts) return null;
  if (!isSingle(target) || !isSingle(other.target)) return null;
  if (target.unit !== other.target.unit || target.comparator !== other.target.comparator) return null;
  const [year, otherYear] = [known, other].map(({ due }) => String(partsOf(due).year)) as [string, string];
  if (year === otherYear || known.annualTargets?.[otherYear] !== undefined || !endsYear(known) || !endsYear(other))
    return null;
  const from = known.from < other.from ? known.from : other.from;
  const isLater = other.due > known.due;
  const earlier = isLater ? { [year]: target.value } : { [otherYear]: other.target.value };
  return {
    ...known,
    from,
    ...(isLater ? { due: other.due, target: other.target } : {}),
    annualTargets: { ...known.annualTargets, ...earlier },
  };
}

/** One figure, and no range. */
const isSingle = (target: Commitment["target"]): target is Figure =>
  target !== undefined && "value" in target && target.valueMax === undefined;
const endsYear = ({ due }: { readonly due: string }) => due.endsWith("-12-31");
