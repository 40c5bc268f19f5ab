/** Updating a ledger that stands, seen before it is written, or carrying its figures into one of another rhythm. */
import { carryLedger } from "../excel/carryLedger";
import { ledgersAtHand } from "../excel/findLedger";
import { session } from "../excel/session";
import { lookAtUpdate, updateLedger } from "../excel/updateLedger";
import { isCarriable } from "../sheets/carriedLedger";
import type { LedgerUpdate } from "../sheets/ledgerUpdate";
import { strings } from "../strings/strings";
import type { Changes } from "./changeList";
import type { Busy } from "./madeOfLedger";
import type { Pane } from "./pane";
import { askWhichLedger, isNoLedger } from "./whichLedger";
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
      if (answer.refused === "entryDiffers" && isCarriable(answer.standing, session.entry))
        this.pane.ask(strings().pane.carryAsk(name, answer.standing, session.entry), [
          { label: strings().pane.carry, chosen: () => void this.carry(name, departments) },
        ]);
      else this.pane.say("warning", updateRefusal(answer));
      return;
    }
    const changes = updateChanges(name, outcome.answer.update);
    if (changes === null || (await this.pane.seeFirst(changes))) await this.write(name, departments);
  }

  /** Makes a ledger by the other rhythm, with the figures that are typed. */
  private async carry(name: string, departments: readonly string[] | null): Promise<void> {
    const words = strings().pane;
    const outcome = await this.busy("update", () =>
      this.pane.run((context) => carryLedger(context, session.inForce(), name, departments)),
    );
    if (!outcome.done) return;
    const { answer } = outcome;
    if ("carried" in answer) {
      const { name: made, rows, cells, left, referring } = answer.carried;
      const places = left.slice(0, KEPT_NAMED).map(({ row, heading }) => words.carriedPlace(row, heading));
      const untold = left.length === 0 ? "" : words.carryLeft(places, left.length - places.length, name);
      const spoken = referring.slice(0, KEPT_NAMED);
      const elsewhere =
        referring.length === 0 ? "" : words.carryReferring(spoken, referring.length - spoken.length, name);
      const isWhole = left.length + referring.length === 0;
      this.pane.say(isWhole ? "success" : "warning", words.carried(made, rows, cells, name) + untold + elsewhere);
      return;
    }
    if (isNoLedger(answer)) this.pane.say("warning", words.noLedger);
    else this.pane.say("warning", answer.refused === "busy" ? words.ledgerBusy : words.carryRefused);
  }

  private async write(name: string, departments: readonly string[] | null): Promise<void> {
    const words = strings().pane;
    const outcome = await this.busy("update", () =>
      this.pane.run((context) => updateLedger(context, session.inForce(), name, departments)),
    );
    if (!outcome.done) return;
    if ("refused" in outcome.answer) {
      this.pane.say("warning", updateRefusal(outcome.answer));
      return;
    }
    const { added, changed, gone, kept } = outcome.answer.update;
    const unfiltered = outcome.answer.unfiltered ? words.updateUnfiltered : "";
    const left = kept.length === 0 ? "" : words.updateKept(kept.slice(0, KEPT_NAMED), kept.length - KEPT_NAMED);
    this.pane.say("success", words.updated(name, added.length, changed.length, gone.length) + left + unfiltered);
    await pinQuietly(this.pane);
  }
}

type UpdateRefusal = Extract<Awaited<ReturnType<typeof updateLedger>>, { readonly refused: unknown }>;

function updateRefusal(answer: UpdateRefusal): string {
  const words = strings().pane.updateRefused;
  if (answer.refused === "noPeriods") return words.noPeriods(answer.missing);
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
