import { numfmt } from "@univerjs/core";
import { RULES } from "../../src/core/status";
import { ledger, LEDGER_NAME } from "../../src/sheets/ledger";
import { addressOf } from "../../src/sheets/plan";
import { zh } from "../../src/strings/zh";
import { jingzhou } from "../core/jingzhou";

const everyDepartment = jingzhou.catalog.departments.map(({ id }) => id);
const plan = ledger(jingzhou, everyDepartment, RULES.standard, LEDGER_NAME, "2024Q2");
const header = plan.content[4] ?? [];
const rows = plan.content.slice(5, 5 + jingzhou.catalog.commitments.length);
const column = (heading: string) => header.indexOf(heading);
const row = (indicator: string) => {
  const found = rows.find((each) => each[column("指标")] === indicator);
  if (!found) throw new Error(`no row for ${indicator}`);
  return (heading: string) => String(found[column(heading)] ?? "");
};

it("has the columns of a ledger in their order", () => {
  expect(header.join(" ")).toBe(
    "序号 责任单位 指标 单位 年度目标 基数 一季度 二季度 三季度 四季度 填报提示 最新累计 完成率 序时进度 差距 状态 亮灯 原因说明 下步措施 历次状态 完成时限 来源 编号 本期读作",
  );
});

it("has a row for every commitment, in the catalog's order", () => {
  expect(rows.map((each) => each[column("编号")])).toEqual(
    jingzhou.catalog.departments.flatMap(({ id }) => jingzhou.commitmentsOf(id).map((each) => each.id)),
  );
});

it("calls TARGET once a row and no other function of ours", () => {
  for (const each of rows) {
    const calls = each.join("\n").match(/TARGET[.A-Z]*\(/g) ?? [];
    expect(calls).toEqual(["TARGET("]);
  }
});

it("adds up a declared total once all its parts are in, found by their 编号", () => {
  const cell = (id: string) => `OFFSET($W$1,MATCH("${id}",$W:$W,0)-1,COLUMN($H$1)-COLUMN($W$1))`;
  const [one, other] = [cell("JZ2024-014"), cell("JZ2024-012")];
  expect(row("新增学位")("二季度")).toBe(`=IF(AND(ISNUMBER(${one}),ISNUMBER(${other})),${one}+${other},"")`);
});

it("leaves the quarters to people, but for a total", () => {
  for (const quarter of ["一季度", "二季度", "三季度", "四季度"])
    expect(rows.filter((each) => each[column(quarter)] !== "").map((each) => each[column("指标")])).toEqual([
      "新增学位",
    ]);
  expect(
    plan.styles.some(
      ({ locked, block }) =>
        locked === false && block.column === column("一季度") && block.columns === 4 && block.rows === rows.length,
    ),
  ).toBe(true);
});

it.each([
  ["新增学位", "年度目标", "=TARGET($B17,$C17,2024)"],
  ["新增学位", "完成率", '=IF(COUNT($L17,$E17)=2,IFERROR($L17/$E17,""),"")'],
  ["新增学位", "差距", '=IF(COUNT($E$3,$L17,$E17)=3,IF($N17>0,ROUND($E17*$N17-$L17,9),""),"")'],
  ["技改投资增速", "完成率", "看差距"],
  ["技改投资增速", "序时进度", "—"],
  ["举办中小学艺术节", "差距", "—"],
  ["危旧房屋改造覆盖率", "年度目标", '=IFERROR(TARGET($B43,$C43,2024),"未设年度目标")'],
  ["新增减税降费及退税缓税缓费", "年度目标", '=IFERROR(TARGET($B23,$C23,2024),"待确认")'],
])("%s: %s is %s", (indicator, heading, content) => {
  expect(row(indicator)(heading).replace(/\$([A-Z])\d+/g, "$$$1#")).toBe(content.replace(/\$([A-Z])\d+/g, "$$$1#"));
});

it("colour rules compare a word and hold no threshold", () => {
  const words = new Set<string>([...Object.values(zh.status), "●", "◆", "▲", "■", "○", "◇", "–"]);
  for (const rule of plan.colourRules) expect(words.has(rule.equals)).toBe(true);
  expect(new Set(plan.colourRules.map(({ block }) => addressOf(block))).size).toBe(2);
});

it("has a legend for every colour and the rules in force", () => {
  const text = plan.content.flat().join("\n");
  for (const status of Object.values(zh.status)) expect(text).toContain(status);
  for (const rule of zh.ledger.rules) expect(text).toContain(rule);
});

it("names the cell of 截至期 and keeps the header in view", () => {
  expect(plan.names.map(({ name, block }) => [name, addressOf(block)])).toEqual([
    ["截至期", "C3"],
    ["截至日", "E3"],
  ]);
  expect(plan.frozen).toEqual({ rows: 5, columns: 3 });
});

it("warns of a percentage typed as a fraction, and offers words for what is done or not", () => {
  const rules = plan.validations.map(({ rule, title }) => [
    title,
    "list" in rule ? rule.list.join("/") : rule.formula.slice(0, 14),
  ]);
  expect(rules).toContainEqual(["请核对单位", "=OR(ISTEXT(G6)"]);
  expect(rules).toContainEqual(["请选择", "已完成/未完成"]);
});

it.each([
  [2.5, "2.5个"],
  [390, "390个"],
  [3900, "3,900个"],
  [10_000, "10,000个"],
  [123_456, "123,456个"],
])(
  "shows half a thing that is counted below a thousand, thousands in groups, and no decimals where there are none: %s",
  (figure, shown) => {
    const all = plan.numberFormats.flatMap(({ formats }) => (typeof formats === "string" ? [formats] : formats.flat()));
    const format = all.find((each) => each.startsWith('[<1000]General"个"'));
    expect(numfmt.format(format ?? "", figure, { throws: true })).toBe(shown);
  },
);

it("writes figures with their units", () => {
  const formatOf = (heading: string, indicator: string) => {
    const found = plan.numberFormats.find(
      ({ block }) =>
        block.row === 5 && block.column <= column(heading) && column(heading) < block.column + block.columns,
    );
    const line = found?.formats[rows.findIndex((each) => each[2] === indicator)];
    return line?.[column(heading) - (found?.block.column ?? 0)];
  };
  expect(formatOf("年度目标", "粮食产量")).toBe('#,##0.0"亿斤"');
  expect(formatOf("最新累计", "粮食产量")).toBe('#,##0.0#"亿斤"');
  expect(formatOf("最新累计", "新增学位")).toBe('[<1000]General"个";#,##0"个"');
  expect(formatOf("二季度", "新建公办幼儿园")).toBe("[<1000]General;#,##0");
  expect(formatOf("差距", "新增学位")).toBe('"欠"General"个";"超"General"个";"0个"');
  expect(formatOf("基数", "粮食产量")).toBe('#,##0.0"亿斤"');
  expect(formatOf("完成率", "新增学位")).toBe("0.0%");
  expect(formatOf("序时进度", "新增学位")).toBe("0.0%");
  expect(formatOf("完成时限", "新增学位")).toBe("yyyy-mm-dd");
});
