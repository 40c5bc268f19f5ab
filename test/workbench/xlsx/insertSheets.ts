/** Sheets of an .xlsx file into the workbook that is open, beside its own: `Workbook.insertWorksheetsFromBase64`. */
import type JSZip from "jszip";
import { quotedSheet, retargeted } from "../engine/address";
import { invalid, OfficeError } from "../host/errors";
import { record, text } from "../host/model/check";
import { EVENT, sheetKey, type Host } from "../host/model/host";
import { copyName, placeOf } from "../host/model/worksheets";
import { coloursOf } from "./fileColour";
import { fromFileFormula } from "./fileFormula";
import { openPackage, type OpenedPackage } from "./openedPackage";
import { readSheet } from "./openXlsx";
import { relatedParts } from "./relatedParts";
import { attributesOf, elementsOf, escaped, unescaped } from "./xmlElements";

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

function bytesOf(value: unknown): Uint8Array {
  const letters = text(value, "the file").replace(/\s/g, "");
  if (letters === "" || !BASE64.test(letters)) throw invalid("the file is not written in base64");
  return Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
}

/** @throws InvalidArgument for bytes that are no .xlsx workbook: broken, of another kind, or behind a password. */
async function read(bytes: Uint8Array, names?: ReadonlyMap<string, string>): Promise<OpenedPackage> {
  try {
    return await openPackage(bytes, names && ((xml) => renamed(xml, names)));
  } catch (error) {
    throw invalid(`the file is no .xlsx workbook that can be read: ${String(error)}`);
  }
}

/** The same part with other names for the file's sheets, in its formulas too. */
function renamed(xml: string, names: ReadonlyMap<string, string>): string {
  return xml
    .replace(
      /(<(?:x14:|xm:)?(?:f|formula|formula1|formula2|definedName)(?:\s[^>]*)?>)([^<]+)</g,
      (_, tag: string, formula: string) => `${tag}${escaped(retargeted(unescaped(formula), names))}<`,
    )
    .replace(/(<sheet\s[^>]*?name=")([^"]*)"/g, (_, before: string, name: string) => {
      const now = names.get(unescaped(name));
      return `${before}${now === undefined ? name : escaped(now)}"`;
    });
}

/**
 * Puts sheets of a file into the workbook; those whose names exist get " (2)".
 * @param options sheetNamesToInsert (all without it), positionType (at the end without it), relativeTo
 * @returns the ids of the new sheets, in their order in the file
 * @throws InvalidArgument when the bytes are no readable workbook or name no such sheet, UnsupportedFeature when a sheet that is to be
 * inserted holds charts or the like; then nothing was inserted
 */
export async function insertSheets(host: Host, base64File: unknown, options: unknown): Promise<string[]> {
  host.mustAllowStructure();
  const given =
    options === null || options === undefined
      ? {}
      : record(options, ["sheetNamesToInsert", "positionType", "relativeTo"], "the options");
  const place = placeOf(host, given.positionType, given.relativeTo, host.engine.sheets().length);
  const bytes = bytesOf(base64File);
  const source = await read(bytes);
  const all = source.sheets.map(({ name }) => name);
  const wanted = wantedNames(given.sheetNamesToInsert, all);
  for (const { part, name } of source.sheets.filter((each) => wanted.includes(each.name)))
    if (await holdsObjects(source.zip, part))
      throw new OfficeError("UnsupportedFeature", `“${name}” holds charts, comments, PivotTables or slicers`);
  const names = new Map<string, string>();
  for (const name of wanted)
    if (host.findSheet(name)) {
      const taken = [...all, ...names.values()].map((each) => each.toLowerCase());
      names.set(name, copyName(host, name, taken));
    }
  const { zip, sheets, places, workbookXml } = names.size ? await read(bytes, names) : source;
  const colours = await coloursOf(zip);
  const kept = sheets.filter((_, index) => wanted.includes(all[index]!));
  const functions = host.engine.externalFunctionNames();
  const added: string[] = [];
  try {
    for (const sheet of kept) {
      const { worksheet } = sheet;
      const id = host.engine.addSheet(sheet.name, place + added.length);
      added.push(id);
      await readSheet(host, id, sheet, { zip, colours, functions });
      if (worksheet.state === "visible") continue;
      host.record(id).visibility = worksheet.state === "hidden" ? "Hidden" : "VeryHidden";
      host.engine.setSheetHidden(id, true);
    }
    readNamesOf(
      host,
      workbookXml,
      places.map((at) => (at === null ? null : (added[kept.indexOf(sheets[at]!)] ?? null))),
      functions,
    );
  } catch (error) {
    for (const id of added) host.engine.removeSheet(id);
    throw invalid(`the file cannot be taken in: ${String(error)}`);
  }
  for (const id of added) host.sheetEvent(EVENT.worksheetAdded, "WorksheetAdded", id);
  return added.map(sheetKey);
}

/** What Excel on the web does not take in: charts, threaded comments, PivotTables, slicers. */
async function holdsObjects(zip: JSZip, sheet: string): Promise<boolean> {
  const related = await relatedParts(zip, sheet);
  if (related.some(({ type }) => /\/(pivotTable|slicer|threadedComment)$/.test(type))) return true;
  for (const { target, type } of related)
    if (type.endsWith("/drawing") && (await relatedParts(zip, target)).some((each) => each.type.endsWith("/chart")))
      return true;
  return false;
}

function wantedNames(value: unknown, all: readonly string[]): string[] {
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return [...all];
  if (!Array.isArray(value)) throw invalid("sheetNamesToInsert is a list of names");
  const wanted = value.map((each) => text(each, "a sheet's name").toLowerCase());
  const missing = wanted.find((name) => !all.some((each) => each.toLowerCase() === name));
  if (missing !== undefined) throw invalid(`the file has no sheet “${missing}”`);
  return all.filter((name) => wanted.includes(name.toLowerCase()));
}

/** Names that speak of the inserted sheets come along; one the workbook has already becomes the sheet's own. */
function readNamesOf(host: Host, xml: string, sheets: readonly (string | null)[], functions: readonly string[]): void {
  for (const { tag, content } of elementsOf(xml, "definedName")) {
    const { name = "", localSheetId, comment = "", hidden } = attributesOf(tag);
    if (name.startsWith("_xlnm.")) continue;
    const formula = fromFileFormula(unescaped(content), functions);
    const target = sheets.find((id) => id !== null && formula.includes(`${quotedSheet(host.sheetName(id))}!`));
    const own = localSheetId === undefined ? null : (sheets[Number(localSheetId)] ?? null);
    if (localSheetId === undefined ? !target : own === null) continue;
    const exists = host.engine.names().some((each) => each.sheet === null && each.name === name);
    const sheet = own ?? (exists ? (target ?? null) : null);
    host.engine.setName({ name, formula, comment, isVisible: hidden !== "1", sheet });
  }
}
