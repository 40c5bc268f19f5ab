/** The thread in which the command line reads a document: one job, one answer. */
import { parentPort } from "node:worker_threads";
import { answerJob, type ReadingJob } from "../files/timedReading";
import { readJob } from "../importer/readingJob";

parentPort?.once("message", (job: ReadingJob) => {
  void answerJob(job, readJob, (message) => {
    parentPort?.postMessage(message);
  });
});
