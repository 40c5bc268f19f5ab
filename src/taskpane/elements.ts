/** HTML elements, built in one expression. Texts are always text nodes: nothing typed into a sheet is read as markup. */

type Child = Node | string | null;

/** An element with its attributes and children; an attribute that is `undefined` or `false` is left out. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string | boolean | undefined>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined && value !== false) made.setAttribute(name, value === true ? "" : value);
  made.append(...children.filter((child) => child !== null));
  return made;
}

export type ButtonLook = "primary" | "secondary" | "link";

/** A button that says what it does. */
export function button(label: string, look: ButtonLook, pressed: () => void): HTMLButtonElement {
  const made = element("button", { type: "button", class: look }, label);
  made.addEventListener("click", () => {
    if (made.getAttribute("aria-disabled") !== "true") pressed();
  });
  return made;
}

/**
 * Fills a holder anew. A focus that was inside goes to the first button there, or to the open tab: where it would fall to the
 * page itself, Excel on the web takes the next Tab key as leaving the pane.
 */
export function replaceContent(holder: HTMLElement, ...content: readonly Node[]): void {
  const hadFocus = holder.contains(document.activeElement);
  holder.replaceChildren(...content);
  if (!hadFocus) return;
  const next =
    holder.querySelector("button") ?? document.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]');
  next?.focus({ preventScroll: true });
}

/** Marks a button as not to be pressed for now. It keeps the focus, which a disabled one would lose. */
export function setBusy(pressed: HTMLButtonElement, isBusy: boolean): void {
  pressed.setAttribute("aria-disabled", String(isBusy));
}

const ROWS_AT_ONCE = 100; // what a pane shows without a stall, and more than anybody reads

/**
 * A list that renders its first rows, and further ones when asked.
 * @param more the label of the button that shows the next rows
 */
export function longList<Item>(
  items: readonly Item[],
  row: (item: Item) => HTMLElement,
  more: (count: number) => string,
): HTMLElement {
  const list = element("ul", { class: "rows" });
  const holder = element("div", {}, list);
  let shown = 0;
  const showNext = () => {
    const next = items.slice(shown, shown + ROWS_AT_ONCE).map((item) => element("li", {}, row(item)));
    list.append(...next);
    shown += next.length;
    const left = Math.min(items.length - shown, ROWS_AT_ONCE);
    const focused = holder.contains(document.activeElement);
    holder.replaceChildren(list, ...(left > 0 ? [button(more(left), "link", showNext)] : []));
    if (focused) next[0]?.querySelector("button")?.focus();
  };
  showNext();
  return holder;
}
