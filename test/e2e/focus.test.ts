/** By keyboard alone: the focus goes on to what comes next, and comes back to where a form was opened from; it is never lost to the page. */
import type { Locator } from "playwright-core";
import { yunzhouCatalog } from "../core/yunzhou";
import { FURTHER_CATALOG, furtherCatalog } from "./everyPlace";
import { shareWorkbench } from "./workbenchPage";

const workbench = shareWorkbench({
  query: "?office=2021",
  embeddedCatalog: yunzhouCatalog(),
  viewport: { width: 1300, height: 860 },
});

const pane = () => workbench.page.frameLocator("iframe");
const idle = () => workbench.page.evaluate(() => window.workbench.idle());
const put = (address: string, value: string | number) =>
  workbench.page.evaluate(([at, content]) => window.workbench.setCell(at, content), [address, value] as const);
const press = (key: string) => workbench.page.keyboard.press(key);
/** Comes to a control and presses it, as with Tab and Enter. */
async function enter(control: Locator): Promise<void> {
  await control.focus();
  await press("Enter");
}
/** Waits until what matches has the focus. */
const focusComesTo = (selector: string) => pane().locator(`:is(${selector}):focus`).waitFor();
async function tab(name: string): Promise<void> {
  await pane().locator(`#tab-${name}`).focus();
  await press("Enter");
  await pane().locator(`#panel-${name} > *`).first().waitFor({ state: "attached" });
  await idle();
}
const opener = (path: string) => `[data-path=${path}] button`;
async function ledger(): Promise<void> {
  await tab("ledger");
  await enter(pane().locator(opener("newLedger")));
  await pane().getByRole("checkbox").first().check();
  await enter(pane().locator("#panel-ledger button.primary"));
  await pane().locator(".message.success").waitFor();
  await idle();
}

it("a form that is opened has the focus, and Esc gives it back to what opened it", async () => {
  await ledger();
  for (const form of ["newLedger", "returns", "ownSheet", "ownPromise", "places"]) {
    await enter(pane().locator(opener(form)));
    await pane().locator("#panel-ledger .back").waitFor();
    await idle();
    await focusComesTo("#panel-ledger *");
    await press("Escape");
    await focusComesTo(opener(form));
  }
  await enter(pane().locator(opener("places")));
  await enter(pane().locator("#panel-ledger .actions button.secondary"));
  await focusComesTo("#panel-ledger .split *");
  await press("Escape");
  await focusComesTo("#panel-ledger .places:not(.split) *");
  await press("Escape");
  await focusComesTo(opener("places"));
});

it("a card, its correction and its question give the focus back step by step", async () => {
  await pane().getByRole("searchbox").focus();
  await workbench.page.keyboard.type("技术改造");
  await press("ArrowDown");
  await focusComesTo("button.row.commitment");
  await press("Enter");
  await focusComesTo(".evidence button");
  await idle();
  await enter(pane().locator(".correct button"));
  await focusComesTo("target-correction select");
  await press("Escape");
  await focusComesTo(".correct button");
  await put("A1", "手工记录");
  await enter(pane().locator(".insert button.primary"));
  await focusComesTo(".question");
  await press("Escape");
  await focusComesTo(".insert button.primary");
  await press("Escape");
  await focusComesTo("button.row.commitment");
});

it("a form that did its work gives the focus back, and so does a question that was answered", async () => {
  await ledger();
  await focusComesTo(opener("newLedger"));
  await enter(pane().locator(opener("summary")));
  await pane().locator(".circular").waitFor();
  await focusComesTo(opener("summary"));
  await enter(pane().locator(opener("summary")));
  await focusComesTo(".question");
  await enter(pane().locator(".question button").first());
  await focusComesTo(opener("summary"));
  await idle();
  await enter(pane().locator(opener("ownPromise")));
  for (const [at, typed] of ["市教育局", "新建游泳馆", "3", "个"].entries())
    await pane().locator("#panel-ledger .ownPromise input").nth(at).fill(typed);
  await press("Enter");
  await focusComesTo(".question");
  await press("Escape");
  await focusComesTo(opener("ownPromise"));
});

it("a finding that is put right in 检查 hands the focus to the one that comes up in its place", async () => {
  await ledger();
  await put("台账!C3", "2024Q2");
  for (const at of ["台账!H6", "台账!H7", "台账!H8"]) await put(at, "'900");
  await idle();
  await tab("check");
  const texts = pane().locator("#panel-check .rows .answers button", { hasText: "改成数字" });
  await texts.nth(2).waitFor();
  for (let left = 3; left > 1; left--) {
    await enter(texts.first());
    await pane().locator(".message.success").waitFor();
    await focusComesTo("#panel-check .rows > li button.finding");
    expect(await texts.count()).toBe(left - 1);
    await press("Escape");
  }
});

it("a draft that is decided hands the focus to the next one, and the end of a review to where one begins", async () => {
  await tab("review");
  await pane().locator("#report").fill("市教育局：今年新增学位2340个，改造学校12所，新建幼儿园5所。");
  await enter(pane().locator("#panel-review button.primary:visible").last());
  await focusComesTo("li.draft.current");
  const drafts = pane().locator("#panel-review li.draft");
  const count = await drafts.count();
  await press("e");
  await focusComesTo(".correcting input");
  await press("Escape");
  await focusComesTo("li.draft.current");
  for (let at = 1; at < count; at++) {
    await press("a");
    await focusComesTo(`li.draft.current:not(.accepted)`);
  }
  await press("d");
  await focusComesTo("li.draft.current");
  await press("u");
  await focusComesTo("li.draft.current:not(.dropped)");
  await press("a");
  await focusComesTo("li.draft.current");
  for (const [at, of] of ["云州市", "2024"].entries()) await pane().locator(".about input").nth(at).fill(of);
  await enter(pane().locator("#panel-review .actions button.primary"));
  await focusComesTo("#report");
});

it("a decision between two documents has the focus, as has what is seen before it is written, and gives it back to its catalog", async () => {
  await tab("settings");
  for (const version of [1, 2] as const) {
    await workbench.page.route(`**${FURTHER_CATALOG}`, (route) =>
      route.fulfill({ body: JSON.stringify(furtherCatalog(version)) }),
    );
    if (version === 1) {
      const address = new URL(FURTHER_CATALOG, workbench.page.url()).href;
      await pane().locator("target-add-catalog input[type=text]").first().fill(address);
      await press("Enter");
      await focusComesTo(".question");
      await enter(pane().locator(".question button").first());
      await pane().locator(".message.success").waitFor();
      await focusComesTo("#panel-settings *");
    } else {
      await enter(pane().locator('[data-catalog="xiangyang-2024"] button.secondary').first());
      await focusComesTo("target-decide h2");
      await press("Escape");
      await focusComesTo('[data-catalog="xiangyang-2024"] button');
      await enter(pane().locator('[data-catalog="xiangyang-2024"] button.secondary').first());
      await focusComesTo("target-decide h2");
      for (const field of await pane().locator("target-decide .settings input").all()) await field.fill("张三");
      await press("Enter");
      await focusComesTo(".changes h2");
      await press("Escape");
      await focusComesTo('[data-catalog="xiangyang-2024"] button');
    }
    await workbench.page.unroute(`**${FURTHER_CATALOG}`);
  }
});

it("Tab, which Excel on the web moves by itself, reaches everything in sight in every tab and form, in its order", async () => {
  await ledger();
  await put("台账!C3", "2024Q2");
  await put("台账!H6", "'900");
  await idle();
  const frame = workbench.page.frames().find((each) => each.url().includes("/taskpane.html"))!;
  /** What a person can use, in the order in which it stands: of the tabs the open one. */
  const IN_SIGHT = `[...document.querySelectorAll("#app :is(a[href], button, input, select, textarea, summary, [tabindex='0'])")].filter(
    (each) => each.checkVisibility() && !each.matches("[tabindex='-1'], [type=file], :disabled") && !each.closest("details:not([open]) > :not(summary)"),
  )`;
  const wrong: string[] = [];
  const walk = async (name: string) => {
    await idle();
    const first = await frame.evaluate<number>(`(window.inSight = ${IN_SIGHT}).length`);
    await frame.evaluate("inSight[0].focus()");
    for (let at = 0; at < first; at++) {
      const isThere = await frame.evaluate<boolean>(`document.activeElement === inSight[${at}]`);
      if (!isThere) wrong.push(await frame.evaluate<string>(`"${name}: " + inSight[${at}].outerHTML.slice(0, 120)`));
      if (!isThere) return;
      if (at < first - 1) await press("Tab");
    }
  };
  for (const name of ["catalog", "ledger", "cell", "check", "review", "settings"]) {
    await tab(name);
    await walk(name);
  }
  await tab("ledger");
  for (const form of ["newLedger", "returns", "ownSheet", "ownPromise", "places"]) {
    await enter(pane().locator(opener(form)));
    await pane().locator("#panel-ledger .back").waitFor();
    await walk(form);
    await pane().locator("#panel-ledger .back").press("Enter");
    await focusComesTo(opener(form));
  }
  expect(wrong).toEqual([]);
});
