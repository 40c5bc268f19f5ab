/** Every sentence people see, in Chinese: the source from which en.ts is typed. Sentences take facts; they decide nothing. */
import { checkZh } from "./check";
import { firstRunZh } from "./firstRun";
import { insertZh } from "./insert";
import { catalogChangesZh, catalogCommandZh, foretoldZh } from "./catalogs";
import { catalogsZh } from "./catalogsView";
import { ledgerTabZh } from "./ledgerTab";
import { settingsZh } from "./settingsTab";
import { list } from "./zhCells";
import { ENTRY_NAMES, zhSheets, type Entry } from "./zhSheets";

const difference = ([one, other]: readonly [number, number]) => Number(Math.abs(other - one).toPrecision(12));

/** What the add-in was writing, as sentences about it say. */
export type Changing =
  | "build"
  | "summary"
  | "scores"
  | "copy"
  | "update"
  | "freeze"
  | "collect"
  | "undo"
  | "refresh"
  | "places"
  | "issues"
  | "catalogSheet"
  | "mark"
  | "unmark"
  | "view"
  | "mend"
  | "insert";
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
  issues: "生成",
  catalogSheet: "写入",
  mark: "标注",
  unmark: "标注撤销",
  view: "简表切换",
  mend: "改正",
  insert: "插入",
};

/** What keeps Excel from reading a call as it was meant. */
type CallTroubleFacts =
  | { readonly is: "misspelt"; readonly given: string; readonly meant: string }
  | { readonly is: "unquoted"; readonly names: readonly string[] }
  | { readonly is: "chineseMarks" };

/** What a check of the workbook read and found. */
export interface CheckFacts {
  readonly sheets: number;
  readonly ledgers: readonly { readonly sheet: string; readonly rows: number }[];
  readonly likeLedgers: readonly { readonly sheet: string; readonly missing: readonly string[] }[];
  readonly tooLarge: readonly string[];
  /** How many county tables and score sheets. */
  readonly places: number;
  readonly scores: number;
  /** People's own sheets of targets and actuals, with the rows that name a promise. */
  readonly own: readonly { readonly sheet: string; readonly rows: number }[];
  /** Formulas of ours outside ledgers. */
  readonly calls: number;
  /** Sheets in which nothing of ours stands: nothing is said of them. */
  readonly others: readonly string[];
  readonly errors: number;
  readonly damaged: number;
  /** Rows that are behind, without a figure, not verifiable, or without a verdict. */
  readonly attention: number;
}

export const zh = {
  ...zhSheets,

  card: {
    supporters: "配合",
    revisions: "调整",
    lastYear: "上年",
    split: "分解",
    binding: "约束",
    weight: "权重",
    near: (phrases: readonly string[]) => `同一处还说：${phrases.map((phrase) => `“${phrase}”`).join("")}`,
    openDocument: "看原文件",
    openDocumentNamed: (title: string) => `看原文件：${title}（在浏览器中打开）`,
    contradictions: "说法不一和更正",
    setAside: (document: string, by: string, recorded: string, why: string) =>
      `《${document}》这样说；${by} ${recorded} 定为不采用：${why}`,
    corrected: (what: string, before: string | null, by: string, recorded: string, why: string) =>
      `${what}${before === null ? "" : `（原为${before}）`}，${by} ${recorded}：${why}`,
    uses: "本工作簿里",
    looking: "正在查找…",
    notLooked: "现在查不到，请稍后再打开这张卡片。",
    unused: "还没有用到它。",
    furtherUses: (count: number) => `还有 ${count} 处`,
    ledgerRow: (place: string) => `${place}（台账行）`,
  },
  firstRun: firstRunZh,
  insert: insertZh,
  ledgerTab: ledgerTabZh,
  catalogCommand: catalogCommandZh,
  catalogChanges: catalogChangesZh,
  foretold: foretoldZh,
  catalogs: catalogsZh,
  settings: settingsZh,

  pane: {
    languageTag: "zh-CN",
    tabsLabel: "功能",
    tabs: { catalog: "目录", ledger: "台账", cell: "单元格", check: "检查", review: "导入", settings: "设置" },
    notLoaded: "这一页没有载入，请检查网络后再点一次。",
    excelOnly: "请在 Excel 中打开本加载项。",
    catalogNote: (version: string) => `${version}版`,
    close: "关闭",
    cancel: "取消",
    back: "返回",
    more: (count: number) => `再显示 ${count} 项`,

    searchLabel: "查找部门、指标、数字或原文，也可打拼音",
    searchPlaceholder: "学位、xzxw、8310、亿元…",
    clearSearch: "清除",
    count: (commitments: number, departments: number) => `${departments}个部门，${commitments}项承诺`,
    countOf: (commitments: number) => `${commitments}项`,
    found: (count: number) => `找到 ${count} 项`,
    noMatch: (typed: string) => `没有与“${typed}”相符的承诺`,
    nearest: "相近的名称：",
    notFoundNext: "换个说法（部门、指标、数字、拼音首字母都可以），或者：",
    showAll: "看全部",
    importReport: "从报告导入",
    openAll: "全部展开",
    closeAll: "全部收起",
    learningPinyin: "正在载入拼音…",
    noPinyin: "拼音没有载入，请检查网络；汉字仍可查找。",

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
    updateUnfiltered: "台账正在筛选，没有改动筛选：新增的行在筛选范围之外。清除筛选后再更新一次，即纳入筛选。",
    updateRefused: {
      noLedger: "这张表不是台账。",
      noSettings: "台账第3行的标签（截至期、容差等）被改动，找不到设置的格子，没有更新。可以另建一张。",
      entryDiffers: (standing: Entry): string =>
        `这张台账${ENTRY_NAMES[standing].replace("填", "填的是")}，现在选的是另一种。已填的数不会自动换算，没有更新：请把“填报方式”选回${ENTRY_NAMES[standing]}再更新，或另建一张。`,
      noPeriods: (missing: readonly string[]) =>
        `台账里没有${list(missing.map((each) => `“${each}”`))}一栏，公式要用到它，没有更新。可以另建一张。`,
      headingTaken: (headings: readonly string[]) =>
        `台账里已有名为${list(headings.map((each) => `“${each}”`))}的列，分不清哪一列是填报的，没有更新：请先给自己加的列换个名字。`,
      otherCatalog: "这张台账的编号都不在现在的目录里，像是别的目录的台账，没有更新。可以另建一张。",
      locked: "台账设有保护密码，没有更新；请先撤销保护。",
      denied: "Excel 不让解除台账的保护（可能设有密码，也可能是权限或安全软件不许），没有更新；请先撤销保护。",
    },
    reshapeAsk: (name: string, standing: Entry, wanted: Entry) =>
      `“${name}”是${ENTRY_NAMES[standing]}的，现在选的是${ENTRY_NAMES[wanted]}。可以在原表上改：${
        wanted === "cumulativeByMonth"
          ? "一至四季度的累计数就是3、6、9、12月的累计数，其余各月插入空列"
          : "3、6、9、12月的累计数就是一至四季度的累计数，其余各月的列收起，所填仍在列里，不参与评判，改回按月时再用"
      }。表名、所填的数和文字、自己加的行和列、批注、容差、保护都不变，别处引用的格子跟着走。`,
    reshapeAside: (headings: readonly string[]) => `收起的列里有已填的数：${list(headings)}。`,
    reshapeTakingIn: (cells: readonly string[], more: number) =>
      `这些公式引用的区域跨着几个季度，插入各月后会把新列也算进去，请先看一下：${list(cells)}${more > 0 ? `等，另 ${more} 处` : ""}。`,
    reshape: "在原表上改",
    reshaped: (name: string, entry: Entry) => `“${name}”已改为${ENTRY_NAMES[entry]}。`,
    entryLabel: "填报方式",
    entries: ENTRY_NAMES,
    presetLabel: "判定标准",
    presetKept: (name: string, cells: number) =>
      `判定标准已改为“${name}”，重新计算了 ${cells} 个公式。已有的台账请到“台账”页点“更新”。`,
    judgedByLedger: (sheet: string, preset: string, share: string, points: string, grace: string) =>
      `函数和台账按同一把尺子：工作表“${sheet}”（${preset}，完成率容差${share}、增速和比率${points}、起算线${grace}个百分点）。换标准后请更新这张台账，函数随之改变。`,
    working: "正在处理…",
    callingOff: "正在取消…",
    calledOff: "已取消，工作簿和原来一样。",
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
    briefShown: (name: string) =>
      `“${name}”现在是简表：基数、最新累计、完成率、序时进度、差距和不在填的月份收起了，填数时状态就在旁边。再按一次恢复全表。`,
    wholeShown: (name: string) => `“${name}”恢复了全表。`,
    briefLocked: "工作表受保护，列收不起来；请先撤销保护。",
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
    listedBeside: (titles: readonly string[]) =>
      `同一年还有${list(titles.map((title) => `“${title}”`))}，没有列在这里；要列它，请写 =TARGET.LIST("${titles[0] ?? ""}")。`,
    notOurs: "这个单元格没有本加载项的公式。",
    argumentsUnreadable: "公式的参数是计算出来的，这里读不出；请看单元格的提示。",
    shownError: (text: string) => `公式没有写错，但单元格显示 ${text}。`,
    otherPartWrong: (text: string) => `查目标的部分没有写错；显示 ${text}，问题在公式的其他部分。`,
    brokenCall: (troubles: readonly CallTroubleFacts[]) =>
      `${troubles
        .map((trouble) => {
          if (trouble.is === "misspelt") return `函数名“${trouble.given}”写错了，应是 ${trouble.meant}`;
          if (trouble.is === "unquoted") return `${list(trouble.names.map((name) => `“${name}”`))}没有加英文引号`;
          return "用了中文的引号、逗号或括号，Excel 当成了名称的一部分";
        })
        .join("；")}。`,
    mendTo: (formula: string) => `改为 ${formula}`,
    spillBlocked: "结果要占几行几列，右方或下方有内容挡住了。把那里清空，结果就会显示。",
    formattedAsText: "单元格是“文本”格式，公式没有计算。",
    makeFormula: "改成公式",
    recalculate: "重新计算",
    recalculated: (address: string) => `已重新计算 ${address}`,

    check: checkZh,
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
        read.length > 0 ? `台账${list(read)}。` : found.own.length > 0 ? "没有台账。" : "没有台账，落后与否无从判断。",
        found.places > 0 && `县市区对比表 ${found.places} 张。`,
        found.scores > 0 && `考核得分表 ${found.scores} 张。`,
        found.own.length > 0 && `自己的表${list(found.own.map(({ sheet, rows }) => `“${sheet}”${rows}行`))}。`,
        found.calls > 0 && `其他表里本加载项的公式 ${found.calls} 个。`,
        ...found.likeLedgers.map(
          ({ sheet, missing }) =>
            `“${sheet}”像台账，但没有${list(missing.map((each) => `“${each}”`))}一栏，没看懂，没有检查。`,
        ),
        found.others.length > 0 &&
          `${list(found.others.slice(0, 3).map((sheet) => `“${sheet}”`))}${found.others.length > 3 ? `等 ${found.others.length} 张` : ""}没看懂，没有检查。`,
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
    refreshSeen: (count: number) => `目录的数与表中现值不同的有 ${count} 处。取消则一格不动。`,
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
    ofEach: (indicator: string) => `“${indicator}”的数字是对每一个（或每月、每季）说的，不是合计，请核对`,
    departmentCarried: (indicator: string) => `“${indicator}”没有写明自己的责任单位，沿用了前面的，请核对`,
    departmentOfPage: (indicator: string) => `“${indicator}”没有写明责任单位，取的是发布这一页的单位，请核对`,
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
    mark: { word: "关口", why: "是要迈过的关口，目标是后面的数" },
    size: { word: "规模", why: "说明某个项目或设施有多大" },
    allowance: { word: "标准", why: "是发给每个对象的金额" },
    scope: { word: "范围", why: "说明围绕什么开展工作" },
    slogan: { word: "提法", why: "是行动或任务的叫法" },
    definition: { word: "释义", why: "在解释名词" },
    page: { word: "页面", why: "是网页或公文的栏目信息，不是正文" },
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
    optionWrong: (given: string) => `“${given}”里有不认识的选项，或选项后没有值`,
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
    periodHint: "如 2021-2025",
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
    source: (file: string, address: string, supporter: string | null) =>
      `${supporter === null ? "" : `配合单位${supporter}：`}${file}　${address}`,
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
      notSummed: "不是累计的数量，各地不相加",
      noPeriod: "截至期不是本台账某一期的期末",
    },
    rollUp: "取县市区对比的各地合计",
    rollUpHint:
      "各地报到“县市区对比”里的数，合计后填进本台账的全市行，写入前逐项核对。没有报齐的写作“7350（8/9已报）”，不作判定；增速、比率不合计。",
    noTable: "没有找到“县市区对比”表，或它的截至期读不出。",
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
