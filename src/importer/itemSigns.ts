/** How many items a heading, a plan or a list has: 兴办10件实事, 分解为11项工作目标, 《…》5个专项行动. What they are about is promised, not they. */
import { trimmedEnd } from "./blanks";
import { counts, items, type Sign } from "./signs";

export const ITEMS_LISTED: readonly Sign[] = [
  // 我县交通建设项目中有1个省重点工程、20个市重点工程.
  {
    reason: "scope",
    of: counts,
    head: /(?:项目|工程|企业|任务|事项|指标)(?:当中|之中|中)(?:共|现)?有(?:\d+[个项家件条][^，。；\d]{1,14}、)*$/u,
  },
  // 二、131项重点任务推进情况, 前三季度，5项指标达到预期
  {
    reason: "scope",
    of: items,
    behind: /^[^，。；、\d]{2,20}情况$|^(?:预期性?|约束性)?指标(?:任务)?(?:符合|不?达|达到|完成|超|低于|高于|未)/u,
  },
  // 包括完善甲、优化乙等十项, 涵盖甲、乙等4个子项目: how many were named.
  {
    reason: "scope",
    of: items,
    head: /(?:包括|涵盖|涉及|包含)[^。；]*、[^。；]*等$/u,
    behind: /^(?:(?:子|小|具体|实事|民生|重点)*(?:项目|事项|任务|工程|内容)(?=[，。；]|$)|$)/u,
  },
  // 巩固提升甲、乙2个优势产业, 支持甲、乙等6条产业链: those that are there, by their names.
  {
    reason: "scope",
    of: counts,
    behind:
      /^(?:优势|新兴|战略性新兴|传统|主导|支柱|特色|重点|未来|先导|基础|骨干|现代)+产业(?!园|基地|项目|集群|带|学院|联盟)|^(?:重点|主导|优势|特色)?产业链/u,
    head: /(?:巩固|提升|壮大|升级|做[优强大]|支持|发展|聚焦|推动|围绕|打造|培育)[^，。；、\d]{2,12}(?:、[^。；、\d]{2,12})+等?$|(?:巩固|提升|壮大|升级|做[优强大]|支持|聚焦)[^，。；、\d]{2,8}、[^，。；、\d]{2,8}$/u,
  },
  // 我局8个承办事项（其中牵头5项，配合3项）: how many there are, sorted by who does what.
  {
    reason: "scope",
    of: items,
    beyond: /^(?:承办|主办|牵头|协办|配合|责任)?(?:事项|任务|工作|实事)（(?:其中)?(?:牵头|主办|承办|协办|配合|主责)/u,
  },
  // 推进十个重点行业领域专项整治: where it is done.
  {
    reason: "scope",
    of: counts,
    behind:
      /^重点(?:行业)?领域(?:的)?(?:专项|突出问题|违法|清理|综合)*(?:整治|清理|规范|治理|改革|攻坚|监管|行动|排查)/u,
  },
  // 450项具体工作，并明确了…; 突出抓好18项重点工作落实: how many there are. 完成…甲、乙、丙3项工作: they were named.
  {
    reason: "scope",
    of: items,
    head: /^[\s　]*$/u,
    behind: /^(?:具体|重点|主要|年度)+(?:工作|任务|事项|措施|举措)(?=[，。；]|$)/u,
  },
  {
    reason: "scope",
    of: items,
    before: /(?:抓好|抓实|抓紧|抓牢|做好|推进|推动|落实|落实好|围绕|聚焦|紧盯)$/u,
    behind: /^重点工作(?:任务)?(?:的)?(?:落实|落地|落地见效)?(?=[，。；]|$)/u,
  },
  {
    reason: "scope",
    of: items,
    head: /、[^，。；、\d]{2,24}$/u,
    behind: /^(?:重点|具体|主要)?工作(?=[，。；]|$)/u,
  },
  // “干好10件大事，大干10件大事”: a motto.
  { reason: "slogan", of: items, said: /“[^”\n]{0,24}$/u, behind: /^(?:大事|实事|好事)(?:[”"]|$)/u },
  // 兴办10件实事: the headline over what is promised.
  { reason: "scope", of: items, behind: /^(?:、\d+[项件个])?(?:[\u4e00-\u9fff]{0,6}?)实事(?!候选|项目库)/u },
  // 一、市教育局牵头工作（8项）: how many items stand below.
  { reason: "scope", of: items, said: /[（(](?:共|共计)?$/u, beyond: /^[）)]/u },
  // 打造7个重点场景。一是…: the headline over what is listed next.
  {
    reason: "scope",
    of: items,
    beyond: /^[^，。；：\n\d]{1,14}[。：:]\s*(?:一是|一要|其一|第一[，、]|首先|（一）|①)/u,
  },
  // 占了2件，计4项: summed up.
  { reason: "scope", of: items, isLast: true, before: /(?:^|[，、；])[\s　]*(?:共计|合计|总计|计|共)$/u },
  // 细化为7项重点目标和46项具体任务: into how many items the work is divided.
  {
    reason: "scope",
    of: items,
    behind:
      /^(?:具体|重点|主要|目标|年度|细化|量化|分项|工作|子)*(?:工作|目标|任务|事项|指标|举措|措施|清单|要点|内容)(?=[，。；、和及\n]|$)/u,
    head: /(?:分解|细化|梳理|归纳|划分|拆解|量化|明确|确定|共有|共计?|合计|总计)(?:落实)?(?:为|成|出|了)?\s*(?:[^，。；\d]{0,8}\d+[项个件条大][^，。；\d]{0,10}[、和及]?)?$/u,
  },
  // 9方面27条措施, 分解为9个方面108项: how many there are in all of them.
  {
    reason: "scope",
    of: items,
    before: /[一二三四五六七八九十\d](?:个|大)?(?:方面|大类|类|大项)(?:共|共计|计)?$/u,
    behind:
      /^(?:(?:具体|重点|主要|工作|政策|民生|惠民|为民办?|细化|量化|支持)*(?:任务|措施|举措|事项|指标|条款|意见|内容|实事|清单)|[，。；]|$)/u,
  },
  // 其中：教育类4项，新建…: how many of a kind stand below.
  {
    reason: "scope",
    of: items,
    isLast: true,
    head: /^[\s　]*(?:其中[：:，]?)?[\u4e00-\u9fff]{2,6}(?:类|方面)(?:共计?|计|有)?$/u,
  },
  // 分解为58项，逐项明确…: into how many.
  { reason: "scope", of: items, isLast: true, before: /(?:分解|细化|拆解|梳理)(?:落实)?(?:为|成|出)$/u },
  // 5个重点专题18项具体工程, 8大类36项任务: the groups they are sorted in.
  {
    reason: "scope",
    of: counts,
    behind: /^(?:重点|重大|专项)*(?:行动|工程|大类|大项|方面|领域|板块|类别|系列|专题|任务)\d+[余多]?[项件条个]/u,
  },
  // 6大行动23条措施: and how many items each is made up of.
  {
    reason: "scope",
    of: items,
    before: /[一二三四五六七八九十\d](?:大|个|项)(?:重点|专项|提升|攻坚)*(?:行动|方面|领域|工程|板块|体系|计划)$/u,
    behind: /^(?:具体|重点|主要|细化|量化|政策|工作)*(?:措施|举措|任务|事项|指标|目标|内容|清单)/u,
  },
  // 共包括六大类24个项目
  {
    reason: "scope",
    of: items,
    before:
      /(?:包括|包含|涵盖|分为)(?:[一二三四五六七八九十\d]+(?:个)?(?:大类|大项|方面|类|大方面|个方面))?$|(?:共计|共有)(?:[一二三四五六七八九十\d]+(?:个)?(?:大类|大项|方面|类|大方面|个方面))$/u,
    behind: /^(?:小|子|具体|实事|民生|重点|分|单项)*(?:项目|事项|任务|内容|指标|工程|类别)/u,
  },
  // 节能减排5项目标，既考虑…: how many aims there are.
  {
    reason: "scope",
    of: items,
    behind:
      /^(?:约束性|预期性|主要|具体|量化)?目标(?=[，。；]|$)|^[\u4e00-\u9fff]{0,5}指标(?=[，。；、和在符不达好超均正]|$)|^[\u4e00-\u9fff]{0,14}(?:目标|任务|指标|事项)(?:进展|完成|推进|落实)?情况(?=[\s，。：]|$)/u,
  },
  // 开展“甲年”“乙年”“丙年”3个专项行动: programmes by their names.
  {
    reason: "slogan",
    of: counts,
    behind: /^(?:专项|重大|重点|主题|攻坚|提升)*(?:行动|工程|计划|活动|战役|攻坚战|品牌|机制|作风)(?=[，。；、]|$)/u,
    head: /“[^”\n]{1,16}”、?“[^”\n]{1,16}”等?$/u,
  },
  // 150个重点项目，要确保质量: of what something is asked.
  {
    reason: "scope",
    of: counts,
    beyond: /^[\u4e00-\u9fff]{2,10}，(?:都|均|也)?(?:要|必须|应当?)/u,
    holds: ({ head }) => trimmedEnd(head) === "",
  },
  { reason: "scope", of: counts, before: /(?:牵头|责任|配合|参与)(?:单位|部门|科室)(?:共|为)?$/u },
  // 24项约束性指标, 重点任务共计12项.
  {
    reason: "scope",
    of: counts,
    before: /(?:约束性|预期性)指标$|(?:重点|目标|主要)(?:任务|工作|事项)(?:共计?|合计|总计|共?有)$/u,
  },
  // 12条举措落地见效: measures that are taken already.
  {
    reason: "scope",
    of: counts,
    behind: /^(?:(?:主要|核心|约束性|预期性)(?:发展)?指标|(?:政策)?(?:措施|举措|政策)(?:落地|落实|见效))/u,
  },
];
