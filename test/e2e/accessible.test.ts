/** Every tab, form, list, question and card, light, dark and in high contrast, in both languages: axe finds nothing, and no text is cut. */
import axe from "axe-core";
import type { Frame } from "playwright-core";
import { yunzhouCatalog } from "../core/yunzhou";
import { everyPlace } from "./everyPlace";
import { shareWorkbench } from "./workbenchPage";

/** Texts that do not fit where they stand. Those meant for no eye, and those that end in dots and say the rest when pointed at, are none. */
const CUT = `[...document.querySelectorAll("#app *")].filter((each) => {
  if (each.children.length > 0 && !each.matches("button, h2, h3, p, label")) return false;
  if (!each.checkVisibility() || each.closest(".unseen, [hidden], header p, input, textarea, select, svg, [title]")) return false;
  const { overflowX, textOverflow } = getComputedStyle(each);
  return each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0 && (overflowX !== "visible" || textOverflow !== "clip" || each.getBoundingClientRect().right > innerWidth + 1);
}).map((each) => each.tagName + " " + each.textContent.trim().slice(0, 40))`;
/** What a list shows as chosen, where that takes more room than there is beside its arrow. */
const CUT_CHOICES = `[...document.querySelectorAll("#app select")].filter((each) => {
  if (!each.checkVisibility()) return false;
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = getComputedStyle(each).font;
  return pen.measureText(each.selectedOptions[0]?.text ?? "").width > each.clientWidth - 26;
}).map((each) => "the choice " + each.selectedOptions[0].text)`;
const SIDEWAYS = `document.documentElement.scrollWidth > innerWidth || [...document.querySelectorAll("[role=tabpanel]")].some((each) => each.scrollWidth > each.clientWidth + 1)`;
/** Rules that a change of colours cannot break need not be tried again in every colour. */
const axeRun = (rules: readonly string[] | null) =>
  `axe.run(document, ${JSON.stringify({ resultTypes: ["violations"], ...(rules ? { runOnly: { type: "rule", values: rules } } : {}) })}).then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html.slice(0, 120)).join(" | ")))`;

describe.each(["zh-CN", "en-US"])("in %s", (language) => {
  const workbench = shareWorkbench({
    query: `?language=${language}`,
    viewport: { width: 1300, height: 860 },
    embeddedCatalog: yunzhouCatalog(),
  });
  const frame = (): Frame => workbench.page.frames().find((each) => each.url().includes("/taskpane.html"))!;

  async function becomes(width: number): Promise<void> {
    await workbench.page.locator("iframe").evaluate((element, to) => {
      Object.assign(element.style, { width: `${to}px`, minWidth: "0", flex: "none" });
    }, width);
    // In the pane's own frames, which come more often than the spreadsheet's page draws.
    await frame().evaluate(
      `new Promise((done) => { const look = () => innerWidth === ${width} ? done() : requestAnimationFrame(look); look(); })`,
    );
  }

  async function looks(theme: "light" | "dark", forcedColors: "active" | "none"): Promise<void> {
    await workbench.page.emulateMedia({ forcedColors });
    await frame().evaluate((chosen) => (document.documentElement.dataset["theme"] = chosen), theme);
  }

  it("axe finds nothing anywhere in light, dark and high contrast, nothing is cut at 300 px or scrolls sideways at 175 px", async () => {
    const { page } = workbench;
    const found: string[] = [];
    await frame().evaluate(axe.source);
    for (const { name, reach } of everyPlace(page)) {
      await reach();
      const violations = async (look: string, rules: readonly string[] | null) => {
        const told = await frame().evaluate<string[]>(axeRun(rules));
        found.push(...told.map((violation) => `${name} ${look}: ${violation}`));
      };
      await violations("light", null);
      await looks("dark", "none");
      await violations("dark", ["color-contrast"]);
      await looks("light", "active");
      await violations("contrast", ["color-contrast"]);
      await looks("light", "none");
      await becomes(300);
      for (const cut of await frame().evaluate<string[]>(`[...${CUT}, ...${CUT_CHOICES}]`))
        found.push(`${name} cuts ${cut}`);
      await becomes(175);
      if (await frame().evaluate<boolean>(SIDEWAYS)) found.push(`${name} scrolls sideways`);
      await becomes(350);
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
