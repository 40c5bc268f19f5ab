/** Which commands can be pressed: what is made of a ledger, only where there is one. */
import { ledgersAtHand, whenSheetsChange } from "../excel/findLedger";

const FROM_LEDGER = ["Summary", "LeadersCopy", "Freeze", "Returns"];

/** Keeps the ribbon's buttons in step with the active sheet, in Excels that can grey them; elsewhere they stay as they are. */
export function followLedgers(): void {
  void Office.onReady(({ host }) => {
    if ((host as Office.HostType | null) !== Office.HostType.Excel) return; // null in a plain browser
    if (!Office.context.requirements.isSetSupported("RibbonApi", "1.1")) return;
    let shown: boolean | null = null;
    const show = (isAtHand: boolean) => {
      if (shown === isAtHand) return;
      shown = isAtHand;
      const controls = FROM_LEDGER.map((id) => ({ id, enabled: isAtHand }));
      // A ribbon that refuses leaves its buttons pressable: each command says itself where there is no ledger.
      Office.ribbon
        .requestUpdate({ tabs: [{ id: "TargetTab", groups: [{ id: "TargetGroup", controls }] }] })
        .catch(() => undefined);
    };
    const look = () => void Excel.run(ledgersAtHand).then(({ ledgers }) => show(ledgers.length > 0), () => undefined);
    look();
    void Excel.run((context) => whenSheetsChange(context, look)).catch(() => undefined);
  });
}
