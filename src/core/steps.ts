/** Long work in steps, so that it can be done at once or with turns for others between them. */

/** Work that tells after each step how much of it is done, from 0 to 1. */
export type Steps<T> = Generator<number, T>;

/** Lets others have their turn between two steps of long work. @param part how much of it is done, from 0 to 1 */
export type Rest = (part: number) => Promise<void>;

/** Does it all without a pause. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Does it with a turn for others after each step. @param within which part of a larger work it is */
export async function withRests<T>(
  steps: Steps<T>,
  rest: Rest,
  [from, to]: readonly [from: number, to: number] = [0, 1],
): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await rest(from + step.value * (to - from));
  }
}

/** The steps of a part of a larger work. */
export function* partOf<T>(steps: Steps<T>, from: number, to: number): Steps<T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    yield from + step.value * (to - from);
  }
}
