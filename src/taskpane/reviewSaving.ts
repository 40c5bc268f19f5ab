/** Where a review's result goes: into the workbook as its catalog, or into a file. */
import type { Catalog } from "../core/types";
import { keepCatalog, workbookCatalog } from "../excel/catalogSource";
import { keepPart } from "../excel/workbookStore";
import { catalogOf } from "../importer/promise";
import { countStates, undecided, type Review } from "../importer/review";
import { strings } from "../strings/strings";
import { noteOf } from "./draftWords";
import { yearIn } from "./importStart";
import { downloadCatalog, mayKeep } from "./catalogHandling";
import { sayInForce } from "./ownCatalog";
import type { Pane } from "./pane";
import { keptForm, type ReviewKeeping } from "./reviewKeeping";

/** What a person writes of the catalog. */
export interface About {
  readonly region: string;
  readonly year: string;
}

/** The review's own part in saving. */
export interface Saved {
  review(): Review | null;
  about(): About;
  /** A field of `About` wants filling in. */
  wants(field: keyof About): void;
  busy(isBusy: boolean): void;
  /** The catalog stands. @param rest what is still to be decided, or null where the review is at its end */
  done(rest: Review | null): void;
}

export class ReviewSaving {
  constructor(
    private readonly pane: Pane,
    private readonly keeping: ReviewKeeping,
    private readonly saved: Saved,
  ) {}

  /** Puts the result into the workbook. What is still open is not lost without a word. */
  askToKeep(): void {
    const words = strings().review;
    const review = this.saved.review();
    if (!review || this.result(null) === null) return;
    const { open } = countStates(review);
    if (open === 0) return void this.keep(false);
    this.pane.ask(words.openLeft(open), [
      { label: words.keepOpen, chosen: () => void this.keep(true) },
      { label: words.dropOpen, chosen: () => void this.keep(false) },
    ]);
  }

  exportFile(): void {
    const catalog = this.result(null);
    const review = this.saved.review();
    if (catalog === null || !review) return;
    downloadCatalog(catalog);
    const { open } = countStates(review);
    if (open > 0) this.pane.say("info", strings().review.exportedWithoutOpen(open));
  }

  /** The catalog as it would be, or null where something is missing, which is said. */
  private result(existing: Catalog | null): Catalog | null {
    const words = strings().review;
    const review = this.saved.review();
    if (!review) return null;
    if (countStates(review).accepted === 0) {
      this.pane.say("warning", words.nothingAccepted);
      return null;
    }
    const { region: written, year: yearWritten } = this.saved.about();
    const region = written.trim();
    const year = yearIn(yearWritten);
    if (region === "" || year === null) {
      this.pane.say("warning", region === "" ? words.regionFirst : words.yearFirst);
      this.saved.wants(region === "" ? "region" : "year");
      return null;
    }
    const facts = {
      region,
      year,
      title: words.catalogTitle(region, year),
      version: new Date().toISOString().slice(0, 10),
      sourceTitle: review.documentName,
      noteOf,
    };
    return catalogOf(review, facts, existing);
  }

  private async keep(isOpenKept: boolean): Promise<void> {
    const review = this.saved.review();
    if (!review) return;
    this.saved.busy(true);
    await this.keeping.end();
    const standing = await this.pane.run(workbookCatalog);
    const catalog = standing.done ? this.result(standing.answer) : null;
    const isToBeKept = catalog !== null && (await mayKeep(this.pane, catalog));
    const outcome = isToBeKept ? await this.pane.run((context) => keepCatalog(context, catalog)) : null;
    this.saved.busy(false);
    if (!standing.done || !outcome?.done) {
      this.keeping.saveSoon();
      return;
    }
    const rest = isOpenKept ? undecided(review) : null;
    // The catalog stands now: what is left of the review in the workbook is no reason to say otherwise.
    void this.pane.run((context) => keepPart(context, "review", rest === null ? null : keptForm(rest)));
    this.saved.done(rest);
    this.pane.catalogChanged();
    const words = strings().review;
    const { accepted } = countStates(review);
    const kept = outcome.answer;
    const cells = "refreshed" in kept ? kept.refreshed.cells : 0;
    const whole = standing.answer === null ? words.used(accepted, cells) : words.added(accepted, cells);
    sayInForce(this.pane, rest === null ? whole : words.keptWithOpen(accepted, rest.items.length), kept);
  }
}
