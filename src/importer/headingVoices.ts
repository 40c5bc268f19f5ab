/** Lines that are a bureau's name and stand over what it says: 市教育局, 二、市水利局（3件）, 市财政局局长 江河, 【市公安局】…. */
import { AUTHORITY_NAME, OTHER_UNIT, namesNobody } from "./authorityNames";
import type { Line } from "./layout";
import { SURNAMES } from "./lexicon";
import { ownersIn } from "./owners";
import type { Voice } from "./voiceReach";

const NUMBER = "(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\\d]{1,3}[）)]|\\d{1,2}[.．、])?";
/** 市财政局（市国资局): the bracket names it once more. */
const OTHER_NAME = "(?:[（(][^（）()\\n]{2,10}(?:局|委|办|厅|中心)[）)])?";
const HOLDER = `(?:(?:党[组委]书记|书记|副?局长|副?主任|副?厅长|、)*[\\s　]+[${SURNAMES}][\\s　]?[\\u4e00-\\u9fff·]{1,3})?`;
const DUTY =
  "(?:(?:牵头|负责|承担|主办)的?(?:工作|任务|事项|项目)?)?(?:(?:今年|20\\d\\d年)?(?:要办|承办|办理|为民办|为民)的?[一二三四五六七八九十\\d]{0,3}[件项]?(?:民生|惠民)?实事)?(?:(?:20\\d\\d年度?)?(?:(?:公开)?承诺(?:事项|内容|书)?|(?:重点|主要)?工作(?:目标|任务|计划|安排|要点|打算)))?";
const HEADING = new RegExp(
  `^[\\s　#*]*${NUMBER}[【［[]?(${AUTHORITY_NAME}|${OTHER_UNIT})[】］\\]]?${OTHER_NAME}${HOLDER}${DUTY}(?:[（(]共?\\d{1,3}[项件条个][）)])?[\\s　:：*]*$`,
  "u",
);
const LABEL = new RegExp(`^[\\s　\\d.、．]*[【［[（(](${AUTHORITY_NAME})[】］\\]）)](?=[^。；;，,）)\\n])`, "u");
const LONGEST_LABEL = 30;
/** 2026年3月2日, below a bureau's name: a signature, and no heading. */
const SIGNED = /^\s*(?:20\d\d年\d{1,2}月\d{1,2}日|[二〇○零一二三四五六七八九十]{4}年)/u;

/** A line that is a bureau's name, or begins with one in brackets: 【市教育局】…. */
function headingOf(text: string, { start, end, isHeading }: Line): Voice | null {
  const head = text.slice(start, Math.min(end, start + LONGEST_LABEL));
  const label = LABEL.exec(head);
  const name = label?.[1] ?? (isHeading && end - start <= LONGEST_LABEL ? HEADING.exec(head)?.[1] : undefined);
  if (name === undefined || /单位$/u.test(name) || namesNobody(name)) return null;
  if (!label && SIGNED.test(text.slice(end, end + 14))) return null;
  return { start, end: label ? start + label[0].length : end, department: name, speaker: null, isHeading: true };
}

/** The bureaus that stand over what they say. A page's links and a column of names say nothing below them, and answer for nothing. */
export function headingVoices(text: string, lines: readonly Line[]): Voice[] {
  return lines
    .flatMap((line) => headingOf(text, line) ?? [])
    .filter(({ end }) => {
      const below =
        text
          .slice(end, end + FIRST_LINE)
          .trimStart()
          .split("\n", 1)[0] ?? "";
      if (CELL_BELOW.test(below) || ownersIn(below) !== null) return false;
      return below.length >= SHORTEST_SAYING || /[，。；：:\d]/u.test(below);
    });
}
/** A table's next cell: the number of a row, by when it is due. Units stand in such cells as well, behind what they answer for. */
const CELL_BELOW = /^(?:\d{1,4}|20\d\d年底?|\d{1,2}月底?前?)[\s　]*$/u;
const FIRST_LINE = 60;
const SHORTEST_SAYING = 16;
