/** An invented city of nine counties in two groups, with targets of every shape split over them. */
import { CatalogIndex } from "../../src/core/catalog";
import { validateCatalog } from "../../src/core/loadCatalog";

export const YUNZHOU_PLACES = [
  ["qingyan", "青岩区", "市辖区"],
  ["wangjiang", "望江区", "市辖区"],
  ["gulou", "鼓楼台区", "市辖区"],
  ["shidu", "石渡县", "县市"],
  ["lanxi", "岚溪县", "县市"],
  ["baisha", "白沙市", "县市"],
  ["fengling", "枫岭县", "县市"],
  ["yunhe", "云禾县", "县市"],
  ["nanpu", "南浦市", "县市"],
] as const;

type PlaceId = (typeof YUNZHOU_PLACES)[number][0];
const IDS = YUNZHOU_PLACES.map(([id]) => id);

/** The parts of a promise: a figure for each place in their order; null for one that has none. */
const parts = (figures: readonly (number | null)[], more: Partial<Record<PlaceId, object>> = {}) =>
  IDS.flatMap((place, at) => {
    const value = figures[at] ?? null;
    return value === null && !more[place] ? [] : [{ place, ...(value === null ? {} : { value }), ...more[place] }];
  });

const source = { document: "doc", section: "分解表", phrase: "见分解表" };
const promise = (number: number, department: string, indicator: string, more: object) => ({
  id: `YZ2024-${String(number).padStart(3, "0")}`,
  department,
  indicator,
  modality: "plan",
  from: "2024-01-01",
  due: "2024-12-31",
  review: "confirmed",
  source,
  ...more,
});
const target = (value: number, unit: string, comparator = "plain") => ({ target: { comparator, value, unit } });
const level = (period: string, value: number) => ({ history: [{ period, value, state: "final" }] });

export function yunzhouCatalog() {
  return {
    schemaVersion: 2,
    id: "yunzhou-2024",
    title: "云州市2024年目标任务分解",
    region: "云州市",
    year: 2024,
    version: "2024-02-01",
    documents: [
      { id: "doc", title: "云州市2024年目标任务分解表", url: "https://www.yunzhou.example/2024/targets.html" },
    ],
    departments: [
      { id: "education", name: "市教育局" },
      { id: "reform", name: "市发改委" },
      { id: "safety", name: "市应急管理局" },
      { id: "civil", name: "市民政局" },
    ],
    places: YUNZHOU_PLACES.map(([id, name, group]) => ({ id, name, group })),
    commitments: [
      // 望江区 has no part; the parts add up to 300 more than the city's figure.
      promise(1, "education", "中小学新增学位", {
        kind: "flow",
        ...target(9000, "个"),
        parts: parts([1500, null, 1200, 1100, 1300, 900, 1000, 1200, 1100], {
          shidu: { value: 1100, ownPledge: 1300 },
        }),
      }),
      promise(2, "reform", "地区生产总值增速", {
        kind: "growth",
        ...target(7, "%", "about"),
        parts: parts([7.5, 7, 6.5, 8, 7, 7.2, 6.8, 7, 7.5]),
      }),
      promise(3, "safety", "生产安全事故起数", {
        kind: "flow",
        ...target(90, "起", "atMost"),
        parts: parts([10, 12, 8, 14, 10, 9, 11, 8, 8]),
      }),
      promise(4, "civil", "社区养老设施", {
        kind: "stock",
        ...target(300, "个", "atLeast"),
        baseline: { value: 210 },
        parts: parts([40, 36, 30, 34, 32, 30, 34, 32, 32], {
          qingyan: { value: 40, ...level("2023", 28) },
          wangjiang: { value: 36, ...level("2023", 36) },
        }),
      }),
      promise(5, "reform", "粮食产量", {
        kind: "flow",
        ...target(42, "亿斤", "atLeast"),
        profile: { quarterShares: [0, 0.3, 0.4, 1] },
        parts: parts([1.5, 0.6, 0.4, 8.2, 6.6, 7.3, 5.9, 6.1, 5]),
      }),
      promise(6, "civil", "生活垃圾分类覆盖率", {
        kind: "ratio",
        ...target(95, "%", "atLeast"),
        parts: parts([98, 98, 98, 90, 90, 92, 90, 90, 92]),
      }),
      promise(7, "civil", "编制养老服务规划", {
        kind: "milestone",
        parts: parts([], Object.fromEntries(IDS.map((id) => [id, {}]))),
      }),
      promise(8, "reform", "技术改造投资", {
        kind: "flow",
        ...target(142, "亿元"),
        source: {
          ...source,
          speaker: "市发改委主任 林一清",
          phrase: "技术改造投资142亿元",
          passage: "今年要把工业的底子打厚，全市完成技术改造投资142亿元，其中开发区占一半以上，年中按进度核一次。",
        },
        revisions: [
          { from: "2024-07-01", value: 128, basis: "市政府常务会议第9次", by: "督查室", recorded: "2024-07-03" },
        ],
        parts: parts([20, 18, 12, 22, 15, 16, 13, 14, 12], {
          baisha: {
            value: 16,
            revisions: [
              { from: "2024-07-01", value: 10, basis: "市政府常务会议第9次", by: "督查室", recorded: "2024-07-03" },
            ],
          },
        }),
      }),
      promise(9, "education", "幼儿园新增学位", {
        kind: "flow",
        ...target(2000, "个"),
        parts: parts([300, 200, 200, 250, 250, 200, 200, 200, 200]),
      }),
      promise(10, "education", "新增学位", { kind: "flow", sumOf: ["YZ2024-001", "YZ2024-009"] }),
      promise(11, "civil", "黑臭水体存量", {
        kind: "stock",
        ...target(20, "条", "atMost"),
        direction: "down",
        baseline: { value: 66 },
        parts: parts(
          [2, 3, 1, 3, 2, 2, 3, 2, 2],
          Object.fromEntries(
            IDS.map((id, at) => [id, { value: [2, 3, 1, 3, 2, 2, 3, 2, 2][at], ...level("2023", 6 + at) }]),
          ),
        ),
      }),
      promise(12, "reform", "财政收支差额", {
        kind: "flow",
        ...target(-10, "亿元", "atLeast"),
        parts: parts([2, -3, -1, -2, 1, -2, -2, -2, -1]),
      }),
      promise(13, "civil", "信访化解率", {
        kind: "ratio",
        review: "unclear",
        reviewReason: "两份文件不一致",
        ...target(90, "%"),
        parts: parts([90, 90, 90, 90, 90, 90, 90, 90, 90]),
      }),
    ],
  };
}

export const yunzhou = () => new CatalogIndex(validateCatalog(yunzhouCatalog()));

/** A city of so many counties, each with a part of so many indicators, every fifth a rate of growth. */
export function largeCity(places: number, indicators: number) {
  const ids = Array.from({ length: places }, (_, at) => `place-${at + 1}`);
  return new CatalogIndex(
    validateCatalog({
      ...yunzhouCatalog(),
      places: ids.map((id, at) => ({ id, name: `第${at + 1}县`, group: at % 2 === 0 ? "东片" : "西片" })),
      commitments: Array.from({ length: indicators }, (_, at) =>
        promise(at + 1, "reform", `第${at + 1}项`, {
          ...(at % 5 === 0
            ? { kind: "growth", ...target(7, "%") }
            : { kind: "flow", ...target(1000 * places, "万元", "atLeast") }),
          parts: ids.map((place, number) => ({ place, value: at % 5 === 0 ? 6 + number / 10 : 900 + 10 * number })),
        }),
      ),
    }),
  );
}
