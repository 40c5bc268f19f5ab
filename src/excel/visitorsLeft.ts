/** The reading of files ended with a failure, and sheets or names of them may still be in the workbook. */
export class VisitorsLeft extends Error {
  constructor(override readonly cause: unknown) {
    super("sheets or names of a file may be left over");
  }
}
