/** The bureaus that speak or act in a text: in headings, by who holds their office, at the head of a sentence or a clause, by 该局. */
import { headingVoices } from "./headingVoices";
import type { Layout } from "./layout";
import { mentions } from "./mentions";
import { officeVoices } from "./offices";
import type { Responsibility } from "./owners";
import { isPageLine } from "./pageParts";
import type { Scan } from "./scan";
import { actingVoices } from "./sentenceHeads";
import { stretches, type Voice } from "./voiceReach";

/** Who speaks or acts from where on, in the order of the text. @param title the bureau that the whole text is of */
export function voices(text: string, found: Scan, layout: Layout, title: string | null): Responsibility[] {
  const titles = found.words.filter(({ mark }) => mark === "title");
  const all = [
    ...headingVoices(text, layout.lines),
    ...officeVoices(text, titles),
    ...actingVoices(text, found, layout),
    ...mentions(text, titles),
  ];
  const heard = all.filter(({ start }) => !isOfPage(text, start));
  return stretches(text, layout, oneOfEachPlace([...heard, ...meantByField(text, heard)]), title);
}

/** 今年，市民政部门将…, behind somebody else's words: the one bureau heard before whose name holds that field. */
function meantByField(text: string, heard: readonly Voice[]): Voice[] {
  const ordered = [...heard].sort((left, right) => left.start - right.start);
  return [...text.matchAll(FIELD)].flatMap(({ index, 0: said, 1: field = "" }): Voice[] => {
    const before = ordered.filter(({ start }) => start < index);
    const names = new Set(before.flatMap(({ department }) => (department?.includes(field) ? [department] : [])));
    const [department] = names;
    if (department === undefined || names.size > 1 || before.at(-1)?.department === department) return [];
    return [{ start: index, end: index + said.length, department, speaker: null }];
  });
}
const FIELD =
  /(?<=^|[\n。][\s　]*)(?:(?:今年|明年|全年|20\d\d年|下一步)[，,]?)?[\u4e00-\u9fff]{0,3}?[省市县区州旗]([\u4e00-\u9fff]{2,4})部门(?=还?将|要(?!求)|计划|力争|拟|负责)/gu;

const PAGE_HEAD = 1500; // characters in which a page says whose it is
/** 信息来源：市农业农村局 发布时间：2026-03-02: what a page says of itself is nobody's voice. */
function isOfPage(text: string, at: number): boolean {
  if (at > PAGE_HEAD) return false;
  const end = text.indexOf("\n", at);
  return isPageLine(text.slice(text.lastIndexOf("\n", at - 1) + 1, end < 0 ? text.length : end));
}

/** One place names one bureau; who speaks is kept from whichever reading tells. */
function oneOfEachPlace(voices: readonly Voice[]): Voice[] {
  const headsFirst = (left: Voice, right: Voice) => Number(right.isHeading ?? false) - Number(left.isHeading ?? false);
  const kept: Voice[] = [];
  for (const voice of [...voices].sort(
    (left, right) => left.start - right.start || headsFirst(left, right) || left.end - right.end,
  )) {
    const last = kept.at(-1);
    if (!last || (voice.start >= last.end && voice.start !== last.start)) kept.push(voice);
    else if (last.speaker === null && voice.speaker !== null)
      kept[kept.length - 1] = { ...last, ...voice, start: last.start };
  }
  return kept;
}
