/** The grid of the sheet 承诺目录 read again, row by row: a catalog, or what is wrong and in which row. */
import { nextId } from "../core/corrections";
import { CatalogError, type CatalogIssue } from "../core/errors";
import { validationSteps } from "../core/loadCatalog";
import { atOnce, partOf, type Steps } from "../core/steps";
import { normaliseName } from "../core/text";
import type { Catalog, Commitment, SetAside } from "../core/types";
import { zhSheets as zh } from "../strings/zhSheets";
import { GROUPS, HEADINGS, MORE, readCells, type Book } from "./catalogColumns";
import { ABOUT, bookOf, GOES_ON, LISTS, MARKS, type Listed } from "./catalogMarks";
import type { CellValue } from "./standingLedger";

/** A row that is not as it should be; `row` counts from 0 in the grid, null where it is the catalog as a whole. */
export interface RowTrouble {
  readonly row: number | null;
  readonly problem: SheetProblem | CatalogIssue["problem"];
  /** The heading of the column, or the place within the row; empty where it is the row as a whole. */
  readonly place: string;
  readonly detail: string;
}
export type SheetProblem =
  | "noHead"
  | "noHeadings"
  | "wordUnknown"
  | "numberUnreadable"
  | "dayUnreadable"
  | "noJsonInRow"
  | "tooManyRows"
  | "missingInRow";

/** What came of reading a grid. Rows that are fine are counted also where others are not. */
export interface ReadGrid {
  readonly catalog: Catalog | null;
  readonly rows: number;
  readonly troubles: readonly RowTrouble[];
  /** The last column in which messages may stand beside the rows, and the row of the headings. */
  readonly headings: { readonly row: number; readonly check: number } | null;
}

const MOST_ROWS = 120_000;
const ROWS_A_STEP = 200;
const [FOUND, READ] = [0.2, 0.6]; // how much is done when the rows are told apart, and when they are read

/** What a grid holds, as a catalog; every row that is none is named with what is wrong in it. */
export const readGrid = (grid: readonly (readonly CellValue[])[]): ReadGrid => atOnce(gridSteps(grid));

/** The same in steps. */
export function* gridSteps(grid: readonly (readonly CellValue[])[]): Steps<ReadGrid> {
  const headAt = grid.findIndex((row) => row[0] === zh.catalogSheet.head.title);
  const headingsAt = grid.findIndex((row) => row.includes(HEADINGS[0] ?? "") && row.includes(HEADINGS[1] ?? ""));
  const none = (problem: SheetProblem, detail = ""): ReadGrid => ({
    catalog: null,
    rows: 0,
    troubles: [{ row: null, problem, place: "", detail }],
    headings: null,
  });
  if (headingsAt < 0) return none("noHeadings", HEADINGS.slice(0, 3).join("、"));
  if (headAt < 0) return none("noHead", zh.catalogSheet.head.title);
  if (grid.length - headingsAt > MOST_ROWS) return none("tooManyRows", String(MOST_ROWS));
  return yield* new Reading(grid, headAt, headingsAt).read();
}

class Reading {
  private readonly troubles: RowTrouble[] = [];
  /** What the row of the catalog itself says. */
  private told: Readonly<Record<string, unknown>> = {};
  private readonly columns: ReadonlyMap<string, number>;
  private readonly lists: Record<Listed, unknown[]> = {
    documents: [],
    departments: [],
    places: [],
    facts: [],
    corrections: [],
    setAside: [],
  };

  constructor(
    private readonly grid: readonly (readonly CellValue[])[],
    private readonly headAt: number,
    private readonly headingsAt: number,
  ) {
    const headings = (grid[headingsAt] ?? []).map((heading) => String(heading).trim());
    this.columns = new Map(HEADINGS.map((heading) => [heading, headings.indexOf(heading)]));
  }

  *read(): Steps<ReadGrid> {
    const check = this.columns.get(zh.catalogSheet.check) ?? -1;
    const rows = yield* this.commitmentRows();
    const about = this.about();
    const listsByText = this.lists as unknown as Pick<Catalog, Listed>;
    const names = rows.map(({ row }) => this.text(row, "department"));
    const departments = withNamed(listsByText.departments, names, (id, name) => ({ id, name }));
    const titles = rows.flatMap(({ row, more }) =>
      "source" in more ? [] : this.text(row, "document") || zh.catalogSheet.ownDocument,
    );
    const documents = withNamed(listsByText.documents, titles, (id, title) => ({ id, title }));
    const book = bookOf({ departments, documents, year: about.year });
    const read: { row: number; commitment: Commitment }[] = [];
    for (const [at, { row, more }] of rows.entries()) {
      const commitment = this.commitment(row, more, book);
      if (commitment !== null) read.push({ row, commitment });
      if (at % ROWS_A_STEP === 0) yield FOUND + (at / rows.length) * (READ - FOUND);
    }
    const commitments = withIds(
      read.map(({ commitment }) => commitment),
      this.lists.setAside.filter(isSetAside),
      about.year,
    );
    const optional = (["places", "facts", "corrections", "setAside"] as const).flatMap((list) =>
      listsByText[list]?.length ? [[list, listsByText[list]] as const] : [],
    );
    const value = { ...about, documents, departments, commitments, ...Object.fromEntries(optional) };
    const catalog = this.troubles.length > 0 ? null : yield* this.validated(value, read);
    const headings = { row: this.headingsAt, check: check < 0 ? (this.grid[this.headingsAt]?.length ?? 0) : check };
    return { catalog, rows: rows.length, troubles: this.troubles, headings };
  }

  private *validated(value: unknown, read: readonly { row: number }[]): Steps<Catalog | null> {
    try {
      return yield* partOf(validationSteps(value), READ, 1);
    } catch (error) {
      if (!(error instanceof CatalogError) || error.code !== "catalogInvalid") throw error;
      for (const { path, problem, detail } of (error as CatalogError<"catalogInvalid">).facts.issues) {
        const [, at, place = ""] = /^\/commitments\/(\d+)(.*)$/.exec(path) ?? [];
        this.troubles.push({
          row: at === undefined ? null : (read[Number(at)]?.row ?? null),
          problem,
          place: at === undefined ? path : place,
          detail,
        });
      }
      return null;
    }
  }

  private about() {
    const words = zh.catalogSheet.head;
    const row = this.grid[this.headAt] ?? [];
    const behind = (word: string) => row.find((_, at) => at % 2 === 1 && row[at - 1] === word) ?? "";
    const year = Number(behind(words.year));
    return {
      schemaVersion: Number(behind(words.format) || 2) as 1 | 2,
      id: String(behind(words.id)).trim() || `sheet-${year}`,
      title: String(behind(words.title)),
      region: String(behind(words.region)),
      year,
      version: String(behind(words.version)),
      ...this.told,
    };
  }

  /** The rows of commitments, each with the JSON behind it; the others are put into their lists. */
  private *commitmentRows(): Steps<{ row: number; more: Readonly<Record<string, unknown>> }[]> {
    const found: { mark: string; row: number; json: string }[] = [];
    for (let row = this.headingsAt + 1; row < this.grid.length; row += 1) {
      const cells = this.grid[row] ?? [];
      const mark = String(this.cell(row, HEADINGS[0] ?? "")).trim();
      const json = String(this.cell(row, MORE));
      const last = found.at(-1);
      if (mark === GOES_ON && last) last.json += json;
      else if (cells.some((cell, column) => cell !== "" && column !== this.columns.get(zh.catalogSheet.check)))
        found.push({ mark, row, json });
      if (row % ROWS_A_STEP === 0) yield (row / this.grid.length) * FOUND;
    }
    const lists = new Map(LISTS.map((list) => [MARKS[list] as string, list]));
    return found.flatMap(({ mark, row, json }) => {
      const list = lists.get(mark);
      const value = json === "" ? {} : this.parsed(row, json);
      if (list === undefined && mark !== ABOUT) return { row, more: value ?? {} };
      if (list === undefined) this.told = value ?? {};
      else if (value !== null) this.lists[list].push(value);
      return [];
    });
  }

  private commitment(row: number, more: Readonly<Record<string, unknown>>, book: Book): Commitment | null {
    const before = this.troubles.length;
    let fields: Partial<Commitment> = {};
    for (const group of GROUPS) {
      const cells = group.headings.map((heading) => this.cell(row, heading));
      const isElsewhere = group.fields.some((field) => field in more);
      if (isElsewhere && cells.every((cell) => cell === "")) continue;
      const read = readCells(group, cells, book);
      if ("read" in read) fields = { ...fields, ...read.read };
      else this.troubles.push({ row, problem: read.problem, place: read.place, detail: read.detail });
    }
    return this.troubles.length > before ? null : ({ ...fields, ...more } as Commitment);
  }

  private parsed(row: number, json: string): Record<string, unknown> | null {
    let value: unknown = null;
    try {
      value = JSON.parse(json);
    } catch {
      value = null;
    }
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
    this.troubles.push({ row, problem: "noJsonInRow", place: MORE, detail: json.slice(0, 20) });
    return null;
  }

  private cell(row: number, heading: string): CellValue {
    const column = this.columns.get(heading) ?? -1;
    return column < 0 ? "" : (this.grid[row]?.[column] ?? "");
  }

  private text(row: number, field: keyof typeof zh.catalogSheet.columns): string {
    return String(this.cell(row, zh.catalogSheet.columns[field])).trim();
  }
}

/** A list with an entry for every name that is in use and not in it: the name is its id. */
function withNamed<T extends { id: string; name?: string; title?: string }>(
  listed: readonly T[],
  names: readonly string[],
  make: (id: string, name: string) => T,
): T[] {
  const known = new Set(listed.map(({ name, title }) => normaliseName(name ?? title ?? "")));
  const all = [...listed];
  for (const name of names) {
    if (name === "" || known.has(normaliseName(name))) continue;
    known.add(normaliseName(name));
    all.push(make(name, name));
  }
  return all;
}

/** Whether an entry of a list that nobody has checked yet names a commitment. */
const isSetAside = (value: unknown): value is SetAside =>
  typeof (value as { commitment?: { id?: unknown } } | null)?.commitment?.id === "string";

/** Rows without an id get the next one that was never given. */
function withIds(commitments: readonly Commitment[], setAside: SetAside[], year: number): Commitment[] {
  const done = commitments.filter(({ id }) => id !== "");
  return commitments.map((commitment) => {
    if (commitment.id !== "") return commitment;
    const given = { ...commitment, id: nextId({ commitments: done, setAside, year }) };
    done.push(given);
    return given;
  });
}
