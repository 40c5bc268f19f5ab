import eslint from "@eslint/js";
import officeAddins from "eslint-plugin-office-addins";
import tseslint from "typescript-eslint";

// Rooms whose answers depend on what they are given and on nothing else.
const REACHING_OUT = [
  ["globalThis", "window", "self", "document", "navigator", "location", "localStorage", "sessionStorage", "indexedDB"],
  ["process", "require", "module", "Buffer", "global", "__dirname", "__filename"],
  ["fetch", "XMLHttpRequest", "WebSocket", "EventSource", "Worker", "caches"],
  ["setTimeout", "setInterval", "setImmediate", "queueMicrotask", "requestAnimationFrame", "performance", "crypto"],
  ["Excel", "Office", "OfficeRuntime", "OfficeExtension", "CustomFunctions", "eval", "Function"],
].flat();
const CLOCK = "The clock is asked in excel/ and taskpane/; here the day is given.";
const asksTheClock = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: CLOCK },
  { selector: "CallExpression[callee.name='Date']", message: CLOCK },
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: CLOCK },
  { selector: "MemberExpression[object.name='Date'][computed=true]", message: CLOCK },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: "Answers repeat themselves." },
];

export default tseslint.config(
  // Scripts in JavaScript are few: generated ones and the settings of tools.
  {
    ignores: [
      "build/",
      "dist/",
      "coverage/",
      "reports/",
      "test-results/",
      ".cache/",
      "**/*.js",
      "**/*.mjs",
      "**/*.cjs",
    ],
  },
  eslint.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      // A sentence may hold a number: `第${row}行`.
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true, allowBoolean: true, allowNullish: true },
      ],
      "@typescript-eslint/no-confusing-void-expression": [
        "error",
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // Office.js types its enumerations as "name or text": comparing with the text is its documented use.
      "@typescript-eslint/no-unsafe-enum-assignment": "off",
      "@typescript-eslint/no-unsafe-enum-comparison": "off",
      // [...text] splits Chinese text by code point, which is what is wanted.
      "@typescript-eslint/no-misused-spread": "off",
      // Full-width spaces are part of what people type.
      "no-irregular-whitespace": [
        "error",
        { skipStrings: true, skipTemplates: true, skipRegExps: true, skipComments: true },
      ],
    },
  },
  {
    files: ["src/core/**", "src/importer/**", "src/sheets/**", "src/strings/**"],
    rules: {
      "no-restricted-globals": ["error", ...REACHING_OUT.map((name) => ({ name, message: "This room reckons only." }))],
      "no-restricted-syntax": ["error", ...asksTheClock],
    },
  },
  {
    // They are called by Excel, and ask it nothing.
    files: ["src/functions/**"],
    rules: { "no-restricted-syntax": ["error", ...asksTheClock] },
  },
  {
    files: ["test/**"],
    rules: {
      // A cell that is not there ends the test that asks for it, and says so no worse than a sentence would.
      "@typescript-eslint/no-non-null-assertion": "off",
      // What the workbench offers to tests is all promises, so that callers need not know which of it waits.
      "@typescript-eslint/require-await": "off",
    },
  },
  {
    // Types of Univer, exceljs and the page's own XML promise values that are missing at run time.
    files: ["test/workbench/engine/univer/**", "test/workbench/xlsx/**", "test/workbench/page/**"],
    rules: { "@typescript-eslint/no-unnecessary-condition": "off" },
  },
  {
    // Benchmarks read what other libraries answer, which has no types.
    files: ["test/bench/**"],
    rules: {
      "@typescript-eslint/no-unsafe-argument": "off",
    },
  },
  {
    files: ["src/functions/**"],
    rules: {
      // "any" is how a custom function says that a cell may hold anything, and CustomFunctions.Error is no Error.
      "@typescript-eslint/no-explicit-any": "off",
      "@typescript-eslint/only-throw-error": "off",
    },
  },
  {
    files: ["src/excel/**", "src/commands/**", "src/taskpane/**"],
    plugins: { "office-addins": officeAddins },
    rules: {
      // Not call-sync-before-read and load-object-before-read: they take cell.worksheet, a path, for a value that must be
      // loaded. Reading what was not loaded fails in the workbench as in Excel.
      "office-addins/call-sync-after-load": "error",
      "office-addins/no-context-sync-in-loop": "error",
      "office-addins/no-empty-load": "error",
      "office-addins/no-navigational-load": "error",
      "office-addins/no-office-initialize": "error",
      "office-addins/test-for-null-using-isNullObject": "error",
    },
  },
);
