/** What marks a leader's copy of a ledger: its name, its tab and its stamp. */
import { zhSheets as zh } from "../strings/zhSheets";
import { minuteOf } from "./madeAt";

const words = zh.ledger.leadersCopy;
const SHEET_NAME_LENGTH = 31;

/** The colour of the tab of a leader's copy. */
export const LEADERS_COPY_TAB = "#8A8A8A";

/** @example leadersCopyName("台账") // "台账（领导版）"; at most the 31 characters a sheet's name may have */
export function leadersCopyName(ledger: string): string {
  return `${ledger.slice(0, SHEET_NAME_LENGTH - words.suffix.length)}${words.suffix}`;
}

/** Whether a sheet of this name is a leader's copy, or what Excel made of the name: it looks like a ledger, and is none. */
export function isLeadersCopy(name: string): boolean {
  return name.replace(/\d+$| \(\d+\)$/, "").endsWith(words.suffix);
}

/** What the copy says of itself: what it is, when it was made, and which catalog the ledger names. */
export function leadersCopyStamp(madeAt: Date, note: string): string {
  return words.stamp(minuteOf(madeAt), note);
}

const STAMP_MARK = words.stampMark;

/** Whether cells above a table's headings say that it is a leader's copy; or the sheet's name does, where somebody took the stamp away. */
export function isStampedCopy(name: string, head: readonly (readonly string[])[]): boolean {
  return head.some((row) => row.some((text) => text.startsWith(STAMP_MARK))) || isLeadersCopy(name);
}
