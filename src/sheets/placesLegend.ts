/** What stands below a county table: every verdict with its shape and meaning, the rules in force, and the tolerances people may set. */
import type { Rules } from "../core/status";
import { STATUSES } from "../core/types";
import { zhSheets as zh } from "../strings/zhSheets";
import { fraction, points } from "./formulasTolerance";
import { presetLine } from "./ledger";
import { INPUT, MUTED } from "./ledgerRow";
import type { SettingRefs } from "./placesCells";
import { PLACE_COLUMN, type PlacesLayout } from "./placesLayout";
import { addressOf, cell, type Content, type NumberFormats, type Style, type Validation } from "./plan";
import { STATUS_LOOKS } from "./statusColours";
import { linesOf } from "./textLines";

const words = zh.placesTable.sheet;
const LETTER = 9;
const LINE = 12;
const TOLERANCE_COLUMNS = [1, 3, 5]; // behind a label each

/** The tolerances by their name, and what labels them. */
export const TOLERANCE_LABELS = {
  shareTolerance: zh.ledger.toleranceShare,
  pointTolerance: zh.ledger.tolerancePoints,
  shareGrace: zh.ledger.graceShare,
} as const;
export type Tolerance = keyof typeof TOLERANCE_LABELS;
export const TOLERANCES = Object.keys(TOLERANCE_LABELS) as Tolerance[];

export interface LegendPlan {
  readonly first: number;
  readonly content: readonly (readonly Content[])[];
  readonly styles: readonly Style[];
  readonly numberFormats: readonly NumberFormats[];
  readonly validations: readonly Validation[];
  /** The tolerances' cells as formulas name them. */
  readonly tolerances: Pick<SettingRefs, Tolerance>;
}

/**
 * @param first its row
 * @param width of a page, in points
 * @param typed tolerances that people set in the table in whose place this one comes
 */
export function legendOf(
  first: number,
  layout: PlacesLayout,
  rules: Rules,
  width: number,
  typed: Readonly<Partial<Record<Tolerance, Content>>>,
): LegendPlan {
  const page = Math.min(
    width,
    layout.widths.slice(0, layout.printed).reduce((sum, each) => sum + each, 0),
  );
  const meanings = STATUSES.map((status) =>
    zh.summary.meaning(STATUS_LOOKS[status].shape, zh.status[status], zh.ledger.meaning[status]),
  );
  const said = [
    zh.summary.legend(meanings),
    presetLine(rules.preset),
    zh.summary.rules([...zh.ledger.rules.slice(0, RULES_OF_VERDICTS), ...words.rules]),
  ];
  // The names' column comes again on every page: on several the words stand beside it, or they would come cut.
  const column = layout.pages.count > 1 ? PLACE_COLUMN + 1 : PLACE_COLUMN;
  const beside = layout.widths.slice(0, column).reduce((sum, each) => sum + each, 0);
  const lines = said.flatMap((text) => linesOf(text, ((page - beside) / LETTER) * SAFE));
  const tolerances: Content[] = Array.from({ length: Math.max(...TOLERANCE_COLUMNS) + 1 }, () => "");
  for (const [at, name] of TOLERANCES.entries()) {
    const column = TOLERANCE_COLUMNS[at] ?? 0;
    tolerances[column - 1] = TOLERANCE_LABELS[name];
    tolerances[column] = typed[name] ?? rules[name];
  }
  const block = (name: Tolerance) => cell(first, TOLERANCE_COLUMNS[TOLERANCES.indexOf(name)] ?? 0);
  const named = (name: Tolerance) => addressOf(block(name)).replace(/^([A-Z]+)(\d+)$/, "$$$1$$$2");
  const { title, message, points: pointsMessage } = zh.ledger.toleranceWarning;
  return {
    first,
    content: [tolerances, ...lines.map((line) => [...Array.from({ length: column }, () => ""), line])],
    styles: [
      { block: { row: first, column: 0, rows: 1, columns: layout.printed }, rowHeight: 18, middle: true },
      {
        block: { row: first + 1, column, rows: lines.length, columns: 1 },
        fontSize: LETTER,
        fontColor: MUTED,
        rowHeight: LINE,
      },
      ...TOLERANCES.flatMap((name): Style[] => [
        { block: cell(first, block(name).column - 1), fontColor: MUTED, fontSize: LETTER, align: "Right" },
        { block: block(name), ...INPUT, align: "Center", bold: true, locked: false },
      ]),
    ],
    numberFormats: TOLERANCES.map((name) => ({
      block: block(name),
      formats: name === "pointTolerance" ? "0.0#" : "0%",
    })),
    validations: TOLERANCES.map((name): Validation => {
      const address = addressOf(block(name));
      return name === "pointTolerance"
        ? { block: block(name), rule: { formula: points(address) }, title, message: pointsMessage }
        : { block: block(name), rule: { formula: fraction(address) }, title, message };
    }),
    tolerances: {
      shareTolerance: named("shareTolerance"),
      pointTolerance: named("pointTolerance"),
      shareGrace: named("shareGrace"),
    },
  };
}
const RULES_OF_VERDICTS = 3; // the ledger's others are about typing into its quarters
const SAFE = 0.96; // of a line's width: fonts differ from computer to computer
