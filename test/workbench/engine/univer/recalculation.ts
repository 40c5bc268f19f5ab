/**
 * Runs Univer's formula engine, one calculation at a time.
 *
 * Univer starts a calculation 100 ms after the last change and breaks one off when the next change comes; a caller cannot tell
 * which changes a finished calculation has seen. Here the changes are collected instead, calculated as soon as the caller yields,
 * and a change that comes during a calculation waits for the next: so "calculated" means everything written before is in.
 */
import type { ICommandInfo, Injector } from "@univerjs/core";
import { ICommandService } from "@univerjs/core";
import {
  FormulaExecutedStateType,
  IActiveDirtyManagerService,
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationStartMutation,
  type IDirtyUnitSheetNameMap,
  type ISetFormulaCalculationNotificationMutation,
  type ISetFormulaCalculationStartMutation,
} from "@univerjs/engine-formula";

type Dirt = Partial<ISetFormulaCalculationStartMutation>;
type DirtConversion = { getDirtyData(command: ICommandInfo): Dirt };

const LOCAL = { onlyLocal: true };

/** Merges nested maps of flags key by key. */
function mergeFlags(into: Record<string, unknown>, from: Record<string, unknown> | undefined): Record<string, unknown> {
  for (const [key, value] of Object.entries(from ?? {}))
    into[key] =
      value && typeof value === "object"
        ? mergeFlags((into[key] ?? {}) as Record<string, unknown>, value as Record<string, unknown>)
        : value;
  return into;
}

export class Recalculation {
  private readonly commands: ICommandService;
  private readonly dirtManager: IActiveDirtyManagerService;
  private readonly conversions = new Map<string, DirtConversion>();
  private waiting: Dirt[] = [];
  private isRunning = false;
  private scheduled: ReturnType<typeof setTimeout> | null = null;
  private readonly listeners = new Set<() => void>();
  private runs = 0;

  constructor(
    injector: Injector,
    private readonly runEnded: () => void,
  ) {
    this.commands = injector.get(ICommandService);
    this.dirtManager = injector.get(IActiveDirtyManagerService);
    this.takeOver();
    this.commands.onCommandExecuted((command, options) => this.commandExecuted(command, options));
  }

  /** Univer's own trigger looks conversions up in its manager; without them it stays quiet and this class does the work. */
  private takeOver(): void {
    for (const [id, conversion] of [...this.dirtManager.getDirtyConversionMap()]) {
      this.conversions.set(id, conversion);
      this.dirtManager.remove(id);
    }
  }

  private commandExecuted(
    command: Readonly<ICommandInfo>,
    options: { onlyLocal?: boolean; fromFormula?: boolean } | undefined,
  ): void {
    if (command.id === SetFormulaCalculationNotificationMutation.id) {
      const { functionsExecutedState } = command.params as ISetFormulaCalculationNotificationMutation;
      if (functionsExecutedState !== undefined && functionsExecutedState !== FormulaExecutedStateType.INITIAL)
        this.ended();
      return;
    }
    this.takeOver();
    const conversion = this.conversions.get(command.id);
    if (!conversion) return;
    const isResultOfCalculation =
      options?.fromFormula === true ||
      (command.id === "sheet.mutation.set-range-values" && options?.onlyLocal === true);
    const isStyleOnly = [
      "sheet.command.set-style",
      "sheet.command.set-border",
      "sheet.command.clear-selection-format",
    ].includes((command.params as { trigger?: string } | undefined)?.trigger ?? "");
    if (isResultOfCalculation || isStyleOnly) return;
    this.mark(conversion.getDirtyData(command));
  }

  mark(dirt: Dirt): void {
    this.waiting.push(dirt);
    this.schedule();
  }

  private schedule(): void {
    if (this.isRunning || this.scheduled !== null || this.waiting.length === 0) return;
    this.scheduled = setTimeout(() => {
      this.scheduled = null;
      this.start();
    }, 0);
  }

  private start(): void {
    const dirt = this.waiting;
    this.waiting = [];
    this.isRunning = true;
    this.runs += 1;
    const flags = (name: keyof Dirt): Record<string, unknown> =>
      dirt.reduce<Record<string, unknown>>(
        (sum, each) => mergeFlags(sum, each[name] as Record<string, unknown> | undefined),
        {},
      );
    const params: ISetFormulaCalculationStartMutation = {
      forceCalculation: dirt.some((each) => each.forceCalculation),
      dirtyRanges: dirt.flatMap((each) => each.dirtyRanges ?? []),
      dirtyNameMap: flags("dirtyNameMap") as IDirtyUnitSheetNameMap,
      dirtyDefinedNameMap: flags("dirtyDefinedNameMap") as IDirtyUnitSheetNameMap,
      dirtySuperTableMap: flags("dirtySuperTableMap") as IDirtyUnitSheetNameMap,
      dirtyUnitFeatureMap: flags("dirtyUnitFeatureMap") as ISetFormulaCalculationStartMutation["dirtyUnitFeatureMap"],
      dirtyUnitOtherFormulaMap: flags(
        "dirtyUnitOtherFormulaMap",
      ) as ISetFormulaCalculationStartMutation["dirtyUnitOtherFormulaMap"],
      clearDependencyTreeCache: flags("clearDependencyTreeCache") as IDirtyUnitSheetNameMap,
    } as ISetFormulaCalculationStartMutation;
    void this.commands.executeCommand(SetFormulaCalculationStartMutation.id, params, LOCAL);
  }

  private ended(): void {
    if (!this.isRunning) return;
    this.isRunning = false;
    this.runEnded();
    this.schedule();
    if (!this.isBusy()) for (const listener of [...this.listeners]) listener();
  }

  /** The workbook is closed: nothing is calculated any more. */
  stop(): void {
    if (this.scheduled !== null) clearTimeout(this.scheduled);
    this.scheduled = null;
    this.waiting = [];
    this.isRunning = true;
  }

  isBusy(): boolean {
    return this.isRunning || this.scheduled !== null || this.waiting.length > 0;
  }

  /** How many calculations have been started; tests count them. */
  count(): number {
    return this.runs;
  }

  /** Resolves once nothing is due. Starts what waits at once instead of on the next turn. */
  settled(): Promise<void> {
    if (!this.isBusy()) return Promise.resolve();
    return new Promise((resolve) => {
      const listener = (): void => {
        this.listeners.delete(listener);
        resolve();
      };
      this.listeners.add(listener);
    });
  }
}
