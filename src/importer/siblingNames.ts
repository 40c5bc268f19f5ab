/** Names that lean on the one before them: of what, where and how well it was done, or of such things at another stage or place. */
import type { Candidate } from "./candidates";
import { wholeBySum } from "./carriedOn";
import { VERB_ENDINGS } from "./clauseCut";
import { DONE_OR_COUNTED } from "./phrases";
import { AS_LARGE } from "./rules";
import { withoutChange } from "./things";
import { leaningOn, leansOn } from "./leaningNames";

const LEVEL_ALONE = /^(?:国家|省|市|县|区|镇|村|校|(?:国家)?\dA|[一二三四五]星)级$/u;
const LEVEL_HEAD = /^(?:国家|省|市|县|区|镇|村|校|(?:国家)?\dA|[一二三四五]星)级(?:及?以[上下])?(?=.{2})/u;
/** 安排惠民项目90个，计划投资总额30亿元: of what, the one before tells. */
const INVESTED = /^(?:年度|全年|年内|当年)?(?:计划)?(?:累计)?(?:完成)?总?投资(?:总?额)?$/u;
const PROJECTS = /^(.*(?:项目|工程))(?:拟?安排|(?:年度)?总?投资)?$/u;
const STAGES = "新开工|开工|签约|建成|投产|竣工|完工";
const STAGE_ALONE = new RegExp(`^(?:${STAGES})$`, "u");
const STAGE_TAIL = new RegExp(`(?<=.{2})(?:${STAGES})$`, "u");

/** 县级骨干教师500名、市级60名; 项目新开工43个、竣工38个: the one before tells of what. */
function withSibling(each: Candidate, last: Candidate | undefined): Candidate {
  if (!last) return each;
  // 实施水利项目12个、完成投资3亿元: what the money is spent on.
  const projects =
    each.figure.unitClass === "money" && INVESTED.test(each.thing)
      ? PROJECTS.exec(/^(?:项目|工程)$/u.test(last.thing) ? last.verb + last.thing : last.thing)?.[1]
      : undefined;
  if (projects !== undefined) {
    const money = each.thing.replace(/^.*?(?=(?:年度)?(?:总)?投资)/u, "");
    return { ...each, thing: projects.replace(AS_LARGE, "") + money };
  }
  const leaning = leaningOn(each, last);
  if (leaning !== null) return leaning;
  if (LEVEL_ALONE.test(each.thing) && LEVEL_HEAD.test(last.thing))
    return { ...each, thing: last.thing.replace(LEVEL_HEAD, each.thing) };
  // 续建项目40个、前期30个.
  const such = STAGE_OF_SUCH.test(each.thing) ? SUCH.exec(last.thing)?.[0] : undefined;
  if (such !== undefined) return { ...each, verb: "", thing: each.thing + such };
  // 实施危旧厂房改造20项、卫生死角60处: a thing by itself is nothing that is carried out.
  const act =
    !each.isThingBehind && !each.ownVerb && LIGHT.test(each.verb) && each.kind === "flow"
      ? ACT_BEHIND.exec(last.thing)?.[0]
      : undefined;
  if (act !== undefined && each.figure.unitClass === "count" && !ACTED.test(each.thing))
    return { ...each, thing: each.thing + act };
  if (each.ownVerb && STAGE_ALONE.test(each.verb) && each.thing === last.thing && STAGE_TAIL.test(last.thing))
    return { ...each, verb: "", thing: last.thing.replace(STAGE_TAIL, each.verb) };
  // 生态茶园新增4万亩、改造3万亩; 推进食堂提质25个，新建8个: of what, without what was done to that.
  const isNewAct = each.ownVerb && each.impliedIndicator && each.thing === last.thing && !STAGE_ALONE.test(each.verb);
  const done =
    isNewAct && !GENERAL.test(each.verb) && GENERAL.test(last.verb) ? VERB_ENDINGS.endOf(last.thing)?.word : undefined;
  if (done !== undefined && last.thing.length > done.length + 1) {
    const thing = last.thing.slice(0, -done.length);
    return last.verb === "" ? { ...each, verb: "", thing: thing + each.verb } : { ...each, thing };
  }
  // 新建场站10座，面积超过3万平方米: of what.
  if (
    SIZE_ALONE.test(each.thing) &&
    last.kind === "flow" &&
    last.thing.length > 1 &&
    (last.figure.unitClass === "count" || last.figure.bareUnit === each.figure.bareUnit)
  )
    return { ...each, thing: last.thing + each.thing };
  // 工伤保险参保人数净增2万人，参保人数达到40万人: of the same.
  const counted = /人数$/u.test(each.thing) ? withoutChange(last.thing).replace(/净增$/u, "") : "";
  if (counted.endsWith(each.thing) && last.figure.bareUnit === each.figure.bareUnit) return { ...each, thing: counted };
  // 生猪存栏44万头、出栏60万头.
  if (each.impliedIndicator && LIVESTOCK.test(each.verb) && LIVESTOCK_TAIL.test(last.thing))
    return { ...each, verb: "", thing: last.thing.replace(LIVESTOCK_TAIL, each.verb) };
  return each;
}
const LIGHT = /^(?:推进|完成|实施|开展|启动)$/u;
const ACT_BEHIND =
  /(?<=.{2})(?:改造|整治|治理|修缮|加固|提升改造|综合整治|综合治理|拆除|亮化|绿化|硬化|大修|中修)(?:工程)?$/u;
const STAGE_OF_SUCH = /^(?:前期|收尾|结转|储备|在建|拟建|待建|预备)$/u;
const SUCH = /(?:项目|工程)$/u;
const GENERAL = /^(?:推进|推动|抓好|完成|实施)?$/u;
const SIZE_ALONE = /^(?:总?面积|总?长度|总?里程|总?规模)$/u;
const LIVESTOCK = /^(?:存栏|出栏)$/u;
const LIVESTOCK_TAIL = /(?<=.{1})(?:存栏|出栏|饲养)量?$/u;

/** 抽检食品4000批次，合格率达到98%: how well it was done, by itself no name. */
const ACTED =
  /(?:改造|整治|治理|修缮|加固|建设|提升|拆除|绿化|硬化|亮化|项目|工程|任务|行动|活动|培训|检查|搬迁|修复|修建|养护|配套)$/u;
const RATE_OF_DONE =
  /^(?:合格|达标|完好|办结|整改|成活|保存|到位|开工|竣工|完工|投产|使用|利用|入住|兑现|完成|整改完成)率$/u;
function ofDone({ verb, thing }: Candidate): string | undefined {
  if (thing.length < 2 || thing.length > 14) return undefined;
  return DONE_OR_COUNTED.test(verb) ? thing + verb : thing;
}
const BARE_RATE = /^[\u4e00-\u9fff]{2}率$/u;
const CROP = /^(.{2,8}?)(?:播种|种植)?(?:总?面积|播面|总?产量)$/u;
const BARE_YIELD = /^(?:总产量?|产量|单产|面积)$/u;
/** 档案开放率达到85%、普及率达到92%; 粮食面积稳定在38万亩，产量15万吨: of what, the one before tells. */
export function withHeads(candidates: readonly Candidate[], before: readonly Candidate[]): readonly Candidate[] {
  let last = before.at(-1);
  const whole = wholeBySum(
    candidates.map(({ figure }) => figure),
    before,
  );
  return candidates.map((own, index) => {
    const each = elsewhere(
      index > 0 ||
        (own.ownVerb && own.impliedIndicator) ||
        (!own.ownVerb && LIGHT.test(own.verb)) ||
        SIZE_ALONE.test(own.thing) ||
        /^.{0,4}人数$/u.test(own.thing) ||
        LEVEL_ALONE.test(own.thing) ||
        INVESTED.test(own.thing) ||
        leansOn(own)
        ? withSibling(own, last)
        : own,
      last,
      whole,
    );
    const head = BARE_YIELD.test(each.thing)
      ? CROP.exec(last?.thing ?? "")?.[1]
      : RATE_OF_DONE.test(each.thing) && last?.kind === "flow"
        ? ofDone(last)
        : index > 0 && BARE_RATE.test(each.thing) && last && last.thing.length > 4 && last.thing.endsWith("率")
          ? last.thing.slice(0, -3)
          : undefined;
    last = head === undefined ? each : { ...each, thing: head + each.thing };
    return last;
  });
}

const WHERE =
  "公办|民办|公立|普惠性?|[市县区]本级|市直|(?:各|其余)?(?:县市区|县区|区县|县（市、区）)|各[县区市]|高新区|经开区|开发区|其他(?:县市区?|县区|区县|各?县|各?区|地区|乡镇|区域)|[东南西北中]部(?:县区|县市|区县|地区|片区|乡镇|[山城]区)?|市区|城区|主城区|中心城区|城镇|农村|县城|县（市）|县\\(市\\)|乡镇|山区|牧区|其他地区";
const WHERE_ALONE = new RegExp(`^(?:${WHERE})$`, "u");
const WHERE_AT_HEAD = new RegExp(`^(?:全[省市县区])?(?:${WHERE})?`, "u");
/** 市区入园率达到60%，县（市）达到50%: the same elsewhere. */
function elsewhere(each: Candidate, last: Candidate | undefined, whole: Candidate | undefined): Candidate {
  if (!last || last.figure.bareUnit !== each.figure.bareUnit) return each;
  const where = each.isThingBehind ? "" : each.thing.replace(DONE_THERE, "");
  // 其中一季度9公里、二季度12公里: of the same.
  if (WHEN_ALONE.test(where)) {
    const { verb, thing, kind } = whole ?? last;
    return { ...each, verb, thing, kind };
  }
  if (!WHERE_ALONE.test(where)) return each;
  // 新建农村公路90公里，其中城区30公里、山区60公里: parts of that.
  if (whole) return { ...each, verb: each.verb || whole.verb, thing: where + whole.thing, kind: whole.kind };
  const verb = each.verb || (last.kind === "flow" ? last.verb : "");
  return { ...each, verb, thing: where + last.thing.replace(WHERE_AT_HEAD, ""), kind: last.kind };
}

const WHEN_ALONE =
  /^(?:其中)?(?:第?[一二三四]季度|前三季度|[上下]半年|(?:20\d\d|今|明|后)年|\d{1,2}月[底份]?|春季|夏季|秋季|冬季|今冬|明春|第[一二三]批)$/u;
/** 中心城区完成9万户. */
const DONE_THERE = /(?<=.{2})(?:计划|拟|要|将)?(?:完成|实施)$/u;
