import embedded from "../../assets/catalogs/jingzhou-2024.json";
import { CatalogIndex } from "../../src/core/catalog";
import { validateCatalog } from "../../src/core/loadCatalog";
import { en } from "../../src/strings/en";
import { zh } from "../../src/strings/zh";
import { targetInShort } from "../../src/taskpane/targetWords";

const index = new CatalogIndex(validateCatalog(embedded));

describe("a target in few words", () => {
  it.each([
    ["农业农村局", "粮食产量", "不低于90亿斤", "at least 90亿斤"],
    ["经信局", "工业增加值增速", "9%左右", "9% or so"],
    ["教育局", "新增学位", "8,310个", "8,310个"],
    ["税务局", "降低企业成本措施", "待确认", "unconfirmed"],
    ["发改委", "新开工亿元以上项目", "超过去年", "more than last year"],
    ["住建局", "危旧房屋改造覆盖率", "全覆盖", "complete coverage"],
    ["教育局", "举办全市高中生运动会", "按期办成", "to be done in time"],
  ])("shows %s %s as %s", (department, indicator, chinese, english) => {
    const commitment = index.find(department, indicator);
    expect(targetInShort(index, commitment, zh)).toBe(chinese);
    expect(targetInShort(index, commitment, en)).toBe(english);
  });

  it("has words for every commitment", () => {
    for (const commitment of index.catalog.commitments) expect(targetInShort(index, commitment, zh)).not.toBe("");
  });
});
