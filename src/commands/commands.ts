/** The ribbon's and the context menu's commands: each opens the pane at the view it is about. */
import { session, type View } from "../excel/session";

Office.actions.associate("showCatalog", opening("catalog"));
Office.actions.associate("buildLedger", opening("ledger"));
Office.actions.associate("leadersCopy", opening("leadersCopy"));
Office.actions.associate("summary", opening("summary"));
Office.actions.associate("checkGaps", opening("check"));
Office.actions.associate("refresh", opening("refresh"));
Office.actions.associate("explainCell", opening("cell"));

/** Opens the pane at a view. Excel waits for `completed`: it is called whatever happens. */
function opening(view: View): (event: Office.AddinCommands.Event) => void {
  return (event) => {
    session.show(view);
    void Office.addin.showAsTaskpane().finally(() => event.completed());
  };
}
