/** The selected cell, explained: where its target comes from, or why it shows an error and what would put it right. */
import { html, nothing, type TemplateResult } from "lit";
import { evidenceOf } from "../core/evidence";
import type { Commitment } from "../core/types";
import { isErrorValue } from "../sheets/errorValues";
import type { RowExplanation } from "../sheets/rowExplanation";
import { reasonText } from "../strings/reason";
import { strings } from "../strings/strings";
import { remedyButtons, troubleOf } from "./cellTrouble";
import { quoteOf, targetBlock } from "./evidenceView";
import type { Pane } from "./pane";
import { PaneElement } from "./paneElement";
import { answers, button, classes, heading, hint, type Drawn } from "./parts";
import type { Look } from "./selectionWatch";

export class CellView extends PaneElement {
  private look: Look | null = null;

  constructor(private readonly pane: Pane) {
    super();
    this.className = "cell";
  }

  shown(): void {
    this.pane.lookAgain();
  }

  show(look: Look): void {
    this.look = look;
    this.requestUpdate();
  }

  protected override render(): Drawn {
    const { look } = this;
    if (!look) return nothing;
    const words = strings().pane;
    const { cell, call } = look.asked;
    const top = heading(words.cell, html`<span class="address">${cell.sheet}!${cell.address}</span>`);
    if (!call && look.row && !look.broken) return html`${top}${this.ofRow(look, look.row)}`;
    if (!call && !look.broken)
      return html`${top}${hint(words.notOurs)}
      ${button(words.openCatalog, "secondary", () => this.pane.open("catalog"))}`;
    return html`${top}
      <div class="asStands">
        <code>${cell.formula}</code>
        <span class="label">${words.cellAnswer}</span>
        <span class=${classes("answer", { wrong: isErrorValue(cell.value) })}>${cell.text}</span>
      </div>
      ${this.explained(look)}`;
  }

  /** A cell of a sheet of ours: the sentence behind the row's verdict, and the cells it comes from. */
  private ofRow(
    look: Look,
    { department, indicator, commitment, why, hasVerdict, steps }: RowExplanation,
  ): TemplateResult {
    const words = strings().pane;
    return html`<p class="department">${department}</p>
      <h3>${indicator}</h3>
      ${why === null ? (hasVerdict ? hint(words.noVerdict) : nothing) : html`<p class="because">${why}</p>`}
      <dl>
        ${steps.map(
          ({ heading, text, address, how }) =>
            html`<dt>${heading}</dt>
              <dd>
                ${text}<span class="address">${address}</span
                >${how === undefined ? nothing : html`<span class="how">${how}</span>`}
              </dd>`,
        )}
      </dl>
      ${commitment ? this.inShort(look, commitment) : nothing}`;
  }

  private explained(look: Look): TemplateResult {
    const { explanation } = look;
    const trouble = troubleOf(look, this.pane);
    return html`
      ${trouble ? html`<p class="reason warning">${trouble.sentence}</p>` : nothing}
      ${trouble && trouble.remedies.length > 0 ? answers(...remedyButtons(trouble)) : nothing}
      ${explanation.is === "listed" && explanation.beside.length > 0 ? hint(strings().pane.listedBeside(explanation.beside)) : nothing}
      ${explanation.is === "unreadable" ? hint(strings().pane.argumentsUnreadable) : nothing}
      ${
        explanation.is === "answered" && explanation.reason
          ? html`<p class="because">${reasonText(explanation.reason)}</p>`
          : nothing
      }
      ${"commitment" in explanation && explanation.commitment ? this.inShort(look, explanation.commitment) : nothing}
    `;
  }

  private inShort({ index }: Look, commitment: Commitment): TemplateResult {
    const words = strings();
    const evidence = evidenceOf(index, commitment);
    return html`<section class="evidence short">
      <p class="department">${evidence.department}</p>
      <h3>${evidence.indicator}</h3>
      ${targetBlock(evidence, words)} ${quoteOf(evidence.sources[0], words)}
      ${button(words.pane.wholeEvidence, "link", () => this.pane.showEvidence(commitment))}
    </section>`;
  }
}

customElements.define("target-cell", CellView);
