/** The ledger (台账): one row a commitment, one TARGET a row, everything else native formulas. */
import type { CatalogIndex } from "../core/catalog";
import type { Preset, Rules } from "../core/status";
import { atOnce, type Steps } from "../core/steps";
import { helpedId, type Helped } from "../core/supporters";
import { STATUSES, type Commitment } from "../core/types";
import { zhSheets as zh } from "../strings/zhSheets";
import { asOfDay, asOfTrouble, monthsElapsed, monthOfReport, periodText, quarterOf } from "./formulasPeriod";
import { fraction, judgedDay, points, toleranceLine, toleranceTrouble } from "./formulasTolerance";
import {
  columnsOf,
  FIRST_ROW,
  HEADER_ROW,
  headingOf,
  isByMonth,
  newLayout,
  NOTE_ROW,
  periodColumns,
  periodsOf,
  SETTINGS_ROW,
  TITLE_ROW,
  TROUBLE_ROW,
  usualTextOfAsOf,
  type Entry,
  type LedgerColumn,
  type LedgerLayout,
  type LedgerSettings,
  type NewLayout,
} from "./ledgerColumns";
import { helpedRow } from "./helpedRow";
import { dress, INPUT, ledgerRow, MUTED, type LedgerRow } from "./ledgerRow";
import { addressOf, cell, type Block, type Content, type SheetPlan, type Style, type Validation, fixed } from "./plan";
import { STATUS_LOOKS } from "./statusColours";

const words = zh.ledger;

/** The periods to choose as 截至期, as they are written. @example periodsToChoose(2024, "cumulative")[1] // "2024Q2" */
export function periodsToChoose(year: number, entry: Entry): string[] {
  return periodsOf(entry).map(({ month }, position) =>
    isByMonth(entry) ? words.months(year, month) : `${year}Q${position + 1}`,
  );
}

/** The name a ledger gives the cell of its 截至期, known within its sheet. */
export const AS_OF_NAME = words.asOf;

/** The name of the cell of the day that 截至期 means. */
export const DAY_NAME = words.asOfDay;

/** The name of the ledger's sheet, where it is free. */
export const LEDGER_NAME = words.sheetName;

const PRINT_MARGIN = 28; // points: what office printers reach
const TROUBLE = STATUS_LOOKS.farBehind.fontColor;
const HEADER = { fill: "#1F3B63", fontColor: "#FFFFFF" };

/** What a row of a ledger shows: a promise under its lead, or as a supporter helps with it (配合). */
export interface LedgerLine {
  /** What 编号 says. */
  readonly id: string;
  readonly commitment: Commitment;
  /** null under its lead. */
  readonly helped: Helped | null;
}

/**
 * The rows of a ledger in the catalog's order: of each department with one of these ids its own and then what it helps others with, of
 * the others the promises with these ids.
 */
export function ledgerLines(index: CatalogIndex, ids: readonly string[]): LedgerLine[] {
  const chosen = new Set(ids);
  return index.catalog.departments.flatMap((supporter): LedgerLine[] => {
    const isChosen = chosen.has(supporter.id);
    const own = index.commitmentsOf(supporter.id).filter(({ id }) => isChosen || chosen.has(id));
    const helped = isChosen ? index.supportedBy(supporter.id) : [];
    return [
      ...own.map((commitment) => ({ id: commitment.id, commitment, helped: null })),
      ...helped.map((commitment) => ({
        id: helpedId(commitment, supporter),
        commitment,
        helped: { commitment, supporter },
      })),
    ];
  });
}

/** The row of a line that the layout shows. @param number what 序号 says under its lead */
export function lineRow(
  index: CatalogIndex,
  { commitment, helped }: LedgerLine,
  number: number,
  layout: LedgerLayout,
  rules: Rules,
): LedgerRow {
  return helped === null
    ? ledgerRow(index, commitment, number, layout, rules)
    : helpedRow(index, helped, layout, rules);
}

/** The plan of a ledger. */
export function ledger(...given: Parameters<typeof ledgerSteps>): SheetPlan {
  return atOnce(ledgerSteps(...given));
}

/**
 * The plan of a ledger, row by row, so that others have their turns while a large one is made.
 * @param name the sheet's name
 * @param asOf what the 截至期 cell holds at first, as 2024Q2
 * @param entry whether people type the year so far, or each quarter alone
 */
export function* ledgerSteps(
  index: CatalogIndex,
  departmentIds: readonly string[],
  rules: Rules,
  name: string,
  asOf: string,
  entry: Entry = "cumulative",
): Steps<SheetPlan> {
  const lines = ledgerLines(index, departmentIds);
  const layout = newLayout(
    lines.map(({ id }) => id),
    entry,
  );
  let number = 0;
  const rows: LedgerRow[] = [];
  for (const line of lines) {
    rows.push(lineRow(index, line, line.helped ? 0 : ++number, layout, rules));
    yield rows.length / lines.length;
  }
  const hasHelped = number < lines.length;
  const notes = legendNotes(FIRST_ROW + rows.length + 1, rules, layout, hasHelped);
  const { at, settings } = layout;
  const columns = columnsOf(entry);
  const text = usualTextOfAsOf(settings, at);
  const dressed = dress(rows, layout);
  return {
    name,
    tabColor: HEADER.fill,
    content: [
      ...headRows(index, rules, asOf, layout),
      ...rows.map(({ content }) => columns.map(([column]) => content[column] ?? "")),
      [],
      ...notes.content,
    ],
    columnWidths: columns.map(([, width]) => width),
    styles: [...headStyles(layout), ...dressed.styles, ...notes.styles],
    numberFormats: [
      ...headFormats(entry, settings, text),
      { block: settings.shareTolerance, formats: "0%" },
      { block: settings.pointTolerance, formats: "0.0#" },
      { block: settings.shareGrace, formats: "0%" },
      ...dressed.numberFormats,
    ],
    validations: [...settingValidations(index.catalog.year, entry, settings), ...dressed.validations],
    colourRules: dressed.colourRules,
    names: [
      { name: AS_OF_NAME, block: settings.asOf },
      { name: DAY_NAME, block: settings.asOfDay },
    ],
    frozen: { rows: FIRST_ROW, columns: at.unit },
    filter: { row: HEADER_ROW, column: 0, rows: rows.length + 1, columns: columns.length },
    print: {
      titleRows: { first: HEADER_ROW, last: HEADER_ROW },
      columns: at.measures + 1,
      footer: words.printFooter,
      margin: PRINT_MARGIN,
      ...(isByMonth(entry) ? { paper: "A3" as const } : {}),
    },
    start: cell(FIRST_ROW, firstPeriodOf(layout)),
  };
}

/** The column of the first period. */
const firstPeriodOf = ({ at, entry }: NewLayout): number => at[periodColumns(entry)[0] ?? "quarter1"] ?? 0;

function headRows(index: CatalogIndex, rules: Rules, asOf: string, layout: NewLayout): Content[][] {
  const { catalog } = index;
  const { at, settings: cells, entry } = layout;
  const columns = columnsOf(entry);
  const text = usualTextOfAsOf(cells, at);
  const blank = (): Content[] => columns.map(() => "");
  const [title, note, settings, trouble] = [blank(), blank(), blank(), blank()];
  const lines = new Map([
    [NOTE_ROW, note],
    [SETTINGS_ROW, settings],
    [TROUBLE_ROW, trouble],
  ]);
  const put = ({ row, column }: Block, label: string, value: Content) => {
    lines.get(row)?.splice(column - 1, 2, label, value);
  };
  note[0] = noteOf(index, entry);
  put(cells.asOf, words.asOf, asOf);
  const formulas = headFormulas(catalog.year, entry, cells, text);
  put(cells.asOfDay, words.asOfDay, formulas.asOfDay);
  put(cells.shareTolerance, words.toleranceShare, rules.shareTolerance);
  put(cells.pointTolerance, words.tolerancePoints, rules.pointTolerance);
  put(cells.shareGrace, words.graceShare, rules.shareGrace);
  settings[cells.asOfPeriod.column] = formulas.asOfPeriod;
  settings[cells.asOfMonths.column] = formulas.asOfMonths;
  // What is wrong with a setting stands below it in full, where the line has room.
  trouble[cells.asOf.column] = formulas.asOfTrouble;
  trouble[at.share] = formulas.toleranceTrouble;
  title[0] = words.title(catalog.region, catalog.year);
  // The legend stands beside the title: right above the headings its words would read as theirs.
  for (const [position, status] of STATUSES.entries())
    title[firstPeriodOf(layout) + position] = `${STATUS_LOOKS[status].shape} ${zh.status[status]}`;
  title[text.column] = formulas.textOfAsOf;
  return [title, note, settings, trouble, columns.map(([column]) => headingOf(column, entry))];
}

/** The formulas above the rows of a ledger. @param text the cell that holds the 截至期 in the form in which it is looked up */
export function headFormulas(year: number, entry: Entry, settings: LedgerSettings, text: Block) {
  const [asOf, day] = [fixed(settings.asOf), fixed(settings.asOfDay)];
  const tolerances = tolerancesOf(settings);
  return {
    asOfDay: judgedDay(tolerances, asOfDay(asOf, fixed(text), year, words.unreadable), words.wrongTolerance),
    asOfPeriod: isByMonth(entry) ? monthOfReport(day, year) : quarterOf(day, year),
    asOfMonths: monthsElapsed(day, year),
    asOfTrouble: asOfTrouble(asOf, day, words.unreadable, words.asOfTrouble),
    toleranceTrouble: toleranceTrouble(tolerances, words.toleranceTrouble),
    textOfAsOf: periodText(asOf),
  };
}

const UNSEEN = ";;;"; // a number format that shows nothing, whatever the cell holds
const UNSEEN_COLOUR = "#FFFFFF";

/** How the computed settings of a ledger show. */
export function headFormats(entry: Entry, settings: LedgerSettings, text: Block): SheetPlan["numberFormats"] {
  return [
    { block: settings.asOfDay, formats: "yyyy-mm-dd" },
    // Nothing is shown of a quarter 0: there is none before the year, or where 截至期 can not be read. The number of a month's column says nothing.
    { block: settings.asOfPeriod, formats: isByMonth(entry) ? UNSEEN : `${words.quarterFormat};;` },
    { block: settings.asOfMonths, formats: `${words.monthsFormat};;` },
    { block: text, formats: UNSEEN },
  ];
}

/** What the second row says: which catalog the targets are from, and what is to be typed. */
export function noteOf({ catalog }: CatalogIndex, entry: Entry): string {
  return `${words.catalogVersion(catalog.title, catalog.version)}　${words.entry[entry]}`;
}

const tolerancesOf = ({ shareTolerance, pointTolerance, shareGrace }: LedgerSettings) => ({
  share: fixed(shareTolerance),
  points: fixed(pointTolerance),
  grace: fixed(shareGrace),
});

function headStyles(layout: NewLayout): Style[] {
  const { at, settings, entry } = layout;
  const line = (row: number): Block => ({ row, column: 0, rows: 1, columns: columnsOf(entry).length });
  const label = (block: Block): Style => ({
    block: cell(block.row, block.column - 1),
    align: "Right",
    fontColor: MUTED,
  });
  return [
    { block: cell(TITLE_ROW, 0), fontSize: 16, bold: true, fontColor: HEADER.fill, rowHeight: 28, middle: true },
    { block: cell(NOTE_ROW, 0), fontSize: 9, fontColor: MUTED, rowHeight: 20, middle: true },
    { block: line(SETTINGS_ROW), rowHeight: 22, middle: true },
    ...[settings.asOf, settings.asOfDay, settings.shareTolerance, settings.pointTolerance, settings.shareGrace].map(
      label,
    ),
    ...[settings.asOf, settings.shareTolerance, settings.pointTolerance, settings.shareGrace].map((block): Style => ({
      block,
      ...INPUT,
      align: "Center",
      bold: true,
      locked: false,
    })),
    { block: usualTextOfAsOf(settings, at), fontColor: UNSEEN_COLOUR, fontSize: 8 }, // not every spreadsheet hides text by its number format
    { block: settings.asOfDay, align: "Left", bold: true },
    ...settingLooks(entry, settings),
    { block: line(TROUBLE_ROW), rowHeight: 22, middle: true },
    ...[settings.asOf.column, at.share].map((column): Style => ({
      block: cell(TROUBLE_ROW, column),
      bold: true,
      fontColor: TROUBLE,
    })),
    ...STATUSES.map((status, position): Style => {
      const { fill, fontColor } = STATUS_LOOKS[status];
      return {
        block: cell(TITLE_ROW, firstPeriodOf(layout) + position),
        fill,
        fontColor,
        fontSize: 9,
        align: "Center",
        bold: true,
        middle: true,
      };
    }),
    { ...headingStyle(line(HEADER_ROW)), rowHeight: 30 },
  ];
}

/** How headings look. */
export const headingStyle = (block: Block): Style => ({
  block,
  ...HEADER,
  bold: true,
  align: "Center",
  middle: true,
  wrap: true,
  border: HEADER.fill,
});

/** How the period and the months of 截至期 look. The number of a month's column says nothing to people. */
export function settingLooks(entry: Entry, { asOfPeriod, asOfMonths }: LedgerSettings): Style[] {
  return [
    { block: asOfPeriod, align: "Left", fontColor: isByMonth(entry) ? UNSEEN_COLOUR : MUTED },
    { block: asOfMonths, align: "Left", fontColor: MUTED },
  ];
}

/** What the rules in force are called and say, as a line of the legend. */
export function presetLine(preset: Preset): string {
  const { name, rule } = zh.presets[preset];
  return `${words.presetMark}${name}。${rule}`;
}

/** The legend in full, below the rows: every colour with its word and meaning, and the rules in force. */
function legendNotes(
  first: number,
  { preset }: Rules,
  { at, settings, entry }: NewLayout,
  hasHelped: boolean,
): { content: Content[][]; styles: Style[] } {
  const line = (texts: Partial<Record<LedgerColumn, Content>>): Content[] =>
    columnsOf(entry)
      .slice(0, at.unit)
      .map(([name]) => texts[name] ?? "");
  const statuses = STATUSES.map((status) =>
    line({ number: STATUS_LOOKS[status].shape, department: zh.status[status], indicator: words.meaning[status] }),
  );
  const inForce = toleranceLine(tolerancesOf(settings), words.tolerancesInForce);
  const ofHelped = hasHelped ? [words.helped.rule] : [];
  const rules = [presetLine(preset), inForce, ...words.rules, ...ofHelped].map((rule) => line({ department: rule }));
  const heading = (text: string) => line({ department: text });
  return {
    content: [heading(words.legend), ...statuses, heading(words.rulesInForce), ...rules],
    styles: [
      { block: cell(first, at.department), bold: true },
      { block: cell(first + 1 + statuses.length, at.department), bold: true },
      ...STATUSES.map((status, position): Style => {
        const { fill, fontColor } = STATUS_LOOKS[status];
        return {
          block: { row: first + 1 + position, column: 0, rows: 1, columns: 2 },
          fill,
          fontColor,
          align: "Center",
        };
      }),
    ],
  };
}

/** What may be typed as settings. */
export function settingValidations(year: number, entry: Entry, settings: LedgerSettings): Validation[] {
  const { title, message } = words.toleranceWarning;
  return [
    {
      block: settings.asOf,
      rule: { list: periodsToChoose(year, entry) },
      title: words.asOf,
      message: words.asOfPrompt(isByMonth(entry)),
      prompt: words.asOfPrompt(isByMonth(entry)),
    },
    ...[settings.shareTolerance, settings.shareGrace].map((block) => ({
      block,
      rule: { formula: fraction(addressOf(block)) },
      title,
      message,
    })),
    {
      block: settings.pointTolerance,
      rule: { formula: points(addressOf(settings.pointTolerance)) },
      title,
      message: words.toleranceWarning.points,
    },
  ];
}
