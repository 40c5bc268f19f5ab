/** Catalogs at https addresses: a file, or a list of files. What was fetched is kept and does where the network does not. */
import { catalogInSteps, validateInSteps, valueOfText } from "../core/loadCatalog";
import {
  isList,
  listOf,
  listOfText,
  shardFor,
  shardText,
  type CatalogList,
  type ListedCatalog,
  type Shard,
} from "../core/catalogList";
import { CatalogError } from "../core/errors";
import { addressGiven, fetchFile, PATIENCE, type Patience } from "./fetching";
import { browserFiles, type KeptFiles } from "./keptFiles";
import { sha256 } from "./sha256";
import type { CatalogSource, Taken } from "./sources";
import { turns, type Told } from "./turns";
import type { Catalog } from "../core/types";

/** What fetching stands on; tests put others in their place. */
export interface Line {
  readonly kept: KeptFiles;
  readonly patience: Patience;
}
const LINE: Line = { kept: browserFiles, patience: PATIENCE };

/** A file that was fetched, or kept, and what it holds. */
interface File<T> {
  readonly content: T;
  readonly sha256: string;
  readonly at: string;
  readonly offline: CatalogError | null;
}

/** A list of catalogs and where it was found. */
export interface FoundList {
  readonly address: string;
  readonly list: CatalogList;
  readonly offline: CatalogError | null;
  readonly at: string;
}

/**
 * Looks what an address holds: a catalog, or a list to choose from.
 * @param typed as a person wrote it
 * @param told as of `CatalogSource.take`
 * @throws CatalogError sourceRefused, catalogInvalid
 */
export async function lookAt(typed: string, line = LINE, told?: Told): Promise<Taken | FoundList> {
  const address = addressGiven(typed);
  const { content, ...file } = await latest(address, line, async (text) => {
    const value = valueOfText(text);
    return isList(value)
      ? { list: listOf(value, address), catalog: null }
      : { list: null, catalog: await validateInSteps(value, turns(told)) };
  });
  const { offline, at } = file;
  if (content.list) return { address, list: content.list, offline, at };
  return takenOf({ ...file, content: content.catalog }, { kind: "web", address });
}

/** The catalogs a list has of a region: one shard is fetched where the list is cut up. @throws CatalogError sourceRefused */
export async function listedOf(found: FoundList, region: string, line = LINE): Promise<readonly ListedCatalog[]> {
  const wanted = shardText(region);
  const ofRegion = ({ region: listed }: ListedCatalog) => shardText(listed) === wanted;
  const shard = shardFor(found.list, await sha256(wanted));
  if (shard === null) return found.list.catalogs.filter(ofRegion);
  const address = addressGiven(shard.url, found.address);
  const { content } = await byContent(address, shard, line, (text) => listOfText(text, address));
  return content.catalogs.filter(ofRegion);
}

/** The file a list names. Told by its content: what is kept already is not fetched again. */
export function listedSource(found: FoundList, { url, ...listed }: ListedCatalog, line = LINE): CatalogSource {
  const address = addressGiven(url, found.address);
  const origin = { kind: "web", address, index: found.address } as const;
  const take = async (told?: Told) =>
    takenOf(await byContent(address, listed, line, (text) => catalogInSteps(text, turns(told))), origin);
  return { origin, take };
}

/** The file at an address, whatever it holds today. */
export function addressSource(typed: string, line = LINE): CatalogSource {
  const address = addressGiven(typed);
  const origin = { kind: "web", address } as const;
  const take = async (told?: Told) =>
    takenOf(await latest(address, line, (text) => catalogInSteps(text, turns(told))), origin);
  return { origin, take };
}

function takenOf(
  { content, sha256: sourceSha256, at, offline }: File<Catalog>,
  origin: CatalogSource["origin"],
): Taken {
  return { catalog: content, origin, sourceSha256, at, offline };
}

/**
 * The newest file at an address, or the last good one. A file that is no good never takes a good one's place.
 * @param read throws where the text is not what it should be
 */
async function latest<T>(
  address: string,
  { kept, patience }: Line,
  read: (text: string) => Promise<T>,
): Promise<File<T>> {
  const key = `address ${address}`;
  const last = await kept.get(key);
  try {
    const { bytes, etag } = await fetchFile(address, last?.etag ?? null, patience);
    const at = new Date().toISOString();
    if (bytes === null && last) {
      await kept.put(key, { ...last, at });
      return await fileOf(last.bytes, at, null, read);
    }
    const file = await fileOf(bytes ?? new Uint8Array(), at, null, read);
    if (bytes) await kept.put(key, { bytes, etag, at });
    return file;
  } catch (error) {
    if (!(error instanceof CatalogError) || last === null) throw error;
    return fileOf(last.bytes, last.at, error as CatalogError, read);
  }
}

/** A file whose content is known beforehand: kept ones are as good as fetched ones, once their sha256 is seen to be right. */
async function byContent<T>(
  address: string,
  listed: Pick<Shard, "sha256">,
  { kept, patience }: Line,
  read: (text: string) => T | Promise<T>,
): Promise<File<T>> {
  const key = `sha256 ${listed.sha256}`;
  const last = await kept.get(key);
  if (last && (await sha256(last.bytes)) === listed.sha256) return fileOf(last.bytes, last.at, null, read);
  const { bytes: fetched } = await fetchFile(address, null, patience);
  const bytes = fetched ?? new Uint8Array();
  const found = await sha256(bytes);
  if (found !== listed.sha256)
    throw new CatalogError("sourceRefused", { address, trouble: "wrongHash", detail: found.slice(0, 8) });
  const file = await fileOf(bytes, new Date().toISOString(), null, read);
  await kept.put(key, { bytes, etag: null, at: file.at });
  return file;
}

async function fileOf<T>(
  bytes: Uint8Array<ArrayBuffer>,
  at: string,
  offline: CatalogError | null,
  read: (text: string) => T | Promise<T>,
): Promise<File<T>> {
  const content = await read(new TextDecoder().decode(bytes));
  return { content, sha256: await sha256(bytes), at, offline };
}
