/** What needs attention in the workbook, as lists one can walk through; and calling all our formulas anew. */
import { html, nothing, type TemplateResult } from "lit";
import type { Status } from "../core/types";
import { checkWorkbook, restoreDamages, type Checked } from "../excel/checkWorkbook";
import { goTo, inspectWorkbook, type Inspection, type OurCell, type Verdict } from "../excel/inspect";
import { differences, refreshOurCells, targetChanges, type Difference } from "../excel/refresh";
import { session } from "../excel/session";
import { firstCall } from "../sheets/calls";
import type { Damage } from "../sheets/damage";
import { isBusyText } from "../sheets/errorValues";
import { addressOf } from "../sheets/plan";
import { errorSentence, strings } from "../strings/strings";
import { explain } from "./cellExplanation";
import { refreshChanges } from "./changeList";
import type { Outcome } from "./excelRun";
import type { Pane } from "./pane";
import { PaneElement } from "./paneElement";
import { actions, answers, button, findingRow, findings, heading, hint, status, type Drawn } from "./parts";

const BUSY_PAUSE = 700; // ms before cells that are still being calculated are read again
const BUSY_READS = 6;

/** What a check found. */
interface Look {
  readonly inspection: Checked;
  /** What a refresh changed; none where nothing was refreshed. */
  readonly differing: readonly Difference[];
}

/** The verdicts that ask for something, the most pressing first. */
const SHORTFALLS: readonly Status[] = ["farBehind", "behind", "unreported", "unverifiable"];

export class CheckView extends PaneElement {
  private checked: Look | null = null;
  private doing: string | null = null;

  constructor(private readonly pane: Pane) {
    super();
    this.className = "check";
  }

  shown(): void {
    void this.look();
  }

  /** Calls every formula of ours anew, once a person has seen which targets that changes; then lists what came of it. */
  async refreshAll(): Promise<void> {
    const words = strings().pane;
    this.showDoing(words.refreshing);
    const before = await this.pane.run(inspectWorkbook);
    this.showDoing(null);
    if (!before.done) return;
    // Where no catalog is in force, refreshing changes no figure into another: cells say why they do not answer.
    const found = session.refusal ? [] : targetChanges(session.index, before.answer);
    const changes = refreshChanges(found, words.refreshNow);
    if (changes && !(await this.pane.seeFirst(changes))) return;
    this.showDoing(words.refreshing);
    const outcome = await this.pane.run(refreshOurCells);
    this.showDoing(null);
    if (!outcome.done) return;
    const differing = await this.look(before.answer);
    const { cells, locked, denied = [] } = outcome.answer;
    const left =
      (locked.length > 0 ? words.refreshLocked(locked) : "") + (denied.length > 0 ? words.refreshDenied(denied) : "");
    this.pane.say(left === "" ? "success" : "warning", words.refreshed(cells, differing) + left);
    this.pane.lookAgain();
  }

  protected override render(): TemplateResult {
    const words = strings().pane;
    const isBusy = this.doing !== null;
    return html`${heading(
        words.checkTitle,
        button(words.checkNow, "secondary", () => void this.look(), isBusy),
      )}
      ${status(this.doing ?? this.summary())}
      <div class="findings">${this.findings()}</div>
      ${actions(
        hint(words.refreshHint),
        button(words.refresh, "secondary", () => void this.refreshAll(), isBusy),
      )}`;
  }

  private summary(): string {
    if (!this.checked) return "";
    const { inspection } = this.checked;
    const { cells, verdicts, damages } = inspection;
    return strings().pane.checked({
      ...inspection,
      errors: cells.filter(({ isError }) => isError).length,
      attention: verdicts.filter(({ status }) => status === null || SHORTFALLS.includes(status)).length,
      damaged: damages.length,
    });
  }

  private findings(): readonly Drawn[] {
    if (!this.checked) return [];
    const words = strings().pane;
    const { differing, inspection } = this.checked;
    const { cells, verdicts, damages } = inspection;
    const errors = cells.filter((cell) => cell.isError);
    return [
      findings(words.checkDamaged, damages, (each) => this.damageRow(each)),
      damages.length === 0
        ? nothing
        : answers(
            button(
              words.restoreDamages(damages.length),
              "primary",
              () => void this.restore(damages),
              this.doing !== null,
            ),
          ),
      findings(words.refreshDiffers, differing, (each) => this.differenceRow(each)),
      findings(words.checkErrors, errors, (cell) => this.cellRow(cell)),
      ...SHORTFALLS.map((status) =>
        findings(
          strings().status[status],
          verdicts.filter((each) => each.status === status),
          (verdict) => this.verdictRow(verdict),
        ),
      ),
      findings(
        words.checkNoVerdict,
        verdicts.filter(({ status }) => status === null),
        (verdict) => this.verdictRow(verdict),
      ),
    ];
  }

  /** @param before what stood before a refresh: what differs from it is listed first. @returns how many cells do */
  private async look(before: Inspection | null = null): Promise<number> {
    this.showDoing(strings().pane.checking);
    const outcome = await this.settledWorkbook();
    const differing = before && outcome.done ? differences(before, outcome.answer) : [];
    this.checked = outcome.done ? { inspection: outcome.answer, differing } : null;
    this.showDoing(null);
    return differing.length;
  }

  /** The workbook once it is calculated: a cell that still shows #BUSY! is neither right nor wrong. */
  private async settledWorkbook(): Promise<Outcome<Checked>> {
    for (let read = 1; ; read++) {
      const outcome = await this.pane.run((context) => checkWorkbook(context, session.inForce()));
      const isUnsettled = outcome.done && outcome.answer.cells.some((cell) => isBusyText(cell.text));
      if (!isUnsettled || read >= BUSY_READS) return outcome;
      await new Promise((resolve) => window.setTimeout(resolve, BUSY_PAUSE));
    }
  }

  /** A cell one can go to; what is wrong with it stands in the bar above once it is selected. */
  private cellRow(cell: OurCell): TemplateResult {
    const about = reasonIn(cell.formula) ?? html`<span class="formula">${cell.formula}</span>`;
    return findingRow({ name: `${cell.sheet}!${cell.address}`, number: cell.text, about }, () => this.goTo(cell));
  }

  /** A cell that shows something else since the refresh. */
  private differenceRow({ cell, before }: Difference): TemplateResult {
    const name = strings().pane.changeRow(before, cell.text);
    return findingRow({ name, about: `${cell.sheet}!${cell.address}` }, () => this.goTo(cell));
  }

  /** A row of a ledger that lags or waits for its figure; one can go to its verdict. */
  private verdictRow(verdict: Verdict): TemplateResult {
    const { department, sheet, address, indicator, gap } = verdict;
    const about = strings().pane.verdictPlace(department, sheet, address);
    return findingRow({ name: indicator, number: gap, about }, () => this.goTo(verdict));
  }

  /** A cell that was overwritten: whose it is, what it shows now. A sheet that is gone is nowhere to go to. */
  private damageRow({ sheet, block, department, indicator, heading, shows, makes }: Damage): TemplateResult {
    const words = strings().pane;
    if (makes)
      return findingRow({ name: words.sheetGone(sheet), number: words.rowGone, about: words.rowsKept(block.rows) });
    const address = addressOf(block);
    const number = heading === null ? words.rowGone : words.damageNow(shows);
    const about = words.verdictPlace(department, sheet, address);
    return findingRow({ name: words.damage(indicator, heading), number, about }, () => this.goTo({ sheet, address }));
  }

  /** Puts back what belongs into damaged cells, and looks again. */
  private async restore(damages: readonly Damage[]): Promise<void> {
    const words = strings().pane;
    this.showDoing(words.restoringDamages);
    const outcome = await this.pane.run((context) => restoreDamages(context, session.inForce(), damages));
    this.showDoing(null);
    if (!outcome.done) return;
    const { cells, overtaken, locked } = outcome.answer;
    await this.look();
    const said = words.damagesRestored(cells, overtaken) + (locked.length > 0 ? words.restoreLocked(locked) : "");
    this.pane.say(overtaken + locked.length > 0 ? "warning" : "success", said);
    this.pane.lookAgain();
  }

  private goTo(place: Pick<OurCell, "sheet" | "address">): void {
    void this.pane.run((context) => goTo(context, place));
  }

  private showDoing(doing: string | null): void {
    this.doing = doing;
    this.requestUpdate();
  }
}

customElements.define("target-check", CheckView);

/** Why a formula is refused, as far as the names written in it tell; null where they stand in other cells. */
function reasonIn(formula: string): string | null {
  if (session.refusal) return errorSentence(session.refusal);
  const call = firstCall(formula);
  const values = call?.arguments.map((argument) => (argument.kind === "value" ? argument.value : undefined)) ?? [];
  const explanation = explain(session.index, session.measuring, call, values, session.noVerdict);
  return explanation.is === "refused" ? errorSentence(explanation.error) : null;
}
