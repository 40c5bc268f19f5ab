/** Levels promised for several years of one indicator: a promise over the years, with what was planned for each. */
import { partsOf } from "../core/periods";
import type { Commitment } from "../core/types";
import type { Draft } from "./drafts";
import { nameOf } from "./promisedFigure";

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

/** Drafts of what is counted year by year, of which several years are promised: 新增学位 2026年 300, 2027年 400. None is worked at before its own. */
export function countedByYear(drafts: readonly Draft[]): ReadonlySet<Draft> {
  const byName = new Map<string, Draft[]>();
  for (const draft of drafts) {
    if (draft.kind !== "flow" && draft.kind !== "growth") continue;
    if (!/^\d{4}$/.test(draft.period ?? "")) continue;
    const key = `${draft.department ?? ""} ${nameOf(draft)}`;
    byName.set(key, [...(byName.get(key) ?? []), draft]);
  }
  const several = [...byName.values()].filter((each) => new Set(each.map(({ period }) => period)).size > 1);
  return new Set(several.flat());
}
