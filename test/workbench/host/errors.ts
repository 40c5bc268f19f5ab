/** Excel's errors: the code a program tests and the sentence Microsoft documents for it. */
const MESSAGES = {
  AccessDenied: "You cannot perform the requested operation.",
  ApiNotFound:
    "The API you are trying to use could not be found. It may be available in a newer version of Excel. See the Excel JavaScript API requirement sets article for more information.",
  BadPassword: "The password you supplied is incorrect.",
  GeneralException: "There was an internal error while processing the request.",
  InsertDeleteConflict: "The insert or delete operation attempted resulted in a conflict.",
  InvalidArgument: "The argument is invalid or missing or has an incorrect format.",
  InvalidOperation: "The operation attempted is invalid on the object.",
  InvalidOperationInCellEditMode:
    "Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.",
  InvalidReference: "This reference is not valid for the current operation.",
  ItemAlreadyExists: "The resource being created already exists.",
  ItemNotFound: "The requested resource doesn't exist.",
  NotImplemented: "The requested feature isn't implemented.",
  RequestPayloadSizeLimitExceeded: "The request payload size has exceeded the limit.",
  ResponsePayloadSizeLimitExceeded: "The response payload size has exceeded the limit.",
  UnsupportedFeature: "The operation failed because the source worksheet contains one or more unsupported features.",
  ServiceNotAvailable: "The service is unavailable.",
} as const;

export type OfficeErrorCode = keyof typeof MESSAGES;

export class OfficeError extends Error {
  constructor(
    readonly code: OfficeErrorCode,
    /** What exactly was refused: for the developer at the workbench; Excel says no more than the documented sentence. */
    readonly detail: string,
    message: string = MESSAGES[code],
  ) {
    super(message);
  }
}

export const invalid = (detail: string): OfficeError => new OfficeError("InvalidArgument", detail);

/** What Excel says when an array does not fit its range. */
export const wrongShape = (detail: string): OfficeError =>
  new OfficeError(
    "InvalidArgument",
    detail,
    "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
  );
