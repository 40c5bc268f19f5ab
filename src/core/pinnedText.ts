/** A pinned catalog out of a workbook's part. With the validator it is loaded where a workbook holds one. */
import { CatalogError } from "./errors";
import { validateInSteps, valueOfText } from "./loadCatalog";
import type { Rest } from "./steps";
import { isRecord, pinOf, type Pinned } from "./pin";
import type { Catalog } from "./types";

/**
 * A pinned catalog from the text of a workbook's part.
 * @param whole the catalog's text, where the part only names it
 * @throws CatalogError catalogInvalid
 */
export async function pinnedOfText(text: string, whole: string | null, rest: Rest): Promise<Pinned> {
  const value = valueOfText(text);
  if (whole === null && (!isRecord(value) || !("catalog" in value)))
    return { pin: null, catalog: await validateInSteps(value, rest), text };
  const held = isRecord(value) ? value : {};
  const catalog = await validateInSteps(whole === null ? held["catalog"] : valueOfText(whole), rest);
  const pin = pinOf(held["pin"]);
  if (pin === null)
    throw new CatalogError("catalogInvalid", { issues: [{ path: "/", problem: "pinUnreadable", detail: "" }] });
  return { pin, catalog, text: whole ?? JSON.stringify(held["catalog"]) };
}

/** The text by which a catalog is told, as `textOfCatalog` makes it, in steps where the catalog is long. */
export async function textInSteps(catalog: Catalog, rest: Rest): Promise<string> {
  const fields: string[] = [];
  for (const [key, value] of Object.entries(catalog) as [string, unknown][]) {
    if (value === undefined) continue;
    const portions: string[] = [];
    if (Array.isArray(value) && value.length > STEP)
      for (let from = 0; from < value.length; from += STEP) {
        portions.push(JSON.stringify(value.slice(from, from + STEP)).slice(1, -1));
        await rest(from / value.length);
      }
    fields.push(`${JSON.stringify(key)}:${portions.length > 0 ? `[${portions.join(",")}]` : JSON.stringify(value)}`);
  }
  return `{${fields.join(",")}}`;
}
const STEP = 2000;
