/** No sentence is kept that nobody says: each key of the strings is asked for somewhere in src. */
import path from "node:path";
import ts from "typescript";

jest.setTimeout(120_000);

const root = path.resolve(__dirname, "../..");
const sources = ["zh.ts", "zhSheets.ts", "zhCells.ts"].map((name) => path.join(root, "src/strings", name));

function languageService(): ts.LanguageService {
  const { config } = ts.readConfigFile(path.join(root, "src/tsconfig.json"), (file) => ts.sys.readFile(file)) as {
    config: unknown;
  };
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, path.join(root, "src"));
  const inNode = ts.parseJsonConfigFileContent(
    { include: ["."] },
    ts.sys,
    path.join(root, "src/commandLine"),
  ).fileNames;
  return ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => [...fileNames, ...inNode],
    getScriptVersion: () => "1",
    getScriptSnapshot: (file) => {
      const text = ts.sys.readFile(file);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => root,
    getDefaultLibFileName: (chosen) => ts.getDefaultLibFilePath(chosen),
    fileExists: (file) => ts.sys.fileExists(file),
    readFile: (file) => ts.sys.readFile(file),
  });
}

interface Sentence {
  readonly key: string;
  /** Where its own key stands, and before it the keys of the objects it is in. */
  readonly way: readonly number[];
}

/** The sentences of an object and of the objects within. Objects with a declared type are complete by it. */
function sentencesOf(object: ts.ObjectLiteralExpression, name = "", way: readonly number[] = []): Sentence[] {
  return object.properties.flatMap((property): Sentence[] => {
    if (!property.name || ts.isShorthandPropertyAssignment(property)) return [];
    const key = name + property.name.getText();
    const wayThere = [property.name.getStart(), ...way];
    return ts.isPropertyAssignment(property) && ts.isObjectLiteralExpression(property.initializer)
      ? sentencesOf(property.initializer, `${key}.`, wayThere)
      : [{ key, way: wayThere }];
  });
}

const bare = (expression: ts.Expression): ts.Expression =>
  ts.isAsExpression(expression) || ts.isSatisfiesExpression(expression) ? expression.expression : expression;

it.each(sources)("each sentence of %s is said somewhere", (source) => {
  const service = languageService();
  const sentences = (service.getProgram()?.getSourceFile(source)?.statements ?? [])
    .flatMap((each) => (ts.isVariableStatement(each) ? each.declarationList.declarations : []))
    .flatMap(({ type, initializer }) => (type || !initializer ? [] : [bare(initializer)]))
    .flatMap((initializer) => (ts.isObjectLiteralExpression(initializer) ? sentencesOf(initializer) : []));
  expect(sentences.length).toBeGreaterThan(50);

  /** Where the key is named outside the strings: whether one sentence of it is asked for there, or it as a whole. */
  const uses = (at: number): ("member" | "whole")[] =>
    (service.findReferences(source, at) ?? [])
      .flatMap(({ references }) => references)
      .filter(({ fileName }) => !/\/src\/strings\/(zh|zhSheets|zhCells|en)\.ts$/.test(fileName))
      .map(({ fileName, textSpan: { start, length } }) => {
        const text = ts.sys.readFile(fileName) ?? "";
        const key = text.slice(start, start + length);
        // Handed over, asked by a computed key, spread; or put into a variable with which that is done.
        const before = text.slice(0, start);
        const behind = text.slice(start + length);
        const alias = /(?:const|let) (\w+) = [^;{}]*$/.exec(before)?.[1];
        const variable = /^\s*[,}]/.test(behind) ? key : behind.startsWith(";") ? alias : undefined;
        const isWhole =
          /^[[)]/.test(behind) ||
          /\.\.\.[\w.()]*$/.test(before) ||
          (variable !== undefined && new RegExp(`\\b${variable}[[)]`).test(text));
        return isWhole ? "whole" : "member";
      });
  const known = new Map<number, readonly string[]>();
  const usesOf = (at: number): readonly string[] => {
    const found = known.get(at) ?? uses(at);
    known.set(at, found);
    return found;
  };
  // An object that is asked by a computed key, or handed over as a whole, is said as a whole.
  const isSaid = ({ way: [own = 0, ...above] }: Sentence): boolean =>
    usesOf(own).length > 0 || above.some((at) => usesOf(at).includes("whole"));
  expect(sentences.filter((sentence) => !isSaid(sentence)).map(({ key }) => key)).toEqual([]);
});
