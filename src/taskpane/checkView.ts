/** What needs attention in the workbook, as lists one can walk through; and calling all our formulas anew. */
import type { Status } from "../core/types";
import { goTo, inspectWorkbook, type Inspection, type OurCell, type Verdict } from "../excel/inspect";
import { differences, refreshOurCells, targetChanges, type Difference } from "../excel/refresh";
import { session } from "../excel/session";
import { firstCall } from "../sheets/calls";
import { errorSentence, strings } from "../strings/strings";
import { explain } from "./cellExplanation";
import { refreshChanges } from "./changeList";
import { button, element, longList, replaceContent, setBusy } from "./elements";
import type { Outcome } from "./excelRun";
import type { Pane, View } from "./pane";
import { isBusy } from "./selectionWatch";

const BUSY_PAUSE = 700; // ms before cells that are still being calculated are read again
const BUSY_READS = 6;

/** One list of findings: what they have in common, and a row for each. */
interface Findings {
  readonly title: string;
  /** Each makes its row when it comes into view. */
  readonly rows: readonly (() => HTMLElement)[];
}

/** The verdicts that ask for something, the most pressing first. */
const SHORTFALLS: readonly Status[] = ["farBehind", "behind", "unreported"];

export class CheckView implements View {
  readonly element = element("div", { class: "check" });
  private readonly summary = element("p", { class: "hint", role: "status" });
  private readonly lists = element("div");
  private readonly check: HTMLButtonElement;
  private readonly refresh: HTMLButtonElement;

  constructor(private readonly pane: Pane) {
    const words = strings().pane;
    this.check = button(words.checkNow, "secondary", () => void this.look());
    this.refresh = button(words.refresh, "secondary", () => void this.refreshAll());
    this.element.append(
      element("div", { class: "heading" }, element("h2", {}, words.checkTitle), this.check),
      this.summary,
      this.lists,
      element("div", { class: "actions" }, element("p", { class: "hint" }, words.refreshHint), this.refresh),
    );
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
    const changes = refreshChanges(targetChanges(session.index, before.answer), words.refreshNow);
    if (changes && !(await this.pane.seeFirst(changes))) return;
    this.showDoing(words.refreshing);
    const outcome = await this.pane.run(refreshOurCells);
    this.showDoing(null);
    if (!outcome.done) return;
    const differing = await this.look(before.answer);
    const { cells, locked } = outcome.answer;
    this.pane.say(
      locked.length > 0 ? "warning" : "success",
      words.refreshed(cells, differing) + (locked.length > 0 ? words.refreshLocked(locked) : ""),
    );
    this.pane.lookAgain();
  }

  /** @param before what stood before a refresh: what differs from it is listed first. @returns how many cells do */
  private async look(before: Inspection | null = null): Promise<number> {
    const words = strings().pane;
    this.showDoing(words.checking);
    const outcome = await this.settledWorkbook();
    this.showDoing(null);
    this.summary.textContent = "";
    replaceContent(this.lists);
    if (!outcome.done) return 0;
    const { cells, verdicts, sheets } = outcome.answer;
    const differing = before ? differences(before, outcome.answer) : [];
    const errors = cells.filter((cell) => cell.isError);
    const findings: readonly Findings[] = [
      { title: words.refreshDiffers, rows: differing.map((each) => () => this.differenceRow(each)) },
      { title: words.checkErrors, rows: errors.map((cell) => () => this.cellRow(cell)) },
      ...SHORTFALLS.map((status) => ({
        title: strings().status[status],
        rows: verdicts.filter((each) => each.status === status).map((verdict) => () => this.verdictRow(verdict)),
      })),
    ].filter(({ rows }) => rows.length > 0);
    const short = verdicts.filter(({ status }) => SHORTFALLS.includes(status)).length;
    this.summary.textContent = words.checked(errors.length, short, sheets);
    replaceContent(
      this.lists,
      ...findings.map(({ title, rows }) =>
        element(
          "section",
          {},
          element("h3", {}, words.listTitle(title, rows.length)),
          longList(rows, (make) => make(), words.more),
        ),
      ),
    );
    return differing.length;
  }

  /** The workbook once it is calculated: a cell that still shows #BUSY! is neither right nor wrong. */
  private async settledWorkbook(): Promise<Outcome<Inspection>> {
    for (let read = 1; ; read++) {
      const outcome = await this.pane.run(inspectWorkbook);
      const isUnsettled = outcome.done && outcome.answer.cells.some((cell) => isBusy(cell.text));
      if (!isUnsettled || read >= BUSY_READS) return outcome;
      await new Promise((resolve) => window.setTimeout(resolve, BUSY_PAUSE));
    }
  }

  /** A cell one can go to; what is wrong with it stands in the bar above once it is selected. */
  private cellRow(cell: OurCell): HTMLElement {
    const opener = button("", "link", () => void this.pane.run((context) => goTo(context, cell)));
    opener.className = "row finding";
    opener.append(
      element("span", { class: "name" }, `${cell.sheet}!${cell.address}`),
      element("span", { class: "number" }, cell.text),
      element(
        "span",
        { class: "about" },
        reasonIn(cell.formula) ?? element("span", { class: "formula" }, cell.formula),
      ),
    );
    return opener;
  }

  /** A cell that shows something else since the refresh. */
  private differenceRow({ cell, before }: Difference): HTMLElement {
    const opener = button("", "link", () => void this.pane.run((context) => goTo(context, cell)));
    opener.className = "row finding";
    opener.append(
      element("span", { class: "name" }, strings().pane.changeRow(before, cell.text)),
      element("span", { class: "about" }, `${cell.sheet}!${cell.address}`),
    );
    return opener;
  }

  /** A row of a ledger that lags or waits for its figure; one can go to its verdict. */
  private verdictRow(verdict: Verdict): HTMLElement {
    const opener = button("", "link", () => void this.pane.run((context) => goTo(context, verdict)));
    opener.className = "row finding";
    opener.append(
      element("span", { class: "name" }, verdict.indicator),
      element("span", { class: "number" }, verdict.gap),
      element(
        "span",
        { class: "about" },
        strings().pane.verdictPlace(verdict.department, verdict.sheet, verdict.address),
      ),
    );
    return opener;
  }

  private showDoing(doing: string | null): void {
    for (const each of [this.check, this.refresh]) setBusy(each, doing !== null);
    if (doing !== null) this.summary.textContent = doing;
  }
}

/** Why a formula is refused, as far as the names written in it tell; null where they stand in other cells. */
function reasonIn(formula: string): string | null {
  const call = firstCall(formula);
  const values = call?.arguments.map((argument) => (argument.kind === "value" ? argument.value : undefined)) ?? [];
  const explanation = explain(session.index, session.rules, call, values);
  return explanation.is === "refused" ? errorSentence(explanation.error) : null;
}
