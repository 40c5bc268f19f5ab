/**
 * Two people at work on one workbook press the same button in the same instant, each with an add-in of their own. Afterwards the command
 * is done, once or one after the other, or the workbook is as before; nothing is left under way, and who is told of success has it.
 */
import { RULES } from "../../src/core/status";
import { session } from "../../src/excel/session";
import type { OpenWorkbook } from "../workbench/node/openWorkbook";
import { COMMANDS, type Command } from "./everyRequest/commands";
import { setUp } from "./everyRequest/oneMoment";
import { differing, pictureOf, type Picture } from "./everyRequest/picture";
import { openSituation, useSmallCatalog } from "./everyRequest/situations";

setUp();

/** The commands of another run of the add-in: its own queue, session and name. */
let theirs: readonly Command[] = [];
let useTheirCatalog: () => unknown = () => undefined;
beforeAll(async () => {
  await jest.isolateModulesAsync(async () => {
    theirs = (await import("./everyRequest/commands")).COMMANDS;
    ({ useSmallCatalog: useTheirCatalog } = await import("./everyRequest/situations"));
  });
});

/**
 * Once a command writes, nothing begins beside it: what comes after its first two requests is tried with all there is, and one of those
 * two by every other command.
 */
const IS_ALL = process.env["EVERY_REQUEST"] === "all";
const IN_SHEETS = COMMANDS.filter(({ keepsChoice }) => !keepsChoice);
const momentsOf = (command: Command, requests: number): number[] =>
  IS_ALL
    ? Array.from({ length: requests }, (_, at) => at + 1)
    : [Math.min(requests, 1 + (IN_SHEETS.indexOf(command) % 2))];

async function opened(command: Command): Promise<OpenWorkbook> {
  session.useRules(RULES.standard);
  const workbook = await openSituation("livedIn");
  await command.prepare?.(workbook);
  useSmallCatalog();
  useTheirCatalog();
  return workbook;
}

const outcome = (run: Promise<unknown>) =>
  run.then(
    () => null,
    (error: unknown) => error,
  );

/** What one press makes of the workbook, and what two do that come one after the other. */
async function aims(command: Command, their: Command): Promise<{ pictures: Picture[]; requests: number }> {
  const workbook = await opened(command);
  const pictures = [pictureOf(workbook)];
  const before = workbook.batches.requests.length;
  await workbook.run(command.run);
  await workbook.idle();
  const requests = workbook.batches.requests.length - before;
  pictures.push(pictureOf(workbook));
  await outcome(workbook.run(their.run));
  await workbook.idle();
  pictures.push(pictureOf(workbook));
  workbook.close();
  return { pictures, requests };
}

it.each(IN_SHEETS)("$name", async (command) => {
  const their = theirs.find(({ name }) => name === command.name)!;
  const { pictures, requests } = await aims(command, their);
  const wrong: string[] = [];
  for (const nth of momentsOf(command, requests)) {
    const workbook = await opened(command);
    let other: Promise<unknown> = Promise.resolve(undefined);
    workbook.faults.beforeRequest(nth, () => {
      other = outcome(workbook.run(their.run));
    });
    const mine = await outcome(workbook.run(command.run));
    const them = await other;
    await workbook.idle();
    const now = pictureOf(workbook);
    workbook.close();
    const done = [mine, them].filter((each) => each === null).length;
    const differences = pictures.map((picture) => differing(picture, now));
    const fits = differences.map((found) => found.length === 0);
    const isRight = done === 0 ? fits[0] : fits[1] || fits[2];
    if (!isRight)
      wrong.push(
        `before request ${nth}: mine ${String(mine)}, theirs ${String(them)}`,
        ...(differences.sort((left, right) => left.length - right.length)[0] ?? []).slice(0, 6),
      );
  }
  expect(wrong).toEqual([]);
});
