import type { BrowserServer } from "playwright-core";
import type { RunningServer } from "../workbench/server/server";

/** What the set-up started and the teardown ends. */
interface Running {
  readonly server: RunningServer;
  readonly browser: BrowserServer;
}

// jest loads set-up and teardown as separate modules in one process: only the global object is common to both.
const kept = globalThis as { workbenchRunning?: Running };

export function keepForTeardown(running: Running): void {
  kept.workbenchRunning = running;
}

export function takeForTeardown(): Running | undefined {
  const running = kept.workbenchRunning;
  delete kept.workbenchRunning;
  return running;
}
