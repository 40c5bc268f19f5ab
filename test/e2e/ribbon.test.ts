/** The ribbon as the manifest begins it and `Office.ribbon.requestUpdate` changes it, and keyboard shortcuts, through the real office.js. */
import type { Frame, Page } from "playwright-core";
import { shareWorkbench, untilTrueIn, type SharedWorkbench } from "./workbenchPage";

/** Begins with the leader's copy greyed out, and with one key. */
const manifest = (text: string): string =>
  text
    .replace(
      /(<FunctionName>leadersCopy<\/FunctionName>\s*<\/Action>)(?:\s*<Enabled>[a-z]+<\/Enabled>)?/,
      "$1<Enabled>false</Enabled>",
    )
    .replace(/\s*<ExtendedOverrides[^>]*(\/>|>.*?<\/ExtendedOverrides>)/s, "")
    .replace(
      "</VersionOverrides>\n</OfficeApp>",
      '</VersionOverrides><ExtendedOverrides Url="https://localhost:3000/story/shortcuts.json"/></OfficeApp>',
    );
const files = {
  "/story/shortcuts.json": JSON.stringify({
    actions: [
      { id: "noteKey", type: "ExecuteFunction", name: "记下按键" },
      { id: "other", type: "ExecuteFunction", name: "另一个" },
    ],
    shortcuts: [{ action: "noteKey", key: { default: "Ctrl+Alt+K" } }],
  }),
};

let open: SharedWorkbench;
let page: Page;
let pane: Frame;

/** The stories of a block on one page. */
function onPage(query: string): void {
  const shared = shareWorkbench({ manifest, files, query, viewport: { width: 1200, height: 700 } });
  beforeEach(async () => {
    open = shared;
    page = open.page;
    await page.evaluate(() => window.workbench.idle()); // what the pane itself says of the ribbon comes first
    pane = page.frames().find((frame) => frame.url().includes("/taskpane.html"))!;
  });
}

const button = (name: string) => page.getByRole("button", { name });
/** What a call of the library ends in: its answer, or the code of its error. */
const office = (program: string): Promise<unknown> =>
  pane.evaluate(
    `Promise.resolve(${program}).then((answer) => answer ?? "done", (error) => error.code ?? String(error))`,
  );
const update = (tab: unknown): Promise<unknown> =>
  office(`Office.ribbon.requestUpdate(${JSON.stringify({ tabs: [tab] })})`);
const controls = (...given: { id: string; enabled: boolean }[]) => ({
  id: "TargetTab",
  groups: [{ id: "TargetGroup", controls: given }],
});

const sets = `["RibbonApi", "KeyboardShortcuts"].map((set) => Office.context.requirements.isSetSupported(set, "1.1"))`;

describe("in Microsoft 365", () => {
  onPage("");

  it("greys out what the manifest disables, until the add-in enables it", async () => {
    expect(await button("领导副本").isDisabled()).toBe(true);
    expect(await button("生成台账").isDisabled()).toBe(false);
    await open.screenshot("ribbon-disabled");
    await expect(page.evaluate(() => window.workbench.clickRibbon("LeadersCopy"))).rejects.toThrow("disabled");
    expect(await update(controls({ id: "LeadersCopy", enabled: true }, { id: "BuildLedger", enabled: false }))).toBe(
      "done",
    );
    expect(await button("领导副本").isDisabled()).toBe(false);
    expect(await button("生成台账").isDisabled()).toBe(true);
    await page.evaluate(() => window.workbench.clickRibbon("LeadersCopy"));
  });

  it("hides and shows the tab, refuses what the manifest does not have, and begins anew with the add-in", async () => {
    expect(await update(controls({ id: "LeaderCopy", enabled: true }))).toBe("ItemNotFound");
    expect(await update({ id: "Targets", visible: false })).toBe("ItemNotFound");
    const tab = page.locator("#tab-addin");
    expect(await update({ id: "TargetTab", visible: false })).toBe("done");
    expect(await tab.isVisible()).toBe(false);
    expect(await page.locator("#ribbon").isVisible()).toBe(false);
    expect(await update({ id: "TargetTab", visible: true })).toBe("done");
    expect(await tab.isVisible()).toBe(true);
    await tab.click();
    await update(controls({ id: "LeadersCopy", enabled: true }));
    await page.evaluate(() => window.workbench.theme("dark"));
    expect(await button("领导副本").isDisabled()).toBe(true);
  });

  it("leads keys to actions, from the grid and from the pane", async () => {
    expect(await office(sets)).toEqual([true, true]);
    await pane.evaluate(
      `window.pressed = []; Office.actions.associate("noteKey", (given) => window.pressed.push(given));
       Office.actions.associate("other", () => window.pressed.push("other"));`,
    );
    const pressed = (count: number) => untilTrueIn(pane, `window.pressed.length === ${count}`);
    await page.evaluate(() => window.workbench.select("B2"));
    await page.keyboard.press("Control+Alt+K");
    await pressed(1);
    await pane.locator("input").first().focus();
    await page.keyboard.press("Control+Alt+K");
    await pressed(2);
    expect(await pane.evaluate("window.pressed")).toEqual([null, null]);

    expect(await office("Office.actions.getShortcuts()")).toEqual({ noteKey: "Ctrl+Alt+K", other: null });
    expect(await office(`Office.actions.replaceShortcuts({ noteKey: null, other: "Ctrl+Shift+8" })`)).toBe("done");
    expect(await office(`Office.actions.areShortcutsInUse(["Ctrl+Alt+K", "Ctrl+Shift+8"])`)).toEqual([
      { shortcut: "Ctrl+Alt+K", inUse: false },
      { shortcut: "Ctrl+Shift+8", inUse: true },
    ]);
    await page.keyboard.press("Control+Alt+K");
    await page.keyboard.press("Control+Shift+Digit8");
    await pressed(3);
    expect(await pane.evaluate("window.pressed[2]")).toBe("other");
  });
});

describe("in Office 2021", () => {
  onPage("?office=2021");

  it("has the ribbon and no shortcuts in volume-licensed Office", async () => {
    expect(await office(sets)).toEqual([true, false]);
    expect(await update(controls({ id: "LeadersCopy", enabled: true }))).toBe("done");
    expect(await button("领导副本").isDisabled()).toBe(false);
  });
});
