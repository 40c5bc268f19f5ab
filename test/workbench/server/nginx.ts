/** Serves a folder by nginx with the configuration people are given (hosting/nginx.conf), for a trial on localhost. */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { localhostCertificate } from "./certificates";
import { projectFolder } from "./projectFolder";
import type { RunningServer } from "./server";

const READY_WITHIN = 10_000;

/** @throws Error where nginx is not installed or does not take the configuration; it says what nginx said */
export async function startNginx(folder: string): Promise<RunningServer> {
  const place = mkdtempSync(path.join(tmpdir(), "nginx-"));
  const inPlace = (name: string) => path.join(place, name);
  const { certificate, key } = await localhostCertificate();
  writeFileSync(inPlace("localhost.crt"), certificate);
  writeFileSync(inPlace("localhost.key"), key, { mode: 0o600 });
  const port = await freePort();
  const server = readFileSync(path.join(projectFolder, "hosting", "nginx.conf"), "utf8")
    .replace("LISTEN", `127.0.0.1:${port}`)
    .replace("SERVER_NAME", "localhost")
    .replace("CERTIFICATE_KEY", inPlace("localhost.key"))
    .replace("CERTIFICATE", inPlace("localhost.crt"))
    .replace("FOLDER", path.resolve(folder));
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    .map((name) => `${name}_temp_path ${inPlace(name)};`)
    .join(" ");
  writeFileSync(
    inPlace("nginx.conf"),
    `daemon off; pid ${inPlace("nginx.pid")}; error_log ${inPlace("error.log")};\n` +
      `events {}\nhttp { access_log off; ${temporary}\n${server}\n}\n`,
  );
  const nginx = spawn("nginx", ["-e", inPlace("error.log"), "-c", inPlace("nginx.conf")], { stdio: "pipe" });
  let said = "";
  nginx.stderr.on("data", (text) => (said += String(text)));
  const ended = new Promise<never>((_, reject) => {
    nginx.once("error", (error) => reject(new Error(`nginx could not be started: ${error.message}`)));
    nginx.once("exit", (code) => reject(new Error(`nginx ended with ${code}: ${said}`)));
  });
  ended.catch(() => undefined);
  const url = `https://localhost:${port}`;
  await Promise.race([answering(port), ended]);
  return {
    url,
    close: () =>
      new Promise((resolve) => {
        nginx.removeAllListeners("exit");
        nginx.once("exit", () => {
          rmSync(place, { recursive: true, force: true });
          resolve();
        });
        nginx.kill("SIGTERM");
      }),
  };
}

/** A port nobody listens at. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** Until something listens at the port. */
async function answering(port: number): Promise<void> {
  const { connect } = await import("node:net");
  const began = Date.now();
  for (;;) {
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = connect(port, "127.0.0.1", () => {
        socket.destroy();
        resolve(true);
      }).once("error", () => resolve(false));
    });
    if (isOpen) return;
    if (Date.now() - began > READY_WITHIN) throw new Error("nginx does not answer");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
