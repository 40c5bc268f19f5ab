/** The one place where the pane talks to Excel: every failure becomes a sentence. */
import { BackupKept, MINUTES_UNDER_WAY, OthersAtWork, RowsMoved } from "../excel/backup";
import { runInExcel } from "../excel/run";
import { CalledOff } from "../excel/underWay";
import { VisitorsLeft } from "../excel/visitorsLeft";
import { errorSentence, strings } from "../strings/strings";

/** What came of work in Excel. */
export type Outcome<T> = { readonly done: true; readonly answer: T } | { readonly done: false };

/**
 * Work in one Excel.run; a failure is told in a sentence instead of being thrown.
 * @param offer tells of a change that is half done and can be taken back
 * @param calledOff tells of work that a person called off
 */
export async function excelRun<T>(
  work: (context: Excel.RequestContext) => Promise<T>,
  tell: (sentence: string) => void,
  offer: (sentence: string) => void = tell,
  calledOff: (sentence: string) => void = tell,
): Promise<Outcome<T>> {
  try {
    return { done: true, answer: await runInExcel(work) };
  } catch (error) {
    if (error instanceof BackupKept) offer(backupSentence(error.backup, error.isEarlier));
    else if (error instanceof CalledOff) calledOff(strings().pane.calledOff);
    else tell(failureSentence(error));
    return { done: false };
  }
}

/** What is said of a change that was left half done. @param isEarlier whether it was left so before */
export function backupSentence({ what, sheet, at }: BackupKept["backup"], isEarlier: boolean): string {
  const words = strings().pane;
  return isEarlier ? words.restoreFirst(what, sheet, momentOf(at)) : words.restoreNow(what, sheet);
}

function momentOf(at: string): string {
  return new Date(at).toLocaleString(strings().pane.languageTag, { dateStyle: "medium", timeStyle: "short" });
}

function failureSentence(error: unknown): string {
  if (error instanceof VisitorsLeft) return `${failureSentence(error.cause)} ${strings().returns.mayBeLeft}`;
  if (error instanceof RowsMoved) return strings().pane.rowsMoved;
  if (error instanceof OthersAtWork) {
    const { what, sheet, at } = error.backup;
    return strings().pane.othersAtWork(what, sheet, momentOf(at), MINUTES_UNDER_WAY);
  }
  if (!(error instanceof OfficeExtension.Error)) return errorSentence(error);
  const words = strings().pane;
  // The two refusals a person can clear away without help.
  if (error.code === "InvalidOperationInCellEditMode") return words.cellBeingEdited;
  if (error.code === "BadPassword") return words.sheetProtected;
  // It comes without any protection too: of a read-only file, a policy on file types, or a virus scanner.
  if (error.code === "AccessDenied") return words.accessDenied;
  if (error.code === "ItemAlreadyExists") return words.nameTaken;
  return words.failedHost(error.code);
}
