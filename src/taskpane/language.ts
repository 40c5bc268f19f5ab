/** The pane's language: the person's own choice, else Excel's. */
import { keepPersonSetting, onPersonSetting, personSetting } from "../excel/personSettings";
import { strings, useLanguage } from "../strings/strings";
import { drawAllAnew } from "./paneElement";

export const LANGUAGES = ["excel", "zh", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

export function languageChosen(): Language {
  const kept = personSetting("language");
  return LANGUAGES.find((each) => each === kept) ?? "excel";
}

/** Puts the language in force, as on opening. */
export async function speakLanguage(): Promise<void> {
  const chosen = languageChosen();
  await useLanguage(chosen === "excel" ? Office.context.displayLanguage : chosen);
  const words = strings();
  document.documentElement.lang = words.pane.languageTag;
  document.title = words.product;
}

async function turned(): Promise<void> {
  await speakLanguage();
  drawAllAnew();
}

export async function chooseLanguage(chosen: Language): Promise<void> {
  keepPersonSetting("language", chosen);
  await turned();
}

/** The person's other panes, beside other workbooks, follow the choice. */
export function followLanguage(): void {
  onPersonSetting("language", () => void turned());
}
