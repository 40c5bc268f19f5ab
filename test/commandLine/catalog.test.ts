/** What a publisher does: check, compare, publish; and what the client then finds. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { listOfText, shardFor } from "../../src/core/catalogList";
import { publish } from "../../src/commandLine/publish";
import type { Catalog } from "../../src/core/types";
import { gridOf } from "../../src/sheets/catalogGrid";
import { csvOf } from "../../src/sheets/csv";
import { catalogFile, jingzhou } from "../core/jingzhou";

const folder = mkdtempSync(path.join(tmpdir(), "catalogs-"));
afterAll(() => rmSync(folder, { recursive: true }));

function run(...given: string[]) {
  const command = path.resolve(__dirname, "../../src/commandLine/catalog.ts");
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", command, ...given], {
    encoding: "utf8",
    cwd: path.resolve(__dirname, "../.."),
  });
  return { status, stdout, stderr };
}
function put(name: string, text: string): string {
  writeFileSync(path.join(folder, name), text);
  return path.join(folder, name);
}
const flow = (value: number) =>
  catalogFile({ kind: "flow", indicator: "新增学位", target: { comparator: "plain", value, unit: "个" } });

it("checks files of every kind, and names the place of each trouble in plain words", () => {
  const grid = gridOf(jingzhou.catalog);
  const broken = grid.map((row, at) => (at === 3 ? row.map((cell, column) => (column === 4 ? "流量" : cell)) : row));
  const { status, stdout, stderr } = run(
    "check",
    put("good.json", JSON.stringify(jingzhou.catalog)),
    put("good.csv", csvOf(grid)),
    put("bad.csv", csvOf(broken)),
    put("bad.json", JSON.stringify(flow(1)).replace('"unit":"个"', '"unit":"个/10"')),
  );
  expect(status).toBe(1);
  expect(stdout.match(/可用。荆州市2024年部门工作承诺，8 个单位，46 项承诺/g)).toHaveLength(2);
  expect(stderr).toMatch(/bad\.csv: 第4行 性质：没有这个词（流量）\n/);
  expect(stderr).toMatch(/bad\.json: 第1项承诺的目标的单位：单位看不懂.*\n/);
});

it("tells what differs, and how it is used", () => {
  const { stdout, status } = run(
    "diff",
    put("old.json", JSON.stringify(flow(1))),
    put("new.json", JSON.stringify(flow(2))),
  );
  expect(status).toBe(0);
  expect(stdout).toBe("测试目录：1 → 1\n新增 0 项，减少 0 项，改动 1 项\n* TT2024-001 市教育局 新增学位 1个 → 2个\n");
  const wrong = run("diff", "only");
  expect([wrong.status, wrong.stderr]).toEqual([1, expect.stringMatching(/^用法：/)]);
});

it("publishes files named by their content, packed ones beside them, and the index last", async () => {
  const out = path.join(folder, "out");
  const catalogs = new Map<string, Catalog>(
    Array.from({ length: 400 }, (_, at) => [String(at), { ...flow(at), id: `c-${at}`, region: `第${at}县` }]),
  );
  const load = (name: string) => Promise.resolve(catalogs.get(name)!);
  const first = await publish(out, [...catalogs.keys()], load);
  expect(first).toMatchObject({ catalogs: 400, written: 400 + first.shards });
  const index = listOfText(readFileSync(path.join(out, "index.json"), "utf8"), "index.json");
  expect(index.catalogs).toEqual([]);
  const { createHash } = await import("node:crypto");
  const hash = (text: string | Buffer) => createHash("sha256").update(text).digest("hex");
  const shard = shardFor(index, hash("第7县"))!;
  const text = readFileSync(path.join(out, shard.url));
  expect([hash(text), text.length]).toEqual([shard.sha256, shard.size]);
  expect(gunzipSync(readFileSync(path.join(out, `${shard.url}.gz`)))).toEqual(text);
  const listed = listOfText(text.toString(), shard.url).catalogs.find(({ region }) => region === "第7县")!;
  const file = readFileSync(path.join(out, "shards", listed.url));
  expect([hash(file), JSON.parse(file.toString())]).toEqual([listed.sha256, catalogs.get("7")]);

  // An update writes the file, its shard and the index; what an earlier index names is still there.
  catalogs.set("7", { ...catalogs.get("7")!, version: "2" });
  expect(await publish(out, [...catalogs.keys()], load)).toMatchObject({ written: 2 });
  expect(readFileSync(path.join(out, "shards", listed.url))).toEqual(file);
  expect(readdirSync(out, { recursive: true }).filter((name) => String(name).endsWith(".part"))).toEqual([]);
  await expect(publish(out, ["none"], () => Promise.reject(new Error("unread")))).rejects.toThrow("unread");
});
