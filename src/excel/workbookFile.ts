/** A workbook file before it is handed to Excel: what it is shows in its bytes, and what Excel would choke on is refused in words. */
import { CatalogError, type DocumentTrouble } from "../core/errors";
import { checkZip, textOfPart, type ZipLimits } from "../core/zipCheck";

/** What is needed of a chosen file. */
export type ChosenFile = Pick<File, "name" | "size" | "arrayBuffer">;

/** A sheet of a file that was chosen. */
export interface SheetOfFile {
  readonly name: string;
  /** Charts, PivotTables, slicers or threaded comments lie on it. */
  readonly holdsObjects: boolean;
}

const MEGABYTE = 1024 * 1024;
const LARGEST_ON_WEB = 3.6 * MEGABYTE; // in base64 it is a third more, and Excel on the web takes requests below 5 MB
const LARGEST_ON_DESKTOP = 30 * MEGABYTE;
const UNPACKED_MEGABYTES = 100;

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]; // .xls, and what a password makes of an .xlsx
const WORKBOOK_PART = "xl/workbook.xml";
const MACROS_PART = "xl/vbaProject.bin";

const isOnTheWeb = (): boolean => Office.context.platform === Office.PlatformType.OfficeOnline;

/** The largest file this Excel takes in one request, in bytes. */
export function largestFile(): number {
  return isOnTheWeb() ? LARGEST_ON_WEB : LARGEST_ON_DESKTOP;
}

/** Whether this Excel takes sheets of other workbooks in on which charts and the like lie. */
export function takesObjects(): boolean {
  return !isOnTheWeb();
}

/**
 * Looks into a file that is to be an .xlsx workbook.
 * @param largest in bytes
 * @returns the file in base64, as Excel takes it, and its sheets
 * @throws CatalogError documentRefused: tooLarge, empty, locked, oldWorkbook, notWorkbook, macros, damaged, bomb, tooDeep
 */
export async function workbookOfFile(
  file: ChosenFile,
  largest: number,
): Promise<{ readonly base64: string; readonly sheets: readonly SheetOfFile[] }> {
  const { name } = file;
  const refuse = (reason: DocumentTrouble, limit?: string) =>
    new CatalogError("documentRefused", { name, reason, ...(limit === undefined ? {} : { limit }) });
  if (file.size > largest) throw refuse("tooLarge", `${Math.round((largest / MEGABYTE) * 10) / 10} MB`);
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes.length === 0) throw refuse("empty");
  if (beginsWith(bytes, COMPOUND_FILE)) throw refuse(isEncrypted(bytes) ? "locked" : "oldWorkbook");
  if (!beginsWith(bytes, ZIP)) throw refuse("notWorkbook");
  const limits: ZipLimits = {
    name,
    bytes: UNPACKED_MEGABYTES * MEGABYTE,
    bytesInWords: `${UNPACKED_MEGABYTES} MB`,
    entries: 5000,
    depth: 200,
  };
  const parts = await checkZip(bytes, limits);
  if (parts.has(MACROS_PART)) throw refuse("macros"); // Excel inserts sheets of .xlsx files alone
  const workbook = parts.has(WORKBOOK_PART) ? await textOfPart(bytes, WORKBOOK_PART, limits) : null;
  if (workbook === null) throw refuse("notWorkbook");
  const textOf = (part: string) => (parts.has(part) ? textOfPart(bytes, part, limits) : Promise.resolve(null));
  return { base64: base64Of(bytes), sheets: await sheetsOf(workbook, textOf) };
}

const beginsWith = (bytes: Uint8Array, magic: readonly number[]) => magic.every((byte, index) => bytes[index] === byte);

/** A password turns the whole workbook into a stream of this name; names in a compound file are UTF-16. */
function isEncrypted(bytes: Uint8Array): boolean {
  return new TextDecoder("utf-16le").decode(bytes.subarray(0, bytes.length & ~1)).includes("EncryptedPackage");
}

/** What Excel on the web cannot take in with a sheet: charts, PivotTables, slicers, threaded comments. */
const OBJECTS = /\/(?:chart|chartEx|pivotTable|slicer|threadedComment)$/;
const DRAWING = /\/drawing$/;

/** The sheets a workbook's part names, each with a look at what lies on it. */
async function sheetsOf(workbook: string, textOf: (part: string) => Promise<string | null>): Promise<SheetOfFile[]> {
  const relatedTo = async (part: string) =>
    elements((await textOf(part.replace(/([^/]+)$/, "_rels/$1.rels"))) ?? "", "Relationship").map((each) => ({
      id: each.get("Id"),
      type: each.get("Type") ?? "",
      target: partNamed(each.get("Target") ?? "", part),
    }));
  const parts = await relatedTo(WORKBOOK_PART);
  const holdsObjects = async (part: string): Promise<boolean> => {
    for (const { type, target } of await relatedTo(part))
      if (
        OBJECTS.test(type) ||
        (DRAWING.test(type) && (await relatedTo(target)).some((each) => OBJECTS.test(each.type)))
      )
        return true;
    return false;
  };
  return Promise.all(
    elements(workbook, "sheet").map(async (sheet) => {
      const wanted = [...sheet].find(([key]) => key.endsWith(":id"))?.[1];
      const part = parts.find(({ id }) => id === wanted);
      return { name: sheet.get("name") ?? "", holdsObjects: part !== undefined && (await holdsObjects(part.target)) };
    }),
  );
}

/** The part another one names. A link to elsewhere gives the name of no part. @example partNamed("../charts/a.xml", "xl/drawings/b.xml") // "xl/charts/a.xml" */
function partNamed(target: string, from: string): string {
  const path = target.startsWith("/") ? [] : from.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") path.pop();
    else if (step !== "" && step !== ".") path.push(step);
  }
  return path.join("/");
}

/** The attributes of every element of a name, in the order of the text. */
function elements(xml: string, name: string): ReadonlyMap<string, string>[] {
  return [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\s([^>]*)>`, "g"))].map(
    ([, attributes = ""]) =>
      new Map(
        [...attributes.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [key, unescaped(value)]),
      ),
  );
}

function unescaped(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
    (whole, hexadecimal: string | undefined, decimal: string | undefined, word: string | undefined) => {
      if (word !== undefined) return ENTITIES.get(word) ?? whole;
      return String.fromCodePoint(hexadecimal === undefined ? Number(decimal) : parseInt(hexadecimal, 16));
    },
  );
}
const ENTITIES = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

const AT_ONCE = 0x8000; // as many arguments as every engine takes

function base64Of(bytes: Uint8Array): string {
  let letters = "";
  for (let at = 0; at < bytes.length; at += AT_ONCE)
    letters += String.fromCharCode(...bytes.subarray(at, at + AT_ONCE));
  return btoa(letters);
}
