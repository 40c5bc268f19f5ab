/**
 * The spreadsheet engine's classes are shipped with their fields set by a helper, `_defineProperty(this, "name", value)`: one place in
 * the code through which every kind of object goes, which is what engines of JavaScript are slowest at. Calculating spends a fifth of
 * its time there. Set in the constructor, `this.name = value`, they cost nothing; none of these classes inherits a setter of such a name.
 *
 * A loader of webpack's for the workbench's page; `register()` does the same to what Node loads from then on.
 */
const { readFileSync } = require("node:fs");
const Module = require("node:module");

const FIELD = /\b_defineProperty\(this, "([A-Za-z_$][\w$]*)", /g;
const plainFields = (source) => source.replace(FIELD, "(this.$1 = ");
const ENGINE = /[\\/]@univerjs[\\/]/;

function register() {
  const load = Module._extensions[".js"];
  Module._extensions[".js"] = (module, file) => {
    if (!ENGINE.test(file)) return load(module, file);
    module._compile(plainFields(readFileSync(file, "utf8")), file);
  };
}

module.exports = Object.assign(plainFields, { register, ENGINE });
