/** Units as texts and tables write them, as data; what they measure and how they convert is in units.ts. */

/** Units by what they measure. Longer ones win, so 人次 is never read as 人. */
export const UNITS = {
  /** Counts of things that stand in the sentence beside them. */
  count: (
    "个 家 所 座 条 项 处 名 人 户 台 套 件 场 次 辆 张 位 对 组 支 部 艘 架 盏 块 片 宗 起 例 份 间 栋 幢 层 站 点 柜 桩 杆 眼 口 孔 班 期 轮 堂 篇 首 " +
    "册 幅 枚 头 只 羽 尾 株 棵 蒸吨 标箱 列 趟 席 匹 门 款 步 单 笔 户次 人次 场次 件次 车次 亩次 架次 班次 批次 批 项次 家次 辆次 台次 标准箱 课时 学时 " +
    "车位 泊位 床位 学位 托位 机位 岗位 台套 台（套） 辆（台） 处（座） 座（处） 张（床位） 个（次） 场（次） 人（次） 项（次） 人年 标台 箱 包 棒 桌 棚 团 队 村 路 台区 对次 组次 公顷 平方公里 平方千米"
  ).split(" "),
  money: "元 美元 万美元 欧元 人民币 港元 日元".split(" "),
  /** Sizes: in front of a noun they say how large it is, not how many there are. */
  measure: (
    "公里 千米 米 亩 平方米 平米 立方米 空方 方 微克 毫克 吨 担 公斤 千克 斤 升 千瓦 千瓦时 兆瓦 瓦 度 吨标准煤 吨标煤 微克/立方米 毫克/升 毫克/立方米 微克每立方米 分贝 海里 延米 延长米 " +
    "标准立方米 吨公里 载重吨 TEU 床 卷 MW kW kWh km km2 GW m2 ㎡ 平方 P E Gbps Mbps 千伏 千伏安 兆伏安 伏"
  ).split(" "),
  share: "% ‰ ％ 个百分点 百分点 倍 番 个百分比".split(" "),
  time: "年 月 日 天 号 周 小时 个小时 个月 工作日 个工作日 分钟 秒 分 岁 周岁 周年 年度 季度 月份 世纪 届 代 时 刻 课 版 寸 级 度 类 种 大 方面 环节 星 强 码 折 A G D R C K V 拍 线 轮次 线城市 声 等奖 号线 点钟".split(
    " ",
  ),
} as const;
export type UnitClass = keyof typeof UNITS;

const UNIT_WORDS: ReadonlySet<string> = new Set(
  Object.values(UNITS)
    .flat()
    .map((word) => word.normalize("NFKC")),
);
const SCALES = ["万亿", "千亿", "百亿", "亿", "千万", "百万", "万", "千", "百"];

/** Whether a text is a unit as tables write it: 个, 万人, 亿元, %, 平方米, 吨/年, 次/千人. */
export function isUnitWord(text: string): boolean {
  const word = text.normalize("NFKC").replace(/\s/gu, "");
  if (word === "" || word.length > 12) return false;
  const bare = SCALES.reduce(
    (rest, scale) => (rest === word && word.startsWith(scale) ? word.slice(scale.length) : rest),
    word,
  );
  if (bare === "") return true; // 万: of what the name says
  if (UNIT_WORDS.has(word) || UNIT_WORDS.has(bare)) return true;
  const [what = "", per = "", more] = bare.split("/");
  return more === undefined && per !== "" && (UNIT_WORDS.has(what) || isUnitWord(what)) && per.length <= 4;
}
