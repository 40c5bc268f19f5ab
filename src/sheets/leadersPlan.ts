/**
 * What makes a leader's sheet of the copy of a ledger: the columns a leader reads side by side, the verdict among them without
 * scrolling, and nothing that is about filling in.
 */
import type { Rules } from "../core/status";
import { STATUSES } from "../core/types";
import { zhSheets as zh } from "../strings/zhSheets";
import { EVERY_PERIOD_COLUMN, type LedgerColumn, type LedgerSettings } from "./ledgerColumns";
import { leadersCopyStamp } from "./leadersCopy";
import { cell, type Block } from "./plan";
import { lastRowOf, settingOf, type StandingLedger } from "./standingLedger";
import { STATUS_LOOKS } from "./statusColours";

const words = zh.ledger;

/** Between the names and the verdict only what it rests on; the rest stays in the sheet, hidden. */
const HIDDEN: readonly LedgerColumn[] = ["unit", "baseline", ...EVERY_PERIOD_COLUMN, "past", "source", "id", "counted"];
/** Where people write in the ledger: in the copy nobody does. */
const TYPED: readonly LedgerColumn[] = ["baseline", ...EVERY_PERIOD_COLUMN, "reason", "measures"];
const TOLERANCES: readonly (keyof LedgerSettings)[] = ["shareTolerance", "pointTolerance", "shareGrace"];
/** The ledger's rules begin with those of verdicts; the others are about typing. */
const RULES_OF_VERDICTS = 3;

/** What to do with the copy; places are the ledger's, from 0, before any row comes or column goes. */
export interface LeadersPlan {
  /** The cell that names the catalog; null where it was taken out, and a row below the title takes the stamp. */
  readonly stampAt: Block | null;
  readonly titleRow: number;
  readonly stamp: string;
  /** Cells to empty, with their fills and borders. */
  readonly emptied: readonly Block[];
  /** Cells that lose the colour of what is to be typed. */
  readonly plain: readonly Block[];
  readonly texts: readonly { readonly at: Block; readonly text: string }[];
  readonly hidden: readonly number[];
  /** Columns to take out. */
  readonly removed: readonly number[];
}

/** @param rules by which the ledger is judged; its own cells say the tolerances */
export function leadersPlan(ledger: StandingLedger, { preset }: Rules, madeAt: Date): LeadersPlan {
  const { cells, at, header, settings } = ledger;
  const head = cells.texts.slice(0, header - cells.row);
  const places = textPlaces(ledger);
  const catalog = places.find(({ row, text }) => row < header && text.startsWith(words.catalogMark));
  const entries = Object.values(words.entry);
  const note = entries.reduce((text, entry) => text.replace(entry, ""), catalog?.text ?? "").trim();
  const [first, last] = [header + 1, lastRowOf(ledger)];
  const spread = (column: number): Block => ({ row: first, column, rows: last - first + 1, columns: 1 });
  const columns = (wanted: readonly LedgerColumn[]) => wanted.flatMap((column) => at[column] ?? []);
  const aboutTyping = new Set<string>(words.rules.slice(RULES_OF_VERDICTS));
  const typingRules = places.filter(({ row, text }) => row > last && aboutTyping.has(text));
  const shown = (name: keyof LedgerSettings) => settingOf(ledger, name)?.text ?? "";
  const inForce = words.history.rules(
    zh.presets[preset].name,
    shown("shareTolerance"),
    shown("pointTolerance"),
    shown("shareGrace"),
  );
  const [free] = typingRules;
  return {
    stampAt: catalog ? cell(catalog.row, catalog.column) : null,
    titleRow:
      cells.row +
      Math.max(
        0,
        head.findIndex((row) => row.some((text) => text !== "")),
      ),
    stamp: leadersCopyStamp(madeAt, note),
    emptied: [
      ...TOLERANCES.flatMap((name) => settings[name] ?? []),
      ...labelsOf(ledger),
      ...legendAbove(ledger),
      ...typingRules.map(({ row, column }) => cell(row, column)),
    ],
    plain: [...columns(TYPED).map(spread), ...(settings.asOf ? [settings.asOf] : [])],
    texts: free ? [{ at: cell(free.row, free.column), text: inForce }] : [],
    hidden: columns(HIDDEN),
    removed: columns(["hint"]),
  };
}

/** The labels of the tolerances. */
function labelsOf(ledger: StandingLedger): Block[] {
  const labels: ReadonlySet<string> = new Set([words.toleranceShare, words.tolerancePoints, words.graceShare]);
  return textPlaces(ledger)
    .filter(({ row, text }) => row < ledger.header && labels.has(text.trim()))
    .map(({ row, column }) => cell(row, column));
}

/** The legend beside the title: with columns hidden a part of it would be left. The whole of it stands below the rows. */
function legendAbove(ledger: StandingLedger): Block[] {
  const places = textPlaces(ledger);
  const isWholeBelow = STATUSES.every((status) =>
    places.some(({ row, text }) => row > ledger.header && text === zh.status[status]),
  );
  const marks = new Set(STATUSES.map((status) => `${STATUS_LOOKS[status].shape} ${zh.status[status]}`));
  const above = places.filter(({ row, text }) => row < ledger.header && marks.has(text));
  return isWholeBelow ? above.map(({ row, column }) => cell(row, column)) : [];
}

/** Every filled cell of the sheet with its place. */
function textPlaces({ cells }: StandingLedger): { row: number; column: number; text: string }[] {
  return cells.texts.flatMap((texts, row) =>
    texts.flatMap((text, column) =>
      text === "" ? [] : [{ row: cells.row + row, column: cells.column + column, text }],
    ),
  );
}
