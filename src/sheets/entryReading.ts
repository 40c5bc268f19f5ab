/**
 * How a row of the ledger reads what is typed into it: the endings, marks and words that core takes for this row, asked of core one by
 * one. So the formula reads nothing that the functions refuse, and reads the rest as they do; what it can not read it says.
 */
import { levelGiven, NOTHING_WORDS, rateBesideLevel, readActual, REMARKS } from "../core/actual";
import type { Case } from "../core/case";
import { CatalogError } from "../core/errors";
import { isLevelUnit, levelsHeldAgainst } from "../core/history";
import { serialOf } from "../core/periods";
import type { Commitment } from "../core/types";
import { CHANGES, convert, isRateUnit, thingCounted, unitNames, usualUnits } from "../core/units";

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
  /** The same, of what is written less often. */
  readonly moreMarks: readonly string[];
  /** What is left of words before a change that say against what, each taken away in turn: 同比. */
  readonly comparisons: readonly Replacement[];
  /** Words of change before the figure, and its sign then: 增长9% of growth is 9, 下降9% is -9. */
  readonly changes: readonly Change[];
  /** Those that may stand before a figure without its %, which may mean two things. */
  readonly bareChanges: readonly Change[];
  /** Words for "no figure". */
  readonly nothing: readonly string[];
  /** Whether a sign before the figure may mean either, where a fall is stated as a positive one. */
  readonly refusesMinus: boolean;
  /** How a level with its rate behind it is told apart, 142.05亿元，可比增长11.8%: the official rate counts. Null where none is read. */
  readonly beside: BesideReading | null;
  /** A reading of fewer spellings, for a formula that would come out too long; null where there is none. */
  readonly shorter: Reading | null;
}

/** A word of change and the sign of what stands behind it. */
export interface Change {
  readonly word: string;
  readonly sign: 1 | -1;
}

/** What stands at the beginning of a text (#), and what is to stand there instead. */
export type Replacement = readonly [from: string, to: string];

/** The words with which the rate begins behind a level; of the level its units, the numbers before them, and what may stand around it. */
export interface BesideReading {
  readonly begins: readonly string[];
  readonly units: readonly string[];
  readonly scales: readonly string[];
  readonly marks: readonly string[];
}

const SCALES = ["", "万", "亿"];
const MORE_SCALES = [...SCALES, "万亿", "千亿", "百亿", "千万", "百万", "千", "百"];
const DASHES = ["-", "--", "—", "——", "–", "―", "－"];
/** What may follow 快报, 初步 and 预计 in front of a figure, and what may say what was done. */
const REMARK_ENDS = [":", "数:", "完成", "统计", "核算"];
const SAID = "达到 完成 已完成 累计 累计完成 新增 实现 达 共 合计 共计 总计 增加 增长 人民币 ¥ ￥".split(" ");

/** Words before a change that say against what; what begins with 按 and ends with 计算 comes down to the shorter ones. */
const AGAINST = "比上年同期 较上年同期 比去年同期 较去年同期 比上年 较上年 比去年 较去年 同比".split(" ");
const BY_PRICES = ["可比", "不变", "同口径"];
/** Words with which a rate begins behind a level. */
const BEGINS = [...BY_PRICES.map((word) => `按${word}`), ...BY_PRICES, ...AGAINST, "增", "下降", "降"];
/** What levels are counted in, besides what the catalog knows of earlier ones. */
const LEVELS_IN = (
  "元 美元 人民币 吨 吨标准煤 吨标煤 公斤 斤 人 人次 名 户 家 个 辆 台 套 件 头 只 羽 条 座 艘 架次 标箱 箱 公里 米 亩 公顷 平方米 平方公里 立方米 " +
  "千瓦时 度 千瓦 吨公里"
).split(" ");
/** What may stand before a level beside which its rate is given. */
const BEFORE_LEVEL = [...REMARKS, "完成", "实现", "达到", "累计", "约", "近", "人民币", "¥", "￥"];

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
  if (terms.kind === "milestone") return { ...NO_FIGURE, nothing };
  const unit = terms.unit ?? "";
  const isGrowth = terms.kind === "growth";
  // A bare number against a share may mean two things: its own formula looks at it, over and over, so that it knows the usual marks alone.
  const isOfShares = unit !== "" && isRateUnit(unit);
  const figure = `1${unit}`;
  const marks = marksRead(figure, read);
  const more = moreMarksRead(figure, read).filter((mark) => !isGrowth || MARKS_OF_GROWTH.includes(mark));
  const changes = isGrowth ? changesRead(figure, read) : [];
  const full: Reading = {
    endings: endingsRead(writtenIn(unit, isOfShares), read),
    marks: isOfShares ? marks : [...marks, ...more],
    moreMarks: isOfShares ? more : [],
    comparisons: isGrowth && Math.abs(Number(read(`同比增长${figure}`))) === 1 ? COMPARISONS : [],
    changes,
    bareChanges: isOfShares ? changes.filter(({ word }) => USUAL_CHANGES.includes(word)) : [],
    nothing,
    refusesMinus: read(figure) === 1 && read(`-${figure}`) !== -1,
    beside: isGrowth && isOfShares ? besideRead() : null,
    shorter: null,
  };
  if (!isGrowth) return full;
  const shorter = { ...full, bareChanges: [], comparisons: SHORT_COMPARISONS, moreMarks: [] };
  return { ...full, shorter: { ...shorter, shorter: { ...shorter, beside: null } } };
}

/** Each is one function within another, of which Excel takes 64; most are for the words of comparison. */
const MARKS_OF_GROWTH = "#初步核算 #预计完成 #完成 #达到 快报# 初步# (初步核算)#".split(" ");

const NO_FIGURE: Omit<Reading, "nothing"> = {
  endings: [],
  marks: [],
  moreMarks: [],
  comparisons: [],
  changes: [],
  bareChanges: [],
  refusesMinus: false,
  beside: null,
  shorter: null,
};

/** The endings a figure in this unit may have: all names of its ladder, with the numbers that people write before them. */
function writtenIn(unit: string, isOfShares: boolean): string[] {
  if (unit === "") return [...MORE_SCALES];
  if (isOfShares) return [...new Set([...usualUnits(unit), unit])];
  return [...MORE_SCALES, ...namesIn(unit)];
}

/** A unit's ladder as people write it: every name, with the number before it. */
function namesIn(unit: string): string[] {
  const usual = new Set(usualUnits(unit));
  const named = unitNames(unit).flatMap((name) =>
    (usual.has(name) ? MORE_SCALES : SCALES).flatMap((scale) => [scale + name, scale + raised(name)]),
  );
  return [...new Set([...named, unit])];
}

const raised = (name: string) => name.replace(/m2$/, "m²").replace(/m3$/, "m³");

/** What comes away before a change, in turn; a later one is what an earlier one leaves. */
const COMPARISONS: readonly Replacement[] = [
  ...AGAINST.map((word): Replacement => [`#${word}`, "#"]),
  ...BY_PRICES.map((word): Replacement => [`#按${word}`, `#${word}`]),
  ...["可比", "不变"].flatMap((word) => ["价格", "价", "口径"].map((of): Replacement => [`#${word}${of}`, `#${word}`])),
  ...BY_PRICES.flatMap((word): Replacement[] => [
    [`#${word}计算`, `#${word}`],
    [`#${word},`, "#"],
    [`#${word}`, "#"],
  ]),
  ["#同比", "#"],
];
const SHORT_COMPARISONS: readonly Replacement[] = ["比上年同期", "比上年", "同比", "可比"].map((word) => [
  `#${word}`,
  "#",
]);
const USUAL_CHANGES = ["增长", "增", "下降", "降"];

const changesRead = (figure: string, read: Read) =>
  CHANGES.flatMap((word): Change[] => {
    const value = read(word + figure);
    return value === 1 || value === -1 ? [{ word, sign: value }] : [];
  });

/** What core takes for a level with a rate beside it. */
function besideRead(): BesideReading {
  const isBeside = (level: string, begin: string) => {
    const rate = `${begin}${/[增降]$/.test(begin) ? "" : "增长"}1%`;
    return rateBesideLevel(`${level},${rate}`) === rate;
  };
  const begins = BEGINS.filter((begin) => isBeside("1元", begin));
  return {
    begins: begins.filter((begin) => !begins.some((each) => each !== begin && begin.startsWith(each))),
    units: LEVELS_IN.filter((unit) => isBeside(`1${unit}`, "增")),
    scales: MORE_SCALES.slice(0, 5).filter((scale) => isBeside(`1${scale}元`, "增")),
    marks: [
      ...[...REMARKS.flatMap((word) => [`(${word})`, word]), "(初步核算)", "左右"]
        .filter((word) => isBeside(`1元${word}`, "增"))
        .map((word) => `${word}#`),
      ...BEFORE_LEVEL.filter((word) => isBeside(`${word}1元`, "增")).map((word) => `#${word}`),
    ],
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
  const behind = [...REMARKS.flatMap((word) => [word, `[${word}]`, `【${word}】`, `(${word}数)`]), "(初步核算)"];
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
  /** The usual spellings, for a formula that would come out too long. */
  readonly shorter: Pick<Reading, "endings" | "marks">;
}

/** How levels are read in a row, judged in this year; null where none can be, since no earlier one above zero is known. */
export function levelReadingOf({ commitment, terms }: Case, year: number): LevelReading | null {
  if (terms.kind !== "growth" || commitment.history === undefined) return null;
  const known = levelsHeldAgainst(commitment, year).filter(({ last }) => last.value > 0);
  const unit = known[0]?.last.unit;
  if (unit === undefined) return null;
  const read = (typed: string) => levelIn(commitment, unit, typed);
  return {
    unit,
    endings: endingsRead(namesIn(unit), read),
    marks: [...marksRead(`1${unit}`, read), ...moreMarksRead(`1${unit}`, read)],
    against: known.map(({ day, last, years }) => ({
      day: serialOf(day),
      level: convert(last.value, last.unit, unit),
      years,
    })),
    statesFall: terms.statesFall,
    shorter: {
      endings: endingsRead([...new Set([...SCALES.map((scale) => scale + thingCounted(unit)), unit])], read),
      marks: marksRead(`1${unit}`, read),
    },
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
