/** <target-year>: the year the workbook is about. Another year is another catalog of the same region, which becomes the workbook's own. */
import { html, nothing } from "lit";
import { dropBeside, keepBeside } from "../excel/catalogSource";
import { session, type OnShelf } from "../excel/session";
import { strings } from "../strings/strings";
import { keep } from "./catalogTaking";
import { mayKeep } from "./catalogHandling";
import type { Pane } from "./pane";
import { PaneElement } from "./paneElement";
import { choice, hint, type Drawn } from "./parts";

export class CatalogYear extends PaneElement {
  constructor(private readonly pane: Pane) {
    super();
    this.className = "fields";
  }

  protected override render(): Drawn {
    if (session.refusal) return nothing;
    const words = strings().settings;
    const { year } = session.index.catalog;
    const years = yearsAtHand();
    return html`${choice(
      words.year,
      [...years.keys()].sort().map((each) => [String(each), words.yearNamed(each)] as const),
      String(year),
      (chosen) => void this.choose(Number(chosen)),
    )}
    ${hint(years.size > 1 ? words.yearOfPeriods : words.onlyYear)}`;
  }

  /** The catalog of another year becomes the workbook's own, and the one before stands beside it. */
  private async choose(year: number): Promise<void> {
    const before = session.own;
    const chosen = yearsAtHand().get(year);
    this.requestUpdate();
    if (!chosen || chosen === before || !(await mayKeep(this.pane, chosen.index.catalog))) {
      this.requestUpdate();
      return;
    }
    const from = ({ pin }: OnShelf) => (pin ? { origin: pin.origin, sourceSha256: pin.sourceSha256 } : EMBEDDED);
    const set = strings().settings.yearSet(year, chosen.index.catalog.title);
    const moved = await this.pane.run((context) => keepBeside(context, before.index.catalog, from(before)));
    if (moved.done && (await keep(this.pane, chosen.index.catalog, "own", from(chosen), set)))
      await this.pane.run((context) => dropBeside(context, chosen.index.catalog.id));
    this.requestUpdate();
  }
}

customElements.define("target-year", CatalogYear);

const EMBEDDED = { origin: { kind: "embedded" }, sourceSha256: null } as const;

/** The catalogs of the workbook's region by their year; of two of a year the one that stands first. */
function yearsAtHand(): ReadonlyMap<number, OnShelf> {
  const found = new Map<number, OnShelf>();
  for (const each of [session.own, ...session.beside, ...session.shipped]) {
    const { region, year } = each.index.catalog;
    if (region === session.index.catalog.region && !found.has(year)) found.set(year, each);
  }
  return found;
}
