import { readKeys, Shortcuts, type KeyPress } from "./host/shortcuts";

const FILE = {
  actions: [
    { id: "buildLedger", type: "ExecuteFunction", name: "生成台账" },
    { id: "refresh", type: "ExecuteFunction", name: "刷新" },
  ],
  shortcuts: [{ action: "buildLedger", key: { default: "Ctrl+Alt+L", mac: "Command+Shift+L", web: "Ctrl+Shift+L" } }],
};
const pressed = (change: Partial<KeyPress>): KeyPress => ({
  keyCode: 76,
  ctrlKey: true,
  altKey: false,
  shiftKey: true,
  metaKey: false,
  ...change,
});

function shortcuts(): Shortcuts {
  const made = new Shortcuts();
  made.define(FILE);
  return made;
}

it.each([
  ["Ctrl+Shift+L", pressed({})],
  ["ctrl + alt + up", pressed({ keyCode: 38, altKey: true, shiftKey: false })],
  ["Alt+F9", pressed({ keyCode: 120, altKey: true, ctrlKey: false, shiftKey: false })],
  ["Command+5", pressed({ keyCode: 53, ctrlKey: false, shiftKey: false, metaKey: true })],
])("reads %s", (combination, keys) => {
  expect(readKeys(combination)).toEqual(keys);
});

it.each(["L", "Ctrl", "Ctrl+Shift", "Ctrl+L+M", "Ctrl+F13", "Ctrl+Enter", "Control+L", ""])(
  "refuses “%s”",
  (combination) => {
    expect(() => readKeys(combination)).toThrow();
  },
);

it("leads keys to their action, by the keys for the web before the others", () => {
  expect(shortcuts().action(pressed({}))).toBe("buildLedger");
  expect(shortcuts().action(pressed({ shiftKey: false, altKey: true }))).toBeNull();
  expect(shortcuts().action(pressed({ keyCode: 77 }))).toBeNull();
});

it("replaces the keys of the actions that are named, and gives all", () => {
  const made = shortcuts();
  expect(made.all()).toEqual({ buildLedger: "Ctrl+Shift+L", refresh: null });
  made.replace({ refresh: "Ctrl+Shift+R" });
  expect(made.all()).toEqual({ buildLedger: "Ctrl+Shift+L", refresh: "Ctrl+Shift+R" });
  made.replace({ buildLedger: null });
  expect(made.action(pressed({}))).toBeNull();
  expect(made.areInUse(["Ctrl+Shift+R", "Ctrl+Shift+L"])).toEqual([true, false]);
});

it("changes nothing when one of the actions or its keys is wrong", () => {
  const made = shortcuts();
  expect(() => made.replace({ refresh: "Ctrl+Shift+R", print: "Ctrl+Shift+P" })).toThrow();
  expect(() => made.replace({ refresh: "Ctrl+Shift+R", buildLedger: "L" })).toThrow();
  expect(made.all()).toEqual({ buildLedger: "Ctrl+Shift+L", refresh: null });
});

it("refuses a file that names an action it does not define", () => {
  const made = new Shortcuts();
  expect(() => made.define({ ...FILE, shortcuts: [{ action: "print", key: { default: "Ctrl+P" } }] })).toThrow();
  expect(() => made.define({ ...FILE, actions: [{ id: "a", type: "ShowPane", name: "甲" }], shortcuts: [] })).toThrow();
});
