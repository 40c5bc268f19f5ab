/** Tables as grids of cells, each with its place in the text: from pasted lines with tabs, from CSV, and written by the readers of files. */
import type { Span } from "./drafts";
import { pipedRows } from "./pipedCells";
import { stackedRows, type RawRow } from "./stackedCells";

export interface GridCell {
  /** Without the blanks around it and, in CSV, without its quotation marks. */
  readonly text: string;
  /** Where it stands in the text as read, quotation marks included. */
  readonly span: Span;
  /** The row in which it begins. */
  readonly row: number;
}

export interface Grid {
  readonly span: Span;
  /** Rows of one length. A merged cell is one and the same object in each of its places. */
  readonly rows: readonly (readonly GridCell[])[];
  /** Whether merged cells are known; a pasted text shows them as blanks. */
  readonly knowsMerges: boolean;
  /** The lines right above: 附件2, 2026年目标任务分解表, 单位：万元. */
  readonly caption: string;
}

const CAPTION_LINES = 4;
const CAPTION_LENGTH = 60; // a longer line is a sentence of the report
const MOST_COLUMNS = 200;

/** The last short lines before a place of a text. */
export function captionBefore(text: string, start: number): string {
  const lines: string[] = [];
  let end = start;
  while (end > 0 && lines.length < CAPTION_LINES) {
    const from = text.lastIndexOf("\n", end - 2) + 1;
    const line = text.slice(from, end).trim();
    if (line.length > CAPTION_LENGTH || line.includes("\t") || /。$/u.test(line)) break;
    if (line !== "") lines.unshift(line);
    end = from;
  }
  return lines.join("\n");
}

/** The tables of a pasted text: runs of lines whose cells tabs or strokes part, or cells on lines of their own. */
export function gridsInText(text: string): Grid[] {
  if (!text.includes("\t")) return [...pipedRows(text), ...stackedRows(text)].map((rows) => gridOf(rows, text));
  const grids: Grid[] = [];
  let run: RawRow[] = [];
  const close = () => {
    const first = run[0];
    const last = run.at(-1);
    const full = run.filter(({ cells }) => cells.filter((cell) => cell.text !== "").length > 1);
    if (first && last && full.length >= 2) grids.push(gridOf(run, text));
    run = [];
  };
  for (const row of delimitedRows(text, "\t")) {
    if (row.cells.length > 1 && row.cells.some((cell, index) => index > 0 && cell.text !== "")) run.push(row);
    // A row of one filled cell (a heading over a block) belongs to the table where it has its tabs.
    else if (row.cells.length > 1 && run.length > 0) run.push(row);
    else close();
  }
  close();
  return grids;
}

/** A CSV file as one table, or null where it has a single column. Commas, semicolons and tabs part cells; the first line shows which. */
export function csvGrid(text: string): Grid | null {
  const firstLines = text.slice(0, 4000);
  const count = (mark: string) => firstLines.split(mark).length - 1;
  const mark = [",", ";", "\t"].reduce((best, each) => (count(each) > count(best) ? each : best));
  const rows = delimitedRows(text, mark).filter(({ cells }) => cells.some((cell) => cell.text !== ""));
  return rows.length > 1 && rows.some(({ cells }) => cells.length > 1) ? gridOf(rows, text) : null;
}

function gridOf(rows: readonly RawRow[], text: string): Grid {
  const width = Math.min(MOST_COLUMNS, Math.max(...rows.map(({ cells }) => cells.length)));
  const start = rows[0]?.span[0] ?? 0;
  return {
    span: [start, rows.at(-1)?.span[1] ?? start],
    rows: rows.map(({ cells, span }, row) =>
      Array.from({ length: width }, (_, column): GridCell => {
        const cell = cells[column];
        return cell ? { ...cell, row } : { text: "", span: [span[1], span[1]], row };
      }),
    ),
    knowsMerges: false,
    caption: captionBefore(text, start),
  };
}

/** Lines cut at a mark. A cell in quotation marks may hold the mark and line ends, and "" for one quotation mark (RFC 4180). */
function delimitedRows(text: string, mark: string): RawRow[] {
  const rows: RawRow[] = [];
  let cells: { text: string; span: Span }[] = [];
  let rowStart = 0;
  let at = 0;
  while (at <= text.length) {
    const start = at;
    let value: string;
    const quoted = text[at] === '"' ? quotedEnd(text, at, mark) : -1;
    if (quoted >= 0) {
      value = text.slice(at + 1, quoted).replaceAll('""', '"');
      at = quoted + 1;
    } else {
      while (at < text.length && text[at] !== mark && text[at] !== "\n") at++;
      value = text.slice(start, at);
    }
    cells.push({ text: value.trim(), span: trimmed(text, start, at) });
    if (at >= text.length || text[at] === "\n") {
      rows.push({ cells, span: [rowStart, at] });
      cells = [];
      rowStart = at + 1;
    }
    at++;
  }
  return rows;
}

const LONGEST_QUOTED = 20_000;

/** Where a cell's closing quotation mark stands; -1 where the first mark belongs to a sentence and not to the cell. */
function quotedEnd(text: string, start: number, mark: string): number {
  for (let at = start + 1; at < Math.min(text.length, start + LONGEST_QUOTED); at++) {
    if (text[at] !== '"') continue;
    if (text[at + 1] === '"') at++;
    else return at + 1 >= text.length || text[at + 1] === mark || text[at + 1] === "\n" ? at : -1;
  }
  return -1;
}

function trimmed(text: string, start: number, end: number): Span {
  let [from, to] = [start, end];
  while (from < to && /\s/u.test(text.charAt(from))) from++;
  while (to > from && /\s/u.test(text.charAt(to - 1))) to--;
  return [from, to];
}

/** A cell as a file's reader finds it. */
export interface CellFound {
  readonly text: string;
  readonly rows: number;
  readonly columns: number;
}

/** Writes the text of a file and, beside it, its tables: cells are parted by tabs in the text, rows by line ends. */
export class TextWithTables {
  readonly grids: Grid[] = [];
  private pieces: string[] = [];
  private length = 0;

  get text(): string {
    return this.pieces.join("");
  }

  add(text: string): void {
    this.pieces.push(text);
    this.length += text.length;
  }

  /** @param rows the cells that begin in each row, from left to right; merged ones say how far they reach */
  addTable(rows: readonly (readonly CellFound[])[], caption?: string): void {
    const start = this.length;
    const above = caption ?? captionBefore(this.text, start);
    const places: (GridCell | undefined)[][] = rows.map(() => []);
    let width = 0;
    for (const [row, found] of rows.entries()) {
      let column = 0;
      for (const [index, { text, rows: down, columns: across }] of found.entries()) {
        while (places[row]?.[column]) column++;
        if (column >= MOST_COLUMNS) break;
        if (index > 0) this.add("\t");
        const shown = text.trim();
        const cell: GridCell = { text: shown, span: [this.length, this.length + shown.length], row };
        this.add(shown);
        for (let below = row; below < Math.min(rows.length, row + Math.max(1, down)); below++)
          for (let beside = column; beside < Math.min(MOST_COLUMNS, column + Math.max(1, across)); beside++) {
            const line = places[below];
            if (line) line[beside] ??= cell;
            width = Math.max(width, beside + 1);
          }
      }
      this.add("\n");
    }
    this.grids.push({
      span: [start, this.length],
      rows: places.map((line, row) =>
        Array.from(
          { length: width },
          (_, column) => line[column] ?? { text: "", span: [this.length, this.length], row },
        ),
      ),
      knowsMerges: true,
      caption: above,
    });
  }
}
