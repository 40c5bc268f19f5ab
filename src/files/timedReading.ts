/**
 * Reading where it can be ended: a worker of the page, or a thread of Node, gets the bytes and answers with what was read. It is ended when
 * a person cancels, when its time is up, and when it dies of a file: the page itself never reads a stranger's file.
 */
import { CatalogError, isRefusal, type ErrorCode, type ErrorFacts } from "../core/errors";
import { refusedFile } from "./refusal";

/** What is to be read. */
export type ReadingJob =
  | { readonly read: "document"; readonly name: string; readonly bytes: Uint8Array; readonly characterMaps?: string }
  | { readonly read: "workbook"; readonly name: string; readonly bytes: Uint8Array; readonly largest: number };

/** What the reader sends: how far it is, the answer, or why there is none. */
export type ReadingMessage =
  | { readonly share: number }
  | { readonly answer: unknown }
  | { readonly refused: { readonly code: ErrorCode; readonly facts: unknown } }
  | { readonly failed: string };

/** A worker of the page or a thread of Node. */
export interface Reader {
  send(job: ReadingJob): void;
  /** @param died called where the reader ends by itself: with null for lack of memory, or with what went wrong */
  listen(heard: (message: ReadingMessage) => void, died: (error: Error | null) => void): void;
  end(): void;
}

export interface TimedOptions {
  readonly progress?: ((share: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Without an answer after these milliseconds the file is refused; each told share begins them anew, up to four times as long in all. */
  readonly milliseconds?: number;
}

const PATIENCE = 30_000; // a report of thirty pages takes a second
const IN_ALL = 4;

/**
 * Reads a file in a reader of its own.
 * @param start starts the reader
 * @throws CatalogError documentRefused as the reader says, tooSlow when its time is up, tooMuchMemory when it died; the signal's reason
 */
export function readInTime<T>(
  start: () => Reader,
  job: ReadingJob,
  { progress, signal, milliseconds = PATIENCE }: TimedOptions = {},
): Promise<T> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const reader = start();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const state = { isOver: false };
    const finish = (settle: () => void) => {
      state.isOver = true;
      clearTimeout(timer);
      clearTimeout(last);
      signal?.removeEventListener("abort", cancel);
      reader.end();
      settle();
    };
    const cancel = () => {
      finish(() => {
        reject(signal?.reason as Error);
      });
    };
    const tooSlow = (taken: number) => () => {
      finish(() => {
        reject(refusedFile(job.name, "tooSlow", `${Math.round(taken / 1000)}秒`));
      });
    };
    const last = setTimeout(tooSlow(milliseconds * IN_ALL), milliseconds * IN_ALL);
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(tooSlow(milliseconds), milliseconds);
    };
    signal?.addEventListener("abort", cancel);
    reader.listen(
      (message) => {
        if (state.isOver) return; // what was under way when it was ended
        if ("share" in message) {
          wait();
          progress?.(message.share);
        } else if ("answer" in message) {
          finish(() => {
            resolve(message.answer as T);
          });
        } else if ("refused" in message) {
          const { code, facts } = message.refused;
          finish(() => {
            reject(new CatalogError(code, facts as ErrorFacts[typeof code]));
          });
        } else if ("failed" in message) {
          finish(() => {
            reject(refusedFile(job.name, "damaged"));
          });
        }
      },
      (error) => {
        finish(() => {
          reject(error ?? refusedFile(job.name, "tooMuchMemory"));
        });
      },
    );
    if (state.isOver) return;
    wait();
    reader.send(job);
  });
}

/** What a reader answers a job with. @param read the reading itself; shares are sent on */
export async function answerJob(
  job: ReadingJob,
  read: (job: ReadingJob, progress: (share: number) => void) => Promise<unknown>,
  send: (message: ReadingMessage) => void,
): Promise<void> {
  try {
    const answer = await read(job, (share) => {
      send({ share });
    });
    send({ answer });
  } catch (error) {
    if (isRefusal(error)) send({ refused: { code: error.code, facts: error.facts } });
    else send({ failed: error instanceof Error ? error.message : String(error) });
  }
}
