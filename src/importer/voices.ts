/** The bureau that speaks or is spoken of: at the head of a paragraph or a sentence, before a speaker's name, in a heading, in the title. */
import { fromItsLevel } from "./authorityNames";
import type { Layout, Line } from "./layout";
import type { Responsibility } from "./owners";
import { AUTHORITY_BEFORE, AUTHORITY_NAME, NO_SPEAKER, OF_THE_WHOLE, SURNAMES } from "./lexicon";
import type { MarkedWord, Scan } from "./scan";
import { mentions } from "./mentions";
import { authorityAtHead, behindHearing } from "./sentenceHeads";
import { TITLE_LINES } from "./titles";

interface Voice {
  readonly start: number;
  readonly end: number;
  readonly department: string;
  readonly speaker: string | null;
  readonly isHeading?: boolean;
  /** Whether what stands before in the paragraph was said, too. */
  readonly isAbove?: boolean;
}

const SAYS = "接受|建议|呼吁|表示|说|介绍|指出|谈到|认为|谈|强调|告诉|透露|宣布|坦言|回应|补充";
const SPEAKS = new RegExp(
  `^(?:[、，,]?(?:[\\u4e00-\\u9fff]{0,8}?(?:局长|主任|厅长|书记|部长|院长|行长|总经理|工程师|经济师|成员)))*\\s*[\\u4e00-\\u9fff·]{1,2}\\s?[\\u4e00-\\u9fff·]{1,6}?\\s*(?:\\d{1,2}月)?(?:\\d{1,2}日)?(?:[在就向对][^，。；：\\n]{1,16}?)?(?:${SAYS}|[：:]|——)`,
  "u",
);
const SPEAKER = new RegExp(
  `^[^\\u4e00-\\u9fff]*([\\u4e00-\\u9fff·]{2,4}?)(?=在|就|向|对|\\d|[作做]出?了?(?:如上|上述|以上)|${SAYS}|\\s*(?:[：:]|——))`,
  "u",
);
/** 王明（市教育局局长）：…. */
const SPEAKS_BRACKETED = new RegExp(`^[）)]\\s*(?:[在就向对][^，。；：\\n]{1,16}?)?(?:${SAYS}|[：:])`, "u");
const NAMED_BEFORE = /([\u4e00-\u9fff·]{2,4})[（(]$/u;
const COMMITTEE = /(?:办|工委|党组|党委)$/u;
const SAME_PERSON = 30; // characters within which several offices belong to one speaker

/** The authority right before an office, and where its name begins; null where none stands there. */
function authorityBefore(text: string, start: number): { name: string; before: string; from: number } | null {
  const written = text.slice(Math.max(0, start - 40), start);
  // 市城市管理局（市城管局）局长: the bracket names it once more.
  const before = written.replace(/[（(][^（）()\n]{2,14}[）)]$/u, "");
  const end = start - (written.length - before.length);
  // A name does not reach over a stop or a quotation mark.
  const near = /[^。；;！？：:“”"‘’'\n，,]*(?:[，,][^。；;：:“”"\n，,]{0,6})?$/u.exec(before.slice(-26))?.[0] ?? "";
  const found = AUTHORITY_BEFORE.exec(near);
  if (!found?.[1]) return null;
  const name = fromItsLevel(found[1]);
  if (name.length < 3 || NO_SPEAKER.test(name)) return null;
  return { name, before: near.slice(0, found.index), from: end - (near.length - found.index) };
}

/** 局长王明作出了上述表示: what stands before was said. */
const SAID_ABOVE = /^[^，。；：\n]{1,12}?(?:作|做)?出?了?(?:如上|上述|以上)(?:的)?(?:表示|表述|承诺|介绍|表态|回应)/u;
/** 市教育局局长王明表示: the authority before an office, where somebody speaks behind it. */
function beforeOffice(text: string, { start, end }: MarkedWord): Voice | null {
  const authority = authorityBefore(text, start);
  if (authority === null) return null;
  const behind = text.slice(end, end + 40);
  const named = SPEAKS_BRACKETED.test(behind) ? NAMED_BEFORE.exec(authority.before) : null;
  const isAbove = SAID_ABOVE.test(behind);
  if (!(named || isAbove || SPEAKS.test(behind))) return null;
  return {
    start: authority.from,
    end,
    department: authority.name,
    speaker: named?.[1] ?? SPEAKER.exec(behind)?.[1] ?? null,
    isAbove,
  };
}

const PRESENTED = new RegExp(
  `^[\\s　、，]*([${SURNAMES}][\\u4e00-\\u9fff·]{1,3}?)(?=[\\s　。，；、（(\\d：:]|在(?:接受|采访|会上|发布会))`,
  "u",
);
const JOINS_OFFICES = /^[\s　]*[、，,和兼]?[\s　]*$/u;
const SAID_BEHIND = new RegExp(`(?:${SAYS})+$`, "u");
/** 市水利局局长高原。…高原说: a speaker once presented speaks for the same bureau later. */
function spokenLater(text: string, titles: readonly MarkedWord[]): Voice[] {
  const presented = new Map<string, string>();
  let office: { readonly end: number; readonly department: string } | null = null;
  for (const { start, end } of titles) {
    const authority = authorityBefore(text, start);
    if (authority === null) continue;
    // 市住建局局长、市古城办主任高原: the bureau of both.
    const isSame = office !== null && JOINS_OFFICES.test(text.slice(office.end, authority.from));
    const department: string = isSame && office ? betterOf(office.department, authority.name) : authority.name;
    office = { end, department };
    const name = PRESENTED.exec(text.slice(end, end + 8))?.[1]?.replace(SAID_BEHIND, "");
    if (name !== undefined) presented.set(name, department);
  }
  if (presented.size === 0) return [];
  const names = [...presented.keys()].join("|");
  const said = new RegExp(`(${names})(?:${SAYS}|[\\s　]{0,2}[：:])`, "gu");
  return [...text.matchAll(said)].flatMap((match): Voice[] => {
    const isLabel = /[：:]$/u.test(match[0]);
    // 何山：… at the head of its line.
    if (isLabel && !/(?:^|\n)[\s　]*$/u.test(text.slice(Math.max(0, match.index - 4), match.index))) return [];
    const speaker = match[1] ?? "";
    const department = presented.get(speaker) ?? "";
    return [{ start: match.index, end: match.index + match[0].length, department, speaker }];
  });
}

/** 市水务集团, 市疾控中心: alone on a line. */
const OTHER_UNIT =
  "[\\u4e00-\\u9fff]{0,3}?[省市县区州盟旗][\\u4e00-\\u9fff]{0,10}?(?:集团|公司|[总支大]队|疾控中心|公积金中心|医保中心|管理中心|服务中心|管理处|供电公司|联社)";
const HEADING_NAME = new RegExp(
  `^[\\s　#*]*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\\d]{1,3}[）)]|\\d{1,2}[.．、])?[【［[]?(${AUTHORITY_NAME}|${OTHER_UNIT})[】］\\]]?(?:[（(][^（）()\\n]{2,10}(?:局|委|办|厅|中心)[）)])?(?:(?:党[组委]书记|书记|副?局长|副?主任|副?厅长|、)*[\\s　]+[${SURNAMES}][\\s　]?[\\u4e00-\\u9fff·]{1,3})?(?:(?:牵头|负责|承担|主办)的?(?:工作|任务|事项|项目)?)?(?:(?:今年|20\\d\\d年)?(?:要办|承办|办理|为民办|为民)的?[一二三四五六七八九十\\d]{0,3}[件项]?(?:民生|惠民)?实事)?(?:[（(]共?\\d{1,3}[项件条个][）)])?[\\s　:：*]*$`,
  "u",
);
const LABEL = new RegExp(`^[\\s　\\d.、．]*[【［[（(](${AUTHORITY_NAME})[】］\\]）)](?=[^。；;，,）)\\n])`, "u");
const LONGEST_LABEL = 30;

/** A line that is a bureau's name, or begins with one in brackets: 【市教育局】…. */
function headingOf(text: string, { start, end, isHeading }: Line): Voice | null {
  const head = text.slice(start, Math.min(end, start + LONGEST_LABEL));
  const label = LABEL.exec(head);
  const name = label?.[1] ?? (isHeading && end - start <= LONGEST_LABEL ? HEADING_NAME.exec(head)?.[1] : undefined);
  if (name === undefined || /单位$/u.test(name) || NO_SPEAKER.test(name)) return null;
  return { start, end: label ? start + label[0].length : end, department: name, speaker: null, isHeading: true };
}

/** Of several offices of one person the bureau counts, not the office of a committee; else the first. */
const betterOf = (first: string, second: string) => (COMMITTEE.test(first) && !COMMITTEE.test(second) ? second : first);

function joined(last: Voice, voice: Voice): Voice {
  return {
    start: last.start,
    end: voice.end,
    department: betterOf(last.department, voice.department),
    speaker: voice.speaker ?? last.speaker,
  };
}

/** Who speaks or acts from where on, in the order of the text. */
export function voices(text: string, found: Scan, { lines, sentences }: Layout): Responsibility[] {
  const titles = found.words.filter(({ mark }) => mark === "title");
  const offices: Voice[] = [];
  for (const word of titles) {
    const voice = beforeOffice(text, word);
    if (!voice) continue;
    const last = offices.at(-1);
    const isSame =
      last &&
      voice.start - last.end < SAME_PERSON &&
      !/[：:。\n说]|表示/u.test(text.slice(last.end, Math.max(last.end, voice.start)));
    if (last && isSame) offices[offices.length - 1] = joined(last, voice);
    else offices.push(voice);
  }
  const starts = [
    ...sentences.map(({ start }) => start),
    ...behindSemicolons(text, found),
    ...behindQuotations(text),
    ...behindHearing(text),
  ];
  const heads = starts.flatMap((start) => {
    // A quotation mark at the end of a line is none of the next line's.
    const found = CLOSES_LINE.test(text.slice(start, start + 4)) ? null : authorityAtHead(text, start);
    return found === null ? [] : [{ ...found, speaker: null }];
  });
  const acting = found.words.flatMap((word) => (word.mark === "subject" ? (behindComma(text, word) ?? []) : []));
  const headings = withoutMenus(
    text,
    lines.flatMap((line) => headingOf(text, line) ?? []),
  );
  const mentioned = mentions(text, titles).map((each) => ({ ...each, speaker: null }));
  const headsFirst = (left: Voice, right: Voice) => Number(right.isHeading ?? false) - Number(left.isHeading ?? false);
  const all = [...headings, ...offices, ...heads, ...acting, ...spokenLater(text, titles), ...mentioned].sort(
    (left, right) => left.start - right.start || headsFirst(left, right) || left.end - right.end,
  );
  const kept: Voice[] = [];
  for (const voice of all) {
    const last = kept.at(-1);
    // One place names one bureau; who speaks is kept from whichever reading tells.
    if (last && (voice.start < last.end || voice.start === last.start)) {
      if (last.speaker === null && voice.speaker !== null)
        kept[kept.length - 1] = { ...last, ...voice, start: last.start };
      continue;
    }
    kept.push(voice);
  }
  return stretches(text, lines, sentences, kept);
}

const CLOSES_LINE = /^[”"』」》）)\s　]*\n/u;
/** …车位900个；区交警大队增设…: where another may go on within a sentence. */
function behindSemicolons(text: string, { stops }: Scan): number[] {
  const starts: number[] = [];
  for (const at of stops)
    if (text.charCodeAt(at) === SEMICOLON && /[省市县区州盟旗团]/u.test(text.slice(at + 1, at + 5)))
      starts.push(at + 1);
  return starts;
}
/** “…，”列席会议的市教育局负责人说: who said what is quoted. */
function behindQuotations(text: string): number[] {
  return [...text.matchAll(/”[，,]?(?=[\u4e00-\u9fff]{0,8}[省市县区州盟旗])/g)].map(
    ({ index, 0: mark }) => index + mark.length,
  );
}
const SEMICOLON = "；".charCodeAt(0);

/** A page's links and a column of names: bureaus with nothing said under them answer for nothing. */
function withoutMenus(text: string, headings: readonly Voice[]): Voice[] {
  return headings.filter(({ end }) => {
    const below =
      text
        .slice(end, end + FIRST_LINE)
        .trimStart()
        .split("\n", 1)[0] ?? "";
    return below.length >= SHORTEST_SAYING || /[，。；：:\d]/u.test(below);
  });
}
const FIRST_LINE = 60;
const SHORTEST_SAYING = 16;

/** 文化中心将开工: what is built, and nobody who acts. */
const THING_BUILT = /^[将要](?:全面|加快|正式|如期)?(?:建设|建成|开工|竣工|投用|投入|启用|开放|开业|开馆|完工|封顶)/u;
const OF_A_PLACE = /^(?:[\u4e00-\u9fff]{0,4}[省市县区州盟旗]|团|国家)/u;
/** 王明表示，市教育局将…: the authority that acts in a later clause. */
function behindComma(text: string, { start, word }: MarkedWord): Voice | null {
  const before = text.slice(Math.max(0, start - 16), start);
  const near = /[^。；;！？：:“”"‘’'\n，,]*$/u.exec(before)?.[0] ?? "";
  const ending = /^(?:[局委厅办部联会队社]|中心|公司|集团)/u.exec(word)?.[0] ?? "";
  const found = AUTHORITY_BEFORE.exec(near + ending);
  const name = found?.[1] === undefined ? "" : fromItsLevel(found[1]);
  if (
    name.length < 3 ||
    NO_SPEAKER.test(name) ||
    (/^(?:[联会队社]|公司|集团)$/u.test(ending) && !OF_A_PLACE.test(name))
  )
    return null;
  if (ending === "中心" && THING_BUILT.test(text.slice(start + ending.length))) return null;
  const end = start + ending.length;
  return { start: end - name.length, end, department: name, speaker: null };
}

/** Each voice reaches to the next, and back over what its sentence says before it; “…。”某局长说 over the whole line. */
function stretches(
  text: string,
  lines: readonly Line[],
  sentences: Layout["sentences"],
  kept: readonly Voice[],
): Responsibility[] {
  let line = 0;
  let sentence = 0;
  let before = 0;
  const paragraphEnds: number[] = [];
  const starts = kept.map((voice) => {
    while ((lines[line]?.end ?? Infinity) < voice.start) line++;
    while (sentence < sentences.length - 1 && (sentences[sentence]?.end ?? 0) <= voice.start) sentence++;
    const begin = lines[line]?.start ?? 0;
    // “…。”甲局长说，“…。”乙局长说: the quotation between them is the first one's.
    const isQuoted = before <= begin && /^[\s　]*[“"「]/u.test(text.slice(begin, begin + 4)) && voice.speaker !== null;
    const quoted = isQuoted || voice.isAbove ? begin : quotedBefore(text, voice.start, begin);
    const own = Math.min(quoted, sentences[sentence]?.start ?? voice.start);
    // What its sentence says before it is its own, unless that counts something.
    const reached = quoted < voice.start || !/\d/.test(text.slice(own, voice.start)) ? own : voice.start;
    const start = Math.max(quoted < voice.start ? quoted : reached, before);
    const opened =
      before > 0 && start <= begin && opensWithQuote(text, begin) ? openedFrom(text, lines, line, before) : start;
    before = voice.end;
    let last = line;
    while (lines[last]?.continues) last++;
    paragraphEnds.push(lines[last]?.end ?? text.length);
    return Math.min(start, opened);
  });
  // One bureau that a report happens to name speaks for its own paragraph; where several take turns each goes on to the next, and
  // the one with which a document begins is its author.
  const opening = lines[Math.min(TITLE_LINES, lines.length - 1)]?.start ?? 0;
  const takeTurns = new Set(kept.map(({ department }) => department)).size > 1;
  const endOf = ({ start, speaker, isHeading }: Voice, index: number) =>
    Math.min(
      starts[index + 1] ?? text.length,
      takeTurns || speaker !== null || isHeading || start < opening ? Infinity : (paragraphEnds[index] ?? Infinity),
    );
  return kept.map((voice, index) => ({
    start: starts[index] ?? voice.start,
    end: Math.max(endOf(voice, index), starts[index] ?? 0),
    department: voice.department,
    supporting: [],
    from: voice.isHeading ? "heading" : "speaker",
    speaker: voice.speaker,
  }));
}

const opensWithQuote = (text: string, at: number) => /^[\s　]*[“"「]/u.test(text.slice(at, at + 4));

const LONGEST_QUOTATION = 200;
/** “…。”局长王明说: the quotation right before who speaks is theirs. */
function quotedBefore(text: string, at: number, begin: number): number {
  const from = Math.max(begin, at - LONGEST_QUOTATION);
  const before = text.slice(from, at);
  const opened = /”[\s　]*$/u.test(before) ? before.lastIndexOf("“") : -1;
  return opened < 0 ? at : from + opened;
}

/**
 * Where what a quotation speaks of begins: 我市推进…，今年计划… ⏎ “…。”乙局长说. Such a paragraph of the whole place, behind another's
 * quotation, opens the next one's.
 */
function openedFrom(text: string, lines: readonly Line[], line: number, before: number): number {
  let first = line;
  while (
    (lines[first - 1]?.start ?? 0) >= before &&
    OF_THE_WHOLE.test(text.slice(lines[first - 1]?.start, lines[first - 1]?.end))
  )
    first--;
  const above = lines[first - 1];
  const begin = lines[first]?.start ?? Infinity;
  return first < line && above && opensWithQuote(text, above.start) ? begin : Infinity;
}
