/** 差距 and 最新累计 as a ledger shows them, and the sentence of the same row: one figure, for made-up promises of every kind and at every month. */
import { numfmt } from "@univerjs/core";
import { reasonAnswer } from "../../../src/core/answers";
import { CatalogError } from "../../../src/core/errors";
import { roundTo } from "../../../src/core/expression";
import { RULES } from "../../../src/core/status";
import { gapText } from "../../../src/strings/reason";
import { ledger as builtLedger } from "../../../src/sheets/ledger";
import { FIRST_ROW, type LedgerColumn } from "../../../src/sheets/ledgerColumns";
import { generator } from "../../bench/catalogs";
import { amount, shaped } from "../../core/shaped";
import { columnAt, FilledLedger, type Typed } from "./filledLedger";
import { generatedCatalog, typedFor } from "./generatedPromises";

const NEGLIGIBLE = 0.005; // the format's two decimals hold nothing smaller; the sentence says it with more

const random = generator(20240531);
const index = generatedCatalog(random);
const ledger = new FilledLedger(index, RULES.standard);
afterAll(() => ledger.close());

/** The format of a column in the row of a commitment. */
function formatOf(id: string, column: LedgerColumn): string {
  const row = ledger.first + ledger.ids.indexOf(id);
  for (const { block, formats } of ledger.plan.numberFormats) {
    const [down, across] = [row - block.row, columnAt(column) - block.column];
    if (down < 0 || across < 0 || down >= block.rows || across >= block.columns) continue;
    return typeof formats === "string" ? formats : (formats[down]?.[across] ?? "");
  }
  throw new Error(`no format for ${id}`);
}

const figureIn = (text: string) => /\d[\d,]*(\.\d+)?/.exec(text)?.[0].replaceAll(",", "");

it.each(["2024-05", "2024Q2", "2024-07", "2024Q3", "2024-11", "2024Q4"])("at %s", async (asOf) => {
  ledger.set("asOf", asOf);
  const typed = new Map<string, readonly Typed[]>(
    ledger.ids.map((id) => [id, typedFor(index, index.withId(id)!, random)]),
  );
  ledger.fill(ledger.ids.map((id) => typed.get(id) ?? []));
  const compared: unknown[] = [];
  for (const row of await ledger.rows()) {
    if (typeof row.gap !== "number" || typeof row.latest !== "number") continue;
    const commitment = index.withId(String(row.id))!;
    let said: string | null = null;
    try {
      said = gapText(reasonAnswer(index, RULES.standard, commitment, { actual: row.latest, asOf }));
    } catch (error) {
      if (!(error instanceof CatalogError)) throw error;
    }
    if (said === null || (row.gap !== 0 && Math.abs(row.gap) < NEGLIGIBLE)) continue;
    const shown = numfmt.format(formatOf(commitment.id, "gap"), row.gap, { locale: "zh-CN", throws: true });
    compared.push(said);
    const figure = Number(figureIn(said) ?? 0); // 持平
    const number = Number(figureIn(shown));
    // Things counted one by one stand with all digits somebody typed, of which the sentence gives two; beyond a thousand half a one is hinted at.
    const format = formatOf(commitment.id, "gap");
    const same = format.includes("General") ? roundTo(number, 2) : number;
    const isHalved = !Number.isInteger(row.latest) && !/General|\./.test(format);
    if (!isHalved) expect([row.id, row.gap, shown, same]).toEqual([row.id, row.gap, shown, figure]);
    // What was typed shows the sentence's digits as well.
    const digits = formatOf(commitment.id, "latest").startsWith("[<1000]") && Math.abs(row.latest) >= 1000 ? 0 : 2;
    const latest = numfmt.format(formatOf(commitment.id, "latest"), row.latest, { locale: "zh-CN", throws: true });
    const isSame = roundTo(Number(figureIn(latest)), digits) === roundTo(Math.abs(row.latest), digits);
    expect([row.id, latest, isSame]).toEqual([row.id, latest, true]);
  }
  expect(compared.length).toBeGreaterThan(15);
});

it.each([
  [100, "cumulative", "General"], // a quarter is 25, a half 50: no decimals that are not there
  [8, "cumulative", "General"],
  [7, "cumulative", "General"], // 1.75
  [100, "cumulativeByMonth", "#,##0.0#"], // in January 8.33 are due
  [120, "cumulativeByMonth", "General"],
  [100_000, "cumulative", "#,##0"],
  [9300, "cumulativeByMonth", "#,##0"],
  [8310, "cumulative", "General"], // 2,077.5 are due after a quarter
  [1000, "cumulativeByMonth", "#,##0.0#"],
] as const)("a gap of %d things, filled %s, stands as %s", (value, entry, digits) => {
  const counted = shaped({ kind: "flow", target: amount(value, "个") });
  const [commitment] = counted.catalog.commitments;
  const plan = builtLedger(counted, ["education"], RULES.standard, "台账", "2024Q2", entry);
  const at = columnAt("gap", entry);
  const formats = plan.numberFormats.flatMap(({ block, formats: all }) =>
    at >= block.column && at < block.column + block.columns && block.row === FIRST_ROW
      ? [typeof all === "string" ? all : (all[0]?.[at - block.column] ?? "")]
      : [],
  );
  expect([commitment?.kind, ...formats]).toEqual(["flow", `"欠"${digits}"个";"超"${digits}"个";"0个"`]);
});
