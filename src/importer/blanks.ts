/** Blanks at the edges of a text. Few texts have any: one look at a character spares the walk, and the copy. */

/** Whether a character may be a blank; what follows the ideographic blank U+3000, and all of ASCII that prints, is none. */
const mayBeBlank = (code: number) => code <= 32 || (code >= 0xa0 && code <= 0x3000) || code === 0xfeff;

/** `text.trimEnd()`. */
export function trimmedEnd(text: string): string {
  return mayBeBlank(text.charCodeAt(text.length - 1)) ? text.trimEnd() : text;
}

/** `text.trimStart()`. */
export function trimmedStart(text: string): string {
  return mayBeBlank(text.charCodeAt(0)) ? text.trimStart() : text;
}

/** `text.trim()`. */
export function withoutBlanks(text: string): string {
  return trimmedStart(trimmedEnd(text));
}
