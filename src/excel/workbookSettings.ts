/** The choices a workbook keeps: by which rules its promises are judged, and how its ledgers are filled in. */
import { PRESETS, RULES, type Preset } from "../core/status";
import { ENTRIES, type Entry } from "../sheets/ledgerColumns";
import { calledAnew, type Kept } from "./catalogSource";
import { session } from "./session";
import { readPart, writePart } from "./workbookStore";
import { inTurn } from "./writingQueue";

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

/** Judges by another preset from now on. */
export function keepPreset(context: Excel.RequestContext, preset: Preset): Promise<Kept> {
  return inTurn(["keepPreset", preset], async () => {
    await writePart(context, "settings", { preset, entry: session.entry });
    session.useRules(RULES[preset]);
    return calledAnew(context);
  });
}

/** Builds ledgers for this way of filling them in from now on. */
export function keepEntry(context: Excel.RequestContext, entry: Entry): Promise<void> {
  return inTurn(["keepEntry", entry], async () => {
    await writePart(context, "settings", { preset: session.rules.preset, entry });
    session.useEntry(entry);
  });
}
