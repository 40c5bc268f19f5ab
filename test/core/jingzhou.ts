import { CatalogIndex } from "../../src/core/catalog";
import { validateCatalog } from "../../src/core/loadCatalog";
import { CatalogError, type ErrorCode } from "../../src/core/errors";
import type { Catalog, Commitment } from "../../src/core/types";
import embedded from "../../assets/catalogs/jingzhou-2024.json";

/** The embedded catalog, indexed. */
export const jingzhou = new CatalogIndex(validateCatalog(embedded));

/** A catalog of one department (市教育局 of 荆州市, 2024) with these commitments. */
export function catalogOf(...commitments: (Partial<Commitment> & Pick<Commitment, "kind">)[]): CatalogIndex {
  return new CatalogIndex(validateCatalog(catalogFile(...commitments)));
}

/** The same, as it would stand in a file. */
export function catalogFile(...commitments: (Partial<Commitment> & Pick<Commitment, "kind">)[]): Catalog {
  return {
    schemaVersion: 1,
    id: "test-2024",
    title: "测试目录",
    region: "荆州市",
    year: 2024,
    version: "1",
    documents: [{ id: "report", title: "报告" }],
    departments: [{ id: "education", name: "市教育局" }],
    commitments: commitments.map((commitment, position) => ({
      id: `TT2024-${String(position + 1).padStart(3, "0")}`,
      department: "education",
      indicator: `指标${position + 1}`,
      modality: "stated",
      from: "2024-01-01",
      due: "2024-12-31",
      review: "confirmed",
      source: { document: "report", section: "一", phrase: "原文" },
      ...commitment,
    })),
  };
}

/** The first commitment of a catalog made by {@link catalogOf}. */
export function first(index: CatalogIndex): Commitment {
  const [commitment] = index.catalog.commitments;
  if (!commitment) throw new Error("the catalog is empty");
  return commitment;
}

/** The refusal a call ends in; fails where it answers. */
export function refusal(call: () => unknown): CatalogError {
  try {
    call();
  } catch (error) {
    if (error instanceof CatalogError) return error as CatalogError;
    throw error;
  }
  throw new Error("answered, though a refusal was expected");
}

/** The code of that refusal. */
export const refused = (call: () => unknown): ErrorCode => refusal(call).code;
