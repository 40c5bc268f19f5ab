/** The rows of a person's own sheet in the pane: how each was matched with the catalog, and what a person has to decide. */
import { html, nothing, type TemplateResult } from "lit";
import type { Commitment } from "../core/types";
import { session } from "../excel/session";
import { isSettled, matchKey, type OwnMatch, type OwnMatched } from "../sheets/ownSheetMatch";
import { amountText } from "../strings/evidence";
import { errorSentence, strings } from "../strings/strings";
import { button, choice, findings, type Drawn } from "./parts";

/**
 * @param add puts a row the catalog does not have into it
 * @param choose takes the promise a person chose for a name, or an empty text for none
 */
export function ownSheetRows(
  rows: readonly OwnMatched[],
  choose: (key: string, id: string) => void,
  add: (row: OwnMatched) => void,
): TemplateResult {
  const words = strings().ownSheet.pane;
  const of = (fits: (match: OwnMatch) => boolean) => rows.filter(({ match }) => fits(match));
  const list = (title: string, items: readonly OwnMatched[]): Drawn =>
    findings(title, items, (each) => ownRow(each, choose, add));
  const troubled = rows.filter(({ match, trouble }) => isSettled(match) && trouble !== null);
  return html`${list(
    words.guessed,
    of(({ how }) => how === "guessed"),
  )}
  ${list(
    words.ambiguous,
    of(({ how }) => how === "ambiguous"),
  )}
  ${list(
    words.notFound,
    of(({ how }) => how === "notFound"),
  )}
  ${list(words.unreadable, [...of(({ how }) => how === "unreadable"), ...troubled])}
  ${list(
    words.matched,
    rows.filter(({ match, trouble }) => isSettled(match) && trouble === null),
  )}`;
}

function ownRow(
  matched: OwnMatched,
  choose: (key: string, id: string) => void,
  add: (row: OwnMatched) => void,
): TemplateResult {
  const { row, series, department, name, match, targetDiffers, trouble } = matched;
  const words = strings().ownSheet.pane;
  const isAcross = series.label !== "" || series.owner !== null;
  const said = [
    "commitment" in match ? named(match.commitment) : "",
    match.how === "unreadable" ? (match.why === "noName" ? words.noName : errorSentence(match.why)) : "",
    trouble === null ? "" : trouble === "unitUnclear" ? words.unitUnclear : errorSentence(trouble),
    targetDiffers ? words.targetDiffers(amountText(targetDiffers.own, ""), amountText(targetDiffers.catalog, "")) : "",
  ].filter((each) => each !== "");
  const candidates = candidatesOf(match);
  return html`<div class="row finding">
    <span class="name">${department === "" || isAcross ? name : `${department} ${name}`}</span>
    <span class="number">${isAcross ? department : row.row + 1}</span>
    <span class="about">
      ${said.join("　")}
      ${
        candidates.length === 0
          ? nothing
          : choice(
              words.choose,
              [["", words.noChoice] as const, ...candidates.map((each) => [each.id, named(each)] as const)],
              "",
              (id) => choose(matchKey(department, name), id),
            )
      }
      ${match.how === "notFound" && !isAcross ? button(strings().ownSheet.promise.add, "link", () => add(matched)) : nothing}
    </span>
  </div>`;
}

function candidatesOf(match: OwnMatch): readonly Commitment[] {
  if (match.how === "guessed") return [match.commitment];
  if (match.how === "ambiguous") return match.candidates;
  return match.how === "notFound" ? match.nearest : [];
}

const named = (commitment: Commitment) =>
  session.refusal ? commitment.indicator : `${session.index.departmentOf(commitment).name} ${commitment.indicator}`;
