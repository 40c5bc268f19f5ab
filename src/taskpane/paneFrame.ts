/** <target-pane>: the pane around its views: header, tabs, the bars under them, and one panel per tab. */
import { html, type TemplateResult } from "lit";
import type { Commitment } from "../core/types";
import { restoreUnfinished, unfinishedChange } from "../excel/change";
import type { Followed } from "../excel/ledgerTolerances";
import type { OpenedWorkbook } from "../excel/openWorkbook";
import { session, type View as Asked } from "../excel/session";
import { strings } from "../strings/strings";
import { CatalogView } from "./catalogView";
import { CellView } from "./cellView";
import { changeList, type Changes } from "./changeList";
import { CheckView } from "./checkView";
import { backupSentence, excelRun, type Outcome } from "./excelRun";
import { LedgerView } from "./ledgerView";
import { MessageBar } from "./messageBar";
import { TABS, type Answer, type Lasts, type Pane, type Tab, type Tone, type View } from "./pane";
import { noneInForce, sayOpened } from "./ownCatalog";
import { PaneElement } from "./paneElement";
import { ReviewView } from "./reviewView";
import { SelectionWatch, type Look } from "./selectionWatch";
import { SettingsView } from "./settingsView";
import { WrongCellBar } from "./wrongCellBar";

/** The cell's own tab says more than the bar; reviewing a report needs the height. */
const HIDES_WRONG_CELL: ReadonlySet<Tab> = new Set<Tab>(["cell", "review", "settings"]);

/** What stands in place of a tab's view until it is answered. */
interface Seen {
  readonly tab: Tab;
  readonly changes: Changes;
  readonly answer: (isToBeWritten: boolean) => void;
}

export class PaneFrame extends PaneElement implements Pane {
  private readonly messages = new MessageBar();
  private readonly wrongCell = new WrongCellBar();
  private readonly catalog = new CatalogView(this);
  private readonly ledger = new LedgerView(this);
  private readonly cell = new CellView(this);
  private readonly check = new CheckView(this);
  private readonly review = new ReviewView(this);
  private readonly settings = new SettingsView(this);
  private readonly views: Readonly<Record<Tab, View>> = {
    catalog: this.catalog,
    ledger: this.ledger,
    cell: this.cell,
    check: this.check,
    review: this.review,
    settings: this.settings,
  };
  /** What a command does with the ledger's tab. */
  private readonly ofLedger = {
    ledger: () => this.ledger.showForm("newLedger"),
    returns: () => this.ledger.showForm("returns"),
    summary: () => this.ledger.makeSummary(),
    leadersCopy: () => this.ledger.makeCopy(),
    freeze: () => this.ledger.freezePeriod(),
  };
  private readonly watch: SelectionWatch;
  private current: Tab = "catalog";
  private look: Look | null = null;
  private seen: Seen | null = null;

  /** @param isSeen whether anybody sees the pane */
  constructor(isSeen: () => boolean) {
    super();
    this.messages.className = "messages";
    this.wrongCell.className = "wrongCell";
    this.wrongCell.ariaLive = "polite";
    this.watch = new SelectionWatch(
      isSeen,
      () => this.messages.selectionMoved(),
      (look) => this.lookedAt(look),
    );
  }

  /** Opens the view that was asked for, and starts to follow the selection. */
  start(): void {
    this.addEventListener("keydown", this.pressed);
    this.open("catalog");
    session.onShow((view) => this.answer(view));
    void this.watch.start((sentence) => this.say("error", sentence));
  }

  run<T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<Outcome<T>> {
    return excelRun(
      work,
      (sentence) => this.say("error", sentence),
      (sentence) => this.offerRestoring(sentence),
    );
  }

  /** Offers to take back what was left half done, as on opening a workbook that holds such. */
  private async lookForUnfinished(): Promise<void> {
    const outcome = await this.run(unfinishedChange);
    if (outcome.done && outcome.answer) this.offerRestoring(backupSentence(outcome.answer, true));
  }

  private offerRestoring(sentence: string): void {
    this.ask(sentence, [{ label: strings().pane.restore, chosen: () => void this.restore() }]);
  }

  private async restore(): Promise<void> {
    const words = strings().pane;
    const outcome = await this.run(restoreUnfinished);
    if (!outcome.done) return;
    const sheets = [...new Set(outcome.answer.map(({ sheet }) => sheet))];
    this.say("success", sheets.length > 0 ? words.restored(sheets) : words.nothingToRestore);
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
    return new Promise((resolve) => {
      const answer = (isToBeWritten: boolean) => {
        this.seen = null;
        this.requestUpdate();
        resolve(isToBeWritten);
      };
      this.seen = { tab: this.current, changes, answer };
      this.requestUpdate();
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
    this.catalog.showList();
    // A list that is out of sight follows when it comes into sight.
    if (this.current === "catalog" || this.current === "ledger") this.views[this.current].shown?.();
    this.settings.changed();
    this.lookAgain();
    this.requestUpdate();
  }

  opened(opened: OpenedWorkbook): void {
    this.ledger.settingsRead();
    this.settings.changed();
    sayOpened(this, opened);
    if (opened.found !== "unread") void this.lookForUnfinished();
  }

  /** The tolerances of the ledger that counts have changed. */
  tolerancesFollowed({ sheet, cells }: Followed): void {
    const words = strings().pane;
    this.ledger.settingsRead();
    this.settings.changed();
    this.lookAgain();
    if (sheet === null || cells === 0) return;
    if (cells === null) this.say("warning", words.tolerancesNotRefreshed(sheet));
    else this.say("info", words.tolerancesChanged(sheet, cells));
  }

  lookAgain(): void {
    this.watch.lookSoon();
  }

  protected override render(): TemplateResult {
    const words = strings();
    const { refusal, index } = session;
    const { title, version } = index.catalog;
    return html`<header>
        <h1>${words.product}</h1>
        <p>${refusal ? noneInForce(refusal) : `${title}　${words.pane.catalogNote(version)}`}</p>
      </header>
      <div role="tablist" aria-label=${words.pane.tabsLabel} @keydown=${this.pressedInTabs}>
        ${TABS.map((tab) => this.opener(tab))}
      </div>
      ${this.wrongCell}${this.messages}${TABS.map((tab) => this.panel(tab))}`;
  }

  private opener(tab: Tab): TemplateResult {
    return html`<button
      type="button"
      role="tab"
      id="tab-${tab}"
      aria-controls="panel-${tab}"
      aria-selected=${String(tab === this.current)}
      tabindex=${tab === this.current ? 0 : -1}
      @click=${() => this.chooseTab(tab)}
    >
      ${strings().pane.tabs[tab]}
    </button>`;
  }

  /** The tab that is open already leads back to its beginning. */
  private chooseTab(tab: Tab): void {
    if (tab === this.current) this.views[tab].goBack?.();
    this.open(tab);
  }

  private readonly pressedInTabs = (event: KeyboardEvent): void => {
    const at = TABS.indexOf(this.current);
    const steps: Readonly<Record<string, number>> = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: -1 };
    const step = steps[event.key];
    if (step === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    const tab = TABS.at(step % TABS.length) ?? this.current;
    event.preventDefault();
    this.open(tab);
    this.querySelector<HTMLElement>(`#tab-${tab}`)?.focus();
  };

  /** Esc takes away what was asked or said, then what is to be seen first, and then goes back by a step. */
  private readonly pressed = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || event.defaultPrevented || event.isComposing) return;
    const { seen, current } = this;
    if (event.target instanceof HTMLInputElement && event.target.type === "search" && event.target.value !== "") return;
    if (this.messages.dismiss()) return;
    if (seen?.tab === current) seen.answer(false);
    else this.views[current].goBack?.();
  };

  private panel(tab: Tab): TemplateResult {
    const { seen } = this;
    return html`<div role="tabpanel" id="panel-${tab}" aria-labelledby="tab-${tab}" ?hidden=${tab !== this.current}>
      ${
        seen?.tab === tab
          ? changeList(seen.changes, { write: () => seen.answer(true), cancel: () => seen.answer(false) })
          : this.views[tab]
      }
    </div>`;
  }

  private reveal(tab: Tab): void {
    if (tab !== this.current) this.messages.clear();
    this.current = tab;
    this.requestUpdate();
    this.showWrongCell();
  }

  private lookedAt(look: Look): void {
    this.look = look;
    this.cell.show(look);
    this.showWrongCell();
  }

  private showWrongCell(): void {
    this.wrongCell.show(HIDES_WRONG_CELL.has(this.current) ? null : this.look, this);
  }

  /** What a command asked for. */
  private answer(asked: Asked): void {
    if (asked === "refresh") {
      this.reveal("check");
      void this.check.refreshAll();
      return;
    }
    if (asked in this.ofLedger) {
      this.open("ledger");
      this.ofLedger[asked as keyof typeof this.ofLedger]();
      return;
    }
    this.seen?.answer(false); // what was asked for is to be seen, whatever waited for an answer
    this.open(asked as Tab);
    if (asked === "catalog") this.catalog.showList();
  }
}

customElements.define("target-pane", PaneFrame);
