/** The few elements of a file's parts that are read and written here directly. */

/** Text as an element or an attribute holds it. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"\n]/g, (letter) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[letter] ?? "&#10;");

/** @example unescaped("a &lt; b") // "a < b" */
export function unescaped(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (decimal) return String.fromCodePoint(Number(decimal));
    if (hex) return String.fromCodePoint(parseInt(hex, 16));
    return { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" }[name ?? ""] ?? whole;
  });
}

/** The attributes of a start tag. @example attributesOf('<a b="1">') // { b: "1" } */
export function attributesOf(tag: string): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    [...tag.matchAll(/([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, name = "", value, other = ""]) => [
      name,
      unescaped(value ?? other),
    ]),
  );
}

/** The elements of that name in order, each with its start tag and what it holds, still escaped. */
export function elementsOf(xml: string, name: string): { tag: string; content: string }[] {
  const element = new RegExp(`(<${name}(?:\\s[^>]*?)?)\\s*(?:/>|>([\\s\\S]*?)</${name}>)`, "g");
  return [...xml.matchAll(element)].map(([, tag = "", content = ""]) => ({ tag, content }));
}
