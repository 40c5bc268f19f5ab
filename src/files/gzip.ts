/** Files packed with gzip that a server hands out as they are. */
import { Gunzip, Gzip } from "fflate";
import { beginsWith } from "./magic";

const GZIP = [0x1f, 0x8b];

/** Whether bytes are packed. */
export const isPacked = (bytes: Uint8Array): boolean => beginsWith(bytes, GZIP);

/**
 * Unpacks, piece by piece, so that nothing grows beyond the bound.
 * @returns null where it would unpack to more
 * @throws where the bytes are damaged or end too early
 */
export function unpacked(bytes: Uint8Array, most: number): Uint8Array<ArrayBuffer> | null {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const told = { isWhole: false };
  const gunzip = new Gunzip((piece, isLast) => {
    size += piece.length;
    if (size <= most) pieces.push(piece);
    told.isWhole = isLast;
  });
  const STEP = 65_536;
  for (let at = 0; at < bytes.length && size <= most; at += STEP)
    gunzip.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
  if (size > most) return null;
  if (!told.isWhole) throw new Error("packed data ends too early");
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Packs in steps. @param rest lets others have their turn */
export async function gzipInSteps(
  bytes: Uint8Array,
  rest: (part: number) => Promise<void>,
): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  const gzip = new Gzip({ level: 6, mtime: 0 }, (piece) => pieces.push(piece));
  const STEP = 500_000;
  for (let at = 0; at < bytes.length; at += STEP) {
    gzip.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
    await rest(at / bytes.length);
  }
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let put = 0;
  for (const piece of pieces) {
    whole.set(piece, put);
    put += piece.length;
  }
  return whole;
}
