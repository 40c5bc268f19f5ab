import { isBusyText, isErrorValue, isSpillError } from "../../src/sheets/errorValues";

it.each([
  ...["#N/A", "#NAME?", "#DIV/0!", "#VALUE!", "#REF!", "#SPILL!", "#CALC!", "#BUSY!", "#GETTING_DATA"],
  ...[
    "#溢出!",
    "#名称?",
    "#值!",
    "#除数/0!",
    "#スピル!",
    "#ÜBERLAUF!",
    "#¡VALOR!",
    "#¿NOMBRE?",
    "#NV",
    "#N/D",
    "#Н/Д",
    "#ИМЯ?",
  ],
])("%s is an error", (value) => expect(isErrorValue(value)).toBe(true));

it.each(["", "####", "#", "#重点", "#1", "# 一", "完成!", "#重点 请看!", 0, 8310, true, null, undefined])(
  "%p is none",
  (value) => expect(isErrorValue(value)).toBe(false),
);

it("tells a blocked spill in any language", () => {
  expect(["#SPILL!", "#溢出!", "#スピル!"].map(isSpillError)).toEqual([true, true, true]);
  expect(["#N/A", "#REF!", "溢出"].map(isSpillError)).toEqual([false, false, false]);
});

it("tells what is still being calculated", () => {
  expect(["#BUSY!", "#GETTING_DATA", "#N/A", "8310"].map(isBusyText)).toEqual([true, true, false, false]);
});
