/** Where a workbook speaks of a commitment: cells that ask our functions for it, rows that are checked or marked, and rows of ledgers. */
import type { Commitment } from "../core/types";
import type { AskingCell } from "../sheets/argumentValues";
import type { Inspection, OurCell } from "./inspect";

export type Use = Pick<OurCell, "sheet" | "address"> & {
  /** A row of a ledger stands for all cells in it. */
  readonly isLedgerRow: boolean;
};

/**
 * @param asking what calls of ours name, see `askingCells`
 * @param found the commitment that two names mean, null where they mean none
 * @returns each place once, in the order of sheets and cells
 */
export function usesOf(
  { verdicts, ledgers }: Inspection,
  asking: Iterable<AskingCell>,
  id: string,
  found: (department: string, indicator: string) => Commitment | null,
): Use[] {
  const own = new Set(ledgers.map(({ sheet }) => sheet));
  const isMeant = (department: unknown, indicator: unknown): boolean =>
    typeof department === "string" && found(department, typeof indicator === "string" ? indicator : "")?.id === id;
  const uses = [
    ...verdicts
      .filter(({ sheet, department, indicator }) => own.has(sheet) && isMeant(department, indicator))
      .map(({ sheet, address }) => ({ sheet, address, isLedgerRow: true })),
    ...[...asking]
      .filter(({ sheet, department, indicator }) => !own.has(sheet) && isMeant(department, indicator))
      .map(({ sheet, address }) => ({ sheet, address, isLedgerRow: false })),
  ];
  return [...new Map(uses.map((use) => [`${use.sheet}!${use.address}`, use])).values()];
}
