/**
 * How everything is written: a change is done as a whole, or everything is as before, or what was before stands in the workbook and is
 * named to the person. All commands go this way.
 */
import {
  BackupKept,
  dropClaims,
  isOthersWork,
  Keeper,
  newBackup,
  OthersAtWork,
  RowsMoved,
  standingBackups,
  type Backup,
  type Changing,
  type Unfinished,
} from "./backup";
import { inTurn } from "./writingQueue";

/**
 * Does the work of a change that makes itself known before it looks, so that nobody else's is begun between looking and writing.
 * @param work sends its first request and asks `unfinished` then; it carries the change out, or finds that there is nothing to do
 * @throws OthersAtWork, BackupKept and what `work` throws
 */
export async function claimed<T>(
  context: Excel.RequestContext,
  what: Changing,
  sheet: string,
  work: (keeper: Keeper, unfinished: Unfinished) => Promise<T>,
): Promise<T> {
  const keeper = new Keeper(context, newBackup(what, sheet, {}));
  try {
    return await work(keeper, keeper.claim());
  } finally {
    if (!keeper.isSettled) await withdraw(context, keeper);
  }
}

/** Takes a claim out again. One that Excel does not let be taken out stands for nothing, and goes with the next command. */
async function withdraw(context: Excel.RequestContext, keeper: Keeper): Promise<void> {
  try {
    keeper.withdraw();
    await context.sync();
  } catch (error) {
    await isDoneAfterAll(context, keeper, error).catch(() => undefined);
  }
}

/** Carries a change out that made itself known with `claimed`. @param kept what taking it back needs; the rest as `carryOut` */
export async function carryOutClaimed(
  keeper: Keeper,
  kept: Partial<Backup>,
  write: (keeper: Keeper) => Promise<void>,
  last?: () => void,
): Promise<void> {
  keeper.backup = { ...keeper.backup, ...kept, isClaim: false };
  await carry(keeper, write, last);
}

/**
 * Carries a change out.
 * @param backup what taking it back needs
 * @param write puts the backup into its first request with `keeper.put()`, and sends that before it returns
 * @param last does away with what stood before, once the rest is written; unless `write` ended the change itself
 * @throws the error that kept it from being done, once everything is as before
 * @throws BackupKept where it could not be taken back either
 */
export async function carryOut(
  context: Excel.RequestContext,
  backup: Backup,
  write: (keeper: Keeper) => Promise<void>,
  last?: () => void,
): Promise<void> {
  await carry(new Keeper(context, backup), write, last);
}

async function carry(
  keeper: Keeper,
  write: (keeper: Keeper) => Promise<void>,
  last: () => void = () => undefined,
): Promise<void> {
  const { context } = keeper;
  try {
    await takingBack(); // here before anything is written: it must not be missing when Excel fails
    await write(keeper);
    if (keeper.isDropped) return;
    keeper.end(last);
    await context.sync();
  } catch (error) {
    if (!(await isDoneAfterAll(context, keeper, error))) throw error;
  } finally {
    keeper.isSettled = true;
  }
}

/** What takes a change back comes with the first change, and not with the page. */
const takingBack = () => import(/* webpackChunkName: "takeBack" */ "./takeBack");

const ATTEMPTS = 2; // the answer to a taking back may be lost like any other

/** Whether a change was carried out although no answer said so; what was begun of it is taken back. */
async function isDoneAfterAll(context: Excel.RequestContext, keeper: Keeper, error: unknown): Promise<boolean> {
  const { backup, isDropped } = keeper;
  let hasTried = false;
  for (let attempt = 1; ; attempt++) {
    try {
      const standing = (await standingBackups(context)).find((each) => each.backup.key === backup.key);
      if (!standing) return isDropped && !hasTried;
      hasTried = true;
      // What is in hand may know more than what was kept: what stood in the cells at the moment of writing.
      const { isOver } = standing.backup;
      const { takeBack } = await takingBack();
      return (await takeBack(context, { backup: { ...backup, isOver }, parts: standing.parts })) === "done";
    } catch (refusal) {
      if (attempt >= ATTEMPTS) throw new BackupKept(backup, false, error ?? refusal);
    }
  }
}

/** Does a piece of work anew where rows moved under it; the third time it is given up. */
export async function whileRowsMove<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!hasMoved(error) || attempt >= 3) throw error;
    }
  }
}

/** A range that has not the rows any more that it had is refused for its shape. */
function hasMoved(error: unknown): boolean {
  return error instanceof RowsMoved || (error as { code?: unknown }).code === "InvalidArgument";
}

/**
 * What was left half done, or null.
 * @throws OthersAtWork where a change of somebody else's goes on, and nothing else stands
 */
export function unfinishedChange(context: Excel.RequestContext): Promise<Backup | null> {
  return inTurn(["look for what is half done"], async () => {
    const standing = await standingBackups(context);
    const ended = standing.filter(({ backup }) => !isOthersWork(backup));
    const halfDone = ended.find(({ backup }) => !backup.isClaim);
    const others = standing.find(({ backup }) => isOthersWork(backup));
    if (!halfDone && others) throw new OthersAtWork(others.backup);
    dropClaims(context, ended);
    if (ended.length > 0) await context.sync();
    return halfDone?.backup ?? null;
  });
}

/**
 * Makes everything that was left half done what it was before; what somebody else is at work on is let alone.
 * @returns what that was; none where nothing stood
 * @throws OthersAtWork where there was nothing but that
 */
export function restoreUnfinished(context: Excel.RequestContext): Promise<readonly Backup[]> {
  return inTurn(["restore"], async () => {
    const standing = await standingBackups(context);
    const ended = standing.filter(({ backup }) => !isOthersWork(backup));
    if (ended.length === 0 && standing[0]) throw new OthersAtWork(standing[0].backup);
    const { takeBack } = await takingBack();
    for (const each of ended) await takeBack(context, each);
    return ended.map(({ backup }) => backup).filter(({ isClaim }) => !isClaim);
  });
}
