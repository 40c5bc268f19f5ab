/** What a person writes beside the drafts of a review: one department for several, and what the catalog is of. */
import { html, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { strings } from "../strings/strings";
import { DEPARTMENT_LIST } from "./draftForm";
import { yearField } from "./importStart";
import { button, hint } from "./parts";
import type { About } from "./reviewSaving";

const writtenIn = ({ target }: Event): string => (target as HTMLInputElement).value;

/** One department for all drafts without one. @param without how many there are */
export function departmentForAll(
  without: number,
  written: string,
  put: (written: string) => void,
  fill: () => void,
): TemplateResult {
  const words = strings().review;
  const entered = (event: KeyboardEvent) => {
    if (event.key === "Enter" && !event.isComposing) fill();
  };
  return html`<div class="filling">
    ${hint(words.fillDepartment(without))}
    <div class="answers">
      <input
        autocomplete="off"
        aria-label=${words.fields.department}
        list=${DEPARTMENT_LIST}
        .value=${live(written)}
        @input=${(event: Event) => put(writtenIn(event))}
        @keydown=${entered}
      />
      ${button(words.fill, "secondary", fill)}
    </div>
  </div>`;
}

/** The region and the year that the catalog is of. */
export function aboutFields({ region, year }: About, put: (about: Partial<About>) => void): TemplateResult {
  const words = strings().review;
  return html`<div class="about">
    <input
      autocomplete="off"
      aria-label=${words.region}
      placeholder=${words.region}
      .value=${live(region)}
      @input=${(event: Event) => put({ region: writtenIn(event) })}
    />
    ${yearField(year, words.year, (written) => put({ year: written }), words.year)}
  </div>`;
}
