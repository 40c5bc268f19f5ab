/** What another catalog would change, as rows of the list that is seen before. Loaded with the views that ask. */
import { isNothing, type CellChange, type Foretold } from "../sheets/foretold";
import type { RowChange } from "../sheets/foretoldRows";
import { strings } from "../strings/strings";
import type { ChangeRow, Changes } from "./changeList";

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
