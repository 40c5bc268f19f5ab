/**
 * By what means, from what and where something is done, where that stands before its verb: 依托文化站新建健身房, 按省定标准新建幼儿园,
 * 以县城为重点建设充电站; and who will do it: 江州市今年还将新增公交车. None of it is part of what is done, nor of its name.
 */
import { AUTHORITY_NAME } from "./authorityNames";
import { leadingVerb, verbAt } from "./leadingVerb";
import { codesOf } from "./patterns";

/** Words that a means, a measure, an aim or a place follows, and then the verb. */
const COVERB =
  /^(?:(?:积极|充分|有效|科学|合理|紧密|创新|统筹)?(?:依托|利用|借助|运用|采取|采用|围绕|聚焦|瞄准|面向|针对|按照|依据|根据|结合|立足|紧扣|抢抓|抓住|对标|对照|整合|发挥|通过)|按(?!期|时|揭|需|质|序)|沿(?!海|江|河|湖|街|边)|在(?![校建册职读线岗编园]))(?=[^，。；])/u;
/** 通过购买、租赁等方式. */
const BY_WAY_OF =
  /^(?:通过|采取|采用|运用|以)[^，。；]{2,40}?(?:等|的)(?:多种|各种)?(?:方式|形式|办法|途径|手段|渠道|模式)(?=[\u4e00-\u9fff]{3})/u;
/** 以县城为重点, 从群众急难愁盼入手: what it centres on, from where it begins. */
const CENTRED =
  /^(?:以[^，。；]{2,30}?为(?:重点|抓手|契机|载体|目标|主线|主|依托|引领|突破口|牵引|核心|支撑|龙头|基础|单位)|从[^，。；]{2,20}?(?:入手|着手|出发))/u;
/** What is done, and as often the thing itself (农田建设, 技能培训): it ends a circumstance only where nothing firmer does. */
const ALSO_NOUNS = new Set(
  (
    "投资 贷款 融资 就业 治理 改造 服务 补贴 检测 筛查 培训 出口 生产 销售 整治 造林 绿化 诊断 规划 监测 检查 应用 储备 授权 注册 登记 处理 回收 维护 演出 体检 义诊 抽检 接种 " +
    "建设 发展 提升 管护 创建 落实 转化 覆盖 帮扶 扶持 救助 资助 改善 优化 调整 申报 评选 评定 认定 评估 验收 协调 转移 搬迁 安置 延伸 深化 更新 养护 修复 收购 投入 采购 供应 分配 培养 招生 " +
    "流转 托管 整改 排查 部署 运行 联网 提质 种植 养殖 减排 储备 排序 设计 到位 修订 利用 设计 设施 组织 统筹 安排 转化 研发 开发 开放 增加 巩固 扩大 完成 推进 实施 推动 征收 见习"
  ).split(" "),
);
/** 利用专项债券建设资金, 按规划建设用地: a noun, whatever it begins with. */
const NAMES_A_THING =
  /^(?:项目|工程|基地|资金|行动|工作|任务|中心|用地|标准|成果|经验|契机|机遇|体系|能力|水平|需求|要求|的)/u;
const OPENS = codesOf("“《（(");
const CLOSES = codesOf("”》）)");
const SHORTEST = 2;
const ACTS = /[局委厅省市县区州盟旗镇乡们将]/u;
const MAY_BEGIN = codesOf("积充有科合紧创统依利借运采围聚瞄面针按根结立抢抓对整发通沿在以从");

const TO_COME =
  "(?:今年|明年|全年|年内|20\\d\\d年)*(?:还|也|又|再|共)*(?:将|要|计划|拟|力争|确保|确定|决定)+(?:再|全力)?(?=[\\u4e00-\\u9fff“]{2})";
/** 市林业局将完成…, 江州市今年还将新增…, 江州将确保完成…: who will do it. */
const ACTOR = new RegExp(
  `^(?:${AUTHORITY_NAME})(?:(?:还|也|又)?(?:将|要|计划|拟|力争|今年|确定|决定|，)+|(?=新建|新增|建设|改造|完成|实施))|^(?:我们|[\\u4e00-\\u9fff]{1,6}(?:[省市县区州盟旗镇乡]|部门|系统))${TO_COME}|^[\\u4e00-\\u9fff]{2,4}将(?:确保|力争|争取)(?=[\\u4e00-\\u9fff“]{3})`,
  "u",
);

/** 江州将新增公交线路, 江州将继续实施改造工程, but not 街巷将启动整治工程: a place by its bare name. */
const NAMED_ACTOR = /^[\u4e00-\u9fff]{2,4}?将((?:继续|再|全面|陆续|重点|进一步)*)/u;
/** 市住建局、市发改委等要建设…: several of them. */
const NAMED_UNITS = /(?:[局委办厅]|政府|公司|中心)等?(?:部门|单位)?(?:要|将|负责|牵头)+/u;
const LONGEST_UNITS = 40;
const DONE_TO_IT = /^(?:启动|实施|开展|进行|完成)/u;
function namedActor(text: string): number {
  if (!text.includes("将") && !/[局委办厅府司心](?:等|部门|单位){0,2}[要负牵]/u.test(text)) return 0;
  const units = NAMED_UNITS.exec(text);
  const end = units === null ? 0 : units.index + units[0].length;
  if (
    units &&
    end <= LONGEST_UNITS &&
    !/[，。；：\d“]/u.test(text.slice(0, end)) &&
    leadingVerb(text.slice(end)) !== ""
  )
    return end;
  const found = NAMED_ACTOR.exec(text);
  if (!found) return 0;
  const rest = text.slice(found[0].length);
  const verb = leadingVerb(rest);
  return verb === "" || rest.length < verb.length + SHORTEST || (found[1] === "" && DONE_TO_IT.test(verb))
    ? 0
    : found[0].length;
}

/** How long the circumstance is with which a text begins; 0 where none does. @example circumstanceOf("依托文化站新建健身房") // 5 */
export function circumstanceOf(text: string): number {
  const actor = ACTS.test(text) ? ACTOR.exec(text) : null;
  if (actor) return actor[0].length;
  const named = namedActor(text);
  if (named > 0) return named;
  if (!MAY_BEGIN.has(text.charCodeAt(0))) return 0;
  const way = BY_WAY_OF.exec(text);
  if (way) return way[0].length;
  const centred = CENTRED.exec(text);
  const begun = centred ?? COVERB.exec(text);
  return begun === null ? 0 : verbBehind(text, begun[0].length + (centred ? 0 : SHORTEST));
}

/** Where what is done begins, behind a circumstance: the first verb that is nothing else, or the last that may be one. */
function verbBehind(text: string, from: number): number {
  let depth = 0;
  let last = 0;
  let ended = -1;
  for (let at = 0; at < text.length - SHORTEST; at++) {
    const code = text.charCodeAt(at);
    if (OPENS.has(code)) depth++;
    else if (CLOSES.has(code)) depth--;
    if (depth > 0 || at < from) continue;
    const word = verbAt(text, at)?.word ?? "";
    if (word.length < SHORTEST) continue;
    const verb = leadingVerb(text.slice(at));
    const rest = text.slice(at + verb.length);
    if (verb === "" || rest.length < SHORTEST || NAMES_A_THING.test(rest)) continue;
    if (!ALSO_NOUNS.has(word)) return at;
    // 开发见习岗位: the first of two that follow each other.
    if (at !== ended) last = at;
    ended = at + word.length;
    at = ended - 1;
  }
  return last;
}
