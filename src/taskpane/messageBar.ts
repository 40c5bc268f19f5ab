/** The message bar under the tabs: one sentence at a time, and questions, since an add-in may not open alerts. */
import { html, nothing, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { strings } from "../strings/strings";
import type { Answer, Lasts, Tone } from "./pane";
import { PaneElement } from "./paneElement";
import { answers, button, closeButton } from "./parts";

interface Message {
  readonly tone: Tone;
  readonly sentence: string;
  /** A question's; null for a sentence. */
  readonly answers: readonly Answer[] | null;
  readonly lasts: Lasts;
}

export class MessageBar extends PaneElement {
  private message: Message | null = null;
  /** What had the focus when the question took it. */
  private hadFocus: Element | null = null;

  say(tone: Tone, sentence: string, lasts: Lasts): void {
    this.put({ tone, sentence, answers: null, lasts });
  }

  /** A question holds the focus itself, so that an Enter too many answers nothing: once all is drawn that comes with it, as a list after its form. */
  ask(question: string, answers: readonly Answer[], lasts: Lasts): void {
    const asked: Message = { tone: "warning", sentence: question, answers, lasts };
    this.put(asked);
    setTimeout(() => {
      if (this.message !== asked) return;
      this.hadFocus = document.activeElement;
      this.querySelector<HTMLElement>(".question")?.focus();
    });
  }

  /** Another cell was selected. */
  selectionMoved(): void {
    if (this.message?.lasts === "untilSelection") this.clear();
  }

  /** Takes away what stands there; a question is answered with cancel. @returns whether anything stood there */
  dismiss(): boolean {
    if (this.message === null) return false;
    this.leave();
    return true;
  }

  /** Takes away what stands there, and gives the focus back. */
  private leave(): void {
    const { hadFocus } = this;
    this.clear();
    if (hadFocus instanceof HTMLElement && hadFocus.isConnected) hadFocus.focus();
  }

  clear(): void {
    this.put(null);
  }

  /** A sentence goes with the language it was said in; a question still wants its answer. */
  override drawAnew(): void {
    if (this.message?.answers) this.requestUpdate();
    else this.clear();
  }

  // Two standing regions: a screen reader announces what changes inside them.
  protected override render(): TemplateResult {
    const { message } = this;
    const isUrgent = message !== null && (message.answers !== null || message.tone === "error");
    const shown = message
      ? keyed(message, message.answers ? this.question(message, message.answers) : this.sentence(message))
      : nothing;
    return html`<div aria-live="polite" role="status">${isUrgent ? nothing : shown}</div>
      <div aria-live="assertive" role="alert">${isUrgent ? shown : nothing}</div>`;
  }

  private sentence({ tone, sentence }: Message): TemplateResult {
    return html`<div class="message ${tone}">
      <p>${sentence}</p>
      ${closeButton(strings().pane.close, () => this.clear())}
    </div>`;
  }

  private question(message: Message, choices: readonly Answer[]): TemplateResult {
    const answered = (chosen: () => void) => () => {
      this.leave();
      chosen();
    };
    // In the order of tabs, for Excel on the web moves the focus by its own list of what can be tabbed to.
    return html`<div class="message warning question" tabindex="0" role="group" aria-label=${message.sentence}>
      <p>${message.sentence}</p>
      ${answers(
        ...choices.map(({ label, chosen }) => button(label, "secondary", answered(chosen))),
        button(
          strings().pane.cancel,
          "secondary",
          answered(() => undefined),
        ),
      )}
    </div>`;
  }

  private put(message: Message | null): void {
    this.message = message;
    this.hadFocus = null;
    this.requestUpdate();
  }
}

customElements.define("target-messages", MessageBar);
