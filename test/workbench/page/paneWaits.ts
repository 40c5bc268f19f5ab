/** What the pane waits for besides Excel: parts of its code, files, the browser's storage, sums that are worked out aside, its own work. */

/** The page of the pane with what is watched in it. */
type PanePage = Window & typeof globalThis;

/** The calls whose answers come from elsewhere, by what holds them. */
const watched = (page: PanePage): readonly (readonly [holder: object, name: string])[] => [
  [page, "fetch"],
  [page.SubtleCrypto.prototype, "digest"],
  [page.CacheStorage.prototype, "open"],
  ...["match", "put", "keys", "delete"].map((name) => [page.Cache.prototype, name] as const),
  [page.Response.prototype, "arrayBuffer"],
  [page.Blob.prototype, "arrayBuffer"],
];

/**
 * Watches the pane in a frame, each page that is loaded there anew.
 * @returns whether it waits for anything now
 */
export function watchPane(frame: HTMLIFrameElement): () => boolean {
  const open = new WeakMap<Document, { count: number }>();
  return () => {
    const page = frame.contentWindow as PanePage | null;
    if (!page) return false;
    let waiting = open.get(page.document);
    if (!waiting) open.set(page.document, (waiting = countCalls(page)));
    // webpack's loader takes the element away once the part is there. Long work in turns is silent towards Excel for as long as it plans.
    return waiting.count > 0 || page.document.querySelector("script[data-webpack], [aria-busy=true]") !== null;
  };
}

function countCalls(page: PanePage): { count: number } {
  const waiting = { count: 0 };
  for (const [holder, name] of watched(page)) {
    const called = (holder as Record<string, (...given: unknown[]) => Promise<unknown>>)[name];
    if (!called) continue;
    Object.defineProperty(holder, name, {
      configurable: true,
      writable: true,
      async value(this: unknown, ...given: unknown[]): Promise<unknown> {
        waiting.count += 1;
        try {
          return await called.apply(this, given);
        } finally {
          waiting.count -= 1;
        }
      },
    });
  }
  return waiting;
}
