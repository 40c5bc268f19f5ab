/** The words of the tab 设置. */

export const settingsZh = {
  title: "设置",
  judgedBy: (preset: string) => `新台账按“${preset}”判定，可在“设置”中更改。`,
  rulesTitle: "判定",
  keptInWorkbook: "存在本工作簿里，大家看到的颜色一样。",
  exampleTitle: "例",
  entryLabel: "新台账的填报方式",
  languageTitle: "语言",
  language: "界面语言",
  languages: { excel: "跟随 Excel", zh: "中文", en: "English" } as Record<"excel" | "zh" | "en", string>,
  keptForYou: "只对您自己，存在这台电脑上。表格里的字总是中文。",
  catalogTitle: "目录",
  year: "年度",
  yearOfCatalog: (year: number) => `${year}年，由目录定；“二季度”这样的期间都指这一年。`,
  tolerancesOf: (sheet: string) => `容差在工作表“${sheet}”里改，函数随之改变。`,
};
type SettingsWords = typeof settingsZh;
export const settingsEn: SettingsWords = {
  title: "Settings",
  judgedBy: (preset) => `New ledgers judge by “${preset}”; change that in Settings.`,
  rulesTitle: "Judging",
  keptInWorkbook: "Kept in this workbook: everybody sees the same colours.",
  exampleTitle: "Example",
  entryLabel: "New ledgers are filled in",
  languageTitle: "Language",
  language: "Language of this pane",
  languages: { excel: "As Excel", zh: "中文", en: "English" },
  keptForYou: "For you alone, on this computer. Words in sheets are always Chinese.",
  catalogTitle: "Catalog",
  year: "Year",
  yearOfCatalog: (year) => `${year}, set by the catalog; periods such as 二季度 are of this year.`,
  tolerancesOf: (sheet) => `Tolerances are changed in the sheet “${sheet}”; functions follow it.`,
};
