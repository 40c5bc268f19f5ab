/**
 * Formulas that say the same, each of its own row, are read once. Univer reads every formula of the workbook twice at every
 * calculation, and keeps no more than five thousand: a ledger of some thousand rows is read over and over. It can share one reading
 * among cells, as it does for cells that were filled down; here it is told so of all that are alike.
 */
import type { Injector } from "@univerjs/core";
import { IDependencyManagerService, IFormulaDependencyGenerator } from "@univerjs/engine-formula";

interface FormulaCell {
  readonly f: string;
  readonly si?: string;
  readonly x?: number;
  readonly y?: number;
}
/** By row and column. */
type FormulaCells = Record<number, Record<number, FormulaCell | null> | null>;
/** Of a sheet or workbook that is gone nothing stands there, or null. */
type FormulaData = Record<string, Record<string, FormulaCells | null> | null>;

/** What a formula takes its values from. */
interface Tree {
  readonly treeId: number;
  readonly rangeList: readonly object[];
}
interface Dependencies {
  readonly _dependencyRTreeCache: {
    bulkInsert(ranges: readonly object[]): void;
    bulkRemove(ranges: readonly object[]): void;
  };
  _addAllTreeMap(tree: Tree): void;
  _removeAllTreeMap(treeId: number): void;
  _removeDependencyRTreeCache(treeId: number): void;
  addDependencyRTreeCache(tree: Tree): void;
  reset(): void;
}

interface Generator {
  _registerFormulas(units: string[], formulas: FormulaData, data: unknown, trees: unknown[]): void;
}

/** Below this nothing is gained: all that was read is still at hand. */
const LEAST_FORMULAS = 1000;

/** From now on formulas that are alike are read once. */
export function shareFormulas(injector: Injector): void {
  const generator = injector.get(IFormulaDependencyGenerator) as unknown as Generator;
  const register = generator._registerFormulas.bind(generator);
  const known: Known = new WeakMap();
  generator._registerFormulas = (units, formulas, data, trees) => {
    const shared = Object.fromEntries(
      Object.entries(formulas).map(([unit, sheets]) => [
        unit,
        Object.fromEntries(
          Object.entries(sheets ?? {}).map(([sheet, cells]) => [sheet, alikeShared(cells ?? {}, known)]),
        ),
      ]),
    );
    register(units, shared, data, trees);
  };
  askOnceForRanges(injector);
}

/**
 * What a shared formula takes its values from is worked out at every asking, and was asked for each of its references anew. To forget it
 * again, Univer goes through every cell of the rectangle around all of it: of a row that takes a setting from the sheet's head, all
 * rows between, so that a ledger's formulas took time by the square of its rows. Here what was noted is forgotten as it was noted.
 */
function askOnceForRanges(injector: Injector): void {
  const dependencies = injector.get(IDependencyManagerService) as unknown as Dependencies;
  const noted = new Map<number, object[]>();
  dependencies.addDependencyRTreeCache = ({ treeId, rangeList }) => {
    const ranges = rangeList.map((range) => ({ ...range, id: treeId }));
    dependencies._dependencyRTreeCache.bulkInsert(ranges);
    noted.set(treeId, [...(noted.get(treeId) ?? []), ...ranges]);
    dependencies._addAllTreeMap({ treeId, rangeList });
  };
  dependencies._removeDependencyRTreeCache = (treeId) =>
    dependencies._dependencyRTreeCache.bulkRemove(noted.get(treeId) ?? []);
  const forget = dependencies._removeAllTreeMap.bind(dependencies);
  dependencies._removeAllTreeMap = (treeId) => {
    noted.delete(treeId);
    forget(treeId);
  };
  const reset = dependencies.reset.bind(dependencies);
  dependencies.reset = () => {
    noted.clear();
    reset();
  };
}

/** What formulas say relative to their rows, worked out once for as long as they stand where they are. */
type Known = WeakMap<FormulaCell, { readonly row: number; readonly said: string | null }>;

function alikeShared(cells: FormulaCells, known: Known): FormulaCells {
  const count = Object.values(cells).reduce((sum, line) => sum + Object.keys(line ?? {}).length, 0);
  if (count < LEAST_FORMULAS) return cells;
  const firsts = new Map<string, { readonly row: number; readonly formula: string; readonly id: string }>();
  const shared: FormulaCells = {};
  for (const [rowKey, line] of Object.entries(cells)) {
    const row = Number(rowKey);
    const sharedLine: Record<number, FormulaCell | null> = {};
    for (const [column, cell] of Object.entries(line ?? {})) {
      sharedLine[Number(column)] = cell;
      if (!cell?.f || cell.si) continue;
      let reading = known.get(cell);
      if (reading?.row !== row) known.set(cell, (reading = { row, said: relative(cell.f, row) }));
      if (reading.said === null) continue;
      const key = `${column} ${reading.said}`;
      const first = firsts.get(key);
      if (first) sharedLine[Number(column)] = { f: first.formula, si: first.id, x: 0, y: row - first.row };
      else {
        const id = `alike-${firsts.size}`;
        firsts.set(key, { row, formula: cell.f, id });
        sharedLine[Number(column)] = { f: cell.f, si: id };
      }
    }
    shared[row] = sharedLine;
  }
  return shared;
}

/** Texts and sheets' names in quotes, rows as a whole, and cells, in the order in which they may be taken for one another. */
const PIECES =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\p{L}\p{N}_.$])\$?\d+:\$?\d+|(?<![\p{L}\p{N}_.$])(\$?[A-Z]{1,3})(\$?)(\d{1,7})(?![\p{L}\p{N}_.(])/gu;

/**
 * What a formula says, with rows counted from its own (from 0); null for one that names whole rows.
 * @example relative("=$G6*H$5", 5) // "=$G[0]*H$5"
 */
export function relative(formula: string, row: number): string | null {
  let namesRows = false;
  const said = formula.replace(PIECES, (piece, column?: string, fixed?: string, at?: string) => {
    if (column !== undefined) return fixed === "$" ? piece : `${column}[${Number(at) - 1 - row}]`;
    if (!/^["']/.test(piece)) namesRows = true;
    return piece;
  });
  return namesRows ? null : said;
}
