import fc from "fast-check";
import { reasonAnswer } from "../../src/core/answers";
import { roundTo } from "../../src/core/expression";
import { RULES } from "../../src/core/status";
import { STATUSES, type Commitment, type Status } from "../../src/core/types";
import { readingOf, type LedgerReading } from "../../src/sheets/ledgerEntries";
import { addressOf, Formula, type SheetPlan } from "../../src/sheets/plan";
import { shortfallsOf } from "../../src/sheets/shortfalls";
import { standingLedger } from "../../src/sheets/standingLedger";
import { STATUS_LOOKS, CHART_FILLS } from "../../src/sheets/statusColours";
import { summary } from "../../src/sheets/summary";
import { cutToLines, linesOf, widthOf } from "../../src/sheets/textLines";
import { circularText, percentOf, type CircularFacts } from "../../src/strings/circular";
import { zh } from "../../src/strings/zh";
import { jingzhou } from "../core/jingzhou";

const MADE_AT = new Date(2024, 6, 5, 9, 30);

type Row = readonly (string | number | readonly [value: number, text: string])[];
/** A sheet as it is read, from rows in which a number may say how it shows. */
function read(name: string, rows: readonly Row[]): LedgerReading | null {
  const width = Math.max(...rows.map((row) => row.length));
  const full = rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => "")]);
  const ledger = standingLedger({
    name,
    row: 0,
    column: 0,
    values: full.map((row) => row.map((each) => (typeof each === "object" ? each[0] : each))),
    texts: full.map((row) => row.map((each) => (typeof each === "object" ? each[1] : String(each)))),
  });
  return ledger && readingOf(ledger);
}

const SETTINGS: Row = [
  "",
  "截至期",
  "2024Q2",
  "截至日",
  [45473, "2024-06-30"],
  "",
  "完成率容差",
  [0.1, "10%"],
  "百分点容差",
  1,
  "起算线",
  [0, "0%"],
];
const HEADER: Row = [
  "责任单位",
  "指标",
  "年度目标",
  "我加的列",
  "最新累计",
  "完成率",
  "序时进度",
  "差距",
  "状态",
  "原因说明",
  "编号",
];
const short = (indicator: string, actual: number, gap: number, status: string, reason = ""): Row => [
  "市教育局",
  indicator,
  [5970, "5,970个"],
  "甲",
  [actual, `${actual}个`],
  [actual / 5970, ""],
  [0.5, "50.0%"],
  [gap, `欠${gap}个`],
  status,
  reason,
];
const ROWS: readonly Row[] = [
  ["荆州市2024年目标任务台账"],
  ["目录"],
  SETTINGS,
  [],
  HEADER,
  short("中小学新增学位", 2895, 90, "欠进度", "一所学校延期"),
  ["市政务数据局", "政务事项", "完成", "", "未完成", "—", "—", "—", "严重滞后", "", ""],
  [
    "市教育局",
    "幼儿园新增学位",
    [2340, "2,340个"],
    "",
    [1200, "1,200个"],
    [0.51, "51%"],
    [0.5, "50%"],
    [-30, "超30个"],
    "达进度",
  ],
  ["市政务数据局", "帮办代办", [10, "10个"], "", [10, "10个"], [1, "100%"], [0.5, "50%"], [-5, "超5个"], "已完成"],
  ["市政务数据局", "一事联办", [300, "300个"], "", "", "", [0.5, "50%"], "", "未填报"],
  [],
  ["图例与判定规则", "", "", "", "", "", "", "", ""],
  ["已完成", "已达到全年目标", "", "", "", "", "", "", "", "", ""],
];
const reading = read("李四's 台账", ROWS)!;
const { plan, circular } = summary(jingzhou, RULES.standard, reading, "汇总", MADE_AT);
const rowOf = (of: SheetPlan, first: string) => of.content.findIndex((row) => row[0] === first);
const row = (first: string) => plan.content[rowOf(plan, first)] ?? [];

describe("reading a ledger", () => {
  it("finds columns and settings by their words, and no row in the legend", () => {
    expect(reading.columns).toEqual({ department: "$A$6:$A$11", status: "$I$6:$I$11" });
    expect(reading.entries.map(({ indicator, status }) => [indicator, status])).toEqual([
      ["中小学新增学位", "behind"],
      ["政务事项", "farBehind"],
      ["幼儿园新增学位", "onPace"],
      ["帮办代办", "met"],
      ["一事联办", "unreported"],
    ]);
    expect(reading.settings.asOf).toEqual({ value: "2024Q2", text: "2024Q2", address: "$C$3" });
    expect(reading.settings.pointTolerance?.address).toBe("$J$3");
  });

  it("finds a setting behind an inserted column, and none where only the label is left", () => {
    const moved = read("表", [
      ROWS[0]!,
      [],
      ["截至期", "", "2024Q3", "完成率容差", "", "百分点容差", 1],
      [],
      ...ROWS.slice(4),
    ])!;
    expect(moved.settings.asOf?.address).toBe("$C$3");
    expect(moved.settings.shareTolerance).toBeNull();
    expect(moved.settings.asOfDay).toBeNull();
  });

  it("finds none in another sheet, and none in a summary", () => {
    expect(read("表", [["状态"], ["欠进度"]])).toBeNull();
    expect(
      read(
        "汇总",
        plan.content.map((cells) => cells.map(String)),
      ),
    ).toBeNull();
  });
});

describe("the tallies", () => {
  it("are native formulas over the ledger's columns, its name quoted", () => {
    const at = rowOf(plan, "市教育局") + 1;
    expect(row("市教育局").slice(0, 5).map(String)).toEqual([
      "市教育局",
      ...["已完成", "达进度", "欠进度", "严重滞后"].map(
        (word) => `=COUNTIFS('李四''s 台账'!$A$6:$A$11,$A${at},'李四''s 台账'!$I$6:$I$11,"${word}")`,
      ),
    ]);
    expect(row("市教育局").slice(8).map(String)).toEqual([
      `=SUM(B${at}:H${at})`,
      `=IF(SUM(B${at}:E${at})=0,"—",SUM(B${at}:C${at})/SUM(B${at}:E${at}))`,
    ]);
    expect(String(row("合计")[1])).toBe(`=COUNTIFS('李四''s 台账'!$I$6:$I$11,"已完成")`);
  });

  it("have a heading for every verdict in its shape and colours", () => {
    const header = rowOf(plan, "责任单位");
    expect(plan.content[header]).toEqual([
      "责任单位",
      ...STATUSES.map((status) => zh.status[status]),
      "合计",
      "达进度率",
    ]);
    expect(plan.content[header - 1]!.slice(1, 8)).toEqual(STATUSES.map((status) => STATUS_LOOKS[status].shape));
    for (const [at, status] of STATUSES.entries())
      expect(
        plan.styles.filter(
          ({ block }) => addressOf(block) === addressOf({ row: header, column: at + 1, rows: 1, columns: 1 }),
        ),
      ).toContainEqual(expect.objectContaining({ fill: STATUS_LOOKS[status].fill }));
  });

  it("count rows that name no department in a row of their own", () => {
    const nameless = read("台账", [...ROWS.slice(0, 6), ["", ...ROWS[7]!.slice(1)], ...ROWS.slice(7)])!;
    const page = summary(jingzhou, RULES.standard, nameless, "汇总", MADE_AT).plan;
    expect(String(page.content[rowOf(page, "（未写单位）")]![2])).toMatch(/^=COUNTIFS\('台账'!\$A\$6:\$A\$11,"=",/);
  });

  it("are drawn as a bar for each department, a piece for each verdict", () => {
    const header = rowOf(plan, "责任单位");
    expect(plan.charts).toMatchObject([
      { source: { row: header, column: 0, rows: 3, columns: 8 }, fills: STATUSES.map((status) => CHART_FILLS[status]) },
    ]);
  });

  it("say once the ledger has changed that sentences and ranking have not", () => {
    const changed = plan.content.flat().find((each) => String(each).includes(zh.summary.changed));
    const total = rowOf(plan, "合计") + 1;
    expect(String(changed)).toBe(
      `=IF(AND(B${total}=1,C${total}=1,D${total}=1,E${total}=1,F${total}=0,G${total}=1,H${total}=0),"","${zh.summary.changed}")`,
    );
  });
});

describe("pieces that lie side by side in a bar", () => {
  /** How light a colour prints without colour, 0 to 255. */
  const grey = (colour: string) =>
    [0.299, 0.587, 0.114].reduce(
      (sum, weight, at) => sum + weight * parseInt(colour.slice(1 + 2 * at, 3 + 2 * at), 16),
      0,
    );
  it.each(STATUSES.slice(1).map((status, at): [Status, Status] => [STATUSES[at]!, status]))(
    "%s and %s differ in grey",
    (one, other) => {
      expect(Math.abs(grey(CHART_FILLS[one]) - grey(CHART_FILLS[other]))).toBeGreaterThan(20);
    },
  );
});

describe("the largest shortfalls", () => {
  const list = (given: LedgerReading) => shortfallsOf(jingzhou, RULES.standard, given);

  it("put 严重滞后 before 欠进度, then what lacks more of its target, then the ledger's order", () => {
    const given = read("台账", [
      ...ROWS.slice(0, 5),
      short("甲", 2800, 185, "欠进度"),
      short("乙", 2500, 485, "欠进度"),
      short("丙", 1000, 1985, "严重滞后"),
      short("丁", 100, 2885, "严重滞后"),
      short("戊", 2800, 185, "欠进度"),
      ["市经信局", "增速", [10, "10%"], "", [8, "8%"], "看差距", "—", [2, "欠2个百分点"], "严重滞后"],
    ])!;
    expect(list(given).map(({ indicator }) => indicator)).toEqual(["丁", "丙", "增速", "乙", "甲", "戊"]);
  });

  it("carry the sentence of TARGET.WHY where the catalog agrees with the ledger", () => {
    expect(list(reading).at(-1)).toEqual({
      department: "市教育局",
      indicator: "中小学新增学位",
      status: "behind",
      actual: "2,895个",
      gap: "欠90个",
      why: "截至二季度应达2,985个(50.0%),实际2,895个(48.5%),欠90个,低于序时1.5个百分点,欠进度。",
      reason: "一所学校延期",
      isBinding: false,
      revised: null,
    });
  });

  it("go by the tolerances of the ledger's cells", () => {
    const strict = read("台账", [
      ...ROWS.slice(0, 2),
      [...SETTINGS.slice(0, 7), [0, "0%"], ...SETTINGS.slice(8)],
      ROWS[3]!,
      HEADER,
      short("中小学新增学位", 2895, 90, "严重滞后"),
    ])!;
    expect(list(strict)[0]!.why).toMatch(/欠90个,低于序时1\.5个百分点,台账容差0个百分点,严重滞后。$/);
  });

  it("say what the ledger shows where it differs from the catalog", () => {
    const changed = read("台账", [...ROWS.slice(0, 5), short("中小学新增学位", 2895, 1000, "严重滞后")])!;
    expect(list(changed)[0]!.why).toBe("年度目标5,970个,最新累计2895个,序时进度50.0%,欠1000个,严重滞后。");
  });

  it("say of a deed the catalog does not know its verdict alone", () => {
    expect(list(reading)[0]!.why).toBe("严重滞后。");
  });

  it("leave out the gap of a deed left undone", () => {
    expect(list(reading)[0]).toMatchObject({ indicator: "政务事项", actual: "未完成", gap: "" });
  });

  it("are ten at most on the page, and none is said as such", () => {
    const many = read("台账", [
      ...ROWS.slice(0, 5),
      ...Array.from({ length: 12 }, (_, at) => short(`第${at + 1}项`, 1000 + at, 1985 - at, "严重滞后")),
    ])!;
    const shown = summary(jingzhou, RULES.standard, many, "汇总", MADE_AT).plan.content.filter((cells) =>
      /^第\d+项$/.test(String(cells[0])),
    );
    expect(shown.map((cells) => cells[0])).toEqual(Array.from({ length: 10 }, (_, at) => `第${at + 1}项`));
    const none = summary(jingzhou, RULES.standard, read("台账", [...ROWS.slice(0, 5), ROWS[8]!])!, "汇总", MADE_AT);
    expect(none.plan.content.flat()).toContain(zh.summary.noShortfalls);
    expect(none.plan.colourRules).toEqual([]);
  });
});

describe("the page", () => {
  it("has the legend, the rules and tolerances in force, the catalog, 截至期 and when it was made", () => {
    const text = plan.content.map((cells) => cells.join("")).join("");
    for (const status of STATUSES)
      expect(text).toContain(`${STATUS_LOOKS[status].shape}${zh.status[status]}：${zh.ledger.meaning[status]}`);
    for (const rule of [...zh.ledger.rules.slice(0, 3), zh.summary.counting]) expect(text).toContain(rule);
    expect(text).toContain("ROUND('李四''s 台账'!$H$3*100,2)");
    expect(text).toContain(
      `${jingzhou.catalog.title}（${jingzhou.catalog.version}版）　数据：工作表“李四's 台账”　制作于 2024-07-05 09:30`,
    );
    expect(text).toContain(`="截至期："&IFERROR(IF(AND(ISNUMBER('李四''s 台账'!$C$3)`);
  });

  it("is one page of A4, and merges nothing", () => {
    expect(plan.print).toMatchObject({ onOnePage: true, columns: plan.columnWidths.length });
    for (const cells of plan.content) expect(cells.length).toBeLessThanOrEqual(plan.columnWidths.length);
  });

  it("prints in letters of 8 points and more with fourteen departments, ten shortfalls and reasons", () => {
    const departments = Array.from({ length: 14 }, (_, at) => `市人力资源和社会保障${at}局`);
    const rows = departments.map((department, at): Row => [
      department,
      ...short(
        "中小学新增学位",
        1000 + at,
        1985 - at,
        "严重滞后",
        "项目用地未批，施工许可推迟到三季度；已商有关部门并联办理",
      ).slice(1),
    ]);
    const { print, columnWidths, content, styles } = summary(
      jingzhou,
      RULES.standard,
      read("台账", [...ROWS.slice(0, 5), ...rows])!,
      "汇总",
      MADE_AT,
    ).plan;
    const margins = 2 * print.margin!;
    const heights = content.map(
      (_, row) => styles.find(({ block, rowHeight }) => rowHeight !== undefined && block.row === row)?.rowHeight,
    );
    const sum = (points: readonly (number | undefined)[]) => points.reduce<number>((all, each) => all + each!, 0);
    const scale = Math.min((842 - margins) / sum(columnWidths), (595 - margins) / sum(heights), 1); // A4 landscape in points
    const letters = styles.flatMap(({ fontSize }) => fontSize ?? []);
    expect(Math.min(...letters) * scale).toBeGreaterThanOrEqual(8);
  });

  it("keeps what people typed as text, a formula's sign included", () => {
    const typed = read("台账", [...ROWS.slice(0, 5), short("=1+1", 1000, 1985, "严重滞后", "=HYPERLINK(1)")])!;
    const page = summary(jingzhou, RULES.standard, typed, "汇总", MADE_AT).plan;
    const at = rowOf(page, "=1+1");
    expect(page.content[at]!.filter((content) => content instanceof Formula)).toEqual([]);
  });
});

describe("the paragraph of a circular", () => {
  it("opens with what could be judged, counts the rest apart, then names the laggards with figure and gap", () => {
    expect(circular).toBe(
      "截至二季度，可评判的4项中2项达进度（含已完成1项），占50%；严重滞后1项、欠进度1项。全部5项中另有未填报1项，不计入上述比例。" +
        "严重滞后：市政务数据局“政务事项”未完成。欠进度：市教育局“中小学新增学位”实际2,895个、欠90个。",
    );
  });

  const counts = { met: 0, onPace: 0, behind: 0, farBehind: 0, notDue: 0, unreported: 0, unverifiable: 0 };
  const facts = (some: Partial<CircularFacts>): CircularFacts => ({
    period: "一季度",
    counts,
    withoutVerdict: 0,
    laggards: [],
    ...some,
  });
  it.each<[string, CircularFacts, string]>([
    [
      "nothing to judge yet",
      facts({ counts: { ...counts, unreported: 40, notDue: 6 } }),
      "截至一季度，共46项，还没有可评判的：未到期6项、未填报40项。",
    ],
    [
      "everything on pace",
      facts({ counts: { ...counts, onPace: 3 } }),
      "截至一季度，可评判的3项中3项达进度，占100%；没有欠进度和严重滞后的事项。",
    ],
    [
      "rows without a verdict",
      facts({ counts: { ...counts, met: 1 }, withoutVerdict: 2 }),
      "截至一季度，可评判的1项中1项达进度（含已完成1项），占100%；没有欠进度和严重滞后的事项。全部3项中另有没有状态的2项，不计入上述比例。",
    ],
  ])("%s", (_, given, expected) => expect(circularText(given)).toBe(expected));

  it("counts the laggards it has no room for", () => {
    const laggards = ["甲", "乙", "丙"].map((indicator) => ({
      department: "市教育局",
      indicator,
      status: "behind" as const,
      actual: "1个",
      gap: "欠1个",
      isBinding: false,
      revised: null,
    }));
    const text = circularText(facts({ counts: { ...counts, behind: 3 }, laggards }), 2);
    expect(text).toMatch(/欠进度：市教育局“甲”实际1个、欠1个；市教育局“乙”实际1个、欠1个，另有1项未列。$/);
  });

  it("names binding targets before all others, and how a target was set anew", () => {
    const laggard = (indicator: string, status: "behind" | "farBehind", more: object = {}) => ({
      department: "市发改委",
      indicator,
      status,
      actual: "1%",
      gap: "欠2个百分点",
      isBinding: false,
      revised: null,
      ...more,
    });
    const laggards = [
      laggard("能耗强度", "behind", { isBinding: true }),
      laggard("技改投资", "farBehind", { revised: "目标142→128亿元(2024-07-01起)" }),
      laggard("碳排放强度", "farBehind", { isBinding: true }),
    ];
    const text = circularText(facts({ counts: { ...counts, behind: 1, farBehind: 2 }, laggards }));
    expect(text).toContain(
      "。约束性指标：市发改委“碳排放强度”实际1%、欠2个百分点，严重滞后；市发改委“能耗强度”实际1%、欠2个百分点，欠进度。" +
        "严重滞后：市发改委“技改投资”（目标142→128亿元(2024-07-01起)）实际1%、欠2个百分点。",
    );
  });

  it.each([
    [31, 36, "86.1%"],
    [1, 2, "50%"],
    [2999, 3000, "99.97%"],
    [1, 3000, "0.03%"],
    [0, 5, "0%"],
  ])("%i of %i are %s: no rounding makes all or none of some", (part, whole, expected) =>
    expect(percentOf(part, whole)).toBe(expected),
  );
});

describe("text in lines", () => {
  it("breaks before no closing mark and inside no figure", () => {
    expect(linesOf("达进度，占50%", 4)).toEqual(["达进度，", "占50%"]);
    expect(linesOf("实际12,345.6亿元", 6)).toEqual(["实际", "12,345.6亿", "元"]);
  });
  it("loses nothing", () => {
    const text = "截至二季度，可评判的36项中31项达进度（含已完成5项），占86.1%；严重滞后2项。";
    for (const width of [5, 9, 17]) {
      expect(linesOf(text, width).join("")).toBe(text);
      for (const line of linesOf(text, width)) expect(widthOf(line)).toBeLessThanOrEqual(width + 1);
    }
  });
  it("cuts what takes more lines, and says so", () => {
    expect(cutToLines("项目用地未批", 3, 2)).toBe("项目用地未批");
    expect(cutToLines("项目用地未批，推迟", 3, 2)).toBe("项目用地未…");
  });
});

it("rounds a gap once: the column, the paragraph and the sentence say the same", () => {
  const targets = jingzhou.catalog.commitments.filter(
    ({ kind, review, target }) => kind !== "milestone" && review !== "unclear" && target && "value" in target,
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...targets),
      fc.integer({ min: 0, max: 1_200_000 }),
      fc.constantFrom("2024Q1", "2024Q2", "2024-05", "2024Q4"),
      (commitment, millionths, asOf) => {
        const target = commitment.target && "value" in commitment.target ? commitment.target.value : 0;
        const actual = roundTo((target * millionths) / 1e6, 4);
        fc.pre(actual >= 1 || termsUnit(commitment) !== "%"); // below that a percentage is refused
        const judged = reasonAnswer(jingzhou, RULES.standard, commitment, { actual, asOf });
        const { status, gap } = judged.standing;
        const given = read("台账", [
          ["荆州市2024年目标任务台账"],
          ["截至期", asOf, "完成率容差", 0.1, "百分点容差", 1, "起算线", [0, "0%"]],
          HEADER,
          [
            jingzhou.departmentOf(commitment).name,
            commitment.indicator,
            target,
            "",
            actual,
            "",
            "",
            gap === null ? "" : [gap, `欠${Math.round(gap)}`],
            zh.status[status],
            "",
            commitment.id,
          ],
        ])!;
        for (const { gap: shown, actual: reached, why } of shortfallsOf(jingzhou, RULES.standard, given)) {
          expect(why).toContain(`,${shown},`);
          expect(why).toContain(`实际${reached}`);
          const facts = { period: "", counts: {} as never, withoutVerdict: 0, laggards: [] };
          expect(
            circularText({
              ...facts,
              counts: countsOf(status),
              laggards: shortfallsOf(jingzhou, RULES.standard, given),
            }),
          ).toContain(shown);
        }
      },
    ),
    { numRuns: 300 },
  );
});
const termsUnit = ({ target }: Commitment) => (target && "unit" in target ? target.unit : "%");
const countsOf = (status: Status) =>
  Object.fromEntries(STATUSES.map((each) => [each, each === status ? 1 : 0])) as Record<Status, number>;
