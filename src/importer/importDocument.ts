/** A document with its tables to drafts: its prose is read as sentences, its tables as tables, and what both say is put together. */
import type { Draft, ImportedReport, Issue, LeftOut, Span } from "./drafts";
import { splitAtHeaders, splitSideways } from "./tableSplit";
import type { Grid } from "./grid";
import { startImport, type ImportOptions } from "./importReport";
import { findIssues, inOrder } from "./issues";
import { yearOf } from "./periods";
import { foldWidths } from "./characterForms";
import { draftsOfTable } from "./tableDrafts";
import { readHeader, type TableReading } from "./tableHeader";

/** What is understood of the tables of a document; tables without a header of tasks are left to be read as prose. */
export function understandTables(text: string, grids: readonly Grid[], year?: number): TableReading[] {
  const own = year ?? yearOf(foldWidths(text));
  return grids
    .flatMap(splitAtHeaders)
    .flatMap(splitSideways)
    .flatMap((grid) => readHeader(grid, own) ?? []);
}

/** The promises of a document, in the order of the text. @param grids its tables as cells @param readings what is to be read as tables, as understood or as corrected */
export function importDocument(
  text: string,
  grids: readonly Grid[],
  readings: readonly TableReading[],
  options: ImportOptions = {},
): ImportedReport {
  const job = startDocumentImport(text, grids, readings, options);
  while (job.step() < 1);
  return job.report();
}

/** The same, piece by piece: see `startImport`. */
export function startDocumentImport(
  text: string,
  grids: readonly Grid[],
  readings: readonly TableReading[],
  options: ImportOptions = {},
): { readonly step: () => number; readonly report: () => ImportedReport } {
  if (grids.length === 0) return startImport(text, options);
  const prose = startImport(withoutTables(text, grids, readings), options);
  return {
    step: prose.step,
    report: () => {
      const said = prose.report();
      const own = { ...options, ...(said.year === null ? {} : { year: said.year }) };
      const tables = readings.map((reading) => draftsOfTable(text, reading, own));
      const year = said.year ?? readings.find((reading) => reading.year !== null)?.year ?? null;
      return together({ ...said, year }, tables, text.length);
    },
  };
}

/** The text with blanks in the place of tables that are read as such; the cells of other tables stand on lines of their own. */
function withoutTables(text: string, grids: readonly Grid[], readings: readonly TableReading[]): string {
  const spans = [
    ...grids.map(({ span }) => ({ span, isRead: false })),
    ...readings.map(({ grid }) => ({ span: grid.span, isRead: true })),
  ];
  let prose = text;
  for (const { span, isRead } of spans) {
    const [start, end] = span;
    const table = prose.slice(start, end);
    prose = prose.slice(0, start) + table.replace(isRead ? /[^\n]/g : /\t/g, isRead ? " " : "\n") + prose.slice(end);
  }
  return prose;
}

interface Drafted {
  readonly drafts: readonly Draft[];
  readonly issues: readonly Issue[];
  readonly leftOut: readonly LeftOut[];
}

/** Drafts of prose and tables in the order of the text. What contradicts itself is looked for among all of them. */
function together(prose: ImportedReport, tables: readonly Drafted[], length: number): ImportedReport {
  const sources: readonly Drafted[] = [prose, ...tables];
  const all = sources.flatMap(({ drafts }, source) => drafts.map((draft, index) => ({ draft, source, index })));
  all.sort(
    (one, other) => one.draft.span[0] - other.draft.span[0] || one.source - other.source || one.index - other.index,
  );
  const places = new Map(all.map(({ source, index }, at) => [`${source}|${index}`, at]));
  const moved = (issue: Issue, source: number): Issue => ({
    ...issue,
    drafts: issue.drafts.flatMap((index) => places.get(`${source}|${index}`) ?? []),
  });
  const own = sources.flatMap(({ issues }, source) => issues.map((issue) => moved(issue, source)));
  const drafts = all.map(({ draft }) => draft);
  const unclear = new Set(own.filter(({ code }) => code === "tenseUnclear").flatMap((issue) => issue.drafts));
  const found = findIssues(drafts, unclear, prose.year, length);
  const foundCodes = new Set<Issue["code"]>([
    "yearUnknown",
    "figuresDiffer",
    "promisedTwice",
    "departmentMissing",
    "tenseUnclear",
    "figureMissing",
  ]);
  const byPlace = (one: { span: Span }, other: { span: Span }) => one.span[0] - other.span[0];
  return {
    drafts,
    issues: inOrder([...found, ...own.filter(({ code }) => !foundCodes.has(code))]),
    leftOut: sources.flatMap(({ leftOut }) => leftOut).sort(byPlace),
    year: prose.year,
  };
}
