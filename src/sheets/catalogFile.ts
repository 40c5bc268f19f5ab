/** A catalog from what a file holds: JSON, or a table with the columns of the sheet 承诺目录. */
import { catalogInSteps, type Rest } from "../core/loadCatalog";
import type { Catalog } from "../core/types";
import { readGrid, type ReadGrid } from "./catalogGrid";
import { rowsOfCsv } from "./csv";
import type { CellValue } from "./standingLedger";

/** A table that is no catalog yet: what is wrong with it, row by row. */
export class TableRefused extends Error {
  constructor(readonly read: ReadGrid) {
    super("the table is no catalog");
    this.name = "TableRefused";
  }
}

/** @param rest lets others have their turn @throws CatalogError catalogInvalid; TableRefused */
export async function catalogInFile(
  content: { text: string } | { cells: readonly (readonly CellValue[])[] },
  rest: Rest = () => Promise.resolve(),
): Promise<Catalog> {
  if ("cells" in content) return catalogOfGrid(content.cells);
  return /^\ufeff?\s*[{[]/.test(content.text)
    ? catalogInSteps(content.text, rest)
    : catalogOfGrid(rowsOfCsv(content.text));
}

/** @throws TableRefused */
export function catalogOfGrid(grid: readonly (readonly CellValue[])[]): Catalog {
  const read = readGrid(grid);
  if (read.catalog === null) throw new TableRefused(read);
  return read.catalog;
}
