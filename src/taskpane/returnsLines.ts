/** What collected files bring, as lines of the pane: of each file, what is to be written, what was left out, what competes. */
import { html, nothing, type TemplateResult } from "lit";
import type { CollectOutcome } from "../excel/collectReturns";
import type { NoLedger } from "../excel/findLedger";
import { columnHeading, type Collection, type Conflict, type Value } from "../sheets/bids";
import type { OvertakenWrite } from "../sheets/returns";
import { errorSentence, strings } from "../strings/strings";
import { classes, hint, option, longList, type Drawn } from "./parts";

/** What was read and what it comes to. */
export type Read = Pick<Exclude<CollectOutcome, NoLedger>, "collection" | "unread">;

/** A value as a person reads it. */
export function shownValue(value: Value): string {
  if (value === "") return strings().returns.blank;
  return typeof value === "number" ? value.toLocaleString("en-US", { maximumFractionDigits: 10 }) : String(value);
}

/** A heading with its lines; nothing where there are none. */
export function section(title: string, rows: readonly TemplateResult[]): Drawn {
  if (rows.length === 0) return nothing;
  return html`<section>
    <h3>${title}</h3>
    ${longList(rows, (row) => row)}
  </section>`;
}

interface Line {
  readonly name: string;
  readonly said?: string;
  readonly about?: readonly string[];
  readonly isSkipped?: boolean;
}

function line({ name, said, about = [], isSkipped = false }: Line): TemplateResult {
  return html`<div class=${classes("row finding", { skipped: isSkipped })}>
    <span class="name">${name}</span>
    ${said === undefined ? nothing : html`<span class="said">${said}</span>`}
    ${about.map((each) => html`<span class="about">${each}</span>`)}
  </div>`;
}

/** Every file: what it brought, or why it was skipped. */
export function fileLines({ collection, unread }: Read): TemplateResult[] {
  const words = strings().returns;
  const skipped = (name: string, why: string) => line({ name, said: words.skipped, about: [why], isSkipped: true });
  return [
    ...unread.map(({ file, trouble }) =>
      skipped(file, "facts" in trouble ? errorSentence(trouble) : words.refusals.host(trouble.code)),
    ),
    ...collection.files.map((report) =>
      "refusal" in report
        ? skipped(report.file, refusalSentence(report.refusal))
        : line({
            name: report.file,
            about: [words.counts(report.taken, report.agreed, report.conflicts, report.leftOut)],
          }),
    ),
  ];
}

type Refusal = Extract<Collection["files"][number], { readonly refusal: unknown }>["refusal"];

function refusalSentence(refusal: Refusal): string {
  const { refusals } = strings().returns;
  switch (refusal.reason) {
    case "entryDiffers":
      return refusals.entryDiffers(refusal.theirs, refusal.ours);
    case "yearDiffers":
      return refusals.yearDiffers(refusal.theirs, refusal.ours);
    default:
      return refusals[refusal.reason];
  }
}

/** Rows and values that could not be taken in, with the reason and the place. */
export function leftOutLines({ leftOut, entry }: Collection): TemplateResult[] {
  const words = strings().returns;
  return leftOut.map(({ file, row, department, indicator, why, column }) => {
    const name = [department, indicator, ...(column ? [columnHeading(column, entry)] : [])].filter(Boolean).join("　");
    return line({ name: name || words.noName, about: [words.leftOut[why], words.leftOutPlace(file, row)] });
  });
}

/** What is to be written. */
export function writeLines({ writes, entry }: Collection): TemplateResult[] {
  return writes.map(({ department, indicator, column, after, files }) =>
    line({
      name: indicator,
      said: shownValue(after),
      about: [`${department}　${columnHeading(column, entry)}　${files.join("、")}`],
    }),
  );
}

/** What was left alone, since somebody has changed it meanwhile. */
export function overtakenLines(
  overtaken: readonly OvertakenWrite[],
  { entry }: Pick<Collection, "entry">,
): TemplateResult[] {
  const words = strings().returns;
  return overtaken.map(({ department, indicator, column, now }) =>
    line({
      name: indicator,
      said: now === null ? words.gone : words.now(shownValue(now)),
      about: [`${department}　${columnHeading(column, entry)}`],
    }),
  );
}

/**
 * The values that compete for a cell.
 * @param chosen the offer that is chosen; below 0 for what the ledger holds already
 */
export function conflictChoice(
  { entry }: Collection,
  { key, department, indicator, column, address, before, offers }: Conflict,
  chosen: number,
  choose: (offer: number) => void,
): TemplateResult {
  const words = strings().returns;
  const one = (value: string, about: string, offer: number) =>
    option(key, value, about, offer === chosen, () => choose(offer));
  const isOpen = before === "";
  return html`<fieldset class="conflict">
    <legend>${indicator}</legend>
    ${hint(words.place(department, columnHeading(column, entry), address))}
    ${one(isOpen ? words.blank : shownValue(before), isOpen ? words.keepBlank : words.keep, -1)}
    ${offers.map(({ value, sources }, place) =>
      one(
        shownValue(value),
        sources.map(({ file, address: at, supporter }) => words.source(file, at, supporter)).join("；"),
        place,
      ),
    )}
  </fieldset>`;
}
