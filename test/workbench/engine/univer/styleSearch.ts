/**
 * Looks are found by what they say. Univer keeps one entry a look, and where a look's parts come in another order than they were kept in it
 * compares it with every entry there is: restyling a sheet cell by cell spent most of its time on that.
 */
import type { IStyleData, Nullable, Styles } from "@univerjs/core";

/** What of Univer's table of looks is not public. */
interface LooksTable {
  _getExistingStyleId(look: Nullable<IStyleData>): string | null;
}

/** A look as text, the same whatever order its parts come in. */
const spelled = (look: unknown): string =>
  JSON.stringify(look, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );

/** From now on a workbook's looks are found without comparing them one by one. */
export function findLooksByContent(styles: Styles): void {
  const ids = new Map<string, string>();
  let isWhole = false;
  const note = (id: string, look: unknown): void => {
    const said = spelled(look);
    if (!ids.has(said)) ids.set(said, id);
  };
  const search = (look: unknown): string | null => {
    if (!isWhole) styles.each(([id, each]) => note(id, each));
    isWhole = true;
    const said = spelled(look);
    const id = ids.get(said);
    if (id === undefined || spelled(styles.get(id)) === said) return id ?? null;
    // It was given up: all that stand are looked at anew.
    ids.clear();
    isWhole = false;
    return search(look);
  };
  (styles as unknown as LooksTable)._getExistingStyleId = search;
  const add = styles.add.bind(styles);
  styles.add = (look, text) => {
    const id = add(look, text);
    note(id, look);
    return id;
  };
  const addCustom = styles.addCustomStyle.bind(styles);
  styles.addCustomStyle = (id, look) => {
    addCustom(id, look);
    note(id, look);
  };
}
