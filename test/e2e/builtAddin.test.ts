import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { projectFolder } from "../workbench/server/projectFolder";
import { openWorkbench } from "./workbenchPage";

// The add-in as it was built, before any host is in play.

const built = (name: string) => path.join(projectFolder, "build", name);

it("associates every function of functions.json: one that is not shows #VALUE!", () => {
  const { functions } = JSON.parse(readFileSync(built("functions.json"), "utf8")) as { functions: { id: string }[] };
  const script = readFileSync(built("functions.js"), "utf8");
  expect(functions.length).toBeGreaterThan(0);
  for (const { id } of functions) expect(script).toMatch(new RegExp(`CustomFunctions\\.associate\\((["'])${id}\\1`));
});

it("hands errors to functions in the one way that is documented and that Excel 2021 survives", () => {
  const file = JSON.parse(readFileSync(built("functions.json"), "utf8")) as Record<string, unknown> & {
    functions: { options?: Record<string, unknown> }[];
  };
  expect(file["allowErrorForDataTypeAny"]).toBe(true);
  expect(file["allowCustomDataForDataTypeAny"]).toBeUndefined();
  for (const { options } of file.functions) expect(Object.keys(options ?? {}).join()).not.toMatch(/DataTypeAny/);
});

it("names scripts and styles by their contents, so that no cache serves a mixture", () => {
  const page = readFileSync(built("taskpane.html"), "utf8");
  const own = [...page.matchAll(/(?:src|href)="?([\w.]+\.(?:js|css))/g)]
    .map(([, name = ""]) => name)
    .filter((name) => name !== "oldBrowser.js"); // what it says hangs on no version
  expect(own.length).toBeGreaterThanOrEqual(3);
  for (const name of own) {
    expect(name).toMatch(/\.[0-9a-f]{10}\.(js|css)$/);
    expect(existsSync(built(name))).toBe(true);
  }
  // The manifest is registered for good: under the name it gives stands the same script.
  const functions = own.find((name) => name.startsWith("functions."));
  const same = readFileSync(built("functions.js")).equals(readFileSync(built(functions ?? "")));
  expect(same).toBe(true);
});

it("names no folder of the machine that built it", () => {
  const scripts = readdirSync(built(".")).filter((name) => name.endsWith(".js"));
  expect(scripts.length).toBeGreaterThan(5);
  expect(scripts.filter((name) => readFileSync(built(name), "utf8").includes(projectFolder))).toEqual([]);
});

it("lists the libraries inside with their licences", () => {
  const list = readFileSync(built("LICENSES.txt"), "utf8");
  for (const library of ["lit", "fflate", "mammoth", "pdfjs-dist"])
    expect(list).toMatch(new RegExp(`^${library}$`, "m"));
});

it("holds every file the manifest names", () => {
  const manifest = readFileSync(built("manifest.xml"), "utf8");
  const files = [...manifest.matchAll(/"https:\/\/localhost:3000\/([^"]+)"/g)].map(([, name = ""]) => name);
  expect(files.length).toBeGreaterThan(20);
  expect(files.filter((name) => !existsSync(built(name)))).toEqual([]);
});

it.each(["taskpane.html", "help/functions.html", "help/guide.html"])(
  "%s says what it may load, and lets no text run",
  (name) => {
    const page = readFileSync(built(name), "utf8");
    const [, policy = ""] = /<meta http-equiv="?Content-Security-Policy"? content="([^"]*)"/.exec(page) ?? [];
    expect(policy).toMatch(/^default-src 'none'; /);
    const [reading, ...others] = policy.split("; ").sort((one) => (one.startsWith("connect-src") ? -1 : 1));
    expect(others.join("; ")).not.toMatch(/unsafe|\*|https?:(?!\/\/)/);
    // Catalogs are read from wherever a person says, over https; from this computer while developing.
    if (name === "taskpane.html") expect(reading).toBe("connect-src 'self' https: http://localhost:*");
    expect(page.indexOf("Content-Security-Policy")).toBeLessThan(page.search(/<script|<style|<link/));
  },
);

it("runs functions, pane and commands under that policy, and nothing a text says", async () => {
  const { page, close, check } = await openWorkbench();
  await page.evaluate(async () => {
    await window.workbench.setCell("A1", '=TARGET("教育局","新增学位")');
    await window.workbench.clickRibbon("BuildLedger");
    await window.workbench.idle();
  });
  expect(await page.evaluate(() => window.workbench.getCell("Sheet1!A1"))).toMatchObject({ value: 8310 });
  check(); // a refusal of the policy is an error of the page
  const pane = page.frames().find((frame) => frame.url().includes("taskpane.html"));
  const ran = await pane?.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "window.ranText = true";
    document.body.append(script);
    document.body.insertAdjacentHTML("beforeend", '<img src="x" onerror="window.ranText = true">');
    return new Promise((resolve) => {
      addEventListener("securitypolicyviolation", () => resolve("ranText" in window));
    });
  });
  expect(ran).toBe(false);
  await close().catch(() => undefined); // the refusal just asked for is reported too
});

it("opens the pane in a plain browser without an error and without a request to anybody else", async () => {
  const { page, close } = await openWorkbench({ address: "/taskpane.html" });
  expect(await page.title()).toBe("承诺对账");
  await close();
});
