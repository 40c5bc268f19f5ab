/** What views do with a whole catalog: ask before it is put in force, and hand it out as a file. */
import { CatalogIndex } from "../core/catalog";
import type { Catalog } from "../core/types";
import { inspectionOf } from "../excel/inspect";
import { readSheets } from "../excel/readSheets";
import { session } from "../excel/session";
import { loadForAll } from "../excel/shippedNames";
import { foretell, type Foretold } from "../sheets/foretold";
import { strings } from "../strings/strings";
import { refreshChanges } from "./foretoldChanges";
import type { Pane } from "./pane";

/** Whether a catalog is to be put in force: a person sees first which cells and rows it changes. */
export async function mayKeep(pane: Pane, catalog: Catalog): Promise<boolean> {
  const found = await foretoldOf(pane, new CatalogIndex(catalog), true);
  if (found === null) return false;
  const changes = refreshChanges(found, strings().pane.useCatalogNow);
  return changes === null || pane.seeFirst(changes);
}

/** What a catalog would change in the workbook. @param isOwn as the own one, or beside it @returns null where Excel did not tell */
export async function foretoldOf(pane: Pane, index: CatalogIndex, isOwn: boolean): Promise<Foretold | null> {
  const read = await pane.run(readSheets);
  if (!read.done) return null;
  await loadForAll(inspectionOf(read.answer).cells.map(({ arguments: [department] }) => department));
  const older = session.refusal ? null : session; // where nothing answers, cells are held against what they show
  return foretell(read.answer, older, {
    answering: session.shelfWith(index, isOwn),
    get judging() {
      return session.judging;
    },
    measuring: session.measuring,
  });
}

/** Hands a catalog to a person as a file. */
export const downloadCatalog = (catalog: Catalog): void =>
  downloadText(`${catalog.title}.json`, `${JSON.stringify(catalog, null, 2)}\n`, "application/json");

/** Hands a text to a person as a file. */
export function downloadText(name: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name.replace(/[\\/:*?"<>|]/g, "_");
  document.body.append(link);
  link.click();
  link.remove();
  window.setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
