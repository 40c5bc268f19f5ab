/** The lists of a check: filters, then rows by what is pressing about them, each with its reason and what puts it right. */
import { html, nothing, type TemplateResult } from "lit";
import type { Status } from "../core/types";
import type { Damage } from "../sheets/damage";
import type { Mend } from "../sheets/ledgerFindings";
import { addressOf } from "../sheets/plan";
import { strings } from "../strings/strings";
import {
  choicesOf,
  mendsOf,
  reasonsOf,
  SHORTFALLS,
  type CheckFilters,
  type ShownRow,
  type StatusFilter,
} from "./checkRows";
import { answers, button, choice, findingRow, findings, hint, type Drawn } from "./parts";

interface Lists {
  /** All rows, and those the filters let through. */
  readonly rows: readonly ShownRow[];
  readonly shown: readonly ShownRow[];
  readonly damages: readonly Damage[];
  readonly isBusy: boolean;
  readonly goTo: (place: { readonly sheet: string; readonly address: string }) => void;
  readonly mend: (mends: readonly Mend[]) => void;
  readonly restore: (damages: readonly Damage[]) => void;
}

export function checkLists(lists: Lists): Drawn {
  const { rows, shown, damages, isBusy, restore } = lists;
  if (rows.length === 0 && damages.length === 0) return nothing;
  const words = strings().pane;
  const draw = (row: ShownRow) => drawn(lists, row);
  const isDamaged = ({ findings: all }: ShownRow) => all.some(({ facts }) => facts.is === "typedOver");
  const damaged = shown.filter(isDamaged);
  const rest = shown.filter((row) => !isDamaged(row));
  const seen = damages.filter(({ sheet, block, makes }) =>
    damaged.some(
      (row) => row.sheet === sheet && (makes ? true : row.findings.some(({ address }) => address === addressOf(block))),
    ),
  );
  const others = rest.filter(({ from, isJudged, status }) => from !== "errors" && !isShort(isJudged, status));
  return html`${shown.length === 0 ? hint(words.check.noRows) : nothing} ${findings(words.checkDamaged, damaged, draw)}
  ${
    seen.length === 0
      ? nothing
      : answers(button(words.restoreDamages(seen.length), "primary", () => restore(seen), isBusy))
  }
  ${findings(
    words.checkErrors,
    rest.filter(({ from }) => from === "errors"),
    draw,
  )}
  ${SHORTFALLS.map((status) =>
    findings(
      strings().status[status],
      rest.filter((row) => row.isJudged && row.status === status),
      draw,
    ),
  )}
  ${findings(
    words.checkNoVerdict,
    rest.filter(({ isJudged, status }) => isJudged && status === null),
    draw,
  )}
  ${findings(words.check.onlyFindings, others, draw)} ${mendAll(lists)}`;
}

const isShort = (isJudged: boolean, status: Status | null): boolean =>
  isJudged && (status === null || SHORTFALLS.includes(status));

/** What can be filtered by, as three choices; nothing where there is one row. */
export function filterRow(
  rows: readonly ShownRow[],
  filters: CheckFilters,
  choose: (chosen: Partial<CheckFilters>) => void,
): Drawn {
  if (rows.length < 2) return nothing;
  const words = strings();
  const { filters: labels, all, withoutVerdict, onlyFindings } = words.pane.check;
  const { departments, sheets } = choicesOf(rows);
  const statuses: (readonly [StatusFilter, string])[] = [
    ["", all],
    ...SHORTFALLS.map((status) => [status, words.status[status]] as const),
    ["none", withoutVerdict],
    ["findings", onlyFindings],
  ];
  // A verdict that asks for nothing can be chosen in the picture.
  const chosen = filters.status;
  if (!statuses.some(([value]) => value === chosen) && chosen !== "none" && chosen !== "findings" && chosen !== "")
    statuses.push([chosen, words.status[chosen]]);
  const named = (names: readonly string[]) => [["", all] as const, ...names.map((name) => [name, name] as const)];
  return html`<div class="filters">
    ${choice(labels.department, named(departments), filters.department, (department) => choose({ department }))}
    ${choice(labels.status, statuses, filters.status, (status) => choose({ status }))}
    ${choice(labels.sheet, named(sheets), filters.sheet, (sheet) => choose({ sheet }))}
  </div>`;
}

/**
 * The picture and the filters, folded where the pane is too low to show findings below them; folded, it says what is filtered by.
 * @param turned called with whether it is open now
 */
export function narrowing(
  { department, sheet }: CheckFilters,
  content: readonly Drawn[],
  isOpen: boolean,
  turned: (isOpen: boolean) => void,
): Drawn {
  if (content.every((each) => each === nothing)) return nothing;
  const toggled = ({ target }: Event) => turned((target as HTMLDetailsElement).open);
  return html`<details class="narrowing" ?open=${isOpen} @toggle=${toggled}>
    <summary tabindex="0">${strings().pane.check.narrow([department, sheet].filter((each) => each !== ""))}</summary>
    ${content}
  </details>`;
}

/** One row: what it is about, what it lacks, why, and the buttons that put right what can be. */
function drawn({ goTo, mend, isBusy }: Lists, row: ShownRow): TemplateResult {
  const words = strings().pane;
  const { sheet, department, indicator, gap } = row;
  const damage = row.findings.find(({ facts }) => facts.is === "typedOver");
  const address = damage?.address ?? row.address;
  const place = `${sheet}!${address}`;
  const about = html`<span class="place"
      >${indicator === "" ? department : words.verdictPlace(department, sheet, address)}</span
    >${reasonsOf(row).map((reason) => html`<span class="because">${reason}</span>`)}`;
  const name = indicator === "" ? place : indicator;
  const mends = row.findings.flatMap(({ facts, mend: one }) => (one ? [{ label: words.check.mend(facts), one }] : []));
  // What no press mends a person mends in its own cell, which is another than the verdict's.
  const elsewhere = new Set(
    row.from === "own"
      ? row.findings.flatMap((each) => (each.mend || each.address === address ? [] : [each.address]))
      : [],
  );
  const ways = [
    ...mends.map(({ label, one }) => button(label, "secondary", () => mend([one]), isBusy)),
    ...[...elsewhere].map((at) =>
      button(words.check.goToCell(at), "secondary", () => goTo({ sheet, address: at }), isBusy),
    ),
  ];
  return html`${findingRow({ name, number: gap, about }, () => goTo({ sheet, address }))}
  ${ways.length === 0 ? nothing : answers(...ways)}`;
}

/** Numbers stored as text come by the dozen: one press makes all of them numbers. */
function mendAll({ shown, isBusy, mend }: Lists): Drawn {
  const words = strings().pane.check;
  const texts = shown.map((row) => ({
    ...row,
    findings: row.findings.filter(({ facts }) => facts.is === "textNumber"),
  }));
  const mends = mendsOf(texts);
  return mends.length < 2
    ? nothing
    : answers(button(words.allNumbers(mends.length), "secondary", () => mend(mends), isBusy));
}
