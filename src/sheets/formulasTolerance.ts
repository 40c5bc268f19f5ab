/** The formulas about a ledger's tolerances: whether they can be read, and what they are. */
import { textLiteral } from "./calls";
import { UNREADABLE } from "./formulasEntry";
import { Formula } from "./plan";

/** The cells of the tolerances, as formulas name them. */
export interface ToleranceCells {
  /** Fractions of the target, 0 to 1. */
  readonly share: string;
  readonly grace: string;
  /** 百分点, 0 to 100. */
  readonly points: string;
}

/** Whether a cell can not be read as a tolerance: no number (a text would pass for the largest one), negative, or 10 where 10% is meant. */
const isWrong = (cell: string, most: number) => `IF(ISNUMBER(${cell}),OR(${cell}<0,${cell}>${most}),TRUE)`;

const wrongs = ({ share, points, grace }: ToleranceCells) =>
  [[share, 1] as const, [points, 100] as const, [grace, 1] as const].map(([cell, most]) => ({
    cell,
    isWrong: isWrong(cell, most),
  }));

/** The day that is judged at, where all tolerances can be read; else the word that says why nothing is judged. */
export function judgedDay(cells: ToleranceCells, day: string, otherwise: string): Formula {
  return new Formula(
    `=IF(OR(${wrongs(cells)
      .map(({ isWrong }) => isWrong)
      .join(",")}),${textLiteral(otherwise)},${day})`,
  );
}

/** What is wrong with the first tolerance that can not be read; nothing where all can be. */
export function toleranceTrouble(
  cells: ToleranceCells,
  { before, behind }: { readonly before: string; readonly behind: string },
): Formula {
  const said = (cell: string) => `${textLiteral(before)}&${orUnreadable(cell)}&${textLiteral(behind)}`;
  return new Formula(
    `=${wrongs(cells).reduceRight((otherwise, { cell, isWrong }) => `IF(${isWrong},${said(cell)},${otherwise})`, '""')}`,
  );
}

const orUnreadable = (shown: string) => `IFERROR(${shown},${textLiteral(UNREADABLE)})`;
const inPoints = (cell: string) => `IFERROR(ROUND(${cell}*100,2),${orUnreadable(cell)})`;

/** The ledger's tolerances in one line, all in points. */
export function toleranceLine(
  { share, points, grace }: ToleranceCells,
  words: { share: string; points: string; grace: string; end: string },
): Formula {
  const parts = [
    words.share,
    inPoints(share),
    words.points,
    orUnreadable(points),
    words.grace,
    inPoints(grace),
    words.end,
  ];
  return new Formula(`=${parts.map((part, index) => (index % 2 === 0 ? textLiteral(part) : part)).join("&")}`);
}

/** For validation: a fraction between 0 and 1. */
export function fraction(value: string): string {
  return `=AND(ISNUMBER(${value}),${value}>=0,${value}<=1)`;
}

/** For validation: so many points, 0 to 100. */
export function points(value: string): string {
  return `=AND(ISNUMBER(${value}),${value}>=0,${value}<=100)`;
}
