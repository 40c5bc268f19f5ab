/** Files made to harm whoever opens them, small and written by this script: what is to be said of each. */
import { deflateSync } from "node:zlib";
import type { ReadingJob } from "../../src/files/timedReading";
import { wordFile, zip, type ZipPart } from "../importer/files";

export interface HostileFile {
  readonly name: string;
  readonly read: ReadingJob["read"];
  readonly make: () => Buffer;
  /** The refusals that are right; null where the file may be read after all. */
  readonly reasons: readonly (string | null)[];
}

const text = (data: string, path: string): ZipPart => ({ path, data: Buffer.from(data) });
const LINKS = "http://schemas.openxmlformats.org/package/2006/relationships";

/** A workbook whose parts are only what is looked at before Excel sees it. */
export function workbookFile(workbook: string, links = "", parts: readonly ZipPart[] = []): Buffer {
  return zip([
    text("<Types/>", "[Content_Types].xml"),
    text(workbook, "xl/workbook.xml"),
    text(`<Relationships xmlns="${LINKS}">${links}</Relationships>`, "xl/_rels/workbook.xml.rels"),
    ...parts,
  ]);
}

/** An archive with a second directory that only readers of large archives follow: it lists a document nobody checked. */
function twoDirectories(): Buffer {
  const plain = wordFile(["今年新增学位100个。"]);
  const hidden = wordFile([], "<w:p/>".repeat(2_000_000));
  const end = hidden.length - 22;
  const directory = hidden.readUInt32LE(end + 16);
  const large = Buffer.alloc(56 + 20);
  large.writeUInt32LE(0x06064b50, 0);
  large.writeBigUInt64LE(44n, 4);
  large.writeBigUInt64LE(BigInt(hidden.readUInt16LE(end + 10)), 24);
  large.writeBigUInt64LE(BigInt(hidden.readUInt16LE(end + 10)), 32);
  large.writeBigUInt64LE(BigInt(hidden.readUInt32LE(end + 12)), 40);
  large.writeBigUInt64LE(BigInt(directory), 48);
  large.writeUInt32LE(0x07064b50, 56);
  const body = Buffer.concat([hidden.subarray(0, end), plain.subarray(0, -22)]);
  large.writeBigUInt64LE(BigInt(body.length), 56 + 8);
  const last = Buffer.from(plain.subarray(-22));
  last.writeUInt16LE(0xffff, 4);
  last.writeUInt32LE(last.readUInt32LE(16) + end, 16);
  return Buffer.concat([body, large, last]);
}

/** A PDF of one page whose forms call the form before them ten times each. */
function nestedForms(depth: number): Buffer {
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /F 5 0 R >> >> /Contents 4 0 R >>`,
    stream("/F Do"),
    ...Array.from({ length: depth }, (_, level) =>
      stream(
        "/F Do ".repeat(10),
        `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F ${Math.min(level + 6, depth + 4)} 0 R >> >>`,
      ),
    ),
  ];
  return pdfOf(objects);
}

const stream = (content: string, head = "") => `<< ${head} /Length ${content.length} >>\nstream\n${content}\nendstream`;

function pdfOf(objects: readonly string[]): Buffer {
  let body = "%PDF-1.4\n";
  const places = objects.map((object, index) => {
    const at = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = body.length;
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("")}`;
  body += `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(body, "latin1");
}

/** A PDF whose page unpacks to 400 MB of blanks. */
function flateBomb(): Buffer {
  const packed = deflateSync(Buffer.alloc(400 * 1024 * 1024, " "), { level: 9 }).toString("latin1");
  return pdfOf([
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
    stream(packed, "/Filter /FlateDecode"),
  ]);
}

const utf32 = (content: string, big: boolean, marked: boolean) => {
  const codes = [...(marked ? "\ufeff" : ""), ...content].map((letter) => letter.codePointAt(0) ?? 0);
  const bytes = Buffer.alloc(codes.length * 4);
  for (const [at, code] of codes.entries()) bytes[big ? "writeUInt32BE" : "writeUInt32LE"](code, at * 4);
  return bytes;
};
const CHINESE = "今年新增学位5970个，力争8月底前完成。\r\n".repeat(5);
const FRENCH =
  "La capacité d'accueil a été portée à 5970 élèves cette année, soit un progrès réel pour les écoles. ".repeat(9);
const LAUGHS = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><workbook><sheets><sheet name="&b;"/></sheets></workbook>`;
const SHEET = '<workbook xmlns:r="x"><sheets><sheet name="台账" r:id="r1"/></sheets></workbook>';

export const HOSTILE_FILES: readonly HostileFile[] = [
  {
    name: "forty-megabytes-of-elements.docx",
    read: "document",
    make: () => wordFile([], "<w:p/>".repeat(6_600_000)),
    reasons: ["tooComplex"],
  },
  { name: "two-directories.docx", read: "document", make: twoDirectories, reasons: ["tooComplex", "damaged", null] },
  {
    name: "deep.docx",
    read: "document",
    make: () => wordFile([], "<w:p>".repeat(300_000) + "</w:p>".repeat(300_000)),
    reasons: ["tooDeep"],
  },
  {
    name: "a-million-attributes.docx",
    read: "document",
    make: () => wordFile([], `<w:p ${Array.from({ length: 1_000_000 }, (_, at) => `a${at}=""`).join(" ")}/>`),
    reasons: ["tooComplex"],
  },
  {
    name: "bomb.docx",
    read: "document",
    make: () => wordFile(["字"], undefined, [{ path: "word/media/a.bin", data: Buffer.alloc(110 * 1024 * 1024) }]),
    reasons: ["bomb"],
  },
  {
    name: "liar.docx",
    read: "document",
    make: () =>
      wordFile(["字"], undefined, [{ path: "word/media/a.bin", data: Buffer.alloc(110 * 1024 * 1024), claimed: 10 }]),
    reasons: ["bomb"],
  },
  {
    name: "leads-out.docx",
    read: "document",
    make: () => wordFile(["字"], undefined, [text("<a/>", "../../word/evil.xml")]),
    reasons: ["damaged"],
  },
  {
    name: "prototype.docx",
    read: "document",
    make: () => wordFile(["字"], undefined, [text("<a/>", "word/__proto__/a.xml")]),
    reasons: ["damaged"],
  },
  {
    name: "twice.docx",
    read: "document",
    make: () => wordFile(["字"], undefined, [text("<a/>", "word/document.xml")]),
    reasons: ["damaged"],
  },
  {
    name: "no-such-character.docx",
    read: "document",
    make: () => wordFile([], "<w:p><w:r><w:t>&#xFFFFFFFF;</w:t></w:r></w:p>"),
    reasons: ["damaged"],
  },
  {
    name: "unclosed-sheets.xlsx",
    read: "workbook",
    make: () => workbookFile(`<workbook>${"<sheet ".repeat(100_000)}`),
    reasons: ["damaged"],
  },
  {
    name: "names-without-end.xlsx",
    read: "workbook",
    make: () => workbookFile(`<workbook><sheets><sheet ${"a".repeat(1_000_000)}/></sheets></workbook>`),
    reasons: ["damaged"],
  },
  {
    name: "no-such-character.xlsx",
    read: "workbook",
    make: () => workbookFile('<workbook><sheets><sheet name="&#xFFFFFFFF;"/></sheets></workbook>'),
    reasons: ["damaged"],
  },
  { name: "laughs.xlsx", read: "workbook", make: () => workbookFile(LAUGHS), reasons: ["damaged"] },
  {
    name: "two-million-sheets.xlsx",
    read: "workbook",
    make: () => workbookFile(`<workbook><sheets>${'<sheet name="a"/>'.repeat(2_000_000)}</sheets></workbook>`),
    reasons: ["tooComplex"],
  },
  {
    name: "drawings-in-a-circle.xlsx",
    read: "workbook",
    make: () => workbookFile(SHEET, '<Relationship Id="r1" Type="x/drawing" Target="workbook.xml"/>'.repeat(5000)),
    reasons: [null],
  },
  { name: "nested-forms.pdf", read: "document", make: () => nestedForms(30), reasons: ["tooSlow", "scanned"] },
  { name: "flate-bomb.pdf", read: "document", make: flateBomb, reasons: ["bomb"] },
  { name: "utf-32-le.txt", read: "document", make: () => utf32(CHINESE, false, true), reasons: ["otherEncoding"] },
  { name: "utf-32-be.txt", read: "document", make: () => utf32(CHINESE, true, true), reasons: ["otherEncoding"] },
  {
    name: "utf-32-unmarked.txt",
    read: "document",
    make: () => utf32(CHINESE, false, false),
    reasons: ["otherEncoding"],
  },
  { name: "latin-1.txt", read: "document", make: () => Buffer.from(FRENCH, "latin1"), reasons: ["otherEncoding"] },
];
