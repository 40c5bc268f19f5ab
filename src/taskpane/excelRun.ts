/** The one place where the pane talks to Excel: every failure becomes a sentence. */
import { errorSentence, strings } from "../strings/strings";

/** What came of work in Excel. */
export type Outcome<T> = { readonly done: true; readonly answer: T } | { readonly done: false };

/** Work in one Excel.run; a failure is told in a sentence instead of being thrown. */
export async function excelRun<T>(
  work: (context: Excel.RequestContext) => Promise<T>,
  tell: (sentence: string) => void,
): Promise<Outcome<T>> {
  try {
    return { done: true, answer: await Excel.run(work) };
  } catch (error) {
    tell(failureSentence(error));
    return { done: false };
  }
}

function failureSentence(error: unknown): string {
  if (!(error instanceof OfficeExtension.Error)) return errorSentence(error);
  const words = strings().pane;
  // The two refusals a person can clear away without help.
  if (error.code === "InvalidOperationInCellEditMode") return words.cellBeingEdited;
  if (error.code === "AccessDenied" || error.code === "BadPassword") return words.sheetProtected;
  return words.failedHost(error.code);
}
