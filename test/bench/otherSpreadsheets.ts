/**
 * What a look-up by name costs where the catalog stands in a sheet and a spreadsheet's own functions look it up: HyperFormula in this process,
 * LibreOffice where it is installed. Both compare whole names as they stand; TARGET reads them as people type them.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { performance } from "node:perf_hooks";
import ExcelJS from "exceljs";
import { HyperFormula } from "hyperformula";
import type { Catalog } from "../../src/core/types";
import type { Question } from "./catalogs";
import { median } from "./table";

const ROUNDS = 3;

/** A row a promise: department and indicator as one text, and the figure. */
function catalogRows(catalog: Catalog): [string, number][] {
  const names = new Map(catalog.departments.map(({ id, name }) => [id, name]));
  return catalog.commitments.map(({ department, indicator, target }) => [
    `${names.get(department) ?? ""}|${indicator}`,
    target && "value" in target ? target.value : 0,
  ]);
}

const lookUp = (row: number, rows: number) => `INDEX(catalog!$B$1:$B$${rows},MATCH(A${row},catalog!$A$1:$A$${rows},0))`;

/** @returns processor's microseconds a look-up, beyond reading the same sheets without them */
export function hyperFormulaLookUp(catalog: Catalog, asked: readonly Question[]): number {
  const rows = catalogRows(catalog);
  const names = asked.map(({ department, indicator }) => `${department}|${indicator}`);
  const taken = (withLookUps: boolean): number => {
    const begin = process.cpuUsage();
    const engine = HyperFormula.buildFromSheets(
      {
        asked: names.map((name, at) => (withLookUps ? [name, `=${lookUp(at + 1, rows.length)}`] : [name])),
        catalog: rows,
      },
      { licenseKey: "gpl-v3", useColumnIndex: true },
    );
    const { user, system } = process.cpuUsage(begin);
    engine.destroy();
    return user + system;
  };
  taken(true); // the first round warms up
  return (median(rounds(() => taken(true))) - median(rounds(() => taken(false)))) / asked.length;
}

/** @returns microseconds a look-up, beyond opening the same file without them; null where there is no LibreOffice */
export async function libreOfficeLookUp(catalog: Catalog, asked: readonly Question[]): Promise<number | null> {
  const folder = mkdtempSync(path.join(tmpdir(), "look-ups-"));
  try {
    const rows = catalogRows(catalog);
    for (const withLookUps of [true, false]) {
      const book = new ExcelJS.Workbook();
      const sheet = book.addWorksheet("asked");
      book.addWorksheet("catalog").addRows(rows);
      for (const [at, { department, indicator }] of asked.entries())
        sheet.addRow([
          `${department}|${indicator}`,
          ...(withLookUps ? [{ formula: lookUp(at + 1, rows.length) }] : []),
        ]);
      await book.xlsx.writeFile(path.join(folder, `${String(withLookUps)}.xlsx`));
    }
    const taken = (withLookUps: boolean): number => {
      const begin = performance.now();
      const { status } = spawnSync(
        "soffice",
        [
          `-env:UserInstallation=file://${folder}/profile`,
          "--headless",
          "--convert-to",
          "csv",
          "--outdir",
          folder,
          path.join(folder, `${String(withLookUps)}.xlsx`),
        ],
        { stdio: "ignore" },
      );
      return status === 0 ? (performance.now() - begin) * 1000 : NaN;
    };
    if (Number.isNaN(taken(true))) return null;
    return (median(rounds(() => taken(true))) - median(rounds(() => taken(false)))) / asked.length;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const rounds = (run: () => number): number[] => Array.from({ length: ROUNDS }, run);
