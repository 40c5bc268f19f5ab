import { createReadStream } from "node:fs";
import { realpath, stat } from "node:fs/promises";
import { createServer } from "node:https";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { localhostCertificate, type LocalhostCertificate } from "./certificates";

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
  ".xml": "application/xml; charset=utf-8",
};

export interface ServerOptions {
  /** The folder whose files are served. */
  readonly folder: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** The certificate to show; without it, the one kept in .cache/certificates. */
  readonly certificate?: Pick<LocalhostCertificate, "certificate" | "key">;
}

export interface RunningServer {
  /** @example "https://localhost:3000" */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** The port is in use by another program. */
export class PortTakenError extends Error {
  constructor(readonly port: number) {
    super(`Port ${port} is already in use.`);
  }
}

/** Serves the files of a folder over https on localhost. office.js refuses plain http. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const root = await realpath(options.folder);
  const { certificate, key } = options.certificate ?? (await localhostCertificate());
  const server = createServer({ cert: certificate, key }, (request, response) => {
    answer(root, request, response).catch((error: unknown) => {
      if (!response.headersSent) refuse(response, 500, String(error));
      else response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(error.code === "EADDRINUSE" ? new PortTakenError(options.port) : error),
    );
    // The loopback address itself, so that nobody on the network reaches a folder that is being worked in.
    server.listen(options.port, "127.0.0.1", resolve);
  });
  return {
    url: `https://localhost:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(root: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== "GET" && request.method !== "HEAD") {
    refuse(response, 405, "Only GET and HEAD");
    return;
  }
  const file = await fileFor(root, request.url ?? "/");
  if (!file && request.url === "/favicon.ico") {
    response.writeHead(204).end(); // browsers ask for it unbidden, and would report a missing one as the page's error
    return;
  }
  if (!file) {
    refuse(response, 404, "Not found");
    return;
  }
  response.writeHead(200, {
    "Content-Type": MEDIA_TYPES[path.extname(file.path).toLowerCase()] ?? "application/octet-stream",
    "Content-Length": file.size,
    "Cache-Control": "no-store", // a rebuilt file must be the one that is seen
    "X-Content-Type-Options": "nosniff",
    // Excel on the web reads functions.json from its own origin.
    "Access-Control-Allow-Origin": "*",
  });
  if (request.method === "HEAD") {
    response.end();
    return;
  }
  createReadStream(file.path)
    .on("error", () => response.destroy())
    .pipe(response);
}

/** The file an address names, or nothing when there is none or it lies outside the folder, through links as well. */
async function fileFor(root: string, address: string): Promise<{ path: string; size: number } | undefined> {
  try {
    const name = decodeURIComponent(address.split(/[?#]/, 1)[0] ?? "/");
    const asked = path.join(root, name.endsWith("/") ? `${name}index.html` : name);
    const found = await realpath(asked);
    if (!found.startsWith(root + path.sep)) return undefined;
    const facts = await stat(found);
    return facts.isFile() ? { path: found, size: facts.size } : undefined;
  } catch {
    return undefined;
  }
}

function refuse(response: ServerResponse, status: number, reason: string): void {
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" });
  response.end(`${status} ${reason}\n`);
}
