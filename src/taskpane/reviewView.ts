/** Importing promises from a report: the text comes in, drafts are confirmed one by one, and a catalog goes out. */
import { html, nothing, type TemplateResult } from "lit";
import { session } from "../excel/session";
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
  type Review,
} from "../importer/review";
import { beginDecisions, decide, takeBack, type Decisions } from "../importer/reviewHistory";
import { strings } from "../strings/strings";
import { DEPARTMENT_LIST } from "./draftForm";
import { ImportStart } from "./importStart";
import { LeftOutList } from "./leftOutList";
import { PaneElement } from "./paneElement";
import type { Pane } from "./pane";
import { actions, answers, button, heading, status } from "./parts";
import { aboutFields, departmentForAll } from "./reviewFields";
import { ReviewKeeping } from "./reviewKeeping";
import { ReviewList, type ReviewActions } from "./reviewList";
import { ReviewSaving, type About } from "./reviewSaving";

export class ReviewView extends PaneElement implements ReviewActions {
  private decisions: Decisions | null = null;
  private isRestored = false;
  private isSaving = false;
  private about: About = { region: "", year: "" };
  /** The department for all drafts without one, as written so far. */
  private filling = "";
  /** Departments that a field may offer. */
  private known: readonly string[] = [];
  private readonly keeping: ReviewKeeping;
  private readonly saving: ReviewSaving;
  private readonly start: ImportStart;
  private readonly list = new ReviewList(this);
  private readonly leftOut = new LeftOutList((at) => this.takeIn(at));

  constructor(private readonly pane: Pane) {
    super();
    this.className = "review";
    this.keeping = new ReviewKeeping(pane, () => this.review);
    this.start = new ImportStart(pane, (review) => this.begin(review));
    this.saving = new ReviewSaving(pane, this.keeping, {
      review: () => this.review,
      about: () => this.about,
      wants: (field) => this.querySelectorAll<HTMLElement>(".about input")[field === "region" ? 0 : 1]?.focus(),
      busy: (isBusy) => {
        this.isSaving = isBusy;
        this.requestUpdate();
      },
      done: (rest) => (rest === null ? this.end(false) : this.open(rest)),
    });
  }

  private get review(): Review | null {
    return this.decisions?.review ?? null;
  }

  shown(): void {
    if (!this.isRestored) void this.restore();
  }

  protected override render(): TemplateResult {
    const { review } = this;
    this.start.hidden = review !== null;
    return html`${this.start} ${review === null ? nothing : this.work(review)}`;
  }

  private work(review: Review): TemplateResult {
    const words = strings().review;
    const { open, accepted, dropped, merged } = countStates(review);
    const without = review.items.filter(({ draft }) => draft.department === null).length;
    const put = (written: string) => (this.filling = written);
    const setAbout = (about: Partial<About>) => {
      this.about = { ...this.about, ...about };
      this.pane.hush();
    };
    return html`<div class="work" @keydown=${(event: KeyboardEvent) => this.pressed(event)}>
      ${heading(
        words.title,
        button(words.startOver, "link", () => this.askStartOver()),
      )}
      ${status(words.counts(open, accepted, dropped + merged))}
      <p class="hint keys">${words.keys}</p>
      ${without === 0 ? nothing : departmentForAll(without, this.filling, put, () => this.fill())} ${this.list}
      ${this.leftOut}
      <datalist id=${DEPARTMENT_LIST}>${this.known.map((name) => html`<option value=${name}></option>`)}</datalist>
      ${actions(
        aboutFields(this.about, setAbout),
        answers(
          button(words.exportFile, "secondary", () => this.saving.exportFile()),
          button(words.useInWorkbook, "primary", () => this.saving.askToKeep(), this.isSaving),
        ),
      )}
    </div>`;
  }

  /** Wherever the focus is in the review, U takes back the last decision; in a field it is a letter. */
  private pressed(event: KeyboardEvent): void {
    const { key, target, ctrlKey, metaKey, altKey, isComposing } = event;
    if (ctrlKey || metaKey || altKey || isComposing || key.toLowerCase() !== "u") return;
    if (target instanceof HTMLElement && target.closest("input,select,textarea")) return;
    event.preventDefault();
    this.takeBack();
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

  private fill(): void {
    const department = this.filling.trim();
    if (!this.review || department === "") return this.pane.say("warning", strings().review.departmentFirst);
    const filled = fillDepartment(this.review, department);
    this.filling = "";
    this.decided(filled, null);
    this.list.show(filled);
    this.list.focusCurrent();
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
    this.refresh(review);
    this.list.show(review);
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
    this.requestUpdate();
    this.list.follow(review);
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
    void this.updateComplete.then(() => this.list.focusCurrent());
  }

  private open(review: Review): void {
    this.decisions = beginDecisions(review);
    this.about = { region: review.region, year: review.year === null ? "" : String(review.year) };
    this.filling = "";
    this.known = [
      ...new Set([
        ...(session.refusal ? [] : session.index.catalog.departments.map(({ name }) => name)),
        ...review.items.flatMap(({ draft }) => draft.department?.split("、") ?? []),
      ]),
    ];
    this.requestUpdate();
    this.list.show(review);
    this.leftOut.show(review.leftOut, review.items.length === 0);
  }

  private end(isTextKept: boolean): void {
    this.decisions = null;
    this.requestUpdate();
    void this.updateComplete.then(() => this.start.begin(isTextKept));
  }

  private askStartOver(): void {
    const words = strings().review;
    const restart = () => {
      this.pane.hush();
      void this.keeping.forget();
      this.end(true);
    };
    const isBegun = this.review?.items.some(({ state }) => state !== "open") ?? false;
    if (!isBegun) restart();
    else this.pane.ask(words.startOverAsk, [{ label: words.startOver, chosen: restart }]);
  }

  private async restore(): Promise<void> {
    this.isRestored = true;
    const kept = await this.keeping.restored();
    if (kept === null || this.review !== null) return;
    this.open(kept);
    this.pane.say("info", strings().review.resumed);
  }
}

customElements.define("target-review", ReviewView);
