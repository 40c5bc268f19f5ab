/**
 * What an update of a ledger writes around its rows: the formulas above them as they are spelled today, the lines that name the catalog
 * and the rules, and the tolerances of a preset.
 */
import type { CatalogIndex } from "../core/catalog";
import { PRESETS, RULES, type Rules } from "../core/status";
import { STATUSES } from "../core/types";
import { zhSheets as zh } from "../strings/zhSheets";
import { headFormats, headFormulas, noteOf, presetLine } from "./ledger";
import { usualTextOfAsOf, type LedgerSettings } from "./ledgerColumns";
import type { Dress } from "./ledgerRow";
import { cell, type Block, type Content } from "./plan";
import { formulaAt, lastRowOf, shownAt, textOfAsOf, type StandingLedger } from "./standingLedger";
import { STATUS_LOOKS } from "./statusColours";

const words = zh.ledger;

/** Cells to write; null leaves one as it is. */
export interface UpdateWrite {
  readonly block: Block;
  readonly content: readonly (readonly (Content | null)[])[];
}

/** Where things come to stand: rows once others are inserted above them, and the first column behind everything that is used. */
interface Room {
  readonly shifted: (row: number) => number;
  readonly width: number;
}

/** What is written above and below the rows of a ledger, and the number formats there. */
export function aroundRows(
  index: CatalogIndex,
  rules: Rules,
  ledger: StandingLedger,
  settings: LedgerSettings,
  room: Room,
): { readonly writes: readonly UpdateWrite[]; readonly formats: Dress["numberFormats"] } {
  const head = headOf(index, ledger, settings, room.width);
  return {
    writes: [
      ...linesOf(index, rules, ledger, room.shifted),
      ...legendOf(ledger, room.shifted),
      ...tolerancesOf(rules, ledger, settings),
      ...head.writes,
    ],
    formats: head.formats,
  };
}

/** The lines that name the catalog and the rules, where they still stand above and below the ledger. */
function linesOf(
  index: CatalogIndex,
  rules: Rules,
  { cells, entry }: StandingLedger,
  shifted: Room["shifted"],
): UpdateWrite[] {
  const wanted = [
    [words.catalogMark, noteOf(index, entry)],
    [words.presetMark, presetLine(rules.preset)],
  ] as const;
  return wanted.flatMap(([mark, line]) => {
    for (const [row, texts] of cells.texts.entries()) {
      const column = texts.findIndex((text) => text.startsWith(mark));
      const block = cell(shifted(cells.row + row), cells.column + column);
      if (column >= 0) return texts[column] === line ? [] : [{ block, content: [[line]] }];
    }
    return [];
  });
}

/** The shapes of the legends above and below the rows: a ledger made earlier had one for two verdicts. */
function legendOf(ledger: StandingLedger, shifted: Room["shifted"]): UpdateWrite[] {
  const { cells, header } = ledger;
  const last = lastRowOf(ledger);
  const shapes = new Set(["", ...Object.values(STATUS_LOOKS).map(({ shape }) => shape)]);
  return cells.texts.flatMap((texts, line) => {
    const row = cells.row + line;
    if (row >= header && row <= last) return [];
    return texts.flatMap((text, place): UpdateWrite[] => {
      const write = (content: string) =>
        content === text ? [] : [{ block: cell(shifted(row), cells.column + place), content: [[content]] }];
      for (const status of STATUSES) {
        const { shape } = STATUS_LOOKS[status];
        const word = zh.status[status];
        if (text.endsWith(` ${word}`) && shapes.has(text.slice(0, -word.length - 1))) return write(`${shape} ${word}`);
        if (row > last && text !== "" && shapes.has(text) && texts[place + 1]?.trim() === word) return write(shape);
      }
      return [];
    });
  });
}

/**
 * The formulas above the rows, as they are spelled today: a ledger made earlier reads fewer spellings of 截至期. What is wrong with a
 * setting is said below it, where nobody has written there.
 */
function headOf(index: CatalogIndex, ledger: StandingLedger, settings: LedgerSettings, width: number) {
  const { cells, header, at } = ledger;
  const below = settings.asOf.row + 1;
  const isFree = (row: number, column: number) =>
    row < header && (shownAt(cells, row, column).value === "" || formulaAt(cells, row, column) !== null);
  const usual = usualTextOfAsOf(settings, at);
  const text = textOfAsOf(ledger) ?? (isFree(usual.row, usual.column) ? usual : cell(usual.row, width));
  const formulas = headFormulas(index.catalog.year, ledger.entry, settings, text);
  const write = (block: Block, content: Content): UpdateWrite => ({ block, content: [[content]] });
  const said = (place: number | undefined, content: Content) =>
    place !== undefined && place !== text.column && isFree(below, place) ? [write(cell(below, place), content)] : [];
  return {
    writes: [
      write(text, formulas.textOfAsOf),
      write(settings.asOfDay, formulas.asOfDay),
      write(settings.asOfPeriod, formulas.asOfPeriod),
      write(settings.asOfMonths, formulas.asOfMonths),
      ...said(settings.asOf.column, formulas.asOfTrouble),
      ...said(at.share, formulas.toleranceTrouble),
    ],
    formats: [...headFormats(ledger.entry, settings, text)],
  };
}

/** The tolerances of the rules in force, unless somebody set their own. */
function tolerancesOf(rules: Rules, { cells }: StandingLedger, settings: LedgerSettings): UpdateWrite[] {
  const { shareTolerance, pointTolerance, shareGrace } = settings;
  const places = [shareTolerance, pointTolerance, shareGrace];
  const standing = places.map(({ row, column }) => shownAt(cells, row, column).value);
  const of = (each: Rules) => [each.shareTolerance, each.pointTolerance, each.shareGrace];
  const isPreset = PRESETS.some((preset) => of(RULES[preset]).every((value, index) => value === standing[index]));
  if (!isPreset) return [];
  return of(rules).flatMap((value, index) => {
    const block = places[index];
    return block && value !== standing[index] ? [{ block, content: [[value]] }] : [];
  });
}
