/** How time grows with what is to be done: in ratios, so that a slow machine and work beside it change nothing. */

const FACTOR = 8;
const ROUNDS = 5;
/** What grows with the input stays below; what grows with its square reaches `FACTOR`. */
export const LINEAR = 3;

/** Milliseconds of processor time that work takes: other programs on the machine do not stretch it as they stretch the clock's. */
function cpuTime(work: () => unknown): number {
  const begin = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / 1000;
}

/**
 * How many times longer work takes on one large input than on `FACTOR` small ones that come to as much: 1 where time grows with the input,
 * `FACTOR` where it grows with the input's square. The least times of some rounds are compared, and no more rounds are made than it takes
 * to come below `LINEAR`.
 * @param size of the large input, in whatever unit the work understands
 */
export function timeGrowth(size: number, work: (size: number) => unknown): number {
  let [small, large] = [Infinity, Infinity];
  for (let round = 0; round < ROUNDS; round++) {
    small = Math.min(
      small,
      cpuTime(() => {
        for (let time = 0; time < FACTOR; time++) work(size / FACTOR);
      }),
    );
    large = Math.min(
      large,
      cpuTime(() => work(size)),
    );
    if (large < LINEAR * small) break;
  }
  return large / small;
}
