/** Lists of units: who leads and who helps. 牵头单位：A；配合单位：B · A牵头，B配合 · A、B（牵头） · A alone. */
import { AUTHORITY_ALONE, AUTHORITY_ENDING, NO_UNIT } from "./authorityNames";
import { SURNAMES } from "./lexicon";

export interface Owners {
  /** As written; several where a list names them alike. The first answers. */
  readonly lead: readonly string[];
  readonly supporting: readonly string[];
}

/** Units as a text names them. */
export interface Written extends Owners {
  readonly start: number;
  readonly end: number;
  /** Where what they answer for begins, where that is no more than a sentence. */
  readonly from?: number;
}

/** A stretch of the text and the department that answers for it. */
export interface Responsibility {
  readonly start: number;
  readonly end: number;
  /** As written; several lead units are joined by 、. */
  readonly department: string;
  /** Units that help, as written. */
  readonly supporting: readonly string[];
  readonly from: "unitLine" | "speaker" | "heading" | "page";
  readonly speaker: string | null;
  /** How far from its beginning it only may belong to the department: what stands above the first bureau that is named. */
  readonly doubtfulTo?: number;
  /** The bureau from which the page is heard, where another speaks: behind its paragraph either may go on. */
  readonly pageOf?: string | undefined;
}

type Role = "lead" | "supporting";

const LEADING_LABEL =
  /^(?:[省市县区州]级)?(?:牵头责任|牵头负责|牵头|主办|责任|承办|主管|负责|组织实施|实施|主责|落实|回复|答复|办理|填报|报送|发布|承诺)(?:(?:单位|部门|机构|主体)|(?<=主办|承办|牵头|主责)(?=\s*[：:]))(?:及责任人|名称|（[^）]{0,10}）)?\s*[：:]\s*|^单位名称\s*[：:]\s*/u;
const HELPING_LABEL = /^(?:配合|协办|协助|参与|参加|协同|督办|责任)(?:单位|部门|领导|人)?\s*[：:]\s*/u;
const LEADING_WORD =
  /(?:等)?(?:共同|分别)?(?:牵头(?:负责|落实|实施)?|(?:具体|分工|按职责分工|按职责)?负责(?:落实)?|主办)$/u;
const HELPING_WORD = /(?:等)?(?:按职责)?(?:分工)?(?:配合|协办|协助|参与)(?:落实)?$/u;
const MARKED_LEAD = /[（(]牵头[）)]$/u;
// 各县（市、区）, 各县〔区〕政府, 各州、市人民政府: every place helps, and is one member of the list.
const EVERY_PLACE =
  /各(?:(?:[州市县区乡镇]、)+[州市县区乡镇]|[省市县区州乡镇街]+(?:[（(〔［[【<{][^（）()〔〕［］[\]【】<>{}]{1,8}[）)〕］\]】>}])?|地级以上市|街道)(?:区|市)?(?:人民)?(?:政府|街道)?(?:（[^（）]{1,8}）)?/gu;
/** （列第一位者为牵头单位，下同）: how to read the list, and no member of it. */
const NOTE = /[（(][^（）()]*(?:第一位|首位|下同|为牵头|排名|按职责|按分工)[^（）()]*[）)]/gu;
/** 排在第一位的为牵头单位: the first alone leads. */
const FIRST_LEADS = /(?:第一位|首位|排名第一)[^。；\n]{0,8}?(?:牵头|主办|汇总|责任)/u;
/** The same said of all lists to come. @example firstLeadsThroughout("（首位单位为牵头单位，下同）") // true */
export const firstLeadsThroughout = (text: string): boolean => FIRST_LEADS.test(text) && /下同|以下同/u.test(text);
/** A list whose first unit leads. */
export const ledByFirst = <List extends Owners>(list: List): List => ({
  ...list,
  lead: list.lead.slice(0, 1),
  supporting: [...list.lead.slice(1), ...list.supporting],
});
/** 市水利局等部门, 省能源局等省有关部门: more than are named. */
const AND_OTHERS =
  /等(?:[^、，；;。]{0,8}?(?:部门|单位|委办局))?(?=[、，,；;。和及与\s]|$|按|分工|具体|共同|负责|配合|参与|牵头|协)/gu;

/** 市农工委，市农业局: a comma between two units lists them as 、 does, where none is said to lead. */
const BETWEEN_UNITS =
  /(?<=[局委厅办院会心司])[，,](?=(?!各)[\u4e00-\u9fff]{2,14}(?<!管委)(?:局|委|厅|办|院|会|中心|公司|集团)(?:[、，,；;。\s]|$))/gu;

/** 、 behind 牵头 parts who leads from who helps: 区水务局牵头、各镇配合. */
const PARTED =
  /[；;，,。]|(?<=牵头|负责|主办)、|[\s　]+(?=(?:牵头|主办|责任|配合|协办|协助|协同|参与)(?:单位|部门|领导|人)?[：:])/u;
/** 6月底前完成, 完成时限：…, 责任人：…: beside units, but none. */
const BY_WHEN =
  /^(?:(?:完成)?(?:时限|时间)|责任(?:人|领导)|(?:牵头|分管|包抓|联系)?(?:市|县|区)?(?:领导|副[市县区]长))[：:]|^(?:力争|确保|于)?(?:20\d\d年)?(?:\d{1,2}月|年|[一二三四]季度|上半年)[^、]{0,8}$|^(?:全年|持续|长期)(?:推进|实施|坚持)?$/u;

/**
 * Who answers, from the words in a bracket or behind a label; null where they name no units.
 * @param isLabelled whether a label (责任单位：) told that units follow, so that any name is one
 * @example ownersIn("市教育局牵头，市财政局配合") // { lead: ["市教育局"], supporting: ["市财政局"] }
 */
export function ownersIn(written: string, isLabelled = false): Owners | null {
  const lead: string[] = [];
  const supporting: string[] = [];
  const places: string[] = [];
  let mayBeAny = isLabelled;
  let said: Said = isLabelled ? "labelled" : null;
  const isMerelyListed = isLabelled || LEADING_LABEL.test(written) || !/牵头|主办|配合|协/u.test(written);
  const rest = written
    .replace(isMerelyListed ? BETWEEN_UNITS : /$^/u, "、")
    .replace(NOTE, "")
    .replace(TOGETHER_WITH, "牵头，")
    .replace(AND_OTHERS, "")
    .replace(EVERY_PLACE, (place) => {
      places.push(place);
      return "";
    });
  // 县财政局和各镇配合: what joined the places is left over.
  const parts = rest
    .replace(/(?:[和及]|(?<!参)与)(?=[、，]|配合|协助|按职责|分工|共同|负责|$)/gu, "")
    .split(PARTED)
    .filter((part, _, all) => !BY_WHEN.test(part.trim()) && !(all.length > 1 && areNamesOfPeople(part)));
  for (const [index, part] of parts.entries()) {
    const told = roleOf(part.trim(), lead.length > 0, said, index === 0 || lead.length === 0 ? "lead" : "supporting");
    mayBeAny ||= told.said === "labelled";
    said ??= told.said;
    const names = withoutPeople(namesIn(told.names));
    const marked = names.filter((name) => MARKED_LEAD.test(name)).map((name) => name.replace(MARKED_LEAD, ""));
    const plain = names.filter((name) => !MARKED_LEAD.test(name) && isUnit(name, mayBeAny));
    const isAllUnits = plain.length + marked.length === names.length;
    // Who leads is a unit by name; who helps may be any that stands beside it: 各镇街、园区.
    if (!mayBeAny && !isAllUnits && (told.role === "lead" || told.said === null) && !standBeside(lead, plain, names))
      return null;
    if (told.role === "lead" && marked.length > 0) {
      lead.push(...marked);
      supporting.push(...plain);
    } else (told.role === "lead" ? lead : supporting).push(...(isAllUnits || mayBeAny ? plain : names.filter(isShort)));
  }
  if (said === null && !AUTHORITY_ALONE.test(lead[0] ?? "")) return null;
  if (lead.length === 0) return null;
  const owners = { lead, supporting: [...supporting, ...places] };
  return FIRST_LEADS.test(written) ? ledByFirst(owners) : owners;
}

/** The members of a list. Behind the last of them a table's cells may have run on: 市交通局 东区 西区 合计 年度目标 3 5. */
function namesIn(written: string): readonly string[] {
  const names = written.split(/[、\s　/／]+/u).filter((name) => name !== "" && !NO_UNIT.test(name));
  return names.some((name) => OF_A_TABLE.test(name)) ? names.filter((name) => AUTHORITY_ENDING.test(name)) : names;
}
const OF_A_TABLE = /^(?:合计|总计|小计|(?:年度|全年)?(?:目标|任务)[值数]?|实际完成)$/u;

/** How it was told that units are named. */
type Said = "labelled" | "leads" | "answers" | null;

const isShort = (name: string) => /^[\u4e00-\u9fff]{2,16}$/u.test(name) && !NO_UNIT.test(name);
/** （县交通局、县公路段）: behind a bureau whatever is listed with it is a unit. */
const standBeside = (lead: readonly string[], units: readonly string[], names: readonly string[]) =>
  AUTHORITY_ALONE.test(lead[0] ?? names[0] ?? "") &&
  names.length < LONGEST_UNITS &&
  names.every(isShort) &&
  units.length > 0;
const LONGEST_UNITS = 16;

/** Who helps, behind 配合单位：, as written; null where the words name no helpers. */
export function helpersIn(written: string): readonly string[] | null {
  const label = HELPING_LABEL.exec(written);
  const owners = label ? ownersIn(`责任单位：${written.slice(label[0].length)}`, true) : null;
  return owners && [...owners.lead, ...owners.supporting];
}

function roleOf(
  part: string,
  hasLead: boolean,
  before: Said,
  otherwise: Role,
): { role: Role; names: string; said: Said } {
  const helping = hasLead || /^配合|^协/u.test(part) ? HELPING_LABEL.exec(part) : null;
  if (helping) return { role: "supporting", names: part.slice(helping[0].length), said: "labelled" };
  const leading = LEADING_LABEL.exec(part);
  if (leading)
    return { role: "lead", names: part.slice(leading[0].length).replace(LEADING_WORD, ""), said: "labelled" };
  const unled = part.replace(/^由/u, "");
  const asHelp = HELPING_WORD.exec(unled);
  if (asHelp) return { role: "supporting", names: unled.slice(0, asHelp.index), said: "leads" };
  const asLead = LEADING_WORD.exec(unled);
  if (!asLead) return { role: otherwise, names: unled, said: null };
  // 市教育局牵头，市财政局按职责分工负责: whoever answers beside a lead helps it.
  const leads = asLead[0].includes("牵头") || asLead[0].includes("主办");
  const role = before === "leads" && hasLead && !leads ? "supporting" : "lead";
  return { role, names: unled.slice(0, asLead.index), said: leads ? "leads" : "answers" };
}

/** 何山、李江，市教育局: who of the government looks after it. */
const areNamesOfPeople = (part: string): boolean =>
  part
    .trim()
    .split(/[、\s　]+/u)
    .every((name) => PERSON.test(name) && !AUTHORITY_ENDING.test(name));
/** 市教育局会同市财政局: the first leads. */
const TOGETHER_WITH = /(?<=[局委厅办院会心司])会同(?=[\u4e00-\u9fff]{2})/u;

/** 市民政局 王小明: who heads it stands beside it. */
export function withoutPeople(names: readonly string[]): readonly string[] {
  return AUTHORITY_ENDING.test(names[0] ?? "")
    ? names.filter((name) => name.length > 3 || AUTHORITY_ENDING.test(name) || !PERSON.test(name))
    : names;
}
const PERSON = new RegExp(`^[${SURNAMES}伍][\\u4e00-\\u9fff]{1,2}$`, "u");

function isUnit(name: string, mayBeAny: boolean): boolean {
  if (name.length < 2 || name.length > 24 || NO_UNIT.test(name) || /[\d：:]/u.test(name)) return false;
  return mayBeAny || AUTHORITY_ENDING.test(name);
}
