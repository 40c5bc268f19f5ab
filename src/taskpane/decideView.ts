/** <target-decide>: what two documents say of the same promise, side by side; a person takes one, says who and why. */
import { html, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { Changed } from "../core/compareCatalogs";
import type { Commitment } from "../core/types";
import { changeText, shortTarget } from "../strings/catalogChanges";
import { strings } from "../strings/strings";
import type { Decisions, Titles } from "./catalogTaking";
import { PaneElement } from "./paneElement";
import { actions, button, heading, hint, option } from "./parts";

export class DecideView extends PaneElement {
  private readonly held: Set<string>;
  private by = "";
  private why = "";

  /** @param answer is called once, with null where it is called off */
  constructor(
    private readonly open: readonly Changed[],
    private readonly titles: Titles,
    private readonly warn: (sentence: string) => void,
    private readonly answer: (decided: Decisions | null) => void,
  ) {
    super();
    this.className = "form decide";
    // What somebody corrected here stands until a person takes the newer one.
    this.held = new Set(open.filter(({ isCorrected }) => isCorrected).map(({ before }) => before.id));
  }

  protected override render(): TemplateResult {
    const words = strings().catalogs;
    const field = (label: string, value: string, typed: (text: string) => void) =>
      html`<label
        >${label}<input
          type="text"
          maxlength="200"
          .value=${live(value)}
          @input=${({ target }: Event) => typed((target as HTMLInputElement).value)}
      /></label>`;
    return html`${heading(words.decideTitle)} ${hint(words.decideHint)}
      <div class="rows">${this.open.map((each) => this.row(each))}</div>
      <div class="settings">
        ${field(words.by, this.by, (text) => (this.by = text))}
        ${field(words.why, this.why, (text) => (this.why = text))}
      </div>
      ${actions(
        button(words.back, "secondary", () => this.callOff()),
        button(words.goOn, "primary", () => this.goOn()),
      )}`;
  }

  private row(changed: Changed): TemplateResult {
    const words = strings().catalogs;
    const { before, after } = changed;
    const isHeld = this.held.has(before.id);
    const { titles } = this;
    const told = (label: string, { source }: Commitment, document: string) => `${label}　${source.phrase}　${document}`;
    const hold = (isOld: boolean) => () => {
      if (isOld) this.held.add(before.id);
      else this.held.delete(before.id);
      this.requestUpdate();
    };
    return html`<fieldset class="conflict">
      <legend>${after.indicator}</legend>
      ${hint(changeText(changed))}
      ${option(before.id, shortTarget(before), told(words.holdOld, before, titles.older(before)), isHeld, hold(true))}
      ${option(before.id, shortTarget(after), told(words.takeNew, after, titles.newer(after)), !isHeld, hold(false))}
    </fieldset>`;
  }

  /** Nothing is decided, and nothing is taken over. */
  callOff(): void {
    this.answer(null);
  }

  private goOn(): void {
    const [by, why] = [this.by.trim(), this.why.trim()];
    if (by === "" || why === "") return this.warn(strings().catalogs.signFirst);
    const recorded = new Date().toISOString().slice(0, 10);
    this.answer({ held: this.held, signed: { by, recorded, why } });
  }
}
customElements.define("target-decide", DecideView);
