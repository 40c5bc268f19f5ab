/** Handing a text to the clipboard, which a browser may forbid. @returns whether it is there */
export async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
