/** How a file's parts name each other (ECMA-376 Part 2). */
import type JSZip from "jszip";
import { attributesOf, elementsOf } from "./xmlElements";

export const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Edits a part that is there. */
export type Change = (part: string, edit: (xml: string) => string) => Promise<void>;

export interface RelatedPart {
  readonly id: string;
  readonly type: string;
  /** The part's full name. @example "xl/charts/chart1.xml" */
  readonly target: string;
}

/** "" is the file as a whole. @example relationshipsPart("xl/worksheets/sheet1.xml") // "xl/worksheets/_rels/sheet1.xml.rels" */
export const relationshipsPart = (part: string): string => part.replace(/([^/]*)$/, "_rels/$1.rels");

/** The parts a part refers to; links to elsewhere are none. */
export async function relatedParts(zip: JSZip, part: string): Promise<RelatedPart[]> {
  const xml = (await zip.file(relationshipsPart(part))?.async("string")) ?? "";
  return elementsOf(xml, "Relationship").flatMap(({ tag }) => {
    const { Id = "", Type = "", Target = "", TargetMode } = attributesOf(tag);
    if (TargetMode === "External") return [];
    return [{ id: Id, type: Type, target: decodeURI(new URL(encodeURI(Target), `file:///${part}`).pathname).slice(1) }];
  });
}

export const withContentType = (xml: string, part: string, type: string): string =>
  xml.replace("</Types>", `<Override PartName="${part}" ContentType="${type}"/></Types>`);

export function withRelationship(xml: string, id: string, type: string, target: string): string {
  return xml.replace(
    "</Relationships>",
    `<Relationship Id="${id}" Type="${type}" Target="${target}"/></Relationships>`,
  );
}

export const NO_RELATIONSHIPS = `${DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`;

export const relationships = (id: string, type: string, target: string): string =>
  withRelationship(NO_RELATIONSHIPS, id, type, target);
