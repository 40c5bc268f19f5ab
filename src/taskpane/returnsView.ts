/** Collecting returns in the pane: files are chosen and read, what they bring is seen and decided, written, and can be taken back. */
import { applyCollection, lastCollection, undoCollection, type LastCollection } from "../excel/applyCollection";
import { canCollect, collectReturns, type CollectOutcome } from "../excel/collectReturns";
import { session } from "../excel/session";
import { largestFile, takesObjects, type ChosenFile } from "../excel/workbookFile";
import {
  columnHeading,
  decided,
  type Collection,
  type Conflict,
  type OvertakenWrite,
  type Value,
} from "../sheets/returns";
import { errorSentence, strings } from "../strings/strings";
import { button, element, longList, replaceContent, setBusy } from "./elements";
import type { Pane } from "./pane";

type Read = Exclude<CollectOutcome, { readonly noLedger: true }>;

export class ReturnsView {
  readonly element = element("div", { class: "returns" });
  private readonly files = element("input", { type: "file", accept: ".xlsx", multiple: true, hidden: true });
  private readonly body = element("div", { class: "stage" });
  private stop: AbortController | null = null;

  constructor(
    private readonly pane: Pane,
    back: () => void,
  ) {
    const words = strings();
    const returning = button(words.pane.back, "link", () => {
      this.stop?.abort();
      back();
    });
    returning.classList.add("back");
    this.files.addEventListener("change", () => {
      const chosen = [...(this.files.files ?? [])];
      this.files.value = ""; // the same files may be chosen again
      if (chosen.length > 0) void this.read(chosen);
    });
    this.element.append(
      returning,
      element("div", { class: "heading" }, element("h2", {}, words.returns.title)),
      this.files,
      this.body,
    );
  }

  /** The view comes into sight: at its beginning, unless something is being looked at. */
  show(): void {
    if (this.body.childElementCount === 0) this.start();
    this.element.querySelector("button")?.focus({ preventScroll: true });
  }

  private start(): void {
    const words = strings().returns;
    if (!canCollect()) {
      this.body.replaceChildren(element("p", { class: "hint" }, words.tooOld));
      return;
    }
    const drop = element(
      "div",
      { class: "drop" },
      button(words.choose, "primary", () => this.files.click()),
      element("p", { class: "hint" }, words.drop),
    );
    drop.addEventListener("dragover", (event) => event.preventDefault());
    drop.addEventListener("drop", (event) => {
      event.preventDefault();
      const dropped = [...(event.dataTransfer?.files ?? [])];
      if (dropped.length > 0) void this.read(dropped);
    });
    const last = element("div");
    replaceContent(
      this.body,
      element("p", { class: "hint" }, words.hint),
      drop,
      element("p", { class: "hint" }, words.undoWarning),
      last,
    );
    void this.showLast(last);
  }

  /** What was collected last, with the way to take it back. */
  private async showLast(holder: HTMLElement): Promise<void> {
    const outcome = await this.pane.run(lastCollection);
    if (!outcome.done || !outcome.answer) return;
    const words = strings().returns;
    const said = words.undoLast(momentOf(outcome.answer), outcome.answer.writes.length);
    holder.replaceChildren(element("div", { class: "last" }, element("p", { class: "hint" }, said), this.undoButton()));
  }

  private undoButton(): HTMLButtonElement {
    const undo = button(strings().returns.undo, "secondary", () => {
      setBusy(undo, true);
      void this.undo().finally(() => setBusy(undo, false));
    });
    return undo;
  }

  private async read(files: readonly ChosenFile[]): Promise<void> {
    const words = strings().returns;
    this.pane.hush();
    const stop = new AbortController();
    this.stop = stop;
    const doing = element("p", { class: "hint", role: "status" });
    const bar = element("progress", { max: String(files.length), value: "0", "aria-label": words.title });
    const cancel = button(strings().pane.cancel, "secondary", () => {
      stop.abort();
      setBusy(cancel, true);
      doing.textContent = words.cancelling;
    });
    replaceContent(this.body, element("div", { class: "doing" }, doing, bar, cancel));
    cancel.focus({ preventScroll: true });
    const outcome = await this.pane.run((context) =>
      collectReturns(context, session.index, files, {
        largest: largestFile(),
        takesObjects: takesObjects(),
        signal: stop.signal,
        progress: (done, total, file) => {
          bar.value = done;
          doing.textContent = words.reading(done + 1, total, file);
        },
      }),
    );
    this.stop = null;
    if (!outcome.done) {
      this.start();
      return;
    }
    if ("noLedger" in outcome.answer) {
      this.start();
      this.pane.say("warning", words.noLedger);
      return;
    }
    const { leftBehind, cancelled } = outcome.answer;
    if (cancelled) this.start();
    else this.review(outcome.answer);
    if (leftBehind > 0) this.pane.say("error", words.leftBehind(leftBehind));
    else if (cancelled) this.pane.say("info", words.cancelled);
  }

  /** What the files bring, before anything is written. */
  private review(read: Read): void {
    const words = strings().returns;
    const { collection, unread } = read;
    const choices = new Map<string, number>();
    const write = button("", "primary", () => void this.write(collection, choices, write));
    const count = () => {
      const ready = decided(collection, choices).length;
      write.textContent = ready === 0 ? words.nothingToWrite : words.write(ready);
      setBusy(write, ready === 0);
    };
    const conflicts = collection.conflicts.map((conflict) =>
      conflictChoice(collection, conflict, (offer) => {
        choices.set(conflict.key, offer);
        count();
      }),
    );
    count();
    replaceContent(
      this.body,
      element(
        "p",
        { class: "hint", role: "status" },
        words.summary(collection.files.length + unread.length, collection.files.length),
        "　",
        words.into(collection.sheet),
      ),
      section(words.filesTitle, fileLines(read)),
      section(words.conflictsTitle(conflicts.length), conflicts),
      section(words.leftOutTitle(collection.leftOut.length), leftOutLines(collection)),
      section(words.writesTitle(collection.writes.length), writeLines(collection)),
      element(
        "div",
        { class: "actions" },
        button(words.again, "secondary", () => this.start()),
        write,
      ),
    );
  }

  private async write(
    collection: Collection,
    choices: ReadonlyMap<string, number>,
    pressed: HTMLButtonElement,
  ): Promise<void> {
    const words = strings().returns;
    setBusy(pressed, true);
    this.pane.say("info", words.writing);
    const outcome = await this.pane.run((context) => applyCollection(context, collection, choices));
    setBusy(pressed, false);
    if (!outcome.done) return;
    if ("noLedger" in outcome.answer) {
      this.pane.say("warning", words.noLedger);
      return;
    }
    this.pane.hush();
    const { written, overtaken, recordSheet } = outcome.answer;
    this.finish(
      words.written(written, recordSheet),
      words.overtakenTitle(overtaken.length),
      overtaken,
      collection,
      written > 0,
    );
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
    this.finish(words.undone(restored), words.notUndoneTitle(overtaken.length), overtaken, { entry }, false);
  }

  private finish(
    sentence: string,
    title: string,
    overtaken: readonly OvertakenWrite[],
    { entry }: Pick<Collection, "entry">,
    isUndoable: boolean,
  ): void {
    const words = strings().returns;
    const rows = overtaken.map(({ department, indicator, column, now }) =>
      line(
        indicator,
        now === null ? words.gone : words.now(shown(now)),
        `${department}　${columnHeading(column, entry)}`,
      ),
    );
    replaceContent(
      this.body,
      element(
        "div",
        { class: "message success question", role: "status" },
        element("p", {}, sentence),
        isUndoable ? this.undoButton() : null,
      ),
      section(title, rows),
      element(
        "div",
        { class: "actions" },
        element("span"),
        button(words.done, "primary", () => this.start()),
      ),
    );
  }
}

const momentOf = ({ at }: LastCollection) => new Date(at).toLocaleString(strings().pane.languageTag, MOMENT);
const MOMENT: Intl.DateTimeFormatOptions = { dateStyle: "medium", timeStyle: "short" };

/** A value as a person reads it. */
function shown(value: Value): string {
  if (value === "") return strings().returns.blank;
  return typeof value === "number" ? value.toLocaleString("en-US", { maximumFractionDigits: 10 }) : String(value);
}

/** A heading with its lines; nothing where there are none. */
function section(title: string, rows: readonly HTMLElement[]): HTMLElement {
  if (rows.length === 0) return element("section", { hidden: true });
  return element(
    "section",
    {},
    element("h3", {}, title),
    longList(rows, (row) => row, strings().pane.more),
  );
}

function line(name: string, number: string | null, about: string | null): HTMLElement {
  return element(
    "div",
    { class: "row finding" },
    element("span", { class: "name" }, name),
    number === null ? null : element("span", { class: "said" }, number),
    about === null ? null : element("span", { class: "about" }, about),
  );
}

function fileLines({ collection, unread }: Read): HTMLElement[] {
  const words = strings().returns;
  const { refusals } = words;
  const skipped = (file: string, why: string) => {
    const made = line(file, words.skipped, why);
    made.classList.add("skipped");
    return made;
  };
  return [
    ...unread.map(({ file, trouble }) =>
      skipped(file, "facts" in trouble ? errorSentence(trouble) : refusals.host(trouble.code)),
    ),
    ...collection.files.map((report) => {
      if (!("refusal" in report))
        return line(report.file, null, words.counts(report.taken, report.agreed, report.conflicts, report.leftOut));
      const { file, refusal } = report;
      switch (refusal.reason) {
        case "entryDiffers":
          return skipped(file, refusals.entryDiffers(refusal.theirs));
        case "yearDiffers":
          return skipped(file, refusals.yearDiffers(refusal.theirs, refusal.ours));
        default:
          return skipped(file, refusals[refusal.reason]);
      }
    }),
  ];
}

function leftOutLines({ leftOut, entry }: Collection): HTMLElement[] {
  const words = strings().returns;
  return leftOut.map(({ file, row, department, indicator, why, column }) => {
    const name = [department, indicator, ...(column ? [columnHeading(column, entry)] : [])].filter(Boolean).join("　");
    return element(
      "div",
      { class: "row finding" },
      element("span", { class: "name" }, name || words.noName),
      element("span", { class: "about" }, words.leftOut[why]),
      element("span", { class: "about" }, words.leftOutPlace(file, row)),
    );
  });
}

function writeLines({ writes, entry }: Collection): HTMLElement[] {
  return writes.map(({ department, indicator, column, after, files }) =>
    line(indicator, shown(after), `${department}　${columnHeading(column, entry)}　${files.join("、")}`),
  );
}

/** The values that compete for a cell, the ledger's own first and chosen until a person chooses. */
function conflictChoice(collection: Collection, conflict: Conflict, chosen: (offer: number) => void): HTMLElement {
  const words = strings().returns;
  const { key, department, indicator, column, address, before, offers } = conflict;
  const option = (value: string, about: string, offer: number) => {
    const radio = element("input", { type: "radio", name: key, checked: offer < 0 });
    radio.addEventListener("change", () => chosen(offer));
    return element(
      "label",
      { class: "option" },
      radio,
      element("span", { class: "value" }, value),
      element("span", { class: "about" }, about),
    );
  };
  const isOpen = before === "";
  return element(
    "fieldset",
    { class: "conflict" },
    element("legend", {}, indicator),
    element("p", { class: "hint" }, words.place(department, columnHeading(column, collection.entry), address)),
    option(isOpen ? words.blank : shown(before), isOpen ? words.keepBlank : words.keep, -1),
    ...offers.map(({ value, sources }, place) =>
      option(shown(value), sources.map(({ file, address: at }) => words.source(file, at)).join("；"), place),
    ),
  );
}
