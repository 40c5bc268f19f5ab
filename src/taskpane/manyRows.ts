/** <target-many-rows>: a list of any length, of which only the rows in sight stand in the page. Loaded where a list is that long. */
import { virtualize } from "@lit-labs/virtualizer/virtualize.js";
import { html, type TemplateResult } from "lit";
import { PaneElement } from "./paneElement";

export class ManyRows extends PaneElement {
  items: readonly unknown[] = [];
  row: (item: unknown) => TemplateResult = () => html``;
  /** What an item is known by while the list changes. */
  key: (item: unknown) => string = String;

  protected override render(): TemplateResult {
    const { items, row, key } = this;
    return html`<div class="rows many" role="list">
      ${virtualize({
        items: [...items],
        keyFunction: key,
        renderItem: (item, at) =>
          html`<div role="listitem" aria-setsize=${items.length} aria-posinset=${at + 1}>${row(item)}</div>`,
      })}
    </div>`;
  }
}

customElements.define("target-many-rows", ManyRows);
