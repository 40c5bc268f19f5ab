/** The catalog's tab: the list with its search, and the card of the commitment chosen. */
import { html, nothing, type TemplateResult } from "lit";
import type { Commitment } from "../core/types";
import { session } from "../excel/session";
import { strings } from "../strings/strings";
import type { CardMore } from "./cardMore";
import { CatalogList } from "./catalogList";
import { evidenceView } from "./evidenceView";
import { InsertPanel } from "./insertPanel";
import type { Pane } from "./pane";
import { PaneElement } from "./paneElement";
import { button, type Drawn } from "./parts";
import { undecided } from "./undecidedCatalog";

/** One step on the way: the card on show, and where its way back leads. */
interface Step {
  readonly commitment: Commitment;
  /** Null: to the step before, or to the list. */
  readonly back: (() => void) | null;
}

export class CatalogView extends PaneElement {
  private readonly list: CatalogList;
  private readonly insert: InsertPanel;
  /** The cards one came by; the last is on show. */
  private trail: readonly Step[] = [];
  /** Where the list stood when it was left, and what had the focus. */
  private left: { readonly scroll: number; readonly opener: Element | null } | null = null;
  /** What is looked up of the card on show; it comes with the first card. */
  private more: CardMore | null = null;
  /** The form in place of the card it corrects. */
  private correction: HTMLElement | null = null;

  constructor(private readonly pane: Pane) {
    super();
    this.list = new CatalogList(pane, (commitment) => this.showEvidence(commitment));
    this.insert = new InsertPanel(pane);
  }

  shown(): void {
    this.requestUpdate();
    this.list.show();
  }

  /** Shows the card of a commitment. @param back where its way back leads; without it, to what is on show now */
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
    this.correction = null;
    this.requestUpdate();
    if (!left) return;
    void this.updateComplete.then(() => {
      if (this.parentElement) this.parentElement.scrollTop = left.scroll;
      if (left.opener instanceof HTMLElement && this.contains(left.opener)) left.opener.focus({ preventScroll: true });
    });
  }

  /** Goes to the search, with the list on show. */
  startSearch(): void {
    this.showList();
    void this.updateComplete.then(() => this.list.focusSearch());
  }

  protected override render(): TemplateResult {
    if (session.refusal) return undecided(session.refusal, this.pane);
    const step = this.trail.at(-1);
    this.list.hidden = step !== undefined;
    return html`${this.list} ${step ? html`<div>${this.correction ?? this.card(step)}</div>` : nothing}`;
  }

  private card(step: Step): TemplateResult {
    const index = session.shelf.indexOf(step.commitment);
    const { commitment } = step;
    const further: { readonly correct: Drawn; readonly more: Drawn } = {
      correct: this.toCorrection(commitment),
      more: this.more ? html`${this.more}` : nothing,
    };
    return evidenceView(index, commitment, this.pane, () => this.leave(step), this.insert, further);
  }

  /** The way to the form that corrects it; what is a sum of a place's parts is corrected there. */
  private toCorrection(commitment: Commitment): Drawn {
    const part = session.shelf.indexOf(commitment).placePart(commitment);
    if (part && part.part === null) return nothing;
    return html`<p class="correct">
      ${button(strings().catalogs.correct, "link", () => void this.correct(commitment))}
    </p>`;
  }

  /** What needs the whole workbook comes after the card stands. Without a network the card serves as it is. */
  private async lookUp(commitment: Commitment): Promise<void> {
    const loaded = await import(/* webpackChunkName: "card" */ "./cardMore").catch(() => null);
    if (loaded === null || this.trail.at(-1)?.commitment !== commitment) return;
    this.more ??= new loaded.CardMore(this.pane);
    this.more.show(commitment);
    this.requestUpdate();
  }

  private async correct(commitment: Commitment): Promise<void> {
    const { CorrectionForm } = await import(/* webpackChunkName: "correction" */ "./correctionForm");
    this.correction = new CorrectionForm(this.pane, commitment, () => this.endCorrection());
    this.requestUpdate();
    this.focusWhenDrawn("target-correction select");
  }

  private endCorrection(): void {
    this.correction = null;
    this.requestUpdate();
    this.focusWhenDrawn(".correct button");
  }

  private focusWhenDrawn(selector: string): void {
    // The form draws itself a moment after this view has put it in its place.
    void this.updateComplete
      .then(() => this.updateComplete)
      .then(() => this.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true }));
  }

  goBack(): boolean {
    if (this.correction) {
      this.endCorrection();
      return true;
    }
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
    const step = trail.at(-1);
    if (step) {
      this.insert.show(step.commitment);
      void this.lookUp(step.commitment);
    }
    this.requestUpdate();
    void this.updateComplete.then(() => {
      if (this.parentElement) this.parentElement.scrollTop = 0;
      this.querySelector<HTMLElement>(".evidence button")?.focus({ preventScroll: true });
    });
  }
}

customElements.define("target-catalog", CatalogView);
