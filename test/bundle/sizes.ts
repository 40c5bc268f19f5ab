/** What a person waits for: the sizes of the built add-in's scripts, as they come over the wire. `npm run sizes`, after a build. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { projectFolder } from "../workbench/server/projectFolder";

const KILOBYTE = 1024;
/** What is loaded with the page, by the beginnings of its names: first what cells and the ribbon call, then the pane. */
const PARTS = ["functions", "taskpane"];
const MOST = { functions: 50, atFirst: 150 };

const folder = path.join(projectFolder, "dist");
const sizeOf = (file: string) => gzipSync(readFileSync(path.join(folder, file)), { level: 9 }).length / KILOBYTE;
const shown = (size: number) => `${size.toFixed(1)} KB`.padStart(9);

const page = readFileSync(path.join(folder, "taskpane.html"), "utf8");
/** The scripts the page loads, office.js not among them; every other comes when it is wanted. */
const AT_FIRST = [...page.matchAll(/<script[^>]* src="?([^"\s>]+)/g)]
  .map(([, source = ""]) => source)
  .filter((name) => !/office\.js$|^oldBrowser\.js$/.test(name));
if (AT_FIRST.map((name) => name.split(".")[0]).join() !== PARTS.join()) {
  console.error(`taskpane.html loads ${AT_FIRST.join(", ")}; expected were ${PARTS.join(" and ")} in this order`);
  process.exitCode = 1;
}
const functions = sizeOf(AT_FIRST[0] ?? "");
const atFirst = AT_FIRST.reduce((sum, file) => sum + sizeOf(file), 0);
console.log(`${shown(functions)}  functions and commands, gzip (at most ${MOST.functions} KB)`);
console.log(`${shown(atFirst)}  all that is loaded at first beside office.js, gzip (at most ${MOST.atFirst} KB)`);
for (const file of readdirSync(folder).filter(
  (name) => name.endsWith(".js") && !AT_FIRST.includes(name) && name !== "functions.js",
))
  console.log(`${shown(sizeOf(file))}  ${file}, when it is wanted`);
if (functions > MOST.functions || atFirst > MOST.atFirst) {
  console.error("The add-in has grown beyond what a person is to wait for.");
  process.exitCode = 1;
}
