/** XML of one element that holds a text, as the add-in keeps its values in a workbook: read without a parser's weight, which the pane would load with its first page. */

const BLANKS = /[ \t\r\n]*/y;
const OPENING =
  /<([\p{L}_:][\p{L}\p{N}_:.-]*)((?:[ \t\r\n]+[^\s=<>"'/]+[ \t\r\n]*=[ \t\r\n]*(?:"[^"<]*"|'[^'<]*'))*)[ \t\r\n]*(\/?)>/uy;
const CLOSING = /<\/([^\s>]+)[ \t\r\n]*>/y;
const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
// eslint-disable-next-line no-control-regex -- the characters that XML cannot hold
const NO_CHARACTER = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/;
const HIGHEST = 0x10ffff;

/** A text as it stands between tags. */
export function escapedText(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

/**
 * The text of the one element that XML is, with what escapes stand for. Comments and instructions around it and in it do not count.
 * @returns null where it is not well-formed, declares a document type or holds other elements
 */
export function textOfElement(xml: string): string | null {
  const start = behindAsides(xml, xml.startsWith("\ufeff") ? 1 : 0);
  if (start === null) return null;
  const opening = matchAt(OPENING, xml, start);
  if (!opening) return null;
  const [tag, name, , isEmpty] = opening;
  const inner = isEmpty ? { text: "", end: start + tag.length } : textUntilClosed(xml, start + tag.length, name ?? "");
  return inner !== null && behindAsides(xml, inner.end) === xml.length ? inner.text : null;
}

function textUntilClosed(xml: string, from: number, name: string): { text: string; end: number } | null {
  const pieces: string[] = [];
  let at = from;
  for (;;) {
    const next = xml.indexOf("<", at);
    const piece = next < 0 ? null : unescaped(xml.slice(at, next));
    if (piece === null) return null;
    pieces.push(piece);
    const closing = matchAt(CLOSING, xml, next);
    if (closing) return closing[1] === name ? { text: pieces.join(""), end: next + closing[0].length } : null;
    if (xml.startsWith("<![CDATA[", next)) {
      const end = xml.indexOf("]]>", next);
      const content = end < 0 ? null : xml.slice(next + "<![CDATA[".length, end);
      if (content === null || NO_CHARACTER.test(content)) return null;
      pieces.push(content.replace(/\r\n?/g, "\n"));
      at = end + "]]>".length;
    } else {
      const end = behindAside(xml, next);
      if (end === null) return null;
      at = end;
    }
  }
}

/** Text between tags; null where it is none. */
function unescaped(piece: string): string | null {
  if (NO_CHARACTER.test(piece) || piece.includes("]]>")) return null;
  const broken: string[] = [];
  const text = piece.replace(/\r\n?/g, "\n").replace(/&([^;&]{0,12};)?/g, (written, reference: string | undefined) => {
    const character = reference === undefined ? undefined : characterOf(reference.slice(0, -1));
    if (character === undefined) broken.push(written);
    return character ?? "";
  });
  return broken.length === 0 ? text : null;
}

function characterOf(reference: string): string | undefined {
  const numbered = /^#(?:x([0-9a-f]+)|(\d+))$/i.exec(reference);
  if (!numbered) return Object.hasOwn(NAMED, reference) ? NAMED[reference] : undefined;
  const code = numbered[1] === undefined ? Number(numbered[2]) : Number.parseInt(numbered[1], 16);
  const character = code > 0 && code <= HIGHEST ? String.fromCodePoint(code) : undefined;
  return character === undefined || NO_CHARACTER.test(character) ? undefined : character;
}

/** Behind blanks, comments and instructions; null where one of them does not end. */
function behindAsides(xml: string, from: number): number | null {
  let at = from;
  for (;;) {
    at += matchAt(BLANKS, xml, at)?.[0].length ?? 0;
    if (!xml.startsWith("<!--", at) && !xml.startsWith("<?", at)) return at;
    const end = behindAside(xml, at);
    if (end === null) return null;
    at = end;
  }
}

/** Behind a comment or an instruction; null where there is none. */
function behindAside(xml: string, at: number): number | null {
  const [begins, ends] = xml.startsWith("<!--", at) ? ["<!--", "-->"] : ["<?", "?>"];
  if (!xml.startsWith(begins, at)) return null;
  const end = xml.indexOf(ends, at + begins.length);
  return end < 0 ? null : end + ends.length;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
