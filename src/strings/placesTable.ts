/** The words of the county table (县市区对比): those in cells are Chinese in every language, those of the pane in both. */

import { counted } from "./counted";

/** What stands in the cells of a county table. */
const sheet = {
  name: "县市区对比",
  title: (region: string, year: number) => `${region}${year}年县市区对比`,
  entry: "各地从年初到截至期的累计数填在浅黄格里（增速、比率填当期数），没有就留空",
  place: "县市区",
  group: "分组",
  id: "编号",
  indicator: (indicator: string, unit: string, department: string) =>
    `${indicator}（${[unit, department].filter((part) => part !== "").join("，")}）`,
  headings: {
    target: "市下达",
    ownPledge: "自定",
    actual: "实际",
    attainment: "完成率",
    gap: "差距",
    deed: "—",
    rank: "位次",
    status: "状态",
    read: "实际（折算）",
    counted: "实际（读作）",
  },
  readHint: "以下各栏供公式用：实际数按目标的单位读出",
  notSplit: "–",
  sum: "各地合计",
  city: "全市",
  unreadable: "读不出",
  provisional: "暂计",
  /** Behind the counts of places that reported and of those that have a part. */
  reported: "已报",
  against: { equal: "等额", more: "加码", less: "缺口" },
  /** The same of a limit, where more is not stricter. */
  againstLimit: { equal: "等额", more: "比全市多", less: "比全市少" },
  numberWarning: {
    title: "请核对数字",
    message: "这里填数字，单位写在上面指标名后的括号里；没有数据请留空，不要填0。",
  },
  tallies: "各地项数",
  total: "合计",
  chart: "各县市区各状态项数",
  rules: [
    "“–”是没有分解到该地的指标，不计数、不排位",
    "位次在同组内比：累计量、存量按完成率，增速、比率按与目标的差距；越低越好的反过来；并列同名次；没有数的不排",
    "各地的完成起点有的有、有的没有，或目标有的为零、为负时，口径不一，不排位次",
    "“各地合计”是各地目标之和，与全市目标的差写作加码或缺口，只显示、不调整；增速、比率不相加",
    "各地没有报齐以前，全市实际是暂计，不判定",
  ],
} as const;

export const placesTableZh = {
  sheet,
  pane: {
    title: "县市区对比",
    hint: "每个县市区一行，同组排位次；选要比的指标。",
    none: "还没有选指标",
    places: (count: number) => `${count} 地`,
    build: "生成县市区对比",
    building: "正在生成县市区对比…",
    chooseFirst: "请先选要比的指标",
    chosen: (indicators: number, places: number) => `选了 ${indicators} 项指标，${places} 个县市区`,
    built: (name: string, indicators: number, places: number, kept: number) =>
      `已生成“${name}”：${places} 个县市区、${indicators} 项指标${kept > 0 ? `，带过来 ${kept} 个已填的数` : ""}。请在浅黄格里填各地的累计数。`,
    standing: (name: string) => `工作表“${name}”已经有了。`,
    keeps: (count: number) => (count === 0 ? "" : `若更新，已填的 ${count} 个数会带到新表。`),
    loses: (count: number) =>
      `有 ${count} 个已填的数在新表里没有位置（指标或县市区不在这次的选择里），更新会丢掉它们。`,
    losesOther: "表里自己加的行、栏和批注不会带过去。",
    notATable: (name: string) => `“${name}”里不是县市区对比表，替换会删除其中的内容。`,
    update: "更新这张表",
    replace: "替换这张表",
  },
  split: {
    title: "分解到县市区",
    hint: "把全市目标分到各地，合计总等于全市数；填了“保留”的不动，其余的分剩下的。",
    indicator: "指标",
    way: "分法",
    ways: { equal: "平均", lastYear: "按上年数", shares: "按填的份额" },
    by: "分解人",
    share: "份额",
    held: "保留",
    heldHint: "填“不分”的地方不分解",
    lastYear: "上年",
    total: (whole: string) => `合计 ${whole}`,
    write: "写入本工作簿的目录",
    writing: "正在写入…",
    byFirst: "请先填分解人",
    written: (indicator: string, places: number) =>
      `“${indicator}”已分解到 ${places} 地，写入本工作簿的目录。已有的县市区对比表请更新一次，新分到的地方才有格子。`,
    note: (day: string, by: string, way: string, places: number) => `${day} ${by}分解到${places}地（${way}）`,
    refusals: {
      heldTooMuch: (by: string) => `保留的比全市数多 ${by}`,
      noShares: (left: string) => `还剩 ${left} 没有地方分：请填份额，或少保留一些`,
      noAmount: (place: string) => `“${place}”填的不是数，或小数太多`,
      noLastYear: (place: string) => `目录里没有“${place}”的上年数，请换一种分法，或给它填保留数`,
      nothing: (place: string) => `“${place}”会分到 0：请给它填保留数，或填“不分”`,
      hasPart: (place: string) => `“${place}”已经分解过，不能改成不分`,
    },
  },
};

/** The same for people whose Excel is English; cells stay Chinese. */
const counties = (count: number): string => counted(count, "county", "counties");

export const placesTableEn: typeof placesTableZh = {
  sheet,
  pane: {
    title: "County table",
    hint: "One row a county, ranked within its group. Choose the indicators to compare.",
    none: "No indicator chosen",
    places: (count) => counties(count),
    build: "Make the county table",
    building: "Making the county table…",
    chooseFirst: "Choose the indicators to compare first",
    chosen: (indicators, places) => `${counted(indicators, "indicator")}, ${counties(places)} chosen`,
    built: (name, indicators, places, kept) =>
      `“${name}” is made: ${counties(places)}, ${counted(indicators, "indicator")}${kept > 0 ? `, with ${counted(kept, "figure")} typed before` : ""}. Type each county's figures for the year so far into the yellow cells.`,
    standing: (name) => `There is a sheet “${name}” already. `,
    keeps: (count) => (count === 0 ? "" : `An update takes the ${counted(count, "typed figure")} along. `),
    loses: (count) =>
      `${counted(count, "typed figure")} ${count === 1 ? "has" : "have"} no place in the new table (indicator or county not chosen) and would be lost. `,
    losesOther: "Rows, columns and notes of your own are not taken along.",
    notATable: (name) => `“${name}” holds something else, which a replacement deletes. `,
    update: "Update this table",
    replace: "Replace this sheet",
  },
  split: {
    title: "Split over counties",
    hint: "Splits the city's target so that the parts add up exactly. Held figures stay; the others share what is left.",
    indicator: "Indicator",
    way: "Way",
    ways: { equal: "Equally", lastYear: "By last year", shares: "By shares typed" },
    by: "Done by",
    share: "Share",
    held: "Held",
    heldHint: "Type 不分 where a county gets no part",
    lastYear: "Last year",
    total: (whole) => `Total ${whole}`,
    write: "Write into this workbook's catalog",
    writing: "Writing…",
    byFirst: "Say first who splits it",
    written: (indicator, places) =>
      `“${indicator}” is split over ${counties(places)}, in this workbook's catalog. Update a county table that stands, so that new parts have cells.`,
    note: placesTableZh.split.note,
    refusals: {
      heldTooMuch: (by) => `What is held is ${by} more than the whole`,
      noShares: (left) => `${left} are left and nobody has a share: type shares, or hold less`,
      noAmount: (place) => `What is typed for “${place}” is no number, or has too many decimals`,
      noLastYear: (place) =>
        `The catalog has no figure of last year for “${place}”: split another way, or hold a figure`,
      nothing: (place) => `“${place}” would get 0: hold a figure for it, or type 不分`,
      hasPart: (place) => `“${place}” has a part already and cannot go without`,
    },
  },
};
