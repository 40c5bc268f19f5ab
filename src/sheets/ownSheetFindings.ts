/** What in a row of a person's own table is to be looked at beside its verdict. */
import { asked, readEntered } from "../core/asked";
import { caseOf } from "../core/case";
import type { CatalogIndex } from "../core/catalog";
import { CatalogError } from "../core/errors";
import { parsePeriod, partsOf } from "../core/periods";
import { normaliseFigure } from "../core/text";
import type { Commitment, Status } from "../core/types";
import { areAlike, isUnit, magnitudeSlips } from "../core/units";
import { zhSheets as zh } from "../strings/zhSheets";
import { PLAIN_NUMBER, type RowFinding } from "./ledgerFindings";
import type { OwnBlock } from "./ownSheet";
import { saidBy } from "./ownSheetLabels";
import { asOfIn } from "./ownSheetPeriod";
import type { OwnRow } from "./ownSheetRows";
import type { OwnColumn } from "./ownSheetTypes";
import { addressOf, cell } from "./plan";
import type { MarkedRow, StandingMarks } from "./standingMarks";
import { formulaAt, shownAt, type CellValue, type SheetCells } from "./standingLedger";

/** A row of a person's own table that names a promise, as it may be. */
export interface OwnVerdict {
  readonly row: number;
  readonly department: string;
  readonly indicator: string;
  /** The promise it is known to be of; null where only its names say. */
  readonly promise: string | null;
  /** null where the table shows none. */
  readonly status: Status | null;
  /** Until when its figure is, as the sheet says; null where nothing says it. */
  readonly asOf: string | null;
  /** What it lacks, as the sheet shows it. */
  readonly gap: string;
  /** The sentence behind the verdict; null where nothing says until when its figure is. */
  readonly why: () => string | null;
  /** The cell of the verdict, or of the name. */
  readonly address: string;
}

/** What stands of ours beside a row. */
export interface Marked {
  readonly standing: StandingMarks;
  readonly mark: MarkedRow;
}

/** A row of a person's own table with what is known of it. */
export interface CheckedOwnRow {
  readonly block: OwnBlock;
  readonly row: OwnRow;
  /** What stands of ours beside it; null where it is not marked. */
  readonly marked: Marked | null;
  readonly commitment: Commitment | null;
  readonly verdict: OwnVerdict;
}

const { hints } = zh.ledger;

export function ownFindings(index: CatalogIndex, cells: SheetCells, checked: CheckedOwnRow): RowFinding[] {
  const units = unitFindings(index, cells, checked);
  return [
    ...textNumbers(cells, checked),
    ...units,
    ...(units.length > 0 ? [] : [...unread(checked), ...slips(index, cells, checked)]),
    ...falling(index, cells, checked),
    ...newer(index, cells, checked),
    ...typedOver(cells, checked),
  ];
}

/** Where a row's figure stands, by what is beside it or by its table. */
function actualPlace({ marked, block, row }: CheckedOwnRow): { row: number; column: number } | null {
  if (marked) return marked.mark.actualCell;
  const column = block.series.find(({ actual }) => actual !== null)?.actual ?? null;
  return column === null || block.series.length > 1 ? null : { row: row.row, column };
}

const labelOf = ({ columns }: OwnBlock, column: number): string =>
  columns.find((each) => each.column === column)?.label.replaceAll("／", "") ?? "";

function textNumbers(cells: SheetCells, { block, row }: CheckedOwnRow): RowFinding[] {
  const places = block.series.flatMap(({ target, actual }) => [
    ...(target === null || row.targetRow === null ? [] : [{ row: row.targetRow, column: target }]),
    ...(actual === null ? [] : [{ row: row.row, column: actual }]),
  ]);
  const once = new Map(places.map((place) => [`${place.row}:${place.column}`, place]));
  return [...once.values()].flatMap((place): RowFinding[] => {
    const { value } = shownAt(cells, place.row, place.column);
    if (typeof value !== "string" || formulaAt(cells, place.row, place.column) !== null) return [];
    const text = normaliseFigure(value);
    if (!PLAIN_NUMBER.test(text)) return [];
    const at = cell(place.row, place.column);
    const content = Number(text.replaceAll(",", ""));
    return [
      {
        facts: { is: "textNumber", heading: labelOf(block, place.column), shows: value },
        address: addressOf(at),
        mend: { sheet: cells.name, block: at, holds: value, content },
      },
    ];
  });
}

/** A unit of another kind than the promise's: 公里 for 个. One that converts is none. */
function unitFindings(index: CatalogIndex, cells: SheetCells, { block, row, commitment }: CheckedOwnRow): RowFinding[] {
  const unit = commitment ? caseOf(index, commitment).terms.unit : null;
  const own = row.unit;
  if (unit === null || own === null || !isUnit(own) || areAlike(own, unit) || /^[万亿千百]+$/u.test(own)) return [];
  const column = block.columns.find(({ role }) => role === "unit")?.column;
  const place = column === undefined ? row.nameCell : { row: row.row, column };
  if (!place) return [];
  const at = cell(place.row, place.column);
  const holds = String(shownAt(cells, place.row, place.column).value);
  return [
    {
      facts: { is: "unit", shows: own, unit },
      address: addressOf(at),
      mend: holds.trim() === own ? { sheet: cells.name, block: at, holds, content: unit } : null,
    },
  ];
}

/** Why a marked row has no verdict, in the words that stand there. */
function unread({ marked }: CheckedOwnRow): RowFinding[] {
  if (!marked || marked.mark.status !== null || marked.mark.said.trim() === "") return [];
  const { mark, standing } = marked;
  const place = mark.actualCell ?? { row: mark.row, column: standing.columns.status };
  return [{ facts: { is: "hint", text: mark.said }, address: addressOf(cell(place.row, place.column)), mend: null }];
}

/** A figure that is about ten or ten thousand times what was promised, or that part of what is due. */
function slips(index: CatalogIndex, cells: SheetCells, checked: CheckedOwnRow): RowFinding[] {
  const { commitment, marked } = checked;
  const place = actualPlace(checked);
  if (!commitment || !place) return [];
  const judged = caseOf(index, commitment);
  if (judged.judged instanceof CatalogError || judged.terms.kind === "milestone") return [];
  const actual = readOrNull(index, commitment, marked?.mark.actual ?? shownAt(cells, place.row, place.column).value);
  const target = judged.judged.value;
  if (actual === null || actual <= 0 || target <= 0) return [];
  const due = marked && typeof marked.mark.expected === "number" ? marked.mark.expected : null;
  const factorOf = (ratio: number) =>
    magnitudeSlips(judged.terms.unit ?? "").find(({ factor, margin }) => Math.abs(ratio / factor - 1) <= margin)
      ?.factor;
  const above = factorOf(actual / target);
  const below = judged.terms.direction === "down" || due === null ? undefined : factorOf(due / actual);
  if (above === undefined && below === undefined) return [];
  const text = above === undefined ? `${hints.slipBelow}${below}` : `${hints.slip.before}${above}${hints.slip.behind}`;
  return [{ facts: { is: "hint", text }, address: addressOf(cell(place.row, place.column)), mend: null }];
}

function readOrNull(index: CatalogIndex, commitment: Commitment, given: CellValue): number | null {
  try {
    const read = given === "" ? null : readEntered(asked(index, commitment, null), given);
    return typeof read === "number" ? read : null;
  } catch (error) {
    if (error instanceof CatalogError) return null;
    throw error;
  }
}

/** The month with which a column's sum so far ends, as 2024-06; null for other columns. */
function soFar(column: OwnColumn, year: number): string | null {
  if (column.role !== "actual" && column.role !== "otherFigure") return null;
  const labels = column.label.split("／");
  const said = new Set(labels.flatMap((label) => [...saidBy(label)]));
  if (said.has("target") || said.has("pace") || said.has("forecast") || said.has("thisPeriod")) return null;
  const end = asOfIn([...labels].reverse(), year);
  return end !== null && (said.has("cumulative") || end.endsWith("-03")) ? end : null;
}

/** A sum so far that is less than the one before it. */
function falling(index: CatalogIndex, cells: SheetCells, { block, row, commitment }: CheckedOwnRow): RowFinding[] {
  if (!commitment || caseOf(index, commitment).terms.kind !== "flow") return [];
  const sums = block.columns
    .flatMap((column) => {
      const end = soFar(column, index.catalog.year);
      const { value } = shownAt(cells, row.row, column.column);
      return end === null || typeof value !== "number" ? [] : [{ column, end, value }];
    })
    .sort((one, other) => one.end.localeCompare(other.end));
  return sums.flatMap(({ column, value }, at): RowFinding[] => {
    const before = sums[at - 1];
    if (!before || value >= before.value) return [];
    const [heading, earlier] = [column, before.column].map((each) => labelOf(block, each.column));
    return [
      {
        facts: { is: "falling", heading: heading ?? "", before: earlier ?? "" },
        address: addressOf(cell(row.row, column.column)),
        mend: null,
      },
    ];
  });
}

/** A figure of a later period than what is judged at. */
function newer(index: CatalogIndex, cells: SheetCells, { block, row, marked }: CheckedOwnRow): RowFinding[] {
  if (!marked) return [];
  const { asOf, asOfCell } = marked.standing;
  const judged = monthOf(asOf, index.catalog.year);
  if (judged === null) return [];
  const later = block.columns.flatMap((column) => {
    const end = soFar(column, index.catalog.year);
    const isFilled = shownAt(cells, row.row, column.column).text.trim() !== "";
    return end !== null && end > judged && isFilled ? [{ column, end }] : [];
  });
  const newest = later.sort((one, other) => one.end.localeCompare(other.end)).at(-1);
  if (!newest) return [];
  const [year = "", month = ""] = newest.end.split("-");
  const means = /Q/iu.test(asOf) && Number(month) % 3 === 0 ? `${year}Q${Number(month) / 3}` : newest.end;
  // Where the marks read another column than the newest, a later date alone would judge the older figure.
  const isRead = marked.mark.actualCell?.column === newest.column.column;
  return [
    {
      facts: { is: "newer", heading: labelOf(block, newest.column.column), asOf, means },
      address: addressOf(cell(row.row, newest.column.column)),
      mend: isRead
        ? { sheet: cells.name, block: cell(asOfCell.row, asOfCell.column), holds: asOf, content: means }
        : null,
    },
  ];
}

function monthOf(asOf: string, year: number): string | null {
  try {
    const { year: ends, month } = partsOf(parsePeriod(asOf, year).to);
    return `${ends}-${String(month).padStart(2, "0")}`;
  } catch (error) {
    if (error instanceof CatalogError) return null;
    throw error;
  }
}

/** A formula of ours beside the row that was typed over: its figure is no longer read. */
function typedOver(cells: SheetCells, { marked }: CheckedOwnRow): RowFinding[] {
  if (!marked) return [];
  const at = { row: marked.mark.row, column: marked.standing.columns.read };
  if (formulaAt(cells, at.row, at.column) !== null) return [];
  const facts = {
    is: "typedOver" as const,
    heading: zh.ownSheet.sheet.headings.read,
    shows: shownAt(cells, at.row, at.column).text,
  };
  return [{ facts, address: addressOf(cell(at.row, at.column)), mend: null }];
}

/** The same promise in another row of the sheet. @param same the rows of the promise */
export function duplicates(cells: SheetCells, own: CheckedOwnRow, same: readonly CheckedOwnRow[]): RowFinding[] {
  const other = same.find((each) => each !== own);
  if (!other) return [];
  const shown = (of: CheckedOwnRow) => {
    const place = actualPlace(of);
    return place ? shownAt(cells, place.row, place.column).text : "";
  };
  const nameOf = ({ row }: CheckedOwnRow) => addressOf(cell(row.row, row.nameCell?.column ?? cells.column));
  return [
    {
      facts: { is: "duplicate", place: `${cells.name}!${nameOf(other)}`, other: shown(other), own: shown(own) },
      address: nameOf(own),
      mend: null,
    },
  ];
}
