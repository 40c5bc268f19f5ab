/** Names that are short because the one before them said the rest: whom it reaches, how much of it is completed, a second kind of such a thing. */
import type { Candidate } from "./candidates";

const PEOPLE: readonly (readonly [unit: RegExp, what: string])[] = [
  [/^(?:人|名|人次)$/u, "人数"],
  [/^户$/u, "户数"],
];
const MODELS = "示范(?:村|乡镇|镇|县|区|园|校|社区|街道|户|点|街区|基地|企业)";
const FAMILY = new RegExp(`^${MODELS}$`, "u");
const OF_FAMILY = new RegExp(`^(.{2,}?)${MODELS}$`, "u");
const ACT = /(?:改造|整治|治理|修缮|加固|修复|维修|搬迁)$/u;
/** 中心城区筹建, 河东县、河西县各开工: where so much of it is, and what is done there. */
const DONE_AT =
  /^((?:[\u4e00-\u9fff]{1,3}[市县]|中心市区|中心城区|主城区|城区|市区)(?:、[\u4e00-\u9fff]{1,3}[市县])*)(?:各|分别|均)?(规划开工|筹建|新建|建设|更新|改造|开工|购置|改建|扩建)/u;
const DONE_AT_ALONE = new RegExp(`${DONE_AT.source}$`, "u");
const AS_PART = /^[\s　（(]*其中/u;
const GENERAL = /^(?:完成|实施|推进|开展|启动|实现)?$/u;

/** Whether a name may lean on the one before, also where a clause parts them. */
export const leansOn = ({ verb, ownVerb, thing, left, impliedIndicator }: Candidate): boolean =>
  (ownVerb && impliedIndicator && (verb === "惠及" || verb === "完成")) ||
  FAMILY.test(thing) ||
  (AS_PART.test(left) && DONE_AT_ALONE.test(thing));

/** The name with what it leans on; null where it does not. */
export function leaningOn(each: Candidate, last: Candidate): Candidate | null {
  const isOwnAct = each.ownVerb && each.impliedIndicator && last.thing.length > 1;
  // 完成危房改造400户，惠及2000人: of that.
  if (isOwnAct && each.verb === "惠及") {
    const what = PEOPLE.find(([unit]) => unit.test(each.figure.bareUnit))?.[1];
    // 组织文化培训，惠及900人: of what the clause before tells, where it does.
    const own = each.thing !== last.thing ? each.thing : "";
    const isOf = own !== "" || (last.figure.unitClass !== "share" && last.figure.unitClass !== "money");
    return what === undefined || !isOf ? null : { ...each, verb: "", thing: (own || last.thing) + each.verb + what };
  }
  // 改造危桥20座、完成8座: how much of that is completed.
  if (isOwnAct && each.verb === "完成" && each.thing === last.thing && !GENERAL.test(last.verb))
    if (each.figure.bareUnit === last.figure.bareUnit && last.ownVerb)
      return { ...each, named: each.verb + last.thing + (ACT.exec(last.verb)?.[0] ?? "") };
  // 创建国家级示范乡镇2个、示范村9个.
  const family = FAMILY.test(each.thing) ? OF_FAMILY.exec(last.thing)?.[1] : undefined;
  if (family !== undefined) return { ...each, thing: family + each.thing };
  const at = each.figure.bareUnit === last.figure.bareUnit ? DONE_AT_ALONE.exec(each.thing) : null;
  if (at && last.thing.length > 1)
    return { ...each, verb: "", thing: (at[1] ?? "") + (at[2] ?? "") + last.thing.replace(DONE_AT, "") };
  return null;
}
