/** Scores drafts against the commitments a careful reader found: spans with values first, then what was said of the hits. */
import { normaliseName } from "../../src/core/text";
import type { Draft } from "../../src/importer/drafts";
import { foldTraditional } from "../../src/importer/traditionalForms";

/** One commitment as a reader marked it. */
export interface Gold {
  readonly span: readonly [number, number];
  readonly phrase: string;
  readonly value: number;
  readonly valueMax: number | null;
  readonly unit: string;
  /** All that are right. */
  readonly comparators: readonly string[];
  readonly kinds: readonly string[];
  readonly modality: string | null;
  readonly period: string | null;
  readonly department: string | null;
  /** What a clerk would call the indicator; any of them is right. Empty where nobody marked it. */
  readonly names: readonly string[];
  readonly isOptional: boolean;
}

export interface Passage {
  readonly id: string;
  readonly year: number;
  readonly text: string;
  readonly gold: readonly Gold[];
}

export const ATTRIBUTES = ["comparator", "kind", "unit", "period", "modality", "department", "name"] as const;
export type Attribute = (typeof ATTRIBUTES)[number];

export interface Score {
  hits: number;
  wrong: number;
  missed: number;
  readonly right: Record<Attribute, number>;
  readonly asked: Record<Attribute, number>;
  readonly remarks: string[];
}

const none = (): Record<Attribute, number> => ({
  comparator: 0,
  kind: 0,
  unit: 0,
  period: 0,
  modality: 0,
  department: 0,
  name: 0,
});
export const emptyScore = (): Score => ({ hits: 0, wrong: 0, missed: 0, right: none(), asked: none(), remarks: [] });

const SCALE: Record<string, number> = { 万: 1e4, 亿: 1e8, 万亿: 1e12, 千万: 1e7, 百万: 1e6 };
/** A value and its unit without 万 and 亿. */
export function plainQuantity(value: number, written: string): { value: number; unit: string } {
  const unit = foldTraditional(written);
  const scale = /^(?:万亿|千万|百万|万|亿)/u.exec(unit)?.[0];
  return scale ? { value: value * (SCALE[scale] ?? 1), unit: unit.slice(scale.length) } : { value, unit };
}
const near = (left: number | null, right: number | null) =>
  left === right || (left !== null && right !== null && Math.abs(left - right) <= 1e-9 * Math.abs(right));

/** A name as it is compared: 的 and blanks, width and quotation marks mean nothing in it. */
const plainName = (name: string) => normaliseName(name).replaceAll("的", "");

/** Adds what the drafts of one passage are worth to a score. Drafts without a figure are not counted. */
export function scoreInto(score: Score, passage: Passage, drafts: readonly Draft[]): void {
  const left = new Set(passage.gold);
  for (const draft of drafts) {
    if (draft.value === null) continue;
    const own = plainQuantity(draft.value, draft.unit);
    const overlapping = passage.gold.filter(({ span }) => span[0] < draft.span[1] && draft.span[0] < span[1]);
    const same = overlapping.filter(
      (gold) =>
        near(plainQuantity(gold.value, gold.unit).value, own.value) &&
        near(
          gold.valueMax === null ? null : plainQuantity(gold.valueMax, gold.unit).value,
          draft.valueMax === null ? null : plainQuantity(draft.valueMax, draft.unit).value,
        ),
    );
    const hit = same.find((gold) => left.has(gold));
    // 收入、支出均增长4% is marked once, and rightly drafted for each.
    if (!hit && same.length > 0) continue;
    const context = passage.text.slice(Math.max(0, draft.span[0] - 16), draft.span[1] + 10).replaceAll("\n", "⏎");
    if (!hit) {
      if (overlapping.some(({ isOptional }) => isOptional)) continue;
      score.wrong++;
      score.remarks.push(`not promised: ${draft.phrase} in “${context}”`);
      continue;
    }
    left.delete(hit);
    if (hit.isOptional) continue;
    score.hits++;
    const tell = (attribute: Attribute, isRight: boolean, given: unknown, wanted: unknown) => {
      score.asked[attribute]++;
      if (isRight) score.right[attribute]++;
      else score.remarks.push(`${attribute}: ${String(given)} for ${String(wanted)} in “${context}”`);
    };
    tell("comparator", hit.comparators.includes(draft.comparator), draft.comparator, hit.comparators);
    tell("kind", hit.kinds.includes(draft.kind), draft.kind, hit.kinds);
    tell("unit", own.unit === plainQuantity(hit.value, hit.unit).unit, draft.unit, hit.unit);
    tell("period", draft.period === hit.period, draft.period, hit.period);
    tell("modality", draft.modalityWord === hit.modality, draft.modalityWord, hit.modality);
    if (hit.department !== null)
      tell("department", draft.department === hit.department, draft.department, hit.department);
    if (hit.names.length > 0) {
      const given = plainName(draft.indicator);
      tell(
        "name",
        hit.names.some((name) => plainName(name) === given),
        draft.indicator,
        hit.names.join("~"),
      );
    }
  }
  for (const gold of left) {
    if (gold.isOptional) continue;
    score.missed++;
    const context = passage.text.slice(Math.max(0, gold.span[0] - 16), gold.span[1] + 10).replaceAll("\n", "⏎");
    score.remarks.push(`missed: ${gold.phrase} in “${context}”`);
  }
}

export function measures({ hits, wrong, missed }: Score): { precision: number; recall: number; f1: number } {
  const precision = hits + wrong === 0 ? 1 : hits / (hits + wrong);
  const recall = hits + missed === 0 ? 1 : hits / (hits + missed);
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}
