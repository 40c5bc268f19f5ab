/** One row's figure as a draft: its kind by the rules of the language, its start, its period, and what the row says beside it. */
import type { Direction, Kind } from "../core/types";
import { isRateUnit, isUnit } from "../core/units";
import type { Draft, Level, Part } from "./drafts";
import { importReport, type ImportOptions } from "./importReport";
import { OVER_YEARS, type CellFigure } from "./tableFigure";
import { areAlikeSafely, SHARE, type Found, type TableFigures } from "./tableFigures";
import type { TableRow } from "./tableRows";

const FLOW_NAME =
  /^(?:新增|净增|新建|改建|扩建|完成|实施|改造|建成|培训|引进|培育|发放|开工|减少|化解|整治|修复|招引|争取)|(?:新增|净增|转移)[\u4e00-\u9fff]/u;

export class RowDrafts {
  constructor(
    private readonly figures: TableFigures,
    private readonly options: ImportOptions,
  ) {}

  /** @param isTaken whether the levels beside the figure go with it, and are not listed as left out */
  draftOf(row: TableRow, written: string, found: Found, parts: readonly Part[], isTaken = false): Draft {
    const { read, cell, unit } = found;
    const name = read.verb !== "" && !written.includes(read.verb) ? read.verb + written : written;
    const said = this.asSaid(name, read, unit);
    const isFallWritten = read.value < 0 && SHARE.test(unit) && (said.kind === "growth" || read.change !== null);
    const kind = isFallWritten ? "growth" : said.kind;
    const direction = isFallWritten ? "down" : said.direction;
    const { baseline, lastYear, hasOwnBase } = this.before(row, unit, kind, isTaken, !FLOW_NAME.test(name));
    const isReached = hasOwnBase && kind === "flow" && !FLOW_NAME.test(name);
    const span = this.figures.placeIn(cell, read.start, read.end);
    const year = this.figures.reading.year ?? this.options.year ?? null;
    const dueYear = row.due === null ? null : Number(row.due.slice(0, 4));
    const isLater = found.year !== null && year !== null && found.year > year;
    const period =
      isLater || year === null ? (found.year ?? year) : dueYear !== null && dueYear !== year ? dueYear : year;
    const department = row.department ?? this.options.department ?? null;
    const together = read.note === OVER_YEARS ? this.yearsUpTo(found.year) : null;
    return {
      department,
      speaker: null,
      indicator: name,
      value: isFallWritten ? Math.abs(read.value) : read.value,
      valueMax: read.valueMax,
      unit,
      comparator: read.comparator,
      modality: read.modality,
      modalityWord: read.modalityWord,
      period: together ?? (period === null ? null : String(period)),
      kind: isReached ? "stock" : kind,
      direction,
      baseline: isReached ? lastYear : baseline,
      span,
      phrase: this.figures.text.slice(...span),
      sentence: row.span,
      implied: row.department === null && department !== null ? ["department"] : [],
      vague: false,
      supporting: row.supporting,
      ...(row.due === null || isLater ? {} : { due: row.due }),
      ...(lastYear !== null && !isReached && baseline === null ? { lastYear } : {}),
      ...(parts.length > 0 ? { parts } : {}),
    };
  }

  /** 2025年 | 2030年: from the year behind the base to the last one, over which [15] is reached; null where no base has a year. */
  private yearsUpTo(last: number | null): string | null {
    const { columns } = this.figures.reading;
    const bases = columns.flatMap(({ role, year }) => (role === "baseline" || role === "lastYear" ? (year ?? []) : []));
    const base = Math.max(...bases);
    return last !== null && Number.isFinite(base) && last > base ? `${base + 1}-${last}` : null;
  }

  /** What the rules of the language say of the phrase a report would use: 森林覆盖率 63.5%, 新增学位 2340个. */
  private asSaid(
    name: string,
    { value, change, isLevel, comparator }: CellFigure,
    unit: string,
  ): { kind: Kind; direction: Direction | null } {
    const changed =
      change === null || (isLevel && !SHARE.test(unit))
        ? ""
        : change === "down"
          ? isLevel
            ? "下降到"
            : "下降"
          : isLevel
            ? "提高到"
            : "增长";
    const level = change === null && isLevel ? "达到" : "";
    const phrase = `今年${name}${changed}${level}${Math.abs(value)}${unit === "" ? "个" : unit}。`;
    const [draft] = importReport(phrase, {
      ...this.options,
      tense: "plan",
      year: this.figures.reading.year ?? this.options.year ?? 2000,
    }).drafts;
    const fallback = SHARE.test(unit)
      ? {
          kind: change !== null && !isLevel ? ("growth" as const) : ("ratio" as const),
          direction: change === "down" ? change : null,
        }
      : { kind: isLevel ? ("stock" as const) : ("flow" as const), direction: null };
    if (draft?.value !== Math.abs(value)) return fallback;
    const isLess = (comparator === "atMost" || comparator === "lessThan") && draft.kind === "ratio";
    return { kind: draft.kind, direction: draft.direction ?? (isLess ? "down" : null) };
  }

  /** Where a promise starts from, and what was reached the year before. For a level both are one. */
  private before(
    row: TableRow,
    unit: string,
    kind: Kind,
    isTaken: boolean,
    mayBeLevel: boolean,
  ): { baseline: Level | null; lastYear: Level | null; hasOwnBase: boolean } {
    // Of last year growth has the rate, or the level it is taken of.
    const fits = (other: string) => unit === "" || other === "" || areAlikeSafely(other, unit);
    const isLevelOfGrowth = (other: string) => kind === "growth" && isUnit(other) && !isRateUnit(other);
    const levelAt = (column: number, isLast = false) => {
      const found = this.figures.foundAt(row, column);
      if (!found || !(fits(found.unit) || (isLast && isLevelOfGrowth(found.unit)))) return null;
      if (isTaken) this.figures.used.add(found.cell);
      return this.figures.levelOf(found.cell, found.read, found.unit === "" ? unit : found.unit);
    };
    const isLevel = kind === "stock" || kind === "ratio";
    const year = this.figures.reading.year ?? this.options.year ?? null;
    const isLastYears = (column: number) => {
      const own = this.figures.column(column)?.year ?? null;
      return own === null || year === null || own === year - 1;
    };
    const firstOf = (columns: readonly number[], isLast: boolean) =>
      columns.map((column) => levelAt(column, isLast)).find((each) => each !== null) ?? null;
    // The level of 2020 is where a plan starts from, and nobody's last year in 2026.
    const base = firstOf(
      this.figures.columns("baseline").filter((column) => isLevel || mayBeLevel || isLastYears(column)),
      false,
    );
    const last = firstOf(this.figures.columns("lastYear"), true);
    const level = base ?? last;
    return { baseline: isLevel ? level : null, lastYear: level, hasOwnBase: base !== null };
  }
}
