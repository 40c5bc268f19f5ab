/** The form of a new ledger: departments and a way of filling it are chosen, and it is made. */
import { html, type TemplateResult } from "lit";
import { buildLedger, type Placement } from "../excel/buildLedger";
import { session } from "../excel/session";
import { keepEntry } from "../excel/workbookSettings";
import type { Department } from "../core/types";
import { ENTRIES } from "../sheets/ledgerColumns";
import { strings } from "../strings/strings";
import type { Form } from "./form";
import type { Busy } from "./madeOfLedger";
import type { Pane } from "./pane";
import { PaneElement } from "./paneElement";
import { actions, backButton, button, choice, heading, hint, status } from "./parts";
import { undecided } from "./undecidedCatalog";
import { UpdateOfLedger } from "./updateOfLedger";
import { pinQuietly } from "./pinning";

export class NewLedger extends PaneElement implements Form {
  private ticked: ReadonlySet<string> = new Set();
  private isBusy = false;
  private readonly updating: UpdateOfLedger;

  /** @param back leads to the list of what can be made, also once the ledger is made */
  constructor(
    private readonly pane: Pane,
    private readonly back: () => void,
  ) {
    super();
    this.className = "form ledger";
    this.updating = new UpdateOfLedger(pane, this.busy);
  }

  show(): void {
    this.requestUpdate();
    void this.updateComplete.then(() =>
      this.querySelector<HTMLElement>("input, button.secondary")?.focus({ preventScroll: true }),
    );
  }

  protected override render(): TemplateResult {
    const words = strings().pane;
    if (session.refusal) return html`${backButton(this.back)} ${undecided(session.refusal, this.pane)}`;
    const { catalog } = session.index;
    return html`${backButton(this.back)}
      ${heading(
        words.chooseTitle,
        button(words.chooseAll, "link", () => this.tick(catalog.departments.map(({ id }) => id))),
        button(words.chooseNone, "link", () => this.tick([])),
      )}
      <div role="group" aria-label=${words.chooseTitle}>
        <ul class="rows">
          ${catalog.departments.map((department) => this.departmentRow(department))}
        </ul>
      </div>
      ${this.filling()} ${this.building()}`;
  }

  private departmentRow({ id, name }: Department): TemplateResult {
    const turn = ({ target }: Event) =>
      this.tick(
        (target as HTMLInputElement).checked ? [...this.ticked, id] : [...this.ticked].filter((each) => each !== id),
      );
    return html`<li>
      <label class="row choice">
        <input type="checkbox" .checked=${this.ticked.has(id)} @change=${turn} />
        <span class="name">${name}</span>
        <span class="count">${strings().pane.countOf(session.index.commitmentsOf(id).length)}</span>
      </label>
    </li>`;
  }

  private filling(): TemplateResult {
    const words = strings();
    return html`<div class="settings">
      ${choice(
        words.pane.entryLabel,
        ENTRIES.map((each) => [each, words.pane.entries[each]]),
        session.entry,
        (chosen) => void this.pane.run((context) => keepEntry(context, chosen)).then(() => this.requestUpdate()),
      )}
      ${hint(words.settings.judgedBy(words.presets[session.rules.preset].name))}
    </div>`;
  }

  private building(): TemplateResult {
    const words = strings().pane;
    const departments = this.tickedDepartments();
    const commitments = departments.reduce((sum, id) => sum + session.index.commitmentsOf(id).length, 0);
    return actions(
      status(this.isBusy ? words.building : words.chosen(departments.length, commitments)),
      button(words.buildLedger, "primary", () => void this.build("ask"), this.isBusy),
    );
  }

  /** Other departments are chosen: what was said or asked was about those before. */
  private tick(ids: readonly string[]): void {
    this.ticked = new Set(ids);
    this.pane.hush();
    this.requestUpdate();
  }

  /** In the catalog's order. */
  private tickedDepartments(): string[] {
    if (session.refusal) return [];
    return session.index.catalog.departments.map(({ id }) => id).filter((id) => this.ticked.has(id));
  }

  private readonly busy: Busy<unknown> = async (_, work) => {
    this.isBusy = true;
    this.requestUpdate();
    try {
      return await work();
    } finally {
      this.isBusy = false;
      this.requestUpdate();
    }
  };

  private async build(placement: Placement): Promise<void> {
    const words = strings().pane;
    const departments = this.tickedDepartments();
    if (departments.length === 0) {
      this.pane.say("warning", words.chooseFirst);
      return;
    }
    const outcome = await this.busy("build", () =>
      this.pane.run((context) => buildLedger(context, session.inForce(), departments, placement)),
    );
    if (!outcome.done) return;
    if ("built" in outcome.answer) {
      const { name, rows } = outcome.answer.built;
      this.back();
      this.pane.say("success", words.ledgerBuilt(name, rows, session.entry));
      await pinQuietly(this.pane);
      return;
    }
    const { name, freeName, ledgers } = outcome.answer.occupied;
    const updates = ledgers.map((each) => ({
      label: ledgers.length === 1 ? words.ledgerUpdate : words.ledgerUpdateNamed(each),
      chosen: () => void this.updating.extend(each, departments),
    }));
    const question = [
      name === null ? words.ledgersStand(ledgers) : words.ledgerAsk(name),
      ledgers.length > 0 && words.ledgerAskUpdate,
      name !== null && words.ledgerReplaceWarning,
      name !== null && words.replaceLeaves,
    ];
    this.pane.ask(question.filter((part) => part !== false).join(""), [
      ...updates,
      { label: words.ledgerNewSheet(freeName), chosen: () => void this.build("newSheet") },
      ...(name === null ? [] : [{ label: words.ledgerReplace, chosen: () => void this.build("replace") }]),
    ]);
  }
}

customElements.define("target-new-ledger", NewLedger);
