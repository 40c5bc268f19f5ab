/**
 * Pictures of every place in the pane at 350×600 and of every tab and sheet at 1400×900, light, dark and in high contrast, in Chinese and
 * English, into test-results/screenshots/. `npm run screenshots`; `-- zh light` makes those alone, `-- papers` the pictures of README and guide.
 */
import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { yunzhouCatalog } from "../core/yunzhou";
import { everyPlace } from "../e2e/everyPlace";
import globalSetup from "../e2e/globalSetup";
import globalTeardown from "../e2e/globalTeardown";
import { openWorkbench } from "../e2e/workbenchPage";
import { projectFolder } from "../workbench/server/projectFolder";
import { makePapers } from "./papers";
import { asDrawn, paneOf } from "./picture";

const FOLDER = path.join(projectFolder, "test-results", "screenshots");
const WHOLE = { width: 1400, height: 900 };
const TABS = ["catalog", "ledger", "cell", "check", "review", "settings"];
const LANGUAGES = { zh: "zh-CN", en: "en-US" };
const THEMES = ["light", "dark", "contrast"] as const;

async function make(language: keyof typeof LANGUAGES, theme: (typeof THEMES)[number]): Promise<number> {
  const { page, close } = await openWorkbench({
    query: `?language=${LANGUAGES[language]}`,
    viewport: WHOLE,
    drawsEveryFrame: true,
    embeddedCatalog: yunzhouCatalog(),
  });
  let pictures = 0;
  const keep = async (name: string, of: "pane" | "whole") => {
    await asDrawn(page);
    const file = path.join(FOLDER, `${language}-${theme}-${of}-${name}.png`);
    await (of === "pane" ? page.locator("iframe") : page).screenshot({ path: file });
    pictures += 1;
  };
  if (theme === "contrast") await page.emulateMedia({ forcedColors: "active" });
  else await page.evaluate((chosen) => window.workbench.theme(chosen), theme);
  await paneOf(page, { width: 350, height: 600 });
  for (const { name, reach } of everyPlace(page)) {
    await reach();
    await keep(name, "pane");
  }
  await paneOf(page, null);
  await tabs(page, (tab) => keep(tab, "whole"));
  for (const sheet of await page.evaluate(() => window.workbench.sheetNames())) {
    await page.evaluate((name) => window.workbench.select(`${name}!A1`), sheet);
    await keep(`sheet-${sheet}`, "whole");
  }
  await close();
  return pictures;
}

async function tabs(page: Page, look: (tab: string) => Promise<void>): Promise<void> {
  for (const tab of TABS) {
    await page.frameLocator("iframe").locator(`#tab-${tab}`).click();
    await look(tab);
  }
}

async function run(wanted: readonly string[]): Promise<void> {
  await globalSetup();
  try {
    if (wanted.includes("papers")) {
      console.log(`${await makePapers()} pictures of README and guide`);
      return;
    }
    mkdirSync(FOLDER, { recursive: true });
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
