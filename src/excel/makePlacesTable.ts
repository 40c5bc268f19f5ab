/** The county table in a workbook: made aside, then put in its place; what people typed into the one before goes along. */
import type { Commitment } from "../core/types";
import { PLACES_NAME, placesInOrder, placesTable } from "../sheets/placesTable";
import { carriedOver, standingPlaces } from "../sheets/standingPlaces";
import { applyPlan } from "./applyPlan";
import { firstFreeName, makeSheet } from "./asideSheet";
import { lookForUnfinished, RowsMoved } from "./backup";
import type { Placement } from "./buildLedger";
import { whileRowsMove } from "./change";
import { measure, readMeasured, type MeasuredSheet, type ReadSheet } from "./readSheets";
import type { InForce } from "./session";
import { askForNoTrust } from "./trust";
import { inTurn } from "./writingQueue";

export type PlacesOutcome =
  /** A sheet stands in its place: a county table, of whose figures so many go along or have no place, or something else. */
  | {
      readonly occupied: {
        readonly name: string;
        readonly freeName: string;
        readonly table: { readonly kept: number; readonly lost: number } | null;
      };
    }
  | { readonly built: { readonly name: string; readonly places: number; readonly kept: number } };

/**
 * Makes the county table of some indicators. Three requests to look at what stands, two to write; some more where it takes the place of
 * another sheet.
 * @param ids of the commitments to compare, each split over places
 * @param placement what to do where a table stands already, or its name is taken: ask, make another sheet, or put it in its place
 */
export function makePlacesTable(
  context: Excel.RequestContext,
  inForce: InForce,
  ids: readonly string[],
  placement: Placement,
): Promise<PlacesOutcome> {
  return inTurn(["places", ids, placement], () => whileRowsMove(() => make(context, inForce, ids, placement)));
}

async function make(
  context: Excel.RequestContext,
  { index, rules }: InForce,
  ids: readonly string[],
  placement: Placement,
): Promise<PlacesOutcome> {
  const wholes = ids.flatMap((id): Commitment[] => {
    const whole = index.withId(id);
    return whole ? [whole] : [];
  });
  const unfinished = lookForUnfinished(context);
  const { measured, names } = await standingIn(context);
  await unfinished.mustBeNone();
  const [cells = null] = measured ? await readMeasured(context, [measured]) : [];
  const isBlank = cells?.texts.every((row) => row.every((text) => text === "")) ?? true;
  const table = cells ? standingPlaces(cells) : null;
  const carried = table ? carriedOver(index, wholes, table) : null;
  const freeName = firstFreeName(PLACES_NAME, names);
  if (placement === "ask" && measured && !isBlank)
    return {
      occupied: { name: measured.name, freeName, table: carried ? { kept: carried.kept, lost: carried.lost } : null },
    };
  const replaced = placement === "newSheet" ? null : measured;
  const name = replaced?.name ?? freeName;
  const typed = replaced ? carried?.typed : undefined;
  const plan = placesTable(index, wholes, rules, name, `${index.catalog.year}Q1`, typed);
  await makeSheet(context, {
    what: "places",
    name,
    replaces: replaced?.name ?? null,
    begin: (alias) => context.workbook.worksheets.add(alias),
    fill: async (sheet) => {
      await applyPlan(context, sheet, plan);
      sheet.activate();
      sheet.getRangeByIndexes(plan.start.row, plan.start.column, 1, 1).select();
      if (replaced && cells) await mustBeSame(context, replaced, cells);
    },
    besides: () => askForNoTrust(context),
  });
  return { built: { name, places: placesInOrder(index).length, kept: replaced ? (carried?.kept ?? 0) : 0 } };
}

/** The table that is open, or the sheet of its usual name; and the names of all sheets. Two requests. */
async function standingIn(
  context: Excel.RequestContext,
): Promise<{ measured: MeasuredSheet | null; names: readonly string[] }> {
  const { worksheets } = context.workbook;
  worksheets.load("items/name");
  const active = worksheets.getActiveWorksheet();
  active.load("name");
  const mark = active.names.getItemOrNullObject(PLACES_NAME);
  await context.sync();
  const names = worksheets.items.map(({ name }) => name);
  const standing = worksheets.items.find(({ name }) => name === (mark.isNullObject ? PLACES_NAME : active.name));
  if (!standing) return { measured: null, names };
  const measured = measure(standing, standing.name);
  await context.sync();
  return { measured, names };
}

/** @throws RowsMoved where somebody wrote into the sheet that is about to go since it was read */
async function mustBeSame(
  context: Excel.RequestContext,
  { sheet, name }: MeasuredSheet,
  before: ReadSheet,
): Promise<void> {
  const measured = measure(sheet, name);
  await context.sync();
  const [now] = await readMeasured(context, [measured]);
  if (JSON.stringify(now?.formulas) !== JSON.stringify(before.formulas)) throw new RowsMoved();
}
