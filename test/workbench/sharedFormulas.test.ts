/** Formulas that are alike are read once among many; what they come to is what each would come to alone. */
import { parseCells } from "./engine/address";
import { headlessEngine } from "./engine/univer/headless";
import { relative } from "./engine/univer/sharedFormulas";
import type { UniverEngine } from "./engine/univer/univerEngine";

it.each<[string, number, string | null]>([
  ["=$G6*H$5", 5, "=$G[0]*H$5"],
  ["=SUM(G6:H6)-A1", 5, "=SUM(G[0]:H[0])-A[-5]"],
  ['=IF(A1="见B2","Q1",LOG10(A1))', 0, '=IF(A[0]="见B2","Q1",LOG10(A[0]))'],
  ["='A1 的表'!B2+台账!C3+半年数1", 1, "='A1 的表'!B[0]+台账!C[1]+半年数1"],
  ["=SUM(A:A)", 3, "=SUM(A:A)"],
  ["=SUM(5:5)", 3, null],
  ["=SUM($5:$5)+B4", 3, null],
])("%s in row %d says %s", (formula, row, said) => expect(relative(formula, row)).toBe(said));

const SHEET = "sheet-1";
const ROWS = 300;

/** Formulas of a row, of which the first column is a number, and what they come to; five a row are enough to be shared. */
const FORMULAS: readonly (readonly [
  formula: (row: number) => string,
  result: (numbers: readonly number[], row: number) => unknown,
])[] = [
  [(row) => `=A${row}*$H$1`, (numbers, row) => (numbers[row - 1] ?? 0) * 10],
  [(row) => `=SUM(A$1:A${row})`, (numbers, row) => numbers.slice(0, row).reduce((sum, each) => sum + each, 0)],
  [
    (row) => `=IF(A${row}>150,"过A1半",B${row}&"项")`,
    (numbers, row) => {
      const number = numbers[row - 1] ?? 0;
      return number > 150 ? "过A1半" : `${number * 10}项`;
    },
  ],
  [() => `=IFERROR(INDEX(A:A,ROW()+1),0)+倍数`, (numbers, row) => (numbers[row] ?? 0) + 3],
  [
    (row) => `=SUMIF(A$1:A$${ROWS},">"&A${row})`,
    (numbers, row) => numbers.filter((each) => each > (numbers[row - 1] ?? 0)).reduce((sum, each) => sum + each, 0),
  ],
];

let engine: UniverEngine;
afterAll(() => engine.close());

const cell = (address: string) => engine.read({ sheet: SHEET, ...parseCells(address)!, rows: 1, columns: 1 })[0]![0]!;

/** The rows that do not come to what they should, each by its formula. */
function wrong(numbers: readonly number[]): string[] {
  const read = engine.read({ sheet: SHEET, row: 0, column: 1, rows: numbers.length, columns: FORMULAS.length });
  return read.flatMap((cells, at) =>
    cells.flatMap(({ value, formula }, column) => {
      const wanted = FORMULAS[column]![1](numbers, at + 1);
      return value === wanted ? [] : [`${formula ?? ""}: ${String(value)}, not ${String(wanted)}`];
    }),
  );
}

it("comes to the same when figures change, rows come in and a formula among them is another", async () => {
  engine = headlessEngine("台账");
  engine.setName({ name: "倍数", formula: "=3", comment: "", isVisible: true, sheet: null });
  const numbers = Array.from({ length: ROWS }, (_, at) => at + 1);
  engine.write({ sheet: SHEET, row: 0, column: 7, rows: 1, columns: 1 }, [[{ value: 10 }]]);
  engine.write(
    { sheet: SHEET, row: 0, column: 0, rows: ROWS, columns: 1 + FORMULAS.length },
    numbers.map((value, at) => [{ value }, ...FORMULAS.map(([formula]) => ({ formula: formula(at + 1) }))]),
  );
  await engine.calculated();
  expect(wrong(numbers)).toEqual([]);

  numbers[40] = 900;
  engine.write({ sheet: SHEET, row: 40, column: 0, rows: 1, columns: 1 }, [[{ value: 900 }]]);
  await engine.calculated();
  expect(wrong(numbers)).toEqual([]);

  engine.write({ sheet: SHEET, row: 59, column: 1, rows: 1, columns: 1 }, [[{ formula: "=A60*A61" }]]);
  await engine.calculated();
  expect(cell("B60").value).toBe(60 * 61);
  expect(cell("B61").value).toBe(610);

  await engine.insert({ sheet: SHEET, row: 100, column: 0, rows: 2, columns: 16_384 }, "down");
  await engine.calculated();
  expect(cell("B60").value).toBe(60 * 61);
  expect(cell("B103")).toMatchObject({ formula: "=A103*$H$1", value: 1010 });
  expect(cell("C302").value).toBe(numbers.reduce((sum, each) => sum + each, 0));
});
