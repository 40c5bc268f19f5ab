/** Glossaries and lines that explain a term: what they count is promised elsewhere, or nowhere. */
import type { Line } from "./layout";

const GLOSSARY =
  /^[\s　【[]*(?:附件?[一二三\d]{0,2}[：:.、]?)?[\s　]*(?:[一二三四五六七八九十]{1,3}、)?(?:[^，。；：\n]{0,24}?(?:相关|有关|部分|专有|内容|中的?|》))?(?:名词|术语|用语|词语|词汇|名词术语|指标|概念|缩略语)(?:解释|注释|注解|说明|释义|解析|阐释)/u;
/** 【注释】, 知识链接：: over what the part above it spoke of; the text may go on behind it. */
const EXPLAINED_BELOW =
  /^[\s　【[（(]*(?:注释|注解|附注|脚注|尾注|名词链接|名词卡片|知识链接|知识窗|背景链接|背景资料|概念链接|小贴士|小知识)[\s　】\]）)]*(?:[：:]|$)/u;
/** 注：①含改扩建2所, 备注：…: what is noted beside the text. */
const NOTED = /^[\s　（(【[]*(?:备\s?注|注|附注|脚注)[\s　】\]]*[：:]/u;
/** What may stand below 注： as its items: 2.…, ②…, “双百”行动…. */
const ITEM = /^[\s　]*(?:\d{1,2}\s*[.．、]|[（(]\d{1,2}[）)]|[①-⑳]|[[［〔【]\d{1,3}[\]］〕】]|[*＊※★●▲“])/u;
/** And below 【注释】: 海绵城市：…, too. */
const TERM_BELOW = /^[^，。；：\n]{2,20}(?:[：:]|——)/u;
/** 3.“双百”行动：…: terms one below the other are explained, under whatever heading. */
const TERM =
  /^[\s　]*(?:\d{1,2}[.．、]|[（(]\d{1,2}[）)]|[①-⑳])\s*(?:“[^”\n]{1,40}”|[^，。；：\n“”]{2,20})[^，。；：\n]{0,14}[：:](?=[^\n]{12})/u;
const QUOTED_TERM = /“[^”\n]{1,40}”[^，。；：\n]{0,14}[：:]/u;
const TERMS_AT_LEAST = 3;
/** Behind a glossary something else may begin. */
const OTHER_PART = /^[\s　]*(?:附件|附表|附录|第[一二三四五]部分)/u;
/** 百兆算力：指每秒…, “四好农村路”是指…. */
const EXPLAINED = /^[^。；\n]{1,40}?(?:[：:]\s*(?:通常|一般|主要|泛|特|系)?(?:是?指|即|就是|是对)|是指|指的是|[”"]即)/u;
/** [7]“甲”工程：…, 〔12〕六个100%：…: a note. */
const NOTE = /^[\s　]*[[［〔【]\d{1,3}[\]］〕】](?=[^\n]{6})/u;
const NOTES_FROM = 0.75; // of the text
const HEAD = 60;

/** Tells of places, in the order of the text, whether they stand in an explanation. */
export class Definitions {
  private readonly stretches: (readonly [start: number, end: number])[] = [];
  private at = 0;

  constructor(text: string, lines: readonly Line[]) {
    let inGlossary = false;
    const terms = termsBelowEachOther(text, lines);
    const notes = footnotes(text, lines);
    let inNotes = false;
    let items: "notes" | "terms" | null = null;
    for (const { start, end } of lines) {
      if (end === start) continue;
      const head = text.slice(start, Math.min(end, start + HEAD));
      if (GLOSSARY.test(head)) inGlossary = true;
      else if (inGlossary && OTHER_PART.test(head)) inGlossary = false;
      const isNote = NOTE.test(head);
      // What goes on below a note at the text's end is part of it.
      inNotes = isNote || (inNotes && start > text.length * NOTES_FROM && !OTHER_PART.test(head));
      const noted = NOTED.exec(head);
      if (EXPLAINED_BELOW.test(head)) items = "terms";
      else if (noted) items = opensItems(head.slice(noted[0].length)) ? "notes" : null;
      else if (!ITEM.test(head) && !(items === "terms" && TERM_BELOW.test(head))) items = null;
      if (
        inNotes ||
        inGlossary ||
        items !== null ||
        noted ||
        terms.has(start) ||
        notes.has(start) ||
        EXPLAINED.test(head)
      )
        this.stretches.push([start, end]);
    }
  }

  holds(place: number): boolean {
    while ((this.stretches[this.at]?.[1] ?? Infinity) <= place) this.at++;
    return (this.stretches[this.at]?.[0] ?? Infinity) <= place;
  }
}

/** 注： alone, or 注：1.…: more notes stand below. */
const opensItems = (rest: string) => rest.trim() === "" || ITEM.test(rest);

const MARK_OF_NOTE = /^[\s　]*([①-⑳])/u;
/** Where lines begin that explain a mark of the text: 新建学校5所① … ①含改扩建2所. */
function footnotes(text: string, lines: readonly Line[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { start, end } of lines) {
    const mark = MARK_OF_NOTE.exec(text.slice(start, Math.min(end, start + HEAD)))?.[1];
    const earlier = mark === undefined ? -1 : text.indexOf(mark);
    // Behind a word it refers to what is below; at the head of a line or behind a stop it numbers a list.
    if (earlier >= 0 && earlier < start && /[\u4e00-\u9fff”"％%）)\d]/u.test(text.charAt(earlier - 1)))
      found.add(start);
  }
  return found;
}

/** Where lines begin that are part of a list of explained terms: several in a row, most of them in quotation marks. */
function termsBelowEachOther(text: string, lines: readonly Line[]): ReadonlySet<number> {
  const found = new Set<number>();
  let row: { readonly start: number; readonly isQuoted: boolean }[] = [];
  const close = () => {
    if (row.length >= TERMS_AT_LEAST && row.filter(({ isQuoted }) => isQuoted).length * 2 > row.length)
      for (const { start } of row) found.add(start);
    row = [];
  };
  for (const { start, end } of lines) {
    if (end === start) continue;
    const head = text.slice(start, Math.min(end, start + 2 * HEAD));
    if (TERM.test(head)) row.push({ start, isQuoted: QUOTED_TERM.test(head) });
    else close();
  }
  close();
  return found;
}
