/** Hostile files are refused in words, in bounded time, and nothing else is harmed: each is read in a thread of its own. */
import { CatalogError, type ErrorFacts } from "../../src/core/errors";
import { startThread } from "../../src/commandLine/startThread";
import { readInTime, type Reader, type ReadingJob } from "../../src/files/timedReading";
import { errorSentence } from "../../src/strings/strings";
import { wordFile } from "../importer/files";
import { HOSTILE_FILES, workbookFile } from "./hostileFiles";

const PATIENCE = 300_000; // what is refused for what it is, is refused for that on a slow machine as well

const jobOf = (read: ReadingJob["read"], name: string, bytes: Uint8Array): ReadingJob =>
  read === "document" ? { read, name, bytes } : { read, name, bytes, largest: 30 * 1024 * 1024 };

async function reasonOf(job: ReadingJob, milliseconds = PATIENCE): Promise<string | null> {
  try {
    await readInTime(() => startThread(), job, { milliseconds });
    return null;
  } catch (error) {
    if (!(error instanceof CatalogError)) throw error;
    expect(errorSentence(error)).toMatch(/^“.+”没有读入：.{4,80}$/);
    return (error.facts as ErrorFacts["documentRefused"]).reason;
  }
}

it.each(HOSTILE_FILES)("$name", async ({ name, read, make, reasons }) => {
  const patience = name.startsWith("nested") ? 4000 : PATIENCE;
  expect(reasons).toContain(await reasonOf(jobOf(read, name, make()), patience));
});

describe("a reader", () => {
  const job = jobOf("document", "a.docx", wordFile(["今年新增学位100个。"]));
  /** A reader that never answers, or does what it is told. */
  const silent = (after?: (heard: Parameters<Reader["listen"]>[0], died: Parameters<Reader["listen"]>[1]) => void) => {
    const reader = {
      isEnded: false,
      send: () => undefined,
      end: () => (reader.isEnded = true),
      listen: after ?? (() => undefined),
    };
    return reader;
  };

  it("is ended when a person cancels, and says nothing afterwards", async () => {
    let tell: Parameters<Reader["listen"]>[0] = () => undefined;
    const reader = silent((heard) => (tell = heard));
    const cancel = new AbortController();
    const shares: number[] = [];
    const reading = readInTime(() => reader, job, {
      signal: cancel.signal,
      progress: (share) => shares.push(share),
    });
    tell({ share: 0.1 });
    cancel.abort();
    tell({ share: 0.2 });
    await expect(reading).rejects.toMatchObject({ name: "AbortError" });
    expect(reader.isEnded).toBe(true);
    expect(shares).toEqual([0.1]);
  });

  it("is ended when its time is up", async () => {
    const reader = silent();
    await expect(readInTime(() => reader, job, { milliseconds: 5 })).rejects.toMatchObject({
      facts: { reason: "tooSlow" },
    });
    expect(reader.isEnded).toBe(true);
  });

  it("that dies for lack of memory costs one file", async () => {
    const reader = silent((_heard, died) => {
      died(null);
    });
    await expect(readInTime(() => reader, job)).rejects.toMatchObject({ facts: { reason: "tooMuchMemory" } });
  });

  it("reads what is good", async () => {
    await expect(readInTime(() => startThread(), job)).resolves.toMatchObject({ format: "docx" });
    const parts = [
      {
        path: "customXml/item1.xml",
        data: Buffer.from('\ufeff<?xml version="1.0" encoding="utf-16"?><a><b/></a>', "utf16le"),
      },
      { path: "xl/worksheets/sheet1.xml", data: Buffer.from("<worksheet/>") },
    ];
    const good = workbookFile(
      '<workbook xmlns:r="x"><sheets><sheet name="台账" r:id="r1"/></sheets></workbook>',
      "",
      parts,
    );
    await expect(readInTime(() => startThread(), jobOf("workbook", "a.xlsx", good))).resolves.toMatchObject({
      sheets: [{ name: "台账", holdsObjects: false }],
    });
  });
});
