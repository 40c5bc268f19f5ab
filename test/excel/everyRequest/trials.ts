/**
 * Every command with every one of its requests made to fail, five ways, in workbooks as people have them. Afterwards the command is
 * done, or the whole workbook is as before, or what was before stands in the workbook, is named, and can be restored.
 */
import { inspect } from "node:util";
import { RULES } from "../../../src/core/status";
import { BackupKept } from "../../../src/excel/backup";
import { restoreUnfinished, unfinishedChange } from "../../../src/excel/change";
import { runInExcel } from "../../../src/excel/run";
import { session } from "../../../src/excel/session";
import type { Faults } from "../../workbench/host/faults";
import type { OpenWorkbook } from "../../workbench/node/openWorkbook";
import { COMMANDS, type Command } from "./commands";
import { setUp } from "./oneMoment";
import { differing, pictureOf, type Picture } from "./picture";
import { openSituation, SITUATIONS, useSmallCatalog, type Situation } from "./situations";

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

/** The ways after which nothing can be taken back until the trouble is over: then alone may what was before be left to be restored. */
const LASTING: ReadonlySet<string> = new Set([
  "refused with all that follow",
  "a cell edited from then on",
  "read-only from then on",
]);

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
    await workbook.run(async (context) => {
      await this.command.run(context);
      workbook.faults.isReadOnly = true; // what a command wants done it has sent by now
    });
    workbook.faults.isReadOnly = false;
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
  async run(way: string, nth: number, presses = 1): Promise<string[]> {
    const demand = (faults: Faults) => WAYS[way]?.(faults, nth);
    const workbook = await this.opened();
    const errors = await this.press(workbook, demand, presses);
    const [error] = errors;
    if (errors.some((each) => each !== error))
      return ["two presses ended differently", ...errors.map((each) => inspect(each))];
    if (error === null) {
      this.counts.done += 1;
      const wrong = differing(this.aim, pictureOf(workbook));
      this.forget();
      return wrong;
    }
    const early = await this.restored(workbook, error, LASTING.has(way));
    const wrong = [...early, ...differing(this.base, pictureOf(workbook))];
    if (wrong.length === 0) return [];
    this.forget();
    return [inspect(error).slice(0, 600), ...wrong];
  }

  /** The same while a co-author adds a sheet just before the n-th request; theirs stays whatever comes of it. */
  async runBesideCoAuthor(way: string, nth: number): Promise<string[]> {
    const workbook = await this.opened();
    const { engine } = workbook;
    let theirs = "";
    const [error] = await this.press(workbook, (faults) => {
      // They act before the request that fails, or one before it.
      faults.beforeRequest(nth - (nth % 2), () => {
        theirs = engine.addSheet(this.command.makes, engine.sheets().length);
        engine.write({ sheet: theirs, row: 0, column: 0, rows: 1, columns: 1 }, [[{ value: "别人的表" }]]);
      });
      WAYS[way]?.(faults, nth);
    });
    const early = error === null ? [] : await this.restored(workbook, error, LASTING.has(way));
    const wrong = [...early];
    const standing = engine.sheets().find(({ id }) => id === theirs);
    const content = standing && engine.read({ sheet: theirs, row: 0, column: 0, rows: 1, columns: 1 })[0]?.[0]?.value;
    if (theirs !== "" && (standing?.name !== this.command.makes || content !== "别人的表"))
      wrong.push("their sheet is gone");
    if (standing) engine.removeSheet(theirs);
    await workbook.idle();
    if (error !== null) wrong.push(...differing(this.base, pictureOf(workbook)));
    else if (engine.sheets().some(({ name }) => name.includes("~"))) wrong.push("a sheet under way is left over");
    if (error === null || wrong.length > 0) this.forget();
    return wrong.length > 0 ? [((error as Error | null)?.stack ?? "done").slice(0, 600), ...wrong] : [];
  }

  private async press(workbook: OpenWorkbook, demand: (faults: Faults) => void, presses = 1): Promise<unknown[]> {
    session.useRules(RULES.standard);
    useSmallCatalog();
    demand(workbook.faults);
    const pressed = () =>
      runInExcel(this.command.run).then(
        () => null,
        (error: unknown) => error,
      );
    const errors = await Promise.all(Array.from({ length: presses }, pressed));
    workbook.faults.clear();
    await workbook.idle();
    return errors;
  }

  /**
   * Restores what was announced to be half done.
   * @param mayAnnounce whether Excel refuses for so long that no command could take itself back
   * @returns what is wrong with that
   */
  private async restored(workbook: OpenWorkbook, error: unknown, mayAnnounce: boolean): Promise<string[]> {
    const isAnnounced = error instanceof BackupKept;
    const standing = await workbook.run(unfinishedChange);
    if (!isAnnounced) {
      this.counts.asBefore += 1;
      return standing ? ["a backup stands that nobody was told of"] : [];
    }
    this.counts.announced += 1;
    const wrong = mayAnnounce ? [] : ["announced although it could be taken back"];
    if (standing && !this.isUnguarded) {
      const [early] = await this.press(workbook, () => undefined);
      if (!(early instanceof BackupKept && early.isEarlier)) wrong.push("another command began on what is half done");
    }
    await workbook.run(restoreUnfinished);
    await workbook.idle();
    return wrong;
  }

  /** Keeping a choice changes no sheet, so it may go on beside what is half done. */
  private get isUnguarded(): boolean {
    return this.command.keepsChoice === true;
  }

  private forget(): void {
    this.workbook?.close();
    this.workbook = null;
  }
}

/**
 * All of it takes five minutes of a core. Otherwise what can fail is shared out: a command is tried in every other kind of workbook, and
 * each of its requests fails in some ways in one of them and in others in the next, so that every command, every way and every request
 * has its turn in every run of the tests.
 */
const IS_ALL = process.env["EVERY_REQUEST"] === "all";
const SHARES = 8;
/**
 * Whether the failing of a request in a way is tried in a workbook. Five ways by two shares reach every request: three is what makes
 * their remainders differ.
 * @param share which of the two kinds of workbook a command is tried in
 */
const hasItsTurn = (nth: number, way: number, share: number): boolean =>
  IS_ALL || (nth + 3 * way - share) % SHARES === 0;

/** The kinds of workbook, and those of SITUATIONS.livedIn with a co-author; every other one is a command's. */
const KINDS = [...SITUATIONS, "co-author"] as const;
const shareOf = (kind: (typeof KINDS)[number]): number => Math.floor(KINDS.indexOf(kind) / 2);

const only = process.env["EVERY_REQUEST_COMMAND"]?.split(",");
const commands = COMMANDS.filter(({ name }) => !only || only.some((part) => name.includes(part)));

/** What makes it harder, by the workbook: a second press, nothing, or a co-author who adds a sheet of the same name. */
const PRESSES: Readonly<Record<Situation, number>> = { plain: 2, livedIn: 1, protected: 1 };
const IN_SHEETS = commands.filter(({ keepsChoice }) => !keepsChoice);
/** What changes no sheet is tried in one kind only. */
const isTriedIn = (command: Command, kind: (typeof KINDS)[number]): boolean =>
  IS_ALL ||
  only !== undefined ||
  command.keepsChoice === true ||
  COMMANDS.indexOf(command) % 2 === KINDS.indexOf(kind) % 2;

/**
 * Tries every command in one kind of workbook.
 * @param portion of the commands, which of how many: what takes longest stands in two files, for two cores
 */
export function tryIn(
  situation: Situation,
  portion: { readonly which: number; readonly of: number } = { which: 0, of: 1 },
): void {
  setUp();
  const share = shareOf(situation);
  const cases = (situation === "livedIn" ? commands : IN_SHEETS)
    .filter((command) => isTriedIn(command, situation))
    .filter((_, at) => at % portion.of === portion.which);
  // Of one command a share may hold none that is undone; of all together it holds many.
  let [tried, undone] = [0, 0];
  afterAll(() => expect(undone).toBeGreaterThanOrEqual(only || tried < cases.length ? 0 : tried / 10));
  it.each(cases)("$name is done, or everything is as before, or it is restored", async (command) => {
    const trial = new Trial(command, situation);
    await trial.begin();
    const wrong: string[] = [];
    for (const [at, way] of Object.keys(WAYS).entries())
      for (let nth = 1; nth <= trial.requests; nth++) {
        if (!hasItsTurn(nth, at, share) && !(command.keepsChoice && hasItsTurn(nth, at, share + 1))) continue;
        const found = await trial.run(way, nth, PRESSES[situation]);
        if (found.length > 0) wrong.push(`request ${nth} ${way}:`, ...found);
      }
    expect(wrong).toEqual([]);
    tried += 1;
    undone += trial.counts.asBefore + trial.counts.announced;
  });
}

/** Tries every command beside a co-author who adds a sheet of the same name. */
export function tryBesideCoAuthor(): void {
  setUp();
  it.each(IN_SHEETS.filter((command) => isTriedIn(command, "co-author")))(
    "$name leaves theirs alone",
    async (command) => {
      const trial = new Trial(command, "livedIn");
      await trial.begin();
      const wrong: string[] = [];
      const ways = ["refused once", "refused with all that follow", "carried out, its answer lost"];
      for (const [at, way] of ways.entries())
        for (let nth = 2; nth <= trial.requests; nth++) {
          if (!hasItsTurn(nth, at, shareOf("co-author"))) continue;
          const found = await trial.runBesideCoAuthor(way, nth);
          if (found.length > 0) wrong.push(`request ${nth} ${way}:`, ...found);
        }
      expect(wrong).toEqual([]);
    },
  );
}
