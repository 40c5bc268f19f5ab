/** A file's bytes to text and tables. What could harm is refused before the readers of Word, Excel and PDF files see it. */
import { openArchive, packed, type Archive } from "../files/archive";
import { beginningOf } from "../files/magic";
import { MEGABYTE, refusedFile } from "../files/refusal";
import { readXml, refusedXml } from "../files/xml";
import { csvGrid, gridsInText, type Grid } from "./grid";
import { textOfPdf } from "./readPdf";
import { textOfPlain } from "./readPlain";
import { readWordText } from "./readWord";
import { readWorkbookText } from "./readWorkbookText";
import { tidyText } from "./tidyText";

export type DocumentFormat = "txt" | "csv" | "docx" | "xlsx" | "pdf";

export interface DocumentText {
  readonly text: string;
  /** Its tables as cells, with their places in the text. */
  readonly grids: readonly Grid[];
  readonly format: DocumentFormat;
  /** For a text file; what it was written in. */
  readonly encoding?: string;
  readonly pages?: number;
}

export interface ReadOptions {
  /** Called with the share read, 0 to 1. */
  readonly progress?: ((share: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Where the PDF reader finds its tables of Chinese encodings: a folder's address that ends in a stroke. */
  readonly characterMaps?: string | undefined;
}

export const LIMITS = {
  fileMegabytes: 30,
  characters: 5_000_000, // some five thousand pages
};

/**
 * The text of a .txt or .csv (UTF-8, UTF-16 or GB18030), .docx, .xlsx or text PDF file. What it is shows in its first bytes, not in its name.
 * Reading takes as long as the file makes it: whoever reads files of others does it where it can be ended, see files/timedReading.ts.
 * @param name for messages
 * @throws CatalogError documentRefused with the reason; the signal's reason when it was cancelled
 */
export async function readDocument(bytes: Uint8Array, name: string, options: ReadOptions = {}): Promise<DocumentText> {
  options.signal?.throwIfAborted();
  if (bytes.length > LIMITS.fileMegabytes * MEGABYTE) throw refusedFile(name, "tooLarge", `${LIMITS.fileMegabytes} MB`);
  const read = await readByFormat(bytes, name, options);
  options.signal?.throwIfAborted();
  if (read.text.length > LIMITS.characters) throw refusedFile(name, "tooLarge", `${LIMITS.characters / 10_000}万字`);
  if (read.text.trim() === "") throw refusedFile(name, read.format === "pdf" ? "scanned" : "empty");
  options.progress?.(1);
  return read;
}

async function readByFormat(bytes: Uint8Array, name: string, options: ReadOptions): Promise<DocumentText> {
  switch (beginningOf(bytes)) {
    case "zip":
      return readArchive(bytes, name, options);
    case "pdf": {
      const { text, pages } = await textOfPdf(bytes, name, { ...options, mostCharacters: LIMITS.characters });
      return { text: tidyText(text), grids: [], format: "pdf", pages };
    }
    case "compound":
      throw refusedFile(name, /\.docx$/iu.test(name) ? "locked" : "oldWord");
    case null:
      return plain(textOfPlain(bytes, name), name);
  }
}

/** A text, and the tables in it: all of it in a CSV file, lines with tabs in any other. */
function plain({ text: written, encoding }: { text: string; encoding: string }, name: string): DocumentText {
  const text = tidyText(written);
  const grid = /\.csv$/iu.test(name) ? csvGrid(text) : null;
  return grid
    ? { text, grids: [grid], format: "csv", encoding }
    : { text, grids: gridsInText(text), format: "txt", encoding };
}

/** Pictures, and what other programs keep in a file, say nothing. */
const READ = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|(?:word|xl)\/.*\.(?:xml|rels))$/iu;
const DOCUMENT = /^word\/document\d*\.xml$/iu;
const WORKBOOK = /^xl\/workbook\.xml$/iu;

async function readArchive(bytes: Uint8Array, name: string, options: ReadOptions): Promise<DocumentText> {
  const parts = openArchive(bytes, name, (path) => READ.test(path));
  const holds = (part: RegExp) => [...parts.keys()].some((path) => part.test(path));
  if (!holds(DOCUMENT) && !holds(WORKBOOK)) throw refusedFile(name, "formatUnknown");
  checkXml(parts, name);
  options.progress?.(0.2);
  options.signal?.throwIfAborted();
  try {
    if (holds(DOCUMENT)) return { ...(await readWordText(packed(parts))), format: "docx" };
    return { ...readWorkbookText(parts, name), format: "xlsx" };
  } catch (error) {
    throw refusedXml(error, name) ?? refusedFile(name, "damaged");
  }
}

/** Every part is well-formed, and all together stay within bounds. @throws CatalogError documentRefused */
function checkXml(parts: Archive, name: string): void {
  try {
    let elements = 0;
    for (const part of parts.values()) elements = readXml(part, {}, elements);
  } catch (error) {
    throw refusedXml(error, name) ?? error;
  }
}
