/** Tables whose cells strokes part, as notes and chat programs write them: | 指标 | 目标 | with a line of dashes under the header, or without. */
import type { RawRow } from "./stackedCells";
import { roleOf } from "./tableLabels";

const STROKES = /[|｜]/gu;
const FEWEST_STROKES = 2;
const RULE = /^[\s|｜:：—\-–=]+$/u;

/** The rows of each such table in a text without tabs. */
export function pipedRows(text: string): RawRow[][] {
  if (!/[|｜]/u.test(text)) return [];
  const tables: RawRow[][] = [];
  let rows: RawRow[] = [];
  const close = () => {
    if (rows.length > 1) tables.push(rows.map((row, index) => (index === 0 ? row : withMerged(row, rows))));
    rows = [];
  };
  let start = 0;
  for (const line of text.split("\n")) {
    const isRow = (line.match(STROKES)?.length ?? 0) >= FEWEST_STROKES;
    if (!isRow && line.trim() !== "") close();
    else if (isRow && !RULE.test(line)) rows.push(rowOf(line, start));
    start += line.length + 1;
  }
  close();
  return tables;
}

/** The cells of a line; a stroke at its beginning or end parts nothing. */
function rowOf(line: string, start: number): RawRow {
  const edges = /^\s*[|｜]?/u.exec(line)?.[0].length ?? 0;
  const end = line.replace(/[|｜]?\s*$/u, "").length;
  const cells: RawRow["cells"][number][] = [];
  let from = edges;
  for (let at = edges; at <= end; at++) {
    if (at < end && line[at] !== "|" && line[at] !== "｜") continue;
    const written = line.slice(from, at);
    const text = written.trim();
    const begin = start + from + (text === "" ? 0 : written.indexOf(text));
    cells.push({ text, span: [begin, begin + text.length] });
    from = at + 1;
  }
  return { cells, span: [start, start + line.length] };
}

const SERIAL = /^[（(]?(?:\d+(?:\.\d+)*|[一二三四五六七八九十]{1,3})[）).、．]?$/u;
const NUMBERED = /^[（(]?\d+[）).、．]/u;

/** A row that lacks its first cell, which is merged with the one above: the others stand one further. */
function withMerged(row: RawRow, [header, first]: readonly RawRow[]): RawRow {
  const [label] = header?.cells ?? [];
  const [cell] = row.cells;
  const width = header?.cells.length ?? 0;
  const isShort = row.cells.length < width || row.cells.slice(width - 1).every(({ text }) => text === "");
  if (label === undefined || cell === undefined || row === first || !isShort) return row;
  const [own, next] = (first?.cells ?? []).map(({ text }) => text);
  const isSerialMissing =
    roleOf(label.text) === "serial" && SERIAL.test(own ?? "") && !SERIAL.test(cell.text) && cell.text.length >= 4;
  const isGroupMissing = NUMBERED.test(next ?? "") && !NUMBERED.test(own ?? "") && NUMBERED.test(cell.text);
  if (!isSerialMissing && !isGroupMissing) return row;
  const [start] = row.span;
  return { ...row, cells: [{ text: "", span: [start, start] as const }, ...row.cells].slice(0, Math.max(width, 2)) };
}
