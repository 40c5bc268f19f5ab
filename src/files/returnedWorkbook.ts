/** A workbook file before it is handed to Excel: what Excel would choke on is refused in words, and what is handed on is what was looked at. */
import { openArchive, packed, partNamed, lettersOf, type Archive } from "./archive";
import { beginningOf } from "./magic";
import { MEGABYTE, refusedFile } from "./refusal";
import { elementsNamed, refusedXml } from "./xml";

/** What is needed of a chosen file. */
export type ChosenFile = Pick<File, "name" | "size" | "arrayBuffer">;

/** A sheet of a file that was chosen. */
export interface SheetOfFile {
  readonly name: string;
  /** Charts, PivotTables, slicers or threaded comments lie on it. */
  readonly holdsObjects: boolean;
}

/** A workbook as Excel takes it in, and its sheets. */
export interface ReturnedWorkbook {
  readonly base64: string;
  readonly sheets: readonly SheetOfFile[];
}

const WORKBOOK_PART = "xl/workbook.xml";
const MACROS_PART = "xl/vbaProject.bin";
const MOST_SHEETS = 255;

/**
 * Looks into a file that is to be an .xlsx workbook.
 * @param largest in bytes, of the file and of what is handed on
 * @throws CatalogError documentRefused: tooLarge, empty, locked, oldWorkbook, notWorkbook, macros, damaged, bomb, tooDeep, tooComplex
 */
export async function returnedWorkbook(file: ChosenFile, largest: number): Promise<ReturnedWorkbook> {
  const { name } = file;
  const tooLarge = () => refusedFile(name, "tooLarge", `${Math.round((largest / MEGABYTE) * 10) / 10} MB`);
  if (file.size > largest) throw tooLarge();
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes.length > largest) throw tooLarge();
  if (bytes.length === 0) throw refusedFile(name, "empty");
  const kind = beginningOf(bytes);
  if (kind === "compound") throw refusedFile(name, isEncrypted(bytes) ? "locked" : "oldWorkbook");
  if (kind !== "zip") throw refusedFile(name, "notWorkbook");
  const parts = openArchive(bytes, name);
  if (partNamed(parts, MACROS_PART)) throw refusedFile(name, "macros"); // Excel inserts sheets of .xlsx files alone
  const workbook = partNamed(parts, WORKBOOK_PART);
  if (!workbook) throw refusedFile(name, "notWorkbook");
  try {
    const sheets = sheetsOf(workbook, parts);
    const repacked = packed(parts);
    if (repacked.length > largest) throw tooLarge();
    return { base64: btoa(lettersOf(repacked)), sheets };
  } catch (error) {
    throw refusedXml(error, name) ?? error;
  }
}

/** A password turns the whole workbook into a stream of this name; names in a compound file are UTF-16. */
function isEncrypted(bytes: Uint8Array): boolean {
  return new TextDecoder("utf-16le").decode(bytes.subarray(0, bytes.length & ~1)).includes("EncryptedPackage");
}

/** What Excel on the web cannot take in with a sheet: charts, PivotTables, slicers, threaded comments. */
const OBJECTS = /\/(?:chart|chartEx|pivotTable|slicer|threadedComment)$/;
const DRAWING = /\/drawing$/;

/** The sheets a workbook's part names, each with a look at what lies on it. */
function sheetsOf(workbook: Uint8Array, parts: Archive): SheetOfFile[] {
  const relatedTo = (part: string) => {
    const links = partNamed(parts, part.replace(/([^/]+)$/, "_rels/$1.rels"));
    return (links ? elementsNamed(links, "Relationship") : []).map((each) => ({
      id: each.get("Id"),
      type: each.get("Type") ?? "",
      target: partOf(each.get("Target") ?? "", part),
    }));
  };
  const related = relatedTo(WORKBOOK_PART);
  const holdsObjects = (part: string): boolean =>
    relatedTo(part).some(
      ({ type, target }) =>
        OBJECTS.test(type) || (DRAWING.test(type) && relatedTo(target).some((each) => OBJECTS.test(each.type))),
    );
  const looked = new Map<string, boolean>();
  return elementsNamed(workbook, "sheet")
    .slice(0, MOST_SHEETS)
    .map((sheet) => {
      const wanted = [...sheet].find(([key]) => key.endsWith(":id"))?.[1];
      const part = related.find(({ id }) => id === wanted)?.target;
      if (part !== undefined && !looked.has(part)) looked.set(part, holdsObjects(part));
      return { name: sheet.get("name") ?? "", holdsObjects: part !== undefined && looked.get(part) === true };
    });
}

/** The part another one names. A link to elsewhere gives the name of no part. @example partOf("../charts/a.xml", "xl/drawings/b.xml") // "xl/charts/a.xml" */
function partOf(target: string, from: string): string {
  const path = target.startsWith("/") ? [] : from.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") path.pop();
    else if (step !== "" && step !== ".") path.push(step);
  }
  return path.join("/");
}
