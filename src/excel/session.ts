/** The one mutable thing: the catalog, the rules and the choices in force, and which view of the pane was asked for. */
import embedded from "../../assets/catalogs/jingzhou-2024.json";
import { CatalogIndex } from "../core/catalog";
import { CatalogError } from "../core/errors";
import { RULES, type Rules } from "../core/status";
import type { Catalog } from "../core/types";
import type { Entry } from "../sheets/ledgerColumns";
import { rulesBy, type LedgerRules } from "../sheets/judgedBy";

/** The views of the pane a command may ask for. */
export type View =
  "catalog" | "ledger" | "check" | "cell" | "refresh" | "leadersCopy" | "summary" | "freeze" | "returns";

/** What holds while a command runs: commands take it as it was when they were given. */
export interface InForce {
  readonly index: CatalogIndex;
  readonly rules: Rules;
  readonly entry: Entry;
  /** The time on the person's clock. */
  readonly now: Date;
}

let index: CatalogIndex | null = null;
let refusal: CatalogError | null = null;
let rules: Rules = RULES.standard;
let ofLedger: LedgerRules | null = null;
let judging: Rules | CatalogError = rules;
let hasJudged = false;
let entry: Entry = "cumulative";
let asked: View | null = null;
const listeners = new Set<(view: View) => void>();

export const session = {
  /** The catalog in force; the embedded one until another is chosen. Indexed once, at the first look-up. */
  get index(): CatalogIndex {
    index ??= new CatalogIndex(embedded as Catalog); // a test holds that it is a valid one as it stands
    return index;
  },
  /** The catalog cells and commands answer from. @throws CatalogError catalogDamaged, workbookUnread while the workbook's own cannot be used and nobody has decided */
  get answering(): CatalogIndex {
    if (refusal) throw refusal;
    return session.index;
  },
  /** Why nothing answers; null where a catalog does. */
  get refusal(): CatalogError | null {
    return refusal;
  },
  /** Lets nothing answer until a person has chosen a catalog. */
  refuse(reason: CatalogError): void {
    refusal = reason;
  },
  /** Puts another catalog in force. Cells keep their values until their formulas are assigned again. */
  useCatalog(chosen: CatalogIndex): void {
    index = chosen;
    refusal = null;
  },
  /** Goes back to the embedded catalog. */
  useEmbedded(): void {
    index = null;
    refusal = null;
  },
  get rules(): Rules {
    return rules;
  },
  useRules(chosen: Rules): void {
    rules = chosen;
    session.useLedgerRules(ofLedger);
  },
  /** What the ledger that counts says of how it judges; null where the workbook has none. */
  get ledgerRules(): LedgerRules | null {
    return ofLedger;
  },
  useLedgerRules(found: LedgerRules | null): void {
    ofLedger = found;
    judging = found ? rulesBy(found, rules) : rules;
    hasJudged = false;
  },
  /** The rules by which functions give verdicts: those of the ledger that counts. @throws CatalogError toleranceUnreadable */
  get judging(): Rules {
    hasJudged = true;
    if (judging instanceof CatalogError) throw judging;
    return judging;
  },
  /** The same for what is measured and not judged: an unreadable tolerance changes no gap. */
  get measuring(): Rules {
    return judging instanceof CatalogError ? rules : judging;
  },
  /** Why no verdict is given; null where verdicts are. */
  get noVerdict(): CatalogError | null {
    return judging instanceof CatalogError ? judging : null;
  },
  /** Whether a function was given the rules since they were last set. */
  get hasJudged(): boolean {
    return hasJudged;
  },
  /** How new ledgers are filled in. */
  get entry(): Entry {
    return entry;
  },
  useEntry(chosen: Entry): void {
    entry = chosen;
  },
  inForce(): InForce {
    return { index: session.answering, rules, entry, now: new Date() };
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
