/** What a person's own table is made of, as far as it is understood. Rows and columns are those of the sheet, from 0. */
import type { LabelWord, OwnRole } from "./ownSheetWords";
import type { Block } from "./plan";
import type { SheetCells } from "./standingLedger";

/** Below it a person is asked what a column is. */
export const SURE_FROM = 0.6;

/** Cells of a sheet and what is merged on it. */
export interface OwnCells extends SheetCells {
  /** Merged cells; null where that is not known, and blanks below a name may be of it. */
  readonly merges: readonly Block[] | null;
}

export interface OwnColumn {
  readonly column: number;
  /** What stands over it, joined by a stroke: 2024年／累计完成. */
  readonly label: string;
  readonly role: OwnRole;
  /** From 0 to 1; below SURE_FROM a person is asked. */
  readonly certainty: number;
  /** What else it may be, the likeliest first. */
  readonly candidates: readonly OwnRole[];
  /** The unit its label names. */
  readonly unit: string | null;
  readonly year: number | null;
  /** Its first cells, to be recognised by. */
  readonly samples: readonly string[];
}

/** What a column may be, and how surely. */
export type Found = Pick<OwnColumn, "role" | "certainty" | "candidates">;
export const sure = (role: OwnRole, certainty = 0.9, ...candidates: OwnRole[]): Found => ({
  role,
  certainty,
  candidates,
});

/** A target and its actual, side by side or apart. */
export interface OwnSeries {
  /** Of an indicator that stands across, its name; empty where a column names them. */
  readonly label: string;
  /** Of a place that stands across, its name; null where rows say whose they are. */
  readonly owner: string | null;
  readonly labelCell: { readonly row: number; readonly column: number } | null;
  readonly target: number | null;
  readonly actual: number | null;
}

/** What is known of a column before it is compared with the others. */
export interface Draft extends OwnColumn {
  readonly path: readonly string[];
  readonly words: ReadonlySet<LabelWord>;
  readonly content: Content;
  readonly isChosen: boolean;
}

/** What stands below a label, in shares of what is filled. */
export interface Content {
  readonly filled: number;
  readonly figures: number;
  readonly units: number;
  readonly departments: number;
  readonly places: number;
  /** 达标, 滞后, Met: how a person's own sheet judges. */
  readonly statuses: number;
  /** 1月, 一季度: time runs downwards, and no cell names anything. */
  readonly periods: number;
  readonly distinct: number;
  readonly lastFigure: number;
  /** 4300个: no share, whatever the label says. */
  readonly amounts: number;
}

export interface OwnColumns {
  readonly columns: readonly OwnColumn[];
  readonly isTransposed: boolean;
  readonly series: readonly OwnSeries[];
}
