/** Files that were fetched, kept in the browser's storage: what was fetched once is there without a network, in every workbook. */

/** A file as it was fetched, unpacked. */
export interface KeptFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly etag: string | null;
  /** When it was fetched or found unchanged, as an ISO date with time. */
  readonly at: string;
}

export interface KeptFiles {
  /** Null where there is none, and where storage is blocked. */
  get(key: string): Promise<KeptFile | null>;
  /** @returns whether it is kept: storage may be full or blocked */
  put(key: string, file: KeptFile): Promise<boolean>;
}

const STORE = "target-vs-actual-catalogs-1";
const MOST_FILES = 300;
const ETAG = "x-kept-etag";
const AT = "x-kept-at";

/** The storage of this browser for this add-in. Two windows write whole files under the same keys: the later one stands. */
export const browserFiles: KeptFiles = {
  async get(key) {
    return quietly(async () => {
      const found = await (await caches.open(STORE)).match(addressOf(key));
      if (!found) return null;
      const bytes = new Uint8Array(await found.arrayBuffer());
      return { bytes, etag: found.headers.get(ETAG), at: found.headers.get(AT) ?? "" };
    }, null);
  },
  async put(key, file) {
    return quietly(async () => {
      const store = await caches.open(STORE);
      try {
        await store.put(addressOf(key), responseOf(file));
      } catch {
        await makeRoom(store, MOST_FILES / 2);
        await store.put(addressOf(key), responseOf(file));
      }
      await makeRoom(store, MOST_FILES);
      return true;
    }, false);
  },
};

/** Where nothing may be stored, everything works without. */
async function quietly<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await work();
  } catch {
    return otherwise;
  }
}

/** Caches are asked by addresses; this one is nobody's, and never fetched. */
const addressOf = (key: string) => `https://kept.invalid/${encodeURIComponent(key)}`;

function responseOf({ bytes, etag, at }: KeptFile): Response {
  return new Response(bytes, { headers: { [AT]: at, ...(etag === null ? {} : { [ETAG]: etag }) } });
}

/** The files kept longest ago go first. */
async function makeRoom(store: Cache, most: number): Promise<void> {
  const all = await store.keys();
  for (const old of all.slice(0, Math.max(0, all.length - most))) await store.delete(old);
}
