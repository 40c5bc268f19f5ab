/** The short form in which a person adds a promise of their own to the workbook's catalog; it can be taken back as a whole. */
import { html, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { CatalogIndex } from "../core/catalog";
import { guessedKind, OWN_KINDS, withOwnPromise, type OwnPromise } from "../core/ownPromise";
import type { Catalog, Kind } from "../core/types";
import { keepCatalog } from "../excel/catalogSource";
import { session } from "../excel/session";
import { errorSentence, strings } from "../strings/strings";
import { zh } from "../strings/zh";
import type { Form } from "./form";
import { mayKeep } from "./catalogHandling";
import { sayInForce } from "./ownCatalog";
import type { Pane } from "./pane";
import { PaneElement } from "./paneElement";
import { actions, backButton, button, choice, heading, hint, status } from "./parts";
import { undecided } from "./undecidedCatalog";

type Typed = Omit<OwnPromise, "kind">;
const NOTHING: Typed = { department: "", indicator: "", figure: "", unit: "" };

export class OwnPromiseView extends PaneElement implements Form {
  private typed: Typed = NOTHING;
  /** null as long as a person left it to the name. */
  private kind: Kind | null = null;
  private isBusy = false;

  /** @param back leads to where one came from, also once the promise stands */
  constructor(
    private readonly pane: Pane,
    private readonly back: () => void,
  ) {
    super();
    this.className = "form ownPromise";
  }

  /** @param known what a row of a sheet says already */
  show(known: Partial<Typed> = {}): void {
    this.typed = { ...NOTHING, ...known };
    this.kind = null;
    this.requestUpdate();
    void this.updateComplete.then(() => this.querySelector<HTMLElement>("input")?.focus({ preventScroll: true }));
  }

  protected override render(): TemplateResult {
    const words = strings().ownSheet.promise;
    if (session.refusal) return html`${backButton(this.back)} ${undecided(session.refusal, this.pane)}`;
    const { indicator, unit, figure } = this.typed;
    const guessed = guessedKind(indicator, unit, figure);
    const kinds = strings().kind;
    return html`${backButton(this.back)} ${heading(words.title)} ${hint(words.hint)}
      <div class="settings">
        ${this.field(words.department, "department")} ${this.field(words.indicator, "indicator")}
        ${this.field(words.figure, "figure")} ${this.field(words.unit, "unit")}
        ${choice<Kind>(
          words.kind,
          OWN_KINDS.map((each) => [each, kinds[each]] as const),
          this.kind ?? guessed,
          (kind) => {
            this.kind = kind;
            this.requestUpdate();
          },
        )}
      </div>
      ${actions(
        status(this.kind === null ? words.guessed : ""),
        button(words.add, "primary", () => void this.add(), this.isBusy),
      )}`;
  }

  private field(label: string, name: keyof Typed): TemplateResult {
    return html`<label
      >${label}<input
        type="text"
        maxlength="80"
        .value=${live(this.typed[name])}
        @input=${({ target }: Event) => {
          this.typed = { ...this.typed, [name]: (target as HTMLInputElement).value };
          this.requestUpdate();
        }}
    /></label>`;
  }

  private async add(): Promise<void> {
    const words = strings().ownSheet.promise;
    const before = session.catalog;
    try {
      const outcome = withOwnPromise(
        new CatalogIndex(before),
        { ...this.typed, kind: this.kind },
        zh.ownSheet.promise.document,
      );
      if ("known" in outcome) {
        this.pane.say("warning", words.known(outcome.known.indicator, outcome.known.id));
        return;
      }
      const { indicator, id } = outcome.added;
      if (!(await this.keep(outcome.catalog))) return;
      this.back();
      this.pane.ask(words.added(indicator, id), [
        { label: words.takeBack, chosen: () => void this.takeBack(before, indicator) },
      ]);
    } catch (error) {
      this.pane.say("warning", errorSentence(error));
    }
  }

  private async keep(catalog: Catalog): Promise<boolean> {
    this.isBusy = true;
    this.requestUpdate();
    try {
      if (!(await mayKeep(this.pane, catalog))) return false;
      const outcome = await this.pane.run((context) => keepCatalog(context, catalog));
      if (!outcome.done) return false;
      this.pane.catalogChanged();
      return true;
    } finally {
      this.isBusy = false;
      this.requestUpdate();
    }
  }

  /** The catalog as it was before, as a whole. */
  private async takeBack(before: Catalog, indicator: string): Promise<void> {
    const outcome = await this.pane.run((context) => keepCatalog(context, before));
    if (!outcome.done) return;
    this.pane.catalogChanged();
    sayInForce(this.pane, strings().ownSheet.promise.takenBack(indicator), outcome.answer);
  }
}
customElements.define("target-own-promise", OwnPromiseView);
