import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { generateCustomFunctionsMetadata } from "custom-functions-metadata";
import { XMLParser } from "fast-xml-parser";
import { PNG } from "pngjs";

// What the XML schemas cannot see. `npm run manifest` checks the schemas themselves.

const PROJECT = path.resolve(__dirname, "..", "..");
const ADDRESS = "https://localhost:3000/";
const manifest = readFileSync(path.join(PROJECT, "manifest.xml"), "utf8");
const withoutComments = manifest.replace(/<!--.*?-->/gs, "");

/** Every first group of the expression, in the manifest's order. */
const all = (expression: RegExp): string[] => [...withoutComments.matchAll(expression)].map((match) => match[1] ?? "");
const sorted = (texts: Iterable<string>): string[] => [...new Set(texts)].sort();

/** The file an address of the add-in stands for in the project. */
const fileOf = (address: string): string => path.join(PROJECT, decodeURI(address.replace(ADDRESS, "")));

const defined = all(/<bt:(?:Image|Url|String) id="([^"]+)"/g);
const used = all(/\bresid="([^"]+)"/g);
const commandFunctions = all(/<FunctionName>([^<]+)<\/FunctionName>/g);

describe("resources", () => {
  it("are defined once each", () => expect(defined).toHaveLength(new Set(defined).size));
  it("are all used, and none is missing", () => expect(sorted(used)).toEqual(sorted(defined)));
  it("have ids of at most 32 characters, as Office asks", () =>
    expect(defined.filter((id) => id.length > 32)).toEqual([]));
});

describe("addresses", () => {
  const addresses = all(/(?:DefaultValue|Value)="([a-z]+:[^"]*)"/g);
  it("all start with the one address that the build replaces", () => {
    expect(addresses.length).toBeGreaterThan(20);
    expect(addresses.filter((address) => !address.startsWith(ADDRESS))).toEqual([]);
  });
  it("of pages and scripts name what the build makes", () => {
    const files = sorted(
      addresses.filter((address) => !address.includes("/assets/")).map((address) => address.slice(ADDRESS.length)),
    );
    expect(files).toEqual(["functions.js", "functions.json", "help/functions.html", "taskpane.html"]);
  });
});

describe("icons", () => {
  const images = new Map(
    [...withoutComments.matchAll(/<bt:Image id="([^"]+)" DefaultValue="([^"]+)"/g)].map(([, id, address]) => [
      id,
      address,
    ]),
  );
  const sizedIcons = [...withoutComments.matchAll(/<bt:Image size="(\d+)" resid="([^"]+)"/g)].map(
    ([, size, id]) => [images.get(id) ?? `undefined ${id}`, Number(size)] as const,
  );
  const listIcons = [
    [all(/<IconUrl DefaultValue="([^"]+)"/g)[0] ?? "", 32],
    [all(/<HighResolutionIconUrl DefaultValue="([^"]+)"/g)[0] ?? "", 64],
  ] as const;

  it.each([...listIcons, ...sizedIcons])("%s is a picture of %i pixels", (address, size) => {
    expect(existsSync(fileOf(address))).toBe(true);
    const { width, height } = PNG.sync.read(readFileSync(fileOf(address)));
    expect([width, height]).toEqual([size, size]);
  });

  it("come in 16, 32 and 80 pixels wherever one is shown", () => {
    const shown = [...withoutComments.matchAll(/<Icon>(.*?)<\/Icon>/gs)].map(([, icon = ""]) =>
      [...icon.matchAll(/size="(\d+)"/g)].map((match) => Number(match[1])),
    );
    expect(shown.length).toBeGreaterThan(4);
    for (const sizes of shown) expect(sizes).toEqual([16, 32, 80]);
  });
});

describe("the host", () => {
  type Node = Record<string, unknown>;
  const parsed = new XMLParser({ ignoreAttributes: false }).parse(withoutComments) as {
    OfficeApp: Node & { VersionOverrides: { Hosts: { Host: Node & { Runtimes: { Runtime: Node } } } } };
  };
  const host = parsed.OfficeApp.VersionOverrides.Hosts.Host;

  it("names the shared runtime before anything else: Office ignores it further down", () => {
    const children = Object.keys(host).filter((name) => !name.startsWith("@_"));
    expect(children[0]).toBe("Runtimes");
    expect(host.Runtimes.Runtime).toMatchObject({ "@_lifetime": "long" });
  });

  it("runs pane, functions and commands in that one page", () => {
    const runtime = host.Runtimes.Runtime["@_resid"];
    const pages = [
      ...all(/<FunctionFile resid="([^"]+)"/g),
      ...all(/<Page>\s*<SourceLocation resid="([^"]+)"/g),
      ...all(/<Action xsi:type="ShowTaskpane">\s*<SourceLocation resid="([^"]+)"/g),
    ];
    expect(pages.length).toBeGreaterThanOrEqual(3);
    expect(sorted(pages)).toEqual([runtime]);
    expect(withoutComments).not.toContain("TaskpaneId");
  });

  it("asks for the shared runtime and nothing newer, which would hide the add-in from Excel 2021", () => {
    expect(all(/<Set Name="([^"]+)"/g)).toEqual(["SharedRuntime"]);
  });
});

describe("languages", () => {
  it("has English beside every Chinese name and sentence", () => {
    const texts = [
      ...withoutComments.matchAll(
        /<(?:bt:String|DisplayName|Description)\b[^>]*DefaultValue="([^"]*)"[^>]*>(.*?)<\/(?:bt:String|DisplayName|Description)>/gs,
      ),
    ];
    expect(texts.length).toBeGreaterThan(12);
    for (const [, chinese, overrides] of texts) {
      expect(chinese).toMatch(/\p{Script=Han}/u);
      expect(overrides).toMatch(/Locale="en-US" Value="[A-Z]/);
    }
  });
  it("keeps to Office's lengths: 125 characters for a label, 250 for a tip", () => {
    const strings = (list: string) =>
      [
        ...(new RegExp(`<bt:${list}>(.*?)</bt:${list}>`, "s").exec(withoutComments)?.[1] ?? "").matchAll(
          /(?:DefaultValue|Value)="([^"]*)"/g,
        ),
      ].map((match) => match[1] ?? "");
    expect(strings("ShortStrings").filter((text) => text.length > 125)).toEqual([]);
    expect(strings("LongStrings").filter((text) => text.length > 250)).toEqual([]);
  });
});

describe("commands", () => {
  const folder = path.join(PROJECT, "src", "commands");
  const commands = readdirSync(folder, "utf8")
    .map((file) => readFileSync(path.join(folder, file), "utf8"))
    .join("\n");

  it.each(commandFunctions)("%s is associated in src/commands", (name) => {
    expect(commands).toContain(`Office.actions.associate("${name}"`);
  });
  it("have ids of their own", () => {
    const ids = all(/<Control xsi:type="Button" id="([^"]+)"/g);
    expect(ids).toEqual([
      "ShowCatalog",
      "BuildLedger",
      "Summary",
      "LeadersCopy",
      "Freeze",
      "Returns",
      "MarkOwnSheet",
      "CheckGaps",
      "Refresh",
      "ExplainCell",
    ]);
  });
});

describe("custom functions", () => {
  const generated = generateCustomFunctionsMetadata(path.join(PROJECT, "src", "functions", "functions.ts"));
  const ids = async () => (await generated).associate.map(({ id }) => id);

  it("have metadata without errors, and every one is associated with its code", async () => {
    const { errors, metadataJson } = await generated;
    expect(errors).toEqual([]);
    const { functions } = JSON.parse(metadataJson) as { functions: { id: string }[] };
    expect(functions.length).toBeGreaterThan(0);
    expect(functions.map(({ id }) => id)).toEqual(await ids());
  });

  it("have ids that Excel takes", async () => {
    for (const id of await ids()) expect(id).toMatch(/^[A-Z][A-Z0-9._]{2,}$/);
  });

  it("have ids that stay apart in a saved file, where a dot becomes an underscore", async () => {
    const saved = (await ids()).map((id) => id.replaceAll(".", "_"));
    expect(saved).toHaveLength(new Set(saved).size);
  });

  it("have no prefix: neither the element nor its text", () => {
    expect(withoutComments).not.toMatch(/Namespace/);
  });
});

describe("as another add-in, built with a prefix", () => {
  const { publishedManifest } = jest.requireActual<{
    publishedManifest: (text: string, url: string, prefix: string) => string;
  }>("../../webpack.config.js");
  const published = publishedManifest(manifest, "https://example.gov.cn/target", "DEV");
  const idOf = (text: string) => /<Id>(.*?)<\/Id>/.exec(text)?.[1];

  it("has an identity, a name and a namespace of its own", () => {
    expect(idOf(published)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(idOf(published)).not.toBe(idOf(manifest));
    expect(published).toContain('<DisplayName DefaultValue="承诺对账 (DEV)">');
    expect(published).toMatch(/<\/Metadata>\s*<Namespace resid="Functions.Prefix" \/>/);
    expect(published).toContain('<bt:String id="Functions.Prefix" DefaultValue="DEV" />');
  });

  it("stands at its address, and is the manifest itself where nothing is set", () => {
    expect(published).not.toContain("localhost");
    expect(publishedManifest(manifest, "https://localhost:3000", "")).toBe(manifest);
  });
});
