/** What a newer catalog changes, said in lines: in the pane before it is accepted, and on the command line. */
import type { Changed, Comparison } from "../core/compareCatalogs";
import type { Catalog, Commitment } from "../core/types";
import { amountText } from "./evidence";
import { strings } from "./strings";

/** A commitment's promise in a few words. @example shortTarget({ comparator: "atLeast", value: 5970, unit: "个" }) // "不低于5,970个" */
export function shortTarget({ target, sumOf, revisions }: Commitment): string {
  const words = strings();
  const last = revisions?.at(-1);
  if (sumOf) return words.catalogChanges.total(sumOf.length);
  if (!target) return words.catalogChanges.deed;
  if ("coverage" in target) return words.completeCoverage;
  if ("relativeTo" in target) return words.thanLastYear;
  const { value, valueMax } = last ?? target;
  const amount =
    valueMax === undefined
      ? amountText(value, target.unit)
      : `${amountText(value, "")}–${amountText(valueMax, target.unit)}`;
  const word =
    target.comparator === "plain" || target.comparator === "range" ? "" : words.comparator[target.comparator].trim();
  return target.comparator === "about" ? amount + word : word + amount;
}

/** What changed of one commitment: old → new figures first, then what else is said otherwise. */
export function changeText({ before, after, fields }: Pick<Changed, "before" | "after" | "fields">): string {
  const words = strings().catalogChanges;
  const [older, newer] = [shortTarget(before), shortTarget(after)];
  const others = fields.filter((field) => !["target", "revisions", "sumOf"].includes(field));
  const parts = [
    ...(older === newer ? [] : [words.arrow(older, newer)]),
    ...(fields.includes("baseline")
      ? [words.baseline(before.baseline?.value ?? null, after.baseline?.value ?? null)]
      : []),
    ...(fields.includes("review") ? [words.review(before.review === "unclear")] : []),
    ...(fields.includes("from") || fields.includes("due")
      ? [words.arrow(`${before.from}–${before.due}`, `${after.from}–${after.due}`)]
      : []),
  ];
  const told = new Set(["baseline", "review", "from", "due"]);
  const rest = others.filter((field) => !told.has(field));
  return [...parts, ...(rest.length > 0 ? [words.otherFields(rest.length)] : [])].join(words.and);
}

/** A whole comparison as lines of text. */
export function comparisonLines(older: Catalog, newer: Catalog, { added, removed, changed }: Comparison): string[] {
  const words = strings().catalogChanges;
  const named = (catalog: Catalog, { id, department, indicator }: Commitment) =>
    `${id} ${catalog.departments.find((each) => each.id === department)?.name ?? department} ${indicator}`;
  return [
    words.title(older.title, older.version, newer.version),
    words.counts(added.length, removed.length, changed.length),
    ...added.map((each) => `+ ${named(newer, each)} ${shortTarget(each)}`),
    ...removed.map((each) => `- ${named(older, each)} ${shortTarget(each)}`),
    ...changed.map((each) => `* ${named(newer, each.after)} ${changeText(each)}`),
  ];
}
