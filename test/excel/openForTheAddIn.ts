/** A workbook in which the add-in's code runs as in its pane: the library's names are global, its functions answer. */
import { addInFunctions } from "../workbench/node/addInFunctions";
import { openWorkbook, type OpenOptions, type OpenWorkbook } from "../workbench/node/openWorkbook";

const opened: OpenWorkbook[] = [];

/** Closes every workbook a test opened; to be called after each test. */
export function closeWorkbooks(): void {
  for (const workbook of opened.splice(0)) workbook.close();
}

/** @param options as `openWorkbook` takes them; the functions are the add-in's own */
export async function openForTheAddIn(options: Omit<OpenOptions, "functions"> = {}): Promise<OpenWorkbook> {
  const workbook = openWorkbook({ ...options, functions: await addInFunctions() });
  workbook.useGlobally();
  opened.push(workbook);
  return workbook;
}

/** The sheets' names in order. */
export const sheetNames = ({ engine }: OpenWorkbook): string[] => engine.sheets().map(({ name }) => name);
