/** The small picture of a check: a bar for each department, a piece for each verdict, with its count. */
import { html, nothing, svg, type TemplateResult } from "lit";
import { STATUSES, type Status } from "../core/types";
import { talliesOf, type CheckedRow } from "../sheets/checkedRows";
import { CHART_FILLS, STATUS_LOOKS } from "../sheets/statusColours";
import { strings } from "../strings/strings";
import type { StatusFilter } from "./checkRows";
import { classes } from "./parts";

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

/**
 * The picture, and the counts of all rows as buttons that filter by a verdict. Colour is never alone: every count has its shape and word.
 * @param choose what a press on a verdict or a department filters by
 */
export function checkPicture(
  rows: readonly CheckedRow[],
  filters: { readonly department: string; readonly status: StatusFilter },
  choose: (chosen: { readonly department?: string; readonly status?: StatusFilter }) => void,
): TemplateResult | typeof nothing {
  const words = strings();
  const tallies = talliesOf(rows);
  if (tallies.length === 0) return nothing;
  const most = Math.max(...tallies.map(({ total }) => total));
  const counts = ([...ORDER, null] as (Status | null)[]).map((status) => ({
    status,
    count: tallies.reduce((sum, tally) => sum + (tally.counts.get(status) ?? 0), 0),
  }));
  const nameOf = (status: Status | null) =>
    status === null ? words.pane.check.withoutVerdict : `${STATUS_LOOKS[status].shape} ${words.status[status]}`;
  const filterOf = (status: Status | null): StatusFilter => status ?? "none";
  return html`<section class="picture">
    <h3>${words.pane.check.byDepartment}</h3>
    <div class="counts">
      ${counts
        .filter(({ count }) => count > 0)
        .map(({ status, count }) => {
          const isChosen = filters.status === filterOf(status);
          return html`<button
            type="button"
            class=${classes("count-of", { chosen: isChosen })}
            aria-pressed=${String(isChosen)}
            @click=${() => choose({ status: isChosen ? "" : filterOf(status) })}
          >
            <svg class="swatch" viewBox="0 0 10 10" aria-hidden="true">
              <rect width="10" height="10" fill=${fillOf(status)}></rect>
            </svg>
            ${nameOf(status)} ${words.pane.check.count(count)}
          </button>`;
        })}
    </div>
    <ul class="bars">
      ${tallies.map(({ department, counts: own }) => {
        const pieces = ([...ORDER, null] as (Status | null)[]).flatMap((status) => {
          const count = own.get(status) ?? 0;
          return count === 0 ? [] : [{ status, count }];
        });
        const told = pieces.map(({ status, count }) => `${nameOf(status)} ${words.pane.check.count(count)}`).join(", ");
        const isChosen = filters.department === department;
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
    </ul>
  </section>`;
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
