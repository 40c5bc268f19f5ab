/** A workbook that is opened where the add-in is not installed: what its cells show, and what heals them. */
import { Ribbon } from "./host/ribbon";
import type { AddIn } from "./host/transport";
import { openWorkbook, type OpenWorkbook } from "./node/openWorkbook";
import { AddInPresence } from "./page/addInPresence";

const opened: OpenWorkbook[] = [];
const messages = new EventTarget();
beforeAll(() => Object.assign(globalThis, { window: messages }));
afterAll(() => Reflect.deleteProperty(globalThis, "window"));
afterEach(() => opened.splice(0).forEach((workbook) => workbook.close()));

/** A workbook with TWICE, in whose A1 is a number, and the add-in's coming and going; the page's frame is a stand-in. */
async function open(): Promise<OpenWorkbook & { presence: AddInPresence }> {
  const workbook = openWorkbook({
    functions: {
      metadata: [{ id: "TWICE", name: "TWICE", parameters: [{ name: "number", type: "number" }] }],
      run: () => ({ TWICE: (number: number) => number * 2 }),
    },
  });
  opened.push(workbook);
  const source = {};
  const frame = { contentWindow: source, remove: () => undefined };
  const append = (): void => {
    const ready = new Event("message");
    messages.dispatchEvent(Object.assign(ready, { source, data: "_SetOsfControlContainerReadyForCustomFunctions" }));
  };
  const ribbon = new Ribbon(() => undefined);
  const pageGoes = (): void => ribbon.reset();
  const addIn = { functions: workbook.functions, host: workbook.host, pageGoes, showPane: () => undefined };
  const presence = new AddInPresence(
    addIn as unknown as AddIn,
    frame as unknown as HTMLIFrameElement,
    { append } as unknown as HTMLElement,
  );
  await workbook.type("A1", 5);
  await workbook.type("B1", "=TWICE(A1)");
  await workbook.type("C1", "=B1+1");
  await workbook.idle();
  return { ...workbook, presence };
}
const shown = ({ cell }: OpenWorkbook): unknown[] => ["B1", "C1"].map((address) => cell(address).value);

it("shows what was calculated until something calculates the cell", async () => {
  const desk = await open();
  desk.presence.leave();
  await desk.type("D9", "=1+1");
  await desk.idle();
  expect(shown(desk)).toEqual([10, 11]);
  await desk.type("A1", 6);
  await desk.idle();
  expect(shown(desk)).toEqual(["#NAME?", "#NAME?"]);
});

it("shows #NAME? for a formula that is entered without the add-in", async () => {
  const desk = await open();
  desk.presence.leave();
  await desk.type("B2", "=TWICE(1)");
  expect(desk.cell("B2").value).toBe("#NAME?");
  expect(shown(desk)).toEqual([10, 11]);
});

it("stays #NAME? when the add-in is back, whatever changes, until the formula is assigned", async () => {
  const desk = await open();
  desk.presence.leave();
  await desk.type("A1", 6);
  await desk.presence.comeBack();
  await desk.idle();
  expect(shown(desk)).toEqual(["#NAME?", "#NAME?"]);
  await desk.type("A1", 7);
  await desk.idle();
  expect(shown(desk)).toEqual(["#NAME?", "#NAME?"]);
  await desk.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange("B1");
    range.load("formulas");
    await context.sync();
    const { formulas } = range;
    range.formulas = formulas;
    await context.sync();
  });
  await desk.idle();
  expect(shown(desk)).toEqual([14, 15]);
});

it("calculates what was never calculated without the add-in as if it had never been away", async () => {
  const desk = await open();
  desk.presence.leave();
  await desk.presence.comeBack();
  await desk.type("A1", 8);
  await desk.idle();
  expect(shown(desk)).toEqual([16, 17]);
});
