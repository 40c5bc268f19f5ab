/**
 * Excel keeps functions.json for a day, and workbooks hold calls for years: what was once published goes on to be answered. Each
 * entry of publishedFunctions.json is what a version told Excel; a new version adds its own.
 */
import path from "node:path";
import { generateCustomFunctionsMetadata } from "custom-functions-metadata";
import published from "./publishedFunctions.json";

interface Told {
  readonly id: string;
  readonly parameters?: readonly { readonly name: string; readonly optional?: boolean }[];
}

async function toldToday(): Promise<Map<string, string[]>> {
  const source = path.resolve(__dirname, "../../src/functions/functions.ts");
  const { metadataJson } = await generateCustomFunctionsMetadata(source, true);
  const { functions } = JSON.parse(metadataJson) as { functions: Told[] };
  return new Map(
    functions.map(({ id, parameters = [] }) => [
      id,
      parameters.map(({ name, optional }) => name + (optional ? "?" : "")),
    ]),
  );
}

it.each(Object.entries(published))("what was told on %s holds", async (_, functions) => {
  const today = await toldToday();
  for (const [id, parameters] of Object.entries(functions)) {
    const once = parameters.split(", ");
    const now = today.get(id);
    expect([id, now?.slice(0, once.length)]).toEqual([id, once]);
    // What came later may be left out.
    expect(now?.slice(once.length).filter((name) => !name.endsWith("?"))).toEqual([]);
  }
});
