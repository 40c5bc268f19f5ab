/**
 * The order of test files: longest first, so that no worker is left alone with a long one at the end. jest knows how long each took
 * the last time; on a machine where none has run yet it goes by size, and these, whose files are small, would come last.
 */
const { default: Sequencer } = require("@jest/test-sequencer");

const LONG = /test\/(excel\/everyRequest\/|excel\/(sameInstant|movedRows)|e2e\/accessible|sheets\/agreement)/;

module.exports = class LongestFirst extends Sequencer {
  async sort(tests) {
    const sorted = await super.sort(tests);
    return [...sorted.filter(({ path }) => LONG.test(path)), ...sorted.filter(({ path }) => !LONG.test(path))];
  }
};
