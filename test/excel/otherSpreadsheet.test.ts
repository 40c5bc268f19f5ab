/**
 * Every formula of every sheet we make, worked out by another spreadsheet: LibreOffice opens the saved workbook, from which all results but
 * those of TARGET were taken out, and must come to what the workbench came to. Skipped without LibreOffice.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Workbook } from "exceljs";
import { buildLedger } from "../../src/excel/buildLedger";
import { freezePeriod } from "../../src/excel/freezePeriod";
import { makeLeadersCopy } from "../../src/excel/leadersCopy";
import { makeSummary } from "../../src/excel/makeSummary";
import { session } from "../../src/excel/session";
import { LEDGER_NAME } from "../../src/sheets/ledger";
import type { Entry } from "../../src/sheets/ledgerColumns";
import { projectFolder } from "../workbench/server/projectFolder";
import { writeXlsx } from "../workbench/xlsx/writeXlsx";
import { closeWorkbooks, openForTheAddIn } from "./openForTheAddIn";

afterEach(() => {
  closeWorkbooks();
  session.useEntry("cumulative");
});

const FOLDER = path.join(projectFolder, "test-results", "other-spreadsheet");
const hasLibreOffice = spawnSync("soffice", ["--version"]).error === undefined;
if (!hasLibreOffice) console.info("Without LibreOffice (soffice) no formula is worked out by another spreadsheet.");

function convert(file: string): string {
  const out = path.join(FOLDER, "converted");
  const profile = `-env:UserInstallation=file://${path.join(FOLDER, "profile")}`;
  const { status, stderr } = spawnSync(
    "soffice",
    [profile, "--headless", "--convert-to", "xlsx", "--outdir", out, file],
    { encoding: "utf8", timeout: 200_000 },
  );
  if (status !== 0) throw new Error(`soffice failed: ${stderr}`);
  return path.join(out, path.basename(file));
}

/** Everything made of all departments, with figures that bring every verdict about. */
async function made(entry: Entry) {
  session.useEntry(entry);
  const workbook = await openForTheAddIn();
  const every = session.index.catalog.departments.map(({ id }) => id);
  await workbook.run((context) => buildLedger(context, session.inForce(), every, "ask"));
  const ledger = workbook.host.findSheet(LEDGER_NAME)!;
  await workbook.type(`${LEDGER_NAME}!C3`, "2024Q2");
  await workbook.idle();
  const last = 5 + session.index.catalog.commitments.length;
  const targets = workbook.engine.read({ sheet: ledger, row: 5, column: 4, rows: last - 5, columns: 1 });
  const formulas = workbook.engine.read({ sheet: ledger, row: 5, column: 6, rows: last - 5, columns: 1 });
  const typing: Promise<void>[] = [];
  for (const [index, [target]] of targets.entries()) {
    if (formulas[index]![0]!.formula !== null || index % 6 === 5) continue;
    const value = target!.value;
    const share = [0.6, 0.46, 0.2, 1.1, 10][index % 6]!;
    const row = index + 6;
    const put = (column: string, input: string | number) =>
      typing.push(workbook.type(`${LEDGER_NAME}!${column}${row}`, input));
    if (typeof value !== "number") put("H", index % 2 ? "已完成" : "未完成");
    else {
      put("G", Math.round(value * share * 4) / 10);
      put("H", Math.round(value * share * 10) / 10);
    }
  }
  await Promise.all(typing);
  await workbook.idle();
  await workbook.run((context) => makeSummary(context, session.inForce(), "ask"));
  workbook.engine.activate(ledger);
  await workbook.run((context) => makeLeadersCopy(context, session.inForce(), "ask"));
  workbook.engine.activate(ledger);
  await workbook.run((context) => freezePeriod(context, session.inForce(), false));
  await workbook.idle();
  workbook.host.handOverColourRules();
  return workbook;
}

const round = (value: unknown) =>
  typeof value === "number" ? Number(value.toPrecision(9)) : value instanceof Date ? value.getTime() : (value ?? "");

(hasLibreOffice ? it : it.skip).each<Entry>(["cumulative", "perQuarter"])(
  "comes to the same in LibreOffice where quarters are typed %s",
  async (entry) => {
    mkdirSync(path.join(FOLDER, "converted"), { recursive: true });
    const workbook = await made(entry);
    const bytes = await writeXlsx(workbook.host, {
      functions: workbook.engine.externalFunctionNames(),
      documentSettings: new Map(),
    });
    writeFileSync(path.join(FOLDER, `whole-${entry}.xlsx`), bytes);
    const book = new Workbook();
    await book.xlsx.load(bytes as never);
    const expected = new Map<string, unknown>();
    for (const sheet of book.worksheets)
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          const { value } = cell;
          if (value === null || typeof value !== "object" || !("formula" in value)) return;
          if (value.formula.includes("TARGET")) {
            cell.value = value.result ?? null;
            return;
          }
          expected.set(`${sheet.name}!${cell.address}`, value.result);
          cell.value = { formula: value.formula };
        }),
      );
    expect(expected.size).toBeGreaterThan(300);
    const file = path.join(FOLDER, `formulas-${entry}.xlsx`);
    await book.xlsx.writeFile(file);
    const other = new Workbook();
    await other.xlsx.readFile(convert(file));
    const differences = [...expected].flatMap(([address, result]) => {
      const [name = "", cell = ""] = address.split("!");
      const { value } = other.getWorksheet(name)!.getCell(cell);
      const found = value !== null && typeof value === "object" && "result" in value ? value.result : value;
      const came = found !== null && typeof found === "object" && "formula" in found ? "" : found;
      return round(came) === round(result) ? [] : [[address, result, found]];
    });
    expect(differences.slice(0, 10)).toEqual([]);
  },
);
