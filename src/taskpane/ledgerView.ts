/** The ledger's tab: one short path for each thing that can be made, with what of it stands in the workbook. */
import { html, nothing, type TemplateResult } from "lit";
import { buildLedger } from "../excel/buildLedger";
import { followLedger, lookForLedger } from "../excel/ledgerWatch";
import { runInExcel } from "../excel/run";
import { session } from "../excel/session";
import { whatStands, type WhatStands } from "../excel/whatStands";
import { followWorkbook } from "../excel/workbookWatch";
import { strings } from "../strings/strings";
import type { Strings } from "../strings/zh";
import { circularText } from "./circularText";
import { guideLink } from "./guides";
import type { Form } from "./form";
import { FORMS, type FormName } from "./ledgerForms";
import { MadeOfLedger, type Busy, type Making } from "./madeOfLedger";
import type { Pane } from "./pane";
import { PaneElement } from "./paneElement";
import { hasPlaces } from "./placesView";
import { button, hint, type Drawn } from "./parts";
import { undecided } from "./undecidedCatalog";
import { UpdateOfLedger } from "./updateOfLedger";
import { pinQuietly } from "./pinning";

type Doing = Making | "update";

type Path = keyof Strings["ledgerTab"]["paths"];

/** What can be made where there is no ledger yet. */
const WITHOUT_LEDGER: ReadonlySet<Path> = new Set<Path>(["newLedger", "places", "ownSheet", "ownPromise"]);

const TYPING_PAUSE = 1500; // ms after a change before it is looked whether what was made is stale: three requests

export class LedgerView extends PaneElement {
  private doing: Doing | null = null;
  /** The paragraph of the summary made last. */
  private circular: string | null = null;
  /** The form in the list's place, and the path by which one came. */
  private open: FormName | null = null;
  private readonly forms = new Map<FormName, Form>();
  private readonly making: MadeOfLedger;
  private readonly updating: UpdateOfLedger;
  /** What is known to stand in the workbook; null until that was looked up. */
  private stands: WhatStands | null = null;
  /** Whether there is a ledger to make something of; until that is known its buttons can be pressed. */
  private hasLedger = true;
  private isFollowing = false;
  private pause: number | undefined;

  constructor(private readonly pane: Pane) {
    super();
    this.className = "ledgerTab";
    this.making = new MadeOfLedger(pane, this.busy, (circular) => void this.showCircular(circular));
    this.updating = new UpdateOfLedger(pane, this.busy);
    followLedger((isAtHand) => {
      this.hasLedger = isAtHand;
      this.requestUpdate();
      void this.look();
    });
  }

  /** Looks up what stands. What Excel does not tell now is left unsaid: the paths work without it. */
  private async look(): Promise<void> {
    if (!this.isConnected || this.open !== null) return;
    this.stands = await runInExcel(whatStands).catch(() => null);
    this.requestUpdate();
  }

  /** What stands of a path's thing, in a few words; what it makes, where nothing stands. */
  private state(name: Path): string {
    const words = strings().ledgerTab;
    const { ledgers = [], made = {}, marked = [], outdated = [] } = this.stands ?? {};
    if (name === "update" && ledgers.length > 0) return words.ledgersStand(ledgers);
    if (name === "newLedger" && ledgers.length > 0) return words.furtherLedger(ledgers.length);
    if (name === "ownSheet" && marked.length > 0)
      return words.marked(marked) + (outdated.length > 0 ? words.stale.ownSheet : "");
    const stands = name in made ? made[name as keyof typeof made] : undefined;
    if (!stands) return words.paths[name].about;
    const { sheet, madeAt, isStale, period } = stands;
    if (name === "freeze") return words.frozen(madeAt, period);
    if (name === "returns") return words.collected(madeAt);
    return words.stands(sheet, madeAt) + (isStale ? words.stale[name as keyof typeof words.stale] : "");
  }

  /** Makes the ledger of the catalog's first department, for somebody who begins. */
  async makeSample(): Promise<void> {
    const words = strings().pane;
    const [first] = session.refusal ? [] : session.index.catalog.departments;
    if (!first) return;
    const outcome = await this.pane.run((context) => buildLedger(context, session.inForce(), [first.id], "newSheet"));
    lookForLedger();
    if (!outcome.done || !("built" in outcome.answer)) return;
    const { name, rows } = outcome.answer.built;
    this.pane.say("success", words.ledgerBuilt(name, rows, session.entry));
    await pinQuietly(this.pane);
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
    void this.follow();
  }

  /** While the list is in sight it says at once what has become stale. */
  private async follow(): Promise<void> {
    if (this.isFollowing) return;
    this.isFollowing = true;
    const heard = () => {
      window.clearTimeout(this.pause);
      this.pause = window.setTimeout(() => {
        if (this.closest("[hidden]") === null && this.doing === null) void this.look();
      }, TYPING_PAUSE);
    };
    await runInExcel((context) => followWorkbook(context, heard)).catch(() => (this.isFollowing = false));
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
        this.path("brief", () => void making.switchBrief()),
        this.path("ownSheet", () => this.showForm("ownSheet")),
        this.path("ownPromise", () => this.showForm("ownPromise")),
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
      <p class="hint">${guideLink("ledgers", strings().ledgerTab.guide)}</p>
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
    const isOfPlaces = name === "scores" && this.stands?.made.places !== undefined; // of a county table
    const whyNot = this.hasLedger || isOfPlaces || WITHOUT_LEDGER.has(name) ? null : words.pane.noLedger;
    return html`<div class="path" data-path=${name}>
      <h3>${path.name}</h3>
      ${hint(this.state(name))} ${button(path.action, "secondary", pressed, this.doing === name, whyNot, path.name)}
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
