/** What is text in a sheet reaches an add-in's function as text, and what is a number as a number: nothing is read twice. */
import { typed } from "./host/typed";
import { openWorkbook, type OpenWorkbook } from "./node/openWorkbook";

const LOOKS_LIKE_SOMETHING_ELSE = [
  "8.5%",
  "50%",
  "1/2",
  "3-4",
  "2024-06-30",
  "2024/6/30",
  "6月30日",
  "12:30",
  "1e3",
  "1E+20",
  "1,234",
  "¥5",
  "$5",
  "(5)",
  "+5",
  "-5",
  "007",
  "12",
  " 5 ",
  "TRUE",
  "false",
  "=1+1",
  "{1,2}",
  "#N/A",
];
const NOT_AVAILABLE: unknown = expect.objectContaining({ code: "#N/A" });

/** What stands in the cells of one row, `~` for the row's number, and what the last of them hands over. */
type Case = readonly [cells: readonly (string | number)[], handedOver: unknown];
const CASES: readonly Case[] = [
  ...LOOKS_LIKE_SOMETHING_ELSE.flatMap((text): Case[] => [
    [[`=SHOW("${text}")`], text],
    [[`=SHOW(IF(TRUE,"${text}"))`], text],
    [[`=SHOW.ALL({"${text}",1;"b",TRUE})`], [[text, 1], ["b", true]]], // prettier-ignore
    [[`'${text}`, "=SHOW(A~)"], text],
    [[`'${text}`, 2, "=SHOW.ALL(A~:B~)"], [[text, 2]]],
    ...(text === "#N/A" ? [] : [[[`="${text}"`, "=SHOW(A~)"], text] as const]),
  ]),
  [["=SHOW(8.5%)"], 0.085],
  [["=SHOW(TRUE)"], true],
  [['=SHOW("a""b")'], 'a"b'],
  [['=SHOW("")'], ""],
  [['=SHOW("50%"+1)'], 1.5],
  [['=SHOW("2024-06-30"+0)'], 45_473],
  [['=SHOW("50%"=0.5)'], false],
  [['=SHOW(LEN("1e3"))'], 3],
  [['=SHOW(ISTEXT("1/2"))'], true],
  [['=SHOW(VALUE("50%"))'], 0.5],
  [['=SHOW(YEAR("2024-06-30"))'], 2024],
  [['=SHOW(MATCH("50%",{"5%","50%"},0))'], 2],
  [['=SHOW.ALL({"1,234","5"})'], [["1,234", "5"]]],
  [["8.5%", "=SHOW(A~)"], 0.085],
  [["2024-06-30", "=SHOW(A~)"], 45_473],
  [["1e3", "=SHOW(A~)"], 1000],
  [["TRUE", "=SHOW(A~)"], true],
  [["教育局", "=SHOW(A~)"], "教育局"],
  [["'#N/A", "=NA()", "=SHOW.ALL(A~:B~)"], [["#N/A", NOT_AVAILABLE]]],
];

const asJson = ((given: unknown) => JSON.stringify(given)) as never;
let workbook: OpenWorkbook;
beforeAll(async () => {
  workbook = openWorkbook({
    functions: {
      metadata: [
        { id: "SHOW", name: "SHOW", parameters: [{ name: "cell", type: "any" }] },
        {
          id: "SHOW.ALL",
          name: "SHOW.ALL",
          parameters: [{ name: "cells", type: "any", dimensionality: "matrix" }],
          options: { allowErrorForDataTypeAny: true },
        },
      ],
      run: () => ({ SHOW: asJson, "SHOW.ALL": asJson }),
    },
  });
  for (const [row, [cells]] of CASES.entries())
    workbook.engine.write({ sheet: "sheet-1", row, column: 0, rows: 1, columns: cells.length }, [
      cells.map(
        (cell) => typed(typeof cell === "string" ? cell.replaceAll("~", String(row + 1)) : cell, "General").input,
      ),
    ]);
  await workbook.idle();
});
afterAll(() => workbook.close());

it.each(CASES.map(([cells, handedOver], row) => ({ row: row + 1, cells, handedOver })))(
  "$cells hands over $handedOver",
  ({ row, cells, handedOver }) => {
    const last = String.fromCharCode("A".charCodeAt(0) + cells.length - 1);
    expect(JSON.parse(String(workbook.cell(`${last}${row}`).value))).toEqual(handedOver);
  },
);

it("what is typed into a cell of the format @ is text", async () => {
  const row = CASES.length;
  workbook.engine.restyle({ sheet: "sheet-1", row, column: 0, rows: 1, columns: 1 }, { numberFormat: "@" });
  await workbook.type(`A${row + 1}`, "8.5%");
  await workbook.type(`B${row + 1}`, `=SHOW(A${row + 1})`);
  await workbook.idle();
  expect(workbook.cell(`B${row + 1}`).value).toBe('"8.5%"');
});
