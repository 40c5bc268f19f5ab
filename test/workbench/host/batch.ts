/**
 * Works off one request of the library: a list of actions on objects, each object named by the path that leads to it.
 *
 * Excel's own host checks names, versions and arguments; office.js does not. So this is where the emulated Excel is strict.
 */
import { OfficeError, wrongShape } from "./errors";
import { Faults, type Use } from "./faults";
import type { Host } from "./model/host";
import { NULL_OBJECT, OfficeCollection, OfficeObject, type NullObject } from "./model/object";
import { Range } from "./model/range";
import { Runtime, Workbook } from "./model/workbook";
import type { Member } from "./members";

/** The kinds of actions and object paths, by the library's numbers. */
const ACTION = {
  instantiate: 1,
  query: 2,
  method: 3,
  setProperty: 4,
  trace: 5,
  ensureUnchanged: 6,
  update: 7,
  recursiveQuery: 8,
  queryAsJson: 9,
} as const;
const PATH = { workbook: 1, service: 2, method: 3, property: 4, indexer: 5, reference: 6, nullObject: 7 } as const;

interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: readonly unknown[];
}

interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: QueryInfo;
}

interface QueryInfo {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}

interface ObjectPath {
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

export interface BatchRequest {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
  readonly AutoKeepReference?: boolean;
}

export interface BatchResponse {
  readonly Results: { readonly ActionId: number; readonly Value: unknown }[];
  /** The traces passed on the way: the library takes an event for registered when its trace comes back. */
  readonly TraceIds: readonly number[];
  readonly Error?: {
    readonly Code: string;
    readonly Message: string;
    readonly HttpStatusCode: number;
    readonly Location: string;
    readonly ActionIndex: number;
  };
}

/** What a request cost, kept for tests: how many actions it held, how large it was, how long it took. */
export interface RequestRecord {
  readonly actions: number;
  readonly bytes: number;
  readonly ms: number;
  /** The error code, null when the request went well. */
  readonly error: string | null;
  /** What exactly was refused, for the developer. */
  readonly detail: string | null;
}

/** An object that is no part of the workbook: the ribbon, the runtime, the custom functions. Its names are the wire's own. */
export class Service {
  constructor(
    private readonly methods: Readonly<Record<string, (...serviceArguments: readonly unknown[]) => unknown>>,
    private readonly setters: Readonly<Record<string, (value: unknown) => void>> = {},
  ) {}

  call(name: string, serviceArguments: readonly unknown[]): unknown {
    const method = this.methods[name];
    if (!method) throw new OfficeError("ApiNotFound", `the service has no ${name}`);
    return method(...serviceArguments);
  }

  set(name: string, value: unknown): void {
    const setter = this.setters[name];
    if (!setter) throw new OfficeError("ApiNotFound", `the service has no property ${name}`);
    setter(value);
  }
}

type Target = OfficeObject | NullObject | Service;

/** Names that travel otherwise than they are written: the library translates them. */
const TRAVELS_AS: Record<string, string> = {
  Gridlines: "showGridlines",
  Headings: "showHeadings",
  _Runtime: "runtime",
};

const camel = (name: string): string => TRAVELS_AS[name] ?? name.charAt(0).toLowerCase() + name.slice(1);
const pascal = (name: string): string => (/^[_$]/.test(name) ? name : name.charAt(0).toUpperCase() + name.slice(1));

const isOfficeObject = (target: unknown): target is OfficeObject => target instanceof OfficeObject;

/** Events the library registers for, by the method it calls. */
const EVENTS: Record<string, Record<string, { type: number; member: string }>> = {
  Worksheet: {
    DataChangedEvent: { type: 10, member: "onChanged" },
    ActivatedEvent: { type: 11, member: "onActivated" },
    DeactivatedEvent: { type: 12, member: "onDeactivated" },
    SelectionChangedEvent: { type: 14, member: "onSelectionChanged" },
    CalculatedEvent: { type: 16, member: "onCalculated" },
    FormatChangedEvent: { type: 18, member: "onFormatChanged" },
    ProtectionChangedEvent: { type: 24, member: "onProtectionChanged" },
    EventNameChanged: { type: 25, member: "onNameChanged" },
    EventVisibilityChanged: { type: 26, member: "onVisibilityChanged" },
  },
  WorksheetCollection: {
    AddedEvent: { type: 13, member: "onAdded" },
    DeletedEvent: { type: 15, member: "onDeleted" },
    EventMoved: { type: 27, member: "onMoved" },
  },
  TableCollection: {
    DataChangedEvent: { type: 101, member: "onChanged" },
    AddedEvent: { type: 102, member: "onAdded" },
    DeletedEvent: { type: 103, member: "onDeleted" },
  },
  Table: { DataChangedEvent: { type: 101, member: "onChanged" } },
};

export class Batches {
  readonly workbook: Workbook;
  readonly requests: RequestRecord[] = [];
  /** Every member an action that went well has used, as "Range.values". */
  readonly reached = new Set<string>();
  readonly faults: Faults;
  private readonly kept = new Map<string, OfficeObject>();
  private serial = 0;
  private queue: Promise<unknown> = Promise.resolve();
  private running = 0;

  constructor(
    private readonly host: Host,
    private readonly services: Readonly<Record<string, Service>>,
  ) {
    this.workbook = new Workbook(host);
    this.faults = new Faults(host);
  }

  isBusy(): boolean {
    return this.running > 0;
  }

  /** One request after the other, as Excel does it. */
  process(text: string): Promise<BatchResponse> {
    this.running += 1;
    const answer = this.queue.then(() => this.record(text));
    this.queue = answer.finally(() => (this.running -= 1)).catch(() => undefined);
    return answer;
  }

  private async record(text: string): Promise<BatchResponse> {
    const started = performance.now();
    const bytes = new TextEncoder().encode(text).length;
    const batch = new Batch(this.host, this.workbook, this.services, this.kept, this, () => `ref${(this.serial += 1)}`);
    const request = JSON.parse(text) as BatchRequest;
    const response = await this.answered(batch, request, bytes);
    await this.faults.wait();
    this.requests.push({
      actions: request.Actions.length,
      bytes,
      ms: performance.now() - started,
      error: response.Error?.Code ?? null,
      detail: batch.detail,
    });
    return response;
  }

  private async answered(batch: Batch, request: BatchRequest, bytes: number): Promise<BatchResponse> {
    if (!isAboutWorkbook(request)) return batch.run(request);
    try {
      await this.faults.othersAct();
      this.faults.requestComes(bytes);
      const response = await batch.run(request);
      this.faults.responseGoes(new TextEncoder().encode(JSON.stringify(response)).length);
      return response;
    } catch (thrown) {
      if (!(thrown instanceof OfficeError)) throw thrown;
      batch.detail = thrown.detail;
      return refused(thrown);
    }
  }
}

/** An answer that says no more than that the request was refused as a whole. */
function refused(error: OfficeError): BatchResponse {
  const { code, message } = error;
  const HttpStatusCode = code.endsWith("PayloadSizeLimitExceeded") ? 413 : 400;
  return {
    Results: [],
    TraceIds: [],
    Error: { Code: code, Message: message, HttpStatusCode, Location: "", ActionIndex: 0 },
  };
}

/** Calls of functions, the ribbon and the runtime pass where the workbook is not in play. */
const isAboutWorkbook = ({ ObjectPaths }: BatchRequest): boolean =>
  Object.values(ObjectPaths).some(({ ObjectPathType }) => ObjectPathType === PATH.workbook);

function tracesAmong(actions: readonly Action[]): number[] {
  return actions.filter(({ ActionType }) => ActionType === ACTION.trace).map(({ Id }) => Id);
}

class Batch {
  detail: string | null = null;
  private readonly resolved = new Map<number, Target>();
  /** The members the action under way has used so far. */
  private used: string[] = [];
  private paths: BatchRequest["ObjectPaths"] = {};
  private location = "";

  constructor(
    private readonly host: Host,
    private readonly workbook: Workbook,
    private readonly services: Readonly<Record<string, Service>>,
    private readonly kept: Map<string, OfficeObject>,
    private readonly watch: { readonly faults: Faults; readonly reached: Set<string> },
    private readonly nextReference: () => string,
  ) {}

  async run(request: BatchRequest): Promise<BatchResponse> {
    this.paths = request.ObjectPaths;
    const results: BatchResponse["Results"] = [];
    let index = 0;
    this.host.engine.pausePainting();
    try {
      for (; index < request.Actions.length; index++) {
        const action = request.Actions[index]!;
        this.used = [];
        results.push({ ActionId: action.Id, Value: (await this.act(action)) ?? null });
        for (const member of this.used) this.watch.reached.add(member);
      }
      return { Results: results, TraceIds: tracesAmong(request.Actions) };
    } catch (thrown) {
      const error =
        thrown instanceof OfficeError
          ? thrown
          : new OfficeError(
              "GeneralException",
              `the workbench failed: ${String(thrown instanceof Error ? thrown.stack : thrown)}`,
            );
      this.detail = error.detail;
      return {
        Results: results,
        TraceIds: tracesAmong(request.Actions.slice(0, index)),
        Error: {
          Code: error.code,
          Message: error.message,
          HttpStatusCode: 400,
          Location: this.location,
          ActionIndex: index,
        },
      };
    } finally {
      this.host.handOverColourRules();
      this.host.isCalculationSuspended = false;
      await this.host.engine.calculated();
      this.host.engine.fitRows();
      this.host.engine.resumePainting();
      this.host.listener.worked?.();
      this.host.tellEvents();
    }
  }

  private async act(action: Action): Promise<unknown> {
    if (action.ActionType === ACTION.trace) return null;
    const target = await this.target(action.ObjectPathId);
    switch (action.ActionType) {
      case ACTION.instantiate:
        return this.identity(target);
      case ACTION.query:
      case ACTION.recursiveQuery:
      case ACTION.queryAsJson:
        if (target === NULL_OBJECT) return null;
        return this.query(target, action.QueryInfo ?? {});
      case ACTION.method:
        return this.method(target, action);
      case ACTION.setProperty:
        if (target instanceof Service) {
          target.set(action.Name, await this.argument(action.ArgumentInfo, 0));
          return null;
        }
        return this.set(target, camel(action.Name), await this.argument(action.ArgumentInfo, 0));
      case ACTION.update: {
        const properties = (action.ArgumentInfo?.Arguments?.[0] ?? {}) as Record<string, unknown>;
        for (const [name, value] of Object.entries(properties)) this.set(target, camel(name), value);
        return null;
      }
      case ACTION.ensureUnchanged:
        return null;
      default:
        throw new OfficeError("NotImplemented", `action kind ${action.ActionType}`);
    }
  }

  // ---- objects

  private async target(id: number): Promise<Target> {
    const known = this.resolved.get(id);
    if (known !== undefined) return known;
    const path = this.paths[id];
    if (!path) throw new OfficeError("InvalidReference", `the request has no object path ${id}`);
    const target = await this.resolve(path);
    this.resolved.set(id, target);
    return target;
  }

  private async resolve(path: ObjectPath): Promise<Target> {
    const parent = path.ParentObjectPathId ? await this.target(path.ParentObjectPathId) : null;
    // What hangs on a null object is a null object.
    if (parent === NULL_OBJECT) return NULL_OBJECT;
    switch (path.ObjectPathType) {
      case PATH.workbook:
        return this.workbook;
      case PATH.nullObject:
        return NULL_OBJECT;
      case PATH.service: {
        if (path.Name === "Microsoft.ExcelServices.Runtime") return new Runtime(this.host);
        const service = this.services[path.Name];
        if (!service) throw new OfficeError("ApiNotFound", `the workbench has no ${path.Name}`);
        return service;
      }
      case PATH.reference: {
        const kept = this.kept.get(path.Name);
        if (!kept) throw new OfficeError("InvalidReference", `the reference ${path.Name} has been let go`);
        return kept;
      }
      case PATH.property:
        return this.property(parent, camel(path.Name));
      case PATH.indexer:
        if (parent instanceof OfficeCollection) {
          this.member(parent, "getItem", "read");
          return parent.getItem(await this.argument(path.ArgumentInfo, 0)) as OfficeObject;
        }
        throw new OfficeError("InvalidArgument", "the object is no collection");
      case PATH.method: {
        const result = await this.call(parent, path.Name, await this.arguments(path.ArgumentInfo));
        if (isOfficeObject(result) || result instanceof Service || result === NULL_OBJECT) return result;
        throw new OfficeError("GeneralException", `${path.Name} gave no object`);
      }
      default:
        throw new OfficeError("NotImplemented", `object path kind ${path.ObjectPathType}`);
    }
  }

  private property(parent: Target | null, name: string): OfficeObject | NullObject {
    if (parent instanceof Workbook && name === "runtime") return new Runtime(this.host);
    if (!isOfficeObject(parent)) throw new OfficeError("ApiNotFound", `no property ${name}`);
    this.member(parent, name, "read");
    const value = (parent as unknown as Record<string, unknown>)[name];
    if (isOfficeObject(value) || value === NULL_OBJECT) return value;
    throw new OfficeError("ApiNotFound", `${parent.className}.${name} is no object`);
  }

  /** The generated table's word on a member, and whether this model has it. */
  private member(target: OfficeObject, name: string, use: Use): Member {
    this.location = `${target.className}.${name}`;
    const member = this.host.members.find(target.className, name);
    if (!(name in target))
      throw new OfficeError("NotImplemented", `the workbench does not emulate ${target.className}.${name} yet`);
    this.watch.faults.memberUsed(this.location, use);
    this.used.push(this.location);
    return member;
  }

  private identity(target: Target): unknown {
    if (target === NULL_OBJECT) return null;
    if (!isOfficeObject(target)) return {};
    return { ...(target.referenceId === null ? {} : { _ReferenceId: target.referenceId }), ...target.identity() };
  }

  // ---- arguments

  private async argument(info: ArgumentInfo | undefined, index: number): Promise<unknown> {
    return (await this.arguments(info))[index];
  }

  private async arguments(info: ArgumentInfo | undefined): Promise<unknown[]> {
    return this.filled(info?.Arguments ?? [], info?.ReferencedObjectPathIds);
  }

  /** Objects among the arguments travel as their path's number, the list beside says which. */
  private async filled(values: readonly unknown[], references: readonly unknown[] | undefined): Promise<unknown[]> {
    const filled: unknown[] = [];
    for (const [index, value] of values.entries()) {
      const reference = references?.[index];
      if (typeof reference === "number" && reference !== 0) filled.push(await this.target(reference));
      else if (Array.isArray(reference) && Array.isArray(value)) filled.push(await this.filled(value, reference));
      else if (value !== null && typeof value === "object" && !Array.isArray(value))
        filled.push(await this.filledRecord(value as Record<string, unknown>));
      else filled.push(value);
    }
    return filled;
  }

  /** Objects among the properties of a plain object travel as `{ _ObjectPathId: 7 }`. */
  private async filledRecord(value: Record<string, unknown>): Promise<Record<string, unknown>> {
    const filled: Record<string, unknown> = {};
    for (const [key, each] of Object.entries(value)) {
      const reference = (each as { _ObjectPathId?: unknown } | null)?._ObjectPathId;
      filled[key] = typeof reference === "number" ? await this.target(reference) : each;
    }
    return filled;
  }

  // ---- acts

  private set(target: Target, name: string, value: unknown): null {
    if (!isOfficeObject(target)) throw new OfficeError("ItemNotFound", `${name} of an object that does not exist`);
    const member = this.member(target, name, "write");
    if (member.readonly || member.method || member.event)
      throw new OfficeError("InvalidOperation", `${target.className}.${name} cannot be set`);
    if (member.words && !member.words.includes(value as string) && value !== "")
      throw new OfficeError(
        "InvalidArgument",
        `${target.className}.${name} must be one of ${member.words.join(", ")}, not ${JSON.stringify(value)}`,
      );
    (target as unknown as Record<string, unknown>)[name] = value;
    return null;
  }

  private validateArraySize({ area }: Range, [rows, columns]: readonly unknown[]): null {
    if (rows !== area.rows || columns !== area.columns)
      throw wrongShape(`${String(rows)} × ${String(columns)} values for ${area.rows} × ${area.columns} cells`);
    return null;
  }

  private async method(target: Target, action: Action): Promise<unknown> {
    if (action.Name === "_KeepReference") return this.keep(target);
    if (action.Name === "_RemoveReference") {
      this.kept.delete(String(await this.argument(action.ArgumentInfo, 0)));
      return null;
    }
    // The library cuts an array of more than 1,500 cells into bands of rows, and first asks whether the whole of it fits.
    if (action.Name === "_ValidateArraySize" && target instanceof Range)
      return this.validateArraySize(target, await this.arguments(action.ArgumentInfo));
    const registration = /^_?(Un)?[Rr]egister(.+)$/.exec(action.Name);
    if (registration && isOfficeObject(target))
      return this.registerEvent(target, registration[2]!, registration[1] !== undefined);
    if (target === NULL_OBJECT)
      throw new OfficeError("ItemNotFound", `${action.Name} of an object that does not exist`);
    const result = await this.call(target, action.Name, await this.arguments(action.ArgumentInfo));
    return isOfficeObject(result) || result === NULL_OBJECT ? this.identity(result) : result;
  }

  private async call(target: Target | null, wireName: string, callArguments: readonly unknown[]): Promise<unknown> {
    if (target === null || target === NULL_OBJECT)
      throw new OfficeError("ItemNotFound", `${wireName} of an object that does not exist`);
    if (target instanceof Service) return target.call(wireName, callArguments);
    const name = camel(wireName);
    if (!wireName.startsWith("_")) {
      const [least = 0, most = 0] = this.member(target, name, "call").method ?? [];
      const given = callArguments.filter((argument) => argument !== null && argument !== undefined).length;
      if (!this.host.members.find(target.className, name).method)
        throw new OfficeError("ApiNotFound", `${target.className}.${name} is no method`);
      if (callArguments.length > most || given < least)
        throw new OfficeError(
          "InvalidArgument",
          `${target.className}.${name} takes ${least === most ? least : `${least} to ${most}`} arguments, not ${given}`,
        );
    }
    const act = (target as unknown as Record<string, unknown>)[wireName.startsWith("_") ? wireName : name];
    if (typeof act !== "function")
      throw new OfficeError("ApiNotFound", `${target.className} has no method ${wireName}`);
    return (await (act as (...methodArguments: readonly unknown[]) => unknown).call(target, ...callArguments)) ?? null;
  }

  private keep(target: Target): string | null {
    if (!isOfficeObject(target)) return null;
    target.referenceId ??= this.nextReference();
    this.kept.set(target.referenceId, target);
    return target.referenceId;
  }

  private registerEvent(target: OfficeObject, name: string, isOver: boolean): null {
    const ofClass =
      EVENTS[target.className]?.[name] ??
      (target.className === "WorksheetCollection" ? EVENTS.Worksheet?.[name] : undefined);
    if (!ofClass)
      throw new OfficeError(
        "NotImplemented",
        `the workbench does not emulate the event ${name} of ${target.className}`,
      );
    this.location = `${target.className}.${ofClass.member}`;
    this.host.members.find(target.className, ofClass.member);
    this.used.push(this.location);
    const id = target.identity().Id;
    const key = typeof id === "string" ? id : "Workbook";
    if (isOver) this.host.unregister(ofClass.type, key);
    else this.host.register(ofClass.type, key);
    return null;
  }

  // ---- reading

  private async query(target: Target, { Select = [], Expand = [], Top, Skip }: QueryInfo): Promise<unknown> {
    if (!isOfficeObject(target)) return {};
    // What is read is read after calculation, unless the add-in asked to wait with it.
    if (!this.host.isCalculationSuspended) await this.host.engine.calculated();
    this.host.handOverColourRules();
    const wanted = [...Select, ...Expand];
    if (!(target instanceof OfficeCollection)) return this.read(target, wanted);
    this.used.push(`${target.className}.items`);
    const items = (target.items as OfficeObject[]).slice(Skip ?? 0, Top === undefined ? undefined : (Skip ?? 0) + Top);
    const ofItems = wanted
      .map((name) => name.replace(/^items\/?/i, ""))
      .filter((name) => name !== "" && !(name.toLowerCase() === "count" && "count" in target));
    const read = { ...(this.identity(target) as object), _Items: items.map((item) => this.read(item, ofItems)) };
    return wanted.some((name) => name.toLowerCase() === "count") && "count" in target
      ? { ...read, Count: target.count }
      : read;
  }

  private read(target: OfficeObject, wanted: readonly string[]): Record<string, unknown> {
    const answer = this.identity(target) as Record<string, unknown>;
    if (wanted.length === 0) this.readAll(target, answer);
    for (const name of wanted) this.readInto(answer, target, name.split("/"));
    return answer;
  }

  private readAll(target: OfficeObject, answer: Record<string, unknown>): void {
    for (const name of this.host.members.scalars(target.className))
      if (name in target) {
        this.member(target, name, "read");
        answer[pascal(name)] = (target as unknown as Record<string, unknown>)[name];
      }
  }

  /** Reads "format/fill/color" of a range into `answer`. */
  private readInto(
    answer: Record<string, unknown>,
    target: OfficeObject,
    [first = "", ...rest]: readonly string[],
  ): void {
    if (first === "$all" || first === "*") return this.readAll(target, answer);
    if (first === "$none" || first === "") return;
    const name = camel(first);
    this.member(target, name, "read");
    const value = (target as unknown as Record<string, unknown>)[name];
    const key = pascal(name);
    if (value === NULL_OBJECT) answer[key] = null;
    else if (value instanceof OfficeCollection) {
      const ofItems = rest[0]?.toLowerCase() === "items" ? rest.slice(1) : rest;
      this.used.push(`${value.className}.items`);
      const items = value.items as OfficeObject[];
      const present =
        (answer[key] as { _Items: Record<string, unknown>[] } | undefined)?._Items ??
        items.map((item) => this.identity(item) as Record<string, unknown>);
      items.forEach((item, index) => this.readInto(present[index]!, item, ofItems.length ? ofItems : ["$all"]));
      answer[key] = { _Items: present };
    } else if (isOfficeObject(value)) {
      const present =
        (answer[key] as Record<string, unknown> | undefined) ?? (this.identity(value) as Record<string, unknown>);
      this.readInto(present, value, rest.length ? rest : ["$all"]);
      answer[key] = present;
    } else answer[key] = value;
  }
}
