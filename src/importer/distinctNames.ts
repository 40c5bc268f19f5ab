/** Drafts of one name that are different things get different names. */
import { normaliseName } from "../core/text";
import type { Draft } from "./drafts";

/**
 * Drafts of one name in a department that are different things get different names: a level and its growth (…增速), a level and by how
 * much it changes (…增加).
 */
export function distinguished(drafts: readonly Draft[]): Draft[] {
  const keys = drafts.map(({ department, indicator }) => `${department ?? ""}|${normaliseName(indicator)}`);
  const kinds = new Map<string, string>();
  const apart = new Set<string>();
  for (const [at, draft] of drafts.entries()) {
    const key = keys[at] ?? "";
    const kind = kindOfName(draft);
    if ((kinds.get(key) ?? kind) === kind) kinds.set(key, kind);
    else apart.add(key);
  }
  if (apart.size === 0) return [...drafts];
  return drafts.map((draft, at) =>
    apart.has(keys[at] ?? "") ? { ...draft, indicator: draft.indicator + suffixOf(draft) } : draft,
  );
}

const isPoints = ({ unit }: Draft) => unit.endsWith("百分点");
const kindOfName = (draft: Draft) =>
  draft.kind === "growth"
    ? isPoints(draft)
      ? "points"
      : "growth"
    : draft.kind === "flow" && draft.direction
      ? "change"
      : "level";

function suffixOf(draft: Draft): string {
  switch (kindOfName(draft)) {
    case "growth":
      return /(?:增速|增幅|涨幅|增长率|降幅)$/u.test(draft.indicator) ? "" : "增速";
    case "points":
      return draft.direction === "down" ? "下降" : "提高";
    case "change":
      return draft.direction === "down" ? "减少" : "增加";
    default:
      return "";
  }
}
