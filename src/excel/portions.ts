/** Contents and formats of any size, in requests Excel on the web takes. */
import { asTyped, type Block, type Content, type NumberFormats } from "../sheets/plan";
import { stepped } from "./underWay";

/** Excel on the web refuses a request above 5 MB; what is written besides needs room too. In bytes. */
const LARGEST_WRITE = 3_500_000;

/** One piece of writing in as many requests as it takes. The last portion is left to the caller's sync, so that it can add to it. */
export class Portions {
  private bytes = 0;
  private written = 0;

  /**
   * @param opened protections that are off meanwhile: each request puts them on again
   * @param expected how many rows come in all, so that what is told of the progress goes on from one write to the next
   */
  constructor(
    private readonly context: Excel.RequestContext,
    private readonly opened: { close(): void; again(): void } | null = null,
    private readonly expected = 0,
  ) {}

  /**
   * Writes rows one below the other, each portion when it is full.
   * @param put writes some of the rows, of which the first has this number, into the request
   */
  async write<Row extends readonly (Content | null)[]>(
    rows: readonly Row[],
    put: (rows: readonly Row[], first: number) => void,
  ): Promise<void> {
    let first = 0;
    const total = Math.max(this.expected, this.written + rows.length);
    for (const [at, row] of rows.entries()) {
      const size = row.reduce<number>((sum, value) => sum + bytesOf(String(value)), 0);
      if (this.bytes > 0 && this.bytes + size > LARGEST_WRITE) {
        if (at > first) put(rows.slice(first, at), first);
        await this.send();
        stepped(this.context, this.written + at, total);
        first = at;
      }
      this.bytes += size;
    }
    if (first < rows.length) put(rows.slice(first), first);
    this.written += rows.length;
  }

  /** Makes room for other writing of about so many bytes, which comes next. */
  async makeRoom(bytes: number): Promise<void> {
    if (this.bytes > 0 && this.bytes + bytes > LARGEST_WRITE) await this.send();
    this.bytes += bytes;
  }

  private async send(): Promise<void> {
    this.opened?.close();
    await this.context.sync();
    this.opened?.again();
    this.context.application.suspendApiCalculationUntilNextSync();
    this.bytes = 0;
  }
}

/**
 * Writes rows of contents from a cell on: the one place where texts become cells, and stay texts.
 * @param content rows may differ in length; null leaves a cell as it is
 */
export async function writeContent(
  portions: Portions,
  sheet: Excel.Worksheet,
  content: readonly (readonly (Content | null)[])[],
  { row, column }: Pick<Block, "row" | "column">,
): Promise<void> {
  const columns = Math.max(...content.map((cells) => cells.length));
  await portions.write(content, (rows, first) => {
    const filled = rows.map((cells) => [
      ...cells.map(asTyped),
      ...Array.from({ length: columns - cells.length }, () => ""),
    ]);
    sheet.getRangeByIndexes(row + first, column, rows.length, columns).formulas = filled;
  });
}

/** Gives a block its number formats. */
export async function writeNumberFormats(
  portions: Portions,
  sheet: Excel.Worksheet,
  { block, formats }: NumberFormats,
): Promise<void> {
  const every =
    typeof formats === "string"
      ? Array.from({ length: block.rows }, () => Array.from({ length: block.columns }, () => formats))
      : formats;
  await portions.write(every, (rows, first) => {
    const range = sheet.getRangeByIndexes(block.row + first, block.column, rows.length, block.columns);
    range.numberFormat = rows.map((row) => [...row]);
  });
}

/** The bytes a content takes in a request: in UTF-8 a Chinese character takes three, in JSON a quotation mark two. */
function bytesOf(text: string): number {
  let bytes = 3; // its own quotation marks and a comma
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    bytes += code === 0x22 || code === 0x5c ? 2 : code < 0x80 ? 1 : code < 0x800 ? 2 : 3;
  }
  return bytes;
}
