/**
 * The row that shows a supporter what another leads (配合). Beside its lead's row it follows that by formula, so that a figure is typed
 * once; in a ledger without it, as a supporter gets one to fill, it is a row of its own. It is counted in neither.
 */
import type { CatalogIndex } from "../core/catalog";
import type { Rules } from "../core/status";
import { helpedId, type Helped } from "../core/supporters";
import { zhSheets as zh } from "../strings/zhSheets";
import { ofLead, verdictOfLead } from "./formulasHelped";
import { periodColumns, type ByColumn, type LedgerColumn, type LedgerLayout } from "./ledgerColumns";
import { ledgerRow, letter, type LedgerRow, type RowNames } from "./ledgerRow";
import type { Content } from "./plan";

const words = zh.ledger.helped;

/** What it shows of its lead's row, besides the periods. */
const FOLLOWED: readonly LedgerColumn[] = [
  "target",
  "baseline",
  "latest",
  "attainment",
  "share",
  "gap",
  "reason",
  "measures",
];

/** The row of a promise under a supporter that the layout shows. */
export function helpedRow(index: CatalogIndex, helped: Helped, layout: LedgerLayout, rules: Rules): LedgerRow {
  const { commitment, supporter } = helped;
  const id = helpedId(commitment, supporter);
  const lead = index.leadOf(commitment).name;
  const names: RowNames = { number: words.number, department: supporter.name, source: words.lead(lead), id };
  const row = layout.rowOf(id) ?? 0;
  const isBesideLead = layout.rowOf(commitment.id) !== undefined;
  // Alone it is its own row, and a total's parts are nowhere to be added up.
  const own: LedgerLayout = { ...layout, rowOf: (each) => (each === commitment.id ? row : undefined) };
  const alone = ledgerRow(index, commitment, 0, own, rules, names);
  return isBesideLead ? following(alone, commitment.id, words.lead(lead), layout) : alone;
}

function following(alone: LedgerRow, id: string, lead: string, layout: LedgerLayout): LedgerRow {
  const at = (column: LedgerColumn) => ({ id, ids: letter(layout, "id"), column: letter(layout, column) });
  const closed = new Set<LedgerColumn>(alone.closed);
  const periods = periodColumns(layout.entry).filter((column) => !closed.has(column));
  const followed = [...FOLLOWED, ...periods].map((column): [LedgerColumn, Content] => [column, ofLead(at(column))]);
  const content: ByColumn<Content> = {
    ...alone.content,
    ...Object.fromEntries(followed),
    hint: lead,
    status: verdictOfLead(at("status")),
  };
  return { ...alone, content, computed: [...periods, "baseline", "reason", "measures"] };
}
