/** Text broken into lines before it stands in cells: a line that runs on over empty neighbours needs no merged cells. */

const WIDE = 1;
const NARROW = 0.58; // of a letter's height: figures and Latin letters, on average of the fonts Excel falls back to
const NO_LINE_BEGINS_WITH = /^[，。；：、）》”’,.;:)%]/;
/** What stays together: figures and words with what belongs to them, otherwise one character. */
const PIECES = /[\p{Script=Latin}\d.,:%()+-]+|./gsu;

/** How wide a text is, in heights of its letters. @example widthOf("欠255个") // 3.74 */
export function widthOf(text: string): number {
  return [...text].reduce((width, letter) => width + ((letter.codePointAt(0) ?? 0) > 0x2000 ? WIDE : NARROW), 0);
}

/** A text in lines of at most so many letter heights; no line begins with a mark that closes. @example linesOf("达进度，占50%", 4) // ["达进", "度，占", "50%"] */
export function linesOf(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of piecesOf(text)) {
    if (line !== "" && widthOf(line + piece) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  return [...lines, line];
}

/** A mark that closes goes with what stands before it. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (const [piece] of text.matchAll(PIECES)) {
    const before = NO_LINE_BEGINS_WITH.test(piece) ? (pieces.pop() ?? "") : "";
    pieces.push(before + piece);
  }
  return pieces;
}

/** How many lines a wrapped cell of this width takes. */
export function lineCount(text: string, width: number): number {
  return linesOf(text, width).length;
}

/** A text that takes at most so many lines, cut with … where it is longer. */
export function cutToLines(text: string, width: number, lines: number): string {
  if (lineCount(text, width) <= lines) return text;
  let cut = text;
  while (cut.length > 1 && lineCount(`${cut}…`, width) > lines) cut = cut.slice(0, -1);
  return `${cut}…`;
}
