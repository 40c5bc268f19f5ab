import { Desk, range } from "../fixtures/desk";
import { openXlsx } from "../xlsx/openXlsx";
import { writeXlsx } from "../xlsx/writeXlsx";

const opened: Desk[] = [];
const desk = (): Desk => {
  const made = new Desk();
  opened.push(made);
  return made;
};
afterEach(() => opened.splice(0).forEach((each) => each.close()));

const rule = (address: string) => [...range(address), ["DataValidation"]] as const;
const alert = (style: string, showAlert = true): Record<string, unknown> => ({
  title: "核对",
  message: "通常不超过100",
  showAlert,
  style,
});

async function withAlert(style: string): Promise<Desk> {
  const made = desk();
  const most = { decimal: { formula1: 0, formula2: 100, operator: "Between" } };
  await made.act(rule("B2:B9"), ["set", "Rule", most], ["set", "ErrorAlert", alert(style)]);
  return made;
}

it.each(["Stop", "Warning", "Information"])("an alert of the style %s stays, through a file as well", async (style) => {
  const made = await withAlert(style);
  expect(await made.load(rule("B2"), "errorAlert")).toEqual({ ErrorAlert: alert(style) });
  const bytes = await writeXlsx(made.host, { functions: [] });
  const other = desk();
  await openXlsx(other.host, bytes, { functions: [] });
  expect(await other.load(rule("B2"), "errorAlert")).toEqual({ ErrorAlert: alert(style) });
  expect(other.engine.inputRule(other.engine.activeSheet(), 1, 1)?.refusal).toMatchObject({
    style: style.toLowerCase(),
  });
});

it("an alert that is not shown keeps nothing out, whatever its style", async () => {
  const made = await withAlert("Stop");
  await made.act(rule("B2:B9"), ["set", "ErrorAlert", alert("Stop", false)]);
  expect(await made.load(rule("B2"), "errorAlert")).toMatchObject({ ErrorAlert: { showAlert: false } });
});

it("refuses styles Excel does not know", async () => {
  const made = await withAlert("Stop");
  expect(await made.refusal(rule("B2"), ["set", "ErrorAlert", alert("Caution")])).toBe(
    "InvalidArgument DataValidation.errorAlert",
  );
});
