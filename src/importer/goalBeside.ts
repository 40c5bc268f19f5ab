/** Figures aimed at beside what was reached of them in the same sentence: 年度计划投资5亿元，截至5月底完成1.6亿元; 新建公厕25座（已建成20座）. */

/** 年度计划投资, 全年目标：, at the head of its clause. */
const AIM_NAMED =
  /(?:^|[，。；：\n])[\s　]*(?:20\d\d年|今年)?(?:年度|全年|本年度?|当年|今年)(?:计划|目标|任务)(?:总?投资|任务|[数值量]|为|是|：)*$|(?:^|[，：\n])[\s　]*目标(?:[值数]|任务)?(?:为|：)?$/u;
const LONGEST_AIM = 24;
/** 25座（已建成20座）, 5000人，已完成3200人: so much of it, in the same unit. */
const SO_FAR_BESIDE =
  /^(\d[\d.]*)([余多]?[万亿]?[^\d，。；（）\s]{1,3}?)(?:[\u4e00-\u9fff]{0,12})[（，](?:目前|现|上半年|前[二三]季度|1[-—至]\d{1,2}月份?|截[至止][^，。；（）]{2,8}，?)?已(?:经)?(?:累计)?(?:完成|建成|开工|改造|发放|实现|新增|培训|安置|整治|治理|竣工|完工)[^，。；（）\d]{0,6}(\d[\d.]*)\2/u;
const LONGEST_BESIDE = 60;

/** Whether the figure at `place` is what the one told behind it is part of. @example isGoalBeside("新建公厕25座，已建成20座", 4) // true */
export function isGoalBeside(text: string, place: number): boolean {
  if (AIM_NAMED.test(text.slice(Math.max(0, place - LONGEST_AIM), place))) return true;
  const [, whole, , part] = SO_FAR_BESIDE.exec(text.slice(place, place + LONGEST_BESIDE)) ?? [];
  return part !== undefined && Number(part) <= Number(whole);
}
