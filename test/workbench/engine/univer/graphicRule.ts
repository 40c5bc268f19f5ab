/** Data bars and icon sets between our words and Univer's. */
import {
  CFNumberOperator,
  CFRuleType,
  CFValueType,
  type IConditionFormattingRule,
  type IConditionalFormattingRuleConfig,
  type IIconSetType,
  type IValueConfig,
} from "@univerjs/sheets-conditional-formatting";
import { iconCount, iconStyleInFile } from "../../host/model/graphicFormats";
import type { ColourRule, DataBar, IconSet, Threshold } from "../engine";
import { areaOf } from "./area";

/** @param end what Excel takes by itself at this end */
function threshold({ type, value }: Threshold, end: CFValueType.min | CFValueType.max): IValueConfig {
  switch (type) {
    case "automatic":
      // A bar begins at 0 unless a value lies below.
      return end === CFValueType.min ? { type: CFValueType.num, value: 0 } : { type: end };
    case "lowest":
      return { type: CFValueType.min };
    case "highest":
      return { type: CFValueType.max };
    case "number":
      return { type: CFValueType.num, value: Number(value) };
    case "formula":
      return { type: CFValueType.formula, value: value.startsWith("=") ? value : `=${value}` };
    default:
      return { type: CFValueType[type], value: Number(value) };
  }
}

export function toGraphicRule(graphic: DataBar | IconSet): IConditionalFormattingRuleConfig {
  if (graphic.kind === "dataBar")
    return {
      type: CFRuleType.dataBar,
      isShowValue: graphic.showsValue,
      config: {
        min: threshold(graphic.low, CFValueType.min),
        max: threshold(graphic.high, CFValueType.max),
        isGradient: graphic.isGradient,
        positiveColor: graphic.positive,
        nativeColor: graphic.negativeAsPositive ? graphic.positive : graphic.negative,
      },
    };
  const iconType = iconStyleInFile(graphic.style) as IIconSetType;
  const count = iconCount(graphic.style);
  // Univer asks from the highest step down; its first icon is the best one.
  const icon = (step: number) => ({ iconType, iconId: String(graphic.isReversed ? step : count - 1 - step) });
  const steps = graphic.steps.map(({ isInclusive, from }, index) => ({
    operator: isInclusive ? CFNumberOperator.greaterThanOrEqual : CFNumberOperator.greaterThan,
    value: threshold(from, CFValueType.max),
    ...icon(index + 1),
  }));
  const rest = {
    operator: CFNumberOperator.lessThanOrEqual,
    value: { type: CFValueType.num, value: Number.MAX_SAFE_INTEGER },
    ...icon(0),
  };
  return { type: CFRuleType.iconSet, isShowValue: graphic.showsValue, config: [...steps.reverse(), rest] };
}

/** A graphic rule as the spreadsheet tells of it. */
export function graphicRule(
  { cfId, ranges, stopIfTrue }: IConditionFormattingRule,
  sheet: string,
  graphic: DataBar | IconSet,
): ColourRule {
  const areas = ranges.map((range) => areaOf(sheet, range));
  return { id: cfId, areas, graphic, formula: "", stopIfTrue, fill: null, fontColour: null, bold: null, italic: null };
}
