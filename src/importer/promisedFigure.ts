/** What a draft's figure is in a catalog: its name, its sign, its unit, which way is good, and its days. */
import { tidy } from "../core/expression";
import { isLessBetter } from "../core/lessIsBetter";
import { months } from "../core/periods";
import type { Comparator, Direction } from "../core/types";
import type { Draft } from "./drafts";

const LEVEL_NAME = /(?:收入|浓度|标准|余额|总量|总额|总值|产值|规模|均值|水平|噪声)$/u;

/** A rate of change is named as one: 技改投资增速. A fall is negative, so its name does not say 降幅 again. */
export function nameOf(draft: Draft): string {
  const name = draft.indicator.trim();
  // 浓度降低2微克: by how much, never the level.
  if (draft.kind === "flow" && draft.direction !== null && LEVEL_NAME.test(name))
    return name + (draft.direction === "down" ? "降低量" : "增加额");
  if (isFall(draft)) return `${name.replace(/(?:降幅|跌幅|下降率|下降幅度|下降)$/u, "")}增速`;
  if (draft.kind !== "growth" || /(?:增速|增幅|涨幅|增长率|提高|增长|率（[^）]*）)$/u.test(name)) return name;
  return `${name}增速`;
}

/** Whether a promise is of a rate below nothing: 单位GDP能耗下降3.2%. */
export function isFall({ kind, direction }: Pick<Draft, "kind" | "direction">): boolean {
  return kind === "growth" && direction === "down";
}

interface Amount {
  readonly value: number;
  readonly valueMax: number | null;
  readonly unit: string;
}

/** 下降3.2% is -3.2 in a catalog, as actuals are entered; 下降3%—5% reaches from -5 to -3. */
export function signed(draft: Draft, { value, valueMax, unit }: Amount): Amount {
  if (!isFall(draft)) return { value, valueMax, unit };
  const [small, large] = [Math.abs(value), Math.abs(valueMax ?? value)];
  return { value: -large, valueMax: valueMax === null ? null : -small, unit };
}

const MIRRORED: Readonly<Record<Comparator, Comparator>> = {
  atLeast: "atMost",
  moreThan: "lessThan",
  atMost: "atLeast",
  lessThan: "moreThan",
  plain: "plain",
  about: "about",
  range: "range",
};

/** The comparison a catalog holds and which way is good, null where that follows from it. */
export function aimOf(draft: Draft): { comparator: Comparator; direction: Direction | null } {
  const { kind, comparator, direction } = draft;
  // 下降不低于3% is at most -3. A fall that is held within 3% is to stay above -3.
  if (isFall(draft)) {
    const isLimited = comparator === "atMost" || comparator === "lessThan";
    return { comparator: MIRRORED[comparator], direction: isLimited ? "up" : "down" };
  }
  const isLevel = kind === "stock" || kind === "ratio";
  if (isLevel && direction === "down") return { comparator, direction };
  const isOpen = comparator === "about" || comparator === "plain" || comparator === "range";
  // Of a flow with a direction that much more or less is counted: 事故起数减少10起.
  const isOfThing = isLevel || kind === "growth" || (kind === "flow" && direction === null);
  return { comparator, direction: isOpen && isOfThing && isLessBetter(draft.indicator, kind) ? "down" : null };
}

/** 200万 without a unit is 2 000 000 of what is counted: people, or pieces. */
export function countable({ value, valueMax, unit, indicator }: Draft): Amount {
  const scale = { 万: 1e4, 亿: 1e8 }[unit];
  if (scale === undefined) return { value: value ?? 0, valueMax, unit };
  const counted = /人|生|妇女|儿童|职工|群众|就业/u.test(indicator) ? "人" : "个";
  return {
    value: tidy((value ?? 0) * scale),
    valueMax: valueMax === null ? null : tidy(valueMax * scale),
    unit: counted,
  };
}

export function daysOf({ period, due: named }: Draft, year: number): { from: string; due: string } {
  const [first = year, last = first] = (period ?? "")
    .split("-")
    .filter((part) => /^\d{4}$/.test(part))
    .map(Number);
  // A level promised for a later year is worked at from this year on.
  const begin = last === first && first > year ? year : first;
  const { from, to } = months(begin, 1, 12, Math.max(begin, last));
  return { from, due: named !== undefined && named >= from ? named : to };
}
