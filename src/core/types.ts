/** The domain's vocabulary. What a catalog file holds is derived from one schema; the rest is what the rules make of it. */
import type { Static } from "@sinclair/typebox";
import type {
  CatalogSchema,
  CommitmentSchema,
  ComparatorSchema,
  CorrectionSchema,
  HistorySchema,
  PartSchema,
  PlaceSchema,
  RevisionSchema,
  SetAsideSchema,
  SourceSchema,
} from "./catalogSchema";

export type Catalog = Static<typeof CatalogSchema>;
export type Commitment = Static<typeof CommitmentSchema>;
export type Department = Catalog["departments"][number];
export type Place = Static<typeof PlaceSchema>;
export type Part = Static<typeof PartSchema>;
export type Revision = Static<typeof RevisionSchema>;
export type HistoryEntry = Static<typeof HistorySchema>;
export type Source = Static<typeof SourceSchema>;
export type Correction = Static<typeof CorrectionSchema>;
export type SetAside = Static<typeof SetAsideSchema>;
export type Comparator = Static<typeof ComparatorSchema>;
export type Kind = Commitment["kind"];
export type Modality = Commitment["modality"];
export type Direction = NonNullable<Commitment["direction"]>;
export type Profile = NonNullable<Commitment["profile"]>;
export type Rhythm = NonNullable<Commitment["rhythm"]>;
export type ScoreRule = NonNullable<Commitment["scoreRule"]>;

/** The verdicts, in the order a circular counts them. The words people see are in strings/zh.ts. */
export const STATUSES = ["met", "onPace", "behind", "farBehind", "notDue", "unreported", "unverifiable"] as const;
export type Status = (typeof STATUSES)[number];

/** A calendar day as ISO text, "2024-06-30". Text compares in the order of the days. */
export type Day = string;

/** A stretch of whole days, both ends included. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

/** What an actual is judged by: everything TARGET, the pane and the ledger need to know of one commitment's figure. */
export interface Figure {
  /** The promised value, in `unit`; of a range the end that is enough: the lower one, or the upper one where less is better. */
  readonly value: number;
  /** The ends of a range. */
  readonly valueMin?: number;
  readonly valueMax?: number;
  readonly unit: string;
  readonly comparator: Comparator;
  readonly direction: Direction;
  /** The level at the start, in `unit`. */
  readonly baseline?: number;
}
