/** Figures that say how large a thing is, or from what size on it is meant: 总投资12.6亿元, 日处理4万吨, 50户以上自然村, 120万千瓦电站. */
import type { Comparator } from "../core/types";
import { comparatorBehind } from "./comparators";
import {
  ABLE_TO,
  AS_LARGE_AS,
  CAPACITY_BEFORE,
  DIMENSION,
  PLANTS,
  PROJECT_DONE,
  PROJECT_SIZE,
  SIZED_THINGS,
} from "./contextWords";
import type { LeftOutReason } from "./drafts";
import type { Figure } from "./patterns";

/** A figure with what stands around it in its clause. */
export interface Seen {
  readonly figure: Figure;
  readonly left: string;
  readonly right: string;
}

/** 东环快速路总投资12.6亿元，全长4.3公里; 日处理4万吨: how large one thing is, of which nothing is said to be done. */
export function isSizeOfOne({ figure, left, right }: Seen, text: string, sentenceStart: number): boolean {
  if (EACH_SO_LARGE.test(left) && /^(?:左右|以上)?的/u.test(right)) return true;
  if (MADE_A_YEAR.test(left) && MAKER.test(right)) return true;
  if (MADE_UNITS.test(figure.bareUnit) && PLANT_BY_SIZE.test(right) && !COUNTED_AS.test(left)) return true;
  if (figure.unitClass === "measure" && EACH_BUILDS.test(left) && /^(?:左右|以上)?的/u.test(right)) return true;
  if (figure.unitClass === "count" || figure.unitClass === "share") return false;
  if (figure.unitClass === "measure" && (DIMENSION.test(left) || HOW_LONG.test(left))) return true;
  if (ABLE_TO.test(left) && PLANTS.test(right)) return true;
  if (CAPACITY_BEFORE.test(left)) return !CAPACITY_PROMISED.test(left);
  if (COVERS.test(left)) return true;
  if (!PROJECT_SIZE.test(left)) return false;
  if (
    AREA_OF.test(left) &&
    OF_ONE.test(text.slice(Math.max(sentenceStart, figure.start - SENTENCE_BEFORE), figure.start))
  )
    return true;
  if (
    AREA_OF.test(left) &&
    !COUNTED_OR_ADDED.test(text.slice(Math.max(sentenceStart, figure.start - SENTENCE_BEFORE), figure.start))
  )
    return true;
  if (ONE_PROJECT.test(text.slice(Math.max(sentenceStart, figure.start - SENTENCE_BEFORE), figure.start))) return true;
  return !PROJECT_DONE.test(text.slice(Math.max(sentenceStart, figure.start - SENTENCE_BEFORE), figure.start));
}
/** 新增2万吨冷库: how much of it there is to be. */
const COUNTED_AS = /(?:新增|增加|新建|建成|建设|扩建|改造|总量|库容|达到?)[^，。；、\d]{0,6}$/u;
/** 建设智慧仓库，占地430亩，建筑面积18万平方米: of the one that is built. */
const AREA_OF = /(?:占地(?:面积)?|建筑面积)(?:约|近|超|达|为|共)?$/u;
/** 新建宿舍楼1栋，总建筑面积3050平方米. */
const OF_ONE = /(?<![\d.])[1一][个座栋幢所处]，[^，。；\d]{0,6}$/u;
const COUNTED_OR_ADDED = /\d[\d.]*[余多]?(?:个|项|条|座|家|处|宗|批|所|栋|幢|套)|新增|增加/u;
/** 实施金钟路改造提升工程，总里程6.7公里: one, by its name. */
const ONE_PROJECT =
  /(?:^|[，。；\n、])[^，。；\d]{0,8}(?:实施|启动|推进|加快|完成)(?!农村|乡村|通村|城乡|城区|城市|全[市县区]|县乡|村组)[\u4e00-\u9fff“”]{2,24}?(?:路|街|线|桥|大道|隧道|河|渠)(?:（[^（）]{1,16}）)?[\u4e00-\u9fff]{0,10}?(?:工程|项目|建设)，[^，。；、\d]{0,8}$/u;
/** 41项工程总投资1900万元，其中市级资金400万元，受益人口3万人: how large they are together, and who pays. */
export function isOfProjectSize(
  { figure, left, right }: Seen,
  text: string,
  clauseStart: number,
  sentenceStart: number,
) {
  const head = text.slice(clauseStart, figure.start);
  if (/^[\s　]*$/u.test(head) && WHOSE_TOTAL.test(right)) return true;
  if (figure.unitClass === "money" && COUNTED_TOTAL.test(head)) return true;
  if (!SHARE_OF_TOTAL.test(left)) return false;
  return SAID_TOTAL.test(text.slice(Math.max(sentenceStart, clauseStart - SENTENCE_BEFORE), clauseStart));
}
const WHOSE_TOTAL = /^[^，。；、\d]{0,16}(?:工程|项目)(?:计划|概算|估算)?总投资/u;
const COUNTED_TOTAL = /^[\s　]*\d+[个项处座条件][^，。；\d]{0,16}(?:工程|项目)(?:计划|概算|估算)?总投资(?:约|达|为)?$/u;
const SHARE_OF_TOTAL =
  /(?:(?:中央|国家|省级?|市级?|县级?|地方|上级)(?:财政)?(?:预算内)?(?:资金|投资|补助|配套)(?:资金)?|(?:自筹|配套)(?:资金)?|受益(?:人口|群众))(?:约|达)?$/u;
const SAID_TOTAL =
  /(?:^|[，。；\n])[\s　]*(?:\d+[个项处座条件])?[^，。；\d]{0,16}(?:工程|项目)(?:计划|概算|估算)?总投资/u;
const SENTENCE_BEFORE = 120;
/** 基地一处，占地面积78亩: never what is promised. */
const COVERS = /(?<!新增|收储|盘活|腾退)(?:总?占地|占地总?面积)(?:约|近|达|为)?$/u;
/** 年产12亿只手套、小米食品等签约项目: what somebody makes. */
const MADE_A_YEAR = /[年日月](?:产|出栏|屠宰|加工|处理|存栏)(?:量|能)?(?:约|达)?$/u;
const MAKER =
  /^[^，。；\d]{0,40}?(?:项目|生产线|基地|工厂|产业园|车间)|^的\d+[栋座条个处家][^，。；\d]{0,20}(?:项目|生产线|基地|厂|场|园|车间)/u;
/** 玖兴50万吨饲料厂、1亿羽孵化基地投产运营: how much it makes. */
const PLANT_BY_SIZE =
  /^[\u4e00-\u9fff]{0,6}?(?:厂|生产线|孵化基地|孵化场|屠宰场|加工基地|冷库|粮库|饲料基地)(?![区房家长商])/u;
const MADE_UNITS = /^(?:吨|羽|只|头|方|件|袋|枚|瓶|箱)$/u;
/** 建立面积各20平方公里的园区. */
const EACH_SO_LARGE = /面积(?:各|均)?(?:约|为|达)?$/u;
/** 城内各村分别建成3亩左右的游园. */
const EACH_BUILDS =
  /(?:各|每个?)[\u4e00-\u9fff]{1,4}(?:均|都|分别|至少|各)?(?:建成|建设|新建|建|打造|规划|预留|安排)(?:一[个处座片块])?$/u;
/** 总投资9亿元，长3公里. */
const HOW_LONG = /^[\s　]*[全总]?长度?(?:约|近|达|为)?$/u;
const CAPACITY_PROMISED = /新增|净增|增加|提高|提升|形成|达到/u;

/** 亿元以上项目, 2万元以上且…, 50户以上自然村, 120万千瓦电站: the size of a thing. */
export function reasonOfSize(seen: Seen): LeftOutReason | null {
  const { right } = seen;
  const behind = comparatorBehind(right);
  if (!behind) return reasonWithoutComparator(seen);
  return isThreshold(seen, right.slice(behind.length).trimStart(), behind.comparator) ? "threshold" : null;
}

/** With a comparator: 2000万元以上企业, 50户以上自然村, 2万元以上且…. */
function isThreshold({ figure, left, right }: Seen, noun: string, comparator: Comparator): boolean {
  if (noun === "") return false;
  const isMeasured = figure.unitClass === "money" || figure.unitClass === "measure";
  if (/^(?:且|但)/u.test(noun)) return true;
  // 其中十亿元以上50个: the size of what is counted next.
  if (isMeasured && /^\d/.test(noun)) return true;
  // 空置率30%以下“空心村”: which of them.
  if (figure.unitClass === "share" && noun.startsWith("“") && /率$/u.test(left)) return true;
  if (!NOUN.test(noun) || NOT_NOUN.test(noun)) return /^[及和]以[上下]/u.test(right);
  const isSize = isMeasured || figure.bareUnit === "单" || figure.bareUnit === "蒸吨";
  if (isSize && comparator !== "about" && (noun.startsWith("的") || SIZED_THINGS.test(noun))) return true;
  // 100张以上床位的养老机构: how large it is.
  if (/^(?:床位|车位|泊位|学位|座位)的/u.test(noun)) return true;
  // 为5户以上困难家庭: families are counted in 户, and told apart by 人.
  if (figure.bareUnit === "户" && /^(?:的)?[\u4e00-\u9fff]{0,6}?家庭/u.test(noun)) return false;
  if (
    HEADS.has(figure.bareUnit) &&
    /^(?:的)?[\u4e00-\u9fff（）]{0,6}?(?:村|屯|组|小区|社区|乡镇|镇|乡|企业|单位|园区|城市|家庭|大?班)/u.test(noun)
  )
    return !/^(?:就业|参加|参保)/u.test(noun);
  // …达1000单以上的主体: the clause describes the thing behind it.
  return noun.startsWith("的") && figure.unitClass === "count" && /[\u4e00-\u9fff](?:达|达到|超过|超|在)$/u.test(left);
}
const NOUN = /^(?:的|且|并|、?及)?[\u4e00-\u9fff“"A-Za-z]/u;
const NOT_NOUN = /^(?:和|及|、|以及|与|并|用于|服务|左右)/u;
const HEADS = new Set(["户", "人", "名", "口"]);
const POWERS = new Set(["千瓦", "兆瓦", "瓦", "伏", "蒸吨", "MW", "GW"]);
const ADDED_POWER = /(?:新增|装机|并网|新建|建成|投产|完成|实施)[^，。；]{0,6}$/u;
const SIZE_BEFORE = /(?:总投资|投资额|年产|年产值|占地|全长|总长|建筑面积)(?:约|近|超|达|为)?$/u;
const PLAIN_SIZES = new Set(["吨", "亩", "公里", "米", "平方米", "升", "平方公里", "公斤", "床"]);

/** 50米内换乘, 5公里以内的学校: how far it is at most. */
const WITHIN = /^(?:范围)?(?:以|之)?内(?:的)?[\u4e00-\u9fff]/u;
const DISTANCES = new Set(["米", "公里", "千米", "海里"]);
// 超30亿元或3亿美元项目6个, 十亿元企业30家: what stands right behind money is as large as that.
const LARGE_THING =
  /^(?:(?:或|或者)[超约]?[\d.]+[万亿]*[美欧]?元|[、和及][十百千]+亿元)?(?:级)?(?:以上)?(?:工业|产业|重点|重大|制造业|外资|龙头|专业|大)?(?:项目|企业|产业|集群|园区|市场|商圈|强企|镇|县)(?![资建投])/u;

/** 超10亿元农业龙头企业达到100家: the count follows. */
const COUNTED_BY_SIZE =
  /^[\u4e00-\u9fff]{0,12}?(?:企业|项目|集群|园区)(?:总数|数量)?(?:达到?|超过|突破|不少于|不低于)?\d[\d.]*(?:家|个|户)/u;

/** 3公里长, 5米高: but 40公里高速, 长江, 深圳 begin words of their own. */
const LONG_OR_HIGH =
  /^(?:级|宽(?![带阔敞裕])|长(?![江城途输期廊效三株春沙])|高(?![速铁压标质原效等清端架海新])|深(?![圳水海度远加化]))/u;
const DONE_BEFORE =
  /(?:新增|新建|建设|建成|完成|实现|达到?|生产|产销|引进|培育|投放|更新|推广|采购|购置|改造|发放|突破|超过?|新上)[^，。；、]{0,3}$/u;
/** 长城40万辆乘用车项目, 京棉7万纱锭整体搬迁项目: what somebody's plant makes, behind whose it is. */
const MADE_THERE =
  /^(?:的)?[\u4e00-\u9fff]{2,14}?(?:项目|生产线|车间|工厂|产业园|生产基地)(?!个|数|\d)|^(?:[\u4e00-\u9fff]{2,10}(?:及|和)[\u4e00-\u9fff]{2,8}|[\u4e00-\u9fff]{2,8})、[^，。；\d]{2,12}\d|^[\u4e00-\u9fff]{2,10}等\d+[个项]/u;
/** 推进甲发电、乙10万吨锌、丙电器等前期项目: what one of them makes. */
const AMONG_PROJECTS = /^[\u4e00-\u9fff]{1,10}、[^，。；\d]{2,24}等[^，。；\d]{0,8}(?:项目|企业|工程)/u;
const MAKES = /^(?:万|亿)(?:辆|台|套|件|片|只|块|支|锭|台套|部|吨|张)?$/u;
/** 培育一批资产超50亿元、100亿元的企业: from what size on. */
const OF_SUCH_SIZE = /(?:投资|资产|产值|收入|市值|营收)(?:超过?|过)$|[十百千\d]亿元、超?$/u;
const SO_LARGE =
  /^[^，。；\d]{0,28}(?:企业|项目|集团|园区|集群|基地)|^、超?\d+[十百千]?亿元[^，。；\d]{0,20}(?:企业|项目|集团|园区|集群|基地)/u;
/** 直航式28车位汽渡船, 发布的1.17万亿640个项目: the size stands in the name. */
const IN_NAME = /(?:[\u4e00-\u9fff]式|[\u4e00-\u9fff]型)$/u;
const SIZE_IN_NAME = /^[\u4e00-\u9fff]{2,8}\d/u;
/** Without one: 70万千瓦热电项目, 每人500元补贴, 3公里长. */
function reasonWithoutComparator({ figure, left, right }: Seen): LeftOutReason | null {
  if (figure.unitClass === "count" && IN_NAME.test(left) && SIZE_IN_NAME.test(right)) return "size";
  if (MAKES.test(figure.unit) && MADE_THERE.test(right) && !DONE_BEFORE.test(left)) return "size";
  if (figure.bareUnit === "吨" && AMONG_PROJECTS.test(right) && !DONE_BEFORE.test(left)) return "size";
  if (figure.unitClass === "money" && OF_SUCH_SIZE.test(left) && SO_LARGE.test(right)) return "threshold";
  // 农宅空置率30%—50%的“空心村”: which of them.
  if (figure.unitClass === "share" && /率$/u.test(left) && /^的[“\u4e00-\u9fff]/u.test(right)) return "threshold";
  // 做好总投资52亿元、160个项目的前期工作.
  if (
    figure.unitClass === "money" &&
    /总投资(?:约|近|超)?$/u.test(left) &&
    /^、\s?\d+个[^，。；]{0,8}项目的/u.test(right)
  )
    return "size";
  if (figure.unitClass === "money" && /^(?:投资|增发国债)?计划中/u.test(right)) return "size";
  if (/^\d/.test(right) && /的$/u.test(left) && /[万亿]$/u.test(figure.unit)) return "size";
  if (figure.unitClass === "count" && figure.bareUnit !== "蒸吨") return null;
  if (POWERS.has(figure.bareUnit)) {
    if (/^(?:的|级)?[\u4e00-\u9fff、]{0,20}?(?:项目|电站|机组|电厂|热电|工程|锅炉|输变电|线路|变电站)/u.test(right))
      return "size";
    return /^(?:太阳能|屋顶|分布式|集中式|农光互补|渔光互补|地面|陆上|海上|生物质|独立|共享|新型)*(?:光伏|风电|储能|发电|电池)/u.test(
      right,
    ) && !ADDED_POWER.test(left)
      ? "size"
      : null;
  }
  if (DISTANCES.has(figure.bareUnit) && (WITHIN.test(right) || /(?:时速|海拔|车速)$/u.test(left))) return "threshold";
  // 120万吨乙烯改造项目, 300万吨煤矿: what a plant can make. 新增30万吨冷库 is promised.
  if (figure.bareUnit === "吨" && PLANTS.test(right) && !left.endsWith("新增")) return "size";
  if (figure.unitClass === "money" && (COUNTED_BY_SIZE.test(right) || LARGE_THING.test(right))) return "threshold";
  // 总投资120亿元的产业园项目, 年产10万吨新材料项目: how large it is, not what is promised.
  if (SIZE_BEFORE.test(left) && /^(?:的)?[\u4e00-\u9fff]/u.test(right)) return "size";
  if (figure.unitClass === "money" && AS_LARGE_AS.test(left) && right.startsWith("的") && SIZED_THINGS.test(right))
    return "threshold";
  // 投资6.5亿元的整体搬迁项目建成投产: the same, and the money is not what is promised.
  if (figure.unitClass === "money" && /投资(?:约|近|超过?|达|为)?$/u.test(left) && /^的[\u4e00-\u9fff“\d]/u.test(right))
    return "size";
  if (figure.unitClass === "money")
    return /^(?:的)?(?:标准|补贴|补助|奖励|资助)/u.test(right) &&
      /(?:每|最高|给予|一次性|按)[^，。；]{0,10}$/u.test(left)
      ? "allowance"
      : null;
  return PLAIN_SIZES.has(figure.bareUnit) && figure.unit === figure.bareUnit && LONG_OR_HIGH.test(right)
    ? "size"
    : null;
}
