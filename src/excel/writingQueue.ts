/** One queue for everything that writes, whether the ribbon or the pane asked for it: one change after the other, and none twice. */

let last: Promise<unknown> = Promise.resolve();
const underWay = new Map<string, Promise<unknown>>();

/**
 * Does work once what was asked for before is done. The same asked for again while it waits or runs joins it and gets its answer.
 * @param what names the work with everything it depends on
 */
export function inTurn<T>(what: readonly unknown[], work: () => Promise<T>): Promise<T> {
  const key = JSON.stringify(what);
  const joined = underWay.get(key) as Promise<T> | undefined;
  if (joined) return joined;
  const run = last.then(work);
  const over = run.then(
    () => underWay.delete(key),
    () => underWay.delete(key),
  );
  last = over;
  underWay.set(key, run);
  return run;
}
