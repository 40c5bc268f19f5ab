/**
 * The leader's page (汇总) of a ledger: tallies by department with a chart, the largest shortfalls, the paragraph of a circular, the
 * legend with the rules in force. Tallies are native formulas over the ledger's columns and follow it; sentences and the ranking are
 * of the moment the page was made, and the page says when that no longer holds. One A4 page, landscape.
 */
import type { CatalogIndex } from "../core/catalog";
import { CatalogError } from "../core/errors";
import { parsePeriod } from "../core/periods";
import type { Rules } from "../core/status";
import { STATUSES, type Status } from "../core/types";
import { circularText, type CircularFacts } from "../strings/circular";
import { periodName } from "../strings/reason";
import { zhSheets as zh } from "../strings/zhSheets";
import { minuteOf } from "./madeAt";
import { cellsOf, onceChanged, judgedAt } from "./formulas";
import { toleranceLine } from "./formulasTolerance";
import type { LedgerReading, SettingCells } from "./ledgerEntries";
import type { Block, ColourRule, Content, SheetPlan, Style } from "./plan";
import { shortfallsOf, type Shortfall } from "./shortfalls";
import type { PlacesTallied } from "./standingPlaces";
import { STATUS_LOOKS, statusRules } from "./statusColours";
import {
  BAND,
  COLUMNS,
  emsOf,
  FIRST_STATUS,
  INK,
  LINES,
  MUTED,
  NAME,
  Page,
  PAGE_EMS,
  REASON,
  ROW,
  TOTAL,
  WHY,
} from "./summaryPage";
import { addPlaces, addTallies } from "./summaryTallies";
import { cutToLines, lineCount, linesOf } from "./textLines";

const words = zh.summary;

/** The name of the sheet, where it is free. */
export const SUMMARY_NAME = words.sheetName;

const MOST_SHORTFALLS = 10;
const MOST_CIRCULAR_LINES = 4;
const MOST_REASON_LINES = 2;
/** The ledger's rules begin with those of verdicts; the others are about typing, and nobody types here. */
const RULES_OF_VERDICTS = 3;
const LINE = 11.5;

/** Where the list of shortfalls puts what runs on over its empty neighbours: 责任单位 to the right, figures to the left. */
const DEPARTMENT = FIRST_STATUS;
const STATUS = FIRST_STATUS + 3;
const ACTUAL = FIRST_STATUS + 5;
const GAP = TOTAL; // a column away from the sentences

const WARNING = "#9C0006";

/** A page and the paragraph that stands on it, in full. */
export interface Summary {
  readonly plan: SheetPlan;
  /** With every laggard; the page names as many as it has room for. */
  readonly circular: string;
}

/**
 * The summary of a ledger as it stands.
 * @param rules of the session; the ledger's own tolerance cells go before them
 * @param name the sheet's name
 * @param places the county table beside the ledger, where one stands
 */
export function summary(
  index: CatalogIndex,
  rules: Rules,
  reading: LedgerReading,
  name: string,
  madeAt: Date,
  places: PlacesTallied | null = null,
): Summary {
  const shortfalls = shortfallsOf(index, rules, reading);
  const facts = factsOf(index, reading, shortfalls);
  const made = minuteOf(madeAt);
  const page = new Page();
  const title = page.next;
  page.add([words.title(reading.title || words.untitled)], ROW.title, [
    { block: page.cells(NAME), fontSize: 16, bold: true, fontColor: INK },
    { block: page.cells(WHY), bold: true, fontColor: WARNING },
  ]);
  page.add(headLine(index, reading, made), ROW.line, [
    { block: page.cells(NAME, COLUMNS), fontColor: MUTED },
    { block: page.cells(NAME), bold: true, fontColor: INK },
  ]);
  page.gap();
  for (const line of circularLines(facts)) page.add([line], ROW.line);
  page.gap();
  const tallied = addTallies(page, reading);
  const { chart } = tallied;
  const held = tallied.totals.map(([status, at]) => [at, facts.counts[status]] as const);
  page.put(title, WHY, onceChanged(held, words.changed));
  if (places) addPlaces(page, places);
  page.gap();
  const colourRules = addShortfalls(page, shortfalls, made);
  page.gap();
  addLegend(page, reading);
  return { plan: page.plan(name, chart, colourRules), circular: circularText(facts) };
}

function factsOf(
  index: CatalogIndex,
  { entries, settings }: LedgerReading,
  laggards: readonly Shortfall[],
): CircularFacts {
  const count = (status: Status | null) => entries.filter((entry) => entry.status === status).length;
  const counts = Object.fromEntries(STATUSES.map((status) => [status, count(status)])) as Record<Status, number>;
  return { period: periodOf(settings, index.catalog.year), counts, withoutVerdict: count(null), laggards };
}

function periodOf({ asOf }: SettingCells, year: number): string {
  const given = asOf?.value;
  if (typeof given !== "string" && typeof given !== "number") return words.noPeriod;
  try {
    return periodName(parsePeriod(given, year), year);
  } catch (error) {
    if (error instanceof CatalogError) return asOf?.text ?? words.noPeriod;
    throw error;
  }
}

function headLine({ catalog }: CatalogIndex, { name, settings }: LedgerReading, made: string): Content[] {
  const { asOf, asOfDay } = settings;
  const line: Content[] = Array.from({ length: COLUMNS }, () => "");
  line[NAME] = judgedAt(name, asOf?.address, asOfDay?.address);
  line[ACTUAL] = words.madeAt(zh.ledger.catalogVersion(catalog.title, catalog.version), name, made);
  return line;
}

/** The paragraph in as many lines as the page has for it: laggards are left to the list below where they are too many. */
function circularLines(facts: CircularFacts): string[] {
  let most = facts.laggards.length;
  const lines = () => linesOf(circularText(facts, most), PAGE_EMS);
  while (most > 0 && lines().length > MOST_CIRCULAR_LINES) most -= 1;
  return lines();
}

/** The list of the largest shortfalls. @returns the rules that paint its verdicts */
function addShortfalls(page: Page, all: readonly Shortfall[], made: string): ColourRule[] {
  const shown = all.slice(0, MOST_SHORTFALLS);
  page.add([words.shortfalls(shown.length), "", "", "", words.ranking(made)], ROW.heading, [
    { block: page.cells(NAME), bold: true, fontColor: INK },
    { block: page.cells(STATUS), fontColor: MUTED },
  ]);
  const { headings } = words;
  const header = shortfallRow(headings.indicator, headings.department, headings.status, headings.actual, headings.gap);
  const first = page.next;
  page.add([...header, headings.why, headings.reason], ROW.heading, [
    { block: page.cells(NAME, COLUMNS), bold: true, fill: BAND },
    { block: page.cells(STATUS), align: "Center" },
    ...[ACTUAL, GAP].map((column): Style => ({ block: page.cells(column), align: "Right" })),
  ]);
  if (shown.length === 0) page.add([words.noShortfalls], ROW.least);
  for (const each of shown) {
    const { indicator, department, status, actual, gap, why } = each;
    const reason = cutToLines(each.reason, emsOf(REASON), MOST_REASON_LINES);
    const lines = Math.max(
      ...[lineCount(indicator, emsOf(NAME)), lineCount(why, emsOf(WHY)), lineCount(reason, emsOf(REASON))],
    );
    page.add([...shortfallRow(indicator, department, zh.status[status], actual, gap), why, reason], lines * LINE + 1, [
      ...[NAME, WHY, REASON].map((column): Style => ({ block: page.cells(column), wrap: true })),
      { block: page.cells(STATUS), align: "Center", bold: true },
      ...[ACTUAL, GAP].map((column): Style => ({ block: page.cells(column), align: "Right" })),
    ]);
  }
  const list: Block = { row: first, column: NAME, rows: page.next - first, columns: COLUMNS };
  page.style({ block: list, rowLines: LINES });
  return shown.length > 0
    ? statusRules({ ...list, row: first + 1, rows: shown.length, column: STATUS, columns: 1 })
    : [];
}

/** The cells of a shortfall up to its sentences. */
function shortfallRow(indicator: string, department: string, status: string, actual: string, gap: string): Content[] {
  const row: Content[] = Array.from({ length: WHY }, () => "");
  for (const [column, text] of [
    [NAME, indicator],
    [DEPARTMENT, department],
    [STATUS, status],
    [ACTUAL, actual],
    [GAP, gap],
  ] as const)
    row[column] = text;
  return row;
}

/** Every verdict with its shape, word and meaning, the tolerances as they stand in the ledger, and the rules. */
function addLegend(page: Page, { name, settings }: LedgerReading): void {
  const meanings = STATUSES.map((status) =>
    words.meaning(STATUS_LOOKS[status].shape, zh.status[status], zh.ledger.meaning[status]),
  );
  const line = (text: Content) => page.add([text], ROW.line, [{ block: page.cells(NAME), fontColor: MUTED }]);
  for (const text of linesOf(words.legend(meanings), PAGE_EMS)) line(text);
  const { shareTolerance, pointTolerance, shareGrace } = settings;
  if (shareTolerance && pointTolerance && shareGrace) {
    const [share, points, grace] = [shareTolerance, pointTolerance, shareGrace].map(({ address }) =>
      cellsOf(name, address),
    );
    line(toleranceLine({ share: share ?? "", points: points ?? "", grace: grace ?? "" }, words.tolerance));
  }
  const rules = zh.ledger.rules.slice(0, RULES_OF_VERDICTS);
  for (const text of linesOf(words.rules([...rules, words.counting]), PAGE_EMS)) line(text);
}
