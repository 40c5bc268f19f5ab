/** The choices a workbook keeps: by which rules its promises are judged, and how its ledgers are filled in. */
import { PRESETS, RULES, type Preset } from "../core/status";
import { ENTRIES, type Entry } from "../sheets/ledgerColumns";
import { refreshOurCells } from "./inspect";
import { session } from "./session";
import { readPart, writePart } from "./workbookStore";

/** Takes over what the workbook keeps, as on opening it; what is not kept, or damaged, stays as it is. */
export async function useWorkbookSettings(context: Excel.RequestContext): Promise<void> {
  const kept = await readPart(context, "settings");
  if (typeof kept !== "object" || kept === null) return;
  const { preset, entry } = kept as Partial<Record<string, unknown>>;
  const knownPreset = PRESETS.find((each) => each === preset);
  const knownEntry = ENTRIES.find((each) => each === entry);
  if (knownPreset) session.useRules(RULES[knownPreset]);
  if (knownEntry) session.useEntry(knownEntry);
}

/** Judges by another preset from now on. @returns how many cells were called anew */
export async function keepPreset(context: Excel.RequestContext, preset: Preset): Promise<number> {
  await writePart(context, "settings", { preset, entry: session.entry });
  session.useRules(RULES[preset]);
  return refreshOurCells(context);
}

/** Builds ledgers for this way of filling them in from now on. */
export async function keepEntry(context: Excel.RequestContext, entry: Entry): Promise<void> {
  await writePart(context, "settings", { preset: session.rules.preset, entry });
  session.useEntry(entry);
}
