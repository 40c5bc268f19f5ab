/** No sentence is kept that nobody says: each key of the strings is asked for somewhere in src. */
import path from "node:path";
import ts from "typescript";

const root = path.resolve(__dirname, "../..");
const sources = ["zh.ts", "zhSheets.ts", "zhCells.ts"].map((name) => path.join(root, "src/strings", name));

function program(): ts.Program {
  const { config } = ts.readConfigFile(path.join(root, "src/tsconfig.json"), (file) => ts.sys.readFile(file)) as {
    config: unknown;
  };
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, path.join(root, "src"));
  const inNode = ts.parseJsonConfigFileContent(
    { include: ["."] },
    ts.sys,
    path.join(root, "src/commandLine"),
  ).fileNames;
  const made = ts.createProgram([...fileNames, ...inNode], options);
  made.getTypeChecker(); // nodes know from now on what they stand in
  return made;
}

/** How a key is named: one sentence is asked for, or what stands under it as a whole. */
type Use = "member" | "whole";

/** Whether what is named here is handed over, asked by a computed key, or spread; or put into a variable with which that is done. */
function useOf(text: string, start: number, end: number): Use {
  const before = text.slice(0, start);
  const behind = text.slice(end);
  const alias = /(?:const|let) (\w+) = [^;{}]*$/.exec(before)?.[1];
  const variable = /^\s*[,}]/.test(behind) ? text.slice(start, end) : behind.startsWith(";") ? alias : undefined;
  const isWhole =
    /^[[)]/.test(behind) ||
    /\.\.\.[\w.()]*$/.test(before) ||
    (variable !== undefined && new RegExp(`\\b${variable}[[)]`).test(text));
  return isWhole ? "whole" : "member";
}

/** The uses of each key of the sources, by file and place: every name of every other file is asked once what it names. */
function usesIn(checked: ts.Program, names: ReadonlySet<string>): ReadonlyMap<string, readonly Use[]> {
  const checker = checked.getTypeChecker();
  const found = new Map<string, Use[]>();
  const visit = (file: ts.SourceFile, node: ts.Node): void => {
    if (ts.isIdentifier(node) && names.has(node.text))
      for (const place of placesNamed(checker, node))
        found.set(place, [...(found.get(place) ?? []), useOf(file.text, node.getStart(file), node.end)]);
    ts.forEachChild(node, (child) => visit(file, child));
  };
  for (const file of checked.getSourceFiles())
    if (/\/src\//.test(file.fileName) && !/\/src\/strings\/(zh|zhSheets|zhCells|en)\.ts$/.test(file.fileName))
      visit(file, file);
  return found;
}

/** Where what a name names is declared; a name taken out of an object names its property. */
function placesNamed(checker: ts.TypeChecker, node: ts.Identifier): string[] {
  const parent = node.parent;
  const property =
    ts.isBindingElement(parent) && (parent.propertyName ?? parent.name) === node
      ? checker.getTypeAtLocation(parent.parent).getProperty(node.text)
      : ts.isShorthandPropertyAssignment(parent)
        ? checker.getShorthandAssignmentValueSymbol(parent)
        : undefined;
  const symbol = property ?? checker.getSymbolAtLocation(node);
  return (symbol?.declarations ?? []).flatMap((each) =>
    ts.isPropertyAssignment(each) || ts.isShorthandPropertyAssignment(each) || ts.isMethodDeclaration(each)
      ? [placeOf(each.getSourceFile().fileName, each.name.getStart())]
      : [],
  );
}

const placeOf = (file: string, at: number): string => `${path.basename(file)} ${at}`;

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

const checked = program();
const keysOf = (source: string): Sentence[] =>
  (checked.getSourceFile(source)?.statements ?? [])
    .flatMap((each) => (ts.isVariableStatement(each) ? each.declarationList.declarations : []))
    .flatMap(({ type, initializer }) => (type || !initializer ? [] : [bare(initializer)]))
    .flatMap((initializer) => (ts.isObjectLiteralExpression(initializer) ? sentencesOf(initializer) : []));
const uses = usesIn(checked, new Set(sources.flatMap(keysOf).flatMap(({ key }) => key.split("."))));

it.each(sources)("each sentence of %s is said somewhere", (source) => {
  const sentences = keysOf(source);
  expect(sentences.length).toBeGreaterThan(50);
  const usesOf = (at: number): readonly Use[] => uses.get(placeOf(source, at)) ?? [];
  // An object that is asked by a computed key, or handed over as a whole, is said as a whole.
  const isSaid = ({ way: [own = 0, ...above] }: Sentence): boolean =>
    usesOf(own).length > 0 || above.some((at) => usesOf(at).includes("whole"));
  expect(sentences.filter((sentence) => !isSaid(sentence)).map(({ key }) => key)).toEqual([]);
});
