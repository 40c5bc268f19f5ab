/** The tabs: the open one can be tabbed to, the arrow keys, Home and End lead to the others. */
import { html, type TemplateResult } from "lit";
import { strings } from "../strings/strings";
import { TABS, type Tab } from "./pane";

/** @param chosen called with the tab that was pressed @param moved called with the tab the keys lead to */
export function tabList(
  current: Tab,
  { chosen, moved }: { readonly chosen: (tab: Tab) => void; readonly moved: (tab: Tab) => void },
): TemplateResult {
  const words = strings().pane;
  const pressed = (event: KeyboardEvent) => {
    const at = TABS.indexOf(current);
    const steps: Readonly<Record<string, number>> = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: -1 };
    const step = steps[event.key];
    if (step === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    moved(TABS.at(step % TABS.length) ?? current);
  };
  return html`<div role="tablist" aria-label=${words.tabsLabel} @keydown=${pressed}>
    ${TABS.map(
      (tab) =>
        html`<button
          type="button"
          role="tab"
          id="tab-${tab}"
          aria-controls="panel-${tab}"
          aria-selected=${String(tab === current)}
          tabindex=${tab === current ? 0 : -1}
          @click=${() => chosen(tab)}
        >
          ${words.tabs[tab]}
        </button>`,
    )}
  </div>`;
}
