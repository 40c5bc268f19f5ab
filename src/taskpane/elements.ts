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

/** Marks a button as not to be pressed for now. It keeps the focus, which a disabled one would lose. */
export function setBusy(pressed: HTMLButtonElement, isBusy: boolean): void {
  pressed.setAttribute("aria-disabled", String(isBusy));
}
