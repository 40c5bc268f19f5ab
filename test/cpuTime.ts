/** Milliseconds of processor time that work takes: other programs on the machine do not stretch it as they stretch the clock's. */
export function cpuTime(work: () => unknown): number {
  const begin = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / 1000;
}
