/** The catalog: departments opening to their commitments, a search over all of them, and the evidence of the one chosen. */
import { html, nothing, type TemplateResult } from "lit";
import { caseOf } from "../core/case";
import type { CatalogIndex } from "../core/catalog";
import { CatalogError } from "../core/errors";
import type { Commitment, Department } from "../core/types";
import { session } from "../excel/session";
import { strings } from "../strings/strings";
import { CatalogSearch } from "./catalogSearch";
import { evidenceView } from "./evidenceView";
import type { Pane } from "./pane";
import { PaneElement } from "./paneElement";
import { answers, button, classes, closeButton, hint, longList, status, type Drawn } from "./parts";
import { targetInShort } from "./targetWords";
import { undecided } from "./undecidedCatalog";

const TYPING_PAUSE = 120; // ms without a key before the search runs

/** One step on the way: the evidence on show, and where its way back leads. */
interface Step {
  readonly commitment: Commitment;
  /** Null: to the step before, or to the list. */
  readonly back: (() => void) | null;
}

export class CatalogView extends PaneElement {
  private index: CatalogIndex | null = null;
  private search: CatalogSearch | null = null;
  private typed = "";
  private found: readonly Commitment[] = [];
  private open: ReadonlySet<string> = new Set();
  /** The evidence one came by; the last is on show. */
  private trail: readonly Step[] = [];
  /** Where the list stood when it was left, and what had the focus. */
  private left: { readonly scroll: number; readonly opener: Element | null } | null = null;
  private pause: number | undefined;

  constructor(private readonly pane: Pane) {
    super();
  }

  shown(): void {
    this.requestUpdate();
    if (session.refusal || this.index === session.index) return;
    this.index = session.index;
    this.search = new CatalogSearch(this.index);
    this.open = new Set();
    this.showList();
    this.searchFor(this.typed);
  }

  /** Shows the evidence of a commitment. @param back where its way back leads; without it, to what is on show now */
  showEvidence(commitment: Commitment, back: (() => void) | null = null): void {
    this.shown();
    if (this.trail.length === 0)
      this.left = { scroll: this.parentElement?.scrollTop ?? 0, opener: document.activeElement };
    this.walk([...this.trail, { commitment, back }]);
  }

  /** Shows departments or search results again. */
  showList(): void {
    const { left } = this;
    this.left = null;
    this.trail = [];
    this.requestUpdate();
    if (!left) return;
    void this.updateComplete.then(() => {
      if (this.parentElement) this.parentElement.scrollTop = left.scroll;
      if (left.opener instanceof HTMLElement && this.contains(left.opener)) left.opener.focus({ preventScroll: true });
    });
  }

  protected override render(): TemplateResult {
    if (session.refusal) return undecided(session.refusal, this.pane);
    const { index, trail } = this;
    const step = trail.at(-1);
    return html`<div ?hidden=${step !== undefined}>${this.searchBox()} ${this.results()}</div>
      ${
        step && index
          ? html`<div>${evidenceView(index, step.commitment, this.pane, () => this.leave(step))}</div>`
          : nothing
      }`;
  }

  goBack(): boolean {
    const step = this.trail.at(-1);
    if (step) this.leave(step);
    return step !== undefined;
  }

  private leave(step: Step): void {
    if (step.back) step.back();
    else if (this.trail.length > 1) this.walk(this.trail.slice(0, -1));
    else this.showList();
  }

  private walk(trail: readonly Step[]): void {
    this.trail = trail;
    this.requestUpdate();
    void this.updateComplete.then(() => {
      if (this.parentElement) this.parentElement.scrollTop = 0;
      this.querySelector<HTMLElement>(".evidence button")?.focus({ preventScroll: true });
    });
  }

  private searchBox(): TemplateResult {
    const words = strings().pane;
    const typedAnew = (event: Event) => {
      window.clearTimeout(this.pause);
      if (event instanceof InputEvent && event.isComposing) return; // half a pinyin syllable is no name
      const { value } = event.target as HTMLInputElement;
      this.pause = window.setTimeout(() => this.searchFor(value), TYPING_PAUSE);
    };
    return html`<div class="search" role="search">
      <label for="search" class="unseen">${words.searchLabel}</label>
      <input
        type="search"
        id="search"
        autocomplete="off"
        spellcheck="false"
        placeholder=${words.searchPlaceholder}
        .value=${this.typed}
        @input=${typedAnew}
        @compositionend=${({ target }: Event) => this.searchFor((target as HTMLInputElement).value)}
      />
      ${this.typed.trim() === "" ? nothing : closeButton(words.clearSearch, () => this.searchAndFocus(""))}
    </div>`;
  }

  private searchFor(typed: string): void {
    this.typed = typed;
    this.found = this.search?.find(typed) ?? [];
    this.requestUpdate();
  }

  private searchAndFocus(typed: string): void {
    this.searchFor(typed);
    this.querySelector("input")?.focus();
  }

  private results(): Drawn {
    const { index, search, found } = this;
    if (!index || !search) return nothing;
    const words = strings().pane;
    const typed = this.typed.trim();
    const { commitments, departments } = index.catalog;
    if (typed === "")
      return html`${status(words.count(commitments.length, departments.length))}
      ${longList(departments, (department) => this.departmentRow(index, department))}`;
    if (found.length > 0)
      return html`${status(words.found(found.length))}
      ${longList(found, (commitment) => this.commitmentRow(index, commitment, true))}`;
    const names = search.nearest(typed);
    return html`${status(words.noMatch(typed))}
    ${
      names.length > 0
        ? html`<div>
            ${hint(words.nearest)}
            ${answers(...names.map((name) => button(name, "secondary", () => this.searchAndFocus(name))))}
          </div>`
        : nothing
    }`;
  }

  /** A department; its commitments are made when it is opened. */
  private departmentRow(index: CatalogIndex, { id, name }: Department): TemplateResult {
    const commitments = index.commitmentsOf(id);
    const isOpen = this.open.has(id);
    const turn = () => {
      this.open = new Set(isOpen ? [...this.open].filter((each) => each !== id) : [...this.open, id]);
      this.requestUpdate();
    };
    return html`<section>
      <button type="button" class="row department" aria-expanded=${String(isOpen)} @click=${turn}>
        <span class="name">${name}</span>
        <span class="count">${strings().pane.countOf(commitments.length)}</span>
      </button>
      ${isOpen ? longList(commitments, (commitment) => this.commitmentRow(index, commitment, false)) : nothing}
    </section>`;
  }

  private commitmentRow(index: CatalogIndex, commitment: Commitment, withDepartment: boolean): TemplateResult {
    const words = strings();
    const isServed = !(caseOf(index, commitment).figure instanceof CatalogError);
    const tag = html`<span class="tag">${words.kind[commitment.kind]}</span>`;
    return html`<button type="button" class="row commitment" @click=${() => this.showEvidence(commitment)}>
      <span class="name">${commitment.indicator}${withDepartment ? nothing : tag}</span>
      <span class=${classes("number", { without: !isServed })}>${targetInShort(index, commitment, words)}</span>
      ${withDepartment ? html`<span class="about">${index.departmentOf(commitment).name}${tag}</span>` : nothing}
    </button>`;
  }
}

customElements.define("target-catalog", CatalogView);
