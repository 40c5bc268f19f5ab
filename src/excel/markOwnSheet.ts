/** Marks beside a person's own tables: written, written anew and taken away, each as a whole, and never into the tables. */
import { understandSheet, type ChosenRoles, type OwnSheet } from "../sheets/ownSheet";
import { isSettled, matchedRows, OwnMatcher, type ChosenNames, type OwnMatched } from "../sheets/ownSheetMatch";
import type { MarkColumn } from "../sheets/markColumns";
import { planMarks, type MarksPlan } from "../sheets/ownSheetMarks";
import { addressOf, cell, type Block } from "../sheets/plan";
import { shownAt } from "../sheets/standingLedger";
import { applyDress, rangeOf, setWidths } from "./applyPlan";
import { RowsMoved, type AreaBefore, type KeptArea, type Keeper, type Unfinished } from "./backup";
import { carryOutClaimed, claimed, whileRowsMove } from "./change";
import { contentAsTyped } from "./contentAsTyped";
import { lookAtOwnSheet, MARKS_NAME, type MarkedSheet, type OwnSheetLook, type OwnSheetsKept } from "./ownSheetLook";
import { Portions, writeContent } from "./portions";
import { lockOf, openFor, type Lock } from "./protection";
import type { InForce } from "./session";
import { toXml } from "./workbookStore";
import { inTurn } from "./writingQueue";

/** What a person decided before anything is written. */
export interface MarkRequest {
  /** The sheet's name; null for the one that is open. */
  readonly sheet: string | null;
  readonly roles: ChosenRoles;
  readonly names: ChosenNames;
  readonly asOf: string;
  readonly shown: readonly MarkColumn[];
}

export type MarkRefusal =
  /** No table of targets and actuals, a sheet of ours, too many cells, or no row that is settled. */
  | { readonly refused: "none" | "ours" | "tooLarge" | "noRows"; readonly sheet: string }
  | { readonly refused: Lock; readonly sheet: string }
  /** Cells where our marks are, or are to be, that hold something of the person's. */
  | { readonly foreign: readonly string[]; readonly sheet: string };
type MarkOutcome = MarkRefusal | { readonly marked: { readonly sheet: string; readonly rows: number } };

/** What is understood of a sheet, for a person to see and correct before anything is written. */
export interface OwnSheetSeen {
  readonly name: string;
  readonly sheet: OwnSheet | null;
  readonly isOurs: boolean;
  readonly isTooLarge: boolean;
  readonly matched: readonly (readonly OwnMatched[])[];
  /** What the workbook remembers of this sheet; null where it is not marked. */
  readonly marked: MarkedSheet | null;
  readonly names: ChosenNames;
  readonly roles: ChosenRoles;
  /** What a cell of the sheet shows. */
  readonly textAt: (row: number, column: number) => string;
}

/** Reads the open sheet and says what is understood of it. Two requests for an ordinary one; nothing is written. */
export async function seeOwnSheet(
  context: Excel.RequestContext,
  inForce: InForce,
  chosen: { readonly roles: ChosenRoles; readonly names: ChosenNames; readonly asOf: string | null } | null = null,
): Promise<OwnSheetSeen> {
  const look = await lookAtOwnSheet(context, null);
  const marked = look.block ? (look.kept.sheets[look.id] ?? null) : null;
  const roles = chosen?.roles ?? new Map(marked?.roles ?? []);
  const names = new Map([...look.kept.names, ...(chosen?.names ?? [])]);
  const { sheet, matched } = understood(look, inForce, { roles, names, asOf: chosen?.asOf ?? marked?.asOf ?? null });
  return {
    name: look.name,
    sheet,
    isOurs: look.isOurs,
    isTooLarge: look.all.isTooLarge,
    matched,
    marked,
    names,
    roles,
    textAt: (row, column) => shownAt(look.cells, row, column).text,
  };
}

function understood(
  { cells }: OwnSheetLook,
  { index }: InForce,
  { roles, names, asOf }: { readonly roles: ChosenRoles; readonly names: ChosenNames; readonly asOf: string | null },
): { sheet: OwnSheet | null; matched: OwnMatched[][] } {
  const sheet = understandSheet(cells, index.catalog.year, roles);
  const matcher = new OwnMatcher(index, names);
  const cellAt = (row: number, column: number) => shownAt(cells, row, column);
  const matched = (sheet?.blocks ?? []).map((block) => matchedRows(index, matcher, block, cellAt, asOf));
  return { sheet, matched };
}

/** Writes the marks, in place of those that stand. One request to look, one for every thirty thousand cells, two to write. */
export function markOwnSheet(
  context: Excel.RequestContext,
  inForce: InForce,
  request: MarkRequest,
): Promise<MarkOutcome> {
  const { sheet, roles, names, asOf, shown } = request;
  return inTurn(["mark", sheet, [...roles], [...names], asOf, shown], () =>
    whileRowsMove(() =>
      claimed(context, "mark", sheet ?? "", (keeper, unfinished) => mark(keeper, unfinished, inForce, request)),
    ),
  );
}

async function mark(
  keeper: Keeper,
  unfinished: Unfinished,
  inForce: InForce,
  request: MarkRequest,
): Promise<MarkOutcome> {
  const look = await lookAtOwnSheet(keeper.context, request.sheet, () => unfinished.mustBeNone());
  const { name } = look;
  if (look.all.isTooLarge) return { refused: "tooLarge", sheet: name };
  if (look.isOurs) return { refused: "ours", sheet: name };
  const names = new Map([...look.kept.names, ...request.names]);
  const { sheet, matched } = understood(look, inForce, { ...request, names });
  if (!sheet) return { refused: "none", sheet: name };
  if (!matched.some((rows) => rows.some(({ match }) => isSettled(match)))) return { refused: "noRows", sheet: name };
  const plan = planMarks(inForce.index, inForce.rules, sheet, matched, { ...request, column: look.column });
  const foreign = foreignCells(look, plan.block);
  if (foreign.length > 0) return { foreign, sheet: name };
  const widths = await widthsFor(keeper.context, look, plan);
  const marked: MarkedSheet = {
    block: plan.block,
    owned: plan.contents.map(({ at, content }) => blockOf(at, content)),
    spilled: plan.contents.flatMap(({ at, content }) => spillOf(at, content, plan)),
    dress: plan.dress,
    widths: look.block ? (look.kept.sheets[look.id]?.widths ?? widths) : widths,
    shown: request.shown,
    asOf: request.asOf,
    roles: [...request.roles],
  };
  const kept = { ...look.kept, names: [...names], sheets: { ...look.kept.sheets, [look.id]: marked } };
  const refused = await write(keeper, look, plan, widths, kept);
  return refused ? { refused, sheet: name } : { marked: { sheet: name, rows: plan.rows } };
}

type UnmarkOutcome = MarkRefusal | { readonly nothing: string } | { readonly removed: string };

/** Takes the marks of a sheet away; it is as before they were written. */
export function unmarkOwnSheet(context: Excel.RequestContext, sheet: string | null): Promise<UnmarkOutcome> {
  return inTurn(["unmark", sheet], () =>
    whileRowsMove(() =>
      claimed(context, "unmark", sheet ?? "", (keeper, unfinished) => unmark(keeper, unfinished, sheet)),
    ),
  );
}

async function unmark(keeper: Keeper, unfinished: Unfinished, wanted: string | null): Promise<UnmarkOutcome> {
  const look = await lookAtOwnSheet(keeper.context, wanted, () => unfinished.mustBeNone());
  if (!look.block) return { nothing: look.name };
  const foreign = foreignCells(look, look.block);
  if (foreign.length > 0) return { foreign, sheet: look.name };
  const { [look.id]: marked, ...others } = look.kept.sheets;
  const widths = look.widths.slice(0, look.block.columns);
  const kept = { ...look.kept, sheets: others };
  const refused = await write(keeper, look, null, widths, kept, marked?.widths ?? []);
  return refused ? { refused, sheet: look.name } : { removed: look.name };
}

/** @param restored the widths that columns had before they were marked, where marks are taken away */
async function write(
  keeper: Keeper,
  look: OwnSheetLook,
  plan: MarksPlan | null,
  widths: readonly (number | null)[],
  kept: OwnSheetsKept,
  restored: readonly (number | null)[] = [],
): Promise<Lock | null> {
  const { context } = keeper;
  const { sheet } = look;
  const before = beforeOf(look);
  const area: KeptArea = {
    sheet: look.id,
    name: MARKS_NAME,
    block: plan?.block ?? null,
    before,
    column: look.column,
    widths,
  };
  const protections = look.protection ? [look.protection] : [];
  const isNothing = kept.names.length === 0 && Object.keys(kept.sheets).length === 0;
  const change = async () => {
    keeper.put();
    const open = openFor(context, protections);
    const standing = plan && !look.block ? rangeOf(sheet, plan.block).getUsedRangeOrNullObject(true) : null;
    standing?.load("rowIndex,columnIndex,rowCount,columnCount,formulas");
    if (look.block) {
      rangeOf(sheet, look.block).clear();
      sheet.names.getItem(MARKS_NAME).delete();
    }
    if (plan) {
      const portions = new Portions(context, open);
      await applyDress(portions, sheet, plan.dress);
      for (const { at, content } of plan.contents) await writeContent(portions, sheet, content, at);
      sheet.names.add(MARKS_NAME, rangeOf(sheet, plan.block));
    }
    setWidths(sheet, look.column, plan ? plan.widths : restored);
    if (!isNothing) context.workbook.customXmlParts.add(toXml("ownSheets", kept));
    open.close();
    await context.sync();
    if (standing && !standing.isNullObject) {
      // Somebody wrote there in between: theirs comes back with the taking back.
      const { rowIndex: row, columnIndex: column, rowCount: rows, columnCount: columns, formulas } = standing;
      const block = { row, column, rows, columns };
      const theirs = {
        block,
        contents: [{ block, formulas: formulas as AreaBefore["contents"][number]["formulas"] }],
        dress: NO_DRESS,
      };
      keeper.backup = { ...keeper.backup, area: { ...area, before: theirs } };
      throw new RowsMoved();
    }
  };
  const part = { part: "ownSheets" as const, before: look.partIds };
  try {
    await carryOutClaimed(keeper, { sheet: look.name, area, protections, part }, change, () => {
      for (const id of look.partIds) context.workbook.customXmlParts.getItem(id).delete();
    });
    return null;
  } catch (error) {
    const lock = lockOf(error);
    if (lock) return lock;
    throw error;
  }
}

const NO_DRESS = { styles: [], numberFormats: [], validations: [], colourRules: [] };

/** What stands of ours, to be put back; null where nothing does. */
function beforeOf({ block, all, kept, id }: OwnSheetLook): AreaBefore | null {
  const marked = kept.sheets[id];
  if (!block) return null;
  const [down, right] = [
    block.row - (marked?.block.row ?? block.row),
    block.column - (marked?.block.column ?? block.column),
  ];
  const owned = (marked?.owned ?? [block]).map((each) => ({
    ...each,
    row: each.row + down,
    column: each.column + right,
  }));
  return {
    block,
    contents: owned.map((each) => ({
      block: each,
      formulas: Array.from({ length: each.rows }, (_, row) =>
        Array.from({ length: each.columns }, (_, column) => {
          const [line, at] = [each.row + row - all.row, each.column + column - all.column];
          return contentAsTyped(all.formulas[line]?.[at] ?? "", all.values[line]?.[at] ?? "");
        }),
      ),
    })),
    dress: marked?.dress ?? NO_DRESS,
  };
}

/** Cells where marks are or are to be that hold something else. */
function foreignCells({ all, block, kept, id }: OwnSheetLook, wanted: Block): string[] {
  const marked = kept.sheets[id];
  const [down, right] = block && marked ? [block.row - marked.block.row, block.column - marked.block.column] : [0, 0];
  const ours = block ? [...(marked?.owned ?? [block]), ...(marked?.spilled ?? [])] : [];
  const isOurs = (row: number, column: number) =>
    ours.some(
      (each) =>
        row - down >= each.row &&
        row - down < each.row + each.rows &&
        column - right >= each.column &&
        column - right < each.column + each.columns,
    );
  const found: string[] = [];
  for (const [line, cells] of all.values.entries())
    for (const [at, value] of cells.entries()) {
      const [row, column] = [all.row + line, all.column + at];
      const isIn = [wanted, ...(block ? [block] : [])].some(
        (each) =>
          row >= each.row && row < each.row + each.rows && column >= each.column && column < each.column + each.columns,
      );
      if (value !== "" && isIn && !isOurs(row, column)) found.push(addressOf(cell(row, column)));
    }
  return found.slice(0, MOST_NAMED);
}
const MOST_NAMED = 5;

const blockOf = ({ row, column }: Pick<Block, "row" | "column">, content: readonly (readonly unknown[])[]): Block => ({
  row,
  column,
  rows: content.length,
  columns: Math.max(...content.map(({ length }) => length)),
});

/** Where the verdicts of a call spill to: as far down as the keys beside it. */
function spillOf(
  at: Pick<Block, "row" | "column">,
  content: readonly (readonly unknown[])[],
  plan: MarksPlan,
): Block[] {
  const keys = plan.contents.find((each) => each.at.row === at.row && each.at.column === at.column + VERDICTS);
  return content.length === 1 && content[0]?.length === 1 && keys
    ? [{ ...at, rows: keys.content.length, columns: VERDICTS }]
    : [];
}
const VERDICTS = 5;

/** The widths of as many columns as are written, as they are. */
async function widthsFor(
  context: Excel.RequestContext,
  { sheet, column, widths }: OwnSheetLook,
  plan: MarksPlan,
): Promise<(number | null)[]> {
  const more = Array.from({ length: Math.max(0, plan.widths.length - widths.length) }, (_, at) => {
    const range = sheet.getRangeByIndexes(0, column + widths.length + at, 1, 1).getEntireColumn();
    range.load("columnHidden");
    range.format.load("columnWidth");
    return range;
  });
  if (more.length > 0) await context.sync();
  return [...widths, ...more.map((range) => (range.columnHidden ? null : range.format.columnWidth))].slice(
    0,
    plan.widths.length,
  );
}
