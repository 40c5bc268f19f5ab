/** What the sheet 承诺目录 holds besides rows of commitments: lists in rows with a mark, and names that stand for ids. */
import { normaliseName } from "../core/text";
import type { Catalog } from "../core/types";
import type { Book } from "./catalogColumns";

export const MARKS = {
  documents: "#文件",
  departments: "#单位",
  places: "#县市区",
  facts: "#事实",
  corrections: "#更正",
  setAside: "#搁置",
} as const;
export type Listed = keyof typeof MARKS;
export const ABOUT = "#目录"; // what no cell of the head holds
export const GOES_ON = "#续";
export const LISTS = Object.keys(MARKS) as Listed[];

/** The names that stand in columns, and the ids behind them. */
export function bookOf({ departments, documents, year }: Pick<Catalog, "departments" | "documents" | "year">): Book {
  const only = <T extends { id: string }>(all: readonly T[], nameOf: (one: T) => string) => {
    const ids = new Map<string, string | null>();
    for (const one of all) {
      const name = normaliseName(nameOf(one));
      ids.set(name, ids.has(name) ? null : one.id);
    }
    return (name: string) => ids.get(normaliseName(name)) ?? null;
  };
  return {
    year,
    departmentNamed: only(departments, ({ name }) => name),
    documentNamed: only(documents, ({ title }) => title),
    departmentName: new Map(departments.map(({ id, name }) => [id, name])),
    documentTitle: new Map(documents.map(({ id, title }) => [id, title])),
  };
}
