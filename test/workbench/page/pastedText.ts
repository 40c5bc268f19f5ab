/** Plain text that is pasted keeps the cells' formats, as in Excel; Univer gives the cells those of the text, which are none. */
import type { Univer } from "@univerjs/core";
import { ISheetClipboardService } from "@univerjs/preset-sheets-core";

export function keepFormatsUnderPastedText(univer: Univer): void {
  const clipboard = univer.__getInjector().get(ISheetClipboardService);
  const paste = clipboard.legacyPaste.bind(clipboard);
  clipboard.legacyPaste = async (html, text, files) => {
    const isDone = await paste(html, text, files);
    if (isDone && text && !html && !files) clipboard.rePasteWithPasteType("SPECIAL_PASTE_VALUE");
    return isDone;
  };
}
