/**
 * Tables and circulars that set beside each task how far it has come: 序号 事项 责任部门 完成情况, pasted as lines, cells or sentences.
 * The task is promised, what stands behind it in its row is told.
 */
import { goalRows } from "./goalCells";
import type { TimeSaid } from "./timeSaid";

/** The head of such a table: cells apart by blanks, bars or lines. */
const HEAD =
  /序号(?:[\s　|]+[^\s　|]{1,14}){1,9}?[\s　|]+[^\s　|]{0,12}?(?:(?:进展|推进|完成|落实|进度)情况|(?:当前|工作|目前)?进[度展])(?=[\s　|（(]|$)/u;
/** 1 | …, 1.…, or the number alone on its line. */
const ROW = /(?<=^|\n)[ 　|]*\d{1,3}(?:[ 　]*[|.．、]|[ 　]+|(?=\n))[\s　|]*(?=[\u4e00-\u9fff“"])/gu;
/** A row that goes on from merged cells: 新增托位500个。 | 新增托位600个。 */
const CELLS = /(?<=\n)[ 　]*(?=[\u4e00-\u9fff][^\n|]{3,120}\|[ 　]*[\u4e00-\u9fff])/gu;
/** 1. at the head of a line, or behind a sentence where a page was run together. */
const ITEM = /(?:^|\n|[。；）])[ 　]*\d{1,3}[.．、][ 　]*/gu;
/** （一）…, ①…, 实事一：…: numbers that head the parts of any text; what is told behind them must have its label. */
const ITEM_IN_WORDS =
  /(?:^|\n|[。；）】])[ 　]*(?:[①-⑳]|（[一二三四五六七八九十]{1,3}）|[一二三四五六七八九十]{1,3}、)[ 　]*/gu;
/** 任务一：…: its number says what it is. */
const TASK_NUMBERED = /(?:^|\n|[。；）】])[ 　]*(?:实事|项目|任务)[一二三四五六七八九十\d]{1,3}[：:、][ 　]*/gu;
const ITEM_BEHIND = (told: string) =>
  new RegExp(`^[^\\n。【]{4,200}(?:。(?:（[^）\\n]{2,40}）)?|(?=\\n))(?:${told})`, "u");
const LABEL =
  "(?:\\n|[^\\n。]{0,120}?)[【［[]?(?:实际|目前|工作|当前)?(?:(?:完成|进展|推进|落实)情况|进[展度]|(?<=实际)完成)[】］\\]]?(?:[：:]|(?<=[】］\\]]))";
/** 1.…增长7%。（责任单位：甲局）⏎完成情况：…; 1.…增长7%。 责任单位：甲局 实际完成情况：…; 1.…增长7%。【进展】…; 1.…增长7%。截至6月底，…. */
const TOLD_BEHIND = ITEM_BEHIND(`${LABEL}|截[至止]|目前[，,]`);
const LABELLED_BEHIND = ITEM_BEHIND(LABEL);
/** 一、新建公厕12座⏎截至9月底，…: a task alone on its line. */
const ALONE = /^(?=[^\n]*\d)[^\n。，；]{4,60}\n[ 　]*(?:截[至止]|目前[，,])/u;
/** 1.…增长7%。1-6月，…: told under a heading that says so, else a plan's steps. */
const SO_FAR_BEHIND = ITEM_BEHIND("1\\s?[-—–~～至到]\\s?\\d{1,2}月|第?[一二三]季度[，,]|前三季度[，,]|上半年[，,]");
/** 二、重点任务推进情况, …督办通报. */
const REPORTS =
  /(?:^|\n)[^。；\n]{0,60}(?:(?:完成|进展|推进|落实|执行|办理)(?:情况|进度)[^。；\n]{0,24}|(?:进度表|督办|通报)[^。；\n]{0,12})(?=\n)/u;
const HEAD_WITHIN = 1200; // characters from the beginning in which a table's head is looked for
const LEAST_ROWS = 2;

/** One row: its task, and where what is told behind it ends. A task without an end is followed by nothing that is told. */
interface Row {
  readonly at: number;
  readonly taskEnd: number;
  readonly end: number;
}

/**
 * What was said of time, with what the rows of a table of tasks and progress say in place of the lasting words in them.
 * @example of "序号 任务 进展情况⏎1 新建公园5座。 已建成2座。" 5座 lies ahead, and 2座 is told
 */
export function withProgressRows(rows: readonly Row[], said: readonly TimeSaid[]): readonly TimeSaid[] {
  if (rows.length === 0) return said;
  let next = 0;
  const others = said.filter(({ at, isLasting }) => {
    while ((rows[next]?.end ?? Infinity) <= at) next++;
    return !isLasting || at < (rows[next]?.at ?? Infinity);
  });
  const own = rows.flatMap(({ at, taskEnd }) => [
    lasting(at, "future"),
    ...(taskEnd === Infinity ? [] : [lasting(taskEnd, "past")]),
  ]);
  return [...others, ...own].sort((left, right) => left.at - right.at);
}

/** The rows of a text's table of tasks and progress, where it has one. */
export function progressRows(text: string): readonly Row[] {
  const goals = goalRows(text);
  if (goals !== null) return goals;
  const head = HEAD.exec(text.slice(0, HEAD_WITHIN));
  if (head === null) {
    // Between the items of a circular other things may be said.
    const soFar = REPORTS.test(text) ? itemsOf(text, ITEM, SO_FAR_BEHIND) : [];
    const told = [
      ...itemsOf(text, ITEM, TOLD_BEHIND),
      ...itemsOf(text, TASK_NUMBERED, TOLD_BEHIND),
      ...itemsOf(text, ITEM_IN_WORDS, LABELLED_BEHIND),
      ...itemsOf(text, ITEM_IN_WORDS, ALONE),
    ];
    const rows = [...told, ...soFar].sort((one, other) => one.at - other.at);
    if (rows.length < (soFar.length > 0 ? 1 : LEAST_ROWS)) return [];
    const items = rows.map((row) => ({ ...row, end: row.taskEnd }));
    return told.length < LEAST_ROWS ? items : withUntold(text, items);
  }
  const from = head.index + head[0].length;
  const rows = rowsOf(text, from, ROW);
  if (rows.length < LEAST_ROWS) return [];
  const all = [...rows, ...rowsOf(text, from, CELLS)].sort((left, right) => left.at - right.at);
  return all.map((row, index) => ({ ...row, end: Math.min(all[index + 1]?.at ?? Infinity, row.at + LONGEST_ROW) }));
}

/**
 * The items of such a list behind which no word says that it is told: 3.新辟线路8条。 责任单位：甲局 实际 2 3 5. They are its next numbers, and
 * tasks as the others are.
 */
function withUntold(text: string, told: readonly Row[]): readonly Row[] {
  const places = new Map(told.map((row) => [row.at, row] as const));
  const rows: Row[] = [];
  let last: number | null = null;
  for (const { index, 0: written } of text.matchAll(NEXT_ITEM)) {
    const at = index + written.length;
    const number = Number(/\d+/u.exec(written)?.[0]);
    const row = places.get(at) ?? (last !== null && number === last + 1 ? untold(text, at) : null);
    if (row === null) continue;
    last = number;
    places.delete(at);
    rows.push(row);
  }
  return [...rows, ...places.values()].sort((one, other) => one.at - other.at);
}
/** The same behind the cells of a table that was run together: 合计 3 5 8 4.新增站点9个. */
const NEXT_ITEM = /(?<=^|[\s　。；）])\d{1,3}[.．、][ 　]*(?=[\u4e00-\u9fff“])/gu;
const untold = (text: string, at: number): Row => ({ ...taskAt(text, at), taskEnd: Infinity });

/** The items behind whose task something is told. */
function itemsOf(text: string, item: RegExp, told: RegExp): readonly Row[] {
  if (!MAY_TELL.test(text)) return [];
  return rowsOf(text, 0, item).filter(({ at }) => told.test(text.slice(at, at + LONGEST_TOLD)));
}
const MAY_TELL = /情况[：:】］\]]|进[展度][：:】］\]]|实际完成[：:]|截[至止]|目前[，,]|\d月|季度|上半年/u;
const LONGEST_TOLD = 400; // a task with who answers for it, and the first word of what is told

function rowsOf(text: string, from: number, pattern: RegExp): readonly Row[] {
  return [...text.slice(from).matchAll(pattern)].map(({ index, 0: row }) => {
    return taskAt(text, from + index + row.length);
  });
}

function taskAt(text: string, at: number): Row {
  const task = TASK.exec(text.slice(at, at + LONGEST_TASK))?.[0] ?? "";
  const taskEnd = at + Math.max(1, task.length);
  return { at, taskEnd, end: taskEnd };
}
/** Up to the stop of its sentence, the end of its cell or of its line. */
const TASK = /^[^。|\n]*[。|\n]?/u;
const LONGEST_TASK = 300;
const LONGEST_ROW = 1500;

const lasting = (at: number, tense: TimeSaid["tense"]): TimeSaid => ({
  at,
  end: at + 1,
  tense,
  isLasting: true,
  until: Infinity,
  isWeak: false,
});
