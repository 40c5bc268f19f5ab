/** Importing promises from a report: the text comes in, drafts are confirmed one by one, and a catalog goes out. */
import { CatalogIndex } from "../core/catalog";
import type { Catalog } from "../core/types";
import { catalogOfText, dropCatalog, keepCatalog, workbookCatalog, type Kept } from "../excel/catalogSource";
import { inspectWorkbook } from "../excel/inspect";
import { targetChanges } from "../excel/refresh";
import { session } from "../excel/session";
import { refreshChanges } from "./changeList";
import { keepPart, readPart } from "../excel/workbookStore";
import {
  accept,
  catalogOf,
  correct,
  countStates,
  drop,
  fillDepartment,
  merge,
  missingIn,
  reopen,
  startReview,
  type Review,
} from "../importer/review";
import { errorSentence, strings } from "../strings/strings";
import { button, element, setBusy } from "./elements";
import { PaneElement } from "./paneElement";
import type { Pane } from "./pane";
import { textOfFile } from "./reportFile";
import { countsLine, ReviewList, type ReviewActions } from "./reviewList";

const SAVE_PAUSE = 1200; // ms without a decision before the review is kept in the workbook
const REVIEW_VERSION = 1;

export class ReviewView extends PaneElement implements ReviewActions {
  private review: Review | null = null;
  private isRestored = false;
  private hasOwnCatalog = false;
  private saving: number | undefined;
  private lastSave = Promise.resolve();
  private cancel: AbortController | null = null;

  private readonly text: HTMLTextAreaElement;
  private readonly year: HTMLInputElement;
  private readonly file = element("input", { type: "file", accept: ".txt,.docx,.pdf", hidden: true });
  private readonly catalogFile = element("input", { type: "file", accept: ".json,application/json", hidden: true });
  private readonly extract: HTMLButtonElement;
  private readonly doing = element("p", { class: "hint", role: "status" });
  private readonly stop: HTMLButtonElement;
  private readonly catalogNow = element("p", { class: "hint" });
  private readonly backToEmbedded: HTMLButtonElement;
  private readonly start: HTMLElement;

  private readonly counts = element("p", { class: "hint", role: "status" });
  private readonly filling = element("div", { class: "filling" });
  private readonly list = new ReviewList(this);
  private readonly region: HTMLInputElement;
  private readonly finalYear: HTMLInputElement;
  private readonly use: HTMLButtonElement;
  private readonly work: HTMLElement;

  constructor(private readonly pane: Pane) {
    super();
    this.className = "review";
    const words = strings().review;
    this.text = element("textarea", { id: "report", placeholder: words.pastePlaceholder, spellcheck: "false" });
    this.year = yearField(words.yearAutomatic);
    this.extract = button(words.extract, "primary", () => void this.extractText());
    this.stop = button(strings().pane.cancel, "link", () => this.cancel?.abort());
    this.stop.hidden = true;
    this.backToEmbedded = button(words.backToEmbedded, "link", () => this.askBack());
    this.file.addEventListener("change", () => void this.extractFile());
    this.catalogFile.addEventListener("change", () => void this.openCatalog());
    this.start = element(
      "div",
      { class: "start" },
      element("div", { class: "heading" }, element("h2", {}, words.startTitle)),
      element("p", { class: "hint" }, words.startHint),
      element("label", { for: "report", class: "unseen" }, words.pasteLabel),
      this.text,
      element(
        "div",
        { class: "answers" },
        element("label", { class: "short" }, words.year, this.year),
        button(words.chooseFile, "secondary", () => this.file.click()),
        this.extract,
      ),
      element("div", { class: "doing" }, this.doing, this.stop),
      this.file,
      this.catalogFile,
      element(
        "div",
        { class: "actions" },
        element(
          "div",
          {},
          this.catalogNow,
          button(words.openCatalogFile, "link", () => this.catalogFile.click()),
          this.backToEmbedded,
        ),
      ),
    );
    this.region = element("input", { autocomplete: "off", "aria-label": words.region, placeholder: words.region });
    this.finalYear = yearField(words.year);
    this.finalYear.setAttribute("aria-label", words.year);
    this.use = button(words.useInWorkbook, "primary", () => void this.keep());
    this.work = element(
      "div",
      { class: "work", hidden: true },
      element(
        "div",
        { class: "heading" },
        element("h2", {}, words.title),
        button(words.startOver, "link", () => this.askStartOver()),
      ),
      this.counts,
      element("p", { class: "hint keys" }, words.keys),
      this.filling,
      this.list.element,
      element(
        "div",
        { class: "actions" },
        element("div", { class: "about" }, this.region, this.finalYear),
        element(
          "div",
          { class: "answers" },
          button(words.exportFile, "secondary", () => this.exportFile()),
          this.use,
        ),
      ),
    );
    this.append(this.start, this.work);
  }

  shown(): void {
    this.showCatalogNow();
    if (!this.isRestored) void this.restore();
  }

  /** Another catalog is in force. */
  catalogChanged(): void {
    void this.lookForOwnCatalog();
  }

  // What a person decides

  accept(index: number): void {
    const item = this.review?.items[index];
    if (!this.review || !item) return;
    const missing = missingIn(item);
    if (missing !== null) {
      const { departmentFirst, figureFirst } = strings().review;
      this.pane.say("warning", missing === "department" ? departmentFirst : figureFirst);
      this.list.edit(index, missing === "department" ? "department" : "value");
      return;
    }
    this.pane.hush();
    this.decided(accept(this.review, index));
    this.list.goOn();
  }

  drop(index: number): void {
    if (!this.review) return;
    this.pane.hush();
    this.decided(drop(this.review, index));
    this.list.goOn();
  }

  reopen(index: number): void {
    if (this.review) this.decided(reopen(this.review, index));
  }

  merge(from: number, into: number): void {
    if (!this.review) return;
    const merged = merge(this.review, from, into);
    if (merged === null) return this.pane.say("warning", strings().review.mergeUnlike);
    this.pane.hush();
    this.decided(merged);
  }

  correct(index: number, changes: Parameters<ReviewActions["correct"]>[1]): void {
    if (!this.review) return;
    this.pane.hush();
    const corrected = correct(this.review, index, changes);
    const accepted = accept(corrected, index);
    this.decided(accepted);
    this.list.show(accepted);
    this.showFilling();
    this.list.goOn();
  }

  acceptAll(indexes: readonly number[]): void {
    const words = strings().review;
    this.pane.ask(words.acceptRestAsk(indexes.length), [
      {
        label: words.accept,
        chosen: () => {
          if (!this.review) return;
          let all = this.review;
          for (const index of indexes) all = accept(all, index);
          this.decided(all);
          const left = indexes.some((index) => all.items[index]?.state === "open");
          if (left) this.pane.say("warning", words.departmentFirst);
          this.list.focusCurrent();
        },
      },
    ]);
  }

  warn(sentence: string): void {
    this.pane.say("warning", sentence);
  }

  inform(sentence: string): void {
    this.pane.say("info", sentence);
  }

  private decided(review: Review): void {
    this.review = review;
    this.list.update(review);
    this.counts.textContent = countsLine(review);
    this.saveSoon();
  }

  // Where the text comes from

  private async extractText(): Promise<void> {
    const text = this.text.value;
    if (text.trim() === "") {
      this.pane.say("warning", strings().review.pasteFirst);
      return;
    }
    await this.cancellable((signal) => this.extractFrom(text, strings().review.sourceTitle, signal));
  }

  private async extractFile(): Promise<void> {
    const file = this.file.files?.[0];
    if (!file) return;
    const words = strings().review;
    await this.cancellable(async (signal) => {
      const read = await textOfFile(file, {
        progress: (share) => this.say(words.reading(Math.round(share * 100))),
        signal,
      });
      await this.extractFrom(read.text, file.name, signal);
    });
    this.file.value = ""; // the same file may be chosen again
  }

  private async cancellable(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    this.cancel?.abort();
    const cancel = new AbortController();
    this.cancel = cancel;
    this.pane.hush();
    setBusy(this.extract, true);
    this.stop.hidden = false;
    try {
      await work(cancel.signal);
      this.say("");
    } catch (error) {
      this.say(cancel.signal.aborted ? strings().review.cancelled : "");
      if (!cancel.signal.aborted) this.pane.say("error", errorSentence(error));
    } finally {
      setBusy(this.extract, false);
      this.stop.hidden = true;
      this.cancel = null;
    }
  }

  private async extractFrom(text: string, name: string, signal: AbortSignal): Promise<void> {
    const words = strings().review;
    const year = yearIn(this.year);
    const { startImport } = await import(/* webpackChunkName: "importer" */ "../importer/importReport");
    const job = startImport(text, year === null ? {} : { year });
    for (let share = 0; share < 1;) {
      share = job.step();
      this.say(words.extracting(Math.round(share * 100)));
      // Excel restarts a pane that does not answer: others get their turn between the pieces.
      await new Promise((resolve) => window.setTimeout(resolve, 0));
      signal.throwIfAborted();
    }
    const review = startReview(text, job.report(), name);
    if (review.items.length === 0) {
      this.pane.say("warning", words.nothingFound);
      return;
    }
    this.open(review);
    const doubtful = review.items.filter(({ doubts }) => doubts.length > 0).length;
    this.pane.say("info", words.found(review.items.length, doubtful));
    this.decided(review);
    this.list.focusCurrent();
  }

  private open(review: Review): void {
    this.review = review;
    this.start.hidden = true;
    this.work.hidden = false;
    this.region.value = review.region;
    this.finalYear.value = review.year === null ? "" : String(review.year);
    this.counts.textContent = countsLine(review);
    this.list.show(review);
    this.showFilling();
  }

  private askStartOver(): void {
    const words = strings().review;
    const restart = () => {
      this.review = null;
      this.work.hidden = true;
      this.start.hidden = false;
      this.pane.hush();
      void this.endSaving().then(() => this.pane.run((context) => keepPart(context, "review", null)));
      this.text.focus();
    };
    const { accepted, dropped, merged } = this.review
      ? countStates(this.review)
      : { accepted: 0, dropped: 0, merged: 0 };
    if (accepted + dropped + merged === 0) restart();
    else this.pane.ask(words.startOverAsk, [{ label: words.startOver, chosen: restart }]);
  }

  /** One department for all drafts without one. */
  private showFilling(): void {
    const words = strings().review;
    const without = this.review?.items.filter(({ draft }) => draft.department === null).length ?? 0;
    this.filling.hidden = without === 0;
    if (without === 0) return this.filling.replaceChildren();
    const field = element("input", { autocomplete: "off", "aria-label": words.fields.department });
    const fill = () => {
      const department = field.value.trim();
      if (!this.review || department === "") {
        this.pane.say("warning", words.departmentFirst);
        return;
      }
      this.pane.hush();
      this.decided(fillDepartment(this.review, department));
      this.list.show(this.review);
      this.showFilling();
      this.list.focusCurrent();
    };
    field.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.isComposing) fill();
    });
    this.filling.replaceChildren(
      element("p", { class: "hint" }, words.fillDepartment(without)),
      element("div", { class: "answers" }, field, button(words.fill, "secondary", fill)),
    );
  }

  // Where the result goes

  private result(existing: Catalog | null): Catalog | null {
    const words = strings().review;
    const { review } = this;
    if (!review) return null;
    if (countStates(review).accepted === 0) {
      this.pane.say("warning", words.nothingAccepted);
      return null;
    }
    const region = this.region.value.trim();
    const year = yearIn(this.finalYear);
    if (region === "") {
      this.pane.say("warning", words.regionFirst);
      this.region.focus();
      return null;
    }
    if (year === null) {
      this.pane.say("warning", words.yearFirst);
      this.finalYear.focus();
      return null;
    }
    const facts = {
      region,
      year,
      title: words.catalogTitle(region, year),
      version: new Date().toISOString().slice(0, 10),
      sourceTitle: review.documentName,
    };
    return catalogOf(review, facts, existing);
  }

  private async keep(): Promise<void> {
    const words = strings().review;
    if (this.result(null) === null) return;
    setBusy(this.use, true);
    await this.endSaving();
    const standing = await this.pane.run(workbookCatalog);
    const catalog = standing.done ? this.result(standing.answer) : null;
    const isToBeKept = catalog !== null && (await this.mayKeep(catalog));
    if (!standing.done || !isToBeKept) {
      setBusy(this.use, false);
      this.saveSoon();
      return;
    }
    const outcome = await this.pane.run((context) => keepCatalog(context, catalog));
    setBusy(this.use, false);
    if (!outcome.done) this.saveSoon();
    if (!outcome.done || !this.review) return;
    // The catalog stands now: what is left of the review in the workbook is no reason to say otherwise.
    void this.pane.run((context) => keepPart(context, "review", null));
    const kept = outcome.answer;
    const isAdded = standing.answer !== null;
    const accepted = countStates(this.review).accepted;
    this.review = null;
    this.work.hidden = true;
    this.start.hidden = false;
    this.text.value = "";
    this.pane.catalogChanged();
    const cells = "refreshed" in kept ? kept.refreshed.cells : 0;
    const said = isAdded ? words.added(accepted, cells) : words.used(accepted, cells);
    if ("refreshed" in kept) this.pane.say("success", said);
    else this.pane.say("warning", said + strings().pane.keptNotRefreshed);
  }

  /** Whether a catalog is to be put in force: a person sees first which targets in cells it changes. */
  private async mayKeep(catalog: Catalog): Promise<boolean> {
    const inspected = await this.pane.run(inspectWorkbook);
    if (!inspected.done) return false;
    const found = targetChanges(new CatalogIndex(catalog), inspected.answer);
    const changes = refreshChanges(found, strings().pane.useCatalogNow);
    return changes === null || this.pane.seeFirst(changes);
  }

  private exportFile(): void {
    const catalog = this.result(null);
    if (catalog === null) return;
    const address = URL.createObjectURL(
      new Blob([`${JSON.stringify(catalog, null, 2)}\n`], { type: "application/json" }),
    );
    const link = element("a", { href: address, download: `${catalog.title}.json` });
    document.body.append(link);
    link.click();
    link.remove();
    window.setTimeout(() => URL.revokeObjectURL(address), 60_000);
  }

  private async openCatalog(): Promise<void> {
    const file = this.catalogFile.files?.[0];
    this.catalogFile.value = "";
    if (!file) return;
    try {
      const catalog = catalogOfText(await file.text());
      if (!(await this.mayKeep(catalog))) return;
      const outcome = await this.pane.run((context) => keepCatalog(context, catalog));
      if (!outcome.done) return;
      this.pane.catalogChanged();
      this.sayInForce(strings().review.catalogOpened(catalog.title), outcome.answer);
    } catch (error) {
      this.pane.say("error", errorSentence(error));
    }
  }

  private sayInForce(sentence: string, kept: Kept): void {
    if ("refreshed" in kept) this.pane.say("success", sentence);
    else this.pane.say("warning", sentence + strings().pane.keptNotRefreshed);
  }

  private askBack(): void {
    const words = strings().review;
    this.pane.ask(words.backToEmbeddedAsk, [
      {
        label: words.backToEmbedded,
        chosen: () =>
          void this.pane.run(dropCatalog).then((outcome) => {
            if (!outcome.done) return;
            this.pane.catalogChanged();
            this.sayInForce(words.backDone, outcome.answer);
          }),
      },
    ]);
  }

  private async lookForOwnCatalog(): Promise<void> {
    const outcome = await this.pane.run(async (context) => (await readPart(context, "catalog")) !== null);
    if (outcome.done) this.hasOwnCatalog = outcome.answer;
    this.showCatalogNow();
  }

  private showCatalogNow(): void {
    const words = strings().review;
    this.catalogNow.textContent = this.hasOwnCatalog
      ? words.ownCatalog(session.index.catalog.title)
      : words.embeddedCatalog;
    this.backToEmbedded.hidden = !this.hasOwnCatalog;
  }

  // What is kept until all is confirmed

  private saveSoon(): void {
    window.clearTimeout(this.saving);
    this.saving = window.setTimeout(() => {
      this.lastSave = this.save();
    }, SAVE_PAUSE);
  }

  private async save(): Promise<void> {
    const { review } = this;
    if (!review) return;
    await this.pane.run((context) => keepPart(context, "review", { version: REVIEW_VERSION, review }));
  }

  /** Puts off what was to be saved, and waits for a saving that is under way: two at once would delete each other's part. */
  private endSaving(): Promise<void> {
    window.clearTimeout(this.saving);
    return this.lastSave;
  }

  private async restore(): Promise<void> {
    this.isRestored = true;
    const outcome = await this.pane.run((context) => readPart(context, "review"));
    await this.lookForOwnCatalog();
    if (!outcome.done || this.review !== null) return;
    const kept = keptReview(outcome.answer);
    if (kept === null) return;
    this.open(kept);
    this.pane.say("info", strings().review.resumed);
  }

  private say(sentence: string): void {
    this.doing.textContent = sentence;
  }
}

customElements.define("target-review", ReviewView);

function yearField(placeholder: string): HTMLInputElement {
  return element("input", { inputmode: "numeric", maxlength: "4", size: "5", autocomplete: "off", placeholder });
}

function yearIn(field: HTMLInputElement): number | null {
  const year = Number(field.value.normalize("NFKC").trim());
  return Number.isInteger(year) && year >= 1990 && year <= 2100 ? year : null;
}

/** A review as it was kept; null for what another version wrote. */
function keptReview(kept: unknown): Review | null {
  if (typeof kept !== "object" || kept === null || !("version" in kept) || !("review" in kept)) return null;
  const { version, review } = kept;
  return version === REVIEW_VERSION && typeof review === "object" && review !== null && "items" in review
    ? (review as Review)
    : null;
}
