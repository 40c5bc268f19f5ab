/** The formulas of the county table beside those it shares with ledgers: ranks, sums against the city's figure, and who has reported. */
import { DONE_WORDS, NOT_DONE_WORDS } from "../core/actual";
import type { Status } from "../core/types";
import { zhSheets as zh } from "../strings/zhSheets";
import { textLiteral } from "./calls";
import { Formula } from "./plan";

const words = zh.placesTable.sheet;

/** Below what any figure differs by, above what doubles disagree on: equal figures share a rank. */
const APART = "0.0000000001";
const SUM_DIGITS = 9;

/** A cell and the cells of all rows beside it. */
export interface InColumn {
  readonly cell: string;
  readonly cells: string;
}

/**
 * 位次 among the rows of the same group: one more than there are better ones, so that ties share a rank and the next one is left out. No
 * figure, no rank. Compared cell by cell: a condition of COUNTIFS would carry figures in fifteen digits, and take a group's name for more
 * than a name.
 * @param best which figure comes first
 */
export function rankOf({ cell, cells }: InColumn, group: InColumn | null, best: "most" | "least"): Formula {
  const better = best === "most" ? `${cells}>${cell}+${APART}` : `${cells}<${cell}-${APART}`;
  const among = group === null ? "" : `*(${group.cells}=${group.cell})`;
  return new Formula(`=IF(ISNUMBER(${cell}),1+SUMPRODUCT(ISNUMBER(${cells})*(${better})${among}),"")`);
}

/** 完成率 or 差距; a word where what was typed could not be read. */
export function measureOf(actual: string, measure: Formula): Formula {
  const shown = measure.toString().slice(1);
  return new Formula(`=IF(ISTEXT(${actual}),IF(LEN(${actual})=0,"",${textLiteral(words.unreadable)}),${shown})`);
}

/** How many places have a part. */
const split = (targets: string) => `(ROWS(${targets})-COUNTIF(${targets},${textLiteral(words.notSplit)}))`;

/** How many places have reported: a figure, or for a deed whether it is done. */
const reported = (reads: string, isDeed: boolean) =>
  isDeed
    ? [DONE_WORDS[0], NOT_DONE_WORDS[0]].map((word) => `COUNTIF(${reads},${textLiteral(word)})`).join("+")
    : `COUNT(${reads})`;

/** @example 8/9已报 */
export function reportedOf(reads: string, targets: string, isDeed: boolean): Formula {
  return new Formula(`=(${reported(reads, isDeed)})&"/"&${split(targets)}&${textLiteral(words.reported)}`);
}

/** The sum of the places' targets, once each place that has a part has a figure. */
export function sumOfTargets(targets: string): Formula {
  const sum = `ROUND(SUM(${targets}),${SUM_DIGITS})`;
  return new Formula(`=IF(COUNT(${targets})<${split(targets)},${textLiteral(words.notSplit)},${sum})`);
}

/** What the places have reported so far, together; blank before the first has. */
export function rollUpOf(reads: string): Formula {
  return new Formula(`=IF(COUNT(${reads})=0,"",ROUND(SUM(${reads}),${SUM_DIGITS}))`);
}

/** A figure in groups of thousands, with at most two decimals and none where there are none. */
const inGroups = (figure: string) => `TEXT(${figure},IF(${figure}=INT(${figure}),"#,##0","#,##0.0#"))`;

/** How the places' targets together differ from the city's: 加码300个, 缺口0.4亿斤, 等额. */
export function againstCity(
  sum: string,
  city: string,
  unit: string,
  { equal, more, less }: { readonly equal: string; readonly more: string; readonly less: string },
): Formula {
  const said = (word: string, from: string, by: string) =>
    `${textLiteral(word)}&${inGroups(`ROUND(${from}-${by},${SUM_DIGITS})`)}&${textLiteral(unit)}`;
  const differs = `IF(${sum}>${city},${said(more, sum, city)},${said(less, city, sum)})`;
  const isEqual = `ROUND(${sum}-${city},${SUM_DIGITS})=0`;
  return new Formula(`=IF(COUNT(${sum},${city})<2,"",IF(${isEqual},${textLiteral(equal)},${differs}))`);
}

/** The city's verdict on what its places reported: none before all have. */
export function onceAllReported(verdict: Formula, reads: string, targets: string): Formula {
  const isPartial = `AND(COUNT(${reads})>0,COUNT(${reads})<${split(targets)})`;
  return new Formula(`=IF(${isPartial},${textLiteral(words.provisional)},${verdict.toString().slice(1)})`);
}

/** The cells of a table of places, as formulas name them. */
export interface TableCells {
  readonly places: string;
  readonly all: string;
  readonly headings: string;
}

/** How many verdicts of a place are this one, wherever its row has been sorted to; blank where it has none. @param place the cell of its name */
export function tallyOfPlace({ places, all, headings }: TableCells, place: string, status: Status): Formula {
  const [verdict, heading] = [zh.status[status], words.headings.status].map(textLiteral);
  const row = `INDEX(${all},MATCH(${place},${places},0),0)`;
  return new Formula(`=IFERROR(COUNTIFS(${row},${verdict},${headings},${heading}),"")`);
}

/** A formula that a person typed into a cell, as it is to stay. */
export function asItWasTyped(formula: string): Formula {
  return new Formula(formula);
}
