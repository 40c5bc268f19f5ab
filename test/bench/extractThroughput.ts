/**
 * How fast the importer reads, beside what a reader without understanding costs, in one run: splitting clauses and finding number and
 * unit by one regular expression; segmenting words with jieba; Microsoft's recogniser of numbers with units (few languages, Chinese among them).
 * `npm run bench -- extractThroughput`. The peers change places from round to round. Each text is a report of some sixty pages made of the
 * passages over and over, hence dense in figures; each peer reads several of them, one after the other.
 */
import { performance } from "node:perf_hooks";
import { Jieba } from "@node-rs/jieba";
import { dict } from "@node-rs/jieba/dict";
import NumberWithUnitRecognizers from "@microsoft/recognizers-text-number-with-unit";
import { importReport } from "../../src/importer/importReport";
import { labelledPassages, ownPassages } from "../importer/passages";
import { measured } from "./table";

const ROUNDS = 7;
const GOAL = 0.02; // at least a fiftieth of the plain scan: thirty pages, which may take 150 ms, in about 30

const REPORTS = 20;
const once = [...(labelledPassages() ?? []), ...ownPassages()].map(({ text }) => text).join("\n");
/** A copy whose characters lie together, as those of a file do. */
const copies = (count: number) => Buffer.from(once.repeat(count)).toString("utf8");

const CLAUSE = /[，。；：！？\n]/u;
const NUMBER_AND_UNIT = /\d+(?:\.\d+)?(?:万|亿)?(?:[\u4e00-\u9fff]|%)/gu;
function plainScan(text: string): number {
  let count = 0;
  for (const clause of text.split(CLAUSE)) count += [...clause.matchAll(NUMBER_AND_UNIT)].length;
  return count;
}

const jieba = Jieba.withDict(dict);
const recogniser = new NumberWithUnitRecognizers.NumberWithUnitRecognizer("zh-cn").getDimensionModel();

const peers = [
  { name: "plain scan", text: copies(4), times: REPORTS, run: plainScan },
  {
    name: "importer",
    text: copies(4),
    times: REPORTS,
    run: (text: string) => importReport(text, { year: 2025 }).drafts.length,
  },
  { name: "jieba segmentation", text: copies(4), times: 1, run: (text: string) => jieba.cut(text).length },
  {
    name: "recognizers-text zh",
    text: once.slice(0, 6000),
    times: 1,
    run: (text: string) => recogniser.parse(text).length,
  },
];

const speeds = new Map<string, number[]>(peers.map(({ name }) => [name, []]));
let checksum = 0;
for (let round = 0; round <= ROUNDS; round++)
  for (const { name, text, times, run } of round % 2 ? [...peers].reverse() : peers) {
    const begin = process.cpuUsage();
    for (let time = 0; time < times; time++) checksum += run(text);
    const { user, system } = process.cpuUsage(begin); // time at work, whatever else the machine does
    const seconds = (user + system) / 1e6;
    if (round > 0) speeds.get(name)?.push((Buffer.byteLength(text) * times) / 1e6 / seconds); // the first round warms up
  }
if (!(checksum > 0)) throw new Error("nobody found anything");

// The best round of each: what else the machine does only slows.
const best = (name: string) => Math.max(...(speeds.get(name) ?? []));
const plain = best("plain scan");
console.log("reader               |   MB/s | of the plain scan");
for (const { name } of peers) {
  const speed = best(name);
  if (name !== "importer")
    measured({
      what: "a megabyte of a report read",
      ours: 1 / best("importer"),
      peer: name,
      theirs: 1 / speed,
      unit: "s",
      ...(name === "plain scan" ? { most: 1 / GOAL } : {}),
    });
  console.log(`${name.padEnd(20)} | ${speed.toFixed(2).padStart(6)} | ${(speed / plain).toFixed(3)}`);
}
console.log(`goal: the importer at ${GOAL} of the plain scan or above`);

// Twice the text must take about twice the time, whatever it looks like.
console.log("\nhow time grows when the text is doubled (2 is linear)");
const hostile: readonly [string, (size: number) => string][] = [
  ["digits", (size) => "1".repeat(size)],
  ["numerals", (size) => "一".repeat(size)],
  ["figures without a stop", (size) => "1万个".repeat(size / 4)],
  ["unpaired brackets", (size) => "（1个".repeat(size / 4)],
  ["unpaired quotes", (size) => "“1个".repeat(size / 4)],
  ["thousands separators", (size) => "1,234".repeat(size / 5)],
  ["unit lines", (size) => "责任单位：市教育局\n".repeat(size / 10)],
  ["empty lines", (size) => "\n".repeat(size)],
  ["reviews that turn", (size) => "在肯定成绩的同时\n今年\n".repeat(size / 12)],
  ["reports", (size) => once.repeat(Math.ceil(size / once.length))],
];
for (const [name, make] of hostile) {
  const timed = (size: number) => {
    const text = Buffer.from(make(size)).toString("utf8");
    const times = [0, 1, 2].map(() => {
      const begin = performance.now();
      importReport(text, { year: 2025 });
      return performance.now() - begin;
    });
    return Math.min(...times);
  };
  const [small, large] = [timed(200_000), timed(400_000)];
  console.log(
    `${name.padEnd(24)} ${small.toFixed(0).padStart(5)} ms → ${large.toFixed(0).padStart(5)} ms: ${(large / small).toFixed(2)}`,
  );
}
