/**
 * A folder that any static web server can hand out: catalogs and shards named by their sha256, which never change once they are
 * written, and index.json, which is put in place last. Each file stands packed beside itself for servers that hand out .gz.
 */
import { createHash } from "node:crypto";
import { access, mkdir, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { shardText, type ListedCatalog, type Shard } from "../core/catalogList";
import { textOfCatalog } from "../core/pin";
import type { Catalog } from "../core/types";

const MOST_IN_ONE_LIST = 300; // a list of more is cut up
const LISTED_IN_SHARD = 60;
const AT_ONCE = 32; // files written at a time

export interface Published {
  readonly catalogs: number;
  /** Files that were not there before; packed ones uncounted. */
  readonly written: number;
  readonly shards: number;
}

/**
 * Publishes catalogs into a folder. Files of earlier states stay: whoever has an earlier index.json still finds what it names.
 * @param load reads a catalog; @throws what it throws: nothing of the index is changed then
 */
export async function publish(
  folder: string,
  files: readonly string[],
  load: (file: string) => Promise<Catalog>,
): Promise<Published> {
  for (const name of ["catalogs", "shards"]) await mkdir(path.join(folder, name), { recursive: true });
  const listed: ListedCatalog[] = [];
  let written = 0;
  const publishOne = async (file: string) => {
    const catalog = await load(file);
    const put = await putByContent(folder, "catalogs", textOfCatalog(catalog));
    if (put.isNew) written += 1;
    const { id, title, region, year, version } = catalog;
    const { url, sha256, size } = put;
    listed.push({ id, title, region, year, version, url, sha256, size });
  };
  for (let at = 0; at < files.length; at += AT_ONCE) await Promise.all(files.slice(at, at + AT_ONCE).map(publishOne));
  listed.sort((one, other) => (one.id < other.id ? -1 : 1));
  const isCutUp = listed.length > MOST_IN_ONE_LIST;
  const shards = isCutUp ? await putShards(folder, listed) : [];
  written += shards.filter(({ isNew }) => isNew).length;
  const index = {
    catalogs: isCutUp ? [] : listed,
    shards: shards.map(({ key, url, sha256, size }): Shard => ({ key, url, sha256, size })),
  };
  await replace(path.join(folder, "index.json"), `${JSON.stringify(index)}\n`);
  return { catalogs: listed.length, written, shards: shards.length };
}

async function putShards(folder: string, listed: readonly ListedCatalog[]): Promise<(Shard & { isNew: boolean })[]> {
  const digits = Math.min(4, Math.max(1, Math.ceil(Math.log(listed.length / LISTED_IN_SHARD) / Math.log(16))));
  const byKey = new Map<string, ListedCatalog[]>();
  for (const each of listed) {
    const key = sha256Of(shardText(each.region)).slice(0, digits);
    byKey.set(key, [...(byKey.get(key) ?? []), { ...each, url: `../${each.url}` }]);
  }
  const shards: (Shard & { isNew: boolean })[] = [];
  for (const [key, catalogs] of [...byKey].sort(([one], [other]) => (one < other ? -1 : 1)))
    shards.push({ key, ...(await putByContent(folder, "shards", JSON.stringify({ catalogs }))) });
  return shards;
}

async function putByContent(folder: string, kind: string, text: string) {
  const sha256 = sha256Of(text);
  const url = `${kind}/${sha256}.json`;
  const file = path.join(folder, url);
  const isNew = await access(file).then(
    () => false,
    () => true,
  );
  if (isNew) await replace(file, text);
  return { url, sha256, size: Buffer.byteLength(text), isNew };
}

/** Whole or not at all: whoever reads meanwhile has the earlier one. */
async function replace(file: string, text: string): Promise<void> {
  for (const [name, content] of [
    [`${file}.gz`, await promisify(gzip)(text)],
    [file, text],
  ] as const) {
    await writeFile(`${name}.part`, content);
    await rename(`${name}.part`, name);
  }
}

const sha256Of = (text: string) => createHash("sha256").update(text).digest("hex");
