/** `window.workbench`: what tests and demonstrations do with the emulated Excel. */
import { parseCells, splitSheet } from "../engine/address";
import type { Area, Engine } from "../engine/engine";
import type { RequestRecord } from "../host/batch";
import type { Faults } from "../host/faults";
import type { Host } from "../host/model/host";
import type { AddIn } from "../host/transport";
import { typed } from "../host/typed";
import { chartsOf, type ChartView } from "./chartLayer";
import { watchPane } from "./paneWaits";
import type { Theme } from "./theme";

export interface CellView {
  readonly value: number | string | boolean;
  readonly formula: string;
  readonly text: string;
  /** "#N/A" and its like, null when the cell holds no error. */
  readonly error: string | null;
  /** What the add-in said about the error. */
  readonly errorMessage: string | null;
  /** As painted, "#RRGGBB", colour rules included; null for an unpainted cell. */
  readonly fill: string | null;
  readonly fontColor: string | null;
}

export interface Workbench {
  /** The add-in is loaded and its functions answer. */
  readonly ready: Promise<void>;
  /** Types into a cell, as a person does; fails where the cell is locked or its input rule refuses the entry. */
  setCell(address: string, input: string | number | boolean): Promise<void>;
  getCell(address: string): Promise<CellView>;
  select(address: string): Promise<void>;
  /** Chooses a command of the ribbon or the context menu by its id in the manifest. Resolves when the command has completed. */
  clickRibbon(controlId: string): Promise<void>;
  sheetNames(): Promise<string[]>;
  /** The charts of all sheets, with what their cells say now. */
  charts(): Promise<ChartView[]>;
  /** Deletes a sheet as a person does. */
  userDeleteSheet(name: string): Promise<void>;
  /** Nothing is calculated, called or asked any more. */
  idle(): Promise<void>;
  requests(): Promise<readonly RequestRecord[]>;
  clearRequests(): Promise<void>;
  /** The workbook as an .xlsx file, in base64. */
  save(): Promise<string>;
  /** Opens an .xlsx file, bytes or base64, in the place of the workbook. */
  open(file: string | Uint8Array): Promise<void>;
  /** An empty workbook in the place of the open one; the add-in's page loads again. */
  startNew(): Promise<void>;
  /** Light or dark, the page and what the add-in is told; its page loads again. */
  theme(theme: Theme): Promise<void>;
  /** What somebody without the add-in sees; false brings it back. */
  withoutAddIn(on: boolean): Promise<void>;
  /** How many custom-function calls Excel has made so far. */
  functionCalls(): Promise<number>;
  /** The add-in's frame. */
  readonly pane: HTMLIFrameElement;
  readonly addIn: AddIn;
  /** What goes wrong on demand. */
  readonly faults: Faults;
}

/**
 * Traffic between host and add-in has ended when none came for so long: both run on one thread, so that a handler's next request comes
 * before the next timer, or within a few milliseconds.
 */
const QUIET_FOR = 45;
const LOOK_EVERY = 15;

/** As many bytes as one call may take as arguments. */
const PORTION = 0x8000;

function toBase64(bytes: Uint8Array): string {
  let letters = "";
  for (let at = 0; at < bytes.length; at += PORTION)
    letters += String.fromCharCode(...bytes.subarray(at, at + PORTION));
  return btoa(letters);
}

const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

export function createWorkbench(parts: {
  ready: Promise<void>;
  engine: Engine;
  host: Host;
  addIn: AddIn;
  frame: HTMLIFrameElement;
  clickRibbon: (controlId: string) => Promise<void>;
  save: () => Promise<Uint8Array>;
  open: (bytes: Uint8Array) => Promise<void>;
  startNew: () => Promise<void>;
  theme: (theme: Theme) => Promise<void>;
  withoutAddIn: (on: boolean) => Promise<void>;
}): Workbench {
  const { engine, host, addIn } = parts;

  const areaOf = (address: string): Area => {
    const split = splitSheet(address);
    const cells = split && parseCells(split.cells);
    if (!split || !cells) throw new Error(`“${address}” is no address`);
    const sheet = split.sheet === null ? engine.activeSheet() : host.findSheet(split.sheet);
    if (!sheet) throw new Error(`there is no sheet “${split.sheet}”`);
    return { sheet, ...cells };
  };

  const isWaiting = watchPane(parts.frame);
  const isBusy = (): boolean => engine.isCalculating() || addIn.isBusy() || isWaiting();

  const idle = async (): Promise<void> => {
    let quietSince = performance.now();
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
      const now = performance.now();
      if (isBusy() || addIn.lastMessage() > quietSince) quietSince = now;
      else if (now - quietSince >= QUIET_FOR) return;
    }
  };

  return {
    ready: parts.ready,
    pane: parts.frame,
    addIn,
    faults: addIn.batches.faults,

    setCell: async (address, input) => {
      const area = { ...areaOf(address), rows: 1, columns: 1 };
      host.mustBeWritable(area);
      const shown = engine.styles(area)[0]![0]!.numberFormat;
      const { input: content, numberFormat } = typed(input, shown);
      const problem = "formula" in content ? engine.formulaProblem(content.formula) : null;
      if (problem) throw new Error(`“${input}” is no formula: ${problem}`);
      const before = engine.read(area)[0]![0]!;
      engine.write(area, [[content]]);
      const rule = engine.inputRule(area.sheet, area.row, area.column);
      // A warning asks and an information only tells: here the person goes on.
      if (rule?.refusal?.style === "stop" && !(await engine.isAccepted(area.sheet, area.row, area.column))) {
        engine.write(area, [[before.formula ? { formula: before.formula } : { value: before.value }]]);
        throw new Error(`${address} refuses “${String(input)}”: ${rule.refusal.message}`);
      }
      if (numberFormat && shown === "General") engine.restyle(area, { numberFormat });
      engine.events.edited?.(area);
      await engine.calculated();
    },

    getCell: async (address) => {
      await engine.calculated();
      const area = { ...areaOf(address), rows: 1, columns: 1 };
      const content = engine.read(area)[0]![0]!;
      const painted = engine.painted(area.sheet, area.row, area.column);
      return {
        value: content.value ?? "",
        formula: content.formula ?? "",
        text: engine.texts(area)[0]![0]!,
        error: content.isError ? String(content.value) : null,
        errorMessage: content.isError ? addIn.functions.message(area.sheet, area.row, area.column) : null,
        fill: painted.fill,
        fontColor: painted.fontColour,
      };
    },

    select: async (address) => {
      engine.select(areaOf(address));
    },
    clickRibbon: parts.clickRibbon,
    sheetNames: async () => engine.sheets().map((sheet) => sheet.name),
    charts: async () => {
      await engine.calculated();
      return chartsOf(host);
    },
    userDeleteSheet: async (name) => {
      const sheet = host.findSheet(name);
      if (!sheet) throw new Error(`there is no sheet “${name}”`);
      engine.removeSheet(sheet);
      engine.events.sheetsChanged?.();
    },
    idle,
    requests: async () => [...addIn.batches.requests],
    clearRequests: async () => {
      addIn.batches.requests.length = 0;
    },
    save: async () => toBase64(await parts.save()),
    open: (file) => parts.open(typeof file === "string" ? fromBase64(file) : file),
    startNew: parts.startNew,
    theme: parts.theme,
    withoutAddIn: parts.withoutAddIn,
    functionCalls: async () => addIn.functions.invocations,
  };
}
