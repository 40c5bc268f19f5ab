/** Several units in one cell: who leads, who is named, and what is one name after all. */
import { isEveryPlace, ownerList } from "../../src/core/ownerLists";

it.each<[string, string[], string[], boolean]>([
  ["市财政局、市教育局", ["市财政局"], ["市财政局", "市教育局"], false],
  ["市财政局，市教育局", ["市财政局"], ["市财政局", "市教育局"], false],
  ["市财政局/市教育局；市人社局", ["市财政局"], ["市财政局", "市教育局", "市人社局"], false],
  ["市财政局 市教育局", ["市财政局"], ["市财政局", "市教育局"], true],
  [" 市财政局 、 市教育局 ", ["市财政局"], ["市财政局", "市教育局"], true],
  ["市财政局、市教育局（牵头）", ["市教育局"], ["市财政局", "市教育局"], false],
  ["市财政局、市教育局（ 牵头 ）", ["市教育局"], ["市财政局", "市教育局"], false],
  ["市财政局、市教育局牵头", ["市教育局"], ["市财政局", "市教育局"], false],
  ["市财政局【主办单位】、市教育局（协办）", ["市财政局"], ["市财政局", "市教育局"], false],
  ["市财政局（配合）、市教育局", ["市教育局"], ["市财政局", "市教育局"], false],
  ["市财政局（配合）、市教育局（协助部门）", [], ["市财政局", "市教育局"], false],
  ["市财政局（牵头）、市教育局（牵头）", ["市财政局", "市教育局"], ["市财政局", "市教育局"], false],
  ["市教育局（牵头）", ["市教育局"], ["市教育局"], false],
  ["、市财政局、、市教育局、", ["市财政局"], ["市财政局", "市教育局"], false],
  // What stands in brackets belongs to the name, and a bracket that was never opened closes nothing.
  [
    "市公安局（交警支队、治安支队）、市教育局",
    ["市公安局（交警支队、治安支队）"],
    ["市公安局（交警支队、治安支队）", "市教育局"],
    false,
  ],
  ["市公安局)、市教育局", ["市公安局)"], ["市公安局)", "市教育局"], false],
  ["市公安局）（交警、治安）、市教育局", ["市公安局）（交警、治安）"], ["市公安局）（交警、治安）", "市教育局"], false],
  [
    "市公安局（（甲、乙）、丙）、市教育局",
    ["市公安局（（甲、乙）、丙）"],
    ["市公安局（（甲、乙）、丙）", "市教育局"],
    false,
  ],
  ["（牵头）、市教育局", [""], ["市教育局"], false],
  ["市教育局 （牵头）、市财政局", ["市教育局"], ["市教育局", "市财政局"], false],
  ["市财政局 市教育局 ( 牵头 )", ["市教育局"], ["市财政局", "市教育局"], true],
])("%s is led by %j", (typed, leads, units, isByBlank) => {
  expect(ownerList(typed)).toEqual({ leads, units, isByBlank });
});

it.each(["市教育局", " 市教育局 ", "市教育局（基教科）", "市教育局（配合）", "市教育局、", "", "、"])(
  "%j is one name",
  (typed) => {
    expect(ownerList(typed)).toBeNull();
  },
);

it.each([
  ["各县（市、区）", true],
  ["各县市区", true],
  ["各 区 县 人民政府", true],
  ["各县、市、区", true],
  ["各单位", false],
  ["各县（市、区）教育局", false],
  ["市各县", false],
])("%s is every place: %s", (name, is) => {
  expect(isEveryPlace(name)).toBe(is);
});
