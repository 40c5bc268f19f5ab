/** The rules by which a standing ledger judges: its preset and its own tolerances, read as its formulas read them. */
import { CatalogError, type ToleranceName } from "../core/errors";
import { presetOf } from "./damage";
import { isTolerance, TOLERANCE_NAMES, type LedgerRules, type Tolerances } from "./judgedBy";
import { settingOf, type StandingLedger } from "./standingLedger";

/** @param ledger its head is enough, with the line that names the preset where that is read at all */
export function rulesOfLedger(ledger: StandingLedger): LedgerRules {
  const found: Partial<Record<ToleranceName, number>> = {};
  const said = (tolerances: LedgerRules["tolerances"]) => ({
    sheet: ledger.name,
    preset: presetOf(ledger),
    tolerances,
  });
  for (const name of TOLERANCE_NAMES) {
    const shown = settingOf(ledger, name);
    const value = shown?.value;
    if (!isTolerance(name, value))
      return said(
        new CatalogError("toleranceUnreadable", { ledger: ledger.name, tolerance: name, given: shown?.text ?? null }),
      );
    found[name] = value;
  }
  return said(found as Tolerances);
}
