/** Extending a ledger in which people have worked: what they typed, added and coloured stays. */
import { CatalogIndex } from "../../src/core/catalog";
import { buildLedger } from "../../src/excel/buildLedger";
import { session } from "../../src/excel/session";
import { filterGrown, lookAtUpdate, updateLedger } from "../../src/excel/updateLedger";
import type { LedgerUpdate } from "../../src/sheets/ledgerUpdate";
import { LEDGER_NAME } from "../../src/sheets/ledger";
import type { Commitment } from "../../src/core/types";
import { zh } from "../../src/strings/zh";
import { closeWorkbooks, openForTheAddIn, sheetNames } from "./openForTheAddIn";

afterEach(() => {
  closeWorkbooks();
  session.useEmbedded();
});

/** The ledger of the education bureau (rows 6 to 15), judged at the half-year, with a person's marks on it. */
async function workedIn(office: "2021" | "365" = "365") {
  const workbook = await openForTheAddIn({ office });
  await workbook.run((context) => buildLedger(context, session.inForce(), ["education"], "ask"));
  const type = (address: string, input: string | number) => workbook.type(`${LEDGER_NAME}!${address}`, input);
  await type("C3", "2024Q2");
  await type("H6", 3200);
  await type("R6", "暑期集中完工");
  await workbook.type("Sheet1!A1", `=${LEDGER_NAME}!H6`);
  await workbook.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(LEDGER_NAME);
    sheet.getRange("G:G").insert("Right"); // a column of their own between 基数 and 一季度
    sheet.getRange("G6").values = [["科长核过"]];
    sheet.getRange("C6").format.fill.color = "#FFC000";
    await context.sync();
  });
  await workbook.idle();
  const cells = (sheet = LEDGER_NAME) => {
    const id = workbook.host.findSheet(sheet)!;
    return workbook.engine.read(workbook.engine.usedArea(id, true)!);
  };
  const at = (address: string) => workbook.cell(`${LEDGER_NAME}!${address}`);
  return { ...workbook, cells, at };
}

/** The embedded catalog with some commitments changed. */
function changedCatalog(change: (commitments: Commitment[]) => Commitment[]): CatalogIndex {
  const { catalog } = session.index;
  return new CatalogIndex({ ...catalog, version: "2024-12-01", commitments: change([...catalog.commitments]) });
}

it.each(["2021", "365"] as const)("adds departments and keeps what people typed, in Office %s", async (office) => {
  const workbook = await workedIn(office);
  const { at } = workbook;
  const tax = session.index.catalog.departments.find(({ name }) => name === "市税务局")!;
  const outcome = await workbook.run((context) =>
    updateLedger(context, session.inForce(), LEDGER_NAME, ["education", tax.id]),
  );
  await workbook.idle();
  expect(outcome).toMatchObject({
    update: {
      added: session.index.commitmentsOf(tax.id).map(() => ({ department: tax.name })),
      gone: [],
      changed: [],
      kept: [],
    },
  });
  expect([at("I6").value, at("S6").value, at("G6").value]).toEqual([3200, "暑期集中完工", "科长核过"]);
  expect(at("Q6").value).toBe("达进度");
  expect(workbook.cell("Sheet1!A1").value).toBe(3200);
  const id = workbook.host.findSheet(LEDGER_NAME)!;
  expect(workbook.engine.styles({ sheet: id, row: 5, column: 2, rows: 1, columns: 1 })[0]![0]!.fill).toBe("#FFC000");
  const [first] = session.index.commitmentsOf(tax.id);
  expect([at("B16").value, at("C16").value, at("X16").value]).toEqual([tax.name, first!.indicator, first!.id]);
  expect(at("Q16").value).toMatch(/未填报|无法核验/);
  await workbook.type(`${LEDGER_NAME}!I17`, 1);
  await workbook.idle();
  expect(workbook.engine.painted(id, 16, 16)).not.toBeNull();
  expect(sheetNames(workbook)).toEqual(["Sheet1", LEDGER_NAME]);
  expect(at("B19").value).toBe("图例与判定规则"); // the legend moved down with the rows
  // The rows appended may be filtered like the rest.
  expect(workbook.host.record(id).filter).toMatchObject({ row: 4, rows: 13, column: 0 });
});

it("lets rows that stand below the filter be filtered, and leaves other filters alone", async () => {
  const workbook = await workedIn();
  const filterOver = (address: string | null) =>
    workbook.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(LEDGER_NAME);
      if (address === null) sheet.autoFilter.remove();
      else sheet.autoFilter.apply(sheet.getRange(address));
      await context.sync();
    });
  const filtered = async () => {
    await workbook.run((context) => updateLedger(context, session.inForce(), LEDGER_NAME, null));
    return workbook.host.record(workbook.host.findSheet(LEDGER_NAME)!).filter;
  };
  await filterOver("B5:E12"); // as of an earlier ledger of fewer rows
  expect(await filtered()).toMatchObject({ row: 4, rows: 11, column: 1, columns: 4 });
  await filterOver("A17:B20"); // of something else
  expect(await filtered()).toMatchObject({ row: 16, rows: 4 });
  await filterOver(null);
  expect(await filtered()).toBeNull();
});

it.each([
  ["rows behind its last", { row: 4, rows: 11 }, [{ before: 15, rows: 3 }], 17, { row: 4, rows: 14 }],
  ["rows among its own, which widen it", { row: 4, rows: 11 }, [{ before: 9, rows: 3 }], 17, null],
  [
    "rows of both kinds",
    { row: 4, rows: 11 },
    [
      { before: 15, rows: 1 },
      { before: 9, rows: 2 },
    ],
    17,
    { row: 4, rows: 14 },
  ],
  ["rows of people's own below, inside it", { row: 4, rows: 15 }, [{ before: 15, rows: 3 }], 17, null],
  ["the filter of another table", { row: 30, rows: 5 }, [{ before: 15, rows: 3 }], 17, null],
] as const)("a filter and %s", (_, filter, insertions, last, grown) => {
  const update = { insertions, last } as unknown as LedgerUpdate;
  const columns = { column: 0, columns: 22 };
  expect(filterGrown({ ...filter, ...columns }, 4, update)).toEqual(grown && { ...grown, ...columns });
});

it("shows old and new targets before anything is written, and marks what the catalog no longer has", async () => {
  const workbook = await workedIn();
  const { at } = workbook;
  await workbook.type(`${LEDGER_NAME}!I7`, 2);
  const [changed, removed] = session.index.commitmentsOf("education") as [Commitment, Commitment];
  session.useCatalog(
    changedCatalog((commitments) =>
      commitments.flatMap((each) =>
        each === removed
          ? []
          : each === changed && each.target && "value" in each.target
            ? [{ ...each, target: { ...each.target, value: 6000 } }]
            : [each],
      ),
    ),
  );
  const before = workbook.cells();
  const look = await workbook.run((context) => lookAtUpdate(context, session.inForce(), LEDGER_NAME, ["education"]));
  expect(look).toMatchObject({
    update: {
      added: [],
      gone: [{ indicator: removed.indicator }],
      changed: [
        { indicator: changed.indicator, field: "target", before: "5,970个", after: "6,000个" },
        { indicator: "新增学位", field: "target", before: "8,310个", after: "8,340个" }, // the total follows its part
      ],
    },
  });
  expect(workbook.cells()).toEqual(before);
  await workbook.run((context) => updateLedger(context, session.inForce(), LEDGER_NAME, ["education"]));
  await workbook.idle();
  expect(at("E6").value).toBe(6000);
  expect(at("I7").value).toBe(2);
  expect(String(at("W7").value)).toMatch(/^〔目录已无此项〕“/);
  expect(String(at("A2").value)).toContain("2024-12-01版");
  // Once more changes nothing, and marks nothing twice.
  const again = workbook.cells();
  expect(
    await workbook.run((context) => updateLedger(context, session.inForce(), LEDGER_NAME, ["education"])),
  ).toMatchObject({
    update: { added: [], changed: [], gone: [{ indicator: removed.indicator }] },
  });
  await workbook.idle();
  expect(workbook.cells()).toEqual(again);
});

it("keeps a figure that somebody typed over a formula, and says where", async () => {
  const workbook = await workedIn();
  await workbook.type(`${LEDGER_NAME}!E7`, 9);
  const outcome = await workbook.run((context) => updateLedger(context, session.inForce(), LEDGER_NAME, ["education"]));
  expect(outcome).toMatchObject({ update: { kept: ["E7"], changed: [] } });
  await workbook.idle();
  expect(workbook.at("E7").value).toBe(9);
});

it("heals #NAME? and keeps names that people shortened", async () => {
  const workbook = await workedIn();
  await workbook.type(`${LEDGER_NAME}!B6`, "教育局");
  await workbook.type(`${LEDGER_NAME}!E6`, "=NOSUCHNAME(1)");
  await workbook.idle();
  expect(workbook.at("E6").text).toBe("#NAME?");
  await workbook.run((context) => updateLedger(context, session.inForce(), LEDGER_NAME, ["education"]));
  await workbook.idle();
  expect([workbook.at("B6").value, workbook.at("E6").value]).toEqual(["教育局", 5970]);
});

it.each(["Range.formulas", "Range.insert", "DataValidation.rule", "Worksheet.copy"])(
  "is what it was when %s fails in the middle",
  async (member) => {
    const workbook = await workedIn();
    const before = workbook.cells();
    workbook.faults.failAt(member, "GeneralException");
    const updating = workbook.run((context) =>
      updateLedger(context, session.inForce(), LEDGER_NAME, ["education", "tax"]),
    );
    await expect(updating).rejects.toMatchObject({ code: "GeneralException" });
    await workbook.idle();
    expect(sheetNames(workbook)).toEqual(["Sheet1", LEDGER_NAME]);
    expect(workbook.cells()).toEqual(before);
    const id = workbook.host.findSheet(LEDGER_NAME)!;
    expect(workbook.engine.inputRule(id, 2, 2)).toMatchObject({ kind: "list" });
    expect(workbook.engine.painted(id, 5, 16)).not.toBeNull();
  },
);

/** A row reported twice a year now, with its fills and locks of the four quarters. */
async function withAnotherRhythm() {
  const workbook = await workedIn();
  const [first] = session.index.commitmentsOf("education");
  session.useCatalog(
    changedCatalog((all) => all.map((each) => (each.id === first!.id ? { ...each, rhythm: "halfYearly" } : each))),
  );
  const id = workbook.host.findSheet(LEDGER_NAME)!;
  const quarters = async () => {
    await workbook.idle();
    const fills = workbook.engine
      .styles({ sheet: id, row: 5, column: 7, rows: 1, columns: 4 })[0]!
      .map(({ fill }) => fill);
    const locks = await workbook.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(LEDGER_NAME);
      const cells = [7, 8, 9, 10].map((column) => sheet.getRangeByIndexes(5, column, 1, 1));
      for (const cell of cells) cell.load("format/protection/locked");
      await context.sync();
      return cells.map(({ format }) => format.protection.locked);
    });
    return { fills, locks };
  };
  return { ...workbook, quarters };
}

it("greys and locks what a changed rhythm closes", async () => {
  const workbook = await withAnotherRhythm();
  const before = await workbook.quarters();
  expect(before).toEqual({ fills: Array(4).fill("#FFFBE6"), locks: Array(4).fill(false) });
  await workbook.run((context) => updateLedger(context, session.inForce(), LEDGER_NAME, ["education"]));
  expect(await workbook.quarters()).toEqual({
    fills: ["#D9D9D9", "#FFFBE6", "#D9D9D9", "#FFFBE6"],
    locks: [true, false, true, false],
  });
});

it.each(["Range.formulas", "FormatProtection.locked"])(
  "gives the greys of a changed rhythm back when %s fails in the middle",
  async (member) => {
    const workbook = await withAnotherRhythm();
    const [before, cells] = [await workbook.quarters(), workbook.cells()];
    workbook.faults.failAt(member, "GeneralException");
    const updating = workbook.run((context) => updateLedger(context, session.inForce(), LEDGER_NAME, ["education"]));
    await expect(updating).rejects.toMatchObject({ code: "GeneralException" });
    expect(await workbook.quarters()).toEqual(before);
    expect(workbook.cells()).toEqual(cells);
    expect(sheetNames(workbook)).toEqual(["Sheet1", LEDGER_NAME]);
  },
);

it("updates a protected ledger and protects it again as it was", async () => {
  const workbook = await workedIn();
  const protectionOf = () =>
    workbook.run(async (context) => {
      const { protection } = context.workbook.worksheets.getItem(LEDGER_NAME);
      protection.load("protected,options");
      await context.sync();
      return { on: protection.protected, options: protection.options };
    });
  await workbook.run(async (context) => {
    context.workbook.worksheets.getItem(LEDGER_NAME).protection.protect({ allowFormatCells: true });
    await context.sync();
  });
  const before = await protectionOf();
  expect(before.on).toBe(true);
  await workbook.run((context) => updateLedger(context, session.inForce(), LEDGER_NAME, ["education", "tax"]));
  expect(await protectionOf()).toEqual(before);
  await workbook.idle();
  expect(workbook.at("B16").value).toBe("市税务局");
});

it("refuses a sheet that is no ledger, one whose settings are gone, and one of another catalog", async () => {
  const workbook = await workedIn();
  const look = (name: string) =>
    workbook.run((context) => lookAtUpdate(context, session.inForce(), name, ["education"]));
  expect(await look("Sheet1")).toEqual({ refused: "noLedger" });
  await workbook.type(`${LEDGER_NAME}!D3`, "日子");
  expect(await look(LEDGER_NAME)).toHaveProperty("update"); // the day is told by the quarter and the months worked out from it
  await workbook.type(`${LEDGER_NAME}!E3`, "6月底");
  expect(await look(LEDGER_NAME)).toEqual({ refused: "noSettings" });
  await workbook.type(`${LEDGER_NAME}!D3`, "截至日");
  session.useCatalog(
    changedCatalog((all) => all.map((each) => ({ ...each, id: `X${each.id}`, sumOf: undefined as never }))),
  );
  expect(await look(LEDGER_NAME)).toEqual({ refused: "otherCatalog" });
});

it("gives a ledger made earlier the formulas of today above its rows", async () => {
  const workbook = await workedIn();
  await workbook.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(LEDGER_NAME);
    // As ledgers were made before: fewer spellings, nothing said below the settings, no cell for the 截至期 as it is looked up.
    sheet.getRange("E3").formulas = [
      ['=IF(ISNUMBER(C3),C3,IF(MID(C3,5,1)="Q",DATE(LEFT(C3,4),RIGHT(C3,1)*3+1,0),"读不出"))'],
    ];
    for (const cells of ["C4", "F4:F4", "N4:Z4"]) sheet.getRange(cells).clear("Contents");
    await context.sync();
  });
  await workbook.type(`${LEDGER_NAME}!C3`, "上半年");
  expect(workbook.cell(`${LEDGER_NAME}!E3`).text).not.toBe("2024-06-30");
  await workbook.run((context) => updateLedger(context, session.inForce(), LEDGER_NAME, ["education"]));
  await workbook.idle();
  expect(workbook.cell(`${LEDGER_NAME}!E3`).text).toBe("2024-06-30");
  await workbook.type(`${LEDGER_NAME}!C3`, "下下季度");
  expect(workbook.cell(`${LEDGER_NAME}!C4`).text).toMatch(/^截至期“下下季度”读不出/);
  await workbook.type(`${LEDGER_NAME}!C3`, "2024Q2");
  await workbook.type(`${LEDGER_NAME}!K3`, "十个点");
  const below = ["M4", "N4", "O4"].map((at) => workbook.cell(`${LEDGER_NAME}!${at}`).text);
  expect(below.join("")).toMatch(/容差“十个点”读不出/);
});

it("asks for few requests", async () => {
  const workbook = await workedIn();
  workbook.batches.requests.length = 0;
  await workbook.run((context) => updateLedger(context, session.inForce(), LEDGER_NAME, ["education", "tax"]));
  expect(workbook.batches.requests.filter(({ actions }) => actions > 0).length).toBeLessThanOrEqual(7);
});

it("works in a ledger that was renamed, without the columns it can do without", async () => {
  const workbook = await openForTheAddIn();
  await workbook.run((context) => buildLedger(context, session.inForce(), ["education"], "ask"));
  await workbook.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(LEDGER_NAME);
    sheet.getRange("S5").values = [["下一步打算"]];
    for (const column of ["V", "T", "K", "F", "D"]) sheet.getRange(`${column}:${column}`).delete("Left"); // 来源 历次状态 填报提示 基数 单位
    sheet.name = "教育口";
    await context.sync();
  });
  const at = (address: string) => workbook.cell(`教育口!${address}`);
  await workbook.type("教育口!C3", "2024Q2");
  await workbook.type("教育口!F6", 3200);
  await workbook.idle();
  expect([at("A5").value, at("D6").value, at("M6").value]).toEqual(["序号", 5970, "达进度"]);
  expect(await workbook.run((context) => buildLedger(context, session.inForce(), ["tax"], "ask"))).toEqual({
    occupied: { name: null, freeName: LEDGER_NAME, ledgers: ["教育口"] },
  });
  const outcome = await workbook.run((context) =>
    updateLedger(context, session.inForce(), "教育口", ["education", "tax"]),
  );
  await workbook.idle();
  expect(outcome).toMatchObject({ update: { gone: [], changed: [] } });
  expect([at("F6").value, at("M6").value, at("P5").value, at("B16").value]).toEqual([
    3200,
    "达进度",
    "下一步打算",
    "市税务局",
  ]);
});

it("refuses to make quarters alone of running totals, and says which stand there", async () => {
  const workbook = await workedIn();
  const chosen = { ...session.inForce(), entry: "perQuarter" } as const;
  expect(await workbook.run((context) => lookAtUpdate(context, chosen, LEDGER_NAME, ["education"]))).toEqual({
    refused: "entryDiffers",
    standing: "cumulative",
  });
  expect(zh.pane.updateRefused.entryDiffers("cumulative")).toMatch(/填的是累计数.*没有更新/);
});
