/** A figure that is left out, with the draft it would be: made where somebody asks for it, since most figures left out stay so. */
import type { Draft, LeftOut, LeftOutReason, Span } from "./drafts";

export class LeftFigure implements LeftOut {
  #made: Draft | null | undefined;
  readonly #make: () => Draft | null;

  constructor(
    readonly reason: LeftOutReason,
    readonly value: number | null,
    readonly unit: string,
    readonly span: Span,
    readonly phrase: string,
    readonly sentence: Span,
    make: () => Draft | null,
  ) {
    this.#make = make;
  }

  get draft(): Draft | null {
    return (this.#made ??= this.#make());
  }

  /** As it is kept between sittings: with its draft. */
  toJSON(): LeftOut {
    const { reason, value, unit, span, phrase, sentence, draft } = this;
    return { reason, value, unit, span, phrase, sentence, draft };
  }
}

export const NO_DRAFT = () => null;
