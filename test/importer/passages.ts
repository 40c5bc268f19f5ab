/** Passages with their commitments: the project's own, marked in the text, and a folder of labelled JSON files where there is one. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Gold, Passage } from "./scoring";

export const OWN_PASSAGES = path.resolve(__dirname, "../fixtures/passages");
/** Real passages that some machines have beside the project. */
export const LABELLED_CORPUS = path.resolve(__dirname, "../../../shared/corpus");
const MARKED_NAMES = path.resolve(__dirname, "../fixtures/names");

const MARK = /\[\[(~?)([^\]]*)\]\]/gu;

/** Reads a passage whose commitments are marked as [[phrase|value unit|comparator|kind|more]]. */
export function readMarked(id: string, source: string): Passage {
  const [first = "", ...rest] = source.split("\n");
  const year = Number(/^year: (\d{4})$/.exec(first)?.[1]);
  const marked = rest.join("\n");
  const gold: Gold[] = [];
  let text = "";
  let at = 0;
  for (const match of marked.matchAll(MARK)) {
    text += marked.slice(at, match.index);
    at = match.index + match[0].length;
    const [phrase = "", quantity = "", comparator = "", kind = "", more = ""] = (match[2] ?? "").split("|");
    const facts = new Map(more.split(";").map((each) => each.split("=") as [string, string]));
    const [figure = "", unit = ""] = quantity.split(" ");
    const [low = NaN, high = null] = figure.split("-").map(Number);
    gold.push({
      span: [text.length, text.length + phrase.length],
      phrase,
      value: low,
      valueMax: high,
      unit,
      comparators: comparator.split("~"),
      kinds: kind.split("~"),
      modality: facts.get("modality") ?? null,
      period: facts.get("period") ?? String(year),
      department: facts.get("dept") ?? null,
      names: facts.get("name")?.split("~") ?? [],
      isOptional: match[1] === "~",
    });
    text += phrase;
  }
  return { id, year, text: text + marked.slice(at), gold };
}

export function ownPassages(folder = OWN_PASSAGES): Passage[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .map((name) => readMarked(name.replace(".txt", ""), readFileSync(path.join(folder, name), "utf8")));
}

/** What clerks would call the indicators of a labelled passage, by where their figures begin. */
function markedNames(id: string): ReadonlyMap<number, readonly string[]> {
  const file = path.join(MARKED_NAMES, `${id}.json`);
  const marks: Record<string, string[]> = existsSync(file)
    ? (JSON.parse(readFileSync(file, "utf8")) as Record<string, string[]>)
    : {};
  return new Map(Object.entries(marks).map(([start, names]) => [Number(start), names]));
}

const COMPARATORS: Record<string, string> = {
  ">=": "atLeast",
  ">": "moreThan",
  "≈": "about",
  "<=": "atMost",
  "<": "lessThan",
  "=": "plain",
  range: "range",
};

/** A passage as the corpus keeps it. */
interface Labelled {
  readonly id: string;
  readonly year: number;
  readonly text: string;
  readonly gold: readonly {
    readonly span: readonly [number, number];
    readonly phrase: string;
    readonly value: number;
    readonly value_max?: number | null;
    readonly unit: string;
    readonly comparator?: string | null;
    readonly comparator_alt?: string | null;
    readonly kind?: string | null;
    readonly kind_alt?: string | null;
    readonly modality?: string | null;
    readonly period?: string | null;
    readonly dept?: string | null;
    readonly optional?: boolean;
  }[];
}

/** The labelled passages beside the project, or null where there are none. */
export function labelledPassages(folder = LABELLED_CORPUS): Passage[] | null {
  if (!existsSync(folder)) return null;
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => {
      const read = JSON.parse(readFileSync(path.join(folder, name), "utf8")) as Labelled;
      const names = markedNames(read.id);
      return {
        id: read.id,
        year: read.year,
        text: read.text,
        gold: read.gold.map((one): Gold => ({
          span: one.span,
          phrase: one.phrase,
          value: one.value,
          valueMax: one.value_max ?? null,
          unit: one.unit,
          comparators: [one.comparator, one.comparator_alt].flatMap((each) =>
            each ? [COMPARATORS[each] ?? each] : [],
          ),
          kinds: [one.kind, one.kind_alt].flatMap((each) => (each ? [each] : [])),
          modality: one.modality ?? null,
          period: one.period ?? null,
          department: one.dept ?? null,
          names: names.get(one.span[0]) ?? [],
          isOptional: one.optional ?? false,
        })),
      };
    });
}
