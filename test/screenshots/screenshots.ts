/**
 * Pictures of every tab of the pane and of every sheet we make, at 350×600 and 1400×900, light and dark, in Chinese and English, into
 * test-results/screenshots/. `npm run screenshots`; `-- zh light` makes those alone.
 */
import path from "node:path";
import type { Page } from "playwright-core";
import globalSetup from "../e2e/globalSetup";
import globalTeardown from "../e2e/globalTeardown";
import { openWorkbench } from "../e2e/workbenchPage";
import { projectFolder } from "../workbench/server/projectFolder";

const FOLDER = path.join(projectFolder, "test-results", "screenshots");
const PANE = { width: "350px", height: "600px" };
const WHOLE = { width: 1400, height: 900 };
const TABS = ["catalog", "ledger", "cell", "check", "review", "settings"];
/** What is made of a ledger, by its row in the ledger's tab. */
const MADE = ["summary", "copy", "scores", "freeze"];
const LANGUAGES = { zh: "zh-CN", en: "en-US" };
const THEMES = ["light", "dark"] as const;

async function make(language: keyof typeof LANGUAGES, theme: (typeof THEMES)[number]): Promise<number> {
  const { page, close } = await openWorkbench({
    query: `?language=${LANGUAGES[language]}`,
    viewport: WHOLE,
    drawsEveryFrame: true,
  });
  const pane = page.frameLocator("iframe");
  const idle = () => page.evaluate(() => window.workbench.idle());
  let pictures = 0;
  const keep = async (name: string, size: "pane" | "whole") => {
    await idle();
    const file = path.join(FOLDER, `${language}-${theme}-${size}-${name}.png`);
    await (size === "pane" ? page.locator("iframe") : page).screenshot({ path: file });
    pictures += 1;
  };
  await page.evaluate((chosen) => window.workbench.theme(chosen), theme);
  await idle();
  await makeLedger(page);
  for (const made of MADE) {
    await pane.locator("#tab-ledger").click();
    await pane.locator(`[data-path=${made}] button`).click();
    await idle();
  }
  for (const sheet of await page.evaluate(() => window.workbench.sheetNames())) {
    await page.evaluate((name) => window.workbench.select(`${name}!A1`), sheet);
    await keep(`sheet-${sheet}`, "whole");
  }
  for (const tab of TABS) {
    await pane.locator(`#tab-${tab}`).click();
    await keep(tab, "whole");
  }
  await page.locator("iframe").evaluate((frame, size) => Object.assign(frame.style, size, { flex: "none" }), PANE);
  for (const tab of TABS) {
    await pane.locator(`#tab-${tab}`).click();
    await keep(tab, "pane");
  }
  await close();
  return pictures;
}

/** A ledger of the first department, with actuals of half a year. */
async function makeLedger(page: Page): Promise<void> {
  const pane = page.frameLocator("iframe");
  await page.evaluate(() => window.workbench.clickRibbon("BuildLedger"));
  await pane.getByRole("checkbox").first().check();
  await pane.locator("#panel-ledger button.primary").click();
  await page.evaluate(async () => {
    await window.workbench.idle();
    await window.workbench.setCell("台账!C3", "2024Q2");
    await window.workbench.setCell("台账!H6", 3100);
    await window.workbench.setCell("台账!H7", 800);
    await window.workbench.setCell("台账!H9", 12);
    await window.workbench.idle();
  });
}

async function run(wanted: readonly string[]): Promise<void> {
  await globalSetup();
  try {
    for (const language of Object.keys(LANGUAGES) as (keyof typeof LANGUAGES)[])
      for (const theme of THEMES)
        if (wanted.every((each) => each === language || each === theme))
          console.log(`${language} ${theme}: ${await make(language, theme)} pictures`);
  } finally {
    await globalTeardown();
  }
}

run(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
