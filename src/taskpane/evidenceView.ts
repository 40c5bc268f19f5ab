/** The evidence of one commitment: what was promised, in whose words, and where it stands written. */
import { html, nothing, type TemplateResult } from "lit";
import { neighboursOf } from "../core/aroundCommitment";
import type { CatalogIndex } from "../core/catalog";
import { isDocumentAddress } from "../core/consistencyNewer";
import { CatalogError } from "../core/errors";
import { evidenceOf, type Evidence } from "../core/evidence";
import type { Commitment, Figure } from "../core/types";
import { amountText, comparisonText, fallText, isFallingRate, revisionsText, splitText } from "../strings/evidence";
import { errorSentence, strings } from "../strings/strings";
import type { Strings } from "../strings/zh";
import type { InsertPanel } from "./insertPanel";
import { outsideLink } from "./outsideLink";
import type { Pane } from "./pane";
import { backButton, button, classes, type Drawn } from "./parts";

/** The whole evidence, with the way back and the ways into the sheet. @param further the way to its correction, and what is looked up of it */
export function evidenceView(
  index: CatalogIndex,
  commitment: Commitment,
  pane: Pane,
  back: () => void,
  insert: InsertPanel,
  further: { readonly correct: Drawn; readonly more: Drawn },
): TemplateResult {
  const words = strings();
  const evidence = evidenceOf(index, commitment);
  const { department, indicator } = evidence;
  return html`<article class="evidence">
    ${backButton(back)}
    <p class="department">${department}</p>
    <h2>${indicator}</h2>
    ${targetBlock(evidence, words)}
    <p class="hint original">${words.pane.original}</p>
    ${quoteOf(evidence.sources[0], words)} ${nearOf(index, commitment, words)} ${insert}
    ${detailsOf(index, evidence, pane, words)} ${further.more} ${further.correct}
  </article>`;
}

/** The target in large figures; where there is none, the reason. */
export function targetBlock(evidence: Evidence, words: Strings): TemplateResult {
  const { figure } = evidence;
  const isMissing = figure instanceof CatalogError;
  return html`<div class="target">
    ${bigTarget(evidence, words)}
    ${evidence.isRelativeToLastYear && !isMissing ? bigFigure(figure, evidence, words) : nothing}
    ${
      isMissing
        ? html`<p class=${classes("reason", { warning: figure.code !== "noFigure" })}>${errorSentence(figure)}</p>`
        : nothing
    }
  </div>`;
}

function bigTarget(evidence: Evidence, words: Strings): TemplateResult {
  const { figure } = evidence;
  if (evidence.isCompleteCoverage) return bigWords(words.completeCoverage);
  if (evidence.isRelativeToLastYear) return bigWords(words.thanLastYear);
  if (evidence.kind === "milestone") return bigWords(words.pane.toBeDone);
  return figure instanceof CatalogError ? bigWords(words.pane.noTarget) : bigFigure(figure, evidence, words);
}

const bigWords = (text: string): TemplateResult => html`<p class="figure words">${text}</p>`;

function bigFigure(figure: Figure, { kind }: Evidence, words: Strings): TemplateResult {
  const { comparator, value, valueMin = value, valueMax } = figure;
  const number =
    valueMax === undefined ? amountText(value, "") : `${amountText(valueMin, "")}–${amountText(valueMax, "")}`;
  if (kind === "growth" && isFallingRate(figure)) return bigWords(fallText(figure, words));
  const hasWord = comparator !== "plain" && comparator !== "range";
  const word = hasWord ? html`<span class="comparison">${words.comparator[comparator].trim()}</span>` : nothing;
  const follows = comparator === "about"; // 9%左右, but 不低于90亿斤
  const amount = html`<span class="number">${number}<span class="unit">${figure.unit}</span></span>`;
  return html`<p class="figure">${follows ? [amount, word] : [word, amount]}</p>`;
}

/** What the catalog keeps of the same section beside the phrase. */
function nearOf(index: CatalogIndex, commitment: Commitment, words: Strings): Drawn {
  const { before, after } = neighboursOf(index, commitment);
  const near = [...new Set([before, after])].filter((phrase) => phrase !== null);
  return near.length === 0 ? nothing : html`<p class="hint near">${words.card.near(near)}</p>`;
}

/** The phrase as printed, and where. */
export function quoteOf(source: Evidence["sources"][number] | undefined, words: Strings): Drawn {
  if (!source) return nothing;
  return html`<figure class="quote">
    ${passageOf(source)}
    <figcaption>
      ${words.evidence.source(source.title, source.section, source.speaker)}${linkTo(source, words)}
    </figcaption>
  </figure>`;
}

/** The phrase, marked in its passage where that carries it letter for letter; else the passage below it. */
function passageOf({ phrase, passage = phrase }: Evidence["sources"][number]): TemplateResult {
  const at = passage.indexOf(phrase);
  if (passage === phrase) return html`<blockquote>${phrase}</blockquote>`;
  if (at < 0)
    return html`<blockquote>${phrase}</blockquote>
      <p class="passage">${passage}</p>`;
  return html`<blockquote class="passage">
    ${passage.slice(0, at)}<mark>${phrase}</mark>${passage.slice(at + phrase.length)}
  </blockquote>`;
}

/** The way to the document itself. A catalog is validated; an address is looked at once more all the same. */
function linkTo({ url, title }: Evidence["sources"][number], words: Strings): Drawn {
  if (url === null || !isDocumentAddress(url)) return nothing;
  const { openDocument, openDocumentNamed } = words.card;
  return html` ${outsideLink(url, openDocument, { title: url, name: openDocumentNamed(title) })}`;
}

function detailsOf(index: CatalogIndex, evidence: Evidence, pane: Pane, words: Strings): TemplateResult {
  const { baseline, parts, note, supporters, revisions, split, binding, lastYear, weight } = evidence;
  const others = evidence.sources.slice(1);
  const line = (label: string, value: unknown) =>
    html`<dt>${label}</dt>
      <dd>${value}</dd>`;
  return html`<dl class="details">
    ${line(words.pane.kindLabel, words.kind[evidence.kind])}
    ${line(words.pane.modalityLabel, words.modality[evidence.modality])}
    ${line(words.pane.comparisonLabel, comparisonText(evidence, words).trim())}
    ${line(words.pane.periodLabel, words.evidence.due(evidence.from, evidence.due))}
    ${
      baseline
        ? line(
            words.pane.baselineLabel,
            words.evidence.baseline(amountText(baseline.value, evidence.unit ?? ""), baseline.asOf),
          )
        : nothing
    }
    ${
      parts.length > 0
        ? line(
            words.pane.madeOfLabel,
            parts.map((part) => partRow(index, part, pane, words)),
          )
        : nothing
    }
    ${
      others.length > 0
        ? line(
            words.pane.also,
            others.map((source) => quoteOf(source, words)),
          )
        : nothing
    }
    ${supporters.length > 0 ? line(words.card.supporters, supporters.join("、")) : nothing}
    ${revisions.length > 0 ? line(words.card.revisions, revisionsText(evidence, words)) : nothing}
    ${lastYear ? line(words.card.lastYear, amountText(lastYear.value, evidence.unit ?? "")) : nothing}
    ${split ? line(words.card.split, splitText(evidence, words)) : nothing}
    ${binding ? line(words.card.binding, words.evidence.bindings[binding]) : nothing}
    ${weight === null ? nothing : line(words.card.weight, weight)} ${note ? line(words.pane.noteLabel, note) : nothing}
    ${line(words.pane.idLabel, evidence.id)}
  </dl>`;
}

function partRow(index: CatalogIndex, part: Evidence["parts"][number], pane: Pane, words: Strings): TemplateResult {
  const open = () => {
    const commitment = index.withId(part.id);
    if (commitment) pane.showEvidence(commitment);
  };
  const amount = part.figure ? amountText(part.figure.value, part.figure.unit) : words.evidence.none;
  return html`<div class="part">${button(part.indicator, "link", open)}<span class="number">${amount}</span></div>`;
}
