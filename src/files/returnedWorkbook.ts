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

/** The sheets a workbook's part names, each with a look at what lies on it. Each part is looked at once, however often it is named. */
function sheetsOf(workbook: Uint8Array, parts: Archive): SheetOfFile[] {
  const related = once((part: string) => {
    const links = partNamed(parts, part.replace(/([^/]+)$/, "_rels/$1.rels"));
    return (links ? elementsNamed(links, "Relationship") : []).map((each) => ({
      id: each.get("Id"),
      type: each.get("Type") ?? "",
      target: partOf(each.get("Target") ?? "", part),
    }));
  });
  const namesObjects = once((part: string) => related(part).some(({ type }) => OBJECTS.test(type)));
  const holdsObjects = once(
    (part: string) =>
      namesObjects(part) || related(part).some(({ type, target }) => DRAWING.test(type) && namesObjects(target)),
  );
  const partById = new Map(related(WORKBOOK_PART).map(({ id, target }) => [id, target]));
  return elementsNamed(workbook, "sheet")
    .slice(0, MOST_SHEETS)
    .map((sheet) => {
      const part = partById.get([...sheet].find(([key]) => key.endsWith(":id"))?.[1]);
      return { name: sheet.get("name") ?? "", holdsObjects: part !== undefined && holdsObjects(part) };
    });
}

function once<T>(answer: (part: string) => T): (part: string) => T {
  const known = new Map<string, T>();
  return (part) => {
    const found = known.get(part);
    if (found !== undefined) return found;
    const made = answer(part);
    known.set(part, made);
    return made;
  };
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
