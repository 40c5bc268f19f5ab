/** The beginning of an import: a pasted text or a file, the look at its tables, and the way to a review. */
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { gridsInText, type Grid } from "../importer/grid";
import { startReview, type Review } from "../importer/review";
import { tidyText } from "../importer/tidyText";
import { errorSentence, strings } from "../strings/strings";
import type { Pane } from "./pane";
import { PaneElement } from "./paneElement";
import { button, heading, hint, status } from "./parts";
import { textOfFile } from "./reportFile";
import type { TablesFound, TableStep } from "./tableStep";

const TEXT_KINDS = ["auto", "plan", "review", "both"] as const;
type TextKind = (typeof TEXT_KINDS)[number];
const FILES = ".txt,.docx,.pdf,.xlsx,.csv,.tsv";

export class ImportStart extends PaneElement {
  private text = "";
  private year = "";
  private kind: TextKind = "auto";
  /** What is being done, in the words of the language in use. */
  private doing: () => string = () => "";
  /** Ends what is being done. */
  private cancel: AbortController | null = null;
  private tables: TableStep | null = null;
  private areTablesShown = false;

  /** @param started called with the review of what was read */
  constructor(
    private readonly pane: Pane,
    private readonly started: (review: Review) => void,
  ) {
    super();
    this.className = "start";
  }

  /** Begins anew. @param isTextKept whether the pasted text stays */
  begin(isTextKept: boolean): void {
    if (!isTextKept) this.text = "";
    this.showTables(null);
    void this.updateComplete.then(() => this.querySelector("textarea")?.focus());
  }

  protected override render(): TemplateResult {
    const isBusy = this.cancel !== null;
    const stop = button(strings().pane.cancel, "link", () => this.cancel?.abort());
    const chosen = ({ target }: Event) => void this.extractFile(target as HTMLInputElement);
    return html`${this.entry(isBusy)} ${this.tables ?? nothing}
      <div class="doing">${status(this.doing())} ${isBusy ? stop : nothing}</div>
      <input type="file" accept=${FILES} hidden @change=${chosen} />`;
  }

  private entry(isBusy: boolean): TemplateResult {
    const words = strings().review;
    const typed = ({ target }: Event) => {
      this.text = (target as HTMLTextAreaElement).value;
      this.pane.hush();
    };
    const choose = () => this.querySelector<HTMLInputElement>("input[type=file]")?.click();
    const turned = ({ target }: Event) => {
      this.kind = TEXT_KINDS[(target as HTMLSelectElement).selectedIndex] ?? "auto";
    };
    return html`<div class="entry" ?hidden=${this.areTablesShown}>
      ${heading(words.startTitle)} ${hint(words.startHint)}
      <label for="report" class="unseen">${words.pasteLabel}</label>
      <textarea
        id="report"
        placeholder=${words.pastePlaceholder}
        spellcheck="false"
        .value=${live(this.text)}
        @input=${typed}
      ></textarea>
      <div class="answers">
        <label class="short"
          >${words.year}${yearField(this.year, words.yearAutomatic, (year) => (this.year = year))}</label
        >
        <label class="short"
          >${words.textKind}<select .value=${live<string>(this.kind)} @change=${turned}>
            ${TEXT_KINDS.map((kind) => html`<option value=${kind}>${words.textKinds[kind]}</option>`)}
          </select></label
        >
      </div>
      <div class="answers">
        ${button(words.chooseFile, "secondary", choose)}
        ${button(words.extract, "primary", () => void this.extractText(), isBusy)}
      </div>
    </div>`;
  }

  private async extractText(): Promise<void> {
    const text = tidyText(this.text);
    if (text.trim() === "") {
      this.pane.say("warning", strings().review.pasteFirst);
      return;
    }
    await this.cancellable((signal) => this.look(text, gridsInText(text), strings().review.sourceTitle, signal));
  }

  private async extractFile(field: HTMLInputElement): Promise<void> {
    const file = field.files?.[0];
    if (!file) return;
    await this.cancellable(async (signal) => {
      const read = await textOfFile(file, {
        progress: (share) => this.say(() => strings().review.reading(Math.round(share * 100))),
        signal,
      });
      await this.look(read.text, read.grids, file.name, signal);
    });
    field.value = ""; // the same file may be chosen again
  }

  private async cancellable(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    this.cancel?.abort();
    const cancel = new AbortController();
    this.cancel = cancel;
    this.pane.hush();
    this.requestUpdate();
    try {
      await work(cancel.signal);
      this.say(() => "");
    } catch (error) {
      this.say(() => (cancel.signal.aborted ? strings().review.cancelled : ""));
      if (!cancel.signal.aborted) this.pane.say("error", errorSentence(error));
    } finally {
      if (this.cancel === cancel) this.cancel = null;
      this.requestUpdate();
    }
  }

  /** Tables are shown as they were understood; a text without any goes on at once. */
  private async look(text: string, grids: readonly Grid[], name: string, signal: AbortSignal): Promise<void> {
    const { understandTables } = await importer();
    signal.throwIfAborted();
    const readings = understandTables(text, grids, yearIn(this.year) ?? undefined);
    const found = { name, text, grids, readings };
    if (readings.length === 0) return this.draw(found, signal);
    if (this.tables === null) {
      const { TableStep } = await import(/* webpackChunkName: "importer" */ "./tableStep");
      this.tables = new TableStep(
        (corrected) => void this.cancellable((stopped) => this.draw(corrected, stopped)),
        () => this.showTables(null),
      );
    }
    this.showTables(found);
  }

  private showTables(found: TablesFound | null): void {
    this.areTablesShown = found !== null;
    this.requestUpdate();
    this.tables?.show(found);
  }

  private async draw({ text, name, grids, readings }: TablesFound, signal: AbortSignal): Promise<void> {
    const words = strings().review;
    const year = yearIn(this.year);
    const { kind } = this;
    const { startDocumentImport } = await importer();
    const job = startDocumentImport(text, grids, readings, {
      ...(year === null ? {} : { year }),
      ...(kind === "auto" ? {} : { tense: kind }),
    });
    for (let share = 0; share < 1;) {
      share = job.step();
      this.say(() => strings().review.extracting(Math.round(share * 100)));
      // Excel restarts a pane that does not answer: others get their turn between the pieces.
      await new Promise((resolve) => window.setTimeout(resolve, 0));
      signal.throwIfAborted();
    }
    const review = startReview(text, job.report(), name);
    this.showTables(null);
    if (review.items.length === 0 && review.leftOut.length === 0) this.pane.say("warning", words.nothingFound);
    else this.started(review);
  }

  private say(sentence: () => string): void {
    this.doing = sentence;
    this.requestUpdate();
  }
}
customElements.define("target-import-start", ImportStart);

const importer = () => import(/* webpackChunkName: "importer" */ "../importer/importDocument");

/** A field for a year. @param label what it is called, where no label stands around it */
export function yearField(
  written: string,
  placeholder: string,
  changed: (written: string) => void,
  label: string | null = null,
): TemplateResult {
  return html`<input
    inputmode="numeric"
    maxlength="4"
    size="5"
    autocomplete="off"
    placeholder=${placeholder}
    aria-label=${label ?? nothing}
    .value=${live(written)}
    @input=${({ target }: Event) => changed((target as HTMLInputElement).value)}
  />`;
}

/** The year that was written, or null. */
export function yearIn(written: string): number | null {
  const year = Number(written.normalize("NFKC").trim());
  return Number.isInteger(year) && year >= 1990 && year <= 2100 ? year : null;
}
