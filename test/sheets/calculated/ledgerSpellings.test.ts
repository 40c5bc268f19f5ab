/** What people write into rows: the ledger reads it as the functions do, by quarter and by month; the few it does not are listed, and are 无法核验. */
import { gapAnswer, statusAnswer } from "../../../src/core/answers";
import { isRefusal } from "../../../src/core/errors";
import { RULES } from "../../../src/core/status";
import { periodsOf, type Entry } from "../../../src/sheets/ledgerColumns";
import { zh } from "../../../src/strings/zh";
import { shaped, type Given } from "../../core/shaped";
import { FilledLedger } from "./filledLedger";

const RULE = RULES.standard;
const of = (kind: Given["kind"], indicator: string, value: number, unit: string, more: Partial<Given> = {}): Given => ({
  kind,
  indicator,
  target: { comparator: "plain", value, unit },
  ...more,
});
const levels = (unit: string) =>
  ["2023Q1", "2023Q2", "2023"].map((period, at) => ({
    period,
    value: [50, 190, 410][at]!,
    unit,
    state: "final" as const,
  }));
const index = shaped(
  of("growth", "零售额增速", 6.5, "%", { history: levels("亿元") }),
  of("growth", "能耗降幅", 3.1, "%", { history: levels("万吨标准煤") }),
  of("growth", "进出口增速", 5, "%"),
  of("growth", "指数提高", 2, "个百分点"),
  of("ratio", "优良天数比例", 88, "%"),
  of("ratio", "死亡率", 10, "/10万"),
  of("flow", "财政收入", 142, "亿元"),
  of("flow", "新增就业", 4.2, "万人"),
  of("flow", "建成小水库", 1300, "座"),
  of("flow", "粮食产量", 42, "亿斤"),
  of("flow", "治理面积", 500, "平方公里"),
  of("flow", "新增绿地", 30, "万平方米"),
  of("flow", "用电量", 3.5, "亿千瓦时"),
);

const product = (...lists: readonly (readonly string[])[]) =>
  lists.reduce<readonly string[]>((all, list) => all.flatMap((one) => list.map((each) => one + each)), [""]);
const AGAINST =
  "|同比|可比|按可比价格|按可比价|按可比口径|按不变价|按不变价格计算|按可比价计算，|同口径|按同口径|比上年|比去年|较上年同期|可比口径同比|同比按可比价|名义".split(
    "|",
  );
const CHANGES = "增长 增加 上升 提高 提升 增 下降 降低 减少 回落 负增长 下滑 下跌 降 减".split(" ");
const RATES = [
  ...product(AGAINST, ["增长", "下降"], ["6.6%"]),
  ...CHANGES.map((word) => `${word}6.6%`),
  ..."6.6％|6.6 %|+6.6%|-6.6%|6.6%（快报）|快报6.6%|初步核算6.6%|6.6%快报|预计完成6.6%|完成6.6%|达到6.6%|增长6.6|下降6.6|增长0.066|增长6.6%（初步核算）".split(
    "|",
  ),
  ..."预计同比增长6.6%|6.6个百分点|增长6.6个百分点|持平|增长约6.6%|6.6%左右|同比6.6%|同比-6.6%|同比增长 6.6 %|6.6 6%|预计6. 6%|比上年|按增长6.6%|上年增长6.6%".split(
    "|",
  ),
];
const LEVELS = [
  ..."203亿元|203.5 亿元|2030000万元|0.0203万亿元|203亿|快报203亿元|203亿元（快报）|203亿元（初步核算）|约203亿元|完成203亿元|203亿人民币".split(
    "|",
  ),
  ..."203亿元左右|预计完成203亿元|48万吨标准煤|48万吨|60头|203户|500万人次|7.5万平方米|203|203%|增加203亿元".split("|"),
];
const BESIDE = product(
  LEVELS,
  "，增长6.6%|，按可比价格增长6.6%|（可比增长6.6%）| 下降3.2%|；增6.6%|，按不变价计算，增长6.6%|，增长6.6%（快报）|，增长6.6|，同比6.6%".split(
    "|",
  ),
);
const OWN: Readonly<Record<string, string>> = {
  优良天数比例: "达到87%|87％|87%（快报）|87个百分点|达87%|同比6.6%|约87%",
  死亡率: "8.2/10万|8.2‰|0.0082%|8.2/10万人|0.05（快报）|增长8.2/10万",
  财政收入:
    "70亿|70亿元|700000万元|70亿人民币|人民币70亿元|¥70亿元|0.007万亿元|7000百万元|0.7百亿元|70亿块|约70亿元|70亿美元|已完成70亿元|合计70亿元|达70亿元|增加70亿元|减少70亿元|同比增加70亿元|初步统计70亿元|预计数：70|70多亿元|共计70",
  新增就业: "2.1万人|2.1万|21000人|2.1万名|21千人|2.1万人（初步）|210百人|2.1万 人",
  建成小水库: "600座|0.06万座|6百座|0.6千座|600座（预计）|600余座|600个|新增600座|600座已完成",
  粮食产量: "21亿斤|105万吨|10.5亿公斤|10.5亿千克|10.5亿kg|21亿市斤|105万t|1.05百万吨",
  治理面积: "250平方公里|250平方千米|250km2|250km²|375000亩|2.5万公顷",
  新增绿地: "15万平方米|15万平米|15万㎡|15万m2|15万m²|15万平方",
  用电量: "1.7亿千瓦时|17000万千瓦时|1.7亿度|1.7亿|1.7亿元",
};
/** Numbers in words, and rises without their % against a fall: more than a native formula reads. */
const WORDS = ["七十亿元", "百分之六点六", "两万一千人", "八成七"];

/** Texts for a row. Of the many for rows of growth a ledger by quarter takes every other one, and a ledger by month the rest. */
const typedInto = (indicator: string, kind: string, half: number) => [
  ...(OWN[indicator] ?? "").split("|").filter((text) => text !== ""),
  ...(kind === "growth" ? [...RATES, ...LEVELS, ...BESIDE].filter((_, at) => at % 2 === half) : []),
  ...WORDS,
];
const UNREAD = "增长6.6";

function asked(id: string, actual: string, asOf: string) {
  const commitment = index.withId(id)!;
  const entered = { actual, asOf };
  try {
    const status = zh.status[statusAnswer(index, RULE, commitment, entered)];
    return { status, gap: status === zh.status.unreported ? null : gapAnswer(index, RULE, commitment, entered) };
  } catch (error) {
    if (isRefusal(error)) return { status: zh.status.unverifiable, gap: null };
    throw error;
  }
}

it.each([
  ["cumulative", "2024Q2", 0],
  ["cumulativeByMonth", "2024年1-6月", 1],
] as const)("a ledger %s reads as the functions", async (entry: Entry, asOf, half) => {
  const filled = new FilledLedger(index, RULE, entry, asOf);
  const typed = new Map(
    filled.ids.map((id) => [id, typedInto(index.withId(id)!.indicator, index.withId(id)!.kind, half)] as const),
  );
  const unread: string[] = [];
  const wrong: unknown[] = [];
  let read = 0;
  for (let round = 0; round < Math.max(...[...typed.values()].map((texts) => texts.length)); round += 1) {
    filled.fill(
      filled.ids.map((id) =>
        periodsOf(entry).map(({ month }) => (month === 6 ? (typed.get(id)?.[round] ?? null) : null)),
      ),
    );
    for (const { id, status, gap } of await filled.rows()) {
      const text = typed.get(String(id))?.[round];
      if (text === undefined) continue;
      const function_ = asked(String(id), text, asOf);
      const isSame =
        status === function_.status &&
        (function_.gap === null ? typeof gap !== "number" : Math.abs(Number(gap) - function_.gap) < 1e-9);
      if (isSame && typeof gap === "number") read += 1;
      if (!isSame && status === zh.status.unverifiable) unread.push(`${index.withId(String(id))?.indicator} ${text}`);
      else if (!isSame) wrong.push({ id, text, shown: [status, gap], function_ });
    }
  }
  filled.close();
  expect(wrong).toEqual([]);
  expect(unread.filter((each) => !WORDS.some((word) => each.endsWith(word))).sort()).toEqual(
    RATES.indexOf(UNREAD) % 2 === half ? [`能耗降幅 ${UNREAD}`] : [],
  );
  expect(read).toBeGreaterThan(350);
});
