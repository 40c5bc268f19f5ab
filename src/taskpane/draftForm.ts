/** The fields of a draft, to be put right by hand. */
import { parseUnit } from "../core/units";
import type { Comparator, Kind, Modality } from "../core/types";
import type { Draft } from "../importer/drafts";
import { strings } from "../strings/strings";
import { button, element } from "./elements";

/** The list of departments known, which the view around the form holds. */
export const DEPARTMENT_LIST = "known-departments";
const PERIOD = /^(?:19|20)\d{2}(?:-(?:19|20)\d{2})?$/;

/** @param saved called with what was written, once all of it can be used; `cancelled` on Esc and by its button */
export function draftForm(
  draft: Draft,
  saved: (changes: Partial<Draft>) => void,
  cancelled: () => void,
  warn: (sentence: string) => void,
): HTMLElement {
  const words = strings();
  const { fields } = words.review;
  const field = (name: string, value: string, placeholder?: string) =>
    element("input", { name, value, placeholder, autocomplete: "off", spellcheck: "false" });
  const choice = (name: string, options: Readonly<Record<string, string>>, chosen: string) => {
    const list = element("select", { name });
    for (const [value, label] of Object.entries(options))
      list.append(element("option", { value, selected: value === chosen }, label));
    return list;
  };
  const department = field("department", draft.department ?? "");
  department.setAttribute("list", DEPARTMENT_LIST);
  const indicator = field("indicator", draft.indicator);
  const comparator = choice("comparator", words.comparator, draft.comparator);
  const value = field("value", draft.value === null ? "" : String(draft.value));
  const valueMax = field("valueMax", draft.valueMax === null ? "" : String(draft.valueMax));
  const unit = field("unit", draft.unit);
  const kind = choice("kind", words.kind, draft.kind);
  const modality = choice("modality", words.modality, draft.modality);
  const period = field("period", draft.period ?? "", words.review.periodHint);
  for (const each of [value, valueMax]) each.inputMode = "decimal";
  const labelled = (label: string, control: HTMLElement, isWide = false) =>
    element("label", { class: isWide ? "wide" : undefined }, element("span", {}, label), control);
  const upper = labelled(fields.valueMax, valueMax);
  const showUpper = () => (upper.hidden = comparator.value !== "range");
  comparator.addEventListener("change", showUpper);
  showUpper();

  const save = () => {
    const isRange = comparator.value === "range";
    const amount = numberIn(value.value);
    const top = isRange ? numberIn(valueMax.value) : null;
    const unitWritten = unit.value.trim();
    const wrong =
      indicator.value.trim() === ""
        ? indicator
        : amount === null
          ? value
          : isRange && (top === null || top < amount)
            ? valueMax
            : !isUnit(unitWritten)
              ? unit
              : !PERIOD.test(period.value.trim())
                ? period
                : null;
    if (wrong !== null) {
      warn(words.review.wrongField(fields[wrong.name as keyof typeof fields]));
      wrong.focus();
      return;
    }
    saved({
      department: department.value.trim() === "" ? null : department.value.trim(),
      indicator: indicator.value.trim(),
      comparator: comparator.value as Comparator,
      value: amount,
      valueMax: top,
      unit: unitWritten,
      kind: kind.value as Kind,
      modality: modality.value as Modality,
      period: period.value.trim(),
    });
  };
  const form = element(
    "form",
    { class: "correcting", novalidate: true },
    labelled(fields.department, department, true),
    labelled(fields.indicator, indicator, true),
    labelled(fields.comparator, comparator),
    labelled(fields.value, value),
    upper,
    labelled(fields.unit, unit),
    labelled(fields.kind, kind),
    labelled(fields.modality, modality),
    labelled(fields.period, period),
    element(
      "div",
      { class: "answers wide" },
      button(words.review.save, "primary", save),
      button(words.pane.cancel, "secondary", cancelled),
    ),
  );
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("keydown", (event) => {
    if (event.isComposing || event.target instanceof HTMLButtonElement) return;
    if (event.key === "Escape") cancelled();
    else if (event.key === "Enter") save();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  return form;
}

function numberIn(text: string): number | null {
  const written = text.normalize("NFKC").replace(/[,\s]/g, "");
  const value = Number(written);
  return written !== "" && Number.isFinite(value) ? value : null;
}

function isUnit(text: string): boolean {
  try {
    return text !== "" && parseUnit(text).base !== "";
  } catch {
    return false;
  }
}
