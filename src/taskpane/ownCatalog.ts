/** Which catalog the workbook uses, and the way back to the embedded one. */
import { html, nothing, type TemplateResult } from "lit";
import type { CatalogError, ErrorFacts } from "../core/errors";
import { dropCatalog, repairPins, useEmbeddedForNow, type Kept } from "../excel/catalogSource";
import { openWorkbook, type OpenedWorkbook } from "../excel/openWorkbook";
import { session } from "../excel/session";
import { readPartText } from "../excel/workbookStore";
import { strings } from "../strings/strings";
import type { Answer, Pane } from "./pane";
import { PaneElement } from "./paneElement";
import { button, hint } from "./parts";

export class OwnCatalog extends PaneElement {
  private isOwn = false;

  constructor(private readonly pane: Pane) {
    super();
    this.className = "actions";
  }

  show(): void {
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const words = strings().review;
    const { refusal, index } = session;
    const isOther = this.isOwn && !session.isEmbedded;
    const standing = isOther ? words.ownCatalog(index.catalog.title) : words.embeddedCatalog;
    const mayGoBack = refusal ? this.isOwn && refusal.code !== "workbookUnread" : isOther;
    return html`<div>
      ${hint(refusal ? noneInForce(refusal) : standing)}
      ${mayGoBack ? button(words.backToEmbedded, "link", () => this.askBack()) : nothing}
    </div>`;
  }

  /** Looks whether the workbook carries a catalog of its own. */
  async look(): Promise<void> {
    const outcome = await this.pane.run(async (context) => (await readPartText(context, "catalog")) !== null);
    if (outcome.done) this.isOwn = outcome.answer;
    this.show();
  }

  private askBack(): void {
    const words = strings().review;
    this.pane.ask(words.backToEmbeddedAsk, [{ label: words.backToEmbedded, chosen: () => goBack(this.pane) }]);
  }
}
customElements.define("target-own-catalog", OwnCatalog);

function goBack(pane: Pane): void {
  void pane.run(dropCatalog).then((outcome) => {
    if (!outcome.done) return;
    pane.catalogChanged();
    sayInForce(pane, strings().review.backDone, outcome.answer);
  });
}

/** Says in a line that no catalog is in force, and whether the workbook's is damaged or was not read. */
export function noneInForce({ code }: CatalogError): string {
  const words = strings().review;
  return code === "workbookUnread" ? words.workbookUnread : words.catalogDamaged;
}

/** Shows what came of opening the workbook. Where none of its catalogs is in force, a person decides what answers; until then nothing does. */
export function sayOpened(pane: Pane, { found, cells }: OpenedWorkbook): void {
  const words = strings();
  const { refusal } = session;
  if (found !== "none" || cells) pane.catalogChanged();
  if (refusal) {
    const asked =
      refusal.code === "workbookUnread"
        ? words.review.workbookUnreadAsk((refusal.facts as ErrorFacts["workbookUnread"]).reason)
        : words.review.catalogDamagedAsk;
    pane.ask(asked, waysOut(pane, refusal));
  } else if (cells && "notRefreshed" in cells) pane.say("warning", words.review.openedNotRefreshed);
  else if (session.restored.length > 0)
    pane.ask(words.catalogs.restored(session.restored.map(({ index }) => index.catalog.title).join("、")), [
      { label: words.catalogs.restoredWrite, chosen: () => writeBack(pane) },
    ]);
}

/** Puts what was pinned into the parts that are damaged. */
export function writeBack(pane: Pane): void {
  void pane.run(repairPins).then((outcome) => {
    if (!outcome.done) return;
    pane.catalogChanged();
    pane.say("success", strings().catalogs.restoredWritten);
  });
}

/** What a person may decide while no catalog is in force. */
export function waysOut(pane: Pane, { code }: CatalogError): Answer[] {
  const words = strings().review;
  if (code === "workbookUnread")
    return [
      { label: words.readAgain, chosen: () => readAgain(pane) },
      { label: words.useEmbeddedForNow, chosen: () => useEmbedded(pane) },
    ];
  return [
    { label: words.backToEmbedded, chosen: () => goBack(pane) },
    { label: words.openCatalogFile, chosen: () => pane.open("settings") },
  ];
}

function readAgain(pane: Pane): void {
  void openWorkbook().then((opened) => {
    if (opened.found !== "unread") pane.say("success", strings().review.workbookRead);
    pane.opened(opened);
  });
}

function useEmbedded(pane: Pane): void {
  void pane.run(useEmbeddedForNow).then((outcome) => {
    pane.catalogChanged();
    if (outcome.done) sayInForce(pane, strings().review.embeddedForNow, outcome.answer);
  });
}

/** Says that a catalog is in force, and where it is so, that the cells could not be called anew. */
export function sayInForce(pane: Pane, sentence: string, kept: Kept): void {
  if ("refreshed" in kept) pane.say("success", sentence);
  else pane.say("warning", sentence + strings().pane.keptNotRefreshed);
}
