/** Ledgers filled by month: which column 截至期 picks, rows that are reported more seldom, and how one by quarter goes on by month. */
import { CatalogIndex } from "../../../src/core/catalog";
import { validateCatalog } from "../../../src/core/loadCatalog";
import { RULES } from "../../../src/core/status";
import type { Commitment } from "../../../src/core/types";
import { damageOf } from "../../../src/sheets/damage";
import { entriesOf, readingOf } from "../../../src/sheets/ledgerEntries";
import { ledger, periodsToChoose } from "../../../src/sheets/ledger";
import {
  columnsOf,
  ENTRIES,
  headingOf,
  newLayout,
  periodsOf,
  type Entry,
  type LedgerColumn,
} from "../../../src/sheets/ledgerColumns";
import { planUpdate } from "../../../src/sheets/ledgerUpdate";
import { takesInColumns } from "../../../src/sheets/movedCells";
import { Formula, type SheetPlan } from "../../../src/sheets/plan";
import { isReshapable, reshaped } from "../../../src/sheets/reshapedLedger";
import { collect } from "../../../src/sheets/returns";
import { whyOf } from "../../../src/sheets/shortfalls";
import { readSheet, standingLedger, type CellValue, type StandingLedger } from "../../../src/sheets/standingLedger";
import { zh } from "../../../src/strings/zh";
import { generator } from "../../bench/catalogs";
import { catalogFile } from "../../core/jingzhou";
import { columnAt, FilledLedger, type Typed } from "./filledLedger";
import { figureFor, generatedCatalog, typedFor } from "./generatedPromises";

const flow = (more: Partial<Commitment> = {}) =>
  ({ kind: "flow", target: { comparator: "plain", value: 1200, unit: "个" }, ...more }) as const;
const index = new CatalogIndex(
  validateCatalog({
    ...catalogFile(
      flow({ indicator: "按月" }),
      flow({ indicator: "按季", rhythm: "quarterly" }),
      flow({ indicator: "按半年", rhythm: "halfYearly" }),
      flow({ indicator: "按年", rhythm: "yearly" }),
      { kind: "flow", indicator: "合计指标", sumOf: ["TT2024-001", "TT2024-002"] },
    ),
    schemaVersion: 2,
  }),
);
const [MONTHLY, QUARTERLY, HALF, YEARLY, TOTAL] = index.catalog.commitments.map(({ id }) => id) as [
  string,
  string,
  string,
  string,
  string,
];
const { hints } = zh.ledger;

describe("a ledger by month", () => {
  it("has eleven columns, January and February together, and offers their periods as 截至期", () => {
    const columns = periodsOf("cumulativeByMonth").map(({ column }) => column);
    const names = ["1–2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"];
    expect(columns.map((column) => headingOf(column, "cumulativeByMonth"))).toEqual(names);
    expect(columns.map((column) => headingOf(column, "perMonth"))).toEqual(names.map((name) => `${name}\n当月`));
    expect(periodsToChoose(2024, "perMonth").slice(0, 2)).toEqual(["2024年1-2月", "2024年1-3月"]);
    const plan = ledger(index, ["education"], RULES.standard, "台账", "2024Q2", "cumulativeByMonth");
    const list = plan.validations.find(({ rule }) => "list" in rule && rule.list.includes("2024年1-3月"));
    expect(list?.block).toEqual(newLayout([], "cumulativeByMonth").settings.asOf);
    expect(plan.print.paper).toBe("A3");
  });

  it("paints and locks the cells outside a row's rhythm, and no others", () => {
    for (const entry of ["cumulativeByMonth", "cumulative"] as const) {
      const plan = ledger(index, ["education"], RULES.standard, "台账", "2024Q2", entry);
      const layout = newLayout(
        [MONTHLY, QUARTERLY, HALF, YEARLY, TOTAL].map((id) => id),
        entry,
      );
      const grey = (id: string) =>
        periodsOf(entry).flatMap(({ column, month }) => {
          const [row, place] = [layout.rowOf(id) ?? 0, layout.at[column] ?? 0];
          const last = plan.styles.filter(
            ({ block, fill }) =>
              fill !== undefined &&
              row >= block.row &&
              row < block.row + block.rows &&
              place >= block.column &&
              place < block.column + block.columns,
          );
          return last.at(-1)?.fill === "#D9D9D9" && last.at(-1)?.locked === true ? [month] : [];
        });
      const months = periodsOf(entry).map(({ month }) => month);
      expect(grey(MONTHLY)).toEqual([]);
      expect(grey(QUARTERLY)).toEqual(months.filter((month) => month % 3 !== 0));
      expect(grey(HALF)).toEqual(months.filter((month) => month % 6 !== 0));
      expect(grey(YEARLY)).toEqual(months.filter((month) => month !== 12));
      expect(grey(TOTAL)).toEqual(months.filter((month) => month % 3 !== 0)); // as its quarterly part
    }
  });

  describe("judges by the column of 截至期", () => {
    let filled: FilledLedger;
    beforeAll(() => {
      filled = new FilledLedger(index, RULES.standard, "cumulativeByMonth");
      // The year so far is a hundred a month: month 6 holds 600.
      filled.fill(filled.ids.map(() => periodsOf("cumulativeByMonth").map(({ month }) => month * 100)));
      filled.fill(
        [MONTHLY, QUARTERLY, HALF, YEARLY].map((id) =>
          periodsOf("cumulativeByMonth").map(({ month }) => {
            const step = { [MONTHLY]: 1, [QUARTERLY]: 3, [HALF]: 6, [YEARLY]: 12 }[id] ?? 1;
            return month % step === 0 ? month * 100 : null;
          }),
        ),
      );
    });
    afterAll(() => filled.close());

    it.each([
      // 截至期, then for each row what counts as its latest figure
      ["2024Q2", [600, 600, 600, ""]],
      ["2024年1-2月", [200, "", "", ""]],
      ["1月", ["", "", "", ""]],
      ["2024-01-15", ["", "", "", ""]],
      ["4月", [400, 300, "", ""]],
      ["2024年1-8月", [800, 600, 600, ""]],
      ["2024-08-15", [800, 600, 600, ""]],
      ["2024-12-15", [1200, 900, 600, ""]],
      ["2024", [1200, 1200, 1200, 1200]],
      ["2025-03", [1200, 1200, 1200, 1200]],
      ["2023Q4", ["", "", "", ""]],
    ])("%s", async (asOf, latest) => {
      filled.set("asOf", asOf);
      const rows = new Map((await filled.rows()).map((row) => [row.id, row]));
      expect([MONTHLY, QUARTERLY, HALF, YEARLY].map((id) => rows.get(id)?.latest)).toEqual(latest);
      for (const id of [MONTHLY, QUARTERLY, HALF, YEARLY])
        expect(rows.get(id)?.status).toBe(
          rows.get(id)?.latest === ""
            ? zh.status.notDue
            : rows.get(id)?.latest === 1200
              ? zh.status.met
              : zh.status.onPace,
        );
      // The total is reported as its rarest part.
      const parts = rows.get(QUARTERLY)?.latest;
      expect(rows.get(TOTAL)?.latest).toBe(typeof parts === "number" ? parts * 2 : "");
    });

    it.each([
      ["4月", [hints.rhythms.quarterly.judged, 3], [hints.rhythms.halfYearly.first]],
      ["2024年1-8月", [hints.rhythms.quarterly.judged, 6], [hints.rhythms.halfYearly.judged, 6]],
    ] as const)("and says until when a row is judged: %s", async (asOf, quarterly, halfYearly) => {
      filled.set("asOf", asOf);
      const said = ([words, month]: readonly [unknown, unknown?]) =>
        typeof words === "string" ? words : `${(words as { before: string }).before}${String(month)}月`;
      expect((await filled.row(QUARTERLY)).hint).toBe(said(quarterly));
      expect((await filled.row(HALF)).hint).toBe(said(halfYearly));
      expect((await filled.row(MONTHLY)).hint).toBe("");
    });

    it("says that January is filled in with February, and that a row by year is judged in December", async () => {
      filled.set("asOf", "1月");
      expect((await filled.row(MONTHLY)).hint).toBe(hints.rhythms.monthly.first);
      expect((await filled.row(YEARLY)).hint).toBe(hints.rhythms.yearly.first);
    });

    it("names the last figure where a month's is not there, and counts nothing outside the rhythm", async () => {
      filled.set("asOf", "5月");
      filled.type(MONTHLY, "month5", null);
      filled.type(MONTHLY, "month4", null);
      filled.type(QUARTERLY, "month5", 555);
      const [monthly, quarterly] = [await filled.row(MONTHLY), await filled.row(QUARTERLY)];
      expect([monthly.status, monthly.hint]).toEqual([zh.status.unreported, `3月${hints.lastKnown}300`]);
      expect([quarterly.latest, quarterly.status, quarterly.hint]).toEqual([
        300,
        zh.status.onPace,
        hints.outsideRhythm,
      ]);
      filled.type(MONTHLY, "month5", 500);
      filled.type(MONTHLY, "month4", 400);
      filled.type(QUARTERLY, "month5", null);
    });

    it("says which month fell", async () => {
      filled.set("asOf", "6月");
      filled.type(MONTHLY, "month5", 350);
      expect((await filled.row(MONTHLY)).hint).toBe(hints.falling("5月", true));
      filled.type(MONTHLY, "month5", 500);
    });
  });

  it("adds up months typed alone, and names one that is left out", async () => {
    const filled = new FilledLedger(index, RULES.standard, "perMonth", "2024年1-5月");
    filled.fill([[200, 100, 150, 50]]);
    expect(await filled.row(MONTHLY)).toMatchObject({ latest: 500, status: zh.status.onPace });
    filled.type(MONTHLY, "month4", null);
    expect(await filled.row(MONTHLY)).toMatchObject({ latest: "", hint: hints.missing("4月") });
    filled.close();
  });

  it("says no hint that is longer than its column", () => {
    const { rhythms, outsideRhythm } = hints;
    const all = Object.values(rhythms).flatMap(({ first, judged }) => [first, `${judged.before}12${judged.behind}`]);
    const ems = (text: string) => [...text].reduce((sum, each) => sum + (/[\d-]/.test(each) ? 0.55 : 1), 0);
    expect([...all, outsideRhythm].filter((text) => ems(text) > 9)).toEqual([]);
  });
});

it("agrees with a ledger by quarter at quarter ends", async () => {
  const random = generator(20241129);
  let judged = 0;
  for (let round = 0; round < 2; round++) {
    const made = generatedCatalog(random, true);
    const typed = new Map<string, readonly Typed[]>(
      made.catalog.commitments.map((each) => [each.id, typedFor(made, each, random)]),
    );
    for (const total of made.catalog.commitments.filter(({ sumOf }) => sumOf))
      typed.set(
        total.id,
        [0, 1, 2, 3].map((place) => figureFor(total, place, typed)),
      );
    // One after the other: two spreadsheets at once would wait for each other.
    const told = async (entry: Entry, byQuarter: (quarters: readonly Typed[]) => readonly Typed[]) => {
      const filled = new FilledLedger(made, RULES.standard, entry);
      filled.fill(filled.ids.map((id) => byQuarter(typed.get(id) ?? [])));
      const found: unknown[][] = [];
      for (const asOf of ["2023Q4", "2024Q1", "2024Q2", "2024Q3", "2024Q4", "2025Q1"]) {
        filled.set("asOf", asOf);
        for (const { id, latest, attainment, share, gap, status } of await filled.rows())
          found.push([asOf, id, latest, attainment, share, gap, status]);
      }
      filled.close();
      return found;
    };
    const quarterly = await told("cumulative", (quarters) => quarters);
    const monthly = await told("cumulativeByMonth", (quarters) =>
      periodsOf("cumulativeByMonth").map(({ month }) => (month % 3 === 0 ? (quarters[month / 3 - 1] ?? null) : null)),
    );
    const pairs = quarterly.map((row, at) => [row, monthly[at]]);
    const differing = pairs.filter(([left, right]) => JSON.stringify(left) !== JSON.stringify(right));
    expect(differing.slice(0, 3)).toEqual([]);
    judged += quarterly.length;
  }
  expect(judged).toBeGreaterThan(1000);
});

type Fill = Readonly<Record<string, Partial<Record<LedgerColumn, CellValue>>>>;

/** A ledger as it stands on a sheet: as built, with some cells filled in. */
function standing(entry: Entry, fill: Fill = {}, plan: SheetPlan = planOf(entry)): StandingLedger {
  const grid = plan.content.map((cells) =>
    columnsOf(entry).map((_, column): CellValue => {
      const content = cells[column] ?? "";
      return content instanceof Formula ? String(content) : content;
    }),
  );
  for (const [id, cells] of Object.entries(fill)) {
    const row = grid.find((each) => each[columnAt("id", entry)] === id);
    for (const [column, value] of Object.entries(cells)) if (row) row[columnAt(column as LedgerColumn, entry)] = value;
  }
  const values = grid.map((row) => row.map((value) => (String(value).startsWith("=") ? 7 : value)));
  return standingLedger({
    name: "台账",
    row: 0,
    column: 0,
    formulas: grid,
    values,
    texts: values.map((row) => row.map(String)),
  })!;
}
const planOf = (entry: Entry) => ledger(index, ["education"], RULES.standard, "台账", "2024Q2", entry);

describe("a ledger by month as it stands", () => {
  it.each(ENTRIES)("is told from the others by its headings: %s", (entry) => {
    expect(standing(entry).entry).toBe(entry);
    expect(damageOf(index, RULES.standard, standing(entry))).toEqual([]);
  });

  it("is known whatever dash stands in 1–2月", () => {
    const { cells } = standing("cumulativeByMonth");
    for (const dash of ["-", "—", "－"]) {
      const texts = cells.texts.map((row) => row.map((text) => (text === "1–2月" ? `1${dash}2月` : text)));
      expect(standingLedger({ ...cells, texts })?.at.month2).toBe(6);
    }
  });

  it("is no ledger where a statistics office's table has its months", () => {
    const texts = [["指标", "单位", "1-2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"]];
    expect(readSheet({ name: "统计", row: 0, column: 0, values: texts, texts })).toEqual({ is: "other" });
  });

  it("is updated as it is, and refused for another way of filling", () => {
    const settled = { rules: RULES.standard, entry: "cumulativeByMonth" as const };
    const filled = standing("cumulativeByMonth", { [MONTHLY]: { month3: 300, month4: 400 } });
    const plan = planUpdate(index, ["education"], settled, filled);
    if (!("update" in plan)) throw new Error(plan.refused);
    expect([plan.update.added, plan.update.kept]).toEqual([[], []]);
    const { at } = filled;
    const row = filled.rows.find(({ id }) => id === MONTHLY)?.row ?? 0;
    const written = plan.update.writes.flatMap(({ block, content }) =>
      content.flatMap((cells, line) =>
        cells.flatMap((content, place) => (content === null ? [] : [[block.row + line, block.column + place]])),
      ),
    );
    expect(written.filter(([line, place]) => line === row && (place === at.month3 || place === at.month4))).toEqual([]);
    expect(planUpdate(index, ["education"], { ...settled, entry: "cumulative" }, filled)).toEqual({
      refused: "entryDiffers",
      standing: "cumulativeByMonth",
    });
  });

  it("tells why a row by quarter is judged as it is, at the end of its quarter", () => {
    const entry = "cumulativeByMonth";
    const filled = standing(entry, {
      [QUARTERLY]: { latest: 200, attainment: 200 / 1200, share: 0.25, gap: 100, status: zh.status.behind },
    });
    const at = filled.settings.asOf;
    const cells = filled.cells.values.map((row, line) =>
      row.map((value, place) => (line === at?.row && place === at.column ? "2024年1-4月" : value)),
    );
    const reading = readingOf(
      standingLedger({ ...filled.cells, values: cells, texts: cells.map((row) => row.map(String)) })!,
    );
    const row = reading.entries.find(({ id }) => id === QUARTERLY);
    expect(row && whyOf(index, RULES.standard, reading, row)).toMatch(/^截至(一季度|2024年3月|3月)应达300个/);
  });
});

describe("returns by month", () => {
  const files = (filled: StandingLedger) => [{ file: "a.xlsx", ledgers: [filled] }];
  it("come into the master's months, and leave out what stands outside a rhythm", () => {
    const back = standing("cumulativeByMonth", { [MONTHLY]: { month4: 400 }, [QUARTERLY]: { month4: 7, month3: 300 } });
    const { writes, leftOut } = collect(index, standing("cumulativeByMonth"), files(back));
    expect(writes.map(({ id, column, after }) => [id, column, after])).toEqual([
      [MONTHLY, "month4", 400],
      [QUARTERLY, "month3", 300],
    ]);
    expect(leftOut).toMatchObject([{ id: QUARTERLY, column: "month4", why: "outsideRhythm" }]);
  });
  it("are refused where the master is filled by quarter", () => {
    const { files: reports } = collect(index, standing("cumulative"), files(standing("cumulativeByMonth")));
    expect(reports).toMatchObject([{ refusal: { reason: "entryDiffers", theirs: "cumulativeByMonth" } }]);
  });
});

describe("a ledger that goes on by another rhythm", () => {
  const fill: Fill = { [MONTHLY]: { quarter1: 250, quarter2: "600个", reason: "用地未批" }, [HALF]: { quarter2: 580 } };
  const shaped = (filled: StandingLedger, entry: Entry) => {
    const found = reshaped(filled, entry);
    if ("refused" in found) throw new Error(found.refused);
    return found;
  };
  const shown = (ledger: StandingLedger, id: string, column: LedgerColumn) => {
    const row = ledger.rows.find((each) => each.id === id)?.row ?? 0;
    return ledger.cells.values[row]?.[ledger.at[column] ?? 0];
  };

  it("has every figure in the month at whose end its quarter closes, and all else where it stood", () => {
    const before = standing("cumulative", fill);
    const { ledger, reshape } = shaped(before, "cumulativeByMonth");
    expect(reshape.insertions).toEqual([
      { before: 9, columns: 2 },
      { before: 8, columns: 2 },
      { before: 7, columns: 2 },
      { before: 6, columns: 1 },
    ]);
    expect([
      shown(ledger, MONTHLY, "month3"),
      shown(ledger, MONTHLY, "month6"),
      shown(ledger, MONTHLY, "month4"),
    ]).toEqual([250, "600个", ""]);
    expect([shown(ledger, MONTHLY, "reason"), shown(ledger, HALF, "month6")]).toEqual(["用地未批", 580]);
    const { at, settings } = newLayout([], "cumulativeByMonth");
    expect([ledger.at, ledger.settings]).toEqual([at, settings]);
    expect([reshape.hidden, reshape.aside, reshape.fresh.length, reshape.paper]).toEqual([[], [], 7, "A3"]);
  });

  it("puts months by that are no ends of quarters, tells which hold figures, and finds them again", () => {
    const before = standing("cumulativeByMonth", {
      [MONTHLY]: { month3: 250, month4: 330 },
      [QUARTERLY]: { month6: 5 },
    });
    const { ledger, reshape } = shaped(before, "cumulative");
    expect([reshape.insertions, reshape.aside, reshape.hidden.length]).toEqual([[], ["4月"], 7]);
    expect([shown(ledger, MONTHLY, "quarter1"), shown(ledger, QUARTERLY, "quarter2")]).toEqual([250, 5]);
    const again = shaped(ledger, "cumulativeByMonth");
    expect([again.reshape.insertions, again.reshape.back.length]).toEqual([[], 7]);
    expect(again.ledger).toEqual(before);
  });

  it("is refused where a person's own column has the name of a month, or a quarter is gone", () => {
    const filled = standing("cumulative", fill);
    const headed = (column: number, text: string) => {
      const texts = filled.cells.texts.map((row, line) =>
        row.map((each, place) => (line === filled.header && place === column ? text : each)),
      );
      return standingLedger({ ...filled.cells, texts })!;
    };
    expect(reshaped(headed(filled.at.source ?? 0, "4月"), "cumulativeByMonth")).toEqual({
      refused: "headingTaken",
      headings: ["4月"],
    });
    expect(reshaped(headed(filled.at.quarter2 ?? 0, "上半年"), "cumulativeByMonth")).toEqual({
      refused: "noPeriods",
      missing: ["二季度"],
    });
  });

  it.each([
    ["=SUM(台账!G6:H6)", false, true],
    ["=SUM('台账'!$G$6:$H$6)", false, true],
    ["=SUM(G6:H6)", true, true],
    ["=SUM(G6:H6)", false, false],
    ["=SUM(旧台账!G6:H6)", false, false],
    ["=SUM(台账!H6:I6)", false, false],
    ["=台账!G6+台账!H6", false, false],
    ["=MAX(台账!G:H)", false, true],
    ['="G6:H6"&台账!G6', false, false],
  ])("%s (on the ledger's sheet: %s) takes in a column before H: %s", (formula, isOwn, takesIn) => {
    expect(takesInColumns(formula, "台账", isOwn, [{ before: 7, columns: 2 }])).toBe(takesIn);
  });

  it.each([
    ["cumulative", "cumulativeByMonth", true],
    ["cumulativeByMonth", "cumulative", true],
    ["perQuarter", "perMonth", false],
    ["cumulative", "perMonth", false],
    ["cumulative", "cumulative", false],
  ] as const)("goes on only where figures mean the same: %s to %s", (from, to, can) => {
    expect(isReshapable(from, to)).toBe(can);
  });
});

it("reads the rows of a ledger by month as those of any other", () => {
  expect(entriesOf(standing("perMonth")).map(({ id }) => id)).toEqual([MONTHLY, QUARTERLY, HALF, YEARLY, TOTAL]);
});
