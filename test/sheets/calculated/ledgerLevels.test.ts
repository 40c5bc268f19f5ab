/** Levels with their unit and words of change in rows of growth: ledger and county table read them as the functions do. */
import { gapAnswer, statusAnswer } from "../../../src/core/answers";
import { isRefusal } from "../../../src/core/errors";
import { RULES } from "../../../src/core/status";
import type { Commitment } from "../../../src/core/types";
import type { Entry } from "../../../src/sheets/ledgerColumns";
import { periodsOf } from "../../../src/sheets/ledgerColumns";
import { zh } from "../../../src/strings/zh";
import { shaped, type Given } from "../../core/shaped";
import { FilledLedger, type Typed } from "./filledLedger";
import { FilledPlaces } from "./filledPlaces";

const RULE = RULES.standard;
const percent = (value: number) => ({ comparator: "plain", value, unit: "%" }) as const;
const past = (period: string, value: number, unit = "亿元") => ({ period, value, unit, state: "final" as const });
const growth = (more: Partial<Given> = {}): Given => ({ kind: "growth", target: percent(8), ...more });
const HISTORY = [past("2023Q1", 30), past("2023Q2", 142.05), past("2023-09", 2_000_000, "万元"), past("2023", 300)];

const index = shaped(
  growth({ history: HISTORY }),
  growth({ history: HISTORY, indicator: "单位能耗降幅", target: percent(3.1) }),
  growth({ history: [past("2023Q2", -5), past("2023", 0)] }),
  growth(),
  growth({ from: "2021-01-01", due: "2025-12-31", path: "compound", history: [past("2020", 100), past("2020Q2", 45)] }),
  growth({ history: HISTORY, rhythm: "halfYearly" }),
  growth({
    history: HISTORY,
    parts: [{ place: "songzi", value: 9, history: [past("2023Q2", 40), past("2023", 90)] }],
  }),
  growth({ history: [past("2023Q2", 52.3, "万吨"), past("2023", 110, "万吨")] }),
);
const { commitments } = index.catalog;

const TYPED: readonly Typed[] = [
  ..."153.4亿元 153.4 亿元|1534000万元|15,340,000,000元|１５３．４亿元|153.4亿元（快报）|快报153.4亿元|142.05亿元|130亿元|0亿元|-3亿元".split(
    "|",
  ),
  ..."153.4万吨|55万吨|550000吨|153.4|153.4亿|约153.4亿元|153.4公里|8.5%|8.5％|-2%|9|0.09|7.99".split("|"),
  ..."增长8.5%|同比增长8.5%|可比增长11.8%|比上年增长9%|下降3.2%|同比下降3.2%|增长8.5|增长0.09|增长9%（预计）|预计增长9%|增8%|降3%".split(
    "|",
  ),
  ..."3008.61亿元，增长6.1%|142.05亿元，可比增长11.8%|142.05亿元（同比增长9%）|142.05亿元、下降3.2%|1420500万元,增8%".split(
    "|",
  ),
  ..."142.05亿元，比上年增长9%|142.05 亿元； 按可比价格增长 9 %|60万人，增长9%|142.05，增长9%|142.05亿元，增长9".split(
    "|",
  ),
  ..."约142亿元，增长9%|142.05亿元，增长约9%|8%，增长9%|142.05亿元，持平|新增142.05亿元，增长9%|142.05亿元，增长9%，增8%".split(
    "|",
  ),
  ..."142.05亿元，增长9%（快报）|142.05亿元（快报），增长9%|3,008.61亿元，同比增长6.1％|142.05亿元 可比增长9%".split(
    "|",
  ),
  ..."增长约9%|增长153.4亿元|下降-3%|持平|—|".split("|"),
].map((text) => (/^-?[\d.]+$/.test(text) ? Number(text) : text === "" ? null : text));

/** Against a fall stated as a positive figure a rise without its % is read by the functions alone. */
const UNREAD: ReadonlySet<Typed> = new Set(["增长8.5", "增长0.09"]);
const isFall = ({ indicator }: Commitment) => indicator.includes("降幅");

/** What the function says: its word and its gap. */
function asked(commitment: Commitment, actual: Typed, asOf: string): { status: string; gap: unknown } {
  const entered = { actual, asOf };
  const gap = () => {
    try {
      return gapAnswer(index, RULE, commitment, entered);
    } catch (error) {
      if (isRefusal(error)) return null;
      throw error;
    }
  };
  try {
    return { status: zh.status[statusAnswer(index, RULE, commitment, entered)], gap: gap() };
  } catch (error) {
    if (isRefusal(error)) return { status: zh.status.unverifiable, gap: null };
    throw error;
  }
}

it.each([
  ["cumulative", "2024Q2", 6, "2024Q2"],
  ["cumulativeByMonth", "2024年1-9月", 9, "2024-09"],
] as const)("a ledger %s at %s", async (entry: Entry, asOf, month, judgedAt) => {
  const filled = new FilledLedger(index, RULE, entry, asOf);
  const current = periodsOf(entry).findIndex((period) => period.month === month);
  const found: unknown[] = [];
  let levels = 0;
  for (const typed of TYPED) {
    filled.fill(filled.ids.map(() => periodsOf(entry).map((_, at) => (at === current ? typed : null))));
    for (const { id, status, gap, latest, hint } of await filled.rows()) {
      const commitment = index.withId(String(id))!;
      // Between two reports a row is judged as of the last one.
      if (commitment.rhythm !== undefined && month === 9) continue;
      const function_ = asked(commitment, typed, judgedAt);
      if (isFall(commitment) && UNREAD.has(typed) && status === zh.status.unverifiable) continue;
      const isSame =
        status === function_.status &&
        (typeof function_.gap === "number" ? Math.abs(Number(gap) - function_.gap) < 1e-9 : typeof gap !== "number");
      if (!isSame) found.push({ typed, id, shown: [status, gap, latest, hint], function_ });
      if (hint === zh.ledger.hints.fromLevel) levels += 1;
    }
  }
  filled.close();
  expect(found).toEqual([]);
  expect(levels).toBeGreaterThan(5);
});

it("a county table reads a place's level against its own", async () => {
  const whole = commitments[6]!;
  const part = index.partIn(whole, "songzi")!;
  const table = new FilledPlaces(index, [whole], RULE, "2024Q2");
  for (const typed of [
    "43.6亿元",
    "436000万元",
    "可比增长9.5%",
    "43.6",
    "43.6公里",
    "8.9%",
    "43.6亿元（快报），按可比价格增长9.5%",
    "约43.6亿元，增8%",
  ]) {
    table.type(whole, "songzi", typed);
    expect([typed, (await table.row(whole, "songzi")).status]).toEqual([typed, asked(part, typed, "2024Q2").status]);
  }
  table.close();
});

it("says that a rate was worked out from a level, and asks for the rate where nothing is known", async () => {
  const filled = new FilledLedger(index, RULE, "cumulative", "2024Q2");
  filled.fill(filled.ids.map(() => [null, "160亿元", null, null]));
  const [first, , loss, unknown] = await filled.rows();
  expect(first).toMatchObject({ hint: "按现价倒算", status: "达进度" });
  expect(first?.latest).toBeCloseTo((160 / 142.05 - 1) * 100, 10);
  for (const row of [loss, unknown]) expect(row).toMatchObject({ status: "无法核验", hint: "像总量，请填增速" });
  filled.close();
});
