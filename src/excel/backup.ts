/**
 * What is needed to take a change back, kept in the workbook while the change is under way. It goes in as the first act of the first
 * request and out as the last act of the last: where it stands, the change is not done; where it is gone, it is.
 */
import type { Dress } from "../sheets/ledgerRow";
import type { Block } from "../sheets/plan";
import type { CellValue } from "../sheets/standingLedger";
import type { ReshapedColumns } from "./reshapeBack";
import { fromXml, PARTS, toXml, type Part } from "./workbookStore";

/** What was being done. */
export const CHANGES = [
  "build",
  "summary",
  "scores",
  "copy",
  "update",
  "freeze",
  "collect",
  "undo",
  "refresh",
  "places",
  "issues",
  "catalogSheet",
  "mark",
  "unmark",
  "view",
  "mend",
  "insert",
] as const;
export type Changing = (typeof CHANGES)[number];

/** A sheet of ours: known by its id, or, while its id has not come back, by a name nobody else gives. */
export interface MadeSheet {
  readonly id: string | null;
  readonly alias: string;
}

/** A sheet that another takes the place of. It stands aside under a name of ours until the other is in place. */
export interface ReplacedSheet {
  readonly id: string;
  readonly name: string;
  readonly aside: string;
  /** Formulas on other sheets that speak of it, as they read before. */
  readonly cells: readonly ReferringCell[];
  /** Names that speak of it; `sheet` is the id of the sheet they belong to, null for the workbook's. */
  readonly names: readonly { readonly sheet: string | null; readonly name: string; readonly formula: string }[];
}
export interface ReferringCell {
  /** The sheet's id. */
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

/** Cells of one column of a sheet as they were typed, each by its row and by the 编号 in that row; "" where its place alone tells it. */
export interface KeptCells {
  readonly sheet: string;
  readonly column: number;
  readonly idColumn: number;
  readonly cells: readonly (readonly [row: number, id: string, before: CellValue])[];
  /** Their number format, where that changes too. */
  readonly format?: string;
}

/** Rows put below what a sheet held, told by what two of their columns say. */
export interface AppendedRows {
  readonly sheet: string;
  readonly first: number;
  readonly columns: number;
  readonly keyColumns: readonly [number, number];
  readonly keys: readonly (readonly [string, string])[];
}

/** A ledger that is extended where it stands; `copy` is the name of the sheet that shows it as it was. */
export interface GrownSheet {
  readonly sheet: string;
  readonly name: string;
  readonly copy: string;
  readonly idColumn: number;
  readonly insertions: readonly { readonly before: number; readonly rows: number }[];
  /** The 编号 of the rows that come in. */
  readonly added: readonly string[];
  /** What is written once the rows are in. */
  readonly written: readonly Block[];
  /** Where number formats are written, rows that come in included. */
  readonly formatted: readonly Block[];
  /** Cells of standing rows that are painted and locked anew; left out by changes that paint none. */
  readonly painted?: readonly Block[];
  /** Columns that come in or step aside; left out where none do. */
  readonly columns?: ReshapedColumns;
}

/** Cells of ours beside a person's table: nothing of theirs stood there. */
export interface KeptArea {
  /** The sheet's id. */
  readonly sheet: string;
  /** The sheet's own name for the cells. */
  readonly name: string;
  /** What is written into; null where marks are taken away. */
  readonly block: Block | null;
  /** What stood there of ours, or null: its contents as typed, in rectangles, and how it looked. */
  readonly before: AreaBefore | null;
  /** The columns' widths in points before, from `column` on; a hidden one has none. */
  readonly column: number;
  readonly widths: readonly (number | null)[];
}
export interface AreaBefore {
  readonly block: Block;
  readonly contents: readonly { readonly block: Block; readonly formulas: readonly (readonly CellValue[])[] }[];
  readonly dress: Dress;
}

export interface KeptProtection {
  readonly sheet: string;
  readonly options: Excel.WorksheetProtectionOptions;
}

export interface Backup {
  readonly version: 1;
  /** Told from every other by this. */
  readonly key: string;
  /** Counts up where a change keeps more of it as it goes on. */
  readonly stage: number;
  /** Who carries it out: one run of the add-in. */
  readonly owner: string;
  /** When it last went on: ISO 8601, in UTC. */
  readonly at: string;
  readonly what: Changing;
  /** The sheet as people know it. */
  readonly sheet: string;
  readonly made: readonly MadeSheet[];
  readonly replaced: ReplacedSheet | null;
  readonly cells: readonly KeptCells[];
  readonly appended: readonly AppendedRows[];
  readonly grown: GrownSheet | null;
  /** Left out by changes that write beside no table of a person's own. */
  readonly area?: KeptArea | null;
  readonly protections: readonly KeptProtection[];
  /** Nothing is kept yet: the change is about to look at the workbook, so that no other begins beside it. */
  readonly isClaim: boolean;
  /** Everything is written, and only what stood before is still to go: once some of it has gone there is no way back, only forward. */
  readonly isOver: boolean;
  /** A part of which another takes the place, with the ids of those that stood. */
  readonly part: { readonly part: Part; readonly before: readonly string[] } | null;
}

/** What there is to do on one sheet (by its id), once it is open for writing; null where all is as before. */
export type Repair = { readonly sheet: string; readonly act: () => void } | null;

/** A change was not done and could not be taken back either, since Excel refused; what was there before is kept in the workbook. */
export class BackupKept extends Error {
  constructor(
    readonly backup: Pick<Backup, "what" | "sheet" | "at">,
    /** Whether it is left from a change before this one, which was not begun. */
    readonly isEarlier: boolean,
    override readonly cause: unknown,
  ) {
    super("a change is half done");
  }
}

/** Rows were moved, or cells filled in, between looking and writing; nothing stays written. */
export class RowsMoved extends Error {
  readonly code = "RowsMoved";
}

/** Somebody else is carrying a change out at this moment: neither is another begun beside it nor is theirs taken back. */
export class OthersAtWork extends Error {
  constructor(readonly backup: Pick<Backup, "what" | "sheet" | "at">) {
    super("somebody else's change is under way");
  }
}

/** This run of the add-in, told from those of co-authors. */
const OWNER = nonce();

/** Minutes after which a change that has not gone on is taken to be left half done, whoever began it. */
export const MINUTES_UNDER_WAY = 10;

/** Whether a standing backup belongs to somebody else's change that goes on. Clocks may differ, so one of the near future counts too. */
export function isOthersWork({ owner, at }: Backup, now = Date.now()): boolean {
  const age = now - Date.parse(at);
  return owner !== OWNER && Math.abs(age) < MINUTES_UNDER_WAY * 60_000;
}

export function newBackup(what: Changing, sheet: string, kept: Partial<Backup>): Backup {
  return {
    version: 1,
    key: nonce(),
    stage: 0,
    owner: OWNER,
    at: new Date().toISOString(),
    what,
    sheet,
    made: [],
    replaced: null,
    cells: [],
    appended: [],
    grown: null,
    protections: [],
    part: null,
    isClaim: false,
    isOver: false,
    ...kept,
  };
}

/** Letters and digits that nobody else happens upon. */
function nonce(): string {
  return Array.from({ length: 10 }, () => Math.floor(Math.random() * 36).toString(36)).join("");
}

/** A sheet's name for as long as the sheet is under way. @example aliasOf("台账") // "台账~x3k90fj2ma" */
export function aliasOf(name: string): string {
  return `${name.slice(0, 20)}~${nonce()}`;
}

/** A backup that stands in the workbook, and the ids of its parts. */
export interface StandingBackup {
  readonly backup: Backup;
  readonly parts: readonly string[];
}

/** The backups that stand in the workbook: one at most on any ordinary day. Two requests, one where there is none. */
export async function standingBackups(context: Excel.RequestContext): Promise<StandingBackup[]> {
  return lookForBackups(context).found(true);
}

/** Looks for backups in the request that comes next; `found` is to be asked after it. */
function lookForBackups(
  context: Excel.RequestContext,
  own: Excel.CustomXmlPart | null = null,
): { found(sends?: boolean): Promise<StandingBackup[]> } {
  own?.load("id");
  const parts = context.workbook.customXmlParts.getByNamespace(PARTS.change);
  parts.load("items/id");
  return {
    found: async (sends = false) => {
      if (sends) await context.sync();
      const xmls = await textsOf(context, parts, own);
      const byKey = new Map<string, StandingBackup>();
      for (const { id, xml } of xmls) {
        const backup = fromXml(xml.value);
        if (!isBackup(backup)) continue;
        const known = byKey.get(backup.key);
        const newest = known && known.backup.stage > backup.stage ? known.backup : backup;
        byKey.set(backup.key, { backup: newest, parts: [...(known?.parts ?? []), id] });
      }
      return [...byKey.values()];
    },
  };
}

/** The texts of parts. Somebody else may put others in their place between asking which there are and reading them. */
async function textsOf(
  context: Excel.RequestContext,
  parts: Excel.CustomXmlPartScopedCollection,
  own: Excel.CustomXmlPart | null,
  attempts = 3,
): Promise<{ id: string; xml: { value: string } }[]> {
  const others = parts.items.filter(({ id }) => id !== own?.id);
  if (others.length === 0) return [];
  try {
    const xmls = others.map(({ id }) => ({ id, xml: parts.getItem(id).getXml() }));
    await context.sync();
    return xmls;
  } catch (error) {
    if ((error as { code?: unknown }).code !== "ItemNotFound" || attempts <= 1) throw error;
    // What looks and has made itself known looks anew: what it has read meanwhile may be of before.
    if (own) throw new RowsMoved();
    parts.load("items/id");
    await context.sync();
    return textsOf(context, parts, own, attempts - 1);
  }
}

/**
 * Looks for a change that was left half done, in the request that comes next. To be asked after it: nothing is begun on top of such a
 * change, for taking it back would take the new one along, nor beside one of somebody else's that goes on.
 * @param own the part by which the change that looks has made itself known
 */
export function lookForUnfinished(context: Excel.RequestContext, own: Excel.CustomXmlPart | null = null): Unfinished {
  const look = lookForBackups(context, own);
  return {
    mustBeNone: async () => {
      const standing = await look.found();
      const ended = standing.filter(({ backup }) => !isOthersWork(backup));
      const halfDone = ended.find(({ backup }) => !backup.isClaim);
      if (halfDone) throw new BackupKept(halfDone.backup, true, null);
      const others = standing.find(({ backup }) => isOthersWork(backup));
      if (others) throw new OthersAtWork(others.backup);
      dropClaims(context, ended);
    },
  };
}

/** What was looked for at the beginning of a change. @throws BackupKept, OthersAtWork */
export interface Unfinished {
  mustBeNone(): Promise<void>;
}

/** Takes out, with the request that comes next, claims of changes that never wrote anything. */
export function dropClaims(context: Excel.RequestContext, standing: readonly StandingBackup[]): void {
  for (const { backup, parts } of standing)
    if (backup.isClaim) for (const id of parts) context.workbook.customXmlParts.getItem(id).delete();
}

/** The part that keeps a backup while its change is under way. */
export class Keeper {
  private part: Excel.CustomXmlPart | null = null;
  /** Whether it was taken out in the request that went last. */
  isDropped = false;
  /** Whether the change has come to an end, one way or the other. */
  isSettled = false;

  constructor(
    readonly context: Excel.RequestContext,
    public backup: Backup,
  ) {}

  /**
   * Makes the change known with the request that comes next, before anything is looked at: of two that begin in the same instant the
   * later one sees the other, and goes no further.
   */
  claim(): Unfinished {
    this.put({ isClaim: true });
    return this.lookForOthers();
  }

  /** Looks, in the request that puts the backup in, for what else is under way. */
  lookForOthers(): Unfinished {
    return lookForUnfinished(this.context, this.part);
  }

  /** Takes out, with the request that comes next, what was put in, since nothing is changed after all. */
  withdraw(): void {
    this.part?.delete();
  }

  /** Puts the backup into the workbook, in place of what was kept before, with the request that comes next. */
  put(more: Partial<Backup> = {}): void {
    this.backup = { ...this.backup, ...more, stage: this.backup.stage + 1, at: new Date().toISOString() };
    this.replace(this.backup);
  }

  /**
   * Ends the change in the request that comes next, which must not be the one that put the backup in.
   * @param last does away with what stood before
   */
  end(last: () => void = () => undefined): void {
    this.replace({ ...this.backup, stage: this.backup.stage + 1, isOver: true });
    last();
    this.part?.delete();
    this.isDropped = true;
  }

  private replace(backup: Backup): void {
    const old = this.part;
    this.part = this.context.workbook.customXmlParts.add(toXml("change", backup));
    old?.delete();
  }
}

/** Somebody else may have written into the part. What is not whole is not acted upon. */
function isBackup(kept: unknown): kept is Backup {
  const { version, key, stage, at, what, sheet, made, cells, appended, protections } = (kept ?? {}) as Partial<
    Record<keyof Backup, unknown>
  >;
  return (
    version === 1 &&
    [key, at, sheet].every((text) => typeof text === "string") &&
    typeof stage === "number" &&
    CHANGES.some((each) => each === what) &&
    [made, cells, appended, protections].every(Array.isArray)
  );
}
