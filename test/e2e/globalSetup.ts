import { existsSync } from "node:fs";
import path from "node:path";
import { chromium } from "playwright-core";
import { findBrowser, TEST_FLAGS } from "../workbench/server/browser";
import { buildWorkbench } from "../workbench/server/build";
import { projectFolder } from "../workbench/server/projectFolder";
import { startServer } from "../workbench/server/server";
import { keepForTeardown } from "./running";

// A request that leaves localhost fails the test that made it; here it is also kept from reaching anybody.
const ONLY_LOCALHOST = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost";

/**
 * Before the browser stories: builds the workbench, serves it and launches one browser for all of them. SKIP_BUILD=1 takes
 * the build that is there, for the tenth run of one story; SERVED_AT another server that serves it already.
 */
export default async function globalSetup(): Promise<void> {
  const folder = path.join(projectFolder, "build");
  if (process.env["SKIP_BUILD"] !== "1") buildWorkbench();
  if (!existsSync(folder)) throw new Error("There is no build/ yet: run once without SKIP_BUILD=1.");
  const elsewhere = process.env["SERVED_AT"];
  const server = elsewhere
    ? { url: elsewhere, close: () => Promise.resolve() }
    : await startServer({ folder, port: 0 });
  try {
    const { executablePath, env, speaksHttps } = findBrowser();
    const browser = await chromium.launchServer({ executablePath, env, args: [...TEST_FLAGS, ONLY_LOCALHOST] });
    keepForTeardown({ server, browser });
    process.env["WORKBENCH_URL"] = `${server.url}/workbench/index.html`;
    process.env["BROWSER_WS"] = browser.wsEndpoint();
    process.env["BROWSER_SPEAKS_HTTPS"] = speaksHttps ? "yes" : "no";
  } catch (error) {
    await server.close();
    throw error;
  }
}
