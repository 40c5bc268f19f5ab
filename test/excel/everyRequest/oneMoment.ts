/** What is set for all trials of a file: one moment, and each begins with nothing of the last one. */
import { RULES } from "../../../src/core/status";
import { session } from "../../../src/excel/session";
import { closeWorkbooks } from "../openForTheAddIn";

export function setUp(): void {
  // Moments are part of what is written: all runs are of one.
  beforeAll(() => jest.useFakeTimers({ now: Date.UTC(2024, 6, 5, 3, 4, 5), doNotFake: [...NOT_FAKED] }));
  afterAll(() => jest.useRealTimers());
  afterEach(() => {
    closeWorkbooks();
    session.useEmbedded();
    session.useRules(RULES.standard);
  });
}
const NOT_FAKED = [
  "hrtime",
  "nextTick",
  "performance",
  "queueMicrotask",
  "requestAnimationFrame",
  "cancelAnimationFrame",
  "requestIdleCallback",
  "cancelIdleCallback",
  "setImmediate",
  "clearImmediate",
  "setInterval",
  "clearInterval",
  "setTimeout",
  "clearTimeout",
] as const;
