/** Figures of time, and numbers without a unit: most are dates and names, and these are promised. */
import { trimmedEnd } from "./blanks";
import type { LeftOutReason } from "./drafts";
import type { Surroundings } from "./signs";

/** What a unit of time counts, unless it is promised. */
interface TimeUnit {
  readonly units: string;
  readonly reason: LeftOutReason;
  /** What stands before it where it is promised. */
  readonly promised: RegExp;
  /** What makes a date of it even so. */
  readonly unless?: RegExp;
}
const TIME_UNITS: readonly TimeUnit[] = [
  // 65岁以上 says who is meant; 人均预期寿命达到79岁 is promised.
  { units: "岁 周岁", reason: "age", promised: /(?:预期|期望)寿命[^，。；]{0,12}$/u },
  // 优良天数330天, 平均住院日8天.
  {
    units: "天 日",
    reason: "date",
    promised: /(?:天数|日数|住院日|时限|时间|周期)[^，。；]{0,14}$|(?:压缩|缩短|压减)[至到为]?$/u,
    unless: /^(?:以前|前|起|至)/u,
  },
  // 筛查病种增加至20余类, 新增药品30种: kinds that are counted.
  {
    units: "类 种",
    reason: "name",
    promised: /(?:(?:增加?|扩大?|扩展|拓展|提高|达)[至到]|新增[^，。；]{0,6}|引进[^，。；]{0,6})(?:了)?$/u,
  },
  // 客户满意度不低于95分: points that are given, and no minutes.
  { units: "分", reason: "name", promised: /(?:满意度|得分|评分|测评|评价|成绩|考核|指数)[^，。；]{0,10}$/u },
  { units: "度", reason: "name", promised: /(?:用电|发电|节电|节约)[^，。；]{0,6}$/u },
  // 压缩至3小时, 办理时限缩短到5个工作日.
  {
    units: "小时 个小时 分钟 个月 工作日 个工作日",
    reason: "date",
    promised: /(?:压缩|缩短|控制|压减)[^，。；]{0,8}$/u,
  },
  // 平均受教育年限达11.3年.
  { units: "年", reason: "date", promised: /(?:年限|寿命)[^，。；\d]{0,6}$/u },
];
const BY_UNIT = new Map(TIME_UNITS.flatMap((each) => each.units.split(" ").map((unit) => [unit, each] as const)));
const DATES = new Set("月 号 周 秒 周年 年度 季度 月份 世纪 时 刻 点钟".split(" "));

/** 由20个工作日压减至8个工作日: where it starts from. */
const SHORTENED = /^(?:以[上内])?(?:压减|压缩|缩短|减少|延长)[至到为]/u;

/** Why a figure of time is none that is promised, or null. */
export function reasonOfTime({ figure: { bareUnit }, before, behind }: Surroundings): LeftOutReason | null {
  const known = BY_UNIT.get(bareUnit);
  if (known === undefined) return DATES.has(bareUnit) ? "date" : "name";
  const isPromised = known.promised.test(before) || SHORTENED.test(behind);
  return isPromised && known.unless?.test(behind) !== true ? null : known.reason;
}

/** 达到4.5 closes a clause: a number without a unit may be meant. Anything else without one is a name. */
export function isCountless({ before, behind }: Surroundings): boolean {
  const said = /(?:达到|达|控制在|提高到|提升到|降至|降到|稳定在|不低于|不超过|突破|增至)$/u.test(trimmedEnd(before));
  return !(
    said &&
    /^\s*(?:以上|以内|以下|左右)?\s*(?:$|[、）)])/u.test(behind) &&
    /(?:指数|系数|率|比|数|浓度|PM|得分|指标|量)[^，。；]{0,10}$/iu.test(before)
  );
}
