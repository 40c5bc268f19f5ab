/** A file's bytes to text. The readers of Word and PDF files are loaded when one comes; what could harm is refused before they see it. */
import { CatalogError, type DocumentTrouble } from "../core/errors";
import { joinPages, linesOfPage, type Piece } from "./pageLines";
import { checkZip, type ZipLimits } from "../core/zipCheck";
import { csvGrid, gridsInText, type Grid } from "./grid";
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
  /** Starts the PDF reader's worker where there are workers. */
  readonly startPdfWorker?: (() => Worker) | undefined;
}

const MEGABYTE = 1024 * 1024;
export const LIMITS = {
  fileMegabytes: 30,
  unpackedMegabytes: 100,
  entries: 5000,
  depth: 200,
  pages: 1000,
  characters: 5_000_000, // some five thousand pages
};

const refuse = (name: string, reason: DocumentTrouble, limit?: string) =>
  new CatalogError("documentRefused", { name, reason, ...(limit === undefined ? {} : { limit }) });

/**
 * The text of a .txt (UTF-8, UTF-16 or GB18030), .docx or text PDF file. What it is shows in its first bytes, not in its name.
 * @param name for messages
 * @throws CatalogError documentRefused with the reason; the signal's reason when it was cancelled
 */
export async function readDocument(bytes: Uint8Array, name: string, options: ReadOptions = {}): Promise<DocumentText> {
  options.signal?.throwIfAborted();
  if (bytes.length > LIMITS.fileMegabytes * MEGABYTE) throw refuse(name, "tooLarge", `${LIMITS.fileMegabytes} MB`);
  const read = await readByFormat(bytes, name, options);
  options.signal?.throwIfAborted();
  if (read.text.length > LIMITS.characters) throw refuse(name, "tooLarge", `${LIMITS.characters / 10_000}万字`);
  if (read.text.trim() === "") throw refuse(name, read.format === "pdf" ? "scanned" : "empty");
  options.progress?.(1);
  return read;
}

function readByFormat(bytes: Uint8Array, name: string, options: ReadOptions): Promise<DocumentText> {
  if (beginsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return readArchive(bytes, name, options);
  if (beginsWith(bytes, [0x25, 0x50, 0x44, 0x46])) return readPdf(bytes, name, options);
  if (beginsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw refuse(name, /\.docx$/iu.test(name) ? "locked" : "oldWord");
  return Promise.resolve(readPlain(bytes, name));
}

const beginsWith = (bytes: Uint8Array, magic: readonly number[]) => magic.every((byte, index) => bytes[index] === byte);

function readPlain(bytes: Uint8Array, name: string): DocumentText {
  if (bytes.length === 0) throw refuse(name, "empty");
  for (const [encoding, magic] of [
    ["utf-16le", [0xff, 0xfe]],
    ["utf-16be", [0xfe, 0xff]],
  ] as const)
    if (beginsWith(bytes, magic)) return plain(new TextDecoder(encoding).decode(bytes), name, encoding);
  const head = bytes.subarray(0, 4096);
  if (head.includes(0)) throw refuse(name, "notText");
  for (const encoding of ["utf-8", "gb18030"])
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      // GB18030 accepts nearly anything: a text has hardly any control characters.
      if ([...text.slice(0, 4096)].filter(isOdd).length > ODD_CHARACTERS) throw refuse(name, "notText");
      return plain(text, name, encoding);
    } catch (error) {
      if (error instanceof CatalogError) throw error;
    }
  throw refuse(name, /\.(?:txt|csv|tsv)$/iu.test(name) ? "notText" : "formatUnknown");
}

/** A text, and the tables in it: all of it in a CSV file, lines with tabs in any other. */
function plain(written: string, name: string, encoding: string): DocumentText {
  const text = tidyText(written);
  const grid = /\.csv$/iu.test(name) ? csvGrid(text) : null;
  return grid
    ? { text, grids: [grid], format: "csv", encoding }
    : { text, grids: gridsInText(text), format: "txt", encoding };
}

const ODD_CHARACTERS = 20;
/** Control characters other than blanks and line ends, and characters of private use. */
const isOdd = (character: string) => /[\p{Cc}\p{Co}]/u.test(character) && !/\s/.test(character);

async function readArchive(bytes: Uint8Array, name: string, options: ReadOptions): Promise<DocumentText> {
  const limits = {
    name,
    bytes: LIMITS.unpackedMegabytes * MEGABYTE,
    bytesInWords: `${LIMITS.unpackedMegabytes} MB`,
    entries: LIMITS.entries,
    depth: LIMITS.depth,
  };
  const paths = await checkZip(bytes, limits);
  options.progress?.(0.2);
  options.signal?.throwIfAborted();
  if ([...paths].some((path) => /^word\/document\d*\.xml$/iu.test(path))) return readWord(bytes, name);
  if (paths.has("xl/workbook.xml")) return readWorkbook(bytes, limits);
  throw refuse(name, "formatUnknown");
}

async function readWord(bytes: Uint8Array, name: string): Promise<DocumentText> {
  const { readWordText } = await import("./readWord");
  const { text, grids } = await readWordText(bytes).catch(() => {
    throw refuse(name, "damaged");
  });
  return { text, grids, format: "docx" };
}

async function readWorkbook(bytes: Uint8Array, limits: ZipLimits): Promise<DocumentText> {
  const { readWorkbookText } = await import("./readWorkbookText");
  const { text, grids } = await readWorkbookText(bytes, limits);
  return { text, grids, format: "xlsx" };
}

const CHARACTERS_PER_SCANNED_PAGE = 12; // a stamp or a page number, but no text

async function readPdf(bytes: Uint8Array, name: string, options: ReadOptions): Promise<DocumentText> {
  const { signal, progress, characterMaps, startPdfWorker } = options;
  const pdf = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const worker = startPdfWorker?.();
  if (worker) pdf.GlobalWorkerOptions.workerPort = worker;
  const task = pdf.getDocument({
    data: new Uint8Array(bytes), // the reader takes the bytes away, and takes no Buffer
    ...(characterMaps === undefined ? {} : { cMapUrl: characterMaps, cMapPacked: true }),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    stopAtErrors: false,
    verbosity: 0,
  });
  const stop = () => void task.destroy();
  signal?.addEventListener("abort", stop);
  try {
    const document = await task.promise;
    if (document.numPages > LIMITS.pages) throw refuse(name, "tooLarge", `${LIMITS.pages}页`);
    const pages: ReturnType<typeof linesOfPage>[] = [];
    let characters = 0;
    for (let number = 1; number <= document.numPages; number++) {
      signal?.throwIfAborted();
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      const pieces = items.flatMap((item): Piece[] => {
        if (!("str" in item)) return [];
        const [, , slant = 0, upright = 0, x = 0, y = 0] = item.transform as number[];
        const height = item.height || Math.hypot(slant, upright) || 10;
        return [{ text: item.str, x, y, width: item.width, height }];
      });
      const lines = linesOfPage(pieces);
      for (const { text } of lines) characters += text.length;
      if (characters > LIMITS.characters) throw refuse(name, "tooLarge", `${LIMITS.characters / 10_000}万字`);
      pages.push(lines);
      page.cleanup();
      progress?.(number / document.numPages);
    }
    if (characters <= CHARACTERS_PER_SCANNED_PAGE * document.numPages) throw refuse(name, "scanned");
    return { text: tidyText(joinPages(pages)), grids: [], format: "pdf", pages: document.numPages };
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof CatalogError) throw error;
    throw refuse(name, error instanceof Error && error.name === "PasswordException" ? "locked" : "damaged");
  } finally {
    signal?.removeEventListener("abort", stop);
    await task.destroy();
    worker?.terminate();
    if (worker) pdf.GlobalWorkerOptions.workerPort = null;
  }
}
