/** Catalogs from servers on good and bad days: in the end the last good catalog is there, or a sentence that says why none is. */
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { CatalogError, type SourceTrouble } from "../../src/core/errors";
import { textOfCatalog } from "../../src/core/pin";
import type { Catalog } from "../../src/core/types";
import { addressGiven, PATIENCE } from "../../src/excel/fetching";
import type { KeptFile, KeptFiles } from "../../src/excel/keptFiles";
import { addressSource, listedOf, listedSource, lookAt, type FoundList, type Line } from "../../src/excel/webSource";
import { errorSentence } from "../../src/strings/strings";
import { catalogFile } from "../core/jingzhou";
import { closeServers, openServer, withText } from "./catalogServer";

afterEach(closeServers);

const catalogOf = (value: number): Catalog =>
  catalogFile({ kind: "flow", indicator: "新增学位", target: { comparator: "plain", value, unit: "个" } });
const textOf = (value: number) => textOfCatalog(catalogOf(value));
const hash = (text: string) => createHash("sha256").update(text).digest("hex");

/** Storage that keeps, or is full, or is blocked. */
function storage(can: "keep" | "full" | "blocked" = "keep"): KeptFiles & { readonly files: Map<string, KeptFile> } {
  const files = new Map<string, KeptFile>();
  return {
    files,
    get: (key) => Promise.resolve(can === "blocked" ? null : (files.get(key) ?? null)),
    put: (key, file) => {
      if (can === "keep") files.set(key, file);
      return Promise.resolve(can === "keep");
    },
  };
}
/** Where an answer comes, the line waits for it as long as a busy machine needs. @param silence after which it gives up, in milliseconds */
const lineOf = (kept: KeptFiles, silence = 60_000): Line => ({
  kept,
  patience: { ...PATIENCE, silence, pauses: [5, 10], longestPause: 50, largest: 100_000 },
});
const SHORT_SILENCE = 400;
const valueIn = ({ commitments: [first] }: Catalog) => (first?.target as { value: number }).value;

async function troubleOf(work: Promise<unknown>): Promise<{ trouble: SourceTrouble; sentence: string }> {
  const error: unknown = await work.then(
    () => null,
    (refusal: unknown) => refusal,
  );
  if (!(error instanceof CatalogError) || error.code !== "sourceRefused")
    throw new Error(`no refusal: ${String(error)}`);
  return { trouble: (error.facts as { trouble: SourceTrouble }).trouble, sentence: errorSentence(error) };
}

describe("a file at an address", () => {
  it("is fetched once, asked for by its ETag then, and fetched again when it has changed", async () => {
    const server = await openServer();
    const line = lineOf(storage());
    const source = addressSource(`${server.url}/a.json`, line);
    server.answer("/a.json", withText(textOf(1), '"one"'));
    expect(await source.take()).toMatchObject({ offline: null, sourceSha256: hash(textOf(1)) });
    expect(valueIn((await source.take()).catalog)).toBe(1);
    server.answer("/a.json", withText(textOf(2), '"two"'));
    expect(valueIn((await source.take()).catalog)).toBe(2);
    expect(server.asked).toEqual(["/a.json 200", "/a.json 304", "/a.json 200"]);
  });

  it("is read packed, in transit and as a file", async () => {
    const server = await openServer();
    server.answer("/a.json", (response) =>
      response.writeHead(200, { "Content-Encoding": "gzip" }).end(gzipSync(textOf(3))),
    );
    server.answer("/a.json.gz", (response) => response.writeHead(200).end(gzipSync(textOf(4))));
    const line = lineOf(storage());
    expect(valueIn((await addressSource(`${server.url}/a.json`, line).take()).catalog)).toBe(3);
    expect(valueIn((await addressSource(`${server.url}/a.json.gz`, line).take()).catalog)).toBe(4);
  });

  it("500 and then well: tried again", async () => {
    const server = await openServer();
    let times = 0;
    server.answer("/a.json", (response, request) => {
      times += 1;
      if (times < 3) response.writeHead(times === 1 ? 500 : 503, { "Retry-After": "0" }).end();
      else withText(textOf(5))(response, request);
    });
    expect(valueIn((await addressSource(`${server.url}/a.json`, lineOf(storage())).take()).catalog)).toBe(5);
    expect(times).toBe(3);
  });

  it.each<[string, SourceTrouble, Parameters<Awaited<ReturnType<typeof openServer>>["answer"]>[1], number]>([
    ["nothing there", "status", (response) => response.writeHead(404).end(), 1],
    ["500 for good", "status", (response) => response.writeHead(500).end(), 3],
    ["no answer", "timeOut", () => undefined, 0],
    ["half an answer", "timeOut", (response) => response.writeHead(200, { "Content-Length": 900 }).write("{"), 0],
    [
      "cut off",
      "unreachable",
      (response) => {
        response.writeHead(200, { "Content-Length": 900 }).write("{");
        setTimeout(() => response.destroy(), 5);
      },
      0,
    ],
    ["half a packed file", "broken", (response) => response.end(gzipSync(textOf(1)).subarray(0, 60)), 3],
    ["too large", "tooLarge", (response) => response.writeHead(200, { "Content-Length": 100_001 }).end(), 1],
    ["larger than it says", "tooLarge", (response) => response.end("x".repeat(200_000)), 1],
    ["a bomb", "tooLarge", (response) => response.end(gzipSync("x".repeat(5_000_000))), 1],
    [
      "led to http",
      "redirectedToHttp",
      (response, request) => {
        const { port } = new URL(`http://${request.headers.host ?? ""}`);
        response.writeHead(302, { Location: `http://127.0.0.2:${port}/b.json` }).end();
      },
      2,
    ],
  ])("%s: said, and the last good one does", async (_name, trouble, how, answered) => {
    const server = await openServer();
    server.answer("/b.json", withText(textOf(666)));
    const kept = storage();
    const source = addressSource(
      `${server.url}/a.json`,
      lineOf(kept, trouble === "timeOut" ? SHORT_SILENCE : undefined),
    );
    server.answer("/a.json", how);
    const refused = await troubleOf(source.take());
    expect(refused.trouble).toBe(trouble);
    expect(refused.sentence).toMatch(/^目录没有取到：http:\/\/localhost:\d+\/a\.json，.{3,}$/);
    if (answered > 0) expect(server.asked).toHaveLength(answered);
    expect(kept.files.size).toBe(0);
    server.answer("/a.json", withText(textOf(7)));
    await source.take();
    server.answer("/a.json", how);
    const taken = await source.take();
    expect(valueIn(taken.catalog)).toBe(7);
    expect((taken.offline as CatalogError<"sourceRefused">).facts.trouble).toBe(trouble);
  });

  it.each([
    ["no JSON", "<html>"],
    ["half a catalog", textOf(1).slice(0, 200)],
    ["no catalog", "{}"],
    ["a catalog with an error", textOf(1).replace('"unit":"个"', '"unit":"个/10"')],
  ])("%s never takes the place of a good one", async (_name, text) => {
    const server = await openServer();
    const kept = storage();
    const source = addressSource(`${server.url}/a.json`, lineOf(kept));
    server.answer("/a.json", withText(text));
    await expect(source.take()).rejects.toMatchObject({ code: "catalogInvalid" });
    server.answer("/a.json", withText(textOf(8), '"8"'));
    await source.take();
    server.answer("/a.json", withText(text, '"9"'));
    const taken = await source.take();
    expect(valueIn(taken.catalog)).toBe(8);
    expect(taken.offline).toMatchObject({ code: "catalogInvalid" });
  });

  it("is there without a network, and a server that is down is named", async () => {
    const server = await openServer();
    const source = addressSource(`${server.url}/a.json`, lineOf(storage()));
    server.answer("/a.json", withText(textOf(9)));
    const { at } = await source.take();
    await server.close();
    const taken = await source.take();
    expect(taken).toMatchObject({ at, offline: { facts: { trouble: "unreachable" } } });
    expect(valueIn(taken.catalog)).toBe(9);
  });

  it.each(["full", "blocked"] as const)("storage that is %s keeps nothing, and everything else works", async (can) => {
    const server = await openServer();
    const source = addressSource(`${server.url}/a.json`, lineOf(storage(can)));
    server.answer("/a.json", withText(textOf(1), '"1"'));
    await source.take();
    expect(valueIn((await source.take()).catalog)).toBe(1);
    expect(server.asked).toEqual(["/a.json 200", "/a.json 200"]);
  });
});

describe("a list", () => {
  async function published() {
    const server = await openServer();
    const kept = storage();
    const line = lineOf(kept);
    const listed = (region: string, value: number) => ({
      id: `${region}-2024`,
      title: region,
      region,
      year: 2024,
      version: "1",
      url: `${hash(textOf(value))}.json`,
      sha256: hash(textOf(value)),
      size: textOf(value).length,
    });
    const shardText = JSON.stringify({ catalogs: [{ ...listed("松滋市", 11), url: `../${hash(textOf(11))}.json` }] });
    const key = hash("松滋市").slice(0, 2);
    const shards = [{ key, url: `shards/${hash(shardText)}.json`, sha256: hash(shardText), size: shardText.length }];
    const put = (value: number) => server.answer(`/${hash(textOf(value))}.json`, withText(textOf(value)));
    server.answer("/index.json", withText(JSON.stringify({ catalogs: [listed("荆州市", 10)], shards }), '"list"'));
    server.answer(`/shards/${hash(shardText)}.json`, withText(shardText));
    put(10);
    put(11);
    return { server, line, kept, found: (await lookAt(`${server.url}/index.json`, line)) as FoundList };
  }

  it("costs one shard and one file, and nothing the second time", async () => {
    const { server, line, found } = await published();
    const [only] = await listedOf(found, "松滋市", line);
    expect(valueIn((await listedSource(found, only!, line).take()).catalog)).toBe(11);
    expect(server.asked.map((each) => each.replace(/[0-9a-f]{64}/, "…"))).toEqual([
      "/index.json 200",
      "/shards/….json 200",
      "/….json 200",
    ]);
    const again = (await lookAt(`${server.url}/index.json`, line)) as FoundList;
    const [same] = await listedOf(again, "松滋市", line);
    await listedSource(again, same!, line).take();
    expect(server.asked.slice(3)).toEqual(["/index.json 304"]);
    expect((await listedOf(found, "荆州市", line)).map(({ id }) => id)).toEqual(["荆州市-2024"]);
    expect(await listedOf(found, "无此市", line)).toEqual([]);
  });

  it("a file whose content is another is not used, nor one that was changed in storage", async () => {
    const { server, line, kept, found } = await published();
    const [listed] = found.list.catalogs;
    server.answer(`/${hash(textOf(10))}.json`, withText(textOf(99)));
    expect((await troubleOf(listedSource(found, listed!, line).take())).trouble).toBe("wrongHash");
    expect([...kept.files.keys()].filter((key) => key.startsWith("sha256"))).toEqual([]);
    const bytes = new TextEncoder().encode(textOf(98));
    kept.files.set(`sha256 ${hash(textOf(10))}`, { bytes, etag: null, at: "" });
    expect((await troubleOf(listedSource(found, listed!, line).take())).trouble).toBe("wrongHash");
    server.answer(`/${hash(textOf(10))}.json`, withText(textOf(10)));
    expect(valueIn((await listedSource(found, listed!, line).take()).catalog)).toBe(10);
  });

  it.each([
    ['{"catalogs":7}', "/catalogs"],
    ['{"catalogs":[{"id":"a"}]}', "/catalogs/0"],
    [JSON.stringify({ shards: [{ key: "../..", url: "a", sha256: "b", size: 1 }] }), "/shards/0"],
    ['{"catalogs":[{"__proto__":{"id":"a"}}]}', "/catalogs/0"],
  ])("%s is refused with its place", async (text, place) => {
    const server = await openServer();
    server.answer("/index.json", withText(text));
    const refused = await troubleOf(lookAt(`${server.url}/index.json`, lineOf(storage())));
    expect(refused).toMatchObject({ trouble: "noList", sentence: expect.stringContaining(place) as unknown });
  });
});

describe("addresses", () => {
  it.each<[string, SourceTrouble]>([
    ["", "noAddress"],
    ["荆州", "noAddress"],
    ["http://example.gov.cn/a.json", "notHttps"],
    ["http://localhost.example.cn/", "notHttps"],
    ["file:///etc/passwd", "notHttps"],
    ["javascript:alert(1)", "notHttps"],
    ["data:application/json,{}", "notHttps"],
    ["https://name:word@example.gov.cn/", "credentials"],
    [`https://example.gov.cn/${"a".repeat(2000)}`, "noAddress"],
  ])("%s is refused: %s", async (address, trouble) => {
    expect((await troubleOf(Promise.resolve().then(() => addressGiven(address)))).trouble).toBe(trouble);
  });
  it("takes https, and http on the computer itself", () => {
    expect(addressGiven(" https://example.gov.cn/a.json#x ")).toBe("https://example.gov.cn/a.json");
    expect(addressGiven("http://localhost:8080/a")).toBe("http://localhost:8080/a");
    expect(addressGiven("b.json", "https://example.gov.cn/x/index.json")).toBe("https://example.gov.cn/x/b.json");
  });
});
