/**
 * Text stays text, as in Excel: Univer takes "8.5%", "1/2" and "2024-06-30" in quotation marks for numbers where a function other
 * than a few of its own is given them, cuts {"1,2","3"} at every comma, and reads a text cell that says #N/A as that error.
 */
import { CellValueType, type ICellData, type Injector } from "@univerjs/core";
import {
  ArrayValueObject,
  BaseReferenceObject,
  BooleanValueObject,
  ERROR_TYPE_SET,
  ErrorType,
  ErrorValueObject,
  NumberValueObject,
  StringValueObject,
  ValueNodeFactory,
  type BaseValueObject,
} from "@univerjs/engine-formula";

const isQuoted = (token: string): boolean => token.length > 1 && token.startsWith('"') && token.endsWith('"');
const unquoted = (token: string): string => token.slice(1, -1).replaceAll('""', '"');

/** One element of an array constant. Anything that is no constant is what Excel would not let anyone enter. */
function constant(written: string): BaseValueObject {
  const element = written.trim();
  if (isQuoted(element)) return StringValueObject.create(unquoted(element));
  if (/^(true|false)$/i.test(element)) return BooleanValueObject.create(/^true$/i.test(element));
  if (ERROR_TYPE_SET.has(element.toUpperCase() as ErrorType))
    return ErrorValueObject.create(element.toUpperCase() as ErrorType);
  const number = Number(element);
  return element === "" || Number.isNaN(number)
    ? ErrorValueObject.create(ErrorType.VALUE)
    : NumberValueObject.create(number);
}

/** {"a,b",1;"c",2} by rows and columns; a comma or semicolon within quotation marks separates nothing. */
function constants(token: string): BaseValueObject[][] {
  const rows: string[][] = [[""]];
  for (const [piece] of token.slice(1, -1).matchAll(/"(?:[^"]|"")*"|[^"]/g)) {
    const row = rows.at(-1)!;
    if (piece === ";") rows.push([""]);
    else if (piece === ",") row.push("");
    else row.push(`${row.pop()}${piece}`);
  }
  return rows.map((row) => row.map(constant));
}

function arrayOf(token: string): BaseValueObject {
  const values = constants(token);
  return ArrayValueObject.create({
    calculateValueList: values,
    rowCount: values.length,
    columnCount: Math.max(...values.map((row) => row.length)),
    unitId: "",
    sheetId: "",
    row: -1,
    column: -1,
  });
}

/** Constants in formulas are read so from now on. */
export function keepTextLiterals(injector: Injector): void {
  const factory = injector.get(ValueNodeFactory);
  const create = factory.create.bind(factory);
  factory.create = (token) => {
    const node = create(token);
    if (isQuoted(token)) node.execute = () => node.setValue(StringValueObject.create(unquoted(token)));
    else if (token.startsWith("{")) node.execute = () => node.setValue(arrayOf(token));
    return node;
  };
}

// A cell's own kind decides, not its look: what was entered as text is text, and a number stays one under the format "@".
const reference = BaseReferenceObject.prototype;
// eslint-disable-next-line @typescript-eslint/unbound-method -- called with its object below
const valueOfCell = reference.getCellValueObject;
reference.getCellValueObject = function (this: BaseReferenceObject, cell: ICellData) {
  if (cell.t === CellValueType.FORCE_STRING) return StringValueObject.create(String(cell.v ?? ""));
  const value = valueOfCell.call(this, cell);
  return value.isString() && cell.t === CellValueType.NUMBER && typeof cell.v === "number"
    ? NumberValueObject.create(cell.v)
    : value;
};
