/** A promised fall reads 下降3.2% wherever people read it: in the sentence of TARGET.WHY as in the review and the evidence. */
import { reasonAnswer } from "../../src/core/answers";
import { CatalogIndex } from "../../src/core/catalog";
import { validateCatalog } from "../../src/core/loadCatalog";
import { RULES } from "../../src/core/status";
import { importReport } from "../../src/importer/importReport";
import { catalogOf } from "../../src/importer/promise";
import * as review from "../../src/importer/review";
import { reasonText } from "../../src/strings/reason";

const TEXT = "2026年主要目标：单位GDP能耗下降3.2%。";
const FACTS = {
  region: "云江市",
  year: 2026,
  title: "云江市2026年工作承诺",
  version: "2026-02-01",
  sourceTitle: "报告",
};

function why(actual: unknown): string {
  const given = review.startReview(TEXT, importReport(TEXT, { year: 2026, department: "市发改委" }), "报告");
  const index = new CatalogIndex(validateCatalog(catalogOf(review.accept(given, 0), FACTS)));
  const rules = RULES.standard;
  return reasonText(reasonAnswer(index, rules, index.find("市发改委", "单位GDP能耗增速"), { actual, asOf: "2026Q4" }));
}

it.each([
  [-3, "应下降3.2%,实际下降3%,"],
  [-3.4, "应下降3.2%,实际下降3.4%,"],
  [1, "应下降3.2%,实际增长1%,"],
])("says %d against a fall of 3.2", (actual, said) => {
  expect(why(actual)).toContain(said);
  expect(why(actual)).not.toMatch(/[-−]\d/u);
});
