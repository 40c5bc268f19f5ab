/** Between the host's input rules and Univer's data validation. */
import {
  DataValidationErrorStyle,
  DataValidationOperator,
  DataValidationRenderMode,
  DataValidationType,
  type IRange,
  type ISheetDataValidationRule,
} from "@univerjs/core";
import type { Comparison, InputRule } from "../engine";

const KINDS: Record<InputRule["kind"], DataValidationType> = {
  list: DataValidationType.LIST,
  wholeNumber: DataValidationType.WHOLE,
  decimal: DataValidationType.DECIMAL,
  date: DataValidationType.DATE,
  textLength: DataValidationType.TEXT_LENGTH,
  custom: DataValidationType.CUSTOM,
};
const COMPARISONS: Record<Comparison, DataValidationOperator> = {
  between: DataValidationOperator.BETWEEN,
  notBetween: DataValidationOperator.NOT_BETWEEN,
  equalTo: DataValidationOperator.EQUAL,
  notEqualTo: DataValidationOperator.NOT_EQUAL,
  greaterThan: DataValidationOperator.GREATER_THAN,
  greaterThanOrEqualTo: DataValidationOperator.GREATER_THAN_OR_EQUAL,
  lessThan: DataValidationOperator.LESS_THAN,
  lessThanOrEqualTo: DataValidationOperator.LESS_THAN_OR_EQUAL,
};

const STYLES: Record<NonNullable<InputRule["refusal"]>["style"], DataValidationErrorStyle> = {
  stop: DataValidationErrorStyle.STOP,
  warning: DataValidationErrorStyle.WARNING,
  information: DataValidationErrorStyle.INFO,
};

const keyOf = <Key extends string, Value>(record: Record<Key, Value>, value: unknown): Key | null =>
  (Object.entries(record) as [Key, Value][]).find(([, each]) => each === value)?.[0] ?? null;

export function fromInputRule(rule: InputRule, uid: string, ranges: IRange[]): ISheetDataValidationRule {
  return {
    uid,
    ranges,
    type: KINDS[rule.kind],
    ...(rule.comparison ? { operator: COMPARISONS[rule.comparison] } : {}),
    formula1: rule.first,
    ...(rule.second === null ? {} : { formula2: rule.second }),
    allowBlank: rule.allowsBlank,
    showErrorMessage: rule.refusal !== null,
    errorStyle: rule.refusal ? STYLES[rule.refusal.style] : DataValidationErrorStyle.WARNING,
    ...(rule.refusal ? { error: rule.refusal.message, errorTitle: rule.refusal.title } : {}),
    showInputMessage: rule.hint !== null,
    ...(rule.hint ? { prompt: rule.hint.message, promptTitle: rule.hint.title } : {}),
    showDropDown: rule.showsDropDown,
    ...(rule.kind === "list"
      ? { renderMode: rule.showsDropDown ? DataValidationRenderMode.ARROW : DataValidationRenderMode.TEXT }
      : {}),
  };
}

export function toInputRule(rule: ISheetDataValidationRule): InputRule | null {
  const kind = keyOf(KINDS, rule.type);
  if (!kind) return null;
  return {
    kind,
    comparison: keyOf(COMPARISONS, rule.operator),
    first: rule.formula1 ?? "",
    second: rule.formula2 ?? null,
    allowsBlank: rule.allowBlank ?? true,
    refusal: rule.showErrorMessage
      ? { title: rule.errorTitle ?? "", message: rule.error ?? "", style: keyOf(STYLES, rule.errorStyle) ?? "stop" }
      : null,
    hint: rule.showInputMessage ? { title: rule.promptTitle ?? "", message: rule.prompt ?? "" } : null,
    showsDropDown: rule.showDropDown ?? true,
  };
}
