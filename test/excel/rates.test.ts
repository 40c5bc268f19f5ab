/** A promise in so many among a hundred thousand, from its sentence to a ledger: built, judged and explained like any other. */
import { CatalogIndex } from "../../src/core/catalog";
import { buildLedger } from "../../src/excel/buildLedger";
import { cellsAround, goTo, selectedCall } from "../../src/excel/inspect";
import { session } from "../../src/excel/session";
import { importReport } from "../../src/importer/importReport";
import { catalogOf } from "../../src/importer/promise";
import { accept, startReview } from "../../src/importer/review";
import { LEDGER_NAME } from "../../src/sheets/ledger";
import { explainCell } from "../../src/sheets/tableExplanation";
import { closeWorkbooks, openForTheAddIn } from "./openForTheAddIn";

afterEach(() => {
  session.useEmbedded();
  closeWorkbooks();
});

/** The catalog of a sentence, every draft of it accepted. */
function catalogFrom(text: string) {
  const review = startReview(text, importReport(text, { year: 2024, department: "市卫健委" }), "报告");
  const accepted = review.items.reduce((done, _item, at) => accept(done, at), review);
  const facts = {
    region: "云江市",
    year: 2024,
    title: "云江市2024年",
    version: "1",
    sourceTitle: "报告",
    noteOf: () => "",
  };
  return new CatalogIndex(catalogOf(accepted, facts));
}

it.each([
  ["孕产妇死亡率控制在10/10万以内。", "9/10万", "12/10万", 9, 12],
  ["孕产妇死亡率控制在10/10万以内。", 8.5, "0.15‰", 8.5, 15],
  ["婴儿死亡率控制在3.5‰以内。", "3.1‰", "480/10万", 3.1, 4.8],
  ["5岁以下儿童死亡率控制在5.2/千人以内。", "4.9/千人", "65/万人", 4.9, 6.5],
])("%s %s keeps the limit, %s does not", async (sentence, good, bad, read, readBad) => {
  const workbook = await openForTheAddIn();
  session.useCatalog(catalogFrom(sentence));
  const { commitments } = session.index.catalog;
  const { indicator } = commitments[0]!;
  expect(commitments).toHaveLength(1);
  const every = session.index.catalog.departments.map(({ id }) => id);
  await workbook.run((context) => buildLedger(context, session.inForce(), every, "ask"));
  await workbook.type(`${LEDGER_NAME}!C3`, "2024Q4");
  const judged = async (typed: string | number) => {
    await workbook.type(`${LEDGER_NAME}!J6`, typeof typed === "string" ? `'${typed}` : typed);
    await workbook.idle();
    return { latest: workbook.cell(`${LEDGER_NAME}!L6`).value, status: workbook.cell(`${LEDGER_NAME}!P6`).value };
  };
  await workbook.idle();
  const [unit, figure] = ["D6", "E6"].map((address) => workbook.cell(`${LEDGER_NAME}!${address}`).value);
  expect(commitments[0]).toMatchObject({ target: { comparator: "atMost", value: figure, unit } });
  expect(await judged(good)).toEqual({ latest: read, status: "已完成" });
  const said = await workbook.run(async (context) => {
    await goTo(context, { sheet: LEDGER_NAME, address: "P6" });
    const { cell } = await selectedCall(context);
    return explainCell(session.index, session.rules, (await cellsAround(context, cell))!, cell)!.why;
  });
  expect(said).toContain("已完成");
  expect(said).toContain(String(read));
  expect(await judged(bad)).toEqual({ latest: readBad, status: "严重滞后" });
  expect(await judged("9个")).toMatchObject({ status: "无法核验" });
  await workbook.type("Sheet1!A1", `=TARGET.STATUS("卫健委","${indicator}","${bad}","2024Q4")`);
  await workbook.idle();
  expect(workbook.cell("Sheet1!A1").value).toBe("严重滞后");
});
