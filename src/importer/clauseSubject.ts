/** What a clause without a figure is about: 推进旧厂区改造，年内完成70户. */
import { withoutBlanks } from "./blanks";
import { NO_SUBJECT, type Subject } from "./candidates";
import { leadingVerb, trimLeading } from "./phrases";
import { LONGEST_THING } from "./things";

/** 在确保质量的前提下: under what it is done. */
const UNDER_WHICH = /^[\s　]*在[^，。；]*(?:前提|基础|条件|情况|背景|支持|指导)[下上]$/u;

/** 同时，新增…: it says nothing itself. */
const GOES_ON =
  /^[\s　]*(?:与此)?(?:同时|此外|另外|并且|目前|其中(?:包括)?|(?:主要)?包括|接下来|下一步|为此|据悉|据了解|会议(?:明确|要求|强调|指出|提出))$/u;
/** 为进一步提高质量: what for. */
const FOR_WHICH = /^[\s　]*为(?:了|进一步|切实|更好|全面|加快|深入)/u;
/** 加大老旧管网改造力度: what is forced. */
const FORCE =
  /^(?:继续|进一步|持续)?(?:加大|强化|提升|加强)(?:对)?(.{2,}?)的?(?:(?<=管网|小区|道路|住房|设施|房屋)的?改造)?力度$/u;
/** 提高基本养老金标准，由…: that it is raised, the figures say. */
const RAISED =
  /^(?:提高|提升|上调|调高|调整|降低|增加|扩大)(?=.{2,}(?:标准|水平|额度|比例|待遇|补助|补贴|低保|养老金|津贴|经费|[率价费])$)/u;
/** 在文体场馆建设上，今年计划投资6亿元: in what. */
const IN_THE_FIELD = /^(?:在)?([\u4e00-\u9fff]{3,14}?)(?:方面|领域|上)$/u;
/** 在建成6家“放心”餐馆基础上，再新增9家: of those. */
const BASED_ON_SUCH =
  /^[\s　]*在[^，。；\d]{0,12}\d[\d.]*[余多]?万?[\u4e00-\u9fff](?:的)?([\u4e00-\u9fff“”]{2,14}?)的?基础上$/u;
/** 企业在2026年的基础上实现“双倍增”，分别超过90家: from where. */
const BASED_ON = /(?<=.{2})在[^，。；]{0,14}基础上[^，。；]*$/u;
/** 总产值突破千亿元大关，达到1050亿元: what is passed is no part of what passes it. */
const MARK_TO_PASS =
  /(?<=.{2})(?:突破|迈上|跨上|迈过|跨越|站上|冲刺)[^，。；]{1,8}(?:大关|台阶|关口)$|(?<=.{2})达到?[百千万亿]+级?(?:元)?规模$/u;
/** 死亡率控制目标：力争下降20%. */
const AIMED_AT = /(?<=.{3})(?:控制|年度|工作|总体)?目标(?:值)?$/u;
/** 燃气、供水、供热等老旧管网: the last word says what. */
const OF_KINDS = /^[^，。；]{1,8}(?:、[^，。；、]{1,8})+等(?=[\u4e00-\u9fff]{3,})/u;

/** What a clause without a figure is about. */
export function subjectOfClause(clause: string): Subject {
  const such = BASED_ON_SUCH.exec(clause)?.[1];
  if (such !== undefined) return { verb: "", thing: such };
  if (UNDER_WHICH.test(clause) || FOR_WHICH.test(clause) || GOES_ON.test(clause)) return NO_SUBJECT;
  const trimmed = trimLeading(withoutBlanks(clause), true)
    .replace(IN_THE_FIELD, "$1")
    .replace(RAISED, "")
    .replace(MARK_TO_PASS, "")
    .replace(BASED_ON, "")
    .replace(FORCE, "$1")
    .replace(AIMED_AT, "")
    .replace(OF_KINDS, "");
  const verb = leadingVerb(trimmed);
  return { verb, thing: trimmed.slice(verb.length).slice(-LONGEST_THING).trim() };
}
