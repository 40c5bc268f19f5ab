/** What can be put into the sheet for one commitment: formulas beside each other, as a row with its names, or what they give now. */
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { caseOf } from "../core/case";
import { CatalogError } from "../core/errors";
import { namesInCall } from "../core/promiseAsked";
import type { Commitment } from "../core/types";
import { insertCells, pickCell, valuesOf, type Inserted } from "../excel/insertCells";
import { session } from "../excel/session";
import { ASKED, isReference, needsActual, needsAsOf, typedCall, typedRow, type AskedOf } from "../sheets/formulasTyped";
import { errorSentence, strings } from "../strings/strings";
import { copied } from "./clipboard";
import type { Pane } from "./pane";
import { PaneElement } from "./paneElement";
import { answers, button, choice, hint, type Drawn } from "./parts";

const SHAPES = ["beside", "row", "values"] as const;
type Shape = (typeof SHAPES)[number];
type Given = "actual" | "asOf";

export class InsertPanel extends PaneElement {
  private commitment: Commitment | null = null;
  private isOpen = false;
  private asked: ReadonlySet<AskedOf> = new Set<AskedOf>(["TARGET"]);
  private shape: Shape = "beside";
  private readonly given: Record<Given, string> = { actual: "", asOf: "" };

  constructor(private readonly pane: Pane) {
    super();
    this.className = "actions insert";
  }

  /** Another commitment is on show; what was chosen for the one before serves it too. */
  show(commitment: Commitment): void {
    this.commitment = commitment;
    this.requestUpdate();
  }

  protected override render(): Drawn {
    const { commitment, isOpen } = this;
    if (!commitment || session.refusal) return nothing;
    const words = strings();
    const { insert } = words;
    const add = button(insert.addToLedger, "secondary", () => void this.addToLedger(commitment));
    if (caseOf(session.shelf.indexOf(commitment), commitment).figure instanceof CatalogError)
      return html`${hint(words.pane.noFormula)} ${answers(add)}`;
    const turn = () => {
      this.isOpen = !isOpen;
      this.requestUpdate();
    };
    return html`${answers(
      button(words.pane.insertFormula, "primary", () => void this.insert()),
      button(insert.copy, "secondary", () => void this.copy()),
      add,
      html`<button type="button" class="link" aria-expanded=${String(isOpen)} @click=${turn}>${insert.more}</button>`,
    )}
    ${isOpen ? this.form() : nothing}`;
  }

  /** The workbook's ledger gets a row for the commitment, seen first where that changes more. */
  private async addToLedger({ id }: Commitment): Promise<void> {
    const { UpdateOfLedger } = await import(/* webpackChunkName: "ledger" */ "./updateOfLedger");
    await new UpdateOfLedger(this.pane, (_, work) => work()).updateStanding([id]);
  }

  private form(): TemplateResult {
    const words = strings().insert;
    const chosen = [...this.asked];
    return html`<div class="insertForm">
      <fieldset>
        <legend>${words.what}</legend>
        ${ASKED.map((asked) => this.tick(asked))}
      </fieldset>
      ${chosen.some(needsActual) ? this.field("actual") : nothing}
      ${chosen.some(needsAsOf) ? this.field("asOf") : nothing}
      ${choice(
        words.shape,
        SHAPES.map((shape) => [shape, words.shapes[shape]]),
        this.shape,
        (shape) => {
          this.shape = shape;
          this.requestUpdate();
        },
      )}
    </div>`;
  }

  private tick(asked: AskedOf): TemplateResult {
    const turn = ({ target }: Event) => {
      const others = [...this.asked].filter((each) => each !== asked);
      this.asked = new Set((target as HTMLInputElement).checked ? [...others, asked] : others);
      this.requestUpdate();
    };
    return html`<label
      ><input type="checkbox" .checked=${live(this.asked.has(asked))} @change=${turn} />${
        strings().insert.names[asked]
      }</label
    >`;
  }

  /** A cell or a value, typed or taken from the sheet. */
  private field(name: Given): TemplateResult {
    const words = strings().insert;
    const typed = ({ target }: Event) => {
      this.given[name] = (target as HTMLInputElement).value;
    };
    return html`<div class="picked">
      <label
        >${words.fields[name]}<input
          autocomplete="off"
          placeholder=${words.examples[name]}
          .value=${live(this.given[name])}
          @input=${typed}
      /></label>
      ${button(words.pick, "secondary", () => void this.pick(name), false, null, words.pickFor(words.fields[name]))}
    </div>`;
  }

  private async pick(name: Given): Promise<void> {
    const outcome = await this.pane.run(pickCell);
    if (!outcome.done) return;
    this.given[name] = outcome.answer.reference;
    this.requestUpdate();
  }

  /** The formulas wanted, in their usual order. @returns null where something they need is not given, which is said */
  private formulas(): string[] | null {
    const { commitment } = this;
    const words = strings().insert;
    const chosen = ASKED.filter((asked) => this.asked.has(asked));
    const actual = this.given.actual.trim() || null;
    const asOf = this.given.asOf.trim() || null;
    if (!commitment) return null;
    if (chosen.length === 0) {
      this.pane.say("warning", words.chooseFirst);
      return null;
    }
    if (chosen.some(needsActual) && actual === null) {
      this.pane.say("warning", words.actualFirst);
      return null;
    }
    if (chosen.some(needsAsOf) && asOf === null) {
      this.pane.say("warning", words.asOfFirst);
      return null;
    }
    const { department, indicator } = namesInCall(session.shelf, commitment);
    return chosen.map((asked) => typedCall(asked, department, indicator, { actual, asOf }));
  }

  private async insert(): Promise<void> {
    const { commitment, shape } = this;
    const formulas = this.formulas();
    if (!commitment || !formulas) return;
    const values = shape === "values" ? await this.values(commitment) : null;
    if (shape === "values" && values === null) return;
    const content = values ? { values } : { calls: formulas };
    const unit = caseOf(session.shelf.indexOf(commitment), commitment).terms.unit ?? "";
    const named = [session.shelf.indexOf(commitment).departmentOf(commitment).name, commitment.indicator, unit];
    await this.write(typedRow(shape === "row" ? named : [], content));
  }

  /** What the formulas would give now. A refusal is said, and nothing is written. */
  private async values(commitment: Commitment): Promise<(string | number)[] | null> {
    const { actual, asOf } = this.given;
    const wanted = [actual.trim(), asOf.trim()];
    const outcome = await this.pane.run((context) =>
      valuesOf(
        context,
        wanted.map((given) => (isReference(given) && given.includes("!") ? given : null)),
      ),
    );
    if (!outcome.done) return null;
    const entered = wanted.map((given, at) => outcome.answer[at] ?? (isReference(given) ? null : given || null));
    const { askedValue } = await import(/* webpackChunkName: "card" */ "./askedValue");
    const answers: (string | number)[] = [];
    for (const asked of ASKED.filter((each) => this.asked.has(each))) {
      const answer = askedValue(asked, commitment, { actual: entered[0] ?? null, asOf: entered[1] ?? null });
      if (answer instanceof CatalogError) {
        this.pane.say("warning", strings().insert.noValue(strings().insert.names[asked], errorSentence(answer)));
        return null;
      }
      answers.push(answer);
    }
    return answers;
  }

  /** Writes from the selected cell on; asks first where somebody's work stands there. */
  private async write(content: readonly (string | number)[]): Promise<void> {
    const words = strings().pane;
    const inserted = ({ address }: Inserted) => {
      this.pane.say("success", words.inserted(address), "untilSelection");
      this.pane.lookAgain();
    };
    const first = await this.pane.run((context) => insertCells(context, content, false));
    if (!first.done) return;
    const { present } = first.answer;
    if (present.length === 0) {
      inserted(first.answer);
      return;
    }
    // Written where it was asked about, wherever the selection is by then.
    const replace = async () => {
      const second = await this.pane.run((context) => insertCells(context, content, true, first.answer));
      if (second.done) inserted(second.answer);
    };
    this.pane.ask(
      words.insertAsk(first.answer.address, present.join("、")),
      [{ label: words.replace, chosen: () => void replace() }],
      "untilSelection",
    );
  }

  private async copy(): Promise<void> {
    const formulas = this.formulas();
    if (!formulas) return;
    const words = strings().insert;
    const text = formulas.join("\t"); // pasted into a sheet, each comes into a cell of its own
    if (await copied(text)) this.pane.say("success", words.copied(formulas.length));
    else this.pane.say("info", words.copyByHand(formulas.join("  ")));
  }
}

customElements.define("target-insert", InsertPanel);
