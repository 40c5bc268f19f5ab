/** The formulas of rows that show a supporter what another leads (配合): the lead's figures, and a verdict that no tally counts. */
import { zhSheets as zh } from "../strings/zhSheets";
import { textLiteral } from "./calls";
import { Formula } from "./plan";

const { mark } = zh.ledger.helped;
const NOTHING = "|"; // in no verdict

/** A verdict behind the mark of 配合, so that who counts verdicts does not count it again; nothing where there is none. */
export function asHelped(status: Formula): Formula {
  const marked = `${textLiteral(mark)}&${String(status).slice(1)}&${textLiteral(NOTHING)}`;
  const whereNone = `SUBSTITUTE(${marked},${textLiteral(mark + NOTHING)},"")`;
  return new Formula(`=SUBSTITUTE(${whereNone},${textLiteral(NOTHING)},"")`);
}

/** The verdict in a cell that shows it behind the mark. */
export const verdictOf = (status: string) => `MID(${status},${mark.length + 1},9)`;

/** Where formulas of a row find its lead's. */
interface LeadCell {
  /** The lead's 编号. */
  readonly id: string;
  /** The column of 编号, as $W. */
  readonly ids: string;
  /** The column that is followed. */
  readonly column: string;
}

/**
 * What the lead's row holds in a column. It is found by its 编号, so that sorting, moving and inserting rows never changes whose figure
 * it is; OFFSET names only the cell it finds, for a look-up in the column would name this cell among the rest.
 */
function leadCell({ id, ids, column }: LeadCell): string {
  return `OFFSET(${ids}$1,MATCH(${textLiteral(id)},${ids}:${ids},0)-1,COLUMN(${column}$1)-COLUMN(${ids}$1))`;
}

/** The same as a cell: a blank stays blank. */
export function ofLead(cell: LeadCell): Formula {
  return new Formula(`=IF(LEN(${leadCell(cell)})=0,"",${leadCell(cell)})`);
}

/** The lead's verdict behind the mark. */
export const verdictOfLead = (cell: LeadCell) => asHelped(new Formula(`=${leadCell(cell)}`));
