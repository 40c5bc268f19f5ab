/** Every tab, form, list, question and card of the pane, one after the other, as a person comes to them. */
import type { Page } from "playwright-core";
import type { Catalog } from "../../src/core/types";
import { catalogFile } from "../core/jingzhou";

export interface Place {
  readonly name: string;
  /** Comes to it from the place before. */
  readonly reach: () => Promise<unknown>;
}

/** What a person's own table says that is marked. */
const OWN: readonly (readonly (string | number)[])[] = [
  ["责任单位", "指标名称", "单位", "全年目标", "1-6月"],
  ["市教育局", "新增学位", "个", 11000, 1200],
  ["市发改委", "粮食产量", "亿斤", 42, 20],
];
const REPORT =
  "市教育局：今年新增学位2340个，改造学校12所，力争新建幼儿园5所。市住建局：新建公园9个，改造农贸市场约12家，同比增长5%。";
const TABLE =
  "序号\t指标\t单位\t2026年目标\t牵头单位\n1\t新增学位\t个\t2340\t市教育局\n2\t污水管网\t公里\t50\t市住建局";
export const FURTHER_CATALOG = "/story/further.json";

/** A further catalog, and its next version, which another document contradicts. */
export function furtherCatalog(version: 1 | 2): Catalog {
  const file = catalogFile({
    kind: "flow",
    indicator: "新增学位",
    target: { comparator: "plain", value: 66 * version, unit: "个" },
  });
  const commitments = file.commitments.map((each) => ({
    ...each,
    id: "XY2024-001",
    source: { ...each.source, document: `report-${version}`, phrase: `新增学位${66 * version}个` },
  }));
  const documents = [1, 2].map((each) => ({ id: `report-${each}`, title: `襄阳市2024年第${each}次会议` }));
  return {
    ...file,
    id: "xiangyang-2024",
    title: "襄阳市2024年承诺",
    region: "襄阳市",
    version: String(version),
    documents,
    commitments,
  };
}

/**
 * The places in the order in which they are reached, in a workbook that is empty at first.
 * @param page the workbench, with a catalog in it that is split over places
 */
export function everyPlace(page: Page): Place[] {
  const pane = page.frameLocator("iframe");
  const idle = () => page.evaluate(() => window.workbench.idle());
  const put = (address: string, value: string | number) =>
    page.evaluate(([at, content]) => window.workbench.setCell(at, content), [address, value] as const);
  const tab = async (name: string) => {
    const opener = pane.locator(`#tab-${name}`);
    // What was said or opened there before is left.
    await opener.click();
    await opener.click();
    await pane.locator(`#panel-${name} > *`).first().waitFor({ state: "attached" });
    await idle();
  };
  const path = async (name: string) => {
    await tab("ledger");
    await pane.locator(`[data-path=${name}] button`).click();
    await idle();
  };
  const primary = (panel: string) => pane.locator(`#panel-${panel} button.primary:visible`).last().click();
  const search = async (typed: string) => {
    await tab("catalog");
    await pane.getByRole("searchbox").fill(typed);
    await idle();
  };
  const question = () => pane.locator(".question").waitFor();
  const serve = (version: 1 | 2) =>
    page.route(`**${FURTHER_CATALOG}`, (route) => route.fulfill({ body: JSON.stringify(furtherCatalog(version)) }));
  return [
    { name: "catalog", reach: () => tab("catalog") },
    { name: "catalog-department", reach: () => pane.locator("button.row.department").first().click() },
    { name: "search", reach: () => search("学位") },
    { name: "search-nothing", reach: () => search("新建学佐位") },
    {
      name: "card",
      reach: async () => {
        await search("技术改造");
        await pane.locator("button.row.commitment").first().click();
        await idle();
      },
    },
    { name: "insert", reach: () => pane.locator(".insert [aria-expanded]").click() },
    {
      name: "insert-all",
      reach: async () => {
        for (const each of await pane.locator(".insertForm fieldset input").all()) await each.check();
      },
    },
    {
      name: "correction",
      reach: async () => {
        await pane.locator(".correct button").click();
        await pane.locator("target-correction .settings").waitFor();
      },
    },
    { name: "ledger-none", reach: () => tab("ledger") },
    {
      name: "newLedger",
      reach: async () => {
        await path("newLedger");
        await pane.getByRole("checkbox").first().check();
      },
    },
    {
      name: "ledger",
      reach: async () => {
        await primary("ledger");
        await idle();
        await put("台账!C3", "2024Q2");
        await put("台账!H6", 3100);
        await put("台账!H7", 800);
        await idle();
      },
    },
    { name: "returns", reach: () => path("returns") },
    { name: "ownPromise", reach: () => path("ownPromise") },
    {
      name: "ownSheet",
      reach: async () => {
        for (const [row, cells] of OWN.entries())
          for (const [column, value] of cells.entries()) await put(`Sheet1!${"ABCDE".charAt(column)}${row + 1}`, value);
        await put("Sheet1!A8", '=TARGET("市教育居","新增学位")');
        await page.evaluate(() => window.workbench.select("Sheet1!A1"));
        await path("ownSheet");
      },
    },
    {
      name: "ownSheet-seen",
      reach: async () => {
        await pane
          .locator("#panel-ledger button.secondary:visible, #panel-ledger button.primary:visible")
          .first()
          .click();
        await idle();
        await pane.locator("#panel-ledger .settings").first().waitFor();
      },
    },
    {
      name: "ownSheet-marked",
      reach: async () => {
        await primary("ledger");
        await idle();
      },
    },
    {
      name: "places",
      reach: async () => {
        await path("places");
        await pane.getByRole("checkbox").first().check();
      },
    },
    {
      name: "split",
      reach: async () => {
        await pane.locator("#panel-ledger .actions button.secondary").click();
        await idle();
      },
    },
    {
      name: "summary",
      reach: async () => {
        await path("summary");
        await pane.locator(".circular").waitFor();
      },
    },
    {
      name: "question",
      reach: async () => {
        await path("summary");
        await question();
      },
    },
    {
      name: "made",
      reach: async () => {
        for (const each of ["copy", "scores", "freeze"]) await path(each);
        await tab("ledger");
      },
    },
    {
      name: "changes",
      reach: async () => {
        await put("台账!E6", "百");
        await path("update");
        await pane.locator(".changes, .message").first().waitFor();
      },
    },
    {
      name: "cell-wrong-elsewhere",
      reach: async () => {
        await tab("catalog");
        await page.evaluate(() => window.workbench.select("Sheet1!A8"));
        await pane.locator(".wrongCell button").first().waitFor();
      },
    },
    { name: "cell-wrong", reach: () => tab("cell") },
    {
      name: "cell-verdict",
      reach: async () => {
        await page.evaluate(() => window.workbench.select("台账!P6"));
        await pane.locator(".because").first().waitFor();
      },
    },
    {
      name: "cell-target",
      reach: async () => {
        await page.evaluate(() => window.workbench.select("台账!E7")); // E6 was typed over
        await pane.getByText("台账!E7", { exact: true }).waitFor();
        await pane.locator("#panel-cell .evidence .figure").first().waitFor();
      },
    },
    {
      name: "check",
      reach: async () => {
        await tab("check");
        await pane.locator("#panel-check .findings > *").first().waitFor();
      },
    },
    { name: "review", reach: () => tab("review") },
    {
      name: "review-table",
      reach: async () => {
        await pane.locator("#report").fill(TABLE);
        await primary("review");
        await pane.locator(".columns").first().waitFor();
      },
    },
    {
      name: "review-drafts",
      reach: async () => {
        await pane.locator("#panel-review button.link:visible").first().click();
        await pane.locator("#report").fill(REPORT);
        await primary("review");
        await pane.locator("li.draft.current").waitFor();
      },
    },
    {
      name: "review-correcting",
      reach: async () => {
        await pane.locator("li.draft.current").focus();
        await page.keyboard.press("e");
        await pane.locator(".correcting").waitFor();
      },
    },
    { name: "settings", reach: () => tab("settings") },
    { name: "environment", reach: () => pane.locator("target-environment button").first().click() },
    {
      name: "place-of-catalog",
      reach: async () => {
        await serve(1);
        await pane
          .locator("target-add-catalog input[type=text]")
          .first()
          .fill(new URL(FURTHER_CATALOG, page.url()).href);
        await pane.locator("target-add-catalog button.secondary").first().click();
        await question();
      },
    },
    {
      name: "catalogs",
      reach: async () => {
        await pane.locator(".question button").first().click();
        await pane.locator(".message.success").waitFor();
      },
    },
    {
      name: "decide",
      reach: async () => {
        await page.unroute(`**${FURTHER_CATALOG}`);
        await serve(2);
        await pane.locator(".row.catalog", { hasText: "襄阳" }).locator("button.secondary").first().click();
        await pane.locator("target-decide").waitFor();
      },
    },
    {
      name: "compared",
      reach: async () => {
        for (const field of await pane.locator("target-decide .settings input").all()) await field.fill("张三");
        await pane.locator("target-decide button.primary").click();
        await pane.locator(".changes").waitFor();
      },
    },
    {
      name: "compared-accepted",
      reach: async () => {
        await primary("settings");
        await pane.locator(".message.success").waitFor();
        await page.unroute(`**${FURTHER_CATALOG}`);
      },
    },
  ];
}
