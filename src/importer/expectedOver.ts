/** How far 预期目标 reaches over what says no firmness itself: to the end of its list, over stops and lines. */
import { AUTHORITY_ENDING } from "./authorityNames";
import type { Line, Sentence } from "./layout";
import { SURNAMES } from "./lexicon";

const LONGEST_HEAD = 80;
const LONGEST_LISTED = 900;
const FARTHEST_LINE = 120; // cells of a table stand on lines of their own
/** 主要预期目标是：…, 八项主要预期指标：…, （一）主要预期目标。…. */
const OPENS =
  /^[^。；\n]{0,50}?预期(?:性)?(?:发展)?(?:目标|指标)[^。；\n]{0,6}[：:]|^[\s　]*[（(\d一二三四五六七八九十]{1,3}[）)、.．]?[^，。；：\n]{0,16}预期(?:目标|指标)。/u;
/** 2028年主要预期目标, 预期目标任务分解表, alone on its line. */
const HEADING =
  /预期(?:性)?(?:发展)?(?:目标|指标)(?:任务|责任|及|和)*(?:[（(]?(?:分解|分工|清单|一览|共?\d{1,2}[项个])[）)]?)*表?(?:是|为|如下)*[：:]?[\s　]*$/u;
/** What ends such a list: what has to be done for it. */
const ENDS = /^[\s　]*(?:为|要(?!素)|围绕|坚持|我们|各位|实现(?:上述|以上|这些)|会议|同时|此外|下一步|在此基础)/u;
const ITEM =
  /^[\s　]*(?:[一二三四五六七八九十]{1,2}是|[一二三四五六七八九十]{1,2}、|[（(][\d一二三四五六七八九十]{1,2}[）)])/u;

const EXPECTED = { word: "预期", modality: "plan" } as const;

/** The word where a sentence belongs to a list of what is expected, or null. */
export function expectedOver(
  text: string,
  lines: readonly Line[],
  { line, start, end }: Sentence,
): typeof EXPECTED | null {
  const begin = lines[line]?.start ?? start;
  if (start - begin > LONGEST_LISTED) return null;
  const opening = OPENS.exec(text.slice(begin, Math.min(start, begin + LONGEST_HEAD)))?.[0];
  const listed = opening !== undefined || isUnderHeading(text, lines, line);
  return listed && isListed(text.slice(begin + (opening?.length ?? 0), end)) ? EXPECTED : null;
}

/** 新建学校3所 behind 总值增长6%: what is done is no longer what is expected, unless its list is numbered. */
const DONE = /^[\s　]*(?:新建|建设|改造|实施|推进|完成|开展|加快|建成|启动|举办|培育|引进)/u;
/** Who answers, behind an item. */
const BRACKETS = /[（(][^（）()\d]*(?:[（(][^（）()\d]*[）)][^（）()\d]*)?[）)]/gu;
/** Whether nothing but figures is listed up to here. */
function isListed(said: string): boolean {
  const isNumbered = ITEM.test(said);
  const goesOn = (each: string) =>
    each.trim() === "" || ITEM.test(each) || (/\d/.test(each) && !ENDS.test(each) && (isNumbered || !DONE.test(each)));
  return said.replace(BRACKETS, "").split("。").every(goesOn);
}

/** ■主要预期目标 ⏎ ●总值增长6% ⏎ ●…: items one below the other, each with its figure, up to the next heading that is numbered alike. */
function isUnderHeading(text: string, lines: readonly Line[], line: number): boolean {
  const numberings = new Set([lines[line]?.numbering]);
  for (let above = line - 1; above >= Math.max(0, line - FARTHEST_LINE); above--) {
    const { start, end, isHeading, numbering } = lines[above] ?? {
      start: 0,
      end: 0,
      isHeading: false,
      numbering: null,
    };
    const said = text.slice(start, end);
    if (end - start <= LONGEST_HEAD && HEADING.test(said))
      return (isHeading || /[：:][\s　]*$/u.test(said)) && (numbering === null || !numberings.has(numbering));
    // 主要预期目标是：总值增长6%；⏎收入增长5%；
    if (/[；;，,、][\s　]*$/u.test(said) && OPENS.test(said)) return true;
    numberings.add(numbering);
    if (isBesideItem(said)) continue;
    if (said.length > LONGEST_HEAD || ENDS.test(said) || !/[\d增同]/u.test(said)) return false;
  }
  return false;
}

/** 责任单位：甲局，乙局; 甲局, a cell of its own: who answers for the item above, and the labels of a table's head. */
function isBesideItem(line: string): boolean {
  const said = line.trim();
  return (
    said === "" ||
    BESIDE.test(said) ||
    (said.length <= LONGEST_UNIT && (EACH.test(said) || PERSON.test(said) || AUTHORITY_ENDING.test(said)))
  );
}
const LONGEST_UNIT = 30;
const BESIDE =
  /^(?:(?:牵头|责任|配合|主办|协办|协同|承办|落实)(?:责任)?(?:单位|部门|领导|人)|完成(?:时限|时间))(?:[：:].*)?$|^[（(][^\d]*[）)]$|^(?:序号|指标(?:名称)?|目标(?:值|任务)?|备注)$|^[^\d]{2,12}(?:[|｜\t][^\d]{1,12})+$/u;
const PERSON = new RegExp(`^[${SURNAMES}][\\u4e00-\\u9fff]{1,2}$`, "u");
const EACH = /^各[省市县区州乡镇街]/u;
