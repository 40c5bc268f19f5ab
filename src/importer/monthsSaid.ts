/** Months and years that are over by what is counted of them: 1-6月份，开工64个, “十四五”前四年累计下降. */
import type { TimeSaid } from "./timeSaid";

/** 1-6月份，开复工项目64个: what was counted over the first months, where its sentence promises nothing. */
const MONTHS_COUNTED =
  /(?<=^|[。；\n])[\s　]*(?:20\d\d年|今年)?1\s?[-—–~～至到]\s?\d{1,2}月份?[，,]?(?![^。；\n]*(?:力争|确保|计划|预计|目标|争取|将|要|拟))(?=[^。；\n]*\d)/gu;
export function monthsCounted(text: string): TimeSaid[] {
  if (!/1\s?[-—–~～至到]\s?\d{1,2}月/u.test(text)) return [];
  return [...text.matchAll(MONTHS_COUNTED)].map(({ index, 0: word }) => ({
    at: index,
    end: index + word.length,
    tense: "past",
    isLasting: false,
    until: Infinity,
    isWeak: false,
  }));
}

/** “十四五”前四年累计下降17%: years that are over, in their clause. */
export function yearsBefore(text: string): TimeSaid[] {
  return [
    ...text.matchAll(
      /(?<![之以目学产])前[两二三四]年(?=[^，。；\n\d]{0,16}(?:累计|年均|平均|共|已|完成|实现)[^，。；\n]{0,12}\d)/gu,
    ),
  ].map(({ index, 0: word }) => {
    const end = index + word.length;
    const stop = text.slice(end, end + 60).search(/[，。；\n]/u);
    return { at: index, end, tense: "past", isLasting: false, until: end + (stop < 0 ? 60 : stop), isWeak: false };
  });
}
