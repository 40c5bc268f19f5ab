/**
 * Taking a change back: each kind of thing it may have done is looked at as it is now, and what is not as before is put right, all in
 * one request with the protection and the end of the backup. It may be begun any number of times.
 */
import { dressNow, rangeOf, setWidths } from "./applyPlan";
import type {
  Backup,
  AppendedRows,
  KeptArea,
  KeptCells,
  MadeSheet,
  Repair,
  ReplacedSheet,
  StandingBackup,
} from "./backup";
import { contentAsTyped } from "./contentAsTyped";
import type { CellValue } from "../sheets/standingLedger";
import { usedOfColumn, writeReferences } from "./cellsOfOthers";
import { shrinkBack } from "./shrinkBack";
import { PARTS } from "./workbookStore";

/** A sheet as it stands now. */
interface Standing {
  readonly id: string;
  readonly name: string;
}

/** Makes the workbook what it was before a change, and takes the change's backup out. A change that cannot be taken back any more is brought to its end. */
export async function takeBack(
  context: Excel.RequestContext,
  { backup, parts }: StandingBackup,
): Promise<"done" | "asBefore"> {
  const { worksheets, customXmlParts } = context.workbook;
  worksheets.load("items/id,items/name");
  const ofPart = backup.part && customXmlParts.getByNamespace(PARTS[backup.part.part]);
  ofPart?.load("items/id");
  await context.sync();
  const sheets: Standing[] = worksheets.items.map(({ id, name }) => ({ id, name }));
  const isThere = (id: string) => sheets.some((each) => each.id === id);

  const isPastReturn = backup.isOver && hasBegunToGo(backup, sheets, ofPart?.items ?? []);
  if (isPastReturn) {
    if (backup.replaced && isThere(backup.replaced.id)) worksheets.getItem(backup.replaced.id).delete();
    for (const part of ofPart?.items ?? []) if (backup.part?.before.includes(part.id)) part.delete();
  } else {
    const looks = [
      ...backup.cells.filter(({ sheet }) => isThere(sheet)).map((kept) => lookAtCells(context, kept)),
      ...backup.appended.filter(({ sheet }) => isThere(sheet)).map((rows) => lookAtAppended(context, rows)),
    ];
    const grown = backup.grown && isThere(backup.grown.sheet) ? await shrinkBack(context, backup.grown) : null;
    const area = backup.area && isThere(backup.area.sheet) ? backup.area : null;
    const areaNow = area && lookAtArea(context, area);
    const kept = backup.protections
      .filter(({ sheet }) => isThere(sheet))
      .map(({ sheet, options }) => {
        const { protection } = worksheets.getItem(sheet);
        protection.load("protected");
        return { sheet, options, protection };
      });
    await context.sync();
    const repairs = [...looks.map((look) => look()), grown, areaNow?.() ?? null];
    const referring = referringSheets(backup.replaced, sheets);
    for (const { sheet, protection } of kept) {
      const isTouched = repairs.some((repair) => repair?.sheet === sheet) || referring.has(sheet);
      if (protection.protected && isTouched) protection.unprotect();
    }
    context.application.suspendApiCalculationUntilNextSync();
    for (const repair of repairs) repair?.act();
    if (backup.replaced) putBack(context, backup.replaced, backup.made, sheets);
    for (const made of backup.made) {
      const id = idOf(made, sheets);
      if (id) worksheets.getItem(id).delete();
    }
    if (backup.part && ofPart)
      for (const part of ofPart.items) if (!backup.part.before.includes(part.id)) part.delete();
    for (const { sheet, options, protection } of kept) {
      const isTouched = repairs.some((repair) => repair?.sheet === sheet) || referring.has(sheet);
      if (!protection.protected || isTouched) protection.protect(options);
    }
  }
  const copy = backup.grown && sheets.find(({ name }) => name === backup.grown?.copy);
  if (copy) worksheets.getItem(copy.id).delete();
  for (const id of parts) customXmlParts.getItem(id).delete();
  await context.sync();
  return isPastReturn ? "done" : "asBefore";
}

/** What is written beside a person's table goes, and what stood there of ours comes back. */
function lookAtArea(context: Excel.RequestContext, area: KeptArea): () => Repair {
  const sheet = context.workbook.worksheets.getItem(area.sheet);
  const name = sheet.names.getItemOrNullObject(area.name);
  name.load("formula");
  return () => ({
    sheet: area.sheet,
    act: () => {
      if (!name.isNullObject) name.delete();
      for (const block of [area.block, area.before?.block ?? null]) if (block) rangeOf(sheet, block).clear();
      if (area.before) {
        const { block, contents, dress } = area.before;
        dressNow(sheet, dress);
        for (const each of contents) rangeOf(sheet, each.block).formulas = each.formulas.map((row) => [...row]);
        sheet.names.add(area.name, rangeOf(sheet, block));
      }
      setWidths(sheet, area.column, area.widths);
    },
  });
}

/** Whether something of what stood before a change that is over has gone. */
function hasBegunToGo(
  { replaced, grown, part }: Backup,
  sheets: readonly Standing[],
  parts: readonly { readonly id: string }[],
): boolean {
  if (replaced && !sheets.some(({ id }) => id === replaced.id)) return true;
  if (grown && !sheets.some(({ name }) => name === grown.copy)) return true;
  return part?.before.some((before) => !parts.some(({ id }) => id === before)) ?? false;
}

function idOf({ id, alias }: MadeSheet, sheets: readonly Standing[]): string | null {
  return sheets.find((each) => (id === null ? each.name === alias : each.id === id))?.id ?? null;
}

/** The sheets on which formulas speak of a replaced sheet, once it has been put aside. */
function referringSheets(replaced: ReplacedSheet | null, sheets: readonly Standing[]): ReadonlySet<string> {
  const isAside = sheets.some(({ id, name }) => id === replaced?.id && name !== replaced.name);
  return new Set(isAside ? replaced?.cells.map(({ sheet }) => sheet) : []);
}

/** Gives a replaced sheet its name again, and what spoke of it speaks of it again. */
function putBack(
  context: Excel.RequestContext,
  { id, name, aside, cells, names }: ReplacedSheet,
  made: readonly MadeSheet[],
  sheets: readonly Standing[],
): void {
  const { worksheets } = context.workbook;
  const old = sheets.find((each) => each.id === id);
  if (!old || old.name === name) return; // it was not yet put aside
  const successor = made.map((each) => idOf(each, sheets)).find((each) => each !== null);
  const isInPlace = sheets.some((each) => each.id === successor && each.name === name);
  // Aside rather than gone: what speaks of it would be lost with it.
  if (isInPlace && successor) worksheets.getItem(successor).name = `${aside.slice(0, 28)}~`;
  const sheet = worksheets.getItem(id);
  sheet.name = name;
  writeReferences(context, { cells, names }, new Set(sheets.map((each) => each.id)));
}

function lookAtCells(
  context: Excel.RequestContext,
  { sheet, column, idColumn, cells, format }: KeptCells,
): () => Repair {
  const ids = usedOfColumn(context, sheet, idColumn);
  const now = usedOfColumn(context, sheet, column);
  return () => {
    const rowOf = new Map<string, number>();
    if (!ids.isNullObject)
      for (const [at, [id]] of (ids.values as CellValue[][]).entries())
        if (!rowOf.has(String(id))) rowOf.set(String(id), ids.rowIndex + at);
    const nowAt = (row: number): CellValue => {
      const at = now.isNullObject ? -1 : row - now.rowIndex;
      const formula = now.isNullObject ? undefined : (now.formulas as CellValue[][])[at]?.[0];
      return formula === undefined ? "" : contentAsTyped(formula, (now.values as CellValue[][])[at]?.[0] ?? "");
    };
    const found = cells.flatMap(([row, id, before]) => {
      const isInPlace =
        !ids.isNullObject && String((ids.values as CellValue[][])[row - ids.rowIndex]?.[0] ?? "") === id;
      const place = isInPlace || id === "" ? row : rowOf.get(id);
      return place === undefined || nowAt(place) === before ? [] : [{ row: place, before }];
    });
    if (found.length === 0) return null;
    if (cells.length > 0 && cells.every(([, id]) => id !== "" && !rowOf.has(id)))
      throw new Error("the rows are not where they were");
    return {
      sheet,
      act: () => {
        const top = Math.min(...found.map(({ row }) => row));
        const bottom = found.reduce((most, { row }) => Math.max(most, row), top);
        const content: (CellValue | null)[][] = Array.from({ length: bottom - top + 1 }, () => [null]);
        for (const { row, before } of found) content[row - top] = [before];
        const standing = context.workbook.worksheets.getItem(sheet);
        if (format !== undefined)
          for (const { row } of found) standing.getRangeByIndexes(row, column, 1, 1).numberFormat = [[format]];
        standing.getRangeByIndexes(top, column, content.length, 1).formulas = content;
      },
    };
  };
}

function lookAtAppended(
  context: Excel.RequestContext,
  { sheet, first, columns, keyColumns, keys }: AppendedRows,
): () => Repair {
  const [one, other] = keyColumns.map((column) => usedOfColumn(context, sheet, column)) as [Excel.Range, Excel.Range];
  const shown = (used: Excel.Range, row: number) =>
    used.isNullObject ? "" : String((used.values as CellValue[][])[row - used.rowIndex]?.[0] ?? "");
  return () => {
    const wanted = keys.map(([left, right]) => JSON.stringify([left, right]));
    const last = Math.max(
      ...[one, other].map((used) => (used.isNullObject ? 0 : used.rowIndex + used.values.length)),
      first + keys.length,
    );
    const rows: number[] = [];
    // From below: what was there before may say the same.
    for (let row = last - 1; row >= first; row--) {
      const said = [shown(one, row), shown(other, row)];
      const at = wanted.indexOf(JSON.stringify(said));
      const isBegun = said.every((text) => text === "") && row < first + keys.length;
      if (at >= 0) wanted.splice(at, 1);
      if (at >= 0 || isBegun) rows.push(row);
    }
    if (rows.length === 0) return null;
    return {
      sheet,
      act: () => {
        for (const { top, count } of runs(rows)) {
          const range = context.workbook.worksheets.getItem(sheet).getRangeByIndexes(top, 0, count, columns);
          range.clear("Contents");
          range.numberFormat = "General" as unknown as string[][];
          range.format.horizontalAlignment = "General";
        }
      },
    };
  };
}

/** Rows, counted downwards or upwards, in as few runs as there are. */
function runs(rows: readonly number[]): { top: number; count: number }[] {
  const found: { top: number; count: number }[] = [];
  for (const row of [...rows].sort((left, right) => left - right)) {
    const run = found.at(-1);
    if (run && run.top + run.count === row) run.count += 1;
    else found.push({ top: row, count: 1 });
  }
  return found;
}
