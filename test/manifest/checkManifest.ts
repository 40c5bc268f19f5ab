import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { projectFolder } from "../workbench/server/projectFolder";

/** A check ran and passed, ran and failed, or could not run here. */
type Outcome = "passed" | "failed" | "skipped";

// Another one, a built one say, may be named.
const MANIFEST = path.resolve(projectFolder, process.argv[2] ?? "manifest.xml");
const OFFICE_ADDIN_MANIFEST = require.resolve("office-addin-manifest/cli.js");
// The XML schemas are not part of this project; where they lie beside it, no network is needed.
const SCHEMA_CHECK = path.join(projectFolder, "..", "shared", "check-manifest");
const PROGRAM_MISSING = 127; // what a shell answers

/** `npm run manifest`: the checks of manifest.xml that stand outside the test run. What the schemas cannot see is a test. */
function checkManifest(): void {
  const outcomes = [report("office-addin-manifest info", readable()), bySchemasOrByMicrosoft()];
  const count = (outcome: Outcome) => outcomes.filter((each) => each === outcome).length;
  console.log(`manifest.xml: ${count("passed")} passed, ${count("failed")} failed, ${count("skipped")} skipped`);
  if (count("failed") > 0) process.exit(1);
}

/** Offline: Microsoft's own reader understands the file. */
function readable(): Result {
  const { status, output } = run(process.execPath, [OFFICE_ADDIN_MANIFEST, "info", MANIFEST]);
  return status === 0 && output.includes("Id:") ? { outcome: "passed" } : { outcome: "failed", reason: output };
}

function bySchemasOrByMicrosoft(): Outcome {
  if (!existsSync(SCHEMA_CHECK)) return report("office-addin-manifest validate", byMicrosoft());
  const { status, output } = run(SCHEMA_CHECK, [MANIFEST]);
  if (status === PROGRAM_MISSING) {
    return report("XML schemas", {
      outcome: "skipped",
      reason: "It needs xmllint (Debian: apt-get install libxml2-utils).",
    });
  }
  return report("XML schemas", status === 0 ? { outcome: "passed" } : { outcome: "failed", reason: output });
}

/** Sends the manifest to Microsoft's validation service; without a network that is no failure of the manifest. */
function byMicrosoft(): Result {
  const { status, output } = run(process.execPath, [OFFICE_ADDIN_MANIFEST, "validate", MANIFEST]);
  if (status === 0) return { outcome: "passed" };
  const isUnreachable = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|fetch failed|unable to contact/i.test(
    output,
  );
  return isUnreachable
    ? { outcome: "skipped", reason: "Microsoft's validation service cannot be reached from here." }
    : { outcome: "failed", reason: output };
}

interface Result {
  readonly outcome: Outcome;
  readonly reason?: string;
}

function report(check: string, { outcome, reason }: Result): Outcome {
  console.log(`${outcome.padEnd(7)}  ${check}${reason ? `\n${reason.trim().replace(/^/gm, "         ")}` : ""}`);
  return outcome;
}

function run(program: string, args: readonly string[]): { status: number | null; output: string } {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: "utf8", timeout: 60_000 });
  return { status, output: [stdout, stderr, error?.message].filter(Boolean).join("\n") };
}

checkManifest();
