/** The ribbon's, the context menu's and the keyboard's commands: each opens the pane at the view it is about. */
import { session, type View } from "../excel/session";

Office.actions.associate("showCatalog", opening("catalog"));
Office.actions.associate("buildLedger", opening("ledger"));
Office.actions.associate("summary", opening("summary"));
Office.actions.associate("leadersCopy", opening("leadersCopy"));
Office.actions.associate("freeze", opening("freeze"));
Office.actions.associate("returns", opening("returns"));
Office.actions.associate("markOwnSheet", opening("ownSheet"));
Office.actions.associate("checkGaps", opening("check"));
Office.actions.associate("refresh", opening("refresh"));
Office.actions.associate("explainCell", opening("cell"));

/** Opens the pane at a view. A button waits for `completed`, which is called whatever happens; keys bring no event. */
function opening(view: View): (event: Office.AddinCommands.Event | null) => void {
  return (event) => {
    session.show(view);
    // A pane that Excel does not open now is at the view once a person opens it.
    void Office.addin
      .showAsTaskpane()
      .catch(() => undefined)
      .finally(() => event?.completed());
  };
}
