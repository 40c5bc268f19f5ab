/**
 * How a row of the ledger reads what is typed into it: the endings, marks and words that core takes for this row, asked of core one by
 * one. So the formula reads nothing that the functions refuse, and reads the rest as they do; what it can not read it says.
 */
import { levelGiven, NOTHING_WORDS, rateBesideLevel, readActual, REMARKS } from "../core/actual";
import { PERCENT, type Case } from "../core/case";
import { CatalogError } from "../core/errors";
import { isLevelUnit, levelsHeldAgainst } from "../core/history";
import { serialOf } from "../core/periods";
import type { Commitment } from "../core/types";
import { CHANGES, COMPARISONS, convert, usualUnits } from "../core/units";

/** What may follow a number: `60万家` is 60 × 10^power × times ÷ parts of the row's unit. */
export interface Ending {
  readonly ending: string;
  readonly power: number;
  readonly times: number;
  readonly parts: number;
}

export interface Reading {
  readonly endings: readonly Ending[];
  /** What may stand before ("#快报") or behind ("(快报)#") the figure; # is where the text begins or ends. */
  readonly marks: readonly string[];
  /** Words before a change that say against what, longer ones first: 同比. */
  readonly comparisons: readonly string[];
  /** Words of change before the figure, and its sign then: 增长9% of growth is 9, 下降9% is -9. */
  readonly changes: readonly { readonly word: string; readonly sign: 1 | -1 }[];
  /** Words for "no figure". */
  readonly nothing: readonly string[];
  /** Whether a sign before the figure may mean either, where a fall is stated as a positive one. */
  readonly refusesMinus: boolean;
  /** How a level with its rate behind it is told apart, 142.05亿元，可比增长11.8%: the official rate counts. Null where none is read. */
  readonly beside: BesideReading | null;
}

/** The words with which the rate begins behind a level, and the units a level may have. */
export interface BesideReading {
  readonly begins: readonly string[];
  readonly units: readonly string[];
}

const SCALES = ["", "万", "亿"];
const BARE_SCALES = ["千", "百"];
const DASHES = ["-", "--", "—", "——", "–", "―", "－"];
/** What may follow 快报, 初步 and 预计 in front of a figure, and what may say what was done. */
const REMARK_ENDS = [":", "数:", "完成", "统计", "核算"];
const SAID = ["达到", "完成", "已完成", "累计", "累计完成", "新增", "实现"];

/** Words with which a rate begins behind a level. */
const BEGINS = ["按可比", "按不变", "按同口径", ...COMPARISONS, "增", "下降", "降"];
/** What levels are counted in, besides what the catalog knows of earlier ones. */
const LEVELS_IN = ["元", "美元", "吨", "人", "户", "家", "个", "辆", "千瓦时"];

const READINGS = new Map<string, Reading>();

/** How rows of this kind and unit are read. Worked out once, since a ledger of a thousand rows has few of them. */
export function readingOf(row: Case): Reading {
  const { kind, unit, statesFall } = row.terms;
  const key = kind === "milestone" ? kind : `in ${unit ?? ""} ${kind === "growth" ? kind : ""} ${String(statesFall)}`;
  let found = READINGS.get(key);
  if (!found) READINGS.set(key, (found = newReading(row)));
  return found;
}

function newReading({ terms, judged }: Case): Reading {
  const target = judged instanceof CatalogError ? null : judged.value;
  const read = (typed: string) => {
    try {
      return readActual(typed, terms, target);
    } catch (error) {
      if (error instanceof CatalogError) return undefined;
      throw error;
    }
  };
  const nothing = [...DASHES, ...NOTHING_WORDS].filter((word) => read(word) === null);
  if (terms.kind === "milestone")
    return { endings: [], marks: [], comparisons: [], changes: [], nothing, refusesMinus: false, beside: null };
  const units = terms.unit === null ? [] : usualUnits(terms.unit);
  const scales = terms.unit === PERCENT ? [""] : SCALES;
  const bare = terms.unit === PERCENT ? [] : [...SCALES, ...BARE_SCALES]; // a bare number against a share may mean two things: its own formula looks at it
  const written = new Set([...bare, ...units.flatMap((unit) => scales.map((scale) => scale + unit)), terms.unit ?? ""]);
  const figure = `1${terms.unit ?? ""}`;
  const changes = terms.kind !== "growth" ? [] : CHANGES;
  return {
    endings: endingsRead([...written], read),
    // Where a bare number may mean two things the marks are spelled over and over: there only the usual ones are read.
    marks: [...marksRead(figure, read), ...(terms.unit === PERCENT ? [] : moreMarksRead(figure, read))],
    comparisons:
      terms.kind === "growth" ? COMPARISONS.filter((word) => Math.abs(Number(read(`${word}增长${figure}`))) === 1) : [],
    changes: changes.flatMap((word) => {
      const value = read(word + figure);
      return value === 1 || value === -1 ? [{ word, sign: value }] : [];
    }),
    nothing,
    refusesMinus: read(figure) === 1 && read(`-${figure}`) !== -1,
    beside: terms.kind === "growth" && terms.unit === PERCENT ? besideRead() : null,
  };
}

/** What core takes for a level with a rate beside it. */
function besideRead(): BesideReading {
  const isBeside = (unit: string, begin: string) => {
    const rate = `${begin}${/[增降]$/.test(begin) ? "" : "增长"}1%`;
    return rateBesideLevel(`1${unit},${rate}`) === rate;
  };
  const begins = BEGINS.filter((begin) => isBeside("元", begin));
  return {
    begins: begins.filter((begin) => !begins.some((each) => each !== begin && begin.startsWith(each))),
    units: LEVELS_IN.flatMap((unit) => SCALES.map((scale) => scale + unit)).filter((unit) => isBeside(unit, "增")),
  };
}

type Read = (typed: string) => unknown;

function endingsRead(written: readonly string[], read: Read): Ending[] {
  return written.flatMap((ending) => {
    const one = read(`1${ending}`);
    return typeof one === "number" ? [{ ending, ...factorOf(one) }] : [];
  });
}

function marksRead(figure: string, read: Read): string[] {
  const isRead = (typed: string) => typeof read(typed) === "number";
  return REMARKS.flatMap((word) => [
    ...[word, `${word}数`].filter((before) => isRead(before + figure)).map((before) => `#${before}`),
    ...(isRead(`${figure}(${word})`) ? [`(${word})#`] : []),
  ]);
}

/** Other ways to say that a figure is not final, or that it was reached: 预计数：3900, 3900[快报], 已完成3900. */
function moreMarksRead(figure: string, read: Read): string[] {
  const isRead = (typed: string) => typeof read(typed) === "number";
  const before = [...REMARKS.flatMap((word) => REMARK_ENDS.map((end) => word + end)), ...SAID];
  const behind = REMARKS.flatMap((word) => [word, `[${word}]`, `【${word}】`, `(${word}数)`]);
  return [
    ...before.filter((word) => isRead(word + figure)).map((word) => `#${word}`),
    ...behind.filter((word) => isRead(figure + word)).map((word) => `${word}#`),
  ];
}

/** How a level in a row of growth is read, and against what: 153.4亿元 against 8 %. */
export interface LevelReading extends Pick<Reading, "endings" | "marks"> {
  /** The unit into which levels are read. */
  readonly unit: string;
  /** The days at which an earlier level is known, as serial numbers, that level, and the years between the two. */
  readonly against: readonly { readonly day: number; readonly level: number; readonly years: number }[];
  /** Whether a fall is stated as a positive figure. */
  readonly statesFall: boolean;
}

/** How levels are read in a row, judged in this year; null where none can be, since no earlier one above zero is known. */
export function levelReadingOf({ commitment, terms }: Case, year: number): LevelReading | null {
  if (terms.kind !== "growth" || commitment.history === undefined) return null;
  const known = levelsHeldAgainst(commitment, year).filter(({ last }) => last.value > 0);
  const unit = known[0]?.last.unit;
  if (unit === undefined) return null;
  const read = (typed: string) => levelIn(commitment, unit, typed);
  const units = new Set(
    usualUnits(unit)
      .flatMap((each) => SCALES.map((scale) => scale + each))
      .concat(unit),
  );
  return {
    unit,
    endings: endingsRead([...units], read),
    marks: marksRead(`1${unit}`, read),
    against: known.map(({ day, last, years }) => ({
      day: serialOf(day),
      level: convert(last.value, last.unit, unit),
      years,
    })),
    statesFall: terms.statesFall,
  };
}

function levelIn(commitment: Commitment, unit: string, typed: string): number | null {
  try {
    const level = levelGiven(typed);
    return level && isLevelUnit(commitment, level.unit) ? convert(level.amount, level.unit, unit) : null;
  } catch (error) {
    if (error instanceof CatalogError) return null;
    throw error;
  }
}

/** A factor of a unit ladder taken apart: a power of ten, a small number, and 3 where a fifteenth is in it. */
function factorOf(factor: number): Omit<Ending, "ending"> {
  for (const parts of [1, 3]) {
    const [digits = "", power = "0"] = Number((factor * parts).toPrecision(12))
      .toExponential()
      .split("e");
    const [whole = "", decimals = ""] = digits.split(".");
    if (decimals.length < 3) return { power: Number(power) - decimals.length, times: Number(whole + decimals), parts };
  }
  throw new Error(`no unit is ${factor} of another`);
}
