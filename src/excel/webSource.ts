/** Catalogs at https addresses: a file, or a list of files. What was fetched is kept and does where the network does not. */
import { catalogOfText, validateCatalog, valueOfText } from "../core/loadCatalog";
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

/** What fetching stands on; tests put others in their place. */
export interface Line {
  readonly kept: KeptFiles;
  readonly patience: Patience;
}
const LINE: Line = { kept: browserFiles, patience: PATIENCE };

/** A file that was fetched, or kept. */
interface File {
  readonly text: string;
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
 * @throws CatalogError sourceRefused, catalogInvalid
 */
export async function lookAt(typed: string, line = LINE): Promise<Taken | FoundList> {
  const address = addressGiven(typed);
  const file = await latest(address, line, (text) => {
    const value = valueOfText(text);
    if (isList(value)) listOf(value, address);
    else validateCatalog(value);
  });
  const { offline, at } = file;
  const value = valueOfText(file.text);
  if (isList(value)) return { address, list: listOf(value, address), offline, at };
  return takenOf(file, { kind: "web", address });
}

/** The catalogs a list has of a region: one shard is fetched where the list is cut up. @throws CatalogError sourceRefused */
export async function listedOf(found: FoundList, region: string, line = LINE): Promise<readonly ListedCatalog[]> {
  const wanted = shardText(region);
  const ofRegion = ({ region: listed }: ListedCatalog) => shardText(listed) === wanted;
  const shard = shardFor(found.list, await sha256(wanted));
  if (shard === null) return found.list.catalogs.filter(ofRegion);
  const address = addressGiven(shard.url, found.address);
  const { text } = await byContent(address, shard, line);
  return listOfText(text, address).catalogs.filter(ofRegion);
}

/** The file a list names. Told by its content: what is kept already is not fetched again. */
export function listedSource(found: FoundList, { url, ...listed }: ListedCatalog, line = LINE): CatalogSource {
  const address = addressGiven(url, found.address);
  const origin = { kind: "web", address, index: found.address } as const;
  return { origin, take: async () => takenOf(await byContent(address, listed, line), origin) };
}

/** The file at an address, whatever it holds today. */
export function addressSource(typed: string, line = LINE): CatalogSource {
  const address = addressGiven(typed);
  const origin = { kind: "web", address } as const;
  return { origin, take: async () => takenOf(await latest(address, line, catalogOfText), origin) };
}

function takenOf(file: File, origin: CatalogSource["origin"]): Taken {
  const { at, offline } = file;
  return { catalog: catalogOfText(file.text), origin, sourceSha256: file.sha256, at, offline };
}

/**
 * The newest file at an address, or the last good one. A file that is no good never takes a good one's place.
 * @param check throws where the text is not what it should be
 */
async function latest(address: string, { kept, patience }: Line, check: (text: string) => void): Promise<File> {
  const key = `address ${address}`;
  const last = await kept.get(key);
  try {
    const { bytes, etag } = await fetchFile(address, last?.etag ?? null, patience);
    const at = new Date().toISOString();
    if (bytes === null && last) {
      await kept.put(key, { ...last, at });
      return await fileOf(last.bytes, at, null);
    }
    const file = await fileOf(bytes ?? new Uint8Array(), at, null);
    check(file.text);
    if (bytes) await kept.put(key, { bytes, etag, at });
    return file;
  } catch (error) {
    if (!(error instanceof CatalogError) || last === null) throw error;
    return fileOf(last.bytes, last.at, error as CatalogError);
  }
}

/** A file whose content is known beforehand: kept ones are as good as fetched ones, once their sha256 is seen to be right. */
async function byContent(address: string, listed: Pick<Shard, "sha256">, line: Line): Promise<File> {
  const { kept, patience } = line;
  const key = `sha256 ${listed.sha256}`;
  const last = await kept.get(key);
  if (last && (await sha256(last.bytes)) === listed.sha256) return fileOf(last.bytes, last.at, null);
  const { bytes } = await fetchFile(address, null, patience);
  const file = await fileOf(bytes ?? new Uint8Array(), new Date().toISOString(), null);
  if (file.sha256 !== listed.sha256)
    throw new CatalogError("sourceRefused", { address, trouble: "wrongHash", detail: file.sha256.slice(0, 8) });
  if (bytes) await kept.put(key, { bytes, etag: null, at: file.at });
  return file;
}

async function fileOf(bytes: Uint8Array<ArrayBuffer>, at: string, offline: CatalogError | null): Promise<File> {
  return { text: new TextDecoder().decode(bytes), sha256: await sha256(bytes), at, offline };
}
