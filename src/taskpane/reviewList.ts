/** The drafts under review: a list one walks through by keyboard, the chosen draft open with its text, doubts and actions. */
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Draft } from "../importer/drafts";
import { groupsOf, type Review, type ReviewGroup, type ReviewItem } from "../importer/review";
import { strings } from "../strings/strings";
import { DraftForm } from "./draftForm";
import { quoteOfDraft, summaryOfDraft } from "./draftRow";
import { PaneElement } from "./paneElement";
import { classes, hint, type Drawn } from "./parts";

/** What a person does with the drafts. */
export interface ReviewActions {
  accept(index: number): void;
  drop(index: number): void;
  reopen(index: number): void;
  merge(from: number, into: number): void;
  correct(index: number, changes: Partial<Draft>): void;
  acceptAll(indexes: readonly number[]): void;
  /** Says what cannot be done. */
  warn(sentence: string): void;
  /** Says what to do next. */
  inform(sentence: string): void;
  /** Takes a message away that holds no longer. */
  hush(): void;
}

/** A draft whose fields are open. */
interface Editing {
  readonly index: number;
  readonly form: DraftForm;
}

export class ReviewList extends PaneElement {
  private review: Review | null = null;
  private groups: readonly ReviewGroup[] = [];
  private order: readonly number[] = [];
  private currentDraft = -1;
  private editing: Editing | null = null;
  private merging = -1;

  constructor(private readonly decisions: ReviewActions) {
    super();
    this.className = "drafts";
    this.addEventListener("keydown", (event) => this.pressed(event));
  }

  /** Shows a review from its beginning, or from the draft that is chosen. */
  show(review: Review): void {
    this.review = review;
    this.editing = null;
    this.groups = groupsOf(review);
    this.order = this.groups.flatMap(({ items }) => items);
    if (!this.order.includes(this.currentDraft)) this.currentDraft = this.firstOpen() ?? this.order[0] ?? -1;
    this.requestUpdate();
  }

  /** Takes in a changed review; its drafts keep their places. */
  follow(review: Review): void {
    this.review = review;
    this.requestUpdate();
  }

  /** Opens the next draft that waits, and puts the focus there. */
  goOn(): void {
    const at = this.order.indexOf(this.currentDraft);
    const later = [...this.order.slice(at + 1), ...this.order.slice(0, at)];
    const next = later.find((index) => this.review?.items[index]?.state === "open");
    this.choose(next ?? this.currentDraft);
  }

  /** Opens the fields of a draft. @param field the one that wants filling in; the first one otherwise */
  edit(index: number, field?: Parameters<DraftForm["focusField"]>[0]): void {
    const draft = this.review?.items[index]?.draft;
    if (!draft) return;
    const form = new DraftForm(draft, {
      saved: (changes) => {
        this.editing = null;
        this.decisions.correct(index, changes);
      },
      cancelled: () => this.choose(index),
      warn: (sentence) => this.decisions.warn(sentence),
    });
    this.editing = { index, form };
    this.currentDraft = index;
    this.requestUpdate();
    void this.updateComplete.then(() => {
      this.rowOf(index)?.scrollIntoView({ block: "start" });
      form.focusField(field);
    });
  }

  /** Opens a draft and puts the focus there. */
  goTo(index: number): void {
    if (this.order.includes(index)) this.choose(index);
  }

  focusCurrent(): void {
    void this.updateComplete.then(() => this.rowOf(this.currentDraft)?.focus());
  }

  protected override render(): TemplateResult {
    return html`${this.groups.map((group) => this.group(group))}`;
  }

  private firstOpen(): number | undefined {
    return this.order.find((index) => this.review?.items[index]?.state === "open");
  }

  private rowOf(index: number): HTMLElement | undefined {
    return this.querySelectorAll<HTMLElement>("li.draft")[this.order.indexOf(index)];
  }

  private group({ isDoubtful, department, items }: ReviewGroup): TemplateResult {
    const words = strings().review;
    const title = isDoubtful ? words.doubtful : (department ?? words.noDepartment);
    return html`<section class=${isDoubtful ? "doubtful" : nothing}>
      <div class="group">
        <h3>${title}</h3>
        ${this.rest(items, isDoubtful)}
      </div>
      <ul class="rows" aria-label=${title}>
        ${repeat(
          items,
          (index) => index,
          (index) => this.row(index),
        )}
      </ul>
    </section>`;
  }

  /** How many of a group are done, and a way to accept the rest of a group without doubts. */
  private rest(items: readonly number[], isDoubtful: boolean): TemplateResult {
    const open = items.filter((index) => this.review?.items[index]?.state === "open");
    if (open.length === 0 || isDoubtful)
      return html`<span class="count">${items.length - open.length}/${items.length}</span>`;
    return html`<button type="button" class="link count" @click=${() => this.decisions.acceptAll(open)}>
      ${strings().review.acceptRest(open.length)}
    </button>`;
  }

  private row(index: number): Drawn {
    const item = this.review?.items[index];
    if (!item || !this.review) return nothing;
    const isCurrent = index === this.currentDraft;
    const chosen = ({ target }: Event) => {
      if (!isCurrent && !(target as HTMLElement).closest("button,input,select")) this.choose(index);
    };
    return html`<li
      class=${classes(`draft ${item.state}`, { current: isCurrent, merging: index === this.merging })}
      tabindex=${isCurrent ? "0" : "-1"}
      aria-current=${isCurrent ? "true" : nothing}
      @mousedown=${chosen}
    >
      ${summaryOfDraft(item, this.review)}
      ${
        this.editing?.index === index && isCurrent
          ? html`${quoteOfDraft(item)}${this.editing.form}`
          : isCurrent
            ? this.details(index, item)
            : nothing
      }
    </li>`;
  }

  private details(index: number, item: ReviewItem): TemplateResult {
    const { draft, doubts, figures, state } = item;
    const words = strings();
    const { review } = words;
    const correct = this.act(review.correct, "secondary", () => this.edit(index));
    return html`${quoteOfDraft(item)}
      ${doubts.map((code) => html`<p class="doubt">${words.importIssues[code](draft.indicator, figures?.[code])}</p>`)}
      ${draft.parts === undefined ? nothing : hint(review.details.partsKept)}
      <div class="answers">
        ${
          state === "open"
            ? [
                this.act(review.accept, "primary", () => this.decisions.accept(index)),
                correct,
                this.act(review.merge, "secondary", () => this.mergePressed(index)),
                this.act(review.drop, "secondary", () => this.decisions.drop(index)),
              ]
            : [this.act(review.undo, "secondary", () => this.decisions.reopen(index)), correct]
        }
      </div>`;
  }

  /** The keys of the row reach these; Tab goes on to the next control. */
  private act(label: string, look: "primary" | "secondary", work: () => void): TemplateResult {
    return html`<button type="button" class=${look} tabindex="-1" @click=${work}>${label}</button>`;
  }

  private choose(index: number): void {
    this.editing = null;
    this.currentDraft = index;
    this.requestUpdate();
    void this.updateComplete.then(() => {
      const row = this.rowOf(index);
      row?.focus({ preventScroll: true });
      row?.scrollIntoView({ block: "nearest" });
    });
  }

  private mergePressed(index: number): void {
    const from = this.merging;
    this.merging = from < 0 ? index : -1;
    this.requestUpdate();
    if (from >= 0) {
      if (from !== index) this.decisions.merge(from, index);
      return;
    }
    this.decisions.inform(strings().review.mergeInto);
    // The message takes room.
    void this.updateComplete.then(() => this.rowOf(index)?.scrollIntoView({ block: "nearest" }));
  }

  private endMerging(): void {
    this.decisions.hush();
    this.merging = -1;
    this.requestUpdate();
  }

  private pressed(event: KeyboardEvent): void {
    const row = event.target;
    if (!(row instanceof HTMLLIElement) || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = this.keyActions()[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  private keyActions(): Partial<Record<string, () => void>> {
    const index = this.currentDraft;
    const at = this.order.indexOf(index);
    const move = (to: number | undefined) => {
      if (to !== undefined) this.choose(to);
    };
    return {
      ArrowDown: () => move(this.order[at + 1]),
      ArrowUp: () => move(this.order[at - 1]),
      Home: () => move(this.order[0]),
      End: () => move(this.order.at(-1)),
      Enter: () => this.decisions.accept(index),
      a: () => this.decisions.accept(index),
      e: () => this.edit(index),
      m: () => this.mergePressed(index),
      Delete: () => this.decisions.drop(index),
      Backspace: () => this.decisions.drop(index),
      d: () => this.decisions.drop(index),
      ...(this.merging < 0 ? {} : { Escape: () => this.endMerging() }),
    };
  }
}
customElements.define("target-review-list", ReviewList);
