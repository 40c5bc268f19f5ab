/** A Word document as text with its tables. mammoth reads the file; its own plain text would drop line breaks and lose the cells. */
import mammoth from "mammoth";
import { TextWithTables, type CellFound, type Grid } from "./grid";
import { tidyText } from "./tidyText";

/** What is used of the elements mammoth hands to `transformDocument`. */
interface WordElement {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly WordElement[];
  readonly colSpan?: number;
  readonly rowSpan?: number;
}

/** @param bytes an archive packed of checked parts, see files/archive.ts @throws whatever mammoth throws at a damaged file */
export async function readWordText(bytes: Uint8Array): Promise<{ text: string; grids: readonly Grid[] }> {
  const arrayBuffer = new Uint8Array(bytes).buffer;
  const written = new TextWithTables();
  const take = (document: WordElement): WordElement => {
    write(document, written);
    return { ...document, children: [] }; // nothing is left to be turned into HTML
  };
  // One reader asks for the bytes by the one name, its twin for browsers by the other.
  const byBothNames = { arrayBuffer, buffer: arrayBuffer };
  await mammoth.convertToHtml(byBothNames, { transformDocument: take });
  return { text: written.text, grids: written.grids };
}

function write(element: WordElement, written: TextWithTables): void {
  if (element.type === "table") {
    const rows = tableRows(element);
    // A table of one column or one row lays a page out: its text is prose.
    if (rows.some((row) => row.length > 1) && rows.length > 1) return written.addTable(rows);
    for (const row of rows) for (const { text } of row) written.add(`${text}\n`);
    return;
  }
  if (element.type === "paragraph") return written.add(`${tidyText(textOf(element))}\n`);
  for (const child of element.children ?? []) write(child, written);
}

function tableRows(table: WordElement): CellFound[][] {
  return (table.children ?? [])
    .filter(({ type }) => type === "tableRow")
    .map((row) =>
      (row.children ?? [])
        .filter(({ type }) => type === "tableCell")
        .map((cell) => ({ text: tidyText(blocksOf(cell)), rows: cell.rowSpan ?? 1, columns: cell.colSpan ?? 1 })),
    );
}

/** The paragraphs of a cell, one a line; a table inside it as its rows. */
function blocksOf(cell: WordElement): string {
  return (cell.children ?? [])
    .map((child) =>
      child.type === "table"
        ? tableRows(child)
            .flat()
            .map(({ text }) => text)
            .join("\n")
        : textOf(child),
    )
    .filter((text) => text.trim() !== "")
    .join("\n");
}

function textOf(element: WordElement): string {
  if (element.type === "text") return element.value ?? "";
  if (element.type === "tab") return " ";
  if (element.type === "break") return "\n";
  return (element.children ?? []).map(textOf).join("");
}
