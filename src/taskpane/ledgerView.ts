/** The ledger's tab: one short path for each thing that can be made, with what of it stands in the workbook. */
import { html, nothing, type TemplateResult } from "lit";
import { followLedger, lookForLedger } from "../excel/ledgerWatch";
import { session } from "../excel/session";
import { strings } from "../strings/strings";
import type { Strings } from "../strings/zh";
import { circularText } from "./circularText";
import { FORMS, type Form, type FormName } from "./ledgerForms";
import { MadeOfLedger, type Busy, type Making } from "./madeOfLedger";
import type { Pane } from "./pane";
import { PaneElement } from "./paneElement";
import { hasPlaces } from "./placesView";
import { button, hint, type Drawn } from "./parts";
import { undecided } from "./undecidedCatalog";
import { UpdateOfLedger } from "./updateOfLedger";

type Doing = Making | "update";

type Path = keyof Strings["ledgerTab"]["paths"];

/** What can be made where there is no ledger yet. */
const WITHOUT_LEDGER: ReadonlySet<Path> = new Set<Path>(["newLedger", "places"]);

export class LedgerView extends PaneElement {
  private doing: Doing | null = null;
  /** The paragraph of the summary made last. */
  private circular: string | null = null;
  /** The form in the list's place, and the path by which one came. */
  private open: FormName | null = null;
  private readonly forms = new Map<FormName, Form>();
  private readonly making: MadeOfLedger;
  private readonly updating: UpdateOfLedger;
  /** Whether there is a ledger to make something of; until that is known its buttons can be pressed. */
  private hasLedger = true;

  constructor(private readonly pane: Pane) {
    super();
    this.className = "ledgerTab";
    this.making = new MadeOfLedger(pane, this.busy, (circular) => void this.showCircular(circular));
    this.updating = new UpdateOfLedger(pane, this.busy);
    followLedger((isAtHand) => {
      this.hasLedger = isAtHand;
      this.requestUpdate();
    });
  }

  /** Opens a form in the list's place. */
  showForm(name: FormName): void {
    this.pane.hush();
    this.open = name;
    this.formOf(name).show();
    this.requestUpdate();
  }

  /** Shows the list again. @returns whether a form was open */
  private showList(): boolean {
    const left = this.open;
    if (left === null) return false;
    this.pane.hush();
    this.open = null;
    lookForLedger();
    this.requestUpdate();
    void this.updateComplete.then(() =>
      this.querySelector<HTMLElement>(`[data-path="${left}"] button`)?.focus({ preventScroll: true }),
    );
    return true;
  }

  goBack(): boolean {
    if (this.open !== null && (this.formOf(this.open).goBack?.() ?? false)) return true;
    return this.showList();
  }

  makeSummary(): void {
    this.showList();
    void this.making.makeSummary("ask");
  }

  makeCopy(): void {
    this.showList();
    void this.making.makeCopy("ask");
  }

  freezePeriod(): void {
    this.showList();
    void this.making.freezePeriod(false);
  }

  /** The workbook's own choices are known. */
  settingsRead(): void {
    this.redraw();
  }

  shown(): void {
    lookForLedger();
    this.redraw();
  }

  private redraw(): void {
    this.requestUpdate();
    if (this.open !== null) this.formOf(this.open).show();
  }

  private formOf(name: FormName): Form {
    const form = this.forms.get(name) ?? FORMS[name](this.pane, () => this.showList());
    this.forms.set(name, form);
    return form;
  }

  protected override render(): TemplateResult {
    if (this.open !== null) return html`${this.formOf(this.open)}`;
    if (session.refusal) return undecided(session.refusal, this.pane);
    const { groups } = strings().ledgerTab;
    const { making } = this;
    return html`<div class="paths">
      ${this.hasLedger ? nothing : hint(strings().pane.noLedger)}
      ${this.group(groups.ledger, [
        this.path("newLedger", () => this.showForm("newLedger")),
        this.path("update", () => void this.updating.updateStanding()),
      ])}
      ${this.group(groups.made, [
        this.path("summary", () => void making.makeSummary("ask")),
        this.circular === null ? nothing : circularText(this.pane, this.circular),
        this.path("copy", () => void making.makeCopy("ask")),
        this.path("scores", () => void making.makeScores("ask")),
        hasPlaces() ? this.path("places", () => this.showForm("places")) : nothing,
      ])}
      ${this.group(groups.kept, [
        this.path("returns", () => this.showForm("returns")),
        this.path("freeze", () => void making.freezePeriod(false)),
      ])}
    </div>`;
  }

  private group(title: string, rows: readonly Drawn[]): TemplateResult {
    return html`<section>
      <h2>${title}</h2>
      ${rows}
    </section>`;
  }

  /** One thing that can be made: what it is, and the button that begins it. */
  private path(name: Path, pressed: () => void): TemplateResult {
    const words = strings();
    const path = words.ledgerTab.paths[name];
    const whyNot = this.hasLedger || WITHOUT_LEDGER.has(name) ? null : words.pane.noLedger;
    return html`<div class="path" data-path=${name}>
      <h3>${path.name}</h3>
      ${hint(path.about)} ${button(path.action, "secondary", pressed, this.doing === name, whyNot, path.name)}
    </div>`;
  }

  private async showCircular(circular: string): Promise<void> {
    this.circular = circular;
    this.requestUpdate();
    await this.updateComplete;
    this.querySelector(".circular")?.scrollIntoView({ block: "nearest" });
  }

  /** Work in Excel, with the button that asked for it waiting. */
  private readonly busy: Busy<Doing> = async (doing, work) => {
    this.doing = doing;
    this.requestUpdate();
    try {
      return await work();
    } finally {
      this.doing = null;
      lookForLedger();
      this.requestUpdate();
    }
  };
}

customElements.define("target-ledger", LedgerView);
