/**
 * What in the rows of a ledger should be looked at beside its verdicts: figures stored as text, units that are not the promise's, figures
 * newer than 截至期, one promise in several rows, and what the ledger's own hints say of falling cumulatives and slips.
 */
import type { CatalogIndex } from "../core/catalog";
import { unitOfTarget } from "../core/targetUnit";
import { normaliseFigure } from "../core/text";
import type { Commitment } from "../core/types";
import type { FindingFacts } from "../strings/check";
import { zhSheets as zh } from "../strings/zhSheets";
import { headingOf, isByMonth, periodsOf, type LedgerColumn } from "./ledgerColumns";
import { commitmentOf } from "./commitmentCalled";
import { addressOf, cell, type Block, type Content } from "./plan";
import { formulaIn, settingOf, shownIn, type StandingLedger, type StandingRow } from "./standingLedger";

const { hints } = zh.ledger;

/** A cell to be put right, as long as it holds what was looked at. */
export interface Mend {
  readonly sheet: string;
  readonly block: Block;
  readonly holds: string;
  readonly content: Content;
}

export interface RowFinding {
  readonly facts: FindingFacts;
  /** The cell one goes to. */
  readonly address: string;
  /** What puts it right; null where only a person can know. */
  readonly mend: Mend | null;
}

/** What was found of one row. */
export interface FoundInRow {
  readonly sheet: string;
  readonly row: number;
  readonly department: string;
  readonly indicator: string;
  readonly findings: readonly RowFinding[];
}

/** A plain number: what Excel would have taken for one, had the cell not been a text. */
export const PLAIN_NUMBER = /^-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/;
/** What a hint says of how a row is judged, and of words still to be typed, is no trouble. */
const NO_TROUBLE: readonly RegExp[] = [
  ...Object.values(hints.rhythms).flatMap(({ first, judged }) => [exactly(first), beginning(judged.before)]),
  exactly(hints.otherYear),
  exactly(hints.reasonAndMeasures),
  exactly(hints.reason),
  exactly(hints.measures),
];

/** The findings of every row of these ledgers. */
export function ledgerFindings(index: CatalogIndex, ledgers: readonly StandingLedger[]): FoundInRow[] {
  const all = ledgers.flatMap((ledger) =>
    ledger.rows.map((row) => ({ ledger, row, commitment: commitmentOf(index, ledger, row) ?? null })),
  );
  const byPromise = new Map<string, (typeof all)[number][]>();
  for (const each of all)
    if (each.commitment) byPromise.set(each.commitment.id, [...(byPromise.get(each.commitment.id) ?? []), each]);
  return all.flatMap((each) => {
    const { ledger, row, commitment } = each;
    const others = commitment ? (byPromise.get(commitment.id) ?? []).filter((other) => other !== each) : [];
    const findings = [
      ...(commitment ? textNumbers(ledger, row, commitment) : []),
      ...(commitment ? unitOf(index, ledger, row, commitment) : []),
      ...newerThanAsOf(ledger, row),
      ...others.slice(0, 1).map((other) => duplicate(ledger, row, other)),
      ...hinted(ledger, row),
    ];
    const { row: place, department, indicator } = row;
    return findings.length === 0 ? [] : [{ sheet: ledger.name, row: place, department, indicator, findings }];
  });
}

const placeIn = (ledger: StandingLedger, { row }: StandingRow, column: LedgerColumn): Block =>
  cell(row, ledger.at[column] ?? 0);

function textNumbers(ledger: StandingLedger, row: StandingRow, commitment: Commitment): RowFinding[] {
  if (commitment.kind === "milestone") return [];
  const columns: LedgerColumn[] = [...periodsOf(ledger.entry).map(({ column }) => column), "baseline"];
  return columns.flatMap((column): RowFinding[] => {
    const { value } = shownIn(ledger, row.row, column);
    if (typeof value !== "string" || formulaIn(ledger, row.row, column) !== null) return [];
    const text = normaliseFigure(value);
    if (!PLAIN_NUMBER.test(text)) return [];
    const block = placeIn(ledger, row, column);
    const content = Number(text.replaceAll(",", ""));
    const heading = headingIn(ledger, column);
    return [
      {
        facts: { is: "textNumber", heading, shows: value },
        address: addressOf(block),
        mend: { sheet: ledger.name, block, holds: value, content },
      },
    ];
  });
}

function unitOf(index: CatalogIndex, ledger: StandingLedger, row: StandingRow, commitment: Commitment): RowFinding[] {
  const { value } = shownIn(ledger, row.row, "unit");
  const unit = unitOfTarget(index.withId(commitment.id)?.target);
  const shows = String(value).trim();
  if (ledger.at.unit === undefined || unit === null || shows === "" || shows === unit) return [];
  const block = placeIn(ledger, row, "unit");
  return [
    {
      facts: { is: "unit", shows, unit },
      address: addressOf(block),
      mend: { sheet: ledger.name, block, holds: String(value), content: unit },
    },
  ];
}

function newerThanAsOf(ledger: StandingLedger, row: StandingRow): RowFinding[] {
  const { asOf } = ledger.settings;
  const months = settingOf(ledger, "asOfMonths")?.value;
  const given = settingOf(ledger, "asOf")?.text ?? "";
  if (!asOf || typeof months !== "number" || given === "") return [];
  const typed = periodsOf(ledger.entry).filter(
    ({ column, month }) =>
      month > months &&
      shownIn(ledger, row.row, column).text.trim() !== "" &&
      formulaIn(ledger, row.row, column) === null,
  );
  const newest = typed.at(-1);
  if (!newest) return [];
  const means = asOfMeaning(given, newest.month, isByMonth(ledger.entry));
  const shown = settingOf(ledger, "asOf")?.value ?? "";
  return [
    {
      facts: { is: "newer", heading: headingIn(ledger, newest.column), asOf: given, means: means ?? "" },
      address: addressOf(placeIn(ledger, row, newest.column)),
      mend: means === null ? null : { sheet: ledger.name, block: asOf, holds: String(shown), content: means },
    },
  ];
}

/** 截至期 of the same year for the period that was filled; null where the year is not told. @example asOfMeaning("2024Q2", 9, false) // "2024Q3" */
function asOfMeaning(given: string, month: number, byMonth: boolean): string | null {
  const year = /20\d{2}/.exec(normaliseFigure(given))?.[0];
  if (year === undefined) return null;
  return byMonth ? zh.ledger.months(Number(year), month) : `${year}Q${month / 3}`;
}

function duplicate(
  ledger: StandingLedger,
  row: StandingRow,
  other: { readonly ledger: StandingLedger; readonly row: StandingRow },
): RowFinding {
  const latest = (of: { readonly ledger: StandingLedger; readonly row: StandingRow }) =>
    shownIn(of.ledger, of.row.row, "latest").text;
  const place = `${other.ledger.name}!${addressOf(placeIn(other.ledger, other.row, "indicator"))}`;
  return {
    facts: { is: "duplicate", place, other: latest(other), own: latest({ ledger, row }) },
    address: addressOf(placeIn(ledger, row, "indicator")),
    mend: null,
  };
}

function hinted(ledger: StandingLedger, row: StandingRow): RowFinding[] {
  const text = shownIn(ledger, row.row, "hint").text.trim();
  // A known figure of an earlier period stands in the verdict's own sentence.
  if (text === "" || NO_TROUBLE.some((pattern) => pattern.test(text)) || isLastKnown(text)) return [];
  const percent = new RegExp(`^(.+)${hints.asPercent}([\\d.]+)$`).exec(text)?.[2];
  const current = percent === undefined ? null : fractionTyped(ledger, row, Number(percent));
  return [
    {
      facts: { is: "hint", text },
      address: addressOf(current ?? placeIn(ledger, row, "hint")),
      mend:
        current === null
          ? null
          : {
              sheet: ledger.name,
              block: current,
              holds: String(shownIn(ledger, row.row, columnAt(ledger, current)).value),
              content: Number(percent),
            },
    },
  ];
}

/** The cell into which a percentage was typed as a fraction. */
function fractionTyped(ledger: StandingLedger, row: StandingRow, percent: number): Block | null {
  const found = periodsOf(ledger.entry).filter(({ column }) => {
    const { value } = shownIn(ledger, row.row, column);
    return typeof value === "number" && Math.abs(value * 100 - percent) < 1e-9;
  });
  const [only, ...more] = found;
  return only && more.length === 0 ? placeIn(ledger, row, only.column) : null;
}

const columnAt = (ledger: StandingLedger, { column }: Block): LedgerColumn =>
  (Object.keys(ledger.at) as LedgerColumn[]).find((each) => ledger.at[each] === column) ?? "hint";

const headingIn = (ledger: StandingLedger, column: LedgerColumn): string =>
  headingOf(column, ledger.entry).replace(/\s/g, "");

const isLastKnown = (text: string): boolean =>
  new RegExp(`^(?:[一二三四]季度|1-2月|\\d{1,2}月)${hints.lastKnown}`).test(text);

function exactly(text: string): RegExp {
  return new RegExp(`^${escaped(text)}$`);
}
function beginning(text: string): RegExp {
  return new RegExp(`^${escaped(text)}\\d`);
}
function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
