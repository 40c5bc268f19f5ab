import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { projectFolder } from "../workbench/server/projectFolder";
import { openWorkbench } from "./workbenchPage";

// The add-in as it was built, before any host is in play.

const built = (name: string) => path.join(projectFolder, "build", name);

it("associates every function of functions.json: one that is not shows #VALUE!", () => {
  const { functions } = JSON.parse(readFileSync(built("functions.json"), "utf8")) as { functions: { id: string }[] };
  const script = readFileSync(built("taskpane.js"), "utf8");
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

it("holds every file the manifest names", () => {
  const manifest = readFileSync(built("manifest.xml"), "utf8");
  const files = [...manifest.matchAll(/"https:\/\/localhost:3000\/([^"]+)"/g)].map(([, name = ""]) => name);
  expect(files.length).toBeGreaterThan(20);
  expect(files.filter((name) => !existsSync(built(name)))).toEqual([]);
});

it("opens the pane in a plain browser without an error and without a request to anybody else", async () => {
  const { page, close } = await openWorkbench({ address: "/taskpane.html" });
  expect(await page.title()).toBe("承诺对账");
  await close();
}, 30_000);
