/**
 * What goes wrong on a bad day, on demand: refused requests, slow answers, limits of size, a co-author, a read-only document, a
 * cell that is being edited. Without a demand only the limits of Excel on the web hold.
 */
import { parseCells, splitSheet } from "../engine/address";
import type { Scalar } from "../engine/engine";
import { OfficeError, type OfficeErrorCode } from "./errors";
import type { Host } from "./model/host";

/** Excel on the web takes and gives no more than this. */
const LARGEST_MESSAGE = 5 * 1024 * 1024;

/** Methods that change nothing, by their names. */
const READING = /^(_|get|select|activate|calculate|suspend|load)/i;

interface Demand {
  readonly code: OfficeErrorCode;
  readonly member: string | null;
  /** Whether all that follow fail too. */
  readonly lasts: boolean;
  /** How many more times it is met before it fails. */
  left: number;
}

/** Whether a member is read, written or called. */
export type Use = "read" | "write" | "call";

export class Faults {
  /** The web client's limits; desktop Excel has none. */
  refusesLargeRequests = true;
  refusesLargeResponses = true;
  /** The document is open for reading only: every change is refused. */
  isReadOnly = false;
  /** A person is typing into a cell: every request about the workbook is refused. */
  isCellBeingEdited = false;
  /** The code it is refused with: both are documented. */
  editModeCode: "InvalidOperationInCellEditMode" | "InvalidOperation" = "InvalidOperationInCellEditMode";
  /** `unprotect` answers AccessDenied though no password is set, as builds of Excel did in 2026. */
  refusesUnprotect = false;
  /** How long every answer waits, in milliseconds. */
  delay = 0;
  private demands: Demand[] = [];
  private deletions: { sheet: string; left: number }[] = [];
  private lostAnswers: { readonly code: OfficeErrorCode; left: number }[] = [];
  private acts: { readonly act: () => Promise<void> | void; left: number }[] = [];

  constructor(private readonly host: Host) {}

  /** Protection options nobody has set are read as null, which `protect` does not take back. */
  get readsUnsetOptionsAsNull(): boolean {
    return this.host.readsUnsetOptionsAsNull;
  }
  set readsUnsetOptionsAsNull(on: boolean) {
    this.host.readsUnsetOptionsAsNull = on;
  }

  /** The n-th request from now fails before any of it is done. @param nth 1 is the next */
  failRequest(code: OfficeErrorCode, nth = 1): void {
    this.demands.push({ code, member: null, left: nth, lasts: false });
  }

  /** The n-th request from now and all that follow fail before any of them is done. */
  failRequestsFrom(code: OfficeErrorCode, nth = 1): void {
    this.demands.push({ code, member: null, left: nth, lasts: true });
  }

  /** The n-th request from now is carried out, and its answer is lost on the way. */
  loseAnswer(code: OfficeErrorCode, nth = 1): void {
    this.lostAnswers.push({ code, left: nth });
  }

  /** Something happens just before the n-th request from now: a co-author acts, a cell begins to be edited, the document is locked. */
  beforeRequest(nth: number, act: () => Promise<void> | void): void {
    this.acts.push({ act, left: nth });
  }

  /**
   * The request fails at the n-th use of a member; what it did before stays done, as in Excel.
   * @param member as in "Range.formulas"
   */
  failAt(member: string, code: OfficeErrorCode, nth = 1): void {
    this.demands.push({ code, member, left: nth, lasts: false });
  }

  /** A co-author deletes a sheet just before the n-th request from now: between two syncs of one piece of work. */
  deleteSheetBefore(sheet: string, nth = 1): void {
    this.deletions.push({ sheet, left: nth });
  }

  /**
   * A co-author writes into cells: the values change, and handlers hear of it with the source Remote.
   * @param address with or without a sheet, as in "台账!B3:C3"
   */
  async coAuthorWrites(address: string, values: readonly (readonly Scalar[])[]): Promise<void> {
    const split = splitSheet(address);
    const cells = split && parseCells(split.cells);
    const sheet = split?.sheet ? this.host.findSheet(split.sheet) : this.host.engine.activeSheet();
    if (!cells || !sheet) throw new Error(`“${address}” is no address of this workbook`);
    if (values.length !== cells.rows || values.some((row) => row.length !== cells.columns))
      throw new Error(`the values do not fit ${address}`);
    const area = { sheet, ...cells };
    this.host.engine.write(
      area,
      values.map((row) =>
        row.map((value) => (typeof value === "string" && /^=./.test(value) ? { formula: value } : { value })),
      ),
    );
    this.host.changed(area, "RangeEdited", "person", { source: "Remote" });
    this.host.tellEvents();
    await this.host.engine.calculated();
  }

  /** Back to a good day. */
  clear(): void {
    this.demands = [];
    this.deletions = [];
    this.lostAnswers = [];
    this.acts = [];
    this.isReadOnly = false;
    this.isCellBeingEdited = false;
    this.editModeCode = "InvalidOperationInCellEditMode";
    this.refusesUnprotect = false;
    this.readsUnsetOptionsAsNull = false;
    this.delay = 0;
    this.refusesLargeRequests = true;
    this.refusesLargeResponses = true;
  }

  // ---- asked while a request is worked off

  /** What was to happen before this request. */
  async othersAct(): Promise<void> {
    for (const each of this.acts) each.left -= 1;
    const due = this.acts.filter(({ left }) => left === 0);
    this.acts = this.acts.filter(({ left }) => left > 0);
    for (const { act } of due) await act();
  }

  /** @throws OfficeError where the request is refused as a whole */
  requestComes(bytes: number): void {
    for (const deletion of this.deletions) deletion.left -= 1;
    for (const { sheet } of this.deletions.filter(({ left }) => left === 0)) this.deleteSheet(sheet);
    this.deletions = this.deletions.filter(({ left }) => left > 0);
    if (this.refusesLargeRequests && bytes > LARGEST_MESSAGE)
      throw new OfficeError("RequestPayloadSizeLimitExceeded", "a request may hold 5 MB");
    if (this.isCellBeingEdited) throw new OfficeError(this.editModeCode, "a cell is being edited");
    this.meet(null);
  }

  /** @throws OfficeError where this use of a member is refused */
  memberUsed(member: string, use: Use): void {
    const name = member.slice(member.indexOf(".") + 1);
    if (this.isReadOnly && (use === "write" || (use === "call" && !READING.test(name))))
      throw new OfficeError("AccessDenied", `${member}: the document is open for reading only`);
    if (this.refusesUnprotect && member === "WorksheetProtection.unprotect")
      throw new OfficeError("AccessDenied", "unprotect is refused, with or without a password");
    this.meet(member);
  }

  /** @throws OfficeError where the answer is too large to be sent */
  responseGoes(bytes: number): void {
    for (const each of this.lostAnswers) each.left -= 1;
    const lost = this.lostAnswers.find(({ left }) => left === 0);
    this.lostAnswers = this.lostAnswers.filter(({ left }) => left > 0);
    if (lost) throw new OfficeError(lost.code, "the answer was to be lost");
    if (this.refusesLargeResponses && bytes > LARGEST_MESSAGE)
      throw new OfficeError("ResponsePayloadSizeLimitExceeded", "an answer may hold 5 MB");
  }

  /** The answer is held back as long as was asked for. */
  async wait(): Promise<void> {
    if (this.delay > 0) await new Promise((resolve) => setTimeout(resolve, this.delay));
  }

  private meet(member: string | null): void {
    const met = this.demands.filter((demand) => demand.member === member);
    for (const demand of met) demand.left -= 1;
    const due = met.find(({ left, lasts }) => left === 0 || (lasts && left < 0));
    this.demands = this.demands.filter(({ left, lasts }) => left > 0 || lasts);
    if (due) throw new OfficeError(due.code, `${member ?? "the request"} was to fail`);
  }

  private deleteSheet(name: string): void {
    const sheet = this.host.findSheet(name);
    if (!sheet) return;
    this.host.engine.removeSheet(sheet);
    this.host.engine.events.sheetsChanged?.();
  }
}
