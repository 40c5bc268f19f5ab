/** Texts that a spreadsheet takes for formulas, numbers, dates or truth values, and a catalog that has them wherever a text may stand. */
import { validateCatalog } from "../../src/core/loadCatalog";
import type { Catalog } from "../../src/core/types";
import { catalogFile } from "../core/jingzhou";
import type { OpenWorkbook } from "../workbench/node/openWorkbook";

export const HOSTILE = [
  "=1+1",
  '=HYPERLINK("http://example.invalid","x")',
  "+86",
  "-2",
  "@SUM(A1)",
  "\t=1+4",
  "\r=1+2",
  "=1+3's",
  "5%",
  "TRUE",
  "2024-06-30",
  "1/2",
  "1e3",
  "007",
  "#N/A",
  "（5）",
  "上午8时",
];
export const AS_A_BUREAU = ["=2+2", ">0", "市*局", "12%"];
export const AS_A_PLACE = ["=3+3", "@县", "-9"];
/** What a catalog says besides names, by the field it stands in. */
export const SAID = {
  title: "=5+5",
  region: "=6+6",
  version: "=7",
  document: "=3+7",
  publisher: "+3",
  section: "=1",
  speaker: "@x",
  phrase: "=3+4",
  passage: "-1=3+4",
  alias: "=4+1",
  note: "=4+2",
  group: "=4+3",
  basis: "=4+4",
  by: "+by",
  why: "=4+6",
  before: "-5",
  label: "@7",
} as const;

/** A catalog in which everything that can be a text is one of these. */
export function hostileCatalog(): Catalog {
  const { document, publisher, section, speaker, phrase, passage, by, why, group } = SAID;
  const source = { document: "report", section, speaker, phrase, passage };
  const signed = { by, recorded: "2024-07-02" };
  const file = catalogFile(
    ...HOSTILE.map((indicator, position) => ({
      kind: "flow" as const,
      indicator,
      department: position < AS_A_BUREAU.length ? `d${position}` : "d0",
      target: { comparator: "plain" as const, value: 100 + position, unit: "个" },
      source,
    })),
  );
  const commitments = [...file.commitments];
  commitments[0] = {
    ...commitments[0]!,
    aliases: [SAID.alias],
    note: SAID.note,
    supporting: ["d1"],
    weight: 10,
    alsoPromised: [source],
    parts: AS_A_PLACE.map((_, at) => ({ place: `p${at}`, value: 30 + at, ownPledge: 40 })),
  };
  commitments[7] = {
    ...commitments[7]!,
    parts: AS_A_PLACE.map((_, at) => ({ place: `p${at}`, value: 20 + at })),
  };
  commitments[5] = {
    ...commitments[5]!,
    revisions: [{ from: "2024-07-01", value: 90, basis: SAID.basis, ...signed }],
  };
  return validateCatalog({
    ...file,
    schemaVersion: 2,
    title: SAID.title,
    region: SAID.region,
    version: SAID.version,
    documents: [{ id: "report", title: document, publisher, date: "-2024" }],
    departments: AS_A_BUREAU.map((name, position) => ({ id: `d${position}`, name })),
    places: AS_A_PLACE.map((name, position) => ({ id: `p${position}`, name, aliases: [`${name}乙`], group })),
    commitments,
    corrections: [{ commitment: commitments[5].id, what: "revised", before: SAID.before, why, ...signed }],
    setAside: [
      { commitment: { ...commitments[6]!, id: "TT2024-900" }, inFavourOf: commitments[6]!.id, why, ...signed },
    ],
    facts: [{ department: "d0", label: SAID.label, value: 1, unit: "个", asOf: "-2023", phrase }],
  });
}

/** The sheet's cells that hold a text and no formula, and the formulas that nobody but such a text can have spelled. */
export function textsOn({ engine, host }: OpenWorkbook, sheet: string): { texts: string[]; alive: string[] } {
  const cells = engine.read(engine.usedArea(host.findSheet(sheet)!, true)!).flat();
  return {
    texts: cells.flatMap(({ value, formula }) => (formula === null && typeof value === "string" ? value : [])),
    alive: cells.flatMap(({ formula }) =>
      formula !== null && /^=\s*(?:\d|[-+@=>]|HYPERLINK|SUM\(A1\))/.test(formula) ? formula : [],
    ),
  };
}

/** All of a sheet of ours is as it should be: these texts stand on it, and none of them has become anything else. */
export function expectTexts(workbook: OpenWorkbook, sheet: string, wanted: readonly string[]): void {
  const { texts, alive } = textsOn(workbook, sheet);
  expect(alive).toEqual([]);
  expect(texts).toEqual(expect.arrayContaining([...wanted]));
}
