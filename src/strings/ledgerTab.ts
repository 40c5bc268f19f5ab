/** The words of the ledger's tab: the paths to each thing that can be made, and what of it stands in the workbook. */

export const ledgerTabZh = {
  groups: { ledger: "台账", made: "由台账生成", kept: "收数和留存" },
  ledgersStand: (sheets: readonly string[]) => `已有${sheets.map((sheet) => `“${sheet}”`).join("、")}`,
  stands: (sheet: string, madeAt: string | null) => `已有“${sheet}”${madeAt === null ? "" : `，${madeAt}`}`,
  furtherLedger: (count: number) => `已有 ${count} 张，可以再建一张`,
  marked: (sheets: readonly string[]) => `已标注${sheets.map((sheet) => `“${sheet}”`).join("、")}`,
  frozen: (madeAt: string | null, period: string | null) =>
    madeAt === null ? "还没有定格过" : `上次定格 ${period ?? ""}，${madeAt}`,
  collected: (at: string | null) => (at === null ? "还没有汇总过" : `上次汇总 ${at}`),
  /** Behind what stands of a thing, where it is behind what it was made of. */
  stale: {
    summary: "；台账有变动，请重新生成",
    copy: "；台账有变动，请重新生成",
    scores: "；台账的行有增减，请重新生成",
    places: "；目录的县市区或指标有变动，请更新",
    ownSheet: "；表里的名称有变动，请重新标注",
  },
  guide: "台账怎么用",
  /** `action` is what the button shows, and a part of the name. */
  paths: {
    newLedger: { name: "新建台账", action: "新建", about: "选部门和填报方式，做一张新表" },
    update: { name: "更新原表", action: "更新", about: "补新事项、修公式，填过的都保留" },
    brief: { name: "切换简表／全表", action: "切换", about: "简表填数时看得见状态，全表有所有列" },
    ownSheet: { name: "标注我的表", action: "标注", about: "在您自己的表旁边写目标和状态" },
    ownPromise: { name: "增加一项承诺", action: "增加", about: "目录里没有的，自己加一项" },
    summary: { name: "生成汇总", action: "生成", about: "给领导看的一页，带图和通报段落" },
    copy: { name: "生成领导副本", action: "生成", about: "只有数值和颜色，谁都能打开" },
    scores: { name: "生成考核得分", action: "生成", about: "按权重打分排位，县市区对比也可以" },
    places: { name: "生成县市区对比", action: "生成", about: "每地一行，同组排位；也可分解指标" },
    returns: { name: "汇总上报表", action: "汇总", about: "读入各部门发回的表，先核对" },
    freeze: { name: "定格本期", action: "定格", about: "把本期判定抄进“历史”，不再变" },
  },
};

type LedgerTabWords = typeof ledgerTabZh;

export const ledgerTabEn: LedgerTabWords = {
  ledgersStand: (sheets) => `There: ${sheets.map((sheet) => `“${sheet}”`).join(", ")}`,
  stands: (sheet, madeAt) => `There: “${sheet}”${madeAt === null ? "" : `, ${madeAt}`}`,
  furtherLedger: (count) => `${count} there; a further one can be made`,
  marked: (sheets) => `Marked: ${sheets.map((sheet) => `“${sheet}”`).join(", ")}`,
  frozen: (madeAt, period) => (madeAt === null ? "Nothing frozen yet" : `Last frozen ${period ?? ""}, ${madeAt}`),
  collected: (at) => (at === null ? "Nothing collected yet" : `Last collected ${at}`),
  stale: {
    summary: "; the ledger has changed, make it anew",
    copy: "; the ledger has changed, make it anew",
    scores: "; the ledger's rows have changed, make it anew",
    places: "; the catalog's counties or indicators have changed, update it",
    ownSheet: "; names in it have changed, mark it again",
  },
  guide: "How ledgers are used (Chinese)",
  groups: { ledger: "Ledger", made: "Made of the ledger", kept: "Collecting and keeping" },
  paths: {
    newLedger: {
      name: "New ledger",
      action: "New",
      about: "Of the departments you choose",
    },
    update: {
      name: "Update the ledger",
      action: "Update",
      about: "Adds what is new, keeps what was typed",
    },
    brief: {
      name: "Switch short / whole",
      action: "Switch",
      about: "Short: the status beside what you type",
    },
    ownSheet: {
      name: "Mark my own sheet",
      action: "Mark",
      about: "Targets and status beside your own table",
    },
    ownPromise: {
      name: "Add a commitment",
      action: "Add",
      about: "One the catalog does not have",
    },
    summary: {
      name: "Make the summary",
      action: "Make",
      about: "One page for leaders, with chart and text",
    },
    copy: {
      name: "Make the leader's copy",
      action: "Make",
      about: "Values and colours only, opens anywhere",
    },
    scores: {
      name: "Make the scores",
      action: "Make",
      about: "Points and ranks, of county tables too",
    },
    places: {
      name: "Make the county table",
      action: "Make",
      about: "A row per county, ranked; splits targets",
    },
    returns: {
      name: "Collect returns",
      action: "Collect",
      about: "Reads workbooks that departments sent",
    },
    freeze: {
      name: "Freeze this period",
      action: "Freeze",
      about: "Keeps this period's verdicts in 历史",
    },
  },
};
