/** The departments and places of a catalog, found by what people write, and made where nobody knows them yet. */
import { shortNames } from "../core/places";
import { normaliseName } from "../core/text";
import type { Catalog } from "../core/types";
import { AUTHORITY_ENDING, NO_UNIT } from "./authorityNames";
import type { Review } from "./review";

interface Named {
  readonly id: string;
  readonly name: string;
  readonly aliases?: string[];
}

/** 各县（市、区）, 各乡镇人民政府: every place there is. */
const EVERY_PLACE = /^各(?:县|市|区|地|旗|乡镇|镇街|乡|镇|街道)[^局委办厅]{0,12}$/u;
const GOVERNMENT = /(?:人民)?政府$/u;

export class UnitsNamed {
  readonly departments: Catalog["departments"];
  readonly places: NonNullable<Catalog["places"]>;

  /**
   * @param review whose accepted drafts name those who lead, and the counties of their shares: a helper may be one of either
   * @param region the place that the catalog is of
   */
  constructor(
    existing: Catalog | null,
    review: Review,
    private readonly region: string,
  ) {
    this.departments = [...(existing?.departments ?? [])];
    this.places = [...(existing?.places ?? [])];
    const accepted = review.items.flatMap(({ state, draft }) => (state === "accepted" ? [draft] : []));
    for (const { department, value } of accepted)
      if (department !== null && value !== null) this.department(leadOf(department));
    for (const { parts } of accepted) for (const { place } of parts ?? []) this.place(place);
  }

  /** The id of a department, known or new. */
  department(written: string): string {
    const known = found(this.departments, written);
    if (known) return known.id;
    const id = freeId("department", this.departments);
    this.departments.push({ id, name: written.trim() });
    return id;
  }

  /** The id of a place, known or new; null where a department goes by that name. */
  place(written: string): string | null {
    const known = this.knownPlace(written);
    if (known) return known.id;
    if (found(this.departments, written)) return null;
    const id = freeId("place", this.places);
    this.places.push({ id, name: written.trim() });
    return id;
  }

  /** Those who help, each once, without the lead; what is no unit by name (有关部门) is left over. */
  supporters(written: readonly string[], lead: string): { readonly ids: string[]; readonly unknown: string[] } {
    const ids = new Set<string>();
    const unknown: string[] = [];
    for (const name of written) {
      const place = this.knownPlace(name.replace(GOVERNMENT, "")) ?? this.knownPlace(name);
      if (EVERY_PLACE.test(name) && this.places.length > 0) for (const each of this.places) ids.add(each.id);
      else if (place) ids.add(place.id);
      else if (found(this.departments, name) || (AUTHORITY_ENDING.test(name) && !NO_UNIT.test(name)))
        ids.add(this.department(name));
      else unknown.push(name);
    }
    ids.delete(lead);
    return { ids: [...ids], unknown };
  }

  private knownPlace(written: string): Named | undefined {
    const wanted = normaliseName(written);
    const known = found(this.places, written);
    if (known) return known;
    const short = this.places.filter(({ name }) =>
      shortNames(name, this.region).some((each) => normaliseName(each) === wanted),
    );
    return short.length === 1 ? short[0] : undefined;
  }
}

/** Of several units the first leads. */
export const leadOf = (departments: string): string => departments.split("、")[0] ?? departments;

function found<Entry extends Named>(entries: readonly Entry[], written: string): Entry | undefined {
  const wanted = normaliseName(written);
  return entries.find((each) => [each.name, ...(each.aliases ?? [])].some((one) => normaliseName(one) === wanted));
}

function freeId(stem: string, entries: readonly Named[]): string {
  const ids = new Set(entries.map(({ id }) => id));
  let serial = entries.length + 1;
  while (ids.has(`${stem}-${serial}`)) serial++;
  return `${stem}-${serial}`;
}
