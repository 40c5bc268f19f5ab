/** Figures of whole documents that are no promises, and their neighbours that are. All places and programmes are invented. */
import { importReport } from "../../src/importer/importReport";

const read = (text: string) => importReport(text, { year: 2026 });

it.each<[string, string, string]>([
  ["会议把全年工作细化为8个方面46项具体任务。", "46项", "scope"],
  ["实事包括完善养老服务、优化供水服务等十二项。", "十二项", "scope"],
  ["做强食品加工、绿色建材2个主导产业。", "2个", "scope"],
  ["支持新材料、生物医药、低空装备等5条产业链聚链成群。", "5条", "scope"],
  ["推进12个重点行业领域专项整治。", "12个", "scope"],
  ["新水厂可满足未来30万人的用水需求。", "30万人", "size"],
  ["确保河西年出栏8万头的4栋猪舍项目投产。", "8万头", "size"],
  ["推动青禾20万吨饲料厂、5000万羽孵化基地投产运营。", "5000万羽", "size"],
  ["会议应到代表120名，实到112名。", "112名", "past"],
  ["图书馆开放至晚9点。", "9点", "date"],
  ["强化站点周边治理，2025年下半年空气综合指数下降20%。", "20%", "past"],
  ["确保全县60%以上的村集体收入达到12万元以上。", "12万元", "threshold"],
  ["农业投资突破6亿元等等，这些成绩来之不易。", "6亿元", "past"],
  ["市里确定了12项重点任务和30项工作清单。", "30项", "scope"],
  ["目标任务量化为9项指标。", "9项", "scope"],
  ["7位局长先后走上通道，围绕民生热点回答提问。", "7位", "scope"],
  ["今天，5名负责人做客直播间。", "5名", "scope"],
  ["给100所学校每校安装2台直饮水机。", "2台", "allowance"],
  ["每个社区安排5名志愿者。", "5名", "allowance"],
  ["深化与9所高校战略合作。", "9所", "scope"],
  ["密切与20家金融机构沟通联系。", "20家", "scope"],
  ["在全国300个城市中争先进位。", "300个", "scope"],
  ["开展“清河净湖”“蓝天护航”“净土保卫”3个专项行动。", "3个", "slogan"],
  ["推动谋划的40个项目更多纳入国家盘子。", "40个", "scope"],
  ["以8个村为样板，带动周边提升。", "8个", "scope"],
  ["每个乡镇建设1亩左右的小游园。", "1亩", "size"],
  ["推进北山20兆瓦分布式光伏项目。", "20兆瓦", "size"],
  ["今年1000万元以上固定资产投资增长8%。", "1000万元", "threshold"],
  ["新增200亿园区2个。", "200亿", "threshold"],
  ["针对2%低收入家庭建立台账。", "2%", "threshold"],
  ["落实设备投入120%税前加计扣除。", "120%", "allowance"],
  ["加快建设东岭30兆瓦高海拔示范风电。", "30兆瓦", "size"],
  ["组织群众参加20公里环湖徒步。", "20公里", "size"],
  ["推进青河大桥重建工程，全长420米。", "420米", "size"],
  ["实施东风路改造项目，总里程3.2公里。", "3.2公里", "size"],
  ["规划投资3.2亿元，占地60亩。", "3.2亿元", "size"],
  ["新建800平方米的综合楼。", "800平方米", "size"],
  ["瞄准周边4个市场。", "4个", "scope"],
  ["抓住两个关键。", "两个", "slogan"],
  ["获省里立项支持科技计划项目7项。去年增长9%。", "9%", "past"],
  ["会议安排了2026年工作，并对15名“护河能手”予以了通报表扬。", "15名", "past"],
  ["会上向12家纳税先进单位颁发了奖牌，今年新建粮库2座。", "12家", "past"],
  ["会议总结了2025年工作，对20个先进集体进行表彰。", "20个", "past"],
  ["超额完成全年计划，改造公厕18座。", "18座", "past"],
  ["为30户困难职工送去了慰问金。", "30户", "past"],
  ["湖畔人才公寓（420套）已完成主体结构，计划11月完工。", "420套", "past"],
  ["今年我处8个承办事项（其中牵头5项，参与3项）。", "8个", "scope"],
  ["今年我处8个承办事项（其中牵头5项，参与3项）。", "5项", "scope"],
  ["今年我处8个承办事项（其中牵头5项，参与3项）。", "3项", "scope"],
  ["今年重点工程共有18个（其中续建7个，新开工11个）。", "11个", "past"],
  ["解决人均居住不足9平方米住户的住房。", "9平方米", "threshold"],
  ["为月收入低于1300元的居民办理补贴600份。", "1300元", "threshold"],
  ["新增3亿元以上夜市商圈2个。", "3亿元", "threshold"],
  ["加固低于1.5米的围墙300处。", "1.5米", "threshold"],
  ["改造不低于300平方米的职工食堂2个。", "300平方米", "threshold"],
  ["市里对9个单位进行了通报批评。", "9个", "past"],
  ["辖6个镇（其中山区镇2个）。", "2个", "scope"],
  ["建成8亩以上游园6个。", "8亩", "threshold"],
  ["新建滨河大道，全长3.5公里。", "3.5公里", "size"],
  ["敷设污水管道8条，全长约6公里。", "6公里", "size"],
  ["上半年计划完成投资20亿元，实际完成25亿元。", "25亿元", "past"],
  ["京津冀1.1亿人口的庞大消费体量，将带来机遇。", "1.1亿人口", "scope"],
  ["会议汇报工作做到三成说清现状、六成表述问题、一成提出对策。", "六成", "slogan"],
  ["对北湾发电、金川8万吨锌、双强电解锌等前期项目，完善各项手续。", "8万吨", "size"],
  ["每年为每个村培训1人。", "1人", "allowance"],
  ["启动投资2.2亿元的600套棚户区改造项目。", "2.2亿元", "size"],
  ["建设国际化的智慧仓库，占地430亩，建筑面积18万平方米。", "18万平方米", "size"],
  ["占地500亩，包括1个药用植物园、2个博物馆（科技馆、文化馆）、3个中心。", "2个", "size"],
  ["南湾工业园项目500万只密闭蓄电池主车间、办公楼等工程完工。", "500万只", "size"],
  ["用好《关于精准配置土地要素保障重点项目的十条》措施。", "十条", "name"],
  ["面向12个省级主导产业招商。", "12个", "scope"],
  ["国道335至海湾段长81公里，总投资8.4亿元。", "81公里", "size"],
  ["项目内容：建设安置小区⏎总投资⏎5亿元", "5亿元", "size"],
  ["3.事项进展：雨污分流管网改造提升完成60公里。", "60公里", "past"],
  ["去年争取资金5亿元。列入2026年省级重点项目15个。", "15个", "past"],
  ["去年，公开征集2026年民生实事41件，回复率和满意度均达100%。", "100%", "past"],
  ["去年计划干线工程4项，总投资7.6亿元，计划年内完成2.5亿元。", "2.5亿元", "past"],
  ["去年新建学校3所。综合枢纽，计划投资2亿元，现已完成投资2亿元。", "2亿元", "past"],
])("drafts nothing of %j", (written, phrase, reason) => {
  const { drafts, leftOut } = read(written.replaceAll("⏎", "\n"));
  expect(drafts.map((each) => each.phrase)).not.toContain(phrase);
  expect(leftOut).toContainEqual(expect.objectContaining({ phrase, reason }));
});

it.each<[string, string, string]>([
  ["给100所学校每校安装2台直饮水机。", "100所", "学校安装直饮水机"],
  ["实施省道提升工程3条，总里程51公里。", "51公里", "省道提升工程总里程"],
  ["实施乡村道路改造项目，总里程80公里。", "80公里", "总里程"],
  ["新增屋顶分布式光伏装机60兆瓦。", "60兆瓦", "新增屋顶分布式光伏装机"],
  ["建成20万亩的优质稻基地。", "20万亩", "建成优质稻基地"],
  ["完成城区周边9个村庄环境整治。", "9个", "城区周边村庄环境整治"],
  ["举办三场专场招聘会。", "三场", "举办专场招聘会"],
  ["改造北门桥、南门桥两座危桥。", "两座", "改造危桥"],
  ["新建文化馆一座。", "一座", "新建文化馆"],
  ["引导50家以上企业开展数字化转型提质增效。", "50家", "企业数字化转型提质增效"],
  ["在完成12个小区验收的同时，新建公园3座。", "12个", "小区验收"],
  ["启动投资2.2亿元的600套棚户区改造项目。", "600套", "启动棚户区改造项目"],
  ["新建学校6所，建筑面积3万平方米。", "3万平方米", "建筑面积"],
  ["一般公共预算收入在去年任务（5.55亿元）的基础上增长8.1%。", "8.1%", "一般公共预算收入"],
  ["主营业务增收10%左右。", "10%", "主营业务"],
  ["对年产值不到500万元的作坊实施改造120家。", "120家", "作坊实施改造"],
  ["改造老旧小区（涉及1200户）20个。", "20个", "改造老旧小区（涉及1200户）"],
  ["今年1至5月，改造公厕2座，全年计划改造6座。", "6座", "改造公厕"],
  ["今年将对15名护河能手进行表彰。", "15名", "护河能手表彰"],
  ["新建公园12个（其中区级5个，街道级7个）。", "5个", "新建区级"],
  ["对32所山区学校食堂加装排烟设备。", "32所", "山区学校食堂加装排烟设备"],
  ["埋设河东片区污水主管，全长约6公里。", "6公里", "埋设河东片区污水主管"],
  ["更换老城供水管道（东门—西门），总长5公里。", "5公里", "更换老城供水管道（东门—西门）"],
  ["评选资助300名突出贡献工匠、1500名青年工匠。", "1500名", "评选资助青年工匠"],
  ["八成以上的行政村通硬化路。", "八成", "行政村通硬化路"],
])("drafts of %j", (text, phrase, indicator) => {
  expect(read(text).drafts).toContainEqual(expect.objectContaining({ phrase, indicator }));
});

it("counts nothing in what is told of many", () => {
  expect(read("一批大项目陆续建成并产生效益。").drafts).toEqual([]);
  expect(read("今年是北湾片区等一批重大项目启动实施的开局之年。").drafts).toEqual([]);
  expect(read("推动一批项目陆续建成投产。").drafts).toHaveLength(1);
});

it("takes a programme's name for no plan: a review goes on around it", () => {
  const text = "去年，新增高新技术企业9家。获省里立项支持科技计划项目7项，预计营业收入达80亿元。";
  expect(read(text).drafts).toEqual([]);
});

describe("places within a list", () => {
  it.each([
    ["新增学位3000个，其中：甲山县1200个、乙水县800个、丙田区1000个。", "新增学位", [1200, 800, 1000]],
    ["全市造林任务是12万亩，分别是甲山县5万亩、乙水县4万亩、丙田县3万亩。", "造林任务", [5, 4, 3]],
    ["规上工业增加值增长8%，其中甲山县增长9%、乙水县增长7.5%。", "规上工业增加值", [9, 7.5]],
  ])("gives each its part of the whole in %s", (text, indicator, shares) => {
    const { drafts } = read(text);
    expect(drafts.map((draft) => draft.indicator)).toEqual([indicator]);
    expect(drafts[0]?.parts?.map(({ value }) => value)).toEqual(shares);
    expect(drafts[0]?.parts?.map(({ span }) => text.slice(...span))).toEqual(
      drafts[0]?.parts?.map(({ phrase }) => phrase),
    );
  });
  it("keeps what is done in a place a promise of its own", () => {
    expect(read("改造老旧小区30个，在甲山县新建公园2个。").drafts).toHaveLength(2);
    expect(read("建设养老社区12个，示范园区3个。").drafts).toHaveLength(2);
  });
  it("finds a part where the text had to be mended", () => {
    const text = "⽂化惠民演出3 00场，其中：甲山县1 20场、乙水县180场。";
    const [draft] = read(text).drafts;
    expect(draft?.parts?.map(({ span, phrase, value }) => [text.slice(...span) === phrase, value])).toEqual([
      [true, 120],
      [true, 180],
    ]);
  });
});

it("knows what is expected over the stop, as long as rates are listed", () => {
  const text = "主要预期目标是：地区生产总值增长6%；投资增长8%。一般公共预算收入增长5%。新建学校3所。";
  expect(read(text).drafts.map(({ modality }) => modality)).toEqual(["plan", "plan", "plan", "stated"]);
});

it("ends what is expected where something else is said", () => {
  const text = "主要预期目标是：地区生产总值增长6%。各项工作要做得更扎实。财政支出增长6.5%。";
  const { drafts } = importReport(text, { year: 2025 });
  expect(drafts.map(({ phrase, modalityWord }) => [phrase, modalityWord])).toEqual([
    ["6%", "预期"],
    ["6.5%", null],
  ]);
});

it("names what is counted by head, what is done once more, and how livestock is counted", () => {
  const names = (text: string) => read(text).drafts.map(({ indicator }) => indicator);
  expect(names("地区生产总值达到120亿元，人均达到5万元。")).toEqual(["地区生产总值", "人均地区生产总值"]);
  expect(names("生猪存栏40万头、出栏55万头。")).toEqual(["生猪存栏", "生猪出栏"]);
  expect(names("新建农村公路30公里，重点养护60公里。")).toEqual(["新建农村公路", "养护农村公路"]);
  expect(names("实施背街小巷整治工程，完成治理20条。")).toEqual(["背街小巷治理"]);
  expect(names("引进项目30个，到位资金42亿元。")).toEqual(["引进项目", "到位资金"]);
});

describe("the year of a page that tells and then plans", () => {
  it.each([
    ["2025年，我市完成水利项目130处。市水利局负责人表示，今年将实施水利项目84处。", 2026],
    ["2025年我市获评先进。今年计划新建公园3座。", 2026],
    ["2025年，我市将新建公园3座。今年计划改造道路5条。", 2025],
  ])("%s", (text, year) => {
    expect(importReport(text).year).toBe(year);
  });
});

it("takes no 第一批 for a batch, and no name of a programme for a plan", () => {
  expect(read("做好第一批试点验收工作，建设高标准农田项目3个（第一批）。").drafts.map(({ phrase }) => phrase)).toEqual([
    "3个",
  ]);
  expect(read("培育一批龙头企业。").drafts).toHaveLength(1);
  expect(read("今年新增省级重点研发计划4项。").drafts.map(({ modality }) => modality)).toEqual(["stated"]);
});

it("keeps what is built of an industry, and the share of villages with what they reach", () => {
  expect(read("培育2个主导产业集群，打造3条特色产业链，新建2万吨冷库3座。").drafts.map(({ phrase }) => phrase)).toEqual(
    ["2个", "3条", "3座"],
  );
  expect(read("确保60%以上的村集体收入达到12万元以上。").drafts.map(({ indicator }) => indicator)).toEqual([
    "村集体收入达到12万元以上",
  ]);
});

it("ends a plan's years where the next part names this one", () => {
  const text = `一、2025年工作回顾
二、展望“十五五”，站在新的起点
“十五五”时期，生产总值年均增长7%。
三、接续奋斗2026年，主动融入都市圈，抓住机遇、乘势而上，加快建设经济强县、旅游城市
（一）推进乡村振兴。改造农村厕所3000户。`;
  expect(read(text).drafts.map(({ phrase, period }) => `${phrase} ${period}`)).toEqual(["7% 2026-2030", "3000户 2026"]);
});

describe("years of whole documents", () => {
  it.each<[string, string, number]>([
    [
      "a plan over years begins with the first",
      "云江市新型基础设施三年行动方案（2025—2027年）\n到2027年，建成基站1万个。",
      2025,
    ],
    [
      "a review of five years tells of the last",
      "一、过去五年工作回顾\n2025年，全县生产总值完成120亿元，是2020年的1.6倍；投资完成90亿元，是2020年的2倍。\n2025年接待游客300万人次。",
      2026,
    ],
  ])("%s", (_, text, year) => {
    expect(importReport(text).year).toBe(year);
  });
  it("tells of what there is at the end of its own year", () => {
    const { drafts } = importReport(
      "2025年9月，市交通局介绍。截至2025年底，全市公路达到1.7万公里。2026年计划改造300公里。",
    );
    expect(drafts.map(({ phrase }) => phrase)).toEqual(["300公里"]);
  });
});

it.each<[string, string, string]>([
  ["2026年全县交通项目中有2个省重点工程、15个市重点工程。", "15个", "scope"],
  ["在全省32个同类县中争先进位。", "32个", "scope"],
  ["谋划80万千瓦风电、储能及制氢项目。", "80万千瓦", "size"],
  ["新建教学楼1栋，建筑面积4000平方米。", "4000平方米", "size"],
])("drafts nothing of %j in a list", (text, phrase, reason) => {
  const { drafts, leftOut } = read(text);
  expect(drafts.map((draft) => draft.phrase)).not.toContain(phrase);
  expect(leftOut).toContainEqual(expect.objectContaining({ phrase, reason }));
});

it("names what an authority will do besides, and seats by the place they are at", () => {
  const names = (text: string) => read(text).drafts.map(({ indicator }) => indicator);
  expect(names("市水利局还将改造泵站12座。")).toEqual(["改造泵站"]);
  expect(names("新增学位5000个，其中幼儿园420个。")).toEqual(["新增学位", "新增幼儿园学位"]);
  expect(names("新增床位300张，其中县医院200张、乡镇卫生院100张。")).toEqual([
    "新增床位",
    "新增县医院床位",
    "新增乡镇卫生院床位",
  ]);
  expect(names("新增学位5000个，新建幼儿园3所。")).toEqual(["新增学位", "新建幼儿园"]);
});

describe("notes at the end of a report", () => {
  const body = `今年重点工作
一、改造老旧小区12个[1]，工地全部达标[2]。
${"二、加强社区治理，完善服务体系。\n".repeat(40)}`;
  it("explain and promise nothing, nor do the lines below them", () => {
    const text = `${body}[1]“十百”工程：1个团队培养5个学员。
该平台主要服务于全国800个县。
[2]6个100%：施工工地100%围挡。`;
    expect(read(text).drafts.map(({ phrase }) => phrase)).toEqual(["12个"]);
  });
  it("are told from a list that begins with bracketed numbers of tasks", () => {
    expect(read("[1]改造小区12个。\n新建学校3所。").drafts.map(({ phrase }) => phrase)).toContain("3所");
  });
});

it("takes a plan that something is measured by, or a document is called after, for no period", () => {
  const periods = (text: string) => read(text).drafts.map(({ phrase, period }) => `${phrase} ${period}`);
  expect(periods("2030年收入比“十四五”期间增长60%，达到3万元。")).toEqual(["60% 2030", "3万元 2030"]);
  expect(periods("落实《空间规划（2021-2035年）》，完成13个乡镇规划。")).toEqual(["13个 2026"]);
});

it.each(["抓好总投资 10亿元的灯具项目。", "启动投资 900万元的东延工程。", "整治河道两岸1000米范围内村庄污水。"])(
  "knows the size in %s",
  (text) => {
    expect(read(text).drafts).toEqual([]);
  },
);
