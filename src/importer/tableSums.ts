/** Sums that a table states, against what they are sums of. Rates are never added. */
import { tidy } from "../core/expression";
import { convert } from "../core/units";
import type { Part } from "./drafts";
import type { TableDraftList } from "./tableDraftList";
import { areAlikeSafely, mayAdd, SHARE, sumOf, type Found, type TableFigures } from "./tableFigures";
import type { TableLeftOut } from "./tableLeftOut";
import { summedRows, type TableRow } from "./tableRows";

/** A stated sum or whole against the counties' shares. @param at the draft it is of, or null */
export function compareParts(
  list: TableDraftList,
  at: number | null,
  code: "totalDiffers" | "partsDiffer",
  stated: Found,
  parts: readonly Part[],
): void {
  const draft = at === null ? null : list.drafts[at];
  if (!draft || at === null || parts.length < 2 || !mayAdd(draft) || SHARE.test(stated.unit)) return;
  const summed = sumOf(parts);
  if (summed === null || stated.read.valueMax !== null) return;
  const inOwn = tidy(convert(summed, parts[0]?.unit || stated.unit || "个", stated.unit || parts[0]?.unit || "个"));
  const isKnown = list.issues.some((issue) => issue.drafts.includes(at) && issue.figures?.[0] === stated.read.value);
  if (inOwn !== stated.read.value && !isKnown) list.doubt(code, at, [stated.read.value, inOwn]);
}

/** 合计 of a column against its rows, where all of them count the same. */
export function checkSum(
  figures: TableFigures,
  list: TableDraftList,
  left: TableLeftOut,
  rows: readonly TableRow[],
  sum: TableRow,
): void {
  const isByPlaces = figures.columns("placeName").length > 0;
  for (const column of figures.columns("target", "total", "place", "lastYear", "baseline", "growth")) {
    const stated = figures.foundAt(sum, column);
    if (!stated || list.byFigure.has(stated.cell) || figures.used.has(stated.cell)) continue;
    const parts = summedRows(rows, sum).flatMap((row) => figures.foundAt(row, column) ?? []);
    left.leave("total", stated, sum, null);
    const unit = parts[0]?.unit ?? "";
    const isOne =
      parts.length > 1 && parts.every((part) => areAlikeSafely(part.unit, unit) && part.read.valueMax === null);
    if (isByPlaces || !isOne || SHARE.test(unit) || figures.column(column)?.role === "growth") continue;
    const total = tidy(
      parts.reduce((added, part) => added + convert(part.read.value, part.unit || "个", unit || "个"), 0),
    );
    const own = tidy(convert(stated.read.value, stated.unit || unit || "个", unit || "个"));
    if (total === own) continue;
    const concerned = parts.flatMap(({ cell }) => list.byFigure.get(cell) ?? []);
    const [first] = concerned;
    const span = figures.placeIn(stated.cell, stated.read.start, stated.read.end);
    const indicator = first === undefined ? "" : (list.drafts[first]?.indicator ?? "");
    if (concerned.length > 0)
      list.issues.push({ code: "totalDiffers", span, indicator, drafts: concerned, figures: [own, total] });
  }
}
