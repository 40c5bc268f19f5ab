/** Print set-up and protection, from a file's worksheet. */
import type { Worksheet } from "exceljs";
import type { Host } from "../host/model/host";
import { PageLayout } from "../host/model/pageLayout";
import { attributesOf } from "./xmlElements";

const POINTS_PER_INCH = 72;
const PAPERS: Readonly<Record<number, string>> = {
  1: "Letter",
  5: "Legal",
  8: "A3",
  9: "A4",
  11: "A5",
  12: "B4",
  13: "B5",
};
const WHOLE_ROW = /^\$?(\d+):\$?(\d+)$/;

export function readPageSetup(host: Host, sheet: string, worksheet: Worksheet): void {
  const page = worksheet.pageSetup;
  const layout = new PageLayout(host, sheet);
  const { plain, headersFooters } = layout.setup;
  plain.orientation = page.orientation === "landscape" ? "Landscape" : "Portrait";
  plain.paperSize = PAPERS[page.paperSize ?? 9] ?? "A4";
  plain.centerHorizontally = page.horizontalCentered === true;
  plain.centerVertically = page.verticalCentered === true;
  for (const [side, inches] of Object.entries(page.margins ?? {})) plain[`${side}Margin`] = inches * POINTS_PER_INCH;
  if (page.fitToPage)
    layout.zoom = { horizontalFitToPages: page.fitToWidth ?? 1, verticalFitToPages: page.fitToHeight ?? 1 };
  else if (page.scale && page.scale >= 10) layout.zoom = { scale: page.scale };
  if (page.printArea && !page.printArea.includes("&&")) layout.setPrintArea(page.printArea.replaceAll("$", ""));
  if (page.printTitlesRow && WHOLE_ROW.test(page.printTitlesRow)) layout.setPrintTitleRows(page.printTitlesRow);
  // The library's types say it is always there; it is not.
  const { oddHeader, oddFooter } = (worksheet.headerFooter as Worksheet["headerFooter"] | null) ?? {};
  headersFooters.defaultForAllPages = { ...parts(oddHeader, "Header"), ...parts(oddFooter, "Footer") };
}

/** "&Lleft&Ccentre&Rright" into its three parts. */
function parts(text: string | undefined, kind: "Header" | "Footer"): Record<string, string> {
  const found = [...(text ?? "").matchAll(/&([LCR])([\s\S]*?)(?=&[LCR]|$)/g)];
  const places: Readonly<Record<string, string>> = { L: "left", C: "center", R: "right" };
  return Object.fromEntries(found.map(([, letter = "", words = ""]) => [`${places[letter]}${kind}`, words]));
}

/** In a file "1" forbids; what is not there is forbidden too, but for selecting and for objects. */
const OPTIONS: Readonly<Record<string, string>> = {
  formatCells: "allowFormatCells",
  formatColumns: "allowFormatColumns",
  formatRows: "allowFormatRows",
  insertColumns: "allowInsertColumns",
  insertRows: "allowInsertRows",
  insertHyperlinks: "allowInsertHyperlinks",
  deleteColumns: "allowDeleteColumns",
  deleteRows: "allowDeleteRows",
  sort: "allowSort",
  autoFilter: "allowAutoFilter",
  pivotTables: "allowPivotTables",
};

/** A password cannot be read back from a file: the sheet opens protected, and anybody may lift it. */
export function readProtection(host: Host, sheet: string, xml: string): void {
  const tag = /<sheetProtection [^>]*>/.exec(xml)?.[0];
  const given = tag ? attributesOf(tag) : {};
  if (given.sheet !== "1" && given.sheet !== "true") return;
  const options = Object.fromEntries(Object.entries(OPTIONS).map(([name, word]) => [word, given[name] === "0"]));
  host.record(sheet).protection = { password: null, options };
}
