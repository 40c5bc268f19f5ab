/**
 * Tables pasted into a text whose header names a goal and, in columns of their own, how far it has come: 序号 | 领域 | 年度目标 | 责任单位 | 累计完成.
 * The cells of the progress are told, all others lie ahead, wherever the goal stands in its row.
 */

/** A stretch of a row: what is promised from `at` on, what is told from `taskEnd` up to `end`. */
export interface GoalRow {
  readonly at: number;
  readonly taskEnd: number;
  readonly end: number;
}

interface Cell {
  readonly text: string;
  readonly start: number;
}
/** How a page hands its cells over. */
interface Shape {
  /** What the line with 序号 looks like. */
  readonly line: RegExp;
  readonly separator: RegExp;
  /** Where each cell has a line of its own: how the first row begins. */
  readonly firstRow?: RegExp;
  /** Blanks part words as well: only rows of full width are rows. */
  readonly isLoose?: true;
}
const SHAPES: readonly Shape[] = [
  { line: /^[^|\t]*\|\s*$/u, separator: /\|/u, firstRow: /\|\s*1\s*\|/u },
  { line: /^序\s?号\s*$/u, separator: /\n/u, firstRow: /\n\s*1[.．、]?\s*\n/u },
  { line: /[|\t]/u, separator: /[|\t]/u },
  { line: /./u, separator: /[ 　]+/u, isLoose: true },
];
interface Header {
  readonly labels: readonly string[];
  /** Where the rows begin. */
  readonly from: number;
  readonly shape: Shape;
}

const BEGINS =
  /(?:^|\n)[ 　|\t]*(?:序\s?号(?=[ 　]*\n)|(?:序\s?号|(?:指标|项目|任务|事项)(?:名称)?|工作任务)(?=[ 　]*[|\t]|[ 　]+[\u4e00-\u9fff]))/u;
const HEADER_WITHIN = 1200; // characters from the beginning
const LONGEST_HEADER = 300;
const LONGEST_LABEL = 20;
const GOAL = /目标|任务|内容|指标|项目|事项/u;
const TOLD =
  /^(?:(?:第?[一二三四]|前[二三两])季度|上半年|\d{1,2}(?:[-—至]\d{1,2})?月份?底?|年底)?(?:累计|实际|目前|当前|已|现已|截[至止][^|]{1,12})?(?:完成|进度|进展|落实|推进)(?:情况|进度|进展|[值数率量]|比例|占比)?$|^(?:当前|累计|工作|形象|最新|目前|完成)?进[度展](?:情况)?$/u;
const NOTE = /^(?:备注|说明|备\s注)$/u;
const SERIAL = /^\d{1,3}[.．、]?$/u;
const BARE = /^[-—/\d.,%％]+$/u;
const HAS_WORDS = /[\u4e00-\u9fff]/u;

/** The rows of such a table, or null where a text has none. */
export function goalRows(text: string): readonly GoalRow[] | null {
  const header = headerOf(text);
  if (header === null) return null;
  const rows = header.shape.firstRow ? stacked(text, header) : lined(text, header);
  return rows.length < 2 ? null : rows.flatMap(stretches);
}

function headerOf(text: string): Header | null {
  const found = BEGINS.exec(text.slice(0, HEADER_WITHIN));
  if (found === null) return null;
  const start = found.index + found[0].search(/[\u4e00-\u9fff]/u);
  const [line = ""] = text.slice(start, start + LONGEST_HEADER).split("\n", 1);
  const shape = SHAPES.find((each) => each.line.test(line));
  if (shape === undefined) return null;
  const end = shape.firstRow ? text.slice(start, start + LONGEST_HEADER).search(shape.firstRow) : line.length;
  if (end < 0) return null;
  const labels = cellsOf(text.slice(start, start + end), start, shape.separator).map((cell) => cell.text);
  while (labels.at(-1) === "") labels.pop();
  const goal = labels.findIndex((label, index) => index > 0 && GOAL.test(label) && !TOLD.test(label));
  const isOne = labels.some((label) => TOLD.test(label)) && labels.every((label) => label.length <= LONGEST_LABEL);
  // A task in the first column with its progress behind is read without cells.
  const isPlain =
    goal === 1 && /^序/u.test(line) && !labels.slice(2).some((label) => GOAL.test(label)) && !line.includes("\t");
  return goal > 0 && isOne && !isPlain ? { labels, from: start + end + 1, shape } : null;
}

function cellsOf(part: string, from: number, separator: RegExp): Cell[] {
  let start = from;
  return part.split(separator).map((written) => {
    const own = written.trim();
    const cell = { text: own, start: start + Math.max(0, written.indexOf(own)) };
    start += written.length + 1;
    return cell;
  });
}

type Marked = Cell & { readonly isTold: boolean };

/** Rows on lines of their own; one that lacks its first cells, merged with those above, ends where the others end. */
function lined(text: string, { labels, from, shape }: Header): Marked[][] {
  const rows: Marked[][] = [];
  for (let start = from; start < text.length;) {
    const stop = text.indexOf("\n", start);
    const end = stop < 0 ? text.length : stop;
    const line = text.slice(start, end);
    const edge = /^[ 　]*\|?/u.exec(line)?.[0].length ?? 0;
    const cells = cellsOf(line.slice(edge).replace(/\|\s*$/u, ""), start + edge, shape.separator);
    start = end + 1;
    if (cells.length < 2 || (shape.isLoose && cells.length !== labels.length)) continue;
    const isWhole = SERIAL.test(cells[0]?.text ?? "") || cells.length >= labels.length;
    const shift = isWhole ? 0 : labels.length - cells.length;
    rows.push(cells.map((cell, index) => ({ ...cell, isTold: isToldBelow(labels[index + shift] ?? "") })));
  }
  return rows;
}
const isToldBelow = (label: string) => TOLD.test(label) || NOTE.test(label);

/** Cells on lines of their own, each row up to the next number. */
function stacked(text: string, { labels, from, shape }: Header): Marked[][] {
  const all = cellsOf(text.slice(from), from, shape.separator);
  const cells = shape.separator.source === "\\n" ? all.filter((cell) => cell.text !== "") : all;
  const rows: Cell[][] = [];
  for (const [index, cell] of cells.entries()) {
    const isNext = Number.parseInt(cell.text, 10) === rows.length + 1 && SERIAL.test(cell.text);
    if (isNext && HAS_WORDS.test(cells[index + 1]?.text ?? "")) rows.push([]);
    rows.at(-1)?.push(cell);
  }
  return rows.map((row, index) => marked(row, labels, index === rows.length - 1));
}

/** By its columns where a row has them all, else by the figures behind each task; where nothing tells, its first cell alone is a task. */
function marked(row: readonly Cell[], labels: readonly string[], isLast: boolean): Marked[] {
  const width = labels.length;
  const isWhole = row.length === width || (row.length === width + 1 && row.at(-1)?.text === "");
  if (isWhole) return row.map((cell, index) => ({ ...cell, isTold: isToldBelow(labels[index] ?? "") }));
  if (row.slice(2).some(({ text }) => BARE.test(text))) return byFigures(row);
  // What stands behind a table belongs to no row of it.
  if (isLast && row.length > width) return marked(row.slice(0, width), labels, false);
  const shift = width - row.length;
  return row.map((cell, index) => ({
    ...cell,
    isTold: index > 0 && (shift > 0 ? isToldBelow(labels[index + shift] ?? "") : index > 1),
  }));
}

/** Told from the first bare figure behind a task on; a next task has its own figures behind it, and a remark has none. */
function byFigures(row: readonly Cell[]): Marked[] {
  let isTold = false;
  return row.map((cell, index) => {
    if (index === 0) return { ...cell, isTold: false };
    if (!HAS_WORDS.test(cell.text)) isTold ||= cell.text === "" || BARE.test(cell.text);
    else if (isTold) isTold = !row.slice(index + 1, index + 3).some((next) => next.text !== "" && BARE.test(next.text));
    return { ...cell, isTold };
  });
}

/** What lies ahead and what is told of a row, in turns. */
function stretches(row: readonly Marked[]): GoalRow[] {
  const found: GoalRow[] = [];
  let at = row[0]?.start ?? 0;
  let taskEnd = Infinity;
  for (const cell of row) {
    if (cell.isTold) taskEnd = Math.min(taskEnd, cell.start);
    else if (taskEnd !== Infinity) {
      found.push({ at, taskEnd, end: cell.start });
      at = cell.start;
      taskEnd = Infinity;
    }
  }
  const last = row.at(-1);
  const end = (last?.start ?? at) + (last?.text.length ?? 0) + 1;
  return [...found, { at, taskEnd, end }];
}
