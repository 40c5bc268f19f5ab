/**
 * The workbook as somebody without the add-in sees it. What the cells show stays until something calculates them; then it is
 * #NAME?, and stays so when the add-in is there again, until the formula is entered anew.
 */
import type { Answer, Area, Argument } from "../engine/engine";
import type { AddIn } from "../host/transport";

interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

const NAME_ERROR: Answer = { kind: "error", error: "#NAME?" };
/** What the library asks for once its functions are in place. */
const FUNCTIONS_READY = "_SetOsfControlContainerReadyForCustomFunctions";
const keyOf = ({ sheet, row, column }: Place): string => `${sheet}|${row}|${column}`;
const isWithin = (place: Place, area: Area): boolean =>
  place.sheet === area.sheet &&
  place.row >= area.row &&
  place.row < area.row + area.rows &&
  place.column >= area.column &&
  place.column < area.column + area.columns;

export class AddInPresence {
  isAbsent = false;
  /** Cells that became #NAME? while the add-in was away. */
  private readonly stuck = new Map<string, Place>();

  constructor(
    private readonly addIn: AddIn,
    private readonly frame: HTMLIFrameElement,
    private readonly pane: HTMLElement,
  ) {
    const { functions } = addIn;
    const answer = functions.answer.bind(functions);
    functions.answer = (name: string, given: readonly Argument[], caller: Place) => {
      if (this.isAbsent) this.stuck.set(keyOf(caller), caller);
      return this.stuck.has(keyOf(caller)) ? NAME_ERROR : answer(name, given, caller);
    };
    const { events } = addIn.host.engine;
    const written = events.formulaWritten;
    events.formulaWritten = (area) => {
      written?.(area);
      for (const [key, place] of [...this.stuck]) if (isWithin(place, area)) this.stuck.delete(key);
    };
  }

  /** Takes the add-in away. */
  leave(): void {
    if (this.isAbsent) return;
    this.isAbsent = true;
    this.addIn.showPane(false);
    this.frame.remove();
  }

  /** Brings it back: its page loads as on the first day. */
  async comeBack(): Promise<void> {
    if (!this.isAbsent) return;
    await this.load(() => this.pane.append(this.frame));
    this.isAbsent = false;
    this.addIn.showPane(true);
  }

  /** Loads the add-in's page once more, as Excel does when it is opened again. */
  async reload(): Promise<void> {
    if (!this.isAbsent) await this.load(() => this.frame.contentWindow?.location.reload());
  }

  private load(begin: () => void): Promise<void> {
    this.addIn.pageGoes();
    return new Promise((resolve) => {
      const heard = (message: MessageEvent): void => {
        const isReady = message.source === this.frame.contentWindow && String(message.data).includes(FUNCTIONS_READY);
        if (!isReady) return;
        window.removeEventListener("message", heard);
        resolve();
      };
      window.addEventListener("message", heard);
      begin();
    });
  }
}
