/** What a person should look at before confirming: unclear tense, nobody responsible, figures that differ, promises without a number. */
import { normaliseName } from "../core/text";
import { ISSUE_CODES, type Draft, type Issue } from "./drafts";

/**
 * The issues of a report, the gravest first and in the order of the text among their like.
 * @param unclear positions of drafts whose text does not tell whether they are promises */
export function findIssues(
  drafts: readonly Draft[],
  unclear: ReadonlySet<number>,
  year: number | null,
  length: number,
): Issue[] {
  const issues: Issue[] = [];
  if (year === null && drafts.some(({ period }) => period === null))
    issues.push({ code: "yearUnknown", span: [0, Math.min(length, 1)], indicator: "", drafts: [] });
  issues.push(...repeated(drafts));
  const hasDepartments = drafts.some(({ department }) => department !== null);
  for (const [index, { span, indicator, department, vague }] of drafts.entries()) {
    if (unclear.has(index)) issues.push({ code: "tenseUnclear", span, indicator, drafts: [index] });
    if (department === null && hasDepartments)
      issues.push({ code: "departmentMissing", span, indicator, drafts: [index] });
    if (vague) issues.push({ code: "figureMissing", span, indicator, drafts: [index] });
  }
  // Where a document names nobody at all, one remark says it for all.
  const first = drafts[0];
  if (first && !hasDepartments)
    issues.push({
      code: "departmentMissing",
      span: first.span,
      indicator: "",
      drafts: [...drafts.keys()],
    });
  return inOrder(issues);
}

/** The gravest first, in the order given among their like. */
export function inOrder(issues: readonly Issue[]): Issue[] {
  return ISSUE_CODES.flatMap((code) => issues.filter((issue) => issue.code === code));
}

/** What a draft promises something about: drafts that agree in it speak of one promise. */
export function subjectOf(draft: Draft): string {
  return subject(draft, nameOf(draft.indicator));
}

function subject({ department, kind, unit, period }: Draft, name: string): string {
  return `${department ?? ""}|${name}|${kind}|${unit}|${period ?? ""}`;
}

/** What an indicator is known by: a name in quotation marks, or all of it without the verb that does it. */
function nameOf(indicator: string): string {
  const quoted = indicator.includes("“") ? /“([^“”]{2,12})”/u.exec(indicator)?.[1] : undefined;
  return quoted ?? normaliseName(indicator);
}

/** The same indicator of the same department and period, said again with another figure or the same. */
function repeated(drafts: readonly Draft[]): Issue[] {
  const names = drafts.map(({ vague, indicator }) => (vague ? "" : nameOf(indicator)));
  const seen = new Set<string>();
  const again = new Set<string>(); // few names come twice: only these are looked at closely
  for (const name of names) {
    if (seen.has(name)) again.add(name);
    else if (name !== "") seen.add(name);
  }
  const bySubject = new Map<string, number[]>();
  for (const [index, name] of again.size === 0 ? [] : names.entries()) {
    const draft = drafts[index];
    if (!draft || !again.has(name)) continue;
    const key = subject(draft, name);
    const known = bySubject.get(key);
    if (known) known.push(index);
    else bySubject.set(key, [index]);
  }
  const issues: Issue[] = [];
  for (const places of bySubject.values()) {
    const [first, ...others] = places;
    const one = first === undefined ? undefined : drafts[first];
    if (!one || others.length === 0) continue;
    const differs = others.some(
      (other) => drafts[other]?.value !== one.value || drafts[other].valueMax !== one.valueMax,
    );
    const last = drafts[others.at(-1) ?? 0];
    issues.push({
      code: differs ? "figuresDiffer" : "promisedTwice",
      span: last?.span ?? one.span,
      indicator: one.indicator,
      drafts: places,
    });
  }
  return issues;
}
