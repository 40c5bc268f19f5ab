/** Periods that reach over a sentence which says none: of the paragraph's opening, of a plan's heading, of the year or years begun before. */
import type { Line, Sentence } from "./layout";
import { periodsIn, type PeriodFound } from "./periods";
import { planSections, type PlanSection } from "./planSections";

const LONGEST_OPENING = 80;
const LONGEST_BEFORE = 160;
/** 到2030年，…; 确保到2030年底，…: when levels listed behind are due. */
const BY_THEN = /(?:^|[。；，\n：])[\s　]*(?:力争|争取|确保|努力)?到20\d\d年[底末]?[，,]/gu;
/** 5年内组织…, “十五五”期间，… at the head of a sentence: what the rest of the paragraph is due in. */
const WITHIN_THEN =
  /(?:^|[。\n：])[\s　]*(?:[^，。；：\n]{1,16}[。：])?(?:[三五35]年内|(?:今后|未来)[三五35]年[，,]?|“十[一二三四五六]五”(?:期间|时期)[，,])/gu;
const OTHER_TIME = /20\d\d年|今年|明年|目前|时期|期间|每年|年内|当年|本年|全年|年度/u;
const LEVEL =
  "(?:达到?|增加到|提高到|提升到|扩大到|稳定在|保持在|控制在|突破|超过|降到|降至|年均(?:增长|递增|递减|下降))";
/** 规模达到5亿元、产量达到3万吨: a clause of levels. No word of a level is passed over, so that there is one way to read it. */
const LEVELS = new RegExp(
  `^[\\s　]*(?:(?!${LEVEL})[^：\\d]){0,24}${LEVEL}(?:(?:(?!${LEVEL})[^：]){0,40}${LEVEL})*(?:(?!${LEVEL})[^：]){0,16}$`,
  "u",
);
/** 结构更优; 进入全省前10位: what may be said behind them. */
const BESIDE_LEVELS = /^[^：\d]{2,30}$|^[^：\d]{2,16}前\d{1,3}[位名强]$/u;
function isOfLevelsAlone(sentence: string): boolean {
  const clauses = sentence.split(/[，；。]/u).filter((clause) => clause.trim() !== "");
  return clauses.every((clause, at) => LEVELS.test(clause) || (at > 0 && BESIDE_LEVELS.test(clause)));
}
const OPENING = /^[^。；\n]{0,70}?(?:目标|任务)[^。；\n]{0,6}[：:]/u;
/** 方案提出，到2027年…: what a plan says of one year, as the report of another tells it. */
const PLAN_SAYS =
  /^[^。；\n]{0,40}?(?:方案|规划|计划|意见|纲要|通知)》?(?:中|还|也)*(?:提出|明确|要求|指出|表示|确定)[，,：:]到?20\d\d年(?:底|末|前|后)*/u;

export class PeriodsOver {
  private announced: { readonly line: number; readonly period: PeriodFound | null } | null = null;
  private plans: readonly PlanSection[] | null = null;

  /** @param otherwise the period of what nothing dates */
  constructor(
    private readonly text: string,
    private readonly lines: readonly Line[],
    private readonly year: number | null,
    private readonly otherwise: string | null,
  ) {}

  /** What dates a sentence that says no time itself, or null. */
  over(sentence: Sentence): PeriodFound | null {
    const announced = this.begunBefore(sentence) ?? this.announcedOver(sentence);
    if (announced !== null) return announced;
    return this.planOver(sentence.line) === this.otherwise ? this.goneOn(sentence) : null;
  }

  /** The years of the plan whose heading a line stands under; else what holds for the whole text. */
  planOver(line: number): string | null {
    this.plans ??= planSections(this.text, this.lines, this.year);
    const plan = this.plans.find(({ first, end }) => first <= line && line < end);
    return plan?.years ?? this.otherwise;
  }

  /** 到2027年，总值达到9亿元。产量达到5万吨: what is listed behind is due then, until another time is said. */
  private begunBefore({ line, start, end }: Sentence): PeriodFound | null {
    const begin = this.lines[line]?.start ?? start;
    if (begin >= start) return null;
    const before = this.text.slice(Math.max(begin, start - LONGEST_BEFORE), start);
    const isOfLevels = isOfLevelsAlone(this.text.slice(start, end));
    const said = [...before.matchAll(isOfLevels ? BY_THEN : WITHIN_THEN)].at(-1);
    if (!said || OTHER_TIME.test(before.slice(said.index + said[0].length))) return null;
    const by = periodsIn(said[0], start, this.year).at(-1);
    return by ? { period: by.period, isImplied: false } : null;
  }

  /** 到2027年浓度下降12%。其中，甲市下降18%: within the same years. */
  private goneOn({ line, start }: Sentence): PeriodFound | null {
    if (!/^[\s　]*其中/u.test(this.text.slice(start, start + 4))) return null;
    const begin = this.lines[line]?.start ?? start;
    const before = this.text.slice(Math.max(begin, start - LONGEST_BEFORE), start);
    const said = periodsIn(before, start - before.length, this.year).at(-1);
    return said ? { period: said.period, isImplied: false } : null;
  }

  /** “十五五”时期的目标是：… — what opens a paragraph dates all of it. */
  private announcedOver({ line, start }: Sentence): PeriodFound | null {
    if (this.announced?.line !== line) {
      const begin = this.lines[line]?.start ?? start;
      const opening = this.text.slice(begin, Math.min(start, begin + LONGEST_OPENING));
      const head = (OPENING.exec(opening) ?? PLAN_SAYS.exec(opening))?.[0] ?? "";
      const said = head === "" ? undefined : periodsIn(head, begin, this.year).at(-1);
      this.announced = { line, period: said ? { period: said.period, isImplied: false } : null };
    }
    return this.announced.period;
  }
}
