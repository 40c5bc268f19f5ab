/**
 * A catalog beside what the importer reads in the reports it was made from, promise by promise: `npm run bench:readings -- FOLDER`, where
 * FOLDER holds a text file of every document, named as its publisher begins (湖北省.txt). `-- FOLDER CATALOG` takes another catalog.
 * The reports are no part of the project. Every difference is listed, to be decided by reading the place again.
 */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { CatalogIndex } from "../../src/core/catalog";
import { CatalogError } from "../../src/core/errors";
import { catalogOfText } from "../../src/core/loadCatalog";
import type { Commitment } from "../../src/core/types";
import { importReport } from "../../src/importer/importReport";
import { aimOf, isFall } from "../../src/importer/promisedFigure";
import type { Draft } from "../../src/importer/drafts";

const [folder = ".", file = path.resolve(__dirname, "../../assets/catalogs/china-provinces-2026.json")] =
  process.argv.slice(2);
const catalog = catalogOfText(readFileSync(file, "utf8"));
const index = new CatalogIndex(catalog);

/** What is compared; the first is the figure itself, without which there is nothing more to compare. */
const POINTS = ["figure", "unit", "comparator", "kind", "direction", "modality", "name"] as const;
type Point = (typeof POINTS)[number];
const differing = Object.fromEntries(POINTS.map((point) => [point, 0])) as Record<Point, number>;
let compared = 0;
let withoutText = 0;
let beyond = 0;

const plainUnit = (unit: string) => unit.normalize("NFKC").replace(/^个(?=百分点)/u, "");

/** Where a promise stands in its report: its phrase, behind the headings it stands under. */
function placeOf(text: string, { source }: Commitment): number {
  let from = 0;
  for (const heading of source.section.split("·")) from = Math.max(from, text.indexOf(heading, from));
  return text.indexOf(source.phrase, from);
}

/** On which points the importer's reading of a promise is another one, each with what it read. */
function differences(commitment: Commitment, draft: Draft, owner: string): [Point, string][] {
  const { target, kind, modality, indicator } = commitment;
  if (!target || !("value" in target)) return [];
  const found: [Point, string, boolean][] = [
    [
      "figure",
      [draft.value, draft.valueMax].join(" "),
      draft.value === target.value && draft.valueMax === (target.valueMax ?? null),
    ],
    ["unit", draft.unit, plainUnit(draft.unit) === plainUnit(target.unit)],
    ["comparator", draft.comparator, draft.comparator === target.comparator],
    ["kind", draft.kind, draft.kind === kind],
    // 下降3.8% is a fall of 3.8 or a growth of -3.8: one promise in two ways.
    [
      "direction",
      aimOf(draft).direction ?? "up",
      isFall(draft) ? /降幅$/u.test(indicator) : aimOf(draft).direction === (commitment.direction ?? null),
    ],
    ["modality", draft.modality, draft.modality === modality],
    ["name", draft.indicator, named(owner, draft.indicator) === commitment],
  ];
  return found.flatMap(([point, read, isSame]) => (isSame ? [] : [[point, read] as [Point, string]]));
}

function named(owner: string, name: string): Commitment | null {
  const found = index.lookUp(owner, name);
  return found instanceof CatalogError ? null : found;
}

for (const document of catalog.documents) {
  const report = catalog.departments.find(({ name }) => document.publisher?.startsWith(name));
  const source = path.join(folder, `${report?.name ?? document.title}.txt`);
  const commitments = catalog.commitments.filter((each) => each.source.document === document.id);
  if (!report || !existsSync(source)) {
    withoutText += commitments.length;
    continue;
  }
  const text = readFileSync(source, "utf8");
  const { drafts } = importReport(text, { year: catalog.year });
  const taken = new Set<Draft>();
  let [first, last] = [text.length, 0];
  for (const commitment of commitments) {
    const at = placeOf(text, commitment);
    const tell = (what: string) =>
      console.log(`${commitment.id} ${report.name} ${commitment.indicator} | ${commitment.source.phrase} | ${what}`);
    if (at < 0) tell("the phrase is not in the report");
    const end = at + commitment.source.phrase.length;
    if (commitment.source.section.includes("·")) [first, last] = [Math.min(first, at), Math.max(last, end)];
    if (!commitment.target || !("value" in commitment.target)) continue;
    compared++;
    const { value } = commitment.target;
    const here = drafts.filter(({ span }) => span[0] >= at && span[0] < end);
    const same = here.filter((draft) => draft.value === value);
    // Several figures of one phrase are told apart by their order.
    const draft = same.find((each) => !taken.has(each)) ?? same[0] ?? here[0];
    if (!draft) {
      differing.figure++;
      tell("not read");
      continue;
    }
    taken.add(draft);
    for (const [point, read] of differences(commitment, draft, report.name)) {
      differing[point]++;
      tell(`${point}: ${read}`);
    }
  }
  // What the importer reads among the expected targets and the catalog does not hold.
  for (const draft of drafts)
    if (draft.span[0] >= first && draft.span[1] <= last && !taken.has(draft)) {
      beyond++;
      console.log(`${report.name} | read besides | ${draft.indicator} ${draft.phrase}`);
    }
}
console.log(`\n${compared} figures compared, ${withoutText} promises without a text, ${beyond} figures read besides`);
for (const point of POINTS) console.log(`${point.padEnd(10)} | ${differing[point]} differ`);
