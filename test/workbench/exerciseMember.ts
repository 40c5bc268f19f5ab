/** Uses one member of Excel's API by itself, by the kind of member it is: for those no piece of the add-in's code reached. */
import type { MemberInUse } from "./membersInUse";

type Maker = (context: Excel.RequestContext) => OfficeExtension.ClientObject;

const sheet = (context: Excel.RequestContext) => context.workbook.worksheets.getItem("样张");
const range = (context: Excel.RequestContext) => sheet(context).getRange("A1:B2");

/** An object of each class in a workbook that has a sheet 样张 with texts and numbers in A1:B2. */
const OBJECTS: Readonly<Record<string, Maker>> = {
  Workbook: (context) => context.workbook,
  Application: (context) => context.workbook.application,
  WorkbookProtection: (context) => context.workbook.protection,
  DocumentProperties: (context) => context.workbook.properties,
  WorksheetCollection: (context) => context.workbook.worksheets,
  Worksheet: sheet,
  WorksheetProtection: (context) => sheet(context).protection,
  WorksheetFreezePanes: (context) => sheet(context).freezePanes,
  AutoFilter: (context) => sheet(context).autoFilter,
  PageLayout: (context) => sheet(context).pageLayout,
  HeaderFooterGroup: (context) => sheet(context).pageLayout.headersFooters,
  HeaderFooter: (context) => sheet(context).pageLayout.headersFooters.defaultForAllPages,
  Range: range,
  RangeFormat: (context) => range(context).format,
  RangeFill: (context) => range(context).format.fill,
  RangeFont: (context) => range(context).format.font,
  RangeBorderCollection: (context) => range(context).format.borders,
  RangeBorder: (context) => range(context).format.borders.getItem("EdgeTop"),
  FormatProtection: (context) => range(context).format.protection,
  DataValidation: (context) => range(context).dataValidation,
  ConditionalFormatCollection: (context) => range(context).conditionalFormats,
  ConditionalFormat: (context) => range(context).conditionalFormats.add("Custom"),
  CustomConditionalFormat: (context) => range(context).conditionalFormats.add("Custom").custom,
  CellValueConditionalFormat: (context) => range(context).conditionalFormats.add("CellValue").cellValue,
  ConditionalRangeFormat: (context) => range(context).conditionalFormats.add("Custom").custom.format,
  ConditionalRangeFill: (context) => range(context).conditionalFormats.add("Custom").custom.format.fill,
  ConditionalRangeFont: (context) => range(context).conditionalFormats.add("Custom").custom.format.font,
  NamedItemCollection: (context) => context.workbook.names,
  NamedItem: (context) => context.workbook.names.add("样名", range(context)),
  SettingCollection: (context) => context.workbook.settings,
  Setting: (context) => context.workbook.settings.add("样", "值"),
  CustomXmlPartCollection: (context) => context.workbook.customXmlParts,
  CustomXmlPart: (context) => context.workbook.customXmlParts.add("<a xmlns='urn:sample'/>"),
  CustomXmlPartScopedCollection: (context) => context.workbook.customXmlParts.getByNamespace("urn:sample"),
  TableCollection: (context) => context.workbook.tables,
  Table: (context) => sheet(context).tables.add("A1:B2", true),
  TableColumnCollection: (context) => sheet(context).tables.add("A1:B2", true).columns,
  RangeAreas: (context) => {
    const merged = sheet(context).getRange("A1:B2");
    merged.merge();
    return merged.getMergedAreasOrNullObject();
  },
  TableRowCollection: (context) => sheet(context).tables.add("A1:B2", true).rows,
};

/** What methods are called with; the others take nothing. */
const ARGUMENTS: Readonly<Record<string, readonly unknown[]>> = {
  "WorksheetCollection.getItem": ["样张"],
  "WorksheetCollection.getItemOrNullObject": ["样张"],
  "WorksheetCollection.add": ["新表"],
  "Worksheet.getRange": ["A1"],
  "Worksheet.getCell": [0, 0],
  "Worksheet.getRangeByIndexes": [0, 0, 1, 1],
  "WorksheetFreezePanes.freezeRows": [1],
  "WorksheetFreezePanes.freezeColumns": [1],
  "WorksheetFreezePanes.freezeAt": ["A1"],
  "AutoFilter.apply": ["A1:B2"],
  "PageLayout.setPrintArea": ["A1:B2"],
  "PageLayout.setPrintTitleRows": ["$1:$1"],
  "PageLayout.setPrintTitleColumns": ["$A:$A"],
  "RangeBorderCollection.getItem": ["EdgeTop"],
  "ConditionalFormatCollection.add": ["Custom"],
  "Range.getCell": [0, 0],
  "Range.getRow": [0],
  "Range.getColumn": [0],
  "Range.getOffsetRange": [1, 1],
  "Range.getResizedRange": [1, 1],
  "Range.getAbsoluteResizedRange": [1, 1],
  "Range.getIntersectionOrNullObject": ["A1"],
  "Range.insert": ["Down"],
  "Range.delete": ["Up"],
  "Range.copyFrom": ["A1"],
  "Range.moveTo": ["D9"],
  "NamedItemCollection.add": ["另名", "=1"],
  "NamedItemCollection.getItem": ["样名"],
  "NamedItemCollection.getItemOrNullObject": ["样名"],
  "SettingCollection.add": ["样", 1],
  "SettingCollection.getItemOrNullObject": ["样"],
  "CustomXmlPartCollection.add": ["<a xmlns='urn:sample'/>"],
  "CustomXmlPartCollection.getByNamespace": ["urn:sample"],
  "TableCollection.add": ["样张!A1:B2", true],
  "Workbook.getSelectedRange": [],
};

/**
 * Loads a property and writes back what it read where it may be written; calls a method; listens to an event.
 * @throws Error for a class without a sample object: give it one in `OBJECTS`
 */
export async function exerciseMember(context: Excel.RequestContext, member: MemberInUse): Promise<void> {
  const [owner = "", name = ""] = member.name.split(".");
  const make = OBJECTS[owner];
  if (!make) throw new Error(`there is no sample of ${owner}`);
  const target = make(context) as unknown as Record<string, unknown>;
  if (member.kind === "method") {
    (target[name] as (...given: unknown[]) => unknown)(...(ARGUMENTS[member.name] ?? []));
    return context.sync();
  }
  if (member.kind === "event") {
    (target[name] as OfficeExtension.EventHandlers<unknown>).add(() => Promise.resolve());
    return context.sync();
  }
  if (member.kind === "object") {
    (target[name] as OfficeExtension.ClientObject & { load(): void }).load();
    return context.sync();
  }
  (target as unknown as { load(names: string): void }).load(name);
  await context.sync();
  const value = target[name];
  if (member.isReadOnly || value === null || name === "items") return;
  target[name] = value;
  await context.sync();
}
