/** What needs attention in the workbook, as lists one can walk through and filter; and calling all our formulas anew. */
import { html, nothing, type TemplateResult } from "lit";
import { checkChanged, checkWorkbook, mendCells, restoreDamages, type Checked } from "../excel/checkWorkbook";
import { goTo, inspectionOf, type Inspection, type OurCell } from "../excel/inspect";
import { makeIssueList } from "../excel/makeIssueList";
import { readSheets } from "../excel/readSheets";
import { differences, refreshOurCells, type Difference } from "../excel/refresh";
import { session } from "../excel/session";
import { loadForAll } from "../excel/shippedNames";
import { followWorkbook, type WorkbookChange } from "../excel/workbookWatch";
import type { Damage } from "../sheets/damage";
import { isBusyText } from "../sheets/errorValues";
import { foretell } from "../sheets/foretold";
import type { Mend } from "../sheets/ledgerFindings";
import { strings } from "../strings/strings";
import { refreshChanges } from "./foretoldChanges";
import { checkLists, filterRow, narrowing } from "./checkLists";
import { departmentBars, verdictCounts } from "./checkPicture";
import {
  asIssues,
  asText,
  filtered,
  NO_FILTERS,
  SHORTFALLS,
  shownRows,
  type CheckFilters,
  type ShownRow,
} from "./checkRows";
import { reasonOfCell } from "./cellReason";
import type { Outcome } from "./excelRun";
import { findingInFocus, focusFinding } from "./focus";
import type { Pane } from "./pane";
import { PaneElement } from "./paneElement";
import { actions, answers, button, findingRow, findings, heading, hint, status } from "./parts";

const HIGH = 760; // px from which the picture leaves room for findings
const BUSY_PAUSE = 700; // ms before cells that are still being calculated are read again
const BUSY_READS = 6;
const TYPING_PAUSE = 600; // ms after a change before what changed is read: somebody who types goes on typing

/** What a check found. */
interface Look {
  readonly inspection: Checked;
  readonly rows: readonly ShownRow[];
  /** What a refresh changed; none where nothing was refreshed. */
  readonly differing: readonly Difference[];
}

export class CheckView extends PaneElement {
  private checked: Look | null = null;
  private doing: string | null = null;
  private filters: CheckFilters = NO_FILTERS;
  private isNarrowing = window.innerHeight >= HIGH;
  /** The list as text, where the browser did not let it be copied. */
  private text: string | null = null;
  private isFollowing = false;
  private readonly changed = new Set<string>();
  private pause: number | undefined;

  constructor(private readonly pane: Pane) {
    super();
    this.className = "check";
  }

  shown(): void {
    void this.look();
    void this.follow();
  }

  /** Calls every formula of ours anew, once a person has seen which targets that changes; then lists what came of it. */
  async refreshAll(): Promise<void> {
    const words = strings().pane;
    this.showDoing(words.refreshing);
    const read = await this.pane.run(readSheets);
    this.showDoing(null);
    if (!read.done) return;
    const before = inspectionOf(read.answer);
    // Where no catalog is in force, refreshing changes no figure into another: cells say why they do not answer.
    await loadForAll(before.cells.map(({ arguments: [department] }) => department));
    const changes = session.refusal ? null : refreshChanges(foretell(read.answer, null, session), words.refreshNow);
    if (changes && !(await this.pane.seeFirst(changes))) return;
    this.showDoing(words.refreshing);
    const outcome = await this.pane.run(refreshOurCells);
    this.showDoing(null);
    if (!outcome.done) return;
    const differing = await this.look(before);
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
    ${status(this.doing ?? this.summary())} ${this.checked ? this.found(this.checked) : nothing}
    ${actions(
      hint(words.refreshHint),
      button(words.refresh, "secondary", () => void this.refreshAll(), isBusy),
    )}`;
  }

  private summary(): string {
    if (!this.checked) return "";
    const { inspection } = this.checked;
    const { cells, broken, verdicts, damages } = inspection;
    const errors = new Set(
      [...cells.filter(({ isError }) => isError), ...broken].map((each) => `${each.address}!${each.sheet}`),
    );
    return strings().pane.checked({
      ...inspection,
      errors: errors.size,
      attention: verdicts.filter(({ status }) => status === null || SHORTFALLS.includes(status)).length,
      damaged: damages.length,
    });
  }

  private found({ inspection, rows, differing }: Look): TemplateResult {
    const words = strings().pane;
    const shown = filtered(rows, this.filters);
    const isBusy = this.doing !== null;
    const choose = (chosen: Partial<CheckFilters>) => {
      this.filters = { ...this.filters, ...chosen };
      this.requestUpdate();
    };
    return html`${verdictCounts(inspection.rows, this.filters.status, choose)}
      ${narrowing(
        this.filters,
        [departmentBars(inspection.rows, this.filters.department, choose), filterRow(rows, this.filters, choose)],
        this.isNarrowing,
        (isOpen) => (this.isNarrowing = isOpen),
      )}
      <div class="findings">
        ${findings(words.refreshDiffers, differing, (each) => this.differenceRow(each))}
        ${checkLists({
          rows,
          shown,
          damages: inspection.damages,
          isBusy,
          goTo: (place) => this.goTo(place),
          mend: (mends) => void this.mend(mends),
          restore: (damages) => void this.restore(damages),
        })}
      </div>
      ${
        shown.length === 0
          ? nothing
          : answers(
              button(words.check.copy, "secondary", () => void this.copy(shown), isBusy),
              button(words.check.asSheet, "secondary", () => void this.writeSheet(shown), isBusy),
            )
      }
      ${this.text === null ? nothing : html`<textarea id="check-text" aria-label=${words.check.listText} readonly rows="6" .value=${this.text}></textarea>`}`;
  }

  /** @param before what stood before a refresh: what differs from it is listed first. @returns how many cells do */
  private async look(before: Inspection | null = null): Promise<number> {
    this.changed.clear();
    this.showDoing(strings().pane.checking);
    const outcome = await this.settled((context) => checkWorkbook(context, session.inForce()));
    const differing = before && outcome.done ? differences(before, outcome.answer) : [];
    this.checked = outcome.done ? lookOf(outcome.answer, differing) : null;
    this.showDoing(null);
    return differing.length;
  }

  /** The workbook once it is calculated: a cell that still shows #BUSY! is neither right nor wrong. */
  private async settled(check: (context: Excel.RequestContext) => Promise<Checked>): Promise<Outcome<Checked>> {
    for (let read = 1; ; read++) {
      const outcome = await this.pane.run(check);
      const isUnsettled = outcome.done && outcome.answer.cells.some((cell) => isBusyText(cell.text));
      if (!isUnsettled || read >= BUSY_READS) return outcome;
      await new Promise((resolve) => window.setTimeout(resolve, BUSY_PAUSE));
    }
  }

  private async follow(): Promise<void> {
    if (this.isFollowing) return;
    this.isFollowing = true;
    const outcome = await this.pane.run((context) => followWorkbook(context, (change) => this.heard(change)));
    this.isFollowing = outcome.done;
  }

  /** Somebody typed: only the sheets that changed are read, once the typing has stopped. */
  private heard(change: WorkbookChange): void {
    const isSeen = this.closest("[hidden]") === null && this.isConnected;
    if (!isSeen || this.doing !== null || !this.checked) return;
    if (change !== "sheets") this.changed.add(change.changed);
    window.clearTimeout(this.pause);
    this.pause = window.setTimeout(() => void (change === "sheets" ? this.look() : this.lookAtChanged()), TYPING_PAUSE);
  }

  private async lookAtChanged(): Promise<void> {
    const changed = [...this.changed];
    const { checked } = this;
    if (!checked || changed.length === 0 || this.doing !== null) return;
    this.changed.clear();
    const { read } = checked.inspection;
    const outcome = await this.settled((context) => checkChanged(context, session.inForce(), read, changed));
    // A check of everything that began meanwhile knows better.
    if (!outcome.done || this.checked !== checked) return;
    this.checked = lookOf(outcome.answer, []);
    this.requestUpdate();
  }

  /** A cell that shows something else since the refresh. */
  private differenceRow({ cell, before }: Difference): TemplateResult {
    const name = strings().pane.changeRow(before, cell.text);
    return findingRow({ name, about: `${cell.sheet}!${cell.address}` }, () => this.goTo(cell));
  }

  /** Puts back what belongs into damaged cells, and looks again. */
  private async restore(damages: readonly Damage[]): Promise<void> {
    const words = strings().pane;
    await this.putRight(
      words.restoringDamages,
      (context) => restoreDamages(context, session.inForce(), damages),
      words.damagesRestored,
    );
  }

  private async mend(mends: readonly Mend[]): Promise<void> {
    const words = strings().pane.check;
    await this.putRight(words.mending, (context) => mendCells(context, mends), words.mended);
  }

  private async putRight(
    doing: string,
    work: (context: Excel.RequestContext) => ReturnType<typeof mendCells>,
    told: (cells: number, overtaken: number) => string,
  ): Promise<void> {
    const at = findingInFocus(this);
    this.showDoing(doing);
    const outcome = await this.pane.run(work);
    this.showDoing(null);
    if (!outcome.done) return;
    const { cells, overtaken, locked } = outcome.answer;
    await this.look();
    await focusFinding(this, at);
    const said = told(cells, overtaken) + (locked.length > 0 ? strings().pane.restoreLocked(locked) : "");
    this.pane.say(overtaken + locked.length > 0 ? "warning" : "success", said);
    this.pane.lookAgain();
  }

  /** A browser may forbid the clipboard: then the text stands in a field, selected for Ctrl+C. */
  private async copy(rows: readonly ShownRow[]): Promise<void> {
    const words = strings().pane.check;
    const text = asText(rows);
    try {
      await navigator.clipboard.writeText(text);
      this.text = null;
      this.pane.say("success", words.copied);
    } catch {
      this.text = text;
      this.requestUpdate();
      await this.updateComplete;
      const field = this.querySelector<HTMLTextAreaElement>("#check-text");
      field?.focus();
      field?.select();
      this.pane.say("info", words.notCopied);
    }
    this.requestUpdate();
  }

  private async writeSheet(rows: readonly ShownRow[]): Promise<void> {
    const words = strings().pane.check;
    this.showDoing(words.makingSheet);
    const outcome = await this.pane.run((context) => makeIssueList(context, asIssues(rows), session.inForce().now));
    this.showDoing(null);
    if (!outcome.done) return;
    await this.look();
    this.pane.say("success", words.sheetMade(outcome.answer.name, rows.length));
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

const lookOf = (inspection: Checked, differing: readonly Difference[]): Look => ({
  inspection,
  rows: shownRows(inspection, reasonOfCell),
  differing,
});
