/** What the cells below a label are, and where they contradict it. */
import { DEPARTMENT, PLACE } from "../core/tableWords";
import { isUnitWord } from "../core/unitWords";
import { isFigure, saysNothing, type GridCell, type OwnGrid } from "./ownSheetGrid";
import { comparable, saidBy } from "./ownSheetLabels";
import { sure, type Content, type Found } from "./ownSheetTypes";
import { NAME_LABEL, PERIOD_CELL, STATUS_CELL, TARGET_OR_NAME } from "./ownSheetWords";

const ROWS_LOOKED_AT = 60;
const SAMPLES = 2;

/** Cells below contradict a label, or say what it leaves open. */
export function byContent(found: Found, path: readonly string[], content: Content): Found {
  const { filled, figures, units, departments, places } = content;
  const { role } = found;
  if (filled === 0) return found;
  const label = comparable(path.at(-1) ?? "");
  if (role === "unit" && units < 0.5) {
    if (departments >= 0.5) return sure("department", 0.85, "unit");
    if (places >= 0.5) return sure("place", 0.8, "unit");
    if (figures < 0.3 && label === "单位") return sure("department", 0.5, "unit", "indicator");
  }
  if ((role === "target" || role === "indicator") && TARGET_OR_NAME.test(label)) {
    if (figures >= 0.5) return sure("target", 0.85, "indicator");
    return sure("indicator", 0.75, "target");
  }
  if (role === "indicator" && figures >= 0.8) return sure("otherFigure", 0.5, "target", "actual");
  // 市民中心 and 高铁北站 under 项目名称 are projects.
  const isName = NAME_LABEL.test(label);
  if (role === "indicator" && departments >= 0.6 && places < 0.6 && !isName && !saidBy(label).has("target"))
    return sure("department", 0.75, "indicator");
  if (role === "department" && places >= 0.6 && departments < 0.5) return sure("place", 0.75, "department");
  if (role === "place" && places < 0.5)
    return departments >= 0.5 ? sure("department", 0.8, "place") : sure("place", 0.6);
  if ((role === "actual" || (role === "ignored" && found.certainty < 0.7)) && content.statuses >= 0.6)
    return sure("status", 0.75, role);
  if (role === "rate" && content.amounts >= 0.5) return sure("actual", 0.65, "rate"); // 完成进度: 4300个
  if (role === "actual" && figures < 0.3) return sure("ignored", 0.65, "actual"); // sentences on how things go
  if (role === "otherFigure" && figures < 0.2) return sure("ignored", 0.65);
  if (role === "target" && figures < 0.3) return sure("target", 0.6, "indicator"); // targets as words
  return found;
}

export function contentOf(
  grid: OwnGrid,
  from: number,
  to: number,
  column: number,
  counts: (row: number) => boolean = () => true,
): { content: Content; samples: string[] } {
  const cells: GridCell[] = [];
  let lastFigure = -1;
  for (let row = from; row < Math.min(to, from + ROWS_LOOKED_AT); row++) {
    if (!counts(row)) continue;
    const cell = grid.at(row, column);
    if (cell.text === "" || saysNothing(cell) || cell.row !== row) continue;
    if (cell.columns > 2) continue; // a heading across, a note
    cells.push(cell);
    if (isFigure(cell)) lastFigure = row;
  }
  const share = (fits: (cell: GridCell) => boolean) =>
    cells.length === 0 ? 0 : cells.filter(fits).length / cells.length;
  const samples = [...new Set(cells.map(({ text }) => text))];
  return {
    content: {
      filled: cells.length,
      figures: share(isFigure),
      units: share((cell) => isUnitWord(cell.text) && !isFigure(cell)),
      departments: share((cell) => DEPARTMENT.test(bare(cell.text)) || isEnglishDepartment(cell.text)),
      amounts: share(({ text, value }) => typeof value === "string" && AMOUNT.test(text)),
      statuses: share((cell) => STATUS_CELL.test(cell.text)),
      places: share((cell) => PLACE.test(bare(cell.text))),
      periods: share((cell) => PERIOD_CELL.test(bare(cell.text))),
      distinct: samples.length,
      lastFigure,
    },
    samples: samples.slice(0, SAMPLES),
  };
}

/** A figure with a unit that is no share. */
const AMOUNT = /^[≥≤><]?\s*[\d,.]+\s*(?!\s*[%％‰])[^\d\s.,%％]{1,6}(?:[（(][^（）()]*[）)])?$/u;
const bare = (text: string) => text.normalize("NFKC").replace(/\([^()]*\)|\s/gu, "");
const isEnglishDepartment = (text: string) =>
  /\b(?:bureau|department|dept|office|commission|committee|division|agency|authority|ministry)\b/iu.test(text);
