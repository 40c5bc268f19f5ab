/** Print set-up and protection, into a file's worksheet. */
import type { PageSetup as FilePageSetup, Worksheet, WorksheetProtection } from "exceljs";
import { addressOf, columnName } from "../engine/address";
import type { Protection } from "../host/model/host";
import type { PageSetup } from "../host/model/pageLayout";

const POINTS_PER_INCH = 72;
/** Numbers of paper sizes in a file, by Excel's words (ECMA-376 18.3.1.63). */
const PAPERS: Readonly<Record<string, number>> = { Letter: 1, Legal: 5, A3: 8, A4: 9, A5: 11, B4: 12, B5: 13 };
const PRINT_ERRORS = { AsDisplayed: "displayed", Blank: "blank", Dash: "dash", NotAvailable: "NA" } as const;
const ITERATIONS = 10_000;

export function writePageSetup(worksheet: Worksheet, setup: PageSetup | null): void {
  if (!setup) return;
  const { plain, zoom, printArea, titleRows, titleColumns } = setup;
  const inches = (name: string): number => Number(plain[name]) / POINTS_PER_INCH;
  const fits = zoom.horizontalFitToPages !== undefined || zoom.verticalFitToPages !== undefined;
  const page: Partial<FilePageSetup> = {
    orientation: plain.orientation === "Landscape" ? "landscape" : "portrait",
    paperSize: PAPERS[String(plain.paperSize)] ?? PAPERS.A4!,
    horizontalCentered: plain.centerHorizontally === true,
    verticalCentered: plain.centerVertically === true,
    showGridLines: plain.printGridlines === true,
    showRowColHeaders: plain.printHeadings === true,
    blackAndWhite: plain.blackAndWhite === true,
    draft: plain.draftMode === true,
    pageOrder: plain.printOrder === "OverThenDown" ? "overThenDown" : "downThenOver",
    errors: PRINT_ERRORS[plain.printErrors as keyof typeof PRINT_ERRORS],
    margins: {
      left: inches("leftMargin"),
      right: inches("rightMargin"),
      top: inches("topMargin"),
      bottom: inches("bottomMargin"),
      header: inches("headerMargin"),
      footer: inches("footerMargin"),
    },
    ...(fits
      ? { fitToPage: true, fitToWidth: zoom.horizontalFitToPages ?? 0, fitToHeight: zoom.verticalFitToPages ?? 0 }
      : { scale: zoom.scale ?? 100 }),
  };
  if (plain.firstPageNumber !== "") page.firstPageNumber = Number(plain.firstPageNumber);
  // The library puts a $ before the column alone; a row without one moves with the cell that reads the name.
  if (printArea) page.printArea = addressOf(printArea).replace(/\d+/g, "$$$&");
  if (titleRows) page.printTitlesRow = `${titleRows.row + 1}:${titleRows.row + titleRows.rows}`;
  if (titleColumns)
    page.printTitlesColumn = `${columnName(titleColumns.column)}:${columnName(titleColumns.column + titleColumns.columns - 1)}`;
  Object.assign(worksheet.pageSetup, page);
  writeHeaders(worksheet, setup);
}

/** Left, centre and right part in one string, each behind its letter. */
function joined(texts: Record<string, string> | undefined, kind: "Header" | "Footer"): string {
  return (["left", "center", "right"] as const)
    .map((place) => {
      const text = texts?.[`${place}${kind}`] ?? "";
      return text && `&${place[0]!.toUpperCase()}${text}`;
    })
    .join("");
}

function writeHeaders(worksheet: Worksheet, { headersFooters: pages, headersFootersState }: PageSetup): void {
  const state = String(headersFootersState.state);
  const differs = { first: state.startsWith("First"), odd: state.includes("OddAndEven") };
  const main = differs.odd ? { ...pages.defaultForAllPages, ...pages.oddPages } : pages.defaultForAllPages;
  Object.assign(worksheet.headerFooter, {
    differentFirst: differs.first,
    differentOddEven: differs.odd,
    oddHeader: joined(main, "Header"),
    oddFooter: joined(main, "Footer"),
    ...(differs.odd
      ? { evenHeader: joined(pages.evenPages, "Header"), evenFooter: joined(pages.evenPages, "Footer") }
      : {}),
    ...(differs.first
      ? { firstHeader: joined(pages.firstPage, "Header"), firstFooter: joined(pages.firstPage, "Footer") }
      : {}),
  });
}

/** What people may do on a protected sheet, by Excel's words and the file's. */
const ALLOWED: Readonly<Record<string, keyof WorksheetProtection>> = {
  allowFormatCells: "formatCells",
  allowFormatColumns: "formatColumns",
  allowFormatRows: "formatRows",
  allowInsertColumns: "insertColumns",
  allowInsertRows: "insertRows",
  allowInsertHyperlinks: "insertHyperlinks",
  allowDeleteColumns: "deleteColumns",
  allowDeleteRows: "deleteRows",
  allowSort: "sort",
  allowAutoFilter: "autoFilter",
  allowPivotTables: "pivotTables",
  allowEditObjects: "objects",
  allowEditScenarios: "scenarios",
};

export async function writeProtection(worksheet: Worksheet, protection: Protection | null): Promise<void> {
  if (!protection) return;
  const mode = protection.options.selectionMode ?? "Normal";
  const options: Partial<WorksheetProtection> = {
    spinCount: ITERATIONS,
    selectLockedCells: mode === "Normal",
    selectUnlockedCells: mode !== "None",
  };
  for (const [word, name] of Object.entries(ALLOWED)) options[name] = (protection.options[word] === true) as never;
  await worksheet.protect(protection.password ?? "", options);
}
