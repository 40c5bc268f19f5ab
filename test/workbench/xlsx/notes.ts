/** Notes of cells, into a file's worksheet and out of it. */
import type { Worksheet } from "exceljs";
import type JSZip from "jszip";
import { parseCells } from "../engine/address";
import type { NoteRecord } from "../host/model/notes";
import type { Host } from "../host/model/host";
import { relatedParts } from "./relatedParts";
import { attributesOf, elementsOf, unescaped } from "./xmlElements";

export function writeNotes(worksheet: Worksheet, notes: readonly NoteRecord[]): void {
  for (const { area, content } of notes)
    worksheet.getCell(area.row + 1, area.column + 1).note = { texts: [{ text: content }] };
}

/** Notes lie in a part of their own, which the sheet's relationships name. */
export async function readNotes(host: Host, sheet: string, zip: JSZip, part: string): Promise<void> {
  for (const { target, type } of await relatedParts(zip, part)) {
    if (!type.endsWith("/comments")) continue;
    const xml = (await zip.file(target)?.async("string")) ?? "";
    for (const { tag, content } of elementsOf(xml, "comment")) {
      const cells = parseCells(attributesOf(tag).ref ?? "");
      // Reading aids for Japanese are no part of the text.
      const text = elementsOf(content.replace(/<rPh[\s\S]*?<\/rPh>/g, ""), "t").map((each) => unescaped(each.content));
      if (cells) host.record(sheet).notes.push({ area: { sheet, ...cells }, content: text.join("") });
    }
  }
}
