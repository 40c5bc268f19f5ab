/** The rules by which a standing ledger judges: its preset and its own tolerances, read as its formulas read them. */
import { CatalogError, type ToleranceName } from "../core/errors";
import { RULES, type Preset, type Rules } from "../core/status";
import { presetOf } from "./damage";
import { settingOf, type StandingLedger } from "./standingLedger";

/** Shares are fractions of the target, points are 百分点. */
export type Tolerances = Pick<Rules, ToleranceName>;

/** What a ledger says of how it judges. */
export interface LedgerRules {
  /** The ledger's sheet. */
  readonly sheet: string;
  /** null where its line was taken out. */
  readonly preset: Preset | null;
  /** Or why nothing is judged: a tolerance can not be read. */
  readonly tolerances: Tolerances | CatalogError<"toleranceUnreadable">;
}

/** The most that is a tolerance; 10 where 10% is meant is none. The ledger's formulas know the same bounds. */
const MOST: Readonly<Tolerances> = { shareTolerance: 1, pointTolerance: 100, shareGrace: 1 };

/** @param ledger its head is enough, with the line that names the preset where that is read at all */
export function rulesOfLedger(ledger: StandingLedger): LedgerRules {
  const found: Partial<Record<ToleranceName, number>> = {};
  const said = (tolerances: LedgerRules["tolerances"]) => ({
    sheet: ledger.name,
    preset: presetOf(ledger),
    tolerances,
  });
  for (const name of Object.keys(MOST) as ToleranceName[]) {
    const shown = settingOf(ledger, name);
    const value = shown?.value;
    if (typeof value !== "number" || value < 0 || value > MOST[name])
      return said(
        new CatalogError("toleranceUnreadable", { ledger: ledger.name, tolerance: name, given: shown?.text ?? null }),
      );
    found[name] = value;
  }
  return said(found as Tolerances);
}

/** The rules that hold where this ledger counts. @param rules the workbook's choice, for what the ledger does not say */
export function rulesBy({ preset, tolerances }: LedgerRules, rules: Rules): Rules | CatalogError {
  if (tolerances instanceof CatalogError) return tolerances;
  return { ...(preset ? RULES[preset] : rules), ...tolerances };
}
