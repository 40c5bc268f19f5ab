/** Conditional formats and input rules, into a file's worksheet. */
import type { ConditionalFormattingRule, DataValidation, Style, Worksheet } from "exceljs";
import { addressOf } from "../engine/address";
import type { Area, DataBar, IconSet, InputRule, Threshold } from "../engine/engine";
import type { ColourRuleRecord } from "../host/model/conditionalFormats";
import { iconStyleInFile } from "../host/model/graphicFormats";
import type { Host } from "../host/model/host";
import { argb } from "./fileColour";
import { toFileFormula } from "./fileFormula";
import type { RuleInFile } from "./filePackage";

const OPERATORS: Readonly<Record<string, string>> = {
  Between: "between",
  NotBetween: "notBetween",
  EqualTo: "equal",
  NotEqualTo: "notEqual",
  GreaterThan: "greaterThan",
  LessThan: "lessThan",
  GreaterThanOrEqual: "greaterThanOrEqual",
  LessThanOrEqual: "lessThanOrEqual",
};

/** A text rule's type and operator in a file are one word, two for "contains" and its contrary. */
const TEXT_OPERATORS: Readonly<Record<string, { type: string; operator: string }>> = {
  Contains: { type: "containsText", operator: "containsText" },
  NotContains: { type: "notContainsText", operator: "notContains" },
  BeginsWith: { type: "beginsWith", operator: "beginsWith" },
  EndsWith: { type: "endsWith", operator: "endsWith" },
};

/** @returns what has to be added to the rules once the file is written */
export function writeColourRules(
  worksheet: Worksheet,
  host: Host,
  sheet: string,
  functions: readonly string[],
): RuleInFile[] {
  return host.record(sheet).colourRules.flatMap((record, index): RuleInFile[] => {
    const areas = record.areas(host.engine);
    const rule = ruleInFile(record, functions);
    if (!areas.length || !rule) return [];
    const priority = index + 1;
    worksheet.addConditionalFormatting({
      ref: areas.map(addressOf).join(" "),
      rules: [{ ...rule, priority } as ConditionalFormattingRule],
    });
    const text = record.kind === "ContainsText" && record.text ? record.text : null;
    return [
      {
        sheet: worksheet.name,
        priority,
        stopIfTrue: record.stopIfTrue,
        text: text && { ...TEXT_OPERATORS[text.operator]!, text: text.text },
      },
    ];
  });
}

const THRESHOLDS: Readonly<Record<Threshold["type"], string>> = {
  automatic: "",
  lowest: "min",
  highest: "max",
  number: "num",
  percent: "percent",
  percentile: "percentile",
  formula: "formula",
};

/** A threshold in a file; `end` is what stands for one that Excel finds by itself. */
function thresholdInFile({ type, value }: Threshold, end: "min" | "max"): object {
  const plain = value.replace(/^=/, "");
  return {
    type: THRESHOLDS[type] || end,
    ...(plain === "" ? {} : { value: type === "formula" ? plain : Number(plain) }),
  };
}

function graphicInFile(graphic: DataBar | IconSet): object {
  if (graphic.kind === "dataBar")
    return {
      type: "dataBar",
      cfvo: [thresholdInFile(graphic.low, "min"), thresholdInFile(graphic.high, "max")],
      color: argb(graphic.positive),
      showValue: graphic.showsValue,
      gradient: graphic.isGradient,
      border: graphic.positiveBorder !== null,
      negativeBarColorSameAsPositive: graphic.negativeAsPositive,
    };
  return {
    type: "iconSet",
    iconSet: iconStyleInFile(graphic.style),
    reverse: graphic.isReversed,
    showValue: graphic.showsValue,
    cfvo: [{ type: "percent", value: 0 }, ...graphic.steps.map(({ from }) => thresholdInFile(from, "max"))],
  };
}

function ruleInFile(record: ColourRuleRecord, functions: readonly string[]): object | null {
  if (record.graphic) return graphicInFile(record.graphic);
  const style = ruleStyle(record);
  if (record.kind === "CellValue" && record.cellValue) {
    const { formula1, formula2, operator } = record.cellValue;
    const formulae = [formula1, ...(formula2 === undefined ? [] : [formula2])].map((each) =>
      toFileFormula(each, functions),
    );
    return { type: "cellIs", operator: OPERATORS[operator], formulae, style };
  }
  const condition = record.condition();
  return condition ? { type: "expression", formulae: [toFileFormula(condition, functions)], style } : null;
}

function ruleStyle(record: ColourRuleRecord): Partial<Style> {
  const { fill, fontColour, bold, italic, strikethrough, underline } = record;
  const font = {
    ...(fontColour ? { color: argb(fontColour) } : {}),
    ...(bold === null ? {} : { bold }),
    ...(italic === null ? {} : { italic }),
    ...(strikethrough === null ? {} : { strike: strikethrough }),
    ...(underline === null || underline === "None" ? {} : { underline: underline === "Double" ? "double" : true }),
  };
  return {
    ...(fill ? { fill: { type: "pattern", pattern: "solid", bgColor: argb(fill) } } : {}),
    ...(Object.keys(font).length > 0 ? { font: font as Style["font"] } : {}),
  };
}

const KINDS: Readonly<Record<InputRule["kind"], DataValidation["type"]>> = {
  list: "list",
  wholeNumber: "whole",
  decimal: "decimal",
  date: "date",
  textLength: "textLength",
  custom: "custom",
};
const COMPARISONS: Readonly<Record<string, DataValidation["operator"]>> = {
  between: "between",
  notBetween: "notBetween",
  equalTo: "equal",
  notEqualTo: "notEqual",
  greaterThan: "greaterThan",
  greaterThanOrEqualTo: "greaterThanOrEqual",
  lessThan: "lessThan",
  lessThanOrEqualTo: "lessThanOrEqual",
};

export function writeInputRules(worksheet: Worksheet, host: Host, sheet: string, functions: readonly string[]): void {
  for (const { rule, areas } of host.engine.inputRules(sheet))
    for (const area of areas) {
      const validations = (worksheet as unknown as { dataValidations: { add(at: string, rule: DataValidation): void } })
        .dataValidations;
      validations.add(cornersOf(area), validationInFile(rule, functions));
    }
}

/** The library knows an area by its corners only, and takes a whole column for nothing. @example "A1:A1048576" */
function cornersOf({ row, column, rows, columns }: Area): string {
  const corner = (down: number, across: number): string =>
    addressOf({ row: down, column: across, rows: 1, columns: 1 });
  const [first, last] = [corner(row, column), corner(row + rows - 1, column + columns - 1)];
  return first === last ? first : `${first}:${last}`;
}

function validationInFile(rule: InputRule, functions: readonly string[]): DataValidation {
  const operand = (written: string): string => (written.startsWith("=") ? toFileFormula(written, functions) : written);
  const first =
    rule.kind === "list" && !rule.first.startsWith("=") ? `"${rule.first.replaceAll('"', '""')}"` : operand(rule.first);
  return {
    type: KINDS[rule.kind],
    formulae: [first, ...(rule.second === null ? [] : [operand(rule.second)])],
    allowBlank: rule.allowsBlank,
    ...(rule.comparison ? { operator: COMPARISONS[rule.comparison] } : {}),
    showErrorMessage: rule.refusal !== null,
    ...(rule.refusal
      ? { errorStyle: rule.refusal.style, errorTitle: rule.refusal.title, error: rule.refusal.message }
      : {}),
    showInputMessage: rule.hint !== null,
    ...(rule.hint ? { promptTitle: rule.hint.title, prompt: rule.hint.message } : {}),
  } as DataValidation;
}
