/** What is made of a ledger at one press: the leader's page and copy, the scores, and a period that is frozen. */
import { switchBrief } from "../excel/briefLedger";
import type { Placement } from "../excel/buildLedger";
import { freezePeriod } from "../excel/freezePeriod";
import { makeLeadersCopy } from "../excel/leadersCopy";
import { makeScores } from "../excel/makeScores";
import { makeSummary } from "../excel/makeSummary";
import { session } from "../excel/session";
import { strings } from "../strings/strings";
import type { Pane } from "./pane";
import { askWhichLedger, isNoLedger } from "./whichLedger";
import { pinQuietly } from "./pinning";

/** What is being made; its button waits. */
export type Making = "summary" | "scores" | "copy" | "freeze" | "brief";

/** Does work with the button that asked for it waiting. */
export type Busy<What> = <T>(doing: What, work: () => Promise<T>) => Promise<T>;

export class MadeOfLedger {
  /** @param summarised called with the paragraph of a summary that was made */
  constructor(
    private readonly pane: Pane,
    private readonly busy: Busy<Making>,
    private readonly summarised: (circular: string) => void,
  ) {}

  /** Makes the leader's page of the ledger that stands in the workbook, and shows its paragraph to be copied. */
  async makeSummary(placement: Placement, wanted: string | null = null): Promise<void> {
    const words = strings().pane;
    this.pane.say("info", words.summarising);
    const outcome = await this.busy("summary", () =>
      this.pane.run((context) => makeSummary(context, session.inForce(), placement, wanted)),
    );
    if (!outcome.done) return;
    const { answer } = outcome;
    if (isNoLedger(answer)) askWhichLedger(this.pane, answer, (sheet) => void this.makeSummary(placement, sheet));
    else if ("busy" in answer) this.pane.say("warning", words.ledgerBusy);
    else if ("made" in answer) {
      const { name, ledger, circular } = answer.made;
      this.pane.say("success", words.summaryMade(name, ledger));
      this.summarised(circular);
    } else this.askPlacement(answer.occupied, words.summaryReplace, (chosen) => void this.makeSummary(chosen, wanted));
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
    } else this.askPlacement(answer.occupied, words.scoresReplace, (chosen) => void this.makeScores(chosen, wanted));
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
    if (isNoLedger(answer)) askWhichLedger(this.pane, answer, (sheet) => void this.makeCopy(placement, sheet));
    else if ("busy" in answer) this.pane.say("warning", words.ledgerBusy);
    else if ("made" in answer) this.pane.say("success", words.copied(answer.made.name, answer.made.errors));
    else this.askPlacement(answer.occupied, words.copyReplace, (chosen) => void this.makeCopy(chosen, wanted));
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
    await pinQuietly(this.pane);
  }

  /** Shows the short view of the ledger, or all of it again. */
  async switchBrief(wanted: string | null = null): Promise<void> {
    const words = strings().pane;
    const outcome = await this.busy("brief", () => this.pane.run((context) => switchBrief(context, wanted)));
    if (!outcome.done) return;
    const { answer } = outcome;
    if (isNoLedger(answer)) askWhichLedger(this.pane, answer, (sheet) => void this.switchBrief(sheet));
    else if ("refused" in answer) this.pane.say("warning", words.briefLocked);
    else
      this.pane.say(
        "success",
        answer.shows === "brief" ? words.briefShown(answer.name) : words.wholeShown(answer.name),
      );
  }

  /** Asks what is to become of the sheet that stands in the new one's place. */
  private askPlacement(
    { name, freeName }: { readonly name: string; readonly freeName: string },
    replace: string,
    chosen: (placement: Placement) => void,
  ): void {
    const words = strings().pane;
    this.pane.ask(`${words.copyAsk(name)}${words.replaceLeaves}`, [
      { label: words.ledgerNewSheet(freeName), chosen: () => chosen("newSheet") },
      { label: replace, chosen: () => chosen("replace") },
    ]);
  }
}
