/** The small picture of a check: a bar for each department, a piece for each verdict, with its count. */
import { html, nothing, type TemplateResult } from "lit";
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
            <span class="swatch" style=${`background:${status === null ? NONE_FILL : CHART_FILLS[status]}`}></span>
            ${nameOf(status)} ${words.pane.check.count(count)}
          </button>`;
        })}
    </div>
    <ul class="bars">
      ${tallies.map(({ department, counts: own, total }) => {
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
            aria-label=${`${department}: ${told}`}
            title=${told}
            @click=${() => choose({ department: isChosen ? "" : department })}
          >
            <span class="bar-name">${department}</span>
            <span class="bar" style=${`width:${(100 * total) / most}%`}>
              ${pieces.map(
                ({ status, count }) =>
                  html`<span
                    class="piece"
                    style=${`flex-grow:${count};background:${status === null ? NONE_FILL : CHART_FILLS[status]}`}
                    >${count}</span
                  >`,
              )}
            </span>
          </button>
        </li>`;
      })}
    </ul>
  </section>`;
}
