/** What the library that writes workbooks leaves out, put into the file's parts (ECMA-376 Part 1 and 2). */
import JSZip from "jszip";
import type { Host } from "../host/model/host";
import { toFileFormula } from "./fileFormula";
import {
  DECLARATION,
  relationships,
  RELATIONSHIPS,
  withContentType,
  withRelationship,
  type Change,
} from "./relatedParts";
import { addCharts } from "./writeCharts";
import { escaped } from "./xmlElements";

/** What a conditional format has beside what the library writes; found again by its sheet and priority. */
export interface RuleInFile {
  readonly sheet: string;
  readonly priority: number;
  readonly stopIfTrue: boolean;
  readonly text: { readonly type: string; readonly operator: string; readonly text: string } | null;
}

export interface PackageOptions {
  readonly functions: readonly string[];
  readonly documentSettings?: ReadonlyMap<string, string>;
}

export async function finishPackage(
  bytes: Uint8Array,
  host: Host,
  options: PackageOptions,
  rules: readonly RuleInFile[],
): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes);
  const change = async (part: string, edit: (xml: string) => string): Promise<void> => {
    const xml = await zip.file(part)?.async("string");
    if (xml === undefined) throw new Error(`the file has no ${part}`);
    zip.file(part, edit(xml));
  };
  const sheets = host.engine.sheets();
  await change("xl/workbook.xml", (xml) => withWorkbookFacts(withNames(xml, host, options.functions), host));
  await change("xl/styles.xml", withDefaultFont);
  for (const [index, { name }] of sheets.entries()) {
    const own = rules.filter((rule) => rule.sheet === name);
    if (own.length) await change(`xl/worksheets/sheet${index + 1}.xml`, (xml) => withRules(xml, own));
  }
  await addCharts(zip, change, host);
  await addXmlParts(zip, change, [...host.xmlParts.values()]);
  await addSettings(zip, change, settingsOf(host, options.documentSettings));
  return zip.generateAsync({ type: "uint8array", compression: "DEFLATE" });
}

/** The library knows names of ranges of the whole workbook only; here all are written, those of one sheet and constants too. */
function withNames(xml: string, host: Host, functions: readonly string[]): string {
  const sheets = host.engine.sheets();
  const names = host.engine
    .names()
    .map((name) => {
      const place = name.sheet === null ? -1 : sheets.findIndex((sheet) => sheet.id === name.sheet);
      const scope = place < 0 ? "" : ` localSheetId="${place}"`;
      const comment = name.comment ? ` comment="${escaped(name.comment)}"` : "";
      const hidden = name.isVisible ? "" : ' hidden="1"';
      const formula = escaped(toFileFormula(name.formula, functions));
      return `<definedName name="${escaped(name.name)}"${scope}${comment}${hidden}>${formula}</definedName>`;
    })
    .join("");
  if (!names) return xml;
  return xml.includes("</definedNames>")
    ? xml.replace("</definedNames>", () => `${names}</definedNames>`)
    : xml.replace("<calcPr", () => `<definedNames>${names}</definedNames><calcPr`);
}

function withWorkbookFacts(xml: string, host: Host): string {
  const mode = { Manual: "manual", AutomaticExceptTables: "autoNoTable" }[host.calculationMode];
  const reckoned = mode ? xml.replace("<calcPr", `<calcPr calcMode="${mode}"`) : xml;
  return host.workbookProtection
    ? reckoned.replace("<bookViews", '<workbookProtection lockStructure="1"/><bookViews')
    : reckoned;
}

/** The font of untouched cells, as a Chinese Excel has it. */
function withDefaultFont(xml: string): string {
  return xml.replace(
    '<name val="Calibri"/><family val="2"/><scheme val="minor"/>',
    '<name val="等线"/><family val="2"/><charset val="134"/>',
  );
}

function withRules(xml: string, rules: readonly RuleInFile[]): string {
  return rules.reduce((changed, { priority, stopIfTrue, text }) => {
    const tag = new RegExp(`<cfRule type="([^"]*)"([^>]*? priority="${priority}"[^>]*?)(/?)>`);
    return changed.replace(tag, (_, type: string, more: string, end: string) => {
      const stop = stopIfTrue ? ' stopIfTrue="1"' : "";
      const words = text ? ` operator="${text.operator}" text="${escaped(text.text)}"` : "";
      return `<cfRule type="${text?.type ?? type}"${more}${stop}${words}${end}>`;
    });
  }, xml);
}

/** An identifier in the form files want; its digits only have to differ from part to part. */
const itemId = (number: number): string => `{00000000-0000-4000-8000-${String(number).padStart(12, "0")}}`;

/** Custom XML parts, each with a part that gives its identifier. */
async function addXmlParts(zip: JSZip, change: Change, parts: readonly string[]): Promise<void> {
  for (const [index, xml] of parts.entries()) {
    const number = index + 1;
    zip.file(`customXml/item${number}.xml`, xml);
    zip.file(
      `customXml/itemProps${number}.xml`,
      `${DECLARATION}<ds:datastoreItem ds:itemID="${itemId(number)}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs/></ds:datastoreItem>`,
    );
    zip.file(
      `customXml/_rels/item${number}.xml.rels`,
      relationships("rId1", `${RELATIONSHIPS}/customXmlProps`, `itemProps${number}.xml`),
    );
    await change("xl/_rels/workbook.xml.rels", (rels) =>
      withRelationship(rels, `rIdXml${number}`, `${RELATIONSHIPS}/customXml`, `../customXml/item${number}.xml`),
    );
    await change("[Content_Types].xml", (types) =>
      withContentType(
        types,
        `/customXml/itemProps${number}.xml`,
        "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
      ),
    );
  }
}

function settingsOf(host: Host, documentSettings?: ReadonlyMap<string, string>): Map<string, string> {
  return new Map([
    ...[...host.settings].map(([key, value]): [string, string] => [key, JSON.stringify(value)]),
    ...(documentSettings ?? []),
  ]);
}

/** The add-in's settings: the properties of the web extension the file names ([MS-OWEXML]). */
async function addSettings(zip: JSZip, change: Change, settings: ReadonlyMap<string, string>): Promise<void> {
  if (settings.size === 0) return;
  const properties = [...settings]
    .map(([name, value]) => `<we:property name="${escaped(name)}" value="${escaped(value)}"/>`)
    .join("");
  zip.file(
    "xl/webextensions/webextension1.xml",
    `${DECLARATION}<we:webextension xmlns:we="http://schemas.microsoft.com/office/webextensions/webextension/2010/11" id="${itemId(0)}"><we:reference id="${itemId(0)}" version="1.0.0.0" store="developer" storeType="Registry"/><we:alternateReferences/><we:properties>${properties}</we:properties><we:bindings/></we:webextension>`,
  );
  zip.file(
    "xl/webextensions/taskpanes.xml",
    `${DECLARATION}<wetp:taskpanes xmlns:wetp="http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11"><wetp:taskpane dockstate="right" visibility="0" width="350" row="1"><wetp:webextensionref xmlns:r="${RELATIONSHIPS}" r:id="rId1"/></wetp:taskpane></wetp:taskpanes>`,
  );
  zip.file(
    "xl/webextensions/_rels/taskpanes.xml.rels",
    relationships("rId1", "http://schemas.microsoft.com/office/2011/relationships/webextension", "webextension1.xml"),
  );
  await change("_rels/.rels", (rels) =>
    withRelationship(
      rels,
      "rIdTaskpanes",
      "http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes",
      "xl/webextensions/taskpanes.xml",
    ),
  );
  await change("[Content_Types].xml", (types) =>
    withContentType(
      withContentType(types, "/xl/webextensions/webextension1.xml", "application/vnd.ms-office.webextension+xml"),
      "/xl/webextensions/taskpanes.xml",
      "application/vnd.ms-office.webextensiontaskpanes+xml",
    ),
  );
}
