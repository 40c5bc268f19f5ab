/** The add-in's own custom functions for a workbook in Node: their metadata from the source's documentation, and the functions. */
import path from "node:path";
import { generateCustomFunctionsMetadata } from "custom-functions-metadata";
import * as functions from "../../../src/functions/functions";
import { functionsOf, type FunctionsFile } from "../host/customFunctions";
import type { OpenOptions } from "./openWorkbook";

const SOURCE = path.resolve(__dirname, "../../../src/functions/functions.ts");

/** What `openWorkbook` takes as `functions`. They speak through the library of the workbook opened last (`useGlobally`). */
export async function addInFunctions(): Promise<NonNullable<OpenOptions["functions"]>> {
  const { metadataJson, associate, errors } = await generateCustomFunctionsMetadata(SOURCE, true);
  if (errors.length) throw new Error(errors.join("\n"));
  // The build adds the flag to functions.json: the functions' documentation has no word for it.
  const metadata = functionsOf({ ...(JSON.parse(metadataJson) as FunctionsFile), allowErrorForDataTypeAny: true });
  const byName = functions as unknown as Record<string, (...callArguments: never[]) => unknown>;
  return {
    metadata,
    run: () => Object.fromEntries(associate.map(({ id, functionName }) => [id, byName[functionName]!])),
  };
}
