/**
 * Which part of an indicator's name still means the indicator (ours; RULES: Names). 技改投资增速 may be called 技改, and
 * 筹集保障性租赁住房 租赁住房; but 小学新增学位 is not 中小学新增学位, and GDP not 单位GDP能耗. What is left off decides.
 */
import type { Kind } from "./types";

/** What must not be left off in front: it makes another word of the next, or counts against something. */
const BOUND_BEFORE = /(?:[中大小高老新特非不未无负反去减降增超免失副次亚准逆]|均|单位|每.{0,3}|[百千万亿]元)$/; // 中小学, 不合格率, 去产能, 人均, 万元GDP能耗
/** What says of which of them: the figure of some is not the figure of all. */
const SOME_BEFORE =
  /(?:规上|规模以上|限上|限额以上|民间|民营|外商|外资|国有|民办|农村|城镇|城市|农业|非农|国家级|省级|市级|县级|区级|其他|其余|部分|第[一二三])$/;
/** What makes another word of the end. */
const BOUND_AFTER = /^(?:生|家|园|化|性|员)/;
/** What tells of a share or of a change, and no more of the thing itself. */
const SHARE_AFTER = /^(?:占|比重)/;
const CHANGE_AFTER = /^(?:同比)?(?:增速|增长|增幅|增量|降幅|跌幅|减幅|下降|降低|回落)/;
/** Verbs that end in a character of {@link BOUND_BEFORE}, and bind nothing. */
const VERBS = /(?:创新|更新|翻新|新增|推高|扩大|做大|提高)$/;

/**
 * Whether part of a name may stand for the whole. Names are as `normaliseName` compares them, and `known` contains `typed`.
 * @example standsFor("小学新增学位", "中小学新增学位", "flow") // false
 */
export function standsFor(typed: string, known: string, kind: Kind): boolean {
  // Once is enough: a name that repeats the part somewhere harmless still holds it there.
  for (let at = known.indexOf(typed); at >= 0; at = known.indexOf(typed, at + 1)) {
    const [before, after] = [known.slice(0, at), known.slice(at + typed.length)];
    const isBoundBefore = (BOUND_BEFORE.test(before) && !VERBS.test(before)) || SOME_BEFORE.test(before);
    const isBoundAfter =
      BOUND_AFTER.test(after) || SHARE_AFTER.test(after) || (kind === "growth" && CHANGE_AFTER.test(after));
    const isWithinNumber = (/\d$/.test(before) && /^\d/.test(typed)) || (/^\d/.test(after) && /\d$/.test(typed));
    if (!isBoundBefore && !isBoundAfter && !isWithinNumber) return true;
  }
  return false;
}
