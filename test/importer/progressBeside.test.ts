/** What was reached so far, beside what is aimed at: brackets, cards, numbered tasks, tables without strokes. All places are invented. */
import { importReport } from "../../src/importer/importReport";

const read = (text: string) => importReport(text, { year: 2026 });
const promised = (text: string) => read(text).drafts.map(({ phrase }) => phrase);
const reasonOf = (text: string, phrase: string) =>
  read(text).leftOut.find((each) => each.phrase === phrase)?.reason ?? null;

it.each<[string, string, readonly string[]]>([
  [
    "brackets behind a figure tell of no more than they hold",
    "今年修缮驿亭26座（已修缮19座），疏通暗渠14公里（已开工5公里）。",
    ["26座", "14公里"],
  ],
  ["so much of it, in the same unit", "修缮驿亭26座，现已完成19座，余下的6月底前完工。", ["26座"]],
  [
    "the plan of the year beside what was reached",
    "年度计划投资6.4亿元，截至5月底累计完成投资2.3亿元，完成率36%。",
    ["6.4亿元"],
  ],
  [
    "numbered tasks",
    "任务一：修缮驿亭26座。截至3月底，已建成9座。任务二：疏通暗渠14公里。截至3月底，开工4公里。",
    ["26座", "14公里"],
  ],
  [
    "tasks alone on their lines",
    "一、修缮驿亭26座\n截至10月底，已修缮26座。\n二、疏通暗渠14公里\n截至10月底，已疏通12公里。",
    ["26座", "14公里"],
  ],
  [
    "an aim, what was reached and its rate",
    "（一）疏通暗渠：目标14公里，完成9公里，完成率64.3%。\n（二）修缮驿亭：目标26座，实际完成26座，完成率100%。",
    ["14公里", "26座"],
  ],
  [
    "the year's aim before what the half year brought",
    "全年安置就业900人以上，上半年已安置420人，完成目标任务的46.7%。",
    ["900人"],
  ],
  [
    "months in brackets",
    "1.修缮驿亭26座（1-9月完工18座，占69.2%）。\n2.疏通暗渠14公里（1-9月竣工9公里，占64.3%）。",
    ["26座", "14公里"],
  ],
  [
    "columns without numbers",
    "指标 年度目标 实际完成 完成率\n疏通暗渠 14公里 9公里 64.3%\n修缮驿亭 26座 18座 69.2%",
    ["14公里", "26座"],
  ],
  [
    "cards of pledges",
    "承诺事项：修缮驿亭26座\n完成情况：完工18座\n承诺事项：疏通暗渠14公里\n完成情况：完工6公里",
    ["26座", "14公里"],
  ],
  [
    "cards with labels",
    "项目名称：驿亭\n建设内容：修缮驿亭26座\n进展情况：完工18座\n责任单位：县住建局\n项目名称：暗渠\n建设内容：疏通暗渠14公里\n进展情况：完工6公里\n责任单位：县水利局",
    ["26座", "14公里"],
  ],
  [
    "columns parted by blanks",
    "序号 项目名称 年度目标 进展情况\n1 驿亭 修缮驿亭26座 已修缮18座\n2 暗渠 疏通暗渠14公里 完工6公里",
    ["26座", "14公里"],
  ],
  [
    "cells on lines of their own",
    "序号\n项目\n年度目标\n完成情况\n1\n驿亭\n修缮驿亭26座\n修缮驿亭18座\n2\n暗渠\n疏通暗渠14公里\n疏通暗渠6公里\n说明：数据截至9月。",
    ["26座", "14公里"],
  ],
  [
    "the progress of a quarter",
    "| 序号 | 项目 | 年度目标 | 一季度完成 | 责任单位 |\n|---|---|---|---|---|\n| 1 | 驿亭 | 修缮26座 | 修缮5座 | 住建局 |\n| 2 | 暗渠 | 疏通14公里 | 疏通3公里 | 水利局 |",
    ["26座", "14公里"],
  ],
  [
    "a row without its group stands under the columns on the right",
    "序号 |\n领域 |\n年度目标 |\n进展情况 |\n1 |\n城建 |\n修缮驿亭26座 |\n修缮驿亭9座 |\n2 |\n疏通暗渠14公里 |\n疏通暗渠3公里 |\n3 |\n水务 |\n新打机井8眼 |\n新打机井2眼 |",
    ["26座", "14公里", "8眼"],
  ],
])("%s", (_, text, phrases) => {
  expect(promised(text)).toEqual(phrases);
});

it("where a cell too many hides the columns, only the first cell of a row is a task", () => {
  const text =
    "序号 |\n领域 |\n年度目标 |\n进展情况 |\n1 |\n城建 |\n修缮驿亭26座 |\n修缮驿亭9座 |\n2 |\n水务 |\n新打机井8眼 |\n新打机井2眼 |\n疏通暗渠14公里 |\n疏通暗渠3公里 |\n3 |\n林业 |\n补植行道树900株 |\n补植行道树100株 |";
  expect(promised(text)).toEqual(["26座", "900株"]);
});

it.each<[string, string, string]>([
  ["今年修缮驿亭26座（已修缮19座），疏通暗渠14公里。", "19座", "past"],
  ["本报讯（记者 某某）4月6日，县里组织护河，500余名干部群众参加。今年计划护河12公里。", "500余名", "past"],
  ["各单位负责人70余人参加会议。今年修缮驿亭26座。", "70余人", "past"],
  ["我县是全省16个先行城市之一，今年修缮驿亭26座。", "16个", "scope"],
  ["活动现场，发放资料900份。全年计划开展活动12场。", "900份", "past"],
  ["为民办实事项目共19项，其中：养老类4项，新建食堂5所。", "19项", "scope"],
  ["为民办实事项目共19项，其中：养老类4项，新建食堂5所。", "4项", "scope"],
  ["通知提出7方面29条措施。", "29条", "scope"],
  ["全年工作分解为9个方面107项，逐项明确时限。", "107项", "scope"],
  ["将要点分解为61项，涉及责任单位24家。", "61项", "scope"],
  ["将要点分解为61项，涉及责任单位24家。", "24家", "scope"],
  ["安排资金900万元。资金来源：省级补助300万元，县级配套600万元。", "600万元", "size"],
])("%s: %s is %s", (text, phrase, reason) => {
  expect(reasonOf(text, phrase)).toBe(reason);
});

it("目前12座 counts, 前12名 ranks", () => {
  expect(reasonOf("今年计划修缮驿亭26座，目前12座已完工。", "12座")).toBe("past");
  expect(promised("今年计划修缮驿亭26座，目前12座已完工。")).toEqual(["26座"]);
  expect(promised("力争进入全省前12名。")).toEqual([]);
});
