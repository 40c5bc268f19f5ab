/** Run with a PDF file's name: prints what stands on its pages as JSON. A script of its own, for jest loads no ES modules. */
import { readFileSync } from "node:fs";

/** A page's size in points, and its texts. */
export interface PrintedPage {
  readonly width: number;
  readonly height: number;
  readonly texts: readonly string[];
}

async function printedPages(file: string): Promise<PrintedPage[]> {
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const pdf = await getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 }).promise;
  return Promise.all(
    Array.from({ length: pdf.numPages }, async (_, at) => {
      const page = await pdf.getPage(at + 1);
      const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
      const { items } = await page.getTextContent();
      const texts = items.flatMap((item) => ("str" in item ? [item.str] : []));
      return { width: right - left, height: top - bottom, texts };
    }),
  );
}

const [file] = process.argv.slice(2);
if (file !== undefined) void printedPages(file).then((pages) => console.log(JSON.stringify(pages)));
