/** Which column names what is promised where its label does not say so: none, a word nobody lists, or one label over two columns. */
import { sure, type Draft } from "./ownSheetTypes";

/** A column of names without a heading, where no other names anything. */
export function withLabelColumn(given: readonly Draft[]): Draft[] {
  const drafts = underOneLabel(given);
  const firstFigure = drafts.findIndex(({ content }) => content.figures >= 0.5);
  const isOpen = ({ path, role, content, isChosen }: Draft) =>
    !isChosen &&
    path.length === 0 &&
    role === "ignored" &&
    content.filled > 0 &&
    content.figures < 0.3 &&
    content.periods < 0.5;
  // Service over names, where others say Budget and Actual: a word that nobody lists.
  const isUnknown = ({ path, words, role, content, isChosen }: Draft) =>
    !isChosen &&
    path.length > 0 &&
    words.size === 0 &&
    role === "ignored" &&
    content.filled > 0 &&
    content.figures < 0.3 &&
    content.periods < 0.5 &&
    content.units < 0.5;
  const named = drafts.some(({ role }) => role === "indicator");
  const open = drafts.flatMap((draft, at) => (isOpen(draft) ? [at] : []));
  const best = named
    ? -1
    : (open
        .filter((at) => firstFigure < 0 || at < firstFigure)
        .filter((at) => !looksLikeUnits(drafts[at]) && !looksLikePlaces(drafts[at]))
        .at(-1) ?? -1);
  const unknown =
    named || best >= 0 || !hasPair(drafts)
      ? []
      : drafts.flatMap((draft, at) => (isUnknown(draft) && (firstFigure < 0 || at < firstFigure) ? [at] : []));
  return drafts.map((draft, at): Draft => {
    if (at === unknown.at(-1) && !looksLikePlaces(draft))
      return { ...draft, ...sure("indicator", unknown.length === 1 ? 0.65 : 0.5) };
    if (!isOpen(draft)) return draft;
    if (looksLikeUnits(draft)) return { ...draft, ...sure("unit", 0.8) };
    if (looksLikePlaces(draft)) return { ...draft, ...sure("place", 0.75, "indicator") };
    if (at !== best && draft.content.departments >= 0.5) return { ...draft, ...sure("department", 0.75) };
    if (at === best) return { ...draft, ...sure("indicator", 0.7, "department") };
    return draft;
  });
}

/** 指标名称 over two columns, merged or blank above the second: the last of them names, what stands before it groups. */
function underOneLabel(drafts: readonly Draft[]): Draft[] {
  const found = [...drafts];
  for (const [at, draft] of found.entries()) {
    const before = found[at - 1];
    if (before?.role !== "indicator" || before.isChosen || draft.isChosen || !isOfNames(draft)) continue;
    const isSame = draft.path.length > 0 && draft.role === "indicator" && draft.label === before.label;
    const isBlank = draft.path.length === 0 && draft.role === "ignored" && !looksLikePlaces(draft);
    const isFiner = draft.content.distinct >= before.content.distinct && draft.content.filled >= before.content.filled;
    if (!isFiner || !(isSame || isBlank)) continue;
    found[at] = { ...draft, ...sure("indicator", 0.75, "group") };
    found[at - 1] = { ...before, ...sure("group", 0.75, "indicator") };
  }
  return found;
}

const isOfNames = (draft: Draft) =>
  draft.content.filled > 0 &&
  draft.content.figures < 0.3 &&
  draft.content.departments < 0.5 &&
  draft.content.periods < 0.5 &&
  !looksLikeUnits(draft);

const hasPair = (drafts: readonly Draft[]) =>
  (["target", "actual"] as const).every((role) => drafts.some((draft) => draft.role === role)) &&
  !drafts.some(({ role }) => role === "department" || role === "place");

const looksLikeUnits = (draft?: Draft) => (draft?.content.units ?? 0) >= 0.6;
const looksLikePlaces = (draft?: Draft) => (draft?.content.places ?? 0) >= 0.6;
