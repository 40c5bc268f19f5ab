/** The drafts under review: a list one walks through by keyboard, the chosen draft open with its text, doubts and actions. */
import type { Draft } from "../importer/drafts";
import { countStates, groupsOf, type Review, type ReviewGroup, type ReviewItem } from "../importer/review";
import { strings } from "../strings/strings";
import { draftForm } from "./draftForm";
import { besides, draftFigure } from "./draftWords";
import { button, element } from "./elements";

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

export class ReviewList {
  readonly element = element("div", { class: "drafts" });
  private review: Review | null = null;
  private rows = new Map<number, HTMLLIElement>();
  private order: number[] = [];
  private current = -1;
  private editing = -1;
  private merging = -1;

  constructor(private readonly actions: ReviewActions) {
    this.element.addEventListener("keydown", (event) => this.pressed(event));
  }

  /** Shows a review from its beginning, or from the draft that is chosen. */
  show(review: Review): void {
    this.review = review;
    this.rows = new Map();
    this.editing = -1;
    const groups = groupsOf(review);
    this.order = groups.flatMap(({ items }) => items);
    if (!this.order.includes(this.current)) this.current = this.firstOpen() ?? this.order[0] ?? -1;
    this.element.replaceChildren(...groups.map((group) => this.groupSection(group, review)));
    for (const index of this.order) this.fill(index);
  }

  /** Takes in a changed review; rows are filled anew where something changed. */
  update(review: Review): void {
    const before = this.review;
    this.review = review;
    for (const index of this.order) if (before?.items[index] !== review.items[index]) this.fill(index);
    for (const section of this.element.children) this.fillHeading(section as HTMLElement);
  }

  /** Opens the next draft that waits, and puts the focus there. */
  goOn(): void {
    const at = this.order.indexOf(this.current);
    const later = [...this.order.slice(at + 1), ...this.order.slice(0, at)];
    const next = later.find((index) => this.review?.items[index]?.state === "open");
    if (next !== undefined) this.choose(next);
    else this.rows.get(this.current)?.focus();
  }

  /** Opens the fields of a draft. @param field the one that wants filling in; the first one otherwise */
  edit(index: number, field?: string): void {
    this.editing = index;
    this.choose(index);
    this.fill(index);
    const row = this.rows.get(index);
    row?.scrollIntoView({ block: "start" });
    const selector = field === undefined ? "input" : `input[name="${field}"]`;
    row?.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true });
  }

  /** Opens a draft and puts the focus there. */
  goTo(index: number): void {
    if (this.rows.has(index)) this.choose(index);
  }

  focusCurrent(): void {
    this.rows.get(this.current)?.focus({ preventScroll: false });
  }

  private firstOpen(): number | undefined {
    return this.order.find((index) => this.review?.items[index]?.state === "open");
  }

  private groupSection(group: ReviewGroup, review: Review): HTMLElement {
    const words = strings().review;
    const title = group.isDoubtful ? words.doubtful : (group.department ?? words.noDepartment);
    const heading = element("div", { class: "group" }, element("h3", {}, title));
    const list = element("ul", { class: "rows", "aria-label": title });
    for (const index of group.items) {
      const row = element("li", { class: "draft", tabindex: "-1" });
      row.addEventListener("mousedown", (event) => {
        if (index !== this.current && !(event.target as HTMLElement).closest("button,input,select")) this.choose(index);
      });
      this.rows.set(index, row);
      list.append(row);
    }
    const section = element("section", { class: group.isDoubtful ? "doubtful" : "" }, heading, list);
    section.dataset.items = group.items.join(",");
    this.fillHeading(section, review);
    return section;
  }

  /** How many of a group are done, and a way to accept the rest of a group without doubts. */
  private fillHeading(section: HTMLElement, review = this.review): void {
    const words = strings().review;
    const indexes = (section.dataset.items ?? "").split(",").filter(Boolean).map(Number);
    const open = indexes.filter((index) => review?.items[index]?.state === "open");
    const heading = section.querySelector(".group");
    heading?.querySelector(".count")?.remove();
    const rest =
      open.length === 0
        ? element("span", { class: "count" }, `${indexes.length}/${indexes.length}`)
        : section.classList.contains("doubtful")
          ? element("span", { class: "count" }, `${indexes.length - open.length}/${indexes.length}`)
          : button(words.acceptRest(open.length), "link", () => this.actions.acceptAll(open));
    rest.classList.add("count");
    heading?.append(rest);
  }

  private choose(index: number): void {
    const before = this.current;
    if (this.editing !== index) this.editing = -1;
    this.current = index;
    if (before !== index) this.fill(before);
    this.fill(index);
    const row = this.rows.get(index);
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: "nearest" });
  }

  private fill(index: number): void {
    const row = this.rows.get(index);
    const item = this.review?.items[index];
    if (!row || !item || !this.review) return;
    const isCurrent = index === this.current;
    row.tabIndex = isCurrent ? 0 : -1;
    row.className = `draft ${item.state}${isCurrent ? " current" : ""}${index === this.merging ? " merging" : ""}`;
    row.toggleAttribute("aria-current", isCurrent);
    const hadFocus = row.contains(document.activeElement) && document.activeElement !== row;
    const parts: Node[] = [this.summary(item)];
    if (isCurrent && this.editing === index)
      parts.push(
        this.quote(item),
        draftForm(
          item.draft,
          (changes) => {
            this.editing = -1;
            this.actions.correct(index, changes);
          },
          () => {
            this.editing = -1;
            this.fill(index);
            row.focus();
          },
          (sentence) => this.actions.warn(sentence),
        ),
      );
    else if (isCurrent) parts.push(...this.details(index, item));
    row.replaceChildren(...parts);
    if (hadFocus) row.focus({ preventScroll: true });
  }

  private summary({ draft, state, doubts, mergedInto }: ReviewItem): HTMLElement {
    const words = strings();
    const amount = draftFigure(draft);
    const about = [
      doubts.length > 0 ? (draft.department ?? words.review.noDepartment) : null,
      words.kind[draft.kind],
      draft.modality === "stated" ? null : words.modality[draft.modality],
      words.review.yearNow(draft.period),
      draft.baseline ? words.review.baseline(draft.baseline.phrase) : null,
      ...besides(draft),
    ].filter((each) => each !== null);
    const into = mergedInto === null ? undefined : this.review?.items[mergedInto]?.draft.indicator;
    const note =
      state === "open" ? null : into === undefined ? words.review.state[state] : words.review.mergedInto(into);
    return element(
      "div",
      { class: "row" },
      element("span", { class: "name" }, draft.indicator || draft.phrase),
      element("span", { class: draft.value === null ? "number without" : "number" }, amount),
      element(
        "span",
        { class: "about" },
        about.join(" · "),
        note === null ? null : element("span", { class: "tag" }, note),
      ),
    );
  }

  /** The sentence with its figure marked. */
  private quote({ context, mark }: ReviewItem): HTMLElement {
    return element(
      "blockquote",
      {},
      context.slice(0, mark[0]),
      element("mark", {}, context.slice(mark[0], mark[1])),
      context.slice(mark[1]),
    );
  }

  private details(index: number, item: ReviewItem): Node[] {
    const { draft, doubts, figures, state } = item;
    const words = strings();
    const { review } = words;
    const reasons = doubts.map((code) =>
      element("p", { class: "doubt" }, words.importIssues[code](draft.indicator, figures?.[code])),
    );
    if (draft.parts !== undefined) reasons.push(element("p", { class: "hint" }, review.details.partsKept));
    const act = (label: string, look: "primary" | "secondary", work: () => void) => {
      const made = button(label, look, work);
      made.tabIndex = -1; // the keys of the row reach them; Tab goes on to the next control
      return made;
    };
    const buttons =
      state === "open"
        ? [
            act(review.accept, "primary", () => this.actions.accept(index)),
            act(review.correct, "secondary", () => this.edit(index)),
            act(review.merge, "secondary", () => this.mergePressed(index)),
            act(review.drop, "secondary", () => this.actions.drop(index)),
          ]
        : [
            act(review.undo, "secondary", () => this.actions.reopen(index)),
            act(review.correct, "secondary", () => this.edit(index)),
          ];
    return [this.quote(item), ...reasons, element("div", { class: "answers" }, ...buttons)];
  }

  private mergePressed(index: number): void {
    if (this.merging < 0) {
      this.merging = index;
      this.fill(index);
      this.actions.inform(strings().review.mergeInto);
      this.rows.get(index)?.scrollIntoView({ block: "nearest" }); // the message takes room
      return;
    }
    const from = this.merging;
    this.merging = -1;
    this.fill(from);
    if (from !== index) this.actions.merge(from, index);
  }

  private pressed(event: KeyboardEvent): void {
    const row = event.target;
    if (!(row instanceof HTMLLIElement) || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = this.keyActions()[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  private keyActions(): Partial<Record<string, () => void>> {
    const index = this.current;
    const at = this.order.indexOf(index);
    const move = (to: number | undefined) => {
      if (to !== undefined) this.choose(to);
    };
    return {
      ArrowDown: () => move(this.order[at + 1]),
      ArrowUp: () => move(this.order[at - 1]),
      Home: () => move(this.order[0]),
      End: () => move(this.order.at(-1)),
      Enter: () => this.actions.accept(index),
      a: () => this.actions.accept(index),
      e: () => this.edit(index),
      m: () => this.mergePressed(index),
      Delete: () => this.actions.drop(index),
      Backspace: () => this.actions.drop(index),
      d: () => this.actions.drop(index),
      Escape: () => {
        const from = this.merging;
        this.merging = -1;
        this.fill(from);
        if (from >= 0) this.actions.hush();
      },
    };
  }
}

/** The counts of a review in one line. */
export function countsLine(review: Review): string {
  const { open, accepted, dropped, merged } = countStates(review);
  return strings().review.counts(open, accepted, dropped + merged);
}
