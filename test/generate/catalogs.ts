/**
 * What is derived from the one schema of a catalog (src/core/catalogSchema.ts): assets/catalogs/catalog.schema.json for people
 * and editors, src/core/catalogShape.js for the add-in; and assets/catalogs/index.json from the catalogs beside it.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import Ajv from "ajv";
import standaloneCode from "ajv/dist/standalone";
import { CatalogSchema } from "../../src/core/catalogSchema";
import type { Catalog } from "../../src/core/types";

const root = path.resolve(__dirname, "../..");

/** The generated files by their path from the project's root. */
export function catalogFiles(): Map<string, string> {
  const schema = JSON.parse(JSON.stringify(CatalogSchema)) as Record<string, unknown>;
  const published = { $schema: "http://json-schema.org/draft-07/schema#", ...schema };
  // Compiled ahead: the pane ships neither a schema library nor eval, which a strict Content-Security-Policy forbids.
  const ajv = new Ajv({
    code: { source: true, optimize: true },
    allErrors: false,
    unicode: false, // lengths are those of a JavaScript string: counting characters would ship a part of the library
    unicodeRegExp: false,
    messages: false,
    inlineRefs: false,
  });
  const bare = JSON.parse(
    JSON.stringify(schema, (key, value: unknown) =>
      key === "description" && typeof value === "string" ? undefined : value,
    ),
  ) as Record<string, unknown>;
  // Where in the schema a rule stands is of no use to people, and a tenth of the code as it is sent.
  const validator = standaloneCode(ajv, ajv.compile(withShapesOnce(bare))).replace(/schemaPath:"[^"]*",/g, "");
  return new Map([
    ["assets/catalogs/index.json", catalogList()],
    ["assets/catalogs/catalog.schema.json", `${JSON.stringify(published, null, 2)}\n`],
    [
      "src/core/catalogShape.js",
      `// Generated from catalogSchema.ts by \`npm run generate\`. Do not edit.\n${validator}\n`,
    ],
  ]);
}

const LEAST_SHARED = 150; // characters of a shape that pay for a function of its own

/** The schema with each shape that comes several times, as that of a commitment, defined once: so its check is one function. */
function withShapesOnce(schema: Record<string, unknown>): object {
  const counts = new Map<string, number>();
  const count = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    const text = JSON.stringify(value);
    if ("type" in value && text.length >= LEAST_SHARED) counts.set(text, (counts.get(text) ?? 0) + 1);
    Object.values(value).forEach(count);
  };
  count(schema);
  const names = new Map<string, string>();
  const definitions: Record<string, unknown> = {};
  const shared = (value: unknown): unknown => {
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value.map(shared);
    const text = JSON.stringify(value);
    const known = names.get(text);
    if (known !== undefined) return { $ref: `#/definitions/${known}` };
    const isShared = (counts.get(text) ?? 0) > 1;
    const name = `shape${names.size}`;
    if (isShared) names.set(text, name);
    const inner = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, shared(each)]));
    if (!isShared) return inner;
    definitions[name] = inner;
    return { $ref: `#/definitions/${name}` };
  };
  return { ...(shared(schema) as object), definitions };
}

/** In the bundle: it is never asked for. */
const EMBEDDED = "jingzhou-2024.json";

/** The names by which a catalog that ships is told before it is loaded: its departments', and how the ids of its commitments begin. */
function askedBy({ departments, commitments }: Catalog): string[] {
  const names = departments.flatMap(({ name, aliases = [] }) => [name, ...aliases]);
  const beginnings = commitments.map(({ id }) => /^[A-Z]+\d{4}-/.exec(id)?.[0] ?? id);
  return [...new Set([...names, ...beginnings])];
}

/**
 * The list of catalogs a pane may choose from: region, year, address, sha256 and size of each file, so that any static web server
 * can spread them and a copy kept locally can be told from a newer one.
 */
function catalogList(): string {
  const folder = path.join(root, "assets/catalogs");
  const files = readdirSync(folder).filter((name) => /-\d{4}\.json$/.test(name));
  const catalogs = files.sort().map((url) => {
    const bytes = readFileSync(path.join(folder, url));
    const catalog = JSON.parse(bytes.toString()) as Catalog;
    const { id, title, region, year, version } = catalog;
    return {
      id,
      title,
      region,
      year,
      version,
      url,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      size: bytes.length,
      ...(url === EMBEDDED ? {} : { names: askedBy(catalog) }),
    };
  });
  return `${JSON.stringify({ catalogs }, null, 2)}\n`;
}
