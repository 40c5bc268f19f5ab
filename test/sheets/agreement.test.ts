/**
 * The ledger's formulas, worked out by a real spreadsheet, against the functions: every commitment at several periods with random
 * actuals. ACTUALS=200 tries so many for each; the few of a usual run keep it short.
 */
import { gapAnswer, rateAnswer, statusAnswer } from "../../src/core/answers";
import { CatalogError } from "../../src/core/errors";
import { roundTo } from "../../src/core/expression";
import { caseOf } from "../../src/core/case";
import { POINT_DIGITS } from "../../src/core/progress";
import { RULES } from "../../src/core/status";
import type { Commitment } from "../../src/core/types";
import { ledger } from "../../src/sheets/ledger";
import { headingOf, LEDGER_COLUMNS } from "../../src/sheets/ledgerColumns";
import { Formula, type Content } from "../../src/sheets/plan";
import { zh } from "../../src/strings/zh";
import { generator } from "../bench/catalogs";
import { jingzhou } from "../core/jingzhou";
import type { CellInput } from "../workbench/engine/engine";
import { headlessEngine } from "../workbench/engine/univer/headless";

const ACTUALS = Number(process.env["ACTUALS"] ?? 8);
const ROWS_AT_ONCE = 400;
const PERIODS = ["2024Q1", "2024Q2", "2024Q3", "2024Q4", "2024-05-31", "2025-03-31"];
const HEAD_ROWS = 5;

const headings = LEDGER_COLUMNS.map(([name]) => headingOf(name, "cumulative"));
const columnOf = (heading: string) => headings.indexOf(heading);
const column = {
  target: columnOf(zh.ledger.headings.target),
  quarters: zh.ledger.headings.quarters.map(columnOf),
  attainment: columnOf(zh.ledger.headings.attainment),
  gap: columnOf(zh.ledger.headings.gap),
  status: columnOf(zh.ledger.headings.status),
};

const plan = ledger(
  jingzhou,
  jingzhou.catalog.departments.map(({ id }) => id),
  RULES.standard,
  "台账",
  "2024Q1",
);
const [head, rows] = [plan.content.slice(0, HEAD_ROWS), plan.content.slice(HEAD_ROWS)];
const commitments = rows.flatMap((row) => jingzhou.withId(String(row[headings.length - 1])) ?? []);

/** Actuals that lie where verdicts change, and anywhere between. */
function actualsFor(commitment: Commitment, random: () => number): (number | string)[] {
  if (commitment.kind === "milestone")
    return Array.from({ length: ACTUALS }, () => (random() < 0.4 ? "已完成" : random() < 0.8 ? "未完成" : ""));
  const figure = caseOf(jingzhou, commitment).judged;
  const target = figure instanceof CatalogError ? 100 : figure.value;
  const start = commitment.baseline?.value ?? 0;
  const points = [0, 0.15, 0.25, 0.4, 0.5, 0.65, 0.75, 0.9, 1, 1.2];
  return Array.from({ length: ACTUALS }, () => {
    const way = random();
    if (way < 0.1) return "";
    const share = way < 0.5 ? (points[Math.floor(random() * points.length)] ?? 0) : random() * 1.3;
    return roundTo(start + (target - start) * share, way < 0.8 ? 2 : 6);
  });
}

/** What the target cell shows: TARGET's answer, or the word the plan puts in its place. */
function shownTarget(commitment: Commitment, content: Content | undefined): Content {
  const { figure } = caseOf(jingzhou, commitment);
  if (!(figure instanceof CatalogError)) return figure.value;
  return /,"([^"]*)"\)+$/.exec(String(content))?.[1] ?? "#N/A";
}

const asInput = (content: Content | undefined): CellInput =>
  content instanceof Formula ? { formula: String(content) } : { value: content ?? null };

/** What the function answers; the short word of its refusal where it refuses. */
function answerOf(ask: () => number | string): number | string {
  try {
    return ask();
  } catch (error) {
    if (error instanceof CatalogError) return (error as CatalogError).code;
    throw error;
  }
}

interface Case {
  readonly commitment: Commitment;
  readonly actual: number | string;
}

/** The verdict, gap and completion of cases by the formulas of the ledger, period after period. */
async function ledgerAnswers(cases: readonly Case[]): Promise<Map<string, (readonly unknown[])[]>> {
  const engine = headlessEngine("台账");
  const [{ id: sheet } = { id: "" }] = engine.sheets();
  const width = headings.length;
  const write = (row: number, contents: readonly (readonly (Content | undefined)[])[]) =>
    engine.write(
      { sheet, row, column: 0, rows: contents.length, columns: width },
      contents.map((content) => Array.from({ length: width }, (_, position) => asInput(content[position]))),
    );
  const asOfRow = head.findIndex((row) => row.includes(zh.ledger.asOf));
  const asOf = { sheet, row: asOfRow, column: (head[asOfRow] ?? []).indexOf(zh.ledger.asOf) + 1, rows: 1, columns: 1 };
  write(0, head);
  write(
    HEAD_ROWS,
    cases.map(({ commitment, actual }, position) => {
      const own = commitments.indexOf(commitment);
      const here = (content: Content): Content =>
        content instanceof Formula
          ? new Formula(
              String(content).replace(
                new RegExp(`(\\$[A-Z]+)${HEAD_ROWS + own + 1}\\b`, "g"),
                `$1${HEAD_ROWS + position + 1}`,
              ),
            )
          : content;
      return (rows[own] ?? []).map((content, at) => {
        if (at === column.target) return shownTarget(commitment, content);
        return column.quarters.includes(at) ? actual : here(content);
      });
    }),
  );
  const answers = new Map<string, (readonly unknown[])[]>();
  for (const period of PERIODS) {
    engine.write(asOf, [[/-/.test(period) ? { formula: `=DATE(${period.replaceAll("-", ",")})` } : { value: period }]]);
    await engine.calculated();
    const read = engine.read({ sheet, row: HEAD_ROWS, column: 0, rows: cases.length, columns: width });
    answers.set(
      period,
      read.map((cells) => [column.status, column.gap, column.attainment].map((at) => cells[at]?.value ?? "")),
    );
  }
  engine.close();
  return answers;
}

it("the ledger's formulas and the functions say the same of every commitment", async () => {
  expect(commitments).toHaveLength(jingzhou.catalog.commitments.length);
  const random = generator(2024);
  const cases = commitments.flatMap((commitment) =>
    actualsFor(commitment, random).map((actual): Case => ({ commitment, actual })),
  );
  const differences: unknown[] = [];
  let compared = 0;
  for (let from = 0; from < cases.length; from += ROWS_AT_ONCE) {
    const some = cases.slice(from, from + ROWS_AT_ONCE);
    for (const [asOf, answers] of await ledgerAnswers(some))
      for (const [position, { commitment, actual }] of some.entries()) {
        const entered = { actual, asOf };
        const status = answerOf(() => zh.status[statusAnswer(jingzhou, RULES.standard, commitment, entered)]);
        if (status === "percentUnclear") continue; // the ledger warns when it is typed and takes it then
        const gap = answerOf(() => roundTo(gapAnswer(jingzhou, RULES.standard, commitment, entered), POINT_DIGITS));
        const rate = answerOf(() => rateAnswer(jingzhou, RULES.standard, commitment, actual));
        const [inStatus, inGap, inRate] = answers[position] ?? [];
        const agree = (cell: unknown, answer: number | string) =>
          typeof answer === "number"
            ? typeof cell === "number" && Math.abs(cell - answer) <= 1e-9 * Math.max(1, Math.abs(answer))
            : typeof cell !== "number";
        compared += 1;
        if (inStatus !== status || !agree(inGap, gap) || !agree(inRate, rate))
          differences.push({
            id: commitment.id,
            actual,
            asOf,
            ledger: [inStatus, inGap, inRate],
            functions: [status, gap, rate],
          });
      }
  }
  expect(differences.slice(0, 5)).toEqual([]);
  expect(compared).toBeGreaterThan(commitments.length * PERIODS.length * ACTUALS * 0.9);
}, 3_600_000);
