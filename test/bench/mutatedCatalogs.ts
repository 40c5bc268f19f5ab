/**
 * Many catalogs with something wrong in them: each is a catalog, or is refused in words; anything else ends the run.
 *
 * npm run bench:catalogs [-- COUNT] [SEED]
 */
import embedded from "../../assets/catalogs/jingzhou-2024.json";
import { CatalogIndex } from "../../src/core/catalog";
import { catalogOfText } from "../../src/core/loadCatalog";
import { CatalogError } from "../../src/core/errors";
import { errorSentence } from "../../src/strings/strings";
import { mutated } from "../core/mutatedCatalogs";

const [count = 100_000, seed = 2024] = process.argv.slice(2).map(Number);
const LONGEST_SENTENCE = 1500;

const begun = performance.now();
let refused = 0;
let slowest = 0;
let longest = 0;
for (const text of mutated(JSON.stringify(embedded), count, seed)) {
  const at = performance.now();
  try {
    new CatalogIndex(catalogOfText(text));
  } catch (error) {
    if (!(error instanceof CatalogError)) throw new Error(`no refusal: ${text.slice(0, 500)}`, { cause: error });
    longest = Math.max(longest, errorSentence(error).length);
    refused += 1;
  }
  slowest = Math.max(slowest, performance.now() - at);
}
if (longest > LONGEST_SENTENCE) throw new Error(`a refusal of ${longest} characters`);
if (Object.keys(Object.prototype).length > 0) throw new Error("Object.prototype was written to");
console.log(`${count.toLocaleString("en")} catalogs, seed ${seed}: ${refused.toLocaleString("en")} refused in words`);
console.log(
  `${((performance.now() - begun) / 1000).toFixed(1)} s, slowest ${slowest.toFixed(1)} ms, longest sentence ${longest} characters`,
);
console.log(`peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
