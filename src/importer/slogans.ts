/** Which numerals count, and which only sound: 两条示范路 and 一座泵站 are built, 六大行动 and 一个中心 are headlines. */
import { trimmedEnd } from "./blanks";
import type { Figure } from "./patterns";
import type { Surroundings } from "./signs";

/** Headline words that make a bare count a slogan: 六大行动, 三项制度, 7个方面. */
const SLOGAN_NOUN =
  /^(?:大(?!型)|方面|环节|层面|维度|阶段|确保|坚持|必须|统筹|聚焦|转变|转型|提升行动|关键|更加|导向|体系|意识|维护|自信|结合|同步|不变|不动摇|一体|工作日|月|小时|季度|星期|年(?!度)|百分点左右的|重大关系|重点任务|重点工作|方向|原则|机制|制度|文明|革命|梯队|梯次|档次|现代化|高质量|一流|严格|到位|走廊|圈层|板块|轮子)/u;

const CONCRETE =
  /^(?:所|座|家|条|台|辆|公里|亩|处|场|名|户|套|栋|幢|间|万人|人|张|艘|架|支|宗|件|万亩|亿元|万元|平方公里|吨|万吨|%)/u;
const BUILDING =
  /(?:新建|建成|新增|改扩建|建设|改造|开工|竣工|新开|开通|引进|新设|创建|培育|投用|实施|举办|完成|启动|推进)[^，。；]{0,2}$/u;

/** 建提水泵站一座, 打造甲街、乙路两条示范路, 举办两次招商活动: words count as digits do. */
function isCountedInWords({ value, unit, bareUnit }: Figure, left: string, right: string, head: string): boolean {
  if (/^[次场期]$/u.test(bareUnit)) return value > 1 && /(?:举办|举行|开展|召开|组织)$/u.test(left);
  if (!CONCRETE.test(unit) && !(unit === "个" && value > 1 && right === "")) return false;
  // 其中城区拟新开一条: of what was counted before.
  if (right === "") return BUILT_THING.test(left) || BUILT_OF_THEM.test(left);
  const names = BUILT_NAMES.exec(HOUSES.test(unit) ? head.slice(-LONGEST_NAMES) : left)?.[1];
  return names !== undefined && value > 1 && names.split("、").length === value;
}
const BUILT_THING =
  /(?:新建|新增|新设|增设|改建|扩建|建设|修建|改造|安装|购置|打造|创建|引进|(?<![新改扩修重搭组创基承共援再筹])建)[^，。；、\d]{2,12}$/u;
const BUILT_OF_THEM =
  /(?:^|[，；、\u4e00-\u9fff])(?:拟|将|计划|要)(?:各)?(?:新建|新开|新增|新设|开通|改建|扩建|改造|建设|建成|开工)$/u;
/** Lists of names before these may be long. 甲、乙、丙三条走廊 is spoken of. */
const HOUSES = /^[所座家处栋幢间]$/u;
const LONGEST_NAMES = 40;
const BUILT_NAMES =
  /(?:新建|改建|扩建|建设|修建|改造|打造|整治|开通|建成|推进|推动|加快|启动|实施|完成)([^，。；、\d]{2,8}(?:、[^，。；、\d]{2,8})+)$/u;

const SHARE_SAID = /^(?:说清|讲清|讲|看|靠|想|提出|表述|在于)/u;

/** 六大行动, 三项制度, 一个中心: small numerals with something abstract. Two schools and fifteen lines are counted. */
export function isSlogan({ figure, before: left, behind: right, head }: Surroundings): boolean {
  // 三成说清现状、六成提出对策, 三分靠建、七成靠管.
  if (figure.unitClass === "share" && figure.bareUnit !== "倍")
    return SHARE_SAID.test(right) || (/^[^，。；]{0,2}$/u.test(left) && /^[、]/u.test(right));
  if (/^[万亿]/u.test(figure.unit)) return false; // 一万辆, 两亿元
  if (SLOGAN_NOUN.test(right)) return true;
  if (figure.valueMax !== null) return false;
  if (figure.bareUnit === "支" && figure.value === 1) return true; // 建成一支…的队伍
  const isBuilt =
    BUILDING.test(trimmedEnd(left)) ||
    (/[\u4e00-\u9fff]{2,}$/u.test(left) && (right === "" || /^(?:以上|左右|、|，|和)/u.test(right)));
  if (isCountedInWords(figure, left, right, head)) return false;
  // 三万户, 两亿元; 每个区至少有一个福利院.
  if (
    /^[万亿]/u.test(figure.unit) ||
    /(?:至少|不少于)(?:各)?(?:有|建|建有|建成|新建|建设|打造|设立|培育|创建|完成|开通|新开|改造|实施|组建|建立|引进)?$/u.test(
      left,
    )
  )
    return false;
  if (figure.value === 1 && !/(?:新建|建成|改造)[^，。；]{0,2}$/u.test(trimmedEnd(left))) return true;
  if (figure.value < 10 && !CONCRETE.test(figure.unit))
    return !/(?:新建|建成|新增|改扩建)[^，。；]{0,2}$/u.test(trimmedEnd(left));
  return figure.value < 100 && !isBuilt;
}
