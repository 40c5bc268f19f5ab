import { takeForTeardown } from "./running";

/** After the browser stories: ends the browser, then the server it talked to. */
export default async function globalTeardown(): Promise<void> {
  const running = takeForTeardown();
  await running?.browser.close();
  await running?.server.close();
}
