/** Conditional formats and input rules, from a file's worksheet. */
import type { ConditionalFormattingRule, Style, Worksheet } from "exceljs";
import { parseCells } from "../engine/address";
import type { Area, InputRule, Threshold } from "../engine/engine";
import { ColourRuleRecord } from "../host/model/conditionalFormats";
import { iconStyleOfFile, newDataBar, newIconSet } from "../host/model/graphicFormats";
import type { Host } from "../host/model/host";
import type { ColourReader } from "./fileColour";
import { fromFileFormula } from "./fileFormula";
import { attributesOf, elementsOf, unescaped } from "./xmlElements";

const OPERATORS = {
  between: "Between",
  notBetween: "NotBetween",
  equal: "EqualTo",
  notEqual: "NotEqualTo",
  greaterThan: "GreaterThan",
  lessThan: "LessThan",
  greaterThanOrEqual: "GreaterThanOrEqual",
  lessThanOrEqual: "LessThanOrEqual",
} as const;
const TEXT_TYPES: Readonly<Record<string, string>> = {
  containsText: "Contains",
  notContainsText: "NotContains",
  beginsWith: "BeginsWith",
  endsWith: "EndsWith",
};

/** The cells a rule's list of addresses names. */
function areasOf(sheet: string, addresses: string): Area[] {
  return addresses.split(/\s+/).flatMap((address) => {
    const cells = parseCells(address);
    return cells ? [{ sheet, ...cells }] : [];
  });
}

type FileRule = ConditionalFormattingRule & { priority: number; style?: Partial<Style> };

/** Looks come from the library, which resolves them; kinds, texts and stops from the part itself. */
export function readColourRules(
  host: Host,
  sheet: string,
  worksheet: Worksheet,
  xml: string,
  { colours, functions }: { readonly colours: ColourReader; readonly functions: readonly string[] },
): void {
  const looks = new Map(
    (worksheet as unknown as { conditionalFormattings: { rules: FileRule[] }[] }).conditionalFormattings.flatMap(
      ({ rules }) => rules.map((rule): [number, Partial<Style>] => [rule.priority, rule.style ?? {}]),
    ),
  );
  const found = elementsOf(xml, "conditionalFormatting").flatMap(({ tag, content }) =>
    elementsOf(content, "cfRule").map((rule) => ({ areas: areasOf(sheet, attributesOf(tag).sqref ?? ""), ...rule })),
  );
  const records = found.flatMap(({ areas, tag, content }) => {
    const given = attributesOf(tag);
    const formulae = elementsOf(content, "formula").map((each) => fromFileFormula(unescaped(each.content), functions));
    const id = `{cf-${host.nextSerial()}}`;
    const record = graphicOf(id, areas, given, content) ?? recordOf(id, areas, given, formulae);
    if (!record) return [];
    const priority = Number(given.priority);
    record.stopIfTrue = given.stopIfTrue === "1" || given.stopIfTrue === "true";
    paint(record, looks.get(priority) ?? {}, colours);
    return [{ priority, record }];
  });
  records.sort((one, other) => one.priority - other.priority);
  host.record(sheet).colourRules = records.map(({ record }) => record);
  host.colourRulesChanged(sheet);
}

const THRESHOLDS: Readonly<Record<string, Threshold["type"] | undefined>> = {
  min: "lowest",
  max: "highest",
  num: "number",
  percent: "percent",
  percentile: "percentile",
  formula: "formula",
};

/** Data bars and icon sets. What only Excel's extension of the format tells (borders, axis) begins as Excel's menu begins it. */
function graphicOf(
  id: string,
  areas: readonly Area[],
  given: Readonly<Record<string, string | undefined>>,
  content: string,
): ColourRuleRecord | null {
  if (given.type !== "dataBar" && given.type !== "iconSet") return null;
  const [body] = elementsOf(content, given.type);
  if (!body) return null;
  const told = attributesOf(body.tag);
  const showsValue = told.showValue !== "0" && told.showValue !== "false";
  const thresholds = elementsOf(body.content, "cfvo").map(({ tag }): Threshold => {
    const { type = "", val = "" } = attributesOf(tag);
    return { type: THRESHOLDS[type] ?? "automatic", value: type === "formula" ? `=${unescaped(val)}` : val };
  });
  const record = new ColourRuleRecord(id, given.type === "dataBar" ? "DataBar" : "IconSet", areas);
  if (given.type === "dataBar") {
    const bar = newDataBar();
    const [low = bar.low, high = bar.high] = thresholds;
    const rgb = attributesOf(elementsOf(body.content, "color")[0]?.tag ?? "").rgb;
    record.graphic = {
      ...bar,
      low,
      high,
      showsValue,
      positive: rgb ? `#${rgb.slice(-6).toUpperCase()}` : bar.positive,
    };
    return record;
  }
  const style = iconStyleOfFile(told.iconSet ?? "3TrafficLights1");
  if (!style) return null;
  const steps = thresholds.slice(1).map((from) => ({ isInclusive: true, from }));
  record.graphic = {
    ...newIconSet(style),
    steps,
    showsValue,
    isReversed: told.reverse === "1" || told.reverse === "true",
  };
  return record;
}

function recordOf(
  id: string,
  areas: readonly Area[],
  given: Readonly<Record<string, string | undefined>>,
  formulae: readonly string[],
): ColourRuleRecord | null {
  const [first, second] = formulae;
  const operator = OPERATORS[given.operator as keyof typeof OPERATORS] as (typeof OPERATORS)["equal"] | undefined;
  const text = TEXT_TYPES[given.type ?? ""];
  if (given.type === "cellIs" && first && operator) {
    const record = new ColourRuleRecord(id, "CellValue", areas);
    record.cellValue = { operator, formula1: first, ...(second === undefined ? {} : { formula2: second }) };
    return record;
  }
  if (text && given.text !== undefined) {
    const record = new ColourRuleRecord(id, "ContainsText", areas);
    record.text = { operator: text, text: given.text };
    return record;
  }
  if (given.type !== "expression" || !first) return null;
  const record = new ColourRuleRecord(id, "Custom", areas);
  record.formula = first;
  return record;
}

function paint(record: ColourRuleRecord, { fill, font }: Partial<Style>, colours: ColourReader): void {
  if (fill?.type === "pattern") record.fill = colours(fill.bgColor) ?? colours(fill.fgColor);
  record.fontColour = colours(font?.color);
  record.bold = font?.bold ?? null;
  record.italic = font?.italic ?? null;
  record.strikethrough = font?.strike ?? null;
}

const KINDS: Readonly<Record<string, InputRule["kind"] | undefined>> = {
  list: "list",
  whole: "wholeNumber",
  decimal: "decimal",
  date: "date",
  textLength: "textLength",
  custom: "custom",
};
const COMPARISONS: Readonly<Record<string, InputRule["comparison"]>> = {
  between: "between",
  notBetween: "notBetween",
  equal: "equalTo",
  notEqual: "notEqualTo",
  greaterThan: "greaterThan",
  greaterThanOrEqual: "greaterThanOrEqualTo",
  lessThan: "lessThan",
  lessThanOrEqual: "lessThanOrEqualTo",
};

export function readInputRules(host: Host, sheet: string, xml: string, functions: readonly string[]): void {
  for (const { tag, content } of elementsOf(xml, "dataValidation")) {
    const given = attributesOf(tag);
    const kind = KINDS[given.type ?? ""];
    const [first = "", second] = ["formula1", "formula2"].map((name) => elementsOf(content, name)[0]?.content);
    if (!kind) continue;
    const isOn = (name: string): boolean => given[name] === "1" || given[name] === "true";
    const rule: InputRule = {
      kind,
      comparison: kind === "list" || kind === "custom" ? null : (COMPARISONS[given.operator ?? "between"] ?? null),
      first: operandOf(kind, unescaped(first), functions),
      second: second === undefined ? null : operandOf(kind, unescaped(second), functions),
      allowsBlank: isOn("allowBlank"),
      refusal: isOn("showErrorMessage")
        ? { title: given.errorTitle ?? "", message: given.error ?? "", style: alertStyle(given.errorStyle) }
        : null,
      hint: isOn("showInputMessage") ? { title: given.promptTitle ?? "", message: given.prompt ?? "" } : null,
      // The file's flag says that the arrow is hidden.
      showsDropDown: kind === "list" && !isOn("showDropDown"),
    };
    for (const area of areasOf(sheet, given.sqref ?? "")) host.engine.setInputRule(area, rule);
  }
}

const alertStyle = (written: string | undefined): "stop" | "warning" | "information" =>
  written === "warning" || written === "information" ? written : "stop";

function operandOf(kind: InputRule["kind"], formula: string, functions: readonly string[]): string {
  const list = kind === "list" ? /^"((?:[^"]|"")*)"$/.exec(formula)?.[1] : undefined;
  if (list !== undefined) return list.replaceAll('""', '"');
  return /^-?[\d.]+$/.test(formula) ? formula : fromFileFormula(formula, functions);
}
