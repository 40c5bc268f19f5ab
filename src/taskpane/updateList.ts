/** What an update of a ledger would change, old and new side by side, before anything is written. */
import type { LedgerUpdate } from "../sheets/ledgerUpdate";
import { strings } from "../strings/strings";
import { button, element, longList } from "./elements";

/** Whether a person should look before it is written. */
export function asksToBeSeen({ changed, gone }: LedgerUpdate): boolean {
  return changed.length + gone.length > 0;
}

/** The list with its two answers. */
export function updateList(
  name: string,
  { added, changed, gone }: LedgerUpdate,
  answers: { readonly write: () => void; readonly cancel: () => void },
): HTMLElement {
  const words = strings().pane;
  const row = (department: string, indicator: string, about: string) =>
    element(
      "div",
      { class: "row finding" },
      element("span", { class: "name" }, indicator),
      element("span", { class: "about" }, about ? `${department}　${about}` : department),
    );
  const section = (title: string, rows: readonly HTMLElement[]) =>
    rows.length === 0
      ? null
      : element(
          "section",
          {},
          element("h3", {}, strings().pane.listTitle(title, rows.length)),
          longList(rows, (each) => each, words.more),
        );
  return element(
    "div",
    { class: "update" },
    element("div", { class: "heading" }, element("h2", {}, words.updateTitle(name))),
    element("p", { class: "hint" }, words.updateAdds(added.length)),
    element(
      "div",
      { class: "findings" },
      section(
        words.updateChanges,
        changed.map(({ department, indicator, field, before, after }) =>
          row(department, indicator, `${words.changeFields[field]}　${words.changeRow(before, after)}`),
        ),
      ),
      section(
        words.updateGone,
        gone.map(({ department, indicator }) => row(department, indicator, "")),
      ),
    ),
    element(
      "div",
      { class: "actions" },
      button(words.cancel, "secondary", answers.cancel),
      button(words.updateNow, "primary", answers.write),
    ),
  );
}
