/**
 * Input made to harm: what is said of each hostile file, how long it takes and what memory, and how the importer's time grows with texts
 * put together at random. Memory is what the process held more than before; a file is read in a thread of its own, as in the pane.
 *
 * npm run bench:hostile [-- TEXTS] [SEED]
 */
import { startThread } from "../../src/commandLine/startThread";
import { readInTime } from "../../src/files/timedReading";
import { importReport } from "../../src/importer/importReport";
import { errorSentence } from "../../src/strings/strings";
import { HOSTILE_FILES } from "../files/hostileFiles";
import { wordFile } from "../importer/files";
import { generator } from "./catalogs";

const [texts = 200, seed = 2024] = process.argv.slice(2).map(Number);
const MEGABYTE = 1024 * 1024;
const LARGEST_RETURN = 30 * MEGABYTE;
const LOOKS = 25; // ms between two looks at the memory

/** What a file takes that harms nobody: mostly the start of a thread, whose sources are translated here and not in what ships. */
const ORDINARY = {
  name: "ordinary.docx",
  read: "document",
  make: () => wordFile(["今年新增学位100个。"]),
} as const;

async function files(): Promise<void> {
  console.log("file                            |      KB |      s |  CPU s |  MB more | said of it");
  for (const { name, read, make } of [ORDINARY, ...HOSTILE_FILES]) {
    const bytes = new Uint8Array(make());
    globalThis.gc?.();
    const before = process.memoryUsage().rss;
    let most = before;
    const looking = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), LOOKS);
    const began = performance.now();
    const worked = process.cpuUsage();
    const size = bytes.length / 1024;
    const job = read === "document" ? { read, name, bytes } : ({ read, name, bytes, largest: LARGEST_RETURN } as const);
    const said = await readInTime(() => startThread(), job).then(
      () => "（读入）",
      (error: unknown) => errorSentence(error),
    );
    clearInterval(looking);
    const seconds = (performance.now() - began) / 1000;
    const { user, system } = process.cpuUsage(worked);
    console.log(
      `${name.padEnd(31)} | ${size.toFixed(0).padStart(7)} | ${seconds.toFixed(2).padStart(6)} | ${((user + system) / 1_000_000).toFixed(2).padStart(6)} | ${((most - before) / MEGABYTE).toFixed(0).padStart(8)} | ${said}`,
    );
  }
}

/** What reports are made of, and what takes rules to their limits. */
const PIECES =
  "（|）|市教育局|牵头|责任单位：|、|，|。|；|\n|1|2.5|%|个百分点|万个|亿元|从|提高到|以上|左右|不少于|新建|新增|改造|学校|幼儿园|今年|去年|“|”|一是|分别|围绕|总投资|比上年|增长|下降|其中|到2025年|8月底前|力争|确保|局长王明说|1.|（一）|：|/10万|全覆盖|名词解释|㎡|\t| ".split(
    "|",
  );

/** A few pieces over and over: what takes one place among many too long shows then. */
function fuzzed(random: () => number): (size: number) => string {
  const count = 1 + Math.floor(random() * 6);
  const motif = Array.from({ length: count }, () => PIECES[Math.floor(random() * PIECES.length)] ?? "").join("") || "1";
  return (size) => motif.repeat(Math.ceil(size / motif.length)).slice(0, size);
}

const SIZES = [75_000, 150_000, 300_000] as const;
const MATTERS = 150; // ms: what takes less is measured too roughly to be compared

function growth(): void {
  const random = generator(seed);
  const measured = Array.from({ length: texts }, () => {
    const make = fuzzed(random);
    const times = SIZES.map((size) => {
      const text = make(size);
      const begin = process.cpuUsage().user;
      importReport(text, { year: 2025 });
      return (process.cpuUsage().user - begin) / 1000;
    });
    return { motif: make(24), times };
  });
  const ofLast = (times: readonly number[]) => (times[2] ?? 0) / Math.max(1, times[1] ?? 1);
  const grown = measured.filter(({ times }) => (times[1] ?? 0) >= MATTERS);
  const list = (title: string, lines: typeof measured) => {
    console.log(`\n${title}`);
    for (const { motif, times } of lines.slice(0, 8))
      console.log(
        `${times.map((time) => time.toFixed(0).padStart(6)).join(" ")} ms, ${ofLast(times).toFixed(2)} times: ${JSON.stringify(motif)}`,
      );
  };
  console.log(
    `\n${texts} texts put together at random, seed ${seed}, each of ${SIZES.map((size) => size.toLocaleString("en")).join(", ")} characters (twice the time for twice the text is linear)`,
  );
  list(
    "the slowest",
    [...measured].sort((left, right) => (right.times[2] ?? 0) - (left.times[2] ?? 0)),
  );
  list(
    `the fastest growing of the ${grown.length} that take ${MATTERS} ms or more at 150,000`,
    [...grown].sort((left, right) => ofLast(right.times) - ofLast(left.times)),
  );
}

void files().then(growth);
