/** Where the focus goes when what had it is done and gone. */
import type { PaneElement } from "./paneElement";

/**
 * Puts the focus on what takes none by itself, as a heading. It can be tabbed to as long as it has it: Excel on the web takes the Tab key
 * of what cannot as leaving the pane.
 */
export function focusOn(element: HTMLElement | null): void {
  if (!element) return;
  element.tabIndex = 0;
  element.addEventListener("blur", () => element.removeAttribute("tabindex"), { once: true });
  element.focus();
}

const rowsOf = (view: PaneElement) => [...view.querySelectorAll<HTMLElement>(".rows > li")];

/** The place among the findings of the one that has the focus; 0 where none has it. */
export function findingInFocus(view: PaneElement): number {
  const at = rowsOf(view).findIndex((row) => row.contains(document.activeElement));
  return Math.max(0, at);
}

/** Once the view is drawn: the finding that stands at a place now has the focus, or the last one, or the heading over them. */
export async function focusFinding(view: PaneElement, at: number): Promise<void> {
  await view.updateComplete;
  await Promise.all([...view.querySelectorAll<PaneElement>("target-rows")].map((list) => list.updateComplete));
  const rows = rowsOf(view);
  const next = rows[Math.min(at, rows.length - 1)]?.querySelector("button");
  if (next) next.focus();
  else focusOn(view.querySelector("h2"));
}
