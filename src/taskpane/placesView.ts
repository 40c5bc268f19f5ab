/** The county table in the pane: indicators that are split over places are chosen, and a table of them is made. */
import { html, type TemplateResult } from "lit";
import type { Placement } from "../excel/buildLedger";
import { makePlacesTable } from "../excel/makePlacesTable";
import { session } from "../excel/session";
import type { Commitment } from "../core/types";
import { splitCommitments } from "../sheets/placesTable";
import { strings } from "../strings/strings";
import type { Pane } from "./pane";
import { PaneElement } from "./paneElement";
import { actions, backButton, button, heading, hint, longList, status } from "./parts";
import { canSplit, SplitView } from "./splitView";
import { pinQuietly } from "./pinning";

/** Whether the catalog in force has anything to compare, or to split. */
export const hasPlaces = (): boolean =>
  session.refusal === null && (splitCommitments(session.index).length > 0 || canSplit());

export class PlacesView extends PaneElement {
  private ticked: ReadonlySet<string> = new Set();
  private isBuilding = false;
  /** Splitting takes the place of the rest until one goes back. */
  private isSplitting = false;
  private readonly splitting: SplitView;

  constructor(
    private readonly pane: Pane,
    private readonly back: () => void,
  ) {
    super();
    this.className = "places";
    this.splitting = new SplitView(this.pane, () => this.turnTo(false));
  }

  private turnTo(isSplitting: boolean): void {
    this.pane.hush();
    this.isSplitting = isSplitting;
    if (isSplitting) this.splitting.show();
    this.show();
  }

  goBack(): boolean {
    const { isSplitting } = this;
    if (isSplitting) this.turnTo(false);
    return isSplitting;
  }

  /** The view comes into sight. */
  show(): void {
    this.requestUpdate();
    void this.updateComplete.then(() => this.querySelector("button")?.focus({ preventScroll: true }));
  }

  protected override render(): TemplateResult {
    if (this.isSplitting) return html`${this.splitting}`;
    const words = strings();
    const wholes = hasPlaces() ? splitCommitments(session.index) : [];
    const chosen = this.chosen();
    const places = session.refusal ? 0 : (session.index.catalog.places ?? []).length;
    const said = this.isBuilding
      ? words.placesTable.pane.building
      : chosen.length === 0
        ? words.placesTable.pane.none
        : words.placesTable.pane.chosen(chosen.length, places);
    return html`${backButton(this.back)}
      ${heading(
        words.placesTable.pane.title,
        button(words.pane.chooseAll, "link", () => this.tick(wholes.map(({ id }) => id))),
        button(words.pane.chooseNone, "link", () => this.tick([])),
      )}
      ${hint(words.placesTable.pane.hint)}
      <div role="group" aria-label=${words.placesTable.pane.title}>${longList(wholes, (whole) => this.row(whole))}</div>
      ${actions(
        status(said),
        ...(canSplit() ? [button(words.placesTable.split.title, "secondary", () => this.turnTo(true))] : []),
        button(words.placesTable.pane.build, "primary", () => void this.build("ask"), this.isBuilding),
      )}`;
  }

  private row(whole: Commitment): TemplateResult {
    const { id, indicator } = whole;
    const { index } = session;
    const places = (index.catalog.places ?? []).filter((place) => index.partIn(whole, place.id) !== null).length;
    const turn = ({ target }: Event) =>
      this.tick(
        (target as HTMLInputElement).checked ? [...this.ticked, id] : [...this.ticked].filter((each) => each !== id),
      );
    return html`<label class="row choice">
      <input type="checkbox" .checked=${this.ticked.has(id)} @change=${turn} />
      <span class="name">${indicator}</span>
      <span class="count">${strings().placesTable.pane.places(places)}</span>
    </label>`;
  }

  private tick(ids: readonly string[]): void {
    this.ticked = new Set(ids);
    this.pane.hush();
    this.requestUpdate();
  }

  /** The ids of the chosen commitments, in the catalog's order. */
  private chosen(): string[] {
    if (!hasPlaces()) return [];
    return splitCommitments(session.index).flatMap(({ id }) => (this.ticked.has(id) ? [id] : []));
  }

  private async build(placement: Placement): Promise<void> {
    const words = strings().placesTable.pane;
    const chosen = this.chosen();
    if (chosen.length === 0) {
      this.pane.say("warning", words.chooseFirst);
      return;
    }
    this.isBuilding = true;
    this.requestUpdate();
    const outcome = await this.pane.run((context) => makePlacesTable(context, session.inForce(), chosen, placement));
    this.isBuilding = false;
    this.requestUpdate();
    if (!outcome.done) return;
    if ("built" in outcome.answer) {
      const { name, places, kept } = outcome.answer.built;
      this.pane.say("success", words.built(name, chosen.length, places, kept));
      await pinQuietly(this.pane);
      return;
    }
    const { name, freeName, table } = outcome.answer.occupied;
    const question = [
      words.standing(name),
      table === null ? words.notATable(name) : words.keeps(table.kept),
      table !== null && table.lost > 0 ? words.loses(table.lost) : "",
      table === null ? "" : words.losesOther,
      strings().pane.replaceLeaves,
    ];
    this.pane.ask(question.join(""), [
      { label: strings().pane.ledgerNewSheet(freeName), chosen: () => void this.build("newSheet") },
      { label: table === null ? words.replace : words.update, chosen: () => void this.build("replace") },
    ]);
  }
}

customElements.define("target-places", PlacesView);
