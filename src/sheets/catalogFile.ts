/** A catalog from what a file holds: JSON, or a table with the columns of the sheet 承诺目录. */
import { catalogInSteps } from "../core/loadCatalog";
import { withRests, type Rest } from "../core/steps";
import type { Catalog } from "../core/types";
import { gridSteps, type ReadGrid } from "./catalogGridRead";
import { csvSteps } from "./csv";
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
  if ("text" in content && /^\ufeff?\s*[{[]/.test(content.text)) return catalogInSteps(content.text, rest);
  const grid = "cells" in content ? content.cells : await withRests(csvSteps(content.text), rest, [0, TABLE]);
  const read = await withRests(gridSteps(grid), rest, [TABLE, 1]);
  if (read.catalog === null) throw new TableRefused(read);
  return read.catalog;
}
const TABLE = 0.2; // how much of the work it is to take a table apart
