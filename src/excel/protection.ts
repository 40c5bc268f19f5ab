/** Protected sheets: opened for our own writing and protected again as they were, in one request. */
import type { KeptProtection } from "./backup";

/** Protection's options as `protect` takes them: what is not allowed is left out, and so are the nulls that Excel tells and then refuses. */
export function givenOptions(options: Excel.WorksheetProtectionOptions): Excel.WorksheetProtectionOptions {
  return Object.fromEntries(
    Object.entries(options).filter(([, value]) => value === true || (typeof value === "string" && value !== "Normal")),
  );
}

/** A sheet that is to be written into. */
export interface OpenSheet {
  readonly id: string;
  readonly name: string;
  /** Null where it is not protected. */
  readonly protection: KeptProtection | null;
}

/** Sheets by their names, with their ids and how they are protected. One request. */
export async function sheetsToWrite(context: Excel.RequestContext, names: readonly string[]): Promise<OpenSheet[]> {
  const sheets = names.map((name) => context.workbook.worksheets.getItem(name));
  for (const sheet of sheets) {
    sheet.load("id,name");
    sheet.protection.load("protected,options");
  }
  await context.sync();
  return sheets.map(({ id, name, protection }) => ({
    id,
    name,
    protection: protection.protected ? { sheet: id, options: givenOptions(protection.options) } : null,
  }));
}

/** A sheet's protection while it is off. */
export interface Opened {
  close(): void;
  /** Takes it off once more, for another request. */
  again(): void;
}

/** Takes protections off for what is queued between this and `close`. */
export function openFor(context: Excel.RequestContext, protections: readonly KeptProtection[]): Opened {
  const each = (act: (protection: Excel.WorksheetProtection, options: Excel.WorksheetProtectionOptions) => void) => {
    for (const { sheet, options } of protections) act(context.workbook.worksheets.getItem(sheet).protection, options);
  };
  const opened = {
    again: () => each((protection) => protection.unprotect()),
    close: () => each((protection, options) => protection.protect(options)),
  };
  opened.again();
  return opened;
}

/** Why a protection cannot be taken off: it has a password, or Excel does not say why. */
export type Lock = "locked" | "denied";

/** Whether an error is that of a protection that cannot be taken off. AccessDenied comes without a password too. */
export function lockOf(error: unknown): Lock | null {
  const { code, debugInfo } = error as { code?: unknown; debugInfo?: { errorLocation?: unknown } };
  if (code === "BadPassword") return "locked";
  if (!/unprotect/i.test(String(debugInfo?.errorLocation))) return null;
  return code === "AccessDenied" ? "denied" : code === "InvalidArgument" ? "locked" : null;
}
