/** Starts a thread of Node that reads one document, with a bound on its memory. */
import { createRequire } from "node:module";
import path from "node:path";
import { Worker } from "node:worker_threads";
import type { Reader } from "../files/timedReading";

const MOST_MEGABYTES = 1500;
const OUT_OF_MEMORY = "ERR_WORKER_OUT_OF_MEMORY";

/** @param megabytes of memory the thread may use */
export function startThread(megabytes = MOST_MEGABYTES): Reader {
  // A thread does not inherit the loader of TypeScript: it begins by asking for it.
  const wanted = [createRequire(__filename).resolve("tsx/cjs"), path.join(__dirname, "documentThread.ts")];
  const thread = new Worker(wanted.map((file) => `require(${JSON.stringify(file)});`).join("\n"), {
    eval: true,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  });
  return {
    send: (job) => {
      thread.postMessage(job);
    },
    listen: (heard, died) => {
      thread.on("message", heard);
      thread.on("error", (error: Error & { code?: string }) => {
        died(error.code === OUT_OF_MEMORY ? null : error);
      });
    },
    end: () => {
      void thread.terminate();
    },
  };
}
