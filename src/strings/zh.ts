/** Every sentence people see, in Chinese: the source from which en.ts is typed. Sentences take facts; they decide nothing. */
import { catalogPlace } from "./catalogPlace";
import { ledgerTabZh } from "./ledgerTab";
import { placesTableZh } from "./placesTable";
import { settingsZh } from "./settingsTab";
import type { Preset } from "../core/status";
import type { CatalogIssue, DocumentTrouble, ErrorFacts } from "../core/errors";
import type { Comparator, Kind, Modality, Status, ScoreRule } from "../core/types";

const difference = ([one, other]: readonly [number, number]) => Number(Math.abs(other - one).toPrecision(12));
const list = (names: readonly string[]) => names.join("、");
const nearest = (names: readonly string[]) =>
  names.length > 0 ? `相近：${list(names)}` : "没有相近的名称，请在“目录”中查找";

const status: Record<Status, string> = {
  met: "已完成",
  onPace: "达进度",
  behind: "欠进度",
  farBehind: "严重滞后",
  notDue: "未到期",
  unreported: "未填报",
  unverifiable: "无法核验",
};

const errors: { [C in keyof ErrorFacts]: (facts: ErrorFacts[C]) => string } = {
  departmentNotFound: (f) => `目录中没有部门“${f.department}”。${nearest(f.nearest)}`,
  departmentAmbiguous: (f) => `“${f.department}”可以是几个部门：${list(f.candidates)}。请写全称`,
  indicatorNotFound: (f) => `目录中没有“${f.department}”的“${f.indicator}”。${nearest(f.nearest)}`,
  indicatorAmbiguous: (f) => `“${f.department}”有几项符合“${f.indicator}”：${list(f.candidates)}。请写全称`,
  idContradicts: (f) =>
    `编号${f.id}是“${f.department}”的“${f.indicator}”，与“${f.given}”不符。请改正其中一个，或只填编号`,
  unitInName: (f) =>
    `“${f.indicator}”在目录中的单位是“${f.unit}”，不是“${f.given}”。请去掉名称里的单位，换算请用单位参数`,
  nameMissing: (f) => (f.missing === "department" ? "没有填部门，例如“教育局”" : "没有填指标，例如“新增学位”"),
  unclear: (f) => `“${f.indicator}”待确认：${f.reason}`,
  baselineMissing: (f) => `“${f.indicator}”缺基数，目录中没有上年的数，请先填基数`,
  noFigure: (f) => `“${f.indicator}”是做没做完的事项，没有数值目标`,
  notSplit: (f) => `“${f.indicator}”没有分解到${f.place}`,
  lastYearMissing: (f) => `目录里没有“${f.indicator}”上年同期（截至${f.period}）的数，算不出增速，请填增速，例如“8.5%”`,
  noGrowthOf: (f) => `上年同期为${f.last}，本期为${f.level}，不能算增速：${turns[f.turn]}`,
  scoreByRank: (f) => `“${f.indicator}”按名次得分，要与其他单位比较，请用考核得分表`,
  weightMissing: (f) => `目录里没有“${f.indicator}”的权重，请填，例如 5`,
  weightUnreadable: (f) => `“${f.given}”不是权重，请填不小于 0 的数，例如 5`,
  noAnnualTarget: (f) => `“${f.indicator}”${f.due.slice(0, 4)}年完成，未设${f.year}年度目标`,
  yearOutside: (f) => `“${f.indicator}”的期限是${f.from}至${f.due}，不含“${f.given}”`,
  notOneYear: (f) => `“${f.given}”不是一个整年。年度目标请只写年份（2024），序时应达请用 TARGET.PACE`,
  rateRefused: (f) => `“${f.indicator}”是增速、比率或事项，不算完成率，看差距(百分点)`,
  rateOfNone: (f) => `“${f.indicator}”的目标是0或负数，没有完成率，看差距`,
  runRateRefused: (f) => `“${f.indicator}”是增速、比率或事项，不能分摊到各季度，看差距(百分点)`,
  noQuartersLeft: (f) => `“${f.indicator}”${f.due}到期，截至期之后没有剩余季度`,
  asOfMissing: (f) => `没有填“${f.indicator}”的截至期，例如2024Q2、上半年、1-9月`,
  notBegun: (f) => `“${f.indicator}”${f.from}才开始，尚未开始`,
  noPace: (f) => `“${f.indicator}”没有序时进度，${f.due}到期后才能判断`,
  nothingDue: (f) => `“${f.indicator}”到这一期还没有应达数，暂不评判`,
  actualMissing: (f) => `“${f.indicator}”还没有实际数`,
  percentUnclear: (f) => `实际数${f.given}看不出是${f.asTyped}还是${f.asPercent}。请写成文字，例如“${f.asPercent}”`,
  levelInGrowth: (f) =>
    `“${f.given}”与增速目标${f.target}相差太远，像是总量。请填增速；若确是增速，请写成文字“${f.asRate}”`,
  fallSignUnclear: (f) =>
    `“${f.given}”看不出是下降${f.amount}还是增长${f.amount}。请写成文字“下降${f.amount}”或“增长${f.amount}”`,
  changeNotLevel: (f) => `“${f.given}”是增减的数，不是到期的数。请填累计数或期末数`,
  milestoneUnreadable: (f) => `“${f.given}”看不出做没做完，请填“已完成”或“未完成”`,
  quantityUnreadable: (f) => `“${f.given}”不是数量。可以这样写：8310、8,310个、3.2万、440万吨、8.5%`,
  quantityVague: (f) => `“${f.given}”不是确数，请填具体数字`,
  quantityRelative: (f) => `“${f.given}”要对照上年的数或总数才能算，请填算好的数字`,
  quantityDoubtful: (f) => `“${f.given}”不是确数。若确为${f.bare}，请填${f.bare}`,
  currencyForeign: (f) => `“${f.given}”不是人民币。请换算成元、万元或亿元再填`,
  errorGiven: (f) => `引用的单元格是错误值${f.given}，请先改正那一格`,
  unitMismatch: (f) => `单位“${f.given}”不能换算成“${f.expected}”`,
  unitUnreadable: (f) => `“${f.given}”不是单位。可以这样写：个、万亩、亿元、%`,
  periodUnreadable: (f) => `“${f.given}”不是日期或期间。可以这样写：2024Q2、二季度、上半年、1-9月、2024-09`,
  propertyUnknown: (f) => `没有“${f.given}”这一项。可以查：单位、比较、语气、性质、期限、基数、原文、来源、构成、编号`,
  toleranceUnreadable: (f) => {
    const name = { shareTolerance: "完成率容差", pointTolerance: "百分点容差", shareGrace: "起算线" }[f.tolerance];
    const wanted = f.tolerance === "pointTolerance" ? "0到100的数，如1" : "0到1的数或百分数，如10%";
    const trouble = f.given === null ? "找不到" : f.given.trim() === "" ? "空着" : `“${f.given}”读不出`;
    return `工作表“${f.ledger}”的${name}${trouble}，请填${wanted}；改好之前不作判定`;
  },
  documentRefused: (f) => `“${f.name}”没有读入：${documentTroubles[f.reason](f.limit ?? "")}`,
  columnsDiffer: (f) =>
    `三列的行数不同：部门${f.departments}行，指标${f.indicators}行，实际数${f.actuals}行。请选同样多的行，或只选一格`,
  catalogInvalid: (f) => `目录文件有误：${f.issues.map(issue).join("；")}`,
  catalogDamaged: (f) =>
    `本工作簿自带的目录已损坏，选定用哪份目录之前不作答，请在任务窗格“设置”页选择（${f.issues.map(issue).join("；")}）`,
  workbookUnread: (f) =>
    `本工作簿自带的目录和设置没有读出来（Excel：${f.reason}），读出来之前不作答，请在任务窗格点“重试”，或暂用内置目录`,
};

/** The same in a few characters, for a row of TARGET.CHECK that cannot be judged. */
const shortErrors: Record<keyof ErrorFacts, string> = {
  departmentNotFound: "无此部门",
  departmentAmbiguous: "部门不唯一",
  indicatorNotFound: "无此指标",
  indicatorAmbiguous: "指标不唯一",
  idContradicts: "编号与名称不符",
  unitInName: "名称里的单位不符",
  nameMissing: "名称未填",
  unclear: "待确认",
  baselineMissing: "缺基数",
  noFigure: "没有数值目标",
  notSplit: "未分解",
  lastYearMissing: "缺上年同期数",
  noGrowthOf: "不能算增速",
  scoreByRank: "按名次得分",
  weightMissing: "缺权重",
  weightUnreadable: "权重看不懂",
  noAnnualTarget: "未设年度目标",
  yearOutside: "不在期限内",
  notOneYear: "不是整年",
  rateRefused: "看差距",
  rateOfNone: "目标是0或负数",
  runRateRefused: "不能分摊",
  noQuartersLeft: "没有剩余季度",
  noPace: "未到期",
  nothingDue: "未到期",
  notBegun: "尚未开始",
  asOfMissing: "缺截至期",
  actualMissing: "未填报",
  percentUnclear: "百分数不明",
  levelInGrowth: "像是总量",
  fallSignUnclear: "升降不明",
  changeNotLevel: "须填累计数",
  milestoneUnreadable: "须填完成与否",
  quantityUnreadable: "不是数量",
  quantityVague: "不是确数",
  quantityRelative: "须填算好的数",
  quantityDoubtful: "不是确数",
  currencyForeign: "不是人民币",
  errorGiven: "引用出错",
  unitMismatch: "单位不符",
  unitUnreadable: "单位不明",
  periodUnreadable: "期间不明",
  propertyUnknown: "无此项",
  columnsDiffer: "行数不同",
  catalogInvalid: "目录有误",
  catalogDamaged: "目录已损坏",
  workbookUnread: "目录没有读出",
  toleranceUnreadable: "容差有误",
  documentRefused: "文件没有读入",
};

const documentTroubles: Record<DocumentTrouble, (limit: string) => string> = {
  empty: () => "文件里没有文字",
  tooLarge: (limit) => `文件太大，最多${limit}`,
  formatUnknown: () => "不是 .txt、.docx 或 .pdf 文件",
  oldWord: () => "这是旧版 .doc 文件，请在 Word 中另存为 .docx",
  bomb: (limit) => `压缩包解开后过大（超过${limit}），可能有害`,
  tooDeep: (limit) => `文件结构嵌套过深（超过${limit}层），可能有害`,
  tooComplex: (limit) => `文件内容过于繁杂（超过${limit}个元素），可能有害`,
  tooSlow: (limit) => `${limit}内没有读完，已停止，可能有害`,
  tooMuchMemory: () => "读它要用的内存过多，已停止，可能有害",
  otherEncoding: (limit) => `文字是${limit}编码，请在记事本中另存为 UTF-8`,
  damaged: () => "文件已损坏",
  locked: () => "文件设有密码，请先取消密码",
  scanned: () => "这是扫描的图片，没有文字层。请先做文字识别（OCR），或把文字粘贴进来",
  notText: () => "文件内容不是文字",
  notWorkbook: () => "不是 .xlsx 工作簿",
  oldWorkbook: () => "这是旧版 .xls 工作簿，请在 Excel 中另存为 .xlsx",
  macros: () => "这是带宏的工作簿，请在 Excel 中另存为 .xlsx",
  objects: () => "台账所在的表上有图表、批注串、透视表或切片器，网页版 Excel 读不进来，请删去后另存，或用桌面版汇总",
};

/** What became of a loss, or of nothing: of these no growth can be taken. */
const turns: Record<ErrorFacts["noGrowthOf"]["turn"], string> = {
  toProfit: "扭亏",
  lossLess: "减亏",
  lossMore: "增亏",
  fromNothing: "上年为零",
};

const problems: Record<CatalogIssue["problem"], string> = {
  shape: "格式不符",
  noJson: "不是 JSON 文件",
  missing: "缺少这一项",
  unknownField: "有不认识的项",
  wrongType: "类型不对，应为",
  tooLong: "太长，最多的字数是",
  tooMany: "太多，最多的项数是",
  outOfRange: "超出范围，界限是",
  unitUnreadable: "单位看不懂，可以这样写：个、万亩、亿元、%、/10万",
  partTwice: "同一构成项写了两次",
  duplicateId: "编号重复",
  duplicateName: "名称重复",
  unknownDepartment: "没有这个部门",
  unknownDocument: "没有这个文件",
  unknownPart: "没有这个构成项",
  unlikePart: "构成项的性质、单位或方向不同",
  sumOfRates: "增速和比率不能相加",
  partOfItself: "构成项是它自己",
  noTarget: "目标和构成须有且只有一样",
  reasonMissing: "待确认的条目没有写原因",
  datesReversed: "期限起止颠倒",
  noSuchDay: "没有这一天",
  rangeReversed: "区间上下限颠倒",
  sharesFalling: "累计份额须不降，最后一期为1",
  newerField: "这一项要把格式版本写成2",
  unknownPlace: "没有这个县市区",
  placeTwice: "同一个县市区分解了两次",
  unknownSupporter: "配合单位不在部门和县市区中，或就是牵头单位",
  partOfSum: "合计的分解写在各构成项上",
  nothingSplit: "既没有市下达数，也没有自定数",
  revisionOfNone: "没有写明数值的目标不能调整",
  revisionsUnordered: "调整须按生效日先后排列，并在到期日之前",
  periodUnreadable: "期间看不懂，可以这样写：2023、2023Q2、2023-06",
  periodTwice: "同一期间写了两次",
  unlikeUnit: "单位与指标不同",
  pathUnfit: "这样的承诺不能按路径推算：须跨年，累计量按直线，增速按年均",
  pathWithoutBase: "按路径推算要有基数，按年均推算的基数和目标须大于零",
  baselineIsTarget: "基数与目标相等",
};
const issue = (found: CatalogIssue) =>
  `${catalogPlace(found.path)}：${problems[found.problem]}${found.detail === "" ? "" : `（${types[found.detail] ?? found.detail}）`}`;
/** What a value must be, as the schema calls it. */
const types: Readonly<Record<string, string>> = {
  number: "数字",
  integer: "整数",
  string: "文字",
  boolean: "是或否",
  object: "一组项目",
  array: "列表",
};

const comparator: Record<Comparator, string> = {
  atLeast: "不低于",
  moreThan: "超过",
  about: "左右",
  atMost: "不超过",
  lessThan: "低于",
  range: "区间",
  plain: "等于或好于",
};
const kind: Record<Kind, string> = {
  flow: "累计量",
  stock: "存量",
  growth: "增速",
  ratio: "比率",
  milestone: "事项",
};
const modality: Record<Modality, string> = { ensure: "确保", plan: "计划", strive: "力争", stated: "直述" };

const presets: Record<Preset, { readonly name: string; readonly rule: string }> = {
  standard: { name: "通用", rule: "低于序时在容差以内是欠进度，超出容差是严重滞后" },
  xuancheng: { name: "宣城", rule: "凡低于序时进度就是严重滞后，没有容差" },
  yinchuan: {
    name: "银川",
    rule: "欠10至30个百分点是欠进度，超过30是严重滞后；欠不到10个百分点的，原办法没有规定，这里按达进度",
  },
  tianjin: { name: "天津", rule: "增速没有达到目标但为正是欠进度，为负是严重滞后；其余与通用相同" },
};

/** What the add-in was writing, as sentences about it say. */
export type Changing =
  "build" | "summary" | "scores" | "copy" | "update" | "freeze" | "collect" | "undo" | "refresh" | "places";
const changing: Record<Changing, string> = {
  build: "生成",
  summary: "生成",
  scores: "生成",
  copy: "生成",
  update: "更新",
  freeze: "定格",
  collect: "汇总写入",
  undo: "汇总撤销",
  refresh: "刷新",
  places: "生成",
};

/** How a ledger is filled. */
type Entry = "cumulative" | "perQuarter" | "cumulativeByMonth" | "perMonth";
const ENTRY_NAMES: Readonly<Record<Entry, string>> = {
  cumulative: "按季填累计数",
  perQuarter: "按季填当季数",
  cumulativeByMonth: "按月填累计数",
  perMonth: "按月填当月数",
};

type Quarter = 1 | 2 | 3 | 4;
type Month = 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12;

/** What heads the periods of a ledger. */
const PERIODS: Readonly<Record<`quarter${Quarter}` | `month${Month}`, string>> = {
  quarter1: "一季度",
  quarter2: "二季度",
  quarter3: "三季度",
  quarter4: "四季度",
  month2: "1–2月",
  month3: "3月",
  month4: "4月",
  month5: "5月",
  month6: "6月",
  month7: "7月",
  month8: "8月",
  month9: "9月",
  month10: "10月",
  month11: "11月",
  month12: "12月",
};
const PERIODS_ALONE = Object.fromEntries(
  Object.entries(PERIODS).map(([period, name]) => [
    period,
    `${name}\n${period.startsWith("quarter") ? "当季" : "当月"}`,
  ]),
) as typeof PERIODS;

/** What a check of the workbook read and found. */
export interface CheckFacts {
  readonly sheets: number;
  readonly ledgers: readonly { readonly sheet: string; readonly rows: number }[];
  readonly likeLedgers: readonly { readonly sheet: string; readonly missing: readonly string[] }[];
  readonly tooLarge: readonly string[];
  readonly errors: number;
  readonly damaged: number;
  /** Rows that are behind, without a figure, not verifiable, or without a verdict. */
  readonly attention: number;
}

export const zh = {
  product: "承诺对账",
  status,
  errors,
  shortErrors,
  unexpectedError: "出了意外，没有改动表格。请重试；若再出现，请把这句话告诉管理员：",

  comparator,
  kind,
  modality,
  completeCoverage: "全覆盖",
  thanLastYear: "超过去年",
  evidence: {
    due: (from: string, due: string) => `${from}至${due}`,
    baseline: (value: string, asOf: string | undefined) => (asOf ? `${value}（${asOf}）` : value),
    source: (title: string, section: string, speaker: string | undefined) =>
      speaker ? `${title}，${section}，${speaker}` : `${title}，${section}`,
    falls: (amount: string) => `下降${amount}`,
    none: "无",
    part: (indicator: string, amount: string, id: string) => `${indicator} ${amount}（${id}）`,
    revision: (change: string, from: string, basis: string, by: string, recorded: string) =>
      `${change}（${from}起，依据${basis}，${by}${recorded}记）`,
    inPlace: (place: string, amount: string, ownPledge: string | null) =>
      ownPledge === null ? `${place} ${amount}` : `${place} ${amount}（自定${ownPledge}）`,
    notSplit: "未分解",
    beyond: (difference: number, amount: string) =>
      difference === 0 ? "分解数与全市目标相等" : difference > 0 ? `加码${amount}` : `缺口${amount}`,
    bindings: { binding: "约束性", expected: "预期性" } as Record<"binding" | "expected", string>,
    basis: { annualTarget: "年度计划", linear: "按直线推算", compound: "按年均推算" } as Record<
      "annualTarget" | "linear" | "compound",
      string
    >,
  },

  /** The sentence of TARGET.WHY, clause by clause. Half-width commas and brackets, as circulars set figures. */
  reason: {
    asOf: (period: string) => `截至${period}`,
    atDue: (due: string) => `到期日${due}`,
    expected: (amount: string, share: string | null) => `应达${amount}${share === null ? "" : `(${share})`}`,
    due: (rate: string) => `应${rate}`,
    falls: (amount: string) => `下降${amount}`,
    rises: (amount: string) => `增长${amount}`,
    limit: (amount: string, share: string | null) => `应不超过${amount}${share === null ? "" : `(${share})`}`,
    actual: (amount: string, attainment: string | null) =>
      `实际${amount}${attainment === null ? "" : `(${attainment})`}`,
    target: (amount: string) => `目标${amount}`,
    noActual: "没有实际数",
    noNewer: (amount: string) => `没有新的实际数,此前已报${amount}`,
    noNewerDone: "没有新的实际数,此前已报办成",
    remark: (remark: string) => `系${remark}数`,
    fromLevel: (level: string, last: string, state: string) => `按现价倒算,本期${level},上年同期${last}${state}`,
    meanFromLevel: (level: string, base: string, years: number, state: string) =>
      `按现价倒算${years}年年均,本期${level},基期${base}${state}`,
    states: { final: "", preliminary: "(初步)", flash: "(快报)" } as Record<"final" | "preliminary" | "flash", string>,
    revised: (before: string, after: string, from: string) => `目标${before}→${after}(${from}起)`,
    onPath: { linear: "本年数按直线推算", compound: "本年数按年均推算" } as Record<"linear" | "compound", string>,
    aheadOfTime: (due: string) => `${due}到期,提前完成`,
    short: (amount: string) => `欠${amount}`,
    ahead: (amount: string) => `超${amount}`,
    over: (amount: string) => `超出${amount}`,
    under: (amount: string) => `少${amount}`,
    even: "正好持平",
    belowPace: (points: string) => `低于序时${points}个百分点`,
    abovePace: (points: string) => `高于序时${points}个百分点`,
    mustExceed: (amount: string) => `须超过${amount}`,
    mustStayBelow: (amount: string) => `须低于${amount}`,
    tolerated: (margin: string) => `按±${margin}判定`,
    fromLowerEnd: (range: string) => `区间${range}按下限判定`,
    fromUpperEnd: (range: string) => `区间${range}按上限判定`,
    graced: (points: string) => `${points}个百分点以内规则未作规定,按达进度`,
    fullTargetMet: (amount: string) => `全部目标${amount}已达到`,
    overdue: (due: string) => `${due}已到期`,
    notBegun: (from: string) => `${from}起,尚未开始`,
    shareTolerance: (tolerance: string) => `台账容差${tolerance}个百分点`,
    pointTolerance: (tolerance: string) => `台账容差${tolerance}个百分点`,
    unitTolerance: (tolerance: string) => `容差按本行单位计,${tolerance}`,
    grace: (grace: string) => `${grace}个百分点以内不算落后`,
    noPace: (due: string) => `没有序时进度,${due}到期后才能判断`,
    nothingDue: "到这一期还没有应达数,暂不评判",
    tobeDoneBy: (due: string) => `应于${due}前办成`,
    isDone: "已办成",
    isNotDone: "未办成",
    periods: {
      year: (year: number) => `${year}年`,
      quarters: ["一季度", "二季度", "三季度", "四季度"],
      toQuarter: ["一季度", "上半年", "前三季度", "全年"],
      months: (first: number, last: number) => (first === last ? `${first}月` : `${first}-${last}月`),
    },
  },
  /** The heading of TARGET.LIST. */
  list: {
    id: "编号",
    department: "责任单位",
    indicator: "指标",
    target: "目标",
    unit: "单位",
    comparison: "比较",
    kind: "性质",
    modality: "语气",
    due: "完成时限",
    phrase: "原文",
  },

  presets,
  ledger: {
    sheetName: "台账",
    title: (region: string, year: number) => `${region}${year}年目标任务台账`,
    headings: {
      number: "序号",
      department: "责任单位",
      indicator: "指标",
      unit: "单位",
      target: "年度目标",
      baseline: "基数",
      periods: PERIODS,
      periodsAlone: PERIODS_ALONE,
      hint: "填报提示",
      latest: "最新累计",
      attainment: "完成率",
      share: "序时进度",
      gap: "差距",
      status: "状态",
      light: "亮灯",
      reason: "原因说明",
      measures: "下步措施",
      past: "历次状态",
      due: "完成时限",
      source: "来源",
      id: "编号",
    },
    entry: {
      cumulative: "各季度填年初至季末的累计数",
      perQuarter: "累计类指标各季度填当季数，其余填季末数",
      cumulativeByMonth: "各月填年初至月末的累计数，1、2月合并填；灰格不填",
      perMonth: "累计类指标各月填当月数（1、2月合并填），其余填月末数；灰格不填",
    } satisfies Record<Entry, string>,
    /** One line of nine characters: a row does not grow when a formula's answer does. */
    hints: {
      partMissing: "缺构成项的行",
      otherYear: "截至期非本年度",
      notNumber: "读不出，请填数字",
      notDoneWord: "请选完成与否",
      /** What a share typed as a fraction may mean: the figure as Excel took it, and the one to type. */
      asPercent: "%请填",
      notRate: "像总量，请填增速",
      baselineNoNumber: "基数不是数字",
      falling: (period: string, isByMonth: boolean) => `${period}少于前${isByMonth ? "月" : "季"}`,
      negative: (isByMonth: boolean) => `当${isByMonth ? "月" : "季"}数为负`,
      missing: (period: string) => `${period}没有填`,
      /** What is said of a row that is not reported in every period: before its first one, and between two. */
      rhythms: {
        monthly: { first: "1、2月合并填", judged: { before: "评判到", behind: "月" } },
        quarterly: { first: "按季，3月起评判", judged: { before: "按季评判到", behind: "月" } },
        halfYearly: { first: "半年，6月起评判", judged: { before: "半年评判到", behind: "月" } },
        yearly: { first: "按年，12月评判", judged: { before: "按年评判到", behind: "月" } },
      },
      outsideRhythm: "非报送期，不计",
      slip: { before: "约为目标", behind: "倍" },
      slipBelow: "约为应达的1/",
      parted: "有小数，请核对",
      reasonAndMeasures: "请填原因和措施",
      reason: "请填原因说明",
      measures: "请填下步措施",
      lastKnown: "为",
      provisional: "数，待核实",
    },
    asOf: "截至期",
    asOfDay: "截至日",
    asOfPeriod: "所在季度",
    asOfMonths: "已过月数",
    quarterFormat: '"第"0"季度"',
    months: (year: number, last: number) => `${year}年1-${last}月`,
    monthsFormat: '"已过"0"个月"',
    unreadable: "读不出",
    asOfTrouble: { before: "截至期“", behind: "”读不出：请写成 2024Q2、上半年、1-9月 或一个日期。改好之前不作判定" },
    asOfPrompt: (isByMonth: boolean) =>
      `评判到哪一天：选${isByMonth ? "一个月（如 2024年1-6月）" : "一个季度（如 2024Q2）"}，也可以写 上半年、1-9月 或一个日期`,
    wrongTolerance: "容差有误",
    toleranceTrouble: {
      before: "容差“",
      behind: "”读不出：完成率容差和起算线填0到1的数（如10%），百分点容差填0到100的数。改好之前不作判定",
    },
    tolerancesInForce: {
      share: "现行容差，以此为准：完成率",
      points: "个百分点；增速、比率",
      grace: "个百分点；起算线",
      end: "个百分点",
    },
    catalogMark: "目录：",
    catalogVersion: (title: string, version: string) => `目录：${title}（${version}版）`,
    gone: "〔目录已无此项〕",
    notConfirmed: "待确认",
    revised: (before: string, after: string, from: string, basis: string) =>
      `${before}→${after}（${from}起，${basis}）`,
    toDo: "完成",
    noAnnualTarget: "未设年度目标",
    noFigure: "—",
    measuresBesides: "看差距",
    legend: "图例与判定规则",
    rulesInForce: "现行规则",
    presetMark: "判定标准：",
    toleranceShare: "完成率容差",
    tolerancePoints: "百分点容差",
    graceShare: "起算线",
    meaning: {
      met: "已达到全年目标；增速、比率须到期后才算",
      onPace: "达到或超过序时进度",
      behind: "低于序时进度，在容差以内",
      farBehind: "低于序时进度，超出容差；或逾期未完成",
      notDue: "还没有序时进度可比（年度指标、无基数的存量、未到时限的事项）",
      unreported: "没有填实际数；不当作0，也不亮红灯",
      unverifiable: "没有可核验的目标，或待确认，或缺基数，或填的不是数字",
    } satisfies Record<Status, string>,
    rules: [
      "序时进度：累计量按已过月数占期限月数；存量从基数起算；增速、比率不折算；年度指标到期前没有进度",
      "差距：应达数减实际数，正数为欠，负数为超；增速、比率的差距和容差是百分点（‰、/10万等按本行的单位）",
      "“左右”按末位数字的一半判定（9%左右，8.5%起算达到）",
      "蓝框浅黄底的格子由人填写，其余由公式计算",
      "填报提示只提醒、不阻拦：不是数字，比前季少（填累计数的），约为目标的10倍、100倍或1万倍（单位可能填错），落后而没有填原因或措施",
    ],
    percentWarning: {
      title: "请核对单位",
      message: "这一项以%为单位：9%请直接填9，不要填0.09或9%。若确实是这个数，可以继续。",
    },
    numberWarning: { title: "请核对数字", message: "这里填数字。单位见“单位”一栏；没有数据请留空，不要填0。" },
    doneWarning: { title: "请选择", message: "这是做没做完的事项，请选“已完成”或“未完成”。" },
    toleranceWarning: {
      title: "请核对容差",
      message: "容差填0到1之间的小数或百分数，例如10%。",
      points: "百分点容差填0到100之间的数，例如1。",
    },
    leadersCopy: {
      suffix: "（领导版）",
      stampMark: "领导版，只含数值，不再重算",
      stamp: (madeAt: string, note: string) => `领导版，只含数值，不再重算　制作于${madeAt}　${note}`,
    },
    history: {
      sheetName: "历史",
      title: "各期定格的判定",
      note: "每次定格照当时的台账抄录，以后不再重算；请不要改动。",
      /** 当时差距: a sheet with a ledger's own headings would be taken for one. */
      headings: {
        frozenAt: "定格时间",
        asOf: "截至期",
        ledger: "台账",
        department: "责任单位",
        indicator: "指标",
        target: "年度目标",
        latest: "最新累计",
        attainment: "完成率",
        share: "序时进度",
        gap: "当时差距",
        status: "状态",
        reason: "原因说明",
        measures: "下步措施",
        rules: "判定规则",
        id: "编号",
      },
      rules: (preset: string, share: string, points: string, grace: string) =>
        `${preset}：完成率容差${share}，百分点容差${points}，起算线${grace}`,
      past: (asOf: string, status: string) => `${asOf} ${status}`,
    },
    printFooter: "第 &P 页，共 &N 页",
  },

  /** The leader's page made from a ledger. */
  scores: {
    sheetName: "考核得分",
    title: (ledgerTitle: string) => `${ledgerTitle.replace(/台账$/, "")}考核得分`,
    untitled: "目标任务",
    totals: "各单位得分",
    total: "合计",
    totalHeadings: {
      rank: "位次",
      department: "责任单位",
      note: "说明",
      weight: "权重合计",
      scored: "已评权重",
      score: "得分",
      rate: "得分率",
      count: "项数",
    },
    headings: {
      number: "序号",
      department: "责任单位",
      indicator: "指标",
      weight: "权重",
      rule: "计分办法",
      target: "目标",
      actual: "实际",
      status: "状态",
      points: "基本分",
      rank: "名次",
      bonus: "加减分",
      basis: "加减分依据",
      score: "得分",
      hint: "提示",
      id: "编号",
    },
    rules: { byAttainment: "按完成率", fullOrNone: "完成得满分", byRank: "按名次" } as Record<ScoreRule, string>,
    ruleWarning: "请选：按完成率、完成得满分、按名次",
    hints: {
      noBasis: "加减分要写依据，未计入",
      noWeight: "没有权重，不计分",
      noRank: "按名次的请填名次",
      notScored: "没有实际数，未评",
    },
    scoredBefore: "按已评",
    scoredBehind: "分",
    nothingScored: "尚未评分",
    weightsBefore: "权重合计",
    weightsBehind: "分，不是100分，请核对",
    legend: [
      "按完成率：权重×完成率，最多得权重；增速、比率达到目标得满分，否则按实际与目标之比；控制类超出的按目标与实际之比。",
      "按名次：第1名得权重的100%，每后一名少5%。位次按得分率，并列同位。没有实际数的不计分，合计注明已评多少分。",
    ],
  },
  summary: {
    sheetName: "汇总",
    title: (ledgerTitle: string) => `${ledgerTitle.replace(/台账$/, "")}汇总`,
    untitled: "目标任务",
    asOf: "截至期：",
    asOfDay: "，截至日 ",
    noPeriod: "（截至期未填）",
    madeAt: (catalog: string, ledger: string, madeAt: string) =>
      `${catalog}　数据：工作表“${ledger}”　制作于 ${madeAt}`,
    changed: "台账有变动：各部门情况已随之更新，段落和差额排名仍是制作时的，请重新生成",
    tallies: "各部门情况",
    chart: "各部门各状态项数",
    department: "责任单位",
    noDepartment: "（未写单位）",
    total: "合计",
    rate: "达进度率",
    noRate: "—",
    shortfalls: (count: number) => (count < 10 ? "差额最大的事项" : "差额最大的十项"),
    ranking: (madeAt: string) => `${madeAt} 选定：严重滞后在前，再按差额占目标的比例由大到小`,
    noShortfalls: "没有欠进度或严重滞后的事项。",
    headings: {
      indicator: "指标",
      department: "责任单位",
      status: "状态",
      actual: "最新累计",
      gap: "差额",
      why: "判定说明",
      reason: "原因说明",
    },
    /** The verdict's sentence where the catalog does not tell it: what the ledger itself shows. */
    shown: (parts: readonly (readonly [heading: string, text: string])[], status: string) =>
      `${[...parts.map(([heading, text]) => heading + text), status].join(",")}。`,
    meaning: (shape: string, status: string, meaning: string) => `${shape}${status}：${meaning}`,
    legend: (meanings: readonly string[]) => `图例　${meanings.join("。")}。`,
    counting:
      "达进度率＝（已完成＋达进度）÷（已完成＋达进度＋欠进度＋严重滞后）；其余三种不计入。按台账行数计，总数与其构成项各算一项",
    rules: (rules: readonly string[]) => `判定规则　${rules.join("。")}。`,
    tolerance: {
      share: "现行容差　完成率容差",
      points: "个百分点；增速、比率的容差",
      grace: "个百分点；起算线",
      end: "个百分点",
    },
  },
  /** The paragraph of a circular, clause by clause. It stands in sheets and documents, so it is Chinese in every language. */
  circular: {
    opening: (period: string) => `截至${period}，`,
    judged: (judged: number, onPace: number, met: number, percent: string) =>
      `可评判的${judged}项中${onPace}项达进度${met > 0 ? `（含已完成${met}项）` : ""}，占${percent}`,
    noneJudged: (all: number, counts: string) => `共${all}项，还没有可评判的${counts === "" ? "" : `：${counts}`}`,
    counted: (count: number, status: string) => `${status}${count}项`,
    noLaggards: "没有欠进度和严重滞后的事项",
    besides: (all: number, counts: string) => `全部${all}项中另有${counts}，不计入上述比例`,
    withoutVerdict: (count: number) => `没有状态的${count}项`,
    laggards: (status: string, named: string, left: number) =>
      `${status}：${named}${left > 0 ? `，另有${left}项未列` : ""}`,
    laggard: (department: string, indicator: string, actual: string, gap: string) =>
      `${department}“${indicator}”${gap ? `实际${actual}、${gap}` : actual || "未办成"}`,
  },

  placesTable: placesTableZh,
  ledgerTab: ledgerTabZh,
  settings: settingsZh,

  pane: {
    languageTag: "zh-CN",
    tabsLabel: "功能",
    tabs: { catalog: "目录", ledger: "台账", cell: "单元格", check: "检查", review: "导入", settings: "设置" },
    excelOnly: "请在 Excel 中打开本加载项。",
    catalogNote: (version: string) => `${version}版`,
    close: "关闭",
    cancel: "取消",
    back: "返回",
    more: (count: number) => `再显示 ${count} 项`,

    searchLabel: "查找部门或指标",
    searchPlaceholder: "部门或指标，例如 学位",
    clearSearch: "清除",
    count: (commitments: number, departments: number) => `${departments}个部门，${commitments}项承诺`,
    countOf: (commitments: number) => `${commitments}项`,
    found: (count: number) => `找到 ${count} 项`,
    noMatch: (typed: string) => `没有与“${typed}”相符的承诺`,
    nearest: "相近的名称：",

    toBeDone: "按期办成",
    notConfirmed: "待确认",
    noAnnualTarget: "未设年度目标",
    noTarget: "没有可用的目标",
    noFormula: "现在放进单元格只会显示 #N/A。",
    comparisonLabel: "比较",
    kindLabel: "性质",
    modalityLabel: "语气",
    periodLabel: "期限",
    baselineLabel: "基数",
    madeOfLabel: "构成",
    original: "原文",
    also: "另见",
    noteLabel: "说明",
    idLabel: "编号",
    insertFormula: "插入公式",
    inserted: (address: string) => `已在 ${address} 插入公式`,
    insertAsk: (address: string, text: string) => `${address} 已有内容“${text}”，要换成公式吗？`,
    replace: "替换",

    buildLedger: "生成台账",
    chosen: (departments: number, commitments: number) => `已选 ${departments} 个部门，${commitments} 项`,
    chooseFirst: "请先勾选部门",
    chooseTitle: "为哪些部门生成台账",
    chooseAll: "全选",
    chooseNone: "全不选",
    ledgerAsk: (name: string) => `工作表“${name}”里已有内容。`,
    ledgerNewSheet: (name: string) => `建在新表“${name}”`,
    ledgerReplace: "删除原表重建",
    ledgerReplaceWarning: "若重建，原表内容将删除，不能撤销。",
    ledgerAskUpdate: "更新台账会补上新事项、重写公式，已填的数和文字、加的列、格式和批注都保留。",
    ledgerUpdate: "更新原表",
    ledgerUpdateNamed: (name: string) => `更新“${name}”`,
    ledgersStand: (names: readonly string[]) => `工作簿里已有台账${list(names.map((name) => `“${name}”`))}。`,
    whichLedger: "工作簿里有几张台账，要用哪一张？",
    building: "正在生成…",
    updateTitle: (name: string) => `更新“${name}”前请核对`,
    updateChanges: "目录中的数与台账不同",
    updateGone: "目录中已没有，将标出而不删除",
    updateAdds: (count: number) => (count === 0 ? "没有新事项。" : `将新增 ${count} 行。`),
    updateNow: "写入台账",
    changeRow: (before: string, after: string) => `${before} → ${after}`,
    changeFields: { target: "年度目标", baseline: "基数", unit: "单位" },
    updated: (name: string, added: number, changed: number, gone: number) =>
      `已更新“${name}”：新增 ${added} 行，${changed} 处目标有变，${gone} 行目录已无。`,
    updateKept: (cells: readonly string[], more: number) =>
      `手工改过的公式格没有动：${list(cells)}${more > 0 ? `等，另 ${more} 处` : ""}。`,
    updateRefused: {
      noLedger: "这张表不是台账。",
      noSettings: "台账第3行的标签（截至期、容差等）被改动，找不到设置的格子，没有更新。可以另建一张。",
      entryDiffers: (standing: Entry): string =>
        `这张台账${ENTRY_NAMES[standing].replace("填", "填的是")}，现在选的是另一种。已填的数不会自动换算，没有更新：请把“填报方式”选回${ENTRY_NAMES[standing]}再更新，或另建一张。`,
      noPeriods: (missing: readonly string[]) =>
        `台账里没有${list(missing.map((each) => `“${each}”`))}一栏，公式要用到它，没有更新。可以另建一张。`,
      otherCatalog: "这张台账的编号都不在现在的目录里，像是别的目录的台账，没有更新。可以另建一张。",
      locked: "台账设有保护密码，没有更新；请先撤销保护。",
      denied: "Excel 不让解除台账的保护（可能设有密码，也可能是权限或安全软件不许），没有更新；请先撤销保护。",
    },
    carryAsk: (name: string, standing: Entry, wanted: Entry) =>
      `“${name}”是${ENTRY_NAMES[standing]}的，现在选的是${ENTRY_NAMES[wanted]}。可以另建一张，把已填的数和文字带过去（一至四季度对应3、6、9、12月）；原表不动，自己加的行和列留在原表。`,
    carry: "另建并带过去",
    carried: (made: string, rows: number, cells: number, from: string) =>
      `已生成“${made}”，共 ${rows} 行，带入 ${cells} 格；“${from}”原样保留，请以新表为准。`,
    carryLeft: (places: readonly string[], more: number, from: string) =>
      `没有带过去、仍在“${from}”里的：${list(places)}${more > 0 ? `等，另 ${more} 处` : ""}。`,
    carriedPlace: (row: number, heading: string) => `第${row}行${heading}`,
    carryRefused: "当季数、当月数的含义不同，不能带过去。可以另建一张。",
    entryLabel: "填报方式",
    entries: ENTRY_NAMES,
    presetLabel: "判定标准",
    presetKept: (name: string, cells: number) =>
      `判定标准已改为“${name}”，重新计算了 ${cells} 个公式。已有的台账请到“台账”页点“更新”。`,
    judgedByLedger: (sheet: string, preset: string, share: string, points: string, grace: string) =>
      `函数和台账按同一把尺子：工作表“${sheet}”（${preset}，完成率容差${share}、增速和比率${points}、起算线${grace}个百分点）。换标准后请更新这张台账，函数随之改变。`,
    tolerancesChanged: (sheet: string, cells: number) => `“${sheet}”的容差变了，函数照它重新计算了 ${cells} 个公式。`,
    tolerancesNotRefreshed: (sheet: string) => `“${sheet}”的容差变了，已算出的函数结果还是旧的：请点“刷新”。`,
    copying: "正在复制…",
    copied: (name: string, errors: number) =>
      (errors === 0 ? `已生成“${name}”。` : `已生成“${name}”，其中 ${errors} 格是错误值，请核对台账。`) +
      "要单独发送：右键点它的工作表标签，选“移动或复制”到新工作簿。",
    copyAsk: (name: string) => `工作表“${name}”已经有了。`,
    copyReplace: "替换原来的副本",
    replaceLeaves:
      "若替换，别的表里的公式和名称会改指新表；图表、下拉列表（数据验证）和条件格式里指向它的引用不会，需重新设置。",
    scoring: "正在生成考核得分…",
    scoresMade: (name: string, ledger: string, rows: number) =>
      `已由“${ledger}”生成“${name}”，${rows} 项。请核对权重，浅黄的格可以填。`,
    scoresReplace: "重新生成，保留填过的权重和加减分",
    summarising: "正在生成汇总…",
    summaryMade: (name: string, ledger: string) => `已由“${ledger}”生成“${name}”。通报段落在下方，可以复制。`,
    summaryReplace: "替换原来的汇总",
    circular: "通报段落",
    copyText: "复制",
    circularCopied: "已复制通报段落。",
    circularSelected: "浏览器不允许直接复制。段落已选中，请按 Ctrl+C。",
    freezing: "正在定格…",
    frozen: (asOf: string, rows: number, sheet: string) =>
      `${asOf} 的 ${rows} 项判定已记入“${sheet}”表和台账的“历次状态”。`,
    freezeAgain: (asOf: string, frozenAt: string) => `${asOf} 已在 ${frozenAt} 定格过。要再记一份吗？原来那份不动。`,
    freezeAdd: "再记一份",
    freezeNoAsOf: "台账的截至期读不出，请先写成 2024Q2 或一个日期。",
    ledgerLocked: "台账设有保护密码，没有定格；请先撤销保护。",
    ledgerDenied: "Excel 不让解除工作表的保护（可能设有密码，也可能是权限或安全软件不许），没有定格；请先撤销保护。",
    noLedger: "这个工作簿里没有找到台账，请先生成台账。",
    ledgerBusy: "台账还在计算，请稍候再试。",
    ledgerBuilt: (name: string, rows: number, entry: Entry) =>
      `已生成“${name}”，共 ${rows} 行。先核对截至期，再填数（${ENTRY_NAMES[entry]}）。`,

    cell: "所选单元格",
    cellAnswer: "显示",
    cellWrong: (address: string, sentence: string) => `${address}：${sentence}`,
    explain: "查看",
    wholeEvidence: "查看全部依据",
    openCatalog: "到目录中查找",
    useInstead: (name: string) => `改为“${name}”`,
    changeReferenced: (address: string, present: string, name: string) =>
      `名称写在 ${address}，现在是“${present}”。把 ${address} 改为“${name}”吗？`,
    change: "修改",
    referencedFormula: (address: string) => `名称由 ${address} 的公式算出，请到那里修改。`,
    repaired: (address: string) => `已修改 ${address}`,
    noVerdict: "这一行没有判定，可能是自己加的行，或状态一格被清空。",
    notOurs: "这个单元格没有本加载项的公式。",
    argumentsUnreadable: "公式的参数是计算出来的，这里读不出；请看单元格的提示。",
    shownError: (text: string) => `公式没有写错，但单元格显示 ${text}。`,
    otherPartWrong: (text: string) => `查目标的部分没有写错；显示 ${text}，问题在公式的其他部分。`,
    spillBlocked: "结果要占几行几列，右方或下方有内容挡住了。把那里清空，结果就会显示。",
    formattedAsText: "单元格是“文本”格式，公式没有计算。",
    makeFormula: "改成公式",
    recalculate: "重新计算",
    recalculated: (address: string) => `已重新计算 ${address}`,

    checkTitle: "检查缺口",
    checkNow: "重新检查",
    checking: "正在检查…",
    /** What was read comes first: nothing is said of a sheet that was not understood. */
    checked: (found: CheckFacts) => {
      const read = found.ledgers.map(({ sheet, rows }) => `“${sheet}”${rows}行`);
      const damaged = found.damaged > 0 && `${found.damaged} 处被改写`;
      const errors = found.errors > 0 && `${found.errors} 个公式出错`;
      const short = found.attention > 0 && `${found.attention} 项落后、未填报或没有判定`;
      const troubles = [damaged, errors, short].filter((part) => part !== false);
      const none = read.length > 0 ? "没有出错的公式，台账里没有落后、未填报或无法核验的事项。" : "没有出错的公式。";
      return [
        `读了 ${found.sheets} 张表：`,
        read.length > 0 ? `台账${list(read)}。` : "没有台账，落后与否无从判断。",
        ...found.likeLedgers.map(
          ({ sheet, missing }) =>
            `“${sheet}”像台账，但没有${list(missing.map((each) => `“${each}”`))}一栏，没看懂，没有检查。`,
        ),
        found.tooLarge.length > 0 && `${list(found.tooLarge.map((sheet) => `“${sheet}”`))}用到的格子太多，没有读。`,
        troubles.length > 0 ? `${list(troubles)}。` : none,
      ]
        .filter((part) => part !== false)
        .join("");
    },
    checkDamaged: "被改写的公式和历史",
    checkNoVerdict: "没有判定的行",
    damage: (indicator: string, heading: string | null) =>
      heading === null ? `${indicator}　整行` : `${indicator}　${heading}`,
    damageNow: (shows: string) => (shows === "" ? "空" : shows),
    rowGone: "不见了",
    sheetGone: (sheet: string) => `“${sheet}”　整张表`,
    rowsKept: (rows: number) => `定格时另存的 ${rows} 行还在，可以照样恢复`,
    restoreDamages: (count: number) => (count === 1 ? "恢复这一处" : `恢复这 ${count} 处`),
    restoringDamages: "正在恢复…",
    damagesRestored: (cells: number, overtaken: number) =>
      `已恢复 ${cells} 处。${overtaken > 0 ? `另有 ${overtaken} 处又有变动，没有动。` : ""}`,
    restoreLocked: (sheets: readonly string[]) =>
      `${list(sheets.map((name) => `“${name}”`))}设有保护密码，没有恢复；请先撤销保护。`,
    listTitle: (title: string, count: number) => `${title}（${count}）`,
    verdictPlace: (department: string, sheet: string, address: string) => `${department}　${sheet}!${address}`,
    checkErrors: "公式出错",
    refresh: "刷新公式",
    refreshing: "正在刷新…",
    refreshHint: "按当前目录重新计算全部目标公式，并修复 #NAME?。",
    refreshed: (cells: number, differing: number) =>
      cells === 0
        ? "没有需要刷新的目标公式。"
        : `已刷新 ${cells} 个目标公式，${differing === 0 ? "结果都没有变" : `${differing} 个的结果变了`}。`,
    refreshLocked: (sheets: readonly string[]) =>
      `${list(sheets.map((name) => `“${name}”`))}设有保护密码，没有刷新；请先撤销保护。`,
    refreshDenied: (sheets: readonly string[]) =>
      `Excel 不让解除${list(sheets.map((name) => `“${name}”`))}的保护（可能设有密码，也可能是权限或安全软件不许），没有刷新。`,
    refreshTitle: "刷新前请核对",
    refreshSeen: (count: number) => `现在的目录会改变 ${count} 个单元格里的目标。取消则一格不动。`,
    refreshTargets: "表中现值 → 目录的值",
    refreshNow: "刷新",
    useCatalogNow: "换用这份目录",
    refreshDiffers: "刷新后变了",

    failedHost: (code: string) => `Excel 没有完成这一步（${code}），没有留下半张表。`,
    keptNotRefreshed: "这项选择已存入工作簿并生效，不必再做一遍；只是单元格还没有刷新，请稍后点“刷新”。",
    rowsMoved: "有人正在改动这张表，行的位置变了或内容刚被填写，没有写入。请稍候再试。",
    nameTaken: "刚刚有人加了一张同名的工作表，没有改动任何表。请再点一次。",
    restore: "恢复原表",
    restoreNow: (what: Changing, sheet: string) =>
      `Excel 中途停了，“${sheet}”的${changing[what]}没有做完，也还没能退回原样。写入前的内容备份在本工作簿里，Excel 能写入后点“恢复原表”即可恢复。`,
    restoreFirst: (what: Changing, sheet: string, at: string) =>
      `“${sheet}”在 ${at} 的${changing[what]}没有做完，写入前的内容备份在本工作簿里。请先点“恢复原表”，再做别的。`,
    othersAtWork: (what: Changing, sheet: string, at: string, minutes: number) =>
      `有人正在做“${sheet}”的${changing[what]}（${at}），没有改动任何表。请稍候再试；若 ${minutes} 分钟后仍未做完，这里会请您先恢复原表。`,
    restored: (sheets: readonly string[]) => `已恢复：${list(sheets.map((name) => `“${name}”`))}与写入前一样。`,
    nothingToRestore: "没有需要恢复的内容：工作簿与写入前一样。",
    cellBeingEdited: "有单元格正在编辑。请先按 Enter 或 Esc 结束编辑，再试一次。",
    accessDenied:
      "Excel 不让改动，没有改动。可能是工作表或工作簿受保护、文件只读，也可能被单位的文件类型策略或安全软件拦下：请先撤销保护；没有保护的，请管理员放行后再试。",
    sheetProtected: "工作表受保护，没有改动。请先撤销工作表保护，再试一次。",
  },

  importIssues: {
    tenseUnclear: (indicator: string) => `“${indicator}”看不出是承诺还是已做的事`,
    departmentMissing: (indicator: string) =>
      indicator === "" ? "全文没有写明责任单位" : `“${indicator}”没有写明责任单位`,
    figuresDiffer: (indicator: string) => `“${indicator}”前后数字不一致`,
    promisedTwice: (indicator: string) => `“${indicator}”写了不止一次`,
    figureMissing: (indicator: string) => `“${indicator}”没有具体数字`,
    figureBroken: (indicator: string) => `“${indicator}”的数字中间有空格，可能是一个数，也可能是两个，请对照原文`,
    unitsDiffer: (indicator: string) => `“${indicator}”这一格写的单位与单位栏、表头不同`,
    unitMissing: (indicator: string) => `“${indicator}”没有写明单位`,
    shareUnclear: (indicator: string, figures?: readonly [number, number]) =>
      `“${indicator}”写的是${figures ? figures[0] : "小数"}，是${figures ? `${figures[1]}%还是${figures[0]}%` : "百分之几"}，请核对`,
    totalDiffers: (indicator: string, figures?: readonly [number, number]) =>
      `“${indicator}”所在栏的合计${figures ? `写的是${figures[0]}，各项相加是${figures[1]}` : "与各项之和不一致"}，可能漏行或写错`,
    partsDiffer: (indicator: string, figures?: readonly [number, number]) =>
      figures
        ? `“${indicator}”全市${figures[0]}，各地相加${figures[1]}，${figures[1] > figures[0] ? "加码" : "缺口"}${difference(figures)}`
        : `“${indicator}”各地之和与全市不一致`,
    summedFromParts: (indicator: string) => `“${indicator}”没有写全市的数，这里是各地之和`,
    departmentCarried: (indicator: string) => `“${indicator}”没有写明自己的责任单位，沿用了前面的，请核对`,
    unitCarried: (indicator: string) => `“${indicator}”的单位栏是空的，沿用上一行，请核对`,
    yearUnknown: (indicator: string) => `看不出是哪一年的报告，${indicator === "" ? "" : `“${indicator}”的`}期限未定`,
  },
  /** Tables of a document before drafts are made of them. */
  tables: {
    title: "核对表头",
    hint: "表里每一栏这样理解。有不对的请改，再抽取。",
    table: (serial: number, rows: number) => `表 ${serial}，${rows} 行`,
    unit: (unit: string) => `单位 ${unit}`,
    noLabel: (serial: number) => `第 ${serial} 栏`,
    asText: "当作文字读",
    asTable: "当作表格读",
    readAsText: "这张表按文字读。",
    notATable: "没有“指标”和“目标”这样的栏，读不出承诺",
    back: "重新选择",
    go: "抽取承诺",
    roles: {
      indicator: "指标、任务",
      group: "类别",
      unit: "单位",
      target: "目标",
      growth: "增速目标",
      lastYear: "上年数",
      baseline: "基数",
      lead: "牵头、责任单位",
      supporting: "配合单位",
      due: "完成时限",
      place: "一个县市区的数",
      ownPledge: "县市区自定数",
      placeName: "县市区名称",
      total: "合计",
      otherPeriod: "分期、其他年份",
      actual: "已完成数",
      serial: "序号",
      ignored: "不用",
    },
  },
  /** Why a figure of a report is no draft: a word for lists, and the sentence behind it. */
  leftOut: {
    past: { word: "回顾", why: "说的是已经做到的事" },
    baseline: { word: "基数", why: "是目标的起点，已记作基数" },
    threshold: { word: "门槛", why: "说明哪些才算数，不是要完成的量" },
    size: { word: "规模", why: "说明某个项目或设施有多大" },
    allowance: { word: "标准", why: "是发给每个对象的金额" },
    scope: { word: "范围", why: "说明围绕什么开展工作" },
    slogan: { word: "提法", why: "是行动或任务的叫法" },
    definition: { word: "释义", why: "在解释名词" },
    rank: { word: "位次", why: "是名次或序数" },
    age: { word: "年龄", why: "说明对象的年龄" },
    date: { word: "时间", why: "是日期或时长" },
    name: { word: "名称", why: "是名称的一部分" },
    number: { word: "序号", why: "是序号、编号或没有单位的数" },
    total: { word: "合计", why: "是表里的合计，用来核对各行" },
    otherPeriod: { word: "分期", why: "是表里某一季度、月份或另一年份的数" },
    unreadable: { word: "难读", why: "这一格不是一个单独的数，没有读" },
    column: { word: "旁栏", why: "在表里不作承诺的栏目" },
  },
  commandLine: {
    usage: "用法：npm run --silent extract -- 文件 [--year 2025] [--department 市教育局] [--tense 计划]",
    tense: { plan: "计划", review: "回顾", both: "都有" },
    tenseWrong: (given: string) => `--tense 不认识“${given}”，可填 计划（plan）、回顾（review）或 都有（both）`,
    yearWrong: (given: string) => `“${given}”不是年份，例如 2025`,
    noFile: (file: string) => `没有找到文件“${file}”`,
  },

  review: {
    startTitle: "从报告导入承诺",
    startHint: "粘贴报告文字或表格，或选择 .txt、.docx、.pdf、.xlsx、.csv 文件。抽取的只是草稿，逐条确认后才进入目录。",
    pasteLabel: "报告文字",
    pastePlaceholder: "在这里粘贴报告文字",
    chooseFile: "选择文件",
    year: "年份",
    yearAutomatic: "自动",
    textKind: "内容",
    textKinds: { auto: "自动判断", plan: "计划", review: "回顾", both: "都有" },
    region: "地区",
    extract: "抽取承诺",
    reading: (percent: number) => `正在读取… ${percent}%`,
    extracting: (percent: number) => `正在抽取… ${percent}%`,
    cancelled: "已取消。",
    pasteFirst: "请先粘贴报告文字或选择文件",
    nothingFound: "没有找到带数字的承诺。",
    onlyLeftOut: (count: number) => `没有找到承诺。有 ${count} 个数字没有采用，列在下面，按 T 可以取用。`,
    found: (drafts: number, doubtful: number) =>
      doubtful === 0 ? `找到 ${drafts} 条草稿。` : `找到 ${drafts} 条草稿，其中 ${doubtful} 条要核对，排在最前。`,
    title: "逐条确认",
    startOver: "重新导入",
    startOverAsk: "确认到一半的结果会丢掉，要重新导入吗？",
    counts: (open: number, accepted: number, dropped: number) => `待定 ${open} · 采用 ${accepted} · 舍弃 ${dropped}`,
    doubtful: "要核对的",
    noDepartment: "未写明责任单位",
    keys: "↑↓移动 Enter采用 E修改 M合并 Del舍弃 U撤回上一步",
    nothingToUndo: "没有可以撤回的。",
    takenBack: "已撤回上一步。",
    accept: "采用",
    correct: "修改",
    merge: "合并",
    drop: "舍弃",
    undo: "撤回",
    state: { open: "待定", accepted: "已采用", dropped: "已舍弃", merged: "已合并" },
    acceptRest: (count: number) => `采用其余 ${count} 条`,
    acceptRestAsk: (count: number) => `这一组里还有 ${count} 条没有看，确定全部采用吗？`,
    mergeInto: "选定要留下的一条，再按 M 或“合并”；Esc 取消",
    mergeUnlike: "两条的单位不同，不能合并",
    mergedInto: (indicator: string) => `并入“${indicator}”`,
    departmentFirst: "请先填责任单位",
    figureFirst: "请先填数字和单位",
    fillDepartment: (count: number) => `${count} 条没有责任单位，统一填为`,
    fill: "填入",
    fields: {
      department: "责任单位",
      indicator: "指标",
      comparator: "比较",
      value: "数值",
      valueMax: "上限",
      unit: "单位",
      kind: "性质",
      modality: "语气",
      period: "期限",
    },
    periodHint: "例如 2025 或 2021-2025",
    wrongField: (label: string) => `“${label}”没有填对`,
    save: "保存",
    yearNow: (period: string | null) => period ?? "期限未定",
    baseline: (phrase: string) => `基数 ${phrase}`,
    leftOutTitle: (count: number) => `未采用的数字（${count}）`,
    leftOutHint: "这些数字没有当作承诺。↑↓移动，T 取用。",
    takeIn: "取用",
    takenIn: "已取用",
    countsNothing: "这个数字不计什么，不能取用；需要时请在原文里改写后再导入。",
    openLeft: (count: number) => `还有 ${count} 条待定，没有确认的不会进入目录。`,
    keepOpen: "存入，待定的留下再看",
    dropOpen: "存入，待定的不要",
    keptWithOpen: (commitments: number, open: number) => `已存入 ${commitments} 项，还有 ${open} 条待定。`,
    exportedWithoutOpen: (count: number) => `目录文件里没有待定的 ${count} 条。`,
    details: {
      due: (day: string) => `${day}前`,
      lastYear: (phrase: string) => `上年 ${phrase}`,
      supporting: (names: readonly string[]) => `配合：${list(names)}`,
      parts: (shares: readonly string[]) => `分解：${list(shares)}`,
      share: (place: string, amount: string, ownPledge: string | null) =>
        ownPledge === null ? `${place}${amount}` : `${place}${amount}（自定${ownPledge}）`,
      partsKept: "各地的数随本条存入，用地名代替单位就能查。",
      note: (parts: readonly string[]) => parts.join("；"),
    },
    useInWorkbook: "存入本工作簿",
    exportFile: "另存目录文件",
    nothingAccepted: "还没有采用任何一条",
    regionFirst: "请先填地区，例如“荆州市”",
    yearFirst: "请先填年份",
    catalogTitle: (region: string, year: number) => `${region}${year}年工作承诺`,
    sourceTitle: "导入的报告",
    used: (commitments: number, cells: number) =>
      `已存入本工作簿：${commitments} 项承诺。${cells > 0 ? `刷新了 ${cells} 个公式。` : ""}`,
    added: (commitments: number, cells: number) =>
      `已并入本工作簿的目录：新增 ${commitments} 项。${cells > 0 ? `刷新了 ${cells} 个公式。` : ""}`,
    ownCatalog: (title: string) => `本工作簿用自己的目录：${title}`,
    embeddedCatalog: "本工作簿用内置目录",
    openCatalogFile: "打开目录文件",
    catalogDamaged: "本工作簿自带的目录已损坏，尚未选定用哪份",
    catalogDamagedAsk:
      "本工作簿自带的目录已损坏，公式暂不作答。改用内置目录会把损坏的目录删除；也可以打开一份目录文件，放在它的位置。",
    workbookUnread: "本工作簿自带的目录没有读出来，尚未选定用哪份",
    workbookUnreadAsk: (reason: string) =>
      `本工作簿自带的目录和设置没有读出来（Excel：${reason}），公式暂不作答。请重试；暂用内置目录不会删除本工作簿自己的目录，下次打开仍会读它。`,
    openedNotRefreshed:
      "已改用本工作簿自己的目录和设置；只是单元格还没有刷新，显示的可能还是别的目录的数，请点“刷新”。",
    readAgain: "重试",
    workbookRead: "已读出本工作簿的目录和设置。",
    useEmbeddedForNow: "暂用内置目录",
    embeddedForNow: "暂用内置目录；本工作簿自己的目录没有改动，下次打开仍会读它。",
    backToEmbedded: "改用内置目录",
    backToEmbeddedAsk: "本工作簿自己的目录会删除，要改用内置目录吗？",
    backDone: "已改用内置目录。",
    catalogOpened: (title: string) => `已改用“${title}”。`,
    resumed: "接着上次没有确认完的。",
  },

  returns: {
    title: "汇总上报表",
    hint: "选择各部门发回的 .xlsx 工作簿，可以一次多选。按编号和名称对到本台账；空格不会覆盖已有的数，合计由公式算，不取。",
    undoWarning: "读取时要临时插入、再删除工作表，Excel 自己的“撤销”记录会清空。",
    choose: "选择文件",
    drop: "或把文件拖到这里",
    tooOld: "这一版 Excel 不能读入其他工作簿（需要 Office 2021 或更新版本）。",
    reading: (done: number, total: number, file: string) => `正在读取 ${done}/${total}：${file}`,
    cancelling: "读完这一份就停下…",
    cancelled: "已取消，没有写入。",
    mayBeLeft:
      "Excel 中途没有回应，随文件临时插入的工作表或名称可能还留在工作簿里：请查看工作簿末尾的工作表，以及名称管理器里引用为 #REF! 的名称，有则手工删除。",
    leftBehind: (count: number) => `有 ${count} 张临时插入的工作表没能删除，请在工作簿末尾找到并手工删除。`,
    into: (sheet: string) => `汇总到“${sheet}”`,
    summary: (files: number, read: number) => `${files} 份文件，读入 ${read} 份`,
    filesTitle: "文件",
    counts: (taken: number, agreed: number, conflicts: number, leftOut: number) =>
      [
        taken > 0 && `新填 ${taken} 项`,
        agreed > 0 && `与台账一致 ${agreed} 项`,
        conflicts > 0 && `冲突 ${conflicts} 项`,
        leftOut > 0 && `未取 ${leftOut} 项`,
      ]
        .filter((part) => part !== false)
        .join("，") || "没有填数",
    skipped: "跳过",
    refusals: {
      noLedger: "里面没有台账",
      entryDiffers: (theirs: Entry, ours: Entry): string =>
        `它是${ENTRY_NAMES[theirs]}的，本台账是${ENTRY_NAMES[ours]}的`,
      yearDiffers: (theirs: number, ours: number) => `它是${theirs}年的台账，本台账是${ours}年`,
      foreign: "它的编号没有一个在本台账里，是另一份目录的台账",
      host: (code: string) => `Excel 读不了它（${code}）`,
    },
    conflictsTitle: (count: number) => `冲突（${count}）：请选一个`,
    place: (department: string, column: string, address: string) => `${department}　${column}　${address}`,
    keep: "台账现有",
    keepBlank: "都不取，留空",
    blank: "空",
    source: (file: string, address: string) => `${file}　${address}`,
    leftOutTitle: (count: number) => `没有取的（${count}）`,
    leftOutPlace: (file: string, row: number) => `${file}　第 ${row} 行`,
    leftOut: {
      unknown: "本台账里没有这个编号，名称也对不上",
      ambiguous: "没有编号，名称符合不止一行",
      notInMaster: "目录里有，但本台账没有这一行",
      namesDiffer: "编号与名称对不上，可能串了行",
      error: "是错误值",
      formulaInMaster: "台账里这一格是公式，没有改动",
      noColumnInMaster: "本台账没有这一栏",
      outsideRhythm: "这一项不在这一期报送，台账里是灰格",
    },
    noName: "（没有名称）",
    writesTitle: (count: number) => `将写入（${count}）`,
    write: (count: number) => `写入 ${count} 项`,
    nothingToWrite: "没有要写入的",
    again: "重新选择",
    writing: "正在写入…",
    written: (count: number, sheet: string) => `已写入 ${count} 项，来源记在“${sheet}”。`,
    overtakenTitle: (count: number) => `核对期间台账里已改动，没有写入（${count}）`,
    now: (value: string) => `现在是 ${value}`,
    gone: "这一行已不在，或成了公式",
    undo: "撤销本次汇总",
    undoLast: (when: string, count: number) => `上次汇总：${when}，${count} 项`,
    undone: (count: number) => `已撤销，${count} 格恢复原值。`,
    notUndoneTitle: (count: number) => `后来又改过，没有恢复（${count}）`,
    nothingToUndo: "没有可撤销的汇总。",
    sheetGone: (sheet: string) => `没有找到台账“${sheet}”，不能撤销。`,
    done: "完成",
    /** What the record's sheet says. */
    record: {
      sheetName: "填报记录",
      headings: ["时间", "文件", "责任单位", "指标", "编号", "栏目", "原值", "新值", "单元格"],
      files: (files: readonly string[]) => list(files),
      undone: (files: readonly string[]) => `撤销：${list(files)}`,
    },
  },
};

/** The sentences, in any language. */
export type Strings = typeof zh;
