/** Tables whose cells strokes part, as notes and chat programs write them: | 指标 | 目标 | with a line of dashes under the header, or without. */
import type { RawRow } from "./stackedCells";

const STROKES = /[|｜]/gu;
const FEWEST_STROKES = 2;
const RULE = /^[\s|｜:：—\-–=]+$/u;

/** The rows of each such table in a text without tabs. */
export function pipedRows(text: string): RawRow[][] {
  if (!/[|｜]/u.test(text)) return [];
  const tables: RawRow[][] = [];
  let rows: RawRow[] = [];
  const close = () => {
    if (rows.length > 1) tables.push(rows);
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
