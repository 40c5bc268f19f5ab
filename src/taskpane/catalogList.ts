/** The catalog as a list: departments opening to their commitments, and a search over all of them. */
import { html, nothing, type TemplateResult } from "lit";
import { caseOf } from "../core/case";
import type { CatalogIndex } from "../core/catalog";
import { CatalogError } from "../core/errors";
import type { Commitment, Department } from "../core/types";
import { session } from "../excel/session";
import { strings } from "../strings/strings";
import { CatalogSearch } from "./catalogSearch";
import type { Pane } from "./pane";
import { PaneElement } from "./paneElement";
import { answers, button, classes, closeButton, hint, status, type Drawn } from "./parts";
import { pinyinDictionary } from "./pinyinNames";
import { targetInShort } from "./targetWords";

const MANY = 200; // rows from which on only those in sight are drawn

/** A row: a department, or a commitment within one or among those found. */
type Line =
  | { readonly is: "department"; readonly department: Department }
  | { readonly is: "within" | "found"; readonly commitment: Commitment };

export class CatalogList extends PaneElement {
  private index: CatalogIndex | null = null;
  private search: CatalogSearch | null = null;
  private typed = "";
  private found: readonly Commitment[] = [];
  /** Names like the one not found; null while they are looked up. */
  private nearest: readonly string[] | null = null;
  private open: ReadonlySet<string> = new Set();
  private isLearning = false;
  private canDrawMany = false;

  /** @param chosen called with the commitment whose card is wanted */
  constructor(
    private readonly pane: Pane,
    private readonly chosen: (commitment: Commitment) => void,
  ) {
    super();
    this.addEventListener("keydown", (event) => this.pressed(event));
  }

  /** Shows the catalog in force. */
  show(): void {
    this.requestUpdate();
    if (session.refusal || this.index === session.index) return;
    this.index = session.index;
    this.search = new CatalogSearch(this.index);
    void this.search.prepare(rest);
    this.open = new Set();
    this.searchFor(this.typed);
  }

  /** Goes to the field where one types what is looked for. */
  focusSearch(): void {
    this.querySelector("input")?.focus();
  }

  protected override render(): TemplateResult {
    return html`${this.searchBox()} ${this.results()}`;
  }

  private searchBox(): TemplateResult {
    const words = strings().pane;
    const typedAnew = (event: Event) => {
      if (event instanceof InputEvent && event.isComposing) return; // half a syllable of an input method is no name
      this.searchFor((event.target as HTMLInputElement).value);
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
        @compositionend=${typedAnew}
      />
      ${this.typed.trim() === "" ? nothing : closeButton(words.clearSearch, () => this.searchAndFocus(""))}
    </div>`;
  }

  private searchFor(typed: string): void {
    const { search } = this;
    this.typed = typed;
    this.found = search?.find(typed) ?? [];
    this.nearest = null;
    this.requestUpdate();
    if (!search || typed.trim() === "") return;
    if (CatalogSearch.asksForSounds(typed) && !search.knowsSounds) void this.learnSounds(search);
    // What is like it takes longer to find than what is it: the next key does not wait.
    else if (this.found.length === 0)
      window.setTimeout(() => {
        if (this.typed !== typed || this.search !== search) return;
        this.nearest = search.nearest(typed);
        this.requestUpdate();
      });
  }

  /** The dictionary comes with the first Latin letter. Without it, as without a network, names are found as written. */
  private async learnSounds(search: CatalogSearch): Promise<void> {
    if (this.isLearning) return;
    this.isLearning = true;
    try {
      await search.learnSounds(await pinyinDictionary(), rest);
    } catch {
      this.pane.say("warning", strings().pane.noPinyin);
      return;
    } finally {
      this.isLearning = false;
      this.requestUpdate();
    }
    if (this.search === search) this.searchFor(this.typed);
  }

  private searchAndFocus(typed: string): void {
    this.searchFor(typed);
    this.focusSearch();
  }

  private results(): Drawn {
    const { index, found } = this;
    if (!index) return nothing;
    const words = strings().pane;
    const typed = this.typed.trim();
    const { commitments, departments } = index.catalog;
    if (typed === "") {
      const isAllOpen = departments.every(({ id }) => this.open.has(id));
      const turn = () => this.turnTo(isAllOpen ? [] : departments.map(({ id }) => id));
      return html`<div class="counted">
          ${status(words.count(commitments.length, departments.length))}
          ${button(isAllOpen ? words.closeAll : words.openAll, "link", turn)}
        </div>
        ${this.list(index, this.linesOfAll(index))}`;
    }
    if (found.length > 0)
      return html`${status(words.found(found.length))}
      ${this.list(
        index,
        found.map((commitment) => ({ is: "found", commitment })),
      )}`;
    return this.isLearning ? status(words.learningPinyin) : this.nothingFound(typed);
  }

  private nothingFound(typed: string): TemplateResult {
    const words = strings().pane;
    const { nearest } = this;
    return html`${status(words.noMatch(typed))}
      <div>
        ${
          nearest && nearest.length > 0
            ? html`${hint(words.nearest)}
              ${answers(...nearest.map((name) => button(name, "secondary", () => this.searchAndFocus(name))))}`
            : nothing
        }
        ${hint(words.notFoundNext)}
        ${answers(
          button(words.showAll, "secondary", () => this.searchAndFocus("")),
          button(words.importReport, "secondary", () => this.pane.open("review")),
        )}
      </div>`;
  }

  private linesOfAll(index: CatalogIndex): Line[] {
    return index.catalog.departments.flatMap((department): Line[] => [
      { is: "department", department },
      ...(this.open.has(department.id)
        ? index.commitmentsOf(department.id).map((commitment): Line => ({ is: "within", commitment }))
        : []),
    ]);
  }

  private list(index: CatalogIndex, lines: readonly Line[]): TemplateResult {
    const row = (line: Line) =>
      line.is === "department"
        ? this.departmentRow(index, line.department)
        : this.commitmentRow(index, line.commitment, line.is);
    if (lines.length <= MANY)
      return html`<ul class="rows">
        ${lines.map((line) => html`<li>${row(line)}</li>`)}
      </ul>`;
    if (!this.canDrawMany) {
      void import(/* webpackChunkName: "rows" */ "./manyRows").then(() => {
        this.canDrawMany = true;
        this.requestUpdate();
      });
      return html`<ul class="rows">
        ${lines.slice(0, MANY).map((line) => html`<li>${row(line)}</li>`)}
      </ul>`;
    }
    return html`<target-many-rows
      .items=${lines}
      .row=${row}
      .key=${(line: Line) => (line.is === "department" ? line.department.id : line.commitment.id)}
    ></target-many-rows>`;
  }

  private turnTo(ids: readonly string[]): void {
    this.open = new Set(ids);
    this.requestUpdate();
  }

  private departmentRow(index: CatalogIndex, { id, name }: Department): TemplateResult {
    const isOpen = this.open.has(id);
    const turn = () => this.turnTo(isOpen ? [...this.open].filter((each) => each !== id) : [...this.open, id]);
    return html`<button type="button" class="row department" aria-expanded=${String(isOpen)} @click=${turn}>
      <span class="name">${name}</span>
      <span class="count">${strings().pane.countOf(index.commitmentsOf(id).length)}</span>
    </button>`;
  }

  private commitmentRow(index: CatalogIndex, commitment: Commitment, is: "within" | "found"): TemplateResult {
    const words = strings();
    const isServed = !(caseOf(index, commitment).figure instanceof CatalogError);
    const tag = html`<span class="tag">${words.kind[commitment.kind]}</span>`;
    return html`<button
      type="button"
      class=${classes("row commitment", { within: is === "within" })}
      @click=${() => this.chosen(commitment)}
    >
      <span class="name">${commitment.indicator}${is === "found" ? nothing : tag}</span>
      <span class=${classes("number", { without: !isServed })}>${targetInShort(index, commitment, words)}</span>
      ${is === "found" ? html`<span class="about">${index.departmentOf(commitment).name}${tag}</span>` : nothing}
    </button>`;
  }

  /** Arrows go from row to row, from the search's field on; Enter there opens the best that was found, Esc empties it. */
  private pressed(event: KeyboardEvent): void {
    const { key, target, isComposing } = event;
    if (isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    const isInSearch = target instanceof HTMLInputElement;
    if (key === "Enter" && isInSearch) {
      const [best] = this.found;
      if (best) this.chosen(best);
      return;
    }
    if (key === "Escape" && isInSearch && this.typed !== "") {
      this.searchAndFocus("");
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    if (key !== "ArrowDown" && key !== "ArrowUp") return;
    const rows = [...this.querySelectorAll<HTMLElement>("button.row")];
    const next = rows[isInSearch ? 0 : rows.indexOf(target as HTMLElement) + (key === "ArrowDown" ? 1 : -1)];
    if (isInSearch && key === "ArrowUp") return;
    event.preventDefault();
    if (next) {
      next.focus();
      next.scrollIntoView({ block: "nearest" });
    } else if (key === "ArrowUp") this.focusSearch();
  }
}

customElements.define("target-catalog-list", CatalogList);

/** Lets others have their turn. */
const rest = () => new Promise<void>((resolve) => window.setTimeout(resolve));
