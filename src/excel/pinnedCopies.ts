/**
 * Pinned catalogs as they are read: out of a workbook's part, or, where that is damaged, out of the copy that this browser keeps. Loaded
 * with the validator, where a workbook holds one.
 */
import { CatalogError } from "../core/errors";
import type { Pin, Pinned } from "../core/pin";
import { pinnedOfText } from "../core/pinnedText";
import { browserFiles } from "./keptFiles";
import { changedByHand, packedIn, packedText } from "./pinnedParts";
import { sha256 } from "./sha256";
import { turns } from "./turns";

/** A pinned catalog, once it is seen to be what was pinned. @throws CatalogError catalogInvalid, also for one changed by hand */
export async function pinnedIn(context: Excel.RequestContext, kept: string): Promise<Pinned> {
  const packed = packedIn(kept);
  const found = await pinnedOfText(kept, packed && (await packedText(context, packed)), turns());
  await mustBeAsPinned(found);
  return found;
}

/**
 * What was pinned in a part that is damaged, where this browser still has it: told by the sha256 of the pin, so that it is that very
 * catalog to the last character. Null where it has not.
 */
export async function lastGood(kept: string): Promise<Pinned | null> {
  const [, key] = /"sha256":"([0-9a-f]{64})"/.exec(kept) ?? [];
  const file = key === undefined ? null : await browserFiles.get(keyOf(key));
  if (!file) return null;
  try {
    const found = await pinnedOfText(new TextDecoder().decode(file.bytes), null, turns());
    await mustBeAsPinned(found);
    return found.pin?.sha256 === key ? found : null;
  } catch (error) {
    if (error instanceof CatalogError && error.code === "catalogInvalid") return null; // somebody wrote into the storage
    throw error;
  }
}

/** Keeps what was pinned in the browser, too. */
export async function remember({ pin, text }: { readonly pin: Pin; readonly text: string }): Promise<void> {
  const bytes = new TextEncoder().encode(`{"pin":${JSON.stringify(pin)},"catalog":${text}}`);
  await browserFiles.put(keyOf(pin.sha256), { bytes, etag: null, at: pin.taken });
}

async function mustBeAsPinned({ pin, text }: Pinned): Promise<void> {
  if (pin && (await sha256(text)) !== pin.sha256) throw changedByHand();
}

const keyOf = (pinSha256: string) => `pinned ${pinSha256}`;
