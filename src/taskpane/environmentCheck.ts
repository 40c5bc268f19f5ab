/** 环境检查: what the add-in runs in, and whether it works there, to be copied for who is to help. */
import { html, nothing, type TemplateResult } from "lit";
import { targetAnswer } from "../core/answers";
import { keepPersonSetting, personSetting } from "../excel/personSettings";
import { session } from "../excel/session";
import { errorSentence, strings } from "../strings/strings";
import { copied } from "./clipboard";
import { noneInForce } from "./ownCatalog";
import type { Pane } from "./pane";
import { PaneElement } from "./paneElement";
import { answers, button, hint } from "./parts";

/** The sets that something of ours depends on, and the highest version asked for. */
const SETS = { SharedRuntime: 1, ExcelApi: 17, CustomFunctionsRuntime: 4, RibbonApi: 2 } as const;

type Line = readonly [name: string, value: string];

export class EnvironmentCheck extends PaneElement {
  private lines: readonly Line[] | null = null;

  constructor(private readonly pane: Pane) {
    super();
  }

  protected override render(): TemplateResult {
    const words = strings().settings;
    const { lines } = this;
    const check = () => {
      this.lines = environment();
      this.requestUpdate();
    };
    return html`<h3>${words.environment}</h3>
      ${hint(words.environmentHint)}
      ${
        lines
          ? html`<dl class="details">
              ${lines.map(
                ([name, value]) =>
                  html`<dt>${name}</dt>
                    <dd>${value}</dd>`,
              )}
            </dl>`
          : nothing
      }
      ${answers(
        button(words.checkEnvironment, "secondary", check, false, null, words.environment),
        lines ? button(words.copyEnvironment, "secondary", () => void this.copy(lines)) : nothing,
      )}`;
  }

  private async copy(lines: readonly Line[]): Promise<void> {
    const text = lines.map((line) => line.join(": ")).join("\n");
    if (await copied(text)) this.pane.say("success", strings().settings.environmentCopied);
    else this.pane.say("info", text);
  }
}

customElements.define("target-environment", EnvironmentCheck);

function environment(): Line[] {
  const words = strings().settings;
  const names = words.environmentLines;
  const { diagnostics, requirements, displayLanguage } = Office.context;
  const { refusal, index } = session;
  const { title, version, commitments } = index.catalog;
  const sets = Object.entries(SETS).map(([set, most]) => {
    let highest = most as number;
    while (highest > 0 && !requirements.isSetSupported(set, `1.${highest}`)) highest -= 1;
    return `${set} ${highest === 0 ? "–" : `1.${highest}`}`;
  });
  return [
    [names.host, `${String(diagnostics.host)} ${String(diagnostics.platform)}`],
    [names.version, diagnostics.version],
    [names.sets, sets.join(", ")],
    [names.functions, answering()],
    [names.catalog, refusal ? noneInForce(refusal) : `${title} ${version} (${commitments.length})`],
    [names.language, `${displayLanguage}, ${strings().pane.languageTag}`],
    [names.storage, keepPersonSetting("hasBegun", personSetting("hasBegun") ?? "") ? words.keeps.yes : words.keeps.no],
  ];
}

/** Whether a function would answer now, tried on the first commitment that has a figure. */
function answering(): string {
  const words = strings().settings;
  try {
    const index = session.answering.own;
    let refused: unknown = null;
    for (const { id } of index.catalog.commitments)
      try {
        return words.answers(String(targetAnswer(index, id, "", null, null, null)));
      } catch (error) {
        refused = error;
      }
    return words.refuses(errorSentence(refused));
  } catch (error) {
    return words.refuses(errorSentence(error));
  }
}
