/** Whether the workbook holds a ledger: looked up once for all that is greyed without one, so that the ribbon and the pane agree. */
import { ledgersAtHand, whenSheetsChange } from "./findLedger";
import { runInExcel } from "./run";

type Told = (isAtHand: boolean) => void;

const listeners = new Set<Told>();
/** null until Excel has answered. */
let known: boolean | null = null;
let isFollowing = false;

/** Tells whether there is a ledger, now and whenever that changes. What Excel refuses to tell stays as it was. */
export function followLedger(told: Told): void {
  listeners.add(told);
  if (known !== null) told(known);
  if (isFollowing) return;
  isFollowing = true;
  lookForLedger();
  void runInExcel((context) => whenSheetsChange(context, lookForLedger)).catch(() => undefined);
}

/** Looks again, as after a change that Excel does not announce. */
export function lookForLedger(): void {
  void runInExcel(ledgersAtHand).then(
    ({ ledgers }) => {
      known = ledgers.length > 0;
      for (const told of listeners) told(known);
    },
    () => undefined,
  );
}
