/** The small picture of a check: a bar for each department, a piece for each verdict, with its count. */
import { html, nothing, svg } from "lit";
import { STATUSES, type Status } from "../core/types";
import { talliesOf, type CheckedRow } from "../sheets/checkedRows";
import { CHART_FILLS, STATUS_LOOKS } from "../sheets/statusColours";
import { strings } from "../strings/strings";
import type { StatusFilter } from "./checkRows";
import { classes, type Drawn } from "./parts";

/** Worst first, as they are read. */
const ORDER: readonly Status[] = [
  "farBehind",
  "behind",
  "unreported",
  "unverifiable",
  "notDue",
  "onPace",
  "met",
] satisfies readonly (typeof STATUSES)[number][];
const NONE_FILL = "#FFFFFF";

type Choose = (chosen: { readonly department?: string; readonly status?: StatusFilter }) => void;

/** The verdicts of a department, and of those without one, the worst first. */
function countsIn(counts: ReadonlyMap<Status | null, number>) {
  return [...ORDER, null].flatMap((status) => {
    const count = counts.get(status) ?? 0;
    return count === 0 ? [] : [{ status, count }];
  });
}

const nameOf = (status: Status | null): string => {
  const words = strings();
  return status === null ? words.pane.check.withoutVerdict : `${STATUS_LOOKS[status].shape} ${words.status[status]}`;
};
const filterOf = (status: Status | null): StatusFilter => status ?? "none";
const counted = (status: Status | null, count: number) => `${nameOf(status)} ${strings().pane.check.count(count)}`;

/**
 * The counts of all rows by verdict, which is the picture's legend too, as buttons that filter. Colour is never alone: every count has its
 * shape and word.
 */
export function verdictCounts(rows: readonly CheckedRow[], chosen: StatusFilter, choose: Choose): Drawn {
  const sums = new Map<Status | null, number>();
  for (const { counts } of talliesOf(rows))
    for (const [status, count] of counts) sums.set(status, (sums.get(status) ?? 0) + count);
  if (sums.size === 0) return nothing;
  return html`<div class="counts" role="group" aria-label=${strings().pane.check.filters.status}>
    ${countsIn(sums).map(({ status, count }) => {
      const isChosen = chosen === filterOf(status);
      return html`<button
        type="button"
        class=${classes("count-of", { chosen: isChosen })}
        aria-pressed=${String(isChosen)}
        @click=${() => choose({ status: isChosen ? "" : filterOf(status) })}
      >
        <svg class="swatch" viewBox="0 0 10 10" aria-hidden="true">
          <rect width="10" height="10" fill=${fillOf(status)}></rect>
        </svg>
        ${counted(status, count)}
      </button>`;
    })}
  </div>`;
}

/** The bars of the departments, each a button that filters by it. */
export function departmentBars(rows: readonly CheckedRow[], chosen: string, choose: Choose): Drawn {
  const tallies = talliesOf(rows);
  if (tallies.length === 0) return nothing;
  const most = Math.max(...tallies.map(({ total }) => total));
  return html`<ul class="bars" aria-label=${strings().pane.check.byDepartment}>
    ${tallies.map(({ department, counts }) => {
      const pieces = countsIn(counts);
      const told = pieces.map(({ status, count }) => counted(status, count)).join(", ");
      const isChosen = chosen === department;
      return html`<li>
        <button
          type="button"
          class=${classes("bar-of", { chosen: isChosen })}
          aria-pressed=${String(isChosen)}
          title=${told}
          @click=${() => choose({ department: isChosen ? "" : department })}
        >
          <span class="bar-name">${department}</span><span class="unseen">: ${told}</span>
          ${barOf(pieces, most)}
        </button>
      </li>`;
    })}
  </ul>`;
}

const fillOf = (status: Status | null): string => (status === null ? NONE_FILL : CHART_FILLS[status]);
const HEIGHT = 16;
const NARROWEST = 7; // percent of the width: room for two digits

/** The pieces of a bar side by side. Drawn by attributes: the page allows no styles of its own. */
function barOf(pieces: readonly { readonly status: Status | null; readonly count: number }[], most: number) {
  let left = 0;
  const drawn = pieces.map(({ status, count }) => {
    const width = (100 * count) / most;
    const at = left;
    left += width;
    return svg`<rect x="${at}%" width="${width}%" height=${HEIGHT} fill=${fillOf(status)} stroke="#757575"></rect>
      ${width < NARROWEST ? nothing : svg`<text x="${at + width / 2}%" y="12" text-anchor="middle">${count}</text>`}`;
  });
  return html`<svg class="bar" height=${HEIGHT} aria-hidden="true">${drawn}</svg>`;
}
