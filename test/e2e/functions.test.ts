import { openWorkbench, type OpenWorkbench } from "./workbenchPage";

/** What a finance clerk types into an empty workbook, and what she sees. */
let workbench: OpenWorkbench;
beforeAll(async () => {
  workbench = await openWorkbench();
});
afterAll(() => workbench.close());

const type = (cells: Record<string, string | number>) =>
  workbench.page.evaluate(async (entries) => {
    for (const [address, input] of entries) await window.workbench.setCell(address, input);
    await window.workbench.idle();
  }, Object.entries(cells));
const cell = (address: string) => workbench.page.evaluate((asked) => window.workbench.getCell(asked), address);
const valueOf = async (address: string) => (await cell(address)).value;

it("answers every function as its help says", async () => {
  await type({
    A1: '=TARGET("农业农村局","粮食产量",2024,"万吨")',
    A2: '=TARGET.PACE("教育局","新增学位","上半年")',
    A3: '=TARGET.GAP("教育局","新增学位",3900,"2024Q2")',
    A4: '=TARGET.RATE("教育局","新增学位",4155)',
    A5: '=TARGET.STATUS("教育局","新增学位",3900,"2024Q2")',
    A6: '=TARGET.WHY("教育局","新增学位","3,900个","二季度")',
    A7: '=TARGET.TOGO("教育局","新增学位",3900,"2024Q2")',
    A8: '=TARGET.INFO("教育局","新增学位","单位")',
  });
  expect(await Promise.all(["A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8"].map(valueOf))).toEqual([
    450,
    4155,
    255,
    0.5,
    "欠进度",
    "截至二季度应达4,155个(50.0%),实际3,900个(46.9%),欠255个,低于序时3.1个百分点,欠进度。",
    2205,
    "个",
  ]);
});

it("refuses a quarter as the year, and says which function would do", async () => {
  await type({ B1: '=TARGET("教育局","新增学位","2024Q2")' });
  expect(await cell("B1")).toMatchObject({
    error: "#VALUE!",
    errorMessage: "“2024Q2”不是一个整年。年度目标请只写年份（2024），序时应达请用 TARGET.PACE",
  });
});

it("spills a department's list, and judges whole columns in one call in which a bad row fails alone", async () => {
  await type({ D1: '=TARGET.LIST("教育局")' });
  expect([await valueOf("D1"), await valueOf("F6"), await valueOf("G6"), await valueOf("D11")]).toEqual([
    "编号",
    "新增学位",
    8310,
    "JZ2024-021",
  ]);
  const rows: [string, string, string | number][] = [
    ["教育局", "新增学位", 3900],
    ["教育厅", "新增学位", 1],
    ["经信局", "工业增加值增速", 9.2],
    ["住建局", "老旧小区改造", ""],
  ];
  const entries = rows.flatMap(([department, indicator, actual], index) => [
    [`A${index + 20}`, department],
    [`B${index + 20}`, indicator],
    [`C${index + 20}`, actual],
  ]);
  await type({
    ...(Object.fromEntries(entries) as Record<string, string | number>),
    D20: '=TARGET.CHECK(A20:A23,B20:B23,C20:C23,"2024Q2")',
  });
  const shown = await Promise.all(["D20", "E20", "F20", "H20", "D21", "H21", "H22", "H23"].map(valueOf));
  expect(shown).toEqual([8310, 4155, 255, "欠进度", "", "无此部门", "达进度", "未填报"]);
  await workbench.screenshot("functions");
});
