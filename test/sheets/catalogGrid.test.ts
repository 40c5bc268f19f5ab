import fc from "fast-check";
import { CatalogIndex } from "../../src/core/catalog";
import { confirmed, retired, revised, withBaseline } from "../../src/core/corrections";
import { validateCatalog } from "../../src/core/loadCatalog";
import type { Catalog, Commitment } from "../../src/core/types";
import { gridOf, HEADINGS } from "../../src/sheets/catalogGrid";
import { readGrid } from "../../src/sheets/catalogGridRead";
import { csvOf, rowsOfCsv } from "../../src/sheets/csv";
import type { CellValue } from "../../src/sheets/standingLedger";
import { jingzhou } from "../core/jingzhou";
import { yunzhou } from "../core/yunzhou";

fc.configureGlobal(process.env["CI"] ? { seed: 20241231 } : {});

const signed = { by: "张三", recorded: "2024-07-01", why: "市政府第12次常务会议纪要" };
const throughCsv = (grid: readonly (readonly CellValue[])[]) => rowsOfCsv(csvOf(grid));

/** Words that do harm where a cell, a separator or a line is not kept in mind. */
const nasty = fc.oneof(
  fc.constantFrom(
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\tx",
    "\rx",
    "'x",
    "''",
    '"',
    "a,b",
    "a；b",
    "a\nb",
    "a\r\nb",
    " x ",
    "#续",
    "#单位",
    "无",
    "2024-01-02",
    "8310",
    "__proto__",
    "\u0000",
    "\ufeff",
    "1e5",
    "TRUE",
    "累计量",
    "目录名称",
  ),
  fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(..."=+-@'\",；;\r\n\t 市中a1{}[]:\\#") }),
);
const text = nasty.filter((each) => /\S/.test(each));

/** Catalogs that hold something of everything, with words of harm in places of theirs. */
const catalogs = fc
  .record({
    base: fc.constantFrom(jingzhou.catalog, yunzhou().catalog),
    words: fc.array(text, { minLength: 8, maxLength: 8 }),
    at: fc.nat(1000),
    aliases: fc.array(text, { maxLength: 3 }),
  })
  .map(({ base, words, at, aliases }): Catalog => {
    const [note = "", phrase = "", section = "", speaker = "", title = "", name = "", reason = "", indicator = ""] =
      words;
    const touched = (commitment: Commitment, place: number): Commitment =>
      place !== at % base.commitments.length
        ? commitment
        : {
            ...commitment,
            indicator: `${indicator}${commitment.indicator}`,
            note,
            ...(aliases.length > 0 ? { aliases: aliases.map((alias, number) => `${alias}${number}`) } : {}),
            reviewReason: reason,
            source: { ...commitment.source, phrase, section, speaker, passage: `${speaker}${phrase}${section}` },
          };
    return {
      ...base,
      schemaVersion: 2,
      title,
      departments: base.departments.map((each, place) =>
        place === 0 ? { ...each, name: `${name}${each.name}` } : each,
      ),
      documents: base.documents.map((each, place) =>
        place === 0 ? { ...each, title: name, url: "https://example.gov.cn/报告.html?a=1,2" } : each,
      ),
      commitments: base.commitments.map(touched),
    };
  });

it("loses nothing as a sheet and as CSV, whatever stands in it", () => {
  fc.assert(
    fc.property(catalogs, (catalog) => {
      const grid = gridOf(catalog);
      for (const back of [grid, throughCsv(grid)]) {
        const { catalog: read, troubles } = readGrid(back);
        expect(troubles).toEqual([]);
        expect(read).toEqual(catalog);
      }
      // As a sheet holds it: no cell of ours takes part in a formula, none is longer than Excel's.
      for (const cell of grid.flat()) if (typeof cell === "string") expect(cell.length).toBeLessThan(32_768);
    }),
    { numRuns: 120 },
  );
});

it("keeps corrections, what was set aside, and JSON longer than a cell", () => {
  const first = yunzhou().catalog.commitments.find(({ target, kind, sumOf }) => kind === "flow" && target && !sumOf)!;
  let catalog = revised(yunzhou().catalog, first.id, { from: "2024-07-01", value: 128 }, signed);
  catalog = withBaseline(catalog, first.id, { value: 3 }, signed);
  catalog = confirmed(catalog, first.id, signed);
  const alone = catalog.commitments.find(
    ({ id }) => id !== first.id && !catalog.commitments.some(({ sumOf }) => sumOf?.includes(id)),
  )!;
  catalog = validateCatalog(retired(catalog, alone.id, signed));
  const history = Array.from({ length: 480 }, (_, at) => ({
    period: `${1990 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`,
    value: at,
    unit: "个".padEnd(20, "个"),
    state: "final" as const,
  }));
  const long: Catalog = {
    ...catalog,
    commitments: catalog.commitments.map((each) =>
      each.id === first.id ? { ...each, history: history.filter(({ period }) => period < "2023") } : each,
    ),
  };
  const grid = gridOf(long);
  expect(grid.some(([mark]) => mark === "#续")).toBe(true);
  for (const catalogOf of [catalog]) {
    expect(readGrid(gridOf(catalogOf)).catalog).toEqual(catalogOf);
    expect(readGrid(throughCsv(gridOf(catalogOf))).catalog).toEqual(catalogOf);
  }
  expect(readGrid(grid).troubles.every(({ place }) => place.includes("history"))).toBe(true); // a unit nobody reads, else nothing
});

describe("as a statistician types it", () => {
  const head = ["目录名称", "松滋市2025年目标", "地区", "松滋市", "年份", 2025, "版本", "2025-01", "", "", "", ""];
  const columns = ["责任单位", "指标", "目标值", "单位", "性质", "编号", "比较", "起", "检查"];
  const sheet = (...rows: CellValue[][]): CellValue[][] => [["说明"], head, [], columns, ...rows];
  it("columns may be left out and stand in any order; what is not said is plain", () => {
    const { catalog, rows, headings } = readGrid(
      sheet(
        ["市教育局", "新增学位", 300, "个", "累计量"],
        [],
        ["市住建局", "改造小区", "1,200", "户", "累计量", "SZ2025-009", "不低于", 45717],
      ),
    );
    expect(rows).toBe(2);
    expect(headings).toEqual({ row: 3, check: 8 });
    const index = new CatalogIndex(catalog!);
    expect(index.find("松滋市教育局", "新增学位")).toMatchObject({
      id: "SZ2025-010",
      from: "2025-01-01",
      due: "2025-12-31",
    });
    expect(index.find("住建局", "改造小区")).toMatchObject({
      from: "2025-03-01",
      target: { comparator: "atLeast", value: 1200 },
    });
  });
  it.each<[string, CellValue[], string, string]>([
    ["a word nobody knows", ["教育局", "甲", 3, "个", "流量"], "wordUnknown", "性质"],
    ["no kind", ["教育局", "甲", 3, "个", ""], "missingInRow", "性质"],
    ["a figure that is none", ["教育局", "甲", "三十多", "个", "累计量"], "numberUnreadable", "目标值"],
    ["no unit", ["教育局", "甲", 3, "", "累计量"], "missingInRow", "单位"],
    ["no department", ["", "甲", 3, "个", "累计量"], "missingInRow", "责任单位"],
    ["a day that is none", ["教育局", "甲", 3, "个", "累计量", "", "", "开春"], "dayUnreadable", "起"],
    ["a unit nobody reads", ["教育局", "甲", 3, "个/10", "累计量"], "unitUnreadable", "/target/unit"],
    ["an id of another form", ["教育局", "甲", 3, "个", "累计量", "1"], "idUnreadable", "/id"],
  ])("%s: the row is named, and the others are read", (_name, wrong, problem, place) => {
    const read = readGrid(sheet(["教育局", "乙", 1, "个", "累计量"], wrong, ["教育局", "丙", 2, "个", "累计量"]));
    expect(read.catalog).toBeNull();
    expect(read.rows).toBe(3);
    expect(read.troubles).toMatchObject([{ row: 5, problem, place }]);
  });
  it("the same name twice is said beside the later row", () => {
    const row = ["教育局", "乙", 1, "个", "累计量"];
    expect(readGrid(sheet(row, row)).troubles).toMatchObject([{ row: 5, problem: "duplicateName" }]);
  });
  it.each([
    [[["a", "b"]], "noHeadings"],
    [[columns], "noHead"],
  ])("%j is no such sheet", (grid, problem) => {
    expect(readGrid(grid).troubles).toMatchObject([{ row: null, problem }]);
  });
});

it("reads CSV of others: quotes, line ends of all kinds, a last line without one", () => {
  expect(rowsOfCsv('a,"b ""c"" d"\n"e\r\nf",\r\n\r,g')).toEqual([["a", 'b "c" d'], ["e\r\nf", ""], [""], ["", "g"]]);
  expect(csvOf([["=1", -1, "a'", "'", HEADINGS[0]!]])).toBe("\ufeff'=1,-1,a','',编号\r\n");
});

it.each(["+1", "-1+2", "@A1", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠A1", "'=1"])(
  "CSV marks %j as a text, and reads it as it was",
  (text) => {
    expect(csvOf([[text]])).toMatch(/^\ufeff"?'/);
    expect(throughCsv([[text]])).toEqual([[text]]);
  },
);
