/** What the add-in's manifest says about the ribbon. */

export interface RibbonControl {
  readonly id: string;
  readonly label: string;
  readonly tooltip: { readonly title: string; readonly text: string };
  readonly icon: string;
  /** When the add-in begins; `Office.ribbon.requestUpdate` changes it. */
  readonly isEnabled: boolean;
  readonly action: { readonly kind: "function"; readonly name: string } | { readonly kind: "pane" };
}

export interface RibbonGroup {
  readonly id: string;
  readonly label: string;
  readonly controls: readonly RibbonControl[];
}

export interface AddinManifest {
  readonly name: string;
  readonly tab: { readonly id: string; readonly label: string };
  readonly groups: readonly RibbonGroup[];
  readonly contextMenu: readonly RibbonControl[];
  readonly paneUrl: string;
  readonly functionsUrl: string;
  /** What stands before the functions' names, empty without a namespace. */
  readonly namespace: string;
  /** The file of keyboard shortcuts, empty without one. */
  readonly shortcutsUrl: string;
}

const children = (parent: Element | null | undefined, name: string): Element[] =>
  [...(parent?.children ?? [])].filter((child) => child.localName === name);
const child = (parent: Element | null | undefined, name: string): Element | undefined => children(parent, name)[0];
const within = (parent: Element | Document, name: string): Element[] => [...parent.getElementsByTagNameNS("*", name)];
/** XML attributes of a type carry the schema-instance prefix. */
const typeOf = (element: Element): string => element.getAttribute("xsi:type") ?? "";

export async function readManifest(url: string, locale: string): Promise<AddinManifest> {
  const text = await (await fetch(url)).text();
  return parseManifest(new DOMParser().parseFromString(text, "application/xml"), locale);
}

function parseManifest(manifest: Document, locale: string): AddinManifest {
  const resources = new Map(
    within(manifest, "Resources")
      .flatMap((each) => [...each.querySelectorAll("[id]")])
      .map((each): [string, string] => {
        const override = children(each, "Override").find((candidate) => candidate.getAttribute("Locale") === locale);
        return [each.id, override?.getAttribute("Value") ?? each.getAttribute("DefaultValue") ?? ""];
      }),
  );
  const resource = (element: Element | undefined): string => resources.get(element?.getAttribute("resid") ?? "") ?? "";
  // The manifest names the address the add-in is published at; here it is served from the workbench's.
  const here = (url: string): string => (url ? new URL(new URL(url).pathname, location.origin).href : "");

  const control = (element: Element): RibbonControl => {
    const supertip = child(element, "Supertip");
    const images = children(child(element, "Icon"), "Image");
    const image = images.find((each) => each.getAttribute("size") === "32") ?? images.at(-1);
    const action = child(element, "Action");
    return {
      id: element.id,
      label: resource(child(element, "Label")),
      tooltip: { title: resource(child(supertip, "Title")), text: resource(child(supertip, "Description")) },
      icon: here(resource(image)),
      isEnabled: child(element, "Enabled")?.textContent?.trim() !== "false",
      action:
        action && typeOf(action) === "ExecuteFunction"
          ? { kind: "function", name: child(action, "FunctionName")?.textContent?.trim() ?? "" }
          : { kind: "pane" },
    };
  };
  const controls = (parent: Element): RibbonControl[] => children(parent, "Control").map(control);
  const extensionPoint = (kind: string): Element | undefined =>
    within(manifest, "ExtensionPoint").find((each) => typeOf(each) === kind);
  const surface = extensionPoint("PrimaryCommandSurface");
  const tab = child(surface, "CustomTab") ?? child(surface, "OfficeTab");
  const functions = extensionPoint("CustomFunctions");
  const metadata = functions && within(functions, "Metadata")[0];
  const name = within(manifest, "DisplayName")[0]?.getAttribute("DefaultValue") ?? "";
  return {
    name,
    tab: { id: tab?.id ?? "", label: resource(child(tab, "Label")) || name },
    groups: children(tab, "Group").map((group) => ({
      id: group.id,
      label: resource(child(group, "Label")),
      controls: controls(group),
    })),
    contextMenu: children(extensionPoint("ContextMenu"), "OfficeMenu").flatMap(controls),
    paneUrl: here(within(manifest, "SourceLocation")[0]?.getAttribute("DefaultValue") ?? ""),
    shortcutsUrl: here(within(manifest, "ExtendedOverrides")[0]?.getAttribute("Url") ?? ""),
    namespace: resource(functions && within(functions, "Namespace")[0]),
    functionsUrl: here(resource(metadata && child(metadata, "SourceLocation"))),
  };
}
