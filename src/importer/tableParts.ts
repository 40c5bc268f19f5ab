/** The counties' shares in a table: beside the promise in columns of their own, with what each pledges beyond its share. */
import type { Level, Part } from "./drafts";
import type { Found, TableFigures } from "./tableFigures";
import type { TableRow } from "./tableRows";

export class TableParts {
  constructor(private readonly figures: TableFigures) {}

  /** The shares of a row, a column a county. */
  ofRow(row: TableRow): Part[] {
    const own = this.figures.columns("ownPledge");
    return this.figures.columns("place").flatMap((column) => {
      const found = this.figures.foundAt(row, column);
      const place = this.figures.column(column)?.place;
      if (!found || !place) return [];
      const pledge = own.find((each) => this.figures.column(each)?.place === place);
      return [this.partOf(found, place, pledge === undefined ? null : this.pledgeAt(row, pledge))];
    });
  }

  /** The share of the county a row is of, where counties stand below each other. @param column that of its share */
  ofPlace(row: TableRow, found: Found, column: number): Part {
    const { indicator = null } = this.figures.column(column) ?? {};
    const pledges = this.figures.columns("ownPledge");
    const pledge = pledges.find((each) => this.figures.column(each)?.indicator === indicator) ?? pledges[0];
    const place = row.place.replace(/\s/gu, "");
    return this.partOf(found, place, pledge === undefined ? null : this.pledgeAt(row, pledge));
  }

  private pledgeAt(row: TableRow, column: number): Level | null {
    const found = this.figures.foundAt(row, column);
    if (!found || this.figures.used.has(found.cell)) return null;
    this.figures.used.add(found.cell);
    return this.figures.levelOf(found.cell, found.read, found.unit);
  }

  private partOf({ cell, read, unit }: Found, place: string, ownPledge: Level | null): Part {
    this.figures.used.add(cell);
    return {
      ...this.figures.levelOf(cell, read, unit),
      place,
      valueMax: read.valueMax,
      comparator: read.comparator,
      ...(ownPledge === null ? {} : { ownPledge }),
    };
  }
}
