/** Writes every file that is derived from another: `npm run generate`. */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { catalogFiles } from "./catalogs";
import { helpPage } from "./helpPage";

const root = path.resolve(__dirname, "../..");

/** The derived files by their path from the project's root. */
export async function generatedFiles(): Promise<Map<string, string>> {
  return new Map([...catalogFiles(), ["assets/help/functions.html", await helpPage()]]);
}

/** Whether a derived file on disk is what its source makes today. */
export function isCurrent(file: string, text: string): boolean {
  return readFileSync(path.join(root, file), "utf8") === text;
}

async function generate(): Promise<void> {
  for (const [file, text] of await generatedFiles()) writeFileSync(path.join(root, file), text);
}

if (require.main === module) void generate();
