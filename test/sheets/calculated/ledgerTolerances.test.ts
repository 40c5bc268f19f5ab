/** The tolerance cells of a ledger: what can not be read is said beside them in full, and judges nothing until it is mended. */
import { RULES } from "../../../src/core/status";
import { Formula } from "../../../src/sheets/plan";
import { zh } from "../../../src/strings/zh";
import { catalogOf } from "../../core/jingzhou";
import { FilledLedger, type Typed } from "./filledLedger";

const index = catalogOf(
  { kind: "flow", target: { comparator: "plain", value: 100, unit: "个" } },
  { kind: "growth", target: { comparator: "plain", value: 9, unit: "%" } },
);
let ledger: FilledLedger;
beforeAll(() => {
  ledger = new FilledLedger(index, RULES.standard);
  ledger.fill([
    [null, 42],
    [null, 8.5],
  ]);
});
afterAll(() => ledger.close());

const TOLERANCES = ["shareTolerance", "pointTolerance", "shareGrace"] as const;
const USUAL = { shareTolerance: 0.1, pointTolerance: 1, shareGrace: 0 };
const verdicts = async () => (await ledger.rows()).map(({ status, light }) => `${String(status)}${String(light)}`);
const { before, behind } = zh.ledger.toleranceTrouble;
/** What is said of a tolerance, from the words before it on. */
async function trouble() {
  const head = await ledger.head();
  return head.includes(before) ? head.slice(head.indexOf(before), head.indexOf(behind) + behind.length) : null;
}

it.each<[(typeof TOLERANCES)[number], Typed | Formula, string]>([
  ["shareTolerance", "十个点", "十个点"],
  ["shareTolerance", "10%", "10%"], // a text, and no number
  ["shareTolerance", 10, "10"],
  ["shareTolerance", -0.1, "-0.1"],
  ["shareTolerance", null, ""],
  ["shareTolerance", true, "TRUE"],
  ["shareTolerance", new Formula("=NA()"), "读不出"],
  ["pointTolerance", "一个点", "一个点"],
  ["pointTolerance", 101, "101"],
  ["pointTolerance", -1, "-1"],
  ["shareGrace", "不算", "不算"],
  ["shareGrace", 5, "5"],
  ["shareGrace", -0.01, "-0.01"],
])("%s %s is named, and judges nothing", async (setting, typed, named) => {
  ledger.set(setting, typed);
  expect([await trouble(), await verdicts()]).toEqual([`${before}${named}${behind}`, ["", ""]]);
  ledger.set(setting, USUAL[setting]);
  expect([await trouble(), await verdicts()]).toEqual([null, ["欠进度▲", "欠进度▲"]]);
});

it.each<[(typeof TOLERANCES)[number], number, readonly string[]]>([
  ["shareTolerance", 0, ["严重滞后■", "欠进度▲"]],
  ["shareTolerance", 1, ["欠进度▲", "欠进度▲"]],
  ["pointTolerance", 0, ["欠进度▲", "严重滞后■"]],
  ["pointTolerance", 100, ["欠进度▲", "欠进度▲"]],
  ["shareGrace", 0.1, ["达进度◆", "欠进度▲"]],
  ["shareGrace", 1, ["达进度◆", "欠进度▲"]],
])("%s %d is within bounds, and judges", async (setting, value, shown) => {
  ledger.set(setting, value);
  expect([await trouble(), await verdicts()]).toEqual([null, shown]);
  ledger.set(setting, USUAL[setting]);
});

it("several that can not be read are named one after the other", async () => {
  for (const setting of TOLERANCES) ledger.set(setting, "？");
  expect(await trouble()).toBe(`${before}？${behind}`);
  ledger.set("shareTolerance", 0.1);
  expect(await verdicts()).toEqual(["", ""]);
  for (const setting of TOLERANCES) ledger.set(setting, USUAL[setting]);
  expect(await trouble()).toBe(null);
});
