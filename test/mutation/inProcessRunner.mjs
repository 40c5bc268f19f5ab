/**
 * A test runner for Stryker that stays in its process: every file is compiled once, and for each mutant only evaluated anew. Jest spends
 * seconds on starting before the first test; here the tests that cover a mutant take milliseconds. It knows as much of jest as the
 * tests it is given need: describe, it, each, the four hooks and `expect`.
 */
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { commonTokens, declareClassPlugin, PluginKind, tokens } from "@stryker-mutator/api/plugin";
import { DryRunStatus, TestStatus, toMutantRunResult } from "@stryker-mutator/api/test-runner";
import { expect } from "expect";
import typescript from "typescript";

const STRYKER = (globalThis.__stryker__ ??= {});

export const strykerValidationSchema = {
  properties: {
    inProcess: {
      type: "object",
      properties: { tests: { type: "array", items: { type: "string" } }, environment: { type: "object" } },
    },
  },
};

/** Compiled files of the sandbox, and what they come to when they are evaluated: once for each test file and run. */
class Files {
  constructor(root) {
    this.root = root;
    this.external = createRequire(path.join(root, "package.json"));
    // The same cases for every mutant, and no search for the smallest that fails.
    this.external("fast-check").configureGlobal({ endOnFailure: true, seed: 20240630 });
    this.compiled = new Map();
  }

  compile(file) {
    const known = this.compiled.get(file);
    if (known) return known;
    const source = readFileSync(file, "utf8");
    const text = /\.tsx?$/.test(file)
      ? typescript.transpileModule(source, {
          fileName: file,
          compilerOptions: {
            module: typescript.ModuleKind.CommonJS,
            target: typescript.ScriptTarget.ES2022,
            esModuleInterop: true,
          },
        }).outputText
      : source;
    const names = ["module", "exports", "require", "__dirname", "__filename", ...Object.keys(new Suite().globals())];
    const made = file.endsWith(".json") ? () => JSON.parse(text) : new Function(...names, text);
    this.compiled.set(file, made);
    return made;
  }

  /** Evaluates a file with everything it imports of the project, afresh. */
  evaluate(file, globals) {
    const modules = new Map();
    const load = (at) => {
      const known = modules.get(at);
      if (known) return known.exports;
      const module = { exports: {} };
      modules.set(at, module);
      const made = this.compile(at);
      if (at.endsWith(".json")) return (module.exports = made());
      const directory = path.dirname(at);
      const require = (name) => (name.startsWith(".") ? load(this.resolve(directory, name)) : this.external(name));
      require.resolve = this.external.resolve;
      // What a file does when it is loaded is no single test's, even where a test loads it.
      const test = STRYKER.currentTestId;
      STRYKER.currentTestId = undefined;
      made(module, module.exports, require, directory, at, ...Object.values(globals));
      STRYKER.currentTestId = test;
      return module.exports;
    };
    return load(file);
  }

  resolve(directory, name) {
    const whole = path.resolve(directory, name);
    const key = `resolve ${whole}`;
    const known = this.compiled.get(key);
    if (known) return known;
    for (const ending of ["", ".ts", ".js", "/index.ts"]) {
      const file = whole + ending;
      if (typescript.sys.fileExists(file)) {
        this.compiled.set(key, file);
        return file;
      }
    }
    throw new Error(`no file ${whole}`);
  }
}

/** What a test file declares. */
class Suite {
  tests = [];
  group = { name: "", above: null, beforeAll: [], afterAll: [], beforeEach: [], afterEach: [] };

  globals() {
    const each = (declare) => (table) => (name, body, timeout) => {
      for (const [position, row] of table.entries()) {
        const cells = Array.isArray(row) ? row : [row];
        declare(`${name} #${position}`, () => body(...cells), timeout);
      }
    };
    const describe = (name, body) => {
      const above = this.group;
      const full = above.name === "" ? String(name) : `${above.name} ${name}`;
      this.group = { name: full, above, beforeAll: [], afterAll: [], beforeEach: [], afterEach: [] };
      body();
      this.group = above;
    };
    const it = (name, body) => {
      this.tests.push({ name: `${this.group.name} ${name}`, body, group: this.group });
    };
    describe.each = each(describe);
    it.each = each(it);
    it.skip = () => undefined;
    const hook = (kind) => (body) => void this.group[kind].push(body);
    return {
      describe,
      it,
      test: it,
      expect,
      jest: { setTimeout: () => undefined },
      beforeAll: hook("beforeAll"),
      afterAll: hook("afterAll"),
      beforeEach: hook("beforeEach"),
      afterEach: hook("afterEach"),
    };
  }
}

/** A test file, or all that lie in a folder and are not named themselves. */
function testsIn(named, _, all) {
  if (named.endsWith(".ts")) return [named];
  const inside = readdirSync(named).filter((file) => file.endsWith(".test.ts"));
  return inside.map((file) => `${named}/${file}`).filter((file) => !all.includes(file));
}

/** The groups around a test, from the outermost in. */
const around = (group) => (group === null ? [] : [...around(group.above), group]);

class InProcessRunner {
  static inject = tokens(commonTokens.options);

  constructor(options) {
    this.tests = options.inProcess.tests.flatMap(testsIn);
    Object.assign(process.env, options.inProcess.environment);
    this.files = new Files(process.cwd());
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async dryRun({ coverageAnalysis }) {
    delete STRYKER.activeMutant;
    STRYKER.mutantCoverage = { static: {}, perTest: {} };
    const results = [];
    for (const file of this.tests) results.push(...(await this.runFile(file, () => true, false)));
    STRYKER.currentTestId = undefined;
    const mutantCoverage = coverageAnalysis === "off" ? undefined : STRYKER.mutantCoverage;
    return { status: DryRunStatus.Complete, tests: results, mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, mutantActivation }) {
    STRYKER.hitLimit = hitLimit;
    STRYKER.hitCount = hitLimit === undefined ? undefined : 0;
    STRYKER.activeMutant = mutantActivation === "static" ? activeMutant.id : undefined;
    const wanted = testFilter ? new Set(testFilter) : null;
    const results = [];
    for (const file of this.tests) {
      if (wanted && !testFilter.some((id) => id.startsWith(`${file}: `))) continue;
      const isWanted = (id) => wanted === null || wanted.has(id);
      results.push(...(await this.runFile(file, isWanted, true, () => (STRYKER.activeMutant = activeMutant.id))));
      if (results.some(({ status }) => status === TestStatus.Failed)) break;
    }
    STRYKER.activeMutant = undefined;
    if (hitLimit !== undefined && STRYKER.hitCount > hitLimit) return { status: "timeout", reason: "hit limit" };
    return toMutantRunResult({ status: DryRunStatus.Complete, tests: results });
  }

  async runFile(file, isWanted, stopsAtFirst, begin = () => undefined) {
    const suite = new Suite();
    const results = [];
    try {
      this.files.evaluate(path.resolve(file), suite.globals());
    } catch (error) {
      return [failure(`${file}: itself`, error, 0)];
    }
    begin();
    const begun = new Set();
    const names = new Map();
    for (const { name, body, group } of suite.tests) {
      const count = (names.get(name) ?? 0) + 1;
      names.set(name, count);
      const id = `${file}: ${name}${count > 1 ? ` (${count})` : ""}`;
      if (!isWanted(id)) continue;
      const started = performance.now();
      STRYKER.currentTestId = id;
      const groups = around(group);
      try {
        for (const each of groups)
          if (!begun.has(each)) {
            begun.add(each);
            for (const hook of each.beforeAll) await hook();
          }
        for (const each of groups) for (const hook of each.beforeEach) await hook();
        await body();
        results.push({ id, name: id, status: TestStatus.Success, timeSpentMs: performance.now() - started });
      } catch (error) {
        results.push(failure(id, error, performance.now() - started));
      } finally {
        for (const each of groups.reverse()) for (const hook of each.afterEach) await hook();
      }
      STRYKER.currentTestId = undefined;
      if (stopsAtFirst && results.at(-1).status === TestStatus.Failed) break;
    }
    for (const each of [...begun].reverse()) for (const hook of each.afterAll) await hook();
    return results;
  }
}

const failure = (id, error, timeSpentMs) => ({
  id,
  name: id,
  status: TestStatus.Failed,
  failureMessage: String(error?.message ?? error),
  timeSpentMs,
});

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, "inProcess", InProcessRunner)];
