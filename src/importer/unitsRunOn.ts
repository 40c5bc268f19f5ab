/** Units in tables whose cells run on without anything between them: …责任单位协办单位1扩充学位…新增学位600个。何山教育局各街道2…. */
import { isUnitWord } from "../core/unitWords";
import { SURNAMES } from "./lexicon";
import { ownersIn, type Written } from "./owners";

/** 责任单位协办单位1扩充学位: the head, and the number of the first row. */
const RUN_TOGETHER =
  /(?:牵头|责任|主办)(?:责任)?(?:单位|部门)(?:[ 　]*(?:配合|协同|协办|责任)(?:单位|部门))?[ 　]*(?:(?:完成)?时限[ 　]*)?1(?=[ 　]*[\u4e00-\u9fff])/u;
/** With what the names of bureaus begin: 何海平教育局 is 何海平 and 教育局. */
const STEMS =
  "教育|教体|人社|人力|民政|住建|住房|城管|城市|卫健|卫生|农业|水利|水务|交通|财政|发改|发展|工信|经信|商务|文旅|文体|文化|文广|市监|市场|应急|公安|司法|自然|生态|环保|林业|科技|体育|退役|医保|审计|统计|税务|行政|审批|数据|大数据|园林|招商|投资|规划|国资|金融|粮食|信访|机关";
const BEHIND_TASK = new RegExp(
  `[。；][ 　]*(?:[${SURNAMES}][\\u4e00-\\u9fff]{1,2}?[ 　]*)?([市县区州旗]?(?:${STEMS})[\\u4e00-\\u9fff]{0,6}?(?:局|委|办|中心))(?=[\\u4e00-\\u9fff\\d、\\s]|$)(?!员|会|理|法|将|要)`,
  "gu",
);
/** The head again, on the next page. */
const HEAD_AGAIN = /序号[\u4e00-\u9fff]{2,40}(?:单位|部门)/u;

/**
 * The units of such a table, each with where what it answers for begins: no row takes another's. Where a second task of a row has none of
 * its own, their cell is merged, and the row's unit answers for it; but only where the row is seen to end.
 */
export function behindTasks(text: string): Written[] {
  const head = RUN_TOGETHER.exec(text);
  if (head === null) return [];
  const units = [...text.matchAll(BEHIND_TASK)].flatMap(({ index, 0: said, 1: name = "" }): Written[] => {
    const owners = ownersIn(name, true);
    return owners ? [{ ...owners, start: index + said.search(/[^。；\s　]/u), end: index + said.length }] : [];
  });
  const rows = rowStarts(text, head.index + head[0].length - 1, units);
  return rows.flatMap((from, row) => {
    const next = rows[row + 1];
    const own = units.filter(({ start }) => start >= from && start < (next ?? Infinity));
    const named = own.map((unit, index) => (index === 0 ? { ...unit, from } : unit));
    return next === undefined ? named : [...named, ...restOfRow(text, own, next)];
  });
}

/** What a row says behind its only unit: 甲局各街道改造5家。⏎2…. */
function restOfRow(text: string, own: readonly Written[], next: number): Written[] {
  const [unit] = own;
  if (!unit || own.length > 1) return [];
  const rest = text.slice(unit.end, next);
  const end = unit.end + (HEAD_AGAIN.exec(rest)?.index ?? rest.length);
  return /\d[^。]*。/u.test(text.slice(unit.end, end)) ? [{ ...unit, start: end, end, from: unit.end }] : [];
}

/** Who helps: 各街道, 高新区（东镇）; a page may break in it, with its number: ⏎2、. */
const HELPERS = /^(?:[^。；，\d]|\d{1,2}月底?前?|\n\d{1,3}、){0,60}$/u;

/** Where the rows begin: each number one more than the last, behind the units of the row before, a stop or the head. */
function rowStarts(text: string, first: number, units: readonly Written[]): number[] {
  const rows = [first];
  let at = 0; // of the units, the last one before
  for (let from: number | undefined = first; from !== undefined;) {
    const number = new RegExp(
      `(?<=[\\u4e00-\\u9fff）)。；][ 　]*)${rows.length + 1}(?=[ 　]*[\\u4e00-\\u9fff“])`,
      "gu",
    );
    number.lastIndex = from + 1;
    let found: number | undefined;
    for (let match = number.exec(text); match && found === undefined; match = number.exec(text)) {
      while ((units[at + 1]?.end ?? Infinity) <= match.index) at++;
      const unit = units[at];
      const isBehindUnits = unit !== undefined && unit.end > from && HELPERS.test(text.slice(unit.end, match.index));
      const before = text.slice(Math.max(0, match.index - 6), match.index).trimEnd();
      const counted = text.slice(number.lastIndex, number.lastIndex + 1); // 各街道改造5家 is no row
      if (isBehindUnits ? !isUnitWord(counted) : /(?:。|单位|部门|时限)$/u.test(before)) found = match.index;
    }
    if (found !== undefined) rows.push(found);
    from = found;
  }
  return rows;
}
