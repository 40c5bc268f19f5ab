/** The words of the first screen. */
export const firstRunZh = {
  title: "从哪里开始？",
  about: "部门说了要做多少，就能在表里查、算、亮灯。",
  ways: {
    sample: { name: "看一张示例台账", action: "看", about: "在这本空白工作簿里生成一个部门的台账" },
    search: { name: "查一个目标", action: "查", about: "按部门、指标或拼音找，放进单元格" },
    import: { name: "导入一份报告", action: "导入", about: "从文字或文件里抽出承诺，逐条确认" },
  } as Record<
    "sample" | "search" | "import",
    { readonly name: string; readonly action: string; readonly about: string }
  >,
  skip: "不用，直接开始",
  guide: "上手三步",
};
type FirstRunWords = typeof firstRunZh;
export const firstRunEn: FirstRunWords = {
  title: "Where to begin?",
  about: "What departments committed to, found, measured and coloured in your sheets.",
  ways: {
    sample: { name: "See a sample ledger", action: "See", about: "One department's ledger in this empty workbook" },
    search: { name: "Find a target", action: "Find", about: "By department, indicator or pinyin, into a cell" },
    import: { name: "Import a report", action: "Import", about: "Finds commitments in a text or a file, one by one" },
  },
  skip: "Skip, begin at once",
  guide: "First steps (Chinese)",
};
