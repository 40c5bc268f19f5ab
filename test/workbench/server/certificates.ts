import { createHash, createPrivateKey, X509Certificate } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { projectFolder } from "./projectFolder";

const FOLDER = path.join(projectFolder, ".cache", "certificates");
const DAYS_VALID = 90;
const RENEW_BEFORE = 24 * 60 * 60 * 1000; // a certificate that ends within a day would end while the server runs

export interface LocalhostCertificate {
  readonly certificate: string;
  readonly key: string;
  /** What `--ignore-certificate-errors-spki-list` takes: the browser then accepts this one key and no other. */
  readonly publicKeyHash: string;
}

/**
 * The certificate for localhost, made on first use and renewed when it runs out. Nothing is fetched, and the machine's
 * trust store stays as it is: the browser is told the key's hash instead.
 */
export async function localhostCertificate(): Promise<LocalhostCertificate> {
  const kept = readCertificate();
  if (kept) return kept;
  await makeCertificate();
  const made = readCertificate();
  if (!made) throw new Error(`The certificate for localhost could not be made in ${FOLDER}.`);
  return made;
}

function readCertificate(): LocalhostCertificate | undefined {
  const certificatePath = path.join(FOLDER, "localhost.crt");
  const keyPath = path.join(FOLDER, "localhost.key");
  if (!existsSync(certificatePath) || !existsSync(keyPath)) return undefined;
  const certificate = readFileSync(certificatePath, "utf8");
  const key = readFileSync(keyPath, "utf8");
  try {
    const parsed = new X509Certificate(certificate);
    const lasts = Date.parse(parsed.validTo) - Date.now() > RENEW_BEFORE;
    if (!lasts || !parsed.checkPrivateKey(createPrivateKey(key))) return undefined;
    const publicKey = parsed.publicKey.export({ type: "spki", format: "der" });
    return { certificate, key, publicKeyHash: createHash("sha256").update(publicKey).digest("base64") };
  } catch {
    return undefined; // a damaged file is a missing one
  }
}

/** Made beside the final place and moved there whole, so that two starts at once cannot mix key and certificate. */
async function makeCertificate(): Promise<void> {
  mkdirSync(path.dirname(FOLDER), { recursive: true });
  const draft = mkdtempSync(`${FOLDER}-`);
  const inDraft = (name: string) => path.join(draft, name);
  const { generateCertificates } = await import("office-addin-dev-certs");
  await withoutItsMessage(() =>
    generateCertificates(inDraft("ca.crt"), inDraft("localhost.crt"), inDraft("localhost.key"), DAYS_VALID),
  );
  rmSync(FOLDER, { recursive: true, force: true });
  try {
    renameSync(draft, FOLDER);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(FOLDER)) throw error; // otherwise another start was quicker, and its certificate is as good
  }
}

/** generateCertificates says "developer certificates have been generated", which reads as if the machine now trusted them. */
async function withoutItsMessage(action: () => Promise<void>): Promise<void> {
  const log = console.log;
  console.log = () => undefined;
  try {
    await action();
  } finally {
    console.log = log;
  }
}
