/** What a reader does with a job, in whatever worker or thread it runs. */
import { returnedWorkbook } from "../files/returnedWorkbook";
import type { ReadingJob } from "../files/timedReading";
import { readDocument } from "./readDocument";

export function readJob(job: ReadingJob, progress: (share: number) => void): Promise<unknown> {
  const { bytes, name } = job;
  if (job.read === "document") return readDocument(bytes, name, { progress, characterMaps: job.characterMaps });
  const { buffer } = new Uint8Array(bytes);
  return returnedWorkbook({ name, size: bytes.length, arrayBuffer: () => Promise.resolve(buffer) }, job.largest);
}
