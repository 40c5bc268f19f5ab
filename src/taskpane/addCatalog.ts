/** <target-add-catalog>: a further catalog from an address, a list, a file, or the sheet 承诺目录. */
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { ListedCatalog } from "../core/catalogList";
import { catalogSheets, checkCatalogSheet } from "../excel/sheetSource";
import { fileSource } from "../excel/fileSource";
import { session } from "../excel/session";
import type { Told } from "../excel/turns";
import type { CatalogSource, Taken } from "../excel/sources";
import { listedOf, listedSource, lookAt, type FoundList } from "../excel/webSource";
import { TableRefused } from "../sheets/catalogFile";
import type { ReadGrid } from "../sheets/catalogGridRead";
import { errorSentence, strings } from "../strings/strings";
import { standing, takeOver, type Decide } from "./catalogTaking";
import type { Pane } from "./pane";
import { PaneElement } from "./paneElement";
import { answers, button, findingRow, hint, longList, status } from "./parts";

export class AddCatalog extends PaneElement {
  private address = "";
  private region = "";
  private isFetching = false;
  /** How much of a large catalog is read. */
  private read = 0;
  private list: FoundList | null = null;
  private found: readonly ListedCatalog[] = [];

  constructor(
    private readonly pane: Pane,
    private readonly decide: Decide,
  ) {
    super();
  }

  show(): void {
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const words = strings().catalogs;
    const choose = () => this.querySelector<HTMLInputElement>("input[type=file]")?.click();
    const opened = ({ target }: Event) => void this.openFile(target as HTMLInputElement);
    return html`<h3>${words.addTitle}</h3>
      <div class="settings">
        <div class="picked">
          ${this.field(words.address, this.address, "https://", (text) => (this.address = text))}
          ${button(words.fetch, "secondary", () => void this.fetch(), this.isFetching)}
        </div>
        ${this.isFetching ? status(this.read > 0 ? words.reading(this.read) : words.fetching) : hint(words.addressHint)}
        ${this.list === null ? nothing : this.listed()}
      </div>
      ${answers(
        button(words.openFile, "secondary", choose),
        button(words.checkSheet, "link", () => void this.checkSheet()),
      )}
      <input type="file" accept=".json,.csv,.xlsx" hidden @change=${opened} />`;
  }

  private field(label: string, value: string, placeholder: string, typed: (text: string) => void): TemplateResult {
    return html`<label
      >${label}<input
        type="text"
        maxlength="2000"
        autocomplete="off"
        spellcheck="false"
        placeholder=${placeholder}
        .value=${live(value)}
        @input=${({ target }: Event) => typed((target as HTMLInputElement).value)}
    /></label>`;
  }

  /** A list: a country's is asked by region, a short one is shown as it is. */
  private listed(): TemplateResult {
    const words = strings().catalogs;
    const { catalogs = [] } = this.list?.list ?? {};
    const all = this.found.length > 0 ? this.found : catalogs;
    return html`<div class="picked">
        ${this.field(words.region, this.region, words.regionHint, (text) => (this.region = text))}
        ${button(words.find, "secondary", () => void this.find(), this.isFetching)}
      </div>
      ${longList(all, (each) =>
        findingRow(
          { name: each.title, about: strings().catalogs.listed(each.region, each.year, each.version) },
          () => void this.takeListed(each),
        ),
      )}`;
  }

  private async fetch(): Promise<void> {
    const found = await this.busy((told) => lookAt(this.address, undefined, told));
    if (found === null) return;
    this.list = "catalog" in found ? null : found;
    this.found = [];
    this.requestUpdate();
    const words = strings().catalogs;
    if (found.offline) this.pane.say("warning", words.offline(found.at.slice(0, 10), errorSentence(found.offline)));
    if ("catalog" in found) await this.offer(found);
  }

  private async find(): Promise<void> {
    const { list, region } = this;
    if (list === null) return;
    const found = await this.busy(() => listedOf(list, region));
    if (found === null) return;
    this.found = [...found].sort((one, other) => other.year - one.year);
    this.requestUpdate();
    if (found.length === 0) this.pane.say("warning", strings().catalogs.notListed(region));
  }

  private async takeListed(listed: ListedCatalog): Promise<void> {
    const { list } = this;
    if (list !== null) await this.takeFrom(listedSource(list, listed));
  }

  private async takeFrom(source: CatalogSource): Promise<void> {
    const taken = await this.busy((told) => source.take(told));
    if (taken !== null) await this.offer(taken);
  }

  /** Where a catalog is to stand is asked of those that are new here. */
  private async offer(taken: Taken): Promise<void> {
    const known = standing(taken.catalog.id);
    // In the place of a damaged one nothing but an own one makes sense.
    if (known ?? session.refusal) {
      await takeOver(this.pane, taken, known?.place ?? "own", this.decide);
      return;
    }
    const words = strings().catalogs;
    const chosen = (place: "own" | "beside") => () => void takeOver(this.pane, taken, place, this.decide);
    this.pane.ask(words.whichPlace(taken.catalog.title), [
      { label: words.asBeside, chosen: chosen("beside") },
      { label: words.asOwn, chosen: chosen("own") },
    ]);
  }

  private async openFile(field: HTMLInputElement): Promise<void> {
    const file = field.files?.[0];
    field.value = ""; // the same file may be chosen again
    if (file) await this.takeFrom(fileSource(file));
  }

  /** Reads the sheet; where all rows are good, it is offered as any other source's. */
  private async checkSheet(): Promise<void> {
    const words = strings().catalogs;
    const outcome = await this.pane.run(async (context) => {
      const [name] = await catalogSheets(context);
      return name === undefined ? null : checkCatalogSheet(context, name);
    });
    if (!outcome.done) return;
    const checked = outcome.answer;
    if (checked === null) {
      this.pane.say("info", words.noSheet);
      return;
    }
    const { name, read } = checked;
    if (read.catalog === null) {
      this.pane.say("warning", words.tableWrong(name, read.troubles.length, firstTrouble(read)));
      return;
    }
    this.pane.say("success", words.sheetFine(read.rows));
    const origin = { kind: "sheet", name } as const;
    await this.offer({
      catalog: read.catalog,
      origin,
      sourceSha256: null,
      at: new Date().toISOString(),
      offline: null,
    });
  }

  private async busy<T>(work: (told: Told) => Promise<T>): Promise<T | null> {
    this.isFetching = true;
    this.read = 0;
    this.pane.hush();
    this.requestUpdate();
    try {
      return await work((part) => {
        this.read = part;
        this.requestUpdate();
      });
    } catch (error) {
      const words = strings().catalogs;
      const refused = error instanceof TableRefused ? error.read : null;
      this.pane.say(
        "error",
        refused ? words.fileWrong("", refused.troubles.length, firstTrouble(refused)) : errorSentence(error),
      );
      return null;
    } finally {
      this.isFetching = false;
      this.requestUpdate();
    }
  }
}
customElements.define("target-add-catalog", AddCatalog);

function firstTrouble({ troubles: [first] }: ReadGrid): string {
  const { catalogs, catalogSheet } = strings();
  if (!first) return "";
  return `${first.row === null ? "" : catalogs.row(first.row + 1)}${catalogSheet.trouble(first)}`;
}
