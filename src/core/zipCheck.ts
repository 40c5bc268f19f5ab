/** A look into a zip archive before anything unpacks it: what it would become is counted first, and unpacked within bounds. */
import { CatalogError } from "./errors";

export interface ZipLimits {
  readonly name: string;
  /** Bytes of all parts unpacked. */
  readonly bytes: number;
  readonly bytesInWords: string;
  readonly entries: number;
  /** Elements inside elements. */
  readonly depth: number;
}

interface Entry {
  readonly path: string;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
  readonly isEncrypted: boolean;
}

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 65_535;
const DEFLATED = 8;

/**
 * Checks every part of an archive: that it is whole, that it stays within the limits when unpacked (by unpacking it in pieces,
 * whatever its header claims), and that its XML is not nested to exhaust a parser.
 * @throws CatalogError documentRefused
 */
export async function checkZip(bytes: Uint8Array, limits: ZipLimits): Promise<ReadonlySet<string>> {
  const entries = readEntries(bytes, limits);
  let total = 0;
  for (const entry of entries) {
    if (entry.isEncrypted) throw refused(limits, "locked");
    total += entry.unpacked;
    if (total > limits.bytes) throw refused(limits, "bomb", limits.bytesInWords);
  }
  let left = limits.bytes;
  for (const entry of entries) left -= await checkEntry(bytes, entry, left, limits);
  return new Set(entries.map(({ path }) => path));
}

/**
 * One part of an archive as text, or null where it has no such part. The archive was checked before.
 * @throws CatalogError documentRefused
 */
export async function textOfPart(bytes: Uint8Array, path: string, limits: ZipLimits): Promise<string | null> {
  const entry = readEntries(bytes, limits).find((each) => each.path === path);
  if (!entry) return null;
  const decoder = new TextDecoder();
  let text = "";
  await checkEntry(bytes, entry, limits.bytes, limits, (piece) => (text += decoder.decode(piece, { stream: true })));
  return text + decoder.decode();
}

function refused(limits: ZipLimits, reason: "bomb" | "tooDeep" | "damaged" | "locked", limit?: string): CatalogError {
  return new CatalogError("documentRefused", { name: limits.name, reason, ...(limit === undefined ? {} : { limit }) });
}

function readEntries(bytes: Uint8Array, limits: ZipLimits): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - END_LENGTH;
  const last = Math.max(0, end - LONGEST_COMMENT);
  while (end >= last && view.getUint32(end, true) !== END_SIGNATURE) end--;
  if (end < last || end < 0) throw refused(limits, "damaged");
  const count = view.getUint16(end + 10, true);
  if (count > limits.entries) throw refused(limits, "bomb", limits.bytesInWords);
  let at = view.getUint32(end + 16, true);
  const entries: Entry[] = [];
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY_SIGNATURE) throw refused(limits, "damaged");
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      path: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Unpacks one part piece by piece. @returns its true size */
async function checkEntry(
  bytes: Uint8Array,
  entry: Entry,
  allowed: number,
  limits: ZipLimits,
  take?: (piece: Uint8Array) => void,
): Promise<number> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { offset } = entry;
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL_SIGNATURE) throw refused(limits, "damaged");
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const packed = bytes.slice(start, start + entry.packed);
  const depth = /\.(?:xml|rels)$/iu.test(entry.path) ? new DepthCounter(limits) : null;
  if (entry.method !== DEFLATED) {
    depth?.take(packed);
    take?.(packed);
    return packed.length;
  }
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw refused(limits, "damaged");
    });
    if (done) return size;
    size += value.length;
    if (size > allowed) {
      void reader.cancel().catch(() => undefined);
      throw refused(limits, "bomb", limits.bytesInWords);
    }
    depth?.take(value);
    take?.(value);
  }
}

const LESS_THAN = 60;
const GREATER_THAN = 62;
const SLASH = 47;
const QUESTION = 63;
const EXCLAMATION = 33;

/** Counts how deep elements stand in each other, over pieces of a file, without building anything. */
class DepthCounter {
  private depth = 0;
  private isInTag = false;
  private isFirst = false;
  private last = 0;
  constructor(private readonly limits: ZipLimits) {}

  take(piece: Uint8Array): void {
    for (const byte of piece) {
      if (!this.isInTag) {
        if (byte === LESS_THAN) {
          this.isInTag = true;
          this.isFirst = true;
        }
        continue;
      }
      if (this.isFirst) {
        this.isFirst = false;
        this.depth += byte === SLASH ? -1 : byte === QUESTION || byte === EXCLAMATION ? 0 : 1;
        if (byte === QUESTION || byte === EXCLAMATION) this.isInTag = false;
        if (this.depth > this.limits.depth) throw refused(this.limits, "tooDeep", String(this.limits.depth));
      } else if (byte === GREATER_THAN) {
        if (this.last === SLASH) this.depth--;
        this.isInTag = false;
      }
      this.last = byte;
    }
  }
}
