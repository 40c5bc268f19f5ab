/** The columns of the sheet 承诺目录: which fields of a commitment stand in them, in which words, and how they are read. */
import type { Commitment, Comparator, Kind, Modality } from "../core/types";
import { dayOfSerial, day as dayOf } from "../core/periods";
import { zhSheets as zh } from "../strings/zhSheets";
import type { CellValue } from "./standingLedger";

/** What a row is read and written against. */
export interface Book {
  readonly year: number;
  readonly departmentNamed: (name: string) => string | null;
  readonly documentNamed: (title: string) => string | null;
  readonly departmentName: ReadonlyMap<string, string>;
  readonly documentTitle: ReadonlyMap<string, string>;
}

type CellProblem = "wordUnknown" | "numberUnreadable" | "dayUnreadable" | "missingInRow";
class Unread extends Error {
  constructor(
    readonly problem: CellProblem,
    readonly at: number,
    readonly detail: string,
  ) {
    super(problem);
  }
}

/** Columns that together hold some fields. */
export interface Group {
  readonly headings: readonly string[];
  readonly fields: readonly (keyof Commitment)[];
  /** The cells; null where these columns cannot hold what the commitment has. */
  readonly write: (commitment: Commitment, book: Book) => CellValue[] | null;
  /** @throws Unread */
  readonly read: (cells: readonly CellValue[], book: Book) => Partial<Commitment>;
}

export type ReadCells =
  | { readonly read: Partial<Commitment> }
  | { readonly problem: CellProblem; readonly place: string; readonly detail: string };

/** What cells of a group say. */
export function readCells(group: Group, cells: readonly CellValue[], book: Book): ReadCells {
  try {
    return { read: group.read(cells, book) };
  } catch (error) {
    if (!(error instanceof Unread)) throw error;
    return { problem: error.problem, place: group.headings[error.at] ?? "", detail: error.detail };
  }
}

const words = zh.catalogSheet.columns;
const SEPARATOR = "；";
/** A blank cell is the field left out; a text is what stands there, to the last blank. */
const textIn = (cell: CellValue | undefined) =>
  cell === undefined || String(cell).trim() === "" ? null : String(cell);

function wordIn<T extends string>(called: Readonly<Record<T, string>>, cell: CellValue | undefined, at = 0): T | null {
  const text = textIn(cell)?.trim() ?? null;
  if (text === null) return null;
  const found = (Object.keys(called) as T[]).find((key) => called[key] === text || key === text);
  if (found === undefined) throw new Unread("wordUnknown", at, text);
  return found;
}

function numberIn(cell: CellValue | undefined, at: number): number | null {
  if (typeof cell === "number") return cell;
  const text = textIn(cell);
  if (text === null) return null;
  const written = text.normalize("NFKC").replace(/[,\s]/g, "");
  const value = Number(written);
  if (written === "" || !Number.isFinite(value)) throw new Unread("numberUnreadable", at, text);
  return value;
}

function dayIn(cell: CellValue | undefined, at: number): string | null {
  if (typeof cell === "number") return dayOfSerial(cell);
  const text = textIn(cell)?.trim() ?? null;
  if (text === null) return null;
  const [, year = "", month = "", date = ""] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text.normalize("NFKC")) ?? [];
  if (year === "") throw new Unread("dayUnreadable", at, text);
  return dayOf(Number(year), Number(month), Number(date));
}

const fieldOf = <F extends keyof Commitment>(field: F, value: NonNullable<Commitment[F]>): Partial<Commitment> => ({
  [field]: value,
});

/** A text field in a column of its own. */
const text = (field: "id" | "indicator" | "note" | "reviewReason"): Group => ({
  headings: [words[field]],
  fields: [field],
  write: (commitment) => [commitment[field] ?? ""],
  read: ([cell]) => {
    const found = textIn(cell);
    if (found === null && field === "indicator") throw new Unread("missingInRow", 0, "");
    if (found === null && field === "id") return { id: "" };
    return found === null ? {} : fieldOf(field, field === "id" ? found.trim() : found);
  },
});

const list = (field: "aliases" | "sumOf"): Group => ({
  headings: [words[field]],
  fields: [field],
  write: (commitment) => [(commitment[field] ?? []).join(SEPARATOR)],
  read: ([cell]) => {
    const found = textIn(cell);
    return found === null ? {} : fieldOf(field, found.split(/[；;]/));
  },
});

const COVERAGE = "coverage";
const LAST_YEAR = "lastYear";
const compared: Readonly<Record<Comparator | typeof COVERAGE | typeof LAST_YEAR, string>> = {
  ...zh.comparator,
  plain: zh.catalogSheet.plain,
  [COVERAGE]: zh.completeCoverage,
  [LAST_YEAR]: zh.thanLastYear,
};

const target: Group = {
  headings: [words.comparator, words.value, words.valueMax, words.unit],
  fields: ["target"],
  write: ({ target: given }) => {
    if (given === undefined) return ["", "", "", ""];
    if ("coverage" in given) return [compared.coverage, "", "", ""];
    if ("relativeTo" in given) return given.comparator === "moreThan" ? [compared.lastYear, "", "", given.unit] : null;
    return [compared[given.comparator], given.value, given.valueMax ?? "", given.unit];
  },
  read: ([word, low, high, counted]) => {
    const comparator = wordIn(compared, word);
    const [value, valueMax, unit] = [numberIn(low, 1), numberIn(high, 2), textIn(counted)];
    if (comparator === COVERAGE) return { target: { coverage: "complete" } };
    if (comparator === LAST_YEAR) {
      if (unit === null) throw new Unread("missingInRow", 3, "");
      return { target: { comparator: "moreThan", relativeTo: "lastYear", unit } };
    }
    if (value === null && comparator === null) return {};
    if (value === null) throw new Unread("missingInRow", 1, "");
    if (unit === null) throw new Unread("missingInRow", 3, "");
    const end = valueMax === null ? {} : { valueMax };
    return { target: { comparator: comparator ?? "plain", value, ...end, unit } };
  },
};

const source: Group = {
  headings: [words.document, words.section, words.speaker, words.phrase, words.passage],
  fields: ["source"],
  write: ({ source: given }, { documentTitle }) => [
    documentTitle.get(given.document) ?? "",
    given.section,
    given.speaker ?? "",
    given.phrase,
    given.passage ?? "",
  ],
  read: ([title, section, speaker, phrase, around], { documentNamed }) => {
    const [said, passage] = [textIn(speaker), textIn(around)];
    const ownDocument = zh.catalogSheet.ownDocument;
    return {
      source: {
        document: documentNamed(textIn(title) ?? ownDocument) ?? "",
        section: textIn(section) ?? ownDocument,
        ...(said === null ? {} : { speaker: said }),
        phrase: textIn(phrase) ?? zh.catalogSheet.noPhrase,
        ...(passage === null ? {} : { passage }),
      },
    };
  },
};

/** In the order of the columns. */
export const GROUPS: readonly Group[] = [
  text("id"),
  {
    headings: [words.department],
    fields: ["department"],
    write: ({ department }, { departmentName }) => [departmentName.get(department) ?? ""],
    read: ([cell], { departmentNamed }) => {
      const found = textIn(cell);
      if (found === null) throw new Unread("missingInRow", 0, "");
      return { department: departmentNamed(found) ?? found };
    },
  },
  text("indicator"),
  list("aliases"),
  {
    headings: [words.kind],
    fields: ["kind"],
    write: ({ kind }) => [zh.kind[kind]],
    read: ([cell]) => {
      const kind = wordIn<Kind>(zh.kind, cell);
      if (kind === null) throw new Unread("missingInRow", 0, "");
      return { kind };
    },
  },
  {
    headings: [words.modality],
    fields: ["modality"],
    write: ({ modality }) => [zh.modality[modality]],
    read: ([cell]) => ({ modality: wordIn<Modality>(zh.modality, cell) ?? "stated" }),
  },
  target,
  list("sumOf"),
  {
    headings: [words.from, words.due],
    fields: ["from", "due"],
    write: ({ from, due }) => [from, due],
    read: ([from, due], { year }) => ({
      from: dayIn(from, 0) ?? dayOf(year, 1, 1),
      due: dayIn(due, 1) ?? dayOf(year, 12, 31),
    }),
  },
  {
    headings: [words.baseline],
    fields: ["baseline"],
    write: ({ baseline }) => (baseline === undefined ? [""] : [baseline.value]),
    read: ([cell]) => {
      const value = numberIn(cell, 0);
      return value === null ? {} : { baseline: { value } };
    },
  },
  {
    headings: [words.review],
    fields: ["review"],
    write: ({ review }) => [zh.catalogSheet.review[review]],
    read: ([cell]) => ({ review: wordIn(zh.catalogSheet.review, cell) ?? "confirmed" }),
  },
  text("reviewReason"),
  source,
  text("note"),
];

/** What has no column, as JSON. */
export const MORE = words.more;
export const HEADINGS: readonly string[] = [...GROUPS.flatMap(({ headings }) => headings), MORE, zh.catalogSheet.check];
