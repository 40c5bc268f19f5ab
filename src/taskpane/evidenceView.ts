/** The evidence of one commitment: what was promised, in whose words, and where it stands written. */
import type { CatalogIndex } from "../core/catalog";
import { CatalogError } from "../core/errors";
import { evidenceOf, type Evidence } from "../core/evidence";
import type { Commitment, Figure } from "../core/types";
import { typedTarget } from "../sheets/formulas";
import { insertFormula, writeFormula } from "../excel/selection";
import { amountText, comparisonText } from "../strings/evidence";
import { errorSentence, strings } from "../strings/strings";
import type { Strings } from "../strings/zh";
import { button, element } from "./elements";
import type { Pane } from "./pane";

/** The whole evidence, with the way back and the button that puts its formula into the selected cell. */
export function evidenceView(index: CatalogIndex, commitment: Commitment, pane: Pane, back: () => void): HTMLElement {
  const words = strings();
  const evidence = evidenceOf(index, commitment);
  const returning = button(words.pane.back, "link", back);
  returning.classList.add("back");
  return element(
    "article",
    { class: "evidence" },
    returning,
    element("p", { class: "department" }, evidence.department),
    element("h2", {}, evidence.indicator),
    targetBlock(evidence, words),
    element("p", { class: "hint original" }, words.pane.original),
    quoteOf(evidence.sources[0], words),
    detailsOf(index, evidence, pane, words),
    element(
      "div",
      { class: "actions" },
      evidence.figure instanceof CatalogError
        ? element("p", { class: "hint" }, words.pane.noFormula)
        : button(words.pane.insertFormula, "primary", () => void insertTarget(evidence, pane)),
    ),
  );
}

/** The target in large figures; where there is none, the reason. */
export function targetBlock(evidence: Evidence, words: Strings): HTMLElement {
  const { figure } = evidence;
  const block = element("div", { class: "target" });
  if (evidence.isCompleteCoverage) block.append(bigWords(words.completeCoverage));
  else if (evidence.isRelativeToLastYear) block.append(bigWords(words.thanLastYear));
  else if (evidence.kind === "milestone") block.append(bigWords(words.pane.toBeDone));
  else if (!(figure instanceof CatalogError)) block.append(bigFigure(figure, words));
  else block.append(bigWords(words.pane.noTarget));
  if (evidence.isRelativeToLastYear && !(figure instanceof CatalogError)) block.append(bigFigure(figure, words));
  if (figure instanceof CatalogError)
    block.append(
      element("p", { class: figure.code === "noFigure" ? "reason" : "reason warning" }, errorSentence(figure)),
    );
  return block;
}

function bigWords(text: string): HTMLElement {
  return element("p", { class: "figure words" }, text);
}

function bigFigure(figure: Figure, words: Strings): HTMLElement {
  const { comparator, value, valueMin = value, valueMax } = figure;
  const number =
    valueMax === undefined ? amountText(value, "") : `${amountText(valueMin, "")}–${amountText(valueMax, "")}`;
  const hasWord = comparator !== "plain" && comparator !== "range";
  const word = hasWord ? element("span", { class: "comparison" }, words.comparator[comparator].trim()) : null;
  const follows = comparator === "about"; // 9%左右, but 不低于90亿斤
  const amount = element("span", { class: "number" }, number, element("span", { class: "unit" }, figure.unit));
  return element("p", { class: "figure" }, ...(follows ? [amount, word] : [word, amount]));
}

/** The phrase as printed, and where. */
export function quoteOf(source: Evidence["sources"][number] | undefined, words: Strings): HTMLElement | null {
  if (!source) return null;
  return element(
    "figure",
    { class: "quote" },
    element("blockquote", {}, source.phrase),
    element("figcaption", {}, words.evidence.source(source.title, source.section, source.speaker)),
  );
}

function detailsOf(index: CatalogIndex, evidence: Evidence, pane: Pane, words: Strings): HTMLElement {
  const { baseline } = evidence;
  const list = element("dl", { class: "details" });
  const add = (label: string, ...value: readonly (Node | string)[]) =>
    list.append(element("dt", {}, label), element("dd", {}, ...value));
  add(words.pane.kindLabel, words.kind[evidence.kind]);
  add(words.pane.modalityLabel, words.modality[evidence.modality]);
  add(words.pane.comparisonLabel, comparisonText(evidence, words).trim());
  add(words.pane.periodLabel, words.evidence.due(evidence.from, evidence.due));
  if (baseline)
    add(
      words.pane.baselineLabel,
      words.evidence.baseline(amountText(baseline.value, evidence.unit ?? ""), baseline.asOf),
    );
  if (evidence.parts.length > 0)
    add(words.pane.madeOfLabel, ...evidence.parts.map((part) => partRow(index, part, pane, words)));
  const others = evidence.sources.slice(1);
  if (others.length > 0) add(words.pane.also, ...others.flatMap((source) => quoteOf(source, words) ?? []));
  if (evidence.note) add(words.pane.noteLabel, evidence.note);
  add(words.pane.idLabel, evidence.id);
  return list;
}

function partRow(index: CatalogIndex, part: Evidence["parts"][number], pane: Pane, words: Strings): HTMLElement {
  const opened = button(part.indicator, "link", () => {
    const commitment = index.withId(part.id);
    if (commitment) pane.showEvidence(commitment);
  });
  const amount = part.figure ? amountText(part.figure.value, part.figure.unit) : words.evidence.none;
  return element("div", { class: "part" }, opened, element("span", { class: "number" }, amount));
}

/** Puts the formula into the selected cell; asks first when somebody's work stands in it. */
async function insertTarget(evidence: Evidence, pane: Pane): Promise<void> {
  const words = strings().pane;
  const formula = typedTarget(evidence.department, evidence.indicator);
  const inserted = (address: string) => {
    pane.say("success", words.inserted(address), "untilSelection");
    pane.lookAgain();
  };
  const first = await pane.run((context) => insertFormula(context, formula, false));
  if (!first.done) return;
  const { before, written } = first.answer;
  if (written) {
    inserted(before.address);
    return;
  }
  // Written into the cell that was asked about, wherever the selection is by then.
  const replace = async () => {
    const second = await pane.run(async (context) => {
      writeFormula(context, before, formula);
      await context.sync();
    });
    if (second.done) inserted(before.address);
  };
  const present = before.text === "" ? before.formula : before.text;
  const answer = { label: words.replace, chosen: () => void replace() };
  pane.ask(words.insertAsk(before.address, present), [answer], "untilSelection");
}
