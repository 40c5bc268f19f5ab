/** What the compiled validator says of the first thing that is not as the schema wants it. */
export interface ShapeError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params?: Record<string, unknown>;
}
/** Whether a parsed JSON value has the shape of a catalog; `errors` tells why the last one had not. Generated: `npm run generate`. */
declare function isCatalogShape(value: unknown): boolean;
declare namespace isCatalogShape {
  let errors: ShapeError[] | null | undefined;
}
export default isCatalogShape;
