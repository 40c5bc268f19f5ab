/** <target-working>: how far long work in Excel is, with the way to call it off. Short work shows nothing. */
import { html, nothing } from "lit";
import { UnderWay } from "../excel/underWay";
import { strings } from "../strings/strings";
import { PaneElement } from "./paneElement";
import { button, type Drawn } from "./parts";

const LONG = 800; // ms

export class WorkBar extends PaneElement {
  /** What is under way; true once it has taken long. */
  private readonly works = new Map<UnderWay, boolean>();

  constructor() {
    super();
    this.className = "working";
  }

  /** Does work that tells its steps. */
  async during<T>(work: (underWay: UnderWay) => Promise<T>): Promise<T> {
    const underWay = new UnderWay(() => this.requestUpdate());
    this.works.set(underWay, false);
    this.ariaBusy = "true";
    const timer = setTimeout(() => {
      this.works.set(underWay, true);
      this.requestUpdate();
    }, LONG);
    try {
      return await work(underWay);
    } finally {
      clearTimeout(timer);
      this.works.delete(underWay);
      this.ariaBusy = this.works.size > 0 ? "true" : null;
      this.requestUpdate();
    }
  }

  protected override render(): Drawn {
    const [work] = [...this.works].find(([{ done }, isLong]) => isLong && done !== null) ?? [];
    if (!work) return nothing;
    const words = strings().pane;
    const callOff = () => work.callOff();
    return html`<div role="status">
      <span>${work.isCalledOff ? words.callingOff : words.working}</span>
      <progress max="1" .value=${work.done ?? 0} aria-label=${words.working}></progress>
      ${button(words.cancel, "secondary", callOff, work.isCalledOff)}
    </div>`;
  }
}

customElements.define("target-working", WorkBar);
