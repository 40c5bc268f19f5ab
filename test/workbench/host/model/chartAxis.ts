/** Where a chart's value axis begins and ends, and in which steps it counts. */

export interface AxisEnds {
  readonly least: number;
  readonly most: number;
  readonly step: number;
}

/** What the add-in has fixed of an axis; null where the chart finds it. */
export interface FixedEnds {
  readonly least: number | null;
  readonly most: number | null;
  readonly step: number | null;
}

const STEPS = [1, 2, 2.5, 5, 10];
const MOST_STEPS = 100;
/** Figures stand above their columns and need room there. */
const HEADROOM = 1.06;

function roundStep(span: number): number {
  const raw = span / 5;
  const power = 10 ** Math.floor(Math.log10(raw));
  return (STEPS.find((each) => each * power >= raw * 0.999) ?? 10) * power;
}

/** The ends of an axis and its step: round figures that take in all values and zero. @example axisFor([0, 83]) // { least: 0, most: 100, step: 20 } */
export function axisFor(
  values: readonly number[],
  fixed: FixedEnds = { least: null, most: null, step: null },
): AxisEnds {
  const low = fixed.least ?? Math.min(0, ...values);
  const high = fixed.most ?? (Math.max(0, ...values) || (low < 0 ? 0 : 1));
  // An end that is fixed beyond all values leaves the axis one unit long.
  const [bottom, top] = high > low ? [low, high] : fixed.most === null ? [low, low + 1] : [high - 1, high];
  const span = top - bottom;
  const step = fixed.step && span / fixed.step <= MOST_STEPS ? fixed.step : roundStep(span);
  return {
    least: fixed.least === null ? Math.floor(bottom / step + 1e-9) * step : bottom,
    most: fixed.most === null ? Math.ceil(top / step - 1e-9) * step : top,
    step,
  };
}

/** What the axis has to reach: each value, or in a stack the sums of each category's positive and of its negative values. */
export function extents(series: readonly (readonly (number | null)[])[], isStacked: boolean): number[] {
  if (!isStacked)
    return series.flatMap((values) => values.filter((value) => value !== null).map((value) => value * HEADROOM));
  const length = Math.max(0, ...series.map((values) => values.length));
  return Array.from({ length }, (_, index) => series.map((values) => values[index] ?? 0)).flatMap((values) => {
    const sum = (sign: number): number =>
      values.filter((value) => value * sign > 0).reduce((total, value) => total + value, 0);
    return [sum(1), sum(-1)];
  });
}
