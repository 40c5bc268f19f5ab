/** What is kept inside the workbook: JSON in custom XML parts, which travel with the file and hold some hundred kilobytes with ease. */

import { escapedText, textOfElement } from "../files/xmlElement";
import { inTurn } from "./writingQueue";

/** One part each; the namespace is how it is found again. */
export const PARTS = {
  catalog: "urn:target-vs-actual:catalog:1",
  beside: "urn:target-vs-actual:beside:1",
  review: "urn:target-vs-actual:review:1",
  collected: "urn:target-vs-actual:collected:1",
  frozen: "urn:target-vs-actual:frozen:1",
  settings: "urn:target-vs-actual:settings:1",
  ownSheets: "urn:target-vs-actual:own-sheets:1",
  change: "urn:target-vs-actual:change:1",
} as const;
export type Part = keyof typeof PARTS;
/** Parts that hold pinned catalogs. */
export type PinnedPart = Extract<Part, "catalog" | "beside">;

/** What a part holds, or null where there is none, or none that can be read. @param context callers own Excel.run */
export async function readPart(context: Excel.RequestContext, part: Part): Promise<unknown> {
  const text = await readPartText(context, part);
  return text === null ? null : valueOf(text);
}

/** The text of a part, or null where there is none; blank where somebody else wrote into it, so that it is no such part any more. */
export async function readPartText(context: Excel.RequestContext, part: Part): Promise<string | null> {
  const parts = context.workbook.customXmlParts.getByNamespace(PARTS[part]);
  parts.load("items/id");
  await context.sync();
  const [first] = parts.items;
  if (!first) return null;
  const xml = first.getXml();
  await context.sync();
  return partText(xml.value);
}

/** What all parts of this kind hold, in no order; where every value came as a part of its own. */
export async function readParts(context: Excel.RequestContext, part: Part): Promise<unknown[]> {
  return (await readPartTexts(context, part)).map(valueOf);
}

/** The texts of all parts of this kind. */
export async function readPartTexts(context: Excel.RequestContext, part: Part): Promise<string[]> {
  const parts = context.workbook.customXmlParts.getByNamespace(PARTS[part]);
  parts.load("items/id");
  await context.sync();
  const xmls = parts.items.map((item) => item.getXml());
  if (xmls.length > 0) await context.sync();
  return xmls.map(({ value }) => partText(value));
}

/**
 * Keeps a value in a part, in place of what it held; null takes the part away. The new part comes before the old one goes, so that one
 * of them stands whatever happens; where an answer is lost, it is looked up which.
 * @param isOld which of several parts of this kind goes; without a word all
 */
export async function writePart(
  context: Excel.RequestContext,
  part: Part,
  value: unknown,
  isOld: ((held: string) => boolean) | null = null,
): Promise<void> {
  const standing = async () => {
    const parts = context.workbook.customXmlParts.getByNamespace(PARTS[part]);
    parts.load("items/id");
    await context.sync();
    return parts.items;
  };
  const all = await standing();
  const olds = isOld === null ? all : await holding(context, all, isOld);
  const [ids, goes] = [new Set(all.map(({ id }) => id)), new Set(olds.map(({ id }) => id))];
  try {
    if (value !== null) context.workbook.customXmlParts.add(toXml(part, value));
    for (const old of olds) old.delete();
    await context.sync();
  } catch (error) {
    const now = await standing();
    const fresh = now.filter(({ id }) => !ids.has(id));
    const isReplaced = !now.some(({ id }) => goes.has(id)) && fresh.length === (value === null ? 0 : 1);
    if (isReplaced && (olds.length > 0 || value !== null)) return;
    for (const each of fresh) each.delete();
    await context.sync();
    throw error;
  }
}

async function holding(
  context: Excel.RequestContext,
  parts: readonly Excel.CustomXmlPart[],
  isMeant: (held: string) => boolean,
): Promise<Excel.CustomXmlPart[]> {
  const xmls = parts.map((each) => each.getXml());
  if (xmls.length > 0) await context.sync();
  return parts.filter((_, at) => isMeant(partText(xmls[at]?.value ?? "")));
}

/** The same in its turn: for what is kept by itself, and not by a command. */
export function keepPart(context: Excel.RequestContext, part: Part, value: unknown): Promise<void> {
  return inTurn(["part", part, value], () => writePart(context, part, value));
}

/** What all parts of a namespace hold, as XML; each is read in a request of its own, since it may be large. */
export async function readNamespace(context: Excel.RequestContext, namespace: string): Promise<string[]> {
  const parts = context.workbook.customXmlParts.getByNamespace(namespace);
  parts.load("items/id");
  await context.sync();
  const xmls: string[] = [];
  for (const part of parts.items) xmls.push(await xmlOf(context, part));
  return xmls;
}

async function xmlOf(context: Excel.RequestContext, part: Excel.CustomXmlPart): Promise<string> {
  const xml = part.getXml();
  await context.sync();
  return xml.value;
}

/** Adds a part in a request of its own. */
export async function addPart(context: Excel.RequestContext, xml: string): Promise<void> {
  context.workbook.customXmlParts.add(xml);
  await context.sync();
}

/** JSON as the text of one element: what is read again is what was kept, to the last character. */
export const toXml = (part: Part, value: unknown): string => toXmlIn(part, PARTS[part], value);

/** The same in an element and a namespace of other names. */
export function toXmlIn(element: string, namespace: string, value: unknown): string {
  // JSON has a spelling for what XML does not know.
  const json = JSON.stringify(value).replace(/[\x7f-\x9f\ufffe\uffff]/g, escaped);
  return `<${element} xmlns="${namespace}">${escapedText(json)}</${element}>`;
}
const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;

export function fromXml(xml: string): unknown {
  return valueOf(partText(xml));
}

/** The text a part holds; blank where it is no such part any more. */
export const partText = (xml: string): string => textOfElement(xml) ?? "";

/** What a text of JSON holds; null where it is none. */
export function valueOf(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null; // somebody else wrote into it
  }
}
