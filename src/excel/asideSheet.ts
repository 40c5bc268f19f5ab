/** Sheets made aside and put in place when they are whole, in place of another where one is to go. */
import type { SheetPlan } from "../sheets/plan";
import { applyPlan } from "./applyPlan";
import { aliasOf, newBackup, type Changing, type KeptProtection, type ReplacedSheet } from "./backup";
import { carryOut } from "./change";
import { openFor } from "./protection";
import { referencesTo } from "./references";
import { writeReferences } from "./cellsOfOthers";

/** @example firstFreeName("台账", ["台账", "台账2"]) // "台账3" */
export function firstFreeName(wanted: string, taken: readonly string[]): string {
  const names = new Set(taken.map((name) => name.toLowerCase()));
  if (!names.has(wanted.toLowerCase())) return wanted;
  let number = 2;
  while (names.has(`${wanted}${number}`.toLowerCase())) number += 1;
  return `${wanted}${number}`;
}

/** A sheet to be made. */
export interface Making {
  readonly what: Changing;
  /** The name it is to have in the end. */
  readonly name: string;
  /** The name of the sheet in whose place it comes, and which is deleted then; null where there is none. */
  readonly replaces: string | null;
  /** Makes the sheet under this name, in the request that comes next. */
  readonly begin: (alias: string) => Excel.Worksheet;
  /** Fills it and shows it. The last request is left to be sent. */
  readonly fill: (sheet: Excel.Worksheet) => Promise<void>;
  /** What the workbook is to know besides, in the request that ends it. */
  readonly besides?: () => void;
}

/**
 * Makes a sheet under a name nobody else gives, fills it, and gives it its own name. Where it takes the place of another, that one
 * steps aside first, formulas and names that spoke of it are turned to the new one, and it is deleted last.
 * @throws as carryOut; ItemAlreadyExists where somebody else has taken the name meanwhile
 */
export async function makeSheet(context: Excel.RequestContext, making: Making): Promise<void> {
  const { what, name, begin, fill } = making;
  const { worksheets } = context.workbook;
  const old = making.replaces === null ? null : await whatIsReplaced(context, making.replaces);
  const alias = aliasOf(name);
  const backup = newBackup(what, name, {
    made: [{ id: null, alias }],
    replaced: old?.replaced ?? null,
    protections: old?.protections ?? [],
  });
  await carryOut(context, backup, async (keeper) => {
    keeper.put();
    // Somebody else may have begun since it was looked for.
    const unfinished = keeper.lookForOthers();
    const sheet = begin(alias);
    sheet.load("id");
    await context.sync();
    await unfinished.mustBeNone();
    keeper.put({ made: [{ id: sheet.id, alias }] });
    await fill(sheet);
    making.besides?.();
    if (old) {
      const { replaced, protections, position } = old;
      const standing = worksheets.getItem(replaced.id);
      standing.name = replaced.aside;
      sheet.name = name;
      sheet.position = position;
      const open = openFor(context, protections);
      writeReferences(context, replaced, new Set(replaced.cells.map((each) => each.sheet)));
      open.close();
      keeper.end(() => standing.delete());
    } else {
      sheet.name = name;
      keeper.end();
    }
    await context.sync();
  });
}

/** Makes the sheet of a plan. @param replaces the name of the sheet in whose place it comes */
export async function placeSheet(
  context: Excel.RequestContext,
  what: Changing,
  plan: SheetPlan,
  replaces: string | null,
  besides?: () => void,
): Promise<void> {
  await makeSheet(context, {
    ...(besides ? { besides } : {}),
    what,
    name: plan.name,
    replaces,
    begin: (alias) => context.workbook.worksheets.add(alias),
    fill: async (sheet) => {
      await applyPlan(context, sheet, plan);
      sheet.activate();
      sheet.getRangeByIndexes(plan.start.row, plan.start.column, 1, 1).select();
    },
  });
}

async function whatIsReplaced(
  context: Excel.RequestContext,
  name: string,
): Promise<{ replaced: ReplacedSheet; protections: readonly KeptProtection[]; position: number }> {
  const sheet = context.workbook.worksheets.getItem(name);
  sheet.load("id,name,position");
  await context.sync();
  const { cells, names, protections } = await referencesTo(context, sheet);
  return {
    replaced: { id: sheet.id, name: sheet.name, aside: aliasOf(name), cells, names },
    protections,
    position: sheet.position,
  };
}
