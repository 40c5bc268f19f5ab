/** A text file's text: UTF-8, UTF-16 or GB18030. What else it may be written in is named, and not read as nonsense. */
import { CatalogError } from "../core/errors";
import { beginsWith } from "../files/magic";
import { refusedFile } from "../files/refusal";

export interface PlainText {
  readonly text: string;
  readonly encoding: string;
}

const MARKED = [
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
] as const;
/** UTF-32 begins with the marks of UTF-16 and goes on with zeros. */
const UTF_32 = [
  [0xff, 0xfe, 0, 0],
  [0, 0, 0xfe, 0xff],
];
const HEAD = 4096; // bytes and characters that tell what a text is
const ODD_CHARACTERS = 20;

/** @throws CatalogError documentRefused: empty, notText, formatUnknown, otherEncoding with the encoding's name */
export function textOfPlain(bytes: Uint8Array, name: string): PlainText {
  if (bytes.length === 0) throw refusedFile(name, "empty");
  if (UTF_32.some((mark) => beginsWith(bytes, mark)) || isUnmarkedUtf32(bytes))
    throw refusedFile(name, "otherEncoding", "UTF-32");
  const head = bytes.subarray(0, HEAD);
  const wide =
    MARKED.find(([, mark]) => beginsWith(bytes, mark))?.[0] ?? (head.includes(0) ? unmarkedUtf16(head) : undefined);
  if (wide === null) throw refusedFile(name, "notText");
  for (const encoding of wide ? [wide] : ["utf-8", "gb18030"])
    try {
      if (encoding === "gb18030" && isWesternText(bytes)) throw refusedFile(name, "otherEncoding", "Latin-1");
      return decoded(bytes, encoding, name);
    } catch (error) {
      if (error instanceof CatalogError) throw error;
    }
  throw refusedFile(name, /\.(?:txt|csv|tsv)$/iu.test(name) ? "notText" : "formatUnknown");
}

/** @throws CatalogError notText; TypeError where the bytes are not in this encoding */
function decoded(bytes: Uint8Array, encoding: string, name: string): PlainText {
  const even = encoding.startsWith("utf-16") ? bytes.subarray(0, bytes.length & ~1) : bytes;
  const text = new TextDecoder(encoding, { fatal: true }).decode(even);
  // GB18030 and UTF-16 accept nearly anything: a text has hardly any control characters.
  if ([...text.slice(0, HEAD)].filter(isOdd).length > ODD_CHARACTERS) throw refusedFile(name, "notText");
  return { text, encoding };
}

/** Control characters other than blanks and line ends, characters of private use, and places nobody has given a character. */
const isOdd = (character: string) => /[\p{Cc}\p{Co}\p{Cn}]/u.test(character) && !/\s/.test(character);

/** Every fourth byte, or every first of four, is zero, and its neighbour too: letters and Chinese characters in UTF-32. */
function isUnmarkedUtf32(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, HEAD & ~3);
  if (head.length < 8 || head.length % 4 !== 0) return false;
  const areZero = (one: number, other: number) => {
    for (let at = 0; at < head.length; at += 4) if (head[at + one] !== 0 || (head[at + other] ?? 0) > 16) return false;
    return true;
  };
  return areZero(3, 2) || areZero(0, 1);
}

/** UTF-16 without its mark: zeros stand only in the high bytes of its line ends, digits and blanks. */
function unmarkedUtf16(head: Uint8Array): "utf-16le" | "utf-16be" | null {
  const zeros = [0, 0];
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  if (zeros[0] === 0) return "utf-16le";
  return zeros[1] === 0 ? "utf-16be" : null;
}

/** Mostly ASCII, with single accented letters between: in GB18030 high bytes come in pairs, and Chinese text is full of them. */
function isWesternText(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, HEAD * 4);
  let high = 0;
  let single = 0;
  for (const [at, byte] of head.entries()) {
    if (byte < 0x80) continue;
    high++;
    if ((head[at - 1] ?? 0) < 0x80 && (head[at + 1] ?? 0) < 0x80) single++;
  }
  return high > 0 && single * 2 > high && high * 5 < head.length;
}
