/** <target-catalogs>: the catalogs in use, where each is from and how old it is; a newer one is compared, and one may be added or handed out. */
import { html, nothing, type TemplateResult } from "lit";
import { textOfCatalog, type Origin, type Pin } from "../core/pin";
import { dropBeside, dropDamaged, pinUsed } from "../excel/catalogSource";
import { sha256 } from "../excel/sha256";
import { makeCatalogSheet } from "../excel/sheetSource";
import { session, type OnShelf } from "../excel/session";
import { addressSource, listedOf, listedSource, lookAt } from "../excel/webSource";
import { shippedCatalogs } from "../excel/shippedNames";
import { shippedSource } from "../excel/shippedSource";
import type { CatalogSource, Taken } from "../excel/sources";
import { gridOf } from "../sheets/catalogGrid";
import { csvOf } from "../sheets/csv";
import { errorSentence, strings } from "../strings/strings";
import { AddCatalog } from "./addCatalog";
import { takeOver, type Decide, type Decisions, type Place } from "./catalogTaking";
import { DecideView } from "./decideView";
import { focusOn } from "./focus";
import { downloadCatalog, downloadText } from "./catalogHandling";
import { sayInForce, writeBack } from "./ownCatalog";
import type { Pane } from "./pane";
import { PaneElement } from "./paneElement";
import { answers, button, hint, status, type Drawn } from "./parts";

const MILLISECONDS_IN_DAY = 86_400_000;
const SHOWN_OF_HASH = 12;

export class CatalogsView extends PaneElement {
  private readonly adding: AddCatalog;
  private deciding: DecideView | null = null;
  /** Title of the catalog that is being looked for. */
  private looking: string | null = null;
  /** The sha256 of the catalog within the add-in, once it is known. */
  private embedded: string | null = null;

  /** @param turned is called when it takes the tab's whole place, and when it leaves that again */
  constructor(
    private readonly pane: Pane,
    private readonly turned: () => void,
  ) {
    super();
    this.className = "catalogs";
    this.adding = new AddCatalog(pane, this.decide);
  }

  show(): void {
    this.requestUpdate();
    this.adding.show();
    void sha256(textOfCatalog(session.embedded)).then((found) => {
      if (this.embedded === found) return;
      this.embedded = found;
      this.requestUpdate();
    });
  }

  /** Whether the add-in brings another version of a catalog that it brought once. */
  private isOtherShipped(id: string, { sourceSha256 }: Pin): boolean {
    const shipped = shippedCatalogs().find((each) => each.id === id)?.sha256;
    const brought = id === session.embedded.id ? this.embedded : shipped;
    return brought !== undefined && brought !== null && sourceSha256 !== null && brought !== sourceSha256;
  }

  /** Whether a person is to decide between two documents; nothing else is to be seen then. */
  get isDeciding(): boolean {
    return this.deciding !== null;
  }

  /** Calls a decision off. @returns whether there was one to make */
  goBack(): boolean {
    const { deciding } = this;
    deciding?.callOff();
    return deciding !== null;
  }

  protected override render(): TemplateResult {
    if (this.deciding) return html`${this.deciding}`;
    const words = strings().catalogs;
    const { damaged } = session;
    const shipped = session.shipped.filter(
      ({ index }) => !session.beside.some((each) => each.index.catalog.id === index.catalog.id),
    );
    return html`${session.refusal ? nothing : this.one(session.own, "own", words.own)}
    ${[...session.beside, ...shipped].map((each) => this.one(each, "beside", words.beside))}
    ${shippedCatalogs()
      .filter(({ id }) => !session.shelf.catalogs.some((each) => each.id === id))
      .map(
        (listed) =>
          html`<div class="row catalog">
            <span class="name">${listed.title}</span><span class="about">${words.origins.embedded}</span>
            ${answers(button(words.pin, "secondary", () => void this.takeFrom(shippedSource(listed), listed.title)))}
          </div>`,
      )}
    ${
      session.restored.length > 0
        ? html`<p class="reason warning">
              ${words.restored(session.restored.map(({ index }) => index.catalog.title).join("、"))}
            </p>
            ${answers(button(words.restoredWrite, "secondary", () => writeBack(this.pane)))}`
        : nothing
    }
    ${
      damaged.length > 0
        ? html`<p class="reason warning">${words.damaged(damaged.length)}</p>
            ${answers(button(words.damagedRemove, "secondary", () => void this.clearDamaged()))}`
        : nothing
    }
    ${this.looking === null ? nothing : status(words.checking)} ${this.adding}`;
  }

  private one({ index, pin }: OnShelf, place: Place, role: string): TemplateResult {
    const words = strings().catalogs;
    const { title, region, year, version, commitments } = index.catalog;
    const source = pin ? sourceOf(pin.origin, index.catalog.id) : null;
    const from = pin ? originText(pin.origin) : words.origins.embedded;
    return html`<div class="row catalog" data-catalog=${index.catalog.id}>
      <span class="name">${title}</span>
      <span class="about">${role}</span>
      <span class="about">${words.about(region, year, version, commitments.length)}</span>
      <span class="about">${from}</span>
      ${hint(pin ? `${pinnedText(pin.taken)}　${words.check(pin.sha256.slice(0, SHOWN_OF_HASH))}` : words.notPinned)}
      ${pin?.origin.kind === "embedded" && this.isOtherShipped(index.catalog.id, pin) ? hint(words.newerShips) : nothing}
      ${answers(
        pin === null ? button(words.pin, "secondary", () => void this.pin(index.catalog)) : nothing,
        source
          ? button(words.update, "secondary", () => void this.takeFrom(source, title, place, pin?.sourceSha256))
          : nothing,
        button(words.exportFile, "link", () => downloadCatalog(index.catalog)),
        button(words.exportCsv, "link", () => downloadText(`${title}.csv`, csvOf(gridOf(index.catalog)), "text/csv")),
        button(words.exportSheet, "link", () => void this.writeSheet(index, "ask")),
        place === "beside" && pin
          ? button(words.remove, "link", () => this.askRemove(index.catalog.id, title))
          : nothing,
      )}
    </div>`;
  }

  private async pin({ title }: OnShelf["index"]["catalog"]): Promise<void> {
    const outcome = await this.pane.run(pinUsed);
    if (outcome.done) this.pane.say("success", strings().catalogs.pinDone(title));
    this.show();
  }

  /** Asks a source for its newest catalog and offers it. @param known sha256 of the file the one in use came from */
  private async takeFrom(
    source: CatalogSource,
    title: string,
    place: Place = "beside",
    known: string | null = null,
  ): Promise<void> {
    this.looking = title;
    this.pane.hush();
    this.requestUpdate();
    const taken = await this.asked(source);
    this.looking = null;
    this.requestUpdate();
    if (taken === null) return;
    const words = strings().catalogs;
    if (taken.offline) {
      this.pane.say("warning", words.offline(taken.at.slice(0, 10), errorSentence(taken.offline)));
      if (known !== null) return;
    } else if (taken.sourceSha256 === known) {
      this.pane.say("success", words.same(title));
      return;
    }
    await takeOver(this.pane, taken, place, this.decide);
    this.show();
  }

  private async asked(source: CatalogSource): Promise<Taken | null> {
    try {
      return await source.take();
    } catch (error) {
      this.pane.say("error", errorSentence(error));
      return null;
    }
  }

  private readonly decide: Decide = (open, titles) =>
    new Promise((resolve) => {
      const asked = document.activeElement?.closest("[data-catalog]")?.getAttribute("data-catalog") ?? null;
      const turn = (deciding: DecideView | null) => {
        this.deciding = deciding;
        this.requestUpdate();
        this.turned();
        void this.updateComplete.then(() => this.focusAfter(deciding, asked));
      };
      this.pane.hush();
      const answered = (decided: Decisions | null) => {
        this.pane.hush();
        turn(null);
        resolve(decided);
      };
      turn(new DecideView(open, titles, (sentence) => this.pane.say("warning", sentence), answered));
    });

  /** The decision has the focus while it is to be made, then the catalog it was made for, or the way to a further one. */
  private async focusAfter(deciding: DecideView | null, id: string | null): Promise<void> {
    await deciding?.updateComplete;
    const of = id === null ? "target-add-catalog" : `[data-catalog="${CSS.escape(id)}"]`;
    if (deciding) focusOn(deciding.querySelector("h2"));
    else this.querySelector<HTMLElement>(`${of} button`)?.focus();
  }

  private async writeSheet(index: OnShelf["index"], placement: "ask" | "newSheet" | "replace"): Promise<void> {
    const words = strings().catalogs;
    const outcome = await this.pane.run((context) => makeCatalogSheet(context, index.catalog, placement));
    if (!outcome.done) return;
    if ("made" in outcome.answer) {
      const { name, rows } = outcome.answer.made;
      this.pane.say("success", words.sheetMade(name, rows));
      return;
    }
    const { name, freeName } = outcome.answer.occupied;
    this.pane.ask(words.sheetAsk(name), [
      { label: words.sheetNew(freeName), chosen: () => void this.writeSheet(index, "newSheet") },
      { label: words.sheetReplace, chosen: () => void this.writeSheet(index, "replace") },
    ]);
  }

  private askRemove(id: string, title: string): void {
    const words = strings().catalogs;
    const remove = async () => {
      const outcome = await this.pane.run((context) => dropBeside(context, id));
      if (!outcome.done) return;
      this.pane.catalogChanged();
      sayInForce(this.pane, words.removeDone(title), outcome.answer);
      this.show();
    };
    this.pane.ask(words.removeAsk(title), [{ label: words.remove, chosen: () => void remove() }]);
  }

  private async clearDamaged(): Promise<void> {
    const outcome = await this.pane.run(dropDamaged);
    if (outcome.done) this.pane.say("success", strings().catalogs.damagedRemoved);
    this.show();
  }
}
customElements.define("target-catalogs", CatalogsView);

function originText(origin: Origin): Drawn | string {
  const words = strings().catalogs.origins;
  if (origin.kind === "web") return words.web(origin.address);
  if (origin.kind === "sheet" || origin.kind === "file") return words[origin.kind](origin.name);
  return words[origin.kind];
}

function pinnedText(taken: string): string {
  const days = Math.floor((Date.now() - Date.parse(taken)) / MILLISECONDS_IN_DAY);
  return strings().catalogs.pinned(taken.slice(0, 10), Number.isFinite(days) ? days : 0);
}

/** Where a newer one may be asked for; null where there is nowhere. A list is asked again, since its files never change. */
function sourceOf(origin: Origin, id: string): CatalogSource | null {
  if (origin.kind === "embedded") return shippedSourceOf(origin, id);
  if (origin.kind !== "web") return null;
  const { address, index } = origin;
  if (index === undefined) return addressSource(address);
  return { origin, take: () => newestListed(index, address) };
}

/** The add-in itself, of which a newer version may bring a newer catalog. */
function shippedSourceOf(origin: Origin, id: string): CatalogSource | null {
  const listed = shippedCatalogs().find((each) => each.id === id);
  if (listed) return shippedSource(listed);
  const catalog = session.embedded;
  if (catalog.id !== id) return null;
  const take = async (): Promise<Taken> => ({
    catalog,
    origin,
    sourceSha256: await sha256(textOfCatalog(catalog)),
    at: new Date().toISOString(),
    offline: null,
  });
  return { origin, take };
}

/** What the list a catalog was found in names for it today. */
async function newestListed(index: string, address: string): Promise<Taken> {
  const found = await lookAt(index);
  if ("catalog" in found) return found;
  const inUse = [session.own, ...session.beside].find(
    ({ pin }) => pin?.origin.kind === "web" && pin.origin.address === address,
  );
  const catalog = inUse?.index.catalog;
  const listed = catalog ? await listedOf(found, catalog.region) : [];
  const newest = listed.find(({ id }) => id === catalog?.id);
  const taken = await (newest ? listedSource(found, newest) : addressSource(address)).take();
  return found.offline ? { ...taken, offline: found.offline, at: found.at } : taken;
}
