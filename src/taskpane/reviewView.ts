/** Importing promises from a report: the text comes in, drafts are confirmed one by one, and a catalog goes out. */
import type { Catalog } from "../core/types";
import { keepCatalog, workbookCatalog } from "../excel/catalogSource";
import { session } from "../excel/session";
import { keepPart } from "../excel/workbookStore";
import { catalogOf } from "../importer/promise";
import {
  accept,
  correct,
  countStates,
  drop,
  fillDepartment,
  merge,
  missingIn,
  reopen,
  takeIn,
  undecided,
  type Review,
} from "../importer/review";
import { beginDecisions, decide, takeBack, type Decisions } from "../importer/reviewHistory";
import { strings } from "../strings/strings";
import { DEPARTMENT_LIST } from "./draftForm";
import { noteOf } from "./draftWords";
import { button, element, setBusy } from "./elements";
import { ImportStart, yearField, yearIn } from "./importStart";
import { LeftOutList } from "./leftOutList";
import { downloadCatalog, mayKeep, OwnCatalog, sayInForce } from "./ownCatalog";
import { PaneElement } from "./paneElement";
import type { Pane } from "./pane";
import { ReviewKeeping, keptForm } from "./reviewKeeping";
import { countsLine, ReviewList, type ReviewActions } from "./reviewList";

export class ReviewView extends PaneElement implements ReviewActions {
  private decisions: Decisions | null = null;
  private isRestored = false;
  private readonly keeping: ReviewKeeping;
  private readonly ownCatalog: OwnCatalog;
  private readonly start: ImportStart;

  private readonly counts = element("p", { class: "hint", role: "status" });
  private readonly filling = element("div", { class: "filling" });
  private readonly departments = element("datalist", { id: DEPARTMENT_LIST });
  private readonly list = new ReviewList(this);
  private readonly leftOut = new LeftOutList((at) => this.takeIn(at));
  private readonly region: HTMLInputElement;
  private readonly finalYear: HTMLInputElement;
  private readonly use: HTMLButtonElement;
  private readonly work: HTMLElement;

  constructor(private readonly pane: Pane) {
    super();
    this.className = "review";
    const words = strings().review;
    this.keeping = new ReviewKeeping(pane, () => this.review);
    this.ownCatalog = new OwnCatalog(pane);
    this.start = new ImportStart(pane, (review) => this.begin(review), this.ownCatalog.element);
    this.region = element("input", { autocomplete: "off", "aria-label": words.region, placeholder: words.region });
    this.finalYear = yearField(words.year);
    this.finalYear.setAttribute("aria-label", words.year);
    for (const field of [this.region, this.finalYear]) field.addEventListener("input", () => this.pane.hush());
    this.use = button(words.useInWorkbook, "primary", () => this.askToKeep());
    const exporting = button(words.exportFile, "secondary", () => this.exportFile());
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
      this.leftOut,
      this.departments,
      element(
        "div",
        { class: "actions" },
        element("div", { class: "about" }, this.region, this.finalYear),
        element("div", { class: "answers" }, exporting, this.use),
      ),
    );
    // Wherever the focus went in the review, U takes back the last decision; in a field it is a letter.
    this.work.addEventListener("keydown", (event) => {
      const { key, target, ctrlKey, metaKey, altKey, isComposing } = event;
      if (ctrlKey || metaKey || altKey || isComposing || key.toLowerCase() !== "u") return;
      if (target instanceof HTMLElement && target.closest("input,select,textarea")) return;
      event.preventDefault();
      this.takeBack();
    });
    this.append(this.start.element, this.work);
  }

  private get review(): Review | null {
    return this.decisions?.review ?? null;
  }

  shown(): void {
    this.ownCatalog.show();
    if (!this.isRestored) void this.restore();
  }

  /** Another catalog is in force. */
  catalogChanged(): void {
    void this.ownCatalog.look();
  }

  // What a person decides

  accept(index: number): void {
    const item = this.review?.items[index];
    if (!this.review || !item) return;
    const missing = missingIn(item);
    if (missing !== null) {
      const { departmentFirst, figureFirst } = strings().review;
      this.pane.say("warning", missing === "department" ? departmentFirst : figureFirst);
      const hasUnit = item.draft.unit !== "" || item.draft.value === null;
      this.list.edit(index, missing === "department" ? "department" : hasUnit ? "value" : "unit");
      return;
    }
    this.decided(accept(this.review, index), index);
    this.list.goOn();
  }

  drop(index: number): void {
    if (!this.review) return;
    this.decided(drop(this.review, index), index);
    this.list.goOn();
  }

  reopen(index: number): void {
    if (this.review) this.decided(reopen(this.review, index), index);
  }

  merge(from: number, into: number): void {
    if (!this.review) return;
    const merged = merge(this.review, from, into);
    if (merged === null) return this.pane.say("warning", strings().review.mergeUnlike);
    this.decided(merged, from);
  }

  correct(index: number, changes: Parameters<ReviewActions["correct"]>[1]): void {
    if (!this.review) return;
    const accepted = accept(correct(this.review, index, changes), index);
    this.decided(accepted, index);
    this.list.show(accepted);
    this.showFilling();
    this.list.goOn();
  }

  acceptAll(indexes: readonly number[]): void {
    const words = strings().review;
    const acceptRest = () => {
      if (!this.review) return;
      let all = this.review;
      for (const index of indexes) all = accept(all, index);
      this.decided(all, null);
      const left = indexes.some((index) => all.items[index]?.state === "open");
      if (left) this.pane.say("warning", words.departmentFirst);
      this.list.focusCurrent();
    };
    this.pane.ask(words.acceptRestAsk(indexes.length), [{ label: words.accept, chosen: acceptRest }]);
  }

  warn(sentence: string): void {
    this.pane.say("warning", sentence);
  }

  inform(sentence: string): void {
    this.pane.say("info", sentence);
  }

  hush(): void {
    this.pane.hush();
  }

  private takeIn(at: number): void {
    const { review } = this;
    if (!review) return;
    const taken = takeIn(review, at);
    const known = review.leftOut[at]?.takenAs ?? null;
    if (taken === null && known === null) return this.pane.say("warning", strings().review.countsNothing);
    if (taken !== null) {
      this.decided(taken, null);
      this.list.show(taken);
      this.showFilling();
    }
    this.list.goTo(taken === null ? (known ?? 0) : taken.items.length - 1);
  }

  /** Takes back the last decision and goes to the draft it was about. */
  private takeBack(): void {
    const words = strings().review;
    const taken = this.decisions ? takeBack(this.decisions) : null;
    if (taken === null) return this.pane.say("info", words.nothingToUndo);
    this.decisions = taken.decisions;
    const { review } = taken.decisions;
    this.list.show(review);
    this.refresh(review);
    this.showFilling();
    this.pane.say("info", words.takenBack);
    if (taken.item === null) this.list.focusCurrent();
    else this.list.goTo(taken.item);
  }

  /** @param item what was decided, or null for several at once */
  private decided(review: Review, item: number | null): void {
    this.pane.hush(); // what was said before holds no longer
    this.decisions = this.decisions ? decide(this.decisions, review, item) : beginDecisions(review);
    this.refresh(review);
  }

  private refresh(review: Review): void {
    this.list.update(review);
    this.counts.textContent = countsLine(review);
    this.leftOut.show(review.leftOut);
    this.keeping.saveSoon();
  }

  // Where a review begins and ends

  private begin(review: Review): void {
    const words = strings().review;
    this.open(review);
    this.keeping.saveSoon();
    const doubtful = review.items.filter(({ doubts }) => doubts.length > 0).length;
    const { length } = review.items;
    this.pane.say(
      length > 0 ? "info" : "warning",
      length > 0 ? words.found(length, doubtful) : words.onlyLeftOut(review.leftOut.length),
    );
    this.list.focusCurrent();
  }

  private open(review: Review): void {
    this.decisions = beginDecisions(review);
    this.showWork(true);
    this.region.value = review.region;
    this.finalYear.value = review.year === null ? "" : String(review.year);
    this.counts.textContent = countsLine(review);
    const known = new Set([
      ...(session.refusal ? [] : session.index.catalog.departments.map(({ name }) => name)),
      ...review.items.flatMap(({ draft }) => draft.department?.split("、") ?? []),
    ]);
    this.departments.replaceChildren(...[...known].map((name) => element("option", { value: name })));
    this.list.show(review);
    this.leftOut.show(review.leftOut, review.items.length === 0);
    this.showFilling();
  }

  private showWork(isWork: boolean): void {
    this.start.element.hidden = isWork;
    this.work.hidden = !isWork;
  }

  private askStartOver(): void {
    const words = strings().review;
    const restart = () => {
      this.decisions = null;
      this.showWork(false);
      this.pane.hush();
      void this.keeping.forget();
      this.start.begin(true);
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
    const field = element("input", {
      autocomplete: "off",
      "aria-label": words.fields.department,
      list: DEPARTMENT_LIST,
    });
    const fill = () => {
      const department = field.value.trim();
      if (!this.review || department === "") {
        this.pane.say("warning", words.departmentFirst);
        return;
      }
      this.pane.hush();
      this.decided(fillDepartment(this.review, department), null);
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
      noteOf,
    };
    return catalogOf(review, facts, existing);
  }

  /** What is still open is not lost without a word. */
  private askToKeep(): void {
    const words = strings().review;
    if (!this.review || this.result(null) === null) return;
    const { open } = countStates(this.review);
    if (open === 0) return void this.keep(false);
    this.pane.ask(words.openLeft(open), [
      { label: words.keepOpen, chosen: () => void this.keep(true) },
      { label: words.dropOpen, chosen: () => void this.keep(false) },
    ]);
  }

  private async keep(isOpenKept: boolean): Promise<void> {
    const words = strings().review;
    const { review } = this;
    if (!review) return;
    setBusy(this.use, true);
    await this.keeping.end();
    const standing = await this.pane.run(workbookCatalog);
    const catalog = standing.done ? this.result(standing.answer) : null;
    const isToBeKept = catalog !== null && (await mayKeep(this.pane, catalog));
    if (!standing.done || !isToBeKept) {
      setBusy(this.use, false);
      this.keeping.saveSoon();
      return;
    }
    const rest = isOpenKept ? undecided(review) : null;
    const outcome = await this.pane.run((context) => keepCatalog(context, catalog));
    setBusy(this.use, false);
    if (!outcome.done) this.keeping.saveSoon();
    if (!outcome.done) return;
    // The catalog stands now: what is left of the review in the workbook is no reason to say otherwise.
    void this.pane.run((context) => keepPart(context, "review", rest === null ? null : keptForm(rest)));
    const isAdded = standing.answer !== null;
    const { accepted } = countStates(review);
    if (rest === null) {
      this.decisions = null;
      this.showWork(false);
      this.start.begin(false);
    } else this.open(rest);
    this.pane.catalogChanged();
    const kept = outcome.answer;
    const cells = "refreshed" in kept ? kept.refreshed.cells : 0;
    const whole = isAdded ? words.added(accepted, cells) : words.used(accepted, cells);
    sayInForce(this.pane, rest === null ? whole : words.keptWithOpen(accepted, rest.items.length), kept);
  }

  private exportFile(): void {
    const catalog = this.result(null);
    if (catalog === null || !this.review) return;
    downloadCatalog(catalog);
    const { open } = countStates(this.review);
    if (open > 0) this.pane.say("info", strings().review.exportedWithoutOpen(open));
  }

  private async restore(): Promise<void> {
    this.isRestored = true;
    const kept = await this.keeping.restored();
    await this.ownCatalog.look();
    if (kept === null || this.review !== null) return;
    this.open(kept);
    this.pane.say("info", strings().review.resumed);
  }
}

customElements.define("target-review", ReviewView);
