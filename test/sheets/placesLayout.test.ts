/** Where the county table's printed pages end: Excel fills them one after the other with whole columns, the places' names on each. */
import fc from "fast-check";
import { PLACE_COLUMN, placesLayout } from "../../src/sheets/placesLayout";

const shape = fc.record({ hasPledge: fc.boolean(), measure: fc.constantFrom("attainment" as const, "gap" as const) });

it("a page is full where an indicator ends", () => {
  fc.assert(
    fc.property(fc.array(shape, { minLength: 4, maxLength: 40 }), fc.boolean(), (shapes, hasGroups) => {
      const { widths, printed, pages, indicators } = placesLayout(9, hasGroups, shapes);
      const names = widths[PLACE_COLUMN]!;
      const begins = [0];
      let filled = names;
      for (let column = PLACE_COLUMN + 1; column < printed; column++) {
        if (filled + widths[column]! > pages.width + 0.5) {
          begins.push(column);
          filled = names;
        }
        filled += widths[column]!;
      }
      expect(begins).toHaveLength(pages.count);
      expect(filled).toBeCloseTo(pages.width, 3); // else a larger scale would fit as many pages, and break elsewhere
      const starts = indicators.map(({ target }) => target);
      expect(begins.slice(1)).toEqual(starts.filter((_, at) => at > 0 && at % 3 === 0));
      expect(pages.columns).toBe(begins[1]);
    }),
  );
});

it("three indicators stand on one page", () => {
  const { pages } = placesLayout(9, true, Array(3).fill({ hasPledge: false, measure: "gap" }));
  expect(pages.count).toBe(1);
});
