/** The rules by which a standing ledger judges: its preset and its own tolerances, read as its formulas read them. */
import { CatalogError, type ToleranceName } from "../core/errors";
import { presetOf } from "./damage";
import type { LedgerRules, Tolerances } from "./judgedBy";
import { settingOf, type StandingLedger } from "./standingLedger";

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
