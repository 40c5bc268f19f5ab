/** Every tab, form, list, question and card, light, dark and in high contrast, in both languages: axe finds nothing, no text is cut, the focus is not lost. */
import axe from "axe-core";
import type { Frame } from "playwright-core";
import { PNG } from "pngjs";
import { yunzhouCatalog } from "../core/yunzhou";
import { everyPlace } from "./everyPlace";
import { shareWorkbench, untilTrueIn } from "./workbenchPage";

/** Texts that do not fit where they stand. Those meant for no eye, and those that end in dots and say the rest when pointed at, are none. */
const CUT = `[...document.querySelectorAll("#app *")].filter((each) => {
  if (each.children.length > 0 && !each.matches("button, h2, h3, p, label")) return false;
  if (!each.checkVisibility() || each.closest(".unseen, [hidden], header p, input, textarea, select, svg, [title]")) return false;
  const { overflowX, textOverflow } = getComputedStyle(each);
  return each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0 && (overflowX !== "visible" || textOverflow !== "clip" || each.getBoundingClientRect().right > innerWidth + 1);
}).map((each) => each.tagName + " " + each.textContent.trim().slice(0, 40))`;
/** Examples in empty fields that are longer than these. */
const CUT_EXAMPLES = `[...document.querySelectorAll("#app input[placeholder]")].filter((each) => {
  if (!each.checkVisibility()) return false;
  const { font, paddingLeft, paddingRight } = getComputedStyle(each);
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = font;
  return pen.measureText(each.placeholder).width > each.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight) + 1;
}).map((each) => "the example " + each.placeholder)`;
/** What a list shows as chosen, where that takes more room than there is beside its arrow. */
const CUT_CHOICES = `[...document.querySelectorAll("#app select")].filter((each) => {
  if (!each.checkVisibility()) return false;
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = getComputedStyle(each).font;
  return pen.measureText(each.selectedOptions[0]?.text ?? "").width > each.clientWidth - 26;
}).map((each) => "the choice " + each.selectedOptions[0].text)`;
const SIDEWAYS = `document.documentElement.scrollWidth > innerWidth || [...document.querySelectorAll("[role=tabpanel]")].some((each) => each.scrollWidth > each.clientWidth + 1)`;
/**
 * Texts whose contrast was not tried yet in these colours: of what has the same ink, size and weight on the same grounds, once is enough.
 * In the page, so that what was tried is known from place to place.
 */
const UNLIKE = `((look) => {
  const known = ((window.triedTexts ??= {})[look] ??= new Set());
  const grounds = new Map();
  const groundOf = (each) => {
    if (!each) return "";
    if (!grounds.has(each)) {
      const { backgroundColor, backgroundImage, opacity } = getComputedStyle(each);
      const isBare = backgroundColor === "rgba(0, 0, 0, 0)" && backgroundImage === "none" && opacity === "1";
      grounds.set(each, groundOf(each.parentElement) + (isBare ? "" : backgroundColor + backgroundImage + opacity));
    }
    return grounds.get(each);
  };
  return [...document.querySelectorAll("#app *")].filter((each) => {
    const isField = each.matches("input, select, textarea");
    const hasText = isField || [...each.childNodes].some(({ nodeType, data }) => nodeType === 3 && data.trim() !== "");
    if (!hasText || !each.checkVisibility()) return false;
    const { color, fontSize, fontWeight } = getComputedStyle(each);
    const isOff = each.closest("[aria-disabled=true], :disabled") !== null;
    const like = [color, fontSize, fontWeight, isOff, isField && each.tagName + (each.value === ""), groundOf(each)].join();
    return !known.has(like) && known.add(like);
  });
})`;
const VIOLATIONS = `(async (context, options) => (await axe.run(context, { resultTypes: ["violations"], ...options })).violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html.slice(0, 120)).join(" | ")))`;
/** What colours can break, in some colours; every other rule is tried in those of light alone. */
const CONTRAST = `(async (look) => {
  const include = ${UNLIKE}(look);
  return include.length === 0 ? [] : ${VIOLATIONS}({ include }, { runOnly: { type: "rule", values: ["color-contrast"] } });
})`;
/** All that is looked at in light and dark, at one stroke: measuring lays the page out by itself. */
const PLAIN_LOOK = `(async () => {
  const found = [];
  const { style } = frameElement;
  const told = (look, all) => found.push(...all.map((each) => look + ": " + each));
  told("light", await ${VIOLATIONS}(document, { rules: { "color-contrast": { enabled: false } } }));
  told("light", await ${CONTRAST}("light"));
  document.documentElement.dataset.theme = "dark";
  told("dark", await ${CONTRAST}("dark"));
  document.documentElement.dataset.theme = "light";
  Object.assign(style, { width: "300px", minWidth: "0", flex: "none" });
  if (innerWidth !== 300) throw new Error("300 px became " + innerWidth);
  told("cuts", [...${CUT}, ...${CUT_CHOICES}, ...${CUT_EXAMPLES}]);
  style.width = "175px";
  if (${SIDEWAYS}) told("175 px", ["scrolls sideways"]);
  style.width = "350px";
  return found;
})()`;
const CONTRAST_LOOK = `${CONTRAST}("high contrast")`;

type Look = { readonly language: "en" | "zh"; readonly isContrast: boolean };
/** One of the two is turned at each step, for every turn takes time. */
const LOOKS: readonly Look[] = [
  { language: "en", isContrast: false },
  { language: "zh", isContrast: false },
  { language: "zh", isContrast: true },
  { language: "en", isContrast: true },
];

describe("everywhere", () => {
  const workbench = shareWorkbench({
    query: "?language=en-US", // its sentences are the longer ones
    viewport: { width: 1300, height: 860 },
    embeddedCatalog: yunzhouCatalog(),
  });
  const frame = (): Frame => workbench.page.frames().find((each) => each.url().includes("/taskpane.html"))!;
  let now: Look = LOOKS[0]!;

  /** Another pane of the person chooses the language, and this one follows. */
  async function turnTo(look: Look): Promise<void> {
    if (look.isContrast !== now.isContrast)
      await workbench.page.emulateMedia({ forcedColors: look.isContrast ? "active" : "none" });
    if (look.language !== now.language) {
      await workbench.page.evaluate((chosen) => localStorage.setItem("targetVsActual.language", chosen), look.language);
      await untilTrueIn(frame(), `document.documentElement.lang.startsWith("${look.language}")`);
    }
    now = look;
  }

  it("axe finds nothing in light, dark and high contrast, nothing is cut at 300 px or scrolls sideways at 175 px", async () => {
    const found: string[] = [];
    await frame().evaluate(axe.source);
    for (const [at, { name, reach }] of everyPlace(workbench.page).entries()) {
      await reach();
      if (await frame().evaluate<boolean>("document.activeElement === document.body"))
        found.push(`${name} loses the focus`);
      for (const look of at % 2 === 0 ? LOOKS : [...LOOKS].reverse()) {
        await turnTo(look);
        const told = await frame().evaluate<string[]>(look.isContrast ? CONTRAST_LOOK : PLAIN_LOOK);
        found.push(...told.map((each) => `${name} ${look.language} ${each}`));
      }
    }
    expect(found).toEqual([]);
    const tried = await frame().evaluate<number[]>("Object.values(triedTexts).map(({ size }) => size)");
    expect(tried).toHaveLength(3);
    expect(Math.min(...tried)).toBeGreaterThan(10);
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

  it("what the main button says is seen in a contrast theme", async () => {
    await pane().getByRole("tab", { name: "导入" }).click();
    const main = pane().getByRole("button", { name: "抽取承诺" });
    await main.waitFor();
    await workbench.page.emulateMedia({ forcedColors: "active" });
    const { width, height, data } = PNG.sync.read(await main.screenshot());
    await workbench.page.emulateMedia({ forcedColors: "none" });
    const colourAt = (x: number, y: number) =>
      data.subarray(4 * (y * width + x), 4 * (y * width + x) + 3).toString("hex");
    const ground = colourAt(5, height >> 1); // beside the text
    const inks = Array.from({ length: width - 24 }, (_, x) => colourAt(12 + x, height >> 1)); // through its middle
    const onGround = inks.filter((each) => each === ground).length / inks.length;
    expect(onGround).toBeGreaterThan(0.2); // no plate covers it
    expect(onGround).toBeLessThan(0.95);
  });
});
