/** What all objects of the model share. */
import type { Host } from "./host";

/** Stands for "there is none" where Excel answers with a null object. */
export const NULL_OBJECT = Symbol("null object");
export type NullObject = typeof NULL_OBJECT;

/**
 * An object of Excel's API. Its members carry the public names of @types/office-js; the batch looks every name up in the generated
 * table before it touches the object, so a member must be public in Excel to be reachable, and only members written here answer.
 */
export abstract class OfficeObject {
  abstract readonly className: string;
  /** Given out by `_KeepReference`, so that a later request can find this very object. */
  referenceId: string | null = null;

  constructor(readonly host: Host) {}

  /** What Excel tells about an object when it is made: the key by which later requests address it. */
  identity(): Record<string, unknown> {
    return {};
  }
}

/** A collection answers `items` and is addressed by key. */
export abstract class OfficeCollection<Item extends OfficeObject> extends OfficeObject {
  abstract get items(): Item[];
  /** `collection.getItem(key)` travels as an index. */
  abstract getItem(key: unknown): Item;
}
