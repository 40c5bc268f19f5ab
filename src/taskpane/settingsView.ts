/** The tab 设置: how promises are judged, how ledgers are filled in, which catalog answers, and the pane's language. */
import { html, nothing, type TemplateResult } from "lit";
import { tidy } from "../core/expression";
import { PRESETS, type Preset } from "../core/status";
import { session } from "../excel/session";
import { keepEntry, keepPreset } from "../excel/workbookSettings";
import { ENTRIES } from "../sheets/ledgerColumns";
import { errorSentence, strings } from "../strings/strings";
import { EnvironmentCheck } from "./environmentCheck";
import { chooseLanguage, languageChosen, LANGUAGES } from "./language";
import { CatalogsView } from "./catalogsView";
import { OwnCatalog } from "./ownCatalog";
import type { Pane } from "./pane";
import { PaneElement } from "./paneElement";
import { choice, hint, type Drawn } from "./parts";
import { GUIDES, guideLink } from "./guides";
import { CatalogYear } from "./catalogYear";
import { RuleExample } from "./ruleExample";
import { ToleranceFields } from "./tolerances";

export class SettingsView extends PaneElement {
  private readonly own: OwnCatalog;
  private readonly catalogs: CatalogsView;
  private readonly example = new RuleExample();
  private readonly tolerances: ToleranceFields;
  private readonly year: CatalogYear;
  private readonly environment: EnvironmentCheck;

  constructor(private readonly pane: Pane) {
    super();
    this.className = "settingsTab";
    this.tolerances = new ToleranceFields(pane);
    this.tolerances.addEventListener("change", () => this.requestUpdate());
    this.year = new CatalogYear(pane);
    this.own = new OwnCatalog(pane);
    this.catalogs = new CatalogsView(pane, () => this.requestUpdate());
    this.environment = new EnvironmentCheck(pane);
  }

  shown(): void {
    this.requestUpdate();
    void this.own.look();
    this.catalogs.show();
  }

  /** Another catalog is in force, or the workbook's choices were read. */
  changed(): void {
    this.requestUpdate();
    this.own.show();
    this.catalogs.show();
  }

  goBack(): boolean {
    return this.catalogs.goBack();
  }

  protected override render(): TemplateResult {
    const words = strings().settings;
    if (this.catalogs.isDeciding) return html`${this.catalogs}`;
    return html`${this.section(words.rulesTitle, this.rules())} ${this.section(words.catalogTitle, this.catalog())}
    ${this.section(words.languageTitle, this.language())} ${this.section(words.helpTitle, this.help())}`;
  }

  private section(title: string, content: Drawn): TemplateResult {
    return html`<section>
      <h2>${title}</h2>
      ${content}
    </section>`;
  }

  private rules(): TemplateResult {
    const words = strings();
    const { preset } = session.rules;
    this.example.show(session.refusal ? null : session.index, session.measuring);
    this.tolerances.requestUpdate();
    return html`${choice(
      words.pane.presetLabel,
      PRESETS.map((each) => [each, words.presets[each].name]),
      preset,
      (chosen) => void this.choosePreset(chosen),
    )}
    ${hint(words.presets[preset].rule)} ${this.tolerances} ${this.judgedByLedger()} ${this.example}
    ${choice(
      words.settings.entryLabel,
      ENTRIES.map((each) => [each, words.pane.entries[each]]),
      session.entry,
      (chosen) => void this.pane.run((context) => keepEntry(context, chosen)).then(() => this.requestUpdate()),
    )}
    ${hint(words.settings.keptInWorkbook)}`;
  }

  /** By which ledger functions judge, and why not where its tolerances can not be read. */
  private judgedByLedger(): Drawn {
    const { ledgerRules, noVerdict, measuring } = session;
    if (!ledgerRules) return nothing;
    const words = strings();
    if (noVerdict) return hint(errorSentence(noVerdict));
    const shown = (amount: number) => String(tidy(amount));
    const share = (part: number) => shown(part * 100);
    return hint(
      words.pane.judgedByLedger(
        ledgerRules.sheet,
        words.presets[measuring.preset].name,
        share(measuring.shareTolerance),
        shown(measuring.pointTolerance),
        share(measuring.shareGrace),
      ),
    );
  }

  private catalog(): TemplateResult {
    this.year.requestUpdate();
    return html`${this.year} ${this.own} ${this.catalogs}`;
  }

  private language(): TemplateResult {
    const words = strings().settings;
    return html`${choice(
      words.language,
      LANGUAGES.map((each) => [each, words.languages[each]]),
      languageChosen(),
      (chosen) => void chooseLanguage(chosen),
    )}
    ${hint(words.keptForYou)}`;
  }

  private help(): TemplateResult {
    const words = strings().settings;
    return html`<ul class="guides">
        ${GUIDES.map((guide) => html`<li>${guideLink(guide, words.guides[guide])}</li>`)}
      </ul>
      ${this.environment}`;
  }

  private async choosePreset(chosen: Preset): Promise<void> {
    const outcome = await this.pane.run((context) => keepPreset(context, chosen));
    this.requestUpdate();
    if (!outcome.done) return;
    const words = strings().pane;
    if ("notRefreshed" in outcome.answer) this.pane.say("warning", words.keptNotRefreshed);
    else this.pane.say("success", words.presetKept(strings().presets[chosen].name, outcome.answer.refreshed.cells));
  }
}

customElements.define("target-settings", SettingsView);
