/** Arguments as Excel hands them over. Where functions may receive errors, an error of a cell arrives as an object. */
import { CatalogError } from "../core/errors";

/** The errors of a cell by the name data types give them; Excel's own text is not always handed over with it. */
const TEXT_OF: Readonly<Record<string, string>> = {
  Blocked: "#BLOCKED!",
  Busy: "#BUSY!",
  Calc: "#CALC!",
  Connect: "#CONNECT!",
  Div0: "#DIV/0!",
  External: "#EXTERNAL!",
  Field: "#FIELD!",
  GettingData: "#GETTING_DATA",
  Name: "#NAME?",
  NotAvailable: "#N/A",
  Null: "#NULL!",
  Num: "#NUM!",
  Python: "#PYTHON!",
  Ref: "#REF!",
  Spill: "#SPILL!",
  Timeout: "#TIMEOUT!",
  Value: "#VALUE!",
};

/** The error an argument is, as its cell shows it; null for any other value. */
function errorIn(value: unknown): string | null {
  if (typeof value !== "object" || value === null) return null;
  const { type, basicType, basicValue, errorType, code } = value as Record<string, unknown>;
  if (type === "Error" || basicType === "Error") {
    if (typeof basicValue === "string" && basicValue.startsWith("#")) return basicValue;
    return (typeof errorType === "string" ? TEXT_OF[errorType] : undefined) ?? "#VALUE!";
  }
  // What the library makes of an error that travels as its code.
  return typeof code === "string" && code.startsWith("#") ? code : null;
}

/** An argument as core takes it: an error of a cell is a refusal, handed on to whoever asks for the argument. */
export function asGiven(value: unknown): unknown {
  const error = errorIn(value);
  return error === null ? value : new CatalogError("errorGiven", { given: error });
}

/** A column of cells as core takes it. */
export const columnGiven = (cells: readonly (readonly unknown[])[]): unknown[] => cells.flat().map(asGiven);
