/** Figures that tell things apart by their size: 亿元以上项目, 50户以上自然村, 120万千瓦电站, 50米内换乘. */
import type { Comparator } from "../core/types";
import { comparatorBehind } from "./comparators";
import type { LeftOutReason } from "./drafts";
import { leadingVerb } from "./leadingVerb";
import { counts, inUnits, measures, money, shares, SignTable, type Sign, type Surroundings } from "./signs";
import { DONE_BEFORE, PLANTS } from "./sizeSigns";

/** Which of many is meant, or how large it is, by what stands behind the figure. */
export function reasonOfSize(seen: Surroundings): LeftOutReason | null {
  const { behind } = seen;
  if (behind === "") return null;
  const compared = comparatorBehind(behind);
  if (!compared) return OF_SUCH_SIZE.reasonFor(seen);
  return isThreshold(seen, behind.slice(compared.length).trimStart(), compared.comparator) ? "threshold" : null;
}

export const THRESHOLDS: readonly Sign[] = [
  // 新增500亿企业1家: how large each is, with its 元 left away.
  {
    reason: "threshold",
    of: ({ unit }) => unit === "亿",
    behind: /^(?:级|以上)?(?:工业|产业|龙头|制造业)?(?:企业|产业|园区|集群|项目|强县|强镇)/u,
  },
  // 针对3%最低收入人员: of whom.
  { reason: "threshold", of: shares, before: /(?:针对|面向)$/u, behind: /^(?:的)?[\u4e00-\u9fff]{2}/u },
  // 解决人均面积不足12平方米困难户的住房, 月收入低于1200元的居民: whom it is done for.
  {
    reason: "threshold",
    of: (counted) => money(counted) || measures(counted),
    before: /(?:不足|(?<!不|不得|不能)(?:低于|少于|小于)|不到|不满|未达到?)$/u,
    behind:
      /^的[\u4e00-\u9fff]{2,12}(?:\d|实施|进行|开展|予以|给予|办理|发放)|^(?:的)?[\u4e00-\u9fff、（）]{0,10}?(?:家庭|户(?![外籍均型用])|居民|群众|人员|人群|对象|住房|职工|老人|老年人|学生|教师|房屋|企业|单位|项目|路段|道路)/u,
  },
  // 新增3亿元以上规模商圈2个, 建成8亩以上游园6个: the size of what is counted next; but 新增8亩以上供应企业6家.
  {
    reason: "threshold",
    of: (counted) => money(counted) || measures(counted),
    before: /(?:^|[、，]|新增|净增|培育|引进|招引|打造|新建|建设|建成|实现|落户|其中)$/u,
    behind: /^(?:及?以上)(?:的)?[\u4e00-\u9fff]{2,10}?(?:达到?|超过|突破)?\d[\d.]*[个家户只条处项座]/u,
    holds: ({ behind }) => leadingVerb(behind.replace(/^及?以上的?/u, "")) === "",
  },
  // 建设不少于400平方米活动中心3处: the same, said before.
  {
    reason: "threshold",
    of: inUnits("平方米 亩 公顷 米"),
    before: /(?:不少于|不低于|不小于|至少)$/u,
    behind: /^(?:的)?[\u4e00-\u9fff]{2,12}\d[\d.]*[个家户只条处座所]/u,
    holds: ({ behind }) => leadingVerb(behind.replace(/^的/u, "")) === "",
  },
  // 年产茶叶3吨的家庭农场60家: which of those that are counted next.
  {
    reason: "threshold",
    of: (counted) => !shares(counted),
    behind:
      /^(?:以上|以下)?的[\u4e00-\u9fff]{0,10}?(?:户|企业|场|基地|合作社|农场|村|镇|园区|小区|单位|项目)\d[\d.]*(?:户|家|个|处)/u,
    unless: { before: /(?:新建|建设|建成|实施|完成|改造)$/u },
  },
  // 55%以上的村收入达到10万元以上: so many reach it, which is the promise.
  {
    reason: "threshold",
    of: (figure) => !shares(figure),
    head: /\d[%％](?:以上|左右)?的[^，。；、\d]{1,20}(?:达到?|超过?|突破|不低于|不少于)$/u,
  },
  // 20%的村集体年收入超30万元: which of them the share counts.
  {
    reason: "threshold",
    isLast: true,
    head: /\d[%％](?:以上)?的[^，。；、\d]{2,16}(?:超过?|达到?|突破|不低于|不少于|高于)$/u,
  },
  // 突破100亿元大关，达到105亿元: what is passed, and then what is promised.
  {
    reason: "mark",
    of: (counted) => !shares(counted),
    beyond: /^(?:的)?(?:新)?(?:大关|台阶|关口)[，,、](?:力争|确保)?(?:达到?|完成|实现)约?\d/u,
  },
];

/** With a comparator: 2000万元以上企业, 50户以上自然村, 2万元以上且…. */
function isThreshold({ figure, before, behind }: Surroundings, noun: string, comparator: Comparator): boolean {
  if (noun === "") return false;
  const isMeasured = figure.unitClass === "money" || figure.unitClass === "measure";
  if (/^(?:且|但)/u.test(noun)) return true;
  // 其中十亿元以上50个: the size of what is counted next.
  if (isMeasured && /^\d/.test(noun)) return true;
  // 空置率30%以下“空心村”: which of them.
  if (figure.unitClass === "share" && noun.startsWith("“") && /率$/u.test(before)) return true;
  if (!NOUN.test(noun) || NOT_NOUN.test(noun)) return /^[及和]以[上下]/u.test(behind);
  // 完成投资35亿元以上的水利工程建设: so much of it is done.
  if (figure.unitClass === "money" && /(?:完成|实现|新增)投资(?:额)?$/u.test(before)) return false;
  const isSize = isMeasured || figure.bareUnit === "单" || figure.bareUnit === "蒸吨";
  if (isSize && comparator !== "about" && (noun.startsWith("的") || SIZED_THINGS.test(noun))) return true;
  // 100张以上床位的养老机构: how large it is.
  if (/^(?:床位|车位|泊位|学位|座位)的/u.test(noun)) return true;
  // 为5户以上困难家庭: families are counted in 户, and told apart by 人.
  if (figure.bareUnit === "户" && /^(?:的)?[\u4e00-\u9fff]{0,6}?家庭/u.test(noun)) return false;
  if (HEADS(figure) && OF_HEADS.test(noun)) return !/^(?:就业|参加|参保)/u.test(noun);
  // …达1000单以上的主体: the clause describes the thing behind it.
  return (
    noun.startsWith("的") && figure.unitClass === "count" && /[\u4e00-\u9fff](?:达|达到|超过|超|在)$/u.test(before)
  );
}
const NOUN = /^(?:的|且|并|、?及)?[\u4e00-\u9fff“"A-Za-z]/u;
const NOT_NOUN = /^(?:和|及|、|以及|与|并|用于|服务|左右)/u;
const HEADS = inUnits("户 人 名 口");
const OF_HEADS = /^(?:的)?[\u4e00-\u9fff（）]{0,6}?(?:村|屯|组|小区|社区|乡镇|镇|乡|企业|单位|园区|城市|家庭|大?班)/u;
/** Nouns that have a size: in front of them 亿元以上 or 120万千瓦 says how large they are. */
const SIZED_THINGS =
  /^(?:的|级|规模|左右的)?[\u4e00-\u9fff（）“”、A-Za-z0-9]{0,14}?(?:固定资产投资|项目|企业|产业|集群|园区|主体|增长点|单位|工程|电站|机组|电厂|电网|热电|水库|公司|商户|基地|工厂|装置|生产线|线路|变电站|码头|泊位|航道|矿山|煤矿|锅炉|设备|订单|农户|大户|合作社|家庭农场|村|乡镇|镇|街道|社区|小区|城市|河流|湖泊|卫星|产品|品牌|平台|商圈|街区|县|区|重大|单体|部件|供水|老旧)/u;

const MAKES = /^(?:万|亿)(?:辆|台|套|件|片|只|块|支|锭|台套|部|吨|张)?$/u;

const POWER = inUnits("千瓦 兆瓦 瓦 伏 蒸吨 MW GW");
const PLAIN = inUnits("吨 亩 公里 米 平方米 升 平方公里 公斤 床");
const DISTANCE = inUnits("米 公里 千米 海里");
/** Without a comparator: 70万千瓦热电项目, 3公里长. */
const OF_SUCH_SIZE = new SignTable([
  // 直航式28车位汽渡船: the size stands in the name.
  {
    reason: "size",
    of: counts,
    before: /(?:[\u4e00-\u9fff]式|[\u4e00-\u9fff]型)$/u,
    behind: /^[\u4e00-\u9fff]{2,8}\d/u,
  },
  // 长城40万辆乘用车项目, 京棉7万纱锭整体搬迁项目: what somebody's plant makes, behind whose it is.
  {
    reason: "size",
    of: ({ unit }) => MAKES.test(unit),
    behind:
      /^(?:的)?[\u4e00-\u9fff]{2,14}?(?:项目|生产线|车间|工厂|产业园|生产基地)(?!个|数|\d)|^(?:[\u4e00-\u9fff]{2,10}(?:及|和)[\u4e00-\u9fff]{2,8}|[\u4e00-\u9fff]{2,8})、[^，。；\d]{2,12}\d|^[\u4e00-\u9fff]{2,10}等\d+[个项]/u,
    unless: { before: DONE_BEFORE },
  },
  // 推进甲发电、乙10万吨锌、丙电器等前期项目: what one of them makes.
  {
    reason: "size",
    of: inUnits("吨"),
    behind: /^[\u4e00-\u9fff]{1,10}、[^，。；\d]{2,24}等[^，。；\d]{0,8}(?:项目|企业|工程)/u,
    unless: { before: DONE_BEFORE },
  },
  // 培育一批资产超50亿元、100亿元的企业: from what size on.
  {
    reason: "threshold",
    of: money,
    before: /(?:投资|资产|产值|收入|市值|营收)(?:超过?|过)$|[十百千\d]亿元、超?$/u,
    behind:
      /^[^，。；\d]{0,28}(?:企业|项目|集团|园区|集群|基地)|^、超?\d+[十百千]?亿元[^，。；\d]{0,20}(?:企业|项目|集团|园区|集群|基地)/u,
  },
  // 农宅空置率30%—50%的“空心村”: which of them.
  { reason: "threshold", of: shares, before: /率$/u, behind: /^的[“\u4e00-\u9fff]/u },
  // 做好总投资52亿元、160个项目的前期工作.
  { reason: "size", of: money, before: /总投资(?:约|近|超)?$/u, behind: /^、\s?\d+个[^，。；]{0,8}项目的/u },
  { reason: "size", of: money, behind: /^(?:投资|增发国债)?计划中/u },
  // 推进国家发布的1.17万亿640个项目
  { reason: "size", of: ({ unit }) => /[万亿]$/u.test(unit), before: /的$/u, behind: /^\d/u },
  // 70万千瓦热电项目
  {
    reason: "size",
    of: POWER,
    behind: /^(?:的|级)?[\u4e00-\u9fff、]{0,20}?(?:项目|电站|机组|电厂|热电|工程|锅炉|输变电|线路|变电站)/u,
  },
  // 20兆瓦分布式光伏; 新增光伏20兆瓦 is promised.
  {
    reason: "size",
    of: POWER,
    behind:
      /^(?:太阳能|屋顶|分布式|集中式|农光互补|渔光互补|地面|陆上|海上|生物质|独立|共享|新型|高海拔|实验|试验|示范|全|大型|规模化)*(?:光伏|风电|储能|发电|电池)/u,
    unless: { before: /(?:新增|装机|并网|新建|建成|投产|完成|实施)[^，。；]{0,6}$/u },
  },
  // 50米内换乘, 5公里以内的学校: how far it is at most.
  { reason: "threshold", of: DISTANCE, behind: /^(?:范围)?(?:以|之)?内(?:的)?[\u4e00-\u9fff]/u },
  { reason: "threshold", of: DISTANCE, before: /(?:时速|海拔|车速)$/u },
  // 举办50公里徒步: how far one goes.
  {
    reason: "size",
    of: DISTANCE,
    behind: /^(?:以上)?[\u4e00-\u9fff]{0,4}?(?:徒步|越野|健步|长跑|骑行|毅行|马拉松|竞走)/u,
  },
  // 500米公交站点覆盖率: within what distance.
  { reason: "threshold", of: DISTANCE, behind: /^[\u4e00-\u9fff]{0,10}覆盖率/u },
  // 120万吨乙烯改造项目, 300万吨煤矿: what a plant can make. 新增30万吨冷库 is promised.
  { reason: "size", of: inUnits("吨"), behind: PLANTS, unless: { before: /新增$/u } },
  // 超10亿元农业龙头企业达到100家: the count follows.
  {
    reason: "threshold",
    of: money,
    behind:
      /^[\u4e00-\u9fff]{0,12}?(?:企业|项目|集群|园区)(?:总数|数量)?(?:达到?|超过|突破|不少于|不低于)?\d[\d.]*(?:家|个|户)/u,
  },
  // 超30亿元或3亿美元项目6个, 十亿元企业30家: what stands right behind money is as large as that.
  {
    reason: "threshold",
    of: money,
    behind:
      /^(?:(?:或|或者)[超约]?[\d.]+[万亿]*[美欧]?元|[、和及][十百千]+亿元)?(?:级)?(?:以上)?(?:工业|产业|重点|重大|制造业|外资|龙头|专业|大)?(?:项目|企业|产业|集群|园区|市场|商圈|强企|镇|县)(?![资建投])/u,
  },
  // 总投资120亿元的产业园项目, 年产10万吨新材料项目: how large it is, not what is promised.
  {
    reason: "size",
    of: (counted) => !counts(counted) && !POWER(counted),
    before: /(?:总投资|投资额|年产|年产值|占地|全长|总长|建筑面积)(?:约|近|超|达|为)?$/u,
    behind: /^(?:的)?[\u4e00-\u9fff]/u,
  },
  // 超过1000万元的政府采购项目: which of them.
  {
    reason: "threshold",
    of: money,
    before: /(?:不?超过|超|(?<![超通经])过|大于|高于|不足|低于|少于|小于|不少于|不低于|达到?)$/u,
    behind: SIZED_THINGS,
    holds: ({ behind }) => behind.startsWith("的"),
  },
  // 投资6.5亿元的整体搬迁项目建成投产: the same, and the money is not what is promised.
  { reason: "size", of: money, before: /投资额?(?:约|近|逾|超过?|过|达|为)?$/u, behind: /^的[\u4e00-\u9fff“\d]/u },
  // 每人500元补贴
  {
    reason: "allowance",
    of: money,
    before: /(?:每|最高|给予|一次性|按)[^，。；]{0,10}$/u,
    behind: /^(?:的)?(?:标准|补贴|补助|奖励|资助)/u,
  },
  // 3公里长, 5米高: but 40公里高速, 长江, 深圳 begin words of their own.
  {
    reason: "size",
    of: (counted) => counted.unit === counted.bareUnit && PLAIN(counted),
    behind:
      /^(?:级|宽(?![带阔敞裕])|长(?![江城途输期廊效三株春沙])|高(?![速铁压标质原效等清端架海新])|深(?![圳水海度远加化]))/u,
  },
]);
