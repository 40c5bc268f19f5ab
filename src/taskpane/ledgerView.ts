/** Choosing departments and building their ledger. */
import type { CatalogIndex } from "../core/catalog";
import { buildLedger, type Placement } from "../excel/buildLedger";
import { makeLeadersCopy } from "../excel/leadersCopy";
import { session } from "../excel/session";
import { strings } from "../strings/strings";
import { button, element, setBusy } from "./elements";
import type { Pane, View } from "./pane";

export class LedgerView implements View {
  readonly element = element("div", { class: "ledger" });
  private index: CatalogIndex | null = null;
  private readonly boxes = new Map<string, HTMLInputElement>();
  private readonly choices = element("ul", { class: "rows" });
  private readonly chosen = element("p", { class: "hint", role: "status" });
  private readonly build: HTMLButtonElement;
  private readonly copy: HTMLButtonElement;

  constructor(private readonly pane: Pane) {
    const words = strings().pane;
    this.build = button(words.buildLedger, "primary", () => void this.buildFor("ask"));
    this.copy = button(words.leadersCopy, "secondary", () => void this.makeCopy("ask"));
    this.element.append(
      element(
        "div",
        { class: "heading" },
        element("h2", { id: "choose" }, words.chooseTitle),
        button(words.chooseAll, "link", () => this.tickAll(true)),
        button(words.chooseNone, "link", () => this.tickAll(false)),
      ),
      element("div", { role: "group", "aria-labelledby": "choose" }, this.choices),
      element("div", { class: "actions" }, this.chosen, this.build),
      element("div", { class: "actions" }, element("p", { class: "hint" }, words.leadersCopyHint), this.copy),
    );
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
    const { name, freeName } = outcome.answer.occupied;
    this.pane.ask(words.ledgerAsk(name) + words.ledgerReplaceWarning, [
      { label: words.ledgerNewSheet(freeName), chosen: () => void this.buildFor("newSheet") },
      { label: words.ledgerReplace, chosen: () => void this.buildFor("replace") },
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
    if ("noLedger" in answer) {
      this.pane.say("warning", words.noLedger);
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
    this.pane.ask(words.copyAsk(name), [
      { label: words.ledgerNewSheet(freeName), chosen: () => void this.makeCopy("newSheet") },
      { label: words.copyReplace, chosen: () => void this.makeCopy("replace") },
    ]);
  }

  private showBuilding(isBuilding: boolean): void {
    setBusy(this.build, isBuilding);
    if (isBuilding) this.chosen.textContent = strings().pane.building;
    else this.count();
  }
}
