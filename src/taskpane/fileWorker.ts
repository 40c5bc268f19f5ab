/** The page's worker in which files of others are read: one job, one answer. */
import { answerJob, type ReadingJob, type ReadingMessage } from "../files/timedReading";
import { readJob } from "../importer/readingJob";

const send = (message: ReadingMessage) => {
  (self as unknown as { postMessage(message: ReadingMessage): void }).postMessage(message);
};

addEventListener("message", ({ data }: MessageEvent<ReadingJob>) => {
  // The PDF reader's own messages pass here too.
  if ("read" in data) void answerJob(data, readJob, send);
});
