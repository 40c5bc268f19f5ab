/** The one mutable thing: the catalog and the rules in force, and which view of the pane was asked for. */
import embedded from "../../assets/catalogs/jingzhou-2024.json";
import { CatalogIndex, validateCatalog } from "../core/catalog";
import { RULES, type Rules } from "../core/status";

/** The views of the pane a command may ask for. */
export type View = "catalog" | "ledger" | "check" | "cell" | "refresh" | "leadersCopy";

let index: CatalogIndex | null = null;
let rules: Rules = RULES.standard;
let asked: View | null = null;
const listeners = new Set<(view: View) => void>();

export const session = {
  /** The catalog in force; the embedded one until another is chosen. Indexed once, at the first look-up. */
  get index(): CatalogIndex {
    index ??= new CatalogIndex(validateCatalog(embedded));
    return index;
  },
  /** Puts another catalog in force. Cells keep their values until their formulas are assigned again. */
  useCatalog(chosen: CatalogIndex): void {
    index = chosen;
  },
  /** Goes back to the embedded catalog. */
  useEmbedded(): void {
    index = null;
  },
  get rules(): Rules {
    return rules;
  },
  useRules(chosen: Rules): void {
    rules = chosen;
  },
  /** Asks the pane for a view; a pane that is still loading finds it when it starts to listen. */
  show(view: View): void {
    asked = view;
    for (const listener of listeners) listener(view);
  },
  /** Calls back for every view asked for, the last unanswered one included. @returns how to stop listening */
  onShow(listener: (view: View) => void): () => void {
    listeners.add(listener);
    if (asked) listener(asked);
    asked = null;
    return () => listeners.delete(listener);
  },
};
