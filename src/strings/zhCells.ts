/** What functions say, in Chinese. Apart from the other words, since the functions' part of the add-in is loaded first and holds these alone. */
import type { CatalogIssue, DocumentTrouble, ErrorFacts } from "../core/errors";
import { PROPERTIES } from "../core/evidence";
import type { Preset } from "../core/status";
import type { Comparator, Kind, Modality, Status } from "../core/types";
import { catalogPlace } from "./catalogPlace";
import { catalogProblems } from "./catalogProblems";
import { sourceRefusedZh } from "./sourceRefused";

export const list = (names: readonly string[]) => names.join("、");
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
  otherYear: (f) =>
    `“${f.department}”${f.indicator === "" ? "" : `的“${f.indicator}”`}在${list(f.years)}年的目录里，请用年份参数写明哪一年，或填编号`,
  catalogAmbiguous: (f) =>
    `${f.region}${f.year}年有 ${f.titles.length} 份目录：${list(f.titles.map((title) => `“${title}”`))}。请在部门的位置写目录的名称，例如 =TARGET.LIST("${f.titles[0] ?? ""}")`,
  noCatalogOfYear: (f) => `没有${f.region}${f.year}年的目录，有${list(f.years.map(String))}年的`,
  idContradicts: (f) =>
    `编号${f.id}是“${f.department}”的“${f.indicator}”，与“${f.given}”不符。请改正其中一个，或只填编号`,
  unitInName: (f) =>
    `“${f.indicator}”在目录中的单位是“${f.unit}”，不是“${f.given}”。请去掉名称里的单位，换算请用单位参数`,
  nameMissing: (f) => (f.missing === "department" ? "没有填部门，例如“教育局”" : "没有填指标，例如“新增学位”"),
  unclear: (f) => `“${f.indicator}”待确认：${f.reason}`,
  baselineMissing: (f) => `“${f.indicator}”缺基数，目录中没有上年的数，请先填基数`,
  noFigure: (f) => `“${f.indicator}”是做没做完的事项，没有数值目标`,
  notSplit: (f) => `“${f.indicator}”没有分解到${f.place}`,
  lastYearMissing: (f) =>
    `目录里没有“${f.indicator}”上年同期${f.period === null ? "" : `（截至${f.period}）`}的数${f.instead === null ? "" : INSTEAD[f.instead]}`,
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
  unitUnreadable: (f) => `${f.given === "" ? "还缺单位" : `“${f.given}”不是单位`}。可以这样写：个、万亩、亿元、%`,
  periodUnreadable: (f) => `“${f.given}”不是日期或期间。可以这样写：2024Q2、二季度、上半年、1-9月、2024-09`,
  propertyUnknown: (f) => `没有“${f.given}”这一项。可以查：${list(PROPERTIES)}`,
  toleranceUnreadable: (f) => {
    const name = { shareTolerance: "完成率容差", pointTolerance: "百分点容差", shareGrace: "起算线" }[f.tolerance];
    const wanted = f.tolerance === "pointTolerance" ? "0到100的数，如1" : "0到1的数或百分数，如10%";
    const trouble = f.given === null ? "找不到" : f.given.trim() === "" ? "空着" : `“${f.given}”读不出`;
    return `工作表“${f.ledger}”的${name}${trouble}，请填${wanted}；改好之前不作判定`;
  },
  documentRefused: (f) => `“${f.name}”没有读入：${documentTroubles[f.reason](f.limit ?? "")}`,
  columnsDiffer: (f) =>
    `三列的行数不同：部门${f.departments}行，指标${f.indicators}行，实际数${f.actuals}行。请选同样多的行，或只选一格`,
  sourceRefused: sourceRefusedZh,
  catalogTooLarge: (f) => `目录压缩后有 ${f.megabytes} MB，工作簿里最多固定 ${f.most} MB，请拆成几个目录`,
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
  otherYear: "须写年份",
  catalogAmbiguous: "同年多份目录",
  noCatalogOfYear: "无该年目录",
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
  sourceRefused: "目录没有取到",
  catalogTooLarge: "目录太大",
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
  scanned: () => "这是扫描的图片，请先做文字识别（OCR），或把文字粘贴进来",
  notText: () => "文件内容不是文字",
  notWorkbook: () => "不是 .xlsx 工作簿",
  oldWorkbook: () => "这是旧版 .xls 工作簿，请在 Excel 中另存为 .xlsx",
  macros: () => "这是带宏的工作簿，请在 Excel 中另存为 .xlsx",
  objects: () => "台账所在的表上有图表、批注串、透视表或切片器，网页版 Excel 读不进来，请删去后另存，或用桌面版汇总",
};

/** What may be given in place of last year's level. */
const INSTEAD: Record<NonNullable<ErrorFacts["lastYearMissing"]["instead"]>, string> = {
  rate: "，算不出增速，请填增速，例如“8.5%”",
  lastLevel: "，算不出增速，请填上年同期数",
};

/** What became of a loss, or of nothing: of these no growth can be taken. */
const turns: Record<ErrorFacts["noGrowthOf"]["turn"], string> = {
  toProfit: "扭亏",
  lossLess: "减亏",
  lossMore: "增亏",
  unchanged: "持平",
  fromNothing: "上年为零",
  toLoss: "转亏",
};

/** A field that is missing is told as the place; what would be right stands behind its word, what was found in brackets. */
const issue = ({ path, problem, detail }: CatalogIssue) => {
  if (problem === "missing") return `${catalogPlace(`${path}/${detail}`)}：${catalogProblems.missing}`;
  const said = `${catalogPlace(path)}：${catalogProblems[problem]}`;
  if (detail === "") return said;
  return /[为是]$/.test(catalogProblems[problem]) ? said + (types[detail] ?? detail) : `${said}（${detail}）`;
};
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

export const zhCells = {
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
    between: "；",
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
    limitExceeded: "已超上限,不适用容差",
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
};

/** The same in any language. */
export type CellWords = typeof zhCells;
