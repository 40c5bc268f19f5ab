/** Functions Univer does not know: it asks `FunctionAnswers` and shows #BUSY! while the answer is under way. */
import type { Injector, Nullable } from "@univerjs/core";
import {
  ArrayValueObject,
  BaseFunction,
  BooleanValueObject,
  ERROR_TYPE_SET,
  ErrorType,
  ErrorValueObject,
  FunctionType,
  IFunctionService,
  NullValueObject,
  NumberValueObject,
  StringValueObject,
  type BaseReferenceObject,
  type BaseValueObject,
  type FunctionVariantType,
} from "@univerjs/engine-formula";
import { IDescriptionService } from "@univerjs/sheets-formula";
import type { Answer, Area, Argument, CellErrorValue, ExternalFunction, FunctionAnswers, Scalar } from "../engine";

/** Shown while an answer is under way. Univer has no such error of its own; it tells errors in cells by this set. */
export const BUSY = "#BUSY!";
ERROR_TYPE_SET.add(BUSY as ErrorType);

type Element = Scalar | null | CellErrorValue;

function elementOf(value: Nullable<BaseValueObject>): Element {
  if (!value || value.isNull()) return null;
  if (value.isError()) return { error: (value as unknown as ErrorValueObject).getErrorType() };
  return value.getValue();
}

function objectOf(element: Element): BaseValueObject {
  if (element === null) return StringValueObject.create("");
  if (typeof element === "object") return ErrorValueObject.create(element.error as ErrorType);
  if (typeof element === "number") return NumberValueObject.create(element);
  if (typeof element === "boolean") return BooleanValueObject.create(element);
  return StringValueObject.create(element);
}

class ExternalFunctionExecutor extends BaseFunction {
  /** References are wanted as such: a matrix parameter needs the rectangle, an address parameter its place. */
  override needsReferenceObject = true;

  constructor(
    private readonly definition: ExternalFunction,
    private readonly answers: FunctionAnswers,
  ) {
    super(definition.name);
    this.minParams = definition.parameters.filter((parameter) => !parameter.isOptional && !parameter.repeats).length;
    this.maxParams = definition.parameters.some((parameter) => parameter.repeats) ? 255 : definition.parameters.length;
  }

  override calculate(...variants: BaseValueObject[]): BaseValueObject {
    // A function that throws stops Univer's whole calculation, so nothing may leave here but a value.
    try {
      const answer = this.answers.answer(
        this.definition.name,
        variants.map((variant) => this.argumentOf(variant as unknown as FunctionVariantType)),
        { sheet: this.subUnitId ?? "", row: this.row, column: this.column },
      );
      return answer === null ? ErrorValueObject.create(BUSY as ErrorType) : this.resultOf(answer);
    } catch {
      return ErrorValueObject.create(ErrorType.VALUE);
    }
  }

  private argumentOf(variant: FunctionVariantType): Argument {
    let area: Area | null = null;
    let value: BaseValueObject;
    if (variant.isReferenceObject()) {
      const reference = variant as BaseReferenceObject;
      const { startRow, startColumn, endRow, endColumn } = reference.getRangePosition();
      area = {
        sheet: reference.getSheetId(),
        row: startRow,
        column: startColumn,
        rows: endRow - startRow + 1,
        columns: endColumn - startColumn + 1,
      };
      value = reference.toArrayValueObject();
    } else value = variant as BaseValueObject;
    if (value.isError()) return { kind: "error", error: (value as unknown as ErrorValueObject).getErrorType() };
    if (!value.isArray()) return { kind: "value", value: elementOf(value) as Scalar | null, area };
    const array = value as unknown as ArrayValueObject;
    const values = Array.from({ length: array.getRowCount() }, (_, row) =>
      Array.from({ length: array.getColumnCount() }, (_, column) => elementOf(array.get(row, column))),
    );
    return { kind: "matrix", values, area };
  }

  private resultOf(answer: Answer): BaseValueObject {
    if (answer.kind === "error") return ErrorValueObject.create(answer.error as ErrorType);
    if (answer.kind === "value") return answer.value === null ? NullValueObject.create() : objectOf(answer.value);
    const values = answer.values.map((row) => row.map(objectOf));
    return ArrayValueObject.create({
      calculateValueList: values,
      rowCount: values.length,
      columnCount: values[0]?.length ?? 0,
      unitId: this.unitId ?? "",
      sheetId: this.subUnitId ?? "",
      row: this.row,
      column: this.column,
    });
  }
}

export function registerExternalFunctions(
  injector: Injector,
  functions: readonly ExternalFunction[],
  answers: FunctionAnswers,
): void {
  const service = injector.get(IFunctionService);
  service.registerExecutors(...functions.map((definition) => new ExternalFunctionExecutor(definition, answers)));
  injector.get(IDescriptionService).registerDescriptions(
    functions.map((definition) => ({
      functionName: definition.name,
      functionType: FunctionType.User,
      description: definition.description,
      abstract: definition.description,
      functionParameter: definition.parameters.map((parameter) => ({
        name: parameter.name,
        detail: parameter.description,
        example: "",
        require: parameter.isOptional ? 0 : 1,
        repeat: parameter.repeats ? 1 : 0,
      })),
    })),
  );
}
