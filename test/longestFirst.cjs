/**
 * The order of test files: longest first, so that no worker is left alone with a long one at the end. jest knows how long each took
 * the last time; on a machine where none has run yet it goes by size, and these, whose files are small, would come last.
 */
const { default: Sequencer } = require("@jest/test-sequencer");

const LONG = [
  "excel/everyRequest/",
  "excel/sameInstant",
  "excel/movedRows",
  "excel/collectReturns",
  "sheets/calculated/agreement",
  "sheets/calculated/ledgerSpellings",
  "sheets/calculated/noErrors",
  "sheets/calculated/strayEntries",
  "files/hostile",
  "importer/commandLine",
  "importer/importReport",
  "importer/leftOut",
  "workbench/officeMembersInUse",
  "e2e/accessible",
  "e2e/catalogFaults",
  "e2e/longWork",
];
const isLong = (path) => LONG.some((place) => path.includes(`/test/${place}`));

module.exports = class LongestFirst extends Sequencer {
  async sort(tests) {
    const sorted = await super.sort(tests);
    return [...sorted.filter(({ path }) => isLong(path)), ...sorted.filter(({ path }) => !isLong(path))];
  }
};
