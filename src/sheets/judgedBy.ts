/** The rules by which functions judge, where a ledger counts. Apart from its reader, since the functions' part is loaded first. */
import { CatalogError, type ToleranceName } from "../core/errors";
import { RULES, type Preset, type Rules } from "../core/status";

/** Shares are fractions of the target, points are 百分点. */
export type Tolerances = Pick<Rules, ToleranceName>;

/** The most that is a tolerance; 10 where 10% is meant is none. The ledger's formulas know the same bounds. */
const MOST: Readonly<Tolerances> = { shareTolerance: 1, pointTolerance: 100, shareGrace: 1 };
export const TOLERANCE_NAMES = Object.keys(MOST) as readonly ToleranceName[];

/** Whether a value can be this tolerance. */
export const isTolerance = (name: ToleranceName, value: unknown): value is number =>
  typeof value === "number" && value >= 0 && value <= MOST[name];

/** What a ledger says of how it judges. */
export interface LedgerRules {
  /** The ledger's sheet. */
  readonly sheet: string;
  /** null where its line was taken out. */
  readonly preset: Preset | null;
  /** Or why nothing is judged: a tolerance can not be read. */
  readonly tolerances: Tolerances | CatalogError<"toleranceUnreadable">;
}

/** The rules that hold where this ledger counts. @param rules the workbook's choice, for what the ledger does not say */
export function rulesBy({ preset, tolerances }: LedgerRules, rules: Rules): Rules | CatalogError {
  if (tolerances instanceof CatalogError) return tolerances;
  return { ...(preset ? RULES[preset] : rules), ...tolerances };
}
