/** How the names of authorities are built, which of them speak for nobody, and how a name is cut out of the words around it. */

/** Of all names that end in 部 those of ministries and of a committee's departments alone are authorities: 交通运输部, 市委组织部. */
const MINISTRY =
  "(?<=教育|科技|科学技术|信息化|工信|公安|民政|司法|财政|社会保障|人社|自然资源|国土资源|生态环境|环境保护|城乡建设|住建|交通运输|交通|铁道|水利|农业农村|农业|商务|旅游|文旅|文化|卫生|退役军人事务|应急管理|委组织|委宣传|委统战|社会工作)部(?![门分署队位件])";
/** Bodies that need no more than their level of government before them: 县妇联, 市残联. */
const BODIES =
  "总工会|妇联|残联|工商联|文联|科协|侨联|社科联|红十字会|贸促会|供销联社|供销合作社|供销社|人民法院|人民检察院";
/** 市金融办, 市政府办公室; but neither 市里举办 nor 市区办法. */
const OFFICE =
  "办(?:公室|(?![法理学公事好成结案证件园医电]))(?<=[省市县区州盟旗][\\u4e00-\\u9fff]{1,12})(?<![举开主承合创兴筹督代停经自][办])";
/** 市安委会办公室: the office of a committee that is no bureau is one itself; that of 市卫健委 is the bureau's. */
const COMMITTEE_OFFICE =
  "委员会办公室(?<!(?:改革|健康|生育|管理|信息化|建设|交通|农业|农村|教育|技术|宗教|事务|商务|规划)委员会办公室)|(?:安委会|食安委|河长制|领导小组|指挥部)办公室";
const ENDINGS = `${COMMITTEE_OFFICE}|委员会|管委会|管理局|局|委(?!员|托|屈|派|会)|厅|${BODIES}|${MINISTRY}`;
const PLACE = "[\\u4e00-\\u9fff]{0,3}?[省市县区州盟旗]";

/** The name of an authority with its level of government, or with an ending that nothing else has. */
export const AUTHORITY_NAME = `(?:${PLACE}|国网|国家|团)?[\\u4e00-\\u9fff]{1,13}?(?:${ENDINGS}|${OFFICE})`;
/** The same, always with its level: who acts without a word that says so must show it. */
export const LEVELLED_NAME = `(?:${PLACE})(?:[\\u4e00-\\u9fff]{1,12}?(?:${ENDINGS}|${OFFICE})|${BODIES})|团[省市县区州旗]委`;
/** The bureaus that every place has, by the names they go by without their level: 教育局, 住建局. */
export const COMMON_BUREAU =
  "(?:教育|教体|科技|工信|公安|民政|司法|财政|人社|住建|城管|城管执法|交通|交通运输|水利|水务|农业|农业农村|商务|文旅|文体旅|文广旅|卫健|卫生健康|应急|应急管理|审计|统计|林业|园林|医保|体育|环保|生态环境|自然资源|市场监管|退役军人事务|乡村振兴|行政审批)局|(?:发改|卫健|卫计|科工)委";
/** Who does it, where the words before do not part it from a row: 市住建局, 住建局; but neither 小区改造 nor 市民活动. */
export const UNIT_GLUED = `(?:(?!社区|小区|园区|校区|景区|片区|城区|市区|郊区|牧区|山区|库区|灾区|地区|市场|市民|区域|县域|市域|[省市县区]级|县城|[\\u4e00-\\u9fff]{1,3}(?:小区|社区|园区|景区|片区|城区|市区|地区|市场))(?:${LEVELLED_NAME})|${COMMON_BUREAU})`;
/** With what the names of companies, hospitals, squads and the like end: they act and speak as bureaus do, and are built as well. */
const OTHER_ENDINGS =
  "中心|集团|公司|[总支大]队|管理处|服务处|医院|银行|分行|支行|海关|电视台|日报社|档案馆|学院|大学|党校|供销联社";
/** 市水务集团, 江州海关, 国网江州供电公司: units that are no authorities, with their level or a name that tells it. */
export const OTHER_UNIT = `(?:${PLACE}[\\u4e00-\\u9fff]{0,10}?(?:${OTHER_ENDINGS})|(?:国网|人民|工商|农业|建设|邮储|农发)[\\u4e00-\\u9fff]{2,10}?(?:公司|银行|分行|支行)|[\\u4e00-\\u9fff]{2,3}海关|[\\u4e00-\\u9fff]{2,4}(?:机场|港口|港务|公交|城投|水务|文旅)集团)`;

/** The name of an authority at the end of a text, with the office that may follow it: 市教育局党组书记、. */
export const AUTHORITY_BEFORE = new RegExp(
  `((?:(?:[\\u4e00-\\u9fff]{2,7}自治[区州县旗]|国家|国网|中国|[省市县区州盟旗]|[\\u4e00-\\u9fff]{2,4}[省市县区州盟旗])[\\u4e00-\\u9fff]{1,14}|[\\u4e00-\\u9fff]{2,10}|[省市县区州盟旗](?=医院|法院|检察院|${BODIES}))(?:局|委员会|委|厅|办公室|办|中心|公司|银行|分行|支行|大学|院|海关|联合会|协会|${BODIES}|[总支大]队|管委会|集团|党校|电视台|${MINISTRY})|(?<![\\u4e00-\\u9fff])[\\u4e00-\\u9fff]{2,4}(?:镇|乡|街道)(?:办事处)?)(?:党组|党委|党工委|副书记|书记|成员|副|常务|、|，|,|主任|局长|厅长|部长|委员)*$`,
  "u",
);

/** With what the name of a unit ends where a list of units is expected. */
export const AUTHORITY_ENDING =
  /(?:局|委|厅|办|办公室|中心|公司|集团|部|会|政府|院|处|银行|分行|支行|海关|大学|供销社|供销联社|妇联|残联|工商联|文联|侨联|社科联|科协|[总支大中]队|[开示]发?区|高新区|经开区|园区|街道|镇|乡)$/u;
/** The same where a bracket holds names and says nothing else: （市教育局）. */
export const AUTHORITY_ALONE =
  /^(?!社区|小区|园区|校区|景区|片区|城区|市区|郊区|牧区|山区|库区|灾区|地区|市场)(?:(?:[\u4e00-\u9fff]{0,3}[省市县区州盟旗]|团)(?:[\u4e00-\u9fff]{1,16}(?:局|委|厅|办|办公室|中心|公司|集团|部|会|政府|院|处|银行|海关|大队|支队)|(?:总工会|妇联|残联|工商联|文联|科协|侨联|社科联|红十字会|供销社|供销联社))|[\u4e00-\u9fff]{2,12}(?:局|厅)|(?:发展(?:和)?改革|发改|卫生健康|卫健|国资|经信|工信|经济(?:和)?信息化?|住建|住房城乡建设|教|科|交通|商务|农|城管|民族宗教|民宗|政法)委(?:员会)?)$/u;
/** 各乡镇, 相关部门: members of a list that are no unit by name. */
export const NO_UNIT =
  /下同|第一位|首位|为牵头|^(?:各|相关|有关|其他|其它|[省市县区州盟旗][直级属]?(?:各|相关|有关)|市直|县直|区直|省直|及)/u;
/** Those who speak for all departments, or are none. */
const NO_SPEAKER =
  /^(?:各.*|.{0,4}(?<!安)[全我本该各](?:[局委厅办会]|中心|单位|部门|公司)|.*(?:常务|[省市县区])委员会|.*委托.*|(?:成立|组建|设立|打造|优化|完善|构建|推动|推进|形成|加快|全面|统筹|积极|深入|综合|主动|认真|大力|对接|争取|我们|在|与|和|把|向).*[局委厅会]|[省市县区州盟旗]?委|(?!团)[\u4e00-\u9fff]{0,3}[省市县区州盟旗]委|党委|党工委|[\u4e00-\u9fff]{0,4}人大常委|中央|.{0,4}(?:纪委|政府)|.{0,6}新闻办(?:公室)?|(?!团).*(?:[省市县区州盟旗党]委|部委|组委)|.*(?:[结布格大开困破当时变棋僵定]局|(?<!安)全局|(?<!创)新局|[客大展餐]厅|[常编]委))$/u;

/** 会同市财政局, 向市财政局: who helps or is spoken to acts not. */
const BESIDE_ANOTHER =
  /^(?:联合|会同|协同|协调|配合|督促|督导|指导|支持|组织|通过|依托|报请|争取|对|向|与|和|同|给|让|使|请)(?=[\u4e00-\u9fff]{0,4}[省市县区州盟旗])/u;
/** Whether a name as it was found belongs to nobody who acts or speaks for a bureau of its own. @example namesNobody("会同市财政局") // true */
export const namesNobody = (name: string): boolean =>
  NO_SPEAKER.test(name) || BESIDE_ANOTHER.test(name) || /[了的你我]/u.test(name);

/** 专访市教育局局长, 据市教育局局长: what is done with it is no part of its name. */
const VISITED =
  /^(?:记者)?(?:邀请到?了?|请到了?|采访了|今年|明年|全年|来自|据|由|而?在|于|来到|转向|镜头转向|从(?=[省市县区州盟旗])|专访|访谈|采访|访|对话|对谈|走进|连线|聚焦)(?=[\u4e00-\u9fff]{0,3}[省市县区州盟旗])/u;
/** What joins a name to the words before it: 而市教育局, 未来省教育厅. */
export const JOINED_ON =
  /^(?:而|则|并|按|经|及|以及|包括|随后|目前|当前|未来|今后|去年|近日|日前|昨日|接着|最后|首先|其中|同时|此外|另外|按照|根据|确保|还从|又从|也从|关于|印发|转发|下发)+(?=[\u4e00-\u9fff]{0,3}[省市县区州盟旗])/u;
/** 人民银行江州分行, 国网江州供电公司: the name begins before its place. */
const NATIONWIDE =
  /^(?:国网|国家|中国|人民|工商|农业|建设|交通|邮储|农发)(?:[\u4e00-\u9fff]{0,2}银行|[\u4e00-\u9fff]{2,8}公司|税务总局)/u;
/** 将加压奋进市教育局 is 市教育局: the name begins at its level of government, where one is written. */
export function fromItsLevel(written: string): string {
  const name = written
    .replace(VISITED, "")
    .replace(JOINED_ON, "")
    .replace(/(?<=[局委厅办心司会队团院行校])(?:党委|党组|党工委)$/u, "");
  if (NATIONWIDE.test(name)) return name;
  const autonomous = /[\u4e00-\u9fff]{2,7}自治[区州县旗][\u4e00-\u9fff]{1,12}$/u.exec(name)?.[0];
  if (autonomous !== undefined) return autonomous;
  const last = /.*((?:省|市|县|区|州|盟|旗)[\u4e00-\u9fff]{1,12})$/u.exec(name);
  const start = name.search(/[\u4e00-\u9fff]{0,3}?[省市县区州盟旗](?=[\u4e00-\u9fff]{2,})/u);
  if (start > 0 || /^.{1,12}[，,、]/u.test(name)) return last?.[1] ?? name;
  return name;
}

/** The bureaus that a stretch of text names with their level: 市教育局, 县卫健委; not 市委. */
export const bureausNamed = (text: string): readonly string[] => text.match(BUREAUS) ?? [];
const BUREAUS = /[省市县区州盟旗][\u4e00-\u9fff]{1,10}?(?:局|(?<![省市县区州盟旗党])委(?![员托屈派])|厅)/gu;
