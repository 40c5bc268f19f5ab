/** The choices a workbook keeps: by which rules its promises are judged, and how its ledgers are filled in. */
import { RULES, PRESETS, type Preset, type Rules } from "../core/status";
import { ENTRIES, type Entry } from "../sheets/ledgerColumns";
import { isTolerance, TOLERANCE_NAMES, type Tolerances } from "../sheets/judgedBy";
import { calledAnew, type Kept } from "./catalogSource";
import { session } from "./session";
import { readPart, writePart } from "./workbookStore";
import { inTurn } from "./writingQueue";

/** Takes over what the workbook keeps, as on opening it; what is not kept, or damaged, stays as it is. */
export async function useWorkbookSettings(context: Excel.RequestContext): Promise<void> {
  const kept = await readPart(context, "settings");
  if (typeof kept !== "object" || kept === null) return;
  const { preset, entry, tolerances } = kept as Partial<Record<string, unknown>>;
  const knownPreset = PRESETS.find((each) => each === preset);
  const knownEntry = ENTRIES.find((each) => each === entry);
  if (knownPreset) session.useRules({ ...RULES[knownPreset], ...tolerancesIn(tolerances) });
  if (knownEntry) session.useEntry(knownEntry);
}

/** The tolerances somebody set, whole; nothing where one of them is none. */
function tolerancesIn(kept: unknown): Partial<Tolerances> {
  if (typeof kept !== "object" || kept === null) return {};
  const found = kept as Partial<Record<string, unknown>>;
  return TOLERANCE_NAMES.every((name) => isTolerance(name, found[name])) ? found : {};
}

/** Judges by another preset from now on, with its own tolerances. */
export function keepPreset(context: Excel.RequestContext, preset: Preset): Promise<Kept> {
  return keepRules(context, RULES[preset]);
}

/** Judges by these tolerances from now on, in the place of the preset's. A ledger that stands keeps its own. */
export function keepTolerances(context: Excel.RequestContext, tolerances: Tolerances): Promise<Kept> {
  return keepRules(context, { ...session.rules, ...tolerances });
}

function keepRules(context: Excel.RequestContext, rules: Rules): Promise<Kept> {
  return inTurn(["keepRules", JSON.stringify(rules)], async () => {
    await writePart(context, "settings", settings(rules, session.entry));
    session.useRules(rules);
    return calledAnew(context);
  });
}

/** Builds ledgers for this way of filling them in from now on. */
export function keepEntry(context: Excel.RequestContext, entry: Entry): Promise<void> {
  return inTurn(["keepEntry", entry], async () => {
    await writePart(context, "settings", settings(session.rules, entry));
    session.useEntry(entry);
  });
}

/** What the workbook keeps: tolerances only where they are not the preset's. */
function settings(rules: Rules, entry: Entry): object {
  const { preset } = rules;
  const isPresets = TOLERANCE_NAMES.every((name) => rules[name] === RULES[preset][name]);
  const { shareTolerance, pointTolerance, shareGrace } = rules;
  return { preset, entry, ...(isPresets ? {} : { tolerances: { shareTolerance, pointTolerance, shareGrace } }) };
}
