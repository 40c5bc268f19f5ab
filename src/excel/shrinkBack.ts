/** A ledger that was extended is made what its copy shows: rows and columns that came in go, cells that were written are written back. */
import type { Block } from "../sheets/plan";
import { contentAsTyped } from "./contentAsTyped";
import type { GrownSheet, Repair } from "./backup";
import type { CellValue } from "../sheets/standingLedger";
import { beforeOf, placedBy } from "../sheets/columnsIn";
import { measure, readMeasured, type ReadSheet } from "./readSheets";
import { columnsDone, reshapeBack } from "./reshapeBack";

/** Looks at the ledger and its copy. @returns what there is to do, or null where all is as before or nothing was begun */
export async function shrinkBack(context: Excel.RequestContext, grown: GrownSheet): Promise<Repair> {
  const { worksheets } = context.workbook;
  const copy = worksheets.getItemOrNullObject(grown.copy);
  await context.sync();
  if (copy.isNullObject) return null; // the copy comes first
  const sheet = worksheets.getItem(grown.sheet);
  const measured = [measure(sheet, grown.name), measure(copy, grown.copy)];
  await context.sync();
  const [now, before] = await readMeasured(context, measured);
  if (!now || !before || before.formulas.length === 0) return null;
  const came = grown.columns ? columnsDone(grown.columns, now, before) : { insertions: [], moves: [] };
  const placed = placedBy(came.insertions);
  const present = idsOf(now, placed(grown.idColumn));
  const former = idsOf(before, grown.idColumn);
  const gone = rowsThatCame(grown, present, former);
  const kept = Array.from({ length: Math.max(present.length, former.length + gone.size) }, (_, row) => row).filter(
    (row) => !gone.has(row),
  );
  const cells = cellsBefore(grown.written, grown).flatMap(([row, column]) => {
    const was = cellOf(before, row, column, grown);
    const place = kept[row];
    return place === undefined || cellOf(now, place, placed(column), null) === was ? [] : [{ row, column, was }];
  });
  // Cells that move take along what is written into them meanwhile, and those of columns that come back are copied as a whole: a formula
  // that names the ledger names the copy there.
  const { back = [], moves = [] } = grown.columns ?? {};
  const again = [
    ...cellsBefore(
      moves.flatMap(({ from, to }) => [from, to]),
      grown,
    ),
    ...back.flatMap((column) => before.texts.map((_, at): [number, number] => [before.row + at, column])),
  ].map(([row, column]) => ({ row, column, was: cellOf(before, row, column, grown) }));
  const formats = [...new Set(cellsBefore(grown.formatted, grown).map(([row]) => row))].map((row) => {
    const range = copy.getRangeByIndexes(row, 0, 1, before.column + (before.formulas[0]?.length ?? 1));
    range.load("numberFormat");
    return { row, range };
  });
  const paints = cellsBefore(grown.painted ?? [], grown).flatMap(([row, column]) => {
    const range = copy.getRangeByIndexes(row, column, 1, 1);
    range.load("format/fill/color,format/protection/locked");
    return kept[row] === undefined ? [] : [{ row, column, range }];
  });
  const isAsBefore = gone.size + cells.length + formats.length + paints.length === 0;
  if (isAsBefore && !grown.columns) return null;
  return {
    sheet: grown.sheet,
    act: () => {
      for (const row of [...gone].sort((left, right) => right - left))
        sheet.getRange(`${row + 1}:${row + 1}`).delete("Up");
      if (grown.columns) reshapeBack(sheet, copy, grown.columns, came, before);
      for (const { row, column, values } of lines([...cells, ...again]))
        sheet.getRangeByIndexes(row, column, values.length, 1).formulas = values.map((value) => [value]);
      for (const { row, range } of formats)
        sheet.getRangeByIndexes(row, 0, 1, range.numberFormat[0]?.length ?? 1).numberFormat =
          range.numberFormat as string[][];
      for (const { row, column, range } of paints) {
        const { format } = sheet.getRangeByIndexes(row, column, 1, 1);
        format.fill.color = range.format.fill.color;
        format.protection.locked = range.format.protection.locked;
      }
    },
  };
}

/** What stands in the column of 编号, by the sheet's rows. */
function idsOf({ row, column, texts }: ReadSheet, idColumn: number): string[] {
  return [...Array.from({ length: row }, () => ""), ...texts.map((cells) => cells[idColumn - column] ?? "")];
}

/** Which rows of the sheet as it is now came in. */
function rowsThatCame(
  { insertions, added }: GrownSheet,
  present: readonly string[],
  former: readonly string[],
): ReadonlySet<number> {
  // They are worked off from below, so any number of them may have come about, counted from the last.
  for (let done = 0; done <= insertions.length; done++) {
    const carried = insertions.slice(0, done);
    const came = carried.reduce((sum, { rows }) => sum + rows, 0);
    if (present.length !== former.length + came) continue;
    const placed = (row: number) =>
      row + carried.reduce((sum, { before, rows }) => sum + (before <= row ? rows : 0), 0);
    if (former.some((id, row) => id !== "" && present[placed(row)] !== id)) continue;
    const places = new Set(former.map((_, row) => placed(row)));
    return new Set(present.flatMap((_, row) => (places.has(row) ? [] : [row])));
  }
  // Somebody moved rows meanwhile: those go that carry a number of ours which was not there before.
  const ours = new Set(added.filter((id) => !former.includes(id)));
  return new Set(present.flatMap((id, row) => (ours.has(id) ? [row] : [])));
}

/** The cells of blocks, where they were before rows and columns came in. */
function cellsBefore(
  blocks: readonly Block[],
  { insertions, columns: reshaped }: GrownSheet,
): [row: number, column: number][] {
  const columnBefore = beforeOf(reshaped?.insertions ?? []);
  const came = new Map<number, number | null>();
  const fromBelow = [...insertions].sort((left, right) => left.before - right.before);
  const rowBefore = (row: number): number | null => {
    if (!came.has(row)) {
      let shift = 0;
      let own = false;
      for (const { before, rows } of fromBelow) {
        if (row >= before + shift + rows) shift += rows;
        else if (row >= before + shift) own = true;
      }
      came.set(row, own ? null : row - shift);
    }
    return came.get(row) ?? null;
  };
  return blocks.flatMap(({ row, column, rows, columns }: Block) =>
    Array.from({ length: rows }, (_, line) => rowBefore(row + line)).flatMap((before) =>
      before === null
        ? []
        : Array.from({ length: columns }, (_, at) => columnBefore(column + at)).flatMap((place): [number, number][] =>
            place === null ? [] : [[before, place]],
          ),
    ),
  );
}

/** A cell as it was typed. @param from the copy it is read from: there a formula that names the ledger names the copy */
function cellOf(
  { row: top, column: left, formulas, values }: ReadSheet,
  row: number,
  column: number,
  from: GrownSheet | null,
): CellValue {
  const formula = formulas[row - top]?.[column - left] ?? "";
  const typed = contentAsTyped(formula, values[row - top]?.[column - left] ?? "");
  if (!from || typeof typed !== "string" || !typed.startsWith("=")) return typed;
  const own = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(from.name) ? from.name : `'${from.name.replaceAll("'", "''")}'`;
  return typed
    .replaceAll(`'${from.copy.replaceAll("'", "''")}'!`, () => `${own}!`)
    .replaceAll(`${from.copy}!`, () => `${own}!`);
}

/** Cells one below the other in as few pieces as there are. */
function lines(
  cells: readonly { row: number; column: number; was: CellValue }[],
): { row: number; column: number; values: CellValue[] }[] {
  const found: { row: number; column: number; values: CellValue[] }[] = [];
  for (const { row, column, was } of [...cells].sort(
    (left, right) => left.column - right.column || left.row - right.row,
  )) {
    const last = found.at(-1);
    if (last?.column === column && last.row + last.values.length === row) last.values.push(was);
    else found.push({ row, column, values: [was] });
  }
  return found;
}
