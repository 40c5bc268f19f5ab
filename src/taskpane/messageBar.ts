/** The message bar under the tabs: one sentence at a time, and questions, since an add-in may not open alerts. */
import { strings } from "../strings/strings";
import { button, element } from "./elements";
import type { Answer, Lasts, Tone } from "./pane";

export class MessageBar {
  // Two standing regions: a screen reader announces what changes inside them.
  private readonly politely = element("div", { "aria-live": "polite", role: "status" });
  private readonly atOnce = element("div", { "aria-live": "assertive", role: "alert" });
  readonly element = element("div", { class: "messages" }, this.politely, this.atOnce);
  private lasts: Lasts = "untilNext";

  say(tone: Tone, sentence: string, lasts: Lasts): void {
    this.clear();
    this.lasts = lasts;
    const close = button("", "link", () => this.clear());
    close.classList.add("close");
    close.setAttribute("aria-label", strings().pane.close);
    const region = tone === "error" ? this.atOnce : this.politely;
    region.append(element("div", { class: `message ${tone}` }, element("p", {}, sentence), close));
  }

  /** A question holds the focus itself, so that an Enter too many answers nothing. */
  ask(question: string, answers: readonly Answer[], lasts: Lasts): void {
    this.clear();
    this.lasts = lasts;
    const before = document.activeElement;
    const answered = (chosen: () => void) => () => {
      this.clear();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
      chosen();
    };
    const cancel = button(
      strings().pane.cancel,
      "secondary",
      answered(() => undefined),
    );
    const bar = element(
      "div",
      // In the order of tabs, for Excel on the web moves the focus by its own list of what can be tabbed to.
      { class: "message warning question", tabindex: "0", role: "group", "aria-label": question },
      element("p", {}, question),
      element(
        "div",
        { class: "answers" },
        ...answers.map(({ label, chosen }) => button(label, "secondary", answered(chosen))),
        cancel,
      ),
    );
    this.atOnce.append(bar);
    bar.focus();
  }

  /** Another cell was selected. */
  selectionMoved(): void {
    if (this.lasts === "untilSelection") this.clear();
  }

  clear(): void {
    this.politely.replaceChildren();
    this.atOnce.replaceChildren();
    this.lasts = "untilNext";
  }
}
