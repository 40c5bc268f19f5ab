/** Lints sources that stand nowhere: `[{ file, text }]` as JSON comes in, `[[ruleId, line] …]` for each goes out. */
import { ESLint } from "eslint";
import tseslint from "typescript-eslint";

// What is planted is in no project, so rules that need types rest.
const untyped = tseslint.configs.disableTypeChecked;
const eslint = new ESLint({
  overrideConfig: {
    ...untyped,
    languageOptions: { parserOptions: { projectService: false, project: false, program: null } },
  },
});
let input = "";
for await (const chunk of process.stdin) input += chunk;
const results = [];
for (const { file, text } of JSON.parse(input)) {
  const [{ messages }] = await eslint.lintText(text, { filePath: file });
  results.push(messages.map(({ ruleId, line, message }) => ruleId ?? `${line}: ${message}`));
}
console.log(JSON.stringify(results));
