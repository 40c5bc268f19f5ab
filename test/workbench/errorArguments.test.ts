/** Errors among the arguments of functions, through the library's own runtime. */
import type { Commitment } from "../../src/core/types";
import { session } from "../../src/excel/session";
import { closeWorkbooks, openForTheAddIn } from "../excel/openForTheAddIn";

afterEach(closeWorkbooks);

it("an error handed to a function of the add-in comes out as itself", async () => {
  const workbook = await openForTheAddIn();
  await workbook.type("C1", "=1/0");
  await workbook.type("C2", "=NA()");
  await workbook.type("E5", '=TARGET.GAP("教育局","新增学位",C1)');
  await workbook.type("E6", '=TARGET.STATUS("教育局","新增学位",1,C2)');
  await workbook.idle();
  expect(["E5", "E6"].map((address) => workbook.cell(address).value)).toEqual(["#DIV/0!", "#N/A"]);
});

it("TARGET.CHECK judges the other rows where one holds an error", async () => {
  const workbook = await openForTheAddIn();
  const { departments } = session.index.catalog;
  const [commitment] = departments.flatMap(({ id }) => session.index.commitmentsOf(id)) as [Commitment];
  const department = departments.find(({ id }) => id === commitment.department)!;
  for (const row of [1, 2]) {
    await workbook.type(`A${row}`, department.name);
    await workbook.type(`B${row}`, commitment.indicator);
  }
  await workbook.type("C1", "=1/0");
  await workbook.type("C2", 1);
  await workbook.type("E1", "=TARGET.CHECK(A1:A2,B1:B2,C1:C2)");
  await workbook.idle();
  expect(workbook.functions.invocations).toBe(1);
  expect(["E1", "E2", "F2"].map((address) => workbook.cell(address).isError)).toEqual([false, false, false]);
  expect(typeof workbook.cell("E2").value).toBe("number");
});

it("the library makes an error of the code that travels", async () => {
  const workbook = await openForTheAddIn();
  const received: unknown[] = [];
  workbook.functions.define([
    {
      id: "RECEIVE",
      name: "RECEIVE",
      parameters: [
        { name: "one", type: "any" },
        { name: "many", type: "any", dimensionality: "matrix" },
      ],
      options: { allowErrorForDataTypeAny: true },
    },
  ]);
  workbook.library.CustomFunctions.associate("RECEIVE", (one: unknown, many: unknown[][]) => {
    received.push(one, many[0]![1]);
    return "收到";
  });
  await workbook.type("A1", 1);
  await workbook.type("B1", "=NA()");
  await workbook.type("C1", "=RECEIVE(1/0,A1:B1)");
  await workbook.idle();
  expect(workbook.cell("C1").value).toBe("收到");
  const { Error: CellError } = workbook.library.CustomFunctions;
  expect(received.every((each) => each instanceof CellError)).toBe(true);
  expect(received.map((each) => (each as CustomFunctions.Error).code)).toEqual(["#DIV/0!", "#N/A"]);
});
