/** The workbook a person meets first: some promises with figures to play with, and what to try. */
import { STATUSES } from "../../../src/core/types";
import { STATUS_LOOKS } from "../../../src/sheets/statusColours";
import { zh } from "../../../src/strings/zh";
import { parseCells } from "../engine/address";
import type { Area, StylePatch } from "../engine/engine";
import type { Host } from "../host/model/host";
import { ConditionalFormatCollection } from "../host/model/conditionalFormats";

const NAME = "示例";
const STEPS = [
  "① 改黄色格子里的“实际完成”，右边的差距和状态随即重算，颜色跟着变。",
  "② 选中任何一个公式，右侧窗格的“单元格”页说明目标出自哪句话、状态怎样判定。",
  "③ 在空格里输入 =TAR，从列表里选函数；选中出错的那一格，窗格会给出最接近的名称。",
  "④ 在功能区单击“生成台账”，为选定的部门生成一整张台账。",
];
const HEADER = ["责任单位", "指标", "单位", "年度目标", "截至期", "实际完成", "差距", "状态"];
const ROWS: readonly (readonly [department: string, indicator: string, actual: number | string])[] = [
  ["教育局", "新增学位", 3900],
  ["教育局", "中小学新增学位", 3200],
  ["教育局", "开办订单班", 5],
  ["经信局", "技改投资增速", 14.2],
  ["农业农村局", "粮食产量", ""],
  ["住建局", "老旧小区改造", 120],
  ["教育厅", "新增学位", 3900],
];
const FIRST_ROW = 7;
const LAST_ROW = FIRST_ROW + ROWS.length;
const WIDTHS = [110, 130, 64, 92, 84, 92, 92, 96];

const GREEN = "#107C41";

/** Adds the sheet in front of the others and goes to it. The add-in's functions have to be known already. */
export function writeSample(host: Host): void {
  const { engine } = host;
  const sheet = engine.addSheet(NAME, 0);
  const area = (address: string): Area => ({ sheet, ...parseCells(address)! });
  const style = (address: string, patch: StylePatch): void => engine.restyle(area(address), patch);
  const write = (address: string, rows: readonly (readonly (string | number)[])[]): void => {
    const place = { ...area(address), rows: rows.length, columns: Math.max(...rows.map((row) => row.length)) };
    engine.write(
      place,
      rows.map((row) =>
        row.map((input) =>
          typeof input === "string" && input.startsWith("=")
            ? { formula: input }
            : { value: input === "" ? null : input },
        ),
      ),
    );
  };

  write("A1", [["承诺与完成：示例"], ...STEPS.map((step) => [step])]);
  write(`A${FIRST_ROW}`, [HEADER]);
  write(
    `A${FIRST_ROW + 1}`,
    ROWS.map(([department, indicator, actual], index) => {
      const row = FIRST_ROW + 1 + index;
      return [
        department,
        indicator,
        `=TARGET.INFO(A${row},B${row},"单位")`,
        `=TARGET(A${row},B${row})`,
        "2024Q2",
        actual,
        `=TARGET.GAP(A${row},B${row},F${row},E${row})`,
        `=TARGET.STATUS(A${row},B${row},F${row},E${row})`,
      ];
    }),
  );
  style("A1:H1", { fontSize: 16, bold: true, fontColour: GREEN });
  style("A2:H5", { fontColour: "#595959" });
  style(`A${FIRST_ROW}:H${FIRST_ROW}`, {
    bold: true,
    fill: GREEN,
    fontColour: "#FFFFFF",
    horizontal: "center",
    vertical: "center",
  });
  const line = { line: "thin" as const, colour: "#D9D9D9" };
  style(`A${FIRST_ROW}:H${LAST_ROW}`, { borders: { top: line, bottom: line, left: line, right: line } });
  style(`C${FIRST_ROW + 1}:C${LAST_ROW}`, { horizontal: "center" });
  style(`E${FIRST_ROW + 1}:E${LAST_ROW}`, { horizontal: "center" });
  style(`F${FIRST_ROW + 1}:F${LAST_ROW}`, { fill: "#FFF8DC" });
  for (const [index, [, indicator]] of ROWS.entries()) {
    const row = FIRST_ROW + 1 + index;
    const numberFormat = indicator.endsWith("增速") ? "0.0" : "#,##0";
    for (const column of ["D", "F", "G"]) style(`${column}${row}`, { numberFormat });
  }
  style(`H${FIRST_ROW + 1}:H${LAST_ROW}`, { horizontal: "center" });
  WIDTHS.forEach((pixels, column) => engine.setColumnWidth({ sheet, row: 0, column, rows: 1, columns: 1 }, pixels));
  engine.setRowHeight(area("A1"), 34);
  engine.setRowHeight(area(`A${FIRST_ROW}`), 26);
  engine.setGridlines(sheet, false);
  engine.setTabColour(sheet, GREEN);
  paintStatus(host, area(`H${FIRST_ROW + 1}:H${LAST_ROW}`));
  engine.select(area(`F${FIRST_ROW + 1}`));
  // The grid tells of the sheet as of one that a person added; nobody has to hear of it.
  host.tellEvents();
}

/** The ledger's colours, as native rules on the words. */
function paintStatus(host: Host, area: Area): void {
  const rules = new ConditionalFormatCollection(host, area);
  for (const status of STATUSES) {
    const { cellValue } = rules.add("CellValue");
    cellValue.rule = { operator: "EqualTo", formula1: `="${zh.status[status]}"` };
    cellValue.format.fill.color = STATUS_LOOKS[status].fill;
    cellValue.format.font.color = STATUS_LOOKS[status].fontColor;
  }
  host.handOverColourRules();
}
