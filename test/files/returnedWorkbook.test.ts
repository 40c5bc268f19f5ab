/** Files as Excel and others write them are taken in, whatever their parts are written in. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { returnedWorkbook } from "../../src/files/returnedWorkbook";

const UTF16_PART = path.resolve(__dirname, "../../../shared/workbooks/r15-utf16-part.xlsx");

(existsSync(UTF16_PART) ? it : it.skip)("a part in UTF-16, as Power Pivot writes it, is no harm", async () => {
  const bytes = readFileSync(UTF16_PART);
  const read = await returnedWorkbook(new File([bytes], "上报.xlsx"), 30 * 1024 * 1024);
  expect(read.sheets.length).toBeGreaterThan(0);
  expect(read.base64.length).toBeGreaterThan(1000);
});
