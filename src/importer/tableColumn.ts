/** What the header of a table says of one of its columns. */
import type { ColumnRole } from "./tableWords";

/** One column as its header says, from the upper label to the lower one. */
export interface TableColumn {
  readonly role: ColumnRole;
  /** What stands over it, joined by a stroke: 2026年目标／数量. */
  readonly label: string;
  /** What its figures count, where the header says so: （MW）. */
  readonly unit: string | null;
  readonly year: number | null;
  /** The county of a place column. */
  readonly place: string | null;
  /** The indicator of a column of figures that names its own: 新增学位（个） over the counties below each other. */
  readonly indicator: string | null;
}
