/** A look at the packed streams of a PDF: its reader unpacks each into one piece of memory, however large it becomes. */
import { Unzlib } from "fflate";
import { MEGABYTE, refusedFile } from "./refusal";

/** One page's picture in full colour is a quarter of this. */
export const STREAM_MEGABYTES = 100;
const PIECE = 65_536; // bytes handed on at once: they become at most a thousand times as many
const STREAM = [..."stream"].map((letter) => letter.charCodeAt(0));

/** @throws CatalogError documentRefused, bomb, where one stream becomes larger than any page */
export function refuseLargeStreams(bytes: Uint8Array, name: string): void {
  for (let at = indexOf(bytes, STREAM, 0); at >= 0; at = indexOf(bytes, STREAM, at + STREAM.length)) {
    if (bytes[at - 1] === 0x64) continue; // endstream
    let start = at + STREAM.length;
    if (bytes[start] === 0x0d) start++;
    if (bytes[start] === 0x0a) start++;
    if (unpackedSize(bytes, start) > STREAM_MEGABYTES * MEGABYTE)
      throw refusedFile(name, "bomb", `${STREAM_MEGABYTES} MB`);
  }
}

/** How large what begins here becomes, as far as it matters; 0 where it is not packed this way. */
function unpackedSize(bytes: Uint8Array, start: number): number {
  const [first = 0, second = 0] = bytes.subarray(start, start + 2);
  if ((first & 15) !== 8 || (first * 256 + second) % 31 !== 0) return 0;
  let size = 0;
  const state = { isOver: false };
  const stream = new Unzlib((piece, isLast) => {
    size += piece.length;
    state.isOver = isLast;
  });
  try {
    for (let at = start; at < bytes.length && !state.isOver && size <= STREAM_MEGABYTES * MEGABYTE; at += PIECE)
      stream.push(bytes.subarray(at, at + PIECE), false);
  } catch {
    // It ends here, or is damaged: what came out so far counts.
  }
  return size;
}

function indexOf(bytes: Uint8Array, wanted: readonly number[], from: number): number {
  const [first = 0] = wanted;
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1))
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return at;
  return -1;
}
