/** What the benches say in common: one line a measurement, beside a peer of the same run. `npm run bench` makes one table of all of them. */
import { appendFileSync } from "node:fs";

export interface Measurement {
  readonly what: string;
  /** In `unit`; less is better. */
  readonly ours: number;
  readonly peer: string;
  readonly theirs: number;
  readonly unit: string;
  /** The most that ours may be of theirs; above it the bench fails. */
  readonly most?: number;
}

/** Where `npm run bench` gathers the lines of its parts; without it a bench only prints what it always did. */
const GATHERED = process.env["BENCH_LINES"];

/** Adds a line to the table, and fails the bench where it is above its limit. */
export function measured(line: Measurement): void {
  if (line.most !== undefined && line.ours > line.theirs * line.most) process.exitCode = 1;
  if (GATHERED) appendFileSync(GATHERED, `${JSON.stringify(line)}\n`);
}

export const median = (all: readonly number[]): number =>
  [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? NaN;
