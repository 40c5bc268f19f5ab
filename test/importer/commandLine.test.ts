/** The command line, as a person calls it: files of every kind in, one JSON object or a sentence out. */
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pdfFile, wordFile, zip } from "./files";

const project = path.resolve(__dirname, "../..");
const folder = mkdtempSync(path.join(tmpdir(), "report-"));
afterAll(() => rmSync(folder, { recursive: true }));

interface Called {
  readonly code: number;
  readonly out: string;
  readonly sentence: string;
}

function extract(...given: string[]): Promise<Called> {
  const program = path.join(project, "node_modules/tsx/dist/cli.mjs");
  return new Promise((resolve) =>
    execFile(
      process.execPath,
      [program, "src/commandLine/extract.ts", ...given],
      { cwd: project, maxBuffer: 64e6 },
      (error, out, sentence) => resolve({ code: error ? Number(error.code) : 0, out, sentence }),
    ),
  );
}

function file(name: string, data: string | Buffer): string {
  const place = path.join(folder, name);
  writeFileSync(place, data);
  return place;
}

const printed = (out: string) =>
  JSON.parse(out) as { document: unknown; drafts: { phrase: string }[]; issues: unknown };

const REPORT = ["2025年重点工作", "今年计划新建公办幼儿园8所，新增学位2340个以上。"];

it("prints drafts of a text file as one JSON object, spans in the text as read", async () => {
  const { code, out } = await extract(
    file("report.txt", REPORT.join("\n")),
    "--year",
    "2025",
    "--department",
    "市教育局",
  );
  expect(code).toBe(0);
  const { document, drafts, issues } = printed(out);
  expect(document).toEqual({ name: "report.txt", format: "txt", encoding: "utf-8", characters: 36, year: 2025 });
  expect(drafts).toEqual([
    {
      department: "市教育局",
      supporting: [],
      speaker: null,
      indicator: "新建公办幼儿园",
      value: 8,
      valueMax: null,
      unit: "所",
      comparator: "plain",
      modality: "plan",
      modalityWord: "计划",
      period: "2025",
      kind: "flow",
      direction: null,
      baseline: null,
      span: [21, 23],
      phrase: "8所",
      implied: ["department"],
      vague: false,
    },
    expect.objectContaining({ indicator: "新增学位", value: 2340, comparator: "atLeast", span: [28, 33] }),
  ]);
  expect(issues).toEqual([]);
});

it("reads GB18030 and UTF-16", async () => {
  // 今年新建学校8所 in GB18030.
  const gb = Buffer.from("bdf1c4ead0c2bda8d1a7d0a338cbf9a1a3", "hex");
  const first = await extract(file("gb.txt", gb), "--year", "2025");
  expect(JSON.parse(first.out)).toMatchObject({
    document: { encoding: "gb18030" },
    drafts: [{ value: 8, unit: "所" }],
  });
  const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(REPORT.join("\n"), "utf16le")]);
  const second = await extract(file("wide.txt", wide));
  expect(JSON.parse(second.out)).toMatchObject({
    document: { encoding: "utf-16le", year: 2025 },
    drafts: [{ value: 8 }, {}],
  });
});

it("reads a Word document", async () => {
  const { out } = await extract(file("report.docx", wordFile(REPORT)));
  expect(JSON.parse(out)).toMatchObject({ document: { format: "docx" }, drafts: [{ value: 8 }, { value: 2340 }] });
});

it("reads a PDF, mends broken lines and takes columns one after the other", async () => {
  const text =
    "今年计划新建公办幼儿园8所、新增学位2340个，改造校舍12万平方米。实施农村学校供水工程，惠及师生3万人。持续推进校园安全建设，配备专职保安600名，新建校园警务室50个。" +
    "深化教育评价改革，培训骨干教师1500名，开办订单班40个，新增实训基地6个，引进高层次人才80名。学前教育普惠率达到92%以上，改造学校食堂30个。";
  const rows = Array.from({ length: Math.ceil(text.length / 12) }, (_, row) => text.slice(12 * row, 12 * row + 12));
  const half = Math.ceil(rows.length / 2);
  const left = rows.slice(0, half);
  const right = rows.slice(half);
  const at = (x: number) => (line: string, row: number) => ({ x, y: 760 - 20 * row, text: line });
  const page = [...left.map(at(40)), ...right.map(at(320)), { x: 290, y: 30, text: "— 1 —" }];
  const { out } = await extract(file("report.pdf", pdfFile([page])), "--year", "2025");
  const { document, drafts } = printed(out);
  expect(document).toMatchObject({ format: "pdf", pages: 1 });
  expect(drafts.map(({ phrase }) => phrase)).toEqual(
    "8所 2340个 12万平方米 3万人 600名 50个 1500名 40个 6个 80名 92% 30个".split(" "),
  );
});

it.each([
  ["a PDF of pictures", "scan.pdf", () => pdfFile([[], []]), /扫描/],
  ["a damaged PDF", "broken.pdf", () => Buffer.from("%PDF-1.7\nnothing of the kind"), /已损坏/],
  ["an old Word file", "old.doc", () => Buffer.from("d0cf11e0a1b11ae100000000", "hex"), /旧版 \.doc/],
  [
    "an archive that is no document",
    "else.docx",
    () => zip([{ path: "a.xml", data: Buffer.from("<a/>") }]),
    /不是 \.txt/,
  ],
  ["half an archive", "half.docx", () => wordFile(REPORT).subarray(0, 300), /已损坏/],
  [
    "an archive that says how large it becomes",
    "bomb.docx",
    () => wordFile(REPORT, undefined, [{ path: "word/media/a.bin", data: Buffer.alloc(110 * 1024 * 1024) }]),
    /解开后过大/,
  ],
  [
    "an archive that hides how large it becomes",
    "liar.docx",
    () =>
      wordFile(REPORT, undefined, [{ path: "word/media/a.bin", data: Buffer.alloc(110 * 1024 * 1024), claimed: 10 }]),
    /解开后过大/,
  ],
  [
    "a document nested without end",
    "deep.docx",
    () => wordFile([], "<w:p>".repeat(100_000) + "</w:p>".repeat(100_000)),
    /嵌套过深/,
  ],
  ["a hundred megabytes", "huge.txt", () => Buffer.alloc(100 * 1024 * 1024, 49), /文件太大/],
  ["bytes that are no text", "picture.txt", () => Buffer.from([137, 80, 78, 71, 0, 0, 0, 13, 73, 72]), /不是文字/],
  ["an empty file", "empty.txt", () => Buffer.alloc(0), /没有文字/],
])("refuses %s with the reason", async (_, name, make, reason) => {
  const { code, out, sentence } = await extract(file(name, make()));
  expect([code, out]).toEqual([1, ""]);
  expect(sentence).toMatch(reason);
});

it("says how it is called, and that a file is missing", async () => {
  expect(await extract()).toMatchObject({ code: 1, sentence: expect.stringContaining("用法") as string });
  expect(await extract(path.join(folder, "nowhere.txt"))).toMatchObject({
    code: 1,
    sentence: expect.stringContaining("没有找到") as string,
  });
  expect(await extract(file("r.txt", REPORT.join("")), "--year", "今年")).toMatchObject({ code: 1 });
  expect(await extract("--years", "2025")).toMatchObject({
    code: 1,
    sentence: expect.stringMatching(/“--years 2025”里有不认识的选项.*\n用法/u) as string,
  });
  expect(await extract("--help")).toMatchObject({ code: 0, out: expect.stringContaining("用法") as string });
});
