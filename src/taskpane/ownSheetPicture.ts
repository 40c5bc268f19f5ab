/** A small picture of a person's own table: its first rows as they stand, and over each column what it was taken for, to be changed there. */
import { html, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { OwnBlock } from "../sheets/ownSheet";
import { SURE_FROM, type OwnColumn } from "../sheets/ownSheetTypes";
import { OWN_ROLES, type OwnRole } from "../sheets/ownSheetWords";
import { columnName } from "../sheets/plan";
import { strings } from "../strings/strings";

/** What verdicts are made of; other columns are only looked at. */
const USED: readonly OwnRole[] = ["indicator", "department", "place", "group", "unit", "target", "actual", "measure"];
const ROWS_DRAWN = 4;

/**
 * @param textAt what a cell of the sheet shows
 * @param choose takes the role a person gave a column
 */
export function ownSheetPicture(
  block: OwnBlock,
  textAt: (row: number, column: number) => string,
  choose: (column: number, role: OwnRole) => void,
): TemplateResult {
  const words = strings().ownSheet.pane;
  const columns = block.columns.filter(({ label, samples }) => label !== "" || samples.length > 0);
  const kinds = new Map(block.rows.map(({ row, kind }) => [row, kind]));
  const targets = new Set(block.rows.map(({ targetRow }) => targetRow));
  const rows = Array.from({ length: block.rowsTo - block.rowsFrom }, (_, at) => block.rowsFrom + at)
    .filter((row) => columns.some(({ column }) => textAt(row, column) !== ""))
    .slice(0, ROWS_DRAWN);
  const line = (row: number) => {
    const isJudged = targets.has(row) || ["promise", "mayBeSum"].includes(kinds.get(row) ?? "");
    return html`<tr class=${isJudged ? "" : "aside"}>
      <th scope="row">${row + 1}</th>
      ${columns.map((each) => html`<td class=${lookOf(each)}>${textAt(row, each.column)}</td>`)}
    </tr>`;
  };
  return html`<div class="sheetPicture" role="group" aria-label=${words.columns} tabindex="0">
      <table>
        <thead>
          <tr>
            <td class="corner"></td>
            ${columns.map((each) => html`<th scope="col" class=${lookOf(each)}>${columnName(each.column)}</th>`)}
          </tr>
          <tr>
            <td class="corner"></td>
            ${columns.map((each) => html`<td class=${lookOf(each)}>${role(each, choose)}</td>`)}
          </tr>
          <tr class="labels">
            <th scope="row">${block.header.row + 1}</th>
            ${columns.map((each) => html`<td class=${lookOf(each)}>${each.label}</td>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(line)}
        </tbody>
      </table>
    </div>
    <p class="hint">${words.picture(columns.some(isAsked))}</p>`;
}

const isAsked = ({ certainty }: OwnColumn) => certainty < SURE_FROM;
const lookOf = (column: OwnColumn) => (isAsked(column) ? "asked" : USED.includes(column.role) ? "used" : "");

function role(column: OwnColumn, choose: (column: number, role: OwnRole) => void): TemplateResult {
  const words = strings().ownSheet.pane;
  const asks = isAsked(column) ? words.asks : "";
  const sample = column.samples.length === 0 ? "" : ` · ${words.samples(column.samples)}`;
  return html`<select
    aria-label=${`${columnName(column.column)} ${column.label}${asks}${sample}`}
    .value=${live(column.role)}
    @change=${({ target }: Event) => {
      const chosen = OWN_ROLES[(target as HTMLSelectElement).selectedIndex];
      if (chosen) choose(column.column, chosen);
    }}
  >
    ${OWN_ROLES.map(
      // What it may also be is marked: one order in every list, so that what shows is what is meant.
      (each) =>
        html`<option value=${each} ?selected=${each === column.role}>
          ${words.roles[each]}${isAsked(column) && column.candidates.includes(each) ? " ?" : ""}
        </option>`,
    )}
  </select>`;
}
