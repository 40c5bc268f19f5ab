/** Follows the selection and explains the selected cell, without flooding Excel with requests. */
import type { CatalogIndex } from "../core/catalog";
import { cellsAround, selectedCall, type AskedCall } from "../excel/inspect";
import { onSelection, type SelectedCell } from "../excel/selection";
import { session } from "../excel/session";
import { brokenCall, type BrokenCall } from "../sheets/brokenCall";
import { isBusyText, isErrorValue } from "../sheets/errorValues";
import type { RowExplanation } from "../sheets/rowExplanation";
import { explain, type Explanation } from "./cellExplanation";
import { excelRun } from "./excelRun";

/** The selected cell, with what is to be said about it. */
export interface Look {
  readonly asked: AskedCall;
  readonly explanation: Explanation;
  readonly index: CatalogIndex;
  /** What the cell was meant to ask, where Excel cannot read it as it was meant. */
  readonly broken: BrokenCall | null;
  /** The row of a sheet of ours in which the cell stands, where the cell itself asks nothing of us. */
  readonly row: RowExplanation | null;
}

const SELECTION_PAUSE = 150; // ms: an arrow key held down asks once, at its end
const BUSY_PAUSE = 700; // ms before a cell that is still being calculated is read again
const BUSY_READS = 6;

export class SelectionWatch {
  private pause: number | undefined;
  private isReading = false;
  private isReadAgainWanted = false;
  private busyReads = 0;

  /**
   * @param isSeen whether anybody sees the pane: a hidden one asks Excel nothing
   * @param moved called at once when another cell is selected
   * @param looked called with what was found
   */
  constructor(
    private readonly isSeen: () => boolean,
    private readonly moved: () => void,
    private readonly looked: (look: Look) => void,
  ) {}

  /** Starts to follow. @param tell is told why that failed, if it did */
  async start(tell: (sentence: string) => void): Promise<void> {
    const changed = () => {
      this.lookSoon();
      return Promise.resolve();
    };
    await excelRun((context) => onSelection(context, () => this.selectionChanged(), changed), tell);
    this.lookSoon();
  }

  /** Looks at the selected cell once things have settled. */
  lookSoon(pause = SELECTION_PAUSE): void {
    window.clearTimeout(this.pause);
    this.pause = window.setTimeout(() => void this.look(), pause);
  }

  private selectionChanged(): Promise<void> {
    this.busyReads = 0;
    this.moved();
    this.lookSoon();
    return Promise.resolve();
  }

  private async look(): Promise<void> {
    if (!this.isSeen()) return;
    if (this.isReading) {
      this.isReadAgainWanted = true;
      return;
    }
    this.isReading = true;
    // A selection that cannot be read, as a chart or a cell being edited, is nothing to bother anybody with.
    const outcome = await excelRun(
      async (context) => {
        const asked = await selectedCall(context);
        const broken = isWrong(asked.cell) ? brokenCall(asked.cell.formula) : null;
        const asksAlready = asked.call !== null || broken !== null || asked.cell.value === "";
        return { asked, broken, around: asksAlready ? null : await cellsAround(context, asked.cell) };
      },
      () => undefined,
    );
    this.isReading = false;
    if (this.isReadAgainWanted) {
      this.isReadAgainWanted = false;
      return this.look();
    }
    if (!outcome.done) return;
    const { asked, broken, around } = outcome.answer;
    const { shelf, index: own, rules, measuring, noVerdict, refusal } = session;
    const row = around && !refusal ? await rowExplained(own, rules, around, asked.cell) : null;
    const explanation: Explanation =
      refusal && asked.call
        ? { is: "refused", error: refusal, commitment: null, repairs: [] }
        : explain(shelf, measuring, asked.call, asked.values, noVerdict);
    const commitment = "commitment" in explanation ? explanation.commitment : null;
    const index = commitment ? shelf.indexOf(commitment) : own;
    this.looked({ asked, explanation, index, broken, row });
    if (asked.call && isBusyText(asked.cell.text) && this.busyReads < BUSY_READS) {
      this.busyReads += 1;
      this.lookSoon(BUSY_PAUSE);
    }
  }
}

/** A cell that shows an error, or the formula itself: what stands in it is not what was meant. */
const isWrong = ({ formula, text, value }: SelectedCell): boolean =>
  (isErrorValue(value) && !isBusyText(text)) || (/^[=＝]/.test(formula) && text === formula);

/** What explains cells of tables is loaded with the first of them. */
async function rowExplained(...asked: Parameters<ExplainCell>): Promise<ReturnType<ExplainCell>> {
  const { explainCell } = await import(/* webpackChunkName: "cell" */ "../sheets/tableExplanation");
  return explainCell(...asked);
}
type ExplainCell = typeof import("../sheets/tableExplanation").explainCell;
