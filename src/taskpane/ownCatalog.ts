/** Which catalog the workbook uses, and ways to another: a catalog file, or back to the embedded one. */
import { CatalogIndex, catalogOfText } from "../core/catalog";
import type { Catalog } from "../core/types";
import { dropCatalog, keepCatalog, type Kept } from "../excel/catalogSource";
import { inspectWorkbook } from "../excel/inspect";
import { targetChanges } from "../excel/refresh";
import { session } from "../excel/session";
import { readPartText } from "../excel/workbookStore";
import { errorSentence, strings } from "../strings/strings";
import { refreshChanges } from "./changeList";
import { button, element } from "./elements";
import type { Answer, Pane } from "./pane";

export class OwnCatalog {
  private isOwn = false;
  private readonly now = element("p", { class: "hint" });
  private readonly file = element("input", { type: "file", accept: ".json,application/json", hidden: true });
  private readonly back: HTMLButtonElement;
  readonly element: HTMLElement;

  constructor(private readonly pane: Pane) {
    const words = strings().review;
    this.back = button(words.backToEmbedded, "link", () => this.askBack());
    this.file.addEventListener("change", () => void this.openFile());
    const open = button(words.openCatalogFile, "link", () => this.file.click());
    this.element = element("div", { class: "actions" }, element("div", {}, this.now, open, this.back), this.file);
  }

  show(): void {
    const words = strings().review;
    const { refusal, index } = session;
    const own = refusal ? words.catalogDamaged : words.ownCatalog(index.catalog.title);
    this.now.textContent = this.isOwn ? own : words.embeddedCatalog;
    this.back.hidden = !this.isOwn;
  }

  /** Looks whether the workbook carries a catalog of its own. */
  async look(): Promise<void> {
    const outcome = await this.pane.run(async (context) => (await readPartText(context, "catalog")) !== null);
    if (outcome.done) this.isOwn = outcome.answer;
    this.show();
  }

  private async openFile(): Promise<void> {
    const file = this.file.files?.[0];
    this.file.value = "";
    if (!file) return;
    try {
      const catalog = catalogOfText(await file.text());
      if (!(await mayKeep(this.pane, catalog))) return;
      const outcome = await this.pane.run((context) => keepCatalog(context, catalog));
      if (!outcome.done) return;
      this.pane.catalogChanged();
      sayInForce(this.pane, strings().review.catalogOpened(catalog.title), outcome.answer);
    } catch (error) {
      this.pane.say("error", errorSentence(error));
    }
  }

  private askBack(): void {
    const words = strings().review;
    this.pane.ask(words.backToEmbeddedAsk, [{ label: words.backToEmbedded, chosen: () => goBack(this.pane) }]);
  }
}

function goBack(pane: Pane): void {
  void pane.run(dropCatalog).then((outcome) => {
    if (!outcome.done) return;
    pane.catalogChanged();
    sayInForce(pane, strings().review.backDone, outcome.answer);
  });
}

/** The workbook's own catalog is damaged: a person decides what answers in its place. Until then nothing does. */
export function askForCatalog(pane: Pane): void {
  pane.ask(strings().review.catalogDamagedAsk, waysOut(pane));
}

/** What a person may decide of a damaged catalog. */
export function waysOut(pane: Pane): Answer[] {
  const words = strings().review;
  return [
    { label: words.backToEmbedded, chosen: () => goBack(pane) },
    { label: words.openCatalogFile, chosen: () => pane.open("review") },
  ];
}

/** Whether a catalog is to be put in force: a person sees first which targets in cells it changes. */
export async function mayKeep(pane: Pane, catalog: Catalog): Promise<boolean> {
  const inspected = await pane.run(inspectWorkbook);
  if (!inspected.done) return false;
  const found = targetChanges(new CatalogIndex(catalog), inspected.answer);
  const changes = refreshChanges(found, strings().pane.useCatalogNow);
  return changes === null || pane.seeFirst(changes);
}

/** Says that a catalog is in force, and where it is so, that the cells could not be called anew. */
export function sayInForce(pane: Pane, sentence: string, kept: Kept): void {
  if ("refreshed" in kept) pane.say("success", sentence);
  else pane.say("warning", sentence + strings().pane.keptNotRefreshed);
}

/** Hands a catalog to a person as a file. */
export function downloadCatalog(catalog: Catalog): void {
  const address = URL.createObjectURL(
    new Blob([`${JSON.stringify(catalog, null, 2)}\n`], { type: "application/json" }),
  );
  const link = element("a", { href: address, download: `${catalog.title}.json` });
  document.body.append(link);
  link.click();
  link.remove();
  window.setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
