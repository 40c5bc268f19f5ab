/** What stands around a commitment: the phrases beside its own, and what other documents said of it before a person decided. */
import type { CatalogIndex } from "./catalog";
import type { Commitment, Correction, SetAside } from "./types";

/** The phrases that the catalog keeps of the same section, before and after a commitment's own; null where there is none. */
export interface Neighbours {
  readonly before: string | null;
  readonly after: string | null;
}

export function neighboursOf({ catalog }: CatalogIndex, { id, source }: Commitment): Neighbours {
  const { commitments } = catalog;
  const at = commitments.findIndex((each) => each.id === id);
  const phraseAt = (place: number): string | null => {
    const near = at < 0 ? undefined : commitments[place]?.source;
    const isBeside = near?.document === source.document && near.section === source.section;
    return isBeside && near.phrase !== source.phrase ? near.phrase : null;
  };
  return { before: phraseAt(at - 1), after: phraseAt(at + 1) };
}

/** What was said otherwise of a commitment, and what was corrected in it, the latest first. */
export interface Contradictions {
  readonly setAside: readonly SetAside[];
  readonly corrections: readonly Correction[];
}

export function contradictionsOf({ catalog }: CatalogIndex, { id }: Commitment): Contradictions {
  const { setAside = [], corrections = [] } = catalog;
  return {
    setAside: setAside.filter(({ inFavourOf }) => inFavourOf === id).reverse(),
    corrections: corrections.filter(({ commitment, what }) => commitment === id && what !== "decided").reverse(),
  };
}
