/** The bureau that published a page, by what stands around its text: 发布机构：市水利局, 来源：市林业局, 部门 > 市水利局. */
import { AUTHORITY_NAME, bureausNamed, namesNobody } from "./authorityNames";
import type { Layout } from "./layout";
import { tellsOfSmaller } from "./placeLevels";

const LABEL =
  "(?:信息|文章|文件|稿件|内容|本文|原文)?来源|信息提供|供稿(?:单位|部门)?|(?:发布|发文|制发|制定|公开|公布)(?:机构|机关|单位|部门|主体)|信息公开责任(?:单位|部门)";
/** What may stand right behind the name where a page runs its labels together. */
const NEXT_LABEL =
  "浏览|发布|时间|日期|字体|字号|点击|阅读|责任编辑|责编|编辑|作者|记者|组配|主题|公开|成文|发文|生成|审核|访问|打印|分享|索引|文号";
const LABELLED = new RegExp(
  `(?:^|[\\s　|｜（(\\d日])(?:${LABEL})(?:[\\s　]*[：:][\\s　|｜]*|[\\s　|｜]+)(?!${NEXT_LABEL})([\\u4e00-\\u9fff]{2,24}?)(?:[（(][^（）()\\n]{1,16}[）)])?(?=[\\s　|｜（）()【[；;，,\\d]|$|${NEXT_LABEL})`,
  "gu",
);
const BUREAU = new RegExp(`^(?:${AUTHORITY_NAME}|[\\u4e00-\\u9fff]{2,12}(?:局|厅))$`, "u");
/** Who publishes what others promise. */
const FOR_ALL =
  /政府|管(?:理)?委(?:员)?会$|人大|政协|党委|党工委|新闻|宣传|网信|融媒|[省市县区州]委(?:办|$)|(?:督查|督办|目标|考核|绩效|民生|实事)[室办]|小组|信息中心|机关事务/u;
/** The site itself, or an office within the bureau: they say nothing of whose page it is. */
const SITE =
  /^(?:本站|本网|原创|网络|互联网|网站|转载|未知|其他)|(?:网|网站|平台|站)$|^局?办公室$|^[\u4e00-\u9fff]{1,8}[科处股]$/u;

const CRUMBS =
  /^[\s　]*(?:首页|主页|网站首页|(?:您?(?:现在|当前)?的?所?在?位置|当前位置))|公开[\s　]*(?:[>＞»›]|&gt;)/u;
const CRUMB = /[\s　]*(?:[>＞»›]+|&gt;)[\s　]*/u;
const FEWEST_CRUMBS = 3;

const HEAD_LINES = 14;
const FOOT_LINES = 3;
const LONGEST_LINE = 200;

/** What is promised in them is the whole place's, whoever published it. */
const OF_GOVERNMENT =
  /政府工作报告|人民政府|[省市县区州]政府|民生(?:实事|工程|项目)|[为惠便利]民办?实事|办实事|国民经济|规划纲要|[省市县区州]委|人代会|人大|党代会/u;
const GOVERNMENT_ISSUES =
  /(?:人民政府|[省市县区州]政府|(?:^|[\n。，])[省市县区州]委)(?:办公[室厅]|办)?(?:(?:近日|日前|联合|正式|专门|今年)*(?:印发|出台|发布|制定|下发|公布|确定|决定)|[^，。；\n]{0,8}(?:常务会议?|全会))/u;

/** What a line says of who published the page: names, some of them of bureaus. */
function namedIn(line: string): readonly string[] {
  const labelled = [...line.matchAll(LABELLED)].flatMap(({ 1: name = "" }) => (SITE.test(name) ? [] : [name]));
  const crumbs = CRUMBS.test(line) ? line.split(CRUMB).map((crumb) => crumb.trim()) : [];
  const bureau = crumbs.length < FEWEST_CRUMBS ? undefined : crumbs.filter(isBureau).at(-1);
  return bureau === undefined ? labelled : [...labelled, bureau];
}

const isBureau = (name: string) => BUREAU.test(name) && !FOR_ALL.test(name) && !namesNobody(name);

/** 林业局 is 江州市林业局. */
export const isSameBureau = (one: string, other: string): boolean => one.endsWith(other) || other.endsWith(one);

/**
 * The bureau that a page says it is of; null where a government, its office or a newspaper publishes it, where two are named, or where
 * the text tells what the whole place promises. Who is named in the text goes before it.
 * @example publisherOf("全市林业工作会召开\n来源：江州市林业局\n今年造林9万亩。", layout) // "江州市林业局"
 */
export function publisherOf(text: string, { lines }: Layout): string | null {
  const written = lines.filter(({ start, end }) => end > start && text.slice(start, end).trim() !== "");
  const said = (each: readonly { readonly start: number; readonly end: number }[]) =>
    each.filter(({ start, end }) => end - start <= LONGEST_LINE).map(({ start, end }) => text.slice(start, end));
  const until = written.findIndex(({ start, end }) => text.slice(start, end).includes("。"));
  const head = said(written.slice(0, Math.min(HEAD_LINES, until < 0 ? HEAD_LINES : until)));
  const foot = said(written.slice(-FOOT_LINES)).filter((line) => !line.includes("。"));
  const names = [...head, ...foot].flatMap(namedIn);
  const [name] = [...names].sort((one, other) => other.length - one.length);
  if (name === undefined || !names.every((each) => isBureau(each) && isSameBureau(each, name))) return null;
  const titles = head.filter((line) => namedIn(line).length === 0 && !CRUMBS.test(line));
  const isOthers =
    titles.some((line) => OF_GOVERNMENT.test(line)) || GOVERNMENT_ISSUES.test(text) || tellsOfSmaller(text, name);
  return isOthers ? null : name;
}

const REACH = 160; // characters before a figure in which its paragraph may name who acts

/** Whether a paragraph names a bureau other than the page's before a figure: whose it is, is not certain. */
export function namesAnother(text: string, publisher: string, begin: number, at: number): boolean {
  const named = bureausNamed(text.slice(Math.max(begin, at - REACH), at));
  return named.some((name) => !name.includes("各") && !isSameBureau(name, publisher));
}
