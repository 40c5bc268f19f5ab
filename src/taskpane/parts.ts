/** The small parts that views are put together from. Texts are always text: nothing typed into a sheet is read as markup. */
import { html, nothing, type TemplateResult } from "lit";
import { classMap } from "lit/directives/class-map.js";
import { live } from "lit/directives/live.js";
import { repeat } from "lit/directives/repeat.js";
import { strings } from "../strings/strings";
import "./rowList";

/** What lit draws: a template, or nothing. */
export type Drawn = TemplateResult | typeof nothing;

export type ButtonLook = "primary" | "secondary" | "link";

/**
 * A button that says what it does. A busy one keeps the focus, which a disabled one would lose, and does nothing.
 * @param whyNot why it cannot be pressed now; null where it can
 * @param name what is read out in place of its label, which is a part of it
 */
export function button(
  label: string,
  look: ButtonLook,
  pressed: () => void,
  isBusy = false,
  whyNot: string | null = null,
  name: string | null = null,
): TemplateResult {
  const waits = isBusy || whyNot !== null;
  return html`<button
    type="button"
    class=${look}
    aria-label=${name ?? nothing}
    aria-disabled=${waits ? "true" : nothing}
    aria-description=${whyNot ?? nothing}
    title=${whyNot ?? nothing}
    @click=${waits ? nothing : pressed}
  >
    ${label}
  </button>`;
}

/** The cross that takes something away. @param label what it takes away, for those who do not see the cross */
export function closeButton(label: string, pressed: () => void): TemplateResult {
  return html`<button type="button" class="link close" aria-label=${label} @click=${pressed}></button>`;
}

/** The way back to what was on show before. */
export function backButton(pressed: () => void): TemplateResult {
  return html`<button type="button" class="link back" @click=${pressed}>${strings().pane.back}</button>`;
}

/** A view's heading, with what can be done about the whole of it. */
export function heading(title: string, ...actions: readonly Drawn[]): TemplateResult {
  return html`<div class="heading">
    <h2>${title}</h2>
    ${actions}
  </div>`;
}

/** A sentence in small print. */
export const hint = (sentence: string | Drawn): TemplateResult => html`<p class="hint">${sentence}</p>`;

/** What is being done, or what came of it; read out when it changes. */
export const status = (sentence: string): TemplateResult => html`<p class="hint" role="status">${sentence}</p>`;

/** Answers to a question or remedies of a trouble, side by side. */
export const answers = (...buttons: readonly Drawn[]): TemplateResult => html`<div class="answers">${buttons}</div>`;

/** What is done at the foot of a view. */
export const actions = (...content: readonly Drawn[]): TemplateResult => html`<div class="actions">${content}</div>`;

export interface Finding {
  readonly name: string;
  readonly number?: string;
  readonly about: string | Drawn;
}

/** One finding: what it is about, its number at the right, and the rest below; a button where it leads somewhere. */
export function findingRow({ name, number, about }: Finding, pressed: (() => void) | null = null): TemplateResult {
  const content = html`<span class="name">${name}</span
    >${number === undefined ? nothing : html`<span class="number">${number}</span>`}<span class="about"
      >${about}</span
    >`;
  return pressed === null
    ? html`<div class="row finding">${content}</div>`
    : html`<button type="button" class="row finding" @click=${pressed}>${content}</button>`;
}

/** A labelled choice among a few. @param options what can be chosen, and what it is called */
export function choice<Value extends string>(
  label: string | TemplateResult,
  options: readonly (readonly [value: Value, called: string])[],
  chosen: Value,
  choose: (value: Value) => void,
): TemplateResult {
  const changed = ({ target }: Event) => {
    const value = options[(target as HTMLSelectElement).selectedIndex]?.[0];
    if (value !== undefined) choose(value);
  };
  return html`<label
    >${label}<select .value=${live(chosen)} @change=${changed}>
      ${repeat(
        options,
        ([value]) => value,
        ([value, called]) => html`<option value=${value} ?selected=${value === chosen}>${called}</option>`,
      )}
    </select></label
  >`;
}

/** One of several answers of which one holds. @param name joins those that exclude each other */
export function option(
  name: string,
  value: string,
  about: string,
  isChosen: boolean,
  choose: () => void,
): TemplateResult {
  return html`<label class="option">
    <input type="radio" name=${name} .checked=${live(isChosen)} @change=${choose} />
    <span class="value">${value}</span>
    <span class="about">${about}</span>
  </label>`;
}

/** A list of findings under its title and count; none where there are no rows. */
export function findings<Item>(
  title: string,
  items: readonly Item[],
  row: (item: Item) => TemplateResult,
): TemplateResult | typeof nothing {
  if (items.length === 0) return nothing;
  return html`<section>
    <h3>${strings().pane.listTitle(title, items.length)}</h3>
    ${longList(items, row)}
  </section>`;
}

/** A list that draws its first rows, and further ones when asked. */
export function longList<Item>(items: readonly Item[], row: (item: Item) => TemplateResult): TemplateResult {
  return html`<target-rows .items=${items} .row=${row}></target-rows>`;
}

/** Classes that are there or not. @example classes("tab", { open: true }) */
export const classes = (always: string, some: Readonly<Record<string, boolean>> = {}) =>
  classMap({ ...Object.fromEntries(always.split(" ").map((name) => [name, true])), ...some });
