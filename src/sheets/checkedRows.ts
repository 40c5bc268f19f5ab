/**
 * A check of a workbook as rows: what each row of a ledger, place of a county table or cell of ours says, with everything that was found
 * of it. Grids of cells in, rows out; what was not understood is told by the reader of the workbook.
 */
import type { CatalogIndex } from "../core/catalog";
import { PART_OF } from "../core/places";
import type { Rules } from "../core/status";
import type { Status } from "../core/types";
import { commitmentCalled } from "./commitmentCalled";
import type { Damage } from "./damage";
import { entriesOf, readingOf } from "./ledgerEntries";
import { ledgerFindings, type FoundInRow, type RowFinding } from "./ledgerFindings";
import type { OwnChecks } from "./ownSheetChecks";
import type { OwnVerdict } from "./ownSheetFindings";
import { placesReading } from "./placesReading";
import { addressOf, cell } from "./plan";
import { scoreFindings } from "./scoreSheet";
import { whyOf } from "./shortfalls";
import { standingLedger, type SheetCells, type StandingLedger } from "./standingLedger";
import { toldOnce } from "./toldOnce";

/** Where a row comes from. */
export type RowSource = "ledger" | "places" | "own" | "cell" | "other";

/** A row, with what is wrong in it. */
export interface CheckedRow {
  readonly from: RowSource;
  /** The id of the promise it is of; null where the catalog knows none. */
  readonly promise: string | null;
  readonly sheet: string;
  /** On the sheet, from 0. */
  readonly row: number;
  /** The cell one goes to: its verdict, or what is wrong. */
  readonly address: string;
  readonly department: string;
  readonly indicator: string;
  /** null where it has no verdict; such a row is counted only where it should have one. */
  readonly status: Status | null;
  readonly isJudged: boolean;
  /** 截至期 as the sheet shows it; null where none is known. */
  readonly asOf: string | null;
  /** What it lacks, as the sheet shows it. */
  readonly gap: string;
  /** The sentence behind the verdict; worked out when it is asked for. */
  readonly why: () => string | null;
  readonly findings: readonly RowFinding[];
}

/** A cell of a person's own sheet that asks for a verdict. */
interface JudgedCell {
  readonly sheet: string;
  readonly address: string;
  readonly row: number;
  readonly department: string;
  readonly indicator: string;
  readonly status: Status | null;
}

/**
 * The rows of a workbook.
 * @param sheets every sheet that could be read
 * @param judged cells outside ledgers that ask for a verdict
 * @param own what people's own sheets show, by their names
 */
export function checkedRows(
  { index, rules }: { readonly index: CatalogIndex; readonly rules: Rules },
  sheets: readonly SheetCells[],
  damages: readonly Damage[],
  judged: readonly JudgedCell[],
  own: ReadonlyMap<string, OwnChecks>,
): CheckedRow[] {
  const ledgers = sheets.flatMap((sheet) => standingLedger(sheet) ?? []);
  const found = [...damages.map(foundInDamage), ...ledgerFindings(index, ledgers)];
  const others = sheets.filter(({ name }) => !ledgers.some((ledger) => ledger.name === name));
  const rows = [
    ...ledgers.flatMap((ledger) => rowsOfLedger(index, rules, ledger)),
    ...others.flatMap((sheet) => rowsOfPlaces(index, sheet)),
    ...[...own].flatMap(([sheet, { rows: verdicts }]) => verdicts.flatMap((each) => rowOfOwn(index, sheet, each))),
    // A verdict that a row of a person's own table shows is told with the row.
    ...judged.filter(({ sheet, row }) => !isTold(own, sheet, row)).map((each) => rowOfCell(index, each)),
  ];
  const scored = others.flatMap(scoreFindings);
  const all = withFindings(rows, [...found, ...scored, ...[...own.values()].flatMap((each) => each.found)]);
  return toldOnce(all, index.catalog.year);
}

function rowsOfLedger(index: CatalogIndex, rules: Rules, ledger: StandingLedger): CheckedRow[] {
  const reading = readingOf(ledger);
  return entriesOf(ledger).map((entry) => ({
    from: "ledger",
    promise: commitmentCalled(index, entry.department, entry.id === "" ? entry.indicator : entry.id)?.id ?? null,
    sheet: ledger.name,
    row: entry.row,
    address: addressOf(cell(entry.row, ledger.at.status)),
    department: entry.department,
    indicator: entry.indicator,
    status: entry.status,
    isJudged: true,
    asOf: reading.settings.asOf?.text ?? null,
    gap: entry.gap.text,
    why: () => (entry.status === null ? null : whyOf(index, rules, reading, entry)),
    findings: [],
  }));
}

/** The places of a county table. What is not split to a place is no row of it. */
function rowsOfPlaces(index: CatalogIndex, sheet: SheetCells): CheckedRow[] {
  return placesReading(sheet).flatMap(({ id, place, row, status, measure, shown, address, isCity }) => {
    const whole = index.withId(id);
    const part = isCity || !whole ? null : index.withId(id + PART_OF + place);
    if (status === null) return [];
    return [
      {
        from: "places" as const,
        promise: (part ?? whole)?.id ?? null,
        sheet: sheet.name,
        row,
        address,
        department: shown,
        indicator: (part ?? whole)?.indicator ?? id,
        status,
        // The city's own verdict is counted with its ledger.
        isJudged: !isCity,
        asOf: null,
        gap: measure,
        why: () => null,
        findings: [],
      },
    ];
  });
}

const isTold = (own: ReadonlyMap<string, OwnChecks>, sheet: string, row: number): boolean =>
  own.get(sheet)?.rows.some((each) => each.row === row && each.status !== null) ?? false;

/** A row of a person's own table; one that shows no verdict is not judged, and asks for none. */
function rowOfOwn(index: CatalogIndex, sheet: string, verdict: OwnVerdict): CheckedRow[] {
  const { row, department, indicator, status, asOf, gap, why, address } = verdict;
  if (status === null) return [];
  const promise = verdict.promise ?? commitmentCalled(index, department, indicator)?.id ?? null;
  return [
    {
      from: "own",
      promise,
      sheet,
      row,
      address,
      department,
      indicator,
      status,
      isJudged: true,
      asOf,
      gap,
      why,
      findings: [],
    },
  ];
}

function rowOfCell(
  index: CatalogIndex,
  { sheet, address, row, department, indicator, status }: JudgedCell,
): CheckedRow {
  return {
    from: "cell",
    promise: commitmentCalled(index, department, indicator)?.id ?? null,
    sheet,
    row,
    address,
    department,
    indicator,
    status,
    isJudged: status !== null,
    asOf: null,
    gap: "",
    why: () => null,
    findings: [],
  };
}

function foundInDamage({ sheet, block, department, indicator, heading, shows }: Damage): FoundInRow {
  const address = addressOf(block);
  return {
    sheet,
    row: block.row,
    department,
    indicator,
    findings: [{ facts: { is: "typedOver", heading, shows }, address, mend: null }],
  };
}

/** Everything that was found of a row stands with it; of what is no row, in one of its own. */
function withFindings(rows: readonly CheckedRow[], found: readonly FoundInRow[]): CheckedRow[] {
  const byPlace = new Map<string, FoundInRow[]>();
  const keyOf = ({ sheet, row }: { readonly sheet: string; readonly row: number }) => `${row}!${sheet}`;
  for (const each of found) byPlace.set(keyOf(each), [...(byPlace.get(keyOf(each)) ?? []), each]);
  const known = new Set<string>();
  const joined = rows.map((row) => {
    if (known.has(keyOf(row)) || (row.from !== "ledger" && row.from !== "own")) return row;
    known.add(keyOf(row));
    return { ...row, findings: (byPlace.get(keyOf(row)) ?? []).flatMap(({ findings }) => findings) };
  });
  const alone = [...byPlace].flatMap(([key, all]): CheckedRow[] => {
    const [first] = all;
    if (known.has(key) || !first) return [];
    const findings = all.flatMap((each) => each.findings);
    const { sheet, row, department, indicator } = first;
    return [
      {
        from: "other",
        promise: null,
        sheet,
        row,
        address: findings[0]?.address ?? "A1",
        department,
        indicator,
        status: null,
        isJudged: false,
        asOf: null,
        gap: "",
        why: () => null,
        findings,
      },
    ];
  });
  return [...joined, ...alone];
}

/** How many rows of a department have each verdict; rows without one stand under null. */
interface Tally {
  readonly department: string;
  readonly counts: ReadonlyMap<Status | null, number>;
  readonly total: number;
}

/**
 * The verdicts by department, in the order of the rows. A promise counts once, whatever its parts and however many cells judge it, under
 * the department as the first of its rows names it.
 */
export function talliesOf(rows: readonly CheckedRow[]): Tally[] {
  const byDepartment = new Map<string, Map<Status | null, number>>();
  const counted = new Set<string>();
  const first = new Map<string, string>();
  for (const { promise, from, department } of rows)
    if (promise !== null && from !== "places" && !first.has(promise)) first.set(promise, department);
  for (const { department: named, status, isJudged, from, promise } of rows) {
    if (!isJudged || from === "places" || (promise !== null && counted.has(promise))) continue;
    if (promise !== null) counted.add(promise);
    const department = (promise === null ? undefined : first.get(promise)) ?? named;
    const counts = byDepartment.get(department) ?? new Map<Status | null, number>();
    counts.set(status, (counts.get(status) ?? 0) + 1);
    byDepartment.set(department, counts);
  }
  return [...byDepartment].map(([department, counts]) => ({
    department,
    counts,
    total: [...counts.values()].reduce((sum, count) => sum + count, 0),
  }));
}
