/** The bar below the sheets: what Excel is doing, and what the selected numbers amount to. */
import { addressOf } from "../engine/address";
import type { Area, Engine } from "../engine/engine";

/** Larger selections are summed over what the sheet uses. */
const FEW = new Intl.NumberFormat("zh-CN", { maximumFractionDigits: 4 });

export interface Summary {
  readonly count: number;
  readonly numbers: number;
  readonly sum: number;
}

export function summary(engine: Engine, area: Area): Summary {
  const used = engine.usedArea(area.sheet, true);
  const result = { count: 0, numbers: 0, sum: 0 };
  if (!used) return result;
  const row = Math.max(area.row, used.row);
  const column = Math.max(area.column, used.column);
  const rows = Math.min(area.row + area.rows, used.row + used.rows) - row;
  const columns = Math.min(area.column + area.columns, used.column + used.columns) - column;
  if (rows < 1 || columns < 1) return result;
  for (const { value, isError } of engine.read({ sheet: area.sheet, row, column, rows, columns }).flat()) {
    if (value === null || value === "") continue;
    result.count += 1;
    if (typeof value !== "number" || isError) continue;
    result.numbers += 1;
    result.sum += value;
  }
  return result;
}

/** "平均值: 5  计数: 2  求和: 10", as Excel shows it: nothing for one cell or none filled. */
export function summaryText({ count, numbers, sum }: Summary): string {
  if (count < 2) return "";
  const counted = `计数: ${FEW.format(count)}`;
  return numbers === 0 ? counted : `平均值: ${FEW.format(sum / numbers)}\u3000${counted}\u3000求和: ${FEW.format(sum)}`;
}

export class StatusBar {
  private shown = "";

  constructor(
    private readonly engine: Engine,
    private readonly state: HTMLElement,
    private readonly figures: HTMLElement,
    private readonly isBusy: () => boolean,
  ) {}

  /** Looks again; cheap while nothing has changed. */
  refresh(): void {
    const text = this.isBusy() ? "正在计算…" : "就绪";
    if (this.state.textContent !== text) this.state.textContent = text;
  }

  /** The selection or its cells changed. */
  selectionChanged(area: Area): void {
    const text = area.rows * area.columns > 1 ? summaryText(summary(this.engine, area)) : "";
    const key = `${area.sheet}${addressOf(area)}${text}`;
    if (key === this.shown) return;
    this.shown = key;
    this.figures.textContent = text;
  }
}
