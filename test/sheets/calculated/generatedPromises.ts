/** Promises of every kind, comparison, direction and period, made up by chance that can be repeated, and what people may type for them. */
import { caseOf } from "../../../src/core/case";
import { CatalogIndex } from "../../../src/core/catalog";
import { validateCatalog } from "../../../src/core/loadCatalog";
import { CatalogError } from "../../../src/core/errors";
import { roundTo } from "../../../src/core/expression";
import type { Commitment, Kind, Profile } from "../../../src/core/types";
import { catalogFile } from "../../core/jingzhou";
import type { Typed } from "./filledLedger";

type Random = () => number;
type Made = Partial<Commitment> & Pick<Commitment, "kind">;

const PROMISES = 110;
const UNITS = ["个", "家", "万人", "亿元", "万元", "公里", "亿斤", "万亩", "%"];

function pick<T>(values: readonly T[], random: Random): T {
  return values[Math.floor(random() * values.length)] as T;
}

/** One promise with a figure, or a deed. Some are refused by the rules of catalogs, and made again. */
function promise(random: Random): Made {
  const kind = pick<Kind>(["flow", "flow", "flow", "stock", "stock", "growth", "ratio", "milestone"], random);
  const period = pick(
    [
      { from: "2024-01-01", due: "2024-12-31" },
      { from: "2024-01-01", due: "2024-12-31" },
      { from: "2024-01-01", due: "2024-12-31" },
      { from: "2024-01-01", due: "2024-06-30" },
      { from: "2024-04-01", due: "2024-11-30" },
      { from: "2024-03-15", due: "2025-02-28" },
      { from: "2022-01-01", due: "2026-12-31" },
      { from: "2024-01-01", due: "2028-12-31" },
      { from: "2020-01-01", due: "2024-12-31" },
    ],
    random,
  );
  const review = random() < 0.08 ? { review: "unclear" as const, reviewReason: "没有时态" } : {};
  if (kind === "milestone") return { kind, ...period, ...review };
  const unit = kind === "growth" || kind === "ratio" ? "%" : pick(UNITS, random);
  const size = pick([1, 9, 60, 100, 142, 1883, 8310], random);
  const value = pick([size, size, size, roundTo(size * 1.35, 1), -size, 0], random);
  const way = random();
  const comparator = pick(
    ["atLeast", "moreThan", "about", "atMost", "lessThan", "range", "plain", "plain"] as const,
    random,
  );
  const isLimit = comparator === "atMost" || comparator === "lessThan";
  const direction = isLimit ? undefined : pick([undefined, undefined, "up", "down"] as const, random);
  const target =
    way < 0.06
      ? { comparator: "moreThan" as const, relativeTo: "lastYear" as const, unit }
      : way < 0.1 && kind === "ratio"
        ? { coverage: "complete" as const }
        : { comparator, value, unit, ...(comparator === "range" ? { valueMax: roundTo(value + size / 4, 3) } : {}) };
  const profile = pick<Profile | undefined>(
    [
      undefined,
      undefined,
      "linear",
      "atDue",
      { quarterShares: [0, 0.2, 0.4, 1] },
      { quarterShares: [0.25, 0.5, 0.75, 1] },
      { monthShares: [0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1] },
    ],
    random,
  );
  const isLong = period.due > "2025-03";
  const annualTargets =
    isLong && random() < 0.6 ? { annualTargets: { "2024": roundTo(value / 3, 1), "2025": value } } : {};
  const hasBaseline = "relativeTo" in target ? random() < 0.7 : kind === "stock" && random() < 0.6;
  const baseline = hasBaseline
    ? { baseline: { value: roundTo(value * pick([0.5, 0.86, 1.2, -1, 0], random), 2) } }
    : {};
  return {
    kind,
    target,
    ...period,
    ...annualTargets,
    ...baseline,
    ...(direction === undefined ? {} : { direction }),
    ...(profile === undefined ? {} : { profile }),
    ...review,
    ...newer(target, period, isLong, random),
  };
}

/** What version 2 adds to a promise: a target set anew, a path over the years, last year's figure. */
function newer(
  target: NonNullable<Commitment["target"]>,
  { from, due }: { from: string; due: string },
  isLong: boolean,
  random: Random,
): Partial<Commitment> {
  const lastYear = {
    period: String(Number(due.slice(0, 4)) - 1),
    value: pick([40, 100], random),
    state: "final" as const,
  };
  if ("relativeTo" in target) return random() < 0.3 ? { history: [lastYear] } : {};
  if (!("value" in target)) return {};
  const path = isLong && random() < 0.4 ? { path: pick(["linear", "compound"] as const, random) } : {};
  if (random() < 0.7) return path;
  const before = Number(from.slice(0, 4)) < 2024 ? ["2023-10-01"] : [];
  const days = pick([[...before, "2024-07-01"], ["2024-05-10"], ["2024-04-01", "2024-10-01"]], random);
  const revisions = days.map((day) => {
    const value = roundTo(target.value * pick([0.9, 0.5, 1.2, -1], random), 1);
    const upper = target.valueMax === undefined ? {} : { valueMax: value + 5 };
    return { from: day, value, ...upper, basis: "市政府会议决定", by: "张三", recorded: day };
  });
  return { ...path, revisions };
}

const asCatalog = (made: readonly Made[]) => validateCatalog({ ...catalogFile(...made), schemaVersion: 2 });

/** The same promise as it is reported more seldom than every month, or planned by month. */
function withRhythm(made: Made, random: Random): Made {
  const rhythm = pick([undefined, "monthly", "quarterly", "quarterly", "halfYearly", "yearly"] as const, random);
  const profile: Profile | undefined =
    random() < 0.2 ? { monthShares: [0, 0, 0.1, 0.1, 0.2, 0.4, 0.5, 0.5, 0.6, 0.8, 0.9, 1] } : made.profile;
  return { ...made, ...(rhythm === undefined ? {} : { rhythm }), ...(profile === undefined ? {} : { profile }) };
}

function isSound(made: readonly Made[]): boolean {
  try {
    asCatalog(made);
    return true;
  } catch (error) {
    if (error instanceof CatalogError) return false;
    throw error;
  }
}

/**
 * A catalog of promises of every kind, a sixth of them totals of two others.
 * @param hasRhythms whether some are reported by quarter, by half-year or once a year
 */
export function generatedCatalog(random: Random, hasRhythms = false): CatalogIndex {
  const made: Made[] = [];
  while (made.length < PROMISES) {
    const one = hasRhythms ? withRhythm(promise(random), random) : promise(random);
    if (isSound([one])) made.push(one);
  }
  const idOf = (place: number) => `TT2024-${String(place + 1).padStart(3, "0")}`;
  const likes = new Map<string, number[]>();
  for (const [place, { kind, target, from, due }] of made.entries()) {
    if (!target || !("value" in target) || (kind !== "flow" && kind !== "stock")) continue;
    // A half of them is of parts that fall due on one day, the others of any.
    const like = [kind, target.unit, target.comparator, ...(place % 2 === 0 ? [from, due] : [])].join();
    likes.set(like, [...(likes.get(like) ?? []), place]);
  }
  for (const [, places] of likes)
    for (let pair = 0; pair + 1 < places.length && pair < 4; pair += 2) {
      const [one = 0, other = 0] = places.slice(pair, pair + 2);
      const { kind, from, due } = made[one] as Made;
      const total: Made = { kind, sumOf: [idOf(one), idOf(other)], ...(from ? { from } : {}), ...(due ? { due } : {}) };
      if (isSound([...made, total])) made.push(total);
    }
  return new CatalogIndex(asCatalog(made));
}

/** Texts that the ledger has to read: a number with the row's own unit, or one of its ladder, full width, blanks, a figure that is provisional. */
export const MUST_BE_READ =
  /^[ 　]*(快报|初步|预计)?[ 　]?[-０-９\d.]+[ 　]?(个|家|万人|人|亿元|万元|元|公里|亿斤|万吨|万亩|公顷|%|％)?([（(](快报|初步|预计)[）)])?[ 　]*$/;
/** Of these a share's row reads what carries its sign, and a bare number, with a remark too. */
export const MUST_BE_READ_AS_SHARE =
  /[%％]|^[ 　]*(快报|初步|预计)?[ 　]?[-０-９\d.]+[ 　]?([（(](快报|初步|预计)[）)])?[ 　]*$/;

const OWN_WORDS = [
  "约8310",
  "近9",
  "8310左右",
  "100以内",
  "8公里多",
  "—",
  "暂无",
  "待定",
  "/",
  "无",
  "见附件",
  "1/2",
  "一百二十",
  "下降3.2%",
  "$32亿元",
  "1,234",
  "12万",
  "16亿",
  "3900 4155",
  "8310. 5",
  "8310 .5",
  "3, 900",
  "预计39 00",
  "预计 39 00",
  "预计 39 00 %",
  "0 %",
  "9 %",
  "9　％",
  "9 个百分点",
  "9个百分点",
];

/** What somebody may have typed into the periods of a row, four quarters where nothing else is said. */
export function typedFor(index: CatalogIndex, commitment: Commitment, random: Random, count = 4): Typed[] {
  return Array.from({ length: count }, () => typedOnce(index, commitment, random));
}

function typedOnce(index: CatalogIndex, commitment: Commitment, random: Random): Typed {
  const { terms, judged } = caseOf(index, commitment);
  const way = random();
  if (way < 0.15) return null;
  if (commitment.kind === "milestone")
    return pick<Typed>(
      ["已完成", "完成", "未完成", "否", "是", true, false, 1, 0, "DONE", "差不多了", "进行中", "—"],
      random,
    );
  const target = judged instanceof CatalogError ? 100 : judged.value;
  const start = commitment.baseline?.value ?? 0;
  const share =
    random() < 0.5 ? pick([0, 0.15, 0.25, 0.4, 0.5, 0.65, 0.75, 0.9, 1, 1.05, 1.2], random) : random() * 1.4;
  const figure = roundTo(start + (target - start) * share, pick([0, 1, 2, 6], random));
  if (way < 0.6) return figure;
  if (terms.unit === "%") {
    if (way < 0.7) return roundTo(figure / 100, 5);
    if (way < 0.8) return `${figure}%`;
    if (way < 0.84) return pick([153.4, 3008.61, 0.5, 0.142, 0.9, -0.3, 60], random);
  } else {
    const unit = terms.unit ?? "";
    if (way < 0.75) return `${figure}${unit}`;
    if (way < 0.8) return `${figure}${unit.replace(/^[万亿]/, "")}`;
    if (way < 0.83) return String(figure).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  }
  if (way < 0.9)
    return pick(
      [
        `${figure} ${terms.unit ?? ""}`,
        `${figure}　${terms.unit ?? ""}`,
        ` ${figure} `,
        `　${figure}　`,
        `预计 ${figure}${terms.unit ?? ""}`,
        `${figure} ${terms.unit ?? ""} （快报）`,
        terms.unit === "%" ? `${figure}％` : `${figure} ${(terms.unit ?? "").split("").join(" ")}`,
        `${figure}${terms.unit ?? ""}（快报）`,
        `预计${figure}${terms.unit ?? ""}`,
        `${figure}(初步)`,
        `初步${figure}`,
        `${roundTo(figure / 100, 5)}（快报）`,
      ],
      random,
    );
  return pick(OWN_WORDS, random);
}

/** A total's figure for a period: the sum of its parts', or nothing where one of them is none. */
export function figureFor(total: Commitment, period: number, typed: ReadonlyMap<string, readonly Typed[]>): Typed {
  const figures = (total.sumOf ?? []).map((id) => typed.get(id)?.[period] ?? null);
  return figures.every((figure) => typeof figure === "number") ? figures.reduce((sum, each) => sum + each, 0) : null;
}
