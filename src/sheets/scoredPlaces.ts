/** What a score sheet of a county table scores: each place's part of each indicator, looked up by the place's name. */
import { caseOf } from "../core/case";
import type { CatalogIndex } from "../core/catalog";
import { zhSheets as zh } from "../strings/zhSheets";
import { textLiteral } from "./calls";
import { cellsOf, judgedAt } from "./formulas";
import { fromLedger } from "./formulasScore";
import { fixed } from "./plan";
import type { Scored, ScoredRow } from "./scoreSheet";
import { cellBehind, standingPlaces } from "./standingPlaces";
import type { SheetCells } from "./standingLedger";

const words = zh.scores;
const { headings } = zh.placesTable.sheet;

/** The county table of a sheet as it is scored; null where there is none. */
export function scoredPlaces(index: CatalogIndex, cells: SheetCells): Scored | null {
  const standing = standingPlaces(cells);
  if (!standing || standing.places.length === 0) return null;
  const { name } = cells;
  const column = (place: number) =>
    cellsOf(name, fixed({ row: standing.header + 1, column: place, rows: standing.places.length, columns: 1 }));
  const heads = cells.texts[standing.header - cells.row] ?? [];
  const headed = (heading: string, from: number, step: 1 | -1): number | null => {
    for (let at = from - cells.column; at >= 0 && at < heads.length; at += step)
      if (heads[at] === heading) return at + cells.column;
    return null;
  };
  const names = column(standing.names);
  const known = new Map((index.catalog.places ?? []).map((place) => [place.id, place]));
  const rows = standing.places.flatMap((id) => {
    const place = known.get(id);
    return standing.entries.flatMap((entry): ScoredRow[] => {
      const whole = index.withId(entry.id);
      const part = whole && place ? index.partIn(whole, id) : null;
      const [target, rank, status, read] = [
        headed(headings.target, entry.column, -1),
        headed(headings.rank, entry.column, 1),
        headed(headings.status, entry.column, 1),
        readColumn(heads, standing.entries.indexOf(entry), cells.column),
      ];
      if (!part || !place || target === null || status === null || read === null) return [];
      const lookup = { ids: names, id: textLiteral(place.name) };
      const { start } = caseOf(index, part);
      return [
        {
          commitment: part,
          owner: place.name,
          rank: rank === null ? null : fromLedger(lookup, column(rank)),
          found: () => ({
            target: fromLedger(lookup, column(target)),
            actual: fromLedger(lookup, column(read)),
            status: fromLedger(lookup, column(status)),
            baseline: String(start ?? '""'),
          }),
        },
      ];
    });
  });
  const [asOf, asOfDay] = [zh.ledger.asOf, zh.ledger.asOfDay].map((label) => cellBehind(cells, label));
  const groups = new Map([...known.values()].map((place) => [place.name, place.group ?? ""]));
  const isGrouped = [...groups.values()].some((group) => group !== "");
  return {
    sheet: name,
    title: cells.texts.flat().find((text) => text !== "") ?? "",
    period: judgedAt(name, asOf && fixed(asOf), asOfDay && fixed(asOfDay)),
    day: asOfDay ? cellsOf(name, fixed(asOfDay)) : "0",
    owners: { heading: words.places.heading, totals: isGrouped ? words.places.totalsInGroups : words.places.totals },
    arePlaces: true,
    groups: isGrouped ? groups : null,
    rows,
  };
}

/** The column that reads what was typed of an indicator: they stand behind the table, in the order of its indicators. */
function readColumn(heads: readonly string[], at: number, first: number): number | null {
  const reads = heads.flatMap((text, place) => (text === headings.read ? [place + first] : []));
  return reads[at] ?? null;
}
