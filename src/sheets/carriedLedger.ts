/**
 * A ledger made anew by another rhythm with what people typed into the one that stands: figures of quarters come into the months at
 * whose end the quarters close, and the other way round. The old ledger stays as it is, so nothing typed is lost.
 */
import type { CatalogIndex } from "../core/catalog";
import { CatalogError, type ToleranceName } from "../core/errors";
import { parsePeriod } from "../core/periods";
import type { Rules } from "../core/status";
import { ledger, ledgerLines, periodsToChoose } from "./ledger";
import { FIRST_ROW, headingOf, isAlone, newLayout, periodsOf, type Entry, type LedgerColumn } from "./ledgerColumns";
import { shownRows } from "./ledgerUpdate";
import { Formula, type Content, type SheetPlan } from "./plan";
import { formulaIn, settingOf, shownIn, type CellValue, type StandingLedger } from "./standingLedger";

/** A figure or a word that has no place in the new ledger; `row` is that of the old one, from 1. */
export interface NotCarried {
  readonly row: number;
  readonly department: string;
  readonly indicator: string;
  readonly heading: string;
}

export interface CarriedLedger {
  readonly plan: SheetPlan;
  /** How many commitments it shows. */
  readonly rows: number;
  /** How many cells came over. */
  readonly carried: number;
  readonly left: readonly NotCarried[];
}

/** Whether the figures of one ledger mean the same in the other: running totals do at the end of a quarter; what a period brought alone does not. */
export const isCarriable = (from: Entry, to: Entry): boolean => from !== to && !isAlone(from) && !isAlone(to);

const WORDS: readonly LedgerColumn[] = ["reason", "measures", "past"];
const TOLERANCES: readonly ToleranceName[] = ["shareTolerance", "pointTolerance", "shareGrace"];

/**
 * The new ledger: it shows the departments wanted, if any, and those whose rows stand in the old one.
 * @param name of the new sheet
 */
export function carriedLedger(
  index: CatalogIndex,
  departmentIds: readonly string[] | null,
  { rules, entry }: { readonly rules: Rules; readonly entry: Entry },
  standing: StandingLedger,
  name: string,
): CarriedLedger {
  const lineOf = new Map(shownRows(index, standing).map(({ row, line }) => [row, line]));
  const rows = [...standing.rows, ...standing.helped].map(({ row }) => ({ row, line: lineOf.get(row) }));
  const owners = rows.flatMap(({ line }) => (line ? (line.helped?.supporter.id ?? line.commitment.department) : []));
  const wanted = new Set([...(departmentIds ?? []), ...owners]);
  const departments = index.catalog.departments.map(({ id }) => id).filter((id) => wanted.has(id));
  const plan = ledger(index, departments, rules, name, asOfCarried(index, standing, entry), entry);
  const content = plan.content.map((cells) => [...cells]);
  const { at, settings } = newLayout([], entry);
  const shown = ledgerLines(index, departments);
  const placeOf = new Map(shown.map(({ id }, place) => [id, FIRST_ROW + place]));
  let carried = 0;
  const left: NotCarried[] = [];
  const seen = new Set<string>();
  const columns = columnsCarried(standing.entry, entry);
  for (const { row, line } of rows) {
    const isCopy = line !== undefined && seen.has(line.id);
    const place = line && !isCopy ? placeOf.get(line.id) : undefined;
    if (line) seen.add(line.id);
    for (const [from, to] of columns) {
      const { value } = shownIn(standing, row, from);
      if (value === "") continue;
      const column = to === null ? undefined : at[to];
      const belongs = place === undefined || column === undefined ? undefined : content[place]?.[column];
      // A row of 配合 that follows its lead holds nothing of its own.
      const isTyped = !line?.helped || formulaIn(standing, row, from) === null;
      // A total follows its parts by itself, and the catalog's own baseline is there.
      const follows = belongs instanceof Formula && !line?.helped;
      if (!isTyped || follows || (from === "baseline" && belongs === value)) continue;
      if (place === undefined || column === undefined || belongs !== "") {
        left.push({
          row: row + 1,
          department: shownIn(standing, row, "department").text,
          indicator: shownIn(standing, row, "indicator").text,
          heading: headingOf(from, standing.entry),
        });
        continue;
      }
      const cells = content[place];
      if (cells) cells[column] = asContent(value);
      carried += 1;
    }
  }
  for (const tolerance of TOLERANCES) {
    const value = settingOf(standing, tolerance)?.value;
    const cells = content[settings[tolerance].row];
    if (cells && typeof value === "number") cells[settings[tolerance].column] = value;
  }
  return { plan: { ...plan, content }, rows: shown.filter(({ helped }) => helped === null).length, carried, left };
}

/** 截至期 as it was typed, where that says the same as a text; else the first period of the new ledger. */
function asOfCarried(index: CatalogIndex, standing: StandingLedger, entry: Entry): string {
  const { year } = index.catalog;
  const text = settingOf(standing, "asOf")?.text ?? "";
  const [first = ""] = periodsToChoose(year, entry);
  try {
    parsePeriod(text, year);
    return text;
  } catch (error) {
    if (error instanceof CatalogError) return first;
    throw error;
  }
}

/** Where what stands in a column comes to stand; null where the new ledger has no place for it. */
function columnsCarried(from: Entry, to: Entry): (readonly [LedgerColumn, LedgerColumn | null])[] {
  const periods = periodsOf(from).map(
    ({ column, month }) => [column, periodsOf(to).find((period) => period.month === month)?.column ?? null] as const,
  );
  return [["baseline", "baseline"] as const, ...periods, ...WORDS.map((column) => [column, column] as const)];
}

const asContent = (value: CellValue): Content => (typeof value === "boolean" ? String(value) : value);
