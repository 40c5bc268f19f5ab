/** A ledger as a file: what another spreadsheet program makes of it, and what comes back when it is opened again. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Workbook, type Cell, type CellValue, type Worksheet } from "exceljs";
import { PNG } from "pngjs";
import { projectFolder } from "../workbench/server/projectFolder";
import { openWorkbench, type OpenWorkbench } from "./workbenchPage";

const FOLDER = path.join(projectFolder, "test-results", "xlsx");
const FILE = path.join(FOLDER, "ledger.xlsx");
const SHEET = "台账";
const ROWS = [6, 7, 8, 9, 10, 11, 12, 13, 14, 15];
const COLUMNS = ["B", "C", "D", "E", "H", "K", "L", "M", "N", "O", "P", "Q"];

let workbench: OpenWorkbench;
beforeAll(async () => {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  workbench = await openWorkbench();
  await workbench.page.evaluate(() => window.workbench.clickRibbon("BuildLedger"));
  const pane = workbench.page.frameLocator("iframe");
  await pane.getByLabel(/市教育局/).check();
  await pane.getByRole("button", { name: "生成台账" }).click();
  await idle();
  await setCell("C3", "2024Q2");
  for (const [row, actual] of [
    [6, 3000],
    [7, 20],
    [8, 1000],
  ] as const)
    await setCell(`H${row}`, actual);
  await idle();
  writeFileSync(FILE, Buffer.from(await workbench.page.evaluate(() => window.workbench.save()), "base64"));
});
afterAll(() => workbench.close());

const idle = () => workbench.page.evaluate(() => window.workbench.idle());
const setCell = (address: string, value: string | number) =>
  workbench.page.evaluate(([at, put]) => window.workbench.setCell(at, put), [`${SHEET}!${address}`, value] as const);
const getCell = (address: string) =>
  workbench.page.evaluate((at) => window.workbench.getCell(at), `${SHEET}!${address}`);

/** The ledger's cells as the workbench shows them. */
async function shown() {
  const cells = new Map<string, Awaited<ReturnType<typeof getCell>>>();
  for (const row of ROWS) for (const column of COLUMNS) cells.set(`${column}${row}`, await getCell(`${column}${row}`));
  return cells;
}

const hasProgram = (name: string, ...version: string[]) => spawnSync(name, version).error === undefined;
const hasLibreOffice = hasProgram("soffice", "--version");
const hasPainter = hasProgram("pdftoppm", "-v");
if (!hasLibreOffice) console.info("Without LibreOffice (soffice) the saved ledger is not opened by it.");
else if (!hasPainter) console.info("Without pdftoppm the printed ledger is not looked at.");

function convert(file: string, format: string, folder: string): string {
  mkdirSync(folder, { recursive: true });
  const profile = `-env:UserInstallation=file://${path.join(FOLDER, "profile")}`;
  const { status, stderr } = spawnSync(
    "soffice",
    [profile, "--headless", "--convert-to", format, "--outdir", folder, file],
    { encoding: "utf8", timeout: 120_000 },
  );
  if (status !== 0) throw new Error(`soffice failed: ${stderr}`);
  return path.join(folder, `${path.basename(file, ".xlsx")}.${format}`);
}

async function ledgerIn(file: string): Promise<Worksheet> {
  const book = new Workbook();
  await book.xlsx.readFile(file);
  return book.getWorksheet(SHEET)!;
}

/** A cell's value, that of a formula its last result. */
function resultOf(value: CellValue): unknown {
  const result = value !== null && typeof value === "object" && "formula" in value ? value.result : value;
  if (result !== null && typeof result === "object" && "error" in result) return result.error;
  return result ?? "";
}

/** LibreOffice writes a word in a number format without the quotation marks it needs not have. */
const formatOf = ({ numFmt }: Cell) => ((numFmt as string | undefined) ?? "General").replace(/["\\]/g, "");

it("stores formulas as Excel does, with what they came to", async () => {
  const ledger = await ledgerIn(FILE);
  const target = ledger.getCell("E6").value;
  expect(target).toMatchObject({ formula: expect.stringMatching(/_xldudf_TARGET\(/) as string });
  for (const [address, { value, error }] of await shown())
    expect([address, resultOf(ledger.getCell(address).value)]).toEqual([address, error ?? value]);
});

(hasLibreOffice ? it : it.skip)("keeps values, formats and colour rules in LibreOffice", async () => {
  const before = await ledgerIn(FILE);
  const after = await ledgerIn(convert(FILE, "xlsx", path.join(FOLDER, "libreoffice")));
  for (const [address, { value, error }] of await shown()) {
    const cell = after.getCell(address);
    const result = resultOf(cell.value);
    const rounded = typeof result === "number" && typeof value === "number" ? Number(result.toFixed(9)) : result;
    const expected = error ?? (typeof value === "number" ? Number(value.toFixed(9)) : value);
    expect([address, rounded]).toEqual([address, expected]);
    expect([address, formatOf(cell)]).toEqual([address, formatOf(before.getCell(address))]);
  }
  const rulesOf = (sheet: Worksheet) =>
    (sheet as unknown as { conditionalFormattings: { ref: string; rules: { formulae?: string[] }[] }[] })
      .conditionalFormattings;
  const words = (sheet: Worksheet) =>
    rulesOf(sheet).flatMap(({ ref, rules }) => rules.map((rule) => `${ref} ${String(rule.formulae)}`));
  expect(words(after).sort()).toEqual(words(before).sort());
  expect(after.pageSetup).toMatchObject({ orientation: "landscape", paperSize: 9 });
});

(hasLibreOffice && hasPainter ? it : it.skip)("prints with the verdicts' colours", () => {
  const pdf = convert(FILE, "pdf", FOLDER);
  const { status } = spawnSync("pdftoppm", ["-png", "-r", "100", pdf, path.join(FOLDER, "page")]);
  expect(status).toBe(0);
  const pages = readdirSync(FOLDER).filter((name) => /^page-.*png$/.test(name));
  const page = PNG.sync.read(readFileSync(path.join(FOLDER, pages[0]!)));
  expect(page.width).toBeGreaterThan(page.height); // landscape
  const colours = new Set<string>();
  for (let at = 0; at < page.data.length; at += 4) colours.add(page.data.subarray(at, at + 3).toString("hex"));
  expect([...colours]).toEqual(expect.arrayContaining(["c6efce", "ffeb9c", "ededed"]));
});

it("comes back whole when it is opened again", async () => {
  const before = await shown();
  const bytes = readFileSync(FILE).toString("base64");
  await workbench.page.evaluate((file) => window.workbench.open(file), bytes);
  await idle();
  expect(await workbench.page.evaluate(() => window.workbench.sheetNames())).toEqual(["Sheet1", SHEET]);
  for (const [address, cell] of before) expect([address, await getCell(address)]).toEqual([address, cell]);
  // The add-in began anew with this workbook and saw that it holds a ledger.
  await workbench.page
    .getByRole("button", { name: "领导汇总" })
    .and(workbench.page.locator(":not([disabled])"))
    .waitFor();
  await setCell("H6", 100);
  await idle();
  expect((await getCell("P6")).value).toBe("严重滞后");
  await workbench.screenshot("xlsx-opened-again");
});

it("shows the note of a selected cell, and charts of a file", async () => {
  const book = new Workbook();
  await book.xlsx.readFile(FILE);
  book.getWorksheet(SHEET)!.getCell("R6").note = "市财政局已核";
  const file = Buffer.from(await book.xlsx.writeBuffer()).toString("base64");
  const { page } = workbench;
  await page.evaluate((bytes) => window.workbench.open(bytes), file);
  await page.evaluate((address) => window.workbench.select(address), `${SHEET}!R6`);
  await page.getByText("市财政局已核").waitFor();
  await workbench.screenshot("xlsx-note");
  await page.evaluate(() => window.workbench.select("R7"));
  await page.getByText("市财政局已核").waitFor({ state: "hidden" });

  await page.evaluate(() => window.workbench.startNew());
  await page.evaluate(async () => {
    await window.workbench.setCell("A1", "教育局");
    await window.workbench.setCell("B1", 3);
  });
  const pane = page.frames().find((frame) => frame.url().includes("/taskpane.html"))!;
  await pane.evaluate(`Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.charts.add("BarStacked", sheet.getRange("A1:B1"), "Rows");
    await context.sync();
  })`);
  const before = await page.evaluate(() => window.workbench.charts());
  expect(before).toMatchObject([{ type: "BarStacked", series: [{ values: [3] }] }]);
  await page.evaluate(async () => window.workbench.open(await window.workbench.save()));
  await idle();
  expect(await page.evaluate(() => window.workbench.charts())).toEqual(before);
});
