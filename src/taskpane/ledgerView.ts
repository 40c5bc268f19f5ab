/** Choosing departments and building their ledger, and what is made of a ledger: the leader's page and copy. */
import { html, nothing, type TemplateResult } from "lit";
import { tidy } from "../core/expression";
import { PRESETS } from "../core/status";
import type { Department } from "../core/types";
import { buildLedger, type Placement } from "../excel/buildLedger";
import { carryLedger } from "../excel/carryLedger";
import { freezePeriod } from "../excel/freezePeriod";
import { followLedger, lookForLedger } from "../excel/ledgerWatch";
import { makeLeadersCopy } from "../excel/leadersCopy";
import { makeScores } from "../excel/makeScores";
import { makeSummary } from "../excel/makeSummary";
import { session } from "../excel/session";
import { lookAtUpdate, updateLedger } from "../excel/updateLedger";
import { keepEntry, keepPreset } from "../excel/workbookSettings";
import { isCarriable } from "../sheets/carriedLedger";
import { ENTRIES, type Entry } from "../sheets/ledgerColumns";
import { errorSentence, strings } from "../strings/strings";
import { updateChanges } from "./changeList";
import { circularText } from "./circularText";
import type { Pane } from "./pane";
import { PaneElement } from "./paneElement";
import { hasPlaces, PlacesView } from "./placesView";
import { actions, button, choice, heading, hint, status, type Drawn } from "./parts";
import { ReturnsView } from "./returnsView";
import { undecided } from "./undecidedCatalog";
import { askWhichLedger, isNoLedger } from "./whichLedger";

const KEPT_NAMED = 5; // cells named in a sentence; the others are counted

/** What the view is busy with; its button waits. */
type Doing = "building" | "summary" | "scores" | "copy" | "freeze";

export class LedgerView extends PaneElement {
  private ticked: ReadonlySet<string> = new Set();
  private doing: Doing | null = null;
  /** The paragraph of the summary made last. */
  private circular: string | null = null;
  /** Collecting returns takes the place of the rest until one goes back. */
  private isCollecting = false;
  private readonly returns: ReturnsView;
  /** So does comparing places. */
  private isComparing = false;
  private readonly places: PlacesView;
  /** Whether there is a ledger to make something of; until that is known its buttons can be pressed. */
  private hasLedger = true;

  constructor(private readonly pane: Pane) {
    super();
    this.className = "ledgerTab";
    this.returns = new ReturnsView(this.pane, () => this.showChoosing());
    this.places = new PlacesView(this.pane, () => this.showChoosing());
    followLedger((isAtHand) => {
      this.hasLedger = isAtHand;
      this.requestUpdate();
    });
  }

  showReturns(): void {
    this.pane.hush();
    this.isCollecting = true;
    this.requestUpdate();
    this.returns.show();
  }

  private showPlaces(): void {
    this.pane.hush();
    this.isComparing = true;
    this.requestUpdate();
    this.places.show();
  }

  private showChoosing(): void {
    this.pane.hush();
    this.isCollecting = false;
    this.isComparing = false;
    this.requestUpdate();
    void this.updateComplete.then(() =>
      this.querySelector<HTMLElement>(".fromLedger button:last-of-type")?.focus({ preventScroll: true }),
    );
  }

  /** The workbook's own choices are known. */
  settingsRead(): void {
    this.requestUpdate();
  }

  shown(): void {
    lookForLedger();
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    this.returns.hidden = !this.isCollecting;
    this.places.hidden = !this.isComparing || this.isCollecting;
    return html`<div class="ledger" ?hidden=${this.isCollecting || this.isComparing}>
        ${this.departments()} ${this.settings()} ${this.building()} ${this.comparing()} ${this.madeOfLedger()}
        ${this.circular === null ? nothing : circularText(this.pane, this.circular)}
      </div>
      ${this.returns} ${this.places}`;
  }

  private departments(): TemplateResult {
    const words = strings().pane;
    if (session.refusal) return undecided(session.refusal, this.pane);
    const { catalog } = session.index;
    return html`${heading(
        words.chooseTitle,
        button(words.chooseAll, "link", () => this.tick(catalog.departments.map(({ id }) => id))),
        button(words.chooseNone, "link", () => this.tick([])),
      )}
      <div role="group" aria-label=${words.chooseTitle}>
        <ul class="rows">
          ${catalog.departments.map((department) => this.departmentRow(department))}
        </ul>
      </div>`;
  }

  private departmentRow({ id, name }: Department): TemplateResult {
    const turn = ({ target }: Event) =>
      this.tick(
        (target as HTMLInputElement).checked ? [...this.ticked, id] : [...this.ticked].filter((each) => each !== id),
      );
    return html`<li>
      <label class="row choice">
        <input type="checkbox" .checked=${this.ticked.has(id)} @change=${turn} />
        <span class="name">${name}</span>
        <span class="count">${strings().pane.countOf(session.index.commitmentsOf(id).length)}</span>
      </label>
    </li>`;
  }

  private settings(): TemplateResult {
    const words = strings();
    const { preset } = session.rules;
    return html`<div class="settings">
      ${choice(
        words.pane.entryLabel,
        ENTRIES.map((each) => [each, words.pane.entries[each]]),
        session.entry,
        (chosen) => void this.entryChosen(chosen),
      )}
      ${choice(
        words.pane.presetLabel,
        PRESETS.map((each) => [each, words.presets[each].name]),
        preset,
        (chosen) => void this.presetChosen(chosen),
      )}
      ${hint(words.presets[preset].rule)} ${this.judgedByLedger()}
    </div>`;
  }

  /** By which ledger functions judge, and why not where its tolerances can not be read. */
  private judgedByLedger(): Drawn {
    const { ledgerRules, noVerdict, measuring } = session;
    if (!ledgerRules) return nothing;
    const words = strings();
    if (noVerdict) return hint(errorSentence(noVerdict));
    const shown = (amount: number) => String(tidy(amount));
    const share = (part: number) => shown(part * 100);
    return hint(
      words.pane.judgedByLedger(
        ledgerRules.sheet,
        words.presets[measuring.preset].name,
        share(measuring.shareTolerance),
        shown(measuring.pointTolerance),
        share(measuring.shareGrace),
      ),
    );
  }

  private building(): TemplateResult {
    const words = strings().pane;
    const departments = this.tickedDepartments();
    const commitments = departments.reduce((sum, id) => sum + session.index.commitmentsOf(id).length, 0);
    const isBuilding = this.doing === "building";
    return actions(
      status(isBuilding ? words.building : words.chosen(departments.length, commitments)),
      button(words.buildLedger, "primary", () => void this.buildFor("ask"), isBuilding),
    );
  }

  /** The way to the county table, where the catalog has targets that are split. */
  private comparing(): Drawn {
    if (!hasPlaces()) return nothing;
    const words = strings().placesTable.pane;
    return html`<div class="comparing">
      ${hint(words.hint)} ${button(words.title, "secondary", () => this.showPlaces())}
    </div>`;
  }

  private madeOfLedger(): TemplateResult {
    const words = strings();
    const whyNot = this.hasLedger ? null : words.pane.noLedger;
    const line = (said: string, label: string, doing: Doing | null, pressed: () => void): Drawn =>
      html`${hint(said)} ${button(label, "secondary", pressed, doing !== null && this.doing === doing, whyNot)}`;
    return html`<div class="fromLedger">
      ${whyNot === null ? nothing : html`<div class="across">${hint(whyNot)}</div>`}
      ${line(words.pane.summaryHint, words.pane.summary, "summary", () => void this.makeSummary("ask"))}
      ${line(words.pane.scoresHint, words.pane.scores, "scores", () => void this.makeScores("ask"))}
      ${line(words.pane.leadersCopyHint, words.pane.leadersCopy, "copy", () => void this.makeCopy("ask"))}
      ${line(words.pane.freezeHint, words.pane.freeze, "freeze", () => void this.freezePeriod(false))}
      ${line(words.returns.openHint, words.returns.open, null, () => this.showReturns())}
    </div>`;
  }

  private async entryChosen(chosen: Entry): Promise<void> {
    await this.pane.run((context) => keepEntry(context, chosen));
    this.requestUpdate();
  }

  private async presetChosen(chosen: (typeof PRESETS)[number]): Promise<void> {
    const outcome = await this.pane.run((context) => keepPreset(context, chosen));
    this.requestUpdate();
    if (!outcome.done) return;
    const words = strings().pane;
    if ("notRefreshed" in outcome.answer) this.pane.say("warning", words.keptNotRefreshed);
    else this.pane.say("success", words.presetKept(strings().presets[chosen].name, outcome.answer.refreshed.cells));
  }

  /** Other departments are chosen: what was said or asked was about those before. */
  private tick(ids: readonly string[]): void {
    this.ticked = new Set(ids);
    this.pane.hush();
    this.requestUpdate();
  }

  /** In the catalog's order. */
  private tickedDepartments(): string[] {
    if (session.refusal) return [];
    return session.index.catalog.departments.map(({ id }) => id).filter((id) => this.ticked.has(id));
  }

  /** Work in Excel, with the button that asked for it waiting. */
  private async busy<T>(doing: Doing, work: () => Promise<T>): Promise<T> {
    this.doing = doing;
    this.requestUpdate();
    try {
      return await work();
    } finally {
      this.doing = null;
      lookForLedger();
      this.requestUpdate();
    }
  }

  private async buildFor(placement: Placement): Promise<void> {
    const words = strings().pane;
    const departments = this.tickedDepartments();
    if (departments.length === 0) {
      this.pane.say("warning", words.chooseFirst);
      return;
    }
    const outcome = await this.busy("building", () =>
      this.pane.run((context) => buildLedger(context, session.inForce(), departments, placement)),
    );
    if (!outcome.done) return;
    if ("built" in outcome.answer) {
      const { name, rows } = outcome.answer.built;
      this.pane.say("success", words.ledgerBuilt(name, rows, session.entry));
      return;
    }
    const { name, freeName, ledgers } = outcome.answer.occupied;
    const updates = ledgers.map((each) => ({
      label: ledgers.length === 1 ? words.ledgerUpdate : words.ledgerUpdateNamed(each),
      chosen: () => void this.extend(each),
    }));
    const question = [
      name === null ? words.ledgersStand(ledgers) : words.ledgerAsk(name),
      ledgers.length > 0 && words.ledgerAskUpdate,
      name !== null && words.ledgerReplaceWarning,
      name !== null && words.replaceLeaves,
    ];
    this.pane.ask(question.filter((part) => part !== false).join(""), [
      ...updates,
      { label: words.ledgerNewSheet(freeName), chosen: () => void this.buildFor("newSheet") },
      ...(name === null ? [] : [{ label: words.ledgerReplace, chosen: () => void this.buildFor("replace") }]),
    ]);
  }

  /** Extends the ledger that stands; where the catalog says otherwise than it does, a person sees that first. */
  private async extend(name: string): Promise<void> {
    const departments = this.tickedDepartments();
    const outcome = await this.busy("building", () =>
      this.pane.run((context) => lookAtUpdate(context, session.inForce(), name, departments)),
    );
    if (!outcome.done) return;
    if ("refused" in outcome.answer) {
      const { answer } = outcome;
      if (answer.refused === "entryDiffers" && isCarriable(answer.standing, session.entry))
        this.pane.ask(strings().pane.carryAsk(name, answer.standing, session.entry), [
          { label: strings().pane.carry, chosen: () => void this.carry(name, departments) },
        ]);
      else this.pane.say("warning", updateRefusal(answer));
      return;
    }
    const changes = updateChanges(name, outcome.answer.update);
    if (changes === null || (await this.pane.seeFirst(changes))) await this.writeUpdate(name, departments);
  }

  /** Makes a ledger by the other rhythm, with the figures that are typed. */
  private async carry(name: string, departments: readonly string[]): Promise<void> {
    const words = strings().pane;
    const outcome = await this.busy("building", () =>
      this.pane.run((context) => carryLedger(context, session.inForce(), name, departments)),
    );
    if (!outcome.done) return;
    const { answer } = outcome;
    if ("carried" in answer) {
      const { name: made, rows, cells, left } = answer.carried;
      const places = left.slice(0, KEPT_NAMED).map(({ row, heading }) => words.carriedPlace(row, heading));
      const untold = left.length === 0 ? "" : words.carryLeft(places, left.length - places.length, name);
      this.pane.say(left.length === 0 ? "success" : "warning", words.carried(made, rows, cells, name) + untold);
      return;
    }
    if (isNoLedger(answer)) this.pane.say("warning", words.noLedger);
    else this.pane.say("warning", answer.refused === "busy" ? words.ledgerBusy : words.carryRefused);
  }

  private async writeUpdate(name: string, departments: readonly string[]): Promise<void> {
    const words = strings().pane;
    const outcome = await this.busy("building", () =>
      this.pane.run((context) => updateLedger(context, session.inForce(), name, departments)),
    );
    if (!outcome.done) return;
    if ("refused" in outcome.answer) {
      this.pane.say("warning", updateRefusal(outcome.answer));
      return;
    }
    const { added, changed, gone, kept } = outcome.answer.update;
    const left = kept.length === 0 ? "" : words.updateKept(kept.slice(0, KEPT_NAMED), kept.length - KEPT_NAMED);
    this.pane.say("success", words.updated(name, added.length, changed.length, gone.length) + left);
  }

  /** Makes the leader's page of the ledger that stands in the workbook, and shows its paragraph to be copied. */
  async makeSummary(placement: Placement, wanted: string | null = null): Promise<void> {
    const words = strings().pane;
    this.pane.say("info", words.summarising);
    const outcome = await this.busy("summary", () =>
      this.pane.run((context) => makeSummary(context, session.inForce(), placement, wanted)),
    );
    if (!outcome.done) return;
    const { answer } = outcome;
    if (isNoLedger(answer)) {
      askWhichLedger(this.pane, answer, (sheet) => void this.makeSummary(placement, sheet));
      return;
    }
    if ("busy" in answer) {
      this.pane.say("warning", words.ledgerBusy);
      return;
    }
    if ("made" in answer) {
      const { name, ledger, circular } = answer.made;
      this.pane.say("success", words.summaryMade(name, ledger));
      this.circular = circular;
      this.requestUpdate();
      await this.updateComplete;
      this.querySelector(".circular")?.scrollIntoView({ block: "nearest" });
      return;
    }
    const { name, freeName } = answer.occupied;
    this.pane.ask(`${words.copyAsk(name)}${words.replaceLeaves}`, [
      { label: words.ledgerNewSheet(freeName), chosen: () => void this.makeSummary("newSheet", wanted) },
      { label: words.summaryReplace, chosen: () => void this.makeSummary("replace", wanted) },
    ]);
  }

  /** Makes the score sheet of the ledger that stands in the workbook. */
  async makeScores(placement: Placement, wanted: string | null = null): Promise<void> {
    const words = strings().pane;
    this.pane.say("info", words.scoring);
    const outcome = await this.busy("scores", () =>
      this.pane.run((context) => makeScores(context, session.inForce(), placement, wanted)),
    );
    if (!outcome.done) return;
    const { answer } = outcome;
    if (isNoLedger(answer)) askWhichLedger(this.pane, answer, (sheet) => void this.makeScores(placement, sheet));
    else if ("busy" in answer) this.pane.say("warning", words.ledgerBusy);
    else if ("made" in answer) {
      const { name, ledger, rows } = answer.made;
      this.pane.say("success", words.scoresMade(name, ledger, rows));
    } else {
      const { name, freeName } = answer.occupied;
      this.pane.ask(`${words.copyAsk(name)}${words.replaceLeaves}`, [
        { label: words.ledgerNewSheet(freeName), chosen: () => void this.makeScores("newSheet", wanted) },
        { label: words.scoresReplace, chosen: () => void this.makeScores("replace", wanted) },
      ]);
    }
  }

  /** Makes the leader's copy of the ledger that stands in the workbook. */
  async makeCopy(placement: Placement, wanted: string | null = null): Promise<void> {
    const words = strings().pane;
    this.pane.say("info", words.copying);
    const outcome = await this.busy("copy", () =>
      this.pane.run((context) => makeLeadersCopy(context, session.inForce(), placement, wanted)),
    );
    if (!outcome.done) return;
    const { answer } = outcome;
    if (isNoLedger(answer)) {
      askWhichLedger(this.pane, answer, (sheet) => void this.makeCopy(placement, sheet));
      return;
    }
    if ("busy" in answer) {
      this.pane.say("warning", words.ledgerBusy);
      return;
    }
    if ("made" in answer) {
      this.pane.say("success", words.copied(answer.made.name, answer.made.errors));
      return;
    }
    const { name, freeName } = answer.occupied;
    this.pane.ask(`${words.copyAsk(name)}${words.replaceLeaves}`, [
      { label: words.ledgerNewSheet(freeName), chosen: () => void this.makeCopy("newSheet", wanted) },
      { label: words.copyReplace, chosen: () => void this.makeCopy("replace", wanted) },
    ]);
  }

  /** Keeps what the ledger says of its period, so that later figures leave it as it was signed. */
  async freezePeriod(isAgain: boolean, wanted: string | null = null): Promise<void> {
    const words = strings().pane;
    this.pane.say("info", words.freezing);
    const outcome = await this.busy("freeze", () =>
      this.pane.run((context) => freezePeriod(context, session.inForce(), isAgain, wanted)),
    );
    if (!outcome.done) return;
    const { answer } = outcome;
    if (isNoLedger(answer)) {
      askWhichLedger(this.pane, answer, (sheet) => void this.freezePeriod(isAgain, sheet));
      return;
    }
    if ("refused" in answer) {
      const { ledgerBusy: busy, freezeNoAsOf: noAsOf, ledgerLocked: locked, ledgerDenied: denied } = words;
      this.pane.say("warning", { busy, noAsOf, locked, denied }[answer.refused]);
      return;
    }
    if ("already" in answer) {
      const { asOf, frozenAt } = answer.already;
      const again = { label: words.freezeAdd, chosen: () => void this.freezePeriod(true, wanted) };
      this.pane.ask(words.freezeAgain(asOf, frozenAt), [again]);
      return;
    }
    const { asOf, rows, sheet } = answer.frozen;
    this.pane.say("success", words.frozen(asOf, rows, sheet));
  }
}

customElements.define("target-ledger", LedgerView);

type UpdateRefusal = Extract<Awaited<ReturnType<typeof updateLedger>>, { readonly refused: unknown }>;

function updateRefusal(answer: UpdateRefusal): string {
  const words = strings().pane.updateRefused;
  if (answer.refused === "noPeriods") return words.noPeriods(answer.missing);
  return answer.refused === "entryDiffers" ? words.entryDiffers(answer.standing) : words[answer.refused];
}
