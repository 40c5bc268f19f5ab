/** Everything a workbook is, as plain data: what two workbooks must have in common to be the same to a person. */
import type { OpenWorkbook } from "../../workbench/node/openWorkbook";

/** One line a thing, told by its place: two pictures are compared line by line. */
export type Picture = ReadonlyMap<string, string>;

/** @param leftOut the name of a sheet that is not to be in it */
export function pictureOf({ engine, host }: OpenWorkbook, leftOut: string | null = null): Picture {
  const lines = new Map<string, string>();
  const put = (place: string, what: unknown) => lines.set(place, JSON.stringify(what));
  const sheets = engine.sheets().filter(({ name }) => name !== leftOut);
  const nameOf = new Map(engine.sheets().map(({ id, name }) => [id, name]));
  /** Ids differ from workbook to workbook; names are what people see. */
  const named = (what: unknown): unknown =>
    JSON.parse(
      JSON.stringify(what ?? null, (key, value: unknown) =>
        // Univer writes the limit a rule has not as null, and as "" once rows have moved.
        key === "id" || key === "uid" || (key === "second" && !value)
          ? undefined
          : typeof value === "string"
            ? (nameOf.get(value) ?? value)
            : value,
      ),
    );
  put(
    "sheets",
    sheets.map(({ name }) => name),
  );
  for (const { id, ...facts } of sheets) {
    const { name } = facts;
    put(`${name} facts`, facts);
    const record = host.records.get(id);
    put(`${name} protection`, record?.protection ?? null);
    put(`${name} visibility`, record?.visibility ?? "Visible");
    put(`${name} notes`, named(record?.notes ?? []));
    put(`${name} page`, named(record?.pageSetup ?? null));
    put(
      `${name} charts`,
      (record?.charts ?? []).map((chart) => named({ ...chart, sheet: null })),
    );
    put(`${name} colour rules`, engine.colourRules(id).map(named));
    // By cell: the same rules may stand in other areas, with formulas that are told from another first cell.
    for (const { rule, areas } of engine.inputRules(id)) {
      const [anchor] = areas;
      for (const area of areas)
        for (let row = area.row; row < area.row + area.rows; row++)
          for (let column = area.column; column < area.column + area.columns; column++) {
            const told = (formula: unknown) =>
              typeof formula === "string" && formula.startsWith("=") && anchor
                ? engine.shiftFormula(formula, row - anchor.row, column - anchor.column)
                : formula;
            const place = `${name} input rule of R${row + 1}C${column + 1}`;
            const also = lines.get(place) ?? "";
            put(place, named({ ...rule, first: told(rule.first), second: told(rule.second) }));
            if (also !== "") lines.set(place, [also, lines.get(place) ?? ""].sort().join());
          }
    }
    const used = engine.usedArea(id, false);
    if (!used) continue;
    const whole = { sheet: id, row: 0, column: 0, rows: used.row + used.rows, columns: used.column + used.columns };
    const styles = engine.styles(whole);
    // By cell: the last lock over a cell counts, and what is locked and hides nothing is as every cell is.
    for (const { area, isLocked, hidesFormula } of record?.locks ?? [])
      for (let row = area.row; row < Math.min(area.row + area.rows, whole.rows); row++)
        for (let column = area.column; column < Math.min(area.column + area.columns, whole.columns); column++) {
          const place = `${name} lock of R${row + 1}C${column + 1}`;
          if (isLocked && !hidesFormula) lines.delete(place);
          else put(place, { isLocked, hidesFormula });
        }
    for (const [row, cells] of engine.read(whole).entries())
      for (const [column, { formula, value }] of cells.entries())
        if (formula !== null || value !== null)
          put(`${name}!R${row + 1}C${column + 1}`, formula === null ? { value } : { formula });
    for (const [row, looks] of styles.entries())
      for (const [column, look] of looks.entries()) {
        const told = JSON.stringify(look);
        if (told !== UNSTYLED) lines.set(`${name} look of R${row + 1}C${column + 1}`, told);
      }
    const heights = Array.from({ length: whole.rows }, (_, row) => engine.rowHeight(id, row));
    for (const [row, height] of heights.entries())
      if (height !== engine.rowHeight(id, whole.rows + 50)) put(`${name} height of row ${row + 1}`, height);
    put(
      `${name} widths`,
      Array.from({ length: whole.columns }, (_, column) => engine.columnWidth(id, column)),
    );
    put(`${name} merged`, named(engine.merged(whole)));
  }
  put(
    "names",
    engine
      .names()
      .filter(({ sheet }) => leftOut === null || (sheet !== null && nameOf.get(sheet)) !== leftOut)
      .map((each) => named(each))
      .map((each) => JSON.stringify(each))
      .sort(),
  );
  put("parts", [...host.xmlParts.values()].map((xml) => named(xml)).sort());
  put("settings", [...host.settings].sort());
  return lines;
}

const UNSTYLED = JSON.stringify({
  fill: null,
  fontColour: null,
  fontName: null,
  fontSize: null,
  bold: false,
  italic: false,
  underline: false,
  strikethrough: false,
  horizontal: "general",
  vertical: "bottom",
  wrap: false,
  indent: 0,
  numberFormat: "General",
  borders: {},
});

/** What differs, at most so many lines; none where the workbooks are the same. */
export function differing(before: Picture, after: Picture, most = 12): string[] {
  const places = [...new Set([...before.keys(), ...after.keys()])];
  return places
    .filter((place) => before.get(place) !== after.get(place))
    .slice(0, most)
    .map((place) => `${place}: ${apart(before.get(place), after.get(place))}`);
}

/** As much of two texts as tells them apart. */
function apart(before = "nothing", after = "nothing"): string {
  let same = 0;
  while (same < before.length && before[same] === after[same]) same += 1;
  const from = Math.max(0, same - 40);
  return `${before.slice(from, same + 160)} → ${after.slice(from, same + 160)}`;
}
