/**
 * What TARGET costs, beside its limit (a bare Map of Maps with the key given) and its naive twin (Array.find), in one run.
 * `npm run bench -- lookUps`. The peers change places from round to round, so that a drifting machine treats them alike.
 */
import { performance } from "node:perf_hooks";
import { checkAnswer } from "../../src/core/checkAnswer";
import { CatalogIndex } from "../../src/core/catalog";
import { valueNamed } from "../../src/core/case";
import { Shelf } from "../../src/core/shelf";
import { RULES } from "../../src/core/status";
import { checkedCells } from "../../src/strings/spilledTables";
import type { Catalog } from "../../src/core/types";
import { catalogOfSize, questions, shelfOfTen, type Question } from "./catalogs";
import { hyperFormulaLookUp, libreOfficeLookUp } from "./otherSpreadsheets";
import { measured, median } from "./table";

const ROUNDS = 7;
const LOOK_UPS = 200_000;
const CHECKED_ROWS = 100_000;
const WORKING_SET = 5_000; // distinct names in a large workbook
const NAIVE_LOOK_UPS = 200;
const OF_A_SHEET = 10_000; // commitments that other spreadsheets are given, with
const SHEETS_LOOK_UPS = 5_000;
const MOST_OF_A_MAP = 2.5;
const MOST_OF_ARITHMETIC = 15;
const BARE = "bare Map of Maps";
const NAIVE = "Array.find";

interface Peer {
  readonly name: string;
  readonly count: number;
  readonly run: (asked: readonly Question[]) => number;
}

/** Median microseconds of computing per look-up of each peer: the processor's, which other programs do not lengthen. */
function race(peers: readonly Peer[], asked: readonly Question[]): Map<string, number> {
  const times = new Map<string, number[]>(peers.map(({ name }) => [name, []]));
  for (let round = 0; round <= ROUNDS; round++)
    for (const peer of round % 2 ? [...peers].reverse() : peers) {
      const begin = process.cpuUsage();
      checksum += peer.run(asked.slice(0, peer.count));
      const { user, system } = process.cpuUsage(begin);
      const microseconds = (user + system) / peer.count;
      if (round > 0) times.get(peer.name)?.push(microseconds); // the first round warms up
    }
  return new Map([...times].map(([name, all]) => [name, median(all)]));
}
let checksum = 0;

const seconds = <T>(make: () => T): [T, number] => {
  const begin = performance.now();
  const made = make();
  return [made, (performance.now() - begin) / 1000];
};

function bareMaps(catalog: Catalog): Map<string, Map<string, number>> {
  const names = new Map(catalog.departments.map(({ id, name }) => [id, name]));
  const maps = new Map<string, Map<string, number>>();
  for (const { department, indicator, target } of catalog.commitments) {
    const name = names.get(department) ?? "";
    let inner = maps.get(name);
    if (!inner) maps.set(name, (inner = new Map()));
    inner.set(indicator, target && "value" in target ? target.value : 0);
  }
  return maps;
}

function memory(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

async function lookUps(): Promise<void> {
  console.log(
    "TARGET look-ups, names as typed (spaces, no 市, full width; 5 % misses); median of",
    ROUNDS,
    "rounds, µs per look-up",
  );
  console.log(
    "commitments | TARGET | bare Map of Maps | ratio | Array.find | index built in s | map built in s | ratio | bytes per commitment",
  );
  for (const size of [100, 10_000, 1_000_000]) {
    const catalog = catalogOfSize(size);
    const asked = questions(catalog, LOOK_UPS, Math.min(WORKING_SET, size));
    const [maps, mapSeconds] = seconds(() => bareMaps(catalog));
    const before = memory();
    const [index, indexSeconds] = seconds(() => new CatalogIndex(catalog));
    const bytes = (memory() - before) / size;
    const departmentIds = new Map(catalog.departments.map(({ id, name }) => [name, id]));
    const times = race(
      [
        {
          name: "TARGET",
          count: LOOK_UPS,
          run: (all) => {
            let sum = 0;
            for (const { typedDepartment, typedIndicator } of all) {
              const value = valueNamed(index, typedDepartment, typedIndicator);
              if (typeof value === "number") sum += value;
            }
            return sum;
          },
        },
        {
          name: "maps",
          count: LOOK_UPS,
          run: (all) => {
            let sum = 0;
            for (const { department, indicator } of all) sum += maps.get(department)?.get(indicator) ?? 0;
            return sum;
          },
        },
        {
          name: "find",
          count: size > 100_000 ? 20 : NAIVE_LOOK_UPS,
          run: (all) => {
            let sum = 0;
            for (const { department, indicator } of all) {
              const found = catalog.commitments.find(
                (each) => each.department === departmentIds.get(department) && each.indicator === indicator,
              );
              sum += found?.target && "value" in found.target ? found.target.value : 0;
            }
            return sum;
          },
        },
      ],
      asked,
    );
    const [ours = NaN, bare = NaN, naive = NaN] = ["TARGET", "maps", "find"].map((name) => times.get(name));
    const numbers = [
      ours.toFixed(3),
      bare.toFixed(3),
      (ours / bare).toFixed(2),
      naive.toFixed(1),
      indexSeconds.toFixed(2),
      mapSeconds.toFixed(2),
      (indexSeconds / mapSeconds).toFixed(2),
    ];
    const what = `TARGET, a catalog of ${size.toLocaleString("en-US")}`;
    measured({ what, ours, peer: BARE, theirs: bare, unit: "µs", most: MOST_OF_A_MAP });
    measured({ what, ours, peer: NAIVE, theirs: naive, unit: "µs" });
    if (size === OF_A_SHEET) {
      const few = asked.slice(0, SHEETS_LOOK_UPS);
      const others = [
        ["HyperFormula, INDEX and MATCH", hyperFormulaLookUp(catalog, few)],
        ["LibreOffice, INDEX and MATCH", await libreOfficeLookUp(catalog, few)],
      ] as const;
      for (const [peer, theirs] of others) if (theirs !== null) measured({ what, ours, peer, theirs, unit: "µs" });
    }
    console.log(
      [size.toLocaleString("en-US"), ...numbers, globalThis.gc ? bytes.toFixed(0) : "(run with --expose-gc)"].join(
        " | ",
      ),
    );
  }
}

function shelves(): void {
  console.log("\nTARGET on a shelf of ten catalogs of 10,000, half of the names in the nine others; as above");
  console.log("TARGET | bare Map of Maps | ratio");
  {
    const catalogs = shelfOfTen(10_000);
    const [own, ...others] = catalogs.map((catalog) => new CatalogIndex(catalog));
    if (!own) throw new Error("no catalog");
    const shelf = new Shelf(own, others);
    const maps = new Map<string, Map<string, number>>();
    for (const catalog of catalogs)
      for (const [department, ofDepartment] of bareMaps(catalog)) maps.set(catalog.region + department, ofDepartment);
    const asked = catalogs.flatMap((catalog, at) =>
      questions(catalog, at === 0 ? LOOK_UPS / 2 : LOOK_UPS / 18, at === 0 ? WORKING_SET / 2 : WORKING_SET / 18).map(
        (each): Question => ({
          ...each,
          typedDepartment: at === 0 ? each.typedDepartment : catalog.region + each.department.slice(1),
          department: catalog.region + each.department,
        }),
      ),
    );
    const times = race(
      [
        {
          name: "TARGET",
          count: asked.length,
          run: (all) => {
            let sum = 0;
            for (const { typedDepartment, typedIndicator } of all) {
              const value = valueNamed(shelf, typedDepartment, typedIndicator);
              if (typeof value === "number") sum += value;
            }
            return sum;
          },
        },
        {
          name: "maps",
          count: asked.length,
          run: (all) => {
            let sum = 0;
            for (const { department, indicator } of all) sum += maps.get(department)?.get(indicator) ?? 0;
            return sum;
          },
        },
      ],
      asked,
    );
    const [ours = NaN, bare = NaN] = ["TARGET", "maps"].map((name) => times.get(name));
    measured({
      what: "TARGET, a shelf of ten catalogs of 10,000",
      ours,
      peer: BARE,
      theirs: bare,
      unit: "µs",
      most: MOST_OF_A_MAP,
    });
    console.log([ours.toFixed(3), bare.toFixed(3), (ours / bare).toFixed(2)].join(" | "));
  }
}

function checks(): void {
  console.log("\nTARGET.CHECK on 100,000 rows of a catalog of 10,000; median of", ROUNDS, "rounds, µs per row");
  console.log("TARGET.CHECK | Map of Maps and the same arithmetic | ratio | Array.find | rows a second");
  {
    const catalog = catalogOfSize(10_000);
    const index = new CatalogIndex(catalog);
    const maps = bareMaps(catalog);
    const names = new Map(catalog.departments.map(({ id, name }) => [name, id]));
    const asked = questions(catalog, CHECKED_ROWS, WORKING_SET);
    const times = race(
      [
        {
          name: "CHECK",
          count: CHECKED_ROWS,
          run: (all) => {
            const columns = {
              departments: all.map(({ typedDepartment }) => typedDepartment),
              indicators: all.map(({ typedIndicator }) => typedIndicator),
              actuals: all.map((_, row) => row),
            };
            return checkedCells(checkAnswer(index, RULES.standard, columns, "2024Q2")).length;
          },
        },
        {
          name: "maps",
          count: CHECKED_ROWS,
          run: (all) => {
            const cells = all.map(({ department, indicator }, actual) => {
              const target = maps.get(department)?.get(indicator);
              if (target === undefined) return ["", "", "", "", "无此指标"];
              const due = target * 0.5;
              const lag = 0.5 - actual / target;
              return [
                target,
                due,
                due - actual,
                actual / target,
                lag <= 0 ? "达进度" : lag <= 0.1 ? "欠进度" : "严重滞后",
              ];
            });
            return cells.length;
          },
        },
        {
          name: "find",
          count: NAIVE_LOOK_UPS,
          run: (all) => {
            let found = 0;
            for (const { department, indicator } of all)
              if (
                catalog.commitments.find(
                  (each) => each.department === names.get(department) && each.indicator === indicator,
                )
              )
                found += 1;
            return found;
          },
        },
      ],
      asked,
    );
    const [ours = NaN, bare = NaN, naive = NaN] = ["CHECK", "maps", "find"].map((name) => times.get(name));
    const what = "TARGET.CHECK, a row of 100,000";
    measured({
      what,
      ours,
      peer: "the same arithmetic over bare Maps",
      theirs: bare,
      unit: "µs",
      most: MOST_OF_ARITHMETIC,
    });
    measured({ what, ours, peer: NAIVE, theirs: naive, unit: "µs" });
    console.log(
      [
        ours.toFixed(3),
        bare.toFixed(3),
        (ours / bare).toFixed(2),
        naive.toFixed(1),
        Math.round(1e6 / ours).toLocaleString("en-US"),
      ].join(" | "),
    );
  }
}

async function main(): Promise<void> {
  await lookUps();
  shelves();
  checks();
  if (!Number.isFinite(checksum)) throw new Error("a look-up answered no number");
}

void main();
