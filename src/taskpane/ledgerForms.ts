/** The forms of the tab 台账: each takes the place of the list of what can be made until one goes back. */
import type { Form } from "./form";
import { NewLedger } from "./newLedger";
import { OwnPromiseView } from "./ownPromiseView";
import { OwnSheetView } from "./ownSheetView";
import type { Pane } from "./pane";
import { PlacesView } from "./placesView";
import { ReturnsView } from "./returnsView";

/** How each is made; a further form is one line here and one row in the list. @param back leads to the list */
export const FORMS = {
  newLedger: (pane: Pane, back: () => void): Form => new NewLedger(pane, back),
  returns: (pane: Pane, back: () => void): Form => new ReturnsView(pane, back),
  ownPromise: (pane: Pane, back: () => void): Form => new OwnPromiseView(pane, back),
  ownSheet: (pane: Pane, back: () => void): Form => new OwnSheetView(pane, back),
  places: (pane: Pane, back: () => void): Form => new PlacesView(pane, back),
};
export type FormName = keyof typeof FORMS;
