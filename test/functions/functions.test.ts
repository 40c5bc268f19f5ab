import { PROPERTIES } from "../../src/core/evidence";
import { installRuntime } from "./runtime";

const { call, cellErrorOf } = installRuntime();

describe("TARGET", () => {
  it("answers the worked example", async () => expect(await call("target", "教育局", "新增学位")).toBe(8310));
  it.each([
    ["教育厅", "新增学位", "#N/A", "目录中没有部门“教育厅”。相近：市教育局"],
    ["教育局", "学位", "#VALUE!", "“市教育局”有几项符合“学位”：中小学新增学位、幼儿园新增学位、新增学位。请写全称"],
    ["发改委", "新开工亿元以上项目", "#N/A", "“新开工亿元以上项目”缺基数，目录中没有上年的数，请先填基数"],
    [
      "税务局",
      "减税降费",
      "#N/A",
      "“新增减税降费及退税缓税缓费”待确认：原文没有时态，不能断定是2024年的承诺还是已做的事",
    ],
    ["住建局", "危旧房", "#N/A", "“危旧房屋改造覆盖率”2028年完成，未设2024年度目标"],
  ])("%s %s: %s", async (department, indicator, code, message) => {
    expect(await cellErrorOf("target", department, indicator)).toEqual({ code, message });
  });
});

describe("TARGET with a year and a unit", () => {
  it.each([
    ["教育局", "新增学位", 2024, null, 8310],
    ["教育局", "新增学位", "2024年", "万个", 0.831],
    ["农业农村局", "粮食产量", null, "万吨", 450],
    ["农业农村局", "粮食播种面积", "今年", "公顷", 708000],
    ["农业农村局", "粮食产量", "", "亿斤", 90],
    ["住建局", "危旧房", 2028, null, 100],
  ])("%s %s %p %p is %d", async (department, indicator, year, unit, answer) => {
    expect(await call("target", department, indicator, year, unit)).toBe(answer);
  });
  it.each([
    ["2024Q2", null, "#VALUE!", "“2024Q2”不是一个整年。年度目标请只写年份（2024），序时应达请用 TARGET.PACE"],
    [45473, null, "#VALUE!", "“45473”不是一个整年。年度目标请只写年份（2024），序时应达请用 TARGET.PACE"],
    ["2024-2026年", null, "#VALUE!", "“2024-2026年”不是一个整年。年度目标请只写年份（2024），序时应达请用 TARGET.PACE"],
    [2025, null, "#N/A", "“新增学位”的期限是2024-01-01至2024-12-31，不含“2025”"],
    [null, "公里", "#VALUE!", "单位“个”不能换算成“公里”"],
    [null, 12, "#VALUE!", "“12”不是单位。可以这样写：个、万亩、亿元、%"],
    ["明年", null, "#VALUE!", "“明年”不是日期或期间。可以这样写：2024Q2、二季度、上半年、1-9月、2024-09"],
  ])("%p %p is %s: %s", async (year, unit, code, message) => {
    expect(await cellErrorOf("target", "教育局", "新增学位", year, unit)).toEqual({ code, message });
  });
});

describe("TARGET.PACE", () => {
  it.each([
    ["教育局", "新增学位", "上半年", null, 4155],
    ["教育局", "新增学位", "1-11月", null, 7617.5],
    ["教育局", "新增学位", 45473, "万个", 0.4155],
    ["政务数据局", "一事联办", "2024Q2", null, 279],
    ["经信局", "工业增加值增速", "一季度", null, 9],
    ["农业农村局", "粮食产量", "2024Q4", "万吨", 450],
    ["政务数据局", "宜荆荆", "2024年", null, 700],
  ])("%s %s at %p in %p is %d", async (department, indicator, asOf, unit, answer) => {
    expect(await call("pace", department, indicator, asOf, unit)).toBe(answer);
  });
  it.each([
    ["教育局", "新增学位", null, "#VALUE!", "没有填“新增学位”的截至期，例如2024Q2、上半年、1-9月"],
    ["农业农村局", "粮食产量", "2024Q3", "#N/A", "“粮食产量”没有序时进度，2024-12-31到期后才能判断"],
    ["政务数据局", "宜荆荆", "2024Q3", "#N/A", "“宜荆荆通办事项”没有序时进度，2024-12-31到期后才能判断"],
    ["教育局", "中小学艺术节", "2024Q3", "#N/A", "“举办中小学艺术节”是做没做完的事项，没有数值目标"],
  ])("%s %s at %p is %s", async (department, indicator, asOf, code, message) => {
    expect(await cellErrorOf("pace", department, indicator, asOf)).toEqual({ code, message });
  });
});

describe("TARGET.WHY", () => {
  it.each([
    [
      "教育局",
      "新增学位",
      3900,
      "2024Q2",
      "截至二季度应达4,155个(50.0%),实际3,900个(46.9%),欠255个,低于序时3.1个百分点,欠进度。",
    ],
    [
      "教育局",
      "新增学位",
      4200,
      "上半年",
      "截至上半年应达4,155个(50.0%),实际4,200个(50.5%),超45个,高于序时0.5个百分点,达进度。",
    ],
    [
      "教育局",
      "新增学位",
      8310,
      "2024Q2",
      "截至二季度应达4,155个(50.0%),实际8,310个(100.0%),超4,155个,高于序时50.0个百分点,全部目标8,310个已达到,已完成。",
    ],
    [
      "教育局",
      "新增学位",
      4154.999,
      "2024Q2",
      "截至二季度应达4,155个(50.00000%),实际4,154.999个(49.99999%),欠0.001个,低于序时0.00001个百分点,欠进度。",
    ],
    ["教育局", "新增学位", null, "2024Q2", "截至二季度应达4,155个(50.0%),没有实际数,未填报。"],
    ["教育局", "新增学位", 8000, null, "到期日2024-12-31应达8,310个(100.0%),实际8,000个(96.3%),欠310个,欠进度。"],
    [
      "教育局",
      "新增学位",
      8000,
      "2025年一季度",
      "截至2025年一季度应达8,310个(100.0%),实际8,000个(96.3%),欠310个,2024-12-31已到期,严重滞后。",
    ],
    ["经信局", "工业增加值增速", "8.1%", "前三季度", "截至前三季度应达9%,实际8.1%,欠0.9个百分点,按±0.5判定,欠进度。"],
    ["经信局", "技改投资增速", 15, "2024Q1", "截至一季度应达15%,实际15%,正好持平,达进度。"],
    ["政务数据局", "一事联办", 279, "2024Q2", "截至二季度应达279个(50.0%),实际279个(50.0%),正好持平,达进度。"],
    [
      "政务数据局",
      "宜荆荆",
      650,
      "2024Q3",
      "目标不低于700个,实际650个(92.9%),没有序时进度,2024-12-31到期后才能判断,未到期。",
    ],
    ["农业农村局", "粮食产量", "440万吨", "2024Q4", "截至四季度应达90亿斤(100.0%),实际88亿斤(97.8%),欠2亿斤,欠进度。"],
    [
      "税务局",
      "减税降费",
      32,
      "2024Q2",
      "“新增减税降费及退税缓税缓费”待确认：原文没有时态，不能断定是2024年的承诺还是已做的事,无法核验。",
    ],
    ["教育局", "中小学艺术节", "未完成", "2024Q2", "应于2024-12-31前办成,未办成,未到期。"],
    ["教育局", "中小学艺术节", "是", "2024Q2", "应于2024-12-31前办成,已办成,已完成。"],
    ["教育局", "中小学艺术节", "", "2024Q2", "应于2024-12-31前办成,没有实际数,未填报。"],
  ])("%s %s %p at %p", async (department, indicator, actual, asOf, sentence) => {
    expect(await call("why", department, indicator, actual, asOf)).toBe(sentence);
  });
});

describe("TARGET.TOGO", () => {
  it.each([
    [3900, "2024Q2", null, 2205],
    ["0.39万个", "2024Q2", "万个", 0.2205],
    [3900, "2024-05", null, 1470],
    [0, "2023年四季度", null, 2077.5],
    [0, "2022Q2", null, 2077.5],
    [9000, "2024Q3", null, 0],
  ])("after %p at %p in %p each quarter must bring %d", async (actual, asOf, unit, answer) => {
    expect(await call("togo", "教育局", "新增学位", actual, asOf, unit)).toBe(answer);
  });
  it("a stock goes on from where it is, and grain waits for its harvest", async () => {
    expect(await call("togo", "政务数据局", "一事联办", 280, "2024Q2")).toBe(10);
    expect(await call("togo", "农业农村局", "粮食产量", 15, "2024Q2")).toBe(75);
  });
  it.each([
    ["教育局", "新增学位", 3900, "2024Q4", "#N/A", "“新增学位”2024-12-31到期，截至期之后没有剩余季度"],
    ["教育局", "新增学位", null, "2024Q2", "#N/A", "“新增学位”还没有实际数"],
    ["教育局", "新增学位", 1, null, "#VALUE!", "没有填“新增学位”的截至期，例如2024Q2、上半年、1-9月"],
    [
      "经信局",
      "工业增加值增速",
      8,
      "2024Q2",
      "#VALUE!",
      "“工业增加值增速”是增速、比率或事项，不能分摊到各季度，看差距(百分点)",
    ],
    ["农业农村局", "粮食播种面积", 8, "2024Q2", "#N/A", "“粮食播种面积”没有序时进度，2024-12-31到期后才能判断"],
  ])("%s %s %p at %p is refused", async (department, indicator, actual, asOf, code, message) => {
    expect(await cellErrorOf("togo", department, indicator, actual, asOf)).toEqual({ code, message });
  });
});

describe("TARGET.LIST", () => {
  it("spills one department below a heading", async () => {
    const rows = (await call("list", "教育局")) as unknown[][];
    expect(rows[0]).toEqual(["编号", "责任单位", "指标", "目标", "单位", "比较", "性质", "语气", "完成时限", "原文"]);
    expect(rows).toHaveLength(11);
    expect(rows[5]?.slice(0, 9)).toEqual([
      "JZ2024-016",
      "市教育局",
      "新增学位",
      8310,
      "个",
      "等于或好于",
      "累计量",
      "计划",
      "2024-12-31",
    ]);
  });
  it("spills the whole catalog, and says in a word why a target is none", async () => {
    const rows = (await call("list", null)) as unknown[][];
    expect(rows).toHaveLength(47);
    const targetOf = (id: string) => rows.find(([first]) => first === id)?.[3];
    expect(["JZ2024-022", "JZ2024-032", "JZ2024-039", "JZ2024-019"].map(targetOf)).toEqual([
      "待确认",
      "缺基数",
      "未设年度目标",
      "没有数值目标",
    ]);
    expect(rows.every((row) => row.length === 10)).toBe(true);
  });
  it("refuses a department that is none", async () => {
    expect((await cellErrorOf("list", "教育厅")).message).toContain("相近：市教育局");
  });
});

describe("TARGET.CHECK", () => {
  const column = (...values: unknown[]) => values.map((value) => [value]);
  it("judges whole columns, and a bad row fails alone", async () => {
    const answer = await call(
      "check",
      column("教育局", "教育厅", "教育局", "经信局", "", "税务局", "教育局"),
      column("新增学位", "新增学位", "学位", "工业增加值增速", "", "减税降费", "新增学位"),
      column(3900, 1, 1, 0.09, "", 3, "约三千"),
      "2024Q2",
    );
    expect(answer).toEqual([
      [8310, 4155, 255, 0.469314079422383, "欠进度"],
      ["", "", "", "", "无此部门"],
      ["", "", "", "", "指标不唯一"],
      [9, "", "", "", "百分数不明"],
      ["", "", "", "", ""],
      ["待确认", "", "", "", "无法核验"],
      [8310, "", "", "", "不是确数"],
    ]);
  });
  it("takes one department for all rows and leaves out the empty rows at the end", async () => {
    const answer = await call(
      "check",
      column("教育局"),
      column("新增学位", "订单班", "", ""),
      column("", "20个", "", ""),
      "上半年",
    );
    expect(answer).toEqual([
      [8310, 4155, "", "", "未填报"],
      [40, 20, 0, 0.5, "达进度"],
    ]);
  });
  it("refuses columns of different length and a period that is none", async () => {
    expect((await cellErrorOf("check", column("a", "b"), column("a", "b", "c"), column(1), null)).message).toBe(
      "三列的行数不同：部门2行，指标3行，实际数1行。请选同样多的行，或只选一格",
    );
    expect((await cellErrorOf("check", column("a"), column("b"), column(1), "春节")).code).toBe("#VALUE!");
  });
  it.each([
    ["as the library makes it", { code: "#DIV/0!", message: "" }],
    ["as data types hand it over", { type: "Error", errorType: "Div0", basicType: "Error", basicValue: "#DIV/0!" }],
    ["without its text", { type: "Error", errorType: "NotAvailable" }],
    ["with nothing but its type", { type: "Error" }],
  ])("an error in one row, %s, leaves the others alone", async (_name, error) => {
    const departments = column("教育局", error, "教育局", "教育局");
    const indicators = column("新增学位", "新增学位", error, "新增学位");
    expect(await call("check", departments, indicators, column(error, 1, 1, 4155), "2024Q2")).toEqual([
      [8310, "", "", "", "引用出错"],
      ["", "", "", "", "引用出错"],
      ["", "", "", "", "引用出错"],
      [8310, 4155, 0, 0.5, "达进度"],
    ]);
  });
  it("answers an id in either place as TARGET does, one cell or a column", async () => {
    const row = [5970, 2985, -15, 0.502512562814, "达进度"];
    for (const [departments, indicators] of [
      [column("JZ2024-012"), column("")],
      [column(""), column("JZ2024-012")],
      [column("JZ2024-012"), column("", "")],
      [column("JZ2024-012", "JZ2024-012"), column("")],
    ] as const) {
      const answer = (await call(
        "check",
        departments,
        indicators,
        column(3000, 3000).slice(0, Math.max(departments.length, indicators.length)),
        "2024Q2",
      )) as unknown[][];
      for (const each of answer)
        expect(each.map((cell) => (typeof cell === "number" ? Math.round(cell * 1e12) / 1e12 : cell))).toEqual(row);
    }
    expect(await call("check", column("教育局"), column(""), column(1), "2024Q2")).toEqual([
      ["", "", "", "", "名称未填"],
    ]);
  });
  it("shows no target where TARGET refuses one", async () => {
    expect(await call("check", column("住建局"), column("危旧房"), column(30), "2024Q4")).toEqual([
      ["未设年度目标", "", "", "", "未到期"],
    ]);
  });
  it("done stays done where the last report is given beside the rows", async () => {
    expect(
      await call(
        "check",
        column("教育局"),
        column("新增学位"),
        column("", "", 8000),
        "2024Q3",
        column(8310, 8000, 8310),
      ),
    ).toEqual([
      [8310, 6232.5, "", "", "已完成"],
      [8310, 6232.5, "", "", "未填报"],
      [8310, 6232.5, -1767.5, 0.962695547533093, "达进度"],
    ]);
  });
});

describe("an error among the arguments", () => {
  it.each([
    [{ code: "#DIV/0!", message: "" }, "#DIV/0!"],
    [{ type: "Error", errorType: "Div0", basicType: "Error", basicValue: "#DIV/0!" }, "#DIV/0!"],
    [{ type: "Error", errorType: "Num" }, "#NUM!"],
    [{ type: "Error", basicValue: "#N/A" }, "#N/A"],
    [{ type: "Error", errorType: "Ref" }, "#VALUE!"], // the library has no code for it
  ])("%j goes through as %s, with a sentence", async (error, code) => {
    for (const given of [[error], [1, error]]) {
      const answered = await cellErrorOf("gap", "教育局", "新增学位", ...given);
      expect(answered.code).toBe(code);
      expect(answered.message).toContain("引用的单元格是错误值#");
    }
  });
  it("in the place of a name goes through as well", async () => {
    const error = { type: "Error", errorType: "Div0" };
    for (const given of [
      [error, "新增学位"],
      ["教育局", error],
    ])
      for (const name of ["target", "pace", "gap", "rate", "status", "why", "togo"] as const)
        expect(await cellErrorOf(name, ...given, 1, "2024Q2")).toMatchObject({ code: "#DIV/0!" });
    expect(await cellErrorOf("info", error, "新增学位", "单位")).toMatchObject({ code: "#DIV/0!" });
    expect(await cellErrorOf("list", error)).toMatchObject({ code: "#DIV/0!" });
  });
});

describe("a name left out, or no text", () => {
  it.each([
    [null, "新增学位", "没有填部门，例如“教育局”"],
    ["教育局", null, "没有填指标，例如“新增学位”"],
    ["教育局", 12, "目录中没有“市教育局”的“12”。没有相近的名称，请在“目录”中查找"],
  ])("%p and %p are refused with the reason", async (department, indicator, message) => {
    for (const name of ["target", "pace", "gap", "rate", "status", "why", "togo"] as const)
      expect((await cellErrorOf(name, department, indicator, 1, "2024Q2")).message).toBe(message);
    expect((await cellErrorOf("info", department, indicator, "单位")).message).toBe(message);
  });
  it("an id needs no indicator", async () => expect(await call("target", "JZ2024-016", null)).toBe(8310));
});

it("the drop-down of TARGET.INFO offers exactly the properties there are", async () => {
  const { Property } = await import("../../src/functions/functions");
  expect(Object.values(Property)).toEqual([...PROPERTIES]);
});

describe("TARGET.INFO", () => {
  it.each([
    ["教育局", "新增学位", "单位", "个"],
    ["教育局", "新增学位", "构成", "幼儿园新增学位 2,340个（JZ2024-014）；中小学新增学位 5,970个（JZ2024-012）"],
    ["农业农村局", "粮食产量", "比较", "不低于"],
    ["农业农村局", "粮食产量", "语气", "确保"],
    ["招商促进中心", "行业协会拜访全覆盖", "比较", "全覆盖"],
    ["政务数据局", "一事联办", "性质", "存量"],
    ["政务数据局", "一事联办", "基数", 258],
    ["政务数据局", "一事联办", "期限", "2024-01-01至2024-12-31"],
    ["政务数据局", "一事联办", "原文", "“一事联办”事项达300个；“一事联办”主题事项拓展到300个以上"],
    ["教育局", "中小学新增学位", "编号", "JZ2024-012"],
  ])("%s %s %s", async (department, indicator, property, answer) => {
    expect(await call("info", department, indicator, property)).toBe(answer);
  });
  it("names the properties where it is asked for another", async () => {
    expect((await cellErrorOf("info", "教育局", "新增学位", "颜色")).message).toContain("单位、比较、语气");
  });
});

describe("TARGET.GAP, TARGET.RATE and TARGET.STATUS", () => {
  it("a gap is against what is due, or against the whole without a period", async () => {
    expect(await call("gap", "教育局", "新增学位", 3900, "2024Q2")).toBe(255);
    expect(await call("gap", "教育局", "新增学位", 3900, null)).toBe(4410);
    expect(await call("gap", "经信局", "工业增加值增速", "8.1%", "2024Q2")).toBe(0.9);
  });
  it("a gap comes in the unit asked for; of percentages in points", async () => {
    expect(await call("gap", "教育局", "新增学位", 3900, "2024Q2", "万个")).toBe(0.0255);
    expect(await call("gap", "农业农村局", "粮食产量", "440万吨", "2024Q4", "万吨")).toBe(10);
    expect(await call("gap", "经信局", "工业增加值增速", "8.1%", "2024Q2", "个百分点")).toBe(0.9);
    expect(await call("gap", "经信局", "工业增加值增速", "8.1%", "2024Q2", "%")).toBe(0.9);
    expect((await cellErrorOf("gap", "经信局", "工业增加值增速", 8, "2024Q2", "个")).code).toBe("#VALUE!");
  });
  it("a rate is a fraction; a stock's goes from its baseline", async () => {
    expect(await call("rate", "教育局", "新增学位", 4155)).toBe(0.5);
    expect(await call("rate", "政务数据局", "一事联办", 279)).toBe(0.5);
  });
  it("growth has no rate: it points to the gap", async () => {
    expect(await cellErrorOf("rate", "经信局", "工业增加值增速", 9)).toEqual({
      code: "#VALUE!",
      message: "“工业增加值增速”是增速、比率或事项，不算完成率，看差距(百分点)",
    });
  });
  it.each([
    [4155, "2024Q2", "达进度"],
    [3900, "2024Q2", "欠进度"],
    [1000, "2024Q2", "严重滞后"],
    ["", "2024Q2", "未填报"],
    [8310, null, "已完成"],
    ["0.4155万个", "二季度", "达进度"],
  ])("%p at %p is %s", async (actual, asOf, status) => {
    expect(await call("status", "教育局", "新增学位", actual, asOf)).toBe(status);
  });
  it("an unclear percentage is refused with both readings", async () => {
    expect((await cellErrorOf("status", "经信局", "工业增加值增速", 0.09, "2024Q2")).message).toBe(
      "实际数0.09看不出是0.09%还是9%。请写成文字，例如“9%”",
    );
  });
  it("a period that cannot be read is refused with examples", async () => {
    expect((await cellErrorOf("status", "教育局", "新增学位", 1, "春节")).message).toContain("2024Q2、二季度、上半年");
  });
});
