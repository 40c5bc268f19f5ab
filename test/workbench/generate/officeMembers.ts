/**
 * Writes host/officeMembers.json: for each Excel class the emulated host has, the names of its members, whether they may be
 * written, the requirement set that brought them, and the words an enumerated property takes.
 *
 * The host refuses what is not in this table, so a misspelt name or an API above the declared requirement set fails in the
 * workbench although office.js itself does not check either. Facts only: no documentation text is copied.
 *
 *     npx tsx test/workbench/generate/officeMembers.ts
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import * as ts from "typescript";

/** The classes the model has; a class that joins the model joins this list. */
const CLASSES = [
  "Application",
  "Workbook",
  "WorkbookProtection",
  "DocumentProperties",
  "WorksheetCollection",
  "Worksheet",
  "WorksheetProtection",
  "WorksheetFreezePanes",
  "AutoFilter",
  "PageLayout",
  "HeaderFooterGroup",
  "HeaderFooter",
  "Range",
  "RangeAreas",
  "RangeFormat",
  "RangeFill",
  "RangeFont",
  "RangeBorderCollection",
  "RangeBorder",
  "FormatProtection",
  "ConditionalFormatCollection",
  "ConditionalFormat",
  "CustomConditionalFormat",
  "ConditionalFormatRule",
  "CellValueConditionalFormat",
  "TextConditionalFormat",
  "DataBarConditionalFormat",
  "ConditionalDataBarPositiveFormat",
  "ConditionalDataBarNegativeFormat",
  "IconSetConditionalFormat",
  "ConditionalRangeFormat",
  "ConditionalRangeFill",
  "ConditionalRangeFont",
  "DataValidation",
  "NamedItemCollection",
  "NamedItem",
  "SettingCollection",
  "Setting",
  "CustomXmlPartCollection",
  "CustomXmlPartScopedCollection",
  "CustomXmlPart",
  "TableCollection",
  "TableScopedCollection",
  "Table",
  "TableColumnCollection",
  "TableColumn",
  "TableRowCollection",
  "TableRow",
  "Runtime",
  "ChartCollection",
  "Chart",
  "ChartTitle",
  "ChartLegend",
  "ChartDataLabels",
  "ChartAxes",
  "ChartAxis",
  "ChartAxisFormat",
  "ChartFont",
  "ChartAxisTitle",
  "ChartGridlines",
  "ChartSeriesCollection",
  "ChartSeries",
  "ChartSeriesFormat",
  "ChartFill",
];

/** Members every object has and the library answers itself. */
const LIBRARY_MEMBERS = new Set(["context", "isNullObject", "load", "set", "toJSON", "track", "untrack"]);

interface Member {
  set?: string;
  readonly?: true;
  object?: string;
  method?: [least: number, most: number];
  event?: true;
  words?: string[];
}

const typings = join(__dirname, "../../../node_modules/@types/office-js/index.d.ts");
const program = ts.createProgram([typings], { skipLibCheck: true, types: [], noEmit: true });
const source = program.getSourceFile(typings);
if (!source) throw new Error(`${typings} is not there: run npm install`);

const classes: Record<string, Record<string, Member>> = {};
const enumerations = new Map<string, string[]>();

function excelStatements(): ts.Statement[] {
  return source!.statements.flatMap((statement) =>
    ts.isModuleDeclaration(statement) &&
    statement.name.text === "Excel" &&
    statement.body &&
    ts.isModuleBlock(statement.body)
      ? [...statement.body.statements]
      : [],
  );
}

/** "1.7" for [Api set: ExcelApi 1.7]; "preview", "online" or "desktop" for sets no released Excel can be counted on to have. */
function requirementSet(node: ts.Node): string | undefined {
  const comments = ts.getLeadingCommentRanges(source!.text, node.pos) ?? [];
  const text = comments.map((range) => source!.text.slice(range.pos, range.end)).join("\n");
  const named = /\[Api set: ([^\]]+)\]/.exec(text)?.[1];
  if (!named) return undefined;
  const version = /^ExcelApi (\d+\.\d+)/.exec(named)?.[1];
  if (version) return version;
  return /BETA/i.test(named) ? "preview" : /Online/i.test(named) ? "online" : "desktop";
}

function wordsOf(type: ts.TypeNode | undefined): string[] | undefined {
  if (!type) return undefined;
  const parts = ts.isUnionTypeNode(type) ? [...type.types] : [type];
  const words = parts.flatMap((part) => {
    if (ts.isLiteralTypeNode(part) && ts.isStringLiteral(part.literal)) return [part.literal.text];
    if (ts.isTypeReferenceNode(part))
      return enumerations.get(part.typeName.getText(source).replace(/^Excel\./, "")) ?? [];
    return [];
  });
  const mayBeAnything = parts.some((part) => part.kind === ts.SyntaxKind.StringKeyword);
  return words.length && !mayBeAnything ? [...new Set(words)] : undefined;
}

const objectName = (type: ts.TypeNode | undefined): string | undefined => {
  if (!type || !ts.isTypeReferenceNode(type)) return undefined;
  const name = type.typeName.getText(source).replace(/^Excel\./, "");
  return CLASSES.includes(name) ? name : undefined;
};

const isOptional = (parameter: ts.ParameterDeclaration): boolean =>
  !!parameter.questionToken || !!parameter.dotDotDotToken;

function membersOf(declaration: ts.ClassDeclaration): Record<string, Member> {
  const members: Record<string, Member> = {};
  for (const node of declaration.members) {
    const name = node.name?.getText(source);
    if (!name || LIBRARY_MEMBERS.has(name) || name.startsWith("[")) continue;
    const set = requirementSet(node);
    const member: Member = members[name] ?? (set ? { set } : {});
    if (ts.isMethodDeclaration(node)) {
      const most = node.parameters.some((parameter) => parameter.dotDotDotToken) ? 99 : node.parameters.length;
      const least = node.parameters.filter((parameter) => !isOptional(parameter)).length;
      member.method = member.method
        ? [Math.min(least, member.method[0]), Math.max(most, member.method[1])]
        : [least, most];
    } else if (ts.isPropertyDeclaration(node)) {
      if (node.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.ReadonlyKeyword)) member.readonly = true;
      const object = objectName(node.type);
      if (object) member.object = object;
      if (node.type?.getText(source).includes("EventHandlers<")) member.event = true;
      const words = wordsOf(node.type);
      if (words) member.words = words;
    } else continue;
    members[name] = member;
  }
  return members;
}

for (const statement of excelStatements())
  if (ts.isEnumDeclaration(statement))
    enumerations.set(
      statement.name.text,
      statement.members.map((member) =>
        member.initializer && ts.isStringLiteral(member.initializer)
          ? member.initializer.text
          : member.name.getText(source),
      ),
    );
for (const statement of excelStatements())
  if (ts.isClassDeclaration(statement) && statement.name && CLASSES.includes(statement.name.text))
    classes[statement.name.text] = membersOf(statement);

const missing = CLASSES.filter((name) => !classes[name]);
if (missing.length) throw new Error(`@types/office-js has no ${missing.join(", ")}`);

const lines = CLASSES.map((name) => {
  const members = Object.entries(classes[name]!).map(
    ([member, facts]) => `    ${JSON.stringify(member)}: ${JSON.stringify(facts)}`,
  );
  return `  ${JSON.stringify(name)}: {\n${members.join(",\n")}\n  }`;
});
writeFileSync(join(__dirname, "../host/officeMembers.json"), `{\n${lines.join(",\n")}\n}\n`);
