/**
 * Every command with every one of its requests made to fail, five ways, in workbooks as people have them. Afterwards the command is
 * done, or the whole workbook is as before, or what was before stands in the workbook, is named, and can be restored.
 */
import { RULES } from "../../src/core/status";
import { BackupKept } from "../../src/excel/backup";
import { restoreUnfinished, unfinishedChange } from "../../src/excel/change";
import { session } from "../../src/excel/session";
import type { Faults } from "../workbench/host/faults";
import type { OpenWorkbook } from "../workbench/node/openWorkbook";
import { COMMANDS, type Command } from "./everyRequest/commands";
import { differing, pictureOf, type Picture } from "./everyRequest/picture";
import { openSituation, SITUATIONS, useSmallCatalog, type Situation } from "./everyRequest/situations";
import { closeWorkbooks } from "./openForTheAddIn";

jest.setTimeout(600_000);
// Moments are part of what is written: all runs are of one.
beforeAll(() => jest.useFakeTimers({ now: Date.UTC(2024, 6, 5, 3, 4, 5), doNotFake: [...NOT_FAKED] }));
afterAll(() => jest.useRealTimers());
afterEach(() => {
  closeWorkbooks();
  session.useEmbedded();
  session.useRules(RULES.standard);
});
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

/** How the n-th request from now fails. */
const WAYS: Readonly<Record<string, (faults: Faults, nth: number) => void>> = {
  "refused once": (faults, nth) => faults.failRequest("ServiceNotAvailable", nth),
  "refused with all that follow": (faults, nth) => faults.failRequestsFrom("ServiceNotAvailable", nth),
  "carried out, its answer lost": (faults, nth) => faults.loseAnswer("ResponsePayloadSizeLimitExceeded", nth),
  "a cell edited from then on": (faults, nth) =>
    faults.beforeRequest(nth, () => {
      faults.isCellBeingEdited = true;
    }),
  "read-only from then on": (faults, nth) =>
    faults.beforeRequest(nth, () => {
      faults.isReadOnly = true;
    }),
};

/** A workbook in which a command is tried again and again, as long as it is as it was. */
class Trial {
  private workbook: OpenWorkbook | null = null;
  private base: Picture = new Map();
  /** What a run without trouble makes of it. */
  private aim: Picture = new Map();
  requests = 0;
  readonly counts = { done: 0, asBefore: 0, announced: 0 };

  constructor(
    private readonly command: Command,
    private readonly situation: Situation,
  ) {}

  async begin(): Promise<void> {
    const workbook = await this.opened();
    this.requests = 0;
    const before = workbook.batches.requests.length;
    await workbook.run(this.command.run);
    this.requests = workbook.batches.requests.slice(before).filter(({ actions }) => actions > 0).length;
    await workbook.idle();
    this.aim = pictureOf(workbook);
    this.forget();
  }

  async opened(): Promise<OpenWorkbook> {
    if (this.workbook) return this.workbook;
    session.useRules(RULES.standard);
    const workbook = await openSituation(this.situation);
    await this.command.prepare?.(workbook);
    useSmallCatalog();
    this.base = pictureOf(workbook);
    this.workbook = workbook;
    return workbook;
  }

  /** @returns what is wrong with what came of it; none where it is as it is to be */
  async run(demand: (workbook: OpenWorkbook) => void, presses = 1): Promise<string[]> {
    const workbook = await this.opened();
    session.useRules(RULES.standard);
    useSmallCatalog();
    demand(workbook);
    const outcomes = await Promise.all(
      Array.from({ length: presses }, () =>
        workbook.run(this.command.run).then(
          () => null,
          (error: unknown) => error,
        ),
      ),
    );
    workbook.faults.clear();
    await workbook.idle();
    const [error = null] = outcomes;
    if (outcomes.some((each) => each !== error)) return ["two presses ended differently"];
    if (error === null) {
      this.counts.done += 1;
      const wrong = differing(this.aim, pictureOf(workbook));
      this.forget();
      return wrong;
    }
    if (error instanceof BackupKept) {
      this.counts.announced += 1;
      const standing = await workbook.run(unfinishedChange);
      if (standing) {
        const early = await workbook.run(this.command.run).then(
          () => null,
          (refusal: unknown) => refusal,
        );
        const isRefused = this.isUnguarded || (early instanceof BackupKept && early.isEarlier);
        if (!isRefused) return ["another command began on top of what is half done"];
      }
      await workbook.run(restoreUnfinished);
      await workbook.idle();
    } else this.counts.asBefore += 1;
    const wrong = differing(this.base, pictureOf(workbook));
    if (wrong.length > 0) this.forget();
    return wrong.length > 0 ? [String((error as Error).stack ?? error).slice(0, 600), ...wrong] : [];
  }

  /** Keeping a choice changes no sheet, so it may go on beside what is half done. */
  private get isUnguarded(): boolean {
    return this.command.name.startsWith("keep ") || this.command.name.startsWith("go back");
  }

  private forget(): void {
    this.workbook?.close();
    this.workbook = null;
  }
}

const only = process.env.EVERY_REQUEST_COMMAND;
const commands = COMMANDS.filter(({ name }) => !only || name.includes(only));

describe.each(SITUATIONS)("in a %s workbook", (situation) => {
  it.each(commands)("$name is done, or everything is as before, or it is restored", async (command) => {
    const trial = new Trial(command, situation);
    await trial.begin();
    const wrong: string[] = [];
    for (const [way, demand] of Object.entries(WAYS))
      for (let nth = 1; nth <= trial.requests; nth++) {
        const found = await trial.run(({ faults }) => demand(faults, nth));
        if (found.length > 0) wrong.push(`request ${nth} ${way}:`, ...found);
      }
    expect(wrong).toEqual([]);
    expect(trial.counts.asBefore).toBeGreaterThan(0);
  });
});
