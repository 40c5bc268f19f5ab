/** What stands around a figure and makes it no number of anything promised: the words, as data. The rules are in noPromise.ts. */

/** 围绕12个产业, 周边7个口岸: what the work is about or lies beside, and nothing to be counted. */
export const SCOPES =
  /(?:围绕|聚焦|瞄准|面向|依托|紧扣|周边|邻近|相邻|接壤|周围|毗邻|沿线|对标)[^，。；\n]{0,3}(?:[^，。；\n]{0,12}[、和及])?$/u;
/** The same at the head of a clause, where a list of names stands between: 依托甲、乙等50家龙头企业. */
export const SCOPE_AT_HEAD =
  /^[\s　]*(?:[^，。；]{0,6}[，、])?(?:依托|围绕|聚焦|瞄准|对标|紧盯|紧扣|立足|针对|涉及)[^，。；\n]*$/u;
/** 以12个片区、65个中心为重点: what the work centres on. */
export const CENTRED_BEFORE = /以[^，。；\n]{0,14}$/u;
export const CENTRED_BEHIND =
  /^[^，。；\n]{0,24}?为(?:重点|基础|依托|主|核心|支撑|抓手|龙头|载体|单位|代表|示范|样板|试点|突破|牵引|引领|契机|纽带|节点|骨干)/u;
/** 在现有3条线路基础上: where it starts from. */
export const STARTED_BEFORE = /在(?:现有|原有|已有|全[省市县区])?[^，。；\n]{0,12}$/u;
export const STARTED_BEHIND = /^[^，。；\n]{0,16}基础上/u;
/** 加强对2个断面、7个监测点的研判: what is looked at, unless something is done to it. */
export const LOOKED_AT = /(?:^|[，。；、]|加强|加大|做好|强化)对[^，。；\n]*$/u;
export const DONE_TO =
  /进行|实施|给予|开展|予以|完成|改造|补助|制定|奖励|整治|巡察|检查|培训|救助|帮扶|资助|提供|发放|建设|提升|修缮|治理|审计|督查|评估|新建|清理|拆除|搬迁|安置|提档|升级|提质|扩容|优化|维修|加固|更新|亮化|绿化|硬化/u;
/** 做到6个“始终坚持”: headlines counted. */
export const SLOGAN_BEFORE = /(?:做到|坚持|实现|突出|强化|聚焦|抓好|打好|落实|落实好|把握|处理好|增强|做好)$/u;
export const SLOGAN_BEHIND = /^“[^”\n]{2,8}”(?=[，。：；\n]|$)/u;
/** What is done in a place: 在8个县建设…. */
export const DONE_THERE =
  "增补|选择|选取|补充|建设|新建|开展|实施|推广|布局|完成|改造|打造|试点|设立|建成|发展|种植|硬化|安装|铺设|新增|增设|创建|整治|维修|架设|新修";
/** 在8个重点县建设基地6万亩: how many places there are in which the figure behind is done. */
export const PLACED_BEFORE = /(?:^|[，。；、\s　）)])在[^，。；\n]*$/u;
export const PLACED_BEHIND = new RegExp(
  `^(?:[\\u4e00-\\u9fff（）()]{0,6}?)(?:县|区|市|省|省份|乡镇|镇|村|社区|小区|学校|园区|街道|企业|单位)(?:[（(][^（）()\\n]{1,8}[）)])?(?:[和、及][\\u4e00-\\u9fff]{2,8}?)?(?:${DONE_THERE})[^，。；、\\d\\n]{1,24}\\d`,
  "u",
);

/** 为全区700艘渔船每艘增配1只救生筏: what each is given. */
export const EACH_IS_GIVEN =
  /每(?:[个名户人家艘辆村校所座台处班床栋间亩镇乡]|(?:个)?(?:村|镇|乡|校|县|社区|街道))(?:均|各|都|至少)?(?:培训|培养|增配|配备|配置|配发|安装|发放|赠送|补助|补贴|奖励|安排|派驻|选派|给予)$/u;
/** 按照每百户30平方米: by what rule something is built or given. */
export const RULE_BEFORE = /按照?[^，。；]{0,6}每[^，。；]{1,6}$/u;
/** 对新认定的企业奖励20万元, 最高可贷300万元: what each is given. */
export const GIVEN_TO_EACH =
  /(?:^|[，。；、：])[\s　]*(?:对|给予|每)[^，。；、\d]{0,24}(?:奖励|补助|补贴|资助|奖补)(?:资金)?(?:不超过|最高|至多)?$|给予?每[\u4e00-\u9fff]{1,6}(?:奖励|补助|补贴|资助|奖补)(?:资金)?$|一次性(?:奖励|补助|补贴|资助|奖补)(?:资金)?$|最高(?:可贷|可|贷款|给予|补贴|补助|奖励|支持|不超过|达)*$/u;
/** 超过1000万元的政府采购项目: which of them. */
export const AS_LARGE_AS = /(?:不?超过|超|(?<![超通经])过|大于|高于|不足|低于|少于|小于|不少于|不低于|达到?)$/u;
/** 增长9%（年度目标6%以上）: what was reached, beside what was aimed at. */
export const TARGET_BESIDE = /^[\s]*[（(](?:全年|年度|年初)?(?:目标|计划|任务)(?:数|值|为)?\d/u;
export const AIMED_AT = /\d[\d.]*[%％\u4e00-\u9fff]{0,4}[（(](?:全年|年度|年初)?(?:目标|计划|任务)(?:数|值|为)?$/u;
/** 13亿人民: the people, behind 人. */
export const PEOPLE = /^(?:民(?=的|群众|共同|[，。；、]|$)|才(?:梯队|工程|计划|行动|项目|队伍|专项))/u;
/** 召开全市30万亩茶园建设现场推进会: what a meeting is about. */
export const MEETING_BEHIND =
  /^[^，。；、\d]{2,24}?(?:现场会|推进会|推进会议|动员会|动员大会|座谈会|部署会)(?:议)?(?=[上，。；]|$)/u;
export const MEETING_BEFORE = /(?:召开|举行|举办|在)[^，。；]{0,8}$/u;
/** 7%的速度可以实现就业, 目标比去年多100万人: spoken of. 小排量汽车购置税按7.5%征收: a rate that is the law. */
export const SPEED_BEHIND = /^(?:左右|以上)?的(?:增长)?(?:速度|增速)(?!增长)/u;
export const GOAL_COMPARED = /目标(?:数|值)?比(?:去年|上年)(?:多|高|增加|提高)$/u;
export const LEVIED = /^(?:的税率)?(?:征收|计征)/u;
/** 用好80亿元引导基金, 把40亿元资金用好用活: money that is there. */
export const USED_WELL_BEFORE = /(?:用好|用活|管好)(?:用好|用活)?(?:了)?$/u;
export const USED_WELL_BEHIND = /^[^，。；]{0,10}用(?:好|活|足)/u;
/** 这将使60万学生的家庭减轻负担: whom it helps. */
export const HELPED_BEFORE = /^[\s　]*(?:这)?(?:将|可|能|就)*使[^，。；]*$/u;
export const HELPED_BEHIND = /^[^，。；]*(?:减轻|受益|得到实惠|增收)/u;
/** 将18项收费的免征范围，从…扩大到…: what is widened. */
export const WIDENED = /^[^，。；\d]{2,14}的[^，。；的]{0,6}范围$/u;
/** 40万全市人民: who is meant by all of it. 13亿人民 reads as 13亿人. */
export const EVERYBODY =
  /^中国人(?!寿|保)|^劳动力(?:资源|人口|[、，。]|$)|^受过[^，。；]{2,10}教育|^(?:全[市县区州省])?[\u4e00-\u9fff]{0,10}(?:人民|儿女|父老)(?!币|法院|检察|医院|政府|银行|警察|调解|公园|广场|路|桥|防空|武装|团体|满意|大会|代表)|^[^，。；\n]{0,18}(?:搬得出|稳得住|留得住|能致富)/u;
/** 严格落实10个常态化、30项防控措施, 落实园区改革30条措施: rules that are kept. */
export const KEPT_BEFORE =
  /(?:落实|执行|遵守|抓实|抓细|抓严|抓好)(?:[^，。；、\d]{0,14}|(?:好|省|国家)?\d+个[^，。；\d]{1,6}、?)$/u;
export const KEPT_BEHIND = /^[^，。；、\d]{0,8}(?:常态化|措施|规定|要求|制度|机制)/u;
/** 4个乡镇18个村实施…: the smaller places are counted. */
export const OF_PLACES = /^(?:县|镇|乡镇|乡|街道|村|社区|小区)\d+个?(?:乡镇|村|社区|小区|户(?=[\u4e00-\u9fff“]))/u;

/** 推动3个园区高质量发展, 细化23个主要指标: how many there are of what the work is about. */
export const FURTHERED =
  /(?:推动|促进|推进|支持|提升|做优做强|做大做强|助推|带动|引导)(?:[^，。；\n]{0,60}、[^，。；\n]{0,12})?$/u;
export const FURTHERED_TO =
  /^[^，。；、\n]{2,20}?(?:高质量发展|提质增效|做大做强|做优做强|加快发展|融合发展|协同发展|(?:集群|产业|园区|企业|经济)(?:加快|健康|持续|转型)?发展(?=[，。；\n]|$)|质效|高效运[营行])/u;
/** 抓好12个粮食大县、400万亩核心区建设: where the work is done. */
export const COUNTIES_BEFORE = /(?:抓好|突出|支持|围绕|推动|建好)$/u;
export const COUNTIES_BEHIND = /^[\u4e00-\u9fff]{2,12}?(?:大县|基地县|示范县|重点县|产粮县|片区县)(?:[、，和]|建设|$)/u;
/** 重点抓好36户重点企业、30户大型集团: whom the work is about. */
export const LOOKED_AFTER = /(?:抓好|抓住|抓实|重点抓)(?:[^，。；\n]{0,40}[、和及])?(?:[^，。；、\n]{0,16}等)?$/u;
export const LOOKED_AFTER_BEHIND =
  /^[\u4e00-\u9fff]{0,10}?(?:企业|集团|示范县|重点县|大县|重点镇|小城镇|园区|商场|市场)(?:（市）)?(?:集团)?(?=[、，。；和及]|$)/u;
/** 150个重点项目，要确保质量: of what something is asked. */
export const ASKED_OF = /^[\u4e00-\u9fff]{2,10}，(?:都|均|也)?(?:要|必须|应当?)/u;
/** 节能减排5项目标，既考虑…: how many aims there are. */
export const AIMS_COUNTED =
  /^(?:约束性|预期性|主要|具体|量化)?目标(?=[，。；]|$)|^[\u4e00-\u9fff]{0,5}指标(?=[，。；、和在]|$)/u;
/** 有甲、乙3条高速贯穿全境且有5个出入口, 其中涉及我县有5项: what a place has. */
export const HAS_THERE = /(?:且|境内)(?:设)?有$|涉及[^，。；]{0,6}有$|(?:涉及|覆盖到|分布在)[^，。；]{1,14}等$/u;
export const RUNS_THROUGH = /^[\u4e00-\u9fff]{0,8}(?:贯穿|穿境|过境|纵贯|横贯|交汇)/u;
/** 打造7个重点场景。一是…: the headline over what is listed next. */
export const LISTED_NEXT = /^[^，。；：\n\d]{1,14}[。：:]\s*(?:一是|一要|其一|第一[，、]|首先|（一）|①)/u;
/** 占了2件，计4项: summed up. */
export const SUMMED_UP = /(?:^|[，、；])[\s　]*(?:共计|合计|总计|计|共)$/u;
/** 共10个项目被列入, 收集意见建议110条, 票决产生10件: what was gone through to get there. */
export const LISTED_BEHIND = /^[^，。；\n]{0,10}?(?:被(?:列入|纳入|评为|确定|认定)|候选(?:项目|事项))/u;
export const GATHERED_BEFORE =
  /(?:公开征集|接收|受理|收到|征集到?)[^，。；\n\d]{0,8}(?:20\d\d年)?[^，。；\n\d]{0,6}(?:实事|留言|投诉|来信|来电|诉求|建议|意见|线索|项目建议)$|(?:收集|征集|梳理|征求|收到|筛选|票决|投票|评选)[^，。；\n]{0,24}?(?:意见|建议|诉求|线索|产生|确定|形成|出|到|了)[^，。；\n]{0,6}$/u;
/** 兴办10件实事: the headline over what is promised. */
export const HEADLINE_BEHIND = /^(?:、\d+[项件个])?(?:[\u4e00-\u9fff]{0,6}?)实事(?!候选|项目库)/u;
/** 分解为11项工作目标和138项工作任务: into how many items the work is divided. */
export const DIVIDED =
  /(?:分解|细化|梳理|归纳|划分|拆解|量化|明确|确定|共有|共计?|合计|总计)(?:落实)?(?:为|成|出|了)?(?:[^，。；\d]{0,8}\d+[项个件条大][^，。；\d]{0,10}[、和及]?)?$/u;
export const ITEMS_OF_WORK =
  /^(?:具体|重点|主要|目标|年度|细化|量化|分项|工作|子)*(?:工作|目标|任务|事项|指标|举措|措施|清单|要点|内容)(?=[，。；、和及\n]|$)/u;
/** 33个部门“一把手”亮相, 对150项工作公开承诺: who pledges, and how much. */
export const PLEDGERS =
  /^(?:负责)?(?:局长|主任|部长|厅长|书记|负责人|负责同志|领导|嘉宾|专家|委员|发言人|新闻发言人)(?:[（(][^（）()\n]{1,8}[）)])?(?:将|先后|分别|依次|走上|走进|做客|接受|围绕|就|为|现场|集中|亮相|解读|参加|出席|回答|发言)|^(?:重点|县直|市直|区直|职能|责任|成员|政府)?(?:部门|单位|乡镇|镇街|委办局)[^，。；\n]{0,8}(?:一把手|负责人|负责同志|主要领导|参加|出席|亮相|承诺|表态|发言)|^[^，。；\n\d]{0,12}(?:公开承诺|作出承诺|郑重承诺)/u;
/** 参加大会的237名人大代表: who takes part. */
export const DELEGATES = /^[\u4e00-\u9fff]{0,4}(?:人大代表|政协委员|党代表)(?!建议|议案|提案|联络|之家)/u;
/** 宽度约33米: how large one thing is. */
export const DIMENSION =
  /(?:宽度?|(?<!总|治理|改造|清淤|疏浚|整治|维修|修复|加固|建设|新建|铺设|硬化|衬砌)长度|高度|厚度|桥宽|坝高|路基宽|直径|口径|海拔)(?:约|为|达)?$/u;
/** 40个停车位的停车场, 303平方米的综合楼: how large one building is. */
export const SIZE_OF_BUILDING =
  /^(?:(?:停车位|车位|泊位|床位|学位|座位)的?|的)[\u4e00-\u9fff]{0,10}?(?:停车场|综合楼|大楼|办公楼|教学楼|处理厂|水厂|学校|幼儿园|医院|中心|广场|公园|基地|仓库|馆|养老院|福利院)(?=[，。；、和及]|$|项目|工程)/u;
/** 停车场有1.2万平方米: how large it is. */
export const HAS_SIZE = /(?:停车场|广场|公园|馆|校|院|园区|中心|楼|小区|厂|站)(?:现)?(?:有|达)(?:约|近)?$/u;
/** 20%的村集体年收入超30万元: which of them the share counts. */
export const OF_THOSE_WHO = /\d[%％](?:以上)?的[^，。；、\d]{2,16}(?:超过?|达到?|突破|不低于|不少于|高于)$/u;
/** （8项）: how many stand below. */
export const BELOW_BEFORE = /[（(](?:共|共计)?$/u;
export const BELOW_BEHIND = /^[）)]/u;
/** 深化与11家银行伙伴关系, 加强同8个国家的往来: with whom. */
export const WITH_WHOM =
  /(?:^|[，。；、]|加强|深化|密切|强化|推动|推进|拓展|扩大|巩固|建立|开展|促进)(?:与|同|和)(?:全[国球省]|周边|国内外)?$/u;
export const WITH_BEHIND =
  /^[\u4e00-\u9fff]{0,14}?(?:关系|合作|往来|交流|联系|对接|沟通|协作|联动|联系机制|战略合作|互动)(?!项目|社|协议\d)/u;
/** 在全省167个区县中找位次: among how many. */
export const AMONG_BEFORE = /(?:全[国省市区县州]|世界|全球)(?:共|有)?$/u;
export const AMONG_BEHIND =
  /^(?:个)?(?:同类|兄弟|重点)?(?:区县|县区|县市区|县（市、区）|县|市|区|省份|城市|地市|州市|国家)?(?:中|当中|里|之中)(?!小|心|学|医|药)/u;
/** 争取谋划储备的96个项目更多通过审核: some of those that there are. */
export const MORE_OF_THEM = /^[^，。；\d]{2,24}?更多(?:地)?(?:通过|列入|纳入|获得|获批|落地|进入|得到)/u;
/** 发挥甲乙3个试点作用: what is there already. */
export const MADE_USE_OF =
  /(?:^|[，。；、])[\s　]*(?:充分|更好|有效|积极|切实)?(?:发挥|依托|用好|借助|利用好)[^，。；\d]{0,12}$/u;
export const USE_OF = /(?:作用|优势|效应|功能)(?=[，。；、\n]|$)/u;
/** 12条举措落地见效: measures that are taken already. */
export const MEASURES_OF_PLAN =
  /^(?:(?:主要|核心|约束性|预期性)(?:发展)?指标|(?:政策)?(?:措施|举措|政策)(?:落地|落实|见效))/u;

/** 日处理4万吨, 年产10万吨: what a plant can do. */
export const CAPACITY_BEFORE =
  /(?:日|年|月|小时)均?(?:处理|产|供水|供气|供热|输气|输水|输油|吞吐|通行|加工|输送|焚烧|消纳)(?:能力|规模|量|垃圾|污水)?(?:约|近|各)?$/u;
/** 供气能力20万方/小时门站: what has the capacity stands behind it. */
export const ABLE_TO = /(?:处理|生产|供水|供气|供热|输气|输水|通行|吞吐|装卸)能力(?:约|为|达)?$/u;
/** 300万吨煤矿: what has the capacity. */
export const PLANTS =
  /^(?:级)?[\u4e00-\u9fff]{0,8}?(?:煤矿|铁矿|铜矿|矿井|矿山|电厂|水厂|污水厂|处理厂|冶炼厂|炼化|粮库|油库|储气库|冷库|码头|水库|机组|电站|门站|首站|泵站|风电场|项目|装置|生产线)/u;
/** 总投资, 全长: how large one project is. */
export const PROJECT_SIZE =
  /(?:总投资|投资总额|规划投资|全长|总长|总里程|占地|占地面积|总?建筑面积|(?:概算|估算|批复)总?投资|投资(?:概算|估算)|总概算|总库容|(?:工程|大道|大桥|隧道|快速路|高速|铁路|一期|二期)(?:全线)?长(?:度)?|(?:段|公路|国道|省道|国道|线路|路段)长(?:度)?)(?:约|近|超|达|为|共)?$/u;
/** What makes the size of a project one that is promised: something is done, or projects are counted. */
export const PROJECT_DONE =
  /(?:新增|新建|(?:改建|扩建|建设|建成|改造)(?!工程|项目|[，,]|$)|完成|实施|签约|引进|争取|力争|确保|实现|投资建设|\d[\d.]*[余多]?(?:个|项|条|座|家|处|宗|批))/u;

/** Nouns that have a size: in front of them 亿元以上 or 120万千瓦 says how large they are. */
export const SIZED_THINGS =
  /^(?:的|级|规模|左右的)?[\u4e00-\u9fff（）“”、A-Za-z0-9]{0,14}?(?:项目|企业|产业|集群|园区|主体|增长点|单位|工程|电站|机组|电厂|电网|热电|水库|公司|商户|基地|工厂|装置|生产线|线路|变电站|码头|泊位|航道|矿山|煤矿|锅炉|设备|订单|农户|大户|合作社|家庭农场|村|乡镇|镇|街道|社区|小区|城市|河流|湖泊|卫星|产品|品牌|平台|商圈|街区|县|区|重大|单体|部件|供水|老旧)/u;

/** Headline words that make a bare count a slogan: 六大行动, 三项制度, 7个方面. */
export const SLOGAN_NOUN =
  /^(?:大(?!型)|方面|环节|层面|维度|阶段|确保|坚持|必须|统筹|聚焦|转变|转型|提升行动|关键|更加|导向|体系|意识|维护|自信|结合|同步|不变|不动摇|一体|工作日|月|小时|季度|星期|年(?!度)|百分点左右的|重大关系|重点任务|重点工作|方向|原则|机制|制度|文明|革命|梯队|梯次|档次|现代化|高质量|一流|严格|到位|走廊|圈层|板块|轮子)/u;
