/** Fetching a file from an https address: bounded in time and size, tried again where that may help, never over an open line. */
import { CatalogError, type SourceTrouble } from "../core/errors";
import { isPacked, unpacked } from "../files/gzip";

/** How patient fetching is. In milliseconds and bytes. */
export interface Patience {
  /** Without a byte for so long, an attempt is given up. */
  readonly silence: number;
  /** Before the second and each further attempt. */
  readonly pauses: readonly number[];
  /** The longest a server may ask to wait. */
  readonly longestPause: number;
  readonly largest: number;
}
export const PATIENCE: Patience = {
  silence: 15_000,
  pauses: [500, 2000],
  longestPause: 10_000,
  largest: 60_000_000,
};

const LONGEST_ADDRESS = 2000;
const LOCAL = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * The address a person wrote, or a list names: https, or http on the computer itself for development; without a name and password.
 * @throws CatalogError sourceRefused
 */
export function addressGiven(given: string, base?: string): string {
  const refused = (trouble: SourceTrouble) =>
    new CatalogError("sourceRefused", { address: given, trouble, detail: "" });
  let address: URL;
  try {
    if (given.length > LONGEST_ADDRESS) throw refused("noAddress");
    address = new URL(given.trim(), base);
  } catch {
    throw refused("noAddress");
  }
  if (address.username !== "" || address.password !== "") throw refused("credentials");
  if (address.protocol !== "https:" && !(address.protocol === "http:" && LOCAL.has(address.hostname)))
    throw refused("notHttps");
  address.hash = "";
  return address.href;
}

export interface FetchedFile {
  /** Unpacked; null where the server says that it has not changed. */
  readonly bytes: Uint8Array<ArrayBuffer> | null;
  readonly etag: string | null;
}

/**
 * @param etag of the file that is at hand: it is asked for only if it has changed
 * @throws CatalogError sourceRefused
 */
export async function fetchFile(address: string, etag: string | null, patience = PATIENCE): Promise<FetchedFile> {
  let known = etag;
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await fetchOnce(address, known, patience);
    } catch (error) {
      const pause = patience.pauses[attempt];
      if (!(error instanceof Attempt) || pause === undefined) throw error instanceof Attempt ? error.refusal : error;
      // Another site may not allow the header that asks for changes: then it is asked without.
      if (error.refusal.facts.trouble === "unreachable") known = null;
      await new Promise((resolve) => setTimeout(resolve, Math.min(error.askedPause ?? pause, patience.longestPause)));
    }
  }
}

/** An attempt that failed in a way another one may not. */
class Attempt extends Error {
  constructor(
    readonly refusal: CatalogError<"sourceRefused">,
    readonly askedPause: number | null = null,
  ) {
    super(refusal.message);
  }
}

const TRIED_AGAIN = new Set([408, 425, 429, 500, 502, 503, 504]);

async function fetchOnce(address: string, etag: string | null, patience: Patience): Promise<FetchedFile> {
  const refused = (trouble: SourceTrouble, detail = "") =>
    new CatalogError("sourceRefused", { address, trouble, detail });
  const ending = new AbortController();
  let timer = setTimeout(() => ending.abort(), patience.silence);
  const stillThere = () => {
    clearTimeout(timer);
    timer = setTimeout(() => ending.abort(), patience.silence);
  };
  try {
    const response = await fetch(address, {
      credentials: "omit",
      referrerPolicy: "no-referrer",
      cache: "no-cache",
      signal: ending.signal,
      headers: etag === null ? {} : { "If-None-Match": etag },
    });
    if (response.redirected) mustBeSafe(response.url, address);
    if (response.status === 304) return { bytes: null, etag };
    if (!response.ok) {
      const refusal = refused("status", String(response.status));
      throw TRIED_AGAIN.has(response.status) ? new Attempt(refusal, pauseAskedBy(response)) : refusal;
    }
    const bytes = await bytesOf(response, patience.largest, stillThere);
    if (bytes === null) throw refused("tooLarge", String(patience.largest));
    return { bytes: plain(bytes, patience.largest, refused), etag: response.headers.get("ETag") };
  } catch (error) {
    if (error instanceof CatalogError || error instanceof Attempt) throw error;
    throw new Attempt(
      ending.signal.aborted ? refused("timeOut", String(patience.silence / 1000)) : refused("unreachable"),
    );
  } finally {
    clearTimeout(timer);
    ending.abort();
  }
}

function mustBeSafe(url: string, address: string): void {
  try {
    addressGiven(url);
  } catch {
    throw new CatalogError("sourceRefused", { address, trouble: "redirectedToHttp", detail: new URL(url).host });
  }
}

function pauseAskedBy(response: Response): number | null {
  const seconds = Number(response.headers.get("Retry-After") ?? NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null;
}

/** The body as it comes in; null where it is larger than it may be, however small it says it is. */
async function bytesOf(
  response: Response,
  most: number,
  stillThere: () => void,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (Number(response.headers.get("Content-Length") ?? 0) > most) return null;
  const reader = response.body?.getReader();
  const pieces: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true as const, value: undefined };
    if (done) break;
    stillThere();
    size += value.length;
    if (size > most) {
      await reader?.cancel();
      return null;
    }
    pieces.push(value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** What a server hands out packed, as a file whose name ends in .gz. */
function plain(
  bytes: Uint8Array<ArrayBuffer>,
  most: number,
  refused: (trouble: SourceTrouble, detail?: string) => CatalogError<"sourceRefused">,
): Uint8Array<ArrayBuffer> {
  if (!isPacked(bytes)) return bytes;
  let whole: Uint8Array<ArrayBuffer> | null;
  try {
    whole = unpacked(bytes, most);
  } catch {
    throw new Attempt(refused("broken"));
  }
  if (whole === null) throw refused("tooLarge", String(most));
  return whole;
}
