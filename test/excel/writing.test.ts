/** How the add-in writes: one thing after the other, protection as it was, texts as they were typed, choices kept and told as kept. */
import { CatalogIndex } from "../../src/core/catalog";
import { contentAsTyped } from "../../src/excel/contentAsTyped";
import { keepCatalog, workbookCatalog } from "../../src/excel/catalogSource";
import { BackupKept, MINUTES_UNDER_WAY, OthersAtWork, type Backup } from "../../src/excel/backup";
import { restoreUnfinished, unfinishedChange } from "../../src/excel/change";
import { freezePeriod } from "../../src/excel/freezePeriod";
import { refreshOurCells } from "../../src/excel/refresh";
import { runInExcel } from "../../src/excel/run";
import { session } from "../../src/excel/session";
import { updateLedger } from "../../src/excel/updateLedger";
import { fromXml, PARTS, readPart, toXml, writePart } from "../../src/excel/workbookStore";
import { inTurn } from "../../src/excel/writingQueue";
import { LEDGER_NAME } from "../../src/sheets/ledger";
import type { OpenWorkbook } from "../workbench/node/openWorkbook";
import { DEPARTMENT, openSituation, SECOND } from "./everyRequest/situations";
import { LINEAR, timeGrowth } from "../timeGrowth";
import { closeWorkbooks } from "./openForTheAddIn";

afterEach(() => {
  closeWorkbooks();
  session.useEmbedded();
});

describe("one queue", () => {
  it("does one thing after the other, and the same once", async () => {
    const done: string[] = [];
    const work = (name: string, pause: number) => async () => {
      done.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, pause));
      done.push(`${name} ends`);
      return name;
    };
    const answers = await Promise.all([
      inTurn(["freeze", false], work("freeze", 20)),
      inTurn(["freeze", false], work("freeze again", 0)),
      inTurn(["freeze", true], work("another", 0)),
      inTurn(["summary"], work("summary", 5)),
    ]);
    expect(answers).toEqual(["freeze", "freeze", "another", "summary"]);
    expect(done).toEqual(["freeze", "another", "summary"].flatMap((name) => [`${name} begins`, `${name} ends`]));
    expect(await inTurn(["freeze", false], () => Promise.resolve("anew"))).toBe("anew");
  });

  it("goes on behind what failed, and both presses hear of it", async () => {
    const failing = () => Promise.reject(new Error("refused"));
    const presses = [inTurn(["copy"], failing), inTurn(["copy"], failing)];
    const after = inTurn(["refresh"], () => Promise.resolve("done"));
    for (const press of presses) await expect(press).rejects.toThrow("refused");
    expect(await after).toBe("done");
  });
});

it.each([
  ["=1+1", 2, "=1+1"],
  ["=1+1", "=1+1", "'=1+1"],
  ["-5", "-5", "'-5"],
  ["5%", "5%", "'5%"],
  ["2024-06-30", "2024-06-30", "'2024-06-30"],
  ["001", "001", "'001"],
  ["TRUE", "TRUE", "'TRUE"],
  ["暑期完工", "暑期完工", "暑期完工"],
  ["=NA()", "#N/A", "=NA()"],
  ["#N/A", "#N/A", "#N/A"],
  [12.5, 12.5, 12.5],
  [true, true, true],
  ["", "", ""],
] as const)("a cell with the formula %j and the value %j was typed as %j", (formula, value, typed) => {
  expect(contentAsTyped(formula, value)).toBe(typed);
});

const protectionOf = (workbook: OpenWorkbook) => workbook.host.record(workbook.host.findSheet(LEDGER_NAME)!).protection;

const WRITING: readonly (readonly [string, (context: Excel.RequestContext) => Promise<unknown>])[] = [
  ["an update", (context) => updateLedger(context, session.inForce(), LEDGER_NAME, [DEPARTMENT, SECOND])],
  ["a freezing", (context) => freezePeriod(context, session.inForce(), false)],
  ["a refresh", refreshOurCells],
];

it.each(WRITING)("%s protects again as it was where Excel tells options as null", async (_, work) => {
  const workbook = await openSituation("protected");
  workbook.faults.readsUnsetOptionsAsNull = true;
  await workbook.run(work);
  expect(protectionOf(workbook)).toMatchObject({ options: { allowFormatCells: true, allowSort: true } });
  expect(Object.values(protectionOf(workbook)!.options)).not.toContain(null);
});

it.each(WRITING)(
  "%s says that the protection is not taken off, and of no password, where there is none",
  async (_, work) => {
    const workbook = await openSituation("protected");
    workbook.faults.refusesUnprotect = true;
    const outcome = await workbook.run(work);
    expect(outcome).toMatchObject(
      work === refreshOurCells ? { denied: [LEDGER_NAME], locked: [] } : { refused: "denied" },
    );
    workbook.faults.clear();
    expect(protectionOf(workbook)).not.toBeNull();
    expect(workbook.host.xmlParts.size).toBe(0);
  },
);

describe("a choice kept in the workbook", () => {
  it("is told as kept where only the cells could not be called anew", async () => {
    const workbook = await openSituation("plain");
    const { catalog } = session.index;
    const kept = { ...catalog, version: "2024-12-01" };
    workbook.faults.failAt("Range.formulas", "GeneralException", 1);
    const outcome = await workbook.run((context) => keepCatalog(context, kept));
    expect(outcome).toMatchObject({ notRefreshed: { code: "GeneralException" } });
    expect(session.index.catalog.version).toBe("2024-12-01");
    expect(await workbook.run(workbookCatalog)).toEqual(new CatalogIndex(kept).catalog);
  });

  it("is not lost where the new one is refused", async () => {
    const workbook = await openSituation("plain");
    await workbook.run((context) => writePart(context, "review", { version: 1 }));
    workbook.faults.failAt("CustomXmlPartCollection.add", "GeneralException");
    const writing = workbook.run((context) => writePart(context, "review", { version: 2 }));
    await expect(writing).rejects.toMatchObject({ code: "GeneralException" });
    expect(await workbook.run((context) => readPart(context, "review"))).toEqual({ version: 1 });
    workbook.faults.loseAnswer("ServiceNotAvailable", 2);
    await workbook.run((context) => writePart(context, "review", { version: 3 }));
    expect(await workbook.run((context) => readPart(context, "review"))).toEqual({ version: 3 });
    expect(workbook.host.xmlParts.size).toBe(1);
  });

  it.each([
    ["elements that begin over and over", "", "<catalog "],
    ["blanks without an end", `<catalog xmlns="${PARTS.catalog}"`, " "],
    ["a text that never ends", `<catalog xmlns="${PARTS.catalog}">`, "{"],
    ["elements in elements", "", "<a>"],
  ])("is read on opening in a moment, whatever somebody made of it: %s", (_, head, over) => {
    const read = (length: number) => expect(fromXml(head + over.repeat(Math.floor(length / over.length)))).toBeNull();
    expect(timeGrowth(1_000_000, read)).toBeLessThan(LINEAR);
  });
});

describe("the door to Excel", () => {
  it("tells what is done as done, whatever becomes of the request behind it", async () => {
    const workbook = await openSituation("plain");
    const written = runInExcel(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange("B2").values = [[7]];
      await context.sync();
      workbook.faults.failRequestsFrom("ServiceNotAvailable");
      context.workbook.getActiveCell().load("address"); // what is still to be sent is refused
      return "written";
    });
    await expect(written).resolves.toBe("written");
    workbook.faults.clear();
    expect(workbook.cell("Sheet1!B2").value).toBe(7);
  });

  it("tells what was refused as refused", async () => {
    const workbook = await openSituation("plain");
    workbook.faults.failRequestsFrom("ServiceNotAvailable");
    const refused = runInExcel(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange("B2").values = [[7]];
      await context.sync();
    });
    await expect(refused).rejects.toMatchObject({ code: "ServiceNotAvailable" });
  });
});

describe("what is half done", () => {
  const update = (context: Excel.RequestContext) =>
    updateLedger(context, session.inForce(), LEDGER_NAME, [DEPARTMENT, SECOND]);
  const contents = ({ engine, host }: OpenWorkbook) => {
    const sheet = host.findSheet(LEDGER_NAME)!;
    return engine.read(engine.usedArea(sheet, true)!).map((row) => row.map(({ formula, value }) => formula ?? value));
  };

  /** An update that came to a halt in the middle. @param told what the backup says of itself otherwise */
  async function halted(told: Partial<Backup>): Promise<{ workbook: OpenWorkbook; before: unknown }> {
    const workbook = await openSituation("plain");
    const before = contents(workbook);
    const isHalfDone = () =>
      [...workbook.host.xmlParts.values()].some((xml) => xml.includes(PARTS.change)) &&
      JSON.stringify(contents(workbook)) !== JSON.stringify(before);
    for (let nth = 1; !isHalfDone(); nth++) {
      await workbook.run(restoreUnfinished);
      workbook.faults.failRequestsFrom("ServiceNotAvailable", nth);
      const hasEnded = await workbook.run(update).then(
        () => true,
        () => false,
      );
      workbook.faults.clear();
      await workbook.idle();
      if (hasEnded) throw new Error("the update is never left half done");
    }
    for (const [id, xml] of workbook.host.xmlParts)
      if (xml.includes(PARTS.change))
        workbook.host.xmlParts.set(id, toXml("change", { ...(fromXml(xml) as Backup), ...told }));
    return { workbook, before };
  }
  const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

  it("is one's own to restore at once", async () => {
    const { workbook, before } = await halted({});
    await expect(workbook.run(unfinishedChange)).resolves.toMatchObject({ what: "update" });
    await expect(workbook.run(update)).rejects.toBeInstanceOf(BackupKept);
    await expect(workbook.run(restoreUnfinished)).resolves.toHaveLength(1);
    expect(contents(workbook)).toEqual(before);
    await expect(workbook.run(restoreUnfinished)).resolves.toEqual([]);
  });

  it("is a co-author's work while it goes on: neither restored nor written beside", async () => {
    const { workbook } = await halted({ owner: "somebody" });
    const standing = () => [contents(workbook), [...workbook.host.xmlParts.values()]];
    const asItIs = standing();
    for (const work of [unfinishedChange, restoreUnfinished, update])
      await expect(workbook.run<unknown>(work)).rejects.toBeInstanceOf(OthersAtWork);
    expect(standing()).toEqual(asItIs);
  });

  it.each([
    ["has not gone on for long", { owner: "somebody", at: minutesAgo(MINUTES_UNDER_WAY + 1) }],
    ["says no moment that can be read", { owner: "somebody", at: "?" }],
  ])("is anybody's to restore where it %s", async (_, told) => {
    const { workbook, before } = await halted(told);
    await expect(workbook.run(unfinishedChange)).resolves.toMatchObject({ what: "update" });
    await workbook.run(restoreUnfinished);
    expect(contents(workbook)).toEqual(before);
  });
});
