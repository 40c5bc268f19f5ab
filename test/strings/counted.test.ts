/** What is counted in English has the form its number asks for: 0 rows, 1 row, 2 rows; by one helper, and nowhere by hand. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { counted } from "../../src/strings/counted";
import { en } from "../../src/strings/en";
import { projectFolder } from "../workbench/server/projectFolder";

it.each([
  [0, "0 counties", "0 rows"],
  [1, "1 county", "1 row"],
  [2, "2 counties", "2 rows"],
  [1200, "1,200 counties", "1,200 rows"],
])("%d", (count, counties, rows) => {
  expect([counted(count, "county", "counties"), counted(count, "row")]).toEqual([counties, rows]);
});

const { check } = en.pane;
const { pane: ownSheet } = en.ownSheet;
const { pane, placesTable, catalogs, foretold, catalogChanges, catalogCommand, errors } = en;
it.each<[(count: number) => string, none: string, one: string, two: string]>([
  [placesTable.pane.places, "0 counties", "1 county", "2 counties"],
  [
    (count) => placesTable.pane.chosen(count, count),
    "0 indicators, 0 counties",
    "1 indicator, 1 county",
    "2 indicators, 2 counties",
  ],
  [
    (count) => placesTable.pane.built("表", 1, 1, count),
    "1 county, 1 indicator.",
    "with 1 figure typed",
    "with 2 figures typed",
  ],
  [placesTable.pane.loses, "0 typed figures have", "1 typed figure has", "2 typed figures have"],
  [(count) => placesTable.split.written("学位", count), "over 0 counties", "over 1 county", "over 2 counties"],
  [(count) => ownSheet.table(1, count), "0 rows", "1 row", "2 rows"],
  [ownSheet.settledRows, "0 rows can", "1 row can", "2 rows can"],
  [(count) => ownSheet.written("表", count), "0 rows of “表” are", "1 row of “表” is", "2 rows of “表” are"],
  [(count) => catalogs.about("云州", 2024, "1", count), "0 commitments", "1 commitment", "2 commitments"],
  [(count) => catalogs.pinned("2024-01-01", count), "2024-01-01", "1 day ago", "2 days ago"],
  [(count) => catalogs.fileWrong("表", count, "x"), "0 things", "1 thing to", "2 things to"],
  [catalogs.sheetFine, "All 0 rows", "The one row", "All 2 rows"],
  [check.allNumbers, "0 texts", "the text a number", "2 texts"],
  [(count) => check.sheetMade("表", count), "0 rows", "1 row.", "2 rows"],
  [foretold.rows, "0 rows", "1 row", "2 rows"],
  [catalogChanges.otherFields, "0 other fields differ", "1 other field differs", "2 other fields differ"],
  [
    (count) => catalogCommand.published(count, count, count),
    "0 catalogs",
    "1 catalog published, 1 file new, the list in 1 shard",
    "in 2 shards",
  ],
  [(count) => pane.scoresMade("表", "台账", count), "0 rows", "1 row.", "2 rows"],
  [(count) => pane.refreshSeen(count), "0 places", "1 place.", "2 places"],
  [
    (count) => errors.columnsDiffer({ departments: count, indicators: 2, actuals: 3 }),
    "0 departments",
    "1 department,",
    "2 departments",
  ],
])("%#: none, one and two", (sentence, none, one, two) => {
  expect(sentence(0)).toContain(none);
  expect(sentence(1)).toContain(one);
  expect(sentence(2)).toContain(two);
});

/** Words in s behind a figure that are no thing counted, or are said for bounds above one. */
const NOT_COUNTED =
  /\$\{(limit|text|address|amount|agreed|f\.(id|from|indicator|target|department)|asOf|sheet|share|points|trouble\.\w+|at|figures\[\d\]|name|ENTRY_NAMES\[\w+\]\.toLowerCase\(\)|list\(.*)/;

it("nowhere stands a figure before a plural by hand", () => {
  const folder = path.join(projectFolder, "src/strings");
  const byHand = readdirSync(folder).flatMap((file) =>
    readFileSync(path.join(folder, file), "utf8")
      .split("\n")
      .flatMap((line, at) =>
        [...line.matchAll(/\$\{[^}]*\} (?:[a-z-]+ )?[a-z-]+s\b(?! ===)/g)]
          .map(([found]) => found)
          .filter(
            (found) =>
              !/[一-龥]/.test(line) &&
              !NOT_COUNTED.test(found) &&
              !/counted\(|counties\(|=== 1|count === 1 \?/.test(line),
          )
          .map((found) => `${file}:${at + 1} ${found}`),
      ),
  );
  expect(byHand).toEqual([]);
});
