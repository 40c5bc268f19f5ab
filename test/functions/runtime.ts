/** The functions as Excel's runtime calls them, with the error class the real one provides. */
type Functions = typeof import("../../src/functions/functions");
type FunctionName = Exclude<keyof Functions, "Property">;

class CellError extends Error {
  constructor(
    readonly code: string,
    override readonly message: string,
  ) {
    super(message);
  }
}

/** Puts a runtime in place before the functions are loaded. */
export function installRuntime() {
  const codes = {
    notAvailable: "#N/A",
    invalidValue: "#VALUE!",
    divisionByZero: "#DIV/0!",
    invalidNumber: "#NUM!",
    nullReference: "#NULL!",
  };
  Object.assign(globalThis, { CustomFunctions: { Error: CellError, ErrorCode: codes, associate: () => undefined } });
  const call = async (name: FunctionName, ...given: unknown[]): Promise<unknown> => {
    const functions: Functions = await import("../../src/functions/functions");
    return (functions[name] as (...args: unknown[]) => unknown)(...given);
  };
  const cellErrorOf = async (name: FunctionName, ...given: unknown[]): Promise<{ code: string; message: string }> => {
    try {
      await call(name, ...given);
    } catch (error) {
      if (error instanceof CellError) return { code: error.code, message: error.message };
      throw error;
    }
    throw new Error("answered, though an error was expected");
  };
  return { call, cellErrorOf };
}
