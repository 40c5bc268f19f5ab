/** What the importer makes of a text: drafts for a person to confirm, and issues for a person to look at. */
import type { Comparator, Day, Direction, Kind, Modality } from "../core/types";

/** UTF-16 offsets into the text as read; the end is not included. */
export type Span = readonly [start: number, end: number];

/** What a draft says that its text does not say itself. */
export type Implied = "period" | "tense" | "verb" | "indicator" | "comparator" | "department" | "unit";

/** A promise as the text makes it. Nothing of it is in force until a person confirms it. */
export interface Draft {
  /** As written; several lead units are joined by 、. Null where the text names none. */
  readonly department: string | null;
  /** Units that help the department, as written: 配合单位, 各县（市、区）. */
  readonly supporting: readonly string[];
  /** Who said it, where the text tells. */
  readonly speaker: string | null;
  readonly indicator: string;
  /** In `unit`; null in a vague draft. 八成 is 80, 翻一番 a growth of 100 %. */
  readonly value: number | null;
  /** The upper end of a range. */
  readonly valueMax: number | null;
  /** As written, 万 and 亿 included. */
  readonly unit: string;
  readonly comparator: Comparator;
  readonly modality: Modality;
  /** The word behind the modality: 力争, 预期; null where there is none. */
  readonly modalityWord: string | null;
  /** 2025 or 2021-2025; null where the year is not known. */
  readonly period: string | null;
  readonly kind: Kind;
  readonly direction: Direction | null;
  readonly baseline: Level | null;
  /** Covers the figure and its unit alone. */
  readonly span: Span;
  readonly phrase: string;
  /** Where the sentence stands in which it was found. */
  readonly sentence: Span;
  readonly implied: readonly Implied[];
  /** 几, 若干, 一批: a promise without a number. */
  readonly vague: boolean;
  /** The last day, where a table's 完成时限 names one. */
  readonly due?: Day;
  /** What was reached the year before, where a table tells. */
  readonly lastYear?: Level;
  /** What each county is given of it. Parts never change the figure. */
  readonly parts?: readonly Part[];
}

/** A figure beside a promise, as written. */
export interface Level {
  readonly value: number;
  readonly unit: string;
  readonly span: Span;
  readonly phrase: string;
}

/** One county's share of a promise. */
export interface Part extends Level {
  readonly place: string;
  readonly valueMax: number | null;
  readonly comparator: Comparator;
  /** What the county pledges of its own (自定), beside what the city gave it. */
  readonly ownPledge?: Level;
}

/** Why a figure of the text is no draft. Its sentence is in strings/. */
export const LEFT_OUT_REASONS = [
  "past", // tells what was reached
  "baseline", // where a promised change starts from
  "threshold", // 50户以上自然村
  "mark", // 突破百亿元大关，达到105亿元
  "size", // 70万千瓦热电项目
  "allowance", // 每人500元补贴
  "scope", // 围绕12个产业
  "slogan", // 六大行动
  "definition", // 名词解释
  "page", // 浏览量：3521次
  "rank", // 第3位
  "age", // 65岁以上
  "date", // 2025年, 15分钟
  "name", // PM2.5, 4A级
  "number", // 1.…, 编号12
  "total", // a table's 合计: checked against its rows
  "otherPeriod", // a table's column of a quarter or of another year
  "unreadable", // a table's cell that is no single figure
  "column", // a table's column that holds no promises
] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

/** A figure that was not taken as a promise. Drafts and these together hold every figure of the text, each once. */
export interface LeftOut {
  readonly reason: LeftOutReason;
  /** In `unit`; null where it is no number by itself (1.2.3). */
  readonly value: number | null;
  /** As written, 万 and 亿 included; empty for a bare number. */
  readonly unit: string;
  readonly span: Span;
  readonly phrase: string;
  /** Where the sentence stands in which it was found. */
  readonly sentence: Span;
  /** The draft it becomes where a person takes it in; null for dates, names and numbers, which count nothing. */
  readonly draft: Draft | null;
}

/** The gravest first: this is the order in which a person is shown them. */
export const ISSUE_CODES = [
  "yearUnknown",
  "figuresDiffer",
  "figureBroken", // 12 35人: one figure or two
  "unitsDiffer", // the cell says one unit, its row another
  "unitMissing",
  "shareUnclear", // 0.09 under %
  "totalDiffers", // a table's 合计 is not the sum of its rows
  "partsDiffer", // the counties' shares add up to something else
  "summedFromParts", // the whole is not written, only its shares
  "ofEach", // 每个乡镇1个: no total
  "departmentMissing",
  "departmentCarried", // taken from the row above
  "departmentOfPage", // taken from what the page says of who published it
  "unitCarried",
  "promisedTwice",
  "tenseUnclear",
  "figureMissing",
] as const;
export type IssueCode = (typeof ISSUE_CODES)[number];

/** Something a person should look at. Its sentence is in strings/. */
export interface Issue {
  readonly code: IssueCode;
  readonly span: Span;
  /** The indicator it concerns, or an empty text. */
  readonly indicator: string;
  /** The drafts it concerns, as positions in the list. */
  readonly drafts: readonly number[];
  /** Two figures that ought to agree, as the sentence tells them. */
  readonly figures?: readonly [stated: number, found: number];
}

export interface ImportedReport {
  readonly drafts: readonly Draft[];
  readonly issues: readonly Issue[];
  /** In the order of the text. */
  readonly leftOut: readonly LeftOut[];
  /** The year the report is about, as given or as found. */
  readonly year: number | null;
}
