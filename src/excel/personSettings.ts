/** What is kept for the person at this computer, and not in the workbook: nobody else's colours or figures depend on it. */

const PREFIX = "targetVsActual.";

/** The language of the pane, and whether the first screen was seen. */
export type PersonSetting = "language" | "hasBegun";

/** Several hosts may share one origin: each keeps its own, where it says which it is. */
function keyOf(setting: PersonSetting): string {
  const { partitionKey } = Office.context as { readonly partitionKey?: string };
  return `${partitionKey ?? ""}${PREFIX}${setting}`;
}

/** What was kept; null where nothing was, or the browser keeps nothing. */
export function personSetting(setting: PersonSetting): string | null {
  try {
    return localStorage.getItem(keyOf(setting));
  } catch {
    return null;
  }
}

/** @returns whether it is kept */
export function keepPersonSetting(setting: PersonSetting, value: string): boolean {
  try {
    localStorage.setItem(keyOf(setting), value);
    return true;
  } catch {
    return false; // the browser forbids it: the choice holds until the pane is closed
  }
}

/** Another pane of this person chose otherwise: each open workbook has its own. @param changed called with each change */
export function onPersonSetting(setting: PersonSetting, changed: () => void): void {
  window.addEventListener("storage", ({ key }) => {
    if (key === keyOf(setting)) changed();
  });
}
