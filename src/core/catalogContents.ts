/** What a catalog holds, by id: commitments, the places' parts of them, who leads and who helps. */
import { CatalogError } from "./errors";
import { PART_OF, partAsCommitment, totalInPlace, type PlacePart } from "./places";
import { normaliseName } from "./text";
import type { Catalog, Commitment, Department, Place } from "./types";

/**
 * A department or a place and its commitments; names are indexed at the first question, so that a country's catalog opens quickly.
 * What it helps others with is found after its own.
 */
export interface Entry {
  readonly owner: Department | Place;
  readonly isPlace: boolean;
  readonly commitments: Commitment[];
  readonly supported: Commitment[];
  byName: ReadonlyMap<string, Commitment | readonly Commitment[]> | null;
}

/** A catalog's commitments and owners by their ids. */
export class CatalogContents {
  protected readonly departments = new Map<string, Entry>();
  protected readonly places = new Map<string, Entry>();
  private readonly placeParts = new Map<Commitment, PlacePart>();
  private partsByPlace: ReadonlyMap<string, ReadonlyMap<Commitment, Commitment>> | null = null;
  private ids: ReadonlyMap<string, Commitment> | null = null;

  /** @param catalog a validated catalog, see {@link validateCatalog} */
  constructor(readonly catalog: Catalog) {
    for (const department of catalog.departments) this.departments.set(department.id, entryOf(department, false));
    for (const place of catalog.places ?? []) this.places.set(place.id, entryOf(place, true));
    let entry: Entry | undefined;
    for (const commitment of catalog.commitments) {
      if (entry?.owner.id !== commitment.department) entry = this.departments.get(commitment.department);
      entry?.commitments.push(commitment);
      for (const supporter of commitment.supporting ?? []) this.entryWith(supporter)?.supported.push(commitment);
    }
  }

  /** The commitment with an id, or undefined; JZ2024-012@songzi is a place's part of it. */
  withId(id: string): Commitment | undefined {
    this.ids ??= new Map(this.catalog.commitments.map((commitment) => [commitment.id, commitment]));
    const known = this.ids.get(id) ?? this.ids.get(normaliseName(id).toUpperCase());
    if (known || !id.includes(PART_OF)) return known;
    const [whole, place = ""] = id.split(PART_OF);
    const found = this.ids.get(whole ?? "");
    return found && (this.partIn(found, place) ?? undefined);
  }

  /** A place's part of a commitment, as a commitment of its own; null where none was set. @param place the place's id */
  partIn(whole: Commitment, place: string): Commitment | null {
    return this.inPlaces().get(place)?.get(whole) ?? null;
  }

  /** Which promise a place's part belongs to; null for a promise that is no part. */
  placePart(commitment: Commitment): PlacePart | null {
    return this.placeParts.get(commitment) ?? null;
  }

  /** The commitments of a department, or a place's parts, in the catalog's order. @param id its id in the catalog */
  commitmentsOf(id: string): readonly Commitment[] {
    if (this.places.has(id)) this.inPlaces();
    return this.entryWith(id)?.commitments ?? [];
  }

  /** The commitments that a department or a place helps with (配合), in the catalog's order. @param id its id */
  supportedBy(id: string): readonly Commitment[] {
    return this.entryWith(id)?.supported ?? [];
  }

  /** The department that made a commitment; of a place's part the place. */
  departmentOf(commitment: Commitment): Department | Place {
    return this.placePart(commitment)?.place ?? this.leadOf(commitment);
  }

  /** The department that leads a commitment and reports on it (牵头). */
  leadOf(commitment: Commitment): Department {
    const entry = this.departments.get(commitment.department);
    if (!entry) throw new CatalogError("departmentNotFound", { department: commitment.department, nearest: [] });
    return entry.owner;
  }

  /** The names of those who help with a commitment (配合). */
  supportersOf(commitment: Commitment): readonly string[] {
    const ids = this.placePart(commitment)?.whole.supporting ?? commitment.supporting ?? [];
    return ids.flatMap((id) => this.entryWith(id)?.owner.name ?? []);
  }

  /** What a declared total adds up, or the commitment itself. */
  partsOf(commitment: Commitment): readonly Commitment[] {
    return commitment.sumOf ? commitment.sumOf.flatMap((id) => this.withId(id) ?? []) : [commitment];
  }

  /** All parts by place: worked out at the first question after a place. */
  protected inPlaces(): ReadonlyMap<string, ReadonlyMap<Commitment, Commitment>> {
    if (this.partsByPlace) return this.partsByPlace;
    const byPlace = new Map<string, Map<Commitment, Commitment>>();
    this.partsByPlace = byPlace;
    for (const { id } of this.catalog.places ?? []) byPlace.set(id, new Map());
    const keep = (whole: Commitment, place: Place, commitment: Commitment | null) => {
      if (!commitment) return;
      byPlace.get(place.id)?.set(whole, commitment);
      const part = whole.parts?.find((each) => each.place === place.id) ?? null;
      this.placeParts.set(commitment, { whole, place, part });
      this.places.get(place.id)?.commitments.push(commitment);
    };
    const split = this.catalog.commitments.filter(({ parts, sumOf }) => parts ?? sumOf);
    for (const place of this.catalog.places ?? []) {
      for (const whole of split) if (!whole.sumOf) keep(whole, place, partAsCommitment(whole, place));
      for (const total of split) {
        const parts = (total.sumOf ?? []).map((id) => {
          const part = this.withId(id);
          return (part && byPlace.get(place.id)?.get(part)) ?? null;
        });
        if (total.sumOf) keep(total, place, totalInPlace(total, parts, place));
      }
    }
    return byPlace;
  }

  private entryWith(id: string): Entry | undefined {
    return this.departments.get(id) ?? this.places.get(id);
  }
}

const entryOf = (owner: Department | Place, isPlace: boolean): Entry => ({
  owner,
  isPlace,
  commitments: [],
  supported: [],
  byName: null,
});
