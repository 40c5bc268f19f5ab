import { selectedCell, withoutSheet } from "../../src/excel/selection";
import { closeWorkbooks, openForTheAddIn } from "./openForTheAddIn";

afterEach(closeWorkbooks);

it("reads the active cell as it stands", async () => {
  const workbook = await openForTheAddIn({ sheetName: "我的 表" });
  await workbook.type("A1", "9%");
  expect(await workbook.run(selectedCell)).toEqual({
    sheet: "我的 表",
    address: "A1",
    row: 0,
    column: 0,
    formula: "0.09",
    text: "9%",
    value: 0.09,
  });
});

it.each([
  ["'我的 表'!B4", "B4"],
  ["Sheet1!A1:B2", "A1:B2"],
  ["C3", "C3"],
])("%s without its sheet is %s", (address, cells) => {
  expect(withoutSheet(address)).toBe(cells);
});
