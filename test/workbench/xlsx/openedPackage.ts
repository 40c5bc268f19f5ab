/**
 * A workbook's file, its parts found by the relationships that name them (ECMA-376 Part 2): what a sheet's part is called says nothing
 * of its place or its sheetId.
 */
import { Workbook, type Worksheet } from "exceljs";
import JSZip from "jszip";
import { textOfPart, withUsualPrefixes } from "./plainXml";
import { DECLARATION, NO_RELATIONSHIPS, relatedParts, RELATIONSHIPS, withRelationship } from "./relatedParts";
import { attributesOf, elementsOf, escaped, unescaped } from "./xmlElements";

/** A sheet of cells in a file. */
export interface SheetOfFile {
  readonly name: string;
  /** @example "xl/worksheets/sheet3.xml" */
  readonly part: string;
  readonly xml: string;
  /** The cells, looks and print set-up, as the library reads them. */
  readonly worksheet: Worksheet;
}

export interface OpenedPackage {
  readonly zip: JSZip;
  /** The part of the workbook itself. */
  readonly workbookPart: string;
  readonly workbookXml: string;
  /** In their order in the file. */
  readonly sheets: readonly SheetOfFile[];
  /** For each sheet that the file lists its place in `sheets`; null for one without cells, as a sheet that is a chart. */
  readonly places: readonly (number | null)[];
  readonly book: Workbook;
}

/**
 * Reads a file.
 * @param change made to each part's text before it is read
 * @throws where the bytes are no .xlsx workbook with a sheet
 */
export async function openPackage(
  bytes: Uint8Array,
  change: (xml: string, part: string) => string = (xml) => xml,
): Promise<OpenedPackage> {
  const zip = await JSZip.loadAsync(bytes);
  for (const file of zip.file(/\.(xml|rels|vml)$/i)) {
    const text = textOfPart(await file.async("uint8array"));
    zip.file(file.name, change(withUsualPrefixes(text), file.name));
  }
  const named = (await relatedParts(zip, "")).find(({ type }) => type.endsWith("/officeDocument"))?.target;
  const workbookPart = named !== undefined && zip.file(named) ? named : "xl/workbook.xml";
  const text = async (part: string): Promise<string> => (await zip.file(part)?.async("string")) ?? "";
  const workbookXml = await text(workbookPart);
  const related = await relatedParts(zip, workbookPart);
  const listed = elementsOf(workbookXml, "sheet").map(({ tag }) => {
    const { name = "", state, "r:id": id } = attributesOf(tag);
    const part = related.find((each) => each.id === id);
    return { name, state: state ?? "visible", part: part?.type.endsWith("/worksheet") ? part.target : null };
  });
  const kept = listed.flatMap(({ name, state, part }) =>
    part !== null && zip.file(part) ? [{ name, state, part }] : [],
  );
  if (kept.length === 0) throw new Error("the file holds no sheet");
  const xmls = await Promise.all(kept.map(({ part }) => text(part)));
  const places = listed.map(({ part }) => {
    const place = kept.findIndex((each) => each.part === part);
    return place < 0 ? null : place;
  });

  // What the library reads: sheets in their order under their usual names, without what is read here from the parts themselves.
  const copy = new JSZip();
  let relationships = NO_RELATIONSHIPS;
  for (const [index, xml] of xmls.entries()) {
    copy.file(`xl/worksheets/sheet${index + 1}.xml`, cellsOnly(xml));
    const target = `worksheets/sheet${index + 1}.xml`;
    relationships = withRelationship(relationships, `rId${index + 1}`, `${RELATIONSHIPS}/worksheet`, target);
  }
  copy.file("xl/_rels/workbook.xml.rels", relationships);
  copy.file("xl/workbook.xml", plainWorkbook(workbookXml, kept, places));
  for (const [type, name] of [
    ["/styles", "xl/styles.xml"],
    ["/sharedStrings", "xl/sharedStrings.xml"],
  ] as const) {
    const part = related.find((each) => each.type.endsWith(type))?.target;
    if (part !== undefined && zip.file(part)) copy.file(name, withoutBackslashes(await text(part)));
  }
  for (const { name } of zip.file(/^docProps\/(app|core)\.xml$/)) copy.file(name, await text(name));
  const book = new Workbook();
  await book.xlsx.load((await copy.generateAsync({ type: "uint8array", compression: "STORE" })) as never);
  const sheets = kept.map(({ name, part }, index): SheetOfFile => {
    const worksheet = book.worksheets[index];
    if (!worksheet) throw new Error(`the sheet “${name}” cannot be read`);
    return { name, part, xml: xmls[index]!, worksheet };
  });
  return { zip, workbookPart, workbookXml, sheets, places, book };
}

/**
 * Number formats with quotation marks around what a backslash shows as it is: it means the same, and the library leaves backslashes out.
 * @example withoutBackslashes('<numFmt formatCode="0.0\\%"/>') // '<numFmt formatCode="0.0&quot;%&quot;"/>'
 */
function withoutBackslashes(styles: string): string {
  return styles.replace(/(\sformatCode=")([^"]*)(?=")/g, (_, before: string, written: string) => {
    const plain = unescaped(written).replace(/"[^"]*"|\\(.)/g, (whole, letter?: string) =>
      letter === undefined ? whole : `"${letter}"`,
    );
    return before + escaped(plain);
  });
}

/** What of a sheet's part is read here itself, or is not kept. */
const READ_HERE =
  /<(hyperlinks|tableParts|mergeCells|dataValidations)(?:\s[^>]*?)?>[\s\S]*?<\/\1>|<(?:hyperlinks|tableParts|mergeCells|dataValidations|drawing|legacyDrawing|legacyDrawingHF|picture|autoFilter)(?:\s[^>]*?)?\/>|<autoFilter(?:\s[^>]*?)?>[\s\S]*?<\/autoFilter>/g;

const cellsOnly = (xml: string): string => xml.replace(READ_HERE, "");

/** The workbook's part for the library: its sheets by new numbers, and of its names those that belong to the print set-up. */
function plainWorkbook(
  xml: string,
  sheets: readonly { readonly name: string; readonly state: string }[],
  places: readonly (number | null)[],
): string {
  const list = sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${escaped(name)}" sheetId="${index + 1}" state="${state}" r:id="rId${index + 1}"/>`,
  );
  const names = elementsOf(xml, "definedName").flatMap(({ tag, content }) => {
    const { name = "", localSheetId } = attributesOf(tag);
    const place = localSheetId === undefined ? null : places[Number(localSheetId)];
    if (!/^_xlnm\.Print_(Area|Titles)$/.test(name) || typeof place !== "number" || content.includes("#REF!")) return [];
    return [`<definedName name="${name}" localSheetId="${place}">${content}</definedName>`];
  });
  const views = /<bookViews>[\s\S]*?<\/bookViews>/.exec(xml)?.[0] ?? "";
  const facts = /<workbookPr(?:\s[^>]*?)?\/>/.exec(xml)?.[0] ?? "";
  return (
    `${DECLARATION}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${RELATIONSHIPS}">` +
    `${facts}${views}<sheets>${list.join("")}</sheets>` +
    `${names.length > 0 ? `<definedNames>${names.join("")}</definedNames>` : ""}</workbook>`
  );
}
