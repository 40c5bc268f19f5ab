/** What views do with a whole catalog: ask before it is put in force, and hand it out as a file. */
import { CatalogIndex } from "../core/catalog";
import type { Catalog } from "../core/types";
import { inspectWorkbook } from "../excel/inspect";
import { targetChanges } from "../excel/refresh";
import { session } from "../excel/session";
import { loadForAll } from "../excel/shippedNames";
import { strings } from "../strings/strings";
import { refreshChanges } from "./changeList";
import type { Pane } from "./pane";

/** Whether a catalog is to be put in force: a person sees first which targets in cells it changes. */
export async function mayKeep(pane: Pane, catalog: Catalog): Promise<boolean> {
  const inspected = await pane.run(inspectWorkbook);
  if (!inspected.done) return false;
  await loadForAll(inspected.answer.cells.map(({ arguments: [department] }) => department));
  const found = targetChanges(session.shelfWith(new CatalogIndex(catalog)), inspected.answer);
  const changes = refreshChanges(found, strings().pane.useCatalogNow);
  return changes === null || pane.seeFirst(changes);
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
