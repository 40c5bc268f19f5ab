/** Choosing departments and building their ledger, and what is made of a ledger: the leader's page and copy. */
import type { CatalogIndex } from "../core/catalog";
import { PRESETS } from "../core/status";
import { buildLedger, type Placement } from "../excel/buildLedger";
import { freezePeriod } from "../excel/freezePeriod";
import { makeLeadersCopy } from "../excel/leadersCopy";
import { makeSummary } from "../excel/makeSummary";
import { session } from "../excel/session";
import { lookAtUpdate, updateLedger } from "../excel/updateLedger";
import { keepEntry, keepPreset } from "../excel/workbookSettings";
import { ENTRIES } from "../sheets/ledgerColumns";
import { strings } from "../strings/strings";
import { updateChanges } from "./changeList";
import { circularText } from "./circularText";
import { button, element, setBusy } from "./elements";
import type { Pane, View } from "./pane";
import { ReturnsView } from "./returnsView";

const KEPT_NAMED = 5; // cells named in a sentence; the others are counted

/** A drop-down of values and what they are called. */
function choice(options: readonly (readonly [value: string, label: string])[]): HTMLSelectElement {
  return element("select", {}, ...options.map(([value, label]) => element("option", { value }, label)));
}

export class LedgerView implements View {
  readonly element = element("div", { class: "ledgerTab" });
  /** The view as it is but for collecting returns, which takes its place. */
  private readonly choosing = element("div", { class: "ledger" });
  private index: CatalogIndex | null = null;
  private readonly boxes = new Map<string, HTMLInputElement>();
  private readonly choices = element("ul", { class: "rows" });
  private readonly chosen = element("p", { class: "hint", role: "status" });
  private readonly build: HTMLButtonElement;
  private readonly summary: HTMLButtonElement;
  private readonly copy: HTMLButtonElement;
  private readonly freeze: HTMLButtonElement;
  private readonly collect: HTMLButtonElement;
  private readonly entry = choice(ENTRIES.map((each) => [each, strings().pane.entries[each]]));
  private readonly preset = choice(PRESETS.map((each) => [each, strings().presets[each].name]));
  private readonly presetRule = element("p", { class: "hint" });
  private readonly circular = element("div");
  private readonly returns: ReturnsView;

  constructor(private readonly pane: Pane) {
    const words = strings().pane;
    this.build = button(words.buildLedger, "primary", () => void this.buildFor("ask"));
    this.summary = button(words.summary, "secondary", () => void this.makeSummary("ask"));
    this.copy = button(words.leadersCopy, "secondary", () => void this.makeCopy("ask"));
    this.collect = button(strings().returns.open, "secondary", () => this.showReturns());
    this.freeze = button(words.freeze, "secondary", () => void this.freezePeriod(false));
    this.entry.addEventListener("change", () => void this.entryChosen());
    this.preset.addEventListener("change", () => void this.presetChosen());
    this.choosing.append(
      element(
        "div",
        { class: "heading" },
        element("h2", { id: "choose" }, words.chooseTitle),
        button(words.chooseAll, "link", () => this.tickAll(true)),
        button(words.chooseNone, "link", () => this.tickAll(false)),
      ),
      element("div", { role: "group", "aria-labelledby": "choose" }, this.choices),
      element(
        "div",
        { class: "settings" },
        element("label", {}, words.entryLabel, this.entry),
        element("label", {}, words.presetLabel, this.preset),
        this.presetRule,
      ),
      element("div", { class: "actions" }, this.chosen, this.build),
      element(
        "div",
        { class: "fromLedger" },
        element("p", { class: "hint" }, words.summaryHint),
        this.summary,
        element("p", { class: "hint" }, words.leadersCopyHint),
        this.copy,
        element("p", { class: "hint" }, words.freezeHint),
        this.freeze,
        element("p", { class: "hint" }, strings().returns.openHint),
        this.collect,
      ),
      this.circular,
    );
    this.returns = new ReturnsView(this.pane, () => this.showChoosing());
    this.returns.element.hidden = true;
    this.element.append(this.choosing, this.returns.element);
    this.settingsRead();
  }

  /** Collecting returns takes the place of the rest until one goes back. */
  showReturns(): void {
    this.pane.hush();
    this.choosing.hidden = true;
    this.returns.element.hidden = false;
    this.returns.show();
  }

  private showChoosing(): void {
    this.pane.hush();
    this.returns.element.hidden = true;
    this.choosing.hidden = false;
    this.collect.focus({ preventScroll: true });
  }

  /** The workbook's own choices are known. */
  settingsRead(): void {
    this.entry.value = session.entry;
    this.preset.value = session.rules.preset;
    this.presetRule.textContent = strings().presets[session.rules.preset].rule;
  }

  shown(): void {
    if (this.index === session.index) return;
    const { index } = session;
    this.index = index;
    this.boxes.clear();
    const words = strings().pane;
    this.choices.replaceChildren(
      ...index.catalog.departments.map(({ id, name }) => {
        const box = element("input", { type: "checkbox" });
        box.addEventListener("change", () => this.chosenAnew());
        this.boxes.set(id, box);
        const count = element("span", { class: "count" }, words.countOf(index.commitmentsOf(id).length));
        return element(
          "li",
          {},
          element("label", { class: "row choice" }, box, element("span", { class: "name" }, name), count),
        );
      }),
    );
    this.count();
  }

  private async entryChosen(): Promise<void> {
    const chosen = ENTRIES.find((each) => each === this.entry.value);
    if (chosen) await this.pane.run((context) => keepEntry(context, chosen));
    this.settingsRead();
  }

  private async presetChosen(): Promise<void> {
    const chosen = PRESETS.find((each) => each === this.preset.value);
    const outcome = chosen && (await this.pane.run((context) => keepPreset(context, chosen)));
    this.settingsRead();
    if (!chosen || !outcome?.done) return;
    this.pane.say("success", strings().pane.presetKept(strings().presets[chosen].name, outcome.answer.cells));
  }

  private tickAll(isTicked: boolean): void {
    for (const box of this.boxes.values()) box.checked = isTicked;
    this.chosenAnew();
  }

  private tickedDepartments(): string[] {
    return [...this.boxes].filter(([, box]) => box.checked).map(([id]) => id);
  }

  /** What was said or asked was about other departments. */
  private chosenAnew(): void {
    this.pane.hush();
    this.count();
  }

  private count(): void {
    const departments = this.tickedDepartments();
    const commitments = departments.reduce((sum, id) => sum + session.index.commitmentsOf(id).length, 0);
    this.chosen.textContent = strings().pane.chosen(departments.length, commitments);
  }

  private async buildFor(placement: Placement): Promise<void> {
    const words = strings().pane;
    const departments = this.tickedDepartments();
    if (departments.length === 0) {
      this.pane.say("warning", words.chooseFirst);
      return;
    }
    this.showBuilding(true);
    const outcome = await this.pane.run((context) => buildLedger(context, departments, placement));
    this.showBuilding(false);
    if (!outcome.done) return;
    if ("built" in outcome.answer) {
      const { name, rows } = outcome.answer.built;
      this.pane.say("success", words.ledgerBuilt(name, rows));
      return;
    }
    const { name, freeName, isLedger } = outcome.answer.occupied;
    const update = { label: words.ledgerUpdate, chosen: () => void this.update(name) };
    this.pane.ask(words.ledgerAsk(name) + (isLedger ? words.ledgerAskUpdate : "") + words.ledgerReplaceWarning, [
      ...(isLedger ? [update] : []),
      { label: words.ledgerNewSheet(freeName), chosen: () => void this.buildFor("newSheet") },
      { label: words.ledgerReplace, chosen: () => void this.buildFor("replace") },
    ]);
  }

  /** Extends the ledger that stands; where the catalog says otherwise than it does, a person sees that first. */
  private async update(name: string): Promise<void> {
    const departments = this.tickedDepartments();
    this.showBuilding(true);
    const outcome = await this.pane.run((context) => lookAtUpdate(context, name, departments));
    this.showBuilding(false);
    if (!outcome.done) return;
    if ("refused" in outcome.answer) {
      this.pane.say("warning", strings().pane.updateRefused[outcome.answer.refused]);
      return;
    }
    const changes = updateChanges(name, outcome.answer.update);
    if (changes === null || (await this.pane.seeFirst(changes))) await this.writeUpdate(name, departments);
  }

  private async writeUpdate(name: string, departments: readonly string[]): Promise<void> {
    const words = strings().pane;
    this.showBuilding(true);
    const outcome = await this.pane.run((context) => updateLedger(context, name, departments));
    this.showBuilding(false);
    if (!outcome.done || "refused" in outcome.answer) return;
    const { added, changed, gone, kept } = outcome.answer.update;
    const left = kept.length === 0 ? "" : words.updateKept(kept.slice(0, KEPT_NAMED), kept.length - KEPT_NAMED);
    this.pane.say("success", words.updated(name, added.length, changed.length, gone.length) + left);
  }

  /** Makes the leader's page of the ledger that stands in the workbook, and shows its paragraph to be copied. */
  async makeSummary(placement: Placement): Promise<void> {
    const words = strings().pane;
    setBusy(this.summary, true);
    this.pane.say("info", words.summarising);
    const outcome = await this.pane.run((context) => makeSummary(context, placement));
    setBusy(this.summary, false);
    if (!outcome.done) return;
    const { answer } = outcome;
    if ("noLedger" in answer || "busy" in answer) {
      this.pane.say("warning", "busy" in answer ? words.ledgerBusy : words.noLedger);
      return;
    }
    if ("made" in answer) {
      const { name, ledger, circular } = answer.made;
      this.pane.say("success", words.summaryMade(name, ledger));
      this.circular.replaceChildren(circularText(this.pane, circular));
      this.circular.scrollIntoView({ block: "nearest" });
      return;
    }
    const { name, freeName } = answer.occupied;
    this.pane.ask(words.copyAsk(name), [
      { label: words.ledgerNewSheet(freeName), chosen: () => void this.makeSummary("newSheet") },
      { label: words.summaryReplace, chosen: () => void this.makeSummary("replace") },
    ]);
  }

  /** Makes the leader's copy of the ledger that stands in the workbook. */
  async makeCopy(placement: Placement): Promise<void> {
    const words = strings().pane;
    setBusy(this.copy, true);
    this.pane.say("info", words.copying);
    const outcome = await this.pane.run((context) => makeLeadersCopy(context, placement));
    setBusy(this.copy, false);
    if (!outcome.done) return;
    const { answer } = outcome;
    if ("noLedger" in answer || "busy" in answer) {
      this.pane.say("warning", "busy" in answer ? words.ledgerBusy : words.noLedger);
      return;
    }
    if ("made" in answer) {
      this.pane.say("success", words.copied(answer.made.name, answer.made.errors));
      return;
    }
    const { name, freeName } = answer.occupied;
    this.pane.ask(words.copyAsk(name), [
      { label: words.ledgerNewSheet(freeName), chosen: () => void this.makeCopy("newSheet") },
      { label: words.copyReplace, chosen: () => void this.makeCopy("replace") },
    ]);
  }

  /** Keeps what the ledger says of its period, so that later figures leave it as it was signed. */
  async freezePeriod(isAgain: boolean): Promise<void> {
    const words = strings().pane;
    setBusy(this.freeze, true);
    this.pane.say("info", words.freezing);
    const outcome = await this.pane.run((context) => freezePeriod(context, isAgain));
    setBusy(this.freeze, false);
    if (!outcome.done) return;
    const { answer } = outcome;
    if ("refused" in answer) {
      const { noLedger, ledgerBusy: busy, freezeNoAsOf: noAsOf, ledgerLocked: locked } = words;
      this.pane.say("warning", { noLedger, busy, noAsOf, locked }[answer.refused]);
      return;
    }
    if ("already" in answer) {
      const { asOf, frozenAt } = answer.already;
      const again = { label: words.freezeAdd, chosen: () => void this.freezePeriod(true) };
      this.pane.ask(words.freezeAgain(asOf, frozenAt), [again]);
      return;
    }
    const { asOf, rows, sheet } = answer.frozen;
    this.pane.say("success", words.frozen(asOf, rows, sheet));
  }

  private showBuilding(isBuilding: boolean): void {
    setBusy(this.build, isBuilding);
    if (isBuilding) this.chosen.textContent = strings().pane.building;
    else this.count();
  }
}
