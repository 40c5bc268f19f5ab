/** <target-pane>: the pane around its views: header, tabs, the bars under them, and one panel per tab. */
import { html, nothing, type TemplateResult } from "lit";
import type { Commitment } from "../core/types";
import type { Followed } from "../excel/ledgerTolerances";
import type { OpenedWorkbook } from "../excel/openWorkbook";
import { session, type View as Asked } from "../excel/session";
import { follow } from "../excel/underWay";
import { strings } from "../strings/strings";
import { changeList, type Changes } from "./changeList";
import { enterInField } from "./enterKey";
import { excelRun, type Outcome } from "./excelRun";
import { FirstRun, type Way } from "./firstRun";
import { focusOn } from "./focus";
import { MessageBar } from "./messageBar";
import { TABS, type Answer, type Lasts, type Pane, type Tab, type Tone, type View } from "./pane";
import { noneInForce, sayOpened } from "./ownCatalog";
import { PaneElement } from "./paneElement";
import { SelectionWatch, type Look } from "./selectionWatch";
import { tabList } from "./tabList";
import { OF_LEDGER, TabViews } from "./tabViews";
import { lookForUnfinished, offerRestoring } from "./unfinished";
import { WorkBar } from "./workBar";
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
  private readonly working = new WorkBar();
  private readonly views = new TabViews(this);
  private readonly watch: SelectionWatch;
  private current: Tab = "catalog";
  private readonly firstRun = new FirstRun(this, (way) => void this.beginBy(way));
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
    session.onShow((view) => void this.answer(view));
    void this.watch.start((sentence) => this.say("error", sentence));
  }

  run<T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<Outcome<T>> {
    return this.working.during((underWay) =>
      excelRun(
        (context) => {
          follow(context, underWay);
          return work(context);
        },
        (sentence) => this.say("error", sentence),
        (sentence) => offerRestoring(this, sentence),
        (sentence) => this.say("info", sentence),
      ),
    );
  }

  private async offerBeginning(): Promise<void> {
    const isOffered = await this.firstRun.offer();
    if (isOffered && this.current !== "catalog") this.firstRun.end();
    this.requestUpdate();
  }

  private async beginBy(way: Way | null): Promise<void> {
    this.requestUpdate();
    if (way === "import") this.open("review");
    else if (way === "sample") {
      await this.opening("ledger");
      await this.views.at("ledger")?.makeSample();
    } else this.views.at("catalog")?.startSearch();
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
    const before = document.activeElement;
    return new Promise((resolve) => {
      const answer = (isToBeWritten: boolean) => {
        this.seen = null;
        this.requestUpdate();
        void this.updateComplete.then(() => before instanceof HTMLElement && before.isConnected && before.focus());
        resolve(isToBeWritten);
      };
      this.seen = { tab: this.current, changes, answer };
      this.requestUpdate();
      void this.updateComplete.then(() => focusOn(this.querySelector(".changes h2")));
    });
  }

  open(tab: Tab): void {
    void this.opening(tab);
  }

  /** @returns once the tab's view is on show */
  private async opening(tab: Tab): Promise<void> {
    this.reveal(tab);
    if (!this.views.at(tab)) await this.loaded(tab);
    this.views.at(tab)?.shown();
    this.requestUpdate();
  }

  /** Loads a tab's view; where that fails, as without a network, it is said. */
  private async loaded(tab: Tab): Promise<void> {
    try {
      const view = await this.views.get(tab);
      if (this.look && "show" in view) view.show(this.look);
    } catch {
      this.say("error", strings().pane.notLoaded);
    }
  }

  showEvidence(commitment: Commitment): void {
    const from = this.current;
    const catalog = this.views.at("catalog");
    if (from === "catalog") return catalog?.showEvidence(commitment);
    this.open("catalog");
    catalog?.showEvidence(commitment, () => {
      catalog.showList();
      this.open(from);
    });
  }

  catalogChanged(): void {
    this.views.at("catalog")?.showList();
    // A list that is out of sight follows when it comes into sight.
    if (this.current === "catalog" || this.current === "ledger") this.views.at(this.current)?.shown();
    this.views.at("settings")?.changed();
    this.lookAgain();
    this.requestUpdate();
  }

  opened(opened: OpenedWorkbook): void {
    this.settingsRead();
    sayOpened(this, opened);
    if (opened.found === "unread") return;
    void lookForUnfinished(this);
    void this.offerBeginning();
  }

  /** The workbook's own choices are known, or have changed. */
  private settingsRead(): void {
    this.views.at("ledger")?.settingsRead();
    this.views.at("settings")?.changed();
  }

  /** The tolerances of the ledger that counts have changed. */
  tolerancesFollowed({ sheet, cells }: Followed): void {
    const words = strings().pane;
    this.settingsRead();
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
      ${tabList(this.current, { chosen: (tab) => this.chooseTab(tab), moved: (tab) => this.goTo(tab) })}
      ${this.wrongCell}${this.working}${this.messages}${this.firstRun.isShown ? this.firstRun : nothing}${TABS.map((tab) => this.panel(tab))}`;
  }

  /** The tab that is open already leads back to its beginning. */
  private chooseTab(tab: Tab): void {
    if (tab === this.current) this.goBack(tab);
    this.open(tab);
  }

  /** The arrow keys open a tab and go on to it. */
  private goTo(tab: Tab): void {
    this.open(tab);
    this.querySelector<HTMLElement>(`#tab-${tab}`)?.focus();
  }

  /**
   * Esc takes away what was asked or said, then what is to be seen first, and then goes back by a step. Where it did, Excel on the web is
   * not to hear of it: it would lead back to the sheet.
   */
  private readonly pressed = (event: KeyboardEvent): void => {
    if (enterInField(event)) return;
    if (event.key !== "Escape" || event.defaultPrevented || event.isComposing) return;
    if (!this.messages.dismiss() && !this.goBack(this.current)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** @returns whether there was a step to go back by */
  private goBack(tab: Tab): boolean {
    const { seen } = this;
    if (seen?.tab === tab) {
      seen.answer(false);
      return true;
    }
    const view: View | undefined = this.views.at(tab);
    return view?.goBack?.() ?? false;
  }

  private panel(tab: Tab): TemplateResult {
    const { seen } = this;
    return html`<div
      role="tabpanel"
      id="panel-${tab}"
      aria-labelledby="tab-${tab}"
      ?hidden=${tab !== this.current || this.firstRun.isShown}
    >
      ${
        seen?.tab === tab
          ? changeList(seen.changes, { write: () => seen.answer(true), cancel: () => seen.answer(false) })
          : (this.views.at(tab) ?? nothing)
      }
    </div>`;
  }

  private reveal(tab: Tab): void {
    if (tab !== this.current) this.firstRun.end();
    if (tab !== this.current) this.messages.clear();
    this.current = tab;
    this.requestUpdate();
    this.showWrongCell();
  }

  private lookedAt(look: Look): void {
    this.look = look;
    this.views.at("cell")?.show(look);
    this.showWrongCell();
  }

  private showWrongCell(): void {
    this.wrongCell.show(HIDES_WRONG_CELL.has(this.current) ? null : this.look, this);
  }

  /** What a command asked for. Whatever waited for an answer is cancelled: what was asked for is to be seen. */
  private async answer(asked: Asked): Promise<void> {
    this.firstRun.end();
    this.seen?.answer(false);
    if (asked === "refresh") {
      this.reveal("check");
      await this.loaded("check");
      void this.views.at("check")?.refreshAll();
    } else if (asked in OF_LEDGER) {
      await this.opening("ledger");
      const ledger = this.views.at("ledger");
      if (ledger) OF_LEDGER[asked as keyof typeof OF_LEDGER](ledger);
    } else {
      await this.opening(asked as Tab);
      if (asked === "catalog") this.views.at("catalog")?.showList();
    }
  }
}

customElements.define("target-pane", PaneFrame);
