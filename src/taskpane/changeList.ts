/** What is about to change, old and new side by side, to be seen before anything is written. */
import { html, type TemplateResult } from "lit";
import { isNothing, type CellChange, type Foretold } from "../sheets/foretold";
import type { RowChange } from "../sheets/foretoldRows";
import { strings } from "../strings/strings";
import { actions, button, findingRow, findings, heading, hint } from "./parts";

/** One change: what it is about, and old → new. */
export interface ChangeRow {
  readonly name: string;
  readonly about: string;
}

export interface Changes {
  readonly title: string;
  readonly hint: string;
  readonly sections: readonly { readonly title: string; readonly rows: readonly ChangeRow[] }[];
  /** What the button that writes them says. */
  readonly write: string;
}

/** The list with its two answers. */
export function changeList(
  { title, hint: said, sections, write }: Changes,
  answered: { readonly write: () => void; readonly cancel: () => void },
): TemplateResult {
  return html`<div class="changes">
    ${heading(title)} ${hint(said)}
    <div class="findings">
      ${sections.map((section) => findings(section.title, section.rows, (row) => findingRow(row)))}
    </div>
    ${actions(button(strings().pane.cancel, "secondary", answered.cancel), button(write, "primary", answered.write))}
  </div>`;
}

/** What calling cells anew, or another catalog, would change; null where nothing would. @param write what the button says that does it */
export function refreshChanges(found: Foretold, write: string): Changes | null {
  if (isNothing(found)) return null;
  const { cells, rows, open } = found;
  const [words, told] = [strings().pane, strings().foretold];
  return {
    title: words.refreshTitle,
    hint: words.refreshSeen(cells.length + rows.length + open.length),
    sections: [
      { title: told.ledgerRows, rows: rows.map(ofRow) },
      {
        title: told.cells,
        rows: cells.map((each) => ({ name: words.changeRow(each.before, each.after), about: ofCell(each) })),
      },
      { title: told.open, rows: open.map((each) => ({ name: each.name, about: ofCell(each) })) },
    ],
    write,
  };
}

function ofCell({ department, indicator, name, sheet, address, isPart }: CellChange): string {
  const place = [department, indicator, name, `${sheet}!${address}`].filter((each) => each !== "").join("　");
  return isPart ? strings().foretold.part(place) : place;
}

function ofRow({ department, indicator, change, status, statusAfter, sheet, address }: RowChange): ChangeRow {
  const words = strings();
  const verdict = status && statusAfter ? [words.pane.changeRow(words.status[status], words.status[statusAfter])] : [];
  return {
    name: [change ?? words.foretold.gone, ...verdict].join(words.catalogChanges.and),
    about: `${department}　${indicator}　${sheet}!${address}`,
  };
}
