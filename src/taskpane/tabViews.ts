/** The views of the tabs: each is loaded when it is wanted for the first time, the catalog's at once. */
import { CatalogView } from "./catalogView";
import type { CellView } from "./cellView";
import type { CheckView } from "./checkView";
import type { LedgerView } from "./ledgerView";
import type { Pane, Tab } from "./pane";
import type { ReviewView } from "./reviewView";
import type { SettingsView } from "./settingsView";

interface Views {
  readonly catalog: CatalogView;
  readonly ledger: LedgerView;
  readonly cell: CellView;
  readonly check: CheckView;
  readonly review: ReviewView;
  readonly settings: SettingsView;
}

/** What a command does with the ledger's tab. */
export const OF_LEDGER = {
  ledger: (view: LedgerView) => view.showForm("newLedger"),
  returns: (view: LedgerView) => view.showForm("returns"),
  ownSheet: (view: LedgerView) => view.showForm("ownSheet"),
  summary: (view: LedgerView) => view.makeSummary(),
  leadersCopy: (view: LedgerView) => view.makeCopy(),
  freeze: (view: LedgerView) => view.freezePeriod(),
};

export class TabViews {
  private readonly made: { -readonly [T in Tab]?: Views[T] } = {};
  private readonly loading = new Map<Tab, Promise<unknown>>();

  constructor(private readonly pane: Pane) {
    this.made.catalog = new CatalogView(pane);
  }

  /** The view of a tab, if it was wanted before. */
  at<T extends Tab>(tab: T): Views[T] | undefined {
    return this.made[tab];
  }

  /** The view of a tab. */
  async get<T extends Tab>(tab: T): Promise<Views[T]> {
    const loading = this.loading.get(tab) ?? this.load(tab);
    this.loading.set(tab, loading);
    try {
      await loading;
    } catch (error) {
      this.loading.delete(tab); // the next press asks again
      throw error;
    }
    return this.made[tab] as Views[T];
  }

  private async load(tab: Tab): Promise<void> {
    const { made, pane } = this;
    switch (tab) {
      case "catalog":
        return;
      case "ledger":
        made.ledger = new (await import(/* webpackChunkName: "ledger" */ "./ledgerView")).LedgerView(pane);
        return;
      case "cell":
        made.cell = new (await import(/* webpackChunkName: "cell" */ "./cellView")).CellView(pane);
        return;
      case "check":
        made.check = new (await import(/* webpackChunkName: "check" */ "./checkView")).CheckView(pane);
        return;
      case "review":
        made.review = new (await import(/* webpackChunkName: "review" */ "./reviewView")).ReviewView(pane);
        return;
      case "settings":
        made.settings = new (await import(/* webpackChunkName: "settings" */ "./settingsView")).SettingsView(pane);
    }
  }
}
