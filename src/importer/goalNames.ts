/** Two goals of one indicator, one to be kept and one to be striven for: 出口总额：底线目标90亿元，增长5%；奋斗目标95亿元，增长8%. */
import type { Candidate, Subject } from "./candidates";

/** 底线目标, 奋斗目标: which of the goals. */
const GOAL = /(?:底线|保底|奋斗|争取|力争|挑战|攻坚|冲刺|确保)目标(?:值)?/u;
const GOAL_ALONE = new RegExp(
  `^[\\s　、，：:]*(${GOAL.source})(?:为|是|达到?|增长|下降|减少|增加|：|:)*[\\s　]*$`,
  "u",
);
const GOAL_BEHIND = new RegExp(`(?:增长)?(${GOAL.source})$`, "u");

/** Each goal by the name of its indicator, told apart from the other; the rate behind one is that goal's, too. */
export function withGoals(
  candidates: readonly Candidate[],
  before: readonly Candidate[],
  subject: () => Subject,
): readonly Candidate[] {
  let last = before.at(-1);
  let goalOver = [...before].reverse().find(isGoal);
  return candidates.map((each) => {
    const goal = GOAL_ALONE.exec(each.left)?.[1]?.replace(/值$/u, "");
    last = goal === undefined ? goesOn(each, last) : named(each, headOf(subject, goalOver), goal);
    if (isGoal(last)) goalOver = last;
    return last;
  });
}

const isGoal = ({ named: name }: Candidate) => name !== undefined && GOAL_BEHIND.test(name);

function named(each: Candidate, head: string, name: string): Candidate {
  return head === "" ? each : { ...each, verb: "", thing: head, named: head + name };
}

/** Of what both goals are: what stands before the first. */
function headOf(subject: () => Subject, over: Candidate | undefined): string {
  const { verb, thing } = subject();
  const said = verb + thing;
  const isName = /^[\u4e00-\u9fff“”（）()A-Z]{2,20}$/u.test(said) && !/持平|同比|去年|上年|增长|目标/u.test(said);
  return isName ? said : (over?.thing ?? "");
}

/** 底线目标90亿元，增长5%: the rate of that goal. */
function goesOn(each: Candidate, last: Candidate | undefined): Candidate {
  const goal = GOAL_BEHIND.exec(last?.named ?? "")?.[1];
  if (goal === undefined || !last || each.kind !== "growth" || !each.impliedIndicator || last.kind === "growth")
    return each;
  return named(each, last.thing, (each.direction === "down" ? "下降" : "增长") + goal);
}
