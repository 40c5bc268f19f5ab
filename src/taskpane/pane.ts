/** What a view may ask of the pane around it. */
import type { Commitment } from "../core/types";
import type { OpenedWorkbook } from "../excel/openWorkbook";
import type { Changes } from "./changeList";
import type { Outcome } from "./excelRun";

export const TABS = ["catalog", "ledger", "cell", "check", "review", "settings"] as const;
export type Tab = (typeof TABS)[number];

/** Good news, plain news, something to put right, and something that went wrong. */
export type Tone = "success" | "info" | "warning" | "error";

/** One answer to a question in the message bar. */
export interface Answer {
  readonly label: string;
  readonly chosen: () => void;
}

/** How long a message stands: what is said of a cell makes no sense beside another one. */
export type Lasts = "untilNext" | "untilSelection";

export interface Pane {
  /** Runs work in Excel; a failure is shown in the message bar. */
  run<T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<Outcome<T>>;
  /** Shows a sentence in the message bar, in place of the one there. */
  say(tone: Tone, sentence: string, lasts?: Lasts): void;
  /** Asks in the message bar, with a way to cancel. Another tab takes the question back. */
  ask(question: string, answers: readonly Answer[], lasts?: Lasts): void;
  /** Takes the message away, once it is no longer true. */
  hush(): void;
  /** Shows what is about to change in place of the open tab's view. @returns whether it is to be written */
  seeFirst(changes: Changes): Promise<boolean>;
  open(tab: Tab): void;
  /** Shows the evidence of a commitment; its way back leads to the tab it was opened from. */
  showEvidence(commitment: Commitment): void;
  /** Another catalog is in force: the header and what is on show follow. */
  catalogChanged(): void;
  /** The workbook was read, or could not be. */
  opened(opened: OpenedWorkbook): void;
  /** Looks at the selected cell again, after a change that Excel does not announce. */
  lookAgain(): void;
}

/** What a tab shows. */
export interface View extends HTMLElement {
  /** Called each time the view comes into sight. */
  shown?(): void;
  /** Goes back by a step, as with Esc. @returns whether there was one */
  goBack?(): boolean;
}
