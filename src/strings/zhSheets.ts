/** The words that stand in our sheets: Chinese, for a sheet is a Chinese document in every language. */
import type { Status, ScoreRule } from "../core/types";
import { catalogSheetZh } from "./catalogSheet";
import { ownSheetZh } from "./ownSheet";
import { placesTableZh } from "./placesTable";
import { zhCells } from "./zhCells";

/** How a ledger is filled. */
export type Entry = "cumulative" | "perQuarter" | "cumulativeByMonth" | "perMonth";
export const ENTRY_NAMES: Readonly<Record<Entry, string>> = {
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

export const zhSheets = {
  ...zhCells,

  ledger: {
    sheetName: "台账",
    title: (region: string, year: number) => `${region}${year}年目标任务台账`,
    /** What heads a month that has stepped aside since the ledger is filled by quarter. */
    putBy: (heading: string) => `${heading}（原按月）`,
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
      counted: "本期读作",
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
      fromLevel: "按现价倒算",
      provisional: "数，待核实",
      /** Behind how many of the places have reported, as 8/9已报. */
      partial: "，暂计",
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
    /** A row under a supporter; what another unit leads. */
    helped: {
      number: "配合",
      mark: "配合·",
      lead: (name: string) => `牵头：${name}`,
      rule: "序号为“配合”的行由牵头单位填报，这里照牵头单位的数显示；只在牵头单位计一次",
    },
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
      farBehind: "低于序时进度，超出容差；或超过上限；或逾期未完成",
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
    title: (ledgerTitle: string) => `${ledgerTitle.replace(/(?:台账|对比)$/, "")}考核得分`,
    untitled: "目标任务",
    totals: "各单位得分",
    places: {
      sheetName: "县市区得分",
      heading: "县市区",
      totals: "各县市区得分",
      totalsInGroups: "各县市区得分（位次在同组内比）",
      weightsBehind: "个县市区的权重合计不是100分，请核对",
      notAdded: "各县市区分别计分，不相加",
    },
    total: "合计",
    notAdded: "各单位分别满分100分，不相加",
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
    meanings: (meanings: readonly string[]) => `${meanings.join("。")}。`,
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
    placeTallies: "各县市区情况",
    placesAsOf: (sheet: string) => `数据：工作表“${sheet}”，截至期：`,
    department: "责任单位",
    noDepartment: "（未写单位）",
    total: "合计",
    rate: "达进度率",
    noRate: "—",
    shortfalls: (count: number) => (count < 10 ? "差额最大的事项" : "差额最大的十项"),
    ranking: (madeAt: string) => `${madeAt} 选定：约束性在前，其次严重滞后，再按差额占目标的比例由大到小`,
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
    binding: "约束性指标",
    withStatus: (laggard: string, status: string) => `${laggard}，${status}`,
    laggard: (department: string, indicator: string, actual: string, gap: string, revised: string | null) =>
      `${department}“${indicator}”${revised === null ? "" : `（${revised}）`}${gap ? `实际${actual}、${gap}` : actual || "未办成"}`,
  },

  placesTable: placesTableZh,
  catalogSheet: catalogSheetZh,
  ownSheet: ownSheetZh,
};
