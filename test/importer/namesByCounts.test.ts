/** Names of figures that stand beside others of the same thing, and of what a finished name does not need. All places and figures are invented. */
import { importReport } from "../../src/importer/importReport";

const namesIn = (text: string) => importReport(text, { year: 2026 }).drafts.map(({ indicator }) => indicator);

it.each<[text: string, names: string[]]>([
  // counted twice or three times: by what each counts
  ["今年，整治背街小巷14条、6.3公里。", ["整治背街小巷", "背街小巷整治长度"]],
  ["今年，改造旧厂房9栋1200户，8万平方米。", ["改造旧厂房", "旧厂房改造户数", "旧厂房改造面积"]],
  ["今年，县乡公路续建4个项目56公里。", ["县乡公路续建项目", "县乡公路续建里程"]],
  ["今年，实施农房抗震加固工程3个村420户。", ["农房抗震加固工程", "农房抗震加固户数"]],
  // two goals of one indicator
  [
    "2026年，茶叶出口额：底线目标42亿元，增长6%；奋斗目标45亿元，增长9.5%。",
    ["茶叶出口额底线目标", "茶叶出口额增长底线目标", "茶叶出口额奋斗目标", "茶叶出口额增长奋斗目标"],
  ],
  // whom it reaches, how much of it is completed, and another of its kind
  ["今年，完成排涝泵站改造12座，惠及3400户。", ["排涝泵站改造", "排涝泵站改造惠及户数"]],
  ["今年，开展惠民演出60场，组织手工培训，惠及900人。", ["开展惠民演出", "手工培训惠及人数"]],
  ["今年，新建山塘30座、完成11座。", ["新建山塘", "完成山塘"]],
  ["今年，创建省级绿化示范乡镇2个、示范村9个。", ["创建省级绿化示范乡镇", "创建省级绿化示范村"]],
  ["今年，购置校车50辆，其中清河县购置20辆。", ["购置校车", "清河县购置校车"]],
  // money is of the work or of the title it stands under
  ["今年，开展河岸湿地治理，完成投资6亿元。", ["河岸湿地治理投资"]],
  ["一、抓好困难群体帮扶工作，走访困难职工700户。\n年度投资目标320万元。", ["走访困难职工", "困难群体帮扶年度投资"]],
  ["今年，实施灌渠防渗工程。建设任务860亩。", ["灌渠防渗工程"]],
])("tells apart %s", (text, names) => {
  expect(namesIn(text)).toEqual(names);
});

it.each<[text: string, names: string[]]>([
  ["同步建成换电柜70个。", ["建成换电柜"]],
  ["研究制定团体标准6项。", ["制定团体标准"]],
  ["选派150名农技指导员赴农村一线服务。", ["选派农技指导员"]],
  ["组织90名护士赴省城进修。", ["组织护士进修"]],
  ["修建12条机耕道和部分蓄水池。", ["修建机耕道"]],
  ["四大特色产业实现总产值260亿元。", ["四大特色产业总产值"]],
  ["粮油加工业实现利税30亿元。", ["粮油加工业利税"]],
  ["建设集采摘、研学、康养于一体的休闲农场5个。", ["建设休闲农场"]],
  ["建成6万亩土壤肥沃、设施完善的高产茶园。", ["建成高产茶园"]],
  ["建成4个总装机60万千瓦的风电项目。", ["建成风电项目"]],
  ["实施仓库屋面维修项目16个。", ["仓库屋面维修项目"]],
  ["树立文明新风示范户300户。", ["树立文明新风示范户"]],
  ["为全州2.6万名适龄妇女免费做骨密度筛查。", ["免费骨密度筛查"]],
  ["新建成使用幼教点7个。", ["新建成使用幼教点"]],
  ["全市整治38个渡口。", ["整治渡口"]],
])("names what %s counts", (text, names) => {
  expect(namesIn(`今年，${text}`)).toEqual(names);
});

it("leaves out the place a text is about", () => {
  expect(namesIn("近日召开的临江市第九届人代会提出，今年临江城镇新增就业4100人。")).toEqual(["城镇新增就业"]);
  expect(namesIn("今年临江城镇新增就业4100人。")).toEqual(["临江城镇新增就业"]);
});
