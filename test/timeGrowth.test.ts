/** The measure itself: it tells what grows with its input from what grows with the input's square. */
import { LINEAR, timeGrowth } from "./timeGrowth";

function spend(steps: number): number {
  let sum = 0;
  for (let step = 0; step < steps; step++) sum += Math.sqrt(step);
  return sum;
}

it("is small for what grows with its input", () => {
  expect(timeGrowth(8000, (size) => spend(200 * size))).toBeLessThan(LINEAR);
});

it("is large for what grows with the square of its input", () => {
  expect(timeGrowth(1600, (size) => spend(size * size))).toBeGreaterThan(LINEAR);
});
