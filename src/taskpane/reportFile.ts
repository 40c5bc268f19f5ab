/** Chosen files, read in a worker of their own. */
import type { ReturnedWorkbook, ChosenFile } from "../files/returnedWorkbook";
import { MEGABYTE } from "../files/refusal";
import { readInTime, type Reader, type ReadingMessage, type TimedOptions } from "../files/timedReading";
import type { DocumentText } from "../importer/readDocument";

const LARGEST_REPORT = 30 * MEGABYTE;

/** A report's text. @throws CatalogError documentRefused; the signal's reason when cancelled */
export async function textOfFile(file: File, options: TimedOptions): Promise<DocumentText> {
  // A file that will be refused for its size is not loaded into memory first.
  const bytes = new Uint8Array(await file.slice(0, LARGEST_REPORT + 1).arrayBuffer());
  const characterMaps = new URL("reader/cmaps/", document.baseURI).href;
  return readInTime(startWorker, { read: "document", name: file.name, bytes, characterMaps }, options);
}

/** A workbook as Excel takes it in. @throws CatalogError documentRefused; the signal's reason when cancelled */
export async function workbookOfFile(
  file: ChosenFile,
  largest: number,
  signal: AbortSignal | undefined,
): Promise<ReturnedWorkbook> {
  const bytes = file.size > largest ? new Uint8Array(largest + 1) : new Uint8Array(await file.arrayBuffer());
  return readInTime(startWorker, { read: "workbook", name: file.name, bytes, largest }, { signal });
}

function startWorker(): Reader {
  const worker = new Worker(/* webpackChunkName: "reader" */ new URL("./fileWorker.ts", import.meta.url));
  return {
    send: (job) => {
      worker.postMessage(job);
    },
    listen: (heard, died) => {
      worker.addEventListener("message", ({ data }: MessageEvent<ReadingMessage>) => {
        heard(data);
      });
      // A worker that could not be loaded says why; one that ran out of memory does not.
      worker.addEventListener("error", ({ message }) => {
        died(message ? new Error(message) : null);
      });
    },
    end: () => {
      worker.terminate();
    },
  };
}
