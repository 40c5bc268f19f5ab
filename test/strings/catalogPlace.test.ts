/** Where a catalog is wrong is told in words, in both languages. */
import { CatalogSchema } from "../../src/core/catalogSchema";
import { CatalogError } from "../../src/core/errors";
import { catalogPlace } from "../../src/strings/catalogPlace";
import { catalogPlaceInEnglish } from "../../src/strings/catalogPlaceEnglish";
import { errorSentence, useLanguage } from "../../src/strings/strings";

afterEach(async () => {
  await useLanguage("zh-CN");
});

it.each([
  ["/", "整份目录", "the whole catalog"],
  ["/title", "标题", "title"],
  ["/commitments/3/target/unit", "第4项承诺的目标的单位", "unit of the target of commitment 4"],
  ["/departments/0/aliases/2", "第1项部门的第3项别名", "alias 3 of department 1"],
  ["/commitments/0/annualTargets/2025", "第1项承诺的年度目标的“2025”", "“2025” of the annual targets of commitment 1"],
  ["/commitments/1/xyz", "第2项承诺的“xyz”", "“xyz” of commitment 2"],
])("%s is %s", (path, chinese, english) => {
  expect(catalogPlace(path)).toBe(chinese);
  expect(catalogPlaceInEnglish(path)).toBe(english);
});

it("every field of a catalog has its word", () => {
  const unnamed = new Set<string>();
  const look = (part: unknown): void => {
    if (typeof part !== "object" || part === null) return;
    for (const [key, inner] of Object.entries(part)) {
      if (key === "properties")
        for (const field of Object.keys(inner as object))
          if (`${catalogPlace(`/${field}`)}${catalogPlaceInEnglish(`/${field}`)}`.includes("“") && field !== "$schema")
            unnamed.add(field);
      look(inner);
    }
  };
  look(JSON.parse(JSON.stringify(CatalogSchema)));
  expect([...unnamed]).toEqual([]);
});

it.each([
  ["tooSlow", "30秒", "it was not read within 30 seconds and may do harm; reading was ended"],
  ["tooLarge", "400万字", "it is too large; the most is 4,000,000 characters"],
  ["tooLarge", "500页", "it is too large; the most is 500 pages"],
  ["tooLarge", "30 MB", "it is too large; the most is 30 MB"],
  ["tooComplex", "200万", "it holds more than 2,000,000 elements and may do harm"],
] as const)("a limit is told in English: %s %s", async (reason, limit, told) => {
  await useLanguage("en-US");
  expect(errorSentence(new CatalogError("documentRefused", { name: "a.pdf", reason, limit }))).toBe(
    `“a.pdf” was not read: ${told}.`,
  );
});
