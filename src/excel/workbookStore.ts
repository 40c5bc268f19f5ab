/** What is kept inside the workbook: JSON in custom XML parts, which travel with the file and hold some hundred kilobytes with ease. */

/** One part each; the namespace is how it is found again. */
export const PARTS = {
  catalog: "urn:target-vs-actual:catalog:1",
  review: "urn:target-vs-actual:review:1",
  collected: "urn:target-vs-actual:collected:1",
  settings: "urn:target-vs-actual:settings:1",
} as const;
export type Part = keyof typeof PARTS;

/** What a part holds, or null where there is none. @param context callers own Excel.run */
export async function readPart(context: Excel.RequestContext, part: Part): Promise<unknown> {
  const parts = context.workbook.customXmlParts.getByNamespace(PARTS[part]);
  parts.load("items/id");
  await context.sync();
  const [first] = parts.items;
  if (!first) return null;
  const xml = first.getXml();
  await context.sync();
  return fromXml(xml.value);
}

/** Keeps a value in a part, in place of what it held; null takes the part away. */
export async function writePart(context: Excel.RequestContext, part: Part, value: unknown): Promise<void> {
  const parts = context.workbook.customXmlParts.getByNamespace(PARTS[part]);
  parts.load("items/id");
  await context.sync();
  for (const old of parts.items) old.delete();
  if (value !== null) context.workbook.customXmlParts.add(toXml(part, value));
  await context.sync();
}

/** JSON as the text of one element. Characters that XML does not know go: they mean nothing in a report. */
export function toXml(part: Part, value: unknown): string {
  const json = JSON.stringify(value)
    .replace(/[\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;");
  return `<${part} xmlns="${PARTS[part]}">${json}</${part}>`;
}

export function fromXml(xml: string): unknown {
  const text = /^(?:<\?[^>]*\?>)?\s*<[^>]*>([\s\S]*)<\/[^>]*>\s*$/.exec(xml)?.[1];
  if (text === undefined) return null;
  try {
    return JSON.parse(
      text
        .replace(/&lt;/g, "<")
        .replace(/&gt;/g, ">")
        .replace(/&quot;/g, '"')
        .replace(/&apos;/g, "'")
        .replace(/&amp;/g, "&"),
    );
  } catch {
    return null; // somebody else wrote into it
  }
}
