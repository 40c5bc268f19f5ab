/**
 * A whole country published to a folder, handed out by a web server that knows nothing of us, and pulled by the real client: requests
 * and bytes of a first open, a second one, and an update; and what a catalog of 100,000 promises takes.
 *
 * npm run bench:country [-- COUNTIES] [YEARS]
 * nginx is used where it is installed; else a plain server of files in Node.
 */
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { CatalogIndex } from "../../src/core/catalog";
import { valueNamed } from "../../src/core/case";
import { catalogOfText } from "../../src/core/loadCatalog";
import { Shelf } from "../../src/core/shelf";
import type { Catalog } from "../../src/core/types";
import { publish } from "../../src/commandLine/publish";
import { PATIENCE } from "../../src/excel/fetching";
import type { KeptFile } from "../../src/excel/keptFiles";
import { listedOf, listedSource, lookAt, type FoundList, type Line } from "../../src/excel/webSource";
import { catalogOfSize } from "./catalogs";
import { inBrowser } from "./countryInBrowser";

const [counties = 3000, years = 5] = process.argv.slice(2, 4).map(Number);
const WITH_BROWSER = process.argv[4] === "browser";
const COMMITMENTS = 60;
const FIRST_YEAR = 2022;
const LOOK_UPS = 1_000_000;

/** A county's catalog of a year; `edition` changes its figures. */
function county(number: number, year: number, edition = 0): Catalog {
  const base = catalogOfSize(COMMITMENTS);
  return {
    ...base,
    id: `county-${number}-${year}`,
    title: `第${number}县${year}年部门工作承诺`,
    region: `第${number}县`,
    year,
    version: String(1 + edition),
    commitments: base.commitments.map((commitment, at) => ({
      ...commitment,
      id: `CT${year}-${String(at + 1).padStart(3, "0")}`,
      from: `${year}-01-01`,
      due: `${year}-12-31`,
      target: { comparator: "plain", value: number + at + edition, unit: "个" },
    })),
  };
}

interface Answered {
  readonly requests: number;
  readonly bytes: number;
}
interface Server {
  readonly url: string;
  /** What was answered since the last look. */
  readonly answered: () => Promise<Answered>;
  readonly close: () => void;
}

async function main(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "country-"));
  const server = existsSync("/usr/sbin/nginx") ? await nginx(folder) : await plainServer(folder);
  try {
    const names = Array.from({ length: counties * years }, (_, at) => String(at));
    const load = (edition: (number: number) => number) => (name: string) => {
      const [number, year] = [Math.floor(Number(name) / years), FIRST_YEAR + (Number(name) % years)];
      return Promise.resolve(county(number, year, year === FIRST_YEAR + years - 1 ? edition(number) : 0));
    };
    let begun = performance.now();
    const made = await publish(
      folder,
      names,
      load(() => 0),
    );
    console.log(`${made.catalogs} catalogs of ${COMMITMENTS}, ${made.shards} shards, published in ${seconds(begun)} s`);
    const kept = new Map<string, KeptFile>();
    const line: Line = {
      kept: {
        get: (key) => Promise.resolve(kept.get(key) ?? null),
        put: (key, file) => Promise.resolve(Boolean(kept.set(key, file))),
      },
      patience: PATIENCE,
    };
    const region = `第${Math.floor(counties / 2)}县`;
    const open = async () => {
      const list = (await lookAt(`${server.url}/index.json`, line)) as FoundList;
      const listed = await listedOf(list, region, line);
      const [newest] = [...listed].sort((one, other) => other.year - one.year);
      if (!newest) throw new Error("the region is not listed");
      return (await listedSource(list, newest, line).take()).catalog;
    };
    const told = async (what: string, work: () => Promise<Catalog>) => {
      begun = performance.now();
      const catalog = await work();
      const { requests, bytes } = await server.answered();
      console.log(`${what}: ${requests} requests, ${bytes.toLocaleString("en")} bytes, ${seconds(begun)} s`);
      return catalog;
    };
    const catalog = await told("first open", open);
    await told("second open", open);
    const again = await publish(
      folder,
      names,
      load((number) => (number === Math.floor(counties / 2) ? 1 : 0)),
    );
    console.log(`one catalog changed: ${again.written} files written`);
    const newer = await told("one update", open);
    if (newer.version !== "2") throw new Error("the update was not seen");
    if (WITH_BROWSER) {
      await writeFile(path.join(folder, "large.json"), JSON.stringify(largeCatalog()));
      await inBrowser(
        server.url,
        region,
        async (what, work) => {
          await told(what, async () => {
            await work();
            return catalog;
          });
        },
        async () => {
          await publish(
            folder,
            names,
            load((number) => (number === Math.floor(counties / 2) ? 2 : 0)),
          );
        },
      );
    }
    const shelf = new Shelf(new CatalogIndex(catalog));
    const [first] = catalog.commitments;
    await told("TARGET a million times, offline", () => {
      for (let asked = 0; asked < LOOK_UPS; asked += 1) valueNamed(shelf, "市第0局", first?.indicator ?? "");
      return Promise.resolve(catalog);
    });
  } finally {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
  large();
}

/** A catalog of a hundred thousand commitments, of a region of its own. */
function largeCatalog(): Catalog {
  const catalog = catalogOfSize(100_000);
  const commitments = catalog.commitments.map((each, at) => ({ ...each, id: `LG2026-${String(at).padStart(6, "0")}` }));
  return { ...catalog, id: "large", title: "大目录", region: "某省", commitments };
}

/** Opening a large catalog: the time of each step, and what stays in memory once its text is let go. */
function large(): void {
  const before = memory();
  const texts = [JSON.stringify(catalogOfSize(100_000))];
  const characters = texts[0]?.length ?? 0;
  let begun = performance.now();
  const catalog = catalogOfText(texts.pop() ?? "");
  const read = seconds(begun);
  begun = performance.now();
  const index = new CatalogIndex(catalog);
  valueNamed(index, "市第0局", "x");
  const indexed = seconds(begun);
  const megabytes = Math.round((memory() - before) / 1e6);
  console.log(
    `${index.catalog.commitments.length.toLocaleString("en")} promises, ${(characters / 1e6).toFixed(0)} million characters: ` +
      `read ${read} s, indexed ${indexed} s, ${megabytes} MB kept`,
  );
}

function memory(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

const seconds = (begun: number) => ((performance.now() - begun) / 1000).toFixed(2);

async function nginx(folder: string): Promise<Server> {
  const log = path.join(folder, "access.log");
  const port = await freePort();
  const configuration = path.join(folder, "nginx.conf");
  writeFileSync(
    configuration,
    `daemon off; worker_processes 1; pid ${folder}/nginx.pid; error_log ${folder}/error.log;
user root; events {}
http { log_format counted '$status $bytes_sent'; access_log ${log} counted; gzip_static on;
  types { application/json json; }
  server { listen 127.0.0.1:${port}; root ${folder}; add_header Access-Control-Allow-Origin *;
    location ~ ^/(catalogs|shards)/ { # a location with headers of its own takes none from above
      add_header Access-Control-Allow-Origin *; add_header Cache-Control "public, immutable, max-age=31536000"; } } }`,
  );
  const running: ChildProcess = spawn("/usr/sbin/nginx", ["-c", configuration, "-p", folder], { stdio: "ignore" });
  for (let tries = 0; tries < 100 && !existsSync(path.join(folder, "nginx.pid")); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 50));
  console.log(spawnSync("/usr/sbin/nginx", ["-v"]).stderr.toString().trim());
  let read = 0;
  return {
    url: `http://localhost:${port}`,
    answered: async () => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      const lines = existsSync(log) ? readFileSync(log, "utf8").trim().split("\n").filter(Boolean) : [];
      const fresh = lines.slice(read);
      read = lines.length;
      return { requests: fresh.length, bytes: fresh.reduce((sum, each) => sum + Number(each.split(" ")[1]), 0) };
    },
    close: () => void running.kill("SIGTERM"),
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function plainServer(folder: string): Promise<Server> {
  let [requests, bytes] = [0, 0];
  const server = createServer((request, response) => {
    const file = path.join(folder, path.normalize(request.url ?? "/"));
    if (!existsSync(`${file}.gz`)) return void response.writeHead(404).end();
    const content = readFileSync(`${file}.gz`);
    requests += 1;
    const etag = `"${content.length}-${content.readUInt32LE(4)}-${content.subarray(-8).toString("hex")}"`;
    const isKnown = request.headers["if-none-match"] === etag;
    bytes += isKnown ? 0 : content.length;
    if (isKnown) response.writeHead(304, { ETag: etag }).end();
    else response.writeHead(200, { "Content-Encoding": "gzip", ETag: etag }).end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  console.log("a plain server of files; nginx is not installed");
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    answered: () => {
      const answered = { requests, bytes };
      [requests, bytes] = [0, 0];
      return Promise.resolve(answered);
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
