/** What a clause gives for each of its figures, before it is a draft. */
import type { Comparator, Direction, Kind } from "../core/types";
import type { Figure } from "./patterns";

/** A figure with the words around it, as its clause gives them. */
export interface Candidate {
  readonly figure: Figure;
  /** From what belongs to the figure before, to this one. */
  readonly left: string;
  /** From the figure to what belongs to the next one. */
  readonly right: string;
  /** The comparator its own words give, or null. */
  readonly ownComparator: Comparator | null;
  readonly comparator: Comparator;
  readonly isThingBehind: boolean;
  /** The verb that governs it, its own or borrowed. */
  readonly verb: string;
  readonly ownVerb: boolean;
  readonly thing: string;
  readonly kind: Kind;
  readonly direction: Direction | null;
  readonly impliedIndicator: boolean;
  /** Its whole name, where it is made of that of another figure. */
  readonly named?: string;
  /** 各20家, 分别达到…: shared by several things. */
  readonly group: Group;
}

/** The figures of one clause. */
export interface Group {
  /** 分别, 各, 均: what compares one compares all. */
  readonly isDistributed: boolean;
}

/** What a figure leaves to the one behind it. */
export interface Carried {
  readonly verb: string;
  readonly thing: string;
  /** The kind of the figure before, for 分别增长5%、6%. */
  readonly kind: Kind | null;
  readonly direction: Direction | null;
  /** Its unit: behind 提高0.2个百分点 a percentage is the level reached. */
  readonly unit: string;
  /** Behind 其中： every member of the list has the verb. */
  readonly isWhole: boolean;
}
export const NOTHING_CARRIED: Carried = {
  verb: "",
  thing: "",
  kind: null,
  direction: null,
  unit: "",
  isWhole: false,
};

/** What the clause before is about, for a clause that is all figure: 资助大学生，合计6300名. */
export interface Subject {
  readonly verb: string;
  readonly thing: string;
}
export const NO_SUBJECT: Subject = { verb: "", thing: "" };
