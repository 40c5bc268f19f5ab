/**
 * Lists of catalogs (index.json): what a publisher has, by region and year, each with the sha256 and size of its file. A list of a
 * whole country names shards, of which a region needs one.
 */
import { CatalogError } from "./errors";
import { valueOfText } from "./loadCatalog";
import { isSha256 } from "./pin";
import { normaliseName } from "./text";

/** A catalog's file as a list names it. Addresses are relative to the list's own. */
export interface ListedCatalog {
  readonly id: string;
  readonly title: string;
  readonly region: string;
  readonly year: number;
  readonly version: string;
  readonly url: string;
  readonly sha256: string;
  /** In bytes, as it is unpacked. */
  readonly size: number;
  /** Names that a catalog which ships with the add-in is asked for by, before it is loaded. */
  readonly names?: readonly string[];
}

/** A part of a list: the catalogs of the regions whose names have a sha256 that begins with `key`. */
export interface Shard {
  readonly key: string;
  readonly url: string;
  readonly sha256: string;
  readonly size: number;
}

export interface CatalogList {
  readonly catalogs: readonly ListedCatalog[];
  readonly shards: readonly Shard[];
}

const MOST_LISTED = 20_000;
const MOST_SHARDS = 4096;
const MOST_NAMES = 400;
const LONGEST_TEXT = 400;
const LONGEST_URL = 2000;
const LARGEST_FILE = 200_000_000;

/** Whether a parsed file is a list of catalogs, and no catalog. */
export const isList = (value: unknown): boolean =>
  isRecord(value) && (holds(value, "catalogs") || holds(value, "shards"));

/** @throws CatalogError catalogInvalid, sourceRefused noList with the place of what is wrong */
export const listOfText = (text: string, address: string): CatalogList => listOf(valueOfText(text), address);

/** @throws CatalogError sourceRefused noList */
export function listOf(value: unknown, address: string): CatalogList {
  const wrong = (place: string) => new CatalogError("sourceRefused", { address, trouble: "noList", detail: place });
  if (!isRecord(value) || !isList(value)) throw wrong("/");
  const { catalogs = [], shards = [] } = value;
  if (!Array.isArray(catalogs) || catalogs.length > MOST_LISTED) throw wrong("/catalogs");
  if (!Array.isArray(shards) || shards.length > MOST_SHARDS) throw wrong("/shards");
  return {
    catalogs: catalogs.map((each: unknown, at) => listedOf(each) ?? thrown(wrong(`/catalogs/${at}`))),
    shards: shards.map((each: unknown, at) => shardOf(each) ?? thrown(wrong(`/shards/${at}`))),
  };
}

function thrown(error: CatalogError): never {
  throw error;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const holds = (value: Readonly<Record<string, unknown>>, key: string) =>
  Object.prototype.hasOwnProperty.call(value, key);
const isText = (value: unknown, most = LONGEST_TEXT): value is string =>
  typeof value === "string" && value.trim() !== "" && value.length <= most;
const isSize = (value: unknown): value is number =>
  Number.isInteger(value) && (value as number) > 0 && (value as number) <= LARGEST_FILE;

function listedOf(value: unknown): ListedCatalog | null {
  if (!isRecord(value)) return null;
  const { id, title, region, year, version, url, sha256, size, names } = value;
  if (!isText(id) || !isText(title) || !isText(region) || !isText(version) || !isText(url, LONGEST_URL)) return null;
  if (!Number.isInteger(year) || !isSha256(sha256) || !isSize(size)) return null;
  const listed = { id, title, region, year: year as number, version, url, sha256, size };
  if (names === undefined) return listed;
  const isNames = Array.isArray(names) && names.length <= MOST_NAMES && names.every((name) => isText(name));
  return isNames ? { ...listed, names: names } : null;
}

function shardOf(value: unknown): Shard | null {
  if (!isRecord(value)) return null;
  const { key, url, sha256, size } = value;
  if (typeof key !== "string" || !/^[0-9a-f]{1,4}$/.test(key)) return null;
  return isText(url, LONGEST_URL) && isSha256(sha256) && isSize(size) ? { key, url, sha256, size } : null;
}

/** The text whose sha256 tells in which shard a region's catalogs are listed. */
export const shardText = (region: string): string => normaliseName(region);

/** The shard of a region; null where the list has none. @param regionSha256 of its `shardText` */
export const shardFor = ({ shards }: CatalogList, regionSha256: string): Shard | null =>
  shards.find(({ key }) => regionSha256.startsWith(key)) ?? null;
