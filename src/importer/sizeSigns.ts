/** Figures that say how large one thing is, of which nothing is said to be done: 东环快速路总投资12.6亿元，全长4.3公里; 日处理4万吨. */
import { counts, inUnits, measures, money, shares, type Of, type Sign, type Surroundings } from "./signs";

/** What makes of a plant's size a promise: so much of it is made or brought. */
export const DONE_BEFORE =
  /(?:新增|新建|建设|建成|完成|实现|达到?|生产|产销|引进|培育|投放|更新|推广|采购|购置|改造|发放|突破|超过|新上)[^，。；、]{0,3}$|超$/u;
/** In such units a plant's products are counted. */
const MADE = inUnits("吨 羽 只 头 方 件 袋 枚 瓶 箱 辆 台 套 千瓦 兆瓦 立方米");
const amounts: Of = (counted) => !counts(counted) && !shares(counted);

/** 300万吨煤矿: what has the capacity. */
export const PLANTS =
  /^(?:级)?[\u4e00-\u9fff]{0,8}?(?:煤矿|露天矿|铁矿|铜矿|矿井|矿山|电厂|水厂|污水厂|处理厂|冶炼厂|炼化|粮库|油库|储气库|冷库|码头|水库|机组|电站|门站|首站|泵站|风电场|项目|装置|生产线)/u;
/** 铺设供水主管网，全长8公里: pipes and lines are laid by their length, where nothing else counts them. */
const LAID =
  /(?:新建|铺设|敷设|架设|埋设|建设|改造|更换|疏浚|清淤)(?:[（(][^（）()]*[）)]|\d+千伏|[^，。；\d])*?(?:管网|管线|管道|干管|主管|支管|水管|线路|电缆|光缆|渠道|沟渠|水渠)(?:[（(][^（）()]*[）)])?，[^，。；\d]{0,4}$/u;
/** 占地, 建筑面积: never promised of one thing, be it built. */
const AREA = /(?:占地(?:面积)?|建筑面积)(?:约|近|超|达|为|共)?$/u;
export const SIZES: readonly Sign[] = [
  // 新水厂可满足45万人的用水需求: what one thing is able to.
  {
    reason: "size",
    of: counts,
    before:
      /(?:可|能|能够)(?:以)?(?:同时)?(?:满足|保障|承载|容纳|提供|停放|停|安置|入住|接纳)(?:未来|全县|全市|全区|周边)*(?:约|近)?$/u,
  },
  // 占地5000亩，包括1个植物园、2个博物馆: what one thing is made up of.
  {
    reason: "size",
    of: counts,
    head: /^[\s　]*(?:主要|共|内部)?(?:包括|包含|涵盖|内设|下设|设有)(?:\d+[个座栋处][^，。；\d]{1,14}(?:（[^）]{1,40}）)?[、和及])*$/u,
  },
  // 6层大楼
  {
    reason: "size",
    of: (figure) => counts(figure) && figure.bareUnit === "层",
    unless: { before: /加装|新增/u },
  },
  // 建成35千伏输电线路42公里: of what tension.
  {
    reason: "size",
    of: inUnits("千伏 伏"),
    behind: /^(?:及以[上下])?(?:等级)?(?:的)?(?:变电|输变电|线路|电网|输电|配电|开关站|送出)/u,
  },
  // 220千伏
  {
    reason: "size",
    of: inUnits("千伏 伏 千伏安 P E 级 码 度 卷 床"),
    unless: { before: /(?:新增|用电量|发电|节电|算力|容量|达)[^，。；]{0,10}$/u },
  },
  // 建立面积各20平方公里的园区.
  { reason: "size", before: /面积(?:各|均)?(?:约|为|达)?$/u, behind: /^(?:左右|以上)?的/u },
  // 年产12亿只手套、小米食品等签约项目: what somebody makes.
  {
    reason: "size",
    before: /[年日月](?:产|出栏|屠宰|加工|处理|存栏)(?:量|能)?(?:约|达)?$/u,
    behind:
      /^[^，。；\d]{0,40}?(?:项目|生产线|基地|工厂|产业园|车间)|^的\d+[栋座条个处家][^，。；\d]{0,20}(?:项目|生产线|基地|厂|场|园|车间)/u,
  },
  // 玖兴50万吨饲料厂、1亿羽孵化基地投产运营: how much it makes. 新增2万吨冷库: how much of it there is to be.
  {
    reason: "size",
    of: MADE,
    behind: /^[\u4e00-\u9fff]{0,6}?(?:厂|生产线|孵化基地|孵化场|屠宰场|加工基地|冷库|粮库|饲料基地)(?![区房家长商])/u,
    unless: { before: /(?:新增|增加|新建|建成|建设|扩建|改造|总量|库容|达到?)[^，。；、\d]{0,6}$/u },
  },
  // 抓好海河牧业300万头生猪、通河20万吨乙烯等项目建设: what each of them makes, behind its name.
  {
    reason: "size",
    of: (counted) => MADE(counted) || money(counted),
    head: /(?:^|[、和及]|抓好|抓|推进|推动|加快|启动|实施|建设|确保|促进|支持|开工)[^，。；、\d]{2,14}$/u,
    rest: /^[\u4e00-\u9fff]{1,14}?(?:[、和及][^，。；]*)?等[^，。；、\d]{0,12}(?:亿元以上|万元以上)?(?:重点|重大|产业|工业|农业)*(?:项目|工程|企业)/u,
    unless: { before: DONE_BEFORE },
  },
  // 推动3万吨甲、2万吨乙、9000吨丙等重点项目取得突破: what each of them makes.
  {
    reason: "size",
    of: MADE,
    head: /(?:推动|推进|加快|抓好|促进|支持|力促)(?:[^，。；、\d]{0,14}\d[\d.]*[余多]?[万亿]?[吨台辆套只头兆千瓦立方米]{1,3}[^，。；、\d]{1,16}[、和及])+[^，。；、\d]{0,14}$/u,
    rest: /^[\u4e00-\u9fff]{1,14}?(?:[、和及][^，。；]*)?等[^，。；、\d]{0,4}(?:重点|重大|产业|工业)*项目/u,
    unless: { before: DONE_BEFORE },
  },
  // 建成后可年产3万吨，带动就业500人: what one thing will bring.
  {
    reason: "size",
    said: /(?:建成|完成|完工|竣工|投产|投用|达产|达效|投入使用|投入运营|运营|实施)[以之]?后[^。；]{0,30}?(?:可|能够?)(?:以|望)?(?![持靠])[^。；]*$/u,
  },
  // 城内各村分别建成3亩左右的游园.
  {
    reason: "size",
    of: measures,
    before:
      /(?:各|每个?)[\u4e00-\u9fff]{1,4}(?:均|都|分别|至少|各)?(?:建成|建设|新建|建|打造|规划|预留|安排)(?:一[个处座片块])?$/u,
    behind: /^(?:左右|以上)?的/u,
  },
  // 宽度约33米: how large one thing is.
  {
    reason: "size",
    of: measures,
    before:
      /(?:(?<!加|拓|展|窄路)宽度?|(?<!总|治理|改造|清淤|疏浚|整治|维修|修复|加固|建设|新建|铺设|硬化|衬砌)长度|高度|厚度|桥宽|坝高|路基宽|直径|口径|海拔)(?:约|为|达)?$/u,
  },
  // 总投资9亿元，长3公里.
  {
    reason: "size",
    of: measures,
    before: /^[\s　]*[全总]?长度?(?:约|近|达|为)?$/u,
    unless: { said: LAID },
  },
  // 供气能力20万方/小时门站: what has the capacity stands behind it.
  {
    reason: "size",
    of: amounts,
    before: /(?:处理|生产|供水|供气|供热|输气|输水|通行|吞吐|装卸)能力(?:约|为|达)?$/u,
    behind: PLANTS,
  },
  // 日处理4万吨, 年产10万吨: what a plant can do.
  {
    reason: "size",
    of: amounts,
    before:
      /(?:日|年|月|小时)均?(?:处理|产|供水|供气|供热|输气|输水|输油|吞吐|通行|加工|输送|焚烧|消纳)(?:能力|规模|量|垃圾|污水)?(?:约|近|各)?$/u,
    unless: { before: /新增|净增|增加|提高|提升|形成|达到/u },
  },
  // 基地一处，占地面积78亩: never what is promised.
  { reason: "size", of: amounts, before: /(?<!新增|收储|盘活|腾退)(?:总?占地|占地总?面积)(?:约|近|达|为)?$/u },
  // 新建宿舍楼1栋，总建筑面积3050平方米.
  { reason: "size", of: amounts, before: AREA, said: /(?<![\d.])[1一][个座栋幢所处]，[^，。；\d]{0,6}$/u },
  // 建设智慧仓库，占地430亩，建筑面积18万平方米: of the one that is built.
  {
    reason: "size",
    of: amounts,
    before: AREA,
    unless: { said: /\d[\d.]*[余多]?(?:个|项|条|座|家|处|宗|批|所|栋|幢|套)|新增|增加/u },
  },
  // 实施金钟路改造提升工程，总里程6.7公里: one, by its name.
  {
    reason: "size",
    of: amounts,
    before:
      /(?:总投资|投资总额|规划投资|全长|总长|总里程|占地|占地面积|总?建筑面积|(?:概算|估算|批复)总?投资|投资(?:概算|估算)|总概算|总库容|(?:工程|大道|大桥|隧道|快速路|高速|铁路|一期|二期)(?:全线)?长(?:度)?|(?:段|公路|国道|省道|国道|线路|路段)长(?:度)?)(?:约|近|超|达|为|共)?$/u,
    said: /(?:^|[，。；\n、])[^，。；\d]{0,8}(?:实施|启动|推进|加快|完成)(?!农村|乡村|通村|城乡|城区|城市|全[市县区]|县乡|村组)[\u4e00-\u9fff“”]{2,24}?(?:路|街|线|桥|大道|隧道|河|渠)(?:（[^（）]{1,16}）)?[\u4e00-\u9fff]{0,10}?(?:工程|项目|建设)，[^，。；、\d]{0,8}$/u,
  },
  // 安排水利项目15个，总投资24亿元: how large they are together; what is signed or drawn in is aimed at.
  {
    reason: "size",
    of: money,
    before: /(?:总投资|投资总额|总投资额)(?:约|近|超|超过|逾|达|达到|为|共)?$/u,
    unless: {
      said: /(?:签约|引进|招引|招商|洽谈|落地|谋划|储备|包装|争取|招来)[^。；]*$|(?:完成|实现|新增|计划|力争|确保)[^，。；]*$/u,
    },
  },
  // 总投资, 全长, of which nothing is said to be done.
  {
    reason: "size",
    of: amounts,
    before:
      /(?:总投资|投资总额|规划投资|全长|总长|总里程|占地|占地面积|总?建筑面积|(?:概算|估算|批复)总?投资|投资(?:概算|估算)|总概算|总库容|(?:工程|大道|大桥|隧道|快速路|高速|铁路|一期|二期)(?:全线)?长(?:度)?|(?:段|公路|国道|省道|国道|线路|路段)长(?:度)?)(?:约|近|超|达|为|共)?$/u,
    unless: {
      said: /(?:新增|新建|铺设|敷设|架设|埋设|更换|(?:改建|扩建|建设|建成|改造)(?!工程|项目|[，,]|$)|完成|实施|签约|引进|争取|力争|确保|实现|投资建设|\d[\d.]*[余多]?(?:个|项|条|座|家|处|宗|批))/u,
    },
  },
  // 三个1亿人问题: so it is called.
  { reason: "name", of: ({ isChinese }) => !isChinese, before: /[一二三四五六七八九十]个$/u },
  // 1900万元的41项工程总投资: how large they are together.
  { reason: "size", head: /^[\s　]*$/u, behind: /^[^，。；、\d]{0,16}(?:工程|项目)(?:计划|概算|估算)?总投资/u },
  // 41项工程总投资1900万元
  {
    reason: "size",
    of: money,
    head: /^[\s　]*\d+[个项处座条件][^，。；\d]{0,16}(?:工程|项目)(?:计划|概算|估算)?总投资(?:约|达|为)?$/u,
  },
  // …其中市级资金400万元，受益人口3万人: and who pays.
  {
    reason: "size",
    before:
      /(?:(?:中央|国家|省级?|市级?|县级?|地方|上级)(?:财政)?(?:预算内)?(?:资金|投资|补助|配套)(?:资金)?|(?:自筹|配套)(?:资金)?|受益(?:人口|群众))(?:约|达)?$/u,
    said: /(?:^|[，。；\n])[\s　]*(?:\d+[个项处座条件])?[^，。；\d]{0,16}(?:工程|项目)(?:计划|概算|估算)?总投资/u,
  },
  // 40个停车位的停车场, 303平方米的综合楼: how large one building is. 建成30万亩的农产品基地: land is laid out by its area.
  {
    reason: "size",
    behind:
      /^(?:(?:停车位|车位|泊位|床位|学位|座位)的?|的)[\u4e00-\u9fff]{0,10}?(?:停车场|综合楼|大楼|办公楼|教学楼|处理厂|水厂|学校|幼儿园|医院|中心|广场|公园|基地|仓库|馆|养老院|福利院)(?=[，。；、和及]|$|项目|工程)/u,
    holds: (seen) => !isLaidOut(seen),
  },
  // 停车场有1.2万平方米: how large it is.
  {
    reason: "size",
    of: measures,
    before: /(?:停车场|广场|公园|馆|校|院|园区|中心|楼|小区|厂|站)(?:现)?(?:有|达)(?:约|近)?$/u,
  },
];

function isLaidOut({ figure, before }: Surroundings): boolean {
  return /^(?:亩|公顷)$/u.test(figure.bareUnit) && /(?:建成|建设|新建|打造|发展|新增|培育|形成)$/u.test(before);
}
