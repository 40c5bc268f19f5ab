/** The tolerances of the ledger that counts, followed as people edit them, so that functions and ledger give one verdict. */
import { rulesOfLedger } from "../sheets/ledgerRules";
import { ledgerThatCounts, type LedgerHead } from "./findLedger";
import type { OurCell } from "./inspect";
import { callAnew } from "./refresh";
import { session } from "./session";
import { inTurn } from "./writingQueue";

/** What came of a look at the tolerances. */
export interface Followed {
  /** The sheet of the ledger that counts; null where there is none. */
  readonly sheet: string | null;
  /** Whether functions judge otherwise than before. */
  readonly isChanged: boolean;
  /** How many cells were called anew; null where 刷新 has to do it. */
  readonly cells: number | null;
}

/** The functions whose answers depend on tolerances. */
const GIVES_VERDICT = /\bTARGET\.(STATUS|WHY|CHECK)\s*\(/i;
const isVerdict = ({ formula }: OurCell) => GIVES_VERDICT.test(formula);
/** More cells are not called anew unasked: Excel would stand still while somebody types. */
const CELLS_AT_MOST = 2000;

/**
 * Reads the tolerances and judges by them from now on. Four requests at most; cells are called anew only where verdicts may differ.
 * @param isOpening what functions answered before the file was opened stands in it and is right; only later answers are asked for anew
 * @param mayWrite whether cells may be called anew: who did not edit leaves that to who did
 */
export function followTolerances(
  context: Excel.RequestContext,
  { isOpening = false, mayWrite = true }: { readonly isOpening?: boolean; readonly mayWrite?: boolean } = {},
): Promise<Followed & { readonly head: LedgerHead | null }> {
  return inTurn(["tolerances", isOpening, mayWrite], async () => {
    const head = await ledgerThatCounts(context);
    const before = judgedBy();
    const hadJudged = session.hasJudged;
    session.useLedgerRules(head && rulesOfLedger(head.ledger));
    const isChanged = judgedBy() !== before;
    const outcome = (cells: number | null) => ({ sheet: head?.ledger.name ?? null, isChanged, cells, head });
    if (!isChanged || (isOpening && !hadJudged)) return outcome(0);
    return outcome(mayWrite ? await calledAnew(context) : null);
  });
}

/** Calls the verdicts anew. @returns how many; null where they are too many, or Excel refuses now */
async function calledAnew(context: Excel.RequestContext): Promise<number | null> {
  const meant = new Set<string>();
  const isMeant = (cell: OurCell) => {
    if (isVerdict(cell)) meant.add(`${cell.sheet}!${cell.address}`);
    return isVerdict(cell);
  };
  try {
    const { cells } = await callAnew(context, isMeant, CELLS_AT_MOST);
    return cells < meant.size ? null : cells;
  } catch {
    return null;
  }
}

/** By what functions judge at present, to be compared. */
const judgedBy = () => JSON.stringify(session.noVerdict?.facts ?? session.measuring);

const PAUSE = 400; // ms: an edit comes as several events
const RETRY_PAUSE = 3000; // ms: while a cell is being edited Excel answers nothing
const TRIES = 20;

/** Follows the tolerances for as long as the add-in runs. Small: an edit elsewhere asks Excel nothing. */
export class ToleranceWatch {
  private head: LedgerHead | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isRemoteOnly = true;
  private failures = 0;

  /**
   * @param run runs work in Excel
   * @param told called with what changed, once it is in force
   */
  constructor(
    private readonly run: <T>(work: (context: Excel.RequestContext) => Promise<T>) => Promise<T>,
    private readonly told: (followed: Followed) => void,
    private readonly pause = PAUSE,
  ) {}

  /** Reads the tolerances of a workbook just opened, and follows them. */
  async start(): Promise<void> {
    await this.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.onChanged.add((event) => this.changed(event));
      const sheetsChanged = () => this.lookSoon(true);
      worksheets.onAdded.add(sheetsChanged);
      worksheets.onDeleted.add(sheetsChanged);
      await context.sync();
    });
    await this.look(true);
  }

  private changed(event: Excel.WorksheetChangedEventArgs): Promise<void> {
    return this.concerns(event) ? this.lookSoon(event.source === "Remote") : Promise.resolve();
  }

  /** Whether an edit may have changed the tolerances, or made a ledger. */
  private concerns({ worksheetId, address, changeType, triggerSource }: Excel.WorksheetChangedEventArgs): boolean {
    const isOneCell = !/[:,]/.test(address);
    if (!this.head) return !isOneCell;
    if (worksheetId !== this.head.id) return false;
    if ((changeType as string) !== "RangeEdited" || (!isOneCell && (triggerSource as string) === "ThisLocalAddin"))
      return true;
    const rows = [...address.matchAll(/\d+/g)].map(([row]) => Number(row) - 1);
    return rows.length === 0 || Math.min(...rows) <= this.head.ledger.header;
  }

  private lookSoon(isRemote: boolean, pause = this.pause): Promise<void> {
    this.isRemoteOnly &&= isRemote;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.look(false), pause);
    return Promise.resolve();
  }

  private async look(isOpening: boolean): Promise<void> {
    const mayWrite = isOpening || !this.isRemoteOnly;
    this.isRemoteOnly = true;
    try {
      const { head, ...followed } = await this.run((context) => followTolerances(context, { isOpening, mayWrite }));
      this.head = head;
      this.failures = 0;
      if (followed.isChanged) this.told(followed);
    } catch {
      this.failures += 1;
      if (this.failures < TRIES) void this.lookSoon(!mayWrite, RETRY_PAUSE);
    }
  }
}
