/** A target set anew in July, judged in June by the figure before and in August by the new one: in the ledger and by the functions. */
import { buildLedger } from "../../src/excel/buildLedger";
import { session } from "../../src/excel/session";
import { lookAtUpdate } from "../../src/excel/updateLedger";
import { LEDGER_NAME } from "../../src/sheets/ledger";
import { yunzhou } from "../core/yunzhou";
import { closeWorkbooks, openForTheAddIn } from "./openForTheAddIn";

afterEach(() => {
  closeWorkbooks();
  session.useEmbedded();
  session.useEntry("cumulative");
});

it("judges June by 142亿元 and August by 128亿元, and leaves June as it was", async () => {
  session.useCatalog(yunzhou());
  session.useEntry("cumulativeByMonth");
  const workbook = await openForTheAddIn();
  await workbook.run((context) => buildLedger(context, session.inForce(), ["reform"], "ask"));
  const heads = workbook.engine.texts({
    sheet: workbook.host.findSheet(LEDGER_NAME)!,
    row: 4,
    column: 0,
    rows: 6,
    columns: 30,
  });
  const row = 5 + heads.findIndex((texts) => texts[2] === "技术改造投资");
  const letter = (heading: string) => String.fromCharCode(65 + heads[0]!.indexOf(heading));
  const cell = (heading: string) => `${LEDGER_NAME}!${letter(heading)}${row}`;
  await workbook.type(cell("6月"), 66);
  await workbook.type(cell("8月"), 86);
  const at = async (asOf: string, actual: number) => {
    await workbook.type(`${LEDGER_NAME}!C3`, asOf);
    const call = (name: string) => `=TARGET${name}("市发改委","技术改造投资",${actual},"${asOf}")`;
    await workbook.type("Sheet1!A1", `=TARGET("市发改委","技术改造投资",,,"${asOf}")`);
    await workbook.type("Sheet1!A2", call(".STATUS"));
    await workbook.type("Sheet1!A3", call(".GAP"));
    await workbook.idle();
    const shown = (address: string) => workbook.cell(address).value;
    return {
      ledger: [shown(cell("年度目标")), shown(cell("状态")), Number(shown(cell("差距"))).toFixed(6)],
      functions: [shown("Sheet1!A1"), shown("Sheet1!A2"), Number(shown("Sheet1!A3")).toFixed(6)],
    };
  };
  const june = await at("2024年1-6月", 66);
  const august = await at("2024年1-8月", 86);
  expect(june).toEqual({ ledger: [142, "欠进度", "5.000000"], functions: [142, "欠进度", "5.000000"] });
  expect(august).toEqual({ ledger: [128, "达进度", "-0.666667"], functions: [128, "达进度", "-0.666667"] });
  const { row: line, column } = { row: row - 1, column: heads[0]!.indexOf("年度目标") };
  const sheet = workbook.host.findSheet(LEDGER_NAME)!;
  expect(workbook.engine.texts({ sheet, row: line, column, rows: 1, columns: 1 })[0]).toEqual(["142→128.0"]);
  expect(await at("2024年1-6月", 66)).toEqual(june);
  // What the catalog says is what is shown: an update has nothing to tell, in June or in August.
  for (const asOf of ["2024年1-6月", "2024年1-8月"]) {
    await at(asOf, 66);
    const plan = await workbook.run((context) => lookAtUpdate(context, session.inForce(), LEDGER_NAME, null));
    expect(plan).toMatchObject({ update: { changed: [] } });
  }
});
