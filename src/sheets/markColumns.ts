/** The columns that are written beside a person's own tables. */

/** The columns beside a table, from the left. The first five are those of TARGET.CHECK. */
export const MARK_COLUMNS = ["target", "expected", "gap", "attainment", "status", "id", "read"] as const;
export type MarkColumn = (typeof MARK_COLUMNS)[number];
/** Those a person may choose to see; what else is there is hidden, since formulas stand on it. */
export const CHOSEN_COLUMNS = [
  "target",
  "expected",
  "gap",
  "attainment",
  "status",
  "id",
] as const satisfies readonly MarkColumn[];
export const USUAL_COLUMNS: readonly MarkColumn[] = ["target", "expected", "gap", "status"];
