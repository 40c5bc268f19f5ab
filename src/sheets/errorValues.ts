/** Error values of cells. Excel's API names them in English; what a sheet shows, and what comes from other files, may be in its own language. */

/** Errors that end in no mark, which a word typed after "#" could be taken for: not available, in the languages that have a word of their own. */
const UNMARKED: ReadonlySet<string> = new Set([
  "#N/A",
  "#N/D",
  "#NV",
  "#N/B",
  "#I/T",
  "#YOK",
  "#Н/Д",
  "#Н/Д!",
  "#HIÁNYZIK",
  "#GETTING_DATA",
]);
const MARKED = /^#[¡¿]?\p{L}[\p{L}\p{M}\p{N}_/.]*[!?！？]$/u;

/** Whether a value is an error: #N/A, #NAME?, #溢出!, #¡VALOR!. A number too wide for its column shows ####, and is none; nor is #重点. */
export function isErrorValue(value: unknown): boolean {
  return typeof value === "string" && (UNMARKED.has(value) || MARKED.test(value));
}

const SPILL: ReadonlySet<string> = new Set([
  "#SPILL!",
  "#溢出!",
  "#スピル!",
  "#ÜBERLAUF!",
  "#PROPAGATION!",
  "#¡DESBORDAMIENTO!",
  "#ESPANSIONE!",
  "#DESPEJAR!",
  "#ПЕРЕНОС!",
]);

/** Whether something stands where a result of several cells wants to go. */
export function isSpillError(value: unknown): boolean {
  return typeof value === "string" && SPILL.has(value);
}

const BUSY = /^#(BUSY!|GETTING_DATA|忙!|忙碌!|正在获取数据)/;

/** Whether a cell is still being calculated. */
export function isBusyText(text: string): boolean {
  return BUSY.test(text);
}
