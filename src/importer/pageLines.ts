/** A printed page's pieces of text, joined to paragraphs: columns one after the other, broken lines mended, page numbers dropped. */

/** A piece of text on a page, in points; y grows upwards. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface PrintedLine {
  text: string;
  left: number;
  right: number;
  readonly y: number;
  readonly height: number;
}

const SAME_LINE = 0.5; // of a character's height
const GAP = 1.8; // characters between two columns
const COLUMN_SHARE = 0.25; // of a page's lines that begin, and that end, at the gap
const FEWEST_IN_COLUMNS = 10;
const FULL_LINE = 2.5; // characters a line may fall short of the margin and still go on in the next
const ENDS = /[。！？!?；;：:”"』」…]$/u;
const BEGINS_ANEW =
  /^(?:第[一二三四五六七八九十]+[章节部]|[一二三四五六七八九十]{1,3}[、是]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)|[—●■◆•·]|(?:责任|牵头|主办|配合)(?:单位|部门))/u;
const PAGE_NUMBER = /^[\s—–\-－·第]*\d{1,4}[\s—–\-－·页]*(?:[/／共]\s*\d{1,4}\s*页?)?$/u;

/** The lines of one page from top to bottom, one column after the other. */
export function linesOfPage(pieces: readonly Piece[]): PrintedLine[] {
  const segments = segmentsOf(pieces.filter(({ text }) => text.trim() !== "")).filter(
    ({ text }) => !PAGE_NUMBER.test(text),
  );
  const split = columnSplit(segments);
  if (split === null) return linesOfColumn(segments);
  const isLeft = ({ left, right }: PrintedLine) => (left + right) / 2 < split;
  return [...linesOfColumn(segments.filter(isLeft)), ...linesOfColumn(segments.filter((each) => !isLeft(each)))];
}

/** Pieces that follow each other without a gap, as one; in the order of rows. */
function segmentsOf(pieces: readonly Piece[]): PrintedLine[] {
  const sorted = [...pieces].sort((one, other) => other.y - one.y || one.x - other.x);
  const rows: Piece[][] = [];
  for (const piece of sorted) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && Math.abs(first.y - piece.y) <= SAME_LINE * Math.max(first.height, piece.height))
      row.push(piece);
    else rows.push([piece]);
  }
  return rows.flatMap((row) => {
    row.sort((one, other) => one.x - other.x);
    const segments: PrintedLine[] = [];
    for (const { text, x, y, width, height } of row) {
      const last = segments.at(-1);
      if (last && x - last.right <= height * GAP) {
        last.text += text.trim();
        last.right = Math.max(last.right, x + width);
      } else segments.push({ text: text.trim(), left: x, right: x + width, y, height });
    }
    return segments;
  });
}

/** Where the gap between two columns runs, or null on a page of one column. */
function columnSplit(segments: readonly PrintedLine[]): number | null {
  if (segments.length < FEWEST_IN_COLUMNS) return null;
  let left = Infinity;
  let right = -Infinity;
  for (const segment of segments) {
    left = Math.min(left, segment.left);
    right = Math.max(right, segment.right);
  }
  const middle = (left + right) / 2;
  const reach = (right - left) * 0.1;
  const crossing = segments.filter((each) => each.left < middle - reach && each.right > middle + reach).length;
  const begins = segments.map((each) => each.left).filter((x) => x > middle - reach && x < middle + 2 * reach);
  const ends = segments.map((each) => each.right).filter((x) => x > middle - 2 * reach && x < middle + reach);
  if (crossing > segments.length * 0.25) return null;
  if (Math.min(begins.length, ends.length) < segments.length * COLUMN_SHARE) return null;
  // Few lines stray into the gap: headings over both columns.
  const beginning = begins.sort((one, other) => one - other)[Math.floor(begins.length * 0.1)] ?? middle;
  const ending = ends.sort((one, other) => other - one)[Math.floor(ends.length * 0.1)] ?? middle;
  return beginning > ending ? (beginning + ending) / 2 : null;
}

/** Segments of one column as lines; what stands in one row is one line. */
function linesOfColumn(segments: readonly PrintedLine[]): PrintedLine[] {
  const lines: PrintedLine[] = [];
  for (const segment of segments) {
    const last = lines.at(-1);
    if (last && Math.abs(last.y - segment.y) <= SAME_LINE * Math.max(last.height, segment.height)) {
      last.text += `　${segment.text}`;
      last.right = Math.max(last.right, segment.right);
    } else lines.push({ ...segment });
  }
  return lines;
}

/** Pages to one text: a line that fills its column and ends in mid-sentence goes on in the next, over the page's end too. */
export function joinPages(pages: readonly (readonly PrintedLine[])[]): string {
  const repeated = repeatedLines(pages);
  const paragraphs: string[] = [];
  let open: PrintedLine | null = null;
  for (const page of pages) {
    let margin = 0;
    for (const { right } of page) margin = Math.max(margin, right);
    for (const line of page) {
      if (PAGE_NUMBER.test(line.text) || repeated.has(line.text)) continue;
      const goesOn: boolean =
        open !== null &&
        !ENDS.test(open.text) &&
        !BEGINS_ANEW.test(line.text) &&
        (/[，、,]$/u.test(open.text) || isFull(open, page, margin)) &&
        Math.abs(open.height - line.height) <= open.height * 0.25;
      const joint: string = goesOn && /[A-Za-z]$/.test(open?.text ?? "") && /^[A-Za-z]/.test(line.text) ? " " : "";
      if (goesOn) paragraphs.push((paragraphs.pop() ?? "") + joint + line.text);
      else paragraphs.push(line.text);
      open = line;
    }
  }
  return paragraphs.join("\n");
}

function isFull(line: PrintedLine, page: readonly PrintedLine[], margin: number): boolean {
  // In a column the margin is that of its own lines.
  let own = line.right;
  for (const other of page)
    if (Math.abs(other.left - line.left) < line.height * 3 && other.right <= margin) own = Math.max(own, other.right);
  return line.right >= own - line.height * FULL_LINE;
}

/** Headers and footers: the same words on most pages. */
function repeatedLines(pages: readonly (readonly PrintedLine[])[]): ReadonlySet<string> {
  if (pages.length < 4) return new Set();
  const counts = new Map<string, number>();
  for (const page of pages)
    for (const text of new Set([...page.slice(0, 2), ...page.slice(-2)].map((line) => line.text)))
      counts.set(text, (counts.get(text) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count > pages.length * 0.6).map(([text]) => text));
}
