import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { chromium } from "playwright-core";
import { findBrowser, TEST_FLAGS } from "../workbench/server/browser";
import { projectFolder } from "../workbench/server/projectFolder";

const FOLDER = path.join(projectFolder, "assets", "icons");
const COMMAND_SIZES = [16, 32, 80]; // what a ribbon button takes
const PRODUCT_SIZES = [16, 32, 64, 80]; // 32 and 64 stand for the add-in in Excel's own lists

/** `npm run generate:icons`: every assets/icons/*.svg as PNG in the sizes Excel asks for. */
async function generateIcons(): Promise<void> {
  const { executablePath, env } = findBrowser();
  const browser = await chromium.launch({ executablePath, env, args: [...TEST_FLAGS] });
  try {
    const page = await browser.newPage();
    for (const file of readdirSync(FOLDER).filter((name) => name.endsWith(".svg"))) {
      const name = path.basename(file, ".svg");
      const drawing = readFileSync(path.join(FOLDER, file)).toString("base64");
      for (const size of name === "product" ? PRODUCT_SIZES : COMMAND_SIZES) {
        await page.setViewportSize({ width: size, height: size });
        await page.setContent(
          `<style>body{margin:0}img{display:block;width:${size}px;height:${size}px}</style>` +
            `<img src="data:image/svg+xml;base64,${drawing}">`,
        );
        const picture = await page.screenshot({ omitBackground: true, type: "png" });
        writeFileSync(path.join(FOLDER, `${name}-${size}.png`), picture);
        console.log(`${name}-${size}.png  ${picture.length} bytes`);
      }
    }
  } finally {
    await browser.close();
  }
}

generateIcons().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
