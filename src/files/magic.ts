/** What a file is shows in its first bytes, not in its name. */

const BEGINNINGS = {
  /** .docx, .xlsx and any other archive; an empty one begins with its end. */
  zip: [
    [0x50, 0x4b, 0x03, 0x04],
    [0x50, 0x4b, 0x05, 0x06],
  ],
  pdf: [[0x25, 0x50, 0x44, 0x46]],
  /** .doc and .xls, and what a password makes of newer files. */
  compound: [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
} as const;

export type Beginning = keyof typeof BEGINNINGS;

/** What the bytes begin with, or null. */
export function beginningOf(bytes: Uint8Array): Beginning | null {
  for (const kind of Object.keys(BEGINNINGS) as Beginning[])
    if (BEGINNINGS[kind].some((magic) => beginsWith(bytes, magic))) return kind;
  return null;
}

export function beginsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return bytes.length >= magic.length && magic.every((byte, index) => bytes[index] === byte);
}
