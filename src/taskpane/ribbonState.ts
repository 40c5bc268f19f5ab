/** Which commands can be pressed: what is made of a ledger, only where there is one. */
import { followLedger } from "../excel/ledgerWatch";

const FROM_LEDGER = ["Summary", "LeadersCopy", "Freeze", "Returns"];

const TIMES = 5;
const PAUSE = 2000; // ms: a ribbon that is still being drawn refuses for a moment

/** Asks until it is granted, a few times. @returns whether it was */
export async function askAgain(
  ask: () => Promise<unknown>,
  pause: () => Promise<void>,
  times = TIMES,
): Promise<boolean> {
  for (let asked = 1; ; asked++) {
    try {
      await ask();
      return true;
    } catch {
      if (asked >= times) return false;
      await pause();
    }
  }
}

/** Keeps the ribbon's buttons in step with whether there is a ledger, in Excels that can grey them; elsewhere they stay as they are. */
export function followLedgers(): void {
  if (!Office.context.requirements.isSetSupported("RibbonApi", "1.1")) return;
  let shown: boolean | null = null;
  const show = (isAtHand: boolean) => {
    if (shown === isAtHand) return;
    shown = isAtHand;
    const controls = FROM_LEDGER.map((id) => ({ id, enabled: isAtHand }));
    const update = () =>
      shown === isAtHand // or else a later update is on its way
        ? Office.ribbon.requestUpdate({ tabs: [{ id: "TargetTab", groups: [{ id: "TargetGroup", controls }] }] })
        : Promise.resolve();
    const pause = () => new Promise<void>((resolve) => setTimeout(resolve, PAUSE));
    // A ribbon that goes on refusing leaves its buttons as they are; the next change of sheet asks once more.
    void askAgain(update, pause).then((isTaken) => {
      if (!isTaken && shown === isAtHand) shown = null;
    });
  };
  followLedger(show);
}
