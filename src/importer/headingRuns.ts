/** Column headings that a conversion glued together, or left beside each other: 序号项目名称主要内容牵头单位配合单位. Nothing of a name stands before their end. */

const WORDS = (
  "序号 编号 类别 类型 分类 领域 项目 指标 目标 任务 内容 单位 部门 措施 举措 备注 进度 时限 领导 责任人 联系人 计划 数量 地点 规模 投资 " +
  "事项分类 事项类别 事项名称 项目类别 项目名称 项目内容 项目单位 实事项目 实事内容 指标名称 指标单位 计量单位 任务类别 任务名称 任务内容 主要任务 重点任务 工作任务 工作内容 主要内容 具体内容 建设内容 建设地点 建设规模 建设性质 建设单位 " +
  "目标任务 工作目标 年度目标 年度任务 年度计划 目标值 完成值 工作举措 工作措施 具体措施 主要措施 推进措施 实施计划 进度安排 进展情况 完成情况 形象进度 完成时限 完成时间 时间节点 办结时限 总投资 年度投资 计划投资 " +
  "牵头单位 牵头部门 责任单位 责任部门 主办单位 承办单位 实施单位 配合单位 配合部门 协同单位 协办单位 协助单位 参与单位 督办单位 主管部门 责任主体 责任领导 分管领导 牵头领导 包联领导 督办领导 挂点领导 责任人 项目责任人 市政府分管领导 区政府分管领导 县政府分管领导 政府分管领导 市分管领导 区分管领导 县分管领导"
)
  .split(" ")
  .sort((left, right) => right.length - left.length);
/** Three in a row, the first of them no word that sentences use as well. */
const RUN = new RegExp(
  `(?:序号|编号|[\\u4e00-\\u9fff]{2}(?:名称|类别|内容|单位|部门|领导))(?:(?:[ \\t\\u3000]{0,3}|[及与和])(?:${WORDS.join("|")})){2,}`,
  "gu",
);

/** Where the runs of headings in a text begin and end, in its order: the places of the first and last character of each. */
export function headingRuns(text: string): number[] {
  return [...text.matchAll(RUN)].flatMap(({ index, 0: run }) => [index, index + run.length - 1]);
}
