/** Putting right what a formula asks for: in the formula itself, or in the cell it takes the name from. */
import type { AskedCall } from "../excel/inspect";
import { writeFormula, type SelectedCell } from "../excel/selection";
import { withArgument, type Call } from "../sheets/calls";
import { strings } from "../strings/strings";
import type { Repair } from "./callRepairs";
import { asTyped } from "../sheets/plan";
import type { Pane } from "./pane";

type Place = Pick<SelectedCell, "sheet" | "address">;

/** Changes one argument of the asked call to the name of a repair. */
export async function repairCall(asked: AskedCall, call: Call, repair: Repair, pane: Pane): Promise<void> {
  const argument = call.arguments[repair.position];
  if (!argument || argument.kind === "value") {
    const formula = withArgument(asked.cell.formula, call, repair.position, repair.name);
    await change(asked.cell, asked.cell.formula, formula, strings().pane.repaired, pane);
  } else if (argument.kind === "reference") {
    const place = { sheet: argument.sheet ?? asked.cell.sheet, address: argument.address };
    await repairReferenced(place, placeName(place, asked.cell), repair.name, pane);
  }
}

/** Assigns the formula again as it stands, which makes Excel call it anew. */
export async function recalculate(cell: SelectedCell, pane: Pane): Promise<void> {
  await change(cell, cell.formula, cell.formula, strings().pane.recalculated, pane);
}

/** A formula typed into a cell formatted as text is only text: the format goes, the formula is assigned again. */
export async function makeFormula(cell: SelectedCell, pane: Pane): Promise<void> {
  await change(cell, cell.formula, cell.formula, strings().pane.recalculated, pane, asNumber);
}

/** Puts another formula in the place of one that cannot be read; one that stands as a text becomes a formula. */
export async function mendFormula(cell: SelectedCell, mended: string, pane: Pane): Promise<void> {
  const isText = cell.text === cell.formula;
  await change(cell, cell.formula, mended, strings().pane.repaired, pane, isText ? asNumber : undefined);
}

const asNumber = (range: Excel.Range) => {
  range.numberFormat = [["General"]];
};

/** A name in another cell is somebody's entry: asked before it is changed, and left alone where a formula makes it. */
async function repairReferenced(place: Place, named: string, name: string, pane: Pane): Promise<void> {
  const words = strings().pane;
  const looked = await pane.run((context) => standing(context, place));
  if (!looked.done) return;
  const present = looked.answer;
  if (present.startsWith("=")) {
    pane.say("warning", words.referencedFormula(named), "untilSelection");
    return;
  }
  const answer = {
    label: words.change,
    chosen: () => void change(place, present, asTyped(name), () => words.repaired(named), pane),
  };
  pane.ask(words.changeReferenced(named, present, name), [answer], "untilSelection");
}

/** Writes into a cell, if it still holds what was looked at; else looks again and changes nothing. */
async function change(
  place: Place,
  present: string,
  content: string,
  told: (address: string) => string,
  pane: Pane,
  prepare?: (range: Excel.Range) => void,
): Promise<void> {
  const outcome = await pane.run(async (context) => {
    if ((await standing(context, place)) !== present) return false;
    prepare?.(rangeAt(context, place));
    writeFormula(context, place, content);
    await context.sync();
    return true;
  });
  if (!outcome.done) return;
  if (outcome.answer) pane.say("success", told(place.address), "untilSelection");
  pane.lookAgain();
}

/** What stands in a cell: its formula, or what was typed. */
async function standing(context: Excel.RequestContext, place: Place): Promise<string> {
  const cell = rangeAt(context, place);
  cell.load("formulas");
  await context.sync();
  return String(cell.formulas[0]?.[0] ?? "");
}

function rangeAt(context: Excel.RequestContext, place: Place): Excel.Range {
  return context.workbook.worksheets.getItem(place.sheet).getRange(place.address);
}

function placeName(place: Place, seenFrom: Place): string {
  return place.sheet === seenFrom.sheet ? place.address : `${place.sheet}!${place.address}`;
}
