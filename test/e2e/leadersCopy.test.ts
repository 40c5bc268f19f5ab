/** What the leader gets: a sheet that opens without the add-in, with the same words and colours. */
import { shareWorkbench } from "./workbenchPage";

describe.each(["2021", "365"])("in Office %s", (office) => {
  const workbench = shareWorkbench({ query: `?office=${office}`, viewport: { width: 1900, height: 860 } });

  it("the leader's copy stays whole on a computer without the add-in, where the ledger does not", async () => {
    const { page } = workbench;
    const pane = page.frameLocator("iframe");
    const idle = () => page.evaluate(() => window.workbench.idle());
    const setCell = (address: string, value: string | number) =>
      page.evaluate(([at, put]) => window.workbench.setCell(at, put), [address, value] as const);
    const getCell = (address: string) => page.evaluate((at) => window.workbench.getCell(at), address);

    await page.evaluate(() => window.workbench.clickRibbon("BuildLedger"));
    await pane.getByLabel(/市教育局/).check();
    await pane.getByRole("button", { name: "生成台账" }).click();
    await idle();
    await setCell("台账!C3", "2024Q2");
    await setCell("台账!H6", 3200);
    await setCell("台账!H7", 1);
    await idle();
    await page.evaluate(() => window.workbench.clickRibbon("LeadersCopy"));
    await idle();
    await pane.getByText(/^已生成“台账（领导版）”。/).waitFor();
    await workbench.screenshot(`leaders-copy-${office}`);
    /** Target, figure, gap, status and light of a row, and the status below: in the copy one column earlier, since nobody fills it in. */
    const seen = async (sheet: "台账" | "台账（领导版）") => {
      const verdicts = sheet === "台账" ? ["O6", "P6", "Q6", "P7"] : ["N6", "O6", "P6", "O7"];
      return Promise.all(["E6", "H6", ...verdicts].map((address) => getCell(`${sheet}!${address}`)));
    };
    const shown = (cells: Awaited<ReturnType<typeof seen>>) =>
      cells.map(({ text, fill, fontColor }) => ({ text, fill, fontColor }));
    const before = shown(await seen("台账（领导版）"));
    // Where people type, the ledger is tinted and the copy is not.
    const inLedger = shown(await seen("台账")).map((cell, at) => (at === 1 ? { ...cell, fill: "#FFFFFF" } : cell));
    expect(before).toEqual(inLedger);
    expect(before.map(({ text }) => text)).toEqual(["5,970个", "3,200", "超215个", "达进度", "◆", "严重滞后"]);

    await page.evaluate(() => window.workbench.withoutAddIn(true));
    await setCell("台账!C3", "2024Q3");
    await setCell("台账!B6", "教育局");
    await setCell("台账（领导版）!C3", "2024Q3");
    await idle();
    expect((await getCell("台账!E6")).text).toBe("#NAME?");
    expect(shown(await seen("台账（领导版）"))).toEqual(before);
  });
});
