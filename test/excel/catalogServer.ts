/** A web server of a test, which does what servers do on bad days. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface CatalogServer {
  /** @example "http://localhost:12345" */
  readonly url: string;
  /** The paths asked for, in order, and what was answered. */
  readonly asked: string[];
  /** How a path is answered from now on. */
  answer(path: string, how: (response: ServerResponse, request: IncomingMessage) => void): void;
  close(): Promise<void>;
}

const open: CatalogServer[] = [];

/** Closes every server a test opened; to be called after each test. */
export async function closeServers(): Promise<void> {
  await Promise.all(open.splice(0).map((each) => each.close()));
}

export async function openServer(): Promise<CatalogServer> {
  const answers = new Map<string, (response: ServerResponse, request: IncomingMessage) => void>();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    response.on("finish", () => asked.push(`${path} ${response.statusCode}`));
    const answer = answers.get(path);
    if (answer) answer(response, request);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const opened: CatalogServer = {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    asked,
    answer: (path, how) => void answers.set(path, how),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  open.push(opened);
  return opened;
}

/** Answers with a text, and with 304 to those who have it. */
export const withText =
  (text: string, etag: string | null = null) =>
  (response: ServerResponse, request: IncomingMessage) => {
    if (etag !== null && request.headers["if-none-match"] === etag) response.writeHead(304, { ETag: etag }).end();
    else response.writeHead(200, etag === null ? {} : { ETag: etag }).end(text);
  };
