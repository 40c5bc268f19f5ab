/** Notes of cells, into a file's worksheet and out of it. */
import type { Comment, Worksheet } from "exceljs";
import type { NoteRecord } from "../host/model/notes";
import type { Host } from "../host/model/host";

export function writeNotes(worksheet: Worksheet, notes: readonly NoteRecord[]): void {
  for (const { area, content } of notes)
    worksheet.getCell(area.row + 1, area.column + 1).note = { texts: [{ text: content }] };
}

export function readNotes(host: Host, sheet: string, worksheet: Worksheet): void {
  worksheet.eachRow({ includeEmpty: false }, (row, rowNumber) =>
    row.eachCell({ includeEmpty: true }, (cell, columnNumber) => {
      const note = cell.note as string | Comment | undefined;
      if (!note) return;
      const content = typeof note === "string" ? note : (note.texts ?? []).map(({ text }) => text).join("");
      const area = { sheet, row: rowNumber - 1, column: columnNumber - 1, rows: 1, columns: 1 };
      host.record(sheet).notes.push({ area, content });
    }),
  );
}
