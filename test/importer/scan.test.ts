/** The walk through a text against naive twins: what it finds by looking at one character must be all that its patterns find. */
import fc from "fast-check";
import { importReport } from "../../src/importer/importReport";
import { LEVELS, MARKED, VAGUE_FORMS, VERBS } from "../../src/importer/lexicon";
import { scan, VAGUE } from "../../src/importer/scan";
import { EndingList, WordList } from "../../src/importer/wordList";

const texts = fc
  .array(
    fc.constantFrom(
      ..."建设 公园 多个 多项 若干 若干所 一批 一批次 一系列 数十个 数百 几所 几十家 底 多 几 数 ， 。".split(" "),
    ),
    {
      maxLength: 30,
    },
  )
  .map((parts) => parts.join(""));

it("finds every word without a number that its forms describe", () => {
  const naive = (text: string) =>
    [...text.matchAll(new RegExp(VAGUE.source.replace(/^\^/, ""), "gu"))].map(({ index, 0: word }) => [index, word]);
  fc.assert(
    fc.property(texts, (text) => {
      const found = scan(text).vague.map(({ start, end }) => [start, text.slice(start, end)]);
      expect(found).toEqual(naive(text));
    }),
  );
});

it.each(["若干个", "一批", "一系列", "数十个", "几所", "多个", "多项"])(
  "drafts 建设%s…公园 without a number",
  (word) => {
    expect(VAGUE_FORMS.some((form) => new RegExp(`^(?:${form})`, "u").test(`${word}口袋公园`))).toBe(true);
    expect(importReport(`建设${word}口袋公园。`, { year: 2026 }).drafts).toMatchObject([{ vague: true, phrase: word }]);
  },
);

describe("lists of words", () => {
  const words = [...VERBS, ...LEVELS, ...MARKED.flatMap((each) => each.words.split(" "))];
  const pieces = fc.array(fc.constantFrom(...words, "甲", "，", "3"), { maxLength: 8 }).map((parts) => parts.join(""));
  const longest = (found: readonly string[]) =>
    found.reduce<string | undefined>((best, word) => (word.length > (best?.length ?? 0) ? word : best), undefined);

  it("find the longest that begins at a place, as trying each would", () => {
    const list = new WordList(words.map((word) => [word, true] as const));
    fc.assert(
      fc.property(pieces, (text) => {
        for (let at = 0; at < text.length; at++)
          expect(list.at(text, at)?.word).toBe(longest(words.filter((word) => text.startsWith(word, at))));
      }),
    );
  });
  it("find the longest that ends at a place, as trying each would", () => {
    const list = new EndingList(words.map((word) => [word, true] as const));
    fc.assert(
      fc.property(pieces, (text) => {
        for (let end = 0; end <= text.length; end++) {
          const before = text.slice(0, end);
          expect(list.endOf(text, end)?.word).toBe(longest(words.filter((word) => before.endsWith(word))));
        }
      }),
    );
  });
});
