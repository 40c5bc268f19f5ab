/** A long catalog is checked in steps: it comes to the same as at once, and others have their turn meanwhile. */
import ExcelJS from "exceljs";
import { CatalogError } from "../../src/core/errors";
import { validateCatalog, validateInSteps } from "../../src/core/loadCatalog";
import { withRests } from "../../src/core/steps";
import { textOrCellsSteps } from "../../src/files/workbookCells";
import { catalogInFile, TableRefused } from "../../src/sheets/catalogFile";
import { gridOf } from "../../src/sheets/catalogGrid";
import { readGrid } from "../../src/sheets/catalogGridRead";
import { CATALOG_SHEET } from "../../src/sheets/catalogSheet";
import { csvOf, rowsOfCsv } from "../../src/sheets/csv";
import { catalogOfSize } from "../bench/catalogs";

const MANY = 4500;
const long = () => structuredClone(catalogOfSize(MANY)) as { commitments: Record<string, unknown>[] };

async function issuesOf(value: unknown): Promise<unknown> {
  const inSteps: unknown = await validateInSteps(value, () => Promise.resolve()).catch((error: unknown) => error);
  let atOnce: unknown;
  try {
    validateCatalog(value);
  } catch (error) {
    atOnce = error;
  }
  if (!(atOnce instanceof CatalogError)) throw new Error("it was taken");
  expect(inSteps).toEqual(atOnce);
  return (atOnce.facts as { issues: unknown }).issues;
}

it("gives others their turn, and says how much is done", async () => {
  const parts: number[] = [];
  const catalog = await validateInSteps(long(), (part) => Promise.resolve(void parts.push(part)));
  expect(catalog).toEqual(catalogOfSize(MANY));
  expect(parts.length).toBeGreaterThan(8);
  expect(parts).toEqual([...parts].sort((one, other) => one - other));
  expect(parts.every((part) => part > 0 && part <= 1)).toBe(true);
});

it.each<[string, number, (commitment: Record<string, unknown>) => void, unknown]>([
  [
    "a wrong type",
    4321,
    (each) => (each["indicator"] = 7),
    { path: "/commitments/4321/indicator", problem: "wrongType" },
  ],
  ["an unknown field", 2000, (each) => (each["x"] = 7), { path: "/commitments/2000", problem: "unknownField" }],
  ["a lacking one", 1999, (each) => delete each["kind"], { path: "/commitments/1999", problem: "missing" }],
  ["nobody's", 4499, (each) => (each["department"] = "x"), { path: "/commitments/4499/department" }],
  [
    "an id that comes twice",
    4400,
    (each) => (each["id"] = catalogOfSize(1).commitments[0]?.id),
    { problem: "duplicateId" },
  ],
])("%s is told with its place", async (_name, at, spoil, issue) => {
  const catalog = long();
  spoil(catalog.commitments[at]!);
  expect(await issuesOf(catalog)).toContainEqual(expect.objectContaining(issue));
});

it("more promises than the schema lets be are refused", async () => {
  const [one] = catalogOfSize(1).commitments;
  const catalog = { ...catalogOfSize(1), commitments: Array.from({ length: 200_001 }, () => one) };
  expect(await issuesOf(catalog)).toEqual([expect.objectContaining({ path: "/commitments", problem: "tooMany" })]);
});

describe("a table of a catalog is read in steps as well", () => {
  const catalog = catalogOfSize(MANY);
  const read = async (content: Parameters<typeof catalogInFile>[0]) => {
    const parts: number[] = [];
    const found = await catalogInFile(content, (part) => Promise.resolve(void parts.push(part)));
    expect(parts).toEqual([...parts].sort((one, other) => one - other));
    expect(parts.every((part) => part >= 0 && part <= 1)).toBe(true);
    return { found, steps: parts.length };
  };

  it("as CSV", async () => {
    const { found, steps } = await read({ text: csvOf(gridOf(catalog)) });
    expect(found).toEqual(catalog);
    expect(steps).toBeGreaterThan(30);
  });

  it("as the cells of a workbook, which are read out of it in steps themselves", async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet(CATALOG_SHEET).addRows(gridOf(catalog) as unknown[][]);
    const bytes = new Uint8Array(await book.xlsx.writeBuffer());
    const parts: number[] = [];
    const cells = await withRests(
      textOrCellsSteps(bytes, "目录.xlsx", (name) => name === CATALOG_SHEET),
      (part) => Promise.resolve(void parts.push(part)),
    );
    expect(parts.length).toBeGreaterThan(10);
    expect(parts).toEqual([...parts].sort((one, other) => one - other));
    const { found, steps } = await read(cells);
    expect(found).toEqual(catalog);
    expect(steps).toBeGreaterThan(20);
  });

  it("with what is wrong told as it is at once", async () => {
    const grid = gridOf(catalog).map((row, at) => (at === 4000 ? row.map((cell) => (cell === "个" ? "" : cell)) : row));
    const refused: unknown = await catalogInFile({ text: csvOf(grid) }, () => Promise.resolve()).catch(
      (error: unknown) => error,
    );
    expect(refused).toBeInstanceOf(TableRefused);
    expect((refused as TableRefused).read).toEqual(readGrid(rowsOfCsv(csvOf(grid))));
  });
});
