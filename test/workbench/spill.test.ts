/** Matrices that spill: what stands in their way, and what is there when it goes. */
import { openWorkbook, type OpenWorkbook } from "./node/openWorkbook";

const opened: OpenWorkbook[] = [];
afterEach(() => opened.splice(0).forEach((workbook) => workbook.close()));
function open(): OpenWorkbook {
  const workbook = openWorkbook({
    functions: {
      metadata: [{ id: "COLUMN3", name: "COLUMN3", parameters: [] }],
      run: () => ({ COLUMN3: () => [["一"], ["二"], ["三"]] }),
    },
  });
  opened.push(workbook);
  return workbook;
}
const shown = ({ cell }: OpenWorkbook): unknown[] => ["B1", "B2", "B3"].map((address) => cell(address).value);

describe.each(["=COLUMN3()", "=SEQUENCE(3)"])("%s", (formula) => {
  const matrix = formula === "=COLUMN3()" ? ["一", "二", "三"] : [1, 2, 3];

  it("fills the cells below", async () => {
    const desk = open();
    await desk.type("B1", formula);
    await desk.idle();
    expect(shown(desk)).toEqual(matrix);
  });

  it("is #SPILL! where something stands in the way, which stays as it is", async () => {
    const desk = open();
    await desk.type("B3", "占位");
    await desk.type("B1", formula);
    await desk.idle();
    expect(shown(desk)).toEqual(["#SPILL!", null, "占位"]);
  });

  it("spills when what stood in the way is removed", async () => {
    const desk = open();
    await desk.type("B3", "占位");
    await desk.type("B1", formula);
    await desk.idle();
    await desk.type("B3", "");
    await desk.idle();
    expect(shown(desk)).toEqual(matrix);
  });

  it("becomes #SPILL! when something is typed into its way", async () => {
    const desk = open();
    await desk.type("B1", formula);
    await desk.idle();
    await desk.type("B2", "占位");
    await desk.idle();
    expect(shown(desk)).toEqual(["#SPILL!", "占位", null]);
  });
});
