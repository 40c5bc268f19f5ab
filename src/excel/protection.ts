/** Protected sheets: opened for our own writing, and protected again as they were. */

/** Takes a sheet's protection off. @returns how it was protected, or null where that needs a password */
export async function unprotectSheet(
  context: Excel.RequestContext,
  { protection }: Excel.Worksheet,
): Promise<Excel.WorksheetProtectionOptions | null> {
  protection.load("options");
  try {
    protection.unprotect();
    await context.sync();
    return protection.options;
  } catch (error) {
    if (NEEDS_PASSWORD.has((error as { code?: unknown }).code)) return null;
    throw error;
  }
}
const NEEDS_PASSWORD: ReadonlySet<unknown> = new Set(["AccessDenied", "BadPassword", "InvalidArgument"]); // Office versions differ
