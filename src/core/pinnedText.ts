/** A pinned catalog out of a workbook's part. With the validator it is loaded where a workbook holds one. */
import { CatalogError } from "./errors";
import { valueOfText, validateCatalog } from "./loadCatalog";
import { isSha256, type Origin, type Pin, type Pinned } from "./pin";

/**
 * A pinned catalog from the text of a workbook's part.
 * @throws CatalogError catalogInvalid
 */
export function pinnedOfText(text: string): Pinned {
  const value = valueOfText(text);
  if (!isRecord(value) || !("catalog" in value)) return { pin: null, catalog: validateCatalog(value), text };
  const catalog = validateCatalog(value["catalog"]);
  const pin = pinOf(value["pin"]);
  if (pin === null)
    throw new CatalogError("catalogInvalid", { issues: [{ path: "/", problem: "pinUnreadable", detail: "" }] });
  return { pin, catalog, text: JSON.stringify(value["catalog"]) };
}

const LONGEST_ADDRESS = 2000;
const isText = (value: unknown): value is string => typeof value === "string" && value.length <= LONGEST_ADDRESS;
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** Somebody else may have written into the part: what is no pin is none. */
function pinOf(value: unknown): Pin | null {
  if (!isRecord(value)) return null;
  const { sha256, version, origin, sourceSha256 = null, taken } = value;
  const from = originOf(origin);
  if (!isSha256(sha256) || !isText(version) || !isText(taken) || from === null) return null;
  return { sha256, version, origin: from, sourceSha256: isSha256(sourceSha256) ? sourceSha256 : null, taken };
}

function originOf(value: unknown): Origin | null {
  if (!isRecord(value)) return null;
  const { kind, address, index, name } = value;
  if (kind === "embedded" || kind === "workbook") return { kind };
  if (kind === "web" && isText(address)) return { kind, address, ...(isText(index) ? { index } : {}) };
  return (kind === "sheet" || kind === "file") && isText(name) ? { kind, name } : null;
}
