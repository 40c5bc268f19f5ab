/** Tables of tests as files: Word, Excel and CSV. Rows as in tableCases.ts: "<" is merged with the cell to the left, "^" with the one above. */
import ExcelJS from "exceljs";
import { importDocument, understandTables } from "../../src/importer/importDocument";
import { readDocument } from "../../src/importer/readDocument";
import { wordFile } from "./files";
import { cellsOf, merged } from "./tableCases";

const paragraph = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;
const escaped = (text: string) => text.replace(/[<>&]/g, (each) => ({ "<": "&lt;", ">": "&gt;" })[each] ?? "&amp;");

/** A Word document: paragraphs, and the table between them. */
export function wordOf(table: string, above: readonly string[] = [], below: readonly string[] = []): Buffer {
  const cells = cellsOf(table);
  const rows = cells.map((line, row) => {
    const written = line.map((text, column) => {
      if (text === "<") return "";
      let span = 1;
      while (line[column + span] === "<") span++;
      const goesDown = cells[row + 1]?.[column] === "^";
      const merge = text === "^" ? "<w:vMerge/>" : goesDown ? '<w:vMerge w:val="restart"/>' : "";
      const width = span > 1 ? `<w:gridSpan w:val="${span}"/>` : "";
      const said = text === "^" ? [""] : text.split("\\n");
      return `<w:tc><w:tcPr>${width}${merge}</w:tcPr>${said.map(paragraph).join("")}</w:tc>`;
    });
    return `<w:tr>${written.join("")}</w:tr>`;
  });
  return wordFile(
    [],
    `${above.map(paragraph).join("")}<w:tbl>${rows.join("")}</w:tbl>${below.map(paragraph).join("")}`,
  );
}

/** An Excel workbook of one sheet; what reads as a number is one. */
export async function workbookOf(table: string, above: readonly string[] = []): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("目标任务");
  for (const text of above) sheet.addRow([text]);
  for (const [row, cells] of merged(cellsOf(table)).entries()) {
    const written = cellsOf(table)[row] ?? [];
    const starts = written.flatMap((text, column) => (text === "<" || text === "^" ? [] : [column]));
    for (const [index, { text, rows, columns }] of cells.entries()) {
      const [top, left] = [above.length + row + 1, (starts[index] ?? 0) + 1];
      sheet.getCell(top, left).value =
        text === "" ? null : /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text.replaceAll("\\n", "\n");
      if (rows > 1 || columns > 1) sheet.mergeCells(top, left, top + rows - 1, left + columns - 1);
    }
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** A CSV file as Excel saves it: merged cells are blank. */
export function csvOf(table: string, above: readonly string[] = []): Buffer {
  const line = (cells: readonly string[]) =>
    cells
      .map((cell) =>
        /^[<^]$/.test(cell)
          ? ""
          : /[",\n]|\\n/.test(cell)
            ? `"${cell.replaceAll('"', '""').replaceAll("\\n", "\n")}"`
            : cell,
      )
      .join(",");
  return Buffer.from(["\ufeff", ...above, ...cellsOf(table).map(line)].join("\r\n").replace("\ufeff\r\n", "\ufeff"));
}

export type Form = "csv" | "xlsx" | "docx";
export const FORMS: readonly Form[] = ["csv", "xlsx", "docx"];
const TITLE = ["云江市2026年目标任务分解表"];

/** Reads a table from a file of one of the forms. Every digit of it becomes a draft, stands beside one, or is left out with a reason. */
export async function readAs(
  table: string,
  form: Form,
  above: readonly string[] = TITLE,
  below: readonly string[] = [],
) {
  const bytes =
    form === "csv"
      ? csvOf(table, above)
      : form === "xlsx"
        ? await workbookOf(table, above)
        : wordOf(table, above, below);
  const { text, grids } = await readDocument(new Uint8Array(bytes), `tasks.${form}`);
  const report = importDocument(text, grids, understandTables(text, grids, 2026), { year: 2026 });
  for (const { span, phrase } of [...report.drafts, ...report.leftOut]) expect(text.slice(...span)).toBe(phrase);
  const told = [...report.drafts, ...report.leftOut].map(({ span }) => span);
  for (const { baseline, lastYear, parts } of report.drafts)
    for (const level of [baseline, lastYear, ...(parts ?? [])]) if (level) told.push(level.span);
  for (const { 0: digits, index } of text.matchAll(/\d+/gu))
    if (!told.some(([from, to]) => from <= index && index < to)) throw new Error(`${digits} is nowhere: ${text}`);
  return report;
}
