/** <target-tolerances>: how much a shortfall may be before its colour turns, set for the workbook in points. */
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { tidy } from "../core/expression";
import type { ToleranceName } from "../core/errors";
import { RULES } from "../core/status";
import type { Kept } from "../excel/catalogSource";
import { session } from "../excel/session";
import { keepPreset, keepTolerances } from "../excel/workbookSettings";
import { isTolerance, TOLERANCE_NAMES } from "../sheets/judgedBy";
import { strings } from "../strings/strings";
import type { Outcome } from "./excelRun";
import type { Pane } from "./pane";
import { PaneElement } from "./paneElement";
import { button } from "./parts";

/** Shares are kept as fractions and typed as points. */
const POINTS: Readonly<Record<ToleranceName, number>> = { shareTolerance: 100, pointTolerance: 1, shareGrace: 100 };

export class ToleranceFields extends PaneElement {
  /** The field that holds no tolerance, and what was typed there. */
  private wrong: { readonly name: ToleranceName; readonly typed: string } | null = null;

  constructor(private readonly pane: Pane) {
    super();
    this.className = "fields";
  }

  protected override render(): TemplateResult {
    const words = strings();
    const { rules } = session;
    const isChanged = TOLERANCE_NAMES.some((name) => rules[name] !== RULES[rules.preset][name]);
    return html`${TOLERANCE_NAMES.map((name) => this.field(name))}
    ${
      isChanged
        ? html`<div>
            ${button(words.settings.presetTolerances(words.presets[rules.preset].name), "link", () => void this.reset())}
          </div>`
        : nothing
    }`;
  }

  private field(name: ToleranceName): TemplateResult {
    const shown = String(tidy(session.rules[name] * POINTS[name]));
    const wrong = this.wrong?.name === name ? this.wrong.typed : null;
    const changed = ({ target }: Event) => void this.set(name, (target as HTMLInputElement).value);
    return html`<label
      >${strings().settings.tolerances[name]}<input
        inputmode="decimal"
        autocomplete="off"
        maxlength="8"
        aria-invalid=${wrong === null ? nothing : "true"}
        .value=${live(wrong ?? shown)}
        @change=${changed}
    /></label>`;
  }

  private async set(name: ToleranceName, typed: string): Promise<void> {
    const text = typed.normalize("NFKC").trim().replace(/%$/, "");
    const value = text === "" ? NaN : tidy(Number(text) / POINTS[name]);
    this.pane.hush();
    this.wrong = isTolerance(name, value) ? null : { name, typed };
    this.requestUpdate();
    if (this.wrong) {
      this.pane.say("warning", strings().settings.noTolerance(strings().settings.tolerances[name]));
      return;
    }
    const { shareTolerance, pointTolerance, shareGrace } = session.rules;
    const set = { shareTolerance, pointTolerance, shareGrace, [name]: value };
    this.told(await this.pane.run((context) => keepTolerances(context, set)));
  }

  private async reset(): Promise<void> {
    this.wrong = null;
    this.told(await this.pane.run((context) => keepPreset(context, session.rules.preset)));
  }

  private told(outcome: Outcome<Kept>): void {
    this.requestUpdate();
    this.dispatchEvent(new Event("change", { bubbles: true }));
    if (!outcome.done) return;
    const { settings, pane } = strings();
    if ("notRefreshed" in outcome.answer) this.pane.say("warning", pane.keptNotRefreshed);
    else
      this.pane.say(
        "success",
        session.ledgerRules ? settings.tolerancesKeptBeside(session.ledgerRules.sheet) : settings.tolerancesKept,
      );
  }
}

customElements.define("target-tolerances", ToleranceFields);
