import path from "node:path";
import { chromium, type Frame, type Page } from "playwright-core";
import { projectFolder } from "../workbench/server/projectFolder";

export interface WorkbenchOptions {
  /** Added to the page's address. @example "?language=en-US" */
  readonly query?: string;
  /** Opens the sample workbook a person meets first, and not an empty one. */
  readonly sample?: boolean;
  /** Another page of the same server. @example "/taskpane.html" */
  readonly address?: string;
  /** Put in the place of the catalog that is bundled with the add-in. */
  readonly embeddedCatalog?: unknown;
  /** Changes the manifest on its way to the page. */
  readonly manifest?: (text: string) => string;
  /** Files served besides those of the build, by their path. @example { "/story/shortcuts.json": "{}" } */
  readonly files?: Readonly<Record<string, string>>;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** The person has never opened the pane before; else the first screen was seen. */
  readonly isFirstRun?: boolean;
  /** Draws as often as the browser can, for a story about what moves. */
  readonly drawsEveryFrame?: boolean;
}

export interface OpenWorkbench {
  readonly page: Page;
  /** Keeps a picture of the whole page in test-results/. */
  readonly screenshot: (name: string) => Promise<void>;
  /** Fails the test when the page reported an error, or asked for anything outside localhost, since the last look. */
  readonly check: () => void;
  /** Closes the page, and fails the test when the page reported an error or asked for anything outside localhost. */
  readonly close: () => Promise<void>;
}

export type SharedWorkbench = Pick<OpenWorkbench, "page" | "screenshot">;

/** Without a graphics card, drawing at every frame takes half of a story's time. In milliseconds. */
const FRAME_EVERY = 1000;
const POLL_EVERY = 50; // milliseconds, as all of these
/** How long a story waits for a state that does not come. It says only how late a failure is told. */
const PATIENCE = 120_000;
const READY_WITHIN = 240_000; // the packaged browser on a busy machine with two cores needs a tenth of it

/**
 * Opens the workbench in the browser the set-up launched and waits until it is ready.
 * @example
 * const { page, screenshot, close } = await openWorkbench();
 * await page.evaluate(() => window.workbench.setCell("A1", '=TARGET("教育局","新增学位")'));
 * await screenshot("first-target");
 * await close();
 */
export async function openWorkbench(options: WorkbenchOptions = {}): Promise<OpenWorkbench> {
  const browser = await chromium.connect(fromSetup("BROWSER_WS"));
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    locale: "zh-CN",
    viewport: options.viewport ?? { width: 1400, height: 860 },
  });
  if (fromSetup("BROWSER_SPEAKS_HTTPS") === "no") {
    // Then playwright asks the server in the browser's place. The page notices nothing: same address, same answers.
    await context.route(/^https:\/\/localhost:/, async (route) => route.fulfill({ response: await route.fetch() }));
  }
  if (!options.isFirstRun) await context.addInitScript(beginEarlier);
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  const problems = watch(page);
  if (!options.drawsEveryFrame) await page.addInitScript(drawSeldom, FRAME_EVERY);
  if (options.embeddedCatalog !== undefined) await embed(page, options.embeddedCatalog);
  await serve(page, options);
  const workbench = fromSetup("WORKBENCH_URL");
  const address = new URL((options.address ?? workbench) + (options.query ?? ""), workbench);
  if (!options.sample && options.address === undefined) address.searchParams.set("workbook", "empty");
  try {
    const response = await page.goto(address.href);
    if (!response?.ok()) throw new Error(`${address.href} answered ${response?.status() ?? "nothing"}`);
    if (options.address === undefined) await untilReady(page, problems);
  } catch (error) {
    await browser.close();
    throw new Error([String(error), ...problems].join("\n"), { cause: error });
  }
  const check = (): void => {
    const reported = problems.splice(0);
    if (reported.length > 0) throw new Error(`The page reported:\n${reported.join("\n")}`);
  };
  return {
    page,
    check,
    screenshot: async (name) => {
      await page.evaluate(async () => {
        // All that changed is drawn when the frame after the next begins.
        for (let frame = 0; frame < 2; frame++)
          await new Promise((resolve) => {
            requestAnimationFrame(resolve);
            (window as DrawnSeldom).drawNow?.();
          });
      });
      await page.screenshot({ path: path.join(projectFolder, "test-results", `${name}.png`), fullPage: true });
    },
    close: async () => {
      await context.unrouteAll({ behavior: "ignoreErrors" });
      await browser.close();
      check();
    },
  };
}

/** The add-in starts anew in its frame, as on opening the workbook again; resolves when the new pane stands. */
export async function paneLoadedAnew(page: Page): Promise<void> {
  const frame = page.frames().find((each) => each.url().includes("/taskpane.html"));
  if (!frame) throw new Error("There is no pane.");
  await frame.evaluate("window.isOldPane = true");
  await frame.evaluate("location.reload()");
  await untilTrueIn(frame, "!window.isOldPane && document.querySelector('[role=tab]') !== null");
}

/**
 * Resolves when an expression, or what it promises, is true in the pane. Its page runs nothing that was a text before, so that
 * playwright's own waiting for functions is refused there.
 */
export async function untilTrueIn(frame: Frame, expression: string): Promise<void> {
  // While the page loads anew there is nowhere to ask.
  while (!(await frame.evaluate<boolean>(expression).catch(() => false)))
    await new Promise((resolve) => setTimeout(resolve, POLL_EVERY));
}

/**
 * One page for the stories of a file or a describe block: to open it takes longer than most stories. Each begins with an empty
 * workbook, nothing in the record of requests, and the add-in newly loaded.
 * @returns the page, open within a story only
 */
export function shareWorkbench(options: WorkbenchOptions = {}): SharedWorkbench {
  let shared: OpenWorkbench | undefined;
  let isFresh = true;
  const opened = (): OpenWorkbench => {
    if (!shared) throw new Error("The page is open within a story only.");
    return shared;
  };
  beforeAll(async () => {
    shared = await openWorkbench(options);
  });
  beforeEach(async () => {
    if (!isFresh)
      await opened().page.evaluate(async () => {
        window.workbench.faults.clear();
        await window.workbench.startNew();
        await window.workbench.idle();
        await window.workbench.clearRequests();
      });
    isFresh = false;
  });
  afterEach(() => opened().check());
  afterAll(() => opened().close());
  return {
    get page() {
      return opened().page;
    },
    screenshot: (name) => opened().screenshot(name),
  };
}

function beginEarlier(): void {
  try {
    localStorage.setItem("targetVsActual.hasBegun", "yes");
  } catch {
    // a page without storage, such as about:blank
  }
}

/** Lets the spreadsheet's page draw no more often than this; what its frames show is not slowed down. */
function drawSeldom(every: number): void {
  if (window.top !== window) return;
  const atNextFrame = window.requestAnimationFrame.bind(window);
  const waiting = new Map<number, FrameRequestCallback>();
  let serial = 0;
  let planned: ReturnType<typeof setTimeout> | undefined;
  const draw: FrameRequestCallback = (now) => {
    planned = undefined;
    const due = [...waiting.values()];
    waiting.clear();
    for (const each of due) each(now);
  };
  window.requestAnimationFrame = (drawing) => {
    serial += 1;
    waiting.set(serial, drawing);
    planned ??= setTimeout(() => atNextFrame(draw), every);
    return serial;
  };
  window.cancelAnimationFrame = (handle) => void waiting.delete(handle);
  (window as DrawnSeldom).drawNow = () => {
    clearTimeout(planned);
    atNextFrame(draw);
  };
}

/** Serves what a story has otherwise than the build. */
async function serve(page: Page, { manifest, files = {} }: WorkbenchOptions): Promise<void> {
  if (manifest)
    await page.route("**/manifest.xml", async (route) => {
      const response = await route.fetch();
      const text = await response.text();
      const changed = manifest(text);
      if (changed === text) throw new Error("the story changes nothing in the manifest");
      await route.fulfill({ response, body: changed });
    });
  for (const [name, body] of Object.entries(files)) await page.route(`**${name}`, (route) => route.fulfill({ body }));
}

/** Serves the built add-in with another catalog in it; webpack keeps an imported JSON file as one JSON.parse of its text. */
async function embed(page: Page, catalog: unknown): Promise<void> {
  const literal = `JSON.parse(${JSON.stringify(JSON.stringify(catalog))})`;
  await page.route(/\/functions\.\w+\.js$/, async (route) => {
    const response = await route.fetch();
    const script = await response.text();
    const changed = script.replace(
      /JSON\.parse\('\{"\$schema":"\.\/catalog\.schema\.json"(?:[^'\\]|\\.)*'\)/,
      () => literal,
    );
    if (changed === script) throw new Error("the bundled catalog was not found in functions.js");
    await route.fulfill({ response, body: changed });
  });
}

/** What went wrong in the page or any of its frames, as it happens. */
function watch(page: Page): string[] {
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(`page error: ${error.stack ?? error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(`console error: ${message.text()} (${message.location().url})`);
  });
  page.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    const stays = hostname === "localhost" || ["data:", "blob:", "about:"].includes(protocol);
    if (!stays) problems.push(`request that leaves localhost: ${request.url()}`);
  });
  return problems;
}

/** Waits for `window.workbench.ready`, and gives up at the first error the page reports. */
async function untilReady(page: Page, problems: readonly string[]): Promise<void> {
  const ready = page
    .waitForFunction(() => "workbench" in window, undefined, { timeout: READY_WITHIN })
    .then(() =>
      page.evaluate(async () => {
        await (window as unknown as WithWorkbench).workbench.ready;
      }),
    );
  let failsEarly: NodeJS.Timeout | undefined;
  const failed = new Promise<never>((_, reject) => {
    const started = Date.now();
    failsEarly = setInterval(() => {
      if (problems.length > 0) reject(new Error("The workbench did not start."));
      if (Date.now() - started > READY_WITHIN) reject(new Error(`Not ready within ${READY_WITHIN / 1000} s.`));
    }, 100);
  });
  await Promise.race([ready, failed]).finally(() => clearInterval(failsEarly));
}

/** The spreadsheet's page that draws seldom, and at the next frame when a story looks at it. */
type DrawnSeldom = typeof window & { drawNow?: () => void };

interface WithWorkbench {
  readonly workbench: { readonly ready: Promise<unknown> };
}

function fromSetup(name: "BROWSER_WS" | "BROWSER_SPEAKS_HTTPS" | "WORKBENCH_URL"): string {
  const value = process.env[name];
  if (!value)
    throw new Error(`${name} is not set: run this through jest, whose globalSetup starts browser and server.`);
  return value;
}
