/** The bureau a document is of: by its title, by the line below that says whose plan it is, or by who signed it. */
import type { Layout, Line } from "./layout";
import { AUTHORITY_NAME, namesNobody } from "./authorityNames";

const TITLE = new RegExp(
  `^[\\s　]*(?:\\d[、.．])?(?:20\\d\\d年度?)?(?:关于)?(?:印发|转发|下发|公布|发布)?(${AUTHORITY_NAME}|[\\u4e00-\\u9fff]{0,3}[省市县区州][\\u4e00-\\u9fff]{2,12}?(?:集团|公司|医院|学院|中心))[^，。；\\n]{0,12}?(?:20\\d\\d|年度|工作|计划|打算|总结|要点|方案)`,
  "u",
);
export const TITLE_LINES = 4;
const LONGEST_TITLE = 60;

/** 1、县农业局工作方案2026年，我县…: a title that the text runs on behind. */
const RUN_ON_TITLE = new RegExp(
  `^[\\s　]*(?:\\d[、.．])?(${AUTHORITY_NAME})[^，。；\\n]{0,8}?(?:年?工作|年度)(?:方案|计划|要点|思路|打算|总结|报告)`,
  "u",
);
/** 精心准备了林业局: what stands before the name. */
const JUNK = /^.*[了的由]/u;

/** The bureau a document is of, by its title: 市教育局2025年工作要点. */
export function titleAuthority(text: string, { lines }: Layout): string | null {
  for (const { start, end } of lines.slice(0, TITLE_LINES)) {
    const isLong = end - start > LONGEST_TITLE;
    const name = (isLong ? RUN_ON_TITLE : TITLE)
      .exec(text.slice(start, Math.min(end, start + LONGEST_TITLE)))?.[1]
      ?.replace(JUNK, "");
    if (name !== undefined && name.length > 2 && !namesNobody(name)) return name;
    if (isLong) break;
  }
  return authorBelow(text, lines) ?? signedBy(text, lines);
}

/** 2026年全市水利工作思路 ⏎ 来源：市水利局: whose plan it is, under its title. */
function authorBelow(text: string, lines: readonly Line[]): string | null {
  const [title] = lines;
  if (!title || !PLAN_TITLE.test(text.slice(title.start, title.end))) return null;
  for (const { start, end } of lines.slice(1, TITLE_LINES + 2)) {
    const name = end - start > LONGEST_PAGE_HEAD ? undefined : AUTHOR.exec(text.slice(start, end))?.[1];
    if (name !== undefined && !namesNobody(name)) return name;
  }
  return null;
}
const LONGEST_PAGE_HEAD = 120; // 发布日期：… 信息来源：… 浏览次数：…
const PLAN_TITLE = /(?:工作|任务)(?:思路|计划|要点|打算|安排|总结|方案|任务)|(?:计划|要点|方案|安排|任务)[\s　]*$/u;
const AUTHOR = new RegExp(
  `(?:^|[\\s　]|日)(?:信息|文章|文件)?(?:来源|发布机构|发布单位|发文单位|发布机关|作者)[：:][\\s　]*(${AUTHORITY_NAME})(?=[\\s　]|$|浏览|发布|时间|字体|点击)`,
  "u",
);

/** 柳湾县2025年国民经济和社会发展统计公报, 2025年度部门决算公开: by its title a paper tells what was, from beginning to end. */
const TOLD =
  /(?:公报|决算(?:公开|报告|说明)?|绩效(?:自评|评价)(?:报告|结果)?)[\s　]*(?:[（(][^（）()]{1,12}[）)])?[\s　]*$/u;
const LONGEST_TOLD_TITLE = 60;

/** Whether a paper's title says that it tells what was. @example tellsByTitle("柳湾县2025年统计公报\n…", layout) // true */
export function tellsByTitle(text: string, { lines }: Layout): boolean {
  const titles = lines.filter(({ start, end }) => end > start).slice(0, TITLE_LINES);
  return titles.some(({ start, end }) => end - start <= LONGEST_TOLD_TITLE && TOLD.test(text.slice(start, end)));
}

/** 县林业局 ⏎ 2026年1月10日, at the end: who signed. The government and its office sign for all. */
function signedBy(text: string, lines: readonly Line[]): string | null {
  const written = lines.filter(({ start, end }) => text.slice(start, end).trim() !== "").slice(-LAST_LINES);
  for (const [index, { start, end }] of written.entries()) {
    const date = written[index + 1];
    const name = end - start > 30 ? undefined : SIGNATURE.exec(text.slice(start, end))?.[1];
    if (name === undefined || namesNobody(name) || /政府/u.test(name)) continue;
    if (date && DATE.test(text.slice(date.start, date.end))) return name;
  }
  return null;
}
const LAST_LINES = 6;
const SIGNATURE = new RegExp(`^[\\s　]*(${AUTHORITY_NAME})[\\s　]*$`, "u");
const DATE =
  /^[\s　]*(?:20\d\d年\d{1,2}月(?:\d{1,2}日)?|[二〇○零一二三四五六七八九十]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{0,3}日?)[\s　]*$/u;
