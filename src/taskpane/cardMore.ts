/** <target-card-more>: what was said otherwise of a commitment, and where this workbook uses it; looked up once its card is on show. */
import { html, nothing, type TemplateResult } from "lit";
import { contradictionsOf } from "../core/aroundCommitment";
import { CatalogError } from "../core/errors";
import type { Commitment } from "../core/types";
import { goTo, inspectionOf } from "../excel/inspect";
import { readSheets } from "../excel/readSheets";
import { runInExcel } from "../excel/run";
import { session } from "../excel/session";
import { usesOf, type Use } from "../excel/usesOf";
import { askingCells } from "../sheets/argumentValues";
import { shortTarget } from "../strings/catalogChanges";
import { strings } from "../strings/strings";
import type { Pane } from "./pane";
import { PaneElement } from "./paneElement";
import { button, hint, status, type Drawn } from "./parts";

const NAMED = 8; // places named one by one; the others are counted

export class CardMore extends PaneElement {
  private commitment: Commitment | null = null;
  /** null until they are looked up, or where Excel does not tell. */
  private uses: readonly Use[] | null = null;
  private isLooking = false;

  constructor(private readonly pane: Pane) {
    super();
    this.className = "more";
  }

  /** Another card is on show. */
  show(commitment: Commitment): void {
    this.commitment = commitment;
    this.uses = null;
    this.requestUpdate();
    void this.look(commitment);
  }

  protected override render(): Drawn {
    const { commitment } = this;
    if (!commitment || session.refusal) return nothing;
    return html`${this.contradictions(commitment)} ${this.used()}`;
  }

  private contradictions(commitment: Commitment): Drawn {
    const words = strings();
    const index = session.shelf.indexOf(commitment);
    const { setAside, corrections } = contradictionsOf(index, commitment);
    if (setAside.length + corrections.length === 0) return nothing;
    const titles = new Map(index.catalog.documents.map(({ id, title }) => [id, title]));
    return html`<h3>${words.card.contradictions}</h3>
      ${setAside.map(
        ({ commitment: other, by, recorded, why }) =>
          html`<p>${shortTarget(other)}：${other.source.phrase}</p>
            ${hint(words.card.setAside(titles.get(other.source.document) ?? other.source.document, by, recorded, why))}`,
      )}
      ${corrections.map(({ what, before, by, recorded, why }) =>
        hint(
          words.card.corrected(
            words.catalogs.corrections[what as keyof typeof words.catalogs.corrections],
            before ?? null,
            by,
            recorded,
            why,
          ),
        ),
      )}`;
  }

  private used(): TemplateResult {
    const words = strings().card;
    const { uses } = this;
    const content =
      uses === null
        ? this.isLooking
          ? status(words.looking)
          : hint(words.notLooked)
        : uses.length === 0
          ? hint(words.unused)
          : html`<ul class="uses">
              ${uses.slice(0, NAMED).map((use) => html`<li>${this.place(use)}</li>`)}
              ${uses.length > NAMED ? html`<li>${hint(words.furtherUses(uses.length - NAMED))}</li>` : nothing}
            </ul>`;
    return html`<h3>${words.uses}</h3>
      ${content}`;
  }

  private place(use: Use): TemplateResult {
    const words = strings().card;
    const name = `${use.sheet}!${use.address}`;
    const go = () => void this.pane.run((context) => goTo(context, use));
    return button(use.isLedgerRow ? words.ledgerRow(name) : name, "link", go);
  }

  /** Looks through the workbook; what Excel does not tell now is left unsaid. */
  private async look(commitment: Commitment): Promise<void> {
    this.isLooking = true;
    const sheets = await runInExcel(readSheets).catch(() => null);
    if (this.commitment !== commitment) return; // another card is on show
    this.isLooking = false;
    const { shelf } = session;
    if (sheets)
      this.uses = usesOf(inspectionOf(sheets), askingCells(sheets), commitment.id, (department, indicator) => {
        const found = shelf.lookUp(department, indicator);
        return found instanceof CatalogError ? null : found;
      });
    this.requestUpdate();
  }
}

customElements.define("target-card-more", CardMore);
