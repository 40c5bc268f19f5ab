/** Enter in a field does what the form is there for, as its button would. */

/** The forms of which that holds; elsewhere a field tells its change first, and looking comes before writing. */
const FORMS = ".ownPromise, .correction, .decide, .split, .insert";
const OF_ITS_OWN = "target-add-catalog .picked";
const TYPED = "input:not([type=checkbox], [type=radio], [type=file], [type=search])";

/** @returns whether the key was meant for a form */
export function enterInField(event: KeyboardEvent): boolean {
  const { target } = event;
  const isPlain = event.key === "Enter" && !event.ctrlKey && !event.altKey && !event.metaKey && !event.isComposing;
  if (!isPlain || event.defaultPrevented || !(target instanceof HTMLElement) || !target.matches(TYPED)) return false;
  const beside = target.closest(OF_ITS_OWN)?.querySelector<HTMLElement>("button");
  const pressed = beside ?? target.closest(FORMS)?.querySelector<HTMLElement>("button.primary");
  if (!pressed) return false;
  event.preventDefault();
  pressed.click();
  return true;
}
