/** The beginning of an import: a pasted text or a file, the look at its tables, and the way to a review. */
import { gridsInText, type Grid } from "../importer/grid";
import { startReview, type Review } from "../importer/review";
import { tidyText } from "../importer/tidyText";
import { errorSentence, strings } from "../strings/strings";
import { button, element, setBusy } from "./elements";
import type { Pane } from "./pane";
import { textOfFile } from "./reportFile";
import type { TablesFound, TableStep } from "./tableStep";

const TEXT_KINDS = ["auto", "plan", "review", "both"] as const;

export class ImportStart {
  readonly element = element("div", { class: "start" });
  private cancel: AbortController | null = null;
  private tables: TableStep | null = null;
  private readonly text: HTMLTextAreaElement;
  private readonly year: HTMLInputElement;
  private readonly kind: HTMLSelectElement;
  private readonly file = element("input", { type: "file", accept: ".txt,.docx,.pdf,.xlsx,.csv,.tsv", hidden: true });
  private readonly extract: HTMLButtonElement;
  private readonly doing = element("p", { class: "hint", role: "status" });
  private readonly stop: HTMLButtonElement;
  private readonly entry: HTMLElement;

  /** @param started called with the review of what was read */
  constructor(
    private readonly pane: Pane,
    private readonly started: (review: Review) => void,
    private readonly below: HTMLElement,
  ) {
    const words = strings().review;
    this.text = element("textarea", { id: "report", placeholder: words.pastePlaceholder, spellcheck: "false" });
    this.year = yearField(words.yearAutomatic);
    this.kind = element(
      "select",
      {},
      ...TEXT_KINDS.map((kind) => element("option", { value: kind }, words.textKinds[kind])),
    );
    this.extract = button(words.extract, "primary", () => void this.extractText());
    this.stop = button(strings().pane.cancel, "link", () => this.cancel?.abort());
    this.stop.hidden = true;
    this.file.addEventListener("change", () => void this.extractFile());
    this.text.addEventListener("input", () => this.pane.hush());
    this.entry = element(
      "div",
      { class: "entry" },
      element("div", { class: "heading" }, element("h2", {}, words.startTitle)),
      element("p", { class: "hint" }, words.startHint),
      element("label", { for: "report", class: "unseen" }, words.pasteLabel),
      this.text,
      element(
        "div",
        { class: "answers" },
        element("label", { class: "short" }, words.year, this.year),
        element("label", { class: "short" }, words.textKind, this.kind),
      ),
      element(
        "div",
        { class: "answers" },
        button(words.chooseFile, "secondary", () => this.file.click()),
        this.extract,
      ),
    );
    this.element.append(this.entry, element("div", { class: "doing" }, this.doing, this.stop), this.file, below);
  }

  /** Begins anew. @param isTextKept whether the pasted text stays */
  begin(isTextKept: boolean): void {
    if (!isTextKept) this.text.value = "";
    this.showTables(null);
    this.text.focus();
  }

  private async extractText(): Promise<void> {
    const text = tidyText(this.text.value);
    if (text.trim() === "") {
      this.pane.say("warning", strings().review.pasteFirst);
      return;
    }
    await this.cancellable((signal) => this.look(text, gridsInText(text), strings().review.sourceTitle, signal));
  }

  private async extractFile(): Promise<void> {
    const file = this.file.files?.[0];
    if (!file) return;
    const words = strings().review;
    await this.cancellable(async (signal) => {
      const read = await textOfFile(file, {
        progress: (share) => this.say(words.reading(Math.round(share * 100))),
        signal,
      });
      await this.look(read.text, read.grids, file.name, signal);
    });
    this.file.value = ""; // the same file may be chosen again
  }

  private async cancellable(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    this.cancel?.abort();
    const cancel = new AbortController();
    this.cancel = cancel;
    this.pane.hush();
    setBusy(this.extract, true);
    this.stop.hidden = false;
    try {
      await work(cancel.signal);
      this.say("");
    } catch (error) {
      this.say(cancel.signal.aborted ? strings().review.cancelled : "");
      if (!cancel.signal.aborted) this.pane.say("error", errorSentence(error));
    } finally {
      setBusy(this.extract, false);
      this.stop.hidden = true;
      this.cancel = null;
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
      this.entry.after(this.tables);
    }
    this.showTables(found);
  }

  private showTables(found: TablesFound | null): void {
    this.entry.hidden = found !== null;
    this.below.hidden = found !== null; // the table needs the height
    this.tables?.show(found);
  }

  private async draw({ text, name, grids, readings }: TablesFound, signal: AbortSignal): Promise<void> {
    const words = strings().review;
    const year = yearIn(this.year);
    const kind = TEXT_KINDS.find((each) => each === this.kind.value) ?? "auto";
    const { startDocumentImport } = await importer();
    const job = startDocumentImport(text, grids, readings, {
      ...(year === null ? {} : { year }),
      ...(kind === "auto" ? {} : { tense: kind }),
    });
    for (let share = 0; share < 1;) {
      share = job.step();
      this.say(words.extracting(Math.round(share * 100)));
      // Excel restarts a pane that does not answer: others get their turn between the pieces.
      await new Promise((resolve) => window.setTimeout(resolve, 0));
      signal.throwIfAborted();
    }
    const review = startReview(text, job.report(), name);
    if (review.items.length === 0 && review.leftOut.length === 0) {
      this.showTables(null);
      this.pane.say("warning", words.nothingFound);
      return;
    }
    this.showTables(null);
    this.started(review);
  }

  private say(sentence: string): void {
    this.doing.textContent = sentence;
  }
}

const importer = () => import(/* webpackChunkName: "importer" */ "../importer/importDocument");

export function yearField(placeholder: string): HTMLInputElement {
  return element("input", { inputmode: "numeric", maxlength: "4", size: "5", autocomplete: "off", placeholder });
}

export function yearIn(field: HTMLInputElement): number | null {
  const year = Number(field.value.normalize("NFKC").trim());
  return Number.isInteger(year) && year >= 1990 && year <= 2100 ? year : null;
}
