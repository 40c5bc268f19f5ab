/** What returns come to, beside what stands in the master and in the files. */
import { session } from "../../src/excel/session";
import { ledger } from "../../src/sheets/ledger";
import { columnsOf, periodColumns, type Entry, type LedgerColumn } from "../../src/sheets/ledgerColumns";
import { Formula, type Content } from "../../src/sheets/plan";
import { decided, type Value } from "../../src/sheets/bids";
import { collect, place, rectangles, reversed } from "../../src/sheets/returns";
import { standingLedger, type StandingLedger } from "../../src/sheets/standingLedger";
import { MOMENT_FORMAT, RECORD_HEADINGS, recordPlan, recordRows } from "../../src/sheets/returnsRecord";

const { index, rules } = session;
const MADE_AT = new Date(2024, 6, 5, 9, 30);
const KINDERGARTENS = "幼儿园新增学位";
const SCHOOLS = "中小学新增学位";
const TOTAL = "新增学位";
const BUREAU = "市教育局";
const idOf = (indicator: string, department = BUREAU) => index.find(department, indicator).id;

type Fill = Partial<Record<LedgerColumn, Value>>;
interface Options {
  readonly entry?: Entry;
  readonly sheet?: string;
  readonly departments?: readonly string[];
  /** Rows taken out, by id. */
  readonly without?: readonly string[];
  readonly title?: string;
  /** Where the grid begins on its sheet. */
  readonly from?: readonly [row: number, column: number];
}

const plain = (content: Content): Value => (content instanceof Formula ? String(content) : content);

/** A ledger as it is built, with some cells filled in: by id, what stands in a column. */
function filled(cells: Readonly<Record<string, Fill>> = {}, options: Options = {}): StandingLedger {
  const plan = ledger(index, options.departments ?? ["education"], rules, "台账", "2024Q2", options.entry);
  const idAt = columnsOf("cumulative").findIndex(([name]) => name === "id");
  const rows = plan.content
    .map((row) => columnsOf("cumulative").map((_, column): Value => plain(row[column] ?? "")))
    .filter((row) => !options.without?.includes(String(row[idAt])));
  if (options.title !== undefined) rows[0]![0] = options.title;
  for (const [id, fill] of Object.entries(cells)) {
    const row = rows.find((each) => each[idAt] === id);
    if (!row) throw new Error(`the ledger shows no ${id}`);
    for (const [column, value] of Object.entries(fill))
      row[columnsOf("cumulative").findIndex(([name]) => name === column)] = value;
  }
  const valueOf = (value: Value) => (typeof value === "string" && value.startsWith("=") ? 0 : value);
  const [row = 0, column = 0] = options.from ?? [];
  return standingLedger({
    name: options.sheet ?? "台账",
    row,
    column,
    formulas: rows,
    values: rows.map((each) => each.map(valueOf)),
    texts: rows.map((each) => each.map(String)),
  })!;
}

const from = (file: string, ...ledgers: StandingLedger[]) => ({ file, ledgers });
const [kindergartens, schools, total] = [KINDERGARTENS, SCHOOLS, TOTAL].map((name) => idOf(name)) as [
  string,
  string,
  string,
];

describe("one file against the master", () => {
  it.each<[string, Value, Value, "written" | "agrees" | "conflict" | "nothing"]>([
    ["a figure into a blank", "", 3200, "written"],
    ["a figure that stands there", 3200, 3200, "agrees"],
    ["the same figure as text", 3200, "3200", "agrees"],
    ["another figure", 3100, 3200, "conflict"],
    ["a blank over a figure", 3100, "", "nothing"],
    ["blanks over a figure", 3100, "  ", "nothing"],
    ["0 over a blank", "", 0, "written"],
    ["a figure as text, as it is", "", "3,200个", "written"],
    ["a blank over a blank", "", "", "nothing"],
  ])("%s", (_, standing, returned, outcome) => {
    const master = filled({ [schools]: { quarter2: standing } });
    const { writes, conflicts, files, leftOut } = collect(index, master, [
      from("教育局.xlsx", filled({ [schools]: { quarter2: returned } })),
    ]);
    expect(leftOut).toEqual([]);
    expect(writes).toEqual(
      outcome === "written"
        ? [
            {
              id: schools,
              department: BUREAU,
              indicator: SCHOOLS,
              column: "quarter2",
              before: "",
              after: returned,
              files: ["教育局.xlsx"],
            },
          ]
        : [],
    );
    expect(conflicts.map(({ before, offers }) => [before, offers.map(({ value }) => value)])).toEqual(
      outcome === "conflict" ? [[standing, [returned]]] : [],
    );
    expect(files).toEqual([
      {
        file: "教育局.xlsx",
        taken: outcome === "written" ? 1 : 0,
        agreed: outcome === "agrees" ? 1 : 0,
        conflicts: outcome === "conflict" ? 1 : 0,
        leftOut: 0,
      },
    ]);
  });

  it("takes reasons and measures, and no other column", () => {
    const returned = filled({
      [schools]: { quarter1: 100, reason: "用地未批", measures: "三季度开工", target: 1, unit: "万个", due: 1 },
    });
    const { writes } = collect(index, filled(), [from("a.xlsx", returned)]);
    expect(writes.map(({ column, after }) => [column, after])).toEqual([
      ["quarter1", 100],
      ["reason", "用地未批"],
      ["measures", "三季度开工"],
    ]);
  });

  it("never takes a total, which adds up its parts by a formula", () => {
    const returned = filled({ [total]: { quarter1: 999, quarter2: 999 }, [schools]: { quarter1: 5 } });
    const { writes, conflicts, leftOut } = collect(index, filled(), [from("a.xlsx", returned)]);
    expect(writes.map(({ id }) => id)).toEqual([schools]);
    expect([conflicts, leftOut]).toEqual([[], []]);
  });

  it("leaves a person's own formula in the master alone, and says so where the file differs", () => {
    const master = filled({ [schools]: { quarter1: "=100+20" } });
    const { writes, leftOut } = collect(index, master, [from("a.xlsx", filled({ [schools]: { quarter1: 5 } }))]);
    expect(writes).toEqual([]);
    expect(leftOut).toMatchObject([{ id: schools, column: "quarter1", why: "formulaInMaster" }]);
  });

  it("asks nobody for the baseline the catalog has, and takes one it lacks", () => {
    const catalog = index.catalog;
    const lacking = catalog.commitments.find(
      ({ target, baseline }) => target && "relativeTo" in target && baseline === undefined,
    )!;
    const given = catalog.commitments.find(({ baseline }) => baseline !== undefined)!;
    const departments = [...new Set([lacking.department, given.department])];
    const master = filled({}, { departments });
    const returned = filled(
      { [lacking.id]: { baseline: 77 }, [given.id]: { baseline: 1, quarter1: 2 } },
      { departments },
    );
    const { writes } = collect(index, master, [from("a.xlsx", returned)]);
    expect(writes.map(({ id, column, after }) => [id, column, after])).toEqual(
      expect.arrayContaining([
        [lacking.id, "baseline", 77],
        [given.id, "quarter1", 2],
      ]),
    );
    expect(writes).toHaveLength(2);
  });

  it.each(["#N/A", "#REF!", "#DIV/0!", "#NAME?", "#SPILL!"])("leaves out %s and says so", (error) => {
    const returned = filled({ [schools]: { quarter1: error, quarter2: 5 } });
    const { writes, leftOut } = collect(index, filled(), [from("a.xlsx", returned)]);
    expect(writes.map(({ column }) => column)).toEqual(["quarter2"]);
    expect(leftOut).toMatchObject([{ id: schools, column: "quarter1", why: "error" }]);
  });
});

describe("which row is meant", () => {
  const collected = (cells: Fill, master = filled()) => {
    const { writes, leftOut } = collect(index, master, [
      from("a.xlsx", filled({ [schools]: { quarter1: 5, ...cells } })),
    ]);
    return { ids: writes.map(({ id }) => id), why: leftOut.map(({ why }) => why) };
  };

  it.each<[string, Fill, string[], string[]]>([
    ["by id and names", {}, [schools], []],
    ["by id and an alias of the department", { department: "荆州市教育局" }, [schools], []],
    ["by id, names taken out", { department: "", indicator: "" }, [schools], []],
    ["by id, the department merged away", { department: "" }, [schools], []],
    ["by names, without an id", { id: "" }, [schools], []],
    ["by names, with an id nobody knows", { id: "X-1" }, [schools], []],
    ["by names written otherwise", { id: "", department: "教育局", indicator: " 中小学新增学位 " }, [schools], []],
    ["not where id and names contradict each other", { indicator: KINDERGARTENS }, [], ["namesDiffer"]],
    ["not where the names are of another department", { department: "市税务局" }, [], ["namesDiffer"]],
    ["not by a name nobody knows", { id: "X-1", indicator: "没有的指标" }, [], ["unknown"]],
    ["not by a department nobody knows", { id: "", department: "没有的局" }, [], ["unknown"]],
  ])("%s", (_, cells, ids, why) => {
    expect(collected(cells)).toEqual({ ids, why });
  });

  it("says where the master does not show a commitment the catalog has", () => {
    expect(collected({}, filled({}, { without: [schools] }))).toEqual({ ids: [], why: ["notInMaster"] });
  });

  it("takes no row by names that two rows of the master share", () => {
    const master = filled({ [kindergartens]: { indicator: SCHOOLS } });
    expect(collected({ id: "" }, master)).toEqual({ ids: [], why: ["ambiguous"] });
  });

  it("names the row of the file in which it stands", () => {
    const returned = filled({ [schools]: { id: "X", indicator: "没有", quarter1: 1 } }, { from: [3, 1] });
    const { leftOut } = collect(index, filled(), [from("a.xlsx", returned)]);
    const row = returned.cells.texts.findIndex((texts) => texts.includes("没有"));
    expect(leftOut).toMatchObject([{ file: "a.xlsx", row: row + 4, indicator: "没有", department: BUREAU, id: "X" }]);
  });

  it("does not take the legend for rows", () => {
    expect(collect(index, filled(), [from("a.xlsx", filled())])).toMatchObject({ writes: [], leftOut: [] });
  });
});

describe("files as a whole", () => {
  const refusalOf = (...ledgers: StandingLedger[]) => {
    const [report] = collect(index, filled(), [from("a.xlsx", ...ledgers)]).files;
    return report && "refusal" in report ? report.refusal : null;
  };
  const figures = { [schools]: { quarter1: 5 } };

  it("refuses a workbook without a ledger", () => expect(refusalOf()).toEqual({ reason: "noLedger" }));

  it("refuses figures of single quarters where the master keeps running totals", () => {
    expect(refusalOf(filled(figures, { entry: "perQuarter" }))).toEqual({
      reason: "entryDiffers",
      theirs: "perQuarter",
      ours: "cumulative",
    });
  });

  it("refuses last year's ledger, though its names are the same", () => {
    expect(refusalOf(filled(figures, { title: "荆州市2023年目标任务台账" }))).toEqual({
      reason: "yearDiffers",
      theirs: 2023,
      ours: 2024,
    });
  });

  it("refuses a ledger of which no id is in the master", () => {
    expect(refusalOf(filled({}, { departments: ["tax"] }))).toEqual({ reason: "foreign" });
  });

  it("takes the right ledger of a file that holds an old one too", () => {
    const old = filled({ [schools]: { quarter1: 1 } }, { title: "荆州市2023年目标任务台账" });
    const { writes } = collect(index, filled(), [from("a.xlsx", old, filled(figures))]);
    expect(writes.map(({ after }) => after)).toEqual([5]);
  });

  it("goes on with the other files", () => {
    const { writes, files } = collect(index, filled(), [
      from("bad.xlsx"),
      from("good.xlsx", filled(figures)),
      from("empty.xlsx", filled()),
    ]);
    expect(writes).toHaveLength(1);
    expect(files).toEqual([
      { file: "bad.xlsx", refusal: { reason: "noLedger" } },
      { file: "good.xlsx", taken: 1, agreed: 0, conflicts: 0, leftOut: 0 },
      { file: "empty.xlsx", taken: 0, agreed: 0, conflicts: 0, leftOut: 0 },
    ]);
  });
});

describe("what competes", () => {
  const two = (master: Value, first: Value, second: Value) =>
    collect(index, filled({ [schools]: { quarter1: master } }), [
      from("a.xlsx", filled({ [schools]: { quarter1: first } })),
      from("b.xlsx", filled({ [schools]: { quarter1: second } })),
    ]);

  it("two files that agree are one value, with both named", () => {
    expect(two("", 5, 5).writes).toMatchObject([{ after: 5, files: ["a.xlsx", "b.xlsx"] }]);
  });

  it("two files that differ are a conflict over a blank, each with its cell", () => {
    expect(two("", 5, 6).conflicts).toMatchObject([
      {
        before: "",
        offers: [
          { value: 5, sources: [{ file: "a.xlsx", address: "G6" }] },
          { value: 6, sources: [{ file: "b.xlsx", address: "G6" }] },
        ],
      },
    ]);
  });

  it("one that agrees with the master does not settle it against one that differs", () => {
    const { conflicts, files } = two(5, 5, 6);
    expect(conflicts).toMatchObject([{ before: 5, offers: [{ value: 5 }, { value: 6 }] }]);
    expect(files.map((report) => "conflicts" in report && report.conflicts)).toEqual([1, 1]);
  });

  it("nothing is written without a choice; a choice takes that file's value", () => {
    const collection = two(4, 5, 6);
    const [conflict] = collection.conflicts;
    expect(decided(collection, new Map())).toEqual([]);
    expect(decided(collection, new Map([[conflict!.key, 1]]))).toEqual([
      {
        id: schools,
        department: BUREAU,
        indicator: SCHOOLS,
        column: "quarter1",
        before: 4,
        after: 6,
        files: ["b.xlsx"],
      },
    ]);
  });

  it("fifty files of one row each come to fifty values", () => {
    const departments = index.catalog.departments.map(({ id }) => id);
    const rows = index.catalog.commitments.filter(({ sumOf }) => !sumOf);
    const returns = Array.from({ length: 50 }, (_, place) => {
      const { id } = rows[place % rows.length]!;
      const quarter = periodColumns("cumulative")[Math.floor(place / rows.length)]!;
      return from(`${place}.xlsx`, filled({ [id]: { [quarter]: place + 1 } }, { departments }));
    });
    const { writes, conflicts, leftOut } = collect(index, filled({}, { departments }), returns);
    expect(writes.map(({ after }) => after).sort((left, right) => Number(left) - Number(right))).toEqual(
      returns.map((_, place) => place + 1),
    );
    expect([conflicts, leftOut]).toEqual([[], []]);
  });
});

describe("where it is written", () => {
  const write = { id: schools, department: BUREAU, indicator: SCHOOLS, column: "quarter1", files: ["a.xlsx"] } as const;

  it("finds the cell by id and heading, wherever the ledger stands", () => {
    const master = filled({}, { from: [10, 2] });
    const { placed } = place(master, [{ ...write, before: "", after: 5 }]);
    const { row } = master.rows.find(({ id }) => id === schools)!;
    expect(placed).toMatchObject([{ at: { row, column: 2 + 6, rows: 1, columns: 1 } }]);
  });

  it.each<[string, StandingLedger, Value | null]>([
    ["holds another value now", filled({ [schools]: { quarter1: 9 } }), 9],
    ["holds a formula now", filled({ [schools]: { quarter1: "=1" } }), null],
    ["is gone", filled({}, { without: [schools] }), null],
  ])("touches no cell that %s", (_, master, now) => {
    expect(place(master, [{ ...write, before: "", after: 5 }])).toMatchObject({ placed: [], overtaken: [{ now }] });
  });

  it("takes back only what still stands as it was written", () => {
    const undo = [reversed({ ...write, before: "", after: 5 })];
    expect(place(filled({ [schools]: { quarter1: 5 } }), undo).placed).toMatchObject([{ after: "" }]);
    expect(place(filled({ [schools]: { quarter1: 6 } }), undo).overtaken).toMatchObject([{ now: 6 }]);
    expect(place(filled({ [schools]: { quarter1: "5" } }), undo).placed).toEqual([]);
  });

  it("writes neighbours of a column as one rectangle", () => {
    const at = (row: number, column: number) => ({ row, column, rows: 1, columns: 1 });
    const placed = [at(7, 6), at(5, 6), at(6, 6), at(9, 6), at(5, 7)].map((block) => ({
      ...write,
      before: "",
      after: block.row,
      at: block,
    }));
    expect(rectangles(placed)).toEqual([
      { block: { row: 5, column: 6, rows: 3, columns: 1 }, values: [[5], [6], [7]] },
      { block: at(9, 6), values: [[9]] },
      { block: at(5, 7), values: [[5]] },
    ]);
  });
});

describe("the record", () => {
  const placed = {
    id: schools,
    department: BUREAU,
    indicator: SCHOOLS,
    column: "quarter2",
    before: "",
    after: 3200,
    files: ["=教育局.xlsx", "b.xlsx"],
    at: { row: 7, column: 7, rows: 1, columns: 1 },
  } as const;

  it("says when, from which file, whose, what before and after, and where", () => {
    expect(recordRows("台账", "cumulative", [placed], MADE_AT)).toEqual([
      ["2024-07-05 09:30", "=教育局.xlsx、b.xlsx", BUREAU, SCHOOLS, schools, "二季度", "", 3200, "台账!H8"],
    ]);
    expect(recordRows("台账", "perQuarter", [placed], MADE_AT, true)[0]!.slice(1, 6)).toEqual([
      "撤销：=教育局.xlsx、b.xlsx",
      BUREAU,
      SCHOOLS,
      schools,
      "二季度当季",
    ]);
  });

  it("is a sheet of plain values under a heading for each", () => {
    const rows = recordRows("台账", "cumulative", [placed], MADE_AT);
    const plan = recordPlan("填报记录", rows);
    expect(plan.content).toEqual([RECORD_HEADINGS, ...rows]);
    expect(rows[0]).toHaveLength(RECORD_HEADINGS.length);
    expect(plan.columnWidths).toHaveLength(RECORD_HEADINGS.length);
    expect(plan.numberFormats).toEqual([{ block: { row: 1, column: 0, rows: 1, columns: 1 }, formats: MOMENT_FORMAT }]);
    expect(plan.content.flat().filter((content) => content instanceof Formula)).toEqual([]);
  });
});
