/** What single cells of a table say besides figures: names, who answers, by when, in which unit. */
import { withoutPeople } from "./owners";
import { day, dayOfSerial, daysIn, parsePeriod } from "../core/periods";
import type { Day } from "../core/types";
import { isUnitWord } from "../core/unitWords";

const NUMBERING =
  /^(?:\s|[★☆*●○◆▲△■□#※·]|其中[：:]?|第[一二三四五六七八九十\d]{1,3}[条项][：:、.]?|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、.．]|\d{1,3}(?:\.\d{1,2})*[、.．)）](?!\d)|[①-⑳])+/u;
const ATTRIBUTE = /[（(](?:约束性|预期性|指导性|必成|力争|必保|新增|市级|省级|正向|逆向|反向|重点|民生)[）)]/gu;

/** A cell's indicator as a name: without its numbering, its unit in brackets, its footnote. @example indicatorName("（一）新增学位（个）") // "新增学位" */
export function indicatorName(cell: string): string {
  return cell
    .replace(/\s+/gu, "")
    .replace(NUMBERING, "")
    .replace(ATTRIBUTE, "")
    .replace(/[（([【]([^（）()[\]【】]{1,14})[）)\]】]/gu, (whole, inside: string) =>
      isUnitWord(inside.replace(/^(?:计量)?单位[：:]/u, "")) ? "" : whole,
    )
    .replace(/[*※：:；;，,。、]+$/u, "");
}

const SEPARATOR = /[、，,；;／/\s]+/u;
const LONGEST_NAME = 24;

export interface Responsible {
  readonly lead: string | null;
  readonly supporting: readonly string[];
}

/** A list of units: the first leads unless （牵头） marks another, what follows 配合 supports. */
function responsibleIn(cell: string): Responsible {
  const supporting: string[] = [];
  const leads: string[] = [];
  let marked: string | null = null;
  // 牵头单位：市教育局 配合单位：市财政局, in one cell.
  for (const stretch of cell.split(/(?=(?:牵头|主办|责任|配合|协办|协助|参与)(?:单位|部门)?[：:])/u)) {
    const label = /^(牵头|主办|责任|配合|协办|协助|参与)(?:单位|部门)?[：:]/u.exec(stretch);
    const isSupport = label !== null && /配合|协|参与/u.test(label[1] ?? "");
    for (const written of stretch.slice(label?.[0].length ?? 0).split(SEPARATOR)) {
      const isMarked = /[（(](?:牵头|主办|负责)(?:单位)?[）)]|牵头$/u.test(written);
      const isHelp = /[（(](?:配合|协办|协助|参与)(?:单位)?[）)]|配合$/u.test(written);
      const name = written
        .replace(/[（(](?:牵头|主办|负责|配合|协办|协助|参与)(?:单位)?[）)]|(?:牵头|配合)$/gu, "")
        .trim();
      if (name.length < 2 || name.length > LONGEST_NAME || /^[-—/／无]+$/u.test(name)) continue;
      if (isSupport || isHelp) supporting.push(name);
      else leads.push(name);
      if (isMarked && marked === null) marked = name;
    }
  }
  const units = withoutPeople(leads);
  const lead = marked ?? units[0] ?? null;
  return { lead, supporting: [...units.filter((name) => name !== lead), ...supporting] };
}

/** Names parted as in a list. A bracket may hold the mark: 各县（市、区） is one name. */
function namesIn(cell: string): string[] {
  const { lead, supporting } = responsibleIn(protect(cell.replace(/[。；;]\s*$/u, "")));
  return [...(lead === null ? [] : [lead]), ...supporting].map(unprotect);
}

// 各县（市、区）人民政府: the mark inside the bracket parts nothing.
const PROTECTED = "\ue000";
const protect = (text: string) => text.replace(/[（(][^（）()]*[）)]/gu, (inside) => inside.replace(/、/gu, PROTECTED));
const unprotect = (text: string) => text.replaceAll(PROTECTED, "、");

/** @returns lead and supporting of the two cells of a row together */
export function responsibleOf(leadCell: string, supportingCell: string): Responsible {
  const { lead, supporting } = responsibleIn(protect(leadCell.replace(/[。；;]\s*$/u, "")));
  const all = [...supporting.map(unprotect), ...namesIn(supportingCell)];
  const own = lead === null ? null : unprotect(lead);
  return { lead: own, supporting: all.filter((name, index) => name !== own && all.indexOf(name) === index) };
}

/** The last day that a 完成时限 names, or null: 12月底, 2026年6月, 2026/9/30, 三季度末, 年底, 46295. */
export function dueIn(cell: string, year: number | null): Day | null {
  const text = cell
    .normalize("NFKC")
    .replace(/\s/gu, "")
    .replace(/(?:前|之前|以前|内|完成|办结|竣工|完工|建成|投用|验收|交付|全部|基本|底前|末前|止)+$/u, "")
    .replace(/^(?:力争|确保|计划|预计|于|在|至|截至|到)/u, "");
  if (text === "" || /^(?:长期|持续|常态|每[月季年]|贯穿)/u.test(text)) return null;
  if (/^\d{5}$/.test(text)) return dayOfSerial(Number(text));
  const own = year ?? 0;
  if (/^(?:(20\d\d)年)?(?:全年|年底|年末|年内|年度|12月底?|十二月底?)$/u.test(text) || /^20\d\d年?底?$/u.test(text)) {
    const named = Number(/^20\d\d/.exec(text)?.[0] ?? own);
    return named > 0 ? `${named}-12-31` : null;
  }
  const dated = /^(20\d\d)[-./年](\d{1,2})[-./月](\d{1,2})日?$/u.exec(text);
  const monthed = /^(20\d\d)[-./年](\d{1,2})月?(?:底|末|份)?$/u.exec(text);
  const month = /^(\d{1,2})月(?:份)?(?:底|末)?$/u.exec(text)?.[1];
  if (month !== undefined && own > 0 && Number(month) >= 1 && Number(month) <= 12)
    return day(own, Number(month), daysIn(own, Number(month)));
  const dayed = /^(\d{1,2})月(\d{1,2})日$/u.exec(text);
  const candidates = dated
    ? `${dated[1]}-${(dated[2] ?? "").padStart(2, "0")}-${(dated[3] ?? "").padStart(2, "0")}`
    : monthed
      ? `${monthed[1]}-${(monthed[2] ?? "").padStart(2, "0")}`
      : dayed
        ? `${own}-${(dayed[1] ?? "").padStart(2, "0")}-${(dayed[2] ?? "").padStart(2, "0")}`
        : text;
  if (own === 0 && !dated && !monthed) return null;
  try {
    const period = parsePeriod(candidates, own);
    // A day that reads as a whole month to its end: the day itself is what a deadline means.
    return dated ? candidates : period.to;
  } catch {
    return null;
  }
}

/** The unit a cell names, or an empty text: 个, 单位：个, （万元）. */
export function unitOfCell(cell: string): string {
  const text = cell
    .replace(/^(?:计量)?单位[：:]/u, "")
    .replace(/^[（(](.*)[）)]$/u, "$1")
    .replace(/\s/gu, "");
  if (/^1\/10?万$/u.test(text)) return text.slice(1); // 1/10万: how many of 100,000
  return isUnitWord(text) ? text.normalize("NFKC").replace("m²", "m2") : "";
}
