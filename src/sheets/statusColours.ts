/** Status to colour and shape. Colour is never alone: the word and the shape say the same in black and white. */
import { STATUSES, type Status } from "../core/types";
import { zhSheets as zh } from "../strings/zhSheets";
import type { Block, ColourRule } from "./plan";

export interface StatusLook {
  readonly shape: string;
  readonly fill: string;
  readonly fontColor: string;
}

const GREEN = { shape: "●", fill: "#C6EFCE", fontColor: "#0B5A1E" };
const YELLOW = { shape: "▲", fill: "#FFEB9C", fontColor: "#7A4B00" };
const RED = { shape: "■", fill: "#FFC7CE", fontColor: "#9C0006" };
const GREY = { shape: "○", fill: "#EDEDED", fontColor: "#4A4A4A" };

/** How each verdict looks; text and fill keep 4.5:1. */
export const STATUS_LOOKS: Readonly<Record<Status, StatusLook>> = {
  met: GREEN,
  onPace: GREEN,
  behind: YELLOW,
  farBehind: RED,
  notDue: GREY,
  unreported: GREY,
  unverifiable: { ...GREY, shape: "–" },
};

/**
 * The fills of charts: the verdicts' hues, and greys that differ from piece to piece when printed without colour. Light enough for
 * the dark figures Excel writes on them.
 */
export const CHART_FILLS: Readonly<Record<Status, string>> = {
  met: "#6BBF7B",
  onPace: "#C6EFCE",
  behind: "#F5C242",
  farBehind: "#E8636B",
  notDue: "#EDEDED",
  unreported: "#BEBEBE",
  unverifiable: "#DEDEDE",
};

/** The rules that paint status words. */
export function statusRules(block: Block): ColourRule[] {
  return STATUSES.map((status) => ({
    block,
    equals: zh.status[status],
    fill: STATUS_LOOKS[status].fill,
    fontColor: STATUS_LOOKS[status].fontColor,
  }));
}

/** The rules that colour the shapes; two words share a shape, so a shape has one rule. */
export function lightRules(block: Block): ColourRule[] {
  const looks = new Map(Object.values(STATUS_LOOKS).map((look) => [look.shape, look]));
  return [...looks.values()].map(({ shape, fontColor }) => ({ block, equals: shape, fontColor }));
}
