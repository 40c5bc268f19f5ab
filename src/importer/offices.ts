/** Offices and who holds them: 市教育局局长王明, 市委教育工委书记、市教体局局长韩梅, 何山（市水务局局长）. Whoever holds several answers for one. */
import { AUTHORITY_BEFORE, fromItsLevel, namesNobody } from "./authorityNames";
import { SURNAMES } from "./lexicon";
import type { MarkedWord } from "./scan";
import type { Voice } from "./voiceReach";

const either = (words: string) => words.split(" ").join("|");

const SAYS = either(
  "接受 建议 呼吁 表示 说 介绍 指出 谈到 认为 谈 强调 告诉 透露 宣布 坦言 回应 补充 汇报 通报 解读 解答 解释 承诺 提出 提到 直言 发言 回答 答道",
);
/** What stands between who speaks and that he does: 在会上, 围绕学位供给, 还. */
const HOW_HE_SAYS = "(?:还|也|则|又|同时|随后|最后|进一步)?(?:[在就向对]|围绕|针对|结合|代表)?";
const FURTHER_OFFICE =
  "(?:[、，,]?(?:[\\u4e00-\\u9fff]{0,8}?(?:局长|主任|厅长|书记|部长|院长|行长|总经理|工程师|经济师|会计师|规划师|农艺师|督学|调研员|巡视员|发言人|负责人|成员|委员)))*";
const OFFICES_AHEAD = new RegExp(`^${FURTHER_OFFICE}`, "u");
const SPEAKS = new RegExp(
  `^${FURTHER_OFFICE}\\s*[\\u4e00-\\u9fff·]{1,2}\\s?[\\u4e00-\\u9fff·]{1,6}?\\s*(?:\\d{1,2}月)?(?:\\d{1,2}日)?(?:上午|下午)?(?:${HOW_HE_SAYS}[^，。；：\\n]{1,30}?[，,]?)?(?:${SAYS}|[：:]|——)`,
  "u",
);
const SPEAKER = new RegExp(
  `^[^\\u4e00-\\u9fff]*([\\u4e00-\\u9fff·]{2,4}?)(?=还|也|则|在|就|向|对|围绕|针对|结合|代表|\\d|[作做]出?了?(?:如上|上述|以上)|${SAYS}|\\s*(?:[：:]|——))`,
  "u",
);
/** 王明（市教育局局长）：…. */
const SPEAKS_BRACKETED = new RegExp(`^[）)]\\s*(?:[在就向对][^，。；：\\n]{1,16}?)?(?:${SAYS}|[：:])`, "u");
const NAMED_BEFORE = /([\u4e00-\u9fff·]{2,4})[（(]$/u;
/** 局长王明作出了上述表示: what stands before was said. */
const SAID_ABOVE = /^[^，。；：\n]{1,12}?(?:作|做)?出?了?(?:如上|上述|以上)(?:的)?(?:表示|表述|承诺|介绍|表态|回应)/u;
const PERSON = `[${SURNAMES}][\\u4e00-\\u9fff·]{1,2}`;
/** 市水利局冯川局长: the name before the office. */
const NAME_BEFORE_OFFICE = new RegExp(`(?<=[局委厅办院部会])${PERSON}$`, "u");
const PRESENTED = new RegExp(
  `^[\\s　、，]*([${SURNAMES}][\\u4e00-\\u9fff·]{1,3}?)(?=[\\s　。，；、（(\\d：:]|在(?:接受|采访|会上|发布会)|做客|走进|来到|率|等)`,
  "u",
);
const SAID_BEHIND = new RegExp(`(?:${SAYS})+$`, "u");

/** Whoever is asked to speak, and is not quoted yet: 邀请市住建局局长林海介绍…, 市园林局局长石磊做客直播间. */
const INVITES = /(?:邀请|请到|请来|嘉宾|专访|采访了|对话|连线|访)[^，。；\n]{0,8}$/u;
const COMES =
  /^[^。；\n]{0,30}?(?:做客|接受[^。；\n]{0,16}?(?:采访|专访|访谈)|走进[^。；\n]{0,10}?(?:直播间|演播室|节目)|(?:通过|在)[^。；\n]{0,30}?(?:交流|互动|答问)|与网友[^。；\n]{0,12}?(?:交流|互动)|答记者问)/u;

/** An office with its holder, where the text names him. */
interface Office {
  /** Where the name of the authority begins. */
  readonly start: number;
  readonly end: number;
  readonly department: string;
  readonly isHead: boolean;
  /** The text right before the name. */
  readonly before: string;
  /** Who stands between the authority and the office: 市水利局冯川局长. */
  readonly holder: string | null;
}

/** The authority right before an office; null where none stands there. */
function authorityBefore(text: string, start: number): Omit<Office, "end" | "isHead"> | null {
  const written = text.slice(Math.max(0, start - 40), start);
  // 市城市管理局（市城管局）局长: the bracket names it once more.
  // 市水利局X组书记: pages write 党 so, too.
  const unbracketed = written.replace(/[（(][^（）()\n]{2,14}[）)]$|[XＸ×*]组$/u, "");
  const holder = NAME_BEFORE_OFFICE.exec(unbracketed)?.[0] ?? null;
  const before = holder === null ? unbracketed : unbracketed.slice(0, -holder.length);
  const end = start - (written.length - before.length);
  // A name does not reach over a stop or a quotation mark.
  const near = /[^。；;！？：:“”"‘’'\n，,]*(?:[，,][^。；;：:“”"\n，,]{0,6})?$/u.exec(before.slice(-26))?.[0] ?? "";
  const found = AUTHORITY_BEFORE.exec(near);
  if (!found?.[1]) return null;
  const department = fromItsLevel(found[1]);
  if (department.length < 3 || namesNobody(department)) return null;
  const at = found.index + Math.max(0, found[1].lastIndexOf(department));
  return { department, before: near.slice(0, at), start: end - (near.length - at), holder };
}

/** What joins the offices of one person: 市住建局局长、市古城办主任; 党组书记、局长. */
const JOINS_OFFICES = /^[\s　]*[、，,和]?(?:兼任?|现任|并任)?[\s　]*$/u;
const COMMITTEE = /(?:办|工委|党组|党委)$/u;
const PARTY = /委[\u4e00-\u9fff]{2,6}部$/u;
const LEVELLED = /^(?:[\u4e00-\u9fff]{0,7}[省市县区州盟旗]|团|国)/u;

/**
 * Of two offices of one person the one that is answered for: the first, unless that is of a committee or of a party's department and
 * the other is not, or is his to head.
 */
function betterOf(first: Office, second: Office): Office {
  if (!LEVELLED.test(second.department)) return first;
  if (PARTY.test(first.department)) return !first.isHead && second.isHead ? second : first;
  return COMMITTEE.test(first.department) && !COMMITTEE.test(second.department) ? second : first;
}

/** The offices of a text, those of one person as one. */
function officesIn(text: string, titles: readonly MarkedWord[]): Office[] {
  const offices: Office[] = [];
  for (const { start, end } of titles) {
    const authority = authorityBefore(text, start);
    if (authority === null) continue;
    const office = { ...authority, end, isHead: text[start - 1] !== "副" };
    const last = offices.at(-1);
    if (!last || !JOINS_OFFICES.test(text.slice(last.end, authority.start))) offices.push(office);
    else {
      const isSame = last.department === office.department;
      const held = betterOf(last, office);
      offices[offices.length - 1] = {
        ...held,
        isHead: isSame ? last.isHead || office.isHead : held.isHead,
        start: last.start,
        before: last.before,
        end,
      };
    }
  }
  return offices;
}

/** Who speaks where his office is named. */
function speaking(text: string, office: Office): Voice | null {
  const { start, end, department, before, holder } = office;
  const behind = text.slice(end, end + 60);
  const named = SPEAKS_BRACKETED.test(behind) ? NAMED_BEFORE.exec(before) : null;
  const isAbove = SAID_ABOVE.test(behind);
  const speaks = SPEAKS.test(holder === null ? behind : holder + behind);
  if (!(named || isAbove || speaks || COMES.test(behind))) return null;
  return {
    start,
    end,
    department,
    speaker: named?.[1] ?? holder ?? SPEAKER.exec(behind.replace(OFFICES_AHEAD, ""))?.[1] ?? null,
    isAbove,
  };
}

/** 邀请市住建局局长林海介绍…: the only bureau that its sentence invites. */
function invited(text: string, office: Office, others: readonly Office[]): Voice | null {
  const { start, end, department } = office;
  if (!INVITES.test(text.slice(Math.max(0, start - 20), start))) return null;
  const rest = text.slice(end, end + 80).search(/[。\n]/u);
  const until = rest < 0 ? end + 80 : end + rest;
  const isAlone = others.every(
    (other) => other.start < start || other.start > until || other.department === department,
  );
  return isAlone ? { start, end, department, speaker: presentedBehind(text, office) } : null;
}

const presentedBehind = (text: string, { end, holder }: Office): string | null =>
  holder ?? PRESENTED.exec(text.slice(end, end + 8))?.[1]?.replace(SAID_BEHIND, "") ?? null;

/** 市水利局局长高原。…高原说, 高局长说: a speaker once presented speaks for the same bureau later. */
function spokenLater(text: string, offices: readonly Office[]): Voice[] {
  const presented = new Map<string, string>();
  for (const office of offices) {
    const name = presentedBehind(text, office);
    if (name === null) continue;
    presented.set(name, office.department);
  }
  if (presented.size === 0) return [];
  const bySurname = new Map<string, string | null>();
  for (const [name, department] of presented) {
    const surname = name.slice(0, 1);
    const known = bySurname.get(surname);
    bySurname.set(surname, known === undefined || known === department ? department : null);
  }
  const said = new RegExp(
    `(${[...presented.keys()].join("|")}|[${[...bySurname.keys()].join("")}](?=${OF_OFFICE}))(?:${OF_OFFICE})?(?:${HOW_HE_SAYS}[^，。；：“”\\n]{0,12}?(?:${SAYS})|[\\s　]{0,2}[：:])`,
    "gu",
  );
  return [...text.matchAll(said)].flatMap((match): Voice[] => {
    const isLabel = /[：:]$/u.test(match[0]);
    // 何山：… at the head of its line.
    if (isLabel && !/(?:^|\n)[\s　]*$/u.test(text.slice(Math.max(0, match.index - 4), match.index))) return [];
    const speaker = match[1] ?? "";
    const department = presented.get(speaker) ?? bySurname.get(speaker) ?? null;
    if (department === null) return [];
    return [{ start: match.index, end: match.index + match[0].length, department, speaker }];
  });
}
const OF_OFFICE = "局长|主任|厅长|书记|部长|院长|理事长|总经理";

/** 市长钱江表示, 县委书记何平强调: who speaks of the whole place, and for no bureau. */
const LEADS_ALL = new RegExp(
  `(?:(?<![城超门夜上都])(?:市|县|区|州|省|旗)(?:长|委书记|委副书记))(?:、(?:副|代)?[市县区州省旗]长)?(?=${PERSON}[^，。；：“”\\n]{0,14}?(?:${SAYS}))`,
  "gu",
);
const speakingOfAll = (text: string): Voice[] =>
  [...text.matchAll(LEADS_ALL)].map(({ index, 0: office }) => ({
    start: index,
    end: index + office.length,
    department: null,
    speaker: null,
  }));

/** Who speaks, by their offices; and later, by their names alone. @param titles the words for offices in the text */
export function officeVoices(text: string, titles: readonly MarkedWord[]): Voice[] {
  const offices = officesIn(text, titles);
  return [
    ...offices.flatMap((office) => speaking(text, office) ?? invited(text, office, offices) ?? []),
    ...spokenLater(text, offices),
    ...speakingOfAll(text),
  ];
}
