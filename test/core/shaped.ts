/** A catalog of version 2 for tables of cases: 市教育局, 市发改委 and 市财政局 of 荆州市 with four places. */
import { CatalogIndex } from "../../src/core/catalog";
import { validateCatalog } from "../../src/core/loadCatalog";
import type { Catalog, Commitment } from "../../src/core/types";
import { catalogFile } from "./jingzhou";

export type Given = Partial<Commitment> & Pick<Commitment, "kind">;

export function shaped(...commitments: Given[]): CatalogIndex {
  return new CatalogIndex(validateCatalog(shapedFile(...commitments)));
}

export function shapedFile(...commitments: Given[]): Catalog {
  return {
    ...catalogFile(...commitments),
    schemaVersion: 2,
    departments: [
      { id: "education", name: "市教育局" },
      { id: "reform", name: "市发改委", aliases: ["发改委"] },
      { id: "finance", name: "市财政局" },
    ],
    places: [
      { id: "songzi", name: "松滋市", group: "县市" },
      { id: "gongan", name: "公安县", group: "县市" },
      { id: "shashi", name: "沙市区", group: "城区" },
      { id: "jingzhouqu", name: "荆州区", group: "城区" },
    ],
  };
}

export const amount = (value: number, unit = "亿元") => ({ comparator: "plain", value, unit }) as const;
