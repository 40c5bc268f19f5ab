/** The catalog: departments opening to their commitments, a search over all of them, and the evidence of the one chosen. */
import { caseOf } from "../core/case";
import type { CatalogIndex } from "../core/catalog";
import { CatalogError } from "../core/errors";
import type { Commitment, Department } from "../core/types";
import { session } from "../excel/session";
import { strings } from "../strings/strings";
import { CatalogSearch } from "./catalogSearch";
import { button, element, longList } from "./elements";
import { evidenceView } from "./evidenceView";
import type { Pane, View } from "./pane";
import { targetInShort } from "./targetWords";

const TYPING_PAUSE = 120; // ms without a key before the search runs

export class CatalogView implements View {
  readonly element = element("div");
  private index: CatalogIndex | null = null;
  private search: CatalogSearch | null = null;
  private readonly list = element("div");
  private readonly evidence = element("div", { hidden: true });
  private readonly results = element("div", { "aria-live": "off" });
  private readonly summary = element("p", { class: "hint", role: "status" });
  private readonly field = element("input", { type: "search", id: "search", autocomplete: "off", spellcheck: "false" });
  private readonly clear: HTMLButtonElement;
  /** The ways back from the evidence on show, the last one first to be taken. */
  private readonly trail: (() => void)[] = [];
  private listScroll = 0;

  constructor(private readonly pane: Pane) {
    const words = strings().pane;
    this.field.placeholder = words.searchPlaceholder;
    this.clear = button("", "link", () => this.searchFor(""));
    this.clear.classList.add("close");
    this.clear.setAttribute("aria-label", words.clearSearch);
    let pause: number | undefined;
    this.field.addEventListener("input", (event) => {
      window.clearTimeout(pause);
      if (event instanceof InputEvent && event.isComposing) return; // half a pinyin syllable is no name
      pause = window.setTimeout(() => this.renderResults(), TYPING_PAUSE);
    });
    this.field.addEventListener("compositionend", () => this.renderResults());
    const label = element("label", { for: "search", class: "unseen" }, words.searchLabel);
    this.list.append(
      element("div", { class: "search", role: "search" }, label, this.field, this.clear),
      this.summary,
      this.results,
    );
    this.element.append(this.list, this.evidence);
  }

  shown(): void {
    if (this.index === session.index) return;
    this.index = session.index;
    this.search = new CatalogSearch(this.index);
    this.showList();
    this.renderResults();
  }

  /** Shows the evidence of a commitment. @param back where its way back leads; without it, to what is on show now */
  showEvidence(commitment: Commitment, back?: () => void): void {
    this.shown();
    if (this.evidence.hidden) this.listScroll = this.scroller?.scrollTop ?? 0;
    const before = this.evidence.firstElementChild;
    const opener = document.activeElement;
    this.trail.push(
      back ?? (before && !this.evidence.hidden ? () => this.putEvidence(before) : () => this.showList(opener)),
    );
    const goBack = () => (this.trail.pop() ?? (() => this.showList()))();
    this.putEvidence(evidenceView(session.index, commitment, this.pane, goBack));
  }

  /** Shows departments or search results again. @param opener what had the focus when they were left */
  showList(opener: Element | null = null): void {
    this.trail.length = 0;
    this.evidence.hidden = true;
    this.evidence.replaceChildren();
    this.list.hidden = false;
    if (this.scroller) this.scroller.scrollTop = this.listScroll;
    if (opener instanceof HTMLElement && this.list.contains(opener)) opener.focus({ preventScroll: true });
  }

  private putEvidence(shown: Element): void {
    this.list.hidden = true;
    this.evidence.hidden = false;
    this.evidence.replaceChildren(shown);
    if (this.scroller) this.scroller.scrollTop = 0;
    shown.querySelector("button")?.focus({ preventScroll: true });
  }

  private get scroller(): HTMLElement | null {
    return this.element.parentElement;
  }

  private searchFor(typed: string): void {
    this.field.value = typed;
    this.renderResults();
    this.field.focus();
  }

  private renderResults(): void {
    const { index, search } = this;
    if (!index || !search) return;
    const words = strings().pane;
    const typed = this.field.value.trim();
    this.clear.hidden = typed === "";
    const { commitments, departments } = index.catalog;
    if (typed === "") {
      this.summary.textContent = words.count(commitments.length, departments.length);
      this.results.replaceChildren(
        longList(departments, (department) => this.departmentRow(index, department), words.more),
      );
      return;
    }
    const found = search.find(typed);
    this.summary.textContent = found.length > 0 ? words.found(found.length) : words.noMatch(typed);
    if (found.length > 0)
      return this.results.replaceChildren(
        longList(found, (commitment) => this.commitmentRow(index, commitment, true), words.more),
      );
    const names = search.nearest(typed).map((name) => button(name, "secondary", () => this.searchFor(name)));
    this.results.replaceChildren(
      ...(names.length > 0
        ? [element("p", { class: "hint" }, words.nearest), element("div", { class: "answers" }, ...names)]
        : []),
    );
  }

  /** A department; its commitments are made when it is first opened. */
  private departmentRow(index: CatalogIndex, department: Department): HTMLElement {
    const words = strings().pane;
    const commitments = index.commitmentsOf(department.id);
    const holder = element("div", { hidden: true });
    const opener = button("", "link", () => {
      const isOpen = holder.hidden;
      if (isOpen && holder.childElementCount === 0)
        holder.append(longList(commitments, (commitment) => this.commitmentRow(index, commitment, false), words.more));
      holder.hidden = !isOpen;
      opener.setAttribute("aria-expanded", String(isOpen));
    });
    opener.className = "row department";
    opener.setAttribute("aria-expanded", "false");
    opener.append(
      element("span", { class: "name" }, department.name),
      element("span", { class: "count" }, words.countOf(commitments.length)),
    );
    return element("section", {}, opener, holder);
  }

  private commitmentRow(index: CatalogIndex, commitment: Commitment, withDepartment: boolean): HTMLElement {
    const words = strings();
    const isServed = !(caseOf(index, commitment).figure instanceof CatalogError);
    const opener = button("", "link", () => this.showEvidence(commitment));
    opener.className = "row commitment";
    const tag = element("span", { class: "tag" }, words.kind[commitment.kind]);
    opener.append(
      element("span", { class: "name" }, commitment.indicator, withDepartment ? null : tag),
      element("span", { class: isServed ? "number" : "number without" }, targetInShort(index, commitment, words)),
    );
    if (withDepartment) opener.append(element("span", { class: "about" }, index.departmentOf(commitment).name, tag));
    return opener;
  }
}
