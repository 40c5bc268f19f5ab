/** Tables of a file's sheet. */
import type JSZip from "jszip";
import { parseCells } from "../engine/address";
import type { Host } from "../host/model/host";
import { relatedParts } from "./relatedParts";
import { attributesOf, elementsOf } from "./xmlElements";

export async function readTables(host: Host, sheet: string, zip: JSZip, part: string): Promise<void> {
  for (const { target, type } of await relatedParts(zip, part)) {
    if (!type.endsWith("/table")) continue;
    const xml = (await zip.file(target)?.async("string")) ?? "";
    const { name = "", displayName = name, ref = "", headerRowCount, totalsRowCount } = tagOf(xml, "table");
    const cells = parseCells(ref);
    const isTaken = host.tables.some((each) => each.name.toLowerCase() === displayName.toLowerCase());
    if (!cells || isTaken) continue;
    const style = tagOf(xml, "tableStyleInfo");
    const isOn = (written: string | undefined): boolean => written === "1" || written === "true";
    host.tables.push({
      id: String(host.nextSerial()),
      name: displayName,
      area: { sheet, ...cells },
      plain: {
        style: style.name ?? "TableStyleMedium2",
        showHeaders: headerRowCount !== "0",
        showTotals: Number(totalsRowCount ?? 0) > 0,
        showFilterButton: /<autoFilter[\s/>]/.test(xml),
        showBandedRows: isOn(style.showRowStripes),
        showBandedColumns: isOn(style.showColumnStripes),
        highlightFirstColumn: isOn(style.showFirstColumn),
        highlightLastColumn: isOn(style.showLastColumn),
      },
    });
  }
}

const tagOf = (xml: string, name: string) => attributesOf(elementsOf(xml, name)[0]?.tag ?? "");
