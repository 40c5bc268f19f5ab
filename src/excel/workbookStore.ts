/** What is kept inside the workbook: JSON in custom XML parts, which travel with the file and hold some hundred kilobytes with ease. */

import { inTurn } from "./writingQueue";

/** One part each; the namespace is how it is found again. */
export const PARTS = {
  catalog: "urn:target-vs-actual:catalog:1",
  review: "urn:target-vs-actual:review:1",
  collected: "urn:target-vs-actual:collected:1",
  frozen: "urn:target-vs-actual:frozen:1",
  settings: "urn:target-vs-actual:settings:1",
  change: "urn:target-vs-actual:change:1",
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

/** What all parts of this kind hold, in no order; where every value came as a part of its own. */
export async function readParts(context: Excel.RequestContext, part: Part): Promise<unknown[]> {
  const parts = context.workbook.customXmlParts.getByNamespace(PARTS[part]);
  parts.load("items/id");
  await context.sync();
  const xmls = parts.items.map((item) => item.getXml());
  if (xmls.length > 0) await context.sync();
  return xmls.map(({ value }) => fromXml(value));
}

/**
 * Keeps a value in a part, in place of what it held; null takes the part away. The new part comes before the old one goes, so that one
 * of them stands whatever happens; where an answer is lost, it is looked up which.
 */
export async function writePart(context: Excel.RequestContext, part: Part, value: unknown): Promise<void> {
  const standing = async () => {
    const parts = context.workbook.customXmlParts.getByNamespace(PARTS[part]);
    parts.load("items/id");
    await context.sync();
    return parts.items;
  };
  const olds = await standing();
  const ids = new Set(olds.map(({ id }) => id));
  try {
    if (value !== null) context.workbook.customXmlParts.add(toXml(part, value));
    for (const old of olds) old.delete();
    await context.sync();
  } catch (error) {
    const now = await standing();
    const fresh = now.filter(({ id }) => !ids.has(id));
    const isReplaced = fresh.length === now.length && fresh.length === (value === null ? 0 : 1);
    if (isReplaced && (olds.length > 0 || value !== null)) return;
    for (const each of fresh) each.delete();
    await context.sync();
    throw error;
  }
}

/** The same in its turn: for what is kept by itself, and not by a command. */
export function keepPart(context: Excel.RequestContext, part: Part, value: unknown): Promise<void> {
  return inTurn(["part", part, value], () => writePart(context, part, value));
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
