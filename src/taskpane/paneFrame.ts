/** The pane around its views: header, tabs, the bars under them, and one panel per tab. */
import type { Commitment } from "../core/types";
import { session, type View as Asked } from "../excel/session";
import { strings } from "../strings/strings";
import { CatalogView } from "./catalogView";
import { CellView } from "./cellView";
import { changeList, type Changes } from "./changeList";
import { CheckView } from "./checkView";
import { button, element, replaceContent } from "./elements";
import { excelRun, type Outcome } from "./excelRun";
import { LedgerView } from "./ledgerView";
import { MessageBar } from "./messageBar";
import { TABS, type Answer, type Lasts, type Pane, type Tab, type Tone, type View } from "./pane";
import { ReviewView } from "./reviewView";
import { SelectionWatch, type Look } from "./selectionWatch";
import { WrongCellBar } from "./wrongCellBar";

/** The cell's own tab says more than the bar; reviewing a report needs the height. */
const HIDES_WRONG_CELL: ReadonlySet<Tab> = new Set<Tab>(["cell", "review"]);

export class PaneFrame implements Pane {
  private readonly messages = new MessageBar();
  private readonly wrongCell = new WrongCellBar(this);
  private readonly catalog = new CatalogView(this);
  private readonly ledger = new LedgerView(this);
  private readonly cell = new CellView(this);
  private readonly check = new CheckView(this);
  private readonly review = new ReviewView(this);
  private readonly catalogTitle = element("p");
  private readonly views: Readonly<Record<Tab, View>> = {
    catalog: this.catalog,
    ledger: this.ledger,
    cell: this.cell,
    check: this.check,
    review: this.review,
  };
  private readonly tabs = new Map<Tab, HTMLButtonElement>();
  private readonly panels = new Map<Tab, HTMLElement>();
  private readonly watch: SelectionWatch;
  private current: Tab = "catalog";
  private look: Look | null = null;

  /** @param isSeen whether anybody sees the pane */
  constructor(isSeen: () => boolean) {
    this.watch = new SelectionWatch(
      isSeen,
      () => this.messages.selectionMoved(),
      (look) => this.lookedAt(look),
    );
  }

  /** Fills the page, opens the view that was asked for, and starts to follow the selection. */
  start(page: HTMLElement): void {
    const words = strings();
    const header = element("header", {}, element("h1", {}, words.product), this.catalogTitle);
    this.showCatalogTitle();
    const tabs = element("div", { role: "tablist", "aria-label": words.pane.tabsLabel });
    const panels = TABS.map((tab) => {
      const opener = button(words.pane.tabs[tab], "link", () => this.open(tab));
      for (const [name, value] of Object.entries({
        role: "tab",
        id: `tab-${tab}`,
        "aria-controls": `panel-${tab}`,
        class: "",
      }))
        opener.setAttribute(name, value);
      this.tabs.set(tab, opener);
      tabs.append(opener);
      const attributes = { role: "tabpanel", id: `panel-${tab}`, "aria-labelledby": `tab-${tab}`, hidden: true };
      const panel = element("div", attributes, this.views[tab].element);
      this.panels.set(tab, panel);
      return panel;
    });
    page.replaceChildren(header, tabs, this.wrongCell.element, this.messages.element, ...panels);
    this.open("catalog");
    session.onShow((view) => this.answer(view));
    void this.watch.start((sentence) => this.say("error", sentence));
  }

  run<T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<Outcome<T>> {
    return excelRun(work, (sentence) => this.say("error", sentence));
  }

  say(tone: Tone, sentence: string, lasts: Lasts = "untilNext"): void {
    this.messages.say(tone, sentence, lasts);
  }

  ask(question: string, answers: readonly Answer[], lasts: Lasts = "untilNext"): void {
    this.messages.ask(question, answers, lasts);
  }

  hush(): void {
    this.messages.clear();
  }

  seeFirst(changes: Changes): Promise<boolean> {
    this.hush();
    const panel = this.panels.get(this.current);
    const view = this.views[this.current].element;
    return new Promise((resolve) => {
      const answer = (isToBeWritten: boolean) => {
        if (panel) replaceContent(panel, view);
        resolve(isToBeWritten);
      };
      const list = changeList(changes, { write: () => answer(true), cancel: () => answer(false) });
      if (panel) replaceContent(panel, list);
    });
  }

  open(tab: Tab): void {
    this.reveal(tab);
    this.views[tab].shown?.();
  }

  showEvidence(commitment: Commitment): void {
    const from = this.current;
    if (from === "catalog") return this.catalog.showEvidence(commitment);
    this.open("catalog");
    this.catalog.showEvidence(commitment, () => {
      this.catalog.showList();
      this.open(from);
    });
  }

  catalogChanged(): void {
    this.showCatalogTitle();
    this.catalog.showList();
    // A list that is out of sight follows when it comes into sight.
    if (this.current === "catalog" || this.current === "ledger") this.views[this.current].shown?.();
    this.review.catalogChanged();
    this.lookAgain();
  }

  /** The workbook's own choices are in force. */
  settingsRead(): void {
    this.ledger.settingsRead();
  }

  private showCatalogTitle(): void {
    const { title, version } = session.index.catalog;
    this.catalogTitle.textContent = `${title}　${strings().pane.catalogNote(version)}`;
  }

  lookAgain(): void {
    this.watch.lookSoon();
  }

  private reveal(tab: Tab): void {
    if (tab !== this.current) this.messages.clear();
    this.current = tab;
    for (const [each, opener] of this.tabs) opener.setAttribute("aria-selected", String(each === tab));
    for (const [each, panel] of this.panels) panel.hidden = each !== tab;
    this.wrongCell.show(HIDES_WRONG_CELL.has(tab) ? null : this.look);
  }

  private lookedAt(look: Look): void {
    this.look = look;
    this.cell.show(look);
    this.wrongCell.show(HIDES_WRONG_CELL.has(this.current) ? null : look);
  }

  /** What a command asked for. */
  private answer(asked: Asked): void {
    if (asked === "refresh") {
      this.reveal("check");
      void this.check.refreshAll();
      return;
    }
    if (asked === "leadersCopy" || asked === "summary") {
      this.open("ledger");
      void (asked === "summary" ? this.ledger.makeSummary("ask") : this.ledger.makeCopy("ask"));
      return;
    }
    if (asked === "freeze") {
      this.open("ledger");
      void this.ledger.freezePeriod(false);
      return;
    }
    if (asked === "returns") {
      this.open("ledger");
      this.ledger.showReturns();
      return;
    }
    this.open(asked);
    if (asked === "catalog") this.catalog.showList();
  }
}
