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
