/** A file's parts as text, however they were written: in UTF-8 or UTF-16, with these prefixes for their namespaces or with others. */
import { SaxesParser, type SaxesAttributeNS, type SaxesTagNS } from "saxes";
import { escaped } from "./xmlElements";

/** The prefixes Excel writes, by which parts are read here. Strict workbooks name the same things otherwise. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ["http://schemas.openxmlformats.org/spreadsheetml/2006/main", ""],
  ["http://schemas.openxmlformats.org/package/2006/relationships", ""],
  ["http://schemas.openxmlformats.org/package/2006/content-types", ""],
  ["http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r"],
  ["http://schemas.openxmlformats.org/drawingml/2006/main", "a"],
  ["http://schemas.openxmlformats.org/drawingml/2006/chart", "c"],
  ["http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing", "xdr"],
  ["http://purl.oclc.org/ooxml/spreadsheetml/main", ""],
  ["http://purl.oclc.org/ooxml/officeDocument/relationships", "r"],
  ["http://purl.oclc.org/ooxml/drawingml/main", "a"],
  ["http://purl.oclc.org/ooxml/drawingml/chart", "c"],
  ["http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing", "xdr"],
]);

/** The text of a part. A sign of UTF-16 is its mark, or a "<" beside a zero. */
export function textOfPart(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)
      ? "utf-16le"
      : (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)
        ? "utf-16be"
        : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}

const namespacesIn = (xml: string) =>
  [...xml.matchAll(/\sxmlns(?::([\w.-]+))?\s*=\s*["']([^"']*)["']/g)].map(([, prefix = "", uri = ""]) => ({
    prefix,
    uri,
  }));

/** The same XML with the prefixes Excel writes; as it is where it has them. */
export function withUsualPrefixes(xml: string): string {
  const isUnusual = namespacesIn(xml).some(({ prefix, uri }) => (PREFIXES.get(uri) ?? prefix) !== prefix);
  return isUnusual ? rewritten(xml) : xml;
}

function rewritten(xml: string): string {
  const parser = new SaxesParser({ xmlns: true });
  const pieces: string[] = [];
  const nameOf = ({ uri, local, name }: SaxesTagNS | SaxesAttributeNS): string => {
    const prefix = PREFIXES.get(uri);
    return prefix === undefined ? name : prefix === "" ? local : `${prefix}:${local}`;
  };
  let isRoot = true;
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", (tag) => {
    const attributes = Object.values(tag.attributes).flatMap((attribute) => {
      const isDeclaration = attribute.name === "xmlns" || attribute.prefix === "xmlns";
      if (isDeclaration && PREFIXES.has(attribute.value)) return [];
      return [`${attribute.uri && !isDeclaration ? nameOf(attribute) : attribute.name}="${escaped(attribute.value)}"`];
    });
    if (isRoot)
      for (const [uri, prefix] of PREFIXES)
        if (uri.includes("openxmlformats") && (prefix === "" ? uri === tag.uri : true))
          attributes.push(`xmlns${prefix && ":"}${prefix}="${uri}"`);
    isRoot = false;
    pieces.push(`<${[nameOf(tag), ...attributes].join(" ")}${tag.isSelfClosing ? "/" : ""}>`);
  });
  parser.on("text", (text) => pieces.push(escapedText(text)));
  parser.on("cdata", (text) => pieces.push(escapedText(text)));
  parser.on("closetag", (tag) => {
    if (!tag.isSelfClosing) pieces.push(`</${nameOf(tag)}>`);
  });
  parser.write(xml).close();
  return pieces.join("");
}

const escapedText = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
