/** How a sheet is printed. Kept, and shown nowhere: the workbench has no printer. */
import { addressOf } from "../../engine/address";
import type { Area } from "../../engine/engine";
import { invalid } from "../errors";
import { flag, integer, number, record, text, word } from "./check";
import type { Host } from "./host";
import { NULL_OBJECT, OfficeObject, type NullObject } from "./object";
import { Range } from "./range";

const POINTS_PER_INCH = 72;
const POINTS_PER_CENTIMETRE = POINTS_PER_INCH / 2.54;

export interface PageSetup {
  plain: Record<string, unknown>;
  zoom: Record<string, number>;
  printArea: Area | null;
  titleRows: Area | null;
  titleColumns: Area | null;
  headersFooters: Record<string, Record<string, string>>;
  headersFootersState: Record<string, unknown>;
}

const freshSetup = (): PageSetup => ({
  plain: {
    orientation: "Portrait",
    paperSize: "A4",
    blackAndWhite: false,
    printErrors: "AsDisplayed",
    centerHorizontally: false,
    centerVertically: false,
    printHeadings: false,
    printGridlines: false,
    printComments: "NoComments",
    draftMode: false,
    firstPageNumber: "",
    printOrder: "DownThenOver",
    leftMargin: 0.7 * POINTS_PER_INCH,
    rightMargin: 0.7 * POINTS_PER_INCH,
    topMargin: 0.75 * POINTS_PER_INCH,
    bottomMargin: 0.75 * POINTS_PER_INCH,
    headerMargin: 0.3 * POINTS_PER_INCH,
    footerMargin: 0.3 * POINTS_PER_INCH,
  },
  zoom: { scale: 100 },
  printArea: null,
  titleRows: null,
  titleColumns: null,
  headersFooters: {},
  headersFootersState: { state: "Default", useSheetMargins: true, useSheetScale: true },
});

/** Properties that are kept as they are, once they are of the right kind. */
const PLAIN: Record<string, (value: unknown, name: string) => unknown> = {
  orientation: (value, name) => word(value, ["Portrait", "Landscape"], name),
  paperSize: (value, name) => text(value, name),
  blackAndWhite: flag,
  printErrors: (value, name) => word(value, ["AsDisplayed", "Blank", "Dash", "NotAvailable"], name),
  centerHorizontally: flag,
  centerVertically: flag,
  printHeadings: flag,
  printGridlines: flag,
  printComments: (value, name) => word(value, ["NoComments", "EndSheet", "InPlace"], name),
  draftMode: flag,
  firstPageNumber: (value, name) => (value === "" ? value : integer(value, name, 1)),
  printOrder: (value, name) => word(value, ["DownThenOver", "OverThenDown"], name),
  leftMargin: (value, name) => number(value, name, 0),
  rightMargin: (value, name) => number(value, name, 0),
  topMargin: (value, name) => number(value, name, 0),
  bottomMargin: (value, name) => number(value, name, 0),
  headerMargin: (value, name) => number(value, name, 0),
  footerMargin: (value, name) => number(value, name, 0),
};

export class PageLayout extends OfficeObject {
  readonly className = "PageLayout";

  constructor(
    host: Host,
    private readonly sheet: string,
  ) {
    super(host);
  }

  get setup(): PageSetup {
    return (this.host.record(this.sheet).pageSetup ??= freshSetup());
  }

  get zoom(): Record<string, number> {
    return this.setup.zoom;
  }
  set zoom(value: unknown) {
    const zoom = record(value, ["horizontalFitToPages", "scale", "verticalFitToPages"], "zoom");
    const given = Object.entries(zoom).filter(([, each]) => each !== null && each !== undefined);
    if (!given.length) throw invalid("zoom needs scale or pages to fit");
    const checked = Object.fromEntries(
      given.map(([key, each]) => [
        key,
        key === "scale" ? integer(each, "scale", 10, 400) : integer(each, key, 0, 32_767),
      ]),
    );
    if ("scale" in checked && Object.keys(checked).length > 1)
      throw invalid("zoom takes a scale or pages to fit, not both");
    this.setup.zoom = checked;
  }

  get headersFooters(): HeaderFooterGroup {
    return new HeaderFooterGroup(this.host, this);
  }

  private rangeOf(value: unknown): Area {
    const range = Range.from(this.host, value, this.sheet);
    if (range.area.sheet !== this.sheet) throw invalid("the range is on another sheet");
    return range.area;
  }

  setPrintArea(area: unknown): void {
    this.setup.printArea = this.rangeOf(area);
  }
  setPrintTitleRows(rows: unknown): void {
    const area = this.rangeOf(rows);
    this.setup.titleRows = new Range(this.host, area).getEntireRow().area;
  }
  setPrintTitleColumns(columns: unknown): void {
    const area = this.rangeOf(columns);
    this.setup.titleColumns = new Range(this.host, area).getEntireColumn().area;
  }
  getPrintTitleRowsOrNullObject(): Range | NullObject {
    return this.setup.titleRows ? new Range(this.host, this.setup.titleRows) : NULL_OBJECT;
  }
  getPrintTitleColumnsOrNullObject(): Range | NullObject {
    return this.setup.titleColumns ? new Range(this.host, this.setup.titleColumns) : NULL_OBJECT;
  }

  setPrintMargins(unit: unknown, margins: unknown): void {
    const points = { Points: 1, Inches: POINTS_PER_INCH, Centimeters: POINTS_PER_CENTIMETRE }[
      word(unit, ["Points", "Inches", "Centimeters"], "the unit")
    ];
    const given = record(margins, ["bottom", "footer", "header", "left", "right", "top"], "the margins");
    for (const [side, value] of Object.entries(given))
      if (value !== null && value !== undefined) this.setup.plain[`${side}Margin`] = number(value, side, 0) * points;
  }

  /** What the sheet's print settings amount to, in words, for tests and the curious. */
  describe(): string {
    const { plain, printArea, titleRows, zoom } = this.setup;
    const parts = [String(plain.orientation), String(plain.paperSize), JSON.stringify(zoom)];
    if (printArea) parts.push(`area ${addressOf(printArea)}`);
    if (titleRows) parts.push(`titles ${addressOf(titleRows)}`);
    return parts.join(", ");
  }
}

for (const [name, check] of Object.entries(PLAIN))
  Object.defineProperty(PageLayout.prototype, name, {
    get(this: PageLayout) {
      return this.setup.plain[name];
    },
    set(this: PageLayout, value: unknown) {
      this.setup.plain[name] = check(value, name);
    },
  });

const PAGES = ["defaultForAllPages", "evenPages", "firstPage", "oddPages"] as const;
const PARTS = ["centerFooter", "centerHeader", "leftFooter", "leftHeader", "rightFooter", "rightHeader"] as const;

export class HeaderFooterGroup extends OfficeObject {
  readonly className = "HeaderFooterGroup";

  constructor(
    host: Host,
    private readonly layout: PageLayout,
  ) {
    super(host);
  }

  page(name: string): HeaderFooter {
    return new HeaderFooter(this.host, this.layout, name);
  }

  get state(): unknown {
    return this.layout.setup.headersFootersState.state;
  }
  set state(value: unknown) {
    this.layout.setup.headersFootersState.state = word(
      value,
      ["Default", "FirstAndDefault", "OddAndEven", "FirstOddAndEven"],
      "state",
    );
  }
  get useSheetMargins(): unknown {
    return this.layout.setup.headersFootersState.useSheetMargins;
  }
  set useSheetMargins(value: unknown) {
    this.layout.setup.headersFootersState.useSheetMargins = flag(value, "useSheetMargins");
  }
  get useSheetScale(): unknown {
    return this.layout.setup.headersFootersState.useSheetScale;
  }
  set useSheetScale(value: unknown) {
    this.layout.setup.headersFootersState.useSheetScale = flag(value, "useSheetScale");
  }
}

for (const name of PAGES)
  Object.defineProperty(HeaderFooterGroup.prototype, name, {
    get(this: HeaderFooterGroup) {
      return this.page(name);
    },
  });

export class HeaderFooter extends OfficeObject {
  readonly className = "HeaderFooter";

  constructor(
    host: Host,
    private readonly layout: PageLayout,
    private readonly page: string,
  ) {
    super(host);
  }

  get texts(): Record<string, string> {
    return (this.layout.setup.headersFooters[this.page] ??= {});
  }
}

for (const name of PARTS)
  Object.defineProperty(HeaderFooter.prototype, name, {
    get(this: HeaderFooter) {
      return this.texts[name] ?? "";
    },
    set(this: HeaderFooter, value: unknown) {
      // 255 characters are all of a header's three parts may have together.
      const written = text(value, name);
      if (written.length > 255) throw invalid("a header has at most 255 characters");
      this.texts[name] = written;
    },
  });
