/** Turns for others while long work goes on: Excel restarts an add-in that answers nothing for five seconds, and people see a frozen pane much sooner. */
import type { Rest } from "../core/steps";

/** Is told how much of a long work is done, from 0 to 1. */
export type Told = (part: number) => void;

const LONGEST_STEP = 30; // milliseconds

/** @param told is told before each turn of others, so that what it shows is painted then */
export function turns(told: Told = () => undefined): Rest {
  let begun = performance.now();
  return async (part) => {
    if (performance.now() - begun < LONGEST_STEP) return;
    told(part);
    await new Promise((resolve) => setTimeout(resolve));
    begun = performance.now();
  };
}
