/**
 * A workbook in Node: the real office.js, the emulated host and the real spreadsheet engine, without a browser. It is what fast
 * tests of src/excel stand on.
 *
 * @example
 * const workbook = openWorkbook({ office: "2021" });
 * await workbook.run(async (context) => {
 *   context.workbook.worksheets.getActiveWorksheet().getRange("A1").values = [["教育局"]];
 *   await context.sync();
 * });
 * workbook.cell("A1").value; // "教育局"
 * workbook.close();
 */
import { parseCells, splitSheet } from "../engine/address";
import type { Area, CellContent } from "../engine/engine";
import { headlessEngine } from "../engine/univer/headless";
import type { UniverEngine } from "../engine/univer/univerEngine";
import { Batches } from "../host/batch";
import type { Faults } from "../host/faults";
import { CustomFunctions, type FunctionMetadata } from "../host/customFunctions";
import { Host } from "../host/model/host";
import { excelApi, type OfficeVersion } from "../host/office";
import { Ribbon } from "../host/ribbon";
import { addInServices } from "../host/services";
import { Shortcuts } from "../host/shortcuts";
import { typed } from "../host/typed";
import { loadOfficeLibrary, type OfficeLibrary } from "./officeLibrary";

/** Categories of the messages that reach the library's object model. */
const MESSAGE = { customFunctions: 1, events: 65_536 } as const;
const INVOKE = 1000;

export interface OpenOptions {
  /** The Office it is, Microsoft 365 unless said otherwise. */
  readonly office?: OfficeVersion;
  readonly sheetName?: string;
  readonly workbookName?: string;
  readonly locale?: string;
  /** The add-in's custom functions: their metadata and how each is called, by id. */
  readonly functions?: {
    readonly metadata: readonly FunctionMetadata[];
    readonly run: (library: OfficeLibrary) => Readonly<Record<string, (...callArguments: never[]) => unknown>>;
  };
}

export interface OpenWorkbook {
  /** `Excel.run`. */
  readonly run: <T>(batch: (context: Excel.RequestContext) => Promise<T>) => Promise<T>;
  readonly library: OfficeLibrary;
  readonly host: Host;
  readonly engine: UniverEngine;
  readonly batches: Batches;
  readonly faults: Faults;
  readonly functions: CustomFunctions;
  /** "B3" on the active sheet or "台账!B3", as it stands after calculation. */
  readonly cell: (address: string) => CellContent & { readonly text: string };
  /** Types into a cell as a person does. */
  readonly type: (address: string, input: string | number | boolean) => Promise<void>;
  /** Resolves when nothing is calculated, called or asked any more. */
  readonly idle: () => Promise<void>;
  /** Puts the library's names where code that runs in the pane finds them. */
  readonly useGlobally: () => void;
  readonly close: () => void;
}

export function openWorkbook(options: OpenOptions = {}): OpenWorkbook {
  const office = options.office ?? "365";
  const engine = headlessEngine(options.sheetName ?? "Sheet1");
  const host = new Host(engine, {
    excelApi: excelApi(office),
    workbookName: options.workbookName ?? "工作簿1.xlsx",
    locale: options.locale ?? "zh-CN",
  });
  let tellLibrary: (entries: readonly unknown[]) => void = () => undefined;
  const functions = new CustomFunctions(
    engine,
    (invocations) =>
      tellLibrary(
        invocations.map((invocation) => [
          MESSAGE.customFunctions,
          INVOKE,
          "",
          JSON.stringify(invocation),
          invocation[0],
        ]),
      ),
    () => undefined,
  );
  const batches = new Batches(
    host,
    addInServices(host, functions, {
      functionsReady: () => undefined,
      showPane: () => undefined,
      ribbon: new Ribbon(() => undefined),
      shortcuts: new Shortcuts(),
    }),
  );
  const { library, tell, unload } = loadOfficeLibrary((body) => batches.process(body));
  tellLibrary = tell;
  host.listener.events = (events) =>
    tell(events.map((event) => [MESSAGE.events, event.type, event.target, JSON.stringify(event.body), 0]));
  host.listener.forgetAnswers = (areas) => functions.forget(areas);
  if (options.functions) {
    functions.define(options.functions.metadata);
    for (const [id, run] of Object.entries(options.functions.run(library))) library.CustomFunctions.associate(id, run);
    functions.ready();
  }

  const areaOf = (address: string): Area => {
    const split = splitSheet(address);
    const cells = split && parseCells(split.cells);
    const sheet = split?.sheet ? host.findSheet(split.sheet) : engine.activeSheet();
    if (!cells || !sheet) throw new Error(`“${address}” is no cell of this workbook`);
    return { sheet, ...cells, rows: 1, columns: 1 };
  };
  const isBusy = (): boolean => engine.isCalculating() || functions.isBusy() || batches.isBusy();

  return {
    run: (batch) => library.Excel.run(batch),
    library,
    host,
    engine,
    batches,
    faults: batches.faults,
    functions,
    cell: (address) => {
      const area = areaOf(address);
      return { ...engine.read(area)[0]![0]!, text: engine.texts(area)[0]![0]! };
    },
    type: async (address, input) => {
      const area = areaOf(address);
      host.mustBeWritable(area);
      const shown = engine.styles(area)[0]![0]!.numberFormat;
      const { input: content, numberFormat } = typed(input, shown);
      engine.write(area, [[content]]);
      if (numberFormat && shown === "General") engine.restyle(area, { numberFormat });
      engine.events.edited?.(area);
      await engine.calculated();
    },
    idle: async () => {
      do {
        await new Promise((resolve) => setTimeout(resolve, 5));
        await engine.calculated();
      } while (isBusy());
    },
    useGlobally: () => {
      const { Excel, OfficeExtension, CustomFunctions } = library;
      Object.assign(globalThis, { Excel, OfficeExtension, CustomFunctions });
    },
    close: () => {
      unload();
      engine.close();
    },
  };
}
