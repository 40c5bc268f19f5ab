/** What a score sheet of a ledger scores: its rows, each looked up by its 编号. */
import { caseOf } from "../core/case";
import type { CatalogIndex } from "../core/catalog";
import { zhSheets as zh } from "../strings/zhSheets";
import { cellsOf, judgedAt } from "./formulas";
import { fromLedger } from "./formulasScore";
import type { LedgerReading } from "./ledgerEntries";
import { columnName } from "./plan";
import type { Scored, ScoredRow } from "./scoreSheet";
import type { StandingLedger } from "./standingLedger";

const words = zh.scores;

export function scoredLedger(index: CatalogIndex, ledger: StandingLedger, reading: LedgerReading): Scored {
  const { asOf, asOfDay } = reading.settings;
  const ids = inLedger(ledger, "id");
  const rows = ledger.rows.flatMap(({ id }): ScoredRow[] => {
    const commitment = index.withId(id);
    if (!commitment) return [];
    const lookUp = (own: string, column: Parameters<typeof inLedger>[1]) =>
      fromLedger({ ids, id: own }, inLedger(ledger, column));
    const { start } = caseOf(index, commitment);
    return [
      {
        commitment,
        owner: index.departmentOf(commitment).name,
        rank: null,
        found: (own) => ({
          target: lookUp(own, "target"),
          actual: lookUp(own, "latest"),
          status: lookUp(own, "status"),
          baseline:
            ledger.at.baseline === undefined ? String(start ?? '""') : lookUp(own, "baseline").toString().slice(1),
        }),
      },
    ];
  });
  return {
    sheet: reading.name,
    title: reading.title,
    period: judgedAt(reading.name, asOf?.address, asOfDay?.address),
    day: asOfDay ? cellsOf(reading.name, asOfDay.address) : "0",
    owners: { heading: words.headings.department, totals: words.totals },
    arePlaces: false,
    groups: null,
    rows,
  };
}

/** A column of the ledger's rows, as formulas of another sheet name it. */
function inLedger(
  { name, header, rows, at: places }: StandingLedger,
  column: "id" | "target" | "latest" | "status" | "baseline",
): string {
  const place = places[column];
  const letter = columnName(place ?? 0);
  const last = (rows.at(-1)?.row ?? header + 1) + 2;
  return cellsOf(name, `$${letter}$${header + 2}:$${letter}$${last}`);
}
