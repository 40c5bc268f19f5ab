/** Where Univer draws the cells of the sheet that is shown, in pixels of the screen. */
import { IUniverInstanceService, UniverInstanceType, type Univer, type Workbook } from "@univerjs/core";
import { IRenderManagerService, SheetSkeletonManagerService } from "@univerjs/preset-sheets-core";
import { UNIT } from "../engine/univer/univerEngine";
import type { GridPane, GridView } from "./chartLayer";

/** Univer's name for the part of the grid that scrolls both ways. */
const MAIN_VIEWPORT = "viewMain";

/** The grid's panes; their pixels count from the corner of `corner`, the element the grid is drawn in. */
export function gridView(univer: Univer, corner: HTMLElement): GridView {
  const injector = univer.__getInjector();
  return {
    panes: () => {
      const drawn = injector.get(IRenderManagerService).getRenderById(UNIT);
      const skeleton = drawn?.with(SheetSkeletonManagerService).getCurrentSkeleton();
      const main = drawn?.scene.getViewport(MAIN_VIEWPORT);
      const sheet = injector
        .get(IUniverInstanceService)
        .getUnit<Workbook>(UNIT, UniverInstanceType.UNIVER_SHEET)
        ?.getActiveSheet();
      const canvas = corner.querySelector("canvas[id*='univer-sheet-main-canvas']")?.getBoundingClientRect();
      if (!drawn || !skeleton || !main || !sheet || !canvas) return [];
      const zoom = drawn.scene.getAncestorScale().scaleX;
      const { startRow, startColumn, xSplit, ySplit } = sheet.getFreeze();
      const first = skeleton.getNoMergeCellWithCoordByIndex(
        Math.max(0, startRow - ySplit),
        Math.max(0, startColumn - xSplit),
        false,
      );
      const free = skeleton.getNoMergeCellWithCoordByIndex(Math.max(0, startRow), Math.max(0, startColumn), false);
      const place = corner.getBoundingClientRect();
      const across = strips({
        begin: canvas.left - place.left,
        end: canvas.right - place.left,
        heading: skeleton.rowHeaderWidthAndMarginLeft,
        frozenFrom: first.startX,
        frozenTo: xSplit > 0 ? free.startX : first.startX,
        scroll: main.viewportScrollX,
        zoom,
      });
      const down = strips({
        begin: canvas.top - place.top,
        end: canvas.bottom - place.top,
        heading: skeleton.columnHeaderHeightAndMarginTop,
        frozenFrom: first.startY,
        frozenTo: ySplit > 0 ? free.startY : first.startY,
        scroll: main.viewportScrollY,
        zoom,
      });
      return down.flatMap((row) =>
        across.map((column): GridPane => ({
          left: column.begin,
          width: column.size,
          originLeft: column.origin,
          top: row.begin,
          height: row.size,
          originTop: row.origin,
          zoom,
        })),
      );
    },
  };
}

interface Side {
  readonly begin: number;
  readonly end: number;
  /** The rest in the sheet's own pixels. */
  readonly heading: number;
  readonly frozenFrom: number;
  readonly frozenTo: number;
  readonly scroll: number;
  readonly zoom: number;
}

interface Strip {
  readonly begin: number;
  readonly size: number;
  readonly origin: number;
}

/** What stands still beside the heading, if anything, and what scrolls. */
function strips({ begin, end, heading, frozenFrom, frozenTo, scroll, zoom }: Side): Strip[] {
  const cells = begin + heading * zoom;
  const free = cells + (frozenTo - frozenFrom) * zoom;
  const frozen: Strip = { begin: cells, size: free - cells, origin: -frozenFrom * zoom };
  // What scrolls is moved against the heading, the frozen part included.
  const origin = cells - scroll * zoom - free;
  const scrolling: Strip = { begin: free, size: Math.max(0, end - free), origin };
  return frozen.size > 0 ? [frozen, scrolling] : [scrolling];
}
