/** Taking a catalog into the workbook: what it changes is seen first, what contradicts is decided, and only then anything is written. */
import { CatalogIndex } from "../core/catalog";
import { compareCatalogs, mergedCatalog, type Changed, type Comparison } from "../core/compareCatalogs";
import type { Signed } from "../core/corrections";
import type { Catalog, Commitment } from "../core/types";
import { keepBeside, keepCatalog, type From, type Kept } from "../excel/catalogSource";
import { session, type OnShelf } from "../excel/session";
import type { Taken } from "../excel/sources";
import { changeText, shortTarget } from "../strings/catalogChanges";
import { strings } from "../strings/strings";
import { foretoldOf } from "./catalogHandling";
import type { Changes } from "./changeList";
import { refreshChanges } from "./foretoldChanges";
import { sayInForce } from "./ownCatalog";
import type { Pane } from "./pane";

/** The titles of the documents that both catalogs took a commitment from. */
export interface Titles {
  readonly older: (commitment: Commitment) => string;
  readonly newer: (commitment: Commitment) => string;
}

/** What a person decides of catalogs that contradict each other; null where the whole is called off. */
export type Decide = (contradictions: readonly Changed[], titles: Titles) => Promise<Decisions | null>;
export interface Decisions {
  /** Ids of which the older wording holds. */
  readonly held: ReadonlySet<string>;
  readonly signed: Signed;
}

/** Where a catalog is to stand. */
export type Place = "own" | "beside";

/** The catalog with this id that is in use now, and where; null where there is none. */
export function standing(id: string): { readonly on: OnShelf; readonly place: Place } | null {
  if (session.refusal === null && session.own.index.catalog.id === id) return { on: session.own, place: "own" };
  const on = [...session.beside, ...session.shipped].find(({ index }) => index.catalog.id === id);
  return on ? { on, place: "beside" } : null;
}

/**
 * Takes a catalog over, after all that is to be seen and decided.
 * @param decide is asked where documents contradict each other, or what was corrected here is said otherwise
 * @returns whether it is in force
 */
export async function takeOver(pane: Pane, taken: Taken, place: Place, decide: Decide): Promise<boolean> {
  const from: From = { origin: taken.origin, sourceSha256: taken.sourceSha256 };
  const older = standing(taken.catalog.id)?.on.index.catalog ?? null;
  const catalog = older === null ? taken.catalog : await merged(older, taken.catalog, decide);
  if (catalog === null) return false;
  if (!(await isAccepted(pane, older, catalog, place))) return false;
  return keep(pane, catalog, place, from, strings().catalogs.kept(catalog.title));
}

async function merged(older: Catalog, newer: Catalog, decide: Decide): Promise<Catalog | null> {
  const { changed } = compareCatalogs(older, newer);
  const open = changed.filter(({ isContradiction, isCorrected }) => isContradiction || isCorrected);
  const titles = { older: titleIn(older), newer: titleIn(newer) };
  const decided = open.length === 0 ? NOTHING : await decide(open, titles);
  return decided && mergedCatalog(older, newer, decided.held, decided.signed);
}
const titleIn = ({ documents }: Catalog) => {
  const titles = new Map(documents.map(({ id, title }) => [id, title]));
  return ({ source }: Commitment) => titles.get(source.document) ?? source.document;
};
const NOTHING: Decisions = { held: new Set(), signed: { by: "", recorded: "", why: "" } };

/** Whether a person, who sees what would change, wants it. Where nothing would, nobody is asked. */
async function isAccepted(pane: Pane, older: Catalog | null, newer: Catalog, place: Place): Promise<boolean> {
  const found = await foretoldOf(pane, new CatalogIndex(newer), place === "own");
  if (found === null) return false;
  const cells = refreshChanges(found, strings().catalogs.accept);
  if (older === null) return cells === null || pane.seeFirst(cells);
  const comparison = compareCatalogs(older, newer);
  const { added, removed, changed } = comparison;
  if (cells === null && added.length + removed.length + changed.length === 0) return true;
  return pane.seeFirst(changesOf(older, newer, comparison, cells));
}

function changesOf(
  older: Catalog,
  newer: Catalog,
  { added, removed, changed }: Comparison,
  cells: Changes | null,
): Changes {
  const words = strings().catalogs;
  const department = (catalog: Catalog, id: string) => catalog.departments.find((each) => each.id === id)?.name ?? id;
  return {
    title: words.compareTitle(newer.title),
    hint: words.compareHint(added.length, removed.length, changed.length),
    sections: [
      ...(cells?.sections ?? []),
      {
        title: words.changed,
        rows: changed.map((each) => ({
          name: each.after.indicator,
          about: `${department(newer, each.after.department)}　${changeText(each)}`,
        })),
      },
      {
        title: words.added,
        rows: added.map((each) => ({
          name: each.indicator,
          about: `${department(newer, each.department)}　${shortTarget(each)}`,
        })),
      },
      {
        title: words.removed,
        rows: removed.map((each) => ({
          name: each.indicator,
          about: `${department(older, each.department)}　${shortTarget(each)}`,
        })),
      },
    ],
    write: words.accept,
  };
}

/** Keeps a catalog in the workbook and says so. @returns whether it is kept */
export async function keep(
  pane: Pane,
  catalog: Catalog,
  place: Place,
  from: From | undefined,
  sentence: string,
): Promise<boolean> {
  const outcome = await pane.run((context): Promise<Kept> =>
    place === "own" ? keepCatalog(context, catalog, from) : keepBeside(context, catalog, from),
  );
  if (!outcome.done) return false;
  pane.catalogChanged();
  sayInForce(pane, sentence, outcome.answer);
  return true;
}
