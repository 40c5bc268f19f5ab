/** What cells accept, in Excel's words. */
import type { Area, Comparison, InputRule } from "../../engine/engine";
import { invalid, OfficeError } from "../errors";
import { flag, record, text, word } from "./check";
import type { Host } from "./host";
import { OfficeObject } from "./object";
import { Range } from "./range";

const COMPARISONS: Record<string, Comparison> = {
  Between: "between",
  NotBetween: "notBetween",
  EqualTo: "equalTo",
  NotEqualTo: "notEqualTo",
  GreaterThan: "greaterThan",
  GreaterThanOrEqualTo: "greaterThanOrEqualTo",
  LessThan: "lessThan",
  LessThanOrEqualTo: "lessThanOrEqualTo",
};
const KINDS: Record<string, InputRule["kind"]> = {
  list: "list",
  wholeNumber: "wholeNumber",
  decimal: "decimal",
  date: "date",
  textLength: "textLength",
  custom: "custom",
};
const TYPES: Record<InputRule["kind"], string> = {
  list: "List",
  wholeNumber: "WholeNumber",
  decimal: "Decimal",
  date: "Date",
  textLength: "TextLength",
  custom: "Custom",
};
/** Excel's limit for a list written into the rule itself. */
const LONGEST_LIST = 255;

const ALERTS = { Stop: "stop", Warning: "warning", Information: "information" } as const;
const EMPTY_REFUSAL = { title: "", message: "", style: "stop" } as const;

export class DataValidation extends OfficeObject {
  readonly className = "DataValidation";

  constructor(
    host: Host,
    private readonly area: Area,
  ) {
    super(host);
  }

  private get present(): InputRule | null {
    return this.host.engine.inputRule(this.area.sheet, this.area.row, this.area.column);
  }

  private change(change: Partial<InputRule>): void {
    const present = this.present;
    if (!present) throw new OfficeError("InvalidOperation", "the cells have no validation rule yet; set rule first");
    this.host.engine.setInputRule(this.area, { ...present, ...change });
  }

  get type(): string {
    const present = this.present;
    return present ? TYPES[present.kind] : "None";
  }

  get valid(): boolean | null {
    return null;
  }

  get rule(): Record<string, unknown> {
    const present = this.present;
    if (!present) return {};
    if (present.kind === "list") return { list: { inCellDropDown: present.showsDropDown, source: present.first } };
    if (present.kind === "custom") return { custom: { formula: present.first } };
    const operator = Object.entries(COMPARISONS).find(([, each]) => each === present.comparison)?.[0];
    return {
      [present.kind]: {
        formula1: present.first,
        ...(present.second === null ? {} : { formula2: present.second }),
        operator,
      },
    };
  }
  set rule(value: unknown) {
    if (this.host.record(this.area.sheet).protection) throw new OfficeError("AccessDenied", "the sheet is protected");
    const rule = record(value, [...Object.keys(KINDS), "time"], "the validation rule");
    const [name, ...more] = Object.keys(rule);
    if (!name || more.length) throw invalid("a validation rule has exactly one kind");
    const kind = KINDS[name];
    if (!kind) throw new OfficeError("NotImplemented", `validation of ${name} is not emulated`);
    this.host.engine.setInputRule(this.area, {
      allowsBlank: this.present?.allowsBlank ?? true,
      refusal: this.present?.refusal ?? EMPTY_REFUSAL,
      hint: this.present?.hint ?? null,
      ...this.parsed(kind, rule[name]),
    });
  }

  private parsed(
    kind: InputRule["kind"],
    value: unknown,
  ): Pick<InputRule, "kind" | "comparison" | "first" | "second" | "showsDropDown"> {
    if (kind === "list") {
      const list = record(value, ["inCellDropDown", "source"], "the list rule");
      const source =
        list.source instanceof Range
          ? `=${this.host.addressOf(list.source.area)}`
          : text(list.source, "the list's source");
      if (!source.startsWith("=") && source.length > LONGEST_LIST)
        throw invalid(`a list in a rule has at most ${LONGEST_LIST} characters; put it into cells`);
      return {
        kind,
        comparison: null,
        first: source,
        second: null,
        showsDropDown: flag(list.inCellDropDown, "inCellDropDown"),
      };
    }
    if (kind === "custom") {
      const custom = record(value, ["formula"], "the custom rule");
      return { kind, comparison: null, first: text(custom.formula, "formula"), second: null, showsDropDown: false };
    }
    const basic = record(value, ["formula1", "formula2", "operator"], `the ${kind} rule`);
    const operator = word(basic.operator, Object.keys(COMPARISONS), "the rule's operator");
    const isBetween = operator === "Between" || operator === "NotBetween";
    return {
      kind,
      comparison: COMPARISONS[operator]!,
      first: this.operand(basic.formula1, "formula1"),
      second: isBetween ? this.operand(basic.formula2, "formula2") : null,
      showsDropDown: false,
    };
  }

  private operand(value: unknown, what: string): string {
    if (value instanceof Range) return `=${this.host.addressOf(value.area)}`;
    if (typeof value === "number") return String(value);
    return text(value, what);
  }

  get errorAlert(): Record<string, unknown> {
    const refusal = this.present?.refusal;
    const style = Object.entries(ALERTS).find(([, each]) => each === refusal?.style)?.[0] ?? "Stop";
    return { title: refusal?.title ?? "", message: refusal?.message ?? "", showAlert: refusal !== null, style };
  }
  set errorAlert(value: unknown) {
    const alert = record(value, ["title", "message", "showAlert", "style"], "the error alert");
    const style = word(alert.style, Object.keys(ALERTS) as (keyof typeof ALERTS)[], "the alert's style");
    const isShown = flag(alert.showAlert, "showAlert");
    const refusal = {
      title: text(alert.title, "the alert's title"),
      message: text(alert.message, "the alert's message"),
      style: ALERTS[style],
    };
    if (refusal.title.length > 32 || refusal.message.length > 225)
      throw invalid("an alert's title has at most 32 characters, its message 225");
    this.change({ refusal: isShown ? refusal : null });
  }

  get prompt(): Record<string, unknown> {
    const hint = this.present?.hint;
    return { title: hint?.title ?? "", message: hint?.message ?? "", showPrompt: !!hint };
  }
  set prompt(value: unknown) {
    const prompt = record(value, ["title", "message", "showPrompt"], "the prompt");
    const isShown = flag(prompt.showPrompt, "showPrompt");
    const hint = {
      title: text(prompt.title, "the prompt's title"),
      message: text(prompt.message, "the prompt's message"),
    };
    if (hint.title.length > 32 || hint.message.length > 255)
      throw invalid("a prompt's title has at most 32 characters, its message 255");
    this.change({ hint: isShown ? hint : null });
  }

  get ignoreBlanks(): boolean {
    return this.present?.allowsBlank ?? true;
  }
  set ignoreBlanks(value: unknown) {
    this.change({ allowsBlank: flag(value, "ignoreBlanks") });
  }

  clear(): void {
    this.host.engine.setInputRule(this.area, null);
  }
}
