/**
 * Notes of cells as a file brings them: they move and are copied with their cells, and go into files again. The library's own objects
 * for them (ExcelApi 1.18) are not in the office.js the add-in is built with, so there is no model of those.
 */
import type { Area } from "../../engine/engine";

export interface NoteRecord {
  readonly area: Area;
  readonly content: string;
}
