/** Collecting returns in the pane: files are chosen and read, what they bring is seen and decided, written, and can be taken back. */
import { html, nothing, type TemplateResult } from "lit";
import { applyCollection, lastCollection, undoCollection, type LastCollection } from "../excel/applyCollection";
import { collectPlaces } from "../excel/collectPlaces";
import { canCollect, collectReturns } from "../excel/collectReturns";
import { session } from "../excel/session";
import { largestFile, takesObjects } from "../excel/workbookFile";
import type { ChosenFile } from "../files/returnedWorkbook";
import { decided, type Collection } from "../sheets/bids";
import type { OvertakenWrite } from "../sheets/returns";
import { strings } from "../strings/strings";
import { workbookOfFile } from "./reportFile";
import type { Pane } from "./pane";
import { PaneElement } from "./paneElement";
import { actions, backButton, button, heading, hint, status, type Drawn } from "./parts";
import {
  conflictChoice,
  fileLines,
  leftOutLines,
  overtakenLines,
  section,
  writeLines,
  type Read,
} from "./returnsLines";
import { hasPlaces } from "./placesView";
import { askWhichLedger, isNoLedger } from "./whichLedger";

/** Where collecting stands. */
type Stage =
  | { readonly is: "start"; readonly last: LastCollection | null }
  | { readonly is: "reading"; readonly done: number; readonly total: number; readonly said: () => string }
  /** Seen and decided before anything is written; the chosen offer by the key of its conflict. */
  | { readonly is: "review"; readonly read: Read; readonly choices: ReadonlyMap<string, number> }
  | {
      readonly is: "finished";
      /** In the words of the language in use. */
      readonly said: () => string;
      readonly leftTitle: () => string;
      readonly left: readonly OvertakenWrite[];
      readonly entry: Collection["entry"];
      readonly isUndoable: boolean;
    };

export class ReturnsView extends PaneElement {
  private stage: Stage | null = null;
  private stop: AbortController | null = null;
  private isBusy = false;

  constructor(
    private readonly pane: Pane,
    private readonly back: () => void,
  ) {
    super();
    this.className = "returns";
  }

  /** The view comes into sight: at its beginning, unless something is being looked at. */
  show(): void {
    if (this.stage === null) this.start();
    void this.updateComplete.then(() => this.querySelector("button")?.focus({ preventScroll: true }));
  }

  protected override render(): Drawn {
    const { stage } = this;
    if (!stage) return nothing;
    const leave = () => {
      this.stop?.abort();
      this.back();
    };
    return html`${backButton(leave)} ${heading(strings().returns.title)}
      <input type="file" accept=".xlsx" multiple hidden @change=${(event: Event) => this.filesChosen(event)} />
      <div class="stage">${this.staged(stage)}</div>`;
  }

  private staged(stage: Stage): Drawn {
    switch (stage.is) {
      case "start":
        return this.beginning(stage.last);
      case "reading":
        return this.reading(stage);
      case "review":
        return this.review(stage);
      case "finished":
        return this.finished(stage);
    }
  }

  private go(stage: Stage): void {
    this.stage = stage;
    this.requestUpdate();
  }

  private start(): void {
    this.go({ is: "start", last: null });
    if (canCollect()) void this.lookForLast();
  }

  /** What was collected last, with the way to take it back. */
  private async lookForLast(): Promise<void> {
    const outcome = await this.pane.run(lastCollection);
    if (outcome.done && outcome.answer && this.stage?.is === "start") this.go({ is: "start", last: outcome.answer });
  }

  private beginning(last: LastCollection | null): TemplateResult {
    const words = strings().returns;
    if (!canCollect()) return hint(words.tooOld);
    const choose = () => this.querySelector<HTMLInputElement>('input[type="file"]')?.click();
    const dropped = (event: DragEvent) => {
      event.preventDefault();
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) void this.read(files);
    };
    return html`${hint(words.hint)}
      <div class="drop" @dragover=${(event: Event) => event.preventDefault()} @drop=${dropped}>
        ${button(words.choose, "primary", choose)} ${hint(words.drop)}
      </div>
      ${hint(words.undoWarning)} ${hasPlaces() ? this.rollUpButton() : nothing}
      ${
        last
          ? html`<div class="last">
              ${hint(words.undoLast(momentOf(last), last.writes.length))} ${this.undoButton()}
            </div>`
          : nothing
      }`;
  }

  /** What the county table adds up is taken in as a returned file is. */
  private rollUpButton(): TemplateResult {
    const { rollUp, rollUpHint } = strings().returns;
    const press = () => void this.busy(() => this.rollUp());
    return html`<div class="last">${hint(rollUpHint)} ${button(rollUp, "secondary", press, this.isBusy)}</div>`;
  }

  private async rollUp(wanted: string | null = null): Promise<void> {
    this.pane.hush();
    const outcome = await this.pane.run((context) => collectPlaces(context, session.answering.own, wanted));
    if (!outcome.done) return;
    const { answer } = outcome;
    if (isNoLedger(answer)) askWhichLedger(this.pane, answer, (sheet) => void this.rollUp(sheet));
    else if ("noTable" in answer) this.pane.say("warning", strings().returns.noTable);
    else this.go({ is: "review", read: { ...answer, unread: [] }, choices: new Map() });
  }

  private undoButton(): TemplateResult {
    return button(strings().returns.undo, "secondary", () => void this.busy(() => this.undo()), this.isBusy);
  }

  /** Work whose button waits. */
  private async busy(work: () => Promise<void>): Promise<void> {
    this.isBusy = true;
    this.requestUpdate();
    await work().finally(() => {
      this.isBusy = false;
      this.requestUpdate();
    });
  }

  private filesChosen({ target }: Event): void {
    const field = target as HTMLInputElement;
    const chosen = [...(field.files ?? [])];
    field.value = ""; // the same files may be chosen again
    if (chosen.length > 0) void this.read(chosen);
  }

  private reading({ done, total, said }: Extract<Stage, { is: "reading" }>): TemplateResult {
    const words = strings();
    const cancel = () => {
      this.stop?.abort();
      this.go({ is: "reading", done, total, said: () => strings().returns.cancelling });
    };
    const isCancelled = this.stop?.signal.aborted ?? false;
    return html`<div class="doing">
      ${status(said())}
      <progress max=${total} value=${done} aria-label=${words.returns.title}></progress>
      ${button(words.pane.cancel, "secondary", cancel, isCancelled)}
    </div>`;
  }

  private async read(files: readonly ChosenFile[], wanted: string | null = null): Promise<void> {
    const words = strings().returns;
    this.pane.hush();
    const stop = new AbortController();
    this.stop = stop;
    this.go({ is: "reading", done: 0, total: files.length, said: () => "" });
    void this.updateComplete.then(() =>
      this.querySelector<HTMLElement>(".doing button")?.focus({ preventScroll: true }),
    );
    const outcome = await this.pane.run((context) =>
      collectReturns(context, session.answering.own, files, {
        largest: largestFile(),
        takesObjects: takesObjects(),
        open: workbookOfFile,
        signal: stop.signal,
        wanted,
        progress: (done, total, file) => {
          const said = () => strings().returns.reading(done + 1, total, file);
          if (!stop.signal.aborted) this.go({ is: "reading", done, total, said });
        },
      }),
    );
    this.stop = null;
    if (!outcome.done || isNoLedger(outcome.answer)) this.start();
    if (!outcome.done) return;
    if (isNoLedger(outcome.answer)) {
      askWhichLedger(this.pane, outcome.answer, (sheet) => void this.read(files, sheet));
      return;
    }
    const { leftBehind, isTidy, cancelled } = outcome.answer;
    if (cancelled) this.start();
    else this.go({ is: "review", read: outcome.answer, choices: new Map() });
    if (leftBehind > 0) this.pane.say("error", words.leftBehind(leftBehind));
    else if (!isTidy) this.pane.say("error", words.mayBeLeft);
    else if (cancelled) this.pane.say("info", words.cancelled);
  }

  /** What the files bring, before anything is written. */
  private review({ read, choices }: Extract<Stage, { is: "review" }>): TemplateResult {
    const words = strings().returns;
    const { collection, unread } = read;
    const ready = decided(collection, choices).length;
    const conflicts = collection.conflicts.map((conflict) =>
      conflictChoice(collection, conflict, choices.get(conflict.key) ?? -1, (offer) =>
        this.go({ is: "review", read, choices: new Map([...choices, [conflict.key, offer]]) }),
      ),
    );
    const write = () => void this.busy(() => this.write(collection, choices));
    return html`<p class="hint" role="status">
        ${words.summary(collection.files.length + unread.length, collection.files.length)}　${words.into(collection.sheet)}
      </p>
      ${section(words.filesTitle, fileLines(read))} ${section(words.conflictsTitle(conflicts.length), conflicts)}
      ${section(words.leftOutTitle(collection.leftOut.length), leftOutLines(collection))}
      ${section(words.writesTitle(collection.writes.length), writeLines(collection))}
      ${actions(
        button(words.again, "secondary", () => this.start()),
        button(ready === 0 ? words.nothingToWrite : words.write(ready), "primary", write, ready === 0 || this.isBusy),
      )}`;
  }

  private async write(collection: Collection, choices: ReadonlyMap<string, number>): Promise<void> {
    this.pane.say("info", strings().returns.writing);
    const outcome = await this.pane.run((context) => applyCollection(context, collection, choices));
    if (!outcome.done) return;
    if ("noLedger" in outcome.answer) {
      this.pane.say("warning", strings().pane.noLedger);
      return;
    }
    this.pane.hush();
    const { written, overtaken, recordSheet } = outcome.answer;
    this.go({
      is: "finished",
      said: () => strings().returns.written(written, recordSheet),
      leftTitle: () => strings().returns.overtakenTitle(overtaken.length),
      left: overtaken,
      entry: collection.entry,
      isUndoable: written > 0,
    });
  }

  private async undo(): Promise<void> {
    const words = strings().returns;
    const outcome = await this.pane.run(undoCollection);
    if (!outcome.done) return;
    const { answer } = outcome;
    if ("nothing" in answer) {
      this.pane.say("info", words.nothingToUndo);
      return;
    }
    if ("sheetGone" in answer) {
      this.pane.say("warning", words.sheetGone(answer.sheetGone));
      return;
    }
    this.pane.hush();
    const { restored, overtaken, entry } = answer;
    this.go({
      is: "finished",
      said: () => strings().returns.undone(restored),
      leftTitle: () => strings().returns.notUndoneTitle(overtaken.length),
      left: overtaken,
      entry,
      isUndoable: false,
    });
  }

  private finished({ said, leftTitle, left, entry, isUndoable }: Extract<Stage, { is: "finished" }>): TemplateResult {
    return html`<div class="message success question" role="status">
        <p>${said()}</p>
        ${isUndoable ? this.undoButton() : nothing}
      </div>
      ${section(leftTitle(), overtakenLines(left, { entry }))}
      ${actions(
        html`<span></span>`,
        button(strings().returns.done, "primary", () => this.start()),
      )}`;
  }
}

customElements.define("target-returns", ReturnsView);

const momentOf = ({ at }: LastCollection) => new Date(at).toLocaleString(strings().pane.languageTag, MOMENT);
const MOMENT: Intl.DateTimeFormatOptions = { dateStyle: "medium", timeStyle: "short" };
