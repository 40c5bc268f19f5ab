/** The one mutable thing: the catalog, the rules and the choices in force, and which view of the pane was asked for. */
import embedded from "../../assets/catalogs/jingzhou-2024.json";
import { CatalogIndex } from "../core/catalog";
import { Shelf } from "../core/shelf";
import type { Pin } from "../core/pin";
import { CatalogError } from "../core/errors";
import { RULES, type Rules } from "../core/status";
import type { Catalog } from "../core/types";
import type { Entry } from "../sheets/ledgerColumns";
import { rulesBy, type LedgerRules } from "../sheets/judgedBy";
import type { PinnedPart } from "./workbookStore";

/** The views of the pane a command may ask for. */
export type View =
  "catalog" | "ledger" | "check" | "cell" | "refresh" | "leadersCopy" | "summary" | "freeze" | "returns" | "ownSheet";

/** What holds while a command runs: commands take it as it was when they were given. */
export interface InForce {
  readonly index: CatalogIndex;
  readonly rules: Rules;
  readonly entry: Entry;
  /** The time on the person's clock. */
  readonly now: Date;
}

/** A catalog in use; `pin` says where it came from and when, null where the workbook does not hold it. */
export interface OnShelf {
  readonly index: CatalogIndex;
  readonly pin: Pin | null;
}

/** A catalog whose part is damaged, and which answers as it was pinned. */
export interface Restored extends OnShelf {
  readonly place: PinnedPart;
}

let own: OnShelf | null = null;
let beside: readonly OnShelf[] = [];
let shipped: readonly (OnShelf & { readonly sourceSha256: string | null })[] = [];
let restored: readonly Restored[] = [];
let damaged: readonly CatalogError<"catalogInvalid">[] = [];
let shelf: Shelf | null = null;
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
    return session.shelf.own;
  },
  /** The catalog in force as it was taken: what is kept when it is corrected. */
  get catalog(): Catalog {
    return session.own.index.catalog;
  },
  /** The catalog in force and where it came from. */
  get own(): OnShelf {
    own ??= { index: new CatalogIndex(session.embedded), pin: null };
    return own;
  },
  /** The catalog within the add-in. */
  get embedded(): Catalog {
    return embedded as Catalog; // a test holds that it is a valid one as it stands
  },
  /** Whether it is in force as it stands in the add-in. */
  get isEmbedded(): boolean {
    return session.own.index.catalog === session.embedded;
  },
  /** The catalogs the workbook holds beside its own. */
  get beside(): readonly OnShelf[] {
    return beside;
  },
  /** Catalogs that ship with the add-in and were asked for; the workbook does not hold them. */
  get shipped(): typeof shipped {
    return shipped;
  },
  /** Catalogs whose parts in the workbook are damaged, and which answer as they were pinned. */
  get restored(): readonly Restored[] {
    return restored;
  },
  useRestored(found: readonly Restored[]): void {
    restored = found;
  },
  /** What stands in the workbook in place of catalogs beside its own and is none, and why. */
  get damaged(): readonly CatalogError<"catalogInvalid">[] {
    return damaged;
  },
  /** All catalogs in use. */
  get shelf(): Shelf {
    shelf ??= session.shelfWith(session.own.index);
    return shelf;
  },
  /** The shelf as it would be with a catalog on it, as the own one or beside it, in place of the one with its id. */
  shelfWith(chosen: CatalogIndex, isOwn = true): Shelf {
    const all = [...(isOwn ? [] : [chosen]), ...[...beside, ...shipped].map(({ index }) => index)];
    const first = isOwn ? chosen : session.own.index;
    const others = new Map<string, CatalogIndex>();
    for (const index of all)
      if (index.catalog.id !== first.catalog.id && !others.has(index.catalog.id)) others.set(index.catalog.id, index);
    return new Shelf(first, [...others.values()]);
  },
  /** What cells and commands are answered from. @throws CatalogError catalogDamaged, workbookUnread while the workbook's own catalog cannot be used and nobody has decided */
  get answering(): Shelf {
    if (refusal) throw refusal;
    return session.shelf;
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
  useCatalog(chosen: CatalogIndex, pin: Pin | null = null): void {
    own = { index: chosen, pin };
    shelf = null;
    refusal = null;
  },
  /** The catalogs the workbook holds beside its own, and what in their place is none. */
  useBeside(found: readonly OnShelf[], broken: typeof damaged = []): void {
    beside = found;
    damaged = broken;
    shelf = null;
  },
  /** A catalog that ships with the add-in is at hand now. @param sourceSha256 of its file */
  useShipped(found: CatalogIndex, sourceSha256: string | null = null): void {
    const others = shipped.filter(({ index }) => index.catalog.id !== found.catalog.id);
    shipped = [...others, { index: found, pin: null, sourceSha256 }];
    shelf = null;
  },
  /** Goes back to the embedded catalog. @param pin where the workbook holds that very catalog */
  useEmbedded(pin: Pin | null = null): void {
    own = pin && { index: session.isEmbedded ? session.own.index : new CatalogIndex(session.embedded), pin };
    shelf = null;
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
    return { index: session.answering.own, rules, entry, now: new Date() };
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
