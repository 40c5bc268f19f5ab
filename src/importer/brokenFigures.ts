/**
 * Figures that a PDF file or a scan breaks by blanks (1. 35 万人, 2 6 00人): they are closed before anything reads them, and what was read
 * is told with its places in the text as it came. Where a blank may as well part two figures, a person is asked.
 */
import type { Draft, ImportedReport, Issue, LeftOut, Span } from "./drafts";
import { inOrder } from "./issues";
import { LeftFigure } from "./leftFigure";
import { UNITS } from "../core/unitWords";
import { foldRadicals, foldStops, foldWidths } from "./characterForms";
import { foldTraditional } from "./traditionalForms";
import { WordList } from "./wordList";

/** A text with its figures closed. */
export interface Closed {
  readonly text: string;
  /** Places in `text` of figures that might be read otherwise. */
  readonly doubtful: readonly Span[];
  /** Where the blanks stood that were taken out, as places in the text as it came, in order. */
  readonly removed: readonly number[];
}

const BLANK = "[ \\u00a0\\u2002-\\u200a\\u3000]{1,2}";
// A whole run of digits each time: within one, nothing is tried from its middle.
const DIGITS = "(?<!\\d)\\d+(?!\\d)";
const RUN = new RegExp(
  `${DIGITS}(?:(?:[.．]${BLANK}|${BLANK}[.．](?:${BLANK})?|${BLANK}|[.．]|(?:${BLANK})?,(?:${BLANK})?(?=\\d{3}(?!\\d))|，(?=\\d{3}(?!\\d)))\\d+(?!\\d))+|${DIGITS}[.．]?\\n[ \\u3000]{0,4}\\d+(?!\\d)(?:[.．]\\d+)?`,
  "g",
);
const UNIT_WORDS = new WordList<true>(
  [...Object.values(UNITS).flat(), "万", "亿", "余", "多", "％"].map((word) => [word, true]),
);
const TIMES = new WordList<true>(UNITS.time.map((word) => [word, true]));
const STOP_BEFORE = /(?:^|[。；;：:！？\n])[\s　（(]*$/u;
const LONG_LINE = 15; // a printed line that breaks in mid-figure is at least this long
const YEAR = /^(?:19|20)\d\d$/;

/** Closes the figures of a text. Without broken ones the text comes back as it is. */
export function closeFigures(text: string): Closed {
  const removed: number[] = [];
  const doubtful: [number, number][] = [];
  const units = [...text.matchAll(UNIT_BLANK)].flatMap(({ index }) =>
    /\d/.test(text.charAt(index - 1)) ? [index + 1] : [],
  );
  let next = 0;
  for (const found of text.matchAll(RUN)) {
    for (; (units[next] ?? Infinity) < found.index; next++) removed.push(units[next] ?? 0);
    const [run] = found;
    if (!/\s/u.test(run) || !isCounted(text, found.index + run.length)) continue;
    const decision = decide(text, run, found.index);
    const from = found.index - removed.length;
    if (decision.close)
      for (let at = 0; at < run.length; at++) if (/\s/u.test(run.charAt(at))) removed.push(found.index + at);
    if (!decision.sure) doubtful.push([from, found.index + run.length - removed.length]);
  }
  removed.push(...units.slice(next));
  const closed = without(text, removed);
  return { text: closed, doubtful: inPlace([...doubtful, ...besideLost(closed)]), removed };
}
/** 40套、平方米公寓: a number got lost behind this one. */
const BESIDE_LOST = /\d+[套个户家间栋座处名](?=、[.．]?\d*万?(?:平方米|平米|公里|立方米)[\u4e00-\u9fff]{2})/gu;
const besideLost = (text: string): [number, number][] =>
  [...text.matchAll(BESIDE_LOST)]
    .filter(({ index, 0: run }) => !/^、\d/u.test(text.slice(index + run.length, index + run.length + 2)))
    .map(({ index, 0: run }) => [index, index + run.length]);
const inPlace = (spans: readonly Span[]) => [...spans].sort(([one], [other]) => one - other);

/** 4万 亿元: a blank within a unit. */
const UNIT_BLANK = /[万亿][ \u3000](?=[万亿]?元)/g;

function without(text: string, removed: readonly number[]): string {
  if (removed.length === 0) return text;
  let kept = "";
  let from = 0;
  for (const at of removed) {
    kept += text.slice(from, at);
    from = at + 1;
  }
  return kept + text.slice(from);
}

/** Whether a unit or 万 stands behind: only then does a person lose a figure. */
function isCounted(text: string, end: number): boolean {
  const at = /\s/u.test(text.charAt(end)) && text.charAt(end) !== "\n" ? end + 1 : end;
  return UNIT_WORDS.at(text, at) !== undefined;
}

interface Decision {
  readonly close: boolean;
  readonly sure: boolean;
}

function decide(text: string, run: string, start: number): Decision {
  const pieces = run.split(/\s+/u);
  const before = text.slice(Math.max(0, start - 12), start);
  if (run.includes("\n")) return acrossLines(text, start);
  const [first = "", ...others] = pieces;
  const points = run.match(/[.．]/gu)?.length ?? 0;
  if (points > 1) return { close: false, sure: false };
  // 1 , 200户: thousands, as 1,200 writes them.
  if (/\s,|,\s/u.test(run)) return { close: true, sure: false };
  const isPointed = /[.．]\s|\s[.．]/u.test(run);
  // 1. 35家企业 at the beginning of a line or behind a stop is an item's number and a figure.
  if (isPointed && STOP_BEFORE.test(before)) return { close: false, sure: /(?:^|\n)[\s　（(]*$/u.test(before) };
  if (isPointed) return { close: true, sure: true };
  if (others.some((piece) => /^0\d*$/.test(piece))) return { close: true, sure: true };
  if (YEAR.test(first) && others.length === 1) return { close: false, sure: true };
  if (TIMES.at(text, start + run.length) !== undefined && STOP_BEFORE.test(before)) return { close: false, sure: true };
  // An item's number without a point: 3 12家.
  if (STOP_BEFORE.test(before)) return { close: false, sure: false };
  if (/^\d{1,3}$/.test(first) && others.every((piece) => /^\d{3}(?:[.．]\d+)?$/.test(piece)))
    return { close: true, sure: true };
  // Two figures of two digits and more behind a blank are columns of a table that lost its lines.
  const areColumns = /\s$/u.test(before) && pieces.every((piece) => piece.length > 1);
  return { close: !areColumns, sure: false };
}

/** A printed line that ends in digits and goes on with digits. */
function acrossLines(text: string, start: number): Decision {
  const line = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  const isBroken = line.length >= LONG_LINE && /[\u4e00-\u9fff]\s?$/u.test(line) && !/^\d+$/.test(line);
  return { close: isBroken, sure: !isBroken };
}

/** 1，250万元: a comma of full width among digits may stand for thousands, or part two figures. */
const WIDE_COMMA = /(?<!\d[.．]?)\d{1,3}(?:，\d{3})+(?!\d)/g;
function foldThousands({ text, doubtful, removed }: Closed): Closed {
  const found: Span[] = [];
  const folded = text.replace(WIDE_COMMA, (run: string, at: number) => {
    if (!isCounted(text, at + run.length)) return run;
    found.push([at, at + run.length]);
    return run.replaceAll("，", ",");
  });
  if (found.length === 0) return { text, doubtful, removed };
  return { text: folded, doubtful: inPlace([...doubtful, ...found]), removed };
}

/** Folds radicals and closes figures, and puts what was read of the result back into the places of the text as it came. */
export function mended(text: string): {
  readonly text: string;
  readonly restored: (report: ImportedReport) => ImportedReport;
} {
  const folded = foldStops(foldWidths(foldTraditional(foldRadicals(text))));
  const closed = foldThousands(closeFigures(folded));
  if (closed.text === text && closed.doubtful.length === 0) return { text, restored: (report) => report };
  return { text: closed.text, restored: (report) => restore(report, text, closed) };
}

function restore(report: ImportedReport, text: string, { doubtful, removed }: Closed): ImportedReport {
  const place = (at: number) => {
    // The removed places up to here, counted by halving: removed[n] - n is where it would stand in the closed text.
    let low = 0;
    let high = removed.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((removed[middle] ?? 0) - middle <= at) low = middle + 1;
      else high = middle;
    }
    return at + low;
  };
  const moved = ([start, end]: Span): Span => [place(start), end > start ? place(end - 1) + 1 : place(end)];
  const draftBack = (draft: Draft): Draft => {
    const span = moved(draft.span);
    const baseline = draft.baseline && { ...draft.baseline, span: moved(draft.baseline.span) };
    const parts = draft.parts?.map((part) => {
      const own = moved(part.span);
      return { ...part, span: own, phrase: text.slice(...own) };
    });
    return {
      ...draft,
      ...(parts === undefined ? {} : { parts }),
      span,
      phrase: text.slice(...span),
      sentence: moved(draft.sentence),
      baseline: baseline && { ...baseline, phrase: text.slice(...baseline.span) },
    };
  };
  const leftOutBack = (leftOut: LeftOut): LeftOut => {
    const { reason, value, unit } = leftOut;
    const span = moved(leftOut.span);
    const make = () => leftOut.draft && draftBack(leftOut.draft);
    return new LeftFigure(reason, value, unit, span, text.slice(...span), moved(leftOut.sentence), make);
  };
  const drafts = report.drafts.map(draftBack);
  let next = 0; // both lists are in the order of the text
  const asked = report.drafts.flatMap((draft, index): Issue[] => {
    while (next < doubtful.length && (doubtful[next]?.[1] ?? 0) <= draft.span[0]) next++;
    return (doubtful[next]?.[0] ?? Infinity) < draft.span[1]
      ? [{ code: "figureBroken", span: moved(draft.span), indicator: draft.indicator, drafts: [index] }]
      : [];
  });
  const issues = inOrder([...report.issues.map((issue) => ({ ...issue, span: moved(issue.span) })), ...asked]);
  return { ...report, drafts, issues, leftOut: report.leftOut.map(leftOutBack) };
}
