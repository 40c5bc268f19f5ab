/**
 * Catalogs on the command line, for whoever publishes them:
 * `npm run catalog -- check FILE…`, `diff OLD NEW`, `publish FOLDER FILE…`. Ends with 1 and sentences on what is not right.
 */
import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { compareCatalogs } from "../core/compareCatalogs";
import { CatalogError } from "../core/errors";
import type { Catalog } from "../core/types";
import { textOrCells } from "../files/workbookCells";
import { catalogInFile, TableRefused } from "../sheets/catalogFile";
import { CATALOG_SHEET } from "../sheets/catalogSheet";
import { comparisonLines } from "../strings/catalogChanges";
import { errorSentence, strings } from "../strings/strings";
import { publish } from "./publish";

class Usage extends Error {}

async function main(): Promise<void> {
  const words = strings().catalogCommand;
  const [command, ...given] = process.argv.slice(2);
  if (command === "check" && given.length > 0) return check(await filesIn(given));
  if (command === "diff" && given.length === 2) {
    const [older, newer] = await Promise.all(given.map(catalogOf));
    if (!older || !newer) throw new Usage(words.usage);
    for (const line of comparisonLines(older, newer, compareCatalogs(older, newer))) console.log(line);
    return;
  }
  if (command === "publish" && given.length > 1) {
    const [folder = "", ...files] = given;
    const made = await publish(folder, await filesIn(files), catalogOf);
    console.log(words.published(made.catalogs, made.written, made.shards));
    return;
  }
  throw new Usage(words.usage);
}

/** Says of every file whether it is a catalog; a row or place of each trouble stands in front. */
async function check(files: readonly string[]): Promise<void> {
  const words = strings().catalogCommand;
  let wrong = 0;
  for (const file of files)
    try {
      const { title, commitments, departments } = await catalogOf(file);
      console.log(words.fine(file, title, departments.length, commitments.length));
    } catch (error) {
      wrong += 1;
      for (const line of troublesOf(error)) console.error(`${file}: ${line}`);
    }
  if (wrong > 0) process.exitCode = 1;
}

function troublesOf(error: unknown): string[] {
  const words = strings();
  if (error instanceof TableRefused)
    return error.read.troubles.map(
      (trouble) =>
        `${trouble.row === null ? "" : words.catalogCommand.row(trouble.row + 1)}${words.catalogSheet.trouble(trouble)}`,
    );
  if (error instanceof CatalogError && error.code === "catalogInvalid")
    return (error as CatalogError<"catalogInvalid">).facts.issues.map(({ path: place, problem, detail }) =>
      words.catalogSheet.trouble({ place, problem, detail }),
    );
  if (error instanceof CatalogError) return [errorSentence(error)];
  throw error;
}

async function catalogOf(file: string): Promise<Catalog> {
  const bytes = new Uint8Array(await readFile(file));
  return catalogInFile(textOrCells(bytes, path.basename(file), (sheet) => sheet === CATALOG_SHEET));
}

/** The files named, and those in folders named: .json, .csv and .xlsx. */
async function filesIn(names: readonly string[]): Promise<string[]> {
  const words = strings().catalogCommand;
  const found: string[] = [];
  for (const name of names) {
    const facts = await stat(name).catch(() => null);
    if (facts === null) throw new Usage(words.noFile(name));
    if (!facts.isDirectory()) found.push(name);
    else
      for (const each of (await readdir(name, { recursive: true })).sort())
        if (/\.(?:json|csv|xlsx)$/.test(each) && !/(?:^|\/)(?:index|catalog\.schema)\.json$/.test(each))
          found.push(path.join(name, each));
  }
  return found;
}

main().catch((error: unknown) => {
  const lines = error instanceof Usage ? [error.message] : troublesOf(error);
  for (const line of lines) process.stderr.write(`${line}\n`);
  process.exitCode = 1;
});
