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

/**
 * How each verdict looks; text and fill keep 4.5:1. Each has a shape of its own, full where something was reported, so that what is done
 * is told from what is on its way, and what is not due from what is missing, where colours are alike or gone.
 */
export const STATUS_LOOKS: Readonly<Record<Status, StatusLook>> = {
  met: GREEN,
  onPace: { ...GREEN, shape: "◆" },
  behind: YELLOW,
  farBehind: RED,
  notDue: GREY,
  unreported: { ...GREY, shape: "◇" },
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

/** The rules that colour the shapes. @param besides what a standing column has rules for: the formula of its shapes, as it was spelled */
export function lightRules(block: Block, besides = ""): ColourRule[] {
  return Object.values(STATUS_LOOKS)
    .filter(({ shape }) => !besides.includes(shape))
    .map(({ shape, fontColor }) => ({ block, equals: shape, fontColor }));
}
