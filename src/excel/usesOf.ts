/** Where a workbook speaks of a commitment: cells that ask our functions for it, and rows of ledgers. */
import type { Commitment } from "../core/types";
import type { Inspection, OurCell } from "./inspect";

export type Use = Pick<OurCell, "sheet" | "address"> & {
  /** A row of a ledger stands for all cells in it. */
  readonly isLedgerRow: boolean;
};

/**
 * @param found the commitment that two names mean, null where they mean none
 * @returns each place once, in the order of sheets and cells
 */
export function usesOf(
  { cells, verdicts, ledgers }: Inspection,
  id: string,
  found: (department: string, indicator: string) => Commitment | null,
): Use[] {
  const own = new Set(ledgers.map(({ sheet }) => sheet));
  const isMeant = (department: unknown, indicator: unknown): boolean =>
    typeof department === "string" && found(department, typeof indicator === "string" ? indicator : "")?.id === id;
  return [
    ...verdicts
      .filter(({ sheet, department, indicator }) => own.has(sheet) && isMeant(department, indicator))
      .map(({ sheet, address }) => ({ sheet, address, isLedgerRow: true })),
    ...cells
      .filter(({ sheet, arguments: [department, indicator] }) => !own.has(sheet) && isMeant(department, indicator))
      .map(({ sheet, address }) => ({ sheet, address, isLedgerRow: false })),
  ];
}
