/**
 * When a sheet or a name is changed or deleted, or rows and columns move, Univer takes every formula of the workbook apart. Here it looks at
 * those alone that may speak of it.
 */
import type { Injector } from "@univerjs/core";
import { IDefinedNamesService } from "@univerjs/engine-formula";
import { UpdateFormulaController } from "@univerjs/sheets-formula";

interface FormulaCell {
  readonly f: string;
}
type FormulaCells = Record<number, Record<number, FormulaCell | null> | null>;
/** Of a sheet or workbook that is gone nothing stands there, or null. */
type FormulaData = Record<string, Record<string, FormulaCells | null> | null>;

/** What has happened to a sheet, as Univer counts it. */
interface Move {
  readonly type: number;
  readonly unitId: string;
  readonly sheetId: string;
  readonly definedNameId?: string;
}

interface Controller {
  _getFormulaReferenceMoveInfo(
    formulas: FormulaData,
    sheetNames: Record<string, Record<string, string> | undefined> | undefined,
    move: Move,
  ): unknown;
}

/** Rows and columns inserted, taken out or moved down and the like; a sheet renamed or deleted; a name changed or deleted. */
const WITHIN_SHEET = [3, 4, 5, 6, 7, 8, 9, 10];
const OF_SHEET = [11, 12];
const OF_NAME = [13, 14];

/** Only formulas that may speak of what has changed are looked at from now on. */
export function lookAtConcerned(injector: Injector): void {
  const controller = injector.get(UpdateFormulaController) as unknown as Controller;
  const look = controller._getFormulaReferenceMoveInfo.bind(controller);
  const names = injector.get(IDefinedNamesService);
  controller._getFormulaReferenceMoveInfo = (formulas, sheetNames, move) => {
    const isWithin = WITHIN_SHEET.includes(move.type);
    const [sheetName] = Object.entries(sheetNames?.[move.unitId] ?? {}).find(([, id]) => id === move.sheetId) ?? [];
    const definedName = names.getValueById(move.unitId, move.definedNameId ?? "")?.name;
    const name = OF_NAME.includes(move.type)
      ? definedName
      : isWithin || OF_SHEET.includes(move.type)
        ? sheetName
        : undefined;
    if (name === undefined) return look(formulas, sheetNames, move);
    const concerned = Object.fromEntries(
      Object.entries(formulas).map(([unit, sheets]) => [
        unit,
        Object.fromEntries(
          Object.entries(sheets ?? {}).map(([sheet, cells]) => [
            sheet,
            isWithin && sheet === move.sheetId ? cells : naming(cells ?? {}, name),
          ]),
        ),
      ]),
    );
    return look(concerned, sheetNames, move);
  };
}

/** The formulas that hold a name, that of a sheet with quotes or without. */
function naming(cells: FormulaCells, name: string): FormulaCells {
  const written = [name, name.replaceAll("'", "''")].map((each) => each.toLowerCase());
  const found: FormulaCells = {};
  for (const [row, line] of Object.entries(cells))
    for (const [column, cell] of Object.entries(line ?? {})) {
      const text = cell?.f.toLowerCase();
      if (text && written.some((each) => text.includes(each))) (found[Number(row)] ??= {})[Number(column)] = cell;
    }
  return found;
}
