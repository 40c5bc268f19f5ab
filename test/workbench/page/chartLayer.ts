/** The charts of the sheet that is shown, drawn over its grid: they scroll and zoom with the cells and stay below the headings. */
import type { ChartRecord } from "../host/model/chartData";
import type { Host } from "../host/model/host";
import { drawChart } from "./chartDrawing";
import { pictureOf, placeOf, type ChartPlace } from "./chartPicture";

/** A part of the grid that scrolls as one; a sheet with frozen panes has up to four. Pixels of the screen, from the grid's corner. */
export interface GridPane {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Where the corner of the sheet's first cell is, seen from the pane's own corner. */
  readonly originLeft: number;
  readonly originTop: number;
  readonly zoom: number;
}

/** Where the sheet's cells are on the screen now. */
export interface GridView {
  panes(): GridPane[];
}

/** A chart as `window.workbench.charts()` tells of it. */
export interface ChartView {
  readonly sheet: string;
  readonly name: string;
  /** Excel's word, such as "ColumnStacked". */
  readonly type: string;
  readonly title: string | null;
  /** Pixels from the corner of the sheet's first cell. */
  readonly place: ChartPlace;
  readonly categories: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
}

export function chartsOf(host: Host): ChartView[] {
  return host.engine.sheets().flatMap((sheet) =>
    host.record(sheet.id).charts.map((chart): ChartView => {
      const { title, categories, series } = pictureOf(host, chart);
      return {
        sheet: sheet.name,
        name: chart.name,
        type: chart.type,
        title,
        place: placeOf(host, chart),
        categories,
        series: series.map(({ name, values }) => ({ name, values })),
      };
    }),
  );
}

export class ChartLayer {
  private readonly element = document.createElement("div");
  private isDue = false;
  /** What a chart looked like when it was drawn last, by its id. */
  private drawings = new Map<string, { place: ChartPlace; svg: string }>();
  private isStale = true;

  constructor(
    private readonly host: Host,
    private readonly view: GridView,
    private readonly grid: HTMLElement,
  ) {
    this.element.className = "charts";
    // Beside the grid and not in it: the grid's own page owns all that is inside.
    grid.after(this.element);
    // A chart shows its figures to a resting pointer; turning the wheel there scrolls the sheet.
    this.element.addEventListener("wheel", (event) => this.passOn(event), { passive: false });
  }

  /** The charts' cells may have changed. */
  changed(): void {
    this.isStale = true;
    this.moved();
  }

  /** The sheet was scrolled or zoomed, or another one is shown. Draws once before the next frame. */
  moved(): void {
    if (this.isDue) return;
    this.isDue = true;
    requestAnimationFrame(() => {
      this.isDue = false;
      this.draw();
    });
  }

  private get charts(): readonly ChartRecord[] {
    return this.host.record(this.host.engine.activeSheet()).charts;
  }

  private draw(): void {
    const { charts } = this;
    if (charts.length === 0) {
      this.drawings.clear();
      this.element.replaceChildren();
      return;
    }
    const isOther = charts.length !== this.drawings.size || charts.some(({ id }) => !this.drawings.has(id));
    if (this.isStale || isOther)
      this.drawings = new Map(
        charts.map((chart) => [
          chart.id,
          { place: placeOf(this.host, chart), svg: drawChart(pictureOf(this.host, chart)) },
        ]),
      );
    this.isStale = false;
    this.element.replaceChildren(...this.view.panes().flatMap((pane) => this.drawPane(pane)));
  }

  private drawPane(pane: GridPane): HTMLElement[] {
    const drawn = [...this.drawings].flatMap(([id, { place, svg }]) => {
      const left = pane.originLeft + place.left * pane.zoom;
      const top = pane.originTop + place.top * pane.zoom;
      const isSeen =
        left < pane.width &&
        top < pane.height &&
        left + place.width * pane.zoom > 0 &&
        top + place.height * pane.zoom > 0;
      if (!isSeen) return [];
      const chart = document.createElement("div");
      chart.className = "charts__chart";
      chart.dataset["chart"] = id;
      chart.style.transform = `translate(${left}px, ${top}px) scale(${pane.zoom})`;
      chart.innerHTML = svg;
      return [chart];
    });
    if (drawn.length === 0) return [];
    const element = document.createElement("div");
    element.className = "charts__pane";
    for (const side of ["left", "top", "width", "height"] as const) element.style[side] = `${pane[side]}px`;
    element.append(...drawn);
    return [element];
  }

  private passOn(event: WheelEvent): void {
    event.preventDefault();
    const { deltaX, deltaY, deltaMode, clientX, clientY, ctrlKey, shiftKey } = event;
    this.grid.querySelector("canvas[id*='univer-sheet-main-canvas']")?.dispatchEvent(
      new WheelEvent("wheel", {
        deltaX,
        deltaY,
        deltaMode,
        clientX,
        clientY,
        ctrlKey,
        shiftKey,
        bubbles: true,
        cancelable: true,
      }),
    );
  }
}
