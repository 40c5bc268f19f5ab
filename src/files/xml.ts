/** XML read by a parser, within bounds, in the page, in a worker and in Node alike. Nothing is fetched and no entity of a document's own is known. */
import { SaxesParser } from "saxes";
import { isRefusal, type CatalogError } from "../core/errors";
import { atOnce, type Steps } from "../core/steps";
import { refusedFile } from "./refusal";

/** What a part may hold. */
export const XML_LIMITS = { elements: 1_000_000, depth: 200, attributes: 1000 };

/** XML that is not read: not well-formed, in an unknown encoding, nested too deeply, or of too many elements. */
export class XmlTrouble extends Error {
  constructor(readonly reason: "damaged" | "tooDeep" | "tooMany") {
    super(reason);
    this.name = "XmlTrouble";
  }
}

/** The refusal of a file behind what went wrong with its XML; a refusal as it is, and null for anything else. */
export function refusedXml(error: unknown, name: string): CatalogError | null {
  if (isRefusal(error)) return error;
  if (!(error instanceof XmlTrouble)) return null;
  if (error.reason === "tooDeep") return refusedFile(name, "tooDeep", String(XML_LIMITS.depth));
  if (error.reason === "tooMany") return refusedFile(name, "tooComplex", `${XML_LIMITS.elements / 10_000}万`);
  return refusedFile(name, "damaged");
}

/** What is called while XML is read. Names are without their prefix; texts come in pieces. */
export interface XmlListener {
  readonly opened?: (name: string, attributes: ReadonlyMap<string, string>) => void;
  readonly text?: (text: string) => void;
  readonly closed?: (name: string) => void;
}

const PIECE = 65_536; // characters given to the parser at once, so that a bound ends it early

/**
 * Reads XML from its text or its bytes (UTF-8, or UTF-16 with its mark or without).
 * @param counted elements read before, where several parts share one bound; told anew by what is returned
 * @returns how many elements were read so far
 * @throws XmlTrouble
 */
export const readXml = (xml: string | Uint8Array, listener: XmlListener = {}, counted = 0): number =>
  atOnce(xmlSteps(xml, listener, counted));

/** The same in steps. */
export function* xmlSteps(xml: string | Uint8Array, listener: XmlListener = {}, counted = 0): Steps<number> {
  const text = typeof xml === "string" ? xml : textOfXml(xml);
  const parser = new SaxesParser({ xmlns: false, position: false });
  let elements = counted;
  let depth = 0;
  parser.on("error", () => {
    throw new XmlTrouble("damaged");
  });
  parser.on("doctype", () => {
    throw new XmlTrouble("damaged"); // no Office file has one: it is where entities are declared
  });
  let attributes = 0;
  parser.on("opentagstart", () => {
    attributes = 0;
  });
  parser.on("attribute", () => {
    if (++attributes > XML_LIMITS.attributes) throw new XmlTrouble("tooMany");
  });
  parser.on("opentag", ({ name, attributes: given }) => {
    if (++elements > XML_LIMITS.elements) throw new XmlTrouble("tooMany");
    if (++depth > XML_LIMITS.depth) throw new XmlTrouble("tooDeep");
    listener.opened?.(bare(name), new Map(Object.entries(given)));
  });
  parser.on("closetag", ({ name }) => {
    depth--;
    listener.closed?.(bare(name));
  });
  if (listener.text) {
    parser.on("text", listener.text);
    parser.on("cdata", listener.text);
  }
  for (let at = 0; at < text.length; at += PIECE) {
    parser.write(text.slice(at, at + PIECE));
    yield Math.min(1, (at + PIECE) / text.length);
  }
  parser.close();
  return elements;
}

const bare = (name: string) => name.slice(name.indexOf(":") + 1);

/** The text of XML. A sign of UTF-16 is a mark, or a "<" beside a zero. @throws XmlTrouble */
export function textOfXml(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)
      ? "utf-16le"
      : (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)
        ? "utf-16be"
        : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new XmlTrouble("damaged");
  }
}

/** The attributes of every element of a name, in the order of the text. @throws XmlTrouble */
export function elementsNamed(xml: string | Uint8Array, name: string): ReadonlyMap<string, string>[] {
  const found: ReadonlyMap<string, string>[] = [];
  readXml(xml, {
    opened: (each, attributes) => {
      if (each === name) found.push(attributes);
    },
  });
  return found;
}
