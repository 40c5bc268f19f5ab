/** What pictures need of the workbench: a pane of a given size, and everything drawn. */
import type { Page } from "playwright-core";

/** Makes the pane this large, in pixels; null: as large as its place. */
export async function paneOf(
  page: Page,
  size: { readonly width: number; readonly height: number } | null,
): Promise<void> {
  await page.locator("iframe").evaluate((frame, to) => {
    Object.assign(
      frame.style,
      to
        ? { width: `${to.width}px`, height: `${to.height}px`, minWidth: "0", flex: "none" }
        : { width: "", height: "", minWidth: "", flex: "" },
    );
  }, size);
}

/** All that was asked for is done, and the frame after the next begins. */
export async function asDrawn(page: Page): Promise<void> {
  await page.evaluate(() => window.workbench.idle());
  await page.mouse.move(0, 0); // nothing is lit because the mouse rests on it
  await page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
  });
}
