/** What a clerk leaves away of a thing's name: marks, who does it, when, for whom, and what is said of the figure. */
import { leadingVerb, trimLeading } from "./phrases";

const FOOTNOTE = /[[［〔]\d{1,3}[\]］〕]/gu;
/** One kind of quotation mark, no blanks, nothing at the edges. */
export function unmarked(thing: string): string {
  let bare = /[[［〔]/u.test(thing) ? thing.replace(FOOTNOTE, "") : thing;
  if (/[\s"'‘’]/u.test(bare))
    bare = bare
      .replace(/\s+/gu, "")
      .replace(/["'‘]([^"'‘’]{1,16})["'’]/gu, "“$1”")
      .replace(/["'‘’]/gu, "");
  return trimEdges(
    bare.replace(
      /^[（(](?![改扩迁建续提升修、]{1,6}[）)])[^）)]{0,30}[）)]|[（(](?:不?含|不包括|其中|包括)[^）)]{0,30}[）)]?/gu,
      "",
    ),
  );
}

/** ●优良天数: what marks an item of a list. */
const BULLET = /^[■□◆◇●○▲△★☆►▶•·※*#]+/u;
/** 实施“规模以上企业倍增计划”，新增78家: what the plan adds. */
const PLANNED = /^“([^”]{3,20}?)(?:倍增|培育|提升|壮大|扩容|升级)+(?:计划|行动|工程)”$/u;
/** 各区分别建设公园. */
const PLACES_EACH =
  /^各(?:[县市区乡镇州旗街]|街道|社区|村|地|、|（[^）]{1,8}）)+(?:分别|均|都|各|要|至少|力争|共|合计)+(?=.{2})/u;
/** 省下达我市粮食播种面积: who asked for it. */
const HANDED_DOWN =
  /^(?:国家|省里?|市里?|上级|自治区|州|省市)(?:级|政府)?(?:下达|考核|要求)(?:给?(?:我|本|全)[省市县区州])?的?(?=.{3})/u;
/** 水利建设计划完成土石方, 能够新增优质学位: that it is planned, or can be. */
const ABLE = /^(?:能够|可以|能)(?=(?:新增|增加|解决|提供|满足|带动|实现|容纳).)/u;
/** 基地拟建大棚: of which project it is. */
const ITS_PROJECT = /^(?:该?(?:基地|项目|园区|工程))(?:拟|将|计划)+(?=[\u4e00-\u9fff]{3})/u;
/** 面上共计划清淤支渠, 承担的实事主要包括新建健身中心: what is done stands behind. */
const IN_ALL =
  /^(?:[\u4e00-\u9fff]{0,6}?共计划|[^，。；：\d]{4,28}?(?:任务|实事|项目|工作|内容|工程)(?:主要)?包括)(?=.{3})/u;
/** 全市农业增加值: of the whole place, as all are. */
const WHOLE_PLACE =
  /^(?:我国|[全我][省市县区州镇乡旗盟])(?=[\u4e00-\u9fff]{3})|(?<=[\u4e00-\u9fff])(?<![安健保完周齐自占在于过达])全[省市县区州乡旗盟](?![域间别])(?=[\u4e00-\u9fff]{2})/u;
/** 滨河路（东桥-西桥段）管网: from where to where. */
const SECTION = /(?<=.{2})（[\u4e00-\u9fff][^（）]{0,15}[-—~～至到][\u4e00-\u9fff][^（）]{0,15}）(?=.{2})/gu;
/** 江州提出全年完成投资: who said so. */
const PUT_FORWARD = /^[\u4e00-\u9fff]{2,8}提出(?:要|将|全年|力争|今年)*(?=.{3})/u;
/** 自然村采取无线传输的方式开展建设: by what means. */
const BY_MEANS = /(?<=.{2})(?:采取|采用|通过)[^，。；]{2,28}?的?(?:方式|形式|办法|模式)(?=.{2})/u;
/** 江州市2027年…浓度: when is no part of it. */
const YEAR_WITHIN = /(?<=[\u4e00-\u9fff])20\d\d年度?(?=[\u4e00-\u9fff]{2})/u;
/** 某部部长某某宣布今年将再改造小区: who said so. */
const SAID_BY =
  /^[^，。]{0,16}?(?:[部局委厅办长]|主任|书记|负责人|人士)[\u4e00-\u9fff·]{0,4}(?:宣布|表示|介绍|透露|指出|承诺)(?:称|说)?(?=.{3})/u;
/** 站场建设计划完成投资, 年度计划完成投资: that it is planned is no part of what is spent. */
const PLANNED_MONEY =
  /^(.*?)(?:(?:本?年度|全年)?计划(?:总|完成)?(?=投资$)|(?<=.{2})计划完成(?=[\u4e00-\u9fff]{2,8}$))/u;
/** 危房改造五年计划: what it plans is counted. */
const PLAN_OF_YEARS =
  /(?<=改造|整治|治理|建设|搬迁|造林|[棚危农旧厕].?改)(?:提升|攻坚)?[两三四五]年(?:攻坚|行动|攻坚行动|实施)?(?:计划|方案|行动)$/u;
/** 街巷将启动综合环境整治工程: what is done to what. */
const WILL_BE_DONE =
  /^([\u4e00-\u9fff]{2,12}?)[将要](?:全部|全面)?(?:启动|实施|开展|进行|完成)([\u4e00-\u9fff]{2,14}?)(?:工程|项目|行动)?$/u;
/** 江州市3周岁以下幼儿: of what place, where its people are counted by age. */
const PLACE_OF_AGE = /^[\u4e00-\u9fff]{2,3}[市县区](?=\d{1,2}周?岁)/u;
const AGE = /^(?:\d{1,3}(?:周岁|岁)?\s*(?:至|到|-|—|—|~|～)\s*)?\d{1,3}(?:周岁|岁)(?:及?以[上下内])?(?:的)?/u;
// 各类, 符合条件的, 有就业意愿的: which of them a name leaves open.
const LEFT_OPEN = /各级各类|各类|各种|(?<!占)符合条件的?|群众身边的?|^有[^的]{2,8}的/gu;
/** 在周边地区具有知名度、规模超三亿元的示范企业, 使用超过15年的电梯: which of them stands before 的. */
const WHICH_ARE =
  /^(形成|产生)?(?:[\u4e00-\u9fff]{2,4}的)?(?:在|具有|拥有|具备|符合|达到|使用|位于|规模|总?投资|年|能够|能|站在|处于|紧跟|从事|熟悉|掌握|善于)[^，。；]{3,}的(?=[^的]{3,}$)/u;
/** 集中连片、旱涝保收的农田: how good they are. */
const OF_QUALITIES = /^(?:[\u4e00-\u9fff]{4}、)+[\u4e00-\u9fff]{4}的(?=[^的、]{3,}$)/u;
/** 扩宽路面、优化信号等“微整治”, 提供职业介绍等就业服务: what is done, by its closing word. */
const DONE_BY_EXAMPLE = /(开展|进行|实施|提供)[^，。；“”]{3,}?等(?=[\u4e00-\u9fff]{3,6}$|“[\u4e00-\u9fff]{2,8}”$)/u;
/** 茶叶、木竹、陶瓷等百亿级产业: what the examples are is said behind them, by its rank. */
const EXAMPLES =
  /^(?:[^、，。；“”]{1,10}、)+[^、，。；“”]{1,10}等(?=[^、等]{0,4}级[^、等]{2,}$|(?:优质|重点|特色|优势|骨干|主要)[\u4e00-\u9fff]{2,6}$)/u;
/** 控制大班额比例: that it is limited, its comparator says. */
const LIMITING = /^(?:控制|严控)(?=.{2,}(?:率|比例|比重|总量|强度)$)/u;
// 五年新增城镇就业, 去年完成投资, 目前全市有公交线路, 正常年景下粮食产量: when it was counted is no part of its name.
const WHEN =
  /年均(?=新增)|^[“"](?:开门红|双过半|全年红|满堂红)[”"](?=.{3})|^末(?=[\u4e00-\u9fff]{3})|^[“"]?十[一二三四五六]五[”"]?(?:时期|期间)?(?=.{3})|^(?:年末|年底|正常年景下?)|^(?:全年|年内|当年)(?=[\u4e00-\u9fff]{3})|^(?:[三五]年(?:内|累计|共)?(?=[新累建改])|(?:去年|上年|目前)(?:全[省市县区])?(?:共?有|已有|已)?(?:完成|实现)?)/u;
/** 的 within a name; 目的 and 的士 keep it. */
const OF = /(?<!目)的(?![士确])/gu;
const LIGHT_VERBS = "开展|提供|进行|给予|实施";
const LONGEST_RECIPIENT = 10;
const RECIPIENT = new RegExp(
  `^([^，“”]{0,30}?(?:人|者|户|生|群众|儿童|妇女|员|民|家庭|企业|学校|职工|群体|单位|机构|(?<!深入|走进|进|入)(?:小区|社区|街区|村庄|园区)))(${LIGHT_VERBS})((?:.{2,}(?:改造|修缮|整治|加装)(?=工程$))|.{2,})`,
  "u",
);

/** 渔船每艘增配1只救生筏: what each is given, and how many, is no part of what is done. */
const EACH_GIVEN =
  /(?<=[\u4e00-\u9fff])每[\u4e00-\u9fff]{1,3}?(?:均|各|都)?(增配|配备|配置|配发|安装|发放|派驻|选派|建设|新建)[\d.]+[\u4e00-\u9fff](?=[\u4e00-\u9fff]{2})/u;
/** The thing without what a clerk leaves away. */
export function shortened(thing: string): string {
  let name = thing.replace(BULLET, "").replace(PLANNED, "$1");
  const inAll = IN_ALL.exec(name)?.[0].length ?? 0;
  if (inAll > 0 && leadingVerb(name.slice(inAll)) !== "") name = name.slice(inAll);
  name = name
    .replace(SECTION, "")
    .replace(PUT_FORWARD, "")
    .replace(PLACES_EACH, "")
    .replace(BY_MEANS, "")
    .replace(ITS_PROJECT, "")
    .replace(HANDED_DOWN, "")
    .replace(ABLE, "");
  if (SAID_BY.test(name)) name = trimLeading(name.replace(SAID_BY, ""), false);
  name = name.replace(PLANNED_MONEY, "$1").replace(WILL_BE_DONE, "$1$2").replace(PLAN_OF_YEARS, "");
  if (/20\d\d年/u.test(name)) name = name.replace(YEAR_WITHIN, "");
  if (name.includes("每")) name = name.replace(EACH_GIVEN, "$1");
  if (name.includes("岁")) name = name.replace(PLACE_OF_AGE, "").replace(AGE, "");
  name = name.replace(WHICH_ARE, "$1").replace(OF_QUALITIES, "").replace(EXAMPLES, "");
  // 各类培训: all kinds of what alone would be no name.
  const known = name.replace(LIMITING, "").replace(LEFT_OPEN, "");
  name = (known.length > 2 ? known : name).replace(WHEN, "").replace(WHOLE_PLACE, "");
  name = name.replace(DONE_BY_EXAMPLE, "$1");
  const whom = RECIPIENT.exec(name);
  if (whom) {
    const [, who = "", light = "", what = ""] = whom;
    name = (who.length <= LONGEST_RECIPIENT ? who : light) + what;
  }
  name = longRecipientGone(name);
  name = name.replace(WITHIN, "").replace(AND_THEN, "");
  name = name.replace(MEASURED_BY, "").replace(SURELY, "").replace(TAIL_SAID, "").replace(LIST_CLOSED, "");
  name = name.replace(ACT_AS_WORK, "$1");
  return trimEdges(name.replace(FROM_WHERE, "").replace(AT_ONCE, "").replace(OF, ""));
}
/** 预算收入在去年任务（5亿元）的基础上增长: from where. */
const FROM_WHERE = /(?<=.{4})在(?:去年|上年|20\d\d年)[^，。；]*$/u;
/** 在完成小区验收的同时. */
const AT_ONCE = /(?<=.{2})的?(?:同时|基础上|前提下)$/u;
/** 城镇实现新增就业, 项目年内完工: that it is, and when. */
const WITHIN =
  /(?<=[\u4e00-\u9fff]{2})(?:实现(?=新增|净增|转移)|(?:年内|年底前|\d{1,2}月底?前|今年)(?=[\u4e00-\u9fff]{2}))/u;
/** 新建服务中心并投入运营: what comes of it. */
const AND_THEN = /(?<=.{4})(?<!合)并(?![购网轨行])[\u4e00-\u9fff]{2,8}$/u;
/** 学校创建工作. */
const ACT_AS_WORK =
  /(?<=创建|改造|建设|整治|治理|修复|修缮|维修|加固|加装|安装|更新|清理|化解|拆除|搬迁|安置|普查|调查|试点|配备|培训|提升)(?:工作|进度|步伐|力度)$|(?<=改造|整治|治理|加固|修缮|提升|修复|配套|疏浚|扩建)((?:主体)?工程)建设$/u;
/** 项目早日投产, 大棚要全部投产, 人口稳定增收. */
const SURELY =
  /(?:要|将|均)?(?:确保|力争|全部|早日|顺利|如期|稳定|基本(?!建成))+(?=(?:投产|增收|入驻|建成|开工|完工|落地|达到|实现|解决|竣工|投用|通过|达标))/gu;
/** 一般公共预算收入可比, 财政收入预计完成, 投资累计, 区财政每年至少, 总产值按, 产量继续: said of the figure, not of what is counted. */
const TAIL_SAID =
  /(?<=.{3})(?:(?<!对)可比|(?<!^.{0,3}投资|任务)(?:预计|将|计划|拟|要)*完成|将|提前|累计|全部|分别|每[人户生亩](?:每[年月天])?|达到每[千万百]人|每年至少|每[年月]|至少|预计|全年|全长|总长(?:度)?|按?(?:同|可比)(?:口径|价格?)|按|继续|(?<=产业|行业|收入|产值|集群|总量)[保争])+$/u;
/** 供养标准提高到所在县上年度收入(的60%): by what it is measured. */
const MEASURED_BY =
  /(?<=标准|水平|比例|待遇|投入|支出|经费|工资)(?:逐步|稳步)?(?:提高到?|提升到?|不低于|达到|调整到|按照?|为)(?:所在|当地|上年|全[国省市县区]|本).*$/u;
/** 公交路线等重点任务, 旅游居住设施目标: what closes a list or says that it is aimed at. */
const LIST_CLOSED =
  /(?<=.{2})等(?:重点|主要)?(?:任务|工作|项目|工程|指标)?$|(?<=.{4})(?<!年度|工作|主要|预期|重点|底线|奋斗)(?:目标|任务)$/u;

const FIRM_VERB = /(?:新发放|发放|办理|安装|加装|配备|布局|新建|建设)/u;
/** 10类重点就业群体新发放创业担保贷款, 公共场所布局…: what is done, where a long thing begins with whom or where it is done. */
function longRecipientGone(name: string): string {
  const at = name.search(FIRM_VERB);
  if (at < 3 || leadingVerb(name) !== "") return name;
  const whom = name.slice(0, at);
  return /(?:群体|场所|区域|单位|企业|学校)$/u.test(whom) ? name.slice(at) : name;
}

/** （重点项目）新建学校, 改造（续建: what a bracket holds of which only one end is part of the name. */
const HALF_BRACKET = /^[^（）]{0,12}）(?=[\u4e00-\u9fff“]{2})|(?<=[\u4e00-\u9fff”]{2})（[^（）]*$/gu;

export function trimEdges(whole: string): string {
  const text = whole.replace(HALF_BRACKET, "");
  let start = 0;
  let end = text.length;
  while (start < end && "、，：:的）)”".includes(text[start] ?? "")) start++;
  while (end > start && "、，：:（(“—–-|｜".includes(text[end - 1] ?? "")) end--;
  return text.slice(start, end);
}
