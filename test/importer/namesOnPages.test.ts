/** Names where a page's own marks stand before them: cells' borders, column headings run together, bullets, numbers that got in. All invented. */
import { importReport } from "../../src/importer/importReport";

const read = (text: string) =>
  importReport(text, { year: 2026 }).drafts.map(({ phrase, indicator }) => [phrase, indicator]);

it.each<[text: string, drafts: [phrase: string, name: string][]]>([
  // a cell's border is a stop, with a header or without
  ["7 | 新建口袋公园18个。 | 已完成9个。 | 市园林局 |", [["18个", "新建口袋公园"]]],
  [
    "| 1 | 改造农贸市场6个，新增摊位300个。 | 市商务局 |\n| 2 | 整治河道40公里 | 市水利局 |",
    [
      ["6个", "改造农贸市场"],
      ["300个", "新增摊位"],
      ["40公里", "整治河道"],
    ],
  ],
  ["4｜城乡供水｜新建水厂3座｜市水利局", [["3座", "新建水厂"]]],
  // …but a cell that holds a figure alone goes on from its words
  [
    "| 3 | 城镇新增就业 | 1.2万人 | 市人社局 |\n| 4 | 粮食产量 | 不低于50万吨 | 市农业农村局 |\n| 5 | 森林覆盖率 | ≥45% | 市林业局 |",
    [
      ["1.2万人", "城镇新增就业"],
      ["50万吨", "粮食产量"],
      ["45%", "森林覆盖率"],
    ],
  ],
  // column headings that run together stop before a name
  [
    "序号实事项目工作内容分管领导主办单位协办单位1加强养老服务新建老年食堂15家，改造敬老院4所。",
    [
      ["15家", "新建老年食堂"],
      ["4所", "改造敬老院"],
    ],
  ],
  [
    "序号 任务名称 建设内容 责任单位 1 教育提升工程 新建小学3所，改扩建幼儿园5所 市教育局",
    [
      ["3所", "新建小学"],
      ["5所", "改扩建幼儿园"],
    ],
  ],
  ["责任领导责任单位完成时限3实施老旧管网改造120公里。", [["120公里", "老旧管网改造"]]],
  [
    "序号工作任务目标值责任单位完成时限1新建公厕25座市城管局12月2改造农贸市场6个市商务局11月",
    [
      ["25座", "新建公厕"],
      ["6个", "改造农贸市场"],
    ],
  ],
  // …also where rows are glued, with who does it and who answers for it
  [
    "序号类别项目名称建设内容及规模责任单位责任人1教育新建实验小学新建教学楼3栋，新增学位900个。张明教育局2卫生改造卫生院5所。李强卫健局",
    [
      ["3栋", "新建教学楼"],
      ["900个", "新增学位"],
      ["5所", "改造卫生院"],
    ],
  ],
  [
    "序号项目名称年度目标牵头单位分管领导1老旧小区改造完成40个小区改造住建局王伟2公厕革命新建公厕20座城管局赵刚",
    [
      ["40个", "小区改造"],
      ["20座", "新建公厕"],
    ],
  ],
  [
    "序号工作内容责任单位1新建公园3个市园林局2培训教师300人次市教育局3城镇新增就业1.5万人市人社局",
    [
      ["3个", "新建公园"],
      ["300人次", "培训教师"],
      ["1.5万人", "城镇新增就业"],
    ],
  ],
  // a cell alone on its line goes on from the one above
  ["3\n农村公路\n120公里\n市交通局", [["120公里", "农村公路"]]],
  // an item's number within a line
  ["合计 6 9 15 4.新投放公交车60辆。", [["60辆", "新投放公交车"]]],
  // a bullet is no name, and what stands behind it is read as ever
  ["▶为8个镇新增电动车充电桩。", [["8个", "镇新增电动车充电桩"]]],
  ["*对30条小巷进行提升改造。", [["30条", "小巷提升改造"]]],
  ["· 在15个社区建设便民服务站。", [["15个", "建设便民服务站"]]],
  ["• 向2000户低收入家庭发放补贴。", [["2000户", "低收入家庭发放补贴"]]],
  ["** 新增公厕12座 **", [["12座", "新增公厕"]]],
  ["◆对全市12座水库实施除险加固", [["12座", "水库除险加固"]]],
  ["– 完成绿化造林3万亩", [["3万亩", "绿化造林"]]],
  ["➢新建改建学校12所", [["12所", "新建改建学校"]]],
  [
    "✅新增就业3万人\n🚌 新增公交线路10条\n🏥 为6个镇卫生院配备彩超",
    [
      ["3万人", "新增就业"],
      ["10条", "新增公交线路"],
      ["6个", "镇卫生院配备彩超"],
    ],
  ],
  ["老旧厂区改造——120个", [["120个", "老旧厂区改造"]]],
  // a telephone number in a line of an advertisement
  [
    "新建游园4个，搬家热线13900000000滨河步道6公里。",
    [
      ["4个", "新建游园"],
      ["6公里", "滨河步道"],
    ],
  ],
])("names %s", (text, drafts) => {
  expect(read(text)).toEqual(drafts);
});

it("asks where a second number was lost, and reads on to what is counted", () => {
  const { drafts, issues } = importReport("建设30套、平方米教师公寓；改造12个、.5万平方米老厂区。", { year: 2026 });
  expect(drafts.map(({ indicator }) => indicator)).toEqual(["建设教师公寓", "改造老厂区"]);
  expect(issues.filter(({ code }) => code === "figureBroken").map(({ drafts: of }) => of)).toEqual([[0], [1]]);
});

it("asks nothing where both numbers stand", () => {
  const { drafts, issues } = importReport("改造12个、3.5万平方米老厂区。", { year: 2026 });
  expect(drafts.map(({ indicator }) => indicator)).toEqual(["改造老厂区", "改造老厂区"]);
  expect(issues.map(({ code }) => code)).not.toContain("figureBroken");
});
