/** How many there are of what the work is about, lies beside, or is done with and for: 围绕12个产业, 周边7个口岸, 33个部门“一把手”亮相. */
import { circumstanceOf } from "./circumstances";
import { counts, inUnits, items, money, type Sign, type Surroundings } from "./signs";

/** 完成县城周边6个安置小区建设: what lies beside is what is built. */
function isDoneBeside({ before, head, behind }: Surroundings): boolean {
  return /(?:周边|沿线|周围)$/u.test(before) && BUILT_AT_HEAD.test(head) && BUILT_BEHIND.test(behind);
}
const BUILT_AT_HEAD = /^[\s　]*(?:全面|加快|年内|今年|基本)*(?:完成|实施|新建|建成|建设|改造|整治|启动)/u;
const BUILT_BEHIND = /^[^，。；、\d]{2,20}?(?:建设|改造|整治|治理|提升|修复|绿化|加固)(?=[，。；、]|$|工程|项目)/u;

const isPopulation = ({ phrase }: Surroundings) => phrase.endsWith("口");
/** What is done in a place: 在8个县建设…. */
export const DONE_THERE =
  "增补|选择|选取|补充|建设|新建|开展|实施|推广|布局|完成|改造|打造|试点|设立|建成|发展|种植|硬化|安装|铺设|新增|增设|创建|整治|维修|架设|新修";

export const SCOPES: readonly Sign[] = [
  // 有甲、乙3条高速贯穿全境且有5个出入口, 其中涉及我县有5项: what a place has.
  { reason: "scope", of: counts, behind: /^[\u4e00-\u9fff]{0,8}(?:贯穿|穿境|过境|纵贯|横贯|交汇)/u },
  {
    reason: "scope",
    of: counts,
    before: /(?:且|境内)(?:设)?有$|涉及[^，。；]{0,6}有$|(?:涉及|覆盖到|分布在)[^，。；]{1,14}等$/u,
  },
  // 项目涉及4个镇20个行政村，分6个标段组织实施: where it lies, how it is cut.
  {
    reason: "scope",
    of: counts,
    head: /(?:^|[，、\s　])[^，。；、\d]{0,8}(?:涉及|分布在|分布于|横跨|途经|途径|下辖)[^，。；\d]{0,6}(?:\d+[个条座户]?[^，。；\d）]{1,6})*$/u,
  },
  { reason: "scope", of: items, head: /(?:^|[，\s　])(?:共|拟)?(?:划)?分(?:成|为)?(?:\d+个[^，。；、\d]{1,6})?$/u },
  // 东湖、西岭等4个乡镇召开议事会: who met.
  { reason: "scope", of: counts, behind: /^[^，。；\d]{0,8}(?:召开|举行)/u },
  // 在6个区的35家医院: the smaller ones are counted.
  { reason: "scope", of: counts, behind: /^(?:县|区|市|县区|区县|市州|乡镇|镇|街道|村|省|园区|城市)的\d/u },
  // 这16条道路分别是…: spoken of already.
  { reason: "scope", of: counts, before: /(?:^|[，。；\s　])(?:这|上述|以上|对这|将这|把这)$/u },
  // 在全省167个区县中找位次: among how many.
  {
    reason: "scope",
    of: counts,
    before: /(?:全[国省市区县州]|世界|全球)(?:共|有)?$/u,
    behind:
      /^(?:个)?(?:同类|兄弟|重点)?(?:区县|县区|县市区|县（市、区）|县|市|区|省份|城市|地市|州市|国家)?(?:中|当中|里|之中)(?!小|心|学|医|药)/u,
  },
  // 深化与11家银行伙伴关系, 加强同8个国家的往来: with whom.
  {
    reason: "scope",
    of: counts,
    before:
      /(?:^|[，。；、]|加强|深化|密切|强化|推动|推进|拓展|扩大|巩固|建立|开展|促进)(?:与|同|和)(?:全[国球省]|周边|国内外)?$/u,
    behind:
      /^[\u4e00-\u9fff]{0,14}?(?:关系|合作|往来|交流|联系|对接|沟通|协作|联动|联系机制|战略合作|互动)(?!项目|社|协议\d)/u,
    // 与1000家企业开展技术交流: begun with each.
    unless: { behind: /^[^，。；、\d]{0,10}(?:开展|建立|签订|签署|达成|实现|结成)(?!了)/u },
  },
  // 争取谋划储备的96个项目更多通过审核: some of those that there are.
  { reason: "scope", of: counts, behind: /^[^，。；\d]{2,24}?更多(?:地)?(?:通过|列入|纳入|获得|获批|落地|进入|得到)/u },
  // 重点抓好36户重点企业、30户大型集团: whom the work is about.
  {
    reason: "scope",
    of: counts,
    behind:
      /^[\u4e00-\u9fff]{0,10}?(?:企业|集团|示范县|重点县|大县|重点镇|小城镇|园区|商场|市场)(?:（市）)?(?:集团)?(?=[、，。；和及]|$)/u,
    head: /(?:抓好|抓住|抓实|重点抓)(?:[^，。；\n]{0,40}[、和及])?(?:[^，。；、\n]{0,16}等)?$/u,
  },
  // 抓好12个粮食大县、400万亩核心区建设: where the work is done.
  {
    reason: "scope",
    of: counts,
    before: /(?:抓好|突出|支持|围绕|推动|建好)$/u,
    behind:
      /^[\u4e00-\u9fff]{2,12}?(?:(?:大县|基地县|产粮县|片区县)(?:[、，和]|建设|$)|(?:示范县|重点县)(?:[、，和]|$))/u,
  },
  // 参加大会的237名人大代表: who takes part.
  {
    reason: "scope",
    of: counts,
    behind: /^[\u4e00-\u9fff]{0,4}(?:人大代表|政协委员|党代表)(?!建议|议案|提案|联络|之家)/u,
  },
  // 特邀8个国家的使节旁听会议
  {
    reason: "scope",
    of: counts,
    behind: /^[^，。；\d]{0,24}(?:列席|旁听|出席|应邀参加|到会)/u,
    unless: { said: /计划|将|拟|力争|邀请/u },
  },
  // 11个重点城市空气质量优良天数增加5%: of how many together a share is told.
  {
    reason: "scope",
    of: (counted) => counts(counted) && counted.bareUnit === "个",
    head: /^[\s　]*(?:全[国省市县区州])?$/u,
    behind:
      /^(?:重点|主要|中心|国家级?|省级?|市级?|地级)*(?:城市|市|县|区|县区|园区|开发区|镇|乡镇|社区|村|行业|产业)[^，。；、\d]{2,20}(?:增加|增长|提高|提升|下降|降低|减少|达到?|超过)\d[\d.]*[%％]|^[^，。；、\d]{0,12}?(?:产业园|园区|企业|开发区|基地|项目|工程|乡镇|镇|县区|产业|集群|景区|单位)(?:预计|力争|累计|全年|年内)*(?:实现|完成|达到?|创造|贡献)[^，。；、\d]{0,10}(?:产值|收入|投资|税收|营收|增加值|利润|销售额|交易额)(?:完成|达到?|超过?|突破)?\d|^[^，。；、\d]{0,14}?(?:产业园|园区|企业|开发区|基地|乡镇|县区|集群|景区)[^，。；、\d]{0,8}(?:(?:产值|总收入|营业收入|营收|增加值|销售额|交易额)(?:力争|预计)*(?:完成|达到?)|总(?:产值|收入|投资)(?:力争|预计)*(?:超过?|突破))\d/u,
  },
  // 33个部门“一把手”亮相, 对150项工作公开承诺: who pledges, and how much.
  {
    reason: "scope",
    of: counts,
    behind:
      /^(?:负责)?(?:局长|主任|部长|厅长|书记|负责人|负责同志|领导|嘉宾|专家|委员|发言人|新闻发言人)(?:[（(][^（）()\n]{1,8}[）)])?(?:将|先后|分别|依次|走上|走进|做客|接受|围绕|就|为|现场|集中|亮相|解读|参加|出席|回答|发言)|^(?:重点|县直|市直|区直|职能|责任|成员|政府)?(?:部门|单位|乡镇|镇街|委办局)[^，。；\n]{0,8}(?:一把手|负责人|负责同志|主要领导|参加|出席|亮相|承诺|表态|发言)|^[^，。；\n\d]{0,12}(?:公开承诺|作出承诺|郑重承诺)/u,
  },
  // 围绕12个产业, 周边7个口岸: what the work is about or lies beside.
  {
    reason: "scope",
    before:
      /(?:围绕|聚焦|瞄准|面向|依托|紧扣|周边|邻近|相邻|接壤|周围|毗邻|沿线|对标)[^，。；\n]{0,3}(?:[^，。；\n]{0,12}[、和及])?$/u,
    holds: (seen) => !isDoneBeside(seen),
  },
  // 全镇12个村实现垃圾清运全覆盖: how many there are, and all of them.
  { reason: "scope", of: counts, before: /全[省市县区州盟旗镇乡街]$/u, behind: /全覆盖|动态清零|全部|清零/u },
  // 发挥甲乙3个试点作用: what is there already.
  {
    reason: "scope",
    of: counts,
    head: /(?:^|[，。；、])[\s　]*(?:充分|更好|有效|积极|切实)?(?:发挥|依托|用好|借助|利用好)[^，。；\d]{0,12}(?:\d+[余多]?[个家所座条项处支名][^，。；\d]{1,14}[、和及][^，。；\d]{0,4})*$/u,
    rest: /(?:作用|优势|效应|功能)(?=[，。；、\n]|$)/u,
  },
  // 推动3个园区高质量发展: how many there are. 引导30家以上企业改造提质: at least so many are.
  {
    reason: "scope",
    of: counts,
    behind:
      /^[^，。；、\n]{2,20}?(?:高质量发展|提质增效|做大做强|做优做强|加快发展|融合发展|协同发展|(?:集群|产业|园区|企业|经济)(?:加快|健康|持续|转型)?发展(?=[，。；\n]|$)|质效|高效运[营行])/u,
    head: /(?:推动|促进|推进|支持|提升|做优做强|做大做强|助推|带动|引导)(?:[^，。；\n]{0,60}、[^，。；\n]{0,12})?$/u,
    unless: { behind: /^(?:以上|左右)/u },
  },
  // 全国18个试点城市之一
  { reason: "scope", of: counts, behind: /^[^，。；、\d]{1,14}之一(?=[，。；]|$)/u },
  // 50万人口的大县, 我国有14亿人口: how many people a place has.
  {
    reason: "scope",
    holds: isPopulation,
    behind:
      /^的(?:庞大|巨大|超大|广阔|内需|消费|市场){1,4}(?:体量|规模|群体|需求|潜力|市场)?|^的(?:发展中|人口)?(?:大国|大省|大市|大县|国家|城市|县城)/u,
  },
  {
    reason: "scope",
    holds: isPopulation,
    before: /(?:国|省|市|县|区|州|我们)(?:这样|是|现)?(?:有|一个)?(?:约|近|超)?$/u,
  },
  // 7%的速度可以实现就业, 目标比去年多100万人: spoken of.
  { reason: "scope", behind: /^(?:左右|以上)?的(?:增长)?(?:速度|增速)(?!增长)/u },
  { reason: "scope", before: /目标(?:数|值)?比(?:去年|上年)(?:多|高|增加|提高)$/u },
  // 小排量汽车购置税按7.5%征收: a rate that is the law.
  { reason: "scope", of: ({ unit }) => unit === "%", behind: /^(?:的税率)?(?:征收|计征)/u },
  // 资金来源：省级补助800万元: of what the sum is made up.
  {
    reason: "size",
    of: money,
    said: /(?:^|[\n。；）)、])[^，。；：\n]{0,8}资金(?:筹措|来源)(?:方式|渠道)?[：:][^。\n]*$/u,
  },
  // 资金筹措：900公里农村公路资金由省补助: who pays, and not once more what is built.
  {
    reason: "size",
    of: (counted) => counts(counted) || counted.unitClass === "measure",
    said: /资金(?:筹措|来源|筹集|保障|安排|渠道)(?:方式|办法|及标准)?[：:][^。；\n]*$/u,
    unless: { head: /新建|改造|建设(?!资金)|实施|完成/u },
  },
  {
    reason: "size",
    of: (counted) => counts(counted) || counted.unitClass === "measure",
    behind: /^[^，。；、\d]{2,14}(?:所需)?(?:资金|经费)(?:主要)?(?:由|从|通过|来源)/u,
    head: /^[\s　]*$/u,
  },
  // 用好80亿元引导基金, 把40亿元资金用好用活: money that is there.
  { reason: "scope", of: money, before: /(?:用好|用活|管好)(?:用好|用活)?(?:了)?$/u },
  { reason: "scope", of: money, behind: /^[^，。；]{0,10}用(?:好|活|足)/u },
  // 新36条
  { reason: "name", of: (figure) => counts(figure) && figure.bareUnit === "条", before: /(?<![创更革翻全])新$/u },
  // 这将使60万学生的家庭减轻负担: whom it helps.
  {
    reason: "scope",
    of: counts,
    behind: /^[^，。；]*(?:减轻|受益|得到实惠|增收)/u,
    head: /^[\s　]*(?:这)?(?:将|可|能|就)*使[^，。；]*$/u,
  },
  // 将18项收费的免征范围，从…扩大到…: what is widened.
  {
    reason: "scope",
    of: (figure) => counts(figure) && /^[件项条个]$/u.test(figure.bareUnit),
    behind: /^[^，。；\d]{2,14}的[^，。；的]{0,6}范围$/u,
  },
  // 13亿人民: the people, behind 人.
  {
    reason: "scope",
    of: inUnits("人"),
    behind: /^(?:民(?=的|群众|共同|[，。；、]|$)|才(?:梯队|工程|计划|行动|项目|队伍|专项))/u,
  },
  // 依托甲、乙等50家龙头企业: a list of names stands between.
  {
    reason: "scope",
    of: counts,
    head: /^[\s　]*(?:[^，。；]{0,6}[，、])?(?:依托|围绕|聚焦|瞄准|对标|紧盯|紧扣|立足|针对|涉及)[^，。；\n]*$/u,
    unless: {
      head: /进行|实施|给予|开展|予以|完成|改造|补助|制定|奖励|整治|巡察|检查|培训|救助|帮扶|资助|提供|发放|建设|提升|修缮|治理|审计|督查|评估|新建|清理|拆除|搬迁|安置|提档|升级|提质|扩容|优化|维修|加固|更新|亮化|绿化|硬化|安装|加装|更换|配备|配置|增设|设置|铺设|添置|装配|接入/u,
    },
    // 围绕主导产业引进企业3家: what is done stands behind what it is about.
    holds: ({ head }) => circumstanceOf(head.trimStart()) === 0,
  },
  // 以12个片区、65个中心为重点: what the work centres on.
  {
    reason: "scope",
    of: counts,
    before: /以[^，。；\n]{0,14}$/u,
    behind:
      /^[^，。；\n]{0,24}?为(?:重点|基础|依托|主|核心|支撑|抓手|龙头|载体|单位|代表|示范|样板|试点|突破|牵引|引领|契机|纽带|节点|骨干)/u,
  },
  // 在现有3条线路基础上: where it starts from.
  {
    reason: "scope",
    of: counts,
    before: /在(?:现有|原有|已有|全[省市县区])?[^，。；\n]{0,12}$/u,
    behind: /^[^，。；\n]{0,16}基础上/u,
  },
  // 在8个重点县建设基地6万亩: how many places there are in which the figure behind is done.
  {
    reason: "scope",
    of: counts,
    behind: new RegExp(
      `^(?:[\\u4e00-\\u9fff（）()]{0,6}?)(?:县|区|市|省|省份|乡镇|镇|村|社区|小区|学校|园区|街道|企业|单位)(?:[（(][^（）()\\n]{1,8}[）)])?(?:[和、及][\\u4e00-\\u9fff]{2,8}?)?(?:${DONE_THERE})[^，。；、\\d\\n]{1,24}\\d`,
      "u",
    ),
    head: /(?:^|[，。；、\s　）)])在[^，。；\n]*$/u,
  },
  // 40万全市人民: who is meant by all of it. 13亿人民 reads as 13亿人.
  {
    reason: "scope",
    of: counts,
    behind:
      /^中国人(?!寿|保)|^劳动力(?:资源|人口|[、，。]|$)|^受过[^，。；]{2,10}教育|^(?:全[市县区州省])?[\u4e00-\u9fff]{0,10}(?:人民|儿女|父老)(?!币|法院|检察|医院|政府|银行|警察|调解|公园|广场|路|桥|防空|武装|团体|满意|大会|代表)|^[^，。；\n]{0,18}(?:搬得出|稳得住|留得住|能致富)/u,
  },
  // 4个乡镇18个村实施…: the smaller places are counted.
  {
    reason: "scope",
    of: counts,
    behind: /^(?:县|镇|乡镇|乡|街道|村|社区|小区)\d+个?(?:乡镇|村|社区|小区|户(?=[\u4e00-\u9fff“]))/u,
  },
  // 教育局、13个街道、镇: who answers, in a column of a table.
  {
    reason: "scope",
    of: counts,
    head: /^[\s　、]*$/u,
    behind: /^(?:街道|乡镇|镇街|镇|乡|县区?|区县?)(?:、(?:街道|镇|乡|县|市|区|办事处))*[\s　]*$/u,
  },
  // 严格落实10个常态化、30项防控措施: rules that are kept.
  {
    reason: "scope",
    of: counts,
    before: /(?:落实|执行|遵守|抓实|抓细|抓严|抓好)(?:[^，。；、\d]{0,14}|(?:好|省|国家)?\d+个[^，。；\d]{1,6}、?)$/u,
    behind: /^[^，。；、\d]{0,8}(?:常态化|措施|规定|要求|制度|机制)/u,
  },
  // 加强对2个断面、7个监测点的研判: what is looked at, unless something is done to it.
  {
    reason: "scope",
    of: counts,
    head: /(?:^|[，。；、]|加强|加大|做好|强化)对(?![口外接标象])[^，。；\n]*$/u,
    // 对临街作坊实施改造90家: done to them.
    holds: ({ head }) =>
      !/(?:改造|整治|治理|提升|修缮|加固|升级|更新|维修|检查|抽检|培训|帮扶|救助|慰问|筛查|监测)[\s　]*$/u.test(head),
    unless: {
      behind:
        /进行|实施|实行|减免|免除|补贴|给予|开展|予以|完成|改造|补助|制定|奖励|整治|巡察|检查|培训|救助|帮扶|资助|提供|发放|建设|提升|修缮|治理|审计|督查|评估|新建|清理|拆除|搬迁|安置|提档|升级|提质|扩容|优化|维修|加固|更新|亮化|绿化|硬化|安装|加装|装上|配备|配置|配套|配齐|增设|增配|铺设|更换|改建|扩建|新增|选派|派驻|修复|翻建|翻新|清淤|疏浚|美化|推行|普及|走访|慰问|筛查|体检|设置|添置|装配|接入/u,
    },
  },
];
