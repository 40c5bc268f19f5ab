/** Starts a thread of Node that reads one document, with a bound on its memory. */
import path from "node:path";
import { Worker } from "node:worker_threads";
import type { Reader } from "../files/timedReading";

const MOST_MEGABYTES = 1500;

/** @param megabytes of memory the thread may use */
export function startThread(megabytes = MOST_MEGABYTES): Reader {
  const thread = new Worker(path.join(__dirname, "documentThread.ts"), {
    execArgv: ["--import", "tsx"],
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  });
  return {
    send: (job) => {
      thread.postMessage(job);
    },
    listen: (heard, died) => {
      thread.on("message", heard);
      thread.on("error", died);
    },
    end: () => {
      void thread.terminate();
    },
  };
}
