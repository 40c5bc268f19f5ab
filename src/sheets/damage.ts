/**
 * What was damaged in a ledger: cells whose formula somebody typed over, cleared or changed. Each is told by whose row and which
 * column it is, with the formula that belongs there.
 */
import type { CatalogIndex } from "../core/catalog";
import { PRESETS, RULES, type Preset, type Rules } from "../core/status";
import { zhSheets as zh } from "../strings/zhSheets";
import { headFormulas, lineRow } from "./ledger";
import {
  columnsOf,
  headingOf,
  periodColumns,
  usualTextOfAsOf,
  type LedgerColumn,
  type LedgerLayout,
  type LedgerSettings,
} from "./ledgerColumns";
import { firstRows, shownRows } from "./ledgerUpdate";
import { cell, Formula, type Block, type Content, type SheetPlan } from "./plan";
import {
  formulaAt,
  formulaIn,
  missingOf,
  shownAt,
  shownIn,
  textOfAsOf,
  wholeSettings,
  type StandingLedger,
} from "./standingLedger";

const words = zh.ledger;

/** Cells that do not hold what they held: one cell, a row that was taken out, or a whole sheet. */
export interface Damage {
  readonly sheet: string;
  readonly block: Block;
  readonly department: string;
  readonly indicator: string;
  /** What heads its column; null where the whole row is gone. */
  readonly heading: string | null;
  /** What it shows now; "" where it was cleared. */
  readonly shows: string;
  /** What it holds now: its formula, or what was typed. */
  readonly holds: string;
  /** What belongs there. */
  readonly content: readonly (readonly Content[])[];
  /** The sheet itself is gone: as it is to be made anew. */
  readonly makes?: SheetPlan;
}

/**
 * The damaged cells of a ledger, from above. A formula that merely differs counts only in a ledger whose other formulas are spelled as
 * we spell them today: an older ledger is to be updated, and is not damaged.
 */
export function damageOf(index: CatalogIndex, rules: Rules, ledger: StandingLedger): Damage[] {
  const settings = wholeSettings(ledger);
  if (!settings || missingOf(ledger, periodColumns(ledger.entry)).length > 0) return [];
  const inForce = RULES[presetOf(ledger) ?? rules.preset];
  const rows = shownRows(index, ledger);
  const rowOf = firstRows(rows);
  const layout: LedgerLayout = { at: ledger.at, entry: ledger.entry, settings, rowOf: (id) => rowOf.get(id) };
  const gone: Damage[] = [];
  const differing: Damage[] = [];
  let same = 0;
  for (const { row, id, line } of rows) {
    if (!line || rowOf.get(id) !== row) continue; // a row that somebody copied: theirs
    const { content } = lineRow(index, line, 1, layout, inForce);
    for (const [column] of columnsOf(ledger.entry)) {
      const belongs = content[column];
      if (!(belongs instanceof Formula) || ledger.at[column] === undefined) continue;
      const standing = formulaIn(ledger, row, column);
      if (standing !== null && isSame(standing, belongs)) same += 1;
      else (standing === null ? gone : differing).push(damaged(ledger, row, column, belongs));
    }
  }
  const isOfToday = same > differing.length;
  const head = damagedHead(index.catalog.year, ledger, settings);
  return [...gone, ...head.gone, ...(isOfToday ? [...differing, ...head.differing] : [])].sort(
    (one, other) => one.block.row - other.block.row || one.block.column - other.block.column,
  );
}

/** The formulas above the rows, on which every verdict rests: the day judged at, its period, the months passed. */
function damagedHead(year: number, ledger: StandingLedger, settings: LedgerSettings) {
  const text = textOfAsOf(ledger) ?? usualTextOfAsOf(settings, ledger.at);
  const formulas = headFormulas(year, ledger.entry, settings, text);
  const found = { gone: [] as Damage[], differing: [] as Damage[] };
  const cells = [
    [settings.asOfDay, formulas.asOfDay, words.asOfDay],
    [settings.asOfPeriod, formulas.asOfPeriod, words.asOfPeriod],
    [settings.asOfMonths, formulas.asOfMonths, words.asOfMonths],
    [text, formulas.textOfAsOf, words.asOf],
  ] as const;
  for (const [block, belongs, heading] of cells) {
    const standing = formulaAt(ledger.cells, block.row, block.column);
    if (standing !== null && isSame(standing, belongs)) continue;
    const { value, text: shows } = shownAt(ledger.cells, block.row, block.column);
    // A ledger made earlier has no cell for the text of 截至期.
    (standing === null && block !== text ? found.gone : found.differing).push({
      sheet: ledger.name,
      block,
      department: words.asOf,
      indicator: words.asOf,
      heading,
      shows,
      holds: standing ?? String(value),
      content: [[belongs]],
    });
  }
  return found;
}

function damaged(ledger: StandingLedger, row: number, column: LedgerColumn, content: Formula): Damage {
  const { value, text } = shownIn(ledger, row, column);
  return {
    sheet: ledger.name,
    block: cell(row, ledger.at[column] ?? 0),
    department: shownIn(ledger, row, "department").text,
    indicator: shownIn(ledger, row, "indicator").text,
    heading: headingOf(column, ledger.entry).replace(/\s/g, ""),
    shows: text,
    holds: formulaIn(ledger, row, column) ?? String(value),
    content: [[content]],
  };
}

/** Whether two formulas say the same: Excel gives them back with its own spaces and capitals. */
const isSame = (standing: string, belongs: Formula) => plain(standing) === plain(String(belongs));
const plain = (formula: string) =>
  formula
    .split(/("(?:[^"]|"")*")/)
    .map((part, position) => (position % 2 === 1 ? part : part.replace(/[\s@]/g, "").toUpperCase()))
    .join("");

/** The preset that a ledger says it is judged by; null where its line was taken out. */
export function presetOf({ cells }: StandingLedger): Preset | null {
  for (const texts of cells.texts)
    for (const text of texts)
      if (text.startsWith(words.presetMark)) {
        const found = PRESETS.find((preset) => text.startsWith(`${words.presetMark}${zh.presets[preset].name}。`));
        if (found) return found;
      }
  return null;
}
