/** What was understood of a document's tables, column by column, to be corrected before drafts are made. */
import { html, nothing, type TemplateResult } from "lit";
import type { Grid } from "../importer/grid";
import { isTableOfTasks } from "../importer/tableColumns";
import { withRole, type TableReading } from "../importer/tableHeader";
import { COLUMN_ROLES, type ColumnRole } from "../importer/tableWords";
import { strings } from "../strings/strings";
import { PaneElement } from "./paneElement";
import { actions, button, choice, heading, hint, type Drawn } from "./parts";

/** A document whose tables are being looked at. */
export interface TablesFound {
  readonly name: string;
  readonly text: string;
  readonly grids: readonly Grid[];
  readonly readings: readonly TableReading[];
}

const SAMPLES = 2;

export class TableStep extends PaneElement {
  private found: TablesFound | null = null;
  /** Tables that a person wants read as text. */
  private asText: ReadonlySet<TableReading["grid"]> = new Set();

  constructor(
    private readonly goOn: (found: TablesFound) => void,
    private readonly leave: () => void,
  ) {
    super();
    this.className = "tables";
  }

  show(found: TablesFound | null): void {
    this.found = found;
    this.asText = new Set();
    this.hidden = found === null;
    this.requestUpdate();
    if (found) void this.updateComplete.then(() => this.querySelector("select")?.focus({ preventScroll: true }));
  }

  protected override render(): Drawn {
    const { found } = this;
    if (!found) return nothing;
    const words = strings().tables;
    const go = () => {
      const readings = found.readings.filter(({ grid }) => !this.asText.has(grid));
      this.goOn({ ...found, readings });
    };
    return html`${heading(
        words.title,
        button(words.back, "link", () => this.leave()),
      )}
      ${hint(words.hint)}
      <div class="drafts">${found.readings.map((reading, index) => this.table(reading, index))}</div>
      ${actions(html`<span></span>`, button(words.go, "primary", go))}`;
  }

  private table(reading: TableReading, serial: number): TemplateResult {
    const words = strings().tables;
    const { grid, columns, headerRows, unit } = reading;
    const isText = this.asText.has(grid);
    const toggle = () => {
      const others = new Set(this.asText);
      if (isText) others.delete(grid);
      else others.add(grid);
      this.asText = others;
      this.requestUpdate();
    };
    const title = grid.caption.split("\n").find((each) => each !== "") ?? "";
    return html`<section>
      <div class="group">
        <h3>${words.table(serial + 1, grid.rows.length - headerRows)}</h3>
        ${button(isText ? words.asTable : words.asText, "link", toggle)}
      </div>
      ${title === "" ? nothing : hint(title)} ${unit === null ? nothing : hint(words.unit(unit))}
      ${
        isText
          ? hint(words.readAsText)
          : html`<ul class="columns">
              ${columns.map((_, column) => this.column(reading, serial, column))}
            </ul>`
      }
      ${isText || isTableOfTasks(columns) ? nothing : html`<p class="doubt">${words.notATable}</p>`}
    </section>`;
  }

  private column(reading: TableReading, serial: number, index: number): Drawn {
    const words = strings().tables;
    const column = reading.columns[index];
    const sample = samplesOf(reading, index).join("、");
    if (!column || (column.label === "" && sample === "")) return nothing;
    const label = column.label === "" ? words.noLabel(index + 1) : column.label;
    const roles = COLUMN_ROLES.map((role) => [role, words.roles[role]] as const);
    return html`<li>
      <span class="name">${label}</span><span class="about">${sample}</span>
      ${choice<ColumnRole>(html`<span class="unseen">${label}</span>`, roles, column.role, (role) => this.correct(serial, index, role))}
    </li>`;
  }

  private correct(serial: number, column: number, role: ColumnRole): void {
    const { found } = this;
    if (!found) return;
    const readings = found.readings.map((reading, at) => (at === serial ? withRole(reading, column, role) : reading));
    this.found = { ...found, readings };
    this.requestUpdate();
  }
}
customElements.define("target-tables", TableStep);

/** The first filled cells below a column's header. */
function samplesOf({ grid, headerRows }: TableReading, column: number): string[] {
  const texts = grid.rows.slice(headerRows).map((row) => row[column]?.text ?? "");
  return [...new Set(texts.filter((text) => text !== ""))].slice(0, SAMPLES);
}
