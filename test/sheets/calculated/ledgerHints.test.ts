/** What a ledger says beside the quarters, and what it takes for the figure to date, in a real spreadsheet. */
import { magnitudeSlips } from "../../../src/core/units";
import { RULES } from "../../../src/core/status";
import { ledger } from "../../../src/sheets/ledger";
import { headingOf, columnsOf, type Entry, type LedgerColumn } from "../../../src/sheets/ledgerColumns";
import { Formula } from "../../../src/sheets/plan";
import { jingzhou } from "../../core/jingzhou";
import { headlessEngine } from "../../workbench/engine/univer/headless";
import type { UniverEngine } from "../../workbench/engine/univer/univerEngine";

const every = jingzhou.catalog.departments.map(({ id }) => id);
const column = (name: LedgerColumn) => columnsOf("cumulative").findIndex(([each]) => each === name);
const FIRST = 5;
type Typed = string | number | null;

let engine: UniverEngine;
afterEach(() => engine.close());

/** A ledger of everything judged at the half-year, targets as TARGET answers them; `type` fills quarters in and tells what a row says. */
function opened(entry: Entry) {
  const plan = ledger(jingzhou, every, RULES.standard, "台账", "2024Q2", entry);
  engine = headlessEngine("台账");
  const sheet = engine.sheets()[0]!.id;
  const width = columnsOf("cumulative").length;
  const targets: Record<string, Typed> = { 中小学新增学位: 5970, 粮食产量: 92, 新增学位: 8310, 技改投资增速: 15 };
  const asInput = (content: Typed | Formula | undefined) =>
    content instanceof Formula ? { formula: String(content) } : { value: content ?? null };
  engine.write(
    { sheet, row: 0, column: 0, rows: plan.content.length, columns: width },
    plan.content.map((cells) =>
      Array.from({ length: width }, (_, at) => {
        const indicator = String(cells[column("indicator")] ?? "");
        return asInput(at === column("target") && indicator in targets ? targets[indicator] : cells[at]);
      }),
    ),
  );
  const rowOf = (indicator: string) => plan.content.findIndex((cells) => cells[column("indicator")] === indicator);
  const type = async (indicator: string, quarters: readonly Typed[], reason = "因为", measures = "抓紧") => {
    const row = rowOf(indicator);
    expect(row).toBeGreaterThanOrEqual(FIRST);
    const put = (at: number, values: readonly Typed[]) =>
      engine.write({ sheet, row, column: at, rows: 1, columns: values.length }, [values.map(asInput)]);
    put(column("quarter1"), [...quarters, null, null, null, null].slice(0, 4));
    put(column("reason"), [reason || null, measures || null]);
    await engine.calculated();
    const cells = engine.read({ sheet, row, column: 0, rows: 1, columns: width })[0]!;
    const of = (name: LedgerColumn) => cells[column(name)]!.value ?? "";
    return { hint: of("hint"), latest: of("latest"), status: of("status") };
  };
  return { type, heading: headingOf("quarter1", entry) };
}

it.each<[string, string, Typed[], string]>([
  ["nothing typed", "中小学新增学位", [], ""],
  ["on pace", "中小学新增学位", [1500, 3000], ""],
  ["a figure with its unit", "中小学新增学位", [1500, "3000个"], ""],
  ["a word of doubt", "中小学新增学位", [1500, "约3000"], "读不出，请填数字"],
  ["fewer than before", "中小学新增学位", [3000, 2900], "二季度少于前季"],
  ["fewer than before, a quarter left out between", "中小学新增学位", [3000, null, 2900], "三季度少于前季"],
  ["a slipped digit", "中小学新增学位", [1500, 59700], "约为目标10倍"],
  ["two slipped digits", "中小学新增学位", [1500, 620000], "约为目标100倍"],
  ["万 forgotten", "中小学新增学位", [1500, 59700000], "约为目标10000倍"],
  ["万 forgotten in the middle of the year", "中小学新增学位", [1500, 29_850_000], "约为目标5000倍"],
  ["twelve times the target, which may be", "中小学新增学位", [1500, 77_610], ""],
  ["公斤 for 斤", "粮食产量", [null, 184], "约为目标2倍"],
  ["a digit lost, against what is due", "中小学新增学位", [100, 298.5], "约为应达的1/10"],
  ["万 typed too much", "中小学新增学位", [0.1, 0.2985], "约为应达的1/10000"],
  ["half of the weight while none is due", "粮食产量", [null, 46], ""],
  ["twice the target of what is counted", "中小学新增学位", [1500, 11940], ""],
  ["a percentage typed as a fraction", "技改投资增速", [null, 0.149], "14.9%请填14.9"],
  ["half of what is counted one by one", "中小学新增学位", [1500, 3000.5], "有小数，请核对"],
  ["a sum of tenths that is whole", "中小学新增学位", [1500, 3000.0001], ""],
  ["tenths of what is measured", "粮食产量", [null, 90.55], ""],
  ["a rate that fell", "技改投资增速", [18, 16], ""],
  ["a level in a row of growth", "技改投资增速", [null, 150], "像总量，请填增速"],
  ["a level with its unit in a row of growth", "技改投资增速", [null, "153.4亿元"], "像总量，请填增速"],
  ["a level with its unit in a row of a share", "主导产业科研创新平台覆盖率", [null, "15家"], "读不出，请填数字"],
  ["a word for what is done", "举办中小学艺术节", [null, "已完成"], ""],
  ["another word for it", "举办中小学艺术节", [null, "差不多了"], "请选完成与否"],
])("hints: %s", async (_case, indicator, quarters, hint) => {
  expect((await opened("cumulative").type(indicator, quarters)).hint).toBe(hint);
});

it("asks for the reason and the measures of what is behind, and no longer once they are there", async () => {
  const { type } = opened("cumulative");
  const hint = async (reason: string, measures: string) =>
    (await type("中小学新增学位", [500, 1000], reason, measures)).hint;
  expect(await hint("", "")).toBe("请填原因和措施");
  expect(await hint("", "抓紧")).toBe("请填原因说明");
  expect(await hint("因为", "")).toBe("请填下步措施");
  expect(await hint("因为", "抓紧")).toBe("");
});

it.each<[Typed[], Typed, string]>([
  [[1500, 1500], 3000, ""],
  [[1500, null], "", "一季度为1500"],
  [[null, 3000], "", "一季度没有填"],
  [[1500, "一千五"], "读不出", "读不出，请填数字"],
  [[3500, -500], 3000, "当季数为负"],
  [[3500, 100], 3600, ""],
])("adds up quarters that are typed alone: %j make %j", async (quarters, latest, hint) => {
  const { type, heading } = opened("perQuarter");
  expect(heading).toBe("一季度\n当季");
  expect(await type("中小学新增学位", quarters)).toMatchObject({ latest, hint });
});

it("takes a rate as it stands, however the quarters are typed", async () => {
  expect(await opened("perQuarter").type("技改投资增速", [18, 15])).toMatchObject({ latest: 15, hint: "" });
});

it("knows the slips that core knows", () => {
  expect(magnitudeSlips("亿斤").map(({ factor }) => factor)).toEqual([2, 10, 100, 1e4]);
  expect(magnitudeSlips("").map(({ factor }) => factor)).toEqual([10, 100, 1e4]);
});
