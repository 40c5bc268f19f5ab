import { contradictionsOf, neighboursOf } from "../../src/core/aroundCommitment";
import { CatalogIndex } from "../../src/core/catalog";
import { decided, revised } from "../../src/core/corrections";
import { jingzhou } from "./jingzhou";

const signed = { by: "张三", recorded: "2024-07-02", why: "常务会议第9次" };

it("shows the phrases of the same section before and after, and none of another speaker", () => {
  const index = jingzhou;
  const { commitments } = index.catalog;
  const at = (id: string) => commitments.findIndex((each) => each.id === id);
  const middle = index.withId("JZ2024-002")!;
  expect(neighboursOf(index, middle)).toEqual({
    before: commitments[at("JZ2024-001")]!.source.phrase,
    after: commitments[at("JZ2024-003")]!.source.phrase,
  });
  expect(neighboursOf(index, commitments[0]!).before).toBeNull();
  const first = commitments.find(
    ({ source }, place) => place > 0 && commitments[place - 1]!.source.section !== source.section,
  )!;
  expect(neighboursOf(index, first).before).toBeNull();
});

it("tells what another document said and what was corrected, and nothing of other commitments", () => {
  const { catalog } = jingzhou;
  const holds = catalog.commitments.find(({ id }) => id === "JZ2024-012")!;
  const loser = { ...holds, source: { ...holds.source, phrase: "新增学位6000个" } };
  const after = new CatalogIndex(
    revised(decided(catalog, holds, loser, signed), "JZ2024-012", { from: "2024-07-01", value: 5000 }, signed),
  );
  const told = contradictionsOf(after, holds);
  expect(told.setAside.map(({ commitment, why }) => [commitment.source.phrase, why])).toEqual([
    ["新增学位6000个", "常务会议第9次"],
  ]);
  expect(told.corrections.map(({ what, by }) => [what, by])).toEqual([["revised", "张三"]]);
  expect(contradictionsOf(after, catalog.commitments[0]!)).toEqual({ setAside: [], corrections: [] });
});
