/** Figures that are said of each of several, and of each month: 每个乡镇建成1个 is no total of the place that promises it. */
import { trimmedEnd } from "./blanks";
import type { Draft } from "./drafts";

/** 幼儿园、小学各2所, 两个园区各至少引进3家. */
const EACH_BEFORE = /[\u4e00-\u9fff）”]各(?:至少|不少于|不低于|新增|新建|建成|建设|创建|引进|培育|打造|完成|安排)*$/u;
const OF_A_PLACE =
  "省|市|县|区|州|盟|旗|镇|乡|村|街道|社区|乡镇|镇街|学校|中小学|校|医院|园区|单位|部门|企业|班级|支部|小区|站|所|点";
/** 每个乡镇至少建成1个, 每村一处. */
const EACH_PLACE = new RegExp(
  `每(?:一?[个所家座处])?(?:行政|建制|自然|中心|重点|街|城)?(?:${OF_A_PLACE})(?![^，。；]*(?:补助|补贴|奖励|给予))`,
  "u",
);
/** 各县（市、区）新建2所, 推动各乡镇至少建成1个; 全市各乡镇新建40座 is the city's. */
const PLACES = `各(?:${OF_A_PLACE}|、|[（(][^）)\n]{1,10}[）)])+(?:人民)?(?:政府)?`;
const BY_EACH = new RegExp(
  `(?<![全本我][省市县区州旗])${PLACES}(?:要|都|均|分别)*(?:至少|不少于|不低于)|(?<![\u4e00-\u9fff])${PLACES}(?:要|都|均|分别)*(?:建有|建成|建设|新建|打造|创建|培育|设立|配备|开展|组织|选树|安排|确保|完成)`,
  "u",
);
/** 每月举办2场, 每季度至少1次; 每年 is a period. */
const EACH_TIME = /每(?:个)?(?:月|周|季度?|半年|天|日|学期)(?![^，。；]{0,12}(?:元|补贴|补助|标准))[^，。；]{0,20}$/u;
const LONGEST_HEAD = 60;

/**
 * Whether a draft's figure is each one's of several, or each month's: summed up nowhere, and no total.
 * @example isOfEach("每个乡镇建成养老服务中心1个", draft) // true
 */
export function isOfEach(text: string, { kind, span: [start] }: Draft): boolean {
  if (kind !== "flow" && kind !== "stock") return false;
  const before = text.slice(Math.max(0, start - LONGEST_HEAD), start);
  if (!/[各每]/u.test(before)) return false;
  const clause = trimmedEnd(/[^，。；：\n]*$/u.exec(before)?.[0] ?? "");
  return EACH_BEFORE.test(clause) || EACH_PLACE.test(clause) || BY_EACH.test(clause) || EACH_TIME.test(clause);
}
