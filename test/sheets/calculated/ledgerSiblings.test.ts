/** The same traps typed into a ledger: its verdict is the functions', and what they refuse it cannot verify. */
import { statusAnswer } from "../../../src/core/answers";
import { CatalogIndex } from "../../../src/core/catalog";
import { validateCatalog } from "../../../src/core/loadCatalog";
import { RULES } from "../../../src/core/status";
import type { Commitment } from "../../../src/core/types";
import { ledger } from "../../../src/sheets/ledger";
import { newLayout } from "../../../src/sheets/ledgerColumns";
import { ledgerRow } from "../../../src/sheets/ledgerRow";
import type { SheetPlan } from "../../../src/sheets/plan";
import { placesTable } from "../../../src/sheets/placesTable";
import { zh } from "../../../src/strings/zh";
import { first } from "../../core/jingzhou";
import { shapedFile } from "../../core/shaped";
import { SIBLINGS, type Sibling } from "../../core/siblingCases";
import { FilledLedger, type Typed } from "./filledLedger";

const QUARTERS: Readonly<Record<string, number>> = { "2024Q1": 0, "2024Q2": 1, "2024Q3": 2, "2024Q4": 3 };
const isTyped = (actual: unknown): actual is Typed => actual === null || ["string", "number"].includes(typeof actual);

/** What a formula cannot read: numerals in words. The row says that it reads nothing there. */
const ONLY_FUNCTIONS: ReadonlySet<string> = new Set(["一万六千 of 3.2万人", "九百 of 95%"]);

/** One catalog of all that is promised, each under ids of its own. */
function together(cases: readonly Sibling[]) {
  const idOf = (at: number, id: string) => `TT2024-${at + 1}${id.slice(-3)}`.replace(/-(\d{4})$/, "-0$1");
  const rows: Commitment[] = cases.flatMap(([, { catalog }], at) =>
    catalog.commitments.map((each) => ({
      ...each,
      id: idOf(at, each.id),
      indicator: `${at}${each.indicator}${each.id}`,
      ...(each.sumOf ? { sumOf: each.sumOf.map((id) => idOf(at, id)) } : {}),
    })),
  );
  const index = new CatalogIndex(validateCatalog({ ...shapedFile(), commitments: rows }));
  const ids = cases.map(([, { catalog }], at) => idOf(at, catalog.commitments.at(-1)?.id ?? ""));
  return { index, ids };
}

it.each(Object.entries(QUARTERS))("at %s", async (asOf, quarter) => {
  const cases = SIBLINGS.filter(
    ([, { catalog }, actual, at]) => at === asOf && isTyped(actual) && catalog.commitments.length === 1,
  );
  expect(cases.length).toBeGreaterThan(1);
  const { index, ids } = together(cases);
  const sheet = new FilledLedger(index, RULES.standard, "cumulative", asOf);
  for (const [at, [, , actual]] of cases.entries())
    sheet.type(ids[at]!, `quarter${quarter + 1}` as "quarter1", actual as Typed);
  const rows = await sheet.rows();
  const found = cases.map(([name], at) => [name, rows.find(({ id }) => id === ids[at])?.status]);
  sheet.close();
  const isVerdict = (word: string) => Object.values<string>(zh.status).includes(word);
  expect(found).toEqual(
    cases.map(([name, , , , status]) => [
      name,
      isVerdict(status) && !ONLY_FUNCTIONS.has(name) ? status : zh.status.unverifiable,
    ]),
  );
});

it.each([
  ["2024Q2", 1],
  ["2024Q4", 3],
] as const)("last year's loss typed as 基数 judges as the one in a catalog does, at %s", async (asOf, quarter) => {
  const actuals = [-40, -50, -60, -61, -99, -100, -150, 0, 10];
  const target = { comparator: "moreThan", relativeTo: "lastYear", unit: "万元" } as const;
  const promised = (more: object) => actuals.map(() => ({ kind: "flow", target, ...more }) as const);
  const verdicts = async (more: object, baseline: number | null) => {
    const index = new CatalogIndex(validateCatalog(shapedFile(...promised(more))));
    const sheet = new FilledLedger(index, RULES.standard, "cumulative", asOf);
    for (const [at, actual] of actuals.entries()) {
      const id = sheet.ids[at] ?? "";
      if (baseline !== null) sheet.type(id, "baseline", baseline);
      sheet.type(id, `quarter${quarter + 1}` as "quarter1", actual);
    }
    const found = (await sheet.rows()).map(({ status }, at) => [actuals[at], status]);
    sheet.close();
    return found;
  };
  const index = new CatalogIndex(validateCatalog(shapedFile(...promised({ baseline: { value: -100 } }))));
  const answers = actuals.map((actual) => [
    actual,
    zh.status[statusAnswer(index, RULES.standard, first(index), { actual, asOf })],
  ]);
  expect(await verdicts({}, -100)).toEqual(answers);
  expect(await verdicts({ baseline: { value: -100 } }, null)).toEqual(answers);
});

/** The longest formula of a plan, were its rows the last of twenty thousand. */
const longest = ({ content }: SheetPlan) =>
  content
    .flat()
    .map((cell) => String(cell).replace(/(\$?\b[A-Z]{1,2}\$?)\d+\b/g, "$120005").length)
    .reduce((most, length) => Math.max(most, length), 0);

/** How many functions stand within one another. */
function deepest({ content }: Pick<SheetPlan, "content">): number {
  let most = 0;
  for (const cell of content.flat()) {
    let level = 0;
    for (const sign of String(cell).replace(/"[^"]*"/g, "")) {
      if (sign === "(") most = Math.max(most, (level += 1));
      if (sign === ")") level -= 1;
    }
  }
  return most;
}

describe("no formula is longer or deeper than Excel takes, in the last of twenty thousand rows either", () => {
  const months = Array.from({ length: 12 }, (_, at) => `2023-${String(at + 1).padStart(2, "0")}`);
  const history = months.map((period, at) => ({
    period,
    value: 12.34 * (at + 1),
    unit: "亿元",
    state: "final" as const,
  }));
  const growth = (indicator: string) => ({
    kind: "growth" as const,
    indicator,
    target: { comparator: "moreThan" as const, value: 8.5, unit: "%" },
    history,
    parts: [{ place: "songzi", value: 9, history }],
  });
  const levels = new CatalogIndex(validateCatalog(shapedFile(growth("增速"), growth("能耗降幅"))));
  const traps = together(SIBLINGS).index;

  it.each(["cumulative", "cumulativeByMonth", "perQuarter", "perMonth"] as const)("%s", (entry) => {
    for (const index of [traps, levels]) {
      const departments = index.catalog.departments.map(({ id }) => id);
      const plan = ledger(index, departments, RULES.standard, "台账", "2024Q2", entry);
      expect(longest(plan)).toBeLessThanOrEqual(8192);
      expect(deepest(plan)).toBeLessThanOrEqual(64);
    }
  });

  it.each(["cumulative", "cumulativeByMonth"] as const)("%s, in a ledger made before it had 本期读作", (entry) => {
    const { commitments } = levels.catalog;
    const ids = commitments.map(({ id }) => id);
    const { at, ...layout } = newLayout(ids, entry);
    const { counted, ...older } = at;
    expect(counted).toBeGreaterThan(at.id);
    const content = commitments.map((each, row) =>
      Object.values(
        ledgerRow(levels, each, row, { ...layout, rowOf: () => 120_000, at: older }, RULES.standard).content,
      ),
    );
    expect(Math.max(...content.flat().map((cell) => String(cell).length))).toBeLessThanOrEqual(8192);
    expect(deepest({ content })).toBeLessThanOrEqual(64);
  });

  it("county table", () => {
    const { commitments } = levels.catalog;
    const plan = placesTable(levels, commitments, RULES.standard, "县市区对比", "2024Q2");
    expect(longest(plan)).toBeLessThanOrEqual(8192);
    expect(deepest(plan)).toBeLessThanOrEqual(64);
  });
});
