/** Tables for tests, written as rows: "<" is merged with the cell to the left, "^" with the one above. */
import type { Draft, ImportedReport } from "../../src/importer/drafts";
import { gridsInText, TextWithTables, type CellFound } from "../../src/importer/grid";
import { importDocument, understandTables } from "../../src/importer/importDocument";

/** Cells parted by |, blanks around them without meaning. */
export function cellsOf(written: string): string[][] {
  return written
    .trim()
    .split("\n")
    .map((line) => line.split("|").map((cell) => cell.trim()));
}

/** The cells that begin in each row, with how far the merged ones reach. */
export function merged(cells: readonly (readonly string[])[]): CellFound[][] {
  return cells.map((line, row) =>
    line.flatMap((text, column): CellFound[] => {
      if (text === "<" || text === "^") return [];
      let columns = 1;
      while (line[column + columns] === "<") columns++;
      let rows = 1;
      while (cells[row + rows]?.[column] === "^") rows++;
      return [{ text, rows, columns }];
    }),
  );
}

/** Reads a table with merged cells, as Word and Excel files give it. */
export function readMerged(written: string, above = "", year = 2026): ImportedReport {
  const text = new TextWithTables();
  text.add(above);
  text.addTable(merged(cellsOf(written)));
  return importDocument(text.text, text.grids, understandTables(text.text, text.grids, year), { year });
}

/** Reads the same as it is pasted: merged cells are blank. */
export function readPasted(written: string, above = "", year = 2026): ImportedReport {
  const text =
    above +
    cellsOf(written)
      .map((line) => line.map((cell) => (/^[<^]$/.test(cell) ? "" : cell)).join("\t"))
      .join("\n");
  const grids = gridsInText(text);
  return importDocument(text, grids, understandTables(text, grids, year), { year });
}

/** A draft in one line: department, indicator, comparison, figure with unit, kind. */
export function line({ department, indicator, comparator, value, valueMax, unit, kind, direction }: Draft): string {
  const compared = comparator === "plain" ? "" : `${comparator} `;
  const falls = direction === "down" ? " down" : "";
  return `${department ?? "-"} ${indicator} ${compared}${value ?? "?"}${valueMax === null ? "" : `–${valueMax}`}${unit} ${kind}${falls}`;
}
/** What is left out of what a table counts, without the digits of its labels, serial numbers and deadlines. */
export const counted = ({ leftOut }: Pick<ImportedReport, "leftOut">) =>
  leftOut.filter(({ reason }) => reason !== "date" && reason !== "number" && reason !== "name");
export const lines = ({ drafts }: ImportedReport) => drafts.map(line);
export const codes = ({ issues }: ImportedReport) => issues.map(({ code }) => code);
