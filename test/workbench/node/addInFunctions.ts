/** The add-in's own custom functions for a workbook in Node: their metadata from the source's documentation, and the functions. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import * as functions from "../../../src/functions/functions";
import { functionsOf, type FunctionsFile } from "../host/customFunctions";
import type { OpenOptions } from "./openWorkbook";

const SOURCE = path.resolve(__dirname, "../../../src/functions/functions.ts");
const KEPT = path.resolve(__dirname, "../../../.cache/functions");

/** What the source's documentation tells of its functions. */
interface Documented {
  readonly metadataJson: string;
  readonly associate: readonly { readonly id: string; readonly functionName: string }[];
}

/** The documentation is read once for each state of the source: the compiler that reads it takes longer to load than a workbook. */
async function documented(): Promise<Documented> {
  const source = readFileSync(SOURCE);
  const { version } = (await import("custom-functions-metadata/package.json")) as { version: string };
  const file = path.join(KEPT, `${createHash("sha256").update(source).update(version).digest("hex")}.json`);
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as Documented;
  const { generateCustomFunctionsMetadata } = await import("custom-functions-metadata");
  const { metadataJson, associate, errors } = await generateCustomFunctionsMetadata(SOURCE, true);
  if (errors.length) throw new Error(errors.join("\n"));
  mkdirSync(KEPT, { recursive: true });
  // Written aside first: another process may read it meanwhile.
  const aside = `${file}.${process.pid}`;
  writeFileSync(aside, JSON.stringify({ metadataJson, associate }));
  renameSync(aside, file);
  return { metadataJson, associate };
}

/** What `openWorkbook` takes as `functions`. They speak through the library of the workbook opened last (`useGlobally`). */
export async function addInFunctions(): Promise<NonNullable<OpenOptions["functions"]>> {
  const { metadataJson, associate } = await documented();
  // The build adds the flag to functions.json: the functions' documentation has no word for it.
  const metadata = functionsOf({ ...(JSON.parse(metadataJson) as FunctionsFile), allowErrorForDataTypeAny: true });
  const byName = functions as unknown as Record<string, (...callArguments: never[]) => unknown>;
  return {
    metadata,
    run: () => Object.fromEntries(associate.map(({ id, functionName }) => [id, byName[functionName]!])),
  };
}
