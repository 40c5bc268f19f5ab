/** The rows of a person's own sheet held against the catalog: which promise each is of, and how certain that is. */
import { asked, readEntered } from "../core/asked";
import { caseOf } from "../core/case";
import type { CatalogIndex } from "../core/catalog";
import { CatalogError } from "../core/errors";
import { asKept } from "../core/sheetNames";
import { lettersChanged, nearestNames, normaliseName } from "../core/text";
import type { Commitment } from "../core/types";
import { areAlike, convert, isUnit } from "../core/units";
import type { OwnBlock } from "./ownSheet";
import type { OwnRow } from "./ownSheetRows";
import type { OwnSeries } from "./ownSheetTypes";
import type { CellValue } from "./standingLedger";

/** How a row was matched; `why` of a guess says what it rests on. */
export type OwnMatch =
  /** By its exact name, or by one the catalog or a person knows it by. */
  | { readonly how: "exact" | "alias" | "chosen"; readonly commitment: Commitment }
  /** To be confirmed by a person before anything is written. */
  | {
      readonly how: "guessed";
      readonly commitment: Commitment;
      readonly why: "noDepartment" | "otherDepartment" | "near";
    }
  | { readonly how: "ambiguous"; readonly candidates: readonly Commitment[] }
  | { readonly how: "notFound"; readonly nearest: readonly Commitment[] }
  | { readonly how: "unreadable"; readonly why: "noName" | CatalogError };

/** The unit an actual is in, and how it is handed to the catalog. */
export type OwnUnit =
  /** As the target's, or none is said. */
  | { readonly as: "bare" }
  /** The cell holds a share, and shows it as a percentage. */
  | { readonly as: "percent" }
  | { readonly as: "written"; readonly unit: string };

/** One row of one pair of target and actual. */
export interface OwnMatched {
  readonly row: OwnRow;
  readonly series: OwnSeries;
  /** What was looked up: of rows, of the columns' labels, or of the form above the table. */
  readonly department: string;
  readonly name: string;
  readonly match: OwnMatch;
  readonly unit: OwnUnit;
  /** What the sheet's own target says in the catalog's unit, where it says something else than the catalog. */
  readonly targetDiffers: { readonly own: number; readonly catalog: number } | null;
  /** Why the actual cannot be read; null where it can, or is blank. */
  readonly trouble: CatalogError | "unitUnclear" | null;
}

/** What a row's names are remembered by. @example matchKey("市教育局", "1.新增学位（个）") // "市教育局|新增学位(个)" */
export const matchKey = (department: string, name: string): string =>
  `${normaliseName(department)}|${asKept(name).whole}`;

/** Names that a person chose a promise for: what they are remembered by, and the promise's id. */
export type ChosenNames = ReadonlyMap<string, string>;

const NEAR_FROM = 0.6; // of a name's characters are the same
const MOST_CANDIDATES = 6;

/** Finds promises by the names in people's sheets. Names of all departments are indexed at the first row without one. */
export class OwnMatcher {
  private byName: ReadonlyMap<string, readonly Commitment[]> | null = null;
  private readonly known = new Map<string, OwnMatch>();

  constructor(
    private readonly index: CatalogIndex,
    private readonly chosen: ChosenNames = new Map(),
  ) {}

  match(department: string, name: string, group = ""): OwnMatch {
    const key = `${department}|${name}|${group}`;
    const known = this.known.get(key);
    if (known) return known;
    const found = this.find(department, name, group);
    this.known.set(key, found);
    return found;
  }

  private find(department: string, name: string, group: string): OwnMatch {
    if (asKept(name).whole === "") return { how: "unreadable", why: "noName" };
    const id = this.chosen.get(matchKey(department, name));
    const chosen = id === undefined ? undefined : this.index.withId(id);
    if (chosen) return { how: "chosen", commitment: chosen };
    if (department === "") return this.inAll(name, "noDepartment");
    const found = this.index.lookUp(department, name);
    if (!(found instanceof CatalogError)) return { how: isExact(found, name) ? "exact" : "alias", commitment: found };
    switch (found.code) {
      case "indicatorAmbiguous": {
        const { candidates } = found.facts as { candidates: readonly string[] };
        return { how: "ambiguous", candidates: this.named(department, candidates) };
      }
      case "indicatorNotFound": {
        const withGroup = group === "" ? found : this.index.lookUp(department, group + asKept(name).name);
        if (!(withGroup instanceof CatalogError)) return { how: "guessed", commitment: withGroup, why: "near" };
        const { nearest } = found.facts as { nearest: readonly string[] };
        return near(name, this.named(department, nearest));
      }
      case "departmentNotFound":
        return this.inAll(name, "otherDepartment");
      case "departmentAmbiguous": {
        const { candidates } = found.facts as { candidates: readonly string[] };
        const each = candidates.map((one) => this.index.lookUp(one, name));
        const fits = each.filter((one): one is Commitment => !(one instanceof CatalogError));
        return fits.length === 1 && fits[0]
          ? { how: "guessed", commitment: fits[0], why: "noDepartment" }
          : { how: "ambiguous", candidates: fits };
      }
      default:
        return { how: "unreadable", why: found };
    }
  }

  private named(department: string, names: readonly string[]): Commitment[] {
    const found = names.flatMap((name): Commitment[] => {
      const commitment = this.index.lookUp(department, name);
      return commitment instanceof CatalogError ? [] : [commitment];
    });
    return [...new Set(found)].slice(0, MOST_CANDIDATES);
  }

  /** By the name alone, among the promises of all. */
  private inAll(name: string, why: "noDepartment" | "otherDepartment"): OwnMatch {
    const all = this.indexNames();
    const kept = asKept(name);
    const found = all.get(normaliseName(name)) ?? all.get(kept.whole) ?? all.get(kept.name) ?? [];
    const [only, ...more] = found;
    if (only && more.length === 0) return { how: "guessed", commitment: only, why };
    if (only) return { how: "ambiguous", candidates: found.slice(0, MOST_CANDIDATES) };
    const nearest = nearestNames(kept.name, all.keys()).flatMap((each) => all.get(each) ?? []);
    return { how: "notFound", nearest: [...new Set(nearest)].slice(0, MOST_CANDIDATES) };
  }

  private indexNames(): ReadonlyMap<string, readonly Commitment[]> {
    if (this.byName) return this.byName;
    const byName = new Map<string, Commitment[]>();
    for (const commitment of this.index.catalog.commitments)
      for (const name of new Set([commitment.indicator, ...(commitment.aliases ?? [])].map(normaliseName))) {
        const known = byName.get(name);
        if (known) known.push(commitment);
        else byName.set(name, [commitment]);
      }
    this.byName = byName;
    return byName;
  }
}

const isExact = ({ indicator, id }: Commitment, name: string) =>
  [asKept(name).whole, asKept(name).name, normaliseName(name)].includes(normaliseName(indicator)) ||
  normaliseName(name).toUpperCase() === id;

/** The nearest name, if most of it is the same and no other is as near. */
function near(name: string, nearest: readonly Commitment[]): OwnMatch {
  const wanted = asKept(name).name;
  const alike = (commitment: Commitment) =>
    Math.max(
      ...[commitment.indicator, ...(commitment.aliases ?? [])].map((each) => {
        const other = normaliseName(each);
        return 1 - lettersChanged(wanted, other) / Math.max(wanted.length, other.length);
      }),
    );
  const [best, second] = nearest
    .map((each) => ({ each, like: alike(each) }))
    .sort((one, other) => other.like - one.like);
  return best && best.like >= NEAR_FROM && (!second || second.like < best.like)
    ? { how: "guessed", commitment: best.each, why: "near" }
    : { how: "notFound", nearest };
}

/** The promise a row stands for: known, or guessed and not yet confirmed. */
export function commitmentOf(match: OwnMatch): Commitment | null {
  return "commitment" in match ? match.commitment : null;
}

/** Whether a row may be written beside: what is guessed waits for a person. */
export const isSettled = (match: OwnMatch): boolean => "commitment" in match && match.how !== "guessed";

interface ShownCell {
  readonly value: CellValue;
  readonly text: string;
}

/**
 * The rows of a table with their promises.
 * @param cellAt a cell of the sheet
 * @param asOf the period its figures are of, or null
 */
export function matchedRows(
  index: CatalogIndex,
  matcher: OwnMatcher,
  block: OwnBlock,
  cellAt: (row: number, column: number) => ShownCell,
  asOf: string | null,
): OwnMatched[] {
  return block.series.flatMap((series) =>
    block.rows.flatMap((row): OwnMatched[] => {
      if (row.kind !== "promise" && row.kind !== "mayBeSum") return [];
      const ofRow = block.isTransposed ? row.name : row.department;
      const department = series.owner ?? (ofRow || (block.department ?? ""));
      const name = block.isTransposed ? series.label : row.name;
      const match = matcher.match(department, name, block.isTransposed ? "" : row.group);
      if (row.kind === "mayBeSum" && !isSettled(match)) return [];
      const commitment = commitmentOf(match);
      const found = { row, series, department, name, match };
      if (!commitment) return [{ ...found, unit: BARE, targetDiffers: null, trouble: null }];
      return [{ ...found, ...readRow(index, commitment, block, row, series, cellAt, asOf) }];
    }),
  );
}

const BARE: OwnUnit = { as: "bare" };
const SLIPS = [10, 100, 1e3, 1e4, 1e8];

function readRow(
  index: CatalogIndex,
  commitment: Commitment,
  block: OwnBlock,
  row: OwnRow,
  series: OwnSeries,
  cellAt: (row: number, column: number) => ShownCell,
  asOf: string | null,
): Pick<OwnMatched, "unit" | "targetDiffers" | "trouble"> {
  const target = series.target === null || row.targetRow === null ? null : cellAt(row.targetRow, series.target);
  const actual = series.actual === null ? null : cellAt(row.row, series.actual);
  const judged = caseOf(index, commitment);
  const said = unitSaid(block, row, series, judged.terms.unit);
  const unit = actual ? ownUnit(said, judged.terms.unit, actual) : BARE;
  const figure = judged.judged instanceof CatalogError ? null : judged.judged.value;
  const own = target && judged.terms.unit !== null ? inUnit(target, said, judged.terms.unit) : null;
  const differs = own !== null && figure !== null && Math.abs(own - figure) > 1e-9 * Math.abs(figure);
  const targetDiffers = differs ? { own, catalog: figure } : null;
  // Without a unit a target ten thousand times the catalog's is in another one, and so is the actual beside it.
  if (said === null && differs && own > 0 && figure > 0 && SLIPS.some((slip) => isTimes(own, figure, slip)))
    return { unit, targetDiffers, trouble: "unitUnclear" };
  return { unit, targetDiffers, trouble: actual ? troubleOf(index, commitment, givenOf(unit, actual), asOf) : null };
}

const isTimes = (own: number, figure: number, slip: number) =>
  Math.abs(own / figure - slip) < slip / 1e6 || Math.abs(figure / own - slip) < slip / 1e6;

function troubleOf(
  index: CatalogIndex,
  commitment: Commitment,
  given: CellValue,
  asOf: string | null,
): CatalogError | null {
  try {
    readEntered(asked(index, commitment, asOf), given);
    return null;
  } catch (error) {
    if (error instanceof CatalogError) return error;
    throw error;
  }
}

/** The unit that the sheet says of a row's figures; one over the table counts only where the promise is of its kind. */
function unitSaid(block: OwnBlock, row: OwnRow, { actual, label }: OwnSeries, wanted: string | null): string | null {
  const ofColumn = block.columns.find(({ column }) => column === actual)?.unit ?? null;
  const inLabel = /[（(]([^（）()]+)[）)]$/u.exec(label)?.[1] ?? null;
  const isScale = (text: string) => /^(?:万亿|[千百]?[万亿]|[千百])$/u.test(text);
  const own = row.unit ?? ofColumn ?? (inLabel !== null && (isScale(inLabel) || isUnit(inLabel)) ? inLabel : null);
  if (own !== null && isScale(own)) return wanted === null ? null : own + bare(wanted);
  if (own !== null && isUnit(own)) return own;
  return block.unit !== null && wanted !== null && areAlike(block.unit, wanted) ? block.unit : null;
}

/** A unit without the 万 or 亿 in front of it. */
const bare = (unit: string) => unit.replace(/^(?:万亿|千万|百万|万|亿|千|百)(?=.)/u, "");

function ownUnit(said: string | null, wanted: string | null, { value, text }: ShownCell): OwnUnit {
  if (typeof value === "number" && /[%％]$/u.test(text)) return { as: "percent" };
  if (said === null || wanted === null || said === wanted) return BARE;
  if (areAlike(said, wanted) && convert(1, said, wanted) === 1) return BARE;
  return { as: "written", unit: said };
}

/** An actual as it is handed on to be judged: what the formula beside the row makes of its cell. */
function givenOf(unit: OwnUnit, { value }: { readonly value: CellValue }): CellValue {
  if (typeof value === "string" && value.trim() === "") return "";
  if (unit.as === "percent" && typeof value === "number") return `${Number((value * 100).toFixed(9))}%`;
  if (unit.as !== "written") return value;
  return typeof value === "number" ? `${value}${unit.unit}` : withUnit(String(value), unit.unit);
}

/** A text with the unit its column says, unless it names one itself: 3900（预计） in 万元 is 3900万元（预计）. */
function withUnit(text: string, unit: string): string {
  if (text.includes(unit.slice(-1)) || /^[-—–/\\\s]*$|^(?:无|暂无|待定|未填报|未报|待报|暂缺|n\/a)$/iu.test(text))
    return text;
  return /[（(]/u.test(text) ? text.replace(/[（(]/u, (bracket) => unit + bracket) : text + unit;
}

/** A target of the sheet in the catalog's unit; null where it is no plain figure, or of another kind. */
function inUnit({ value, text }: ShownCell, said: string | null, wanted: string): number | null {
  if (typeof value === "number") {
    if (/[%％]$/u.test(text)) return wanted === "%" ? value * 100 : null;
    if (said === null) return value;
    return areAlike(said, wanted) ? convert(value, said, wanted) : null;
  }
  const found = /^[≥≤>=<]*\s*(\d[\d,]*(?:\.\d+)?)\s*([^\d\s（(]*)/u.exec(text.normalize("NFKC"));
  if (!found?.[1]) return null;
  const unit = (found[2] ?? "").replace(/(?:以上|以内|左右|以下)$/u, "") || said;
  const amount = Number(found[1].replace(/,/gu, ""));
  if (unit === null) return amount;
  return isUnit(unit) && areAlike(unit, wanted) ? convert(amount, unit, wanted) : null;
}
