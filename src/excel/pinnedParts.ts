/**
 * Pinned catalogs in the parts of a workbook. A small one is JSON in one part, as everything else that is kept. Excel on the web takes
 * no more than 5 MB at once: a large one is packed and cut into pieces, each in a part of its own, which come before the part that
 * names them and go after it; so a catalog is there whole or not at all.
 */
import { CatalogError } from "../core/errors";
import type { Rest } from "../core/steps";
import { isRecord, isSha256, type Packed, type Pin } from "../core/pin";
import { textInSteps } from "../core/pinnedText";
import type { Catalog } from "../core/types";
import { sha256 } from "./sha256";
import {
  addPart,
  fromXml,
  readNamespace,
  readPartTexts,
  toXmlIn,
  valueOf,
  writePart,
  type PinnedPart,
} from "./workbookStore";

/** How much goes into a part, and into a workbook. */
export interface Bounds {
  /** Characters of JSON that stay readable in one part. */
  readonly plain: number;
  /** Bytes of a piece. As letters, with what XML and requests add, it stays well below 5 MB. */
  readonly piece: number;
  readonly mostPieces: number;
}
const BOUNDS: Bounds = { plain: 1_000_000, piece: 1_500_000, mostPieces: 8 };

const namespaceOf = (key: string) => `urn:target-vs-actual:piece:1:${key}`;

/**
 * Keeps a catalog in a part, in place of those that `isOld` tells.
 * @param from where it came from
 * @param isOld as of `writePart`, by the id of the catalog a part holds; null where it holds none
 * @throws CatalogError catalogTooLarge; whatever Excel refuses: everything is as before then
 */
export async function writePinned(
  context: Excel.RequestContext,
  part: PinnedPart,
  catalog: Catalog,
  from: Pick<Pin, "origin" | "sourceSha256">,
  isOld: ((id: string | null) => boolean) | null,
  rest: Rest,
  bounds = BOUNDS,
): Promise<{ readonly pin: Pin; readonly text: string }> {
  const text = await textInSteps(catalog, rest);
  const pin: Pin = { sha256: await sha256(text), version: catalog.version, taken: new Date().toISOString(), ...from };
  const goes = isOld && ((held: string) => isOld(idIn(held)));
  const before = (await readPartTexts(context, part)).flatMap((held) =>
    goes === null || goes(held) ? (packedIn(held)?.key ?? []) : [],
  );
  if (text.length <= bounds.plain) await writePart(context, part, { pin, catalog }, goes);
  else await writePacked(context, part, { pin, id: catalog.id, text }, goes, rest, bounds);
  await dropPieces(
    context,
    before.filter((key) => key !== pin.sha256),
  );
  return { pin, text };
}

async function writePacked(
  context: Excel.RequestContext,
  part: PinnedPart,
  { pin, id, text }: { readonly pin: Pin; readonly id: string; readonly text: string },
  goes: ((held: string) => boolean) | null,
  rest: Rest,
  { piece, mostPieces }: Bounds,
): Promise<void> {
  const { gzipInSteps } = await packing();
  const bytes = await gzipInSteps(new TextEncoder().encode(text), rest);
  const count = Math.ceil(bytes.length / piece);
  if (count > mostPieces)
    throw new CatalogError("catalogTooLarge", {
      megabytes: Math.ceil(bytes.length / 1e6),
      most: (mostPieces * piece) / 1e6,
    });
  const key = pin.sha256;
  const namespace = namespaceOf(key);
  const standing = await piecesOf(context, key);
  try {
    for (let at = 0; at < count; at += 1) {
      const data = base64Of(bytes.subarray(at * piece, (at + 1) * piece));
      if (standing.get(at) === data) continue;
      await addPart(context, toXmlIn("piece", namespace, { at, data }));
    }
    const packed: Packed = { id, key, pieces: count };
    await writePart(context, part, { pin, packed }, goes);
  } catch (error) {
    if (standing.size === 0) await dropPieces(context, [key]);
    throw error;
  }
}

/** The pieces that stand in the workbook, by their number. */
async function piecesOf(context: Excel.RequestContext, key: string): Promise<Map<number, string>> {
  const found = new Map<number, string>();
  for (const xml of await readNamespace(context, namespaceOf(key))) {
    const piece = fromXml(xml);
    if (!isRecord(piece)) continue;
    const { at, data } = piece;
    if (typeof at === "number" && typeof data === "string") found.set(at, data);
  }
  return found;
}

/** The text of the catalog that a part names the pieces of. @throws CatalogError catalogInvalid where pieces are gone or damaged */
export async function packedText(context: Excel.RequestContext, { key, pieces }: Packed): Promise<string> {
  const { unpacked } = await packing();
  if (pieces > BOUNDS.mostPieces) throw changedByHand();
  const found = await piecesOf(context, key);
  const texts = Array.from({ length: pieces }, (_, at) => found.get(at) ?? null);
  if (texts.includes(null)) throw changedByHand();
  try {
    const bytes = unpacked(bytesOf(texts.map((each) => each ?? "")), LARGEST_UNPACKED);
    if (bytes) return new TextDecoder().decode(bytes);
  } catch {
    // what is no packed text is damaged
  }
  throw changedByHand();
}

/** That what a workbook holds is not what was pinned in it. */
export const changedByHand = () =>
  new CatalogError("catalogInvalid", { issues: [{ path: "/", problem: "changedByHand", detail: "" }] });
const LARGEST_UNPACKED = 200_000_000;

/** What a part names in a catalog's place; null where it holds the catalog itself, or nothing of ours. */
export function packedIn(held: string): Packed | null {
  const value = valueOf(held);
  const packed = isRecord(value) ? value["packed"] : null;
  if (!isRecord(packed)) return null;
  const { id, key, pieces } = packed;
  return typeof id === "string" && isSha256(key) && Number.isInteger(pieces)
    ? { id, key, pieces: pieces as number }
    : null;
}

/** The id of the catalog a part holds or names; null where it holds none. */
export function idIn(held: string): string | null {
  const value = valueOf(held);
  const catalog = isRecord(value) ? value["catalog"] : null;
  const id = isRecord(catalog) ? catalog["id"] : packedIn(held)?.id;
  return typeof id === "string" ? id : null;
}

/** Takes parts away, with the pieces they name. @param isMeant null: all of them */
export async function dropPinned(
  context: Excel.RequestContext,
  part: PinnedPart,
  isMeant: ((held: string) => boolean) | null,
): Promise<void> {
  const held = await readPartTexts(context, part);
  const keys = held.flatMap((each) => (isMeant === null || isMeant(each) ? (packedIn(each)?.key ?? []) : []));
  await writePart(context, part, null, isMeant);
  await dropPieces(context, keys);
}

/** Takes pieces away that nothing names any more. What Excel does not let go of does no harm. */
async function dropPieces(context: Excel.RequestContext, keys: readonly string[]): Promise<void> {
  try {
    const found = [...new Set(keys)].map((key) => context.workbook.customXmlParts.getByNamespace(namespaceOf(key)));
    for (const parts of found) parts.load("items/id");
    if (found.length > 0) await context.sync();
    const pieces = found.flatMap(({ items }) => items);
    for (const each of pieces) each.delete();
    if (pieces.length > 0) await context.sync();
  } catch {
    // the catalog itself is kept, or gone, all the same
  }
}

const packing = () => import(/* webpackChunkName: "catalogReading" */ "../files/gzip");

function base64Of(bytes: Uint8Array): string {
  const letters: string[] = [];
  const STEP = 0x8000; // as many arguments as a call may have
  for (let at = 0; at < bytes.length; at += STEP) letters.push(String.fromCharCode(...bytes.subarray(at, at + STEP)));
  return btoa(letters.join(""));
}

function bytesOf(pieces: readonly string[]): Uint8Array {
  const decoded = pieces.map(atob);
  const bytes = new Uint8Array(decoded.reduce((sum, { length }) => sum + length, 0));
  let put = 0;
  for (const piece of decoded) for (let at = 0; at < piece.length; at += 1) bytes[put++] = piece.charCodeAt(at);
  return bytes;
}
