/** Updating a ledger that stands, seen before it is written, also where it goes on by another rhythm. */
import { ledgersAtHand } from "../excel/findLedger";
import { session } from "../excel/session";
import { lookAtReshape, lookAtUpdate, updateLedger } from "../excel/updateLedger";
import type { LedgerUpdate } from "../sheets/ledgerUpdate";
import { isReshapable } from "../sheets/reshapedLedger";
import type { Entry } from "../sheets/ledgerColumns";
import { strings } from "../strings/strings";
import type { Changes } from "./changeList";
import type { Busy } from "./madeOfLedger";
import type { Pane } from "./pane";
import { askWhichLedger } from "./whichLedger";
import { pinQuietly } from "./pinning";

const KEPT_NAMED = 5; // cells named in a sentence; the others are counted

export class UpdateOfLedger {
  constructor(
    private readonly pane: Pane,
    private readonly busy: Busy<"update">,
  ) {}

  /** Updates the workbook's ledger. @param wanted the ids of what is added, as `extend` takes them */
  async updateStanding(wanted: readonly string[] | null = null): Promise<void> {
    const outcome = await this.busy("update", () => this.pane.run(ledgersAtHand));
    if (!outcome.done) return;
    const { ledgers } = outcome.answer;
    const [only] = ledgers;
    if (only === undefined) askWhichLedger(this.pane, { noLedger: true }, () => undefined);
    else if (ledgers.length === 1) await this.extend(only, wanted);
    else askWhichLedger(this.pane, { several: ledgers }, (sheet) => void this.extend(sheet, wanted));
  }

  /**
   * Extends the ledger on this sheet; where the catalog says otherwise than it does, a person sees that first.
   * @param departments whose missing commitments are added, or the ids of these; null for the departments that stand in it
   */
  async extend(name: string, departments: readonly string[] | null): Promise<void> {
    const outcome = await this.busy("update", () =>
      this.pane.run((context) => lookAtUpdate(context, session.inForce(), name, departments)),
    );
    if (!outcome.done) return;
    if ("refused" in outcome.answer) {
      const { answer } = outcome;
      if (answer.refused === "entryDiffers" && isReshapable(answer.standing, session.entry))
        await this.askToReshape(name, departments, answer.standing);
      else this.pane.say("warning", updateRefusal(answer));
      return;
    }
    const changes = updateChanges(name, outcome.answer.update);
    if (changes === null || (await this.pane.seeFirst(changes))) await this.write(name, departments, false);
  }

  /** Asks whether a ledger is to go on by the other rhythm where it stands, and says what of it a person may want to look at before. */
  private async askToReshape(name: string, departments: readonly string[] | null, standing: Entry): Promise<void> {
    const words = strings().pane;
    const outcome = await this.busy("update", () =>
      this.pane.run((context) => lookAtReshape(context, session.inForce(), name, departments)),
    );
    if (!outcome.done) return;
    const { plan, takingIn } = outcome.answer;
    if ("refused" in plan) {
      this.pane.say("warning", updateRefusal(plan));
      return;
    }
    const { update } = plan;
    const aside = update.reshape?.aside ?? [];
    const question = [
      words.reshapeAsk(name, standing, session.entry),
      aside.length > 0 && words.reshapeAside(aside),
      takingIn.length > 0 && words.reshapeTakingIn(takingIn.slice(0, KEPT_NAMED), takingIn.length - KEPT_NAMED),
    ];
    const go = async () => {
      const changes = updateChanges(name, update);
      if (changes === null || (await this.pane.seeFirst(changes))) await this.write(name, departments, true);
    };
    this.pane.ask(question.filter((part) => part !== false).join(""), [
      { label: words.reshape, chosen: () => void go() },
    ]);
  }

  private async write(name: string, departments: readonly string[] | null, isReshaped: boolean): Promise<void> {
    const words = strings().pane;
    const outcome = await this.busy("update", () =>
      this.pane.run((context) => updateLedger(context, session.inForce(), name, departments, isReshaped)),
    );
    if (!outcome.done) return;
    if ("refused" in outcome.answer) {
      this.pane.say("warning", updateRefusal(outcome.answer));
      return;
    }
    const { added, changed, gone, kept } = outcome.answer.update;
    const unfiltered = outcome.answer.unfiltered ? words.updateUnfiltered : "";
    const left = kept.length === 0 ? "" : words.updateKept(kept.slice(0, KEPT_NAMED), kept.length - KEPT_NAMED);
    const shaped = isReshaped ? words.reshaped(name, session.entry) : "";
    const isOnlyShaped = isReshaped && added.length + changed.length + gone.length === 0;
    const updated = isOnlyShaped ? "" : words.updated(name, added.length, changed.length, gone.length);
    this.pane.say("success", shaped + updated + left + unfiltered);
    await pinQuietly(this.pane);
  }
}

type UpdateRefusal = Extract<Awaited<ReturnType<typeof updateLedger>>, { readonly refused: unknown }>;

function updateRefusal(answer: UpdateRefusal): string {
  const words = strings().pane.updateRefused;
  if (answer.refused === "noPeriods") return words.noPeriods(answer.missing);
  if (answer.refused === "headingTaken") return words.headingTaken(answer.headings);
  return answer.refused === "entryDiffers" ? words.entryDiffers(answer.standing) : words[answer.refused];
}

/** What an update of a ledger would change of what stands there; null where it only adds. */
function updateChanges(name: string, { added, changed, gone }: LedgerUpdate): Changes | null {
  const words = strings().pane;
  if (changed.length + gone.length === 0) return null;
  return {
    title: words.updateTitle(name),
    hint: words.updateAdds(added.length),
    sections: [
      {
        title: words.updateChanges,
        rows: changed.map(({ department, indicator, field, before, after }) => ({
          name: indicator,
          about: `${department}　${words.changeFields[field]}　${words.changeRow(before, after)}`,
        })),
      },
      {
        title: words.updateGone,
        rows: gone.map(({ department, indicator }) => ({ name: indicator, about: department })),
      },
    ],
    write: words.updateNow,
  };
}
