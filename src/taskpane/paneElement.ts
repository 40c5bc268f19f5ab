/** What every view of the pane and every part of one is built on: drawn anew from plain state, in the page's own tree. */
import { LitElement, type PropertyValues } from "lit";

const shown = new Set<PaneElement>();

/** Draws everything anew in another language. */
export function drawAllAnew(): void {
  for (const each of shown) each.drawAnew();
}

/**
 * Draws what `render` says, once after any number of `requestUpdate()`. Nothing is kept in the page: a subclass holds its state in
 * fields of its own. It stands in the page itself and not in a tree of its own, so that one style sheet serves all, and labels,
 * roles, and the walk of Excel on the web over what can be tabbed to, see native elements.
 */
export abstract class PaneElement extends LitElement {
  override connectedCallback(): void {
    super.connectedCallback();
    shown.add(this);
    this.requestUpdate(); // it may have missed a change of language
  }

  /** Another language is spoken. */
  drawAnew(): void {
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    shown.delete(this);
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override update(changed: PropertyValues): void {
    const hadFocus = this.contains(document.activeElement);
    super.update(changed);
    if (hadFocus && !this.contains(document.activeElement)) focusFirst(this);
  }
}

/** Where the focus would fall to the page itself, Excel on the web takes the next Tab key as leaving the pane. */
function focusFirst(holder: Element): void {
  const openTab = '[role="tab"][aria-selected="true"]';
  const next =
    holder.querySelector<HTMLElement>(openTab) ??
    holder.querySelector<HTMLElement>("button") ??
    document.querySelector<HTMLElement>(openTab);
  next?.focus({ preventScroll: true });
}
