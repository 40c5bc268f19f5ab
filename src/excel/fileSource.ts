/** Catalogs from files a person chose: JSON, or a table with the columns of the sheet 承诺目录 as CSV or .xlsx. */
import { withRests } from "../core/steps";
import { MEGABYTE, refusedFile } from "../files/refusal";
import type { ChosenFile } from "../files/returnedWorkbook";
import { textOrCellsSteps } from "../files/workbookCells";
import { catalogInFile } from "../sheets/catalogFile";
import { CATALOG_SHEET } from "../sheets/catalogSheet";
import { sha256 } from "./sha256";
import type { CatalogSource } from "./sources";
import { turns, type Told } from "./turns";

const LARGEST = 60 * MEGABYTE;
const UNPACKED = 0.3; // how much of the work it is to read a workbook's cells

/** The source `take` throws of: CatalogError documentRefused, catalogInvalid; TableRefused. */
export function fileSource(file: ChosenFile): CatalogSource {
  const origin = { kind: "file", name: file.name } as const;
  const take = async (told?: Told) => {
    if (file.size > LARGEST) throw refusedFile(file.name, "tooLarge", `${LARGEST / MEGABYTE} MB`);
    const bytes = new Uint8Array(await file.arrayBuffer());
    const rest = turns(told);
    const isWanted = (sheet: string) => sheet === CATALOG_SHEET;
    const content = await withRests(textOrCellsSteps(bytes, file.name, isWanted), rest, [0, UNPACKED]);
    const catalog = await catalogInFile(content, (part) => rest(UNPACKED + part * (1 - UNPACKED)));
    return { catalog, origin, sourceSha256: await sha256(bytes), at: new Date().toISOString(), offline: null };
  };
  return { origin, take };
}
