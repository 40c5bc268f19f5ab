/**
 * What TARGET.INFO answers and the pane shows for each property of a commitment. Cells are read by people with any language of Excel,
 * so the words are Chinese unless the pane passes its own.
 */
import { CatalogError } from "../core/errors";
import { roundTo } from "../core/expression";
import type { Evidence, Property } from "../core/evidence";
import type { Figure } from "../core/types";
import { zhCells as zh, type CellWords } from "./zhCells";

/** A figure with its comparison, as people read it. @example figureText(…) // "不低于90亿斤" */
export function figureText(figure: Figure, words: CellWords = zh): string {
  const { comparator, value, valueMin, valueMax, unit } = figure;
  const amount = amountText(value, unit);
  if (comparator === "range") return `${amountText(valueMin ?? value, "")}–${amountText(valueMax ?? value, unit)}`;
  if (comparator === "about") return `${amount}${words.comparator.about}`;
  return comparator === "plain" ? amount : `${words.comparator[comparator]}${amount}`;
}

const MIRRORED = { atLeast: "atMost", moreThan: "lessThan", atMost: "atLeast", lessThan: "moreThan" } as const;

/** A rate below nothing as people say it. @example fallText({ comparator: "atMost", value: -3.2, unit: "%", … }) // "下降不低于3.2%" */
export function fallText(figure: Figure, words: CellWords = zh): string {
  const { comparator, value, valueMax } = figure;
  const mirrored = comparator in MIRRORED ? MIRRORED[comparator as keyof typeof MIRRORED] : comparator;
  const ends = [Math.abs(value), Math.abs(valueMax ?? value)].sort((one, other) => one - other);
  const fall = {
    ...figure,
    comparator: mirrored,
    value: ends[0] ?? 0,
    ...(valueMax === undefined ? {} : { valueMax: ends[1] ?? 0 }),
  };
  return words.evidence.falls(figureText(fall, words));
}

/** Whether a figure is a rate that falls: −3.2%. */
export const isFallingRate = ({ value, unit }: Pick<Figure, "value" | "unit">) =>
  value < 0 && /[%‰]$|百分点$/u.test(unit);

/** What is written has no more decimals; what has was worked out, and stands with two, or with as many as leave something of it. */
const MOST_WRITTEN = 6;

/** @example amountText(5970, "个") // "5,970个" */
export function amountText(value: number, unit: string): string {
  const isWorkedOut = Math.abs(value) >= 0.01 && roundTo(value, MOST_WRITTEN) !== value;
  return `${value.toLocaleString("en-US", { maximumFractionDigits: isWorkedOut ? 2 : 10 })}${unit}`;
}

/** The answer to one property: text, or the number of a baseline. @throws CatalogError baselineMissing */
export function propertyText(evidence: Evidence, property: Property, words: CellWords = zh): string | number {
  switch (property) {
    case "单位":
      return evidence.unit ?? words.evidence.none;
    case "比较":
      return comparisonText(evidence, words);
    case "语气":
      return words.modality[evidence.modality];
    case "性质":
      return words.kind[evidence.kind];
    case "期限":
      return words.evidence.due(evidence.from, evidence.due);
    case "基数":
      if (!evidence.baseline) throw new CatalogError("baselineMissing", { indicator: evidence.indicator });
      return evidence.baseline.value;
    case "原文":
      return evidence.sources.map(({ phrase }) => phrase).join(words.evidence.between);
    case "来源":
      return evidence.sources
        .map((source) => words.evidence.source(source.title, source.section, source.speaker))
        .join(words.evidence.between);
    case "构成":
      return madeOfText(evidence, words);
    case "编号":
      return evidence.id;
    case "原目标":
      if (evidence.original === null) throw noFigure(evidence);
      return evidence.original;
    case "调整":
      return revisionsText(evidence, words);
    case "牵头":
      return evidence.lead;
    case "配合":
      return evidence.supporters.length === 0 ? words.evidence.none : evidence.supporters.join("、");
    case "分解":
      return splitText(evidence, words);
    case "约束性":
      return evidence.binding === null ? words.evidence.none : words.evidence.bindings[evidence.binding];
    case "上年": {
      const { lastYear, indicator } = evidence;
      if (!lastYear)
        throw new CatalogError("lastYearMissing", { indicator, period: evidence.lastYearsEnd, instead: null });
      // A number is in the row's own unit; the level behind a rate of growth says its own.
      return lastYear.unit === evidence.unit ? lastYear.value : amountText(lastYear.value, lastYear.unit);
    }
    case "依据":
      return basisText(evidence, words);
    case "权重":
      if (evidence.weight === null) throw new CatalogError("weightMissing", { indicator: evidence.indicator });
      return evidence.weight;
  }
}

const noFigure = ({ figure, indicator }: Evidence) =>
  figure instanceof CatalogError ? figure : new CatalogError("noFigure", { indicator });

/** How the target was set anew, in the order of time: from what to what, from which day, on what basis, recorded by whom and when. */
export function revisionsText({ original, revisions, unit }: Evidence, words: CellWords = zh): string {
  if (revisions.length === 0) return words.evidence.none;
  let before = original;
  return revisions
    .map(({ from, value, basis, by, recorded }) => {
      const change = `${before === null ? "" : amountText(before, "")}→${amountText(value, unit ?? "")}`;
      before = value;
      return words.evidence.revision(change, from, basis, by, recorded);
    })
    .join(words.evidence.between);
}

/** The figures of the places, and how far they are from the city's. */
export function splitText({ split, unit }: Evidence, words: CellWords = zh): string {
  if (!split) return words.evidence.none;
  const places = split.places.map(({ place, value, ownPledge }) =>
    words.evidence.inPlace(
      place,
      value === null ? words.evidence.notSplit : amountText(value, unit ?? ""),
      ownPledge === null ? null : amountText(ownPledge, unit ?? ""),
    ),
  );
  const { beyond } = split;
  const sum = beyond === null ? [] : [words.evidence.beyond(beyond, amountText(Math.abs(beyond), unit ?? ""))];
  return [...places, ...sum].join(words.evidence.between);
}

/** What the figure in force rests on: a path runs to a figure that may have been set anew. */
function basisText({ basis, inForce, sources }: Evidence, words: CellWords): string {
  if (basis === "annualTarget") return words.evidence.basis.annualTarget;
  if (basis !== "promise")
    return [words.evidence.basis[basis], ...(inForce ? [inForce.basis] : [])].join(words.evidence.between);
  return inForce?.basis ?? sources[0]?.title ?? words.evidence.none;
}

/** How an actual is held against the target, in words. */
export function comparisonText(evidence: Evidence, words: CellWords = zh): string {
  if (evidence.isCompleteCoverage) return words.completeCoverage;
  if (evidence.isRelativeToLastYear) return words.thanLastYear;
  if (evidence.kind === "milestone") return words.evidence.none;
  return words.comparator[evidence.comparator];
}

/** What a declared total is made of, or that it is no total. */
export function madeOfText(evidence: Evidence, words: CellWords = zh): string {
  if (evidence.parts.length === 0) return words.evidence.none;
  return evidence.parts
    .map(({ indicator, figure, id }) =>
      words.evidence.part(indicator, figure ? amountText(figure.value, figure.unit) : words.evidence.none, id),
    )
    .join(words.evidence.between);
}
