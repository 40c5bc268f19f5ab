/** A PDF's text, page by page. */
import { refusedFile } from "../files/refusal";
import { CatalogError } from "../core/errors";
import { refuseLargeStreams } from "../files/pdfStreams";
import { joinPages, linesOfPage, type Piece } from "./pageLines";

export const PDF_LIMITS = { pages: 1000, piecesOnPage: 100_000 };
const CHARACTERS_PER_SCANNED_PAGE = 12; // a stamp or a page number, but no text

export interface PdfOptions {
  readonly progress?: ((share: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Where the reader finds its tables of Chinese encodings: a folder's address that ends in a stroke. */
  readonly characterMaps?: string | undefined;
  /** Of the whole text. */
  readonly mostCharacters: number;
}

/** @throws CatalogError documentRefused: tooLarge, scanned, locked, damaged; the signal's reason */
export async function textOfPdf(
  bytes: Uint8Array,
  name: string,
  { progress, signal, characterMaps, mostCharacters }: PdfOptions,
): Promise<{ text: string; pages: number }> {
  refuseLargeStreams(bytes, name);
  const pdf = await import("pdfjs-dist/legacy/build/pdf.mjs");
  // Its other half runs beside it: both are ended together, by ending the thread or the worker they run in.
  await import("pdfjs-dist/legacy/build/pdf.worker.mjs");
  const task = pdf.getDocument({
    data: new Uint8Array(bytes), // the reader takes the bytes away, and takes no Buffer
    ...(characterMaps === undefined ? {} : { cMapUrl: characterMaps, cMapPacked: true }),
    useWorkerFetch: /^https?:/.test(characterMaps ?? ""),
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
    if (document.numPages > PDF_LIMITS.pages) throw refusedFile(name, "tooLarge", `${PDF_LIMITS.pages}页`);
    const pages: ReturnType<typeof linesOfPage>[] = [];
    let characters = 0;
    for (let number = 1; number <= document.numPages; number++) {
      signal?.throwIfAborted();
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      if (items.length > PDF_LIMITS.piecesOnPage)
        throw refusedFile(name, "tooComplex", `${PDF_LIMITS.piecesOnPage / 10_000}万`);
      const pieces = items.flatMap((item): Piece[] => {
        if (!("str" in item)) return [];
        const [, , slant = 0, upright = 0, x = 0, y = 0] = item.transform as number[];
        const height = item.height || Math.hypot(slant, upright) || 10;
        return [{ text: item.str, x, y, width: item.width, height }];
      });
      const lines = linesOfPage(pieces);
      for (const { text } of lines) characters += text.length;
      if (characters > mostCharacters) throw refusedFile(name, "tooLarge", `${mostCharacters / 10_000}万字`);
      pages.push(lines);
      page.cleanup();
      progress?.(number / document.numPages);
    }
    if (characters <= CHARACTERS_PER_SCANNED_PAGE * document.numPages) throw refusedFile(name, "scanned");
    return { text: joinPages(pages), pages: document.numPages };
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof CatalogError) throw error;
    throw refusedFile(name, error instanceof Error && error.name === "PasswordException" ? "locked" : "damaged");
  } finally {
    signal?.removeEventListener("abort", stop);
    await task.destroy();
  }
}
