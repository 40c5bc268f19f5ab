/**
 * jest's module loader, but the spreadsheet engine is loaded once a worker and not once a test file: it is most of what a test of a
 * workbook loads, keeps nothing from one workbook to the next, and runs half as long once it is compiled. The other packages here
 * are large, read no clock of the test's and take no dates, which `instanceof` would not know from one file's world to another's.
 */
const { createRequire } = require("node:module");
const { default: Runtime } = require("jest-runtime");
require("./plainEngine.cjs");

const outside = createRequire(__filename);
const LOADED_ONCE = /^(@univerjs\/|(typescript|playwright-core|custom-functions-metadata)($|\/))/;

module.exports = class SharedRuntime extends Runtime {
  requireModuleOrMock(from, name) {
    return LOADED_ONCE.test(name) ? outside(name) : super.requireModuleOrMock(from, name);
  }
};
