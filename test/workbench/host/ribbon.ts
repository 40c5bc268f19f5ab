/** What of the add-in's ribbon can be used and seen now: first as its manifest says, then as `Office.ribbon.requestUpdate` asks. */
import { OfficeError } from "./errors";

export interface RibbonDefinition {
  readonly tabs: readonly string[];
  readonly controls: readonly { readonly id: string; readonly isEnabled: boolean }[];
}

export class Ribbon {
  private definition: RibbonDefinition = { tabs: [], controls: [] };
  private enabled = new Map<string, boolean>();
  private visible = new Map<string, boolean>();

  /** @param changed is told after every change */
  constructor(private readonly changed: () => void) {}

  define(definition: RibbonDefinition): void {
    this.definition = definition;
    this.reset();
  }

  /** As the manifest says: so it is whenever the add-in begins anew. */
  reset(): void {
    this.enabled = new Map(this.definition.controls.map(({ id, isEnabled }) => [id, isEnabled]));
    this.visible = new Map(this.definition.tabs.map((id) => [id, true]));
    this.changed();
  }

  isEnabled(control: string): boolean {
    return this.enabled.get(control) ?? false;
  }

  isVisible(tab: string): boolean {
    return this.visible.get(tab) ?? false;
  }

  enable(control: string, value: unknown): void {
    this.set(this.enabled, control, value, "control");
  }

  show(tab: string, value: unknown): void {
    this.set(this.visible, tab, value, "tab");
  }

  private set(states: Map<string, boolean>, id: string, value: unknown, kind: string): void {
    if (!states.has(id))
      throw new OfficeError(
        "ItemNotFound",
        `the manifest has no ${kind} “${id}”; it has ${[...states.keys()].join(", ")}`,
      );
    if (typeof value !== "boolean")
      throw new OfficeError("InvalidArgument", `${id} must be set to true or false, not ${JSON.stringify(value)}`);
    states.set(id, value);
    this.changed();
  }
}
