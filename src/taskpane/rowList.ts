/** <target-rows>: a list of any length, of which only so much stands in the page as somebody asks to see. */
import { html, nothing, type TemplateResult } from "lit";
import { strings } from "../strings/strings";
import { PaneElement } from "./paneElement";

const ROWS_AT_ONCE = 100; // what a pane shows without a stall, and more than anybody reads

export class RowList extends PaneElement {
  private given: readonly unknown[] = [];
  private drawRow: (item: unknown) => TemplateResult = () => html``;
  private shown = ROWS_AT_ONCE;

  /** Other items begin at their first rows again. */
  set items(items: readonly unknown[]) {
    if (items === this.given) return;
    this.given = items;
    this.shown = ROWS_AT_ONCE;
    this.requestUpdate();
  }

  set row(row: (item: unknown) => TemplateResult) {
    this.drawRow = row;
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const left = Math.min(this.given.length - this.shown, ROWS_AT_ONCE);
    return html`<ul class="rows">
        ${this.given.slice(0, this.shown).map((item) => html`<li>${this.drawRow(item)}</li>`)}
      </ul>
      ${
        left > 0
          ? html`<button type="button" class="link" @click=${() => void this.showMore()}>
              ${strings().pane.more(left)}
            </button>`
          : nothing
      }`;
  }

  private async showMore(): Promise<void> {
    const before = this.shown;
    this.shown += ROWS_AT_ONCE;
    this.requestUpdate();
    await this.updateComplete;
    this.querySelector<HTMLElement>(`li:nth-child(${before + 1}) button`)?.focus();
  }
}

customElements.define("target-rows", RowList);
