/** The figures of a text that became no drafts, each with its sentence and the reason; one key takes one in. */
import { html, nothing, type TemplateResult } from "lit";
import type { LeftOutItem } from "../importer/review";
import { strings } from "../strings/strings";
import { PaneElement } from "./paneElement";
import { button, hint, type Drawn } from "./parts";

const ROWS_AT_ONCE = 100;

export class LeftOutList extends PaneElement {
  private items: readonly LeftOutItem[] = [];
  private current = 0;
  private isOpen = false;
  private shown = ROWS_AT_ONCE;

  constructor(private readonly takeIn: (at: number) => void) {
    super();
    this.className = "leftout";
    this.addEventListener("keydown", (event) => this.pressed(event));
  }

  show(items: readonly LeftOutItem[], isOpen = this.isOpen): void {
    this.items = items;
    this.isOpen = isOpen;
    this.current = Math.min(this.current, Math.max(0, items.length - 1));
    this.hidden = items.length === 0;
    this.requestUpdate();
  }

  protected override render(): Drawn {
    const words = strings().review;
    if (this.items.length === 0) return nothing;
    const toggled = (event: Event) => {
      this.isOpen = (event.target as HTMLDetailsElement).open;
      this.requestUpdate();
      if (this.isOpen) void this.updateComplete.then(() => this.scrollIntoView({ block: "nearest" }));
    };
    const more = this.items.length - this.shown;
    return html`<details ?open=${this.isOpen} @toggle=${toggled}>
      <summary tabindex="0">${words.leftOutTitle(this.items.length)}</summary>
      ${
        this.isOpen
          ? html`${hint(words.leftOutHint)}
              <ul class="rows" aria-label=${words.leftOutTitle(this.items.length)}>
                ${this.items.slice(0, this.shown).map((item, at) => this.row(item, at))}
              </ul>
              ${more > 0 ? button(strings().pane.more(Math.min(more, ROWS_AT_ONCE)), "link", () => this.showMore()) : nothing}`
          : nothing
      }
    </details>`;
  }

  private row({ leftOut, context, mark, takenAs }: LeftOutItem, at: number): TemplateResult {
    const words = strings();
    const isCurrent = at === this.current;
    const { word, why } = words.leftOut[leftOut.reason];
    const choose = () => {
      this.current = at;
      this.requestUpdate();
    };
    return html`<li
      class="draft ${isCurrent ? "current" : ""} ${takenAs === null ? "" : "accepted"}"
      tabindex=${isCurrent ? "0" : "-1"}
      @focus=${choose}
      @mousedown=${choose}
    >
      <div class="row">
        <span class="name">${leftOut.phrase}</span>
        <span class="tag" title=${why}>${takenAs === null ? word : words.review.takenIn}</span>
        <span class="about">${why}</span>
      </div>
      <blockquote>
        ${context.slice(0, mark[0])}<mark>${context.slice(...mark)}</mark>${context.slice(mark[1])}
      </blockquote>
      ${
        isCurrent && takenAs === null && leftOut.draft !== null
          ? html`<div class="answers">${button(words.review.takeIn, "secondary", () => this.takeIn(at))}</div>`
          : nothing
      }
    </li>`;
  }

  private showMore(): void {
    this.shown += ROWS_AT_ONCE;
    this.requestUpdate();
  }

  private pressed(event: KeyboardEvent): void {
    if (!(event.target instanceof HTMLLIElement) || event.ctrlKey || event.metaKey || event.altKey) return;
    const moves: Partial<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    const move = moves[event.key];
    if (move !== undefined) this.moveTo(this.current + move);
    else if (event.key.toLowerCase() === "t" || event.key === "Enter") this.takeIn(this.current);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private moveTo(at: number): void {
    if (at < 0 || at >= Math.min(this.items.length, this.shown)) return;
    this.current = at;
    this.requestUpdate();
    void this.updateComplete.then(() => this.querySelectorAll<HTMLElement>("li.draft")[at]?.focus());
  }
}
customElements.define("target-left-out", LeftOutList);
