/**
 * Excel's part in calling an add-in's functions: it knows them from functions.json, makes their arguments fit, gathers the calls
 * of one calculation, and puts the answers into the cells in one recalculation.
 */
import { addressOf, quotedSheet } from "../engine/address";
import type {
  Answer,
  Area,
  Argument,
  CellErrorValue,
  Engine,
  ExternalFunction,
  FunctionAnswers,
  Scalar,
} from "../engine/engine";

/** One function of functions.json. */
export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly description?: string;
    readonly type?: string;
    readonly dimensionality?: string;
    readonly optional?: boolean;
    readonly repeating?: boolean;
  }[];
  readonly options?: {
    readonly requiresAddress?: boolean;
    readonly requiresParameterAddresses?: boolean;
    readonly volatile?: boolean;
    /** Errors among the arguments are handed over instead of becoming the answer. */
    readonly allowErrorForDataTypeAny?: boolean;
  };
}

/** functions.json. Its flag for errors is documented for the whole file, and holds for every function in it. */
export interface FunctionsFile {
  readonly allowErrorForDataTypeAny?: boolean;
  readonly functions: readonly FunctionMetadata[];
}

/** The functions of a file, each with what the file says for all, called by the manifest's namespace where it has one. */
export function functionsOf(
  { allowErrorForDataTypeAny = false, functions }: FunctionsFile,
  namespace = "",
): FunctionMetadata[] {
  return functions.map((each) => ({
    ...each,
    name: namespace === "" ? each.name : `${namespace}.${each.name}`,
    options: { ...each.options, allowErrorForDataTypeAny },
  }));
}

/** The error a code of the library's results stands for. */
const ERROR_OF_CODE: Record<number, string> = {
  1: "#N/A",
  2: "#VALUE!",
  4: "#REF!",
  5: "#DIV/0!",
  6: "#NUM!",
  7: "#VALUE!",
  8: "#NULL!",
  9: "#NAME?",
};
const VALUE_ERROR = "#VALUE!";

/** The library's flag for a call whose arguments may hold errors: only then does it make errors of them. */
const ALLOWS_ERRORS = 4;

/** An error among the arguments as it travels; the function receives a `CustomFunctions.Error` with this code. */
const errorArgument = (error: string): unknown => ({ type: "CustomFunctionError", code: error });

/** [invocation, done, value or message, error code] as the library sends it. */
type InvocationResult = readonly [id: number, isDone: boolean, value: unknown, code?: number];

/** [invocation, function, arguments, caller, flags, addresses of the parameters] */
export type Invocation = readonly [
  id: number,
  name: string,
  callArguments: readonly unknown[],
  address: string | null,
  flags: number,
  parameterAddresses: readonly (string | null)[] | null,
];

interface Call {
  readonly key: string;
  readonly caller: { readonly sheet: string; readonly row: number; readonly column: number };
  answer: Answer | null;
  message: string | null;
  /** The calculation run that last asked for it. */
  run: number;
}

interface MatrixOfErrors {
  readonly type?: string;
  readonly basicValue?: unknown;
  readonly message?: string;
}

const cellKey = (caller: Call["caller"]): string => `${caller.sheet}|${caller.row}|${caller.column}`;

/** A number as Excel writes it into text: 12 and not 12.0, TRUE and not true. */
function asText(value: Scalar): string {
  return typeof value === "boolean" ? (value ? "TRUE" : "FALSE") : String(value);
}

export class CustomFunctions implements FunctionAnswers {
  /** Calls by cell, then by function and arguments: a cell keeps the answers its formula asked for last. */
  private readonly calls = new Map<string, Map<string, Call>>();
  private readonly pending = new Map<number, { readonly call: Call; readonly invocation: Invocation }>();
  private readonly functions = new Map<string, FunctionMetadata>();
  private unsent: Invocation[] = [];
  private answered: Area[] = [];
  private serial = 0;
  private run = 0;
  private isReady = false;
  /** How many calls were made, for tests. */
  invocations = 0;

  constructor(
    private readonly engine: Engine,
    private readonly send: (invocations: readonly Invocation[]) => void,
    private readonly settled: () => void,
  ) {
    engine.events.formulaWritten = (area) => this.forget([area]);
  }

  /** The functions of an installed add-in are known before it runs: its formulas wait as #BUSY!. */
  define(metadata: readonly FunctionMetadata[]): void {
    for (const each of metadata) this.functions.set(each.name.toUpperCase(), each);
    const functions = metadata.map((each): ExternalFunction => ({
      name: each.name.toUpperCase(),
      description: each.description ?? "",
      parameters: (each.parameters ?? []).map((parameter) => ({
        name: parameter.name,
        description: parameter.description ?? "",
        isOptional: parameter.optional === true,
        repeats: parameter.repeating === true,
      })),
    }));
    this.engine.defineFunctions(functions, this);
  }

  /** The add-in's runtime can take calls now. Where it says so once more it has begun anew by itself, and knows nothing of what the one before still owes. */
  ready(): void {
    if (this.isReady) this.runtimeGone();
    this.isReady = true;
    this.flush();
  }

  /** The add-in's runtime is gone; what it still owes is asked of the next one. */
  runtimeGone(): void {
    this.isReady = false;
    this.unsent = [...this.pending.values()].map(({ invocation }) => invocation);
  }

  isBusy(): boolean {
    return this.pending.size > 0 || this.unsent.length > 0 || this.answered.length > 0;
  }

  /** The message the add-in gave with the error a cell shows, null without one. */
  message(sheet: string, row: number, column: number): string | null {
    const calls = this.calls.get(cellKey({ sheet, row, column }));
    return [...(calls?.values() ?? [])].find((call) => call.message !== null)?.message ?? null;
  }

  /** The next calculation asks afresh for these cells, or for all. */
  forget(areas?: readonly Area[]): void {
    if (!areas) {
      this.calls.clear();
      return;
    }
    for (const area of areas)
      if (area.rows * area.columns > this.calls.size) {
        for (const [key, calls] of this.calls) {
          const { sheet, row, column } = [...calls.values()][0]?.caller ?? { sheet: "", row: -1, column: -1 };
          const isInside =
            sheet === area.sheet &&
            row >= area.row &&
            row < area.row + area.rows &&
            column >= area.column &&
            column < area.column + area.columns;
          if (isInside) this.calls.delete(key);
        }
      } else
        for (let row = area.row; row < area.row + area.rows; row++)
          for (let column = area.column; column < area.column + area.columns; column++)
            this.calls.delete(cellKey({ sheet: area.sheet, row, column }));
  }

  // ---- asked by the spreadsheet

  answer(name: string, callArguments: readonly Argument[], caller: Call["caller"]): Answer | null {
    const metadata = this.functions.get(name.toUpperCase());
    if (!metadata) return { kind: "error", error: "#NAME?" };
    const fitted = this.fit(metadata, callArguments);
    if ("error" in fitted) return { kind: "error", error: fitted.error };
    const key = JSON.stringify([metadata.id, fitted.values]);
    const calls = this.calls.get(cellKey(caller)) ?? new Map<string, Call>();
    this.calls.set(cellKey(caller), calls);
    const known = calls.get(key);
    if (known) {
      known.run = this.run;
      return known.answer;
    }
    const call: Call = { key, caller, answer: null, message: null, run: this.run };
    calls.set(key, call);
    this.serial += 1;
    this.invocations += 1;
    const address = metadata.options?.requiresAddress ? this.nameOf({ ...caller, rows: 1, columns: 1 }) : null;
    const addresses = metadata.options?.requiresParameterAddresses
      ? callArguments.map((each) => ("area" in each && each.area ? this.nameOf(each.area) : null))
      : null;
    const flags = metadata.options?.allowErrorForDataTypeAny ? ALLOWS_ERRORS : 0;
    const invocation: Invocation = [this.serial, metadata.id, fitted.values, address, flags, addresses];
    this.pending.set(this.serial, { call, invocation });
    this.unsent.push(invocation);
    return null;
  }

  private nameOf(area: Area): string {
    const name = this.engine.sheets().find((sheet) => sheet.id === area.sheet)?.name ?? "";
    return `${quotedSheet(name)}!${addressOf(area)}`;
  }

  runEnded(): void {
    this.flush();
    // A cell whose arguments changed has asked for something else in this run; what it asked for before is let go.
    for (const calls of this.calls.values()) {
      const isAskedNow = [...calls.values()].some((call) => call.run === this.run);
      if (isAskedNow)
        for (const call of [...calls.values()])
          if (call.run !== this.run && call.answer !== null) calls.delete(call.key);
    }
    this.run += 1;
  }

  private flush(): void {
    if (!this.isReady || this.unsent.length === 0) return;
    const invocations = this.unsent;
    this.unsent = [];
    this.send(invocations);
  }

  // ---- Excel's parameter work

  private fit(metadata: FunctionMetadata, given: readonly Argument[]): { values: unknown[] } | { error: string } {
    const parameters = metadata.parameters ?? [];
    const values: unknown[] = [];
    const allowsErrors = metadata.options?.allowErrorForDataTypeAny === true;
    const repeating = parameters.at(-1)?.repeating ? parameters.at(-1) : undefined;
    for (const [index, parameter] of parameters.entries()) {
      if (parameter.repeating) break;
      const argument = given[index];
      if (!argument || (argument.kind === "value" && argument.value === null && argument.area === null)) {
        // An omitted optional argument arrives as null; an omitted required one Excel does not let anyone enter.
        if (!parameter.optional && !argument) return { error: VALUE_ERROR };
        values.push(parameter.optional ? null : this.emptyFor(parameter.type));
        continue;
      }
      const fitted = this.fitOne(argument, parameter, allowsErrors);
      if ("error" in fitted) return fitted;
      values.push(fitted.value);
    }
    if (!repeating) return { values };
    const rest: unknown[] = [];
    for (const argument of given.slice(parameters.length - 1)) {
      const fitted = this.fitOne(argument, repeating, allowsErrors);
      if ("error" in fitted) return fitted;
      rest.push(fitted.value);
    }
    return { values: [...values, rest] };
  }

  private fitOne(
    argument: Argument,
    parameter: { type?: string; dimensionality?: string },
    allowsErrors: boolean,
  ): { value: unknown } | { error: string } {
    // Only parameters of any kind can take an error; for the others it stays the answer.
    const takesErrors = allowsErrors && (parameter.type ?? "any") === "any";
    if (argument.kind === "error" && !takesErrors) return { error: argument.error };
    if (parameter.dimensionality === "matrix") {
      const matrix: readonly (readonly (Scalar | null | CellErrorValue)[])[] =
        argument.kind === "matrix"
          ? argument.values
          : [[argument.kind === "error" ? { error: argument.error } : argument.value]];
      const fitted: unknown[][] = [];
      for (const row of matrix) {
        const line: unknown[] = [];
        for (const element of row) {
          const one = this.coerce(element, parameter.type, true, takesErrors);
          if ("error" in one) return one;
          line.push(one.value);
        }
        fitted.push(line);
      }
      return { value: fitted };
    }
    if (argument.kind === "error") return { value: errorArgument(argument.error) };
    const element = argument.kind === "matrix" ? (argument.values[0]?.[0] ?? null) : argument.value;
    // Excel spills a scalar function over a range; a single cell is the case that matters here.
    if (argument.kind === "matrix" && (argument.values.length !== 1 || argument.values[0]?.length !== 1))
      return { error: VALUE_ERROR };
    return this.coerce(element, parameter.type, false, takesErrors);
  }

  private emptyFor(type: string | undefined): unknown {
    return type === "number" ? 0 : type === "boolean" ? false : type === "string" ? "" : null;
  }

  private coerce(
    element: Scalar | null | CellErrorValue,
    type: string | undefined,
    inMatrix: boolean,
    takesErrors: boolean,
  ): { value: unknown } | { error: string } {
    if (element !== null && typeof element === "object")
      return takesErrors ? { value: errorArgument(element.error) } : { error: element.error };
    if (element === null) return { value: inMatrix && type === "any" ? "" : this.emptyFor(type) };
    if (type === "string") return { value: asText(element) };
    if (type === "number") {
      if (typeof element === "boolean") return { value: element ? 1 : 0 };
      const number =
        typeof element === "number" ? element : element.trim() === "" ? NaN : Number(element.replaceAll(",", ""));
      return Number.isNaN(number) ? { error: VALUE_ERROR } : { value: number };
    }
    if (type === "boolean") {
      if (typeof element === "boolean") return { value: element };
      if (typeof element === "number") return { value: element !== 0 };
      return /^(true|false)$/i.test(element) ? { value: /^true$/i.test(element) } : { error: VALUE_ERROR };
    }
    return { value: element };
  }

  // ---- answered by the add-in

  results(results: readonly InvocationResult[]): void {
    for (const [id, isDone, value, code] of results) {
      const call = this.pending.get(id)?.call;
      if (!call) continue;
      this.pending.delete(id);
      if (isDone) this.accept(call, value);
      else
        this.refuse(
          call,
          ERROR_OF_CODE[code ?? 7] ?? VALUE_ERROR,
          typeof value === "string" && value !== "" ? value : null,
        );
      this.answered.push({ ...call.caller, rows: 1, columns: 1 });
    }
    if (this.pending.size === 0 && this.answered.length > 0) {
      this.engine.recalculate(this.answered.splice(0));
      this.settled();
    }
  }

  private refuse(call: Call, error: string, message: string | null): void {
    call.answer = { kind: "error", error };
    call.message = message;
  }

  private accept(call: Call, value: unknown): void {
    const { error, message } = this.errorIn(value);
    if (error) return this.refuse(call, error, message);
    if (!Array.isArray(value)) {
      call.answer = { kind: "value", value: this.plain(value) as Scalar | null };
      return;
    }
    const rows = value as unknown[];
    const isRectangle =
      rows.length > 0 &&
      rows.every((row) => Array.isArray(row) && row.length > 0 && row.length === (rows[0] as unknown[]).length);
    // An error inside a matrix turns the whole answer into #VALUE!, as it does in Excel.
    const holdsError =
      isRectangle && (rows as unknown[][]).some((row) => row.some((element) => this.errorIn(element).error));
    if (!isRectangle || holdsError) return this.refuse(call, VALUE_ERROR, null);
    call.answer = {
      kind: "matrix",
      values: (rows as unknown[][]).map((row) => row.map((element) => this.plain(element) as Scalar | null)),
    };
  }

  private errorIn(value: unknown): { error: string | null; message: string | null } {
    const entity = value as MatrixOfErrors | null;
    if (entity && typeof entity === "object" && !Array.isArray(entity) && entity.type === "Error")
      return {
        error: typeof entity.basicValue === "string" ? entity.basicValue : VALUE_ERROR,
        message: entity.message ?? null,
      };
    return { error: null, message: null };
  }

  private plain(value: unknown): unknown {
    if (value === null || value === undefined) return 0;
    if (typeof value === "object") return (value as MatrixOfErrors).basicValue ?? VALUE_ERROR;
    return value;
  }
}
