/** Every tab and form, light, dark and in high contrast, in both languages: axe finds nothing, and no text is cut where the pane is narrow. */
import axe from "axe-core";
import type { Frame } from "playwright-core";
import { shareWorkbench } from "./workbenchPage";

jest.setTimeout(240_000);

/** The tabs, and the forms of the ledger's tab by what opens them. */
const TABS = ["catalog", "ledger", "cell", "check", "review", "settings"];
const FORMS = ["newLedger", "returns"];

/** Texts that do not fit where they stand. Those meant for no eye, and the title that ends in dots and says the rest when pointed at, are none. */
const CUT = `[...document.querySelectorAll("#app *")].filter((each) => {
  if (each.children.length > 0 && !each.matches("button, h2, h3, p, label, option")) return false;
  if (!each.checkVisibility() || each.closest(".unseen, [hidden], header p, select")) return false;
  const { overflowX, textOverflow } = getComputedStyle(each);
  return each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0 && (overflowX !== "visible" || textOverflow !== "clip" || each.getBoundingClientRect().right > innerWidth + 1);
}).map((each) => each.tagName + " " + each.textContent.trim().slice(0, 40))`;
const SIDEWAYS = `document.documentElement.scrollWidth > innerWidth || [...document.querySelectorAll("[role=tabpanel]")].some((each) => each.scrollWidth > each.clientWidth + 1)`;

/** Every place in every look takes minutes: asked for by EVERYWHERE=1. */
const everyPlace = process.env["EVERYWHERE"] === "1" ? describe : describe.skip;

everyPlace.each(["zh-CN", "en-US"])("in %s", (language) => {
  const workbench = shareWorkbench({ query: `?language=${language}`, viewport: { width: 1300, height: 860 } });
  const frame = (): Frame => workbench.page.frames().find((each) => each.url().includes("/taskpane.html"))!;
  const pane = () => workbench.page.frameLocator("iframe");
  const idle = () => workbench.page.evaluate(() => window.workbench.idle());

  /** Looks at each tab and form in turn. */
  async function everywhere(look: (place: string) => Promise<void>): Promise<void> {
    for (const tab of TABS) {
      await pane().locator(`#tab-${tab}`).click();
      await pane().locator(`#panel-${tab} > *`).first().waitFor({ state: "attached" });
      await idle();
      await look(tab);
    }
    for (const form of FORMS) {
      await pane().locator("#tab-ledger").click();
      await pane().locator(`[data-path=${form}] button`).click();
      await look(form);
      await workbench.page.keyboard.press("Escape");
      await pane().locator(`[data-path=${form}] button`).waitFor();
    }
    await pane().locator("#tab-catalog").click();
    await pane().getByRole("searchbox").fill("学位");
    await pane().locator("button.row.commitment").first().click();
    await pane().locator(".insert [aria-expanded]").click();
    await look("card");
    await workbench.page.keyboard.press("Escape");
    await pane().getByRole("searchbox").fill("");
  }

  async function withLedger(): Promise<void> {
    await workbench.page.evaluate(() => window.workbench.clickRibbon("BuildLedger"));
    await pane().getByRole("checkbox").first().check();
    await pane().locator("#panel-ledger button.primary").click();
    await idle();
  }

  it("axe finds nothing, in light, dark and high contrast", async () => {
    await withLedger();
    const found: string[] = [];
    await frame().evaluate(axe.source);
    await everywhere(async (place) => {
      for (const look of ["light", "dark", "contrast"]) {
        await workbench.page.emulateMedia({ forcedColors: look === "contrast" ? "active" : "none" });
        await frame().evaluate(
          (theme) => (document.documentElement.dataset["theme"] = theme),
          look === "dark" ? "dark" : "light",
        );
        const violations = await frame().evaluate<string[]>(
          `axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html.slice(0, 120)).join(" | ")))`,
        );
        found.push(...violations.map((violation) => `${place} ${look}: ${violation}`));
      }
    });
    await workbench.page.emulateMedia({ forcedColors: "none" });
    expect(found).toEqual([]);
  });

  it("no text is cut at 300 px, and nothing scrolls sideways at 175 px", async () => {
    await withLedger();
    const iframe = workbench.page.locator("iframe");
    const found: string[] = [];
    for (const width of [300, 175]) {
      await iframe.evaluate((element, to) => {
        Object.assign(element.style, { width: `${to}px`, minWidth: "0", flex: "none" });
      }, width);
      await everywhere(async (place) => {
        if (await frame().evaluate<boolean>(SIDEWAYS)) found.push(`${place} scrolls sideways at ${width}`);
        if (width === 300) for (const cut of await frame().evaluate<string[]>(CUT)) found.push(`${place} cuts ${cut}`);
      });
    }
    expect(found).toEqual([]);
  });
});

describe("for the first time", () => {
  const workbench = shareWorkbench({ isFirstRun: true });
  const pane = () => workbench.page.frameLocator("iframe");

  it("an empty workbook offers three ways to begin, once", async () => {
    await pane().getByRole("heading", { name: "从哪里开始？" }).waitFor();
    await workbench.screenshot("first-run");
    await pane().getByRole("button", { name: "查一个目标" }).click();
    await pane().getByText("8个部门，46项承诺").waitFor();
    expect(
      await pane()
        .getByRole("searchbox")
        .evaluate((field) => field === document.activeElement),
    ).toBe(true);
    await workbench.page.keyboard.type("xzxw");
    await pane().getByText("找到 3 项").waitFor();
    await workbench.page.evaluate(() => window.workbench.startNew());
    await pane().getByText("8个部门，46项承诺").waitFor();
    expect(await pane().getByText("从哪里开始？").count()).toBe(0);
  });
});
