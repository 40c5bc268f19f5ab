/** Actuals as people enter them, read against the target they belong to. */
import type { Terms } from "./case";
import { CatalogError } from "./errors";
import {
  abs,
  and,
  compare,
  input,
  multiply,
  or,
  Readied,
  round,
  subtract,
  tidy,
  type Condition,
  type Held,
} from "./expression";
import { normaliseFigure, normaliseName } from "./text";
import {
  amountIn,
  bareFigure,
  convert,
  isBroken,
  isRateUnit,
  LARGEST_AMOUNT,
  parseQuantity,
  parseUnit,
  type Quantity,
} from "./units";

/** What people write for a milestone that is done, and for one that is not. The ledger's drop-down offers the first of each. */
export const DONE_WORDS = ["已完成", "完成", "是", "已办结", "办结", "done", "yes", "true", "1", "100%"] as const;
export const NOT_DONE_WORDS = ["未完成", "否", "未办结", "进行中", "推进中", "no", "false", "0", "0%"] as const;

/** What people write where there is no figure yet: it is 未填报, like a blank. Dashes of any length count too. */
export const NOTHING_WORDS = ["/", "\\", "无", "暂无", "待定", "未填报", "未报", "待报", "暂缺", "n/a"] as const;

/** What people add to a figure that is not final. It is read, kept and said. */
export const REMARKS = ["快报", "初步", "预计"] as const;
export type Remark = (typeof REMARKS)[number];

const REMARK = `(${REMARKS.join("|")})(?:统计|核算|测算|完成|数据|数|值)*`;
const REMARK_BEFORE = new RegExp(`^${REMARK}(?:为)?[:,]?`);
const REMARK_AFTER = new RegExp(`[(\\[【]?${REMARK}[)\\]】]?$`);
/** Behind a level that its rate follows: 142.05亿元（快报），增长9%. */
const REMARK_WITHIN = new RegExp(`\\p{Script=Han}[(\\[【]?${REMARK}[)\\]】]?[,、;(]`, "u");

/** The remark in an actual as given: 3900（预计）, 初步数3900, 142亿元（快报），增长9%; or null. */
export function remarkOf(given: unknown): Remark | null {
  if (typeof given !== "string") return null;
  const text = normaliseFigure(given);
  const found = REMARK_BEFORE.exec(text) ?? REMARK_AFTER.exec(text) ?? REMARK_WITHIN.exec(text);
  return REMARKS.find((remark) => remark === found?.[1]) ?? null;
}

/** 预计39 00 keeps its blank, without which two figures would be one. */
const withoutRemark = (given: string) =>
  remarkOf(given) === null || isBroken(given)
    ? given
    : normaliseFigure(given).replace(REMARK_BEFORE, "").replace(REMARK_AFTER, "");

/** Whether an actual as given says nothing: blank, 暂无, —. */
function saysNothing(given: unknown): boolean {
  if (given === null || given === undefined) return true;
  if (typeof given !== "string") return false;
  const text = normaliseFigure(given).toLowerCase();
  return normaliseName(text) === "" || /^-+$/.test(text) || NOTHING_WORDS.some((word) => word === text);
}

/**
 * An actual in the target's unit: a number, or for a milestone whether it is done. Blank is null, never 0.
 * A bare number is in the target's unit (9 means 9 %); text may carry its own (440万吨, 8.5%); a bare 万 or 亿 counts the thing, so
 * that 16亿 against 亿元 is 16亿元.
 * @param target the promised value, where there is one
 * @throws CatalogError percentUnclear, levelInGrowth, fallSignUnclear (see `doubtfulNumbers`), quantityDoubtful for 约8310 and 8310左右,
 *   changeNotLevel for 比上年减少12起, milestoneUnreadable, unitMismatch, and as `parseQuantity`
 */
export function readActual(given: unknown, terms: Terms, target: number | null): number | boolean | null {
  if (given instanceof CatalogError) throw given;
  if (saysNothing(given)) return null;
  if (terms.kind === "milestone") return readDone(typeof given === "string" ? withoutRemark(given) : given);
  if (typeof given === "number") {
    if (!(Math.abs(given) <= LARGEST_AMOUNT)) throw new CatalogError("quantityUnreadable", { given: String(given) });
    const amount = tidy(given); // 0.1+0.2 in a cell is 0.3
    refuseDoubtful(amount, terms, target, String(amount));
    return amount;
  }
  if (typeof given !== "string") throw new CatalogError("quantityUnreadable", { given: JSON.stringify(given) });
  const quantity = parseQuantity(withoutRemark(given));
  if (quantity.isApproximate) throw new CatalogError("quantityDoubtful", { given, bare: bareFigure(quantity) });
  const amount = terms.unit === null ? quantity.amount : amountIn(quantity, terms.unit);
  if (quantity.change !== undefined) {
    const change = fromChange(amount, quantity, given, terms);
    // 增长0.06 is as unclear as 0.06; its sign is said by its word.
    if (quantity.unit === null) refuseDoubtful(change, terms, target, given, (code) => code !== "fallSignUnclear");
    return change;
  }
  if (quantity.isCompared && terms.kind !== "growth") throw new CatalogError("changeNotLevel", { given }); // 同比6% is no level
  refuseDoubtful(
    amount,
    terms,
    target,
    given,
    quantity.unit === null ? () => true : (code) => code === "fallSignUnclear",
  );
  return amount;
}

const BESIDE =
  /^(.*?[^\d,，、;；(（\s])[,，、;；\s]*[(（]?((?:按?(?:可比|不变|同口径)|同比|[比较](?:上年|去年)|增|下降|降).*?)[)）]?$/u;

/** 203 下降3.2%: a bare number is no level, and 下 not its unit. */
const WITHOUT_UNIT = /\d[,，、;；\s]*[(（]?(?:按|可比|不变|同|[比较]|增|下?降)/u;

/**
 * What counts of a growth row's actual: of a level with its rate beside it, 142.05亿元，可比增长11.8%, the rate, since the official one wins;
 * anything else as it was given.
 */
export function rateBesideLevel(given: unknown): unknown {
  if (typeof given !== "string") return given;
  const [, before = "", rate = ""] = BESIDE.exec(withoutRemark(given).trim()) ?? [];
  if (rate === "" || WITHOUT_UNIT.test(given)) return given;
  try {
    const [level, change] = [parseQuantity(withoutRemark(before)), parseQuantity(rate)];
    const isLevel = level.unit !== null && !isRateUnit(level.unit) && level.change === undefined;
    return isLevel && change.unit !== null && isRateUnit(change.unit) ? rate : given;
  } catch (error) {
    if (error instanceof CatalogError) return given;
    throw error;
  }
}

/**
 * The level in a growth row's actual that was given with its unit: 142.05亿元 against 8 %.
 * @returns null for a rate, a bare number, or what is no text
 * @throws CatalogError quantityDoubtful for 约142亿元, and as `parseQuantity`
 */
export function levelGiven(given: unknown): { readonly amount: number; readonly unit: string } | null {
  if (typeof given !== "string" || saysNothing(given)) return null;
  const { unit, change } = parseQuantity(withoutRemark(given));
  if (unit === null || change !== undefined || isRateUnit(unit)) return null;
  const level = quantityGiven(given);
  return level && { amount: level.amount, unit };
}

/**
 * A plain amount as a cell gives it, with its unit or its bare 万 or 亿 where it has one; null where it says nothing.
 * @throws CatalogError quantityDoubtful, changeNotLevel for 增长8%, quantityUnreadable, and as `parseQuantity`
 */
export function quantityGiven(given: unknown): Pick<Quantity, "amount" | "unit" | "scale"> | null {
  if (given instanceof CatalogError) throw given;
  if (saysNothing(given)) return null;
  if (typeof given === "number" && Math.abs(given) <= LARGEST_AMOUNT) return { amount: tidy(given), unit: null };
  if (typeof given !== "string") throw new CatalogError("quantityUnreadable", { given: JSON.stringify(given) });
  const quantity = parseQuantity(withoutRemark(given));
  if (quantity.isApproximate) throw new CatalogError("quantityDoubtful", { given, bare: bareFigure(quantity) });
  if (quantity.change !== undefined) throw new CatalogError("changeNotLevel", { given });
  return quantity;
}

/** Whether there is a unit, and it is of shares and changes. */
const isRate = (unit: string | null): unit is string => unit !== null && isRateUnit(unit);

/** 下降3.2% and 增加45个: the change itself where one is promised, a refusal where a level is. */
function fromChange(amount: number, { change, isCompared }: Quantity, given: string, terms: Terms): number {
  if (terms.statesFall) return -amount || 0; // against 降幅3.1 a fall of 3.2 is 3.2, and a rise of 1 is -1
  const isOfPeriod = terms.kind === "flow" && change === "rise" && !isCompared; // 增加45个学位 is what was added
  if (terms.kind !== "growth" && !isOfPeriod) throw new CatalogError("changeNotLevel", { given });
  return amount;
}

function readDone(given: unknown): boolean {
  const word = normaliseName(String(given));
  const among = (words: readonly string[]) => words.some((each) => normaliseName(each) === word);
  if (among(DONE_WORDS)) return true;
  if (among(NOT_DONE_WORDS)) return false;
  throw new CatalogError("milestoneUnreadable", { given: String(given) });
}

type DoubtCode = "percentUnclear" | "levelInGrowth" | "fallSignUnclear";

/** A bare number that may mean something else: when, and as which refusal. Over the inputs `actual` and `target`. */
export interface Doubt {
  readonly when: Condition;
  readonly code: DoubtCode;
}

const FRACTION_OF = 100; // a cell into which someone typed 9% holds 0.09
const NEAR_FROM = 0.1; // of the target: between these the hundredfold is a plausible percentage
const NEAR_TO = 3;
const WRITTEN_DECIMALS = 2; // rates are published with one or two
const LEVEL_FROM = 50;
const LEVEL_TIMES = 5;
const DIGITS = 9;

/**
 * The bare numbers that a row refuses, each with what it may mean besides (RULES: Measures); the functions evaluate them, the ledger
 * spells them. For a % target a number below 1 that may be a percentage typed as such; in a row of growth a level; where a fall is
 * stated as a positive figure a negative one.
 */
export function doubtfulNumbers(terms: Terms): readonly Doubt[] {
  if (!isRate(terms.unit)) return terms.statesFall ? [{ when: isNegative, code: "fallSignUnclear" }] : [];
  const doubts: Doubt[] = [{ when: percentUnclear(terms.unit), code: "percentUnclear" }];
  if (terms.statesFall) doubts.push({ when: isNegative, code: "fallSignUnclear" });
  if (terms.kind === "growth") doubts.push({ when: levelInGrowth, code: "levelInGrowth" });
  return doubts;
}

const size = (name: "actual" | "target") => abs(input(name));
const isNegative = compare(input("actual"), "<", 0);
const levelInGrowth = and(
  compare(size("actual"), ">", LEVEL_FROM),
  compare(size("actual"), ">", multiply(LEVEL_TIMES, size("target"))),
);

/** Whether a bare number may be a percentage typed as such: 0.09 against 9 (%). */
export function percentUnclear(unit: string): Condition {
  const asPercent = multiply(size("actual"), percentFactor(unit));
  const beyond = (share: number) => round(subtract(asPercent, multiply(share, size("target"))), DIGITS);
  const isNear = and(compare(beyond(NEAR_FROM), ">=", 0), compare(beyond(NEAR_TO), "<=", 0));
  const left = round(subtract(size("actual"), round(size("actual"), WRITTEN_DECIMALS)), DIGITS);
  const hasMoreDecimals = compare(abs(left), ">", 0);
  const isUnclear = percentFactor(unit) === FRACTION_OF ? or(isNear, hasMoreDecimals) : isNear; // 0.325‰ is published so
  return and(and(compare(size("actual"), ">", 0), compare(size("actual"), "<=", 1)), isUnclear); // 1 is what a typed 100% holds
}

/** What a fraction typed as a percentage is multiplied with, to be in the target's unit. */
const percentFactor = (unit: string) => (parseUnit(unit).base === "%" ? convert(FRACTION_OF, "%", unit) : FRACTION_OF);

interface ReadiedDoubt {
  readonly holds: Held;
  readonly code: DoubtCode;
}
const DOUBTS = new WeakMap<Terms, readonly ReadiedDoubt[]>();

function readied(terms: Terms): readonly ReadiedDoubt[] {
  const known = DOUBTS.get(terms);
  if (known) return known;
  const doubts = doubtfulNumbers(terms).map(({ when, code }) => ({ holds: new Readied().condition(when), code }));
  DOUBTS.set(terms, doubts);
  return doubts;
}

const always = () => true;

function refuseDoubtful(
  actual: number,
  terms: Terms,
  target: number | null,
  given: string,
  counts: (code: DoubtCode) => boolean = always,
): void {
  const found = readied(terms).find(({ holds, code }) => counts(code) && holds({ actual, target }));
  if (!found) return;
  const unit = terms.unit ?? "";
  switch (found.code) {
    case "percentUnclear":
      throw new CatalogError("percentUnclear", {
        given: actual,
        asTyped: `${actual}${unit}`,
        asPercent: `${tidy(actual * percentFactor(unit))}${unit}`,
      });
    case "levelInGrowth":
      throw new CatalogError("levelInGrowth", { given, target: `${target ?? ""}${unit}`, asRate: `${actual}${unit}` });
    case "fallSignUnclear":
      throw new CatalogError("fallSignUnclear", { given, amount: `${-actual}${unit}` });
  }
}
