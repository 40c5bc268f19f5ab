/**
 * Many catalogs with something wrong in them, as files, as parts of a workbook and as lists of catalogs: each is taken, or is refused
 * in words; anything else ends the run.
 *
 * npm run bench:catalogs [-- COUNT] [SEED]
 */
import embedded from "../../assets/catalogs/jingzhou-2024.json";
import { CatalogIndex } from "../../src/core/catalog";
import { listOfText } from "../../src/core/catalogList";
import { catalogOfText, validateCatalog } from "../../src/core/loadCatalog";
import { pinnedOfText } from "../../src/core/pinnedText";
import { Shelf } from "../../src/core/shelf";
import { partText, toXml } from "../../src/excel/workbookStore";
import { escapedText } from "../../src/files/xmlElement";
import { CatalogError } from "../../src/core/errors";
import { errorSentence } from "../../src/strings/strings";
import { mutated } from "../core/mutatedCatalogs";

const [count = 100_000, seed = 2024] = process.argv.slice(2).map(Number);
const LONGEST_SENTENCE = 1500;

const catalog = validateCatalog(embedded);
const own = new CatalogIndex(catalog);
const pin = {
  sha256: "0".repeat(64),
  version: "1",
  origin: { kind: "web", address: "https://a.cn/b.json" },
  taken: "2026",
};
const listed = { id: "a-2024", title: "甲", region: "甲县", year: 2024, version: "1", url: "a.json" };
const list = {
  catalogs: Array.from({ length: 30 }, () => ({ ...listed, sha256: "0".repeat(64), size: 9 })),
  shards: [{ key: "0a", url: "b.json", sha256: "1".repeat(64), size: 9 }],
};

/** What is mutated, and how what comes of it is read. */
const WAYS: readonly {
  readonly name: string;
  /** How many of all that are asked for. */
  readonly share: number;
  readonly text: string;
  readonly read: (text: string) => unknown;
}[] = [
  {
    name: "catalogs",
    share: 0.45,
    text: JSON.stringify(embedded),
    read: (text) => new CatalogIndex(catalogOfText(text)),
  },
  {
    name: "parts of a workbook",
    share: 0.45,
    text: toXml("beside", { pin, catalog }),
    read: async (text) => {
      const found = await pinnedOfText(partText(text), null, () => Promise.resolve());
      new Shelf(own, [new CatalogIndex(found.catalog)]).lookUp("教育局", "新增学位");
    },
  },
  {
    name: "lists",
    share: 0.1,
    text: JSON.stringify(list),
    read: (text) => void listOfText(text, "https://a.cn/index.json"),
  },
];

async function main(): Promise<void> {
  for (const { name, text: good, read, share } of WAYS) {
    const some = Math.round(count * share);
    const begun = performance.now();
    const isXml = good.startsWith("<");
    const json = isXml ? partText(good) : good;
    let [refused, slowest, longest, made] = [0, 0, 0, 0];
    for (const each of mutated(json, some, seed)) {
      made += 1;
      // A part is mutated in its values, and every tenth in its letters, marks included.
      const text = !isXml
        ? each
        : made % 10 === 0
          ? cutAbout(good, made)
          : good.replace(/>[^]*</, () => `>${escapedText(each)}<`);
      const at = performance.now();
      try {
        await read(text);
      } catch (error) {
        if (!(error instanceof CatalogError)) throw new Error(`no refusal: ${text.slice(0, 500)}`, { cause: error });
        longest = Math.max(longest, errorSentence(error).length);
        refused += 1;
      }
      slowest = Math.max(slowest, performance.now() - at);
    }
    if (longest > LONGEST_SENTENCE) throw new Error(`a refusal of ${longest} characters`);
    if (Object.keys(Object.prototype).length > 0) throw new Error("Object.prototype was written to");
    console.log(
      `${some.toLocaleString("en")} ${name}, seed ${seed}: ${refused.toLocaleString("en")} refused in words, ` +
        `${((performance.now() - begun) / 1000).toFixed(1)} s, slowest ${slowest.toFixed(1)} ms, longest sentence ${longest} characters`,
    );
  }
  console.log(`peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
}

/** A text with a few letters of it gone, the same at every run. */
function cutAbout(text: string, number: number): string {
  const at = (number * 7919) % text.length;
  return text.slice(0, at) + text.slice(at + 1 + (number % 40));
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
