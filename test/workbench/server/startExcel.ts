import { spawnSync } from "node:child_process";
import path from "node:path";
import { buildAddin } from "./build";
import { projectFolder } from "./projectFolder";
import { PortTakenError, startServer } from "./server";

const PORT = 3000; // manifest.xml names it, and Excel reads the address there
const FOLDER = path.join(projectFolder, "dist");
const MANIFEST = path.join(FOLDER, "manifest.xml");
// Run through npx and not installed with the project: its dependencies hold a native module that does not build everywhere.
const DEBUGGING = "office-addin-debugging@7.0.0";

/** `npm run start:excel`: builds the add-in, serves it with a trusted certificate and sideloads it into desktop Excel. */
async function startExcel(): Promise<void> {
  if (process.platform !== "win32" && process.platform !== "darwin") {
    throw new Error(
      "There is no desktop Excel for this system, so the add-in cannot be loaded into it here.\n" +
        "Run this on Windows or macOS with Excel installed, or use the workbench instead:\n  npm start",
    );
  }
  console.log("Building the add-in …");
  console.log(`Built in ${buildAddin()} s.\n`);

  // Excel takes only a certificate the machine trusts: on first use the system asks for permission to install it.
  const { getHttpsServerOptions } = await import("office-addin-dev-certs");
  const { cert, key } = await getHttpsServerOptions();
  const certificate = { certificate: cert.toString(), key: key.toString() };
  const server = await startServer({ folder: FOLDER, port: PORT, certificate });

  sideload("start", ["desktop", "--app", "excel", "--no-debug", "--no-live-reload"]);
  console.log(`\nServing ${server.url}. Ctrl-C removes the add-in from Excel and ends it.`);
  process.once("SIGINT", () => {
    sideload("stop", ["desktop"]);
    void server.close().then(() => process.exit(0));
  });
}

function sideload(command: "start" | "stop", args: readonly string[]): void {
  const all = ["--yes", DEBUGGING, command, MANIFEST, ...args];
  const isWindows = process.platform === "win32";
  // On Windows npx is a command file, which needs the shell, and the shell needs the quotes.
  const { status } = isWindows
    ? spawnSync(["npx", ...all.map((argument) => `"${argument}"`)].join(" "), { stdio: "inherit", shell: true })
    : spawnSync("npx", all, { stdio: "inherit" });
  if (status !== 0) throw new Error(`Excel could not be reached: "${DEBUGGING} ${command}" ended with code ${status}.`);
}

startExcel().catch((error: unknown) => {
  if (error instanceof PortTakenError) {
    console.error(`${error.message} Excel reads the add-in from there: end what uses it, then try again.`);
  } else console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
