/**
 * Which members of Excel's API the add-in's source uses, found by the compiler's checker: every access, every name in a `load`
 * and every key of a `set`, whose declaration is in a class of the Excel namespace.
 */
import path from "node:path";
import * as ts from "typescript";

const PROJECT = path.resolve(__dirname, "../..");

/** What the library does by itself and no host hears of by this name. */
const LIBRARYS_OWN = new Set(["load", "set", "toJSON", "track", "untrack", "context", "isNullObject", "sync"]);
/** Not an object of the workbook: its `workbook` is the path's root, its `application` is Workbook.application. */
const CONTEXT = "RequestContext";

export interface MemberInUse {
  /** As in "Range.values". */
  readonly name: string;
  readonly kind: "property" | "object" | "method" | "event";
  readonly isReadOnly: boolean;
  /** The first place that uses it, as in "src/excel/inspect.ts:21". */
  readonly place: string;
}

function sourceFiles(): { program: ts.Program; files: ts.SourceFile[] } {
  const config = ts.readConfigFile(path.join(PROJECT, "tsconfig.json"), (file) => ts.sys.readFile(file));
  const parsed = ts.parseJsonConfigFileContent(config.config, ts.sys, PROJECT);
  const own = parsed.fileNames.filter((file) => file.startsWith(path.join(PROJECT, "src") + path.sep));
  const program = ts.createProgram(own, { ...parsed.options, types: ["office-js", "custom-functions-runtime"] });
  return { program, files: program.getSourceFiles().filter(({ fileName }) => own.includes(fileName)) };
}

/** "Range" for a declaration among the members of Excel's class of that name, null for anything else. */
function classOf(declaration: ts.Declaration): string | null {
  const owner = declaration.parent;
  if (!ts.isClassDeclaration(owner) || !owner.name) return null;
  const space = ts.isModuleBlock(owner.parent) ? owner.parent.parent : null;
  const isExcel = space !== null && space.name.text === "Excel";
  return isExcel && owner.name.text !== CONTEXT ? owner.name.text : null;
}

function kindOf(declaration: ts.Declaration): MemberInUse["kind"] {
  if (ts.isMethodDeclaration(declaration)) return "method";
  const type = (declaration as ts.PropertyDeclaration).type?.getText() ?? "";
  if (type.includes("EventHandlers")) return "event";
  return /^Excel\.[A-Z]\w*$/.test(type) && isClass(declaration, type) ? "object" : "property";
}

function isClass(declaration: ts.Declaration, type: string): boolean {
  const space = declaration.parent.parent as ts.ModuleBlock;
  const name = type.slice("Excel.".length);
  return space.statements.some((each) => ts.isClassDeclaration(each) && each.name?.text === name);
}

/** @returns the members in the order of their names */
export function membersInUse(): MemberInUse[] {
  const { program, files } = sourceFiles();
  const checker = program.getTypeChecker();
  const found = new Map<string, MemberInUse>();

  const note = (symbol: ts.Symbol | undefined, node: ts.Node): void => {
    const real = symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    for (const declaration of real?.declarations ?? []) {
      const owner = classOf(declaration);
      if (!owner || LIBRARYS_OWN.has(real!.name)) continue;
      const name = `${owner}.${real!.name}`;
      const isReadOnly = (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Readonly) !== 0;
      const file = node.getSourceFile();
      const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      const place = `${path.relative(PROJECT, file.fileName)}:${line}`;
      if (!found.has(name)) found.set(name, { name, kind: kindOf(declaration), isReadOnly, place });
    }
  };
  const itemOf = (type: ts.Type): ts.Type => checker.getIndexTypeOfType(type, ts.IndexKind.Number) ?? type;
  /** "items/name" or "format/fill/color", from the type of what is loaded. */
  const notePath = (receiver: ts.Type, written: string, node: ts.Node): void => {
    let type = receiver;
    for (const part of written.trim().split("/")) {
      const items = type.getProperty(part) ?? type.getProperty("items");
      if (!items) return;
      note(items, node);
      type = itemOf(checker.getTypeOfSymbol(items));
    }
  };
  /** The keys of `{ format: { fill: { color } } }`. */
  const noteKeys = (receiver: ts.Type, given: ts.Expression, node: ts.Node): void => {
    if (!ts.isObjectLiteralExpression(given)) return;
    for (const property of given.properties) {
      const member = property.name && receiver.getProperty(property.name.getText().replace(/["']/g, ""));
      if (!member) continue;
      note(member, node);
      if (ts.isPropertyAssignment(property))
        noteKeys(itemOf(checker.getTypeOfSymbol(member)), property.initializer, node);
    }
  };
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) note(checker.getSymbolAtLocation(node.name), node);
    if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
      const name = (node.propertyName ?? node.name).getText();
      note(checker.getTypeAtLocation(node.parent).getProperty(name), node);
    }
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const receiver = checker.getTypeAtLocation(node.expression.expression);
      const called = node.expression.name.text;
      const [first] = node.arguments;
      if (called === "load" && first) {
        const written = checker.getTypeAtLocation(first);
        const texts = ts.isArrayLiteralExpression(first)
          ? first.elements.filter(ts.isStringLiteralLike).map(({ text }) => text)
          : written.isStringLiteral()
            ? written.value.split(",")
            : [];
        for (const each of texts) notePath(receiver, each, node);
        noteKeys(receiver, first, node);
      }
      if (called === "set" && first) noteKeys(receiver, first, node);
    }
    ts.forEachChild(node, visit);
  };
  files.forEach(visit);
  return [...found.values()].sort((first, second) => first.name.localeCompare(second.name));
}
