/**
 * The unmodified office.js in plain Node, without a page: the library speaks with a host in the same process when it finds the
 * bridge by which the desktop's script runtime is reached. Only the part for Excel is loaded; `Office.onReady`, add-in commands and
 * the ribbon belong to a page and are not there.
 */
import { readFileSync } from "node:fs";
import { createContext, Script } from "node:vm";

/** What the library offers once it is loaded. */
export interface OfficeLibrary {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly CustomFunctions: {
    associate(id: string, run: (...callArguments: never[]) => unknown): void;
    readonly Error: typeof CustomFunctions.Error;
    readonly ErrorCode: typeof CustomFunctions.ErrorCode;
  };
}

/** A message of the library to its host: a request to work off. */
export interface BridgeRequest {
  readonly id: number;
  readonly type: number;
  readonly message: { readonly body: unknown };
}

/** The two ends of the bridge; the library sets `onMessageFromHost`. */
interface Bridge {
  sendMessageToHost(text: string): void;
  onMessageFromHost: ((text: string) => void) | null;
}

/** Kinds of messages on the bridge. */
const REQUEST = 1;
const EVENTS = 3;

let script: Script | null = null;

/** Compiled once; every workbook gets a library of its own, which keeps no memory of another's. */
function compiled(): Script {
  if (script) return script;
  const file = require.resolve("@microsoft/office-js/dist/excel-web-16.00.js");
  script = new Script(readFileSync(file, "utf8"), { filename: file });
  return script;
}

/**
 * Loads the library and joins it to a host.
 * @param answer works off a request's body and gives the response's
 * @returns the library, how to tell it of events and calls, entries as `[category, type, target, message, id]`, and how to end it
 */
export function loadOfficeLibrary(answer: (body: string) => Promise<unknown>): {
  library: OfficeLibrary;
  tell: (entries: readonly unknown[]) => void;
  unload: () => void;
} {
  // Node keeps a library's world after its workbook is closed; the workbook is not to be kept with it.
  let host: typeof answer | null = answer;
  const bridge: Bridge = {
    onMessageFromHost: null,
    sendMessageToHost: (text) => {
      const request = JSON.parse(text) as BridgeRequest;
      if (request.type !== REQUEST) return;
      const { body } = request.message;
      void host?.(typeof body === "string" ? body : JSON.stringify(body)).then((response) => {
        const message = { statusCode: 200, headers: {}, body: response };
        bridge.onMessageFromHost?.(JSON.stringify({ id: request.id, type: REQUEST, message }));
      });
    },
  };
  const timers = new Set<NodeJS.Timeout>();
  const timer = (started: NodeJS.Timeout): NodeJS.Timeout => {
    timers.add(started);
    return started;
  };
  const window: Record<string, unknown> = {
    _richApiNativeBridge: bridge,
    ...associations(),
    // The library's errors and promises are then those of this side: `instanceof Error` holds. What is read are arrays of its own.
    Error,
    TypeError,
    Promise,
    console,
    setTimeout: (run: () => void, delay: number) => timer(setTimeout(run, delay)),
    clearTimeout,
    setInterval: (run: () => void, delay: number) => timer(setInterval(run, delay)),
    clearInterval,
    navigator: { userAgent: "Node" },
    location: { href: "https://localhost/", search: "", hash: "" },
  };
  window.window = window;
  window.self = window;
  compiled().runInContext(createContext(window));
  return {
    library: window as unknown as OfficeLibrary,
    tell: (entries) => {
      const told = (entries as readonly (readonly unknown[])[]).map(
        ([messageCategory, messageType, targetId, message, id]) => ({
          messageCategory,
          messageType,
          targetId,
          message,
          id,
        }),
      );
      bridge.onMessageFromHost?.(JSON.stringify({ type: EVENTS, message: { entries: told } }));
    },
    unload: () => {
      host = null;
      bridge.onMessageFromHost = null;
      for (const each of timers) clearTimeout(each);
    },
  };
}

/** `CustomFunctions.associate` is office.js's own part, which needs a page; the library asks for the functions by these names. */
function associations(): Record<string, unknown> {
  const mappings: Record<string, unknown> = {};
  const handlers: (() => void)[] = [];
  const associate = (id: string, run: unknown): void => {
    mappings[id] = run;
    for (const handler of handlers) handler();
  };
  const onchange = (handler: () => void): void => {
    handlers.push(handler);
  };
  return { CustomFunctions: { associate, _association: { mappings, onchange } }, CustomFunctionMappings: {} };
}
