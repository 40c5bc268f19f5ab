/** What is understood of people's own sheets: layouts as they are kept, and grids of anything at all. */
import fc from "fast-check";
import { doubtfulColumns, understandSheet, type OwnBlock } from "../../src/sheets/ownSheet";
import type { OwnCells } from "../../src/sheets/ownSheetTypes";
import { columnName } from "../../src/sheets/plan";
import { ownCells } from "../fixtures/ownSheets/ownCells";
import { LAYOUTS } from "../fixtures/ownSheets/layouts";
import { MORE_LAYOUTS } from "../fixtures/ownSheets/moreLayouts";
import { layoutCells, notUnderstood } from "../fixtures/ownSheets/readLayout";
import { OWN_SHEETS, type Expected } from "../fixtures/ownSheets/sheets";

/** A table as the fixtures write what must be understood of it. */
function told(block: OwnBlock, { roles, asOf, unit, across, asks }: Expected) {
  const letters = Object.keys(roles);
  const roleAt = (letter: string) => block.columns.find(({ column }) => columnName(column) === letter)?.role;
  const letter = (column: number | null) => (column === null ? null : columnName(column));
  const isWithUnit = new Set(block.rows.flatMap(({ unit: own, row }) => (own === null ? [] : [row])));
  return {
    header: [block.header.row + 1, block.header.rows],
    roles: Object.fromEntries(letters.map((each) => [each, roleAt(each)])),
    rows: block.rows
      .filter(({ kind }) => kind === "promise")
      .map(({ department, name, unit: own, row }) =>
        isWithUnit.has(row) ? [department, name, own] : [department, name],
      ),
    ...(asOf === undefined ? {} : { asOf: block.asOf }),
    ...(unit === undefined ? {} : { unit: block.unit }),
    ...(across
      ? { across: block.series.map(({ label, target, actual }) => [label, letter(target), letter(actual)]) }
      : {}),
    ...(asks
      ? {
          asks: doubtfulColumns({ name: "", blocks: [block] })
            .map(({ column }) => letter(column.column))
            .filter((each) => each !== null),
        }
      : {}),
  };
}

describe("layouts as people keep them", () => {
  it.each(OWN_SHEETS)("understands $name", (fixture) => {
    const found = understandSheet(ownCells(fixture), 2024);
    if (fixture.tables.length === 0) {
      expect(found).toBeNull();
      return;
    }
    expect(found?.blocks).toHaveLength(fixture.tables.length);
    for (const [at, expected] of fixture.tables.entries()) {
      const block = found?.blocks[at];
      expect(block && told(block, expected)).toEqual(expected);
    }
  });
});

describe("more layouts, in short", () => {
  it.each([...LAYOUTS, ...MORE_LAYOUTS])("understands $name", (layout) => {
    const found = (withMerges: boolean) => understandSheet(layoutCells(layout, withMerges), layout.year ?? 2024);
    expect(notUnderstood(layout, found(true))).toEqual([]);
    // Where Excel does not say what is merged, blanks do.
    expect(notUnderstood(layout, found(false))).toEqual([]);
  });
});

describe("any grid of cells", () => {
  const word = fc.constantFrom(
    ..."指标 目标 实际 累计 单位 部门 合计 小计 其中： 县市区 青岩区 市教育局 本月 1-6月 上年同期 完成率 个 万元 备注 注： 序号 KPI Actual Budget Total 2024 2023年 ≥8 3900（预计） — 甲 一、".split(
      " ",
    ),
  );
  const cell = fc.oneof(
    { arbitrary: word, weight: 6 },
    { arbitrary: fc.integer({ min: -5, max: 99999 }), weight: 4 },
    { arbitrary: fc.constant(""), weight: 3 },
    { arbitrary: fc.string({ unit: "binary", maxLength: 12 }), weight: 1 },
    { arbitrary: fc.boolean(), weight: 1 },
  );
  const merge = fc.record({
    row: fc.nat(12),
    column: fc.nat(9),
    rows: fc.integer({ min: 1, max: 4 }),
    columns: fc.integer({ min: 1, max: 5 }),
  });
  const cells = fc.record({
    values: fc.array(fc.array(cell, { maxLength: 10 }), { maxLength: 14 }),
    merges: fc.option(fc.array(merge, { maxLength: 4 })),
    row: fc.nat(3),
    column: fc.nat(3),
  });

  it("ends in an answer, whose rows and columns lie in the grid", () => {
    fc.assert(
      fc.property(cells, ({ values, merges, row, column }) => {
        const grid: OwnCells = {
          name: "1-6月",
          row,
          column,
          values,
          texts: values.map((line) => line.map(String)),
          merges,
        };
        const found = understandSheet(grid, 2024);
        for (const block of found?.blocks ?? []) {
          const right = column + Math.max(...values.map(({ length }) => length));
          expect(block.rows.every((each) => each.row >= block.rowsFrom && each.row < row + values.length)).toBe(true);
          expect(block.columns.every((each) => each.column >= column && each.column < right)).toBe(true);
          expect(block.columns.every(({ certainty }) => certainty >= 0 && certainty <= 1)).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  it("takes a person's word for a column", () => {
    const fixture = OWN_SHEETS.find(({ name }) => name === "只有本月数");
    const found = fixture && understandSheet(ownCells(fixture), 2024, new Map([["0:3", "actual"]]));
    expect(found?.blocks[0]?.series).toEqual([{ label: "", owner: null, labelCell: null, target: 2, actual: 3 }]);
  });
});
