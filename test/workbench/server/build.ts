import { spawnSync } from "node:child_process";
import path from "node:path";
import { projectFolder } from "./projectFolder";

/** Runs webpack in a process of its own and says nothing unless it fails. @returns seconds it took */
function build(...args: readonly string[]): number {
  const webpack = path.join(path.dirname(require.resolve("webpack-cli/package.json")), "bin", "cli.js");
  const started = Date.now();
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [webpack, "--mode", "production", ...args], {
    cwd: projectFolder,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`The build failed (${signal ?? `exit code ${status}`}):\n${stdout}${stderr}`);
  return Math.round((Date.now() - started) / 1000);
}

/** The add-in with a local office.js, and the workbench page, into build/. */
export const buildWorkbench = () => build("--env", "workbench");

/** The add-in as it is deployed, into dist/. */
export const buildAddin = () => build();
