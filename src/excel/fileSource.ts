/** Catalogs from files a person chose: JSON, or a table with the columns of the sheet 承诺目录 as CSV or .xlsx. */
import { MEGABYTE, refusedFile } from "../files/refusal";
import type { ChosenFile } from "../files/returnedWorkbook";
import { textOrCells } from "../files/workbookCells";
import { catalogInFile } from "../sheets/catalogFile";
import { CATALOG_SHEET } from "../sheets/catalogSheet";
import { sha256 } from "./sha256";
import type { CatalogSource } from "./sources";
import { turns, type Told } from "./turns";

const LARGEST = 60 * MEGABYTE;

/** The source `take` throws of: CatalogError documentRefused, catalogInvalid; TableRefused. */
export function fileSource(file: ChosenFile): CatalogSource {
  const origin = { kind: "file", name: file.name } as const;
  const take = async (told?: Told) => {
    if (file.size > LARGEST) throw refusedFile(file.name, "tooLarge", `${LARGEST / MEGABYTE} MB`);
    const bytes = new Uint8Array(await file.arrayBuffer());
    const content = textOrCells(bytes, file.name, (sheet) => sheet === CATALOG_SHEET);
    const catalog = await catalogInFile(content, turns(told));
    return { catalog, origin, sourceSha256: await sha256(bytes), at: new Date().toISOString(), offline: null };
  };
  return { origin, take };
}
