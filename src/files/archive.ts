/**
 * Archives (.docx, .xlsx), read by one reader that is also the checker. What it unpacked is packed anew for whoever needs an archive:
 * no other reader ever sees the bytes as they came, which two readers may understand in two ways.
 */
import { strFromU8, unzipSync, zipSync, type UnzipFileInfo } from "fflate";
import { CatalogError } from "../core/errors";
import { MEGABYTE, refusedFile } from "./refusal";

/** What an archive may come to. */
export const ARCHIVE_LIMITS = { unpackedMegabytes: 100, parts: 5000, nameLength: 260 };

/** An archive's parts by their names. */
export type Archive = ReadonlyMap<string, Uint8Array>;

const PACKED_SLACK = 1024; // deflated data is never more than a little longer than what it holds
const FLAGS = 6; // where a part's head tells whether it is encrypted
const KEPT_AS_IS = /\.(?:png|jpe?g|gif|emf|wmf|bin)$/iu;

/**
 * Unpacks an archive within bounds: each part's buffer is as large as the archive claims and never grows, and the claims are added up first.
 * @param name for messages
 * @param isWanted parts that are not wanted are counted, and not unpacked
 * @throws CatalogError documentRefused: damaged, locked, bomb
 */
export function openArchive(
  bytes: Uint8Array,
  name: string,
  isWanted: (path: string) => boolean = () => true,
): Archive {
  if ((bytes[FLAGS] ?? 0) & 1) throw refusedFile(name, "locked");
  const claims = new Map<string, number>();
  let total = 0;
  const mayUnpack = ({ name: path, size, originalSize }: UnzipFileInfo): boolean => {
    total += originalSize;
    if (claims.size >= ARCHIVE_LIMITS.parts || total > ARCHIVE_LIMITS.unpackedMegabytes * MEGABYTE)
      throw refusedFile(name, "bomb", `${ARCHIVE_LIMITS.unpackedMegabytes} MB`);
    // Longer packed than unpacked: its head hides how large it becomes.
    if (size > originalSize + originalSize / 100 + PACKED_SLACK)
      throw refusedFile(name, "bomb", `${ARCHIVE_LIMITS.unpackedMegabytes} MB`);
    // A part twice: whoever reads it next may see the other one.
    if (claims.has(path) || !isPlainName(path)) throw refusedFile(name, "damaged");
    claims.set(path, originalSize);
    return isWanted(path) && !path.endsWith("/");
  };
  let unpacked: Record<string, Uint8Array>;
  try {
    unpacked = unzipSync(bytes, { filter: mayUnpack });
  } catch (error) {
    throw error instanceof CatalogError ? error : refusedFile(name, "damaged");
  }
  const parts = new Map(Object.entries(unpacked));
  for (const [path, data] of parts) if (data.length !== claims.get(path)) throw refusedFile(name, "damaged");
  return parts;
}

/** No part leads out of its archive, and none is called as something every object has. */
function isPlainName(path: string): boolean {
  return (
    path.length > 0 &&
    path.length <= ARCHIVE_LIMITS.nameLength &&
    !/^\/|\\|\p{Cc}/u.test(path) &&
    !path.split("/").some((step) => step === ".." || step === "__proto__")
  );
}

/** The names of parts as they are compared: Office takes xl/Workbook.xml for xl/workbook.xml. */
export function partNamed(parts: Archive, wanted: string): Uint8Array | null {
  const exact = parts.get(wanted);
  if (exact) return exact;
  const lower = wanted.toLowerCase();
  for (const [path, data] of parts) if (path.toLowerCase() === lower) return data;
  return null;
}

/** The parts as a new archive. */
export function packed(parts: Archive): Uint8Array {
  return zipSync(
    Object.fromEntries([...parts].map(([path, data]) => [path, [data, { level: KEPT_AS_IS.test(path) ? 0 : 6 }]])),
  );
}

/** Bytes as letters of which each is one byte, for btoa. */
export function lettersOf(bytes: Uint8Array): string {
  return strFromU8(bytes, true);
}
