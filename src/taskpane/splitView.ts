/** Splitting a city's target over its places in the pane: what each gets is seen while it is decided, and written into the catalog. */
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { lastYearIn, SPLIT_WAYS, splittable, splitWhole, withParts, type Claim, type SplitWay } from "../core/split";
import type { Commitment, Place } from "../core/types";
import { keepCatalog } from "../excel/catalogSource";
import { session } from "../excel/session";
import { amountText } from "../strings/evidence";
import { strings } from "../strings/strings";
import { zh } from "../strings/zh";
import { mayKeep } from "./catalogHandling";
import { sayInForce } from "./ownCatalog";
import type { Pane } from "./pane";
import { PaneElement } from "./paneElement";
import { actions, backButton, button, choice, heading, hint, status, type Drawn } from "./parts";

const NO_PART = /^(不分|-|–|—)$/;

/** What came of the figures typed so far: a figure for each place that gets one, or a sentence that says why not. */
type Split = { readonly parts: ReadonlyMap<string, number> } | { readonly refused: string };

/** Whether anything of the catalog in force can be split. */
export const canSplit = (): boolean => session.refusal === null && splittable(session.index).length > 0;

export class SplitView extends PaneElement {
  private chosen: string | null = null;
  private way: SplitWay = "equal";
  private by = "";
  /** What was typed, by place. */
  private shares = new Map<string, string>();
  private held = new Map<string, string>();
  private isWriting = false;

  constructor(
    private readonly pane: Pane,
    private readonly back: () => void,
  ) {
    super();
    this.className = "places split";
  }

  /** The view comes into sight. */
  show(): void {
    const whole = this.whole();
    if (whole) this.choose(whole.id);
    void this.updateComplete.then(() => this.querySelector("button")?.focus({ preventScroll: true }));
  }

  protected override render(): Drawn {
    const whole = this.whole();
    if (!whole) return nothing;
    const words = strings().placesTable.split;
    const split = this.split(whole);
    const unit = unitOf(whole);
    return html`${backButton(this.back)} ${heading(words.title)} ${hint(words.hint)}
      <div class="settings">
        ${choice(
          words.indicator,
          splittable(session.index).map(({ id, indicator }) => [id, indicator] as const),
          whole.id,
          (id) => this.choose(id),
        )}
        ${choice(
          words.way,
          SPLIT_WAYS.map((way) => [way, words.ways[way]] as const),
          this.way,
          (way) => {
            this.way = way;
            this.requestUpdate();
          },
        )}
        <label>${words.by}<input type="text" maxlength="40" .value=${live(this.by)} @input=${this.typedBy} /></label>
        ${hint(words.heldHint)}
      </div>
      <div role="group" aria-label=${words.title}>
        <ul class="rows">
          ${placesOf().map((place) => this.row(whole, place, split))}
        </ul>
      </div>
      ${actions(
        status(
          this.isWriting
            ? words.writing
            : "refused" in split
              ? split.refused
              : words.total(amountText(valueOf(whole), unit)),
        ),
        button(
          words.write,
          "primary",
          () => void this.write(),
          this.isWriting,
          "refused" in split ? split.refused : null,
        ),
      )}`;
  }

  private row(whole: Commitment, place: Place, split: Split): TemplateResult {
    const words = strings().placesTable.split;
    const part = "parts" in split ? split.parts.get(place.id) : undefined;
    const last = this.way === "lastYear" ? lastYearIn(whole, place.id) : null;
    const field = (label: string, typed: Map<string, string>) =>
      html`<label>
        ${label}<input
          type="text"
          inputmode="decimal"
          aria-label=${`${place.name}${label}`}
          .value=${live(typed.get(place.id) ?? "")}
          @input=${({ target }: Event) => {
            typed.set(place.id, (target as HTMLInputElement).value);
            this.requestUpdate();
          }}
        />
      </label>`;
    return html`<li class="row">
      <span class="name">${place.name}</span>
      <span class="number">${part === undefined ? "–" : amountText(part, unitOf(whole))}</span>
      <span class="about">
        ${last === null ? nothing : html`<span>${words.lastYear} ${amountText(last, unitOf(whole))}</span>`}
        ${this.way === "shares" ? field(words.share, this.shares) : nothing} ${field(words.held, this.held)}
      </span>
    </li>`;
  }

  private readonly typedBy = ({ target }: Event): void => {
    this.by = (target as HTMLInputElement).value;
  };

  /** The commitment that is being split: the one chosen, or the first that can be. */
  private whole(): Commitment | null {
    const all = session.refusal ? [] : splittable(session.index);
    return all.find(({ id }) => id === this.chosen) ?? all[0] ?? null;
  }

  /** What places have already is held until a person takes that back. */
  private choose(id: string): void {
    this.chosen = id;
    this.shares = new Map();
    this.held = new Map();
    for (const { place, value } of this.whole()?.parts ?? [])
      if (value !== undefined) this.held.set(place, String(value));
    this.pane.hush();
    this.requestUpdate();
  }

  private split(whole: Commitment): Split {
    const words = strings().placesTable.split.refusals;
    const claims: Claim[] = [];
    for (const { id, name } of placesOf()) {
      const held = typedIn(this.held, id);
      if (NO_PART.test(held)) {
        if (whole.parts?.some((part) => part.place === id)) return { refused: words.hasPart(name) };
        continue;
      }
      const last = lastYearIn(whole, id);
      if (this.way === "lastYear" && held === "" && last === null) return { refused: words.noLastYear(name) };
      const share = this.way === "equal" ? 1 : this.way === "lastYear" ? (last ?? 0) : Number(typedIn(this.shares, id));
      claims.push({ place: id, share, held: held === "" ? null : Number(held) });
    }
    const found = splitWhole(valueOf(whole), claims);
    const unit = unitOf(whole);
    const named = (id: string) => placesOf().find((place) => place.id === id)?.name ?? id;
    if ("refused" in found) {
      if (found.refused === "heldTooMuch") return { refused: words.heldTooMuch(amountText(found.by, unit)) };
      if (found.refused === "noShares") return { refused: words.noShares(amountText(found.left, unit)) };
      return { refused: words.noAmount(named(found.place)) };
    }
    const total = [...found.parts.values()].length === 0;
    const nothingFor = claims.find(({ place, held }) => held === null && found.parts.get(place) === 0);
    if (total) return { refused: words.noShares(amountText(valueOf(whole), unit)) };
    return nothingFor ? { refused: words.nothing(named(nothingFor.place)) } : { parts: found.parts };
  }

  private async write(): Promise<void> {
    const words = strings().placesTable.split;
    const whole = this.whole();
    const split = whole && this.split(whole);
    if (!split || "refused" in split) return;
    if (this.by.trim() === "") {
      this.pane.say("warning", words.byFirst);
      return;
    }
    const { now } = session.inForce();
    const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0"));
    const { split: inCatalog } = zh.placesTable;
    const note = inCatalog.note(day.join("-"), this.by.trim(), inCatalog.ways[this.way], split.parts.size);
    const catalog = withParts(session.catalog, whole.id, split.parts, note);
    this.isWriting = true;
    this.requestUpdate();
    try {
      if (!(await mayKeep(this.pane, catalog))) return;
      const outcome = await this.pane.run((context) => keepCatalog(context, catalog));
      if (!outcome.done) return;
      this.pane.catalogChanged();
      this.choose(whole.id);
      sayInForce(this.pane, words.written(whole.indicator, split.parts.size), outcome.answer);
    } finally {
      this.isWriting = false;
      this.requestUpdate();
    }
  }
}

const placesOf = (): readonly Place[] => session.index.catalog.places ?? [];
const typedIn = (typed: ReadonlyMap<string, string>, place: string) =>
  (typed.get(place) ?? "").normalize("NFKC").replace(/[,\s]/g, "");
const valueOf = ({ target }: Commitment) => (target && "value" in target ? target.value : 0);
const unitOf = ({ target }: Commitment) => (target && "unit" in target ? target.unit : "");

customElements.define("target-split", SplitView);
