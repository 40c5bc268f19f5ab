/** What an add-in keeps inside the workbook: settings and XML parts. */
import { invalid, OfficeError } from "../errors";
import { text } from "./check";
import type { Host } from "./host";
import { NULL_OBJECT, OfficeCollection, OfficeObject, type NullObject } from "./object";

export class SettingCollection extends OfficeCollection<Setting> {
  readonly className = "SettingCollection";

  get items(): Setting[] {
    return [...this.host.settings.keys()].map((key) => new Setting(this.host, key));
  }

  add(key: unknown, value: unknown): Setting {
    this.host.settings.set(text(key, "the setting's key"), value);
    return new Setting(this.host, String(key));
  }

  getCount(): number {
    return this.host.settings.size;
  }

  getItem(key: unknown): Setting {
    if (!this.host.settings.has(String(key)))
      throw new OfficeError("ItemNotFound", `there is no setting “${String(key)}”`);
    return new Setting(this.host, String(key));
  }

  getItemOrNullObject(key: unknown): Setting | NullObject {
    return this.host.settings.has(String(key)) ? new Setting(this.host, String(key)) : NULL_OBJECT;
  }
}

export class Setting extends OfficeObject {
  readonly className = "Setting";

  constructor(
    host: Host,
    readonly key: string,
  ) {
    super(host);
  }

  override identity(): Record<string, unknown> {
    return { _Id: this.key };
  }

  get value(): unknown {
    if (!this.host.settings.has(this.key))
      throw new OfficeError("ItemNotFound", `the setting “${this.key}” has been deleted`);
    return this.host.settings.get(this.key);
  }
  set value(value: unknown) {
    this.host.settings.set(this.key, value);
  }

  delete(): void {
    this.host.settings.delete(this.key);
  }
}

/** One root, every element closed in its turn. */
function isWellFormed(xml: string): boolean {
  const open: string[] = [];
  let roots = 0;
  const rest = xml.replace(/<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<!DOCTYPE[^>]*>/g, "");
  const texts = rest.replace(
    /<(\/?)([\p{L}_][\p{L}\p{N}_:.-]*)((?:\s+[^\s=<>"'/]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/gu,
    (_, end: string, name: string, __, empty: string) => {
      if (end) return open.pop() === name ? "" : "<";
      if (open.length === 0) roots += 1;
      if (!empty) open.push(name);
      return "";
    },
  );
  return roots === 1 && open.length === 0 && !texts.includes("<") && !/&(?!(#\d+|#x[\da-f]+|\w+);)/i.test(texts);
}

function checkedXml(value: unknown): string {
  const xml = text(value, "the XML");
  if (!isWellFormed(xml)) throw invalid("the XML part is not well formed");
  return xml;
}

const namespaceOf = (xml: string): string =>
  /<[\w:.-]+[^>]*?\sxmlns(?::[\w.-]+)?=["']([^"']*)["']/.exec(xml)?.[1] ?? "";

abstract class XmlParts extends OfficeCollection<CustomXmlPart> {
  abstract override get items(): CustomXmlPart[];

  getCount(): number {
    return this.items.length;
  }

  override getItem(id: unknown): CustomXmlPart {
    const found = this.items.find((part) => part.id === id);
    if (!found) throw new OfficeError("ItemNotFound", `there is no XML part ${String(id)}`);
    return found;
  }

  getItemOrNullObject(id: unknown): CustomXmlPart | NullObject {
    return this.items.find((part) => part.id === id) ?? NULL_OBJECT;
  }
}

export class CustomXmlPartCollection extends XmlParts {
  readonly className = "CustomXmlPartCollection";

  get items(): CustomXmlPart[] {
    return [...this.host.xmlParts.keys()].map((id) => new CustomXmlPart(this.host, id));
  }

  add(xml: unknown): CustomXmlPart {
    const id = `{00000000-0000-4000-8000-${String(this.host.nextSerial()).padStart(12, "0")}}`;
    this.host.xmlParts.set(id, checkedXml(xml));
    return new CustomXmlPart(this.host, id);
  }

  getByNamespace(namespaceUri: unknown): CustomXmlPartScopedCollection {
    return new CustomXmlPartScopedCollection(this.host, text(namespaceUri, "the namespace"));
  }
}

export class CustomXmlPartScopedCollection extends XmlParts {
  readonly className = "CustomXmlPartScopedCollection";

  constructor(
    host: Host,
    private readonly namespaceUri: string,
  ) {
    super(host);
  }

  get items(): CustomXmlPart[] {
    return [...this.host.xmlParts]
      .filter(([, xml]) => namespaceOf(xml) === this.namespaceUri)
      .map(([id]) => new CustomXmlPart(this.host, id));
  }

  getOnlyItem(): CustomXmlPart {
    const [only, ...more] = this.items;
    if (!only || more.length)
      throw new OfficeError(
        only ? "InvalidOperation" : "ItemNotFound",
        `${this.items.length} XML parts have the namespace ${this.namespaceUri}`,
      );
    return only;
  }

  getOnlyItemOrNullObject(): CustomXmlPart | NullObject {
    const [only, ...more] = this.items;
    return only && !more.length ? only : NULL_OBJECT;
  }
}

export class CustomXmlPart extends OfficeObject {
  readonly className = "CustomXmlPart";

  constructor(
    host: Host,
    readonly id: string,
  ) {
    super(host);
  }

  override identity(): Record<string, unknown> {
    return { Id: this.id };
  }

  get namespaceUri(): string {
    return namespaceOf(this.getXml());
  }

  getXml(): string {
    const xml = this.host.xmlParts.get(this.id);
    if (xml === undefined) throw new OfficeError("ItemNotFound", "the XML part has been deleted");
    return xml;
  }

  setXml(xml: unknown): void {
    this.getXml();
    this.host.xmlParts.set(this.id, checkedXml(xml));
  }

  delete(): void {
    this.host.xmlParts.delete(this.id);
  }
}
