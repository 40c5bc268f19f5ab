/** `npm run hosted [-- STORY …]`: the browser stories against nginx with hosting/nginx.conf, in the place of the development server. */
import { spawnSync } from "node:child_process";
import path from "node:path";
import { buildWorkbench } from "./build";
import { startNginx } from "./nginx";
import { projectFolder } from "./projectFolder";

async function hosted(stories: readonly string[]): Promise<void> {
  if (process.env["SKIP_BUILD"] !== "1") buildWorkbench();
  const server = await startNginx(path.join(projectFolder, "build"));
  console.log(`nginx serves build/ at ${server.url}`);
  const jest = path.join(path.dirname(require.resolve("jest/package.json")), "bin", "jest.js");
  const { status } = spawnSync(process.execPath, [jest, ...stories, "--selectProjects=browser"], {
    cwd: projectFolder,
    stdio: "inherit",
    env: { ...process.env, SERVED_AT: server.url, SKIP_BUILD: "1" },
  });
  await server.close();
  process.exitCode = status ?? 1;
}

void hosted(process.argv.slice(2));
