/**
 * Speaks with the unmodified office.js in the add-in's frame, as Excel on the web does: the frame's name tells the library where it
 * is, messages go by postMessage, calls and events are told apart by number.
 */
import type { Host, OfficeEvent } from "./model/host";
import { Batches, type BatchResponse } from "./batch";
import { CustomFunctions, type FunctionMetadata, type Invocation } from "./customFunctions";
import { requirementMatrix, type OfficeVersion } from "./office";
import { Ribbon } from "./ribbon";
import { addInServices } from "./services";
import { Shortcuts, type KeyPress } from "./shortcuts";

const CONVERSATION = "workbench";
const ADDIN = "addin";
/** Shared runtime with custom functions, the library's flags 1 and 2. */
const FRAME_FLAGS = 3;

/** Calls the library makes by number. */
const CALL = { richApi: 93, saveSettings: 76, commandCompleted: 94, readSettings: 77 } as const;
/** Categories of the messages that reach the library's object model. */
const MESSAGE = { customFunctions: 1, actions: 2, events: 65_536 } as const;
const INVOKE = 1000;
const VISIBILITY_CHANGED = 65_539;
/** What the library tells its host by number without being asked: here, that keys were pressed in the add-in's page. */
const KEYS_PRESSED = 39;

interface FrameRequest {
  readonly _messageType: number;
  readonly _actionName: string;
  readonly _correlationId: number;
  readonly _actionType: number;
  readonly _data: unknown;
}

interface MethodCall {
  readonly DdaMethod?: { readonly DispatchId?: number };
  readonly ArrayData?: readonly unknown[];
  readonly DdaSettingsMethod?: { readonly Properties?: readonly (readonly [string, string])[] };
}

export interface TransportListener {
  /** The add-in's page has been shown or hidden by itself. */
  paneVisibility(visible: boolean): void;
  ribbonChanged(): void;
  /** Something worth a line in the developer's console. */
  note(text: string): void;
}

/** The add-in, from Excel's side. */
export class AddIn {
  readonly batches: Batches;
  readonly functions: CustomFunctions;
  readonly ribbon: Ribbon;
  readonly shortcuts = new Shortcuts();
  /** `Office.context.document.settings` as saved. */
  readonly documentSettings = new Map<string, string>();
  private readonly listening = new Set<string>();
  private readonly commands = new Map<string, () => void>();
  private serial = 0;
  private lastTraffic = 0;
  private readonly functionsReady: Promise<void>;
  private markFunctionsReady: () => void = () => undefined;

  constructor(
    readonly host: Host,
    private readonly frame: HTMLIFrameElement,
    private readonly version: OfficeVersion,
    private readonly listener: TransportListener,
  ) {
    this.functionsReady = new Promise((resolve) => (this.markFunctionsReady = resolve));
    this.functions = new CustomFunctions(
      host.engine,
      (invocations) => this.invoke(invocations),
      () => undefined,
    );
    this.ribbon = new Ribbon(() => this.listener.ribbonChanged());
    this.batches = new Batches(
      host,
      addInServices(host, this.functions, {
        functionsReady: () => this.markFunctionsReady(),
        showPane: (visible) => this.showPane(visible),
        ribbon: this.ribbon,
        shortcuts: this.shortcuts,
      }),
    );
    host.listener.events = (events) => this.tell(events);
    host.listener.selectionChanged = () => this.event("documentSelectionChanged", {});
    host.listener.forgetAnswers = (areas) => this.functions.forget(areas);
    window.addEventListener("message", (message) => {
      if (message.source === this.frame.contentWindow && typeof message.data === "string") this.received(message.data);
    });
  }

  /**
   * Loads the add-in's page. Its functions are known from the metadata before it answers, as in Excel. The frame joins the page
   * only now: a frame takes its name, from which the library learns where it is, when it is put in.
   */
  async start(url: string, metadata: readonly FunctionMetadata[], pane: HTMLElement): Promise<void> {
    this.functions.define(metadata);
    this.frame.name = JSON.stringify({
      baseFrameName: "addinframe",
      hostInfo: `Excel$Web$16.01$${this.host.options.locale}$${CONVERSATION}$$disableLogging$${FRAME_FLAGS}`,
      xdmInfo: [CONVERSATION, ADDIN, location.origin].join("$"),
      serializerVersion: "1",
      flights: "[]",
    });
    this.frame.src = url;
    pane.append(this.frame);
    await this.functionsReady;
  }

  /** Its page goes, or loads anew: what it listened to and how it changed the ribbon goes with it. */
  pageGoes(): void {
    this.listening.clear();
    this.functions.runtimeGone();
    this.host.unregisterAll();
    this.ribbon.reset();
  }

  /** Whether anything is under way between Excel and the add-in. */
  isBusy(): boolean {
    return this.batches.isBusy() || this.functions.isBusy() || this.commands.size > 0;
  }

  /** When the last message went either way, by `performance.now()`. */
  lastMessage(): number {
    return this.lastTraffic;
  }

  /** Shows or hides the pane and tells the add-in, whoever asked for it. */
  showPane(visible: boolean): void {
    this.host.runtimeState = visible ? "Visible" : "Background";
    this.listener.paneVisibility(visible);
    this.message([
      [MESSAGE.events, VISIBILITY_CHANGED, "", JSON.stringify({ visibility: visible ? "Visible" : "Hidden" }), 0],
    ]);
  }

  // ---- commands of the ribbon

  /** Runs a command's function; resolves when the add-in calls `event.completed()`. */
  runCommand(functionName: string, controlId: string): Promise<void> {
    this.serial += 1;
    const id = `command-${this.serial}`;
    return new Promise((resolve) => {
      this.commands.set(id, resolve);
      this.event("appCommandInvoked", { 0: id, 1: functionName, 2: JSON.stringify({ source: { id: controlId } }) });
    });
  }

  /** Runs the action these keys lead to. @returns whether there is one */
  pressKeys(keys: KeyPress): boolean {
    const action = this.shortcuts.action(keys);
    // Other than a command, an action gets no event whose completion it could tell.
    if (action !== null) this.message([[MESSAGE.actions, INVOKE, "", JSON.stringify([action, null]), 0]]);
    return action !== null;
  }

  // ---- messages out

  private post(message: Record<string, unknown>): void {
    this.lastTraffic = performance.now();
    this.frame.contentWindow?.postMessage(
      JSON.stringify({ _conversationId: CONVERSATION, _origin: location.origin, _serializerVersion: 1, ...message }),
      location.origin,
    );
  }

  private reply(request: FrameRequest, data: unknown): void {
    this.post({
      _messageType: 1,
      _actionName: request._actionName,
      _correlationId: request._correlationId,
      _errorCode: 0,
      _responseType: 0,
      _data: data,
    });
  }

  private event(name: string, data: unknown): void {
    this.post({ _messageType: 1, _actionName: name, _correlationId: -1, _errorCode: 0, _responseType: 1, _data: data });
  }

  private message(entries: readonly unknown[]): void {
    this.event("richApiMessage", { ArrayData: entries });
  }

  private tell(events: readonly OfficeEvent[]): void {
    this.message(events.map((event) => [MESSAGE.events, event.type, event.target, JSON.stringify(event.body), 0]));
  }

  private invoke(invocations: readonly Invocation[]): void {
    this.message(
      invocations.map((invocation) => [MESSAGE.customFunctions, INVOKE, "", JSON.stringify(invocation), invocation[0]]),
    );
  }

  // ---- messages in

  private received(text: string): void {
    let request: FrameRequest;
    try {
      request = JSON.parse(text) as FrameRequest;
    } catch {
      return;
    }
    if (request._messageType !== 0) return;
    this.lastTraffic = performance.now();
    if (request._actionType === 1 || request._actionType === 2) {
      if (request._actionType === 1) this.listening.add(request._actionName);
      else this.listening.delete(request._actionName);
      return this.reply(request, { Error: 0 });
    }
    switch (request._actionName) {
      case "ContextActivationManager_getAppContextAsync":
        return this.reply(request, this.appContext());
      case "executeMethod":
        return this.execute(request, request._data as MethodCall);
      case "ContextActivationManager_notifyHost": {
        const [, told, keys] = request._data as readonly [string, number, KeyPress?];
        if (told === KEYS_PRESSED && keys) this.pressKeys(keys);
        return this.reply(request, null);
      }
      default:
        this.listener.note(`the workbench does not know the call ${request._actionName}`);
        return this.reply(request, null);
    }
  }

  private appContext(): Record<string, unknown> {
    const { workbookName, locale } = this.host.options;
    return {
      _id: ADDIN,
      _appInstanceId: ADDIN,
      _appName: 16,
      _appVersion: "16.0",
      _appMinorVersion: 1,
      _appUILocale: locale,
      _dataLocale: locale,
      _docUrl: `${location.origin}/${encodeURIComponent(workbookName)}`,
      _clientMode: 1,
      _settings: [...this.documentSettings],
      _reason: 1,
      _osfControlType: 0,
      _eToken: "",
      _correlationId: CONVERSATION,
      _hostFullVersion: "16.0.18000.0",
      _addinName: ADDIN,
      _initialDisplayMode: 2,
      _requirementMatrix: JSON.stringify(requirementMatrix(this.version)),
    };
  }

  private execute(request: FrameRequest, call: MethodCall): void {
    switch (call.DdaMethod?.DispatchId) {
      case CALL.richApi:
        void this.batches.process(String(call.ArrayData?.[4])).then((response) => this.answered(request, response));
        return;
      case CALL.saveSettings: {
        this.documentSettings.clear();
        for (const [key, value] of call.DdaSettingsMethod?.Properties ?? []) this.documentSettings.set(key, value);
        return this.reply(request, { Version: 1, Error: 0 });
      }
      case CALL.readSettings:
        return this.reply(request, { Version: 1, Error: 0, Settings: [...this.documentSettings] });
      case CALL.commandCompleted: {
        const id = String((request._data as Record<string, unknown>)["0"]);
        this.commands.get(id)?.();
        this.commands.delete(id);
        return this.reply(request, { Version: 1, Error: 0 });
      }
      default:
        this.listener.note(`the workbench does not know the call number ${String(call.DdaMethod?.DispatchId)}`);
        return this.reply(request, { Version: 1, Error: 5001 });
    }
  }

  private answered(request: FrameRequest, response: BatchResponse): void {
    if (response.Error)
      this.listener.note(
        `${response.Error.Code} at ${response.Error.Location}: ${this.batches.requests.at(-1)?.detail ?? ""}`,
      );
    this.reply(request, {
      Version: 1,
      Error: 0,
      Data: [200, ["content-type", "application/json"], JSON.stringify(response)],
    });
  }
}
