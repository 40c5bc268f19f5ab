/** A chosen file as text. The readers of Word and PDF files, and the PDF reader's worker, are fetched when such a file comes. */
import type { DocumentText } from "../importer/readDocument";

/** @throws CatalogError documentRefused; the signal's reason when cancelled */
export async function textOfFile(
  file: File,
  progress: (share: number) => void,
  signal: AbortSignal,
): Promise<DocumentText> {
  const { LIMITS, readDocument } = await import(/* webpackChunkName: "reader" */ "../importer/readDocument");
  // A file that will be refused for its size is not loaded into memory first.
  const bytes = new Uint8Array(await file.slice(0, LIMITS.fileMegabytes * 1024 * 1024 + 1).arrayBuffer());
  return readDocument(bytes, file.name, {
    progress,
    signal,
    characterMaps: new URL("reader/cmaps/", document.baseURI).href,
    startPdfWorker: () =>
      new Worker(new URL("pdfjs-dist/legacy/build/pdf.worker.mjs", import.meta.url), { type: "module" }),
  });
}
