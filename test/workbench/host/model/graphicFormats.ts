/** Data bars and icon sets in Excel's words. Their shapes and defaults are those of @types/office-js and of Excel's own menu. */
import type { DataBar, IconSet, Threshold } from "../../engine/engine";
import { invalid } from "../errors";
import { colour, flag, record, text, word } from "./check";
import type { ConditionalFormat } from "./conditionalFormats";
import type { Host } from "./host";
import { OfficeObject } from "./object";

const SMALL_NUMBERS: Readonly<Record<string, number>> = { Three: 3, Four: 4, Five: 5 };
const ICON_STYLES = [
  "ThreeArrows",
  "ThreeArrowsGray",
  "ThreeFlags",
  "ThreeTrafficLights1",
  "ThreeTrafficLights2",
  "ThreeSigns",
  "ThreeSymbols",
  "ThreeSymbols2",
  "ThreeStars",
  "ThreeTriangles",
  "FourArrows",
  "FourArrowsGray",
  "FourRedToBlack",
  "FourRating",
  "FourTrafficLights",
  "FiveArrows",
  "FiveArrowsGray",
  "FiveRating",
  "FiveQuarters",
  "FiveBoxes",
] as const;

/** How many icons a style has. @example iconCount("ThreeArrows") // 3 */
export const iconCount = (style: string): number => SMALL_NUMBERS[/^[A-Z][a-z]+/.exec(style)?.[0] ?? ""] ?? 3;

/** A style's name in files and in the spreadsheet. @example iconStyleInFile("ThreeTrafficLights1") // "3TrafficLights1" */
export const iconStyleInFile = (style: string): string =>
  style.replace(/^[A-Z][a-z]+/, (number) => String(SMALL_NUMBERS[number] ?? ""));

/** @example iconStyleOfFile("3TrafficLights1") // "ThreeTrafficLights1"; undefined for a style that Excel's API does not name */
export const iconStyleOfFile = (name: string): string | undefined =>
  ICON_STYLES.find((style) => iconStyleInFile(style) === name);

/** What Excel begins with: equal shares of the range. */
export function newIconSet(style: string): IconSet {
  const count = iconCount(style);
  return {
    kind: "iconSet",
    style,
    isReversed: false,
    showsValue: true,
    steps: Array.from({ length: count - 1 }, (_, step) => ({
      isInclusive: true,
      from: { type: "percent", value: String(Math.round(((step + 1) * 100) / count)) },
    })),
  };
}

/** What Excel begins with: from the lowest value or 0 to the highest. */
export function newDataBar(): DataBar {
  return {
    kind: "dataBar",
    low: { type: "automatic", value: "" },
    high: { type: "automatic", value: "" },
    showsValue: true,
    isGradient: true,
    positive: "#638EC6",
    negative: "#FF0000",
    positiveBorder: null,
    negativeBorder: null,
    axis: "#000000",
    axisFormat: "Automatic",
    direction: "Context",
    negativeAsPositive: false,
    negativeBorderAsPositive: true,
  };
}

const RULE_TYPES: Readonly<Record<string, Threshold["type"]>> = {
  Automatic: "automatic",
  LowestValue: "lowest",
  HighestValue: "highest",
  Number: "number",
  Percent: "percent",
  Formula: "formula",
  Percentile: "percentile",
};
const wordOf = (type: Threshold["type"]) => Object.keys(RULE_TYPES).find((each) => RULE_TYPES[each] === type) ?? "";

/** The part of a conditional format that is drawn. */
abstract class Graphic<Look extends DataBar | IconSet> extends OfficeObject {
  constructor(
    host: Host,
    protected readonly owner: ConditionalFormat,
  ) {
    super(host);
  }

  protected get look(): Look {
    return this.owner.rule.graphic as Look;
  }

  protected change(changes: Partial<Look>): void {
    this.owner.rule.graphic = { ...this.look, ...changes };
    this.owner.changed();
  }
}

export class DataBarConditionalFormat extends Graphic<DataBar> {
  readonly className = "DataBarConditionalFormat";

  get positiveFormat(): ConditionalDataBarPositiveFormat {
    return new ConditionalDataBarPositiveFormat(this.host, this.owner);
  }
  get negativeFormat(): ConditionalDataBarNegativeFormat {
    return new ConditionalDataBarNegativeFormat(this.host, this.owner);
  }
  get axisColor(): string {
    return this.look.axis;
  }
  set axisColor(value: unknown) {
    this.change({ axis: value === "" ? "" : colour(value, "axisColor") });
  }
  get axisFormat(): string {
    return this.look.axisFormat;
  }
  set axisFormat(value: unknown) {
    this.change({ axisFormat: word(value, ["Automatic", "None", "CellMidPoint"], "axisFormat") });
  }
  get barDirection(): string {
    return this.look.direction;
  }
  set barDirection(value: unknown) {
    this.change({ direction: word(value, ["Context", "LeftToRight", "RightToLeft"], "barDirection") });
  }
  get showDataBarOnly(): boolean {
    return !this.look.showsValue;
  }
  set showDataBarOnly(value: unknown) {
    this.change({ showsValue: !flag(value, "showDataBarOnly") });
  }
  get lowerBoundRule(): unknown {
    return boundRule(this.look.low);
  }
  set lowerBoundRule(value: unknown) {
    this.change({ low: bound(value, "lowerBoundRule", "HighestValue") });
  }
  get upperBoundRule(): unknown {
    return boundRule(this.look.high);
  }
  set upperBoundRule(value: unknown) {
    this.change({ high: bound(value, "upperBoundRule", "LowestValue") });
  }
}

const boundRule = ({ type, value }: Threshold) => ({ type: wordOf(type), ...(value === "" ? {} : { formula: value }) });

/** @param never the one kind that makes no sense at this end */
function bound(given: unknown, name: string, never: string): Threshold {
  const rule = record(given, ["type", "formula"], name);
  const type = word(
    rule.type,
    Object.keys(RULE_TYPES).filter((each) => each !== never),
    `the type of ${name}`,
  );
  const needsFormula = ["Number", "Percent", "Formula", "Percentile"].includes(type);
  if (needsFormula && typeof rule.formula !== "string") throw invalid(`${name} of type ${type} needs a formula`);
  return { type: RULE_TYPES[type] ?? "automatic", value: needsFormula ? text(rule.formula, `${name}.formula`) : "" };
}

export class ConditionalDataBarPositiveFormat extends Graphic<DataBar> {
  readonly className = "ConditionalDataBarPositiveFormat";

  get fillColor(): string {
    return this.look.positive;
  }
  set fillColor(value: unknown) {
    this.change({ positive: colour(value, "fillColor") });
  }
  get borderColor(): string {
    return this.look.positiveBorder ?? "";
  }
  set borderColor(value: unknown) {
    this.change({ positiveBorder: value === "" ? null : colour(value, "borderColor") });
  }
  get gradientFill(): boolean {
    return this.look.isGradient;
  }
  set gradientFill(value: unknown) {
    this.change({ isGradient: flag(value, "gradientFill") });
  }
}

export class ConditionalDataBarNegativeFormat extends Graphic<DataBar> {
  readonly className = "ConditionalDataBarNegativeFormat";

  get fillColor(): string {
    return this.look.negative;
  }
  set fillColor(value: unknown) {
    this.change({ negative: colour(value, "fillColor"), negativeAsPositive: false });
  }
  get borderColor(): string {
    return this.look.negativeBorder ?? "";
  }
  set borderColor(value: unknown) {
    this.change({
      negativeBorder: value === "" ? null : colour(value, "borderColor"),
      negativeBorderAsPositive: false,
    });
  }
  get matchPositiveFillColor(): boolean {
    return this.look.negativeAsPositive;
  }
  set matchPositiveFillColor(value: unknown) {
    this.change({ negativeAsPositive: flag(value, "matchPositiveFillColor") });
  }
  get matchPositiveBorderColor(): boolean {
    return this.look.negativeBorderAsPositive;
  }
  set matchPositiveBorderColor(value: unknown) {
    this.change({ negativeBorderAsPositive: flag(value, "matchPositiveBorderColor") });
  }
}

const ICON_RULE_TYPES = ["Number", "Percent", "Formula", "Percentile"];

export class IconSetConditionalFormat extends Graphic<IconSet> {
  readonly className = "IconSetConditionalFormat";

  get style(): string {
    return this.look.style;
  }
  /** Another style begins with equal shares again. */
  set style(value: unknown) {
    const { isReversed, showsValue } = this.look;
    this.change({ ...newIconSet(word(value, ICON_STYLES, "the icon set's style")), isReversed, showsValue });
  }
  get reverseIconOrder(): boolean {
    return this.look.isReversed;
  }
  set reverseIconOrder(value: unknown) {
    this.change({ isReversed: flag(value, "reverseIconOrder") });
  }
  get showIconOnly(): boolean {
    return !this.look.showsValue;
  }
  set showIconOnly(value: unknown) {
    this.change({ showsValue: !flag(value, "showIconOnly") });
  }
  /** The first criterion stands for the lowest icon and has no threshold. */
  get criteria(): unknown[] {
    return [
      { type: "Invalid", formula: "", operator: "Invalid" },
      ...this.look.steps.map(({ isInclusive, from }) => ({
        type: wordOf(from.type),
        formula: from.value,
        operator: isInclusive ? "GreaterThanOrEqual" : "GreaterThan",
      })),
    ];
  }
  set criteria(value: unknown) {
    const count = iconCount(this.look.style);
    if (!Array.isArray(value) || value.length !== count)
      throw invalid(`the criteria of ${this.look.style} are an array of ${count}`);
    this.change({
      steps: value.slice(1).map((each: unknown) => {
        const given = record(each, ["type", "formula", "operator", "customIcon"], "a criterion");
        const type = word(given.type, ICON_RULE_TYPES, "a criterion's type");
        const operator = word(given.operator, ["GreaterThan", "GreaterThanOrEqual"], "a criterion's operator");
        return {
          isInclusive: operator === "GreaterThanOrEqual",
          from: { type: RULE_TYPES[type] ?? "number", value: text(given.formula, "a criterion's formula") },
        };
      }),
    });
  }
}
